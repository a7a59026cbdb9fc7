//! What a member's value is, as far as its place in a URL depends on it, found without writing it.

use core::fmt;

use serde_core::ser::{self, Impossible, Serialize, Serializer};

use crate::{
    private::FLAGS,
    ser::probe::{Probed, probe},
};

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A string, a character or the name of an enum's variant, which stand as they are.
    Text,
    /// The first variant of an enum, which .NET has for zero.
    DefaultText,
    /// Flags of which none is set.
    DefaultFlags,
    List,
    Other,
}

/// Looks at a value.
pub(super) fn shape<T: Serialize + ?Sized>(value: &T) -> Shape {
    value.serialize(Look).unwrap_or_else(|shape| shape)
}

/// A look ends at once, with the shape as result or error.
impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl core::error::Error for Shape {}

impl ser::Error for Shape {
    fn custom<T: fmt::Display>(_message: T) -> Self {
        Self::Other
    }
}

type Result<T> = core::result::Result<T, Shape>;

struct Look;

macro_rules! scalars {
    ($($method:ident $type:ty: $shape:ident)*) => {$(
        fn $method(self, _value: $type) -> Result<Shape> {
            Ok(Shape::$shape)
        }
    )*};
}

impl Serializer for Look {
    type Ok = Shape;
    type Error = Shape;
    type SerializeSeq = Impossible<Shape, Shape>;
    type SerializeTuple = Impossible<Shape, Shape>;
    type SerializeTupleStruct = Impossible<Shape, Shape>;
    type SerializeTupleVariant = Impossible<Shape, Shape>;
    type SerializeMap = Impossible<Shape, Shape>;
    type SerializeStruct = Impossible<Shape, Shape>;
    type SerializeStructVariant = Impossible<Shape, Shape>;

    scalars! {
        serialize_bool bool: Other
        serialize_i8 i8: Other serialize_i16 i16: Other serialize_i32 i32: Other
        serialize_i64 i64: Other serialize_i128 i128: Other
        serialize_u8 u8: Other serialize_u16 u16: Other serialize_u32 u32: Other
        serialize_u64 u64: Other serialize_u128 u128: Other
        serialize_f32 f32: Other serialize_f64 f64: Other
        serialize_char char: Text serialize_str &str: Text
        serialize_bytes &[u8]: List
    }

    fn serialize_none(self) -> Result<Shape> {
        Ok(Shape::Other)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Shape> {
        // What could be null and is not, is written though it be a default.
        Ok(match shape(value) {
            Shape::DefaultText => Shape::Text,
            Shape::DefaultFlags => Shape::Other,
            shape => shape,
        })
    }

    fn serialize_unit(self) -> Result<Shape> {
        Ok(Shape::Other)
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Result<Shape> {
        Ok(Shape::Other)
    }

    fn serialize_unit_variant(
        self,
        _name: &'static str,
        index: u32,
        _variant: &'static str,
    ) -> Result<Shape> {
        match index {
            0 => Ok(Shape::DefaultText),
            _ => Ok(Shape::Text),
        }
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<Shape> {
        if name == FLAGS && probe(value) == Probed::Default {
            return Ok(Shape::DefaultFlags);
        }
        if name.starts_with(crate::private::PREFIX) {
            return Ok(Shape::Other);
        }
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _value: &T,
    ) -> Result<Shape> {
        Ok(Shape::Other)
    }

    fn serialize_seq(self, _length: Option<usize>) -> Result<Self::SerializeSeq> {
        Err(Shape::List)
    }

    fn serialize_tuple(self, _length: usize) -> Result<Self::SerializeTuple> {
        Err(Shape::List)
    }

    fn serialize_tuple_struct(
        self,
        _name: &'static str,
        _length: usize,
    ) -> Result<Self::SerializeTupleStruct> {
        Err(Shape::List)
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _length: usize,
    ) -> Result<Self::SerializeTupleVariant> {
        Err(Shape::Other)
    }

    fn serialize_map(self, _length: Option<usize>) -> Result<Self::SerializeMap> {
        Err(Shape::Other)
    }

    fn serialize_struct(
        self,
        _name: &'static str,
        _length: usize,
    ) -> Result<Self::SerializeStruct> {
        Err(Shape::Other)
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _length: usize,
    ) -> Result<Self::SerializeStructVariant> {
        Err(Shape::Other)
    }

    fn collect_str<T: fmt::Display + ?Sized>(self, _text: &T) -> Result<Shape> {
        Ok(Shape::Text)
    }
}
