//! What a host bound from paths and queries is bound, or refused in the same words.

use std::collections::{BTreeMap, BTreeSet};

use jsv::{
    Options,
    dotnet::{DateTime, LocalZone},
    operation::{Operation, ResponseStatus},
    query::{BindError, Binder, Template},
};
use jsv_tests_common::{
    lines::{Line, check_lines, text_of},
    probes::Echo,
};
use serde::Deserialize;
use serde_json::Value as Json;

/// The lines that are answered otherwise here, each with its reason (http.md, section 10).
const OTHERWISE: &str = include_str!("otherwise.txt");

/// How many lines there are: compared, with an answer that says nothing of what was bound, and with
/// another body than a form.
const COUNTS: (usize, usize, usize) = (393, 15, 351);

const MESSAGE: &str = "Unable to bind to request 'Echo'";

#[derive(Deserialize, Default)]
#[serde(rename_all = "PascalCase", default)]
struct Answer {
    got: Option<Echo>,
    response_status: Option<ResponseStatus>,
}

/// What was bound, or the names and messages of what was refused.
type Bound = Result<Box<Echo>, Vec<(String, String)>>;

#[test]
fn queries_and_paths_are_bound_as_the_host_binds_them() {
    let reasons: BTreeMap<&str, &str> = OTHERWISE
        .lines()
        .filter_map(|line| line.split_once(' '))
        .collect();
    let mut needed = BTreeSet::new();
    let (mut compared, mut elsewhere, mut with_body) = (0, 0, 0);

    check_lines("http.jsonl", is_chosen, |line, failures| {
        let request = line.json("request");
        let Some(body) = body_of(request, line.required("group") == "binding") else {
            with_body += 1;
            return true;
        };
        let Some(recorded) = recorded(line.json("response")) else {
            elsewhere += 1;
            return true;
        };
        compared += 1;
        let target = text_of(&request["target"]);
        let bound = bind(target, body);
        let is_same = match (&recorded, &bound) {
            (Recorded::Bound(recorded), Some(bound)) => same(recorded, bound),
            (Recorded::NotFound, None) => true,
            _ => false,
        };
        let id = line.required("id");
        if is_same {
            return true;
        }
        match reasons.get(id) {
            Some(_) => drop(needed.insert(id.to_owned())),
            None => failures.add(target, format!("{recorded:?}"), format!("{bound:?}")),
        }
        true
    });

    let mut counts = BTreeMap::<&str, usize>::new();
    for reason in reasons.values() {
        *counts.entry(reason).or_default() += 1;
    }
    println!("{compared} lines compared, {elsewhere} of another shape, {with_body} with a body");
    println!("answered otherwise: {counts:#?}");
    assert!(
        needed.iter().eq(reasons.keys()),
        "answered otherwise: {needed:?}; those with a reason: {reasons:?}"
    );
    assert_eq!((compared, elsewhere, with_body), COUNTS);
}

fn is_chosen(line: &Line) -> bool {
    let request = line.json("request");
    matches!(line.required("group"), "binding" | "body" | "errors")
        && matches!(line.required("host"), "A" | "P")
        && path_of(text_of(&request["target"])).is_some()
}

/// The probe's predefined routes, which the lines of `binding` have beside the declared ones.
const PREDEFINED: &[&str] = &["/json/reply/Echo", "/api/Echo", "/api/Echo.jsv"];

/// Path and query of a target that is meant for the probe.
fn path_of(target: &str) -> Option<(&str, &str)> {
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    if PREDEFINED.contains(&path) {
        return Some((path, query));
    }
    let folded = path.trim_start_matches('/').to_ascii_lowercase();
    let is_meant = ["echo", "files"]
        .iter()
        .any(|first| folded.split('/').next() == Some(first));
    is_meant.then_some((path, query))
}

/// The body of a request, as it is bound.
enum Body<'a> {
    /// Empty if there is no body.
    Form(&'a str),
    Jsv(&'a str),
    Json(&'a str),
}

/// The body of a request; `None` if it has one that is not bound here. How bodies are read is a
/// matter of other lines than those of `binding`.
fn body_of(request: &Json, is_about_binding: bool) -> Option<Body<'_>> {
    if request["body"].is_null() && request["body_b64"].is_null() {
        return Some(Body::Form(""));
    }
    let headers = request["headers"].as_array()?;
    let content_type = headers
        .iter()
        .find(|header| text_of(&header[0]).eq_ignore_ascii_case("Content-Type"))?;
    let body = request["body"].as_str()?;
    match (text_of(&content_type[1]), request["method"].as_str()?) {
        ("application/x-www-form-urlencoded", "POST" | "PUT" | "PATCH") => Some(Body::Form(body)),
        ("application/jsv", _) if is_about_binding => Some(Body::Jsv(body)),
        ("application/json", _) if is_about_binding => Some(Body::Json(body)),
        _ => None,
    }
}

/// What the host answered.
#[derive(Debug)]
enum Recorded {
    Bound(Bound),
    NotFound,
    /// The probe's answer, but no text that can be read.
    Unreadable,
}

/// What the host answered, if the answer says what was bound.
fn recorded(response: &Json) -> Option<Recorded> {
    if response["status"] == 404 {
        return Some(Recorded::NotFound);
    }
    let body = response["body"].as_str()?;
    let answer: Answer = match body.get(..2)? {
        "{\"" => match jsv::json::from_str(body) {
            Ok(answer) => answer,
            Err(_) => return Some(Recorded::Unreadable),
        },
        "{v" | "{V" | "{r" | "{R" => jsv::from_str(body).ok()?,
        _ => return None,
    };
    match (answer, response["status"].as_u64()) {
        (Answer { got: Some(got), .. }, Some(200)) => Some(Recorded::Bound(Ok(Box::new(got)))),
        (
            Answer {
                response_status: Some(status),
                ..
            },
            Some(400),
        ) => {
            let errors = status.errors.unwrap_or_default();
            let entry = |text: Option<String>| text.unwrap_or_default();
            let is_about_values = status.message.as_deref() == Some(MESSAGE);
            is_about_values.then(|| {
                Recorded::Bound(Err(errors
                    .into_iter()
                    .map(|error| (entry(error.field_name), entry(error.message)))
                    .collect()))
            })
        }
        _ => None,
    }
}

/// What is bound here: `None` if no route fits.
fn bind(target: &str, body: Body) -> Option<Bound> {
    let (path, query) = path_of(target)?;
    let is_predefined = PREDEFINED.contains(&path);
    let mut binder = Binder::new(&Options::new());
    if !is_predefined {
        for (name, value) in values_in(path)? {
            binder.path(name, &value);
        }
    }
    binder.query(query);
    if is_predefined {
        let read: Option<Echo> = match body {
            Body::Form(_) => None,
            Body::Jsv(body) => jsv::from_str(body).ok(),
            Body::Json(body) => jsv::json::from_str(body).ok(),
        };
        if let Some(Err(error)) = read.map(|read| binder.retain_unset(&read)) {
            panic!("{error}: {target}");
        }
    }
    let bound = match body {
        Body::Form(form) => binder.form(form).bind(),
        Body::Jsv(body) => binder.bind_over_jsv(body),
        Body::Json(body) => binder.bind_over_json(body),
    };
    Some(bound.map(Box::new).map_err(entries))
}

/// The variables' values in a path, by the first route that it fits.
fn values_in(path: &str) -> Option<Vec<(&'static str, String)>> {
    Echo::ROUTES.iter().find_map(|route| {
        Template::parse(route.path)
            .unwrap_or_else(|error| panic!("{error}: {}", route.path))
            .matches(path)
    })
}

fn entries(error: BindError) -> Vec<(String, String)> {
    assert!(error.cause().is_none(), "{error}");
    assert_eq!(error.message("Echo"), MESSAGE);
    let values = error.values().iter();
    values
        .map(|value| (value.name().to_owned(), value.message()))
        .collect()
}

/// Whether both are the same.
fn same(recorded: &Bound, bound: &Bound) -> bool {
    match (recorded, bound) {
        (Ok(recorded), Ok(bound)) => comparable(recorded) == comparable(bound),
        (Err(recorded), Err(bound)) => recorded == bound,
        _ => false,
    }
}

/// What is compared: dates as instants, since the host sends its own zone; maps without the null
/// entries that an answer leaves out; an object without a type as its text, which is what the host
/// has of a query's.
fn comparable(echo: &Echo) -> (Echo, Option<i64>, Option<String>) {
    let mut rest = echo.clone();
    if let Some(map) = &mut rest.map {
        map.retain(|_, value| value.is_some());
    }
    let when = rest.when.take().map(instant);
    let any = rest.any.take().map(|any| match &any {
        Json::String(text) => text.clone(),
        other => jsv::to_string(other).unwrap_or_else(|error| panic!("{error}: {other}")),
    });
    (rest, when, any)
}

/// The instant of a date in ticks, one without a zone taken in UTC, or the date as it stands if .NET
/// has no such instant.
fn instant(date: DateTime) -> i64 {
    date.to_utc(&LocalZone::Utc).unwrap_or(date).ticks()
}
