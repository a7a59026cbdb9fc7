//! Scalars: a scalar's text read into whatever the target wants (jsv.md, sections 2 and 3).

use alloc::{borrow::Cow, vec::Vec};
use core::{cell::Cell, fmt::Write};

use serde_core::de::{
    self, Visitor,
    value::{BorrowedStrDeserializer, StrDeserializer, U64Deserializer},
};

use super::names;
#[cfg(feature = "dotnet")]
use crate::kinds::Kind;
use crate::{
    error::{Error, Result},
    options::{Options, Untyped},
    syntax::{
        cursor::Scalar,
        number::write_f64,
        scalar::{self, ScalarFault},
    },
};

/// Reads one scalar: a member's value, a list's item, a map's key, or a text from a `Value`.
#[derive(Debug)]
pub(crate) struct ScalarDeserializer<'de, 'a> {
    scalar: Scalar<'de>,
    #[cfg_attr(
        not(feature = "dotnet"),
        allow(dead_code, reason = "heeded by .NET's dates")
    )]
    options: &'a Options,
    untyped: Untyped,
    /// Where to note that the target is a structure.
    wants_structure: Option<&'a Cell<bool>>,
}

impl<'de> Scalar<'de> {
    #[inline]
    fn as_str(&self) -> &str {
        match self {
            Self::Bare(text) => text,
            Self::Quoted(text) => text,
        }
    }

    /// Whether nothing stands here, white space aside.
    #[inline]
    fn is_nothing(&self) -> bool {
        matches!(self, Self::Bare(text) if scalar::trim(text).is_empty())
    }

    pub(crate) fn into_text(self) -> Cow<'de, str> {
        match self {
            Self::Bare(text) => Cow::Borrowed(text),
            Self::Quoted(text) => text,
        }
    }
}

impl<'de, 'a> ScalarDeserializer<'de, 'a> {
    #[inline]
    pub(crate) fn new(scalar: Scalar<'de>, options: &'a Options) -> Self {
        Self {
            scalar,
            options,
            untyped: options.untyped,
            wants_structure: None,
        }
    }

    /// For a map's key, which is a name as far as anyone can tell without a type: never inferred.
    pub(crate) fn for_key(key: Scalar<'de>, options: &'a Options) -> Self {
        Self {
            untyped: Untyped::Text,
            ..Self::new(key, options)
        }
    }

    /// The error for a text that is none of the target's forms.
    #[cold]
    fn invalid(&self, target: &'static str) -> Error {
        if self.scalar.is_nothing() {
            Error::nothing(target)
        } else {
            Error::invalid_scalar(target)
        }
    }

    #[inline]
    fn integer<T: scalar::Integer>(&self, target: &'static str) -> Result<T> {
        scalar::parse_integer(self.scalar.as_str()).map_err(|fault| match fault {
            ScalarFault::Malformed => self.invalid(target),
            ScalarFault::OutOfRange => Error::out_of_range(target),
        })
    }

    #[cold]
    fn structure(&self, target: &'static str) -> Error {
        if let Some(wants_structure) = self.wants_structure {
            wants_structure.set(true);
        }
        if self.scalar.is_nothing() {
            Error::nothing(target)
        } else {
            Error::expected(target, "a scalar")
        }
    }

    /// Reads a .NET scalar by the options, and gives it in bits; bytes as bytes.
    #[cfg(feature = "dotnet")]
    fn dotnet<V: Visitor<'de>>(self, kind: Kind, visitor: V) -> Result<V::Value> {
        let target = kind.target();
        if self.scalar.is_nothing() {
            return Err(Error::nothing(target));
        }
        let text = scalar::trim(self.scalar.as_str());
        let fault = |fault| match fault {
            ScalarFault::Malformed => self.invalid(target),
            ScalarFault::OutOfRange => Error::out_of_range(target),
        };
        if kind == Kind::Bytes {
            return visitor.visit_byte_buf(crate::scalars::decode_base64(text).map_err(fault)?);
        }
        let quoted = matches!(self.scalar, Scalar::Quoted(_));
        visitor.visit_u128(kind.read(text, quoted, self.options).map_err(fault)?)
    }

    fn visit_text<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.scalar.into_text() {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_string(text),
        }
    }
}

macro_rules! deserialize_integers {
    ($($method:ident $visit:ident $target:literal)*) => {$(
        #[inline]
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
            visitor.$visit(self.integer($target)?)
        }
    )*};
}

impl<'de> de::Deserializer<'de> for ScalarDeserializer<'de, '_> {
    type Error = Error;

    deserialize_integers! {
        deserialize_i8 visit_i8 "an integer (i8)"
        deserialize_i16 visit_i16 "an integer (i16)"
        deserialize_i32 visit_i32 "an integer (i32)"
        deserialize_i64 visit_i64 "an integer (i64)"
        deserialize_i128 visit_i128 "an integer (i128)"
        deserialize_u8 visit_u8 "an integer (u8)"
        deserialize_u16 visit_u16 "an integer (u16)"
        deserialize_u32 visit_u32 "an integer (u32)"
        deserialize_u64 visit_u64 "an integer (u64)"
        deserialize_u128 visit_u128 "an integer (u128)"
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.scalar {
            Scalar::Bare("") => visitor.visit_unit(),
            Scalar::Bare(text) if self.untyped == Untyped::Infer => infer(text, visitor),
            _ => self.visit_text(visitor),
        }
    }

    #[inline]
    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match scalar::parse_bool(self.scalar.as_str()) {
            Some(value) => visitor.visit_bool(value),
            // JSV: nothing at all is false.
            None if self.scalar.is_nothing() => visitor.visit_bool(false),
            None => Err(self.invalid("a bool")),
        }
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let quoted = matches!(self.scalar, Scalar::Quoted(_));
        match scalar::parse_f32(self.scalar.as_str(), quoted) {
            Some(number) => visitor.visit_f32(number),
            None => Err(self.invalid("a number")),
        }
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let quoted = matches!(self.scalar, Scalar::Quoted(_));
        match scalar::parse_f64(self.scalar.as_str(), quoted) {
            Some(number) => visitor.visit_f64(number),
            None => Err(self.invalid("a number")),
        }
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match scalar::parse_char(self.scalar.as_str()) {
            Some(c) => visitor.visit_char(c),
            None => Err(self.invalid("a character")),
        }
    }

    #[inline]
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.visit_text(visitor)
    }

    #[inline]
    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.visit_text(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.visit_text(visitor)
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.scalar.into_text() {
            Cow::Borrowed(text) => visitor.visit_borrowed_bytes(text.as_bytes()),
            Cow::Owned(text) => visitor.visit_byte_buf(text.into_bytes()),
        }
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_bytes(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match &self.scalar {
            Scalar::Bare("") => visitor.visit_none(),
            scalar if scalar::trim(scalar.as_str()).is_empty() => self.empty(visitor),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if self.scalar.is_nothing() {
            visitor.visit_unit()
        } else {
            Err(Error::expected("nothing", "a scalar"))
        }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        #[cfg(feature = "dotnet")]
        if let Some(kind) = Kind::of(name) {
            return self.dotnet(kind, visitor);
        }
        let _ = name;
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value> {
        Err(self.structure("a list"))
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _len: usize, _visitor: V) -> Result<V::Value> {
        Err(self.structure("a list"))
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _len: usize,
        _visitor: V,
    ) -> Result<V::Value> {
        Err(self.structure("a list"))
    }

    fn deserialize_map<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value> {
        Err(self.structure("an object"))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        _visitor: V,
    ) -> Result<V::Value> {
        Err(self.structure("an object"))
    }

    /// An enum by its name ignoring case, or by the number of its place among the variants.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        if self.scalar.is_nothing() {
            return Err(Error::nothing("an enum"));
        }
        let text = self.scalar.into_text();
        let text = &*text;
        if let Some(index) = names::find_trimmed(text, variants) {
            let name = BorrowedStrDeserializer::new(variants[index]);
            return visitor.visit_enum(UnitVariant(name));
        }
        // An `Option` of an enum is `None` then, though the enum may have a variant for whatever comes.
        if self.wants_structure.is_some() && scalar::trim(text).is_empty() {
            return Err(Error::nothing("an enum"));
        }
        match scalar::parse_integer(text) {
            Ok(number) => visitor.visit_enum(UnitVariant(U64Deserializer::new(number))),
            // The enum may have a variant for what it does not know; else it names the others.
            Err(_) => visitor.visit_enum(UnitVariant(StrDeserializer::new(scalar::trim(text)))),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_unit()
    }
}

/// A variant by its name, or by the number of its place among the variants.
struct UnitVariant<D>(D);

impl<'de, D: de::Deserializer<'de, Error = Error>> de::EnumAccess<'de> for UnitVariant<D> {
    type Error = Error;
    type Variant = UnitOnly;

    fn variant_seed<S: de::DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, UnitOnly)> {
        Ok((seed.deserialize(self.0)?, UnitOnly))
    }
}

/// A variant without data.
struct UnitOnly;

#[cold]
fn no_data() -> Error {
    Error::expected("a variant with data", "a variant's name alone")
}

impl<'de> de::VariantAccess<'de> for UnitOnly {
    type Error = Error;

    fn unit_variant(self) -> Result<()> {
        Ok(())
    }

    fn newtype_variant_seed<S: de::DeserializeSeed<'de>>(self, _seed: S) -> Result<S::Value> {
        Err(no_data())
    }

    fn tuple_variant<V: Visitor<'de>>(self, _len: usize, _visitor: V) -> Result<V::Value> {
        Err(no_data())
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _fields: &'static [&'static str],
        _visitor: V,
    ) -> Result<V::Value> {
        Err(no_data())
    }
}

impl<'de> ScalarDeserializer<'de, '_> {
    /// `""`, or white space alone, for an `Option`: text where the target takes that, `None` for
    /// any other scalar (jsv.md, section 2).
    ///
    /// Which of the two it is, the target shows only by being tried, and a visitor can be used
    /// once. The visitor of `Option` has a way to be tried, which serde itself uses for untagged
    /// enums; it is not documented, so that it is asked for only where that visitor says that it
    /// is one, and a test pins it. Any other visitor gets the empty text.
    #[cold]
    fn empty<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        if !is_option_visitor(&visitor) {
            return visitor.visit_some(self);
        }
        let wants_structure = Cell::new(false);
        let trial = ScalarDeserializer {
            wants_structure: Some(&wants_structure),
            ..self
        };
        let tried = visitor.__private_visit_untagged_option(trial);
        if wants_structure.get() {
            return Err(Error::expected("an object or a list", "an empty scalar"));
        }
        tried.map_err(|()| Error::expected("an optional value", "an empty scalar"))
    }
}

pub(crate) fn is_option_visitor<'de, V: Visitor<'de>>(visitor: &V) -> bool {
    struct Expecting<'a, V>(&'a V);
    impl<'de, V: Visitor<'de>> core::fmt::Display for Expecting<'_, V> {
        fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
            self.0.expecting(f)
        }
    }
    let mut expecting = alloc::string::String::new();
    // Writing to a String does not fail.
    let _ = write!(expecting, "{}", Expecting(visitor));
    expecting == "option"
}

/// Gives a bool or a number where printing it again gives the same text, else the text.
fn infer<'de, V: Visitor<'de>>(text: &'de str, visitor: V) -> Result<V::Value> {
    match text {
        "True" => return visitor.visit_bool(true),
        "False" => return visitor.visit_bool(false),
        _ => {}
    }
    let mut printed = itoa::Buffer::new();
    if let Ok(number) = scalar::parse_integer::<u64>(text)
        && printed.format(number) == text
    {
        return visitor.visit_u64(number);
    }
    if let Ok(number) = scalar::parse_integer::<i64>(text)
        && printed.format(number) == text
    {
        return visitor.visit_i64(number);
    }
    if let Some(number) = scalar::parse_f64(text, false) {
        let mut printed = Vec::new();
        write_f64(&mut printed, number);
        // NaN and the infinities are no numbers in the formats that this is for.
        if number.is_finite() && printed == text.as_bytes() {
            return visitor.visit_f64(number);
        }
    }
    visitor.visit_borrowed_str(text)
}
