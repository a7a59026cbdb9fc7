//! Sending a recorded request to the server.

use axum::http::{HeaderMap, Method, StatusCode};
use axum::{
    Router,
    body::{Body, to_bytes},
};
use jsv::{Format, dotnet::Bytes};
use jsv_tests_common::{calls::of, lines::text_of};
use serde_json::Value as Json;
use tokio::runtime::Runtime;
use tower::ServiceExt;

use super::server::{self, Call, Calls};

/// A recorded request.
pub struct Recorded {
    method: Method,
    pub target: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Recorded {
    pub fn new(request: &Json) -> Self {
        let headers = request["headers"].as_array().into_iter().flatten();
        let method = text_of(&request["method"]).parse();
        let body = match request["body_b64"].as_str() {
            Some(base64) => of::<Bytes>(base64).to_vec(),
            None => text_of(&request["body"]).into(),
        };
        Self {
            method: method.unwrap_or_else(|error| panic!("{error}")),
            target: text_of(&request["target"]).into(),
            headers: headers
                .map(|header| (text_of(&header[0]).into(), text_of(&header[1]).into()))
                .collect(),
            body,
        }
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        let found = headers.find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    /// The method that is meant.
    pub fn method(&self) -> &str {
        let overriding = self.header("X-Http-Method-Override");
        overriding.unwrap_or(self.method.as_str())
    }

    /// The format that is asked for: a client asks for one and no other.
    pub fn format(&self) -> Format {
        match self.header("Accept") {
            Some("application/json") => Format::Json,
            Some("application/jsv") => Format::Jsv,
            other => panic!("Accept: {other:?}"),
        }
    }

    fn to_http(&self) -> axum::http::Request<Body> {
        let mut request = axum::http::Request::builder()
            .method(self.method.clone())
            .uri(&self.target);
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        let request = request.body(Body::from(self.body.clone()));
        request.unwrap_or_else(|error| panic!("{error}: {}", self.target))
    }
}

/// A server in this process.
pub struct Server {
    runtime: Runtime,
    router: Router,
    calls: Calls,
}

impl Server {
    /// The server with layers around it.
    pub fn new(layered: impl FnOnce(Router) -> Router) -> Self {
        let calls = Calls::default();
        let runtime = tokio::runtime::Builder::new_current_thread().build();
        Self {
            runtime: runtime.unwrap_or_else(|error| panic!("{error}")),
            router: layered(server::router(calls.clone())),
            calls,
        }
    }

    /// Sends a request.
    pub fn ask(&self, request: &Recorded) -> Answer {
        self.calls.take();
        let router = self.router.clone();
        let (parts, body) = self.runtime.block_on(async {
            let Ok(response) = router.oneshot(request.to_http()).await;
            let (parts, body) = response.into_parts();
            let body = to_bytes(body, usize::MAX).await;
            (parts, body.unwrap_or_else(|error| panic!("{error}")))
        });
        Answer {
            calls: self.calls.take(),
            status: parts.status,
            headers: parts.headers,
            body: body.into(),
        }
    }
}

/// What came of a request: the calls of handlers, and the response.
pub struct Answer {
    pub calls: Vec<Call>,
    pub status: StatusCode,
    headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}
