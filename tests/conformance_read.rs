//! What is read: every recorded text gives the recorded value, or an error with its place.

use jsv::{Duplicates, Options};
use jsv_tests_common::{
    format::Format,
    lines::{Failures, Line, check_file},
    model::{Model, models_of},
};

#[test]
fn jsv_texts_give_the_recorded_value_or_an_error() {
    check_file("read.jsonl", 940, |line, failures| {
        read(line, Format::Jsv, "jsv", failures)
    });
}

#[test]
fn json_texts_give_the_recorded_value_or_an_error() {
    check_file("json-read.jsonl", 976, |line, failures| {
        read(line, Format::Json, "json", failures)
    });
}

/// Checks what every model of a line's type reads from the text that the line has under a name.
fn read(line: &Line, format: Format, name: &str, failures: &mut Failures) -> bool {
    let text = line.required(name);
    let models = models_of(line.type_name());
    for model in &models {
        check(line, &**model, format, text, failures);
    }
    !models.is_empty()
}

fn check(line: &Line, model: &dyn Model, format: Format, text: &str, failures: &mut Failures) {
    let read = model.read(format, &options_of(line), text);
    let what = format!("{model}: reading {text:?}");
    match (line.required("expect"), read) {
        ("value", read) => failures.compare(
            &what,
            &Ok(model.recorded(line.value())),
            &read.map_err(|error| error.to_string()),
        ),
        ("error", Ok(value)) => {
            failures.add(&what, "an error", format_args!("{value:?}"));
        }
        ("error", Err(error)) => {
            failures.expect_place(&what, &error);
        }
        // Of no account but that there is no panic.
        ("free", _) => {}
        (other, _) => panic!("expect: {other}"),
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

#[test]
fn a_type_is_any_that_its_name_composes() {
    let name = "Dictionary<DateTime,List<KeyValuePair<Box<byte?>[],HashSet<Wire>>>>";
    let text = "{2001-02-03:[{Key:[{Value:7,Tail:x},,{}],Value:[second:value,third,0]},{}]}";
    let written = "{2001-02-03:[{Key:[{Value:7,Tail:x},,{}],\
                   Value:[\"second:value\",Third,first value]},{}]}";
    let options = Options::new();
    let [model] = &models_of(name)[..] else {
        panic!("{name}");
    };
    let read = model.read(Format::Jsv, &options, text).unwrap();
    assert_eq!(read.write(Format::Jsv, &options).unwrap(), written);
    for name in [
        "Dictionary<int>",
        "List<Unknown>",
        "List<int",
        "int,int",
        "",
    ] {
        assert!(models_of(name).is_empty(), "{name}");
    }
}
