//! ServiceStack's JSON dialect, over serde_json.
//!
//! It is JSON with habits: nulls are left out, a date is `"\/Date(978310923000)\/"`, a Guid has
//! no hyphens, numbers are laid out as .NET prints them. What is written here is always valid
//! JSON, byte for byte what ServiceStack.Text 10 writes wherever that is valid and can be read
//! back. serde_json itself takes the same types and gives ordinary JSON.
//!
//! The functions are those of the crate's root and of serde_json; with options they are methods
//! of [`Json`], which [`Options::json`] gives.
//!
//! ```
//! use serde::Serialize;
//!
//! #[derive(Serialize)]
//! #[serde(rename_all = "PascalCase")]
//! struct Customer {
//!     name: String,
//!     phone: Option<String>,
//!     ratio: f64,
//! }
//!
//! let customer = Customer { name: "Me/You".into(), phone: None, ratio: 1e20 };
//! assert_eq!(
//!     jsv::json::to_string(&customer)?,
//!     r#"{"Name":"Me/You","Ratio":1E+20}"#
//! );
//! # Ok::<(), jsv::Error>(())
//! ```

mod de;
mod ser;
mod transcode;

#[doc(no_inline)]
pub use serde_json;

pub use self::{
    de::{Deserializer, from_reader, from_slice, from_str},
    ser::{
        Compound, Serializer, to_string, to_string_pretty, to_vec, to_vec_pretty, to_writer,
        to_writer_pretty,
    },
    transcode::{from_jsv, to_jsv},
};
use crate::options::Options;

/// Reads and writes ServiceStack's JSON by some [`Options`].
///
/// ```
/// use jsv::{Options, TextCase};
/// use serde::Serialize;
///
/// #[derive(Serialize)]
/// #[serde(rename_all = "PascalCase")]
/// struct CancelLicense {
///     id: i32,
/// }
///
/// const HOST: Options = Options::new().text_case(TextCase::Camel);
/// assert_eq!(HOST.json().to_string(&CancelLicense { id: 7 })?, r#"{"id":7}"#);
/// # Ok::<(), jsv::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Json<'o> {
    pub(super) options: &'o Options,
}

impl Options {
    /// The functions of [`json`](crate::json) with these options.
    pub const fn json(&self) -> Json<'_> {
        Json { options: self }
    }
}
