//! The metadata pages (http.md, section 9): their routes, and which operations they show. What they
//! look like is in `page`, and what they show of an operation in `samples`.

use axum::{
    Router,
    http::{HeaderMap, StatusCode, header},
    response::Html,
    routing::get,
};
use jsv::{
    Format,
    dto::{
        bokamera::{CancelLicense, CreateAxemaUserSync, CreateLicense, UpdateCustomer},
        customers::BatchRegisterCustomers,
    },
    http::ServiceError,
};
use jsv_axum::{Error, Negotiated, Request};
use serde::Deserialize;

use crate::{page, samples::Metadata};

const OPERATIONS: &[Metadata] = &[
    Metadata::of::<CreateAxemaUserSync>(),
    Metadata::of::<UpdateCustomer>(),
    Metadata::of::<BatchRegisterCustomers>(),
    Metadata::of::<CreateLicense>(),
    Metadata::of::<CancelLicense>(),
];

/// The routes of the pages. They show samples by the options of the negotiation around them.
pub(crate) fn pages() -> Router {
    let page = |format| {
        get(
            move |negotiated: Negotiated, headers: HeaderMap, asked: Request<Asked>| {
                answer(format, negotiated, headers, asked)
            },
        )
    };
    Router::new()
        .route("/metadata", get(async || Html(page::list(OPERATIONS))))
        .route("/json/metadata", page(Format::Json))
        .route("/jsv/metadata", page(Format::Jsv))
}

/// The query of a page.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Asked {
    op: String,
}

async fn answer(
    format: Format,
    negotiated: Negotiated,
    headers: HeaderMap,
    Request(Asked { op }): Request<Asked>,
) -> Result<(StatusCode, Html<String>), Error> {
    let mut operations = OPERATIONS.iter();
    let Some(operation) = operations.find(|known| known.name.eq_ignore_ascii_case(&op)) else {
        return Ok((StatusCode::NOT_FOUND, Html(page::unknown(&op))));
    };
    let host = headers.get(header::HOST);
    let host = host.and_then(|host| host.to_str().ok());
    let samples = operation
        .samples(format, negotiated.options(), host.unwrap_or("localhost"))
        .map_err(ServiceError::internal)?;
    let page = page::operation(operation, format, &samples);
    Ok((StatusCode::OK, Html(page)))
}
