//! [`filled`]: a DTO of any type, filled with the placeholders of metadata pages (http.md,
//! section 9).

use std::{cell::RefCell, collections::BTreeSet, iter};

use jsv::operation::Type;
use serde::{
    Deserializer,
    de::{
        DeserializeOwned, Error as _, IntoDeserializer, Visitor,
        value::{Error, MapDeserializer, SeqDeserializer},
    },
    forward_to_deserialize_any,
};

/// How many objects of a class stand inside each other.
const DEEPEST: usize = 3;

/// The members that hosts compute: they are `True`, though nothing is put into them.
const COMPUTED: &[(&str, &str)] = &[("LicensePrice", "MonthlyPayment")];

/// The members that lead to a place, each with the class that it belongs to.
type Path = Vec<(&'static str, &'static str)>;

/// A value with a placeholder at every place. What its classes are in .NET is looked up by their
/// names: a `Uri` is left out, an `Object` is empty.
///
/// # Errors
///
/// A type that none of the placeholders fits.
pub(crate) fn filled<T: DeserializeOwned>(classes: &[Type]) -> Result<T, Error> {
    let left_out: RefCell<BTreeSet<Path>> = RefCell::default();
    // What nests too deep shows when its member is being filled, too late to leave that out.
    loop {
        let known = left_out.borrow().len();
        let filled = T::deserialize(Filler {
            classes,
            left_out: &left_out,
            path: Path::new(),
            newtype: "",
            fill: Fill::Placeholder,
        });
        if filled.is_ok() || left_out.borrow().len() == known {
            return filled;
        }
    }
}

/// What a member holds.
#[derive(Clone, Copy, PartialEq)]
enum Fill {
    Placeholder,
    True,
    /// An object without members.
    Nothing,
}

/// The deserializer: it has no input, and gives whatever is asked for.
#[derive(Clone)]
struct Filler<'a> {
    classes: &'a [Type],
    left_out: &'a RefCell<BTreeSet<Path>>,
    path: Path,
    /// The name of the newtype around the value, if there is one.
    newtype: &'static str,
    fill: Fill,
}

impl Filler<'_> {
    /// The text of a .NET scalar, which is a newtype of a private name of the crate: `…::Guid`.
    fn scalar(&self) -> Option<&'static str> {
        let (_, name) = self.newtype.rsplit_once("::")?;
        match name {
            "Guid" => Some("00000000-0000-0000-0000-000000000000"),
            "DateTime" => Some("0001-01-01T00:00:00"),
            "DateTimeOffset" => Some("0001-01-01T00:00:00+00:00"),
            "DateOnly" => Some("0001-01-01"),
            "TimeSpan" | "TimeOnly" => Some("00:00:00"),
            "Decimal" => Some("0"),
            "Bytes" => Some("AA=="),
            _ => None,
        }
    }

    /// The filler of a member, unless that is left out.
    fn member(&self, class: &'static str, member: &'static str) -> Option<Self> {
        let mut path = self.path.clone();
        path.push((class, member));
        if self.left_out.borrow().contains(&path) {
            return None;
        }
        let of_class = self.classes.iter().filter(|known| known.name == class);
        let mut members = of_class.flat_map(|known| known.members);
        let found = members.find(|known| known.name == member);
        let fill = match found.map(|known| known.type_name) {
            Some("Uri") => return None,
            Some("Object") => Fill::Nothing,
            _ if COMPUTED.contains(&(class, member)) => Fill::True,
            _ => Fill::Placeholder,
        };
        Some(Self {
            path,
            fill,
            newtype: "",
            ..*self
        })
    }

    /// The filler of an item of a list, or of a key or value of a map.
    fn item(self) -> Self {
        let newtype = "";
        Self { newtype, ..self }
    }
}

impl<'de> IntoDeserializer<'de> for Filler<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Filler<'_> {
    type Error = Error;

    /// A value whose type says no more than this is a number or an `Object`.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.scalar() {
            Some(text) => visitor.visit_str(text),
            None if self.fill == Fill::Nothing => self.deserialize_struct("", &[], visitor),
            None => visitor.visit_u64(0),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_bool(self.fill == Fill::True)
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_char('\0')
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_str(self.scalar().unwrap_or("String"))
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        newtype: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(Self { newtype, ..self })
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_seq(SeqDeserializer::new(iter::once(self.item())))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let item = self.item();
        visitor.visit_map(MapDeserializer::new(iter::once((item.clone(), item))))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        class: &'static str,
        members: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let outer = self.path.iter().filter(|(outer, _)| *outer == class);
        if outer.count() == DEEPEST {
            self.left_out.borrow_mut().insert(self.path);
            return Err(Error::custom("a class too deep inside itself"));
        }
        let members = match self.fill {
            Fill::Nothing => &[],
            _ => members,
        };
        let members = members.iter();
        let filled = members.filter_map(|&name| Some((name, self.member(class, name)?)));
        visitor.visit_map(MapDeserializer::new(filled))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match variants {
            [first, ..] => visitor.visit_enum((*first).into_deserializer()),
            [] => Err(Error::custom(format_args!("{name} has no variants"))),
        }
    }

    forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64
        bytes byte_buf unit unit_struct tuple tuple_struct identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jsv::{
        dotnet::{
            Bytes, DateOnly, DateTime, DateTimeOffset, Decimal, Guid, KeyValuePair, TimeOnly,
            TimeSpan,
        },
        operation::{Location::Form, Parameter},
    };
    use serde::{Deserialize, Serialize};

    use super::*;

    /// The compact JSV of a sample.
    fn sample<T: DeserializeOwned + Serialize>(classes: &[Type]) -> String {
        jsv::to_string(&filled::<T>(classes).unwrap()).unwrap()
    }

    #[test]
    fn every_scalar_is_its_zero() {
        #[derive(Debug, PartialEq, Default, Deserialize)]
        struct Scalars {
            guid: Guid,
            date: DateTime,
            instant: DateTimeOffset,
            day: DateOnly,
            time: TimeOnly,
            span: TimeSpan,
            money: Option<Decimal>,
            blob: Bytes,
            letter: char,
            small: u8,
            big: Option<i64>,
            ratio: f64,
            flag: bool,
            pair: KeyValuePair<i32, Guid>,
        }
        let zeros = Scalars {
            money: Some(Decimal::default()),
            blob: Bytes(vec![0]),
            big: Some(0),
            ..Scalars::default()
        };
        assert_eq!(filled::<Scalars>(&[]).unwrap(), zeros);
    }

    #[test]
    fn lists_and_maps_have_one_entry_and_an_enum_is_its_first_name() {
        #[derive(Serialize, Deserialize)]
        enum Size {
            Small,
            Large,
        }
        assert_eq!(sample::<Vec<Vec<Size>>>(&[]), "[[Small]]");
        assert_eq!(sample::<BTreeMap<String, Vec<Guid>>>(&[]).len(), 43);
        assert_eq!(sample::<BTreeMap<String, String>>(&[]), "{String:String}");
    }

    #[test]
    fn a_class_stands_inside_itself_three_deep() {
        #[derive(Serialize, Deserialize, Default)]
        #[serde(default)]
        struct Inner {
            zip: i32,
            child: Option<Box<Inner>>,
        }
        assert_eq!(sample::<Inner>(&[]), "{zip:0,child:{zip:0,child:{zip:0}}}");

        #[derive(Serialize, Deserialize, Default)]
        #[serde(default)]
        struct Tree {
            leaves: Option<Vec<Tree>>,
            names: Option<BTreeMap<String, Tree>>,
        }
        let third = "{leaves:[{}],names:{String:{}}}";
        assert_eq!(
            sample::<Tree>(&[]),
            format!("{{leaves:[{third}],names:{{String:{third}}}}}")
        );
    }

    #[test]
    fn a_uri_is_left_out_and_an_object_is_empty() {
        const LINK: Type = Type::class(
            "Link",
            &[
                Parameter::optional("target", Form, "Uri", ""),
                Parameter::optional("any", Form, "Object", ""),
            ],
        );
        #[derive(Serialize, Deserialize, Default)]
        #[serde(default)]
        struct Link {
            target: Option<String>,
            any: Option<jsv::Value>,
        }
        assert_eq!(sample::<Vec<Link>>(&[LINK]), "[{any:{}}]");
    }

    #[test]
    fn a_type_that_no_placeholder_fits_is_an_error() {
        filled::<(i32, i32)>(&[]).unwrap_err();
    }
}
