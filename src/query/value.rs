//! One value of a query, form or path, read as its member's type (http.md, section 6).

use serde_core::de::{self, Visitor};

use super::given::{Given, Reading};
use crate::{
    de::{
        Deserializer, names,
        scalar::{ScalarDeserializer, is_option_visitor},
    },
    error::{Error, Result},
    kinds::Kind,
    private::URI,
    syntax::{cursor::Scalar, scalar::trim},
};

/// Reads one value.
pub(super) struct ValueDeserializer<'a, 'b> {
    given: &'b Given<'b>,
    reading: &'a Reading,
    /// Whether it is the value of an `Option`.
    is_nullable: bool,
}

impl<'a, 'b> ValueDeserializer<'a, 'b> {
    pub(super) fn new(given: &'b Given<'b>, reading: &'a Reading) -> Self {
        Self {
            given,
            reading,
            is_nullable: false,
        }
    }

    fn is_quoted(&self) -> bool {
        self.given.text.starts_with('"')
    }

    fn is_white(&self) -> bool {
        trim(self.given.text).is_empty()
    }

    /// Reads the text as JSV.
    fn jsv<T>(&self, read: impl FnOnce(&mut Deserializer<'b>) -> Result<T>) -> Result<T> {
        self.reading.options.read(self.given.text, read)
    }

    /// Reads the text as JSV that may lack its outermost brackets.
    fn in_brackets<T>(
        &self,
        brackets: [char; 2],
        read: impl FnOnce(&mut Deserializer<'b>) -> Result<T>,
    ) -> Result<T> {
        let [open, close] = brackets;
        if self.given.text.starts_with(open) {
            return self.jsv(read);
        }
        let cell = match open {
            '[' => &self.given.as_list,
            _ => &self.given.as_map,
        };
        let bracketed = cell.get_or_init(|| {
            let mut bracketed = alloc::string::String::with_capacity(self.given.text.len() + 2);
            bracketed.push(open);
            bracketed.push_str(self.given.text);
            bracketed.push(close);
            bracketed
        });
        self.reading
            .bracketed
            .read(bracketed, read)
            .map_err(Error::without_first_bracket)
    }

    fn list<T>(&self, read: impl FnOnce(&mut Deserializer<'b>) -> Result<T>) -> Result<T> {
        self.in_brackets(['[', ']'], read)
    }

    /// The whole text as a scalar, whatever it holds.
    fn scalar(&self) -> ScalarDeserializer<'b, 'a> {
        ScalarDeserializer::new(Scalar::Bare(self.given.text), &self.reading.options)
    }

    /// The same for a number that may hold commas, as it may in quotes.
    fn number(&self) -> ScalarDeserializer<'b, 'a> {
        let text = Scalar::Quoted(self.given.text.into());
        ScalarDeserializer::new(text, &self.reading.options)
    }
}

macro_rules! deserialize_scalars {
    ($as_scalar:ident: $($method:ident)*) => {$(
        fn $method<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value> {
            if self.is_quoted() {
                return self.jsv(|jsv| jsv.$method(visitor));
            }
            self.$as_scalar().$method(visitor)
        }
    )*};
}

macro_rules! deserialize_as_jsv {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value> {
            self.jsv(|jsv| jsv.$method(visitor))
        }
    )*};
}

impl<'b> de::Deserializer<'b> for ValueDeserializer<'_, 'b> {
    type Error = Error;

    deserialize_scalars! {
        scalar:
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128
    }

    deserialize_scalars! { number: deserialize_f32 deserialize_f64 }

    deserialize_as_jsv! { deserialize_any deserialize_unit }

    /// A bool that is not nullable ends at its first comma: the form in which browsers send a
    /// checked box and the hidden field beside it.
    fn deserialize_bool<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value> {
        if self.is_quoted() {
            return self.jsv(|jsv| jsv.deserialize_bool(visitor));
        }
        if self.is_nullable && self.is_white() {
            return Err(Error::nothing("a bool"));
        }
        let text = self.given.text;
        let end = match self.is_nullable {
            true => text.len(),
            false => text.find(',').unwrap_or(text.len()),
        };
        ScalarDeserializer::new(Scalar::Bare(&text[..end]), &self.reading.options)
            .deserialize_bool(visitor)
    }

    /// One character is itself, be it a quote.
    fn deserialize_char<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value> {
        if self.is_quoted() && self.given.text.len() > 1 {
            return self.jsv(|jsv| jsv.deserialize_char(visitor));
        }
        self.scalar().deserialize_char(visitor)
    }

    fn deserialize_str<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_borrowed_str(self.given.text)
    }

    fn deserialize_string<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_borrowed_str(self.given.text)
    }

    fn deserialize_identifier<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_borrowed_str(self.given.text)
    }

    fn deserialize_bytes<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value> {
        if self.given.text.starts_with('[') {
            return self.jsv(|jsv| jsv.deserialize_bytes(visitor));
        }
        visitor.visit_borrowed_bytes(self.given.text.as_bytes())
    }

    fn deserialize_byte_buf<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_bytes(visitor)
    }

    /// What is empty was not given. White space alone is nothing to any type but those that keep
    /// it, such as a string, which the target shows only by being tried (jsv.md, section 2).
    fn deserialize_option<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value> {
        let value = Self {
            is_nullable: true,
            ..self
        };
        if value.is_white() && is_option_visitor(&visitor) {
            let tried = visitor.__private_visit_untagged_option(value);
            return tried.map_err(|()| Error::expected("an optional value", "white space"));
        }
        visitor.visit_some(value)
    }

    fn deserialize_unit_struct<V: Visitor<'b>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'b>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        if name == URI && self.is_quoted() {
            return self.jsv(|jsv| jsv.deserialize_newtype_struct(name, visitor));
        }
        let Some(kind) = Kind::of(name) else {
            return visitor.visit_newtype_struct(self);
        };
        let is_list = kind == Kind::Bytes && self.given.text.starts_with('[');
        if self.is_quoted() || is_list {
            return self.jsv(|jsv| jsv.deserialize_newtype_struct(name, visitor));
        }
        #[cfg(feature = "decimal")]
        if kind == Kind::Decimal {
            return self.number().deserialize_newtype_struct(name, visitor);
        }
        self.scalar().deserialize_newtype_struct(name, visitor)
    }

    fn deserialize_seq<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value> {
        self.list(|jsv| jsv.deserialize_seq(visitor))
    }

    fn deserialize_tuple<V: Visitor<'b>>(self, len: usize, visitor: V) -> Result<V::Value> {
        self.list(|jsv| jsv.deserialize_tuple(len, visitor))
    }

    fn deserialize_tuple_struct<V: Visitor<'b>>(
        self,
        name: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value> {
        self.list(|jsv| jsv.deserialize_tuple_struct(name, len, visitor))
    }

    fn deserialize_map<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value> {
        self.in_brackets(['{', '}'], |jsv| jsv.deserialize_map(visitor))
    }

    fn deserialize_struct<V: Visitor<'b>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        self.jsv(|jsv| jsv.deserialize_struct(name, fields, visitor))
    }

    fn deserialize_enum<V: Visitor<'b>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        let text = self.given.text;
        // A variant's text is written as it stands, whatever it begins with.
        let is_jsv =
            text.starts_with(['"', '{']) && names::find(text, variants, 0, false).is_none();
        if is_jsv {
            return self.jsv(|jsv| jsv.deserialize_enum(name, variants, visitor));
        }
        self.scalar().deserialize_enum(name, variants, visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'b>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_unit()
    }
}
