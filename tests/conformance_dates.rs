//! Dates: every recorded one is written as recorded under each date format and in each time zone,
//! wherever a value can stand, and read back; every recorded text is read as recorded. What is
//! otherwise on purpose stands in [`otherwise`].

mod otherwise;

use std::{collections::BTreeSet, fmt::Debug};

use self::otherwise::{Answer, READ_OTHERWISE, ReadOtherwise, WRITTEN_OTHERWISE, WrittenOtherwise};
use jsv::{
    DateFormat, GuidFormat, Options, Value,
    dotnet::{DateOnly, LocalZone, UtcOffset},
};
use jsv_tests_common::{
    format::Format,
    lines::{Failures, Line, check_lines},
    mirror::{Mirror, Pairs},
    scalars::{Date, OffsetDate, integer, offset_of},
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value as Json;

const FORMATS: [(Format, &str); 2] = [(Format::Jsv, "jsv"), (Format::Json, "json")];

/// An instant in ticks, and the offset of a type that has one.
type Instant = (i64, Option<UtcOffset>);

/// One of the two types of the recorded lines.
trait RecordedDate: Mirror + Copy {
    fn offset(self, zone: &LocalZone) -> UtcOffset;
    fn instant(self, zone: &LocalZone) -> Instant;
    /// All that JSV keeps of the value, but under the Unix formats.
    fn kept_by_jsv(self) -> Instant;
    /// What the reference read: a wall clock and the offset that it has in the machine's zone.
    fn recorded_instant(read: &Json) -> Instant;
    /// The date, if a `DateOnly` has the same texts.
    fn date_only(self) -> Option<DateOnly>;
}

impl RecordedDate for Date {
    fn offset(self, zone: &LocalZone) -> UtcOffset {
        self.0.offset(zone)
    }

    fn instant(self, zone: &LocalZone) -> Instant {
        (self.0.to_utc(zone).unwrap().ticks(), None)
    }

    fn kept_by_jsv(self) -> Instant {
        // A midnight loses its zone, any other without a zone gets one (jsv.md, section 9).
        (self.0.ticks(), None)
    }

    fn recorded_instant(read: &Json) -> Instant {
        (ticks_in_utc(read), None)
    }

    fn date_only(self) -> Option<DateOnly> {
        Some(self.0.date())
    }
}

impl RecordedDate for OffsetDate {
    fn offset(self, _zone: &LocalZone) -> UtcOffset {
        self.0.offset()
    }

    fn instant(self, _zone: &LocalZone) -> Instant {
        (self.0.utc_ticks(), Some(self.0.offset()))
    }

    fn kept_by_jsv(self) -> Instant {
        (self.0.ticks(), Some(self.0.offset()))
    }

    fn recorded_instant(read: &Json) -> Instant {
        (ticks_in_utc(read), Some(offset_of(&read["offset"])))
    }

    fn date_only(self) -> Option<DateOnly> {
        None
    }
}

fn ticks_in_utc(recorded: &Json) -> i64 {
    const TICKS_OF_A_MINUTE: i64 = 600_000_000;
    integer(&recorded["ticks"]) - integer(&recorded["offset"]) * TICKS_OF_A_MINUTE
}

/// The settings of the machine that a line is of.
struct Machine {
    zone: LocalZone,
    format: DateFormat,
    options: Options,
}

impl Machine {
    fn of(line: &Line) -> Self {
        let zone = match line.required("zone") {
            "UTC" => LocalZone::Utc,
            "Europe/Berlin" => {
                LocalZone::Function(|at| LocalZone::offset_in(&chrono_tz::Europe::Berlin, at))
            }
            "America/New_York" => {
                LocalZone::Function(|at| LocalZone::offset_in(&chrono_tz::America::New_York, at))
            }
            other => panic!("zone {other}"),
        };
        let format = match line.required("settings") {
            "DateHandler=TimestampOffset" => DateFormat::Wcf,
            "DateHandler=TimestampOffset,SystemJsonCompatible" => DateFormat::SystemText,
            "DateHandler=ISO8601" => DateFormat::Iso8601,
            "DateHandler=ISO8601DateOnly" => DateFormat::Iso8601DateOnly,
            "DateHandler=ISO8601DateTime" => DateFormat::Iso8601DateTime,
            "DateHandler=RFC1123" => DateFormat::Rfc1123,
            "DateHandler=UnixTime" => DateFormat::UnixTime,
            "DateHandler=UnixTimeMs" => DateFormat::UnixTimeMs,
            other => panic!("settings {other}"),
        };
        let options = Options::new().date_format(format).local_zone(zone);
        let options = match format {
            // A host in System.Text.Json mode has hyphens in its Guids.
            DateFormat::SystemText => options.guid(GuidFormat::D),
            _ => options,
        };
        Self {
            zone,
            format,
            options,
        }
    }

    fn writes_numbers(&self) -> bool {
        matches!(self.format, DateFormat::UnixTime | DateFormat::UnixTimeMs)
    }
}

// ---- writing ------------------------------------------------------------------------------------

#[test]
fn dates_are_written_as_recorded_and_read_back() {
    let (mut texts, mut otherwise) = (0, 0);
    check_lines(
        "dates.jsonl",
        |line| line.required("op") == "write",
        |line, failures| {
            let differs = match line.type_name() {
                "DateTime" => check_written::<Date>(line, failures),
                "DateTimeOffset" => check_written::<OffsetDate>(line, failures),
                _ => return false,
            };
            texts += FORMATS.len();
            otherwise += usize::from(differs);
            true
        },
    );
    println!("dates.jsonl: {texts} texts written, {otherwise} of them otherwise than recorded");
    assert_eq!(otherwise, WRITTEN_OTHERWISE.len());
    for WrittenOtherwise { zone, why, .. } in WRITTEN_OTHERWISE {
        assert_ne!(*zone, "UTC", "{why}");
    }
}

/// Checks both texts of a line, and says whether one is otherwise than recorded.
fn check_written<T: RecordedDate>(line: &Line, failures: &mut Failures) -> bool {
    let machine = Machine::of(line);
    let input = line.json("input");
    let value = T::from_recorded(input);
    let offset = value.offset(&machine.zone);
    failures.compare("its offset", &offset_of(&input["offset"]), &offset);

    let otherwise = written_otherwise(line);
    for (format, name) in FORMATS {
        let expected = match otherwise {
            Some(otherwise) if format == Format::Json => {
                failures.compare(otherwise.why, &otherwise.reference, &line.required(name));
                otherwise.here
            }
            // What failed there, `{"error":…}`, fails here.
            _ => line.json(name).as_str(),
        };
        let written = format.write(&machine.options, &value);
        failures.compare(
            &format!("writing `{name}`"),
            &expected,
            &written.as_deref().ok(),
        );
        let Some(text) = expected else {
            continue;
        };
        check_places(format, &machine.options, &value, text, failures);
        if let Some(date) = value.date_only() {
            let text = match format {
                Format::Json => format!("\"{}\"", *date),
                _ => date.to_string(),
            };
            check_places(format, &machine.options, &date, &text, failures);
        }
        if format == Format::Jsv && !machine.writes_numbers() {
            let read = format.read::<T>(&machine.options, text);
            failures.compare(
                &format!("reading {text:?}"),
                &Ok(value.kept_by_jsv()),
                &read.map(T::kept_by_jsv).map_err(|error| error.to_string()),
            );
        }
    }
    otherwise.is_some()
}

fn written_otherwise(line: &Line) -> Option<&'static WrittenOtherwise> {
    let input = line.json("input");
    WRITTEN_OTHERWISE.iter().find(|otherwise| {
        line.required("zone") == otherwise.zone
            && input["ticks"] == otherwise.ticks
            && input["kind"] == otherwise.kind
    })
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Row<T> {
    value: T,
    maybe: Option<T>,
    none: Option<T>,
    items: Vec<Option<T>>,
}

/// A value is its text wherever one can stand, and what is read from there is written the same.
fn check_places<T>(
    format: Format,
    options: &Options,
    value: &T,
    text: &str,
    failures: &mut Failures,
) where
    T: Copy + Serialize + DeserializeOwned,
{
    let row = Row {
        value: *value,
        maybe: Some(*value),
        none: None,
        items: vec![Some(*value), None, Some(*value)],
    };
    let map = Pairs(vec![(*value, 1)]);
    let (row_text, map_text, quoted) = match format {
        Format::Json => {
            let quoted = format!("\"{}\"", text.trim_matches('"'));
            (
                format!(r#"{{"Value":{text},"Maybe":{text},"Items":[{text},null,{text}]}}"#),
                format!("{{{quoted}:1}}"),
                quoted,
            )
        }
        _ => {
            let quoted = format!("\"{text}\"");
            // A key would end at the colon.
            let key = if text.contains(':') { &quoted } else { text };
            (
                format!("{{Value:{text},Maybe:{text},Items:[{text},,{text}]}}"),
                format!("{{{key}:1}}"),
                quoted,
            )
        }
    };
    check_place(format, options, &row, &row_text, failures);
    check_place(format, options, &map, &map_text, failures);

    let mut read_again = |what: &str, read: jsv::Result<String>| {
        let read = read.map_err(|error| error.to_string());
        failures.compare(what, &Ok(text.to_owned()), &read);
    };
    let again = |value: T| format.write(options, &value);
    read_again("alone", format.read(options, text).and_then(again));
    read_again("quoted", format.read(options, &quoted).and_then(again));
    if format == Format::Jsv {
        // Without a type the text is kept, and has no quotes for its colons if it is a date.
        let untyped = options.from_str(&format!("[{text}]"));
        let untyped = untyped.and_then(|list: Value| options.to_string(&list[0]));
        read_again("untyped", untyped);
    }
}

/// A value is written as a text, and what is read from that is written the same.
fn check_place<T: Serialize + DeserializeOwned>(
    format: Format,
    options: &Options,
    value: &T,
    text: &str,
    failures: &mut Failures,
) {
    let written = format.write(options, value);
    let again = format
        .read(options, text)
        .and_then(|value: T| format.write(options, &value));
    for (what, actual) in [("written", written), ("read and written", again)] {
        failures.compare(
            &format!("{what} {text}"),
            &Ok(text.to_owned()),
            &actual.map_err(|error| error.to_string()),
        );
    }
}

// ---- reading ------------------------------------------------------------------------------------

#[test]
fn dates_are_read_as_recorded() {
    let mut reads = Reads::default();
    check_lines(
        "dates.jsonl",
        |line| line.required("op") == "read",
        |line, failures| {
            match line.type_name() {
                "DateTime" => reads.check::<Date>(line, failures),
                "DateTimeOffset" => reads.check::<OffsetDate>(line, failures),
                _ => return false,
            }
            true
        },
    );
    println!(
        "dates.jsonl: {} texts read as recorded, {} that may or must differ",
        reads.as_recorded, reads.otherwise
    );
    for ReadOtherwise { texts, why, .. } in READ_OTHERWISE {
        for text in *texts {
            assert!(
                reads.differ.contains(&(text, why)),
                "{text:?} is as recorded: {why}"
            );
        }
    }
}

#[derive(Default)]
struct Reads {
    as_recorded: usize,
    otherwise: usize,
    /// Texts and reasons of which one line at least was read otherwise than recorded.
    differ: BTreeSet<(&'static str, &'static str)>,
}

impl Reads {
    fn check<T: RecordedDate>(&mut self, line: &Line, failures: &mut Failures) {
        let machine = Machine::of(line);
        let input = line.required("input");
        for (format, name) in FORMATS {
            let recorded = Some(line.json(name))
                .filter(|read| !read.is_null() && read.get("error").is_none())
                .map(T::recorded_instant);
            for text in forms(format, input) {
                let read = check_read::<T>(format, &machine, &text, failures);
                self.compare(line, &text, recorded, read, failures);
            }
        }
    }

    fn compare(
        &mut self,
        line: &Line,
        text: &str,
        recorded: Option<Instant>,
        read: Option<Instant>,
        failures: &mut Failures,
    ) {
        let what = format!("reading {text}");
        let Some((input, otherwise)) = read_otherwise(line) else {
            self.as_recorded += 1;
            failures.compare(&what, &recorded, &read);
            return;
        };
        self.otherwise += 1;
        if otherwise.answer == Answer::Free || read != recorded {
            self.differ.insert((input, otherwise.why));
        }
        let what = format!("{what} ({})", otherwise.why);
        let read = read.map(|(ticks, _)| ticks);
        match otherwise.answer {
            // Of no account but that there is no panic.
            Answer::Free => {}
            Answer::Refused => failures.compare(&what, &None, &read),
            Answer::Instant(ticks) => failures.compare(&what, &Some(ticks), &read),
        }
    }
}

/// The texts of a format that stand for a recorded one: JSV takes quotes off, in JSON a recorded
/// quote is a part of the text, and a backslash before a slash may be JSON's own.
fn forms(format: Format, input: &str) -> Vec<String> {
    match format {
        Format::Json if input.contains('\\') => {
            vec![Json::from(input).to_string(), format!("\"{input}\"")]
        }
        Format::Json => vec![Json::from(input).to_string()],
        _ if input.contains('"') => vec![input.to_owned()],
        _ => vec![input.to_owned(), format!("\"{input}\"")],
    }
}

/// Reads a text, of which a `DateOnly` has the date. An error has a place.
fn check_read<T: RecordedDate>(
    format: Format,
    machine: &Machine,
    text: &str,
    failures: &mut Failures,
) -> Option<Instant> {
    let read = format.read::<T>(&machine.options, text);
    match read {
        Err(error) => {
            failures.expect_place(&format!("reading {text}"), &error);
            None
        }
        Ok(value) => {
            if let Some(date) = value.date_only() {
                let read = format.read(&machine.options, text);
                let what = format!("the date of {text}");
                failures.compare(&what, &Ok(date), &read.map_err(|error| error.to_string()));
            }
            Some(value.instant(&machine.zone))
        }
    }
}

/// What is otherwise about a line's text, if anything is, and the text.
fn read_otherwise(line: &Line) -> Option<(&'static str, &'static ReadOtherwise)> {
    READ_OTHERWISE
        .iter()
        .filter(|otherwise| {
            otherwise
                .type_name
                .is_none_or(|name| name == line.type_name())
        })
        .find_map(|otherwise| {
            let text = otherwise
                .texts
                .iter()
                .find(|text| **text == line.required("input"));
            Some((*text?, otherwise))
        })
}
