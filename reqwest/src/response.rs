//! [`ResponseExt`]: reading DTOs and errors (http.md, section 7).

use std::{borrow::Cow, future::Future};

use hyper::ext::ReasonPhrase;
use jsv::{Format, Options, TextCase, http::ServiceError, operation::ResponseStatus};
use reqwest::{
    Response, Version,
    header::{CONTENT_ENCODING, CONTENT_TYPE},
};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::{error::Error, nothing::Nothing, sealed::Sealed};

/// Reads the responses of ServiceStack's services.
pub trait ResponseExt: Sealed {
    /// The format that the `Content-Type` names, in any case; parameters do not count.
    ///
    /// ```
    /// use jsv::Format;
    /// use jsv_reqwest::ResponseExt;
    ///
    /// let response = http::Response::builder()
    ///     .header("Content-Type", "Text/JSV; charset=utf-8")
    ///     .body("[1,2]")
    ///     .unwrap();
    /// assert_eq!(reqwest::Response::from(response).format(), Some(Format::Jsv));
    /// ```
    fn format(&self) -> Option<Format>;

    /// Reads the body in the format that its `Content-Type` names. The
    /// [package's page](crate#what-is-read-how) tells all cases.
    ///
    /// ```no_run
    /// use jsv_reqwest::{Error, ResponseExt};
    ///
    /// # async fn run() -> Result<(), Error> {
    /// let response = reqwest::get("https://api.example.org/licenses/count").await?;
    /// let count: Option<i32> = response.dto().await?;
    /// # let _ = count;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// A status that is not 2xx; a body that is not received, in a coding, of another type, or not
    /// that of the DTO.
    fn dto<T: DeserializeOwned>(self) -> impl Future<Output = Result<T, Error>> + Send;

    /// As [`dto`](Self::dto), by these options. They do not concern the body of an error.
    ///
    /// # Errors
    ///
    /// As [`dto`](Self::dto).
    fn dto_with<T: DeserializeOwned>(
        self,
        options: &Options,
    ) -> impl Future<Output = Result<T, Error>> + Send;
}

impl ResponseExt for Response {
    fn format(&self) -> Option<Format> {
        Format::from_content_type(&content_type(self)?)
    }

    async fn dto<T: DeserializeOwned>(self) -> Result<T, Error> {
        self.dto_with(&Options::new()).await
    }

    async fn dto_with<T: DeserializeOwned>(self, options: &Options) -> Result<T, Error> {
        if !self.status().is_success() {
            return Err(service_error(self).await.into());
        }
        let format = self.format();
        let content_type = content_type(&self);
        let coding = coding(&self);
        let body = self.bytes().await?;
        if is_nothing(&body, format) {
            return Ok(T::deserialize(Nothing)?);
        }
        if let Some(coding) = coding {
            return Err(Error::ContentEncoding(coding));
        }
        let format = format.ok_or(Error::ContentType(content_type))?;
        Ok(format.from_slice(&body, options)?)
    }
}

fn content_type(response: &Response) -> Option<String> {
    let value = response.headers().get(CONTENT_TYPE)?;
    Some(String::from_utf8_lossy(value.as_bytes()).into_owned())
}

/// The codings that the body is still in. reqwest takes away the name of one that it undoes.
fn coding(response: &Response) -> Option<String> {
    let lines = response.headers().get_all(CONTENT_ENCODING).iter();
    let lines: Vec<_> = lines
        .map(|line| String::from_utf8_lossy(line.as_bytes()))
        .collect();
    let codings = lines.join(", ");
    let mut names = codings.split(',').map(str::trim);
    let is_coded = !names.all(|name| name.is_empty() || name.eq_ignore_ascii_case("identity"));
    is_coded.then_some(codings)
}

/// Whether a successful body is no value.
fn is_nothing(body: &[u8], format: Option<Format>) -> bool {
    let text = without_mark(body);
    text.is_empty() || format == Some(Format::Json) && text.trim_ascii() == b"null"
}

/// A body without its byte-order mark.
fn without_mark(body: &[u8]) -> &[u8] {
    body.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(body)
}

/// What a response is that is no success.
async fn service_error(response: Response) -> ServiceError {
    let (status, format) = (response.status(), response.format());
    let reason = reason_phrase(&response).map(Cow::into_owned);
    let body = error_body(response).await;
    let sent = body.and_then(|body| response_status(&body, format));
    ServiceError::received(status, reason.as_deref(), sent)
}

/// The greatest body of an error that is read, in bytes.
const MAX_ERROR: usize = 1 << 20;

/// The body of an error; `None` if it is in a coding, breaks off or is too long.
async fn error_body(mut response: Response) -> Option<Vec<u8>> {
    if coding(&response).is_some() {
        return None;
    }
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.ok()? {
        if chunk.len() > MAX_ERROR - body.len() {
            return None;
        }
        body.extend_from_slice(&chunk);
    }
    Some(body)
}

/// The phrase after the status. hyper keeps one that is not the usual one, and an empty one; HTTP/2
/// and 3 have none.
fn reason_phrase(response: &Response) -> Option<Cow<'_, str>> {
    if let Some(own) = response.extensions().get::<ReasonPhrase>() {
        return Some(String::from_utf8_lossy(own.as_bytes()));
    }
    match response.version() {
        Version::HTTP_2 | Version::HTTP_3 => None,
        _ => response.status().canonical_reason().map(Cow::Borrowed),
    }
}

/// How the bodies of errors are read, whichever text case the service has.
const ERRORS: Options = Options::new().text_case(TextCase::Snake);

/// The body of an error. It may be any response DTO.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ErrorBody {
    response_status: Option<ResponseStatus>,
}

/// The [`ResponseStatus`] in a body, if there is one that can be read.
fn response_status(body: &[u8], named: Option<Format>) -> Option<ResponseStatus> {
    let read = |format: Format| format.from_slice::<ErrorBody>(body, &ERRORS).ok();
    let begun = match without_mark(body) {
        [b'{', b'"', ..] => Some(Format::Json),
        [b'{', ..] => Some(Format::Jsv),
        _ => None,
    };
    let body = named.and_then(read).or_else(|| begun.and_then(read))?;
    body.response_status
}
