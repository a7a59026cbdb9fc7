//! placeholder
#![no_std]
#![forbid(unsafe_code)]
#![deny(missing_docs)]
extern crate alloc;
#[cfg(feature = "std")]
extern crate std;
pub mod de;
pub mod error;
mod options;
pub mod ser;
mod syntax;
pub use de::*;
pub use error::{Error, Result};
pub use options::*;
pub use ser::*;
