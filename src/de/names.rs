//! Which field or variant a name means: the name-matching rule (jsv.md, section 7).

use alloc::{collections::BTreeSet, vec::Vec};
use core::ptr;

use crate::syntax::scalar::trim;

/// The place of a name in a list of names: an exact match first, else one that ignores ASCII case,
/// and with `ignore_separators` also `_` and `-`.
///
/// The search for the exact match begins at `start`, where it mostly is, since members come in the
/// order in which they are declared.
pub(crate) fn find(
    name: &str,
    names: &[&str],
    start: usize,
    ignore_separators: bool,
) -> Option<usize> {
    let (before, after) = names.split_at_checked(start).unwrap_or((names, &[]));
    let position = |names: &[&str]| names.iter().position(|candidate| *candidate == name);
    position(after)
        .map(|index| start + index)
        .or_else(|| position(before))
        .or_else(|| find_ignoring_case(name, names, start))
        .or_else(|| {
            ignore_separators
                .then(|| find_ignoring_separators(name, names))
                .flatten()
        })
}

/// The place of a name that may have white space around it, which counts only if a name has it.
pub(crate) fn find_trimmed(name: &str, names: &[&str]) -> Option<usize> {
    let trimmed = trim(name);
    find(name, names, 0, false).or_else(|| {
        (trimmed.len() < name.len())
            .then(|| find(trimmed, names, 0, false))
            .flatten()
    })
}

fn find_ignoring_case(name: &str, names: &[&str], start: usize) -> Option<usize> {
    let matches = |index: &usize| names[*index].eq_ignore_ascii_case(name);
    let expected = start..names.len();
    // The first of several that match is the first declared, but for the expected one.
    expected.clone().take(1).chain(0..names.len()).find(matches)
}

fn find_ignoring_separators(name: &str, names: &[&str]) -> Option<usize> {
    names
        .iter()
        .position(|candidate| letters(candidate, true).eq(letters(name, true)))
}

/// What counts of a name where case does not.
fn letters(name: &str, ignore_separators: bool) -> impl Iterator<Item = u8> {
    name.bytes()
        .filter(move |byte| !(ignore_separators && matches!(byte, b'_' | b'-')))
        .map(|byte| byte.to_ascii_lowercase())
}

/// Names of which there may be many, to ask often whether one is among them in any case.
#[cfg(feature = "query")]
pub(crate) struct NameSet<'n> {
    sorted: Vec<&'n str>,
    ignore_separators: bool,
}

#[cfg(feature = "query")]
impl<'n> NameSet<'n> {
    pub(crate) fn new(mut names: Vec<&'n str>, ignore_separators: bool) -> Self {
        names.sort_unstable_by(|a, b| {
            letters(a, ignore_separators).cmp(letters(b, ignore_separators))
        });
        Self {
            sorted: names,
            ignore_separators,
        }
    }

    pub(crate) fn contains(&self, name: &str) -> bool {
        let found = self.sorted.binary_search_by(|known| {
            letters(known, self.ignore_separators).cmp(letters(name, self.ignore_separators))
        });
        found.is_ok()
    }
}

/// Which lists of field names have no two that differ in case alone. For those the expected field
/// may be matched ignoring case at once, without asking first whether another matches exactly:
/// many hosts write all names in another case than they are declared in.
#[derive(Debug, Default)]
pub(crate) struct FieldLists {
    /// The lists met so far. They are constants of the types, so the place of one tells which it
    /// is, and there are as many as there are types in a value.
    known: Vec<(&'static [&'static str], bool)>,
}

impl FieldLists {
    /// Whether no two names of the list differ in case alone.
    pub(crate) fn are_distinct(&mut self, fields: &'static [&'static str]) -> bool {
        let known = self.known.iter().find(|(list, _)| ptr::eq(*list, fields));
        if let Some((_, distinct)) = known {
            return *distinct;
        }
        let mut folded = BTreeSet::new();
        let distinct = fields
            .iter()
            .all(|name| folded.insert(name.to_ascii_lowercase()));
        self.known.push((fields, distinct));
        distinct
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exact_match_comes_before_one_that_ignores_case() {
        let names = ["Id", "ID", "CompanyId", "user_name"];
        let cases: &[(&str, usize, bool, Option<usize>)] = &[
            ("Id", 0, false, Some(0)),
            ("ID", 0, false, Some(1)),
            ("ID", 3, false, Some(1)),
            ("id", 0, false, Some(0)),
            ("companyid", 0, false, Some(2)),
            ("company_id", 0, false, None),
            ("company_id", 0, true, Some(2)),
            ("UserName", 9, true, Some(3)),
            ("nothing", 2, true, None),
            ("", 0, true, None),
        ];
        for (name, start, ignore, expected) in cases {
            assert_eq!(find(name, &names, *start, *ignore), *expected, "{name:?}");
        }
    }
}
