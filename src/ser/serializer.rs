//! The [`Serializer`]: what each of serde's types becomes.

use alloc::vec::Vec;

use serde_core::ser::{self, Serialize};

use super::{
    Compound,
    key::{KeyForm, KeySerializer},
    text::bool_text,
};
#[cfg(feature = "dotnet")]
use crate::kinds::Kind;
use crate::{
    error::{Error, Result},
    options::{Options, TextCase, text_case::camel_letters},
    private::{DATE, PREFIX},
    syntax::{number, quote},
};

/// How many bytes gather before they go to the writer.
#[cfg(feature = "std")]
const CHUNK: usize = 64 * 1024;

/// Writes one value as JSV.
///
/// The functions at the crate's root make one; by hand it is needed only where something else
/// drives it, such as a transcoder.
///
/// ```
/// use serde::Serialize;
///
/// let mut serializer = jsv::Serializer::new(&jsv::Options::new());
/// ["a", "b,c"].serialize(&mut serializer)?;
/// assert_eq!(serializer.finish()?, br#"[a,"b,c"]"#);
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// # Errors
///
/// A map key that is no scalar, more levels than [`Options::max_depth`], an error of a
/// `Serialize` implementation, or of the writer.
pub struct Serializer<'w> {
    pub(super) options: Options,
    /// What is written and not yet given to the writer.
    pub(super) buffer: Vec<u8>,
    #[cfg(feature = "std")]
    writer: Option<&'w mut dyn std::io::Write>,
    #[cfg(not(feature = "std"))]
    writer: core::marker::PhantomData<&'w ()>,
    /// How many bytes the writer has.
    pub(super) spilled: usize,
    pub(super) pretty: bool,
    pub(super) depth: usize,
    /// Whether the value that comes next stands after a name, which the pretty layout heeds.
    pub(super) after_name: bool,
}

impl<'w> Serializer<'w> {
    /// A serializer into memory; [`finish`](Self::finish) gives the text.
    pub fn new(options: &Options) -> Self {
        Self {
            buffer: Vec::with_capacity(128),
            writer: Default::default(),
            spilled: 0,
            options: options.clone(),
            pretty: false,
            depth: 0,
            after_name: false,
        }
    }

    /// A serializer into a writer, which gets the text in large pieces and the last of them from
    /// [`finish`](Self::finish).
    #[cfg(feature = "std")]
    pub fn with_writer(writer: &'w mut dyn std::io::Write, options: &Options) -> Self {
        Self {
            writer: Some(writer),
            ..Self::new(options)
        }
    }

    /// Writes in the reference's pretty layout (jsv.md, section 6).
    #[must_use]
    pub fn pretty(mut self) -> Self {
        self.pretty = true;
        self
    }

    /// Ends the text: gives what is in memory, which is all of it unless there is a writer, which
    /// then has it all.
    ///
    /// # Errors
    ///
    /// Those of the writer.
    pub fn finish(mut self) -> Result<Vec<u8>> {
        self.spill()?;
        Ok(self.buffer)
    }

    #[cfg(feature = "std")]
    fn spill(&mut self) -> Result<()> {
        if let Some(writer) = &mut self.writer {
            writer.write_all(&self.buffer).map_err(Error::io)?;
            self.spilled += self.buffer.len();
            self.buffer.clear();
        }
        Ok(())
    }

    #[cfg(not(feature = "std"))]
    fn spill(&mut self) -> Result<()> {
        Ok(())
    }

    /// Gives the writer what has gathered. Called only behind something that stays, so what may
    /// yet be taken back is always in the buffer.
    #[inline]
    pub(super) fn spill_full_buffer(&mut self) -> Result<()> {
        #[cfg(feature = "std")]
        if self.buffer.len() >= CHUNK {
            return self.spill();
        }
        Ok(())
    }

    /// How much was written so far.
    #[inline]
    pub(super) fn position(&self) -> usize {
        self.spilled + self.buffer.len()
    }

    /// Takes back what was written since a position.
    #[inline]
    pub(super) fn take_back_to(&mut self, position: usize) {
        self.buffer.truncate(position - self.spilled);
    }

    /// Writes a name in the text case, by the string rule.
    #[inline]
    pub(super) fn write_name(&mut self, name: &str) {
        match self.options.text_case {
            TextCase::AsDeclared => quote::write_text(&mut self.buffer, name),
            TextCase::Camel => {
                let start = self.buffer.len();
                quote::write_text(&mut self.buffer, name);
                // The case of a letter has no part in the string rule, so it is changed in place.
                let written = &mut self.buffer[start..];
                let quote = usize::from(written.first() == Some(&b'"'));
                let letters = camel_letters(name.as_bytes());
                written[quote..quote + letters].make_ascii_lowercase();
            }
            TextCase::Snake => {
                let cased = self.options.text_case.apply(name);
                quote::write_text(&mut self.buffer, &cased);
            }
        }
    }

    /// Writes what a newtype of a private name says that it is: without quotes, as a value of these
    /// types never needs them, whatever it holds.
    fn private_newtype<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<()> {
        #[cfg(feature = "dotnet")]
        match Kind::of(name) {
            // No bytes at all are two quotes, by the string rule.
            None | Some(Kind::Bytes) => {}
            Some(kind) => {
                let start = self.buffer.len();
                value.serialize(KeySerializer::new(&mut self.buffer, KeyForm::Plain))?;
                return kind.rewrite(&mut self.buffer, start, &self.options);
            }
        }
        if name == DATE {
            // All that a date would be quoted for is its colons.
            return value.serialize(KeySerializer::new(&mut self.buffer, KeyForm::Plain));
        }
        value.serialize(self)
    }

    #[inline]
    fn write_integer(&mut self, integer: impl itoa::Integer) {
        let mut printed = itoa::Buffer::new();
        self.buffer
            .extend_from_slice(printed.format(integer).as_bytes());
    }
}

macro_rules! serialize_integers {
    ($($method:ident $type:ty)*) => {$(
        #[inline]
        fn $method(self, value: $type) -> Result<()> {
            self.write_integer(value);
            Ok(())
        }
    )*};
}

impl<'a, 'w> ser::Serializer for &'a mut Serializer<'w> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Compound<'a, 'w>;
    type SerializeTuple = Compound<'a, 'w>;
    type SerializeTupleStruct = Compound<'a, 'w>;
    type SerializeTupleVariant = Compound<'a, 'w>;
    type SerializeMap = Compound<'a, 'w>;
    type SerializeStruct = Compound<'a, 'w>;
    type SerializeStructVariant = Compound<'a, 'w>;

    serialize_integers! {
        serialize_i8 i8 serialize_i16 i16 serialize_i32 i32 serialize_i64 i64 serialize_i128 i128
        serialize_u8 u8 serialize_u16 u16 serialize_u32 u32 serialize_u64 u64 serialize_u128 u128
    }

    #[inline]
    fn serialize_bool(self, value: bool) -> Result<()> {
        self.buffer.extend_from_slice(bool_text(value).as_bytes());
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> Result<()> {
        number::write_f32(&mut self.buffer, value);
        Ok(())
    }

    fn serialize_f64(self, value: f64) -> Result<()> {
        number::write_f64(&mut self.buffer, value);
        Ok(())
    }

    fn serialize_char(self, value: char) -> Result<()> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    #[inline]
    fn serialize_str(self, text: &str) -> Result<()> {
        if self.depth == 0 {
            quote::write_root_text(&mut self.buffer, text);
        } else {
            quote::write_text(&mut self.buffer, text);
        }
        Ok(())
    }

    /// Bytes are a list of numbers: one of the two forms in which the reference reads them.
    fn serialize_bytes(self, bytes: &[u8]) -> Result<()> {
        self.collect_seq(bytes)
    }

    fn serialize_none(self) -> Result<()> {
        Ok(())
    }

    #[inline]
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<()> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<()> {
        Ok(())
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Result<()> {
        Ok(())
    }

    fn serialize_unit_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
    ) -> Result<()> {
        self.serialize_str(variant)
    }

    #[inline]
    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<()> {
        if name.starts_with(PREFIX) {
            return self.private_newtype(name, value);
        }
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<()> {
        Compound::object(self)?.only_member(variant, value)
    }

    fn serialize_seq(self, _len: Option<usize>) -> Result<Compound<'a, 'w>> {
        Compound::list(self)
    }

    fn serialize_tuple(self, _len: usize) -> Result<Compound<'a, 'w>> {
        Compound::list(self)
    }

    fn serialize_tuple_struct(self, _name: &'static str, _len: usize) -> Result<Compound<'a, 'w>> {
        Compound::list(self)
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _len: usize,
    ) -> Result<Compound<'a, 'w>> {
        Compound::variant(self, variant, Compound::list)
    }

    fn serialize_map(self, _len: Option<usize>) -> Result<Compound<'a, 'w>> {
        Compound::object(self)
    }

    fn serialize_struct(self, name: &'static str, _len: usize) -> Result<Compound<'a, 'w>> {
        Compound::named_struct(self, name)
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _len: usize,
    ) -> Result<Compound<'a, 'w>> {
        Compound::variant(self, variant, Compound::object)
    }
}
