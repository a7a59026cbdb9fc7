//! [`Value`]: any JSV value, for when there is no type to read into.
//!
//! The enum and what can be asked of it stand here; [`map`] is its map. `from` and `convert`
//! make it from Rust's scalars and collections, `ser` and `de` write and read it by serde,
//! `deserializer` reads other things from it, and `deep` and `print` are what is done without
//! recursion, so that no depth overflows the stack.

mod access;
mod convert;
mod de;
mod deep;
mod deserializer;
mod from;
mod index;
mod macros;
pub mod map;
mod print;
mod ser;

use alloc::{string::String, vec::Vec};
use core::mem;

pub use self::{deserializer::from_value, index::Index, map::Map, ser::to_value};
use crate::syntax::scalar;

/// Any JSV value.
///
/// JSV has no types on the wire, so that a scalar is its text: `1`, `True` and `a` are all
/// [`Text`](Value::Text), and [`as_i64`](Value::as_i64), [`as_bool`](Value::as_bool) and the like
/// read it as a typed target would.
///
/// ```
/// use jsv::{Value, jsv};
///
/// let value: Value = jsv::from_str("{Name:Acme,Employees:12,Tags:[x,y],Active:True}")?;
/// assert_eq!(value["Name"], "Acme");
/// assert_eq!(value["Employees"].as_i64(), Some(12));
/// assert_eq!(value["Active"], true);
/// assert_eq!(value.pointer("/Tags/1"), Some(&jsv!("y")));
/// assert_eq!(value["Missing"], Value::Null);
/// # Ok::<(), jsv::Error>(())
/// ```
///
/// Displayed, it is compact JSV; `{:#}` is the pretty layout of
/// [`to_string_pretty`](crate::to_string_pretty). A null in a map is left out, as JSV has no way
/// to write it.
///
/// ```
/// let value = jsv::jsv!({ "Name": "Me, Junior", "Phone": null, "Tags": ["a", null, ""] });
/// assert_eq!(value.to_string(), r#"{Name:"Me, Junior",Tags:[a,,""]}"#);
/// ```
///
/// A text in the exact form of a .NET date with a time is written as dates are, without quotes
/// though it has colons, since without a type nothing tells it from one. It reads back the same.
///
/// ```
/// let value = jsv::jsv!({ "Created": "2024-05-06T07:08:09Z", "Time": "07:08" });
/// assert_eq!(value.to_string(), r#"{Created:2024-05-06T07:08:09Z,Time:"07:08"}"#);
/// ```
///
/// # Depth
///
/// A value of any depth is dropped, cloned, compared and printed without recursion. That takes an
/// implementation of `Drop`, which forbids moving a part out in a pattern: instead of
/// `Value::List(items) => items` in a `match` by value, take it with
/// [`into_list`](Value::into_list), [`into_map`](Value::into_map),
/// [`into_text`](Value::into_text), or from behind a reference with [`core::mem::take`]. Reading
/// and writing by serde is recursive and limited to
/// [`Options::max_depth`](crate::Options::max_depth) here, and to what the format in question
/// allows elsewhere.
#[derive(Default)]
pub enum Value {
    /// Nothing at all: what a missing or null value is in JSV.
    #[default]
    Null,
    /// A scalar, by its text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// An object or map.
    Map(Map),
}

/// What stands where nothing does, to be borrowed.
static NULL: Value = Value::Null;

impl Value {
    /// Whether this is nothing at all.
    ///
    /// ```
    /// assert!(jsv::jsv!(null).is_null());
    /// assert!(!jsv::jsv!("").is_null());
    /// ```
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Whether this is a scalar.
    ///
    /// ```
    /// assert!(jsv::jsv!(1).is_text());
    /// assert!(!jsv::jsv!([1]).is_text());
    /// ```
    pub fn is_text(&self) -> bool {
        matches!(self, Self::Text(_))
    }

    /// Whether this is a list.
    ///
    /// ```
    /// assert!(jsv::jsv!([]).is_list());
    /// assert!(!jsv::jsv!({}).is_list());
    /// ```
    pub fn is_list(&self) -> bool {
        matches!(self, Self::List(_))
    }

    /// Whether this is an object or map.
    ///
    /// ```
    /// assert!(jsv::jsv!({}).is_map());
    /// assert!(!jsv::jsv!([]).is_map());
    /// ```
    pub fn is_map(&self) -> bool {
        matches!(self, Self::Map(_))
    }

    /// The text of a scalar.
    ///
    /// ```
    /// assert_eq!(jsv::jsv!(1.50).as_str(), Some("1.5"));
    /// assert_eq!(jsv::jsv!(null).as_str(), None);
    /// ```
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The items of a list.
    ///
    /// ```
    /// assert_eq!(jsv::jsv!(["a", "b"]).as_list().map(Vec::len), Some(2));
    /// assert_eq!(jsv::jsv!("a").as_list(), None);
    /// ```
    pub fn as_list(&self) -> Option<&Vec<Value>> {
        match self {
            Self::List(items) => Some(items),
            _ => None,
        }
    }

    /// The items of a list, to change them.
    ///
    /// ```
    /// let mut value = jsv::jsv!(["a"]);
    /// value.as_list_mut().unwrap().push("b".into());
    /// assert_eq!(value.to_string(), "[a,b]");
    /// ```
    pub fn as_list_mut(&mut self) -> Option<&mut Vec<Value>> {
        match self {
            Self::List(items) => Some(items),
            _ => None,
        }
    }

    /// The entries of an object or map.
    ///
    /// ```
    /// assert_eq!(jsv::jsv!({ "Id": 1 }).as_map().unwrap()["Id"], 1);
    /// ```
    pub fn as_map(&self) -> Option<&Map> {
        match self {
            Self::Map(map) => Some(map),
            _ => None,
        }
    }

    /// The entries of an object or map, to change them.
    ///
    /// ```
    /// let mut value = jsv::jsv!({ "Id": 1 });
    /// value.as_map_mut().unwrap().insert("Name", "Acme");
    /// assert_eq!(value.to_string(), "{Id:1,Name:Acme}");
    /// ```
    pub fn as_map_mut(&mut self) -> Option<&mut Map> {
        match self {
            Self::Map(map) => Some(map),
            _ => None,
        }
    }

    /// The text of a scalar, moved out.
    ///
    /// ```
    /// assert_eq!(jsv::jsv!("a").into_text(), Ok("a".to_string()));
    /// ```
    ///
    /// # Errors
    ///
    /// The value itself if it is no scalar.
    pub fn into_text(mut self) -> Result<String, Self> {
        match &mut self {
            Self::Text(text) => Ok(mem::take(text)),
            _ => Err(self),
        }
    }

    /// The items of a list, moved out.
    ///
    /// ```
    /// for item in jsv::jsv!(["a", "b"]).into_list().unwrap_or_default() {
    ///     assert!(item == "a" || item == "b");
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// The value itself if it is no list.
    pub fn into_list(mut self) -> Result<Vec<Value>, Self> {
        match &mut self {
            Self::List(items) => Ok(mem::take(items)),
            _ => Err(self),
        }
    }

    /// The entries of an object or map, moved out.
    ///
    /// ```
    /// let map = jsv::jsv!({ "Id": 1 }).into_map().unwrap();
    /// assert_eq!(map.into_keys().collect::<Vec<_>>(), ["Id"]);
    /// ```
    ///
    /// # Errors
    ///
    /// The value itself if it is no object or map.
    pub fn into_map(mut self) -> Result<Map, Self> {
        match &mut self {
            Self::Map(map) => Ok(mem::take(map)),
            _ => Err(self),
        }
    }

    /// The value, with [`Value::Null`] left in its place.
    ///
    /// ```
    /// let mut value = jsv::jsv!({ "Tags": ["a"] });
    /// let tags = value["Tags"].take();
    /// assert_eq!(tags.to_string(), "[a]");
    /// assert!(value["Tags"].is_null());
    /// ```
    #[must_use]
    pub fn take(&mut self) -> Self {
        mem::take(self)
    }

    /// A scalar read as a bool, as [`from_str`](crate::from_str) reads one: `True` and `false`,
    /// in any case, `1`, `y`, `on` and so on.
    ///
    /// ```
    /// assert_eq!(jsv::jsv!("TRUE").as_bool(), Some(true));
    /// assert_eq!(jsv::jsv!("yes").as_bool(), None);
    /// ```
    pub fn as_bool(&self) -> Option<bool> {
        scalar::parse_bool(self.as_str()?)
    }

    /// A scalar read as an `i64`: digits, and a minus.
    ///
    /// ```
    /// assert_eq!(jsv::jsv!("-007").as_i64(), Some(-7));
    /// assert_eq!(jsv::jsv!("1.0").as_i64(), None);
    /// ```
    pub fn as_i64(&self) -> Option<i64> {
        scalar::parse_integer(self.as_str()?).ok()
    }

    /// A scalar read as a `u64`.
    ///
    /// ```
    /// assert_eq!(jsv::jsv!("7").as_u64(), Some(7));
    /// assert_eq!(jsv::jsv!("-7").as_u64(), None);
    /// ```
    pub fn as_u64(&self) -> Option<u64> {
        scalar::parse_integer(self.as_str()?).ok()
    }

    /// A scalar read as an `i128`.
    ///
    /// ```
    /// assert_eq!(jsv::jsv!(i128::MIN).as_i128(), Some(i128::MIN));
    /// ```
    pub fn as_i128(&self) -> Option<i128> {
        scalar::parse_integer(self.as_str()?).ok()
    }

    /// A scalar read as a `u128`.
    ///
    /// ```
    /// assert_eq!(jsv::jsv!(u128::MAX).as_u128(), Some(u128::MAX));
    /// ```
    pub fn as_u128(&self) -> Option<u128> {
        scalar::parse_integer(self.as_str()?).ok()
    }

    /// A scalar read as an `f64`; what is too large is infinite.
    ///
    /// ```
    /// assert_eq!(jsv::jsv!("1.5E+02").as_f64(), Some(150.0));
    /// assert_eq!(jsv::jsv!("1,234.5").as_f64(), Some(1234.5));
    /// assert_eq!(jsv::jsv!("Infinity").as_f64(), Some(f64::INFINITY));
    /// assert_eq!(jsv::jsv!("a").as_f64(), None);
    /// ```
    pub fn as_f64(&self) -> Option<f64> {
        // A text with commas can only be written in quotes, where they are allowed.
        scalar::parse_f64(self.as_str()?, true)
    }

    /// A scalar of one character.
    ///
    /// ```
    /// assert_eq!(jsv::jsv!("å").as_char(), Some('å'));
    /// assert_eq!(jsv::jsv!("ab").as_char(), None);
    /// ```
    pub fn as_char(&self) -> Option<char> {
        scalar::parse_char(self.as_str()?)
    }

    /// What an error says was found.
    fn kind(&self) -> &'static str {
        match self {
            Self::Null => "nothing",
            Self::Text(_) => "a scalar",
            Self::List(_) => "a list",
            Self::Map(_) => "an object",
        }
    }
}
