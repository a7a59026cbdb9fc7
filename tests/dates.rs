//! What the recorded dates do not show: errors, defaults, and chrono's types by `dotnet::with`.

use chrono::{FixedOffset, NaiveDate, NaiveDateTime, Utc};
use jsv::{
    DateFormat, Defaults, Options,
    dotnet::{DateOnly, DateTime, DateTimeOffset, UtcOffset, Zone, with},
};
use serde::{Deserialize, Serialize};

#[test]
fn what_is_no_date_is_an_error_with_path_and_place() {
    #[derive(Debug, Deserialize)]
    #[allow(dead_code, reason = "reading it is an error")]
    struct Row {
        #[serde(rename = "Value")]
        value: DateTime,
    }
    let error = jsv::from_str::<Row>("{Value:2001-02-30}").unwrap_err();
    assert_eq!(
        error.to_string(),
        "not a valid DateTime at line 1, column 8, at Value"
    );
    let error = jsv::from_str::<Vec<DateTimeOffset>>("[/Date(253402300800000)/]").unwrap_err();
    assert_eq!(
        error.to_string(),
        "out of range for a DateTimeOffset at line 1, column 2, at [0]"
    );
    let second = DateTime::new(1, 1, 1, 0, 0, 1).unwrap();
    let value = second.with_zone(Zone::Offset(UtcOffset::MAX));
    let unix = Options::new().date_format(DateFormat::UnixTime);
    let error = unix.to_string(&[value]).unwrap_err();
    assert_eq!(
        error.to_string(),
        "an instant outside of the years 1 to 9999, at [0]"
    );
    assert_eq!(jsv::to_string(&value).unwrap(), "0001-01-01T00:00:01+14:00");
}

#[test]
fn defaults_are_left_out_where_the_option_says_so() {
    #[derive(Serialize)]
    struct Dates {
        a: DateTime,
        b: DateTimeOffset,
        c: DateOnly,
        d: Option<DateTime>,
    }
    let dates = Dates {
        a: DateTime::MIN,
        b: DateTimeOffset::MIN,
        c: DateOnly::MIN,
        d: Some(DateTime::MIN),
    };
    let with = |defaults| Options::new().defaults(defaults).to_string(&dates).unwrap();
    assert_eq!(
        with(Defaults::Write),
        "{a:0001-01-01,b:0001-01-01T00:00:00.0000000+00:00,c:0001-01-01,d:0001-01-01}"
    );
    assert_eq!(
        with(Defaults::OmitGuidAndDateTime),
        "{b:0001-01-01T00:00:00.0000000+00:00,c:0001-01-01,d:0001-01-01}"
    );
    assert_eq!(with(Defaults::Omit), "{d:0001-01-01}");
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct OfChrono {
    #[serde(with = "with::chrono_utc")]
    utc: chrono::DateTime<Utc>,
    #[serde(with = "with::chrono_offset")]
    offset: chrono::DateTime<FixedOffset>,
    #[serde(with = "with::naive_date_time")]
    naive: NaiveDateTime,
    #[serde(with = "with::naive_date")]
    date: NaiveDate,
    #[serde(with = "with::chrono_utc::option", default)]
    maybe_utc: Option<chrono::DateTime<Utc>>,
    #[serde(with = "with::chrono_offset::option", default)]
    maybe_offset: Option<chrono::DateTime<FixedOffset>>,
    #[serde(with = "with::naive_date_time::option", default)]
    maybe_naive: Option<NaiveDateTime>,
    #[serde(with = "with::naive_date::option", default)]
    maybe_date: Option<NaiveDate>,
}

fn of_chrono(wall: &str) -> OfChrono {
    let naive: NaiveDateTime = wall.parse().unwrap();
    let east = FixedOffset::east_opt(3600).unwrap();
    OfChrono {
        utc: naive.and_utc(),
        offset: naive.and_local_timezone(east).unwrap(),
        naive,
        date: naive.date(),
        maybe_utc: None,
        maybe_offset: None,
        maybe_naive: None,
        maybe_date: None,
    }
}

#[test]
fn types_of_chrono_are_dates_by_a_module() {
    let mut value = of_chrono("2001-02-03T04:05:06.5");
    let text = "{utc:2001-02-03T04:05:06.5000000Z,\
                offset:2001-02-03T04:05:06.5000000+01:00,\
                naive:2001-02-03T04:05:06.5000000+00:00,\
                date:2001-02-03}";
    assert_eq!(jsv::to_string(&value).unwrap(), text);
    assert_eq!(jsv::from_str::<OfChrono>(text).unwrap(), value);

    value.maybe_utc = Some(value.utc);
    value.maybe_offset = Some(value.offset);
    value.maybe_naive = Some(value.naive);
    value.maybe_date = Some(value.date);
    let written = jsv::to_string(&value).unwrap();
    assert_eq!(jsv::from_str::<OfChrono>(&written).unwrap(), value);
    let json = serde_json::to_string(&value).unwrap();
    assert!(
        json.contains(r#""maybe_naive":"2001-02-03T04:05:06.5000000""#),
        "{json}"
    );
    assert_eq!(serde_json::from_str::<OfChrono>(&json).unwrap(), value);
    let bytes = postcard::to_allocvec(&value).unwrap();
    assert_eq!(postcard::from_bytes::<OfChrono>(&bytes).unwrap(), value);

    // A midnight has no zone in JSV.
    let midnight = of_chrono("2001-02-03T00:00:00");
    let written = jsv::to_string(&midnight).unwrap();
    assert!(written.starts_with("{utc:2001-02-03,"), "{written}");
    assert_eq!(jsv::from_str::<OfChrono>(&written).unwrap(), midnight);

    // The options for dates apply.
    let ms = Options::new().date_format(DateFormat::UnixTimeMs);
    let written = ms.to_string(&value).unwrap();
    assert!(written.starts_with("{utc:981173106500,"), "{written}");
    assert_eq!(ms.from_str::<OfChrono>(&written).unwrap(), value);
}

#[test]
fn what_chrono_has_below_100_ns_is_cut_off() {
    let value = of_chrono("1969-12-31T23:59:59.999999999");
    let cut = of_chrono("1969-12-31T23:59:59.999999900");
    let written = jsv::to_string(&value).unwrap();
    assert_eq!(jsv::from_str::<OfChrono>(&written).unwrap(), cut);
}

#[test]
fn what_dotnet_does_not_have_is_an_error() {
    let error = |value: &OfChrono| jsv::to_string(value).unwrap_err().to_string();
    let leap = of_chrono("2016-12-31T23:59:60");
    assert_eq!(error(&leap), ".NET has no leap seconds, at utc");
    let late = of_chrono("+10000-01-01T00:00:00");
    assert_eq!(
        error(&late),
        "an instant outside of the years 1 to 9999, at utc"
    );
    let seconds = OfChrono {
        offset: NaiveDateTime::default()
            .and_local_timezone(FixedOffset::east_opt(1).unwrap())
            .unwrap(),
        ..of_chrono("2001-02-03T04:05:06")
    };
    assert_eq!(
        error(&seconds),
        ".NET has no offset from UTC with seconds, at offset"
    );
}
