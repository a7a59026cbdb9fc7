//! What is written: every recorded value gives the recorded text byte for byte, in both formats
//! and under every recorded setting, and each of these texts read gives the value back.

use jsv::{DateFormat, Defaults, GuidFormat, Options, TextCase, error::Category};
use jsv_tests_common::{
    format::Format,
    json::{indented, non_finite_path},
    lines::{Failures, Line, check_file, text_of},
    losses::Losses,
    model::{Model, mirror_of, models_of},
    schema::SCHEMA,
};
use serde_json::{Value as Json, json};

#[test]
fn chosen_values_are_written_as_recorded_and_read_back() {
    check_file("write.jsonl", 1587, written_and_read_back);
}

#[test]
fn random_scalars_are_written_as_recorded_and_read_back() {
    check_file("sweep.jsonl", 1831, written_and_read_back);
}

#[test]
fn documents_are_written_as_recorded_and_read_back() {
    check_file("documents.jsonl", 75, written_and_read_back);
}

/// Checks a line with every model of its type.
fn written_and_read_back(line: &Line, failures: &mut Failures) -> bool {
    let models = models_of(line.type_name());
    for model in &models {
        check(line, &**model, failures);
    }
    !models.is_empty()
}

/// A setting, by the name that its text has in the recorded lines.
struct Setting {
    name: &'static str,
    format: Format,
    options: Options,
    losses: Losses,
}

/// All settings that were recorded.
fn settings() -> Vec<Setting> {
    const PLAIN: Options = Options::new();
    let jsv = Losses {
        null_entries: true,
        single_null: true,
        ..Losses::default()
    };
    let json = Losses {
        null_entries: true,
        date_to_millisecond: true,
        offset_date_to_millisecond: true,
        ..Losses::default()
    };
    let nothing_but_entries = Losses {
        null_entries: true,
        ..Losses::default()
    };
    let unix = Losses {
        date_to_millisecond: true,
        ..jsv
    };
    let entries_too = Losses {
        null_entries: false,
        ..json
    };
    let camel = PLAIN.text_case(TextCase::Camel);
    let snake = PLAIN.text_case(TextCase::Snake);
    let hyphens = PLAIN.guid(GuidFormat::D);
    let no_defaults = PLAIN.defaults(Defaults::Omit);
    let unix_ms = PLAIN.date_format(DateFormat::UnixTimeMs);
    let iso = PLAIN.date_format(DateFormat::Iso8601);
    let system = hyphens.clone().date_format(DateFormat::SystemText);
    let nulls = PLAIN.include_nulls(true).include_null_entries(true);
    [
        ("jsv", Format::Jsv, &PLAIN, jsv),
        ("pretty", Format::PrettyJsv, &PLAIN, jsv),
        ("jsv_camel", Format::Jsv, &camel, jsv),
        ("jsv_snake", Format::Jsv, &snake, jsv),
        ("jsv_hyphens", Format::Jsv, &hyphens, jsv),
        ("jsv_no_defaults", Format::Jsv, &no_defaults, jsv),
        ("jsv_unix_ms", Format::Jsv, &unix_ms, unix),
        ("json", Format::Json, &PLAIN, json),
        ("json_camel", Format::Json, &camel, json),
        ("json_snake", Format::Json, &snake, json),
        ("json_no_defaults", Format::Json, &no_defaults, json),
        ("json_unix_ms", Format::Json, &unix_ms, json),
        ("json_nulls", Format::Json, &nulls, entries_too),
        ("json_iso", Format::Json, &iso, nothing_but_entries),
        ("json_system", Format::Json, &system, nothing_but_entries),
    ]
    .map(|(name, format, options, losses)| Setting {
        name,
        format,
        options: options.clone(),
        losses,
    })
    .into()
}

impl Setting {
    /// The text that a line has for this setting, if one was recorded.
    fn recorded<'l>(&self, line: &'l Line) -> Option<&'l str> {
        if let Some(recorded) = line.text(self.name) {
            return Some(recorded);
        }
        let plain = match self.format {
            // Every line has one, but for what cannot be JSON.
            _ if self.name == "jsv" => return Some(line.required("jsv")),
            _ if self.name == "json" => return None,
            Format::PrettyJsv | Format::IndentedJson => return None,
            Format::Jsv => "jsv",
            Format::Json => "json",
        };
        line.has_all_settings().then(|| line.required(plain))
    }
}

fn check(line: &Line, model: &dyn Model, failures: &mut Failures) {
    let value = || model.recorded(line.value());
    for setting in settings() {
        let name = setting.name;
        let written = value().write(setting.format, &setting.options);
        if name == "json" && line.text("json_error").is_some() {
            let path = non_finite_path(line.value()).unwrap_or_default();
            let refused = written.map_err(|error| (error.category(), error.path().to_string()));
            let what = format!("{model}: writing `json`");
            failures.compare(&what, &Err((Category::Data, path)), &refused);
            continue;
        }
        let Some(recorded) = setting.recorded(line) else {
            if name == "json" {
                failures.add("its lines", "`json`", "none");
            }
            continue;
        };
        failures.compare(
            &format!("{model}: writing `{name}`"),
            &Ok(recorded.to_owned()),
            &written.map_err(|error| error.to_string()),
        );
        failures.compare(
            &format!("{model}: reading `{name}` {recorded:?}"),
            &Ok(value().read_back(&setting.losses)),
            &model
                .read(setting.format, &setting.options, recorded)
                .map(|value| value.read_back(&setting.losses.of_precision()))
                .map_err(|error| error.to_string()),
        );
        if setting.format == Format::Json {
            if let Err(error) = serde_json::from_str::<Json>(recorded) {
                failures.add(recorded, "JSON", error);
            }
            let pretty = value().write(Format::IndentedJson, &setting.options);
            failures.compare(
                &format!("{model}: writing `{name}` indented"),
                &Ok(indented(recorded)),
                &pretty.map_err(|error| error.to_string()),
            );
        }
    }
}

/// How many objects of the schema have a mirror.
const MIRRORED: usize = 16;

#[test]
fn mirrors_have_the_members_of_the_schema() {
    let types = SCHEMA.as_object().expect("types by name");
    let mut mirrored = 0;
    for (name, members) in types {
        let Some(members) = members.as_array() else {
            continue;
        };
        let default = members
            .iter()
            .map(|member| {
                let (name, type_name) = (text_of(&member[0]), text_of(&member[1]));
                (name.to_owned(), default_of(type_name))
            })
            .collect();
        let models = models_of(name);
        assert!(!models.is_empty(), "no model of {name}");
        for model in models {
            // This fails for other members than the model's.
            let recorded = model.recorded(&default);
            let read = model.read(Format::Jsv, &Options::new(), "{}");
            let read = read.map_err(|error| error.to_string());
            assert_eq!(read, Ok(recorded), "{name} {model}");
        }
        mirrored += usize::from(mirror_of(name).is_some());
    }
    assert_eq!(mirrored, MIRRORED);
}

/// The recorded value of a type's default.
fn default_of(type_name: &str) -> Json {
    match type_name {
        "bool" => json!(false),
        "int" => json!(0),
        "char" => json!("\0"),
        "Guid" => json!({ "guid": "00000000-0000-0000-0000-000000000000" }),
        "DateTime" => json!({ "ticks": 0, "kind": "Unspecified" }),
        "CustomerType" | "Perms" => json!({ "enum": "0" }),
        "KeyValuePair<string,int>" => json!({ "Key": null, "Value": 0 }),
        _ => Json::Null,
    }
}
