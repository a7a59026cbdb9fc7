//! What negotiation says of every recorded request whose subject is the format: the type of the
//! answer, `Vary`, the JSONP call, and the path that is routed.
//!
//! Where the recorded host answers otherwise on purpose, `conformance_negotiate/otherwise.tsv`
//! names the line and the reason of http.md, section 10.

use std::{collections::BTreeMap, fs};

use jsv::negotiate::{Choice, Head, Negotiator, Offer, Policy, Predefined, Refusal};
use serde_json::Value as Json;

const HTML: Offer = Offer::new("html", "text/html");
const XML: Offer = Offer::new("xml", "application/xml");
const CSV: Offer = Offer::new("csv", "text/csv");
const JSON_LINES: Offer = Offer::new("jsonl", "text/jsonl");

const OFFERS: [Offer; 6] = [HTML, Offer::JSON, XML, Offer::JSV, CSV, JSON_LINES];

/// The settings of a host, from http-host.md.
fn host(name: &str) -> Negotiator<'static> {
    let plain = Negotiator::new(Policy::ServiceStack).offers(&OFFERS);
    match name {
        "A" | "P" => plain,
        "B" => plain.default_offer(Offer::JSON),
        "Q" => plain.default_offer(Offer::JSV),
        "J" => plain.jsonp(false),
        "N" => plain.suffixes(false),
        "X" => plain.switched_off(&["jsv"]),
        other => panic!("host {other}"),
    }
}

/// The routes that the recorded requests are for, with the names of their variables.
const ROUTES: [&str; 11] = [
    "/r",
    "/echo",
    "/echo/{id}",
    "/echo/{id}/{name}",
    "/files/{*}",
    "/json/whatever",
    "/jsv/whatever",
    "/csv/report",
    "/xmlish/report",
    "/anyverb",
    "/getonly/{id}",
];

/// The operations that the predefined routes are asked for.
const OPERATIONS: [&str; 5] = [
    "Echo",
    "GetOnly",
    "CreateLicense",
    "CancelLicense",
    "UpdateCustomer",
];

/// An answer, as far as negotiation has a part in it.
#[derive(Debug, PartialEq)]
enum Answer {
    /// The router has no such path: 404, without type and `Vary`.
    NoRoute,
    /// The format is switched off: 403.
    SwitchedOff { content_type: String, vary: bool },
    /// There is no such operation: an error in the negotiated format.
    NoOperation { content_type: String, vary: bool },
    /// Anything else that the service says.
    Served { content_type: String, vary: bool },
}

/// The answer that negotiation and a plain router give, and what they found on the way.
fn answer<'a>(
    host: &Negotiator<'_>,
    head: &Head<'a>,
) -> (Answer, Option<Choice<'a>>, Vec<(&'static str, String)>) {
    let choice = match host.negotiate(head) {
        Ok(choice) => choice,
        Err(Refusal::SwitchedOff { offer, vary }) => {
            let content_type = offer.content_type().to_owned();
            return (Answer::SwitchedOff { content_type, vary }, None, vec![]);
        }
        Err(other) => panic!("{other}"),
    };
    let content_type = choice.content_type.to_owned();
    let vary = choice.vary;
    let mut variables = Vec::new();
    let answer = match &choice.predefined {
        Some(route) if is_operation(route) => Answer::Served { content_type, vary },
        Some(_) => Answer::NoOperation { content_type, vary },
        None => match ROUTES
            .iter()
            .find_map(|route| variables_of(route, choice.path))
        {
            Some(found) => {
                variables = found;
                Answer::Served { content_type, vary }
            }
            None => Answer::NoRoute,
        },
    };
    (answer, Some(choice), variables)
}

fn is_operation(route: &Predefined<'_>) -> bool {
    let mut operations = OPERATIONS.iter();
    operations.any(|operation| operation.eq_ignore_ascii_case(&route.operation))
}

/// The variables of a route, if the path is one of its.
fn variables_of(route: &'static str, path: &str) -> Option<Vec<(&'static str, String)>> {
    if let Some(start) = route.strip_suffix("{*}") {
        return path.starts_with(start).then(Vec::new);
    }
    let (templates, segments) = (route.split('/'), path.split('/'));
    if templates.clone().count() != segments.clone().count() {
        return None;
    }
    let mut variables = Vec::new();
    for (template, segment) in templates.zip(segments) {
        match template.strip_prefix('{') {
            Some(name) => variables.push((name.trim_end_matches('}'), segment.to_owned())),
            None if template == segment => {}
            None => return None,
        }
    }
    Some(variables)
}

/// The recorded answer.
fn recorded(response: &Json) -> Answer {
    let content_type = header(response, "Content-Type").map(str::to_owned);
    let vary = header(response, "Vary") == Some("Accept");
    let body = response["body"].as_str().unwrap_or_default();
    match (response["status"].as_u64(), content_type) {
        (Some(404), None) => Answer::NoRoute,
        (Some(403), Some(content_type)) => Answer::SwitchedOff { content_type, vary },
        (_, Some(content_type)) if body.contains("The operation does not exist") => {
            Answer::NoOperation { content_type, vary }
        }
        (_, content_type) => Answer::Served {
            content_type: content_type.unwrap_or_default(),
            vary,
        },
    }
}

fn header<'a>(message: &'a Json, name: &'a str) -> Option<&'a str> {
    headers(message, name).next()
}

fn headers<'a>(message: &'a Json, name: &'a str) -> impl Iterator<Item = &'a str> {
    let headers = message["headers"].as_array().into_iter().flatten();
    headers.filter_map(move |header| {
        let is_named = header[0].as_str()?.eq_ignore_ascii_case(name);
        header[1].as_str().filter(|_| is_named)
    })
}

/// The recorded lines, parsed.
fn lines() -> Vec<Json> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/http.jsonl");
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let parsed = text.lines().map(serde_json::from_str);
    parsed
        .collect::<Result<_, _>>()
        .unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn text<'a>(json: &'a Json, name: &str) -> &'a str {
    json[name]
        .as_str()
        .unwrap_or_else(|| panic!("`{name}` in {json}"))
}

/// Negotiates for a recorded line, and gives `check` what came out.
fn with_answer<T>(
    line: &Json,
    check: impl FnOnce(Answer, Option<Choice<'_>>, Vec<(&'static str, String)>) -> T,
) -> T {
    let request = &line["request"];
    let target = text(request, "target");
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let accept: Vec<&str> = headers(request, "Accept").collect();
    let content_type = header(request, "Content-Type").unwrap_or_default();
    let head = Head::new(path)
        .query(query)
        .accept(accept.as_slice())
        .content_type(content_type);
    let (answer, choice, variables) = answer(&host(text(line, "host")), &head);
    check(answer, choice, variables)
}

/// What is unequal in a line, if anything is.
fn difference(line: &Json) -> Option<String> {
    let response = &line["response"];
    let expected = recorded(response);
    let body = response["body"].as_str();
    with_answer(line, |actual, choice, variables| {
        if expected != actual {
            return Some(format!("recorded {expected:?}\n  actual   {actual:?}"));
        }
        // An HTML body is not recorded.
        let (choice, body) = choice.zip(body)?;
        // The path that was routed shows in the variables that the service echoes.
        for (name, value) in variables {
            let forms = [
                format!("{name}:{value}"),
                format!("\"{name}\":{value}"),
                format!("\"{name}\":\"{value}\""),
            ];
            let is_shown = forms.iter().any(|form| body.contains(form));
            let is_echoed = choice.offer == Offer::JSON || choice.offer == Offer::JSV;
            if is_echoed && !is_shown {
                return Some(format!("{name} = {value} is not in {body}"));
            }
        }
        let is_wrapped = body.starts_with("cb(") && body.ends_with(')');
        let name = choice.jsonp.as_ref().map(|jsonp| jsonp.name());
        (is_wrapped != name.is_some()).then(|| format!("the call is {name:?} around {body}"))
    })
}

/// The lines that are answered otherwise, with the reason.
fn reasons() -> BTreeMap<&'static str, &'static str> {
    include_str!("conformance_negotiate/otherwise.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            line.split_once('\t')
                .unwrap_or_else(|| panic!("no tab in {line:?}"))
        })
        .collect()
}

/// The reasons that there are: of http.md, section 10, the rows with a part in negotiation, and
/// what that section does not cover.
const REASONS: [&str; 9] = [
    "routing",
    "body type",
    "/api/X.unknown, /api/X.jsv.json",
    "unknown format on /jsv/reply",
    "empty Accept line",
    "/json/reply without a name",
    "not covered: index of /api",
    "not covered: error page of a switched-off format",
    "not covered: pages of /metadata",
];

#[test]
fn formats_are_chosen_as_recorded() {
    let mut unused = reasons();
    let mut by_reason = BTreeMap::<&str, usize>::new();
    let mut by_group = BTreeMap::<String, usize>::new();
    let mut failures = Vec::new();
    let lines = lines();
    for line in &lines {
        let group = text(line, "group");
        if group != "rows" && group != "format" {
            continue;
        }
        *by_group.entry(group.to_owned()).or_default() += 1;
        let id = text(line, "id");
        match (difference(line), unused.remove(id)) {
            (None, None) => {}
            (Some(_), Some(reason)) if REASONS.contains(&reason) => {
                *by_reason.entry(reason).or_default() += 1;
            }
            (Some(_), Some(reason)) => failures.push(format!("{id}: unknown reason {reason:?}")),
            (None, Some(reason)) => failures.push(format!("{id}: {reason:?} is not needed")),
            (Some(difference), None) => {
                let (name, request) = (text(line, "name"), &line["request"]);
                failures.push(format!("{id} {name:?} {request}\n  {difference}"));
            }
        }
    }
    failures.extend(unused.keys().map(|id| format!("{id}: no such line")));
    println!("{by_group:?}, otherwise: {by_reason:?}");
    assert!(
        failures.is_empty(),
        "{} failures\n{}",
        failures.len(),
        failures.join("\n")
    );
}

#[test]
fn functions_are_called_by_the_recorded_name() {
    let mut checked = 0;
    for line in lines() {
        let name = text(&line, "name");
        if text(&line, "group") != "headers" || !name.starts_with("callback ") {
            continue;
        }
        checked += 1;
        let response = &line["response"];
        with_answer(&line, |_, choice, _| {
            let choice = choice.unwrap_or_else(|| panic!("{name}: no choice"));
            let jsonp = choice.jsonp.unwrap_or_else(|| panic!("{name}: no call"));
            let body = text(response, "body");
            let inner = br#"{"name":"dto","zip":1}"#;
            assert_eq!(jsonp.wrap(inner), body.as_bytes(), "{name}");
            assert_eq!(
                Some(choice.content_type),
                header(response, "Content-Type"),
                "{name}"
            );
        });
    }
    assert_eq!(checked, 21);
}
