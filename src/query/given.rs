//! What is given to a request, name by name, and the options by which it is read. Which member a
//! name is, and what its value becomes, is not decided here.

use alloc::string::String;
use core::cell::OnceCell;

use crate::options::{Layout, Options};

/// A name and the value that counts for it.
pub(super) struct Given<'b> {
    pub(super) name: &'b str,
    pub(super) text: &'b str,
    /// Whether it is left out of a struct that has no such member.
    pub(super) may_be_unknown: bool,
    /// The text within the brackets that it may lack, if it was asked for so.
    pub(super) as_list: OnceCell<String>,
    pub(super) as_map: OnceCell<String>,
}

impl<'b> Given<'b> {
    pub(super) fn new(name: &'b str, text: &'b str, may_be_unknown: bool) -> Self {
        Self {
            name,
            text,
            may_be_unknown,
            as_list: OnceCell::new(),
            as_map: OnceCell::new(),
        }
    }
}

/// The options by which values are read.
pub(super) struct Reading {
    pub(super) options: Options,
    /// Those for a text that was put in brackets: a line break that it begins with is no layout.
    pub(super) bracketed: Options,
}

impl Reading {
    pub(super) fn new(options: &Options) -> Self {
        let bracketed = match options.layout {
            Layout::Auto => options.clone().layout(Layout::Compact),
            _ => options.clone(),
        };
        Self {
            options: options.clone(),
            bracketed,
        }
    }
}
