//! The keys of a map while its entries are read: which of them count. JSV and JSON share this.

use alloc::{borrow::Cow, collections::BTreeSet, vec::Vec};

use crate::{
    error::{Error, Result},
    options::{Duplicates, Options},
};

/// The keys of one map that were met.
pub(crate) struct Keys<'de> {
    duplicates: Duplicates,
    met: KeySet<'de>,
    /// Under `Duplicates::Last`: where the keys stand that stand again later.
    overridden: BTreeSet<usize>,
}

impl<'de> Keys<'de> {
    #[inline]
    pub(crate) fn new(options: &Options, overridden: BTreeSet<usize>) -> Self {
        Self {
            duplicates: options.duplicates,
            met: KeySet::default(),
            overridden,
        }
    }

    /// Whether the entry whose key stands at `offset` counts, by the option for duplicates.
    #[inline]
    #[expect(clippy::ptr_arg, reason = "a key that is borrowed is kept borrowed")]
    pub(crate) fn counts(&mut self, key: &Cow<'de, str>, offset: usize) -> Result<bool> {
        match self.duplicates {
            Duplicates::Last => Ok(!self.overridden.contains(&offset)),
            _ if self.met.insert(key.clone()) => Ok(true),
            Duplicates::First => Ok(false),
            Duplicates::Error => Err(Error::duplicate(key)),
        }
    }
}

/// A set of keys: most maps are small, for which a list is the fastest.
#[derive(Default)]
struct KeySet<'de> {
    few: Vec<Cow<'de, str>>,
    many: BTreeSet<Cow<'de, str>>,
}

impl<'de> KeySet<'de> {
    const FEW: usize = 16;

    /// Whether the key was not yet there.
    fn insert(&mut self, key: Cow<'de, str>) -> bool {
        if self.few.contains(&key) {
            return false;
        }
        if self.few.len() < Self::FEW {
            self.few.push(key);
            return true;
        }
        self.many.insert(key)
    }
}
