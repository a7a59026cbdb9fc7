//! The reasons about bodies.

use jsv::{Format, Layout, Value};

use super::{
    case::{Case, Outcome, ensure, equal},
    errors::same_type,
    routes::is_same_answer,
    values::{self, refused_values},
};

/// 400 where a text that jsv.md or json.md calls an error was answered.
pub fn refused_body(case: &Case) -> Outcome {
    equal("recorded status", 200, case.recorded().status)?;
    same_type(case)?;
    let error = case.body_error().ok_or("a body that can be read")?;
    case.refuses_body(&error)
}

/// 400 where a scalar is none of its member's type, in a body or query; 500 where JSON cannot say
/// what is answered.
pub fn cut_scalar(case: &Case) -> Outcome {
    equal("recorded status", 200, case.recorded().status)?;
    same_type(case)?;
    if case.ours.status == 500 {
        let body = case.recorded().text();
        let is_json = serde_json::from_str::<serde::de::IgnoredAny>(&body).is_ok();
        let has_no_number = body.contains("NaN") || body.contains("Infinity");
        ensure(has_no_number && !is_json, "the recorded body is JSON")?;
        let status = case.ours.response_status().unwrap_or_default();
        let code = Some("InternalServerError");
        return equal("ErrorCode", code, status.error_code.as_deref());
    }
    let is_letter = |name: &String| name == "letter";
    if case.sent().body.is_none() {
        ensure(case.query().keys().all(is_letter), "no char")?;
        return refused_values(case);
    }
    let body: Value = case.read().map_err(|error| error.to_string())?;
    let has_letters = body.get_ignore_case("Letter").and_then(Value::as_str);
    let has_letters = has_letters.is_some_and(|text| text.chars().count() > 1);
    let name = body.get_ignore_case("Name").filter(|name| !name.is_text());
    ensure(has_letters || name.is_some(), "no misfit char or string")?;
    refused_body(case)
}

/// 415, the rest as negotiated; under JSONP 200.
pub fn body_type(case: &Case) -> Outcome {
    let (sent, ours) = (case.sent(), case.ours);
    let content_type = sent.header("Content-Type").unwrap_or_default();
    let lower = content_type.to_ascii_lowercase();
    let is_utf8 = lower
        .split_once("charset=")
        .is_none_or(|(_, charset)| charset.trim_matches('"') == "utf-8");
    let is_known = jsv::Format::from_content_type(content_type).is_some();
    ensure(!is_known || !is_utf8, "the body's type is known")?;
    ensure(
        sent.body.as_ref().is_some_and(|body| !body.is_empty()),
        "no body",
    )?;

    equal("status", 415, ours.status)?;
    equal("Vary", case.recorded().header("Vary"), ours.header("Vary"))?;
    ensure(ours.is_bare_error(), "more than a ResponseStatus")?;
    let status = ours.response_status().unwrap_or_default();
    let code = Some("UnsupportedMediaType");
    equal("ErrorCode", code, status.error_code.as_deref())?;
    let message = status.message.unwrap_or_default();
    ensure(message.contains("application/jsv"), "nothing is offered")?;
    // The reference answers in a type that nobody offers; here that is the host's default.
    if case.recorded().content_type() == content_type {
        let default = case.ask(|sent| sent.body = None);
        return equal("type", default.content_type(), ours.content_type());
    }
    same_type(case)
}

/// As jsv.md, section 1, reads a text whose white space is what the reference stumbles over.
pub fn white_space(case: &Case) -> Outcome {
    same_type(case)?;
    let Some(body) = &case.sent().body else {
        return values::white_space(case);
    };
    equal("format", Some(Format::Jsv), case.body_format())?;
    ensure(body.iter().any(u8::is_ascii_whitespace), "no white space")?;
    let statuses = (case.recorded().status, case.ours.status);
    ensure(statuses != (400, 400), "refused by both")?;
    // Nothing else is wrong with the text.
    let loose = case.options().clone().layout(Layout::Loose);
    let read = loose.from_slice::<Value>(body);
    ensure(read.is_ok(), "more than white space is wrong")?;
    case.is_answered_as_read()
}

/// Read.
pub fn pretty_body(case: &Case) -> Outcome {
    same_type(case)?;
    let body = case.sent().body.as_deref().unwrap_or_default();
    let is_pretty = body.starts_with(b"{\n") || body.starts_with(b"{\r\n");
    ensure(is_pretty, "no pretty layout")?;
    equal("status", 200, case.ours.status)?;
    case.is_answered_as_read()
}

/// The body is read: our answer is that to the same body in one piece.
pub fn chunked(case: &Case) -> Outcome {
    ensure(case.sent().is_chunked, "not in chunks")?;
    same_type(case)?;
    is_same_answer(case, &case.ask(|sent| sent.is_chunked = false))?;
    case.is_answered_as_read()
}

/// The body as it comes out of the HTTP layer; or 415 where that layer leaves it as it is.
pub fn encoding(case: &Case) -> Outcome {
    let coding = case.sent().header("Content-Encoding");
    ensure(coding.is_some(), "no Content-Encoding")?;
    let Some(plain) = case.host.without_coding(case.sent()) else {
        equal("status", 415, case.ours.status)?;
        same_type(case)?;
        let status = case.ours.response_status().unwrap_or_default();
        let code = Some("UnsupportedMediaType");
        return equal("ErrorCode", code, status.error_code.as_deref());
    };
    equal("status", 200, case.ours.status)?;
    is_same_answer(case, &case.host.ask(&plain))
}
