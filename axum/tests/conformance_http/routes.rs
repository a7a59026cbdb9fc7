//! The reasons about paths, methods and predefined routes.

use axum::{Router, extract::RawPathParams, routing::any};
use jsv::{
    negotiate::{Head, Policy, negotiate},
    operation::Operation,
    query::Binder,
};
use jsv_tests_common::probes::{Echo, GetOnly};

use super::{
    case::{Case, Outcome, ensure, equal, variables},
    compare::Answer,
    errors::same_type,
    values::has_entries,
};

/// As the router has it: axum finds the same variables in the path, or none of the routes.
pub fn routing(case: &Case) -> Outcome {
    let is_coded = case.sent().path().contains(['%', '+']);
    ensure(!is_coded, "something to decode")?;
    ensure(
        is_loose(case),
        "neither of another case nor with empty segments",
    )?;
    is_routed(case, route(case))
}

/// Whether the reference finds a route that the path is not in as it stands: one of another case,
/// one without its empty segments, one before its wildcard, or an operation before other segments.
fn is_loose(case: &Case) -> bool {
    let choice = negotiate(Policy::ServiceStack, &Head::new(case.sent().path())).unwrap();
    let path = choice.path.to_ascii_lowercase();
    let segments = path.split('/').filter(|segment| !segment.is_empty());
    let segments: Vec<&str> = segments.collect();
    let is_loose = segments != choice.path.split('/').skip(1).collect::<Vec<_>>();
    let path = ["/", &segments.join("/")].concat();
    match variables(Echo::ROUTES, &path) {
        Some(found) => is_loose || found.iter().any(|(_, value)| value.is_empty()),
        None => path.starts_with("/api/") && segments.len() > 2,
    }
}

/// Decoded once, segment by segment; a plus, an encoded slash and dots are text.
pub fn path_decoding(case: &Case) -> Outcome {
    let path = case.sent().path();
    let is_coded = path.contains(['%', '+']);
    let has_dots = path.split('/').any(|segment| matches!(segment, "." | ".."));
    ensure(is_coded || has_dots, "nothing to decode")?;
    let found = variables(Echo::ROUTES, path);
    let owned = |(name, value): (&str, String)| (name.to_owned(), value);
    is_routed(
        case,
        found.map(|found| found.into_iter().map(owned).collect()),
    )
}

/// Our answer is that of the router, which says nothing; or `Echo` has these variables.
fn is_routed(case: &Case, found: Option<Vec<(String, String)>>) -> Outcome {
    let Some(found) = found else {
        equal("status", 404, case.ours.status)?;
        return ensure(case.ours.says_nothing(), "more than a status");
    };
    let mut binder = Binder::new(case.options());
    for (name, value) in &found {
        binder.path(name, value);
    }
    match binder.bind::<Echo>() {
        Ok(echo) => {
            equal("status", 200, case.ours.status)?;
            equal("Got", case.tree(&echo), case.got())
        }
        Err(_) => has_entries(case, found),
    }
}

/// The variables that axum finds in the path, by the routes of `Echo`.
fn route(case: &Case) -> Option<Vec<(String, String)>> {
    async fn found(variables: RawPathParams) -> String {
        let owned = |(name, value): (&str, &str)| [name, value].map(str::to_owned);
        let variables: Vec<_> = variables.iter().map(owned).collect();
        jsv::to_string(&variables).unwrap()
    }
    let mut router = Router::new();
    for route in Echo::ROUTES {
        router = router.route(route.path, any(found));
    }
    let choice = negotiate(Policy::ServiceStack, &Head::new(case.sent().path())).unwrap();
    let mut sent = case.sent().clone();
    sent.target = choice.path.to_owned();
    let answer = case.host.ask_router(router, &sent);
    let pair = |[name, value]: [String; 2]| (name, value);
    let pairs: Option<Vec<[String; 2]>> =
        (answer.status == 200).then(|| jsv::from_str(&answer.text()).unwrap());
    pairs.map(|pairs| pairs.into_iter().map(pair).collect())
}

/// 405 with `Allow`; HEAD as GET; any method runs on a predefined route.
pub fn wrong_method(case: &Case) -> Outcome {
    let (sent, ours) = (case.sent(), case.ours);
    if ours.status == 405 {
        let allow = ours.header("Allow").ok_or("no Allow")?;
        let mut allowed = allow.split(',').map(str::trim);
        ensure(!allow.is_empty(), "an empty Allow")?;
        ensure(!allowed.any(|method| method == sent.method), "allowed")?;
        ensure(ours.says_nothing(), "more than a status")?;
        if case.recorded().status == 404 {
            return ensure(case.recorded().says_nothing(), "something was recorded");
        }
        let is_capital = sent.method.bytes().all(|byte| byte.is_ascii_uppercase());
        return ensure(!is_capital, "a verb in capitals was answered");
    }
    equal("recorded status", 404, case.recorded().status)?;
    match sent.method.as_str() {
        "HEAD" => {
            let got = case.ask(|sent| sent.method = "GET".to_owned());
            equal("status", got.status, ours.status)?;
            equal("type", got.content_type(), ours.content_type())?;
            equal("body", "", &ours.text())
        }
        "OPTIONS" => {
            ensure(case.predefined().is_some(), "no predefined route")?;
            let got = case.ask(|sent| sent.method = "GET".to_owned());
            equal("status", got.status, ours.status)?;
            equal("type", got.content_type(), ours.content_type())?;
            let expected = got.text().replacen("GET", "OPTIONS", 1);
            equal("body", expected, ours.text())
        }
        other => Err(format!("the method {other}")),
    }
}

/// As an unknown operation.
pub fn without_a_name(case: &Case) -> Outcome {
    equal("recorded status", 500, case.recorded().status)?;
    equal("status", 405, case.ours.status)?;
    is_same_answer(case, &case.ask(|sent| sent.target.push_str("/Unknown")))
}

/// 404, in which nothing is said.
pub fn unknown_api_format(case: &Case) -> Outcome {
    let path = case.sent().path();
    ensure(
        path.starts_with("/api/") && path.contains('.'),
        "another path",
    )?;
    equal("status", 404, case.ours.status)?;
    ensure(case.ours.says_nothing(), "more than a status")
}

/// The type is that of the format; all else is equal.
pub fn unknown_format_on_jsv_reply(case: &Case) -> Outcome {
    let (recorded, ours) = (case.recorded(), case.ours);
    equal("status", recorded.status, ours.status)?;
    let types = (recorded.content_type(), ours.content_type());
    equal(
        "types",
        ("text/jsv".into(), "application/jsv".into()),
        types,
    )?;
    equal("Vary", recorded.header("Vary"), ours.header("Vary"))?;
    // The echo has the type of the response.
    let body = recorded.text().replacen("text/jsv", "application/jsv", 1);
    equal("body", body, ours.text())
}

/// As without the line.
pub fn empty_accept(case: &Case) -> Outcome {
    let recorded = case.recorded();
    ensure(
        recorded.status == 200 && recorded.says_nothing(),
        "something was recorded",
    )?;
    let without = case.ask(|sent| {
        sent.headers.retain(|(name, value)| {
            let beginning = value.split(';').next().unwrap_or_default();
            name != "Accept" || !beginning.trim().is_empty()
        });
    });
    ensure(!without.says_nothing(), "nothing is said")?;
    is_same_answer(case, &without)
}

/// As without the header.
pub fn empty_override(case: &Case) -> Outcome {
    let header = case.sent().header("X-Http-Method-Override");
    equal("header", Some(""), header)?;
    equal("status", case.recorded().status, case.ours.status)?;
    let without = case.ask(|sent| {
        sent.headers
            .retain(|(name, value)| name != "X-Http-Method-Override" || !value.is_empty());
    });
    ensure(
        case.ours.text().contains(&case.sent().method),
        "another verb",
    )?;
    is_same_answer(case, &without)
}

/// As without what begins with the `#`.
pub fn fragment(case: &Case) -> Outcome {
    let target = &case.sent().target;
    let (before, _) = target.split_once('#').ok_or("no `#` in the target")?;
    let without = case.ask(|sent| sent.target = before.to_owned());
    is_same_answer(case, &without)
}

/// 405 with `Allow`; a list operation is served.
pub fn get_only(case: &Case) -> Outcome {
    equal("recorded status", 405, case.recorded().status)?;
    let route = case.predefined().ok_or("no predefined route")?;
    equal("operation", GetOnly::NAME, &route.operation)?;
    same_type(case)?;
    if !route.is_list {
        equal("status", 405, case.ours.status)?;
        let status = case.ours.response_status().unwrap_or_default();
        let code = Some("NotImplementedException");
        equal("ErrorCode", code, status.error_code.as_deref())?;
        let allow = case.ours.header("Allow").ok_or("no Allow")?;
        return ensure(allow.contains("GET"), "no GET in Allow");
    }
    equal("status", 200, case.ours.status)?;
    let body = case.sent().body.as_deref().unwrap_or_default();
    let format = case.body_format().ok_or("no format")?;
    let sent: Vec<GetOnly> = format.from_slice(body, case.options()).unwrap();
    let completed = case.ours.header("X-AutoBatch-Completed");
    equal("completed", Some(sent.len().to_string()), completed)?;
    equal("answers", case.tree(&sent), case.got())
}

/// Status, headers and body are those of another answer of ours.
pub fn is_same_answer(case: &Case, other: &Answer) -> Outcome {
    equal("answer", other.to_string(), case.ours.to_string())
}
