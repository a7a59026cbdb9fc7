//! [`Services`]: the operations of an application, on their own routes and on the predefined ones.

use std::{collections::BTreeMap, convert::Infallible, fmt};

use axum::{
    Extension, Router,
    extract::{Request as HttpRequest, State},
    handler::Handler,
    http::Method,
    response::IntoResponse,
    routing::{MethodFilter, MethodRouter, Route, any, on},
};
use jsv::{
    http::{Origin, ServiceError},
    operation::Operation,
};
use serde::{Serialize, de::DeserializeOwned};
use tower::{Layer, Service};

use crate::{
    error::Error,
    layer::NegotiateLayer,
    operation::{self, LastArgument},
    request::OperationName,
    routes::Routes,
};

/// The operations of an application.
///
/// [`operation`](Self::operation) registers a handler on the routes of its operation and, as a
/// ServiceStack host does, on
///
/// | route | |
/// |---|---|
/// | `/json/reply/X`, `/jsv/reply/X` | in any case; further segments are ignored |
/// | `/json/oneway/X`, `/jsv/oneway/X` | the same |
/// | `/api/X`, `/api/X.jsv` | |
/// | `/json/reply/X[]`, `/api/X[]` and so on | a list of requests, answered by the list of answers |
///
/// for every format that the server offers (http.md, sections 2 and 5). They come before ordinary
/// routes of the same path. A request for an operation that does not exist is answered by 405,
/// `NotImplementedException`. A list may be as long as its body: axum's `DefaultBodyLimit` limits it.
///
/// ```
/// use axum::{Router, routing::get};
/// use jsv::{dto::bokamera::CancelLicense, negotiate::Policy};
/// use jsv_axum::{NegotiateLayer, Reply, Request, Services};
///
/// async fn cancel(Request(license): Request<CancelLicense>) -> Reply<i32> {
///     Reply(license.id)
/// }
///
/// let app: Router = Services::new()
///     .operation(cancel)
///     .merge(Router::new().route("/health", get(|| async { "fine" })))
///     .negotiate(NegotiateLayer::new(Policy::ServiceStack));
/// # async fn ask(app: Router) -> Result<(), Box<dyn std::error::Error>> {
/// use tower::ServiceExt;
///
/// for (path, answer) in [("/jsv/reply/cancellicense?id=5", "5"), ("/health", "fine")] {
///     let request = axum::extract::Request::get(path).body(axum::body::Body::empty())?;
///     let response = app.clone().oneshot(request).await?;
///     assert_eq!(axum::body::to_bytes(response.into_body(), usize::MAX).await?, answer);
/// }
/// # Ok(())
/// # }
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(ask(app)).unwrap();
/// ```
pub struct Services<S = ()> {
    router: Router<S>,
    predefined: Router<S>,
    /// The path of each operation in `predefined`, by its name in small letters.
    paths: BTreeMap<String, String>,
}

impl<S> fmt::Debug for Services<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Services")
            .field("operations", &self.paths.values())
            .finish_non_exhaustive()
    }
}

impl<S: Clone + Send + Sync + 'static> Default for Services<S> {
    fn default() -> Self {
        Self::new()
    }
}

impl<S: Clone + Send + Sync + 'static> Services<S> {
    /// No operation.
    pub fn new() -> Self {
        Self {
            router: Router::new(),
            predefined: Router::new(),
            paths: BTreeMap::new(),
        }
    }

    /// Adds an operation: a handler whose last argument is the [`Request`](crate::Request) with the
    /// operation's DTO. The predefined routes have it by any method.
    ///
    /// A route with a wildcard, `/docs/{Path*}`, is there without it as well, `/docs/`: that is
    /// where a client sends a null (http.md, section 6). `/` alone is left to other routes.
    ///
    /// # Panics
    ///
    /// An operation of this name, in any case, was added before; a route of it is malformed, has a
    /// verb that axum does not route by, or, as for [`Router::route`], is there already by the same
    /// method.
    #[must_use]
    pub fn operation<H, M>(self, handler: H) -> Self
    where
        H: Handler<M, S>,
        M: LastArgument + 'static,
        M::Dto: Operation + Serialize + DeserializeOwned + Send + 'static,
    {
        self.add(None, handler)
    }

    /// Adds an operation that has certain methods alone, on the predefined routes, too: what a
    /// ServiceStack service is that has a `Get` and no `Any`. As a list it has every method.
    ///
    /// ```
    /// use axum::routing::MethodFilter;
    /// use jsv::dto::bokamera::CancelLicense;
    /// use jsv_axum::{Reply, Request, Services};
    ///
    /// let services: Services = Services::new().operation_on(
    ///     MethodFilter::DELETE,
    ///     |Request(license): Request<CancelLicense>| async move { Reply(license.id) },
    /// );
    /// ```
    ///
    /// # Panics
    ///
    /// As [`operation`](Self::operation).
    #[must_use]
    pub fn operation_on<H, M>(self, methods: MethodFilter, handler: H) -> Self
    where
        H: Handler<M, S>,
        M: LastArgument + 'static,
        M::Dto: Operation + Serialize + DeserializeOwned + Send + 'static,
    {
        self.add(Some(methods), handler)
    }

    fn add<H, M>(mut self, methods: Option<MethodFilter>, handler: H) -> Self
    where
        H: Handler<M, S>,
        M: LastArgument + 'static,
        M::Dto: Operation + Serialize + DeserializeOwned + Send + 'static,
    {
        let name = <M::Dto as Operation>::NAME;
        for route in <M::Dto as Operation>::ROUTES {
            let Some(by_method) = by_method(route, methods, handler.clone()) else {
                continue;
            };
            let by_method = by_method.layer(Extension(OperationName(name)));
            let path = path_in_axum(route.path);
            if let Some(path) = without_wildcard(&path) {
                self.router = self.router.route(path, by_method.clone());
            }
            self.router = self.router.route(&path, by_method);
        }

        let of_one = handler.clone();
        let one = move |State(state): State<S>, request: HttpRequest| {
            operation::one::<M::Dto, H, M, S>(of_one.clone(), request, state)
        };
        let list = move |State(state): State<S>, request: HttpRequest| {
            operation::list::<M::Dto, H, M, S>(handler.clone(), request, state)
        };
        let path = ["/json/reply/", name].concat();
        let one = match methods {
            Some(methods) => on(methods, one).fallback(not_by_this_method),
            None => any(one),
        };
        self.predefined = self
            .predefined
            .route(&path, one)
            .route(&[&path, "[]"].concat(), any(list));
        let known = self.paths.insert(name.to_ascii_lowercase(), path);
        assert!(known.is_none(), "there is an operation `{name}` already");
        self
    }

    /// Adds ordinary routes.
    ///
    /// # Panics
    ///
    /// As [`Router::merge`].
    #[must_use]
    pub fn merge(mut self, router: Router<S>) -> Self {
        self.router = self.router.merge(router);
        self
    }

    /// Puts a layer around all that was added so far, within the negotiation: an error of the layer,
    /// such as that nobody has signed in, is answered in the format of the request.
    ///
    /// ```
    /// use axum::{extract::Request, middleware::{Next, from_fn}, response::Response};
    /// use jsv::http::ServiceError;
    /// use jsv_axum::{Error, Services};
    ///
    /// async fn signed_in(request: Request, next: Next) -> Result<Response, Error> {
    ///     match request.headers().contains_key("Authorization") {
    ///         true => Ok(next.run(request).await),
    ///         false => Err(ServiceError::unauthorized("sign in first").into()),
    ///     }
    /// }
    ///
    /// let services: Services = Services::new().layer(from_fn(signed_in));
    /// ```
    #[must_use]
    pub fn layer<L>(self, layer: L) -> Self
    where
        L: Layer<Route> + Clone + Send + Sync + 'static,
        L::Service: Service<HttpRequest> + Clone + Send + Sync + 'static,
        <L::Service as Service<HttpRequest>>::Response: IntoResponse + 'static,
        <L::Service as Service<HttpRequest>>::Error: Into<Infallible> + 'static,
        <L::Service as Service<HttpRequest>>::Future: Send + 'static,
    {
        Self {
            router: self.router.layer(layer.clone()),
            predefined: self.predefined.layer(layer),
            paths: self.paths,
        }
    }

    /// Gives the handlers their state.
    #[must_use]
    pub fn with_state<S2>(self, state: S) -> Services<S2> {
        Services {
            router: self.router.with_state(state.clone()),
            predefined: self.predefined.with_state(state),
            paths: self.paths,
        }
    }
}

impl Services {
    /// The router of the application: every request is negotiated before it is routed.
    pub fn negotiate<S>(self, negotiate: NegotiateLayer) -> Router<S>
    where
        S: Clone + Send + Sync + 'static,
    {
        let routes = Routes::new(&self.router, self.predefined, self.paths);
        negotiate.routed(self.router, routes)
    }
}

/// The answer of an operation to a method that it does not have.
async fn not_by_this_method(method: Method) -> Error {
    let message = format!("The operation does not have the method {method}");
    ServiceError::not_implemented(message)
        .with_origin(Origin::Binding)
        .into()
}

/// The handler by the methods of a route, as far as the operation has them; `None` if it has none of
/// them.
fn by_method<H, M, S>(
    route: &jsv::operation::Route,
    methods: Option<MethodFilter>,
    handler: H,
) -> Option<MethodRouter<S>>
where
    H: Handler<M, S>,
    M: 'static,
    S: Clone + Send + Sync + 'static,
{
    let Some(of_route) = route.verbs.iter().map(method).reduce(MethodFilter::or) else {
        return Some(match methods {
            Some(methods) => on(methods, handler),
            None => any(handler),
        });
    };
    let both = match methods {
        Some(methods) => {
            let verbs = route.verbs.iter().map(method);
            let both = verbs.filter(|verb| methods.or(*verb) == methods);
            both.reduce(MethodFilter::or)?
        }
        None => of_route,
    };
    Some(on(both, handler))
}

/// The method of a verb.
fn method(verb: &&str) -> MethodFilter {
    let method = Method::from_bytes(verb.as_bytes()).ok();
    let filter = method.and_then(|method| MethodFilter::try_from(method).ok());
    // A route that cannot be is the mistake of whoever declares it, as with those of axum.
    #[expect(
        clippy::panic,
        reason = "documented; found when the application is built"
    )]
    filter.unwrap_or_else(|| panic!("`{verb}` is no method that axum can route by"))
}

/// A template as axum has it: `/docs/{Path*}` is `/docs/{*Path}`.
///
/// One that is malformed is left as it is, for axum to refuse.
fn path_in_axum(template: &str) -> String {
    let Some((before, last)) = template.rsplit_once("/{") else {
        return template.to_owned();
    };
    match last.strip_suffix("*}") {
        Some(name) => [before, "/{*", name, "}"].concat(),
        None => template.to_owned(),
    }
}

/// The path of a route of axum in which the wildcard at the end stands for nothing, as axum's own
/// never do.
fn without_wildcard(path: &str) -> Option<&str> {
    let (path, _) = path.split_once("{*")?;
    (path != "/").then_some(path)
}
