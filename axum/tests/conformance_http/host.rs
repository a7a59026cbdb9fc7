//! The host of http-host.md, and asking it.

use axum::{
    Router,
    body::{Body, Bytes},
    extract::Request,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    routing::any,
};
use chrono_tz::Europe;
use jsv::{
    DateFormat, Format, Options, TextCase,
    dotnet::LocalZone,
    negotiate::{Negotiator, Offer, Policy},
};
use jsv_axum::NegotiateLayer;
use tokio::runtime::{Builder, Runtime};
use tower::{Layer, ServiceExt};
use tower_http::decompression::RequestDecompressionLayer;

use super::{compare::Answer, fail, probes, raw, recorded::Sent};

const HTML: Offer = Offer::new("html", "text/html");
const XML: Offer = Offer::new("xml", "application/xml");
const CSV: Offer = Offer::new("csv", "text/csv");
const JSON_LINES: Offer = Offer::new("jsonl", "text/jsonl");

const OFFERS: [Offer; 6] = [HTML, Offer::JSON, XML, Offer::JSV, CSV, JSON_LINES];

/// The zone of host Z.
const STOCKHOLM: LocalZone = LocalZone::Function(|at| LocalZone::offset_in(&Europe::Stockholm, at));

/// One of the hosts.
pub struct Host {
    pub options: Options,
    pub zone: LocalZone,
    router: Router,
    runtime: Runtime,
}

impl Host {
    /// The host of a name.
    pub fn new(name: &str) -> Self {
        let plain = Negotiator::new(Policy::ServiceStack).offers(&OFFERS);
        let negotiator = match name {
            "B" => plain.default_offer(Offer::JSON),
            "Q" => plain.default_offer(Offer::JSV),
            "J" => plain.jsonp(false),
            "N" => plain.suffixes(false),
            "X" => plain.switched_off(&["jsv"]),
            _ => plain,
        };
        let zone = if name == "Z" {
            STOCKHOLM
        } else {
            LocalZone::Utc
        };
        let options = Options::servicestack().local_zone(zone);
        let options = match name {
            "P" => options.text_case(TextCase::AsDeclared),
            "W" => options.date_format(DateFormat::Iso8601),
            _ => options,
        };
        Self {
            router: router(negotiator, &options, zone),
            options,
            zone,
            runtime: Builder::new_current_thread().build().unwrap(),
        }
    }

    /// The answer to a request.
    pub fn ask(&self, sent: &Sent) -> Answer {
        self.ask_router(self.router.clone(), sent)
    }

    /// The answer of a router behind the layer that undoes the coding of bodies.
    pub fn ask_router(&self, router: Router, sent: &Sent) -> Answer {
        let decompressing = RequestDecompressionLayer::new().pass_through_unaccepted(true);
        let app = decompressing.layer(router);
        self.runtime.block_on(async {
            let response = app.oneshot(request(sent)).await.unwrap();
            Answer::of(response).await
        })
    }

    /// The request as it comes out of that layer; `None` if its body is still coded.
    pub fn without_coding(&self, sent: &Sent) -> Option<Sent> {
        async fn same(headers: HeaderMap, body: Bytes) -> Result<Bytes, StatusCode> {
            match headers.contains_key(header::CONTENT_ENCODING) {
                true => Err(StatusCode::UNSUPPORTED_MEDIA_TYPE),
                false => Ok(body),
            }
        }
        let answer = self.ask_router(Router::new().fallback(any(same)), sent);
        let mut plain = sent.clone();
        plain.headers.retain(|(name, _)| name != "Content-Encoding");
        plain.body = answer.body;
        (answer.status == 200).then_some(plain)
    }
}

fn router(negotiator: Negotiator<'static>, options: &Options, zone: LocalZone) -> Router {
    let mut negotiate = NegotiateLayer::new(negotiator)
        .options(options.clone())
        .method_override(true);
    // Bodies in these formats are not compared.
    for offer in [HTML, XML, CSV, JSON_LINES] {
        let options = options.clone();
        negotiate = negotiate.encoder(offer, move |value| value.to_vec(Format::Jsv, &options));
    }
    let operations = raw::add(fail::add(probes::add(jsv_host::services::services())));
    operations.with_state(zone).negotiate(negotiate)
}

/// The request as an HTTP server has it.
fn request(sent: &Sent) -> Request {
    let mut request = Request::builder()
        .method(sent.method.as_bytes())
        .uri(sent.target.as_str());
    for (name, value) in &sent.headers {
        // Around a value a server takes off spaces and tabs.
        let value = value.trim_matches([' ', '\t']);
        request = request.header(name, HeaderValue::from_bytes(value.as_bytes()).unwrap());
    }
    request = match &sent.body {
        Some(_) if sent.is_chunked => request.header("Transfer-Encoding", "chunked"),
        Some(body) => request.header("Content-Length", body.len()),
        None => request,
    };
    let body = sent.body.clone().map_or_else(Body::empty, Body::from);
    request.body(body).unwrap()
}
