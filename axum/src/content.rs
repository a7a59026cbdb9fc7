//! What the headers of a request say of its body.

use axum::http::{HeaderMap, Method, header};
use jsv::Format;

pub(crate) const FORM: &str = "application/x-www-form-urlencoded";
pub(crate) const MULTIPART: &str = "multipart/form-data";

/// What a `Content-Type` says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Format(Format),
    Form,
    Multipart,
    Other,
}

impl Kind {
    pub(crate) fn of(headers: &HeaderMap) -> Self {
        let content_type = content_type(headers);
        if let Some(format) = Format::from_content_type(content_type) {
            return Self::Format(format);
        }
        let media_type = content_type.split(';').next().unwrap_or_default().trim();
        if media_type.eq_ignore_ascii_case(FORM) {
            Self::Form
        } else if media_type.eq_ignore_ascii_case(MULTIPART) {
            Self::Multipart
        } else {
            Self::Other
        }
    }
}

/// Whether a form in the body counts (http.md, section 5).
pub(crate) fn may_have_form(method: &Method) -> bool {
    matches!(*method, Method::POST | Method::PUT | Method::PATCH)
}

/// Why a body is not read whatever its type; `None` if it is.
pub(crate) fn refusal(headers: &HeaderMap) -> Option<&'static str> {
    if is_coded(headers) {
        return Some("its Content-Encoding");
    }
    (!is_utf8(content_type(headers))).then_some("its charset")
}

fn content_type(headers: &HeaderMap) -> &str {
    let content_type = headers.get(header::CONTENT_TYPE);
    let content_type = content_type.and_then(|value| value.to_str().ok());
    content_type.unwrap_or_default()
}

/// Whether the body is still in a coding; a layer that undoes one takes the header away.
fn is_coded(headers: &HeaderMap) -> bool {
    let mut codings = headers.get_all(header::CONTENT_ENCODING).iter();
    codings.any(|coding| !coding.as_bytes().eq_ignore_ascii_case(b"identity"))
}

/// Whether the charset of a `Content-Type`, if it has one, is UTF-8.
pub(crate) fn is_utf8(content_type: &str) -> bool {
    parameters(content_type).all(|parameter| {
        let Some((name, value)) = parameter.split_once('=') else {
            return true;
        };
        let value = value.trim().trim_matches('"');
        let is_utf8 = value.eq_ignore_ascii_case("utf-8") || value.eq_ignore_ascii_case("utf8");
        is_utf8 || !name.trim().eq_ignore_ascii_case("charset")
    })
}

/// The parameters of a media type as they are written, malformed ones too. A `;` in quotes is text.
fn parameters(content_type: &str) -> impl Iterator<Item = &str> {
    let (mut is_quoted, mut is_escaped) = (false, false);
    let parameters = content_type.split(move |c| {
        let is_text = std::mem::take(&mut is_escaped);
        match c {
            _ if is_text => {}
            '\\' => is_escaped = is_quoted,
            '"' => is_quoted = !is_quoted,
            ';' => return !is_quoted,
            _ => {}
        }
        false
    });
    parameters.skip(1)
}
