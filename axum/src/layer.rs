//! [`NegotiateLayer`]: the layer around an application, and its settings.

use std::{collections::BTreeMap, fmt, sync::Arc};

use axum::{Router, http::HeaderValue};
use jsv::{
    Options, Result,
    negotiate::{Negotiator, Offer},
};
use tower::Layer;

use crate::{deferred::Encodable, negotiate::Negotiate, routes::Routes, settings::Settings};

/// The layer that makes an application answer in the format that a request wants.
///
/// | before the request is routed | after it was answered |
/// |---|---|
/// | the format is chosen ([`jsv::negotiate`](jsv::negotiate)) | a [`Reply`](crate::Reply) or an error is encoded in it |
/// | its suffix is taken off the path: `/customers.jsv` | `Content-Type`, `Vary`, `X-Content-Type-Options` are set |
/// | the method is overridden, if that is [allowed](Self::method_override) | a JSONP call is put around the body |
///
/// An answer that is neither `Reply`, `Raw` nor [`Error`](crate::Error), such as a
/// rejection of axum's own extractors, is not touched but for `Vary`, whatever its body is.
///
/// | option | default | |
/// |---|---|---|
/// | [`new`](Self::new) | | the policy, or a whole [`Negotiator`] |
/// | [`options`](Self::options) | [`Options::servicestack`] | how requests are read and answers written |
/// | [`encoder`](Self::encoder) | JSON and JSV | encodes the application's own offers |
/// | [`method_override`](Self::method_override) | no | `X-Http-Method-Override` |
/// | [`internals`](Self::internals) | no | tells what a 500 is about |
///
/// ```
/// use axum::{Router, routing::get};
/// use jsv::negotiate::Policy;
/// use jsv_axum::{NegotiateLayer, Reply};
///
/// let app: Router = NegotiateLayer::new(Policy::ServiceStack).around(
///     Router::new().route("/numbers", get(|| async { Reply([1, 2]) })),
/// );
/// # async fn ask(app: Router) -> Result<(), Box<dyn std::error::Error>> {
/// use tower::ServiceExt;
///
/// let request = axum::extract::Request::get("/numbers.jsv").body(axum::body::Body::empty())?;
/// let response = app.oneshot(request).await?;
/// assert_eq!(response.headers()["Content-Type"], "application/jsv");
/// # Ok(())
/// # }
/// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(ask(app)).unwrap();
/// ```
///
/// # Paths
///
/// A path without its suffix is looked up first. If there is no route for it, or only a wildcard or a
/// nested service, the path counts as it was sent: `/openapi.json` may be a route, and
/// `/files/{*path}` gets `a/b.json`. What a handler sees of the path is what it was routed by;
/// [`Negotiated::path`](crate::Negotiated::path) has all of it.
///
/// # Why `around`, and not `Router::layer`
///
/// What is added by `Router::layer` runs after a request is routed, so that `/numbers.jsv` has
/// found no route before its suffix is taken off. [`around`](Self::around) gives a router whose
/// requests all come through here first. Negotiation and encoding work in `Router::layer`, too.
/// Where several of these layers are around a handler the outermost counts.
///
/// # Other layers
///
/// A layer within that passes the body on in another coding, as a compressing one does, gets the
/// body in the negotiated format. One that reads the body to the end gets JSON, and its own answer
/// is what is sent. A layer outside sees the answer as it is sent, and the
/// [`ServiceError`](jsv::http::ServiceError), if it is one, in its extensions.
///
/// # Types of the handler's own under policy `Strict`
///
/// `Strict` refuses a request before any handler runs. A handler with a type of its own, such as an
/// event stream, needs it among the [offers](Negotiator::offers), or a place outside.
#[derive(Clone)]
pub struct NegotiateLayer(Settings);

impl NegotiateLayer {
    /// A layer with a policy, or with a negotiator that has one.
    ///
    /// # Panics
    ///
    /// An offer's `Content-Type` is not a valid header value.
    ///
    /// ```
    /// use jsv::negotiate::{Negotiator, Policy};
    /// use jsv_axum::NegotiateLayer;
    ///
    /// NegotiateLayer::new(Policy::Strict);
    /// NegotiateLayer::new(Negotiator::new(Policy::Strict).jsonp(false));
    /// ```
    pub fn new(negotiator: impl Into<Negotiator<'static>>) -> Self {
        let negotiator = negotiator.into();
        for offer in negotiator.in_order() {
            let is_value = HeaderValue::from_str(offer.content_type()).is_ok();
            assert!(is_value, "the type of `{}` is no header", offer.name());
        }
        Self(Settings::new(negotiator))
    }

    /// The options by which requests are read and answers written: the text case of names, the form
    /// of dates and Guids, the zone of the server.
    #[must_use]
    pub fn options(mut self, options: Options) -> Self {
        self.0.options = options;
        self
    }

    /// Says how values are encoded in an offer of the application's own, or in JSON or JSV in another
    /// way.
    ///
    /// Without an encoder a value is answered in JSON where such an offer is chosen; or the handler
    /// makes the answer itself, as the example of [`Negotiated`](crate::Negotiated) does.
    ///
    /// ```
    /// use jsv::{Format, Options, negotiate::{Negotiator, Offer, Policy}};
    /// use jsv_axum::NegotiateLayer;
    ///
    /// const PAGE: Offer = Offer::new("html", "text/html; charset=utf-8");
    /// const SERVER: Negotiator =
    ///     Negotiator::new(Policy::ServiceStack).offers(&[PAGE, Offer::JSON, Offer::JSV]);
    ///
    /// NegotiateLayer::new(SERVER).encoder(PAGE, |value| {
    ///     let text = value.to_vec(Format::Jsv, &Options::servicestack())?;
    ///     let text = String::from_utf8_lossy(&text);
    ///     let text = text.replace('&', "&amp;").replace('<', "&lt;");
    ///     Ok(format!("<!doctype html><title>Answer</title><pre>{text}</pre>").into_bytes())
    /// });
    /// ```
    #[must_use]
    pub fn encoder<F>(mut self, offer: Offer, encoder: F) -> Self
    where
        F: Fn(&Encodable<'_>) -> Result<Vec<u8>> + Send + Sync + 'static,
    {
        self.0.add_encoder(offer, Arc::new(encoder));
        self
    }

    /// Whether `X-Http-Method-Override` replaces the method: as a header, in the query or as a field
    /// of a form, in parts or not (http.md, section 8). Whether a form counts is still asked of the
    /// method that was sent.
    ///
    /// Ignored are an empty one, `HEAD` and `CONNECT`, whose responses have no body, and that of a
    /// form longer than 2 MiB. So much of a form is held in memory at the most.
    #[must_use]
    pub fn method_override(mut self, overrides_method: bool) -> Self {
        self.0.overrides_method = overrides_method;
        self
    }

    /// Whether the caller is told what is inside of the service: the text of an error that came by
    /// [`ServiceError::internal`](jsv::http::ServiceError::internal), and stack traces. For development.
    #[must_use]
    pub fn internals(mut self, tells_internals: bool) -> Self {
        self.0.tells_internals = tells_internals;
        self
    }

    /// The router of an application whose every request is negotiated before it is routed.
    ///
    /// Its state has been given to the router before. Routes can be added to the result, which are
    /// then outside of the negotiation; a fallback cannot: it would take the application's place.
    /// The result can be nested where the prefix has no variables, and anywhere as a service.
    pub fn around<S>(self, router: Router) -> Router<S>
    where
        S: Clone + Send + Sync + 'static,
    {
        let routes = Routes::new(&router, Router::new(), BTreeMap::new());
        self.routed(router, routes)
    }

    /// The router of an application of which it knows the routes.
    pub(crate) fn routed<S>(self, inner: Router, routes: Routes) -> Router<S>
    where
        S: Clone + Send + Sync + 'static,
    {
        let negotiate = Negotiate::new(self.0, inner, Some(Arc::new(routes)));
        Router::new().fallback_service(negotiate)
    }
}

impl fmt::Debug for NegotiateLayer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NegotiateLayer")
            .field("negotiator", &self.0.negotiator)
            .field("options", &self.0.options)
            .finish_non_exhaustive()
    }
}

impl<S> Layer<S> for NegotiateLayer {
    type Service = Negotiate<S>;

    fn layer(&self, inner: S) -> Negotiate<S> {
        Negotiate::new(self.0.clone(), inner, None)
    }
}
