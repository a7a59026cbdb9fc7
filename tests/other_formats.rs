//! .NET's scalars in formats that do not know them: ordinary text, which reads back. Of serde's
//! formats, serde_json stands for those with types on the wire, postcard for those without.

use std::{collections::BTreeMap, fmt::Debug};

use jsv::dotnet::{
    Bytes, DateOnly, DateTime, DateTimeOffset, Decimal, Guid, TimeOnly, TimeSpan, UtcOffset, Zone,
};
use jsv_tests_common::{
    lines::{Failures, Line, check_lines},
    losses::Losses,
    model::{Model, models_of},
};
use serde::{Serialize, de::DeserializeOwned};

/// The value is this text in JSON and in postcard, alone, as an item and as a key, and reads back.
fn check<T: Debug + Ord + Clone + Serialize + DeserializeOwned>(value: T, text: &str) {
    let json = serde_json::to_string(text).unwrap();
    assert_eq!(serde_json::to_string(&value).unwrap(), json, "{value:?}");
    assert_eq!(serde_json::from_str::<T>(&json).unwrap(), value, "{json}");
    let untyped = serde_json::to_value(&value).unwrap();
    assert_eq!(untyped, serde_json::Value::from(text));
    assert_eq!(serde_json::from_value::<T>(untyped).unwrap(), value);

    let list = vec![Some(value.clone()), None];
    let json_list = format!("[{json},null]");
    assert_eq!(serde_json::to_string(&list).unwrap(), json_list);
    assert_eq!(
        serde_json::from_str::<Vec<Option<T>>>(&json_list).unwrap(),
        list
    );

    let map = BTreeMap::from([(value.clone(), 1)]);
    let json_map = format!("{{{json}:1}}");
    assert_eq!(serde_json::to_string(&map).unwrap(), json_map);
    assert_eq!(
        serde_json::from_str::<BTreeMap<T, i32>>(&json_map).unwrap(),
        map
    );

    let bytes = postcard::to_allocvec(&value).unwrap();
    assert_eq!(bytes, postcard::to_allocvec(text).unwrap(), "{value:?}");
    assert_eq!(postcard::from_bytes::<T>(&bytes).unwrap(), value);
    let bytes = postcard::to_allocvec(&list).unwrap();
    assert_eq!(
        postcard::from_bytes::<Vec<Option<T>>>(&bytes).unwrap(),
        list
    );
}

/// The value is read from this JSON, too.
fn check_read<T: Debug + PartialEq + DeserializeOwned>(json: &str, value: T) {
    assert_eq!(serde_json::from_str::<T>(json).unwrap(), value, "{json}");
}

/// Nothing else is read from JSON.
fn check_refused<T: Debug + DeserializeOwned>(texts: &[&str]) {
    for json in texts {
        assert!(serde_json::from_str::<T>(json).is_err(), "{json}");
    }
}

fn span(ticks: i64) -> TimeSpan {
    TimeSpan::from_ticks(ticks)
}

#[test]
fn a_guid_has_hyphens() {
    let guid: Guid = "7a1b2c3d4e5f60718293a4b5c6d7e8f9".parse().unwrap();
    check(guid, "7a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9");
    check(Guid::EMPTY, "00000000-0000-0000-0000-000000000000");
    check_read(r#""7A1B2C3D4E5F60718293A4B5C6D7E8F9""#, guid);
    check_refused::<Guid>(&["null", "1", r#""""#, r#""abc""#, "[]", "{}", "true"]);
}

#[test]
fn a_time_span_is_iso_8601() {
    check(TimeSpan::ZERO, "PT0S");
    check(span(-937_845_000_000), "-P1DT2H3M4.5S");
    check(TimeSpan::MIN, "-P10675199DT2H48M5.4775808S");
    check_read("90", span(900_000_000));
    check_read("-90", span(-900_000_000));
    check_read("1.5", span(15_000_000));
    check_read(r#""01:02:03""#, span(37_230_000_000));
    check_refused::<TimeSpan>(&["null", "1e300", r#""""#, r#""P1Y""#, "[]", "true"]);
}

#[test]
fn a_time_of_day_is_a_clock() {
    let time = |ticks| TimeOnly::from_ticks(ticks).unwrap();
    check(TimeOnly::MIN, "00:00:00");
    check(time(37_230_000_000), "01:02:03");
    check(time(452_967_890_000), "12:34:56.7890000");
    check(TimeOnly::MAX, "23:59:59.9999999");
    check_read(r#""PT1H""#, time(36_000_000_000));
    check_refused::<TimeOnly>(&["null", "90", r#""24:00:00""#, r#""""#, "[]"]);
}

#[test]
fn a_decimal_keeps_its_scale() {
    let decimal = |text: &str| text.parse::<Decimal>().unwrap();
    check(decimal("0"), "0");
    check(decimal("1.10"), "1.10");
    check(Decimal::MAX, "79228162514264337593543950335");
    check(Decimal::MIN, "-79228162514264337593543950335");
    let read: Decimal = serde_json::from_str(r#""1.10""#).unwrap();
    assert_eq!(read.to_string(), "1.10");
    for (json, text) in [
        ("1", "1"),
        ("-1", "-1"),
        ("18446744073709551615", "18446744073709551615"),
        ("1.5", "1.5"),
        ("0.1", "0.1"),
        ("1e2", "100"),
        ("1e20", "100000000000000000000"),
        ("1e-7", "0.0000001"),
        ("-0.0", "0"),
    ] {
        let read: Decimal = serde_json::from_str(json).unwrap();
        assert_eq!(read.to_string(), text, "{json}");
    }
    check_refused::<Decimal>(&["null", "1e29", r#""""#, r#""abc""#, "[]", "true"]);
}

#[test]
fn bytes_are_base64() {
    check(Bytes::default(), "");
    check(Bytes::from([1]), "AQ==");
    check(Bytes::from([0xff, 0xef, 0xbe]), "/+++");
    check_read("[1,2,3]", Bytes::from([1, 2, 3]));
    check_read("[]", Bytes::default());
    check_read(r#""AQ\r\nID""#, Bytes::from([1, 2, 3]));
    check_refused::<Bytes>(&["null", "1", "[256]", r#""AQ""#, "[null]", "{}"]);
}

// ---- dates --------------------------------------------------------------------------------------

#[test]
fn dates_are_rfc_3339() {
    let offset = UtcOffset::from_minutes(-330).unwrap();
    let date = DateTime::from_ticks(634_288_357_231_234_567, Zone::Offset(offset)).unwrap();
    let whole = DateTime::new(2001, 1, 1, 10, 20, 30).unwrap();
    let midnight = DateTime::new(2001, 2, 3, 0, 0, 0).unwrap();
    for (value, text) in [
        (date, "2010-12-25T01:02:03.1234567-05:30"),
        (date.with_zone(Zone::Utc), "2010-12-25T01:02:03.1234567Z"),
        (
            date.with_zone(Zone::Unspecified),
            "2010-12-25T01:02:03.1234567",
        ),
        (whole.with_zone(Zone::Utc), "2001-01-01T10:20:30Z"),
        (
            whole.with_zone(Zone::Offset(offset)),
            "2001-01-01T10:20:30-05:30",
        ),
        (midnight.with_zone(Zone::Utc), "2001-02-03T00:00:00Z"),
        (midnight, "2001-02-03T00:00:00"),
    ] {
        check(value, text);
        assert_eq!(format!("{value:?}"), text);
        if value.zone() != Zone::Unspecified {
            let value = DateTimeOffset::try_from(value).unwrap();
            let text = text.replace('Z', "+00:00");
            check(value, &text);
            // `==` compares the instants alone.
            let read: DateTimeOffset = serde_json::from_value(text.into()).unwrap();
            assert!(read.equals_exact(value), "{value:?}");
        }
    }
    check(midnight.date(), "2001-02-03");
    check_refused::<DateOnly>(&["null", "20010203", r#""""#, "[]"]);
    check_refused::<DateTime>(&["null", "20010203", r#""""#, "[]"]);
}

// ---- the recorded JSON --------------------------------------------------------------------------

/// The .NET scalar that a line is about, alone or in an object.
fn scalar_of(line: &Line) -> Option<&str> {
    const SCALARS: [&str; 9] = [
        "Guid",
        "DateTime",
        "DateTimeOffset",
        "TimeSpan",
        "DateOnly",
        "TimeOnly",
        DECIMAL,
        "byte[]",
        "Perms",
    ];
    let name = line.type_name();
    let within = name.strip_prefix("Box<").and_then(|n| n.strip_suffix('>'));
    let name = within.unwrap_or(name);
    let name = name.strip_suffix('?').unwrap_or(name);
    SCALARS.contains(&name).then_some(name)
}

/// Of a decimal's digits serde_json by itself makes a `double`, so that its value is no matter.
const DECIMAL: &str = "decimal";

/// Checks lines with every model of their types.
fn check_models(
    file: &str,
    is_chosen: impl Fn(&Line) -> bool,
    check: impl Fn(&Line, &dyn Model, &mut Failures),
) {
    check_lines(file, is_chosen, |line, failures| {
        let models = models_of(line.type_name());
        for model in &models {
            check(line, &**model, failures);
        }
        !models.is_empty()
    });
}

/// The JSON of the reference is ordinary enough to be read by anyone.
#[test]
fn recorded_json_is_read_by_serde_json_alone() {
    let losses = Losses {
        date_to_millisecond: true,
        offset_date_to_millisecond: true,
        ..Losses::default()
    };
    let is_chosen = |line: &Line| scalar_of(line).is_some_and(|name| name != DECIMAL);
    for file in ["write.jsonl", "sweep.jsonl"] {
        check_models(file, is_chosen, |line, model, failures| {
            let text = line.required("json");
            let read = model.read_by_serde_json(text);
            failures.compare(
                &format!("{model}: {text}"),
                &Ok(model.recorded(line.value()).read_back(&losses)),
                &read
                    .map(|value| value.read_back(&losses))
                    .map_err(|error| error.to_string()),
            );
        });
    }
}

/// What the reference reads from JSON, plain serde_json reads as well, but for a rule of this
/// crate's own adapter: empty text for an `Option` is `None`.
#[test]
fn recorded_texts_are_read_by_serde_json_alone() {
    let is_chosen = |line: &Line| scalar_of(line).is_some();
    check_models("json-read.jsonl", is_chosen, |line, model, failures| {
        let text = line.required("json");
        let what = format!("{model}: {text}");
        let read = model.read_by_serde_json(text);
        let read = read.map_err(|error| error.to_string());
        let is_none = line.type_name().starts_with("Box<") && line.json("value")["Value"].is_null();
        match line.required("expect") {
            "value" if is_none => failures.compare(&what, &true, &read.is_err()),
            "value" if scalar_of(line) == Some(DECIMAL) => {
                failures.compare(&what, &true, &read.is_ok());
            }
            "value" => failures.compare(&what, &Ok(model.recorded(line.value())), &read),
            "error" => failures.compare(&what, &true, &read.is_err()),
            _ => {}
        }
    });
}

// ---- places where serde keeps values in between -------------------------------------------------

/// In places where serde keeps a value in between without a format.
#[test]
fn scalars_pass_through_what_serde_keeps_in_between() {
    #[derive(Debug, PartialEq, serde::Serialize, serde::Deserialize)]
    #[serde(tag = "kind")]
    enum Tagged {
        All {
            guid: Guid,
            span: TimeSpan,
            decimal: Decimal,
            bytes: Bytes,
        },
    }
    let tagged = Tagged::All {
        guid: Guid::EMPTY,
        span: span(15_000_000),
        decimal: Decimal::ONE,
        bytes: Bytes::from([1]),
    };
    let json = serde_json::to_string(&tagged).unwrap();
    assert_eq!(serde_json::from_str::<Tagged>(&json).unwrap(), tagged);
    let numbers = json.replace(r#""PT1.5S""#, "1.5").replace(r#""1""#, "1");
    assert_eq!(serde_json::from_str::<Tagged>(&numbers).unwrap(), tagged);
    let text = jsv::to_string(&tagged).unwrap();
    for untyped in [jsv::Untyped::Text, jsv::Untyped::Infer] {
        let options = jsv::Options::new().untyped(untyped);
        assert_eq!(options.from_str::<Tagged>(&text).unwrap(), tagged, "{text}");
    }
}
