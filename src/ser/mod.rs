//! Writing: the [`Serializer`], and the functions that make one.

mod compound;
mod key;

use alloc::{string::String, vec::Vec};

use serde_core::ser::{self, Serialize};

pub use compound::Compound;

use crate::{
    error::{Error, Result},
    options::{Options, TextCase},
    syntax::{case::camel_letters, number, quote},
};

/// How many bytes gather before they go to the writer.
#[cfg(feature = "std")]
const CHUNK: usize = 64 * 1024;

/// The name of the newtype by which a [`Value`](crate::Value) says that a text has the form of a
/// date with a time, which stands without quotes though it has colons (jsv.md, section 5).
pub(crate) const DATE: &str = "$jsv::private::Date";

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
    /// What is written and not yet given to the writer.
    buffer: Vec<u8>,
    #[cfg(feature = "std")]
    writer: Option<&'w mut dyn std::io::Write>,
    #[cfg(not(feature = "std"))]
    writer: core::marker::PhantomData<&'w ()>,
    /// How many bytes the writer has.
    spilled: usize,
    text_case: TextCase,
    pretty: bool,
    depth: usize,
    max_depth: usize,
    /// Whether the value that comes next stands after a name, which the pretty layout heeds.
    after_name: bool,
}

impl<'w> Serializer<'w> {
    /// A serializer into memory; [`finish`](Self::finish) gives the text.
    pub fn new(options: &Options) -> Self {
        Self {
            buffer: Vec::with_capacity(128),
            writer: Default::default(),
            spilled: 0,
            text_case: options.text_case,
            pretty: false,
            depth: 0,
            max_depth: options.max_depth,
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
    fn spill_full_buffer(&mut self) -> Result<()> {
        #[cfg(feature = "std")]
        if self.buffer.len() >= CHUNK {
            return self.spill();
        }
        Ok(())
    }

    /// How much was written so far.
    #[inline]
    fn position(&self) -> usize {
        self.spilled + self.buffer.len()
    }

    /// Takes back what was written since a position.
    #[inline]
    fn take_back_to(&mut self, position: usize) {
        self.buffer.truncate(position - self.spilled);
    }

    /// Writes a name in the text case, by the string rule.
    #[inline]
    fn write_name(&mut self, name: &str) {
        match self.text_case {
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
                let cased = self.text_case.apply(name);
                quote::write_text(&mut self.buffer, &cased);
            }
        }
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
        let start = self.buffer.len();
        value.serialize(&mut *self)?;
        if name == DATE {
            // All that a date was quoted for is its colons.
            self.buffer.remove(start);
            self.buffer.pop();
        }
        Ok(())
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

    fn serialize_struct(self, _name: &'static str, _len: usize) -> Result<Compound<'a, 'w>> {
        Compound::object(self)
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

/// A bool as .NET prints it.
pub(crate) fn bool_text(value: bool) -> &'static str {
    if value { "True" } else { "False" }
}

impl Options {
    fn write<T: Serialize + ?Sized>(&self, value: &T, pretty: bool) -> Result<Vec<u8>> {
        let mut serializer = Serializer::new(self);
        serializer.pretty = pretty;
        value.serialize(&mut serializer)?;
        serializer.finish()
    }

    /// As [`to_vec`], with these options.
    pub fn to_vec<T: Serialize + ?Sized>(&self, value: &T) -> Result<Vec<u8>> {
        self.write(value, false)
    }

    /// As [`to_vec_pretty`], with these options.
    pub fn to_vec_pretty<T: Serialize + ?Sized>(&self, value: &T) -> Result<Vec<u8>> {
        self.write(value, true)
    }

    /// As [`to_string`], with these options.
    pub fn to_string<T: Serialize + ?Sized>(&self, value: &T) -> Result<String> {
        into_text(self.to_vec(value)?)
    }

    /// As [`to_string_pretty`], with these options.
    pub fn to_string_pretty<T: Serialize + ?Sized>(&self, value: &T) -> Result<String> {
        into_text(self.to_vec_pretty(value)?)
    }

    /// As [`to_writer`], with these options.
    #[cfg(feature = "std")]
    pub fn to_writer<W: std::io::Write, T: Serialize + ?Sized>(
        &self,
        mut writer: W,
        value: &T,
    ) -> Result<()> {
        let mut serializer = Serializer::with_writer(&mut writer, self);
        value.serialize(&mut serializer)?;
        serializer.finish().map(drop)
    }

    /// As [`to_writer_pretty`], with these options.
    #[cfg(feature = "std")]
    pub fn to_writer_pretty<W: std::io::Write, T: Serialize + ?Sized>(
        &self,
        mut writer: W,
        value: &T,
    ) -> Result<()> {
        let mut serializer = Serializer::with_writer(&mut writer, self).pretty();
        value.serialize(&mut serializer)?;
        serializer.finish().map(drop)
    }
}

fn into_text(bytes: Vec<u8>) -> Result<String> {
    // All that is written is text and ASCII, so this does not fail.
    String::from_utf8(bytes).map_err(|_| Error::data("the text written is not UTF-8"))
}

/// Writes a value as JSV, byte for byte as ServiceStack.Text 10 does but for the deviations in
/// the crate's documentation.
///
/// ```
/// use serde::Serialize;
///
/// #[derive(Serialize)]
/// #[serde(rename_all = "PascalCase")]
/// struct Customer {
///     name: String,
///     tags: Vec<String>,
///     active: bool,
///     phone: Option<String>,
/// }
///
/// let customer = Customer {
///     name: "Me, Junior".into(),
///     tags: vec!["x".into(), "y".into()],
///     active: true,
///     phone: None,
/// };
/// assert_eq!(
///     jsv::to_string(&customer)?,
///     r#"{Name:"Me, Junior",Tags:[x,y],Active:True}"#
/// );
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// # Errors
///
/// A map key that is no scalar, more than 128 levels, or an error of the `Serialize`
/// implementation.
pub fn to_string<T: Serialize + ?Sized>(value: &T) -> Result<String> {
    Options::new().to_string(value)
}

/// Writes a value in the pretty layout that ServiceStack's metadata pages show: a line for each
/// member and item, one tab a level.
///
/// ```
/// let value = jsv::jsv!({ "Id": 1, "Tags": ["a", "b"], "Empty": [] });
/// assert_eq!(
///     jsv::to_string_pretty(&value)?,
///     "{\n\tId: 1,\n\tTags: \n\t[\n\t\ta,\n\t\tb\n\t],\n\tEmpty: []\n}"
/// );
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// # Errors
///
/// As [`to_string`].
pub fn to_string_pretty<T: Serialize + ?Sized>(value: &T) -> Result<String> {
    Options::new().to_string_pretty(value)
}

/// As [`to_string`], as bytes.
///
/// ```
/// assert_eq!(jsv::to_vec(&[1, 2])?, b"[1,2]");
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// # Errors
///
/// As [`to_string`].
pub fn to_vec<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>> {
    Options::new().to_vec(value)
}

/// As [`to_string_pretty`], as bytes.
///
/// # Errors
///
/// As [`to_string`].
pub fn to_vec_pretty<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>> {
    Options::new().to_vec_pretty(value)
}

/// As [`to_string`], into a writer. The writer gets pieces of 64 KiB or more, so it needs no
/// buffer of its own.
///
/// ```
/// let mut out = Vec::new();
/// jsv::to_writer(&mut out, &Some("a"))?;
/// assert_eq!(out, b"a");
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// # Errors
///
/// As [`to_string`], and those of the writer, as category
/// [`Io`](crate::error::Category::Io). What was written up to then stays written.
#[cfg(feature = "std")]
pub fn to_writer<W: std::io::Write, T: Serialize + ?Sized>(writer: W, value: &T) -> Result<()> {
    Options::new().to_writer(writer, value)
}

/// As [`to_string_pretty`], into a writer.
///
/// # Errors
///
/// As [`to_writer`].
#[cfg(feature = "std")]
pub fn to_writer_pretty<W: std::io::Write, T: Serialize + ?Sized>(
    writer: W,
    value: &T,
) -> Result<()> {
    Options::new().to_writer_pretty(writer, value)
}
