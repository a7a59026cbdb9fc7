//! An answer, and whether two of them are equal as far as they are compared.

use std::fmt;

use axum::{
    BoxError,
    body::{Body, Bytes, HttpBody, to_bytes},
    http::{HeaderMap, Response},
};

/// An answer, recorded or ours.
#[derive(Clone)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    /// None was recorded of an HTML page.
    pub body: Option<Vec<u8>>,
}

/// The headers that are compared.
const HEADERS: [&str; 4] = ["Content-Type", "Vary", "X-AutoBatch-Completed", "Location"];

/// Formats that this crate does not encode.
const OTHER_FORMATS: [&str; 4] = ["text/html", "application/xml", "text/csv", "text/jsonl"];

/// What comparing two answers says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    Equal,
    /// Status and headers are equal, and the body is in a format of others.
    BodyNotCovered,
    Unequal,
}

impl Answer {
    pub async fn of<B>(response: Response<B>) -> Self
    where
        B: HttpBody<Data = Bytes> + Send + 'static,
        B::Error: Into<BoxError>,
    {
        let (parts, body) = response.into_parts();
        let body = to_bytes(Body::new(body), usize::MAX).await.unwrap();
        Self {
            status: parts.status.as_u16(),
            headers: pairs(&parts.headers),
            body: Some(body.into()),
        }
    }

    /// The value of a header; several are joined.
    pub fn header(&self, name: &str) -> Option<String> {
        let named = self.headers.iter();
        let named = named.filter(|(known, _)| known.eq_ignore_ascii_case(name));
        let values: Vec<&str> = named.map(|(_, value)| value.as_str()).collect();
        (!values.is_empty()).then(|| values.join(", "))
    }

    pub fn content_type(&self) -> String {
        self.header("Content-Type").unwrap_or_default()
    }

    /// The media type of the body, without parameters.
    pub fn media_type(&self) -> String {
        let content_type = self.content_type().to_ascii_lowercase();
        content_type
            .split(';')
            .next()
            .unwrap_or_default()
            .to_owned()
    }

    /// Whether the body is in a format that is not compared.
    pub fn is_in_other_format(&self) -> bool {
        OTHER_FORMATS.contains(&self.media_type().as_str())
    }

    /// Whether this is what a router answers by itself: neither type nor body.
    pub fn says_nothing(&self) -> bool {
        self.header("Content-Type").is_none()
            && self.header("Vary").is_none()
            && self.text().is_empty()
    }

    /// The body as a text; empty if there is none.
    pub fn text(&self) -> String {
        let body = self.body.as_deref().unwrap_or_default();
        String::from_utf8_lossy(body).into_owned()
    }
}

fn pairs(headers: &HeaderMap) -> Vec<(String, String)> {
    let pair = |(name, value): (&axum::http::HeaderName, &axum::http::HeaderValue)| {
        let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
        (name.to_string(), value)
    };
    headers.iter().map(pair).collect()
}

/// Compares two answers.
pub fn compare(recorded: &Answer, ours: &Answer) -> Comparison {
    if recorded.status != ours.status || !same_headers(recorded, ours) {
        return Comparison::Unequal;
    }
    match &recorded.body {
        Some(body) if Some(body) == ours.body.as_ref() => Comparison::Equal,
        _ if recorded.is_in_other_format() => Comparison::BodyNotCovered,
        _ => Comparison::Unequal,
    }
}

/// Whether the compared headers are equal.
pub fn same_headers(recorded: &Answer, ours: &Answer) -> bool {
    HEADERS
        .iter()
        .all(|name| recorded.header(name) == ours.header(name))
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.status)?;
        for name in HEADERS.iter().chain(&["Allow"]) {
            if let Some(value) = self.header(name) {
                write!(f, " | {name}: {value}")?;
            }
        }
        write!(f, " | {}", self.text())
    }
}
