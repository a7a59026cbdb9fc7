//! What comes back when a value is written and read: the same, but for its [`Losses`].

use jsv::dotnet::KeyValuePair;

use crate::mirror::Pairs;

/// What a text does not hold of a value, by its format and settings.
#[derive(Debug, Clone, Copy, Default)]
pub struct Losses {
    /// A map's null entries are gone (jsv.md, section 2, and JSON without its option for them).
    pub null_entries: bool,
    /// A list of one null is empty (JSV).
    pub single_null: bool,
    /// A `DateTime` has no more than milliseconds.
    pub date_to_millisecond: bool,
    /// A `DateTimeOffset` has no more than milliseconds.
    pub offset_date_to_millisecond: bool,
}

impl Losses {
    /// Those of precision alone: what is read back may hold more than was asked for, as the last
    /// instant of .NET does.
    #[must_use]
    pub fn of_precision(self) -> Self {
        Self {
            null_entries: false,
            single_null: false,
            ..self
        }
    }
}

/// A value that is written and read back.
pub trait ReadBack: Sized {
    /// What comes back: the same but for what the text cannot hold.
    #[must_use]
    fn read_back(self, _losses: &Losses) -> Self {
        self
    }

    /// Whether nothing at all is written for this.
    fn is_nothing(&self) -> bool {
        false
    }
}

impl<T: ReadBack> ReadBack for Option<T> {
    fn read_back(self, losses: &Losses) -> Self {
        self.map(|value| value.read_back(losses))
    }

    fn is_nothing(&self) -> bool {
        self.is_none()
    }
}

impl<T: ReadBack> ReadBack for Box<T> {
    fn read_back(self, losses: &Losses) -> Self {
        Self::new(T::read_back(*self, losses))
    }
}

impl<T: ReadBack> ReadBack for Vec<T> {
    fn read_back(self, losses: &Losses) -> Self {
        match self.as_slice() {
            [only] if losses.single_null && only.is_nothing() => Self::new(),
            _ => self
                .into_iter()
                .map(|item| item.read_back(losses))
                .collect(),
        }
    }
}

impl<K: ReadBack, V: ReadBack> ReadBack for Pairs<K, V> {
    fn read_back(self, losses: &Losses) -> Self {
        let entries = self.0.into_iter();
        Self(
            entries
                .filter(|(_, value)| !(losses.null_entries && value.is_nothing()))
                .map(|(key, value)| (key.read_back(losses), value.read_back(losses)))
                .collect(),
        )
    }
}

impl<K: ReadBack, V: ReadBack> ReadBack for KeyValuePair<K, V> {
    fn read_back(self, losses: &Losses) -> Self {
        Self {
            key: self.key.read_back(losses),
            value: self.value.read_back(losses),
        }
    }
}
