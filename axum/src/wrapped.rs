//! [`Wrapped`]: a body within a JSONP call, passed on as it comes.

use std::{
    pin::Pin,
    task::{Context, Poll, ready},
};

use axum::{
    Error,
    body::{Body, Bytes, HttpBody},
};
use http_body::{Frame, SizeHint};
use jsv::{adapter::escaped, negotiate::Jsonp};

/// `name(`, the body, `)`.
pub(crate) struct Wrapped {
    before: Option<Bytes>,
    body: Body,
    after: Option<Bytes>,
    /// Escapes the line separators of JavaScript; `None` where the policy leaves them.
    escape: Option<Escape>,
}

const AFTER: Bytes = Bytes::from_static(b")");

impl Wrapped {
    pub(crate) fn new(jsonp: &Jsonp<'_>, body: Body) -> Self {
        Self {
            before: Some([jsonp.name(), "("].concat().into()),
            body,
            after: Some(AFTER),
            escape: jsonp.nosniff().then(Escape::default),
        }
    }

    /// What stands before and after the body.
    fn ours(&self) -> u64 {
        let ours = [&self.before, &self.after].into_iter().flatten();
        ours.map(|bytes| bytes.len() as u64).sum()
    }
}

impl HttpBody for Wrapped {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        if let Some(before) = self.before.take() {
            return Poll::Ready(Some(Ok(Frame::data(before))));
        }
        while self.after.is_some() {
            let frame = match ready!(Pin::new(&mut self.body).poll_frame(context)) {
                Some(Ok(frame)) => frame,
                Some(Err(error)) => {
                    self.after = None;
                    return Poll::Ready(Some(Err(error)));
                }
                None => {
                    let mut end = self.escape.take().map(Escape::rest).unwrap_or_default();
                    end.extend(self.after.take().unwrap_or_default());
                    return Poll::Ready(Some(Ok(Frame::data(end.into()))));
                }
            };
            // Trailers are about the body within.
            let Ok(data) = frame.into_data() else {
                continue;
            };
            let data = match &mut self.escape {
                Some(escape) => escape.chunk(&data).into(),
                None => data,
            };
            return Poll::Ready(Some(Ok(Frame::data(data))));
        }
        Poll::Ready(None)
    }

    fn is_end_stream(&self) -> bool {
        self.after.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        let (ours, within) = (self.ours(), self.body.size_hint());
        let mut hint = SizeHint::new();
        hint.set_lower(within.lower().saturating_add(ours));
        // What is escaped grows.
        let upper = within.upper().filter(|_| self.escape.is_none());
        if let Some(upper) = upper.and_then(|upper| upper.checked_add(ours)) {
            hint.set_upper(upper);
        }
        hint
    }
}

/// Escapes a body chunk by chunk. A character may stand at the seam of two.
#[derive(Default)]
struct Escape {
    /// The beginning of what may be a line separator.
    held: Vec<u8>,
}

impl Escape {
    fn chunk(&mut self, chunk: &[u8]) -> Vec<u8> {
        self.held.extend_from_slice(chunk);
        let held = match &*self.held {
            [.., 0xe2, 0x80] => 2,
            [.., 0xe2] => 1,
            _ => 0,
        };
        let rest = self.held.split_off(self.held.len() - held);
        escaped(&std::mem::replace(&mut self.held, rest))
    }

    fn rest(self) -> Vec<u8> {
        self.held
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_are_escaped_wherever_chunks_end() {
        let text = "a\u{2028}b\u{2029}\u{20ac}\u{e2}".as_bytes();
        let expected = "a\\u2028b\\u2029\u{20ac}\u{e2}".as_bytes();
        for first in 0..=text.len() {
            for second in first..=text.len() {
                let mut escape = Escape::default();
                let mut all = escape.chunk(&text[..first]);
                all.extend(escape.chunk(&text[first..second]));
                all.extend(escape.chunk(&text[second..]));
                all.extend(escape.rest());
                assert_eq!(all, expected, "{first}, {second}");
            }
        }
    }
}
