//! What a value is, found without writing it: nothing, a default, or something.

use core::fmt;

use serde_core::ser::{self, Impossible, Serialize, Serializer};

use crate::options::Defaults;
#[cfg(feature = "dotnet")]
use crate::{
    kinds::Kind,
    ser::key::{KeyForm, KeySerializer},
};

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Probed {
    /// Nothing at all is written for it in JSV, `null` in JSON.
    Null,
    /// Its type's default, the type being a value type but no enum.
    Default,
    /// The default of a `Guid` or `DateTime`.
    #[cfg(feature = "dotnet")]
    DefaultGuidOrDateTime,
    /// Anything else.
    Something,
}

impl Probed {
    /// Whether a member of this value is left out.
    pub(crate) fn is_left_out(self, defaults: Defaults) -> bool {
        match self {
            Self::Default => defaults == Defaults::Omit,
            #[cfg(feature = "dotnet")]
            Self::DefaultGuidOrDateTime => defaults != Defaults::Write,
            Self::Null | Self::Something => false,
        }
    }
}

/// Looks at a value. It takes one step into it, whatever its size.
#[inline]
pub(crate) fn probe<T: Serialize + ?Sized>(value: &T) -> Probed {
    value.serialize(Probe::<true>).unwrap_or(Probed::Something)
}

/// Whether a value is nothing. .NET's scalars never are, and are not looked into.
#[cfg(feature = "json")]
#[inline]
pub(crate) fn is_null<T: Serialize + ?Sized>(value: &T) -> bool {
    matches!(value.serialize(Probe::<false>), Ok(Probed::Null))
}

/// `SCALARS` says whether .NET's scalars are looked into.
struct Probe<const SCALARS: bool>;

/// Ends the look at a value that is something.
#[derive(Debug)]
struct Something;

impl fmt::Display for Something {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("something")
    }
}

impl core::error::Error for Something {}

impl ser::Error for Something {
    fn custom<T: fmt::Display>(_message: T) -> Self {
        Self
    }
}

type Result<T, E = Something> = core::result::Result<T, E>;

macro_rules! probe_numbers {
    ($($method:ident $type:ty)*) => {$(
        #[inline]
        fn $method(self, value: $type) -> Result<Probed> {
            if value == <$type>::default() {
                Ok(Probed::Default)
            } else {
                Err(Something)
            }
        }
    )*};
}

impl<const SCALARS: bool> Serializer for Probe<SCALARS> {
    type Ok = Probed;
    type Error = Something;
    type SerializeSeq = Impossible<Probed, Something>;
    type SerializeTuple = Impossible<Probed, Something>;
    type SerializeTupleStruct = Impossible<Probed, Something>;
    type SerializeTupleVariant = Impossible<Probed, Something>;
    type SerializeMap = Impossible<Probed, Something>;
    type SerializeStruct = Impossible<Probed, Something>;
    type SerializeStructVariant = Impossible<Probed, Something>;

    probe_numbers! {
        serialize_bool bool serialize_char char
        serialize_i8 i8 serialize_i16 i16 serialize_i32 i32 serialize_i64 i64 serialize_i128 i128
        serialize_u8 u8 serialize_u16 u16 serialize_u32 u32 serialize_u64 u64 serialize_u128 u128
        serialize_f32 f32 serialize_f64 f64
    }

    #[inline]
    fn serialize_str(self, _text: &str) -> Result<Probed> {
        Err(Something)
    }

    #[inline]
    fn serialize_bytes(self, _bytes: &[u8]) -> Result<Probed> {
        Err(Something)
    }

    #[inline]
    fn serialize_none(self) -> Result<Probed> {
        Ok(Probed::Null)
    }

    #[inline]
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Probed> {
        match value.serialize(self)? {
            Probed::Null => Ok(Probed::Null),
            // What could be null and is not, is written.
            _ => Err(Something),
        }
    }

    #[inline]
    fn serialize_unit(self) -> Result<Probed> {
        Ok(Probed::Null)
    }

    #[inline]
    fn serialize_unit_struct(self, _name: &'static str) -> Result<Probed> {
        Ok(Probed::Null)
    }

    #[inline]
    fn serialize_unit_variant(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
    ) -> Result<Probed> {
        Err(Something)
    }

    #[inline]
    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<Probed> {
        #[cfg(feature = "dotnet")]
        if let Some(kind) = Kind::of(name) {
            return match SCALARS {
                true => probe_dotnet(kind, value),
                false => Err(Something),
            };
        }
        #[cfg(feature = "dotnet")]
        if name == crate::private::FLAGS {
            return Err(Something);
        }
        let _ = name;
        value.serialize(self)
    }

    #[inline]
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _value: &T,
    ) -> Result<Probed> {
        Err(Something)
    }

    #[inline]
    fn serialize_seq(self, _length: Option<usize>) -> Result<Self::SerializeSeq> {
        Err(Something)
    }

    #[inline]
    fn serialize_tuple(self, _length: usize) -> Result<Self::SerializeTuple> {
        Err(Something)
    }

    #[inline]
    fn serialize_tuple_struct(
        self,
        _name: &'static str,
        _length: usize,
    ) -> Result<Self::SerializeTupleStruct> {
        Err(Something)
    }

    #[inline]
    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _length: usize,
    ) -> Result<Self::SerializeTupleVariant> {
        Err(Something)
    }

    #[inline]
    fn serialize_map(self, _length: Option<usize>) -> Result<Self::SerializeMap> {
        Err(Something)
    }

    #[inline]
    fn serialize_struct(
        self,
        _name: &'static str,
        _length: usize,
    ) -> Result<Self::SerializeStruct> {
        Err(Something)
    }

    #[inline]
    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _length: usize,
    ) -> Result<Self::SerializeStructVariant> {
        Err(Something)
    }

    #[inline]
    fn collect_str<T: fmt::Display + ?Sized>(self, _text: &T) -> Result<Probed> {
        Err(Something)
    }
}

#[cfg(feature = "dotnet")]
fn probe_dotnet<T: Serialize + ?Sized>(kind: Kind, value: &T) -> Result<Probed> {
    let mut plain = alloc::vec::Vec::with_capacity(64);
    let written = value.serialize(KeySerializer::new(&mut plain, KeyForm::Plain));
    let plain = core::str::from_utf8(&plain).map_err(|_| Something)?;
    if written.is_err() || !kind.is_default(plain) {
        return Err(Something);
    }
    Ok(match kind {
        Kind::Guid | Kind::DateTime => Probed::DefaultGuidOrDateTime,
        _ => Probed::Default,
    })
}
