//! [`RequestBuilderExt`]: bodies and headers of requests.

use jsv::{Format, Options, operation::Operation};
use reqwest::{
    RequestBuilder,
    header::{ACCEPT, HeaderMap},
};
use serde::Serialize;

use crate::{
    edit::{edited, media_type, set_body},
    operation,
    sealed::Sealed,
};

/// Writes the requests to ServiceStack's services.
///
/// An error is kept until the request is sent or built, as by reqwest's own `json`: it is a
/// `reqwest::Error` for which `is_builder` is true, and its source says what was wrong.
///
/// ```
/// use jsv_reqwest::RequestBuilderExt;
/// use std::{collections::BTreeMap, error::Error};
///
/// let client = reqwest::Client::new();
/// let request = client.post("https://api.example.org/sums").jsv(&[1, 2]).build()?;
/// assert_eq!(request.headers()["Content-Type"], "application/jsv");
/// assert_eq!(request.body().unwrap().as_bytes(), Some(&b"[1,2]"[..]));
///
/// let keys_are_lists = BTreeMap::from([([1, 2], 3)]);
/// let error = client.post("https://api.example.org/sums").jsv(&keys_are_lists).build().unwrap_err();
/// assert!(error.is_builder());
/// assert_eq!(error.source().unwrap().to_string(), "a map key must be a scalar");
/// # Ok::<(), reqwest::Error>(())
/// ```
pub trait RequestBuilderExt: Sealed + Sized {
    /// Sets a body in JSV, names as declared. `Content-Type` is `application/jsv` unless this builder
    /// has one already.
    ///
    /// ServiceStack's JSON is [`dto`](Self::dto); reqwest's `json` writes ordinary JSON.
    #[must_use]
    fn jsv<T: Serialize + ?Sized>(self, value: &T) -> Self {
        self.jsv_with(value, &Options::new())
    }

    /// As [`jsv`](Self::jsv), by these options.
    #[must_use]
    fn jsv_with<T: Serialize + ?Sized>(self, value: &T, options: &Options) -> Self {
        self.dto_with(Format::Jsv, value, options)
    }

    /// Sets a body in a format, names as declared. `Content-Type` is `application/json` or
    /// `application/jsv` unless this builder has one already.
    ///
    /// ```
    /// use jsv::Format;
    /// use jsv_reqwest::RequestBuilderExt;
    ///
    /// let client = reqwest::Client::new();
    /// let request = client
    ///     .post("https://api.example.org/sums")
    ///     .header("Content-Type", "application/json; charset=utf-8")
    ///     .dto(Format::Json, &[0.5, 1e20])
    ///     .build()?;
    /// assert_eq!(request.headers()["Content-Type"], "application/json; charset=utf-8");
    /// assert_eq!(request.body().unwrap().as_bytes(), Some(&b"[0.5,1E+20]"[..]));
    /// # Ok::<(), reqwest::Error>(())
    /// ```
    #[must_use]
    fn dto<T: Serialize + ?Sized>(self, format: Format, value: &T) -> Self {
        self.dto_with(format, value, &Options::new())
    }

    /// As [`dto`](Self::dto), by these options.
    #[must_use]
    fn dto_with<T: Serialize + ?Sized>(self, format: Format, value: &T, options: &Options) -> Self;

    /// Sets `Accept` to `application/json` or `application/jsv`, in place of what it was.
    ///
    /// ```
    /// use jsv::Format;
    /// use jsv_reqwest::RequestBuilderExt;
    ///
    /// let client = reqwest::Client::new();
    /// let request = client.get("https://api.example.org").accept_format(Format::Jsv).build()?;
    /// assert_eq!(request.headers()["Accept"], "application/jsv");
    /// # Ok::<(), reqwest::Error>(())
    /// ```
    #[must_use]
    fn accept_format(self, format: Format) -> Self;

    /// Makes this the request of an operation by the method that the builder has. Its URL is the
    /// base of the service: the path of the route is put after that of the base, a query or a
    /// fragment of the base is dropped.
    ///
    /// The route is the one that fits the method and the DTO best ([`Urls`](jsv::query::Urls)).
    /// An operation without routes is sent to `/json/reply/X` or `/jsv/reply/X`. For GET, DELETE,
    /// HEAD and OPTIONS the members that are not in the path stand in the query; by other methods
    /// all are sent in the body. `Content-Type` and `Accept` are `application/json` or
    /// `application/jsv` unless this builder has them already. Those among the default headers of the
    /// `Client` do not count: reqwest adds them when it sends, where a request has none.
    ///
    /// This is what `Get`, `Post`, `Put`, `Patch` and `Delete` of the C# clients do with a request
    /// DTO. [`ClientExt::operation`](crate::ClientExt::operation) takes the method from the DTO.
    ///
    /// ```
    /// use jsv::{Format, dto::bokamera::CancelLicense};
    /// use jsv_reqwest::RequestBuilderExt;
    ///
    /// let client = reqwest::Client::new();
    /// let cancel = CancelLicense { id: 7, ..Default::default() };
    /// let request = client.delete("https://example.org/v1").operation(Format::Jsv, &cancel).build()?;
    /// assert_eq!(request.url().as_str(), "https://example.org/v1/licenses/company/7");
    /// assert_eq!(request.headers()["Accept"], "application/jsv");
    /// # Ok::<(), reqwest::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Kept until the request is sent: those of [`Urls::reply`](jsv::query::Urls::reply), a path
    /// with a segment `.` or `..`, which no URL can have, and a DTO that cannot be written.
    #[must_use]
    fn operation<T: Operation + Serialize>(self, format: Format, dto: &T) -> Self {
        self.operation_with(format, dto, &Options::new())
    }

    /// As [`operation`](Self::operation), by these options.
    #[must_use]
    fn operation_with<T: Operation + Serialize>(
        self,
        format: Format,
        dto: &T,
        options: &Options,
    ) -> Self;
}

impl RequestBuilderExt for RequestBuilder {
    fn dto_with<T: Serialize + ?Sized>(self, format: Format, value: &T, options: &Options) -> Self {
        edited(self, |request| set_body(request, format, value, options))
    }

    fn accept_format(self, format: Format) -> Self {
        self.headers(HeaderMap::from_iter([(ACCEPT, media_type(format))]))
    }

    fn operation_with<T: Operation + Serialize>(
        self,
        format: Format,
        dto: &T,
        options: &Options,
    ) -> Self {
        edited(self, |request| {
            let urls = operation::urls(format, options);
            let url = urls.reply(dto, request.method().as_str())?;
            operation::set(request, &url, format, dto, options)
        })
    }
}
