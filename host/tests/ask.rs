//! Asking the application, in process.

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, request::Builder},
};
use jsv::{Options, dotnet::LocalZone};
use tower::ServiceExt;

/// The application with the settings that ServiceStack has as it comes.
pub(crate) fn app() -> Router {
    jsv_host::app(Options::servicestack(), LocalZone::Utc)
}

#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) content_type: String,
    pub(crate) body: String,
}

pub(crate) async fn send(app: Router, request: Builder, body: &str) -> Answer {
    let request = request.body(Body::from(body.to_owned())).unwrap();
    let (parts, body) = app.oneshot(request).await.unwrap().into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    let content_type = parts.headers["Content-Type"].to_str().unwrap();
    Answer {
        status: parts.status.as_u16(),
        content_type: content_type.to_owned(),
        body: String::from_utf8(body.to_vec()).unwrap(),
    }
}

/// Asks a page of the host that the recorded ones are of.
pub(crate) async fn get(app: Router, uri: &str) -> Answer {
    send(
        app,
        Request::get(uri).header("Host", "api.example.test"),
        "",
    )
    .await
}
