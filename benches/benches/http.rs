//! What HTTP costs: negotiation alone, and a request through an application, from its bytes to the
//! bytes of the answer, beside axum's own `Json` on the same structs. No socket is involved.
//!
//! `cargo bench -p jsv-benches --bench http`; compare the numbers of one run with each other.

#![expect(
    clippy::expect_used,
    reason = "a bench that cannot make its data has nothing to measure"
)]

use std::{hint::black_box, time::Duration};

use axum::{
    Json, Router,
    body::{Body, Bytes, to_bytes},
    extract::Request as HttpRequest,
    http::header,
    routing::post,
};
use criterion::{Criterion, criterion_group, criterion_main};
use jsv::{
    dto::bokamera::UpdateCustomer,
    negotiate::{Head, Offer, Policy, negotiate as choose},
};
use jsv_axum::{NegotiateLayer, Reply, Request, Services};
use tower::ServiceExt;

const BROWSER: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,\
                       image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7";

fn negotiation(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("negotiate");
    for (name, policy) in [
        ("ServiceStack", Policy::ServiceStack),
        ("Default", Policy::Default(Offer::JSON)),
        ("Strict", Policy::Strict),
    ] {
        for (accept, line) in [("one type", "application/jsv"), ("a browser", BROWSER)] {
            group.bench_function(format!("{name}, {accept}"), |b| {
                b.iter(|| {
                    let asked = Head::new(black_box("/customers/5")).accept(black_box(line));
                    choose(policy, &asked)
                });
            });
        }
    }
    group.finish();
}

fn application(criterion: &mut Criterion) {
    let text = include_str!("../../tests/seeds/update-customer.request.json");
    let customer: UpdateCustomer = jsv::json::from_str(text).expect("the sample reads");
    let json = jsv::json::to_vec(&customer).expect("the sample writes as JSON");
    let jsv = jsv::to_vec(&customer).expect("the sample writes as JSV");

    let plain = Router::new().route(
        "/customers",
        post(async |Json(customer): Json<UpdateCustomer>| Json(customer)),
    );
    let bound = Router::new().route(
        "/customers",
        post(async |Request(customer): Request<UpdateCustomer>| Reply(customer)),
    );
    let negotiated = NegotiateLayer::new(Policy::ServiceStack).around(bound);
    let services = Services::new()
        .operation(async |Request(customer): Request<UpdateCustomer>| Reply(customer))
        .negotiate(NegotiateLayer::new(Policy::ServiceStack));

    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime without drivers starts");
    let mut group = criterion.benchmark_group("application");
    for (name, app, path, content_type, body) in [
        (
            "axum::Json",
            &plain,
            "/customers",
            "application/json",
            &json,
        ),
        ("JSON", &negotiated, "/customers", "application/json", &json),
        ("JSV", &negotiated, "/customers", "application/jsv", &jsv),
        (
            "JSV, predefined route",
            &services,
            "/jsv/reply/UpdateCustomer",
            "application/jsv",
            &jsv,
        ),
    ] {
        let body = Bytes::from(body.clone());
        let ask = async || {
            let request = HttpRequest::post(path)
                .header(header::CONTENT_TYPE, content_type)
                .header(header::ACCEPT, content_type)
                .body(Body::from(body.clone()))
                .expect("the parts are valid");
            let Ok(response) = app.clone().oneshot(request).await;
            assert!(response.status().is_success());
            to_bytes(response.into_body(), usize::MAX).await
        };
        group.bench_function(name, |b| b.iter(|| runtime.block_on(ask())));
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .measurement_time(Duration::from_secs(3))
        .warm_up_time(Duration::from_secs(1));
    targets = negotiation, application
}
criterion_main!(benches);
