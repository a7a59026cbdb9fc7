//! [`Request`]: the DTO of a request, bound from its path, query, form and body.

use std::{
    any::type_name,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{extract::FromRequest, http::request::Parts};
use jsv::{Format, Options, adapter::read_dto, http::ServiceError, query::Binder};
use serde::de::DeserializeOwned;

use crate::{
    body::{self, RequestBody},
    error::Error,
    negotiated::Negotiated,
    override_method, path,
};

/// The DTO of a request (http.md, section 6).
///
/// Its members come, a later one replacing an earlier one, from the body, the variables of the path,
/// the query and the form. The body is JSON or JSV, as `Content-Type` says, or a form; names are
/// compared without regard to case.
///
/// ```
/// use jsv_axum::{Reply, Request};
/// use serde::{Deserialize, Serialize};
///
/// #[derive(Serialize, Deserialize)]
/// #[serde(rename_all = "PascalCase")]
/// struct Customer { id: i32, name: Option<String> }
///
/// async fn update(Request(customer): Request<Customer>) -> Reply<Customer> {
///     Reply(customer)
/// }
///
/// let app: axum::Router = axum::Router::new().route("/customers/{Id}", axum::routing::put(update));
/// # async fn ask(app: axum::Router) -> Result<(), Box<dyn std::error::Error>> {
/// use tower::ServiceExt;
///
/// let request = axum::extract::Request::put("/customers/5?name=Acme").body(axum::body::Body::empty())?;
/// let response = app.oneshot(request).await?;
/// let body = axum::body::to_bytes(response.into_body(), usize::MAX).await?;
/// assert_eq!(body, r#"{"id":5,"name":"Acme"}"#);
/// # Ok(())
/// # }
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(ask(app)).unwrap();
/// ```
///
/// A member of the body that a value replaces is not looked at: with `?id=1` the body `{"Id":"x"}` is
/// bound. A DTO without members, `struct Ping;`, takes any object and any values; an `Option` is
/// `None` by a body that is `null` if there are no values.
///
/// Under [`Unknown::Error`](jsv::Unknown::Error) a query or form may still have the names `format`,
/// `callback` and `X-Http-Method-Override`.
///
/// # Rejections
///
/// An [`Error`] in the format of the answer:
///
/// | status | |
/// |---|---|
/// | 400 | values that their members do not accept, with an entry for each; a body that is malformed, is not UTF-8 or holds a value that its member does not accept |
/// | 413 | a body beyond axum's `DefaultBodyLimit`, 2 MB unless the application says otherwise |
/// | 415 | a body that is not empty, of another type, charset or content coding |
///
/// Of a variable of the path that is not UTF-8 the entry has the text that was sent. There is none for
/// a variable of the path that a router is nested at, since axum has taken that off.
///
/// Why a body cannot be read to its end is not told to the caller: it is the error's
/// [`source`](core::error::Error::source).
///
/// A coding of the body, such as gzip, is undone by a layer outside, such as tower-http's
/// `RequestDecompressionLayer`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Request<T>(pub T);

/// The name of the operation that a route belongs to, in the extensions of its requests.
#[derive(Clone, Copy)]
pub(crate) struct OperationName(pub(crate) &'static str);

/// A DTO that is bound already, in the extensions of a request.
pub(crate) struct Bound<T>(Arc<Mutex<Option<T>>>);

impl<T> Clone for Bound<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> Bound<T> {
    pub(crate) fn new(dto: T) -> Self {
        Self(Arc::new(Mutex::new(Some(dto))))
    }

    fn take(&self) -> Option<T> {
        let mut dto = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        dto.take()
    }
}

impl<T, S> FromRequest<S> for Request<T>
where
    T: DeserializeOwned + Send + 'static,
    S: Send + Sync,
{
    type Rejection = Error;

    async fn from_request(request: axum::extract::Request, _: &S) -> Result<Self, Error> {
        let bound = request.extensions().get::<Bound<T>>();
        if let Some(dto) = bound.and_then(Bound::take) {
            return Ok(Self(dto));
        }
        let (mut parts, body) = request.into_parts();
        let options = options(&parts);
        let name = name::<T>(&parts);
        let mut binder = binder(&options);
        path::add(&mut parts, &mut binder, name).await?;
        binder.query(parts.uri.query().unwrap_or_default());
        let request = axum::extract::Request::from_parts(parts, body);
        let body = body::read(request, None, &mut binder).await?;
        Ok(Self(bind(&binder, &body, &options, name)?))
    }
}

/// The options of the server.
pub(crate) fn options(parts: &Parts) -> Options {
    match parts.extensions.get::<Negotiated>() {
        Some(negotiated) => negotiated.options().clone(),
        None => Options::servicestack(),
    }
}

/// A binder that leaves out what a query or form has for the layer, if its names are none of the
/// DTO's.
pub(crate) fn binder(options: &Options) -> Binder {
    let mut binder = Binder::new(options);
    binder.ignore_unknown(&["format", "callback", override_method::NAME]);
    binder
}

/// The DTO of a body with the values laid over it.
pub(crate) fn bind<T: DeserializeOwned>(
    binder: &Binder,
    body: &RequestBody,
    options: &Options,
    name: &str,
) -> Result<T, ServiceError> {
    let bound = match body {
        RequestBody::None => binder.bind(),
        RequestBody::Text(format, text) if binder.is_empty() => {
            return read_dto(*format, text, options).map_err(body::unreadable);
        }
        RequestBody::Text(Format::Json, text) => binder.bind_over_json(text),
        RequestBody::Text(Format::Jsv, text) => binder.bind_over_jsv(text),
    };
    bound.map_err(|refused| ServiceError::binding(name, &refused))
}

/// The name of the operation, else that of the DTO's type.
fn name<T>(parts: &Parts) -> &'static str {
    match parts.extensions.get::<OperationName>() {
        Some(OperationName(name)) => name,
        None => {
            let name = type_name::<T>().split('<').next().unwrap_or_default();
            name.rsplit("::").next().unwrap_or(name)
        }
    }
}
