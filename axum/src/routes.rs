//! [`Routes`]: the routers of an application, and finding the one that a request is for.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use axum::{
    Router,
    extract::{MatchedPath, Request},
    http::{Uri, uri::PathAndQuery},
    middleware::{Next, from_fn},
    response::Response,
};
use jsv::negotiate::Predefined;
use tower::ServiceExt;

/// The routers of an application.
pub(crate) struct Routes {
    /// The ordinary routes, each with [`tried`] around it, and [`returned`] where there is none.
    trial: Router,
    /// The operations by their predefined routes.
    predefined: Router,
    /// The path of each operation in `predefined`, by its name in small letters.
    paths: BTreeMap<String, String>,
}

impl Routes {
    pub(crate) fn new(
        ordinary: &Router,
        predefined: Router,
        paths: BTreeMap<String, String>,
    ) -> Self {
        let routes = ordinary.clone().reset_fallback();
        let trial = match routes.has_routes() {
            true => routes.route_layer(from_fn(tried)),
            false => routes,
        };
        Self {
            trial: trial.fallback(returned),
            predefined,
            paths,
        }
    }

    /// Whether there are operations, and with them predefined routes.
    pub(crate) fn has_operations(&self) -> bool {
        !self.paths.is_empty()
    }

    /// The path of an operation in its router.
    pub(crate) fn path_of(&self, route: &Predefined<'_>) -> Option<String> {
        let path = self.paths.get(&route.operation.to_ascii_lowercase())?;
        let of_list = if route.is_list { "[]" } else { "" };
        Some([path, of_list].concat())
    }

    /// The answer of an operation.
    pub(crate) async fn operation(&self, request: Request) -> Response {
        let Ok(response) = self.predefined.clone().oneshot(request).await;
        response
    }

    /// The answer of the ordinary route for a path; or the request as it came if there is none, or, of
    /// a path that was cut, only a wildcard, which gets the path as it was sent (http.md, section 2).
    pub(crate) async fn ordinary(
        &self,
        mut request: Request,
        path: &str,
        is_cut: bool,
    ) -> Result<Response, Request> {
        let (uri, extensions) = (request.uri().clone(), request.extensions().clone());
        *request.uri_mut() = with_path(&uri, path);
        request.extensions_mut().remove::<MatchedPath>();
        match is_cut {
            true => request.extensions_mut().insert(Cut),
            false => request.extensions_mut().remove::<Cut>(),
        };
        let Ok(mut response) = self.trial.clone().oneshot(request).await;
        let Some(Returned(returned)) = response.extensions_mut().remove::<Returned>() else {
            return Ok(response);
        };
        let mut returned = returned.lock().unwrap_or_else(PoisonError::into_inner);
        match returned.take() {
            Some(mut request) => {
                *request.uri_mut() = uri;
                *request.extensions_mut() = extensions;
                Err(request)
            }
            None => Ok(response),
        }
    }
}

/// Marks a request whose path was cut.
#[derive(Clone, Copy)]
struct Cut;

/// A request that comes back, in the extensions of a response.
#[derive(Clone)]
struct Returned(Arc<Mutex<Option<Request>>>);

/// Runs a route, unless it would have to see the path as it was sent: a wildcard, or a service that
/// is nested, of which axum does not tell the path.
async fn tried(request: Request, next: Next) -> Response {
    let extensions = request.extensions();
    let is_cut = extensions.get::<Cut>().is_some();
    let matched = extensions.get::<MatchedPath>();
    match is_cut && matched.is_none_or(|path| is_wildcard(path.as_str())) {
        true => returned(request).await,
        false => next.run(request).await,
    }
}

/// Gives the request back.
async fn returned(request: Request) -> Response {
    let mut response = Response::default();
    let returned = Returned(Arc::new(Mutex::new(Some(request))));
    response.extensions_mut().insert(returned);
    response
}

/// Whether a route of axum ends in a wildcard.
fn is_wildcard(path: &str) -> bool {
    path.rsplit('/')
        .next()
        .is_some_and(|last| last.starts_with("{*"))
}

/// The URI with another path.
pub(crate) fn with_path(uri: &Uri, path: &str) -> Uri {
    let text = match uri.query() {
        Some(query) => [path, "?", query].concat(),
        None => path.to_owned(),
    };
    let mut parts = uri.clone().into_parts();
    // The path is a part of the one that came, or one of the router's, so that it is valid.
    if let Ok(path_and_query) = PathAndQuery::try_from(text) {
        parts.path_and_query = Some(path_and_query);
    }
    Uri::from_parts(parts).unwrap_or_else(|_| uri.clone())
}
