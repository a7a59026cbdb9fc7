//! The shape of a DTO, found by serializing a filled one: its name and its members with the .NET
//! types that their Rust types stand for.

use std::fmt::Display;

use serde::{
    Serialize, Serializer,
    de::value::Error,
    ser::{Error as _, Impossible, SerializeMap, SerializeSeq, SerializeStruct},
};

/// A type's .NET name, and the members if it is a class.
pub struct Shape {
    pub name: String,
    pub members: Vec<(String, String)>,
}

/// The shape of a value that has something in each place.
pub fn shape<T: Serialize>(filled: &T) -> Shape {
    filled
        .serialize(Shaper(Place::Root))
        .unwrap_or_else(|error| panic!("no DTO of a service: {error}"))
}

/// What .NET calls value types, which are no `Option` unless there is a `?`.
const VALUE_TYPES: [&str; 6] = [
    "bool",
    "int",
    "Guid",
    "DateTime",
    "DateTimeOffset",
    "CustomerType",
];

/// Where a value stands.
#[derive(PartialEq)]
enum Place {
    /// Its members are what is asked for.
    Root,
    /// A member as it is, which cannot be null.
    Member,
    /// In an `Option`, or an item of a list.
    Inner,
}

/// Gives the shape of a value. A reference type that cannot be null is marked by a `!`, so that it
/// equals no .NET type.
struct Shaper(Place);

type Result<T = Shape> = std::result::Result<T, Error>;

impl Shaper {
    fn reference(&self, name: impl Display) -> Shape {
        let mark = if self.0 == Place::Member { "!" } else { "" };
        named(format!("{name}{mark}"))
    }
}

fn named(name: impl Into<String>) -> Shape {
    Shape {
        name: name.into(),
        members: Vec::new(),
    }
}

fn unknown<T>(kind: &str) -> Result<T> {
    Err(Error::custom(format!("no service has {kind}")))
}

macro_rules! unknown {
    ($($method:ident $type:ty;)*) => {$(
        fn $method(self, _value: $type) -> Result {
            unknown(stringify!($type))
        }
    )*};
}

impl Serializer for Shaper {
    type Ok = Shape;
    type Error = Error;
    type SerializeSeq = List;
    type SerializeTuple = Impossible<Shape, Error>;
    type SerializeTupleStruct = Impossible<Shape, Error>;
    type SerializeTupleVariant = Impossible<Shape, Error>;
    type SerializeMap = Dictionary;
    type SerializeStruct = Class;
    type SerializeStructVariant = Impossible<Shape, Error>;

    fn serialize_bool(self, _value: bool) -> Result {
        Ok(named("bool"))
    }

    fn serialize_i32(self, _value: i32) -> Result {
        Ok(named("int"))
    }

    fn serialize_str(self, _text: &str) -> Result {
        Ok(self.reference("string"))
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result {
        let mut shape = value.serialize(Self(Place::Inner))?;
        if VALUE_TYPES.contains(&&*shape.name) {
            shape.name.push('?');
        }
        Ok(shape)
    }

    fn serialize_unit_variant(
        self,
        name: &'static str,
        _index: u32,
        _variant: &'static str,
    ) -> Result {
        Ok(named(name))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        _value: &T,
    ) -> Result {
        match name.strip_prefix("$jsv::private::") {
            Some(scalar) => Ok(named(scalar)),
            None => unknown(name),
        }
    }

    fn serialize_seq(self, _len: Option<usize>) -> Result<List> {
        Ok(List {
            of: self,
            item: None,
        })
    }

    fn serialize_map(self, _len: Option<usize>) -> Result<Dictionary> {
        Ok(Dictionary {
            of: self,
            entry: Vec::new(),
        })
    }

    fn serialize_struct(self, name: &'static str, _len: usize) -> Result<Class> {
        Ok(Class {
            shape: self.reference(name),
            is_root: self.0 == Place::Root,
        })
    }

    fn serialize_none(self) -> Result {
        Err(Error::custom("a place that is not filled"))
    }

    unknown! {
        serialize_i8 i8;
        serialize_i16 i16;
        serialize_i64 i64;
        serialize_u8 u8;
        serialize_u16 u16;
        serialize_u32 u32;
        serialize_u64 u64;
        serialize_f32 f32;
        serialize_f64 f64;
        serialize_char char;
        serialize_bytes &[u8];
        serialize_unit_struct &'static str;
    }

    fn serialize_unit(self) -> Result {
        unknown("a unit")
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        _index: u32,
        _variant: &'static str,
        _value: &T,
    ) -> Result {
        unknown(name)
    }

    fn serialize_tuple(self, _len: usize) -> Result<Self::SerializeTuple> {
        unknown("a tuple")
    }

    fn serialize_tuple_struct(
        self,
        name: &'static str,
        _len: usize,
    ) -> Result<Self::SerializeTupleStruct> {
        unknown(name)
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        _index: u32,
        _variant: &'static str,
        _len: usize,
    ) -> Result<Self::SerializeTupleVariant> {
        unknown(name)
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        _index: u32,
        _variant: &'static str,
        _len: usize,
    ) -> Result<Self::SerializeStructVariant> {
        unknown(name)
    }
}

struct List {
    of: Shaper,
    item: Option<String>,
}

impl SerializeSeq for List {
    type Ok = Shape;
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.item = Some(value.serialize(Shaper(Place::Inner))?.name);
        Ok(())
    }

    fn end(self) -> Result {
        match self.item {
            Some(item) => Ok(self.of.reference(format_args!("List<{item}>"))),
            None => Err(Error::custom("a list that is not filled")),
        }
    }
}

struct Dictionary {
    of: Shaper,
    entry: Vec<String>,
}

impl SerializeMap for Dictionary {
    type Ok = Shape;
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<()> {
        self.entry.push(key.serialize(Shaper(Place::Inner))?.name);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.serialize_key(value)
    }

    fn end(self) -> Result {
        let entry = self.entry.join(",");
        Ok(self.of.reference(format_args!("Dictionary<{entry}>")))
    }
}

struct Class {
    shape: Shape,
    is_root: bool,
}

impl SerializeStruct for Class {
    type Ok = Shape;
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<()> {
        if self.is_root {
            let member = value.serialize(Shaper(Place::Member))?;
            self.shape.members.push((name.to_owned(), member.name));
        }
        Ok(())
    }

    fn end(self) -> Result {
        Ok(self.shape)
    }
}
