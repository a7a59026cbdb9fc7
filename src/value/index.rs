//! Getting at a part of a [`Value`]: by key, by index, by JSON pointer.

use alloc::{borrow::Cow, string::String};
use core::ops;

use super::{Map, NULL, Value};

/// A key or an index: `&str` and `String` for maps, `usize` for lists. Sealed.
pub trait Index: sealed::Sealed {
    #[doc(hidden)]
    fn index_into<'v>(&self, value: &'v Value) -> Option<&'v Value>;

    #[doc(hidden)]
    fn index_into_mut<'v>(&self, value: &'v mut Value) -> Option<&'v mut Value>;

    #[doc(hidden)]
    fn index_or_insert<'v>(&self, value: &'v mut Value) -> &'v mut Value;
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for usize {}
    impl Sealed for str {}
    impl Sealed for super::String {}
    impl<T: Sealed + ?Sized> Sealed for &T {}
}

impl Index for usize {
    fn index_into<'v>(&self, value: &'v Value) -> Option<&'v Value> {
        value.as_list()?.get(*self)
    }

    fn index_into_mut<'v>(&self, value: &'v mut Value) -> Option<&'v mut Value> {
        value.as_list_mut()?.get_mut(*self)
    }

    #[expect(clippy::panic, reason = "the documented behaviour of `IndexMut`")]
    fn index_or_insert<'v>(&self, value: &'v mut Value) -> &'v mut Value {
        match value {
            Value::List(items) => {
                let length = items.len();
                items.get_mut(*self).unwrap_or_else(|| {
                    panic!("index {self} in a list of {length} items");
                })
            }
            other => panic!("index {self} in {}", other.kind()),
        }
    }
}

impl Index for str {
    fn index_into<'v>(&self, value: &'v Value) -> Option<&'v Value> {
        value.as_map()?.get(self)
    }

    fn index_into_mut<'v>(&self, value: &'v mut Value) -> Option<&'v mut Value> {
        value.as_map_mut()?.get_mut(self)
    }

    #[expect(clippy::panic, reason = "the documented behaviour of `IndexMut`")]
    fn index_or_insert<'v>(&self, value: &'v mut Value) -> &'v mut Value {
        if value.is_null() {
            *value = Value::Map(Map::new());
        }
        match value {
            Value::Map(map) => map.entry(self).or_insert(Value::Null),
            other => panic!("key {self:?} in {}", other.kind()),
        }
    }
}

impl Index for String {
    fn index_into<'v>(&self, value: &'v Value) -> Option<&'v Value> {
        self.as_str().index_into(value)
    }

    fn index_into_mut<'v>(&self, value: &'v mut Value) -> Option<&'v mut Value> {
        self.as_str().index_into_mut(value)
    }

    fn index_or_insert<'v>(&self, value: &'v mut Value) -> &'v mut Value {
        self.as_str().index_or_insert(value)
    }
}

impl<I: Index + ?Sized> Index for &I {
    fn index_into<'v>(&self, value: &'v Value) -> Option<&'v Value> {
        (**self).index_into(value)
    }

    fn index_into_mut<'v>(&self, value: &'v mut Value) -> Option<&'v mut Value> {
        (**self).index_into_mut(value)
    }

    fn index_or_insert<'v>(&self, value: &'v mut Value) -> &'v mut Value {
        (**self).index_or_insert(value)
    }
}

/// The part that a key or index names, or [`Value::Null`] if there is none.
///
/// ```
/// let value = jsv::jsv!({ "Tags": ["a", "b"] });
/// assert_eq!(value["Tags"][1], "b");
/// assert!(value["Tags"][9]["Name"].is_null());
/// ```
impl<I: Index> ops::Index<I> for Value {
    type Output = Self;

    fn index(&self, index: I) -> &Self {
        index.index_into(self).unwrap_or(&NULL)
    }
}

/// The part that a key or index names, to change it. A key that is missing is put in with
/// [`Value::Null`], and a null becomes a map first.
///
/// ```
/// let mut value = jsv::Value::Null;
/// value["Customer"]["Name"] = "Acme".into();
/// assert_eq!(value.to_string(), "{Customer:{Name:Acme}}");
/// ```
///
/// # Panics
///
/// A key in text or in a list; an index in anything but a list, or not less than its length.
/// [`Value::get_mut`] does not panic.
impl<I: Index> ops::IndexMut<I> for Value {
    fn index_mut(&mut self, index: I) -> &mut Self {
        index.index_or_insert(self)
    }
}

/// The value of a key, or [`Value::Null`] if it is missing, as for [`Value`].
///
/// ```
/// let map = jsv::Map::from([("Id", 1)]);
/// assert_eq!(map["Id"], 1);
/// assert!(map["Name"].is_null());
/// ```
impl ops::Index<&str> for Map {
    type Output = Value;

    fn index(&self, key: &str) -> &Value {
        self.get(key).unwrap_or(&NULL)
    }
}

impl Value {
    /// The item of a list by its index, or the value of a map by its key.
    ///
    /// ```
    /// let value = jsv::jsv!({ "Tags": ["a", "b"] });
    /// assert!(value.get("Tags").and_then(|tags| tags.get(1)).is_some());
    /// assert_eq!(value.get("tags"), None);
    /// ```
    pub fn get<I: Index>(&self, index: I) -> Option<&Value> {
        index.index_into(self)
    }

    /// As [`get`](Self::get), to change it.
    ///
    /// ```
    /// let mut value = jsv::jsv!(["a"]);
    /// if let Some(first) = value.get_mut(0) {
    ///     *first = 1.into();
    /// }
    /// assert_eq!(value.to_string(), "[1]");
    /// ```
    pub fn get_mut<I: Index>(&mut self, index: I) -> Option<&mut Value> {
        index.index_into_mut(self)
    }

    /// The value of a map by its key, spelled so or, if there is none, the first that differs in
    /// ASCII case only: hosts differ in the case of names.
    ///
    /// ```
    /// let value = jsv::jsv!({ "companyName": "Acme" });
    /// assert_eq!(value.get_ignore_case("CompanyName").unwrap(), "Acme");
    /// ```
    pub fn get_ignore_case(&self, name: &str) -> Option<&Value> {
        self.as_map()?.get_ignore_case(name)
    }

    /// The part that a JSON pointer (RFC 6901) names: keys and indexes, each after a slash, where
    /// `~1` stands for a slash in a key and `~0` for a tilde.
    ///
    /// ```
    /// let value = jsv::jsv!({ "Customers": [{ "Name": "Acme", "a/b": 1 }] });
    /// assert_eq!(value.pointer("/Customers/0/Name").unwrap(), "Acme");
    /// assert_eq!(value.pointer("/Customers/0/a~1b").unwrap(), &1);
    /// assert_eq!(value.pointer(""), Some(&value));
    /// assert_eq!(value.pointer("/Customers/1"), None);
    /// ```
    pub fn pointer(&self, pointer: &str) -> Option<&Value> {
        tokens(pointer)?.try_fold(self, |value, token| match value {
            Self::Map(map) => map.get(&token),
            Self::List(items) => items.get(list_index(&token)?),
            _ => None,
        })
    }

    /// As [`pointer`](Self::pointer), to change it.
    ///
    /// ```
    /// let mut value = jsv::jsv!({ "Tags": ["a", "b"] });
    /// *value.pointer_mut("/Tags/1").unwrap() = "c".into();
    /// assert_eq!(value.to_string(), "{Tags:[a,c]}");
    /// ```
    pub fn pointer_mut(&mut self, pointer: &str) -> Option<&mut Value> {
        tokens(pointer)?.try_fold(self, |value, token| match value {
            Self::Map(map) => map.get_mut(&token),
            Self::List(items) => items.get_mut(list_index(&token)?),
            _ => None,
        })
    }
}

/// The keys and indexes of a pointer; none for the empty one, which names the whole.
fn tokens(pointer: &str) -> Option<impl Iterator<Item = Cow<'_, str>>> {
    if !pointer.is_empty() && !pointer.starts_with('/') {
        return None;
    }
    Some(pointer.split('/').skip(1).map(|token| {
        if token.contains('~') {
            // In this order, so that `~01` is `~1`.
            Cow::Owned(token.replace("~1", "/").replace("~0", "~"))
        } else {
            Cow::Borrowed(token)
        }
    }))
}

/// RFC 6901: digits without leading zeros.
fn list_index(token: &str) -> Option<usize> {
    let digits_only = token.bytes().all(|byte| byte.is_ascii_digit());
    let leading_zero = token.len() > 1 && token.starts_with('0');
    if !digits_only || leading_zero {
        return None;
    }
    token.parse().ok()
}
