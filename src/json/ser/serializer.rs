//! The public [`Serializer`] and its [`Compound`]: the adapter around serde_json's, owning all of
//! it, with this crate's error.

use core::fmt;
use std::io;

use serde_core::ser::{self, Serialize};

use super::{
    adapter::Adapter,
    chunks::Chunks,
    formatter::DotnetFormatter,
    state::State,
    structure::Structure,
    written::{Inner, Layout, inner},
};
use crate::{
    error::{Error, Result},
    options::Options,
};

/// Writes values as ServiceStack's JSON.
///
/// The functions of [`json`](crate::json) make one; by hand it is needed only where something
/// else drives it, such as a transcoder.
///
/// Inside, serde_json's serializer writes. A member's value is asked what it is before its name is
/// written, so where members or entries may be left out, a value's `Serialize` implementation
/// begins twice.
///
/// ```
/// use serde::Serialize;
///
/// let mut serializer = jsv::json::Serializer::new(Vec::new(), &jsv::Options::new());
/// ["a", "b/c"].serialize(&mut serializer)?;
/// assert_eq!(serializer.finish()?, br#"["a","b/c"]"#);
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// # Errors
///
/// Those of [`to_writer`](super::to_writer).
pub struct Serializer<W> {
    inner: Inner<Chunks<W>>,
    state: State,
}

impl<W: io::Write> Serializer<W> {
    /// A serializer into a writer, which gets the text in large pieces and the last of them from
    /// [`finish`](Self::finish).
    pub fn new(writer: W, options: &Options) -> Self {
        Self::with_layout(writer, Layout::Compact, options)
    }

    /// As [`new`](Self::new), for indented text: four spaces a level.
    pub fn pretty(writer: W, options: &Options) -> Self {
        Self::with_layout(writer, Layout::Indented, options)
    }

    fn with_layout(writer: W, layout: Layout, options: &Options) -> Self {
        let state = State::new(options);
        Self {
            inner: inner(Chunks::new(writer), layout, state.next.clone()),
            state,
        }
    }

    /// Ends the text: gives the writer what it does not have yet, and then gives the writer back.
    ///
    /// # Errors
    ///
    /// Those of the writer.
    pub fn finish(self) -> Result<W> {
        self.inner.into_inner().finish().map_err(Error::io)
    }
}

/// Calls a method of the adapter, whose error becomes this crate's.
macro_rules! adapter {
    ($self:ident.$method:ident($($argument:expr),*)) => {{
        let state = &$self.state;
        let adapter = Adapter {
            inner: &mut $self.inner,
            state,
            depth: 0,
        };
        ser::Serializer::$method(adapter, $($argument),*).map_err(|error| state.error(error))
    }};
}

macro_rules! scalars {
    ($($method:ident($($argument:ident: $type:ty),*))*) => {$(
        #[inline]
        fn $method(self, $($argument: $type),*) -> Result<()> {
            adapter!(self.$method($($argument),*))
        }
    )*};
}

macro_rules! structures {
    ($($method:ident($($argument:ident: $type:ty),*))*) => {$(
        #[inline]
        fn $method(self, $($argument: $type),*) -> Result<Compound<'a, W>> {
            adapter!(self.$method($($argument),*)).map(Compound)
        }
    )*};
}

impl<'a, W: io::Write> ser::Serializer for &'a mut Serializer<W> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Compound<'a, W>;
    type SerializeTuple = Compound<'a, W>;
    type SerializeTupleStruct = Compound<'a, W>;
    type SerializeTupleVariant = Compound<'a, W>;
    type SerializeMap = Compound<'a, W>;
    type SerializeStruct = Compound<'a, W>;
    type SerializeStructVariant = Compound<'a, W>;

    scalars! {
        serialize_bool(value: bool)
        serialize_i8(value: i8)
        serialize_i16(value: i16)
        serialize_i32(value: i32)
        serialize_i64(value: i64)
        serialize_i128(value: i128)
        serialize_u8(value: u8)
        serialize_u16(value: u16)
        serialize_u32(value: u32)
        serialize_u64(value: u64)
        serialize_u128(value: u128)
        serialize_f32(value: f32)
        serialize_f64(value: f64)
        serialize_char(value: char)
        serialize_str(value: &str)
        serialize_bytes(value: &[u8])
        serialize_none()
        serialize_unit()
        serialize_unit_struct(name: &'static str)
        serialize_unit_variant(name: &'static str, index: u32, variant: &'static str)
    }

    structures! {
        serialize_seq(length: Option<usize>)
        serialize_tuple(length: usize)
        serialize_tuple_struct(name: &'static str, length: usize)
        serialize_tuple_variant(
            name: &'static str, index: u32, variant: &'static str, length: usize
        )
        serialize_map(length: Option<usize>)
        serialize_struct(name: &'static str, length: usize)
        serialize_struct_variant(
            name: &'static str, index: u32, variant: &'static str, length: usize
        )
    }

    #[inline]
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<()> {
        adapter!(self.serialize_some(value))
    }

    #[inline]
    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<()> {
        adapter!(self.serialize_newtype_struct(name, value))
    }

    #[inline]
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<()> {
        adapter!(self.serialize_newtype_variant(name, index, variant, value))
    }

    #[inline]
    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> Result<()> {
        adapter!(self.collect_str(value))
    }
}

/// A list, map or object being written.
pub struct Compound<'a, W>(
    Structure<'a, serde_json::ser::Compound<'a, Chunks<W>, DotnetFormatter>>,
);

/// Implements a trait by that of the structure inside, whose error becomes this crate's.
macro_rules! compound {
    ($($trait:ident { $($method:ident($($argument:ident: $type:ty),*))* })*) => {$(
        impl<W: io::Write> ser::$trait for Compound<'_, W> {
            type Ok = ();
            type Error = Error;

            $(
                #[inline]
                fn $method<T: Serialize + ?Sized>(
                    &mut self,
                    $($argument: $type,)*
                    value: &T,
                ) -> Result<()> {
                    ser::$trait::$method(&mut self.0, $($argument,)* value)
                        .map_err(|error| self.0.state.error(error))
                }
            )*

            #[inline]
            fn end(self) -> Result<()> {
                let state = self.0.state;
                ser::$trait::end(self.0).map_err(|error| state.error(error))
            }
        }
    )*};
}

compound! {
    SerializeSeq { serialize_element() }
    SerializeTuple { serialize_element() }
    SerializeTupleStruct { serialize_field() }
    SerializeTupleVariant { serialize_field() }
    SerializeMap { serialize_key() serialize_value() }
    SerializeStruct { serialize_field(name: &'static str) }
    SerializeStructVariant { serialize_field(name: &'static str) }
}
