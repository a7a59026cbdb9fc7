//! The way from the root of a value to a place in it.

use alloc::{string::String, vec::Vec};
use core::fmt;

/// One step of a [`Path`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Segment {
    /// A member of an object or an entry of a map, by its name or key.
    Member(String),
    /// An item of a list, from 0.
    Item(usize),
}

/// The members and items on the way from the root to a place, outermost first.
///
/// Displayed like `Customers[3].Accounts[0].CreatedDate`; a name in which one of `.` `[` `]` `"`
/// or a control character occurs stands in quotes, with each quote inside doubled.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Path {
    /// Innermost first, as they come while unwinding.
    segments: Vec<Segment>,
}

impl Path {
    pub(crate) fn push_outer(&mut self, segment: Segment) {
        self.segments.push(segment);
    }

    /// Whether this is the root itself.
    pub fn is_empty(&self) -> bool {
        self.segments.is_empty()
    }

    /// The steps, outermost first.
    ///
    /// ```
    /// use jsv::error::Segment;
    ///
    /// let error = jsv::from_str::<Vec<i32>>("[1,x]").unwrap_err();
    /// assert!(error.path().segments().eq([&Segment::Item(1)]));
    /// ```
    pub fn segments(&self) -> impl DoubleEndedIterator<Item = &Segment> + ExactSizeIterator {
        self.segments.iter().rev()
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, segment) in self.segments().enumerate() {
            match segment {
                Segment::Item(item) => write!(f, "[{item}]")?,
                Segment::Member(name) => {
                    if index > 0 {
                        f.write_str(".")?;
                    }
                    write_name(f, name)?;
                }
            }
        }
        Ok(())
    }
}

fn write_name(f: &mut fmt::Formatter<'_>, name: &str) -> fmt::Result {
    let breaks_the_path = |c: char| matches!(c, '.' | '[' | ']' | '"') || c.is_control();
    if !name.is_empty() && !name.contains(breaks_the_path) {
        return f.write_str(name);
    }
    f.write_str("\"")?;
    for c in name.chars() {
        match c {
            '"' => f.write_str("\"\"")?,
            c if c.is_control() => write!(f, "{}", c.escape_default())?,
            c => write!(f, "{c}")?,
        }
    }
    f.write_str("\"")
}

#[cfg(test)]
mod tests {
    use alloc::{string::ToString, vec};

    use super::*;

    #[test]
    fn a_path_reads_as_one_would_write_it() {
        let path = Path {
            segments: vec![
                Segment::Member("a.b".into()),
                Segment::Item(0),
                Segment::Member("Accounts".into()),
                Segment::Item(3),
            ],
        };
        assert_eq!(path.to_string(), "[3].Accounts[0].\"a.b\"");
        assert_eq!(Path::default().to_string(), "");
    }
}
