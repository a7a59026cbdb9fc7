//! The body of a request: which format it is in, and its text.

use std::error::Error as StdError;

use axum::{
    body::Bytes,
    extract::{FromRequest, Multipart, Request, multipart::MultipartError},
    http::StatusCode,
};
use jsv::{
    Format, Result, adapter,
    http::{Origin, ServiceError, status_name},
    query::Binder,
};

use crate::{
    content::{self, FORM, Kind, MULTIPART},
    override_method,
    read_ahead::ReadAhead,
};

const BYTE_ORDER_MARK: char = '\u{feff}';

/// A request's body, as it is bound (http.md, section 5).
pub(crate) enum RequestBody {
    /// None, or a form whose values the binder has already.
    None,
    Text(Format, String),
}

/// Reads the body of a request. The values of a form go to the binder.
///
/// A route that has a format of its own reads it whatever the header says, unless that is a form.
pub(crate) async fn read(
    request: Request,
    of_route: Option<Format>,
    binder: &mut Binder,
) -> Result<RequestBody, ServiceError> {
    let kind = Kind::of(request.headers());
    let sent = override_method::sent_method(request.method(), request.extensions());
    let may_have_form = content::may_have_form(sent);
    let refusal = content::refusal(request.headers());
    if kind == Kind::Multipart {
        let binder = may_have_form.then_some(binder);
        return read_multipart(request, refusal, binder).await;
    }
    let bytes = Bytes::from_request(request, &()).await;
    let bytes = bytes.map_err(|rejection| unread(rejection.status(), rejection))?;
    if without_mark(&bytes).is_empty() {
        return Ok(RequestBody::None);
    }
    if let Some(refusal) = refusal {
        return Err(unsupported(refusal));
    }
    if kind == Kind::Form {
        if may_have_form {
            binder.form(&text(bytes).map_err(unreadable)?);
        }
        return Ok(RequestBody::None);
    }
    match (of_route, kind) {
        (Some(format), _) | (None, Kind::Format(format)) => {
            let text = text(bytes).map_err(unreadable)?;
            Ok(RequestBody::Text(format, text))
        }
        _ => Err(unsupported("its Content-Type")),
    }
}

/// The text of a body, without its byte-order mark.
fn text(bytes: Bytes) -> Result<String> {
    let text = String::from_utf8(bytes.into());
    let mut text = text.or_else(|error| adapter::text_of(error.as_bytes()).map(str::to_owned))?;
    if text.starts_with(BYTE_ORDER_MARK) {
        text.drain(..BYTE_ORDER_MARK.len_utf8());
    }
    Ok(text)
}

fn without_mark(body: &[u8]) -> &[u8] {
    body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body)
}

/// The fields of a form in parts, if they count; a file is none.
async fn read_multipart(
    request: Request,
    refusal: Option<&str>,
    binder: Option<&mut Binder>,
) -> Result<RequestBody, ServiceError> {
    let (parts, body) = request.into_parts();
    let body = ReadAhead::new(body, 0).await;
    if body.whole().is_some_and(|whole| whole.is_empty()) {
        return Ok(RequestBody::None);
    }
    if let Some(refusal) = refusal {
        return Err(unsupported(refusal));
    }
    let Some(binder) = binder else {
        return Ok(RequestBody::None);
    };
    let request = Request::from_parts(parts, body.into_body());
    let multipart = Multipart::from_request(request, &()).await;
    let mut multipart =
        multipart.map_err(|rejection| refused(rejection.status(), rejection.body_text()))?;
    while let Some(field) = multipart.next_field().await.map_err(malformed)? {
        let name = field.name().map(str::to_owned);
        let Some(name) = name.filter(|_| field.file_name().is_none()) else {
            continue;
        };
        if !content::is_utf8(field.content_type().unwrap_or_default()) {
            return Err(unsupported(&format!("the charset of `{name}`")));
        }
        let text = text(field.bytes().await.map_err(malformed)?);
        binder.form_field(
            &name,
            &text.map_err(|error| unreadable(adapter::in_member(error, &name)))?,
        );
    }
    Ok(RequestBody::None)
}

/// What is wrong with a form in parts, or with how it is sent.
fn malformed(error: MultipartError) -> ServiceError {
    match error.status() {
        StatusCode::BAD_REQUEST => refused(StatusCode::BAD_REQUEST, error.body_text()),
        status => unread(status, error),
    }
}

/// A body that cannot be read to its end. Why is told to the log alone.
fn unread(status: StatusCode, error: impl StdError + Send + Sync + 'static) -> ServiceError {
    let refused = match status {
        StatusCode::PAYLOAD_TOO_LARGE => refused(status, "The body is too large".to_owned()),
        _ => {
            let message = "The body could not be read to its end";
            refused(StatusCode::BAD_REQUEST, message.to_owned())
        }
    };
    refused.with_source(error)
}

/// A body whose text is not what it should be.
pub(crate) fn unreadable(error: impl std::fmt::Display) -> ServiceError {
    refused(StatusCode::BAD_REQUEST, error.to_string())
}

fn refused(status: StatusCode, message: String) -> ServiceError {
    let code = match status {
        StatusCode::BAD_REQUEST => "SerializationException".to_owned(),
        _ => status_name(status),
    };
    ServiceError::new(status, code, message).with_origin(Origin::Binding)
}

fn unsupported(what: &str) -> ServiceError {
    let message = format!(
        "The body is not read because of {what}, expected application/json, application/jsv, \
         {FORM} or {MULTIPART}, in UTF-8"
    );
    refused(StatusCode::UNSUPPORTED_MEDIA_TYPE, message)
}
