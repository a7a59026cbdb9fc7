//! A value written while it is read: what a deserializer gives is handed to a serializer at once.
//!
//! A scalar is handed over as itself and may be looked at as often as the serializer likes; a
//! structure can be written once, as its items are read in doing so. Either side may fail, and
//! each has to be left with an error of its own type: that of the side that failed is kept beside
//! it and takes its place where the other side is left.

use alloc::{borrow::Cow, string::String};
use core::{cell::Cell, fmt};

use serde_core::{
    de::{self, DeserializeSeed, MapAccess, SeqAccess, Visitor},
    ser::{self, Serialize, SerializeMap, SerializeSeq, Serializer},
};

use crate::{
    error::{Error, Result},
    private::{DATE, NUMBER},
    syntax::quote::is_date_with_time,
};

/// Which format is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    Json,
    Jsv,
}

/// Writes what the deserializer gives. An error of either side is given as it is.
pub(super) fn transcode<'de, D, S>(deserializer: D, serializer: S, source: Source) -> Result<S::Ok>
where
    D: de::Deserializer<'de, Error = Error>,
    S: Serializer<Error = Error>,
{
    let failed = Cell::new(None);
    let root = ValueSeed {
        source,
        place: Root(serializer),
        failed: &failed,
    };
    root.deserialize(deserializer)
        .map_err(|error| failed.take().unwrap_or(error))
}

/// Where a value is written.
trait Place {
    type Ok;
    type Error: ser::Error;

    fn put<T: Serialize + ?Sized>(self, value: &T) -> Result<Self::Ok, Self::Error>;
}

struct Root<S>(S);

impl<S: Serializer> Place for Root<S> {
    type Ok = S::Ok;
    type Error = S::Error;

    fn put<T: Serialize + ?Sized>(self, value: &T) -> Result<S::Ok, S::Error> {
        value.serialize(self.0)
    }
}

struct Item<'a, S>(&'a mut S);

impl<S: SerializeSeq> Place for Item<'_, S> {
    type Ok = ();
    type Error = S::Error;

    fn put<T: Serialize + ?Sized>(self, value: &T) -> Result<(), S::Error> {
        self.0.serialize_element(value)
    }
}

struct Entry<'a, S> {
    map: &'a mut S,
    key: &'a str,
}

impl<S: SerializeMap> Place for Entry<'_, S> {
    type Ok = ();
    type Error = S::Error;

    fn put<T: Serialize + ?Sized>(self, value: &T) -> Result<(), S::Error> {
        self.map.serialize_entry(self.key, value)
    }
}

/// Reads one value and writes it at its place.
struct ValueSeed<'a, P: Place> {
    source: Source,
    place: P,
    /// Holds the error of the writing side while the reading side is left with another one.
    failed: &'a Cell<Option<P::Error>>,
}

impl<P: Place> ValueSeed<'_, P> {
    fn put<T: Serialize + ?Sized, E: de::Error>(self, value: &T) -> Result<P::Ok, E> {
        self.place.put(value).map_err(|error| {
            self.failed.set(Some(error));
            E::custom("the value was not written")
        })
    }

    /// Writes a structure. What failed may be the reading of it, whose error is `unread` then.
    fn put_structure<T: Serialize, E: de::Error>(
        self,
        structure: &T,
        unread: &Cell<Option<E>>,
    ) -> Result<P::Ok, E> {
        let failed = self.failed;
        let written = self.put(structure);
        match unread.take() {
            Some(error) => {
                failed.set(None);
                Err(error)
            }
            None => written,
        }
    }
}

impl<'de, P: Place> DeserializeSeed<'de> for ValueSeed<'_, P> {
    type Value = P::Ok;

    fn deserialize<D: de::Deserializer<'de>>(self, deserializer: D) -> Result<P::Ok, D::Error> {
        match self.source {
            Source::Json => deserializer.deserialize_newtype_struct(NUMBER, self),
            Source::Jsv => deserializer.deserialize_any(self),
        }
    }
}

macro_rules! visit_scalars {
    ($($method:ident $type:ty)*) => {$(
        fn $method<E: de::Error>(self, scalar: $type) -> Result<P::Ok, E> {
            self.put(&scalar)
        }
    )*};
}

impl<'de, P: Place> Visitor<'de> for ValueSeed<'_, P> {
    type Value = P::Ok;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    visit_scalars! {
        visit_bool bool
        visit_i64 i64
        visit_u64 u64
        visit_f64 f64
    }

    fn visit_unit<E: de::Error>(self) -> Result<P::Ok, E> {
        self.put(&())
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<P::Ok, E> {
        // In JSV a date needs no quotes for its colons.
        if self.source == Source::Json && is_date_with_time(text) {
            return self.put(&Named { name: DATE, text });
        }
        self.put(text)
    }

    /// A number of JSON.
    fn visit_newtype_struct<D: de::Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<P::Ok, D::Error> {
        let text = deserializer.deserialize_str(Text)?;
        self.put(&Named {
            name: NUMBER,
            text: &text,
        })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<P::Ok, A::Error> {
        let unread = Cell::new(None);
        let list = Structure::new(self.source, items, &unread);
        self.put_structure(&List(list), &unread)
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<P::Ok, A::Error> {
        let unread = Cell::new(None);
        let map = Structure::new(self.source, entries, &unread);
        self.put_structure(&Map(map), &unread)
    }
}

/// A text that a newtype of a private name says more about.
struct Named<'a> {
    name: &'static str,
    text: &'a str,
}

impl Serialize for Named<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(self.name, self.text)
    }
}

/// A structure that is read while it is written, which is possible once.
struct Structure<'a, A, E> {
    source: Source,
    access: Cell<Option<A>>,
    /// Holds the error of the reading side while the writing side is left with another one.
    unread: &'a Cell<Option<E>>,
}

impl<'a, A, E> Structure<'a, A, E> {
    fn new(source: Source, access: A, unread: &'a Cell<Option<E>>) -> Self {
        Self {
            source,
            access: Cell::new(Some(access)),
            unread,
        }
    }

    fn take<S: ser::Error>(&self) -> Result<A, S> {
        self.access
            .take()
            .ok_or_else(|| S::custom("a structure can be written once while it is read"))
    }

    /// The error to leave the writing side with.
    #[cold]
    fn failure<S: ser::Error>(&self, failed: &Cell<Option<S>>, unread: E) -> S {
        failed.take().unwrap_or_else(|| {
            self.unread.set(Some(unread));
            S::custom("the value was not read")
        })
    }
}

struct List<'a, A, E>(Structure<'a, A, E>);

impl<'de, A: SeqAccess<'de>> Serialize for List<'_, A, A::Error> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        let mut items = self.0.take()?;
        let failed = Cell::new(None);
        loop {
            let item = ValueSeed {
                source: self.0.source,
                place: Item(&mut list),
                failed: &failed,
            };
            match items.next_element_seed(item) {
                Ok(Some(())) => {}
                Ok(None) => return list.end(),
                Err(error) => return Err(self.0.failure(&failed, error)),
            }
        }
    }
}

struct Map<'a, A, E>(Structure<'a, A, E>);

impl<'de, A: MapAccess<'de>> Serialize for Map<'_, A, A::Error> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let mut entries = self.0.take()?;
        let failed = Cell::new(None);
        loop {
            let written = match entries.next_key_seed(Text) {
                Ok(None) => return map.end(),
                Ok(Some(key)) => entries.next_value_seed(ValueSeed {
                    source: self.0.source,
                    place: Entry {
                        map: &mut map,
                        key: &key,
                    },
                    failed: &failed,
                }),
                Err(error) => Err(error),
            };
            written.map_err(|error| self.0.failure(&failed, error))?;
        }
    }
}

/// Takes a text, borrowed where it can be.
struct Text;

impl<'de> DeserializeSeed<'de> for Text {
    type Value = Cow<'de, str>;

    fn deserialize<D: de::Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Text {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text")
    }

    fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.into()))
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text))
    }
}
