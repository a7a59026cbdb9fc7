//! The fields of a struct while its members are read: which one a name means, and which members
//! count. JSV and JSON share this.

use alloc::{collections::BTreeSet, vec, vec::Vec};

use super::names::{self, FieldLists};
use crate::{
    error::{Error, Result},
    options::{Duplicates, Options, TextCase},
};

/// The fields of one struct, and which of them were met.
pub(crate) struct Fields {
    names: &'static [&'static str],
    /// Whether no two of them differ in case alone.
    are_distinct: bool,
    ignore_separators: bool,
    duplicates: Duplicates,
    /// The field that comes next if members stand in the order of their declaration.
    expected: usize,
    met: FieldSet,
    /// Under `Duplicates::Last`: where the names stand that stand again later.
    overridden: BTreeSet<usize>,
}

impl Fields {
    #[inline]
    pub(crate) fn new(
        names: &'static [&'static str],
        lists: &mut FieldLists,
        options: &Options,
        overridden: BTreeSet<usize>,
    ) -> Self {
        Self {
            are_distinct: lists.are_distinct(names),
            ignore_separators: options.text_case == TextCase::Snake,
            duplicates: options.duplicates,
            names,
            expected: 0,
            met: FieldSet::new(names.len()),
            overridden,
        }
    }

    /// A field's name.
    #[inline]
    pub(crate) fn name(&self, field: usize) -> &'static str {
        self.names[field]
    }

    /// The field that is expected next, and its name.
    #[inline]
    pub(crate) fn expected(&self) -> Option<(usize, &'static str)> {
        Some((self.expected, *self.names.get(self.expected)?))
    }

    /// Whether a name is that of the expected field, without regard to case, and of no other.
    #[inline]
    pub(crate) fn is_expected(&self, name: &str) -> bool {
        self.are_distinct
            && self
                .names
                .get(self.expected)
                .is_some_and(|expected| expected.eq_ignore_ascii_case(name))
    }

    /// The field that a name means.
    pub(crate) fn find(&self, name: &str) -> Option<usize> {
        names::find(name, self.names, self.expected, self.ignore_separators)
    }

    /// Whether the member of a field whose name stands at `offset` counts, by the option for
    /// duplicates. If it does, the field after it is the next that is expected.
    #[inline]
    pub(crate) fn counts(&mut self, field: usize, offset: usize) -> Result<bool> {
        let is_new = self.met.insert(field);
        let counts = match self.duplicates {
            Duplicates::Last => !self.overridden.contains(&offset),
            _ if is_new => true,
            Duplicates::First => false,
            Duplicates::Error => return Err(Error::duplicate(self.names[field])),
        };
        if counts {
            self.expected = field + 1;
        }
        Ok(counts)
    }
}

/// A set of fields, a bit each.
struct FieldSet {
    first: u64,
    /// The bits of the fields from the 65th on.
    others: Vec<u64>,
}

impl FieldSet {
    #[inline]
    fn new(count: usize) -> Self {
        Self {
            first: 0,
            others: vec![0; count.saturating_sub(1) / 64],
        }
    }

    /// Whether the field was not yet there.
    #[inline]
    fn insert(&mut self, field: usize) -> bool {
        let word = match field / 64 {
            0 => &mut self.first,
            word => &mut self.others[word - 1],
        };
        let bit = 1 << (field % 64);
        let is_new = *word & bit == 0;
        *word |= bit;
        is_new
    }
}
