//! [`ClientExt`]: requests of operations, by the routes that they declare (http.md, the end of
//! section 6).

use jsv::{
    Format, Options,
    operation::Operation,
    query::{Predefined, RouteError, Urls, sends_members_in_url},
};
use reqwest::{Client, IntoUrl, Method, Request, RequestBuilder, header::ACCEPT};
use serde::ser::Serialize;

use crate::{
    edit::{Deferred, deferred, edited, media_type, set_body},
    sealed::Sealed,
};

/// Starts the requests of [`Operation`]s.
///
/// reqwest's `Client` starts a request by a verb and a URL, which is what a DTO with routes knows:
/// so an operation is started by the client, too. The caller gives the base of the service.
pub trait ClientExt: Sealed {
    /// Starts the request of an operation: verb and URL by its routes, the members in query or body,
    /// `Accept` and `Content-Type` of the format, in place of those among the client's default
    /// headers.
    ///
    /// The verb is the first one of the first route that fits the DTO. It is POST for a route of any
    /// verb and for an operation without routes. All else is as
    /// [`RequestBuilderExt::operation`](crate::RequestBuilderExt::operation) has it, which keeps a
    /// verb of the caller's choice.
    ///
    /// It is what `Send` of the C# clients does, with one difference: there the verb is that of a
    /// marker interface of the DTO (`IGet`, `IDelete`), which [`Operation`] does not tell, or POST.
    ///
    /// ```
    /// use jsv::{Format, dto::bokamera::CancelLicense};
    /// use jsv_reqwest::ClientExt;
    ///
    /// let client = reqwest::Client::new();
    /// let cancel = CancelLicense { id: 7, ..Default::default() };
    /// let request = client.operation("https://example.org/v1/", Format::Json, &cancel).build()?;
    /// assert_eq!(request.method(), "DELETE");
    /// assert_eq!(request.url().as_str(), "https://example.org/v1/licenses/company/7");
    /// assert_eq!(request.headers()["Accept"], "application/json");
    /// # Ok::<(), reqwest::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Kept until the request is sent, as those of
    /// [`RequestBuilderExt`](crate::RequestBuilderExt): a base that is no URL, and those of
    /// [`RequestBuilderExt::operation`](crate::RequestBuilderExt::operation).
    fn operation<T: Operation + Serialize>(
        &self,
        base_url: impl IntoUrl,
        format: Format,
        dto: &T,
    ) -> RequestBuilder {
        self.operation_with(base_url, format, dto, &Options::new())
    }

    /// As [`operation`](Self::operation), by these options.
    fn operation_with<T: Operation + Serialize>(
        &self,
        base_url: impl IntoUrl,
        format: Format,
        dto: &T,
        options: &Options,
    ) -> RequestBuilder;

    /// Starts the request of many operations at once, which is answered by the list of their
    /// responses: POST to `/json/reply/X[]` or `/jsv/reply/X[]`.
    ///
    /// The first that fails ends it, and is all of the answer: an error that has the index under
    /// `AutoBatchIndex` in its `Meta` (http.md, section 5).
    ///
    /// ```
    /// use jsv::{Format, dto::bokamera::CancelLicense};
    /// use jsv_reqwest::ClientExt;
    ///
    /// let client = reqwest::Client::new();
    /// let cancels = [7, 8].map(|id| CancelLicense { id, ..Default::default() });
    /// let request = client.operations("https://example.org", Format::Jsv, &cancels).build()?;
    /// assert_eq!(request.url().path(), "/jsv/reply/CancelLicense[]");
    /// assert_eq!(request.body().unwrap().as_bytes(), Some(&b"[{Id:7},{Id:8}]"[..]));
    /// # Ok::<(), reqwest::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`operation`](Self::operation).
    fn operations<T: Operation + Serialize>(
        &self,
        base_url: impl IntoUrl,
        format: Format,
        dtos: &[T],
    ) -> RequestBuilder {
        self.operations_with(base_url, format, dtos, &Options::new())
    }

    /// As [`operations`](Self::operations), by these options.
    fn operations_with<T: Operation + Serialize>(
        &self,
        base_url: impl IntoUrl,
        format: Format,
        dtos: &[T],
        options: &Options,
    ) -> RequestBuilder;
}

impl ClientExt for Client {
    fn operation_with<T: Operation + Serialize>(
        &self,
        base_url: impl IntoUrl,
        format: Format,
        dto: &T,
        options: &Options,
    ) -> RequestBuilder {
        match verb_and_url(&urls(format, options), dto) {
            Ok((method, url)) => edited(self.request(method, base_url), |request| {
                set(request, &url, format, dto, options)
            }),
            Err(error) => deferred(self.post(base_url), error),
        }
    }

    fn operations_with<T: Operation + Serialize>(
        &self,
        base_url: impl IntoUrl,
        format: Format,
        dtos: &[T],
        options: &Options,
    ) -> RequestBuilder {
        let url = urls(format, options).list::<T>();
        edited(self.post(base_url), |request| {
            set(request, &url, format, dtos, options)
        })
    }
}

/// The URLs of operations that are sent in a format.
pub(crate) fn urls(format: Format, options: &Options) -> Urls {
    let predefined = match format {
        Format::Json => Predefined::Json,
        Format::Jsv => Predefined::Jsv,
    };
    Urls::new(predefined).options(options)
}

/// The verb that the routes have for a DTO, and the URL by it.
fn verb_and_url<T: Operation + Serialize>(
    urls: &Urls,
    dto: &T,
) -> Result<(Method, String), Deferred> {
    if T::ROUTES.is_empty() {
        return Ok((Method::POST, urls.reply(dto, "POST")?));
    }
    for route in T::ROUTES {
        let verb = route.verbs.first().copied().unwrap_or("POST");
        match urls.reply(dto, verb) {
            Ok(url) => return Ok((Method::from_bytes(verb.as_bytes())?, url)),
            Err(RouteError::NoneFits) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(RouteError::NoneFits.into())
}

/// Makes a request to the base of a service that of an operation.
pub(crate) fn set<T: Serialize + ?Sized>(
    request: &mut Request,
    url: &str,
    format: Format,
    value: &T,
    options: &Options,
) -> Result<(), Deferred> {
    set_url(request, url)?;
    request
        .headers_mut()
        .entry(ACCEPT)
        .or_insert_with(|| media_type(format));
    if !sends_members_in_url(request.method().as_str()) {
        set_body(request, format, value, options)?;
    }
    Ok(())
}

/// Puts path and query after the base.
fn set_url(request: &mut Request, url: &str) -> Result<(), Deferred> {
    let (path, query) = match url.split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (url, None),
    };
    // It would be resolved, and the request sent to another route.
    if path.split('/').any(|segment| matches!(segment, "." | "..")) {
        let text = format!("a segment of the path `{path}` is `.` or `..`");
        return Err(text.into());
    }
    let base = request.url_mut();
    let path = format!("{}{path}", base.path().trim_end_matches('/'));
    base.set_path(&path);
    base.set_query(query);
    base.set_fragment(None);
    Ok(())
}
