//! What the adapters of one value share: the options, the form of the next string, and what went
//! wrong inside of serde_json's serializer.

use alloc::{
    string::{String, ToString},
    vec::Vec,
};
use core::cell::Cell;

use serde_core::ser::{self, Serialize};

use super::formatter::{NextString, StringForm};
use crate::{
    error::{Error, Result, Segment},
    options::{Defaults, Options, TextCase, text_case::camel_letters},
    ser::probe::{Probed, is_null, probe},
};

pub(super) struct State {
    pub(super) options: Options,
    pub(super) next: NextString,
    failure: Cell<Failure>,
    scratch: Cell<Scratch>,
}

/// An error on its way out through serde_json, which has no place for it in errors of its own.
#[derive(Default)]
struct Failure {
    /// The error, unless it is one that serde_json knows.
    error: Option<Error>,
    /// The way to it, innermost first.
    path: Vec<Segment>,
}

/// The texts being made ready.
#[derive(Default)]
pub(super) struct Scratch {
    /// The plain text of a .NET scalar.
    #[cfg(feature = "dotnet")]
    pub(super) plain: Vec<u8>,
    /// Its JSON.
    #[cfg(feature = "dotnet")]
    pub(super) json: Vec<u8>,
    /// What a `Display` gives.
    pub(super) displayed: String,
}

impl State {
    pub(super) fn new(options: &Options) -> Self {
        Self {
            options: options.clone(),
            next: NextString::default(),
            failure: Cell::default(),
            scratch: Cell::default(),
        }
    }

    /// Does something with the texts being made ready, which are empty then.
    #[inline]
    pub(super) fn with_scratch<R>(&self, make_ready: impl FnOnce(&mut Scratch) -> R) -> R {
        let mut scratch = self.scratch.take();
        #[cfg(feature = "dotnet")]
        {
            scratch.plain.clear();
            scratch.json.clear();
        }
        scratch.displayed.clear();
        let result = make_ready(&mut scratch);
        self.scratch.set(scratch);
        result
    }

    /// Whether a member of this value is left out.
    #[inline]
    pub(super) fn leaves_out_member<T: Serialize + ?Sized>(
        &self,
        value: &T,
        defaults: Defaults,
    ) -> bool {
        let without_nulls = !self.options.include_nulls;
        match defaults {
            Defaults::Write => without_nulls && is_null(value),
            defaults => {
                let probed = probe(value);
                probed == Probed::Null && without_nulls || probed.is_left_out(defaults)
            }
        }
    }

    /// Whether a map's entry of this value is left out.
    #[inline]
    pub(super) fn leaves_out_entry<T: Serialize + ?Sized>(&self, value: &T) -> bool {
        !self.options.include_null_entries && is_null(value)
    }

    /// Has the next string, which is this struct field's name, written in the names' case.
    #[inline]
    pub(super) fn case_next(&self, name: &str) {
        let case = self.options.text_case;
        if case != TextCase::AsDeclared {
            let small = camel_letters(name.as_bytes());
            self.next.set(StringForm::Name { case, small });
        }
    }

    /// Notes an error of this crate and gives the one that serde_json hands on in its place.
    #[cold]
    pub(super) fn fail<E: ser::Error>(&self, error: Error) -> E {
        let failed = E::custom("");
        self.failure.set(Failure {
            error: Some(error),
            path: Vec::new(),
        });
        failed
    }

    /// Adds the member, entry or variant that an error was met in to its path.
    #[cold]
    pub(super) fn in_member(&self, name: &str) {
        self.push_outer(Segment::Member(name.to_string()));
    }

    /// Adds the item that an error was met in to its path.
    #[cold]
    pub(super) fn in_item(&self, index: usize) {
        self.push_outer(Segment::Item(index));
    }

    fn push_outer(&self, segment: Segment) {
        let mut failure = self.failure.take();
        failure.path.push(segment);
        self.failure.set(failure);
    }

    /// The error that came out of serde_json's serializer, or the one that it stands for.
    #[cold]
    pub(super) fn error(&self, written: serde_json::Error) -> Error {
        let failure = self.failure.take();
        let error = failure.error.unwrap_or_else(|| not_written(written));
        let outwards = failure.path.iter();
        outwards.fold(error, |error, segment| match segment {
            Segment::Member(name) => error.in_member(name),
            Segment::Item(index) => error.in_item(*index),
        })
    }
}

fn not_written(error: serde_json::Error) -> Error {
    if error.is_io() {
        Error::io(error.into())
    } else {
        ser::Error::custom(error)
    }
}

/// The text that was written into a buffer.
#[inline]
pub(super) fn utf8(written: &[u8]) -> Result<&str> {
    core::str::from_utf8(written).map_err(|_| Error::data("the text written is not UTF-8"))
}
