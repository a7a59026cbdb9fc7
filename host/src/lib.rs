//! The services of `jsv::dto`, served over HTTP: their own routes and the predefined ones of a
//! ServiceStack host, in JSON and JSV, with a metadata page for each operation.
//!
//! | | |
//! |---|---|
//! | [`app`] | all of it, as a router of axum |
//! | [`services`] | the operations alone, and what each answers |
//!
//! The program `jsv-host` serves [`app`] on a socket.

mod metadata;
mod page;
mod placeholders;
mod samples;
pub mod services;

use axum::Router;
use jsv::{
    Options,
    dotnet::LocalZone,
    negotiate::{Negotiator, Offer, Policy},
};
use jsv_axum::NegotiateLayer;

const SERVER: Negotiator<'static> =
    Negotiator::new(Policy::ServiceStack).default_offer(Offer::JSON);

/// The application: the five services, `/metadata`, `/json/metadata` and `/jsv/metadata`.
///
/// It negotiates as a ServiceStack host does whose default is JSON, and heeds
/// `X-Http-Method-Override`. The options are the host's settings, by which requests are read,
/// answers written and samples shown; the zone is that of the host's clock.
///
/// ```
/// use axum::{body::{Body, to_bytes}, http::Request};
/// use jsv::{Options, dotnet::LocalZone};
/// # async fn ask() -> Result<(), Box<dyn std::error::Error>> {
/// use tower::ServiceExt;
///
/// let app = jsv_host::app(Options::servicestack(), LocalZone::Utc);
/// let request = Request::post("/codelock/axema/usersync.jsv").body(Body::empty())?;
/// let response = app.oneshot(request).await?;
/// assert_eq!(response.headers()["Content-Type"], "application/jsv");
///
/// let body = to_bytes(response.into_body(), usize::MAX).await?;
/// assert!(body.starts_with(b"{id:11111111222233334444555555555555,"));
/// # Ok(())
/// # }
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(ask()).unwrap();
/// ```
pub fn app(options: Options, zone: LocalZone) -> Router {
    let negotiate = NegotiateLayer::new(SERVER)
        .options(options.local_zone(zone))
        .method_override(true);
    services::services()
        .with_state(zone)
        .merge(metadata::pages())
        .negotiate(negotiate)
}
