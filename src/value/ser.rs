//! Values and serde's `Serialize`: writing a [`Value`] in any format, and making one from whatever
//! can be written.

use alloc::{borrow::Cow, string::String, vec::Vec};

use serde_core::ser::{self, Serialize, Serializer};

use super::{Map, Value, convert};
use crate::{
    error::{Error, Result},
    options::{Defaults, Options, TextCase},
    private::DATE,
    ser::probe::probe,
    syntax::quote::is_date_with_time,
};
#[cfg(feature = "dotnet")]
use crate::{
    kinds::Kind,
    ser::key::{KeyForm, KeySerializer},
};

/// A scalar is written as text and a null as unit, which JSV leaves out and JSON writes as `null`.
///
/// ```
/// let value = jsv::jsv!({ "Id": 1, "Phone": null });
/// assert_eq!(jsv::to_string(&value)?, "{Id:1}");
/// assert_eq!(serde_json::to_string(&value).unwrap(), r#"{"Id":"1","Phone":null}"#);
/// # Ok::<(), jsv::Error>(())
/// ```
impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            // A date needs no quotes for its colons, which this crate's serializer learns by the name.
            Self::Text(text) if is_date_with_time(text) => {
                serializer.serialize_newtype_struct(DATE, text)
            }
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Map(map) => map.serialize(serializer),
        }
    }
}

impl Serialize for Map {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self)
    }
}

/// Makes a [`Value`] from anything that can be written. Displayed, it is the text that
/// [`to_string`](crate::to_string) writes, but for a key that stands twice, of which the last
/// counts, and an enum variant whose payload is nothing: `{Variant:}` is displayed as `{}`.
///
/// ```
/// #[derive(serde::Serialize)]
/// #[serde(rename_all = "PascalCase")]
/// struct Customer {
///     name: String,
///     phone: Option<String>,
///     active: bool,
/// }
///
/// let customer = Customer {
///     name: "Acme".into(),
///     phone: None,
///     active: true,
/// };
/// let value = jsv::to_value(&customer)?;
/// assert_eq!(value, jsv::jsv!({ "Name": "Acme", "Active": true }));
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// # Errors
///
/// A map key that is no scalar, more than 128 levels, or an error of the `Serialize`
/// implementation.
pub fn to_value<T: Serialize + ?Sized>(value: &T) -> Result<Value> {
    Options::new().to_value(value)
}

impl Options {
    /// As [`to_value`], with these options.
    ///
    /// ```
    /// use jsv::{Options, TextCase};
    ///
    /// #[derive(serde::Serialize)]
    /// struct Customer {
    ///     CompanyName: &'static str,
    /// }
    ///
    /// let camel = Options::new().text_case(TextCase::Camel);
    /// let value = camel.to_value(&Customer { CompanyName: "Acme" })?;
    /// assert_eq!(value.to_string(), "{companyName:Acme}");
    /// # Ok::<(), jsv::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`to_value`].
    pub fn to_value<T: Serialize + ?Sized>(&self, value: &T) -> Result<Value> {
        value.serialize(ValueSerializer {
            options: self,
            levels_left: self.max_depth,
        })
    }
}

/// Makes the value of one thing.
#[derive(Clone, Copy)]
struct ValueSerializer<'o> {
    options: &'o Options,
    levels_left: usize,
}

impl<'o> ValueSerializer<'o> {
    /// The serializer for what stands one level deeper.
    fn deeper(self) -> Result<Self> {
        match self.levels_left.checked_sub(1) {
            Some(levels_left) => Ok(Self {
                levels_left,
                ..self
            }),
            None => Err(Error::depth(self.options.max_depth)),
        }
    }

    fn list(self, length: Option<usize>) -> Result<ListSerializer<'o>> {
        Ok(ListSerializer {
            inner: self.deeper()?,
            variant: None,
            items: Vec::with_capacity(capacity(length)),
        })
    }

    fn map(self, length: Option<usize>) -> Result<MapSerializer<'o>> {
        Ok(MapSerializer {
            inner: self.deeper()?,
            variant: None,
            defaults: self.options.defaults,
            key: String::new(),
            map: Map::with_capacity(capacity(length)),
        })
    }
}

/// A length is a promise of the `Serialize` implementation, which nothing makes it keep.
fn capacity(length: Option<usize>) -> usize {
    length.unwrap_or(0).min(1024)
}

/// A value, or the payload of a variant in a map of that one entry.
fn in_variant(variant: Option<&'static str>, payload: Value) -> Value {
    match variant {
        Some(variant) => Value::Map(Map::from([(variant, payload)])),
        None => payload,
    }
}

macro_rules! serialize_scalars {
    ($($method:ident $type:ty => $text:path;)*) => {$(
        fn $method(self, value: $type) -> Result<Value> {
            Ok(Value::Text($text(value)))
        }
    )*};
}

impl<'o> Serializer for ValueSerializer<'o> {
    type Ok = Value;
    type Error = Error;
    type SerializeSeq = ListSerializer<'o>;
    type SerializeTuple = ListSerializer<'o>;
    type SerializeTupleStruct = ListSerializer<'o>;
    type SerializeTupleVariant = ListSerializer<'o>;
    type SerializeMap = MapSerializer<'o>;
    type SerializeStruct = MapSerializer<'o>;
    type SerializeStructVariant = MapSerializer<'o>;

    serialize_scalars! {
        serialize_bool bool => convert::bool_text;
        serialize_i8 i8 => convert::integer_text;
        serialize_i16 i16 => convert::integer_text;
        serialize_i32 i32 => convert::integer_text;
        serialize_i64 i64 => convert::integer_text;
        serialize_i128 i128 => convert::integer_text;
        serialize_u8 u8 => convert::integer_text;
        serialize_u16 u16 => convert::integer_text;
        serialize_u32 u32 => convert::integer_text;
        serialize_u64 u64 => convert::integer_text;
        serialize_u128 u128 => convert::integer_text;
        serialize_f32 f32 => convert::f32_text;
        serialize_f64 f64 => convert::f64_text;
        serialize_char char => String::from;
        serialize_str &str => String::from;
    }

    /// Bytes are a list of numbers, as in the text.
    fn serialize_bytes(self, bytes: &[u8]) -> Result<Value> {
        self.collect_seq(bytes)
    }

    fn serialize_none(self) -> Result<Value> {
        Ok(Value::Null)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Value> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<Value> {
        Ok(Value::Null)
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Result<Value> {
        Ok(Value::Null)
    }

    fn serialize_unit_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
    ) -> Result<Value> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<Value> {
        #[cfg(feature = "dotnet")]
        if Kind::of(name).is_some() {
            let mut text = Vec::new();
            let form = KeyForm::Unquoted(self.options);
            KeySerializer::new(&mut text, form).serialize_newtype_struct(name, value)?;
            return crate::ser::into_text(text).map(Value::Text);
        }
        let _ = name;
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Value> {
        let payload = value
            .serialize(self.deeper()?)
            .map_err(|error| error.in_member(variant))?;
        Ok(in_variant(Some(variant), payload))
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<ListSerializer<'o>> {
        self.list(length)
    }

    fn serialize_tuple(self, length: usize) -> Result<ListSerializer<'o>> {
        self.list(Some(length))
    }

    fn serialize_tuple_struct(
        self,
        _name: &'static str,
        length: usize,
    ) -> Result<ListSerializer<'o>> {
        self.list(Some(length))
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<ListSerializer<'o>> {
        Ok(ListSerializer {
            variant: Some(variant),
            ..self.deeper()?.list(Some(length))?
        })
    }

    fn serialize_map(self, length: Option<usize>) -> Result<MapSerializer<'o>> {
        self.map(length)
    }

    fn serialize_struct(self, name: &'static str, length: usize) -> Result<MapSerializer<'o>> {
        Ok(MapSerializer {
            defaults: self.options.defaults.in_struct(name),
            ..self.map(Some(length))?
        })
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        length: usize,
    ) -> Result<MapSerializer<'o>> {
        Ok(MapSerializer {
            variant: Some(variant),
            ..self.deeper()?.map(Some(length))?
        })
    }

    fn collect_str<T: core::fmt::Display + ?Sized>(self, value: &T) -> Result<Value> {
        use alloc::string::ToString;
        Ok(Value::Text(value.to_string()))
    }
}

/// Makes a list.
struct ListSerializer<'o> {
    inner: ValueSerializer<'o>,
    /// The variant whose payload the list is.
    variant: Option<&'static str>,
    items: Vec<Value>,
}

impl ListSerializer<'_> {
    fn push<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<()> {
        let item = item
            .serialize(self.inner)
            .map_err(|error| error.in_item(self.items.len()))?;
        self.items.push(item);
        Ok(())
    }

    fn finish(self) -> Result<Value> {
        Ok(in_variant(self.variant, Value::List(self.items)))
    }
}

macro_rules! serialize_items {
    ($($trait:ident $method:ident)*) => {$(
        impl ser::$trait for ListSerializer<'_> {
            type Ok = Value;
            type Error = Error;

            fn $method<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<()> {
                self.push(item)
            }

            fn end(self) -> Result<Value> {
                self.finish()
            }
        }
    )*};
}

serialize_items! {
    SerializeSeq serialize_element
    SerializeTuple serialize_element
    SerializeTupleStruct serialize_field
    SerializeTupleVariant serialize_field
}

/// Makes a map.
struct MapSerializer<'o> {
    inner: ValueSerializer<'o>,
    /// The variant whose payload the map is.
    variant: Option<&'static str>,
    /// What becomes of members that hold their default.
    defaults: Defaults,
    /// The key whose value comes next.
    key: String,
    map: Map,
}

impl MapSerializer<'_> {
    fn insert<T: Serialize + ?Sized>(&mut self, key: Cow<'static, str>, value: &T) -> Result<()> {
        let value = value
            .serialize(self.inner)
            .map_err(|error| error.in_member(&key))?;
        // As in the text, a member whose value is nothing is left out.
        if !value.is_null() {
            self.map.insert(key, value);
        }
        Ok(())
    }

    fn finish(self) -> Result<Value> {
        Ok(in_variant(self.variant, Value::Map(self.map)))
    }
}

impl ser::SerializeMap for MapSerializer<'_> {
    type Ok = Value;
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<()> {
        // A key is a scalar, and that is a text.
        let key = key.serialize(self.inner)?;
        self.key = key.into_text().map_err(|_| Error::key_not_scalar())?;
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        let key = core::mem::take(&mut self.key);
        self.insert(Cow::Owned(key), value)
    }

    fn end(self) -> Result<Value> {
        self.finish()
    }
}

macro_rules! serialize_fields {
    ($($trait:ident)*) => {$(
        impl ser::$trait for MapSerializer<'_> {
            type Ok = Value;
            type Error = Error;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<()> {
                let options = self.inner.options;
                let defaults = self.defaults;
                if defaults != Defaults::Write && probe(value).is_left_out(defaults) {
                    return Ok(());
                }
                let name = match options.text_case {
                    TextCase::AsDeclared => Cow::Borrowed(name),
                    text_case => Cow::Owned(text_case.apply(name)),
                };
                self.insert(name, value)
            }

            fn end(self) -> Result<Value> {
                self.finish()
            }
        }
    )*};
}

serialize_fields!(SerializeStruct SerializeStructVariant);
