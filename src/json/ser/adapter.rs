//! The [`Adapter`] around serde_json's serializer: what each of serde's types becomes.

use alloc::vec::Vec;
use core::fmt::{self, Write as _};

use serde_core::ser::{Serialize, Serializer};

use super::{
    state::State,
    structure::{Form, Structure},
};
#[cfg(feature = "dotnet")]
use crate::kinds::Kind;
use crate::{
    error::Error,
    options::NonFinite,
    private::NUMBER,
    ser::key::{KeyForm, KeySerializer},
};

/// What serde_json's own structs are called by which it knows JSON that is ready, or a number of
/// arbitrary precision.
const READY_MADE: &str = "$serde_json::private::";

/// A serializer that stands for another one, inside of `depth` levels.
pub(super) struct Adapter<'s, S> {
    pub(super) inner: S,
    pub(super) state: &'s State,
    pub(super) depth: usize,
}

/// A value that is written through an [`Adapter`], whatever serializer it is given to.
pub(super) struct Adapted<'a, T: ?Sized> {
    pub(super) value: &'a T,
    pub(super) state: &'a State,
    pub(super) depth: usize,
}

impl<T: Serialize + ?Sized> Serialize for Adapted<'_, T> {
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(Adapter {
            inner: serializer,
            state: self.state,
            depth: self.depth,
        })
    }
}

impl<'s, S: Serializer> Adapter<'s, S> {
    /// The depth inside of so many further levels.
    #[inline]
    fn depth_within(&self, levels: usize) -> Result<usize, S::Error> {
        let depth = self.depth + levels;
        let max_depth = self.state.options.max_depth;
        if depth > max_depth {
            return Err(self.state.fail(Error::depth(max_depth)));
        }
        Ok(depth)
    }

    /// Writes the digits of a number as they are.
    fn write_number<T: Serialize + ?Sized>(self, value: &T) -> Result<S::Ok, S::Error> {
        let mut digits = Vec::new();
        value
            .serialize(KeySerializer::new(&mut digits, KeyForm::Plain))
            .map_err(|error| self.state.fail(error))?;
        // To the formatter bytes are JSON that is ready.
        self.inner.serialize_bytes(&digits)
    }

    /// Writes `NaN` or an infinity, whose text this is, as the option wants it.
    #[cold]
    fn write_non_finite(self, text: &str) -> Result<S::Ok, S::Error> {
        match self.state.options.non_finite {
            NonFinite::Error => Err(self
                .state
                .fail(Error::data("NaN and infinities are no JSON numbers"))),
            NonFinite::Null => self.inner.serialize_unit(),
            NonFinite::Bare => self.inner.serialize_bytes(text.as_bytes()),
        }
    }
}

/// Leaves scalars to the serializer inside.
macro_rules! leave_to_inner {
    ($($method:ident $type:ty)*) => {$(
        #[inline]
        fn $method(self, value: $type) -> Result<S::Ok, S::Error> {
            self.inner.$method(value)
        }
    )*};
}

impl<'s, S: Serializer> Serializer for Adapter<'s, S> {
    type Ok = S::Ok;
    type Error = S::Error;
    type SerializeSeq = Structure<'s, S::SerializeSeq>;
    type SerializeTuple = Structure<'s, S::SerializeTuple>;
    type SerializeTupleStruct = Structure<'s, S::SerializeTupleStruct>;
    type SerializeTupleVariant = Structure<'s, S::SerializeTupleVariant>;
    type SerializeMap = Structure<'s, S::SerializeMap>;
    type SerializeStruct = Structure<'s, S::SerializeStruct>;
    type SerializeStructVariant = Structure<'s, S::SerializeStructVariant>;

    leave_to_inner! {
        serialize_bool bool serialize_char char serialize_str &str
        serialize_i8 i8 serialize_i16 i16 serialize_i32 i32 serialize_i64 i64 serialize_i128 i128
        serialize_u8 u8 serialize_u16 u16 serialize_u32 u32 serialize_u64 u64 serialize_u128 u128
    }

    #[inline]
    fn serialize_f32(self, value: f32) -> Result<S::Ok, S::Error> {
        if !value.is_finite() {
            return self.write_non_finite(non_finite_text(value.into()));
        }
        self.inner.serialize_f32(value)
    }

    #[inline]
    fn serialize_f64(self, value: f64) -> Result<S::Ok, S::Error> {
        if !value.is_finite() {
            return self.write_non_finite(non_finite_text(value));
        }
        self.inner.serialize_f64(value)
    }

    /// The text is made first: serde_json has no error for a `Display` that fails.
    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> Result<S::Ok, S::Error> {
        let state = self.state;
        state.with_scratch(|scratch| match write!(scratch.displayed, "{value}") {
            Ok(()) => self.inner.serialize_str(&scratch.displayed),
            Err(_) => Err(state.fail(Error::data("a value's text could not be made"))),
        })
    }

    /// Bytes are a list of numbers, as serde_json has them.
    fn serialize_bytes(self, bytes: &[u8]) -> Result<S::Ok, S::Error> {
        self.collect_seq(bytes)
    }

    #[inline]
    fn serialize_none(self) -> Result<S::Ok, S::Error> {
        self.inner.serialize_none()
    }

    #[inline]
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<S::Ok, S::Error> {
        value.serialize(self)
    }

    #[inline]
    fn serialize_unit(self) -> Result<S::Ok, S::Error> {
        self.inner.serialize_unit()
    }

    #[inline]
    fn serialize_unit_struct(self, name: &'static str) -> Result<S::Ok, S::Error> {
        self.inner.serialize_unit_struct(name)
    }

    #[inline]
    fn serialize_unit_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
    ) -> Result<S::Ok, S::Error> {
        self.inner.serialize_unit_variant(name, index, variant)
    }

    #[inline]
    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        #[cfg(feature = "dotnet")]
        match Kind::of(name) {
            // Base64 is the same in all formats, and may be long.
            None | Some(Kind::Bytes) => {}
            Some(kind) => return super::dotnet::write_scalar(self, kind, value),
        }
        if name == NUMBER {
            return self.write_number(value);
        }
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<S::Ok, S::Error> {
        let state = self.state;
        let depth = self.depth_within(1)?;
        let value = &Adapted {
            value,
            state,
            depth,
        };
        self.inner
            .serialize_newtype_variant(name, index, variant, value)
            .inspect_err(|_| state.in_member(variant))
    }

    // serde_json ends a structure of no members at once, so a length is never said to be zero:
    // it may be wrong.

    #[inline]
    fn serialize_seq(self, _length: Option<usize>) -> Result<Self::SerializeSeq, S::Error> {
        let depth = self.depth_within(1)?;
        let inner = self.inner.serialize_seq(None)?;
        Ok(Structure::new(inner, self.state, depth))
    }

    #[inline]
    fn serialize_tuple(self, length: usize) -> Result<Self::SerializeTuple, S::Error> {
        let depth = self.depth_within(1)?;
        let inner = self.inner.serialize_tuple(length.max(1))?;
        Ok(Structure::new(inner, self.state, depth))
    }

    #[inline]
    fn serialize_tuple_struct(
        self,
        name: &'static str,
        length: usize,
    ) -> Result<Self::SerializeTupleStruct, S::Error> {
        let depth = self.depth_within(1)?;
        let inner = self.inner.serialize_tuple_struct(name, length.max(1))?;
        Ok(Structure::new(inner, self.state, depth))
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<Self::SerializeTupleVariant, S::Error> {
        let depth = self.depth_within(2)?;
        let inner = self
            .inner
            .serialize_tuple_variant(name, index, variant, length.max(1))?;
        let form = Form::Payload(variant);
        Ok(Structure::new(inner, self.state, depth).of_form(form))
    }

    #[inline]
    fn serialize_map(self, _length: Option<usize>) -> Result<Self::SerializeMap, S::Error> {
        let depth = self.depth_within(1)?;
        let inner = self.inner.serialize_map(None)?;
        Ok(Structure::new(inner, self.state, depth))
    }

    #[inline]
    fn serialize_struct(
        self,
        name: &'static str,
        length: usize,
    ) -> Result<Self::SerializeStruct, S::Error> {
        if name.starts_with(READY_MADE) {
            let inner = self.inner.serialize_struct(name, length)?;
            let form = Form::ReadyMade;
            return Ok(Structure::new(inner, self.state, self.depth).of_form(form));
        }
        let depth = self.depth_within(1)?;
        let inner = self.inner.serialize_struct(name, length.max(1))?;
        let defaults = self.state.options.defaults.in_struct(name);
        Ok(Structure::new(inner, self.state, depth).of_defaults(defaults))
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<Self::SerializeStructVariant, S::Error> {
        let depth = self.depth_within(2)?;
        let inner = self
            .inner
            .serialize_struct_variant(name, index, variant, length.max(1))?;
        let form = Form::Payload(variant);
        Ok(Structure::new(inner, self.state, depth).of_form(form))
    }

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }
}

/// What .NET calls a number that is none.
fn non_finite_text(value: f64) -> &'static str {
    match (value.is_nan(), value.is_sign_negative()) {
        (true, _) => "NaN",
        (false, false) => "Infinity",
        (false, true) => "-Infinity",
    }
}
