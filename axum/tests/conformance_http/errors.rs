//! The reasons about errors.

use jsv::operation::{ResponseError, ResponseStatus};

use super::{
    case::{Case, Outcome, ensure, equal},
    compare::same_headers,
    fail::FailResponse,
};

/// Always the bare form: `ResponseStatus` is that of the recorded body; where that is `{}`, the
/// status alone is compared.
pub fn bare_error(case: &Case) -> Outcome {
    let (recorded, ours) = (case.recorded(), case.ours);
    equal("status", recorded.status, ours.status)?;
    ensure(same_headers(recorded, ours), "headers")?;
    ensure(ours.is_bare_error(), "more than a ResponseStatus")?;
    if recorded.unwrapped() == "{}" {
        return Ok(());
    }
    equal(
        "ResponseStatus",
        recorded.response_status(),
        ours.response_status(),
    )?;
    let response: FailResponse = recorded.read().ok_or("no FailResponse")?;
    let others = FailResponse {
        response_status: None,
        ..response
    };
    equal("other members", FailResponse::default(), others)
}

/// 400, with the same `ResponseStatus`.
pub fn validation(case: &Case) -> Outcome {
    let (recorded, ours) = (case.recorded(), case.ours);
    equal("statuses", (500, 400), (recorded.status, ours.status))?;
    ensure(same_headers(recorded, ours), "headers")?;
    if case.sent().method == "HEAD" {
        return equal("body", "", &ours.text());
    }
    ensure(ours.is_bare_error(), "more than a ResponseStatus")?;
    let status = ours.response_status().unwrap_or_default();
    let code = Some("ValidationException");
    equal("ErrorCode", code, status.error_code.as_deref())?;
    if recorded.is_in_other_format() {
        return Ok(());
    }
    equal("ResponseStatus", recorded.response_status(), Some(status))
}

/// Our words; all else is equal. Those about a body are what is wrong with it.
pub fn error_text(case: &Case) -> Outcome {
    let (recorded, ours) = (case.recorded(), case.ours);
    equal("status", recorded.status, ours.status)?;
    ensure(same_headers(recorded, ours), "headers")?;
    ensure(ours.is_bare_error(), "more than a ResponseStatus")?;
    let status = ours.response_status();
    let recorded = recorded.response_status().map(without_messages);
    equal(
        "but for messages",
        recorded,
        status.clone().map(without_messages),
    )?;
    let message = status.and_then(|status| status.message);
    ensure(message.is_some_and(|text| !text.is_empty()), "no message")?;
    // What the layer for codings says of a body has no place.
    if case.sent().header("Content-Encoding").is_some() {
        return Ok(());
    }
    let error = case.body_error().ok_or("a body that can be read")?;
    case.refuses_body(&error)
}

fn without_messages(status: ResponseStatus) -> ResponseStatus {
    let errors = status.errors.map(|errors| {
        let without = errors.into_iter().map(|error| ResponseError {
            message: None,
            ..error
        });
        without.collect()
    });
    ResponseStatus {
        message: None,
        errors,
        ..status
    }
}

/// `Content-Type` and `Vary` are as recorded.
pub fn same_type(case: &Case) -> Outcome {
    let (recorded, ours) = (case.recorded(), case.ours);
    equal("Content-Type", recorded.content_type(), ours.content_type())?;
    equal("Vary", recorded.header("Vary"), ours.header("Vary"))
}
