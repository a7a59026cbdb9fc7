//! What every scalar does with a text that stands alone: `FromStr` and `Display`.

use super::wire::Scalar;
use crate::{
    error::{Error, Result},
    options::Options,
    syntax::scalar::{ScalarFault, trim},
};

/// Reads a scalar as JSV does where it stands bare, with the default options.
pub(super) fn read<T: Scalar>(text: &str) -> Result<T> {
    T::read(trim(text), false, &Options::new()).map_err(|fault| error(T::KIND.target(), fault))
}

/// The error for a text that is none of the target's forms.
#[cold]
pub(super) fn error(target: &'static str, fault: ScalarFault) -> Error {
    match fault {
        ScalarFault::Malformed => Error::invalid_scalar(target),
        ScalarFault::OutOfRange => Error::out_of_range(target),
    }
}

/// Implements `FromStr` and `Display` for a scalar that has its JSV form as a [`ShortText`](super::text::ShortText).
macro_rules! impl_text {
    ($(#[$of_display:meta])* $type:ty) => {
        /// Reads every form that JSV reads, white space around it ignored.
        impl core::str::FromStr for $type {
            type Err = $crate::error::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                $crate::scalars::standalone::read(text)
            }
        }

        /// The form that JSV has.
        $(#[$of_display])*
        impl core::fmt::Display for $type {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.text().as_str())
            }
        }
    };
}
pub(super) use impl_text;
