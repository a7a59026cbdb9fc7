//! Reading a [`Tree`] of a type that is known at run time.
//!
//! A [`Type`] is the seed of its values. For objects and enums it makes the calls that serde's derive
//! makes. For what contains others the readers are those that a mirror has, serde's own `Option` and
//! `Vec` before all: a deserializer may know them, as that of JSV knows `Option` by its visitor.
//! They take a Rust type for what they contain and no seed, so that [`Asked`] stands there for
//! whichever type is asked for.

use std::{cell::RefCell, fmt};

use jsv::dotnet::KeyValuePair;
use serde::{
    Deserialize, Deserializer,
    de::{
        DeserializeSeed, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, Unexpected,
        VariantAccess, Visitor,
    },
};

use crate::{
    mirror::Pairs,
    schema::{Enum, Object, Type},
    tree::Tree,
};

thread_local! {
    /// The types that [`Asked`] stands for: of each type that is being read, what it contains.
    static ASKED: RefCell<Vec<&'static [Type]>> = const { RefCell::new(Vec::new()) };
}

/// A value of a type that is known at run time: the one at this place among those that are asked
/// for. `None` is that type's default, which a pair has for a part that is missing.
#[derive(Debug, Default)]
pub struct Asked<const PLACE: usize>(Option<Tree>);

impl<const PLACE: usize> Asked<PLACE> {
    /// The value of one of these types.
    fn of(self, asked: &[Type]) -> Tree {
        self.0.unwrap_or_else(|| Tree::default_of(asked[PLACE]))
    }
}

impl<'de, const PLACE: usize> Deserialize<'de> for Asked<PLACE> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let asked = ASKED.with_borrow(|asked| asked[asked.len() - 1][PLACE]);
        asked.deserialize(deserializer).map(|tree| Self(Some(tree)))
    }
}

/// Reads while these types are asked for.
fn asking<R>(types: &'static [Type], read: impl FnOnce() -> R) -> R {
    /// A panic ends the asking as well.
    struct End;

    impl Drop for End {
        fn drop(&mut self) {
            ASKED.with_borrow_mut(Vec::pop);
        }
    }

    ASKED.with_borrow_mut(|asked| asked.push(types));
    let _end = End;
    read()
}

impl Type {
    /// What a function reads that takes the type of its value: `read::<Asked<0>>`.
    ///
    /// # Errors
    ///
    /// Those of the function.
    pub fn read_by<E>(
        &'static self,
        read: impl FnOnce() -> Result<Asked<0>, E>,
    ) -> Result<Tree, E> {
        let asked = std::slice::from_ref(self);
        asking(asked, read).map(|value| value.of(asked))
    }
}

impl<'de> DeserializeSeed<'de> for Type {
    type Value = Tree;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree, D::Error> {
        let asked = self.arguments();
        match self {
            Self::Scalar(scalar) => scalar.read(deserializer).map(Tree::Scalar),
            Self::Enum(of) => deserializer.deserialize_enum(of.name, of.variants, EnumVisitor(of)),
            Self::Object(of) => {
                deserializer.deserialize_struct(of.name, of.members, ObjectVisitor(of))
            }
            Self::Nullable(_) => {
                let value = asking(asked, || Option::<Asked<0>>::deserialize(deserializer))?;
                Ok(Tree::Nullable(value.map(|value| Box::new(value.of(asked)))))
            }
            Self::List(_) => {
                let items = asking(asked, || Vec::<Asked<0>>::deserialize(deserializer))?;
                Ok(Tree::List(
                    items.into_iter().map(|item| item.of(asked)).collect(),
                ))
            }
            Self::Dictionary(_) => {
                let entries = asking(asked, || {
                    Pairs::<Asked<0>, Asked<1>>::deserialize(deserializer)
                })?;
                let entries = entries.0.into_iter();
                Ok(Tree::Dictionary(Pairs(
                    entries
                        .map(|(key, value)| (key.of(asked), value.of(asked)))
                        .collect(),
                )))
            }
            Self::KeyValuePair(_) => {
                let pair = asking(asked, || {
                    KeyValuePair::<Asked<0>, Asked<1>>::deserialize(deserializer)
                })?;
                Ok(Tree::KeyValuePair(Box::new(KeyValuePair {
                    key: pair.key.of(asked),
                    value: pair.value.of(asked),
                })))
            }
        }
    }
}

// ---- what derive makes of `#[serde(default)] struct` --------------------------------------------

struct ObjectVisitor(&'static Object);

impl<'de> Visitor<'de> for ObjectVisitor {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "struct {}", self.0.name)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Tree, A::Error> {
        let mut members = Vec::new();
        for of in self.0.types() {
            let value = values.next_element_seed(*of)?;
            members.push(value.unwrap_or_else(|| Tree::default_of(*of)));
        }
        Ok(Tree::Object(self.0, members))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut values: A) -> Result<Tree, A::Error> {
        let types = self.0.types();
        let mut members = vec![None; types.len()];
        while let Some(place) = values.next_key_seed(MemberName(self.0))? {
            let Some(place) = place else {
                values.next_value::<IgnoredAny>()?;
                continue;
            };
            if members[place].is_some() {
                return Err(A::Error::duplicate_field(self.0.members[place]));
            }
            members[place] = Some(values.next_value_seed(types[place])?);
        }
        let members = members.into_iter().zip(types);
        Ok(Tree::Object(
            self.0,
            members
                .map(|(value, of)| value.unwrap_or_else(|| Tree::default_of(*of)))
                .collect(),
        ))
    }
}

/// Finds the place of a member by its name, `None` for a name that is ignored.
struct MemberName(&'static Object);

impl<'de> DeserializeSeed<'de> for MemberName {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for MemberName {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("field identifier")
    }

    fn visit_u64<E: Error>(self, place: u64) -> Result<Self::Value, E> {
        let place = usize::try_from(place).ok();
        Ok(place.filter(|place| *place < self.0.members.len()))
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        self.visit_bytes(name.as_bytes())
    }

    fn visit_bytes<E: Error>(self, name: &[u8]) -> Result<Self::Value, E> {
        let mut members = self.0.members.iter();
        Ok(members.position(|member| member.as_bytes() == name))
    }
}

// ---- what derive makes of an enum without data --------------------------------------------------

struct EnumVisitor(&'static Enum);

impl<'de> Visitor<'de> for EnumVisitor {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "enum {}", self.0.name)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Tree, A::Error> {
        let (place, variant) = data.variant_seed(VariantName(self.0))?;
        variant.unit_variant()?;
        Ok(Tree::Enum(self.0, place))
    }
}

/// Finds the place of a variant by its name or number.
struct VariantName(&'static Enum);

impl<'de> DeserializeSeed<'de> for VariantName {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for VariantName {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("variant identifier")
    }

    fn visit_u64<E: Error>(self, place: u64) -> Result<usize, E> {
        let count = self.0.variants.len();
        let known = usize::try_from(place).ok().filter(|place| *place < count);
        known.ok_or_else(|| {
            let expected = format!("variant index 0 <= i < {count}");
            E::invalid_value(Unexpected::Unsigned(place), &expected.as_str())
        })
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<usize, E> {
        let mut variants = self.0.variants.iter();
        let place = variants.position(|variant| *variant == name);
        place.ok_or_else(|| E::unknown_variant(name, self.0.variants))
    }

    fn visit_bytes<E: Error>(self, name: &[u8]) -> Result<usize, E> {
        self.visit_str(&String::from_utf8_lossy(name))
    }
}
