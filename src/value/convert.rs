//! Scalars and texts: what is written for a scalar, reading one from a text, and comparing the two.

use alloc::{string::String, vec::Vec};
use core::str::FromStr;

use super::Value;
use crate::{
    error::{Error, Result},
    ser,
    syntax::{
        number,
        scalar::{parse_f32, parse_integer},
    },
};

pub(super) fn bool_text(value: bool) -> String {
    String::from(ser::bool_text(value))
}

pub(super) fn integer_text(value: impl itoa::Integer) -> String {
    String::from(itoa::Buffer::new().format(value))
}

pub(super) fn f32_text(value: f32) -> String {
    let mut printed = Vec::new();
    number::write_f32(&mut printed, value);
    ascii_text(printed)
}

pub(super) fn f64_text(value: f64) -> String {
    let mut printed = Vec::new();
    number::write_f64(&mut printed, value);
    ascii_text(printed)
}

fn ascii_text(printed: Vec<u8>) -> String {
    // Numbers are printed in ASCII, so that this is the text in any case.
    String::from_utf8(printed).unwrap_or_default()
}

/// Reads JSV, as [`from_str`](crate::from_str).
///
/// ```
/// let value: jsv::Value = "{Id:1}".parse()?;
/// assert_eq!(value["Id"], 1);
/// # Ok::<(), jsv::Error>(())
/// ```
impl FromStr for Value {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        crate::from_str(text)
    }
}

macro_rules! compare {
    ($($type:ty => |$value:ident, $scalar:ident| $equal:expr;)*) => {$(
        impl PartialEq<$type> for Value {
            fn eq(&self, $scalar: &$type) -> bool {
                let $value = self;
                $equal
            }
        }

        impl PartialEq<Value> for $type {
            fn eq(&self, value: &Value) -> bool {
                value == self
            }
        }
    )*};
}

macro_rules! compare_integers {
    ($($type:ty)*) => {
        compare! {$(
            $type => |value, integer| {
                value.as_str().and_then(|text| parse_integer(text).ok()) == Some(*integer)
            };
        )*}
    };
}

compare! {
    str => |value, text| value.as_str() == Some(text);
    &str => |value, text| value.as_str() == Some(*text);
    String => |value, text| value.as_str() == Some(text.as_str());
    bool => |value, scalar| value.as_bool() == Some(*scalar);
    char => |value, scalar| value.as_char() == Some(*scalar);
    f64 => |value, number| value.as_f64() == Some(*number);
    f32 => |value, number| {
        value.as_str().and_then(|text| parse_f32(text, true)) == Some(*number)
    };
    isize => |value, integer| value.as_i128().is_some_and(|it| isize::try_from(it) == Ok(*integer));
    usize => |value, integer| value.as_u128().is_some_and(|it| usize::try_from(it) == Ok(*integer));
}

compare_integers!(i8 i16 i32 i64 i128 u8 u16 u32 u64 u128);
