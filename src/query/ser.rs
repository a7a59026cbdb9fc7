//! The members of a DTO as texts for a URL, one after the other (http.md, section 6, "Writing a
//! URL").

use alloc::{string::String, vec::Vec};

use serde_core::ser::{self, Impossible, Serialize, Serializer};

use super::{
    pairs,
    shape::{Shape, shape},
};
use crate::{
    error::{Error, Result},
    options::{Options, TextCase},
    ser::{
        key::{KeyForm, KeySerializer},
        probe::{Probed, probe},
    },
};

/// The text of a member, not yet encoded.
pub(super) struct Member<'a> {
    pub(super) text: &'a str,
    /// Whether it is the default of a type that cannot be null.
    pub(super) is_default: bool,
    /// Whether it is a list without items, whose text is its brackets.
    pub(super) is_empty_list: bool,
}

/// Appends `name=value`, and `&` before it if it is not the first.
pub(super) fn push_pair(query: &mut String, name: &str, text: &str) {
    if !query.is_empty() {
        query.push('&');
    }
    pairs::push_encoded(query, name);
    query.push('=');
    pairs::push_encoded(query, text);
}

/// Gives each member of a DTO that is not null, by its name in camelCase.
pub(super) fn each_member<T: Serialize + ?Sized>(
    dto: &T,
    options: &Options,
    take: &mut dyn FnMut(&str, Member<'_>),
) -> Result<()> {
    dto.serialize(Members {
        options,
        take,
        text: Vec::new(),
        name: String::new(),
    })
}

struct Members<'a> {
    options: &'a Options,
    take: &'a mut dyn FnMut(&str, Member<'_>),
    /// The text of the last member; one buffer for all of them.
    text: Vec<u8>,
    /// The last key of a map.
    name: String,
}

impl Members<'_> {
    /// `has_default` says whether whoever reads the member knows its default: not so of the entries
    /// of a map.
    fn member<T: Serialize + ?Sized>(
        &mut self,
        name: &str,
        value: &T,
        has_default: bool,
    ) -> Result<()> {
        let probed = probe(value);
        if probed == Probed::Null {
            return Ok(());
        }
        let shape = shape(value);
        let is_default = has_default
            && (probed != Probed::Something
                || matches!(shape, Shape::DefaultText | Shape::DefaultFlags));
        self.text.clear();
        let written = match shape {
            Shape::Text | Shape::DefaultText => value.serialize(KeySerializer::new(
                &mut self.text,
                KeyForm::Unquoted(self.options),
            )),
            _ => self.options.to_vec(value).map(|jsv| self.text = jsv),
        };
        written.map_err(|error| error.in_member(name))?;
        let text = core::str::from_utf8(&self.text)
            .map_err(|_| Error::data("the text written is not UTF-8"))?;
        // A null inside of a newtype shows itself only here.
        if text.is_empty() && !matches!(shape, Shape::Text | Shape::DefaultText) {
            return Ok(());
        }
        let text = match shape {
            Shape::List => without_brackets(text),
            _ => text,
        };
        let is_empty_list = shape == Shape::List && text == "[]";
        (self.take)(
            name,
            Member {
                text,
                is_default,
                is_empty_list,
            },
        );
        Ok(())
    }
}

/// A list without its brackets. They stay where there is nothing between them, and in a list of
/// lists, which could not be read without.
fn without_brackets(list: &str) -> &str {
    let items = list
        .strip_prefix('[')
        .and_then(|list| list.strip_suffix(']'));
    match items {
        Some(items) if !items.is_empty() && !items.starts_with('[') => items,
        _ => list,
    }
}

#[cold]
fn no_members(found: &'static str) -> Error {
    Error::expected("an object", found)
}

macro_rules! refuse {
    ($($method:ident $type:ty)*) => {$(
        fn $method(self, _value: $type) -> Result<()> {
            Err(no_members("a scalar"))
        }
    )*};
}

impl<'a> Serializer for Members<'a> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Impossible<(), Error>;
    type SerializeTuple = Impossible<(), Error>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Impossible<(), Error>;

    refuse! {
        serialize_bool bool serialize_char char serialize_str &str serialize_bytes &[u8]
        serialize_i8 i8 serialize_i16 i16 serialize_i32 i32 serialize_i64 i64 serialize_i128 i128
        serialize_u8 u8 serialize_u16 u16 serialize_u32 u32 serialize_u64 u64 serialize_u128 u128
        serialize_f32 f32 serialize_f64 f64
    }

    fn serialize_none(self) -> Result<()> {
        Ok(())
    }

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
        _variant: &'static str,
    ) -> Result<()> {
        Err(no_members("a scalar"))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        value: &T,
    ) -> Result<()> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _value: &T,
    ) -> Result<()> {
        Err(no_members("a variant"))
    }

    fn serialize_seq(self, _length: Option<usize>) -> Result<Self::SerializeSeq> {
        Err(no_members("a list"))
    }

    fn serialize_tuple(self, _length: usize) -> Result<Self::SerializeTuple> {
        Err(no_members("a list"))
    }

    fn serialize_tuple_struct(
        self,
        _name: &'static str,
        _length: usize,
    ) -> Result<Self::SerializeTupleStruct> {
        Err(no_members("a list"))
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _length: usize,
    ) -> Result<Self::SerializeTupleVariant> {
        Err(no_members("a variant"))
    }

    fn serialize_map(self, _length: Option<usize>) -> Result<Self> {
        Ok(self)
    }

    fn serialize_struct(self, _name: &'static str, _length: usize) -> Result<Self> {
        Ok(self)
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _length: usize,
    ) -> Result<Self::SerializeStructVariant> {
        Err(no_members("a variant"))
    }
}

impl ser::SerializeStruct for Members<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<()> {
        self.member(&TextCase::Camel.apply(name), value, true)
    }

    fn end(self) -> Result<()> {
        Ok(())
    }
}

/// A map's keys are names as they are; text case is for the members of structs.
impl ser::SerializeMap for Members<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<()> {
        let mut name = Vec::new();
        key.serialize(KeySerializer::new(
            &mut name,
            KeyForm::Unquoted(self.options),
        ))?;
        self.name = crate::ser::into_text(name)?;
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        let name = core::mem::take(&mut self.name);
        self.member(&name, value, false)
    }

    fn end(self) -> Result<()> {
        Ok(())
    }
}
