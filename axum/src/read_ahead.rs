//! [`ReadAhead`]: a body that was looked into and is still whole.

use std::{
    future::poll_fn,
    pin::Pin,
    task::{Context, Poll},
};

use axum::{
    Error,
    body::{Body, Bytes, HttpBody},
};
use http_body::{Frame, SizeHint};

/// The beginning of a body and what comes after it.
pub(crate) struct ReadAhead {
    data: Bytes,
    /// What came in place of more data: trailers, or the error that the body ends in.
    last: Option<Result<Frame<Bytes>, Error>>,
    /// `None` if the body was read to its end.
    rest: Option<Body>,
}

impl ReadAhead {
    /// Reads a body until it has more than this many bytes, or to its end.
    pub(crate) async fn new(mut body: Body, limit: usize) -> Self {
        let mut data = Vec::new();
        let last = loop {
            if data.len() > limit {
                return Self {
                    data: data.into(),
                    last: None,
                    rest: Some(body),
                };
            }
            let frame = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await;
            match frame.map(|frame| frame.map(Frame::into_data)) {
                Some(Ok(Ok(bytes))) if data.is_empty() => data = bytes.into(),
                Some(Ok(Ok(bytes))) => data.extend_from_slice(&bytes),
                Some(Ok(Err(trailers))) => break Some(Ok(trailers)),
                Some(Err(error)) => break Some(Err(error)),
                None => break None,
            }
        };
        Self {
            data: data.into(),
            last,
            rest: None,
        }
    }

    /// All of the body, if it was read to its end.
    pub(crate) fn whole(&self) -> Option<&Bytes> {
        let is_whole = self.rest.is_none() && !matches!(self.last, Some(Err(_)));
        is_whole.then_some(&self.data)
    }

    /// The body, of which nothing is missing.
    pub(crate) fn into_body(self) -> Body {
        Body::new(self)
    }
}

impl HttpBody for ReadAhead {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        if !self.data.is_empty() {
            let data = std::mem::take(&mut self.data);
            return Poll::Ready(Some(Ok(Frame::data(data))));
        }
        if let Some(last) = self.last.take() {
            return Poll::Ready(Some(last));
        }
        match &mut self.rest {
            Some(rest) => Pin::new(rest).poll_frame(context),
            None => Poll::Ready(None),
        }
    }

    fn is_end_stream(&self) -> bool {
        let is_read = self.data.is_empty() && self.last.is_none();
        is_read && self.rest.as_ref().is_none_or(Body::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        let data = self.data.len() as u64;
        let rest = match (&self.rest, &self.last) {
            (Some(rest), _) => rest.size_hint(),
            (None, Some(Err(_))) => SizeHint::new(),
            (None, _) => SizeHint::with_exact(0),
        };
        let mut hint = SizeHint::new();
        hint.set_lower(rest.lower().saturating_add(data));
        if let Some(upper) = rest.upper().and_then(|upper| upper.checked_add(data)) {
            hint.set_upper(upper);
        }
        hint
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderMap;
    use std::collections::VecDeque;

    use super::*;

    /// A body of these frames.
    struct Frames(VecDeque<Result<Frame<Bytes>, Error>>);

    impl HttpBody for Frames {
        type Data = Bytes;
        type Error = Error;

        fn poll_frame(
            mut self: Pin<&mut Self>,
            _: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
            Poll::Ready(self.0.pop_front())
        }

        fn is_end_stream(&self) -> bool {
            self.0.is_empty()
        }
    }

    fn frames() -> Body {
        let data = |text: &'static str| Ok(Frame::data(Bytes::from_static(text.as_bytes())));
        let trailers = Ok(Frame::trailers(HeaderMap::new()));
        Body::new(Frames([data("ab"), data(""), data("cd"), trailers].into()))
    }

    /// The data of a body, and how many trailers came after it.
    async fn read(mut body: Body) -> (Vec<u8>, usize) {
        let (mut data, mut trailers) = (Vec::new(), 0);
        while let Some(frame) = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
            match frame.unwrap().into_data() {
                Ok(bytes) => data.extend_from_slice(&bytes),
                Err(_) => trailers += 1,
            }
        }
        assert!(body.is_end_stream());
        (data, trailers)
    }

    #[tokio::test]
    async fn nothing_is_lost_wherever_reading_stops() {
        for limit in 0..6 {
            let body = ReadAhead::new(frames(), limit).await;
            let whole = body.whole().map(|whole| whole.to_vec());
            assert_eq!(whole.is_some(), limit >= 4);
            assert_eq!(body.size_hint().lower(), if limit < 2 { 2 } else { 4 });
            assert_eq!(read(body.into_body()).await, (b"abcd".to_vec(), 1));
        }
    }
}
