//! The .NET types by the names that the recorded lines have for them: scalars, the objects and
//! enums of `schema.json`, and what contains others.

use std::{
    collections::HashMap,
    slice,
    sync::{LazyLock, Mutex, OnceLock, PoisonError},
};

use serde_json::Value as Json;

use crate::{
    any_scalar::ScalarType,
    lines::{parsed, text_of, vectors},
};

/// The model types: an object is a list of `[member, type]`, an enum an object.
pub static SCHEMA: LazyLock<Json> = LazyLock::new(|| parsed(&vectors("schema.json")));

/// A .NET type. A reference type may be null, so that it comes as a [`Nullable`](Self::Nullable).
///
/// What is said of a type is kept for good, since serde wants the names of members and variants
/// for good.
#[derive(Debug, Clone, Copy)]
pub enum Type {
    /// A scalar.
    Scalar(ScalarType),
    /// An enum of the schema.
    Enum(&'static Enum),
    /// `T?`, or a reference type.
    Nullable(&'static Type),
    /// `List<T>`, `T[]` and `HashSet<T>`.
    List(&'static Type),
    /// `Dictionary<K,V>`.
    Dictionary(&'static [Type; 2]),
    /// `KeyValuePair<K,V>`.
    KeyValuePair(&'static [Type; 2]),
    /// An object of the schema.
    Object(&'static Object),
}

/// The members of an object, in their order.
#[derive(Debug)]
pub struct Object {
    /// Its .NET type.
    pub name: &'static str,
    /// The names of its members.
    pub members: &'static [&'static str],
    type_names: Vec<String>,
    types: OnceLock<Vec<Type>>,
}

/// The variants of an enum, in the order of their numbers.
#[derive(Debug)]
pub struct Enum {
    /// Its .NET type.
    pub name: &'static str,
    /// The texts of its variants.
    pub variants: &'static [&'static str],
    numbers: Vec<i32>,
}

impl PartialEq for Object {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl PartialEq for Enum {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Object {
    fn new(name: &str, members: &[(&str, &str)]) -> Self {
        Self {
            name: forever(name),
            members: members
                .iter()
                .map(|(name, _)| forever(name))
                .collect::<Vec<_>>()
                .leak(),
            type_names: members.iter().map(|(_, name)| (*name).to_owned()).collect(),
            types: OnceLock::new(),
        }
    }

    /// The types of the members. One may be the object's own.
    pub fn types(&self) -> &[Type] {
        self.types.get_or_init(|| {
            let names = self.type_names.iter();
            let known = |name: &String| {
                *Type::named(name).unwrap_or_else(|| panic!("{name} in {}", self.name))
            };
            names.map(known).collect()
        })
    }
}

impl Enum {
    fn new(name: &str, recorded: &Json) -> Self {
        // The names of flags are constants of a Rust type, so that they are scalars.
        assert_eq!(recorded["flags"], false, "{name}");
        let names = recorded["names"].as_object().into_iter().flatten();
        let mut variants: Vec<(i32, &str)> = names
            .map(|(number, text)| (number.parse().expect("a number"), text_of(text)))
            .collect();
        variants.sort_unstable();
        Self {
            name: forever(name),
            variants: variants
                .iter()
                .map(|(_, text)| forever(text))
                .collect::<Vec<_>>()
                .leak(),
            numbers: variants.iter().map(|(number, _)| *number).collect(),
        }
    }

    /// The place of the variant that has this number.
    pub fn variant(&self, number: i32) -> usize {
        let mut numbers = self.numbers.iter();
        numbers
            .position(|&known| known == number)
            .unwrap_or_else(|| panic!("{} {number}", self.name))
    }
}

impl Type {
    /// The type of this name; `None` if the name says none.
    pub fn named(name: &str) -> Option<&'static Self> {
        static TYPES: LazyLock<Mutex<HashMap<String, &Type>>> = LazyLock::new(Mutex::default);
        let types = || TYPES.lock().unwrap_or_else(PoisonError::into_inner);
        let known = types().get(name).copied();
        if known.is_some() {
            return known;
        }
        let made = Self::parsed(name)?;
        Some(types().entry(name.to_owned()).or_insert_with(|| kept(made)))
    }

    fn parsed(name: &str) -> Option<Self> {
        // `byte[]` is a scalar and no list.
        if let Some(scalar) = ScalarType::named(name) {
            let scalar_type = Self::Scalar(scalar);
            return Some(match scalar.is_reference() {
                true => scalar_type.or_null(),
                false => scalar_type,
            });
        }
        if let Some(item) = name.strip_suffix("[]") {
            return Some(Self::named(item)?.list());
        }
        if let Some(value) = name.strip_suffix('?') {
            return Some(Self::named(value)?.or_null());
        }
        if let Some((generic, arguments)) = name.strip_suffix('>').and_then(|n| n.split_once('<')) {
            return Self::generic(name, generic, &split(arguments));
        }
        let recorded = SCHEMA.get(name)?;
        let Some(members) = recorded.as_array() else {
            return Some(Self::Enum(kept(Enum::new(name, recorded))));
        };
        let members: Vec<_> = members
            .iter()
            .map(|member| (text_of(&member[0]), text_of(&member[1])))
            .collect();
        Some(Self::Object(kept(Object::new(name, &members))).or_null())
    }

    /// A generic type with its arguments.
    fn generic(name: &str, generic: &str, arguments: &[&str]) -> Option<Self> {
        match (generic, arguments) {
            ("List" | "HashSet", [item]) => Some(Self::named(item)?.list()),
            ("Dictionary", [key, value]) => {
                let arguments = [Self::named(key)?.as_key(), *Self::named(value)?];
                Some(Self::Dictionary(kept(arguments)).or_null())
            }
            ("KeyValuePair", [key, value]) => {
                let arguments = [*Self::named(key)?, *Self::named(value)?];
                Some(Self::KeyValuePair(kept(arguments)))
            }
            ("Box", [value]) => {
                Self::named(value)?;
                let members = [("Value", *value), ("Tail", "string")];
                Some(Self::Object(kept(Object::new(name, &members))).or_null())
            }
            _ => None,
        }
    }

    fn list(&'static self) -> Self {
        Self::List(self).or_null()
    }

    fn or_null(self) -> Self {
        match self {
            Self::Nullable(_) => self,
            _ => Self::Nullable(kept(self)),
        }
    }

    /// The type as that of keys: none of them is a null reference.
    fn as_key(self) -> Self {
        match self {
            Self::Nullable(key) if key.is_reference() => *key,
            _ => self,
        }
    }

    fn is_reference(&self) -> bool {
        match self {
            Self::Scalar(scalar) => scalar.is_reference(),
            Self::List(_) | Self::Dictionary(_) | Self::Object(_) => true,
            Self::Enum(_) | Self::Nullable(_) | Self::KeyValuePair(_) => false,
        }
    }

    /// The types of what it contains, if it is one that contains others.
    pub fn arguments(&self) -> &'static [Self] {
        match *self {
            Self::Nullable(value) | Self::List(value) => slice::from_ref(value),
            Self::Dictionary(both) | Self::KeyValuePair(both) => both,
            Self::Scalar(_) | Self::Enum(_) | Self::Object(_) => &[],
        }
    }
}

/// The arguments of a generic type: `A,B<C,D>` are two.
fn split(arguments: &str) -> Vec<&str> {
    let mut depth = 0;
    let ends = |c: char| {
        match c {
            '<' => depth += 1,
            '>' => depth -= 1,
            _ => {}
        }
        c == ',' && depth == 0
    };
    arguments.split(ends).map(str::trim).collect()
}

fn kept<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

fn forever(text: &str) -> &'static str {
    text.to_owned().leak()
}
