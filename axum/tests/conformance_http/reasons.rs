//! The reasons of http.md, section 10, each with a check that the answer is what its third column
//! says.

use jsv::{Layout, Value};

use super::{
    bodies,
    case::{Case, Outcome, ensure, equal},
    dates,
    errors::{self, same_type},
    routes, values,
};

/// The check of a reason.
type Check = fn(&Case) -> Outcome;

/// By the first column of the table; of what is not covered, by what it is.
pub const REASONS: &[(&str, Check)] = &[
    ("zone kept", dates::zone_kept),
    ("bare error", errors::bare_error),
    ("error text", errors::error_text),
    ("validation", errors::validation),
    ("refused body", bodies::refused_body),
    ("white space", bodies::white_space),
    ("pretty body", bodies::pretty_body),
    ("body type", bodies::body_type),
    ("chunked", bodies::chunked),
    ("encoding", bodies::encoding),
    (
        "query beside a body on predefined routes",
        values::beside_a_body,
    ),
    ("misshapen query value", values::misshapen),
    ("date texts", values::date_texts),
    ("cut and guessed scalars", bodies::cut_scalar),
    ("Uri", values::uri),
    ("path decoding", routes::path_decoding),
    ("routing", routes::routing),
    ("fragment", routes::fragment),
    ("wrong method", routes::wrong_method),
    ("/json/reply without a name", routes::without_a_name),
    ("empty method override", routes::empty_override),
    (
        "/api/X.unknown, /api/X.jsv.json",
        routes::unknown_api_format,
    ),
    (
        "unknown format on /jsv/reply",
        routes::unknown_format_on_jsv_reply,
    ),
    ("empty Accept line", routes::empty_accept),
    ("ends of the calendar", dates::ends_of_calendar),
    (
        "GET-only service on a predefined route by another verb",
        routes::get_only,
    ),
    ("not covered: error page of HTML", error_page),
    (
        "not covered: error page of a switched-off format",
        switched_off,
    ),
    ("not covered: ?jsconfig=", jsconfig),
    ("not covered: ?debug", debug),
    ("not covered: index of /api", index),
    ("not covered: pages of /metadata", metadata),
    ("not covered: a getter that fails half-way", getter),
    ("not covered: malformed multipart", multipart),
];

/// Checks a case by a reason.
pub fn check(reason: &str, case: &Case) -> Outcome {
    let known = REASONS.iter().find(|(known, _)| *known == reason);
    let (_, check) = known.ok_or("no such reason")?;
    check(case)
}

fn error_page(case: &Case) -> Outcome {
    let (recorded, ours) = (case.recorded(), case.ours);
    equal("status", recorded.status, ours.status)?;
    equal("Vary", recorded.header("Vary"), ours.header("Vary"))?;
    let types = (recorded.media_type(), ours.media_type());
    equal("types", ("text/plain".into(), "text/html".into()), types)
}

fn switched_off(case: &Case) -> Outcome {
    let (recorded, ours) = (case.recorded(), case.ours);
    equal("statuses", (403, 403), (recorded.status, ours.status))?;
    equal("Vary", recorded.header("Vary"), ours.header("Vary"))?;
    equal("recorded type", "text/plain", &recorded.content_type())?;
    equal("type", "application/jsv", &ours.content_type())?;
    equal("body", "", &ours.text())
}

fn jsconfig(case: &Case) -> Outcome {
    ensure(case.query().contains_key("jsconfig"), "no jsconfig")?;
    equal("status", case.recorded().status, case.ours.status)?;
    same_type(case)
}

fn debug(case: &Case) -> Outcome {
    let query = case.sent().query();
    let mut names = query.split('&').map(|pair| pair.split('=').next());
    ensure(names.any(|name| name == Some("debug")), "no debug")?;
    equal("status", case.recorded().status, case.ours.status)?;
    let pretty = case.options().clone().layout(Layout::Auto);
    let read: Result<Value, _> = pretty.from_str(&case.recorded().text());
    equal("what is shown", read.ok(), case.ours.value())
}

fn index(case: &Case) -> Outcome {
    let path = case.sent().path();
    ensure(path.trim_end_matches('/') == "/api", "another path")?;
    ensure(case.ours.says_nothing(), "more than a status")
}

fn metadata(case: &Case) -> Outcome {
    let path = case.sent().path();
    ensure(path.ends_with("/metadata"), "another path")?;
    equal(
        "statuses",
        (200, 404),
        (case.recorded().status, case.ours.status),
    )?;
    ensure(case.ours.says_nothing(), "more than a status")
}

fn getter(case: &Case) -> Outcome {
    ensure(
        case.sent().path().starts_with("/raw/bad"),
        "another service",
    )?;
    equal("status", 500, case.ours.status)?;
    same_type(case)?;
    ensure(case.ours.is_bare_error(), "more than a ResponseStatus")
}

fn multipart(case: &Case) -> Outcome {
    let content_type = case.sent().header("Content-Type").unwrap_or_default();
    ensure(
        content_type.starts_with("multipart/form-data"),
        "another type",
    )?;
    equal("status", 400, case.ours.status)?;
    same_type(case)?;
    ensure(case.ours.is_bare_error(), "more than a ResponseStatus")
}
