//! [`Negotiate`]: what becomes of a request. Its format is settled before it is routed, and its answer
//! encoded after it was made.

use std::{
    fmt,
    future::Future,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use axum::{
    extract::Request,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use jsv::{
    Result,
    negotiate::{Choice, Negotiator, Refusal},
};
use tower::Service;

use crate::{
    answer,
    negotiated::{self, Negotiated},
    override_method,
    routes::{Routes, with_path},
    settings::Settings,
};

/// The service of [`NegotiateLayer`](crate::NegotiateLayer).
#[derive(Clone)]
pub struct Negotiate<S> {
    settings: Arc<Settings>,
    inner: S,
    /// Those of the application within, if they are known.
    routes: Option<Arc<Routes>>,
}

impl<S> Negotiate<S> {
    pub(crate) fn new(settings: Settings, inner: S, routes: Option<Arc<Routes>>) -> Self {
        Self {
            settings: Arc::new(settings),
            inner,
            routes,
        }
    }
}

impl<S> fmt::Debug for Negotiate<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Negotiate").finish_non_exhaustive()
    }
}

impl<S> Service<Request> for Negotiate<S>
where
    S: Service<Request> + Clone + Send + 'static,
    S::Response: IntoResponse,
    S::Error: Send,
    S::Future: Send,
{
    type Response = Response;
    type Error = S::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Response, S::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        // What `poll_ready` was asked about is this service, so that it is the one to be called.
        let clone = self.inner.clone();
        let mut inner = std::mem::replace(&mut self.inner, clone);
        let (settings, routes) = (self.settings.clone(), self.routes.clone());
        Box::pin(async move {
            let is_negotiated = request.extensions().get::<Negotiated>().is_some();
            let mut request = match settings.overrides_method && !is_negotiated {
                true => override_method::overridden(request).await,
                false => request,
            };
            let Target {
                mut negotiated,
                mut route,
            } = match target(&settings, routes.as_deref(), &request) {
                Ok(target) => target,
                Err(_) if is_negotiated => {
                    return Ok(inner.call(request).await?.into_response());
                }
                Err(refusal) => return Ok(answer::refused(&refusal, &settings)),
            };
            // The outermost negotiation counts, but for the predefined routes within.
            let is_outermost = !is_negotiated || matches!(route, Route::Operation { .. });
            let method = request.method().clone();
            if is_outermost {
                request.extensions_mut().insert(negotiated.clone());
            } else if let Route::UnknownOperation { cut, .. } = route {
                route = Route::Ordinary { cut };
            }
            let routed = match route {
                Route::Ordinary { cut: None } => Err(request),
                Route::Ordinary { cut: Some(path) } => match &routes {
                    Some(routes) => routes.ordinary(request, &path, true).await,
                    None => {
                        *request.uri_mut() = with_path(request.uri(), &path);
                        Err(request)
                    }
                },
                Route::Operation { routes, path } => {
                    *request.uri_mut() = with_path(request.uri(), &path);
                    Ok(routes.operation(request).await)
                }
                Route::UnknownOperation { routes, cut, known } => {
                    let path = request.uri().path().to_owned();
                    let routed = match cut {
                        Some(cut) => routes.ordinary(request, &cut, true).await,
                        None => Err(request),
                    };
                    let routed = match routed {
                        Err(request) => routes.ordinary(request, &path, false).await,
                        routed => routed,
                    };
                    Ok(routed.unwrap_or_else(|_| {
                        negotiated = known;
                        answer::unknown_operation()
                    }))
                }
            };
            let response = match routed {
                Ok(response) => response,
                Err(request) => inner.call(request).await?.into_response(),
            };
            Ok(match is_outermost {
                true => answer::answered(response, &negotiated, &method),
                false => response,
            })
        })
    }
}

/// Where a request goes.
struct Target<'r> {
    negotiated: Negotiated,
    route: Route<'r>,
}

enum Route<'r> {
    /// With the path that its suffix was taken off.
    Ordinary { cut: Option<String> },
    /// The predefined route of an operation, and its path in the router of those.
    Operation { routes: &'r Routes, path: String },
    /// A predefined route of an operation that does not exist, and what is negotiated for that.
    /// There may be an ordinary route of the same path.
    UnknownOperation {
        routes: &'r Routes,
        cut: Option<String>,
        known: Negotiated,
    },
}

fn target<'r>(
    settings: &Arc<Settings>,
    routes: Option<&'r Routes>,
    request: &Request,
) -> Result<Target<'r>, Refusal> {
    let (path, query) = (request.uri().path(), request.uri().query());
    let lines = request.headers().get_all(header::ACCEPT);
    let lines: Vec<&[u8]> = lines.iter().map(HeaderValue::as_bytes).collect();
    let negotiate = |negotiator: &Negotiator<'static>| {
        let query = query.unwrap_or_default();
        negotiated::negotiate(negotiator, path, query, request.headers(), &lines)
    };
    let cut = |choice: &Choice<'_>| (choice.path != path).then(|| choice.path.to_owned());
    let without_predefined = settings.negotiator.predefined(false);

    let routes = routes.filter(|routes| routes.has_operations());
    let choice = match routes {
        Some(_) => negotiate(&settings.negotiator)?,
        None => negotiate(&without_predefined)?,
    };
    let (Some(routes), Some(route)) = (routes, &choice.predefined) else {
        let route = Route::Ordinary { cut: cut(&choice) };
        let negotiated = Negotiated::new(settings, path, choice);
        return Ok(Target { negotiated, route });
    };
    if let Some(path_of_operation) = routes.path_of(route) {
        return Ok(Target {
            negotiated: Negotiated::new(settings, path, choice),
            route: Route::Operation {
                routes,
                path: path_of_operation,
            },
        });
    }
    let ordinary = negotiate(&without_predefined)?;
    Ok(Target {
        route: Route::UnknownOperation {
            routes,
            cut: cut(&ordinary),
            known: Negotiated::new(settings, path, choice),
        },
        negotiated: Negotiated::new(settings, path, ordinary),
    })
}
