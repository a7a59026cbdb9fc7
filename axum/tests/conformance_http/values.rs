//! The reasons about values of a query.

use jsv::{
    Options,
    dotnet::DateTime,
    operation::{Operation, ResponseError},
    query::Binder,
};
use jsv_tests_common::probes::{Echo, Inner, Kind};
use serde::de::DeserializeOwned;

use super::{
    case::{Case, Outcome, ensure, equal},
    errors::same_type,
};

/// 400 with one entry for each value of the query, all of which their members refuse.
pub fn refused_values(case: &Case) -> Outcome {
    same_type(case)?;
    for (name, value) in case.query() {
        ensure(!fits(&name, &value), format!("{name} accepts {value}"))?;
    }
    has_entries(case, case.query())
}

/// Our answer is the 400 for these names and values.
pub fn has_entries(case: &Case, values: impl IntoIterator<Item = (String, String)>) -> Outcome {
    equal("status", 400, case.ours.status)?;
    ensure(case.ours.is_bare_error(), "more than a ResponseStatus")?;
    let status = case.ours.response_status().unwrap_or_default();
    let code = Some("SerializationException".to_owned());
    equal("ErrorCode", &code, &status.error_code)?;
    let message = format!("Unable to bind to request '{}'", Echo::NAME);
    equal("Message", Some(message), status.message)?;
    let entry = |(name, value): (String, String)| ResponseError {
        error_code: code.clone(),
        message: Some(format!("'{value}' is an Invalid value for '{name}'")),
        field_name: Some(name),
        meta: None,
    };
    let entries = values.into_iter().map(entry).collect();
    equal("Errors", Some(entries), status.errors)
}

/// Whether a value, read as JSV of its member's type, is accepted (http.md, section 6).
fn fits(name: &str, value: &str) -> bool {
    match name {
        "when" => reads::<DateTime>(value),
        "letter" => reads::<char>(value),
        "kind" => reads::<Kind>(&quoted(value)),
        "ids" => reads::<Vec<i32>>(&bracketed(value, "[]")),
        "tags" => reads::<Vec<Option<String>>>(&bracketed(value, "[]")),
        "grid" => reads::<Vec<Vec<i32>>>(&bracketed(value, "[]")),
        "map" => reads::<std::collections::BTreeMap<String, String>>(&bracketed(value, "{}")),
        "inner" => reads::<Inner>(value),
        other => panic!("the member {other}"),
    }
}

fn reads<T: DeserializeOwned>(text: &str) -> bool {
    jsv::from_str::<T>(text).is_ok()
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// A value that may lack its outermost brackets.
fn bracketed(value: &str, brackets: &str) -> String {
    let (open, close) = brackets.split_at(1);
    if value.starts_with(open) {
        return value.to_owned();
    }
    [open, value, close].concat()
}

/// 400, but quoted numbers in a list are read.
pub fn misshapen(case: &Case) -> Outcome {
    if case.ours.status != 200 {
        let mut names = case.query().into_keys();
        let is_scalar = |name: &str| matches!(name, "when" | "letter");
        ensure(!names.any(|name| is_scalar(&name)), "a scalar")?;
        equal("recorded status", 200, case.recorded().status)?;
        return refused_values(case);
    }
    equal("recorded status", 400, case.recorded().status)?;
    let query = case.query();
    let ids = query.get("ids").ok_or("no ids")?;
    ensure(ids.contains('"'), "no quoted number")?;
    let ids: Vec<i32> = jsv::from_str(&bracketed(ids, "[]")).map_err(|error| error.to_string())?;
    is_echoed(case, |echo| echo.ids = Some(ids))
}

/// 400, since jsv.md, section 5, has no such date.
pub fn date_texts(case: &Case) -> Outcome {
    equal("recorded status", 200, case.recorded().status)?;
    equal(
        "names",
        vec!["when".to_owned()],
        case.query().into_keys().collect(),
    )?;
    refused_values(case)
}

/// The text as it stands.
pub fn uri(case: &Case) -> Outcome {
    let query = case.query();
    let link: String = jsv::from_str(query.get("link").ok_or("no link")?).unwrap();
    is_echoed(case, |echo| echo.link = Some(link))
}

/// White space is data in the items of a list of texts.
pub fn white_space(case: &Case) -> Outcome {
    let query = case.query();
    let tags = bracketed(query.get("tags").ok_or("no tags")?, "[]");
    ensure(tags.contains([' ', '\t']), "no white space")?;
    let tags = jsv::from_str(&tags).map_err(|error| error.to_string())?;
    is_echoed(case, |echo| echo.tags = Some(tags))
}

/// The query fills what the body leaves open; one bad value is reported as many are.
pub fn beside_a_body(case: &Case) -> Outcome {
    ensure(case.predefined().is_some(), "no predefined route")?;
    ensure(case.sent().body.is_some(), "no body")?;
    ensure(!case.query().is_empty(), "no query")?;
    if case.ours.status == 200 {
        return case.is_answered_as_read();
    }
    equal("recorded status", 400, case.recorded().status)?;
    let mut values = case.query();
    values.retain(|name, value| {
        let mut binder = Binder::new(&Options::new());
        binder.query(&format!("{name}={value}"));
        binder.bind::<Echo>().is_err()
    });
    has_entries(case, values)
}

/// Our answer is the echo of a request that has these members alone.
fn is_echoed(case: &Case, set: impl FnOnce(&mut Echo)) -> Outcome {
    let mut echo = Echo::default();
    set(&mut echo);
    equal("status", 200, case.ours.status)?;
    same_type(case)?;
    equal("Got", case.tree(&echo), case.got())
}
