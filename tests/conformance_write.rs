//! What is written: every recorded value gives the recorded text byte for byte, compact, pretty
//! and in each text case, and each of these texts read gives the value back.

mod common;

use common::{
    lines::{Failures, Line, SCHEMA, check_file, text_of, waits},
    mirror::Mirror,
    registry::{Check, check_type},
};
use jsv::{Options, TextCase};
use serde_json::{Value as Json, json};

#[test]
fn chosen_values_are_written_as_recorded_and_read_back() {
    check_file("write.jsonl", written_and_read_back);
}

#[test]
fn random_scalars_are_written_as_recorded_and_read_back() {
    check_file("sweep.jsonl", written_and_read_back);
}

#[test]
fn documents_are_written_as_recorded_and_read_back() {
    check_file("documents.jsonl", written_and_read_back);
}

fn written_and_read_back(line: &Line, failures: &mut Failures) -> bool {
    check_type(line.type_name(), WriteAndReadBack { line, failures })
}

struct WriteAndReadBack<'a> {
    line: &'a Line,
    failures: &'a mut Failures,
}

impl Check for WriteAndReadBack<'_> {
    fn check<T: Mirror>(self) {
        let value = T::from_recorded(self.line.value());
        let plain = Options::new();
        let camel = Options::new().text_case(TextCase::Camel);
        let snake = Options::new().text_case(TextCase::Snake);

        let written = [
            ("jsv", &plain, plain.to_string(&value)),
            ("pretty", &plain, plain.to_string_pretty(&value)),
            ("jsv_camel", &camel, camel.to_string(&value)),
            ("jsv_snake", &snake, snake.to_string(&value)),
        ];
        let expected = Ok(value.read_back());
        for (name, options, text) in written {
            let recorded = match (name, self.line.text(name)) {
                (_, Some(recorded)) => recorded,
                // All lines have this one.
                ("jsv", None) => self.line.required(name),
                ("jsv_camel" | "jsv_snake", None) if self.line.has_all_settings() => {
                    self.line.required("jsv")
                }
                (_, None) => continue,
            };
            self.failures.compare(
                &format!("writing `{name}`"),
                &Ok(recorded.to_owned()),
                &text.map_err(|error| error.to_string()),
            );
            let read = options.from_str(recorded);
            self.failures.compare(
                &format!("reading `{name}` {recorded:?}"),
                &expected,
                &read.map_err(|error| error.to_string()),
            );
        }
    }
}

#[test]
fn mirrors_have_the_members_of_the_schema() {
    let types = SCHEMA.as_object().expect("types by name");
    let mut mirrored = 0;
    for (name, members) in types {
        let Some(members) = members.as_array().filter(|_| !waits(name)) else {
            continue;
        };
        let default = members
            .iter()
            .map(|member| {
                let (name, type_name) = (text_of(&member[0]), text_of(&member[1]));
                (name.to_owned(), default_of(type_name))
            })
            .collect();
        assert!(check_type(name, Default(default)), "no mirror of {name}");
        mirrored += 1;
    }
    assert!(mirrored > 0);
}

/// The recorded value of an object whose members all have their default.
struct Default(Json);

impl Check for Default {
    fn check<T: Mirror>(self) {
        // This fails for other members than the mirror's.
        let recorded = T::from_recorded(&self.0);
        let read = jsv::from_str("{}").map_err(|error| error.to_string());
        assert_eq!(read, Ok(recorded));
    }
}

/// The recorded value of a type's default.
fn default_of(type_name: &str) -> Json {
    match type_name {
        "bool" => json!(false),
        "int" => json!(0),
        _ => Json::Null,
    }
}
