//! The .NET scalars: which Rust type stands for each, and how its recorded value reads.

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use super::{lines::text_of, mirror::Mirror};

/// Implements [`Mirror`] by one expression.
macro_rules! mirrors {
    ($($type:ty: |$recorded:ident| $read:expr;)*) => {$(
        impl Mirror for $type {
            fn from_recorded($recorded: &Json) -> Self {
                $read
            }
        }
    )*};
}
pub(super) use mirrors;

mirrors! {
    bool: |recorded| parsed(recorded);
    u8: |recorded| parsed(recorded);
    i8: |recorded| parsed(recorded);
    i16: |recorded| parsed(recorded);
    u16: |recorded| parsed(recorded);
    i32: |recorded| parsed(recorded);
    u32: |recorded| parsed(recorded);
    i64: |recorded| parsed(recorded);
    u64: |recorded| parsed(recorded);
    char: |recorded| parsed(recorded);
    String: |recorded| text_of(recorded).to_owned();
    Uri: |recorded| Self(text_of(&recorded["uri"]).to_owned());
    Double: |recorded| Self(f64::from_bits(bits(&recorded["f64"])));
    // Eight hex digits, so that the cut loses nothing.
    Single: |recorded| Self(f32::from_bits(bits(&recorded["f32"]) as u32));
}

/// A recorded value that is the same in JSON.
fn parsed<T: for<'de> Deserialize<'de>>(recorded: &Json) -> T {
    T::deserialize(recorded).unwrap_or_else(|error| panic!("{error}: {recorded}"))
}

/// Bits in hex.
fn bits(recorded: &Json) -> u64 {
    let text = text_of(recorded);
    u64::from_str_radix(text, 16).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// .NET's `double`. Equal if the bits are, so that the zeros differ, or if both are NaN.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Double(pub f64);

impl PartialEq for Double {
    fn eq(&self, other: &Self) -> bool {
        self.0.to_bits() == other.0.to_bits() || self.0.is_nan() && other.0.is_nan()
    }
}

/// .NET's `float`, equal as [`Double`] is.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Single(pub f32);

impl PartialEq for Single {
    fn eq(&self, other: &Self) -> bool {
        self.0.to_bits() == other.0.to_bits() || self.0.is_nan() && other.0.is_nan()
    }
}

/// .NET's `Uri`, which JSV treats as text.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Uri(pub String);
