//! Reading a typed value from a [`Value`], by the rules by which one is read from a text: scalars
//! are handed to the same [`ScalarDeserializer`].

use alloc::{borrow::Cow, vec::Vec};

use serde_core::de::{DeserializeOwned, Deserializer, IntoDeserializer, Visitor};

use super::{
    Map, Value,
    access::{DataVariant, Entries, Items, Members},
    print,
};
#[cfg(feature = "dotnet")]
use crate::kinds::Kind;
use crate::{
    de::scalar::ScalarDeserializer,
    error::{Error, Result},
    options::{Options, Untyped},
    syntax::{cursor::Scalar, quote, scalar::trim},
};

/// Reads a typed value from a [`Value`], as [`from_str`](crate::from_str) reads it from a text. To
/// borrow from the value, or to keep it, read from a reference: `T::deserialize(&value)`.
///
/// ```
/// use serde::Deserialize;
///
/// #[derive(Deserialize)]
/// #[serde(rename_all = "PascalCase")]
/// struct Customer {
///     name: String,
///     employees: u32,
/// }
///
/// let value = jsv::jsv!({ "name": "Acme", "Employees": "12", "More": [] });
/// let customer: Customer = jsv::from_value(value)?;
/// assert_eq!((customer.name.as_str(), customer.employees), ("Acme", 12));
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// # Errors
///
/// A value that its target does not take, a missing member, a name that stands twice in different
/// case, more than 128 levels. The error has a path and no place.
pub fn from_value<T: DeserializeOwned>(value: Value) -> Result<T> {
    Options::new().from_value(value)
}

impl Options {
    /// As [`from_value`], with these options.
    ///
    /// ```
    /// use jsv::{Options, TextCase, jsv};
    ///
    /// #[derive(serde::Deserialize)]
    /// #[serde(rename_all = "PascalCase")]
    /// struct Customer {
    ///     company_name: String,
    /// }
    ///
    /// let snake = Options::new().text_case(TextCase::Snake);
    /// let customer: Customer = snake.from_value(jsv!({ "company_name": "Acme" }))?;
    /// assert_eq!(customer.company_name, "Acme");
    /// # Ok::<(), jsv::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`from_value`].
    pub fn from_value<T: DeserializeOwned>(&self, value: Value) -> Result<T> {
        T::deserialize(ValueDeserializer {
            value: &value,
            options: self,
            levels_left: self.max_depth,
        })
    }
}

static DEFAULTS: Options = Options::new();

/// Reads a value, or a part of it.
#[derive(Clone, Copy)]
pub(super) struct ValueDeserializer<'de, 'o> {
    pub(super) value: &'de Value,
    pub(super) options: &'o Options,
    pub(super) levels_left: usize,
}

impl<'de> From<&'de Value> for ValueDeserializer<'de, 'static> {
    fn from(value: &'de Value) -> Self {
        Self {
            value,
            options: &DEFAULTS,
            levels_left: DEFAULTS.max_depth,
        }
    }
}

impl<'de, 'o> ValueDeserializer<'de, 'o> {
    /// The deserializer for a child.
    pub(super) fn at<'v>(self, value: &'v Value) -> ValueDeserializer<'v, 'o> {
        ValueDeserializer {
            value,
            options: self.options,
            levels_left: self.levels_left,
        }
    }

    /// The deserializer for a text, or for nothing; a list or object is an error.
    fn scalar(self, target: &'static str) -> Result<ScalarDeserializer<'de, 'o>> {
        let scalar = match self.value {
            Value::Null => Scalar::Bare(""),
            Value::Text(text) => scalar_of(text, self.options.untyped),
            _ => return Err(self.misfit(target)),
        };
        Ok(ScalarDeserializer::new(scalar, self.options))
    }

    #[cold]
    fn misfit(self, target: &'static str) -> Error {
        match self.value {
            Value::Null => Error::nothing(target),
            other => Error::expected(target, other.kind()),
        }
    }

    /// The deserializer for what stands one level deeper.
    fn deeper(self) -> Result<Self> {
        match self.levels_left.checked_sub(1) {
            Some(levels_left) => Ok(Self {
                levels_left,
                ..self
            }),
            None => Err(Error::depth(self.options.max_depth)),
        }
    }

    /// The items of the list that this must be.
    fn items(self) -> Result<(&'de [Value], Self)> {
        match self.value {
            Value::List(items) => Ok((items, self.deeper()?)),
            _ => Err(self.misfit("a list")),
        }
    }

    /// The entries of the object or map that this must be.
    fn entries(self) -> Result<(&'de Map, Self)> {
        match self.value {
            Value::Map(map) => Ok((map, self.deeper()?)),
            _ => Err(self.misfit("an object")),
        }
    }
}

/// A text as it would stand written: bare or in quotes. That makes a difference where white space
/// alone is nothing, and for inferring types.
pub(super) fn scalar_of(text: &str, untyped: Untyped) -> Scalar<'_> {
    let heeds_quotes = untyped == Untyped::Infer || text.starts_with([' ', '\t']);
    if heeds_quotes && is_written_bare(text) {
        Scalar::Bare(text)
    } else {
        Scalar::Quoted(Cow::Borrowed(text))
    }
}

fn is_written_bare(text: &str) -> bool {
    let mut written = Vec::new();
    quote::write_text(&mut written, text);
    !written.starts_with(b"\"")
}

macro_rules! deserialize_scalars {
    ($($method:ident $target:literal)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
            self.scalar($target)?.$method(visitor)
        }
    )*};
}

impl<'de> Deserializer<'de> for ValueDeserializer<'de, '_> {
    type Error = Error;

    deserialize_scalars! {
        deserialize_bool "a bool"
        deserialize_i8 "an integer (i8)"
        deserialize_i16 "an integer (i16)"
        deserialize_i32 "an integer (i32)"
        deserialize_i64 "an integer (i64)"
        deserialize_i128 "an integer (i128)"
        deserialize_u8 "an integer (u8)"
        deserialize_u16 "an integer (u16)"
        deserialize_u32 "an integer (u32)"
        deserialize_u64 "an integer (u64)"
        deserialize_u128 "an integer (u128)"
        deserialize_f32 "a number"
        deserialize_f64 "a number"
        deserialize_char "a character"
        deserialize_unit "nothing"
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.value {
            Value::List(_) => self.deserialize_seq(visitor),
            Value::Map(_) => self.deserialize_map(visitor),
            _ => self.scalar("a value")?.deserialize_any(visitor),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.value {
            // A nested object or list gives its text.
            Value::List(_) | Value::Map(_) => {
                visitor.visit_string(print::text_of(self.value, false))
            }
            _ => self.scalar("text")?.deserialize_str(visitor),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_str(visitor)
    }

    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.value {
            Value::List(_) => self.deserialize_seq(visitor),
            _ => self.scalar("bytes")?.deserialize_bytes(visitor),
        }
    }

    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_bytes(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.value {
            Value::Null => visitor.visit_none(),
            // Which `Option` takes empty text for `None`, the scalar's deserializer knows.
            Value::Text(text) if trim(text).is_empty() => {
                self.scalar("a value")?.deserialize_option(visitor)
            }
            _ => visitor.visit_some(self),
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
            if kind == Kind::Bytes && matches!(self.value, Value::List(_)) {
                return self.deserialize_seq(visitor);
            }
            return self
                .scalar(kind.target())?
                .deserialize_newtype_struct(name, visitor);
        }
        let _ = name;
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let (items, child) = self.items()?;
        Items::new(items, child).read(visitor)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value> {
        // All that can be written for a list of one null is the empty list.
        static ONE_NULL: [Value; 1] = [Value::Null];
        let (items, child) = self.items()?;
        let is_one_null = length == 1 && items.is_empty();
        Items::new(if is_one_null { &ONE_NULL } else { items }, child).read(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        length: usize,
        visitor: V,
    ) -> Result<V::Value> {
        self.deserialize_tuple(length, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let (map, child) = self.entries()?;
        Entries::new(map, child).read(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        let (map, child) = self.entries()?;
        Members::new(map, fields, child).read(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        if !self.value.is_map() {
            return self
                .scalar("an enum")?
                .deserialize_enum(name, variants, visitor);
        }
        let (map, child) = self.entries()?;
        DataVariant::read(map, variants, child, visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_unit()
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_str(visitor)
    }
}

macro_rules! deserialize_by_defaults {
    ($($method:ident($($argument:ident: $type:ty),*);)*) => {$(
        fn $method<V: Visitor<'de>>(self, $($argument: $type,)* visitor: V) -> Result<V::Value> {
            ValueDeserializer::from(self).$method($($argument,)* visitor)
        }
    )*};
}

/// With the default [`Options`].
///
/// ```
/// use serde::Deserialize;
///
/// let value = jsv::jsv!(["a", "b"]);
/// assert_eq!(Vec::<&str>::deserialize(&value)?, ["a", "b"]);
/// # Ok::<(), jsv::Error>(())
/// ```
impl<'de> Deserializer<'de> for &'de Value {
    type Error = Error;

    deserialize_by_defaults! {
        deserialize_any();
        deserialize_bool();
        deserialize_i8();
        deserialize_i16();
        deserialize_i32();
        deserialize_i64();
        deserialize_i128();
        deserialize_u8();
        deserialize_u16();
        deserialize_u32();
        deserialize_u64();
        deserialize_u128();
        deserialize_f32();
        deserialize_f64();
        deserialize_char();
        deserialize_str();
        deserialize_string();
        deserialize_bytes();
        deserialize_byte_buf();
        deserialize_option();
        deserialize_unit();
        deserialize_unit_struct(name: &'static str);
        deserialize_newtype_struct(name: &'static str);
        deserialize_seq();
        deserialize_tuple(length: usize);
        deserialize_tuple_struct(name: &'static str, length: usize);
        deserialize_map();
        deserialize_struct(name: &'static str, fields: &'static [&'static str]);
        deserialize_enum(name: &'static str, variants: &'static [&'static str]);
        deserialize_identifier();
        deserialize_ignored_any();
    }
}

impl<'de> IntoDeserializer<'de, Error> for &'de Value {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de, 'o> IntoDeserializer<'de, Error> for ValueDeserializer<'de, 'o> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}
