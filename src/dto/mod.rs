//! The DTOs of five real services, and what the services say about their operations.
//!
//! | operation | service | answers |
//! |---|---|---|
//! | [`CreateAxemaUserSync`] | BokaMera | [`AxemaUserSyncJobResponse`] |
//! | [`UpdateCustomer`] | BokaMera | [`CustomerQueryResponse`] |
//! | [`CreateLicense`] | BokaMera | [`CompanyLicenseQueryResponse`] |
//! | [`CancelLicense`] | BokaMera | [`CompanyLicenseQueryResponse`] |
//! | [`BatchRegisterCustomers`] | tax filing | a list of [`RegisteredCustomer`] |
//!
//! [`CreateAxemaUserSync`]: bokamera::CreateAxemaUserSync
//! [`AxemaUserSyncJobResponse`]: bokamera::AxemaUserSyncJobResponse
//! [`UpdateCustomer`]: bokamera::UpdateCustomer
//! [`CustomerQueryResponse`]: bokamera::CustomerQueryResponse
//! [`CreateLicense`]: bokamera::CreateLicense
//! [`CancelLicense`]: bokamera::CancelLicense
//! [`CompanyLicenseQueryResponse`]: bokamera::CompanyLicenseQueryResponse
//! [`BatchRegisterCustomers`]: customers::BatchRegisterCustomers
//! [`RegisteredCustomer`]: customers::RegisteredCustomer
//!
//! One definition serves JSV, ServiceStack's JSON and any other serde format:
//!
//! ```
//! use jsv::{Options, dto::bokamera::CompanyLicenseQueryResponse};
//!
//! let text = "{id:7,type:{name:Standard,prices:[{price:249,monthlyPayment:True}]},active:True}";
//! let license: CompanyLicenseQueryResponse = jsv::from_str(text)?;
//! assert_eq!((license.id, license.active), (7, true));
//!
//! let prices = license.r#type.and_then(|kind| kind.prices).unwrap_or_default();
//! assert_eq!(prices[0].price, 249);
//! assert!(prices[0].monthly_payment);
//! # Ok::<(), jsv::Error>(())
//! ```
//!
//! # How the classes are mapped
//!
//! - Members stand in the order of the wire and have their .NET names; hosts that write camelCase
//!   are a matter of [`Options::text_case`](crate::Options::text_case).
//! - A .NET reference type can be null, so that texts, lists, maps and objects are `Option`s. A
//!   value type (`int`, `bool`, `Guid`, dates, enums) is an `Option` only if the page has it with
//!   a `?`.
//! - Any member may be missing when read: it is then null, or its type's default, as in .NET.
//! - What a page calls required is not enforced; it stands in the [`Parameter`](crate::operation::Parameter) alone.
//! - A `Uri` is text as it stands.
//! - Every class has [`Default`], to be built with `..Default::default()`.
//!
//! # What the metadata is taken from
//!
//! The pages of `UpdateCustomer`, `CreateLicense` and `CancelLicense` have tables of parameters.
//! Those of `CreateAxemaUserSync` and `BatchRegisterCustomers` have JavaScript classes in their
//! place. There a member whose JSDoc type has no `?` (`@type {number}` rather than `{?number}`) is
//! taken to be required, a request's member to be sent in the body, and the .NET type is that of
//! the service. Descriptions are the pages' own texts, spelling included; the documentation here
//! says the same in other words.
//!
//! # Beside ServiceStack's Rust client
//!
//! The crate `servicestack` (0.1, BSD-3-Clause) sends whatever implements its traits `IRequest` and
//! `IReturn`. Rust lets a crate implement another crate's traits for its own types alone, and this
//! crate does not do it, since that client brings a whole HTTP stack with it. A wrapper in the
//! user's crate, as below, does it for all operations at once.
//!
//! That client reads and writes by serde_json. What these DTOs are then (.NET names, hyphenated
//! Guids, RFC 3339 dates, nulls) every host reads, and the dates and Guids of every host are read.
//! But serde_json matches names exactly: from a host that writes camelCase it would read nothing
//! but defaults. For such a host, let the wrapper's `Serialize` and `Deserialize` go through
//! `serde_json::value::RawValue` and the JSON of this crate.
//!
//! ```
//! # // What the crate `servicestack` 0.1 declares.
//! # mod servicestack {
//! #     pub trait IRequest: serde::Serialize {
//! #         const NAME: &'static str;
//! #         const VERB: &'static str = "POST";
//! #     }
//! #     pub trait IReturn: IRequest {
//! #         type Response: serde::de::DeserializeOwned;
//! #     }
//! # }
//! use jsv::{dto::bokamera::CancelLicense, operation::Operation};
//! use serde::{Serialize, de::DeserializeOwned};
//! use servicestack::{IRequest, IReturn};
//!
//! #[derive(Serialize)]
//! #[serde(transparent)]
//! struct Call<T>(T);
//!
//! impl<T: Operation + Serialize> IRequest for Call<T> {
//!     const NAME: &'static str = T::NAME;
//!     const VERB: &'static str = match T::ROUTES {
//!         [route, ..] if !route.verbs.is_empty() => route.verbs[0],
//!         _ => "POST",
//!     };
//! }
//!
//! impl<T: Operation + Serialize> IReturn for Call<T>
//! where
//!     T::Response: DeserializeOwned,
//! {
//!     type Response = T::Response;
//! }
//!
//! // `client.send(&Call(CancelLicense { id: 7, ..Default::default() })).await?`
//! assert_eq!(Call::<CancelLicense>::VERB, "DELETE");
//! ```

pub mod bokamera;
pub mod customers;
mod secret;

pub use self::secret::Secret;
