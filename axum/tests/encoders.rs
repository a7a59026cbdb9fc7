//! Offers of the application's own.

use axum::{Router, extract::Request, routing::get as on_get};
use jsv::{
    Format, Options,
    negotiate::{Negotiator, Offer, Policy},
};
use jsv_axum::{NegotiateLayer, Negotiated};

use super::{
    ask::{JSON, ask, get},
    sample::{self, JSON_TEXT},
};

const PAGE: Offer = Offer::new("html", "text/html; charset=utf-8");
const SERVER: Negotiator = Negotiator::new(Policy::Strict).offers(&[Offer::JSON, Offer::JSV, PAGE]);

#[test]
fn an_offer_of_the_application_is_encoded_by_its_encoder() {
    let app = NegotiateLayer::new(SERVER).encoder(PAGE, |value| {
        let mut page = b"<pre>".to_vec();
        page.extend(value.to_vec(Format::Jsv, &Options::new())?);
        Ok(page)
    });
    let app = app.around(sample::app());
    let answer = ask(
        &app,
        Request::get("/customer").header("Accept", "text/html"),
    );
    let page = "<pre>{Name:\"a,\u{2028}\",Tags:[x,y]}";
    assert_eq!(answer.parts(), (200, PAGE.content_type().to_owned(), page));
    assert_eq!(get(&app, "/none.html").status, 204);
    assert_eq!(get(&app, "/customer.html?callback=show").body, page);
}

#[test]
fn without_an_encoder_an_offer_of_the_application_is_the_handlers_or_json() {
    let app = Router::new()
        .route(
            "/page",
            on_get(async |negotiated: Negotiated| {
                assert_eq!(
                    (negotiated.offer(), negotiated.path()),
                    (PAGE, "/page.html")
                );
                assert_eq!(negotiated.format(), None);
                "page"
            }),
        )
        .merge(sample::app());
    let app = NegotiateLayer::new(SERVER).around(app);
    assert_eq!(get(&app, "/page.html").body, "page");
    assert_eq!(
        get(&app, "/customer.html").parts(),
        (200, JSON.to_owned(), JSON_TEXT)
    );
}
