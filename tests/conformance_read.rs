//! What is read: every recorded text gives the recorded value, or an error with its place.

#![expect(
    clippy::panic,
    reason = "a line that cannot be understood is a failure of the test"
)]

mod common;

use common::{
    lines::{Failures, Line, check_file},
    mirror::Mirror,
    registry::{Check, check_type},
};
use jsv::{Duplicates, Options};

#[test]
fn texts_give_the_recorded_value_or_an_error() {
    check_file("read.jsonl", |line, failures| {
        check_type(line.type_name(), Read { line, failures })
    });
}

struct Read<'a> {
    line: &'a Line,
    failures: &'a mut Failures,
}

impl Check for Read<'_> {
    fn check<T: Mirror>(self) {
        let text = self.line.required("jsv");
        let read = options_of(self.line).from_str::<T>(text);
        let what = format!("reading {text:?}");
        match (self.line.required("expect"), read) {
            ("value", read) => self.failures.compare(
                &what,
                &Ok(T::from_recorded(self.line.value())),
                &read.map_err(|error| error.to_string()),
            ),
            ("error", Ok(value)) => {
                self.failures
                    .add(&what, "an error", format_args!("{value:?}"));
            }
            ("error", Err(error)) => {
                let place = (error.offset(), error.line(), error.column());
                if !matches!(place, (Some(0..), 1.., 1..)) {
                    let actual = format!("{place:?}: {error}");
                    self.failures.add(&what, "an error with a place", actual);
                }
            }
            // Of no account but that there is no panic.
            ("free", _) => {}
            (other, _) => panic!("expect: {other}"),
        }
    }
}

/// The options that a line asks for.
fn options_of(line: &Line) -> Options {
    line.options()
        .fold(Options::new(), |options, choice| match choice {
            ("duplicates", "Last") => options.duplicates(Duplicates::Last),
            other => panic!("option {other:?}"),
        })
}
