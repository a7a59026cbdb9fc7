//! What is done to a [`Value`] without recursion: drop, clone, compare; printing is the matter of
//! [`print`](super::print). A value may be a million levels deep, and each of these holds the levels
//! that it is in on the heap.

use alloc::{
    string::{String, ToString},
    vec::Vec,
};
use core::slice;

use super::{Map, Value, map};

/// The items of a list, or the entries of a map with their keys.
pub(super) enum Children<'a> {
    Items(slice::Iter<'a, Value>),
    Entries(map::Iter<'a>),
}

impl<'a> Children<'a> {
    /// None for a scalar or null.
    pub(super) fn of(value: &'a Value) -> Option<Self> {
        match value {
            Value::Null | Value::Text(_) => None,
            Value::List(items) => Some(Self::Items(items.iter())),
            Value::Map(map) => Some(Self::Entries(map.iter())),
        }
    }
}

impl<'a> Iterator for Children<'a> {
    type Item = (Option<&'a str>, &'a Value);

    fn next(&mut self) -> Option<Self::Item> {
        match self {
            Self::Items(items) => items.next().map(|item| (None, item)),
            Self::Entries(entries) => entries.next().map(|(key, value)| (Some(key), value)),
        }
    }
}

fn has_children(value: &Value) -> bool {
    match value {
        Value::Null | Value::Text(_) => false,
        Value::List(items) => !items.is_empty(),
        Value::Map(map) => !map.is_empty(),
    }
}

fn has_grandchildren(value: &Value) -> bool {
    any_child(value, has_children)
}

fn any_child(value: &Value, mut is_so: impl FnMut(&Value) -> bool) -> bool {
    Children::of(value).is_some_and(|mut children| children.any(|(_, child)| is_so(child)))
}

/// A value of few levels, as most are, is dropped where it is. Of any other the parts are taken out
/// until they are such.
impl Drop for Value {
    fn drop(&mut self) {
        if any_child(self, has_grandchildren) {
            drop_nested(self);
        }
    }
}

fn drop_nested(root: &mut Value) {
    let mut nested = Vec::new();
    move_nested_children(root, &mut nested);
    while let Some(mut value) = nested.pop() {
        move_nested_children(&mut value, &mut nested);
    }
}

/// Moves out the children that have grandchildren; the others are dropped on the way.
fn move_nested_children(value: &mut Value, nested: &mut Vec<Value>) {
    match value {
        Value::Null | Value::Text(_) => {}
        Value::List(items) => nested.extend(items.drain(..).filter(has_grandchildren)),
        Value::Map(map) => nested.extend(map.drain_values().filter(has_grandchildren)),
    }
}

impl Clone for Value {
    fn clone(&self) -> Self {
        match self {
            Self::Null => Self::Null,
            Self::Text(text) => Self::Text(text.clone()),
            Self::List(_) | Self::Map(_) => clone_nested(self),
        }
    }
}

/// A list or map that is being cloned.
struct Copying<'a> {
    /// Its key, if it is in a map.
    key: Option<&'a str>,
    original: &'a Value,
    children: Children<'a>,
    /// What is cloned so far, each with its key if this is a map.
    items: Vec<Value>,
    entries: Vec<(String, Value)>,
}

impl<'a> Copying<'a> {
    /// None for a scalar or null.
    fn of(key: Option<&'a str>, original: &'a Value) -> Option<Self> {
        Some(Self {
            key,
            original,
            children: Children::of(original)?,
            items: Vec::with_capacity(original.as_list().map_or(0, Vec::len)),
            entries: Vec::with_capacity(original.as_map().map_or(0, Map::len)),
        })
    }

    fn push(&mut self, key: Option<&str>, clone: Value) {
        match key {
            Some(key) => self.entries.push((key.to_string(), clone)),
            None => self.items.push(clone),
        }
    }

    fn finish(self) -> Value {
        match self.original {
            Value::Map(map) => Value::Map(map.with_same_keys(self.entries)),
            _ => Value::List(self.items),
        }
    }
}

fn clone_nested(root: &Value) -> Value {
    let mut outer = Vec::new();
    let Some(mut current) = Copying::of(None, root) else {
        return Value::Null;
    };
    loop {
        if let Some((key, child)) = current.children.next() {
            match Copying::of(key, child) {
                Some(nested) => outer.push(core::mem::replace(&mut current, nested)),
                // A scalar or null, so this goes no deeper.
                None => current.push(key, child.clone()),
            }
        } else {
            let key = current.key;
            let clone = current.finish();
            let Some(parent) = outer.pop() else {
                return clone;
            };
            current = parent;
            current.push(key, clone);
        }
    }
}

/// Values are equal if their texts are, and maps whatever the order of their entries.
///
/// ```
/// use jsv::jsv;
///
/// assert_eq!(jsv!({ "a": 1, "b": 2 }), jsv!({ "b": "2", "a": "1" }));
/// assert_ne!(jsv!("1.0"), jsv!("1"));
/// assert_ne!(jsv!(""), jsv!(null));
/// ```
impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        let mut pairs = Vec::new();
        is_equal_so_far(self, other, &mut pairs) && are_equal(pairs)
    }
}

impl Eq for Value {}

pub(super) fn maps_are_equal(left: &Map, right: &Map) -> bool {
    let mut pairs = Vec::new();
    push_entries(left, right, &mut pairs) && are_equal(pairs)
}

/// Whether the values of each pair are equal.
fn are_equal<'a>(mut pairs: Vec<(&'a Value, &'a Value)>) -> bool {
    while let Some((left, right)) = pairs.pop() {
        if !is_equal_so_far(left, right, &mut pairs) {
            return false;
        }
    }
    true
}

/// Whether two values are equal if those are that are put among the pairs.
fn is_equal_so_far<'a>(
    left: &'a Value,
    right: &'a Value,
    pairs: &mut Vec<(&'a Value, &'a Value)>,
) -> bool {
    match (left, right) {
        (Value::Null, Value::Null) => true,
        (Value::Text(left), Value::Text(right)) => left == right,
        (Value::List(left), Value::List(right)) if left.len() == right.len() => {
            pairs.extend(left.iter().zip(right));
            true
        }
        (Value::Map(left), Value::Map(right)) => push_entries(left, right, pairs),
        _ => false,
    }
}

/// Pairs the values of two maps; false if the keys are not the same.
fn push_entries<'a>(
    left: &'a Map,
    right: &'a Map,
    pairs: &mut Vec<(&'a Value, &'a Value)>,
) -> bool {
    left.len() == right.len()
        && left.iter().all(|(key, value)| {
            let other = right.get(key);
            pairs.extend(other.map(|other| (value, other)));
            other.is_some()
        })
}
