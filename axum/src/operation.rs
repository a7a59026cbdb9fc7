//! An operation as it is called by a predefined route: bound by the rules of those, alone or as a
//! list.

use axum::{
    body::Body,
    extract::Request as HttpRequest,
    handler::Handler,
    http::{StatusCode, request::Parts},
    response::{IntoResponse, Response},
};
use jsv::{
    Format,
    adapter::{read_dto, read_dtos},
    http::ServiceError,
    operation::Operation,
};
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    batch,
    body::{self, RequestBody},
    error::Error,
    negotiated::Negotiated,
    request::{Bound, Request, bind, binder, options},
};

/// The arguments of a handler whose last one is a [`Request`]. It tells
/// [`Services::operation`](crate::Services::operation) which operation the handler is of, and is
/// implemented for all such handlers.
#[diagnostic::on_unimplemented(
    message = "the last argument of an operation's handler is `jsv_axum::Request<Dto>`",
    label = "its last argument is another one"
)]
pub trait LastArgument: sealed::Sealed {
    /// The DTO of the request.
    type Dto;
}

mod sealed {
    pub trait Sealed {}
}

macro_rules! last_argument {
    ($($name:ident)*) => {
        impl<M, $($name,)* T> sealed::Sealed for (M, $($name,)* Request<T>) {}

        impl<M, $($name,)* T> LastArgument for (M, $($name,)* Request<T>) {
            type Dto = T;
        }
    };
}

last_argument! {}
last_argument! { A }
last_argument! { A B }
last_argument! { A B C }
last_argument! { A B C D }
last_argument! { A B C D E }
last_argument! { A B C D E F }
last_argument! { A B C D E F G }
last_argument! { A B C D E F G H }
last_argument! { A B C D E F G H I }
last_argument! { A B C D E F G H I J }
last_argument! { A B C D E F G H I J K }
last_argument! { A B C D E F G H I J K L }
last_argument! { A B C D E F G H I J K L N }
last_argument! { A B C D E F G H I J K L N O }
last_argument! { A B C D E F G H I J K L N O P }

/// Calls the operation with one DTO.
pub(crate) async fn one<T, H, M, S>(handler: H, request: HttpRequest, state: S) -> Response
where
    T: Operation + Serialize + DeserializeOwned + Send + 'static,
    H: Handler<M, S>,
{
    let (mut parts, body) = request.into_parts();
    match bound::<T>(&parts, body).await {
        Ok(dto) => {
            parts.extensions.insert(Bound::new(dto));
            let request = HttpRequest::from_parts(parts, Body::empty());
            handler.call(request, state).await
        }
        Err(error) => Error(error).into_response(),
    }
}

/// Calls the operation with each DTO of a list.
pub(crate) async fn list<T, H, M, S>(handler: H, request: HttpRequest, state: S) -> Response
where
    T: Operation + DeserializeOwned + Send + 'static,
    H: Handler<M, S>,
    S: Clone,
{
    let (parts, body) = request.into_parts();
    match items::<T>(&parts, body).await {
        Ok(dtos) => batch::answer(handler, &parts, dtos, state).await,
        Err(error) => Error(error).into_response(),
    }
}

/// The DTO of a request to a predefined route: a query fills what a body leaves open.
async fn bound<T>(parts: &Parts, body: Body) -> Result<T, ServiceError>
where
    T: Operation + Serialize + DeserializeOwned,
{
    let options = options(parts);
    let mut binder = binder(&options);
    binder.query(parts.uri.query().unwrap_or_default());
    let request = with_body(parts, body);
    let body = body::read(request, format_of_route(parts), &mut binder).await?;
    if let RequestBody::Text(format, text) = &body {
        let alone: T = read_dto(*format, text, &options).map_err(body::unreadable)?;
        if binder.is_empty() {
            return Ok(alone);
        }
        binder
            .retain_unset(&alone)
            .map_err(ServiceError::internal)?;
    }
    bind(&binder, &body, &options, T::NAME)
}

async fn items<T>(parts: &Parts, body: Body) -> Result<Vec<T>, ServiceError>
where
    T: Operation + DeserializeOwned,
{
    let options = options(parts);
    let mut form = binder(&options);
    let request = with_body(parts, body);
    match body::read(request, format_of_route(parts), &mut form).await? {
        RequestBody::Text(format, text) => {
            read_dtos(format, &text, &options).map_err(body::unreadable)
        }
        RequestBody::None if form.is_empty() => Ok(Vec::new()),
        RequestBody::None => {
            let refused = ServiceError::from(StatusCode::UNSUPPORTED_MEDIA_TYPE);
            Err(refused.with_meta("Expected", "application/json, application/jsv"))
        }
    }
}

fn with_body(parts: &Parts, body: Body) -> HttpRequest {
    HttpRequest::from_parts(parts.clone(), body)
}

/// The format of the route, which its bodies are in.
fn format_of_route(parts: &Parts) -> Option<Format> {
    let negotiated = parts.extensions.get::<Negotiated>()?;
    negotiated.predefined()?.offer.format()
}
