//! What no recording has: malformed texts, the ends of the range, offsets, and random values.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};
use core::hash::BuildHasher;

use chrono::{FixedOffset, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use proptest::prelude::*;

use super::super::*;
use crate::{
    DateFormat, Options,
    kinds::{At, LocalZone, Zone},
    scalars::{DateOnly, DateTime, DateTimeOffset, wire::Scalar},
    syntax::scalar::ScalarFault::{self, Malformed, OutOfRange},
};

const FORMATS: [DateFormat; 8] = [
    DateFormat::Wcf,
    DateFormat::Iso8601,
    DateFormat::Iso8601DateOnly,
    DateFormat::Iso8601DateTime,
    DateFormat::Rfc1123,
    DateFormat::UnixTime,
    DateFormat::UnixTimeMs,
    DateFormat::SystemText,
];

fn minutes(minutes: i16) -> UtcOffset {
    UtcOffset::from_minutes(minutes).unwrap()
}

fn local(offset: i16) -> Options {
    Options::new().local_zone(LocalZone::Fixed(minutes(offset)))
}

fn plain(value: &impl Scalar) -> String {
    value.with_plain(ToString::to_string)
}

fn jsv(value: &impl Scalar, options: &Options) -> Result<String> {
    let mut buffer = Vec::new();
    value.write_jsv(&mut buffer, options)?;
    Ok(String::from_utf8(buffer).unwrap())
}

#[cfg(feature = "json")]
fn json(value: &impl Scalar, options: &Options) -> Result<String> {
    let mut buffer = Vec::new();
    value.write_json(&mut buffer, options)?;
    Ok(String::from_utf8(buffer).unwrap())
}

/// A text, what it is as a `DateTime` and as a `DateTimeOffset`, both in plain text.
type Case = (
    &'static str,
    Result<&'static str, ScalarFault>,
    Result<&'static str, ScalarFault>,
);

#[test]
fn texts_are_read_to_the_letter() {
    let cases: &[Case] = &[
        (
            "2024-02-29",
            Ok("2024-02-29T00:00:00"),
            Ok("2024-02-29T00:00:00+00:00"),
        ),
        (
            "2024/02/29",
            Ok("2024-02-29T00:00:00"),
            Ok("2024-02-29T00:00:00+00:00"),
        ),
        ("20240229", Ok("2024-02-29T00:00:00"), Err(Malformed)),
        ("29/02/2024", Ok("2024-02-29T00:00:00"), Err(Malformed)),
        ("29-02-2024", Ok("2024-02-29T00:00:00"), Err(Malformed)),
        ("2023-02-29", Err(Malformed), Err(Malformed)),
        ("20230229", Err(Malformed), Err(Malformed)),
        ("29/02/2023", Err(Malformed), Err(Malformed)),
        ("0000-01-01", Err(Malformed), Err(Malformed)),
        ("2001-00-01", Err(Malformed), Err(Malformed)),
        ("2001-01-00", Err(Malformed), Err(Malformed)),
        ("10000-01-01", Err(Malformed), Err(Malformed)),
        ("2001-01/01", Err(Malformed), Err(Malformed)),
        ("01/02-2001", Err(Malformed), Err(Malformed)),
        ("2001/01/01T10:20:30", Err(Malformed), Err(Malformed)),
        ("20010101T102030", Err(Malformed), Err(Malformed)),
        ("01-02-2001T10:20:30", Err(Malformed), Err(Malformed)),
        (
            "2001-01-01 10:20:30.5-05:30",
            Ok("2001-01-01T10:20:30.5000000-05:30"),
            Ok("2001-01-01T10:20:30.5000000-05:30"),
        ),
        (
            "2001-01-01T23:59:59.0000001-00:00",
            Ok("2001-01-01T23:59:59.0000001+00:00"),
            Ok("2001-01-01T23:59:59.0000001+00:00"),
        ),
        ("2001-01-01  10:20:30", Err(Malformed), Err(Malformed)),
        ("2001-01-01T", Err(Malformed), Err(Malformed)),
        ("2001-01-01T10:20:30.", Err(Malformed), Err(Malformed)),
        ("2001-01-01T10:20:30.Z", Err(Malformed), Err(Malformed)),
        ("2001-01-01T10:20:30,5", Err(Malformed), Err(Malformed)),
        ("2001-01-01T10:60:30", Err(Malformed), Err(Malformed)),
        ("2001-01-01T1:20:30", Err(Malformed), Err(Malformed)),
        (
            "2001-01-01T10:20:30+14:00",
            Ok("2001-01-01T10:20:30+14:00"),
            Ok("2001-01-01T10:20:30+14:00"),
        ),
        ("2001-01-01T10:20:30+14:01", Err(Malformed), Err(Malformed)),
        ("2001-01-01T10:20:30+13:60", Err(Malformed), Err(Malformed)),
        ("2001-01-01T10:20:30+99:99", Err(Malformed), Err(Malformed)),
        ("2001-01-01T10:20:30 Z", Err(Malformed), Err(Malformed)),
        ("2001-01-01T10:20:30ZZ", Err(Malformed), Err(Malformed)),
        ("٢٠٠١-01-01", Err(Malformed), Err(Malformed)),
        (
            "/Date(0)/",
            Ok("1970-01-01T00:00:00Z"),
            Ok("1970-01-01T00:00:00+00:00"),
        ),
        (
            "/Date(-0)/",
            Ok("1970-01-01T00:00:00Z"),
            Ok("1970-01-01T00:00:00+00:00"),
        ),
        (
            "\\/Date(1)\\/",
            Ok("1970-01-01T00:00:00.0010000Z"),
            Ok("1970-01-01T00:00:00.0010000+00:00"),
        ),
        // Five characters with a minus in front are milliseconds; behind a digit they are a zone.
        (
            "/Date(-0100)/",
            Ok("1969-12-31T23:59:59.9000000Z"),
            Ok("1969-12-31T23:59:59.9000000+00:00"),
        ),
        (
            "/Date(0-0100)/",
            Ok("1969-12-31T23:00:00-01:00"),
            Ok("1969-12-31T23:00:00-01:00"),
        ),
        (
            "/Date(-1-0100)/",
            Ok("1969-12-31T22:59:59.9990000-01:00"),
            Ok("1969-12-31T22:59:59.9990000-01:00"),
        ),
        (
            "/Date(0-0000)/",
            Ok("1970-01-01T00:00:00"),
            Ok("1970-01-01T00:00:00+00:00"),
        ),
        (
            "/Date(0+0000)/",
            Ok("1970-01-01T00:00:00+00:00"),
            Ok("1970-01-01T00:00:00+00:00"),
        ),
        ("/Date(0+1401)/", Err(Malformed), Err(Malformed)),
        ("/Date(0+0160)/", Err(Malformed), Err(Malformed)),
        ("/Date(+1)/", Err(Malformed), Err(Malformed)),
        ("/Date(--1)/", Err(Malformed), Err(Malformed)),
        ("/Date(1--0100)/", Err(Malformed), Err(Malformed)),
        ("/Date( 1)/", Err(Malformed), Err(Malformed)),
        ("/Date()/", Err(Malformed), Err(Malformed)),
        ("/Date(+0100)/", Err(Malformed), Err(Malformed)),
        ("/Date(1)/x", Err(Malformed), Err(Malformed)),
        ("/Date(1)", Err(Malformed), Err(Malformed)),
        ("/Date(1)\\/", Err(Malformed), Err(Malformed)),
        ("\\/Date(1)/", Err(Malformed), Err(Malformed)),
        ("/date(1)/", Err(Malformed), Err(Malformed)),
        (
            "/Date(9223372036854775808)/",
            Err(OutOfRange),
            Err(OutOfRange),
        ),
        ("/Date(-62135596800001)/", Err(OutOfRange), Err(OutOfRange)),
        ("/Date(253402300800000)/", Err(OutOfRange), Err(OutOfRange)),
        (
            "/Date(253402300799998+0100)/",
            Err(OutOfRange),
            Err(OutOfRange),
        ),
        (
            "/Date(-62135596799999-0100)/",
            Err(OutOfRange),
            Err(OutOfRange),
        ),
        // The ends are the same in every zone, but not for a DateTimeOffset.
        (
            "/Date(253402300799999+0100)/",
            Ok("9999-12-31T23:59:59.9999999+01:00"),
            Err(OutOfRange),
        ),
        (
            "/Date(-62135596800000-0100)/",
            Ok("0001-01-01T00:00:00-01:00"),
            Err(OutOfRange),
        ),
        (
            "0001-01-01T00:00:00+00:01",
            Ok("0001-01-01T00:00:00+00:01"),
            Err(OutOfRange),
        ),
        (
            "9999-12-31T23:59:59-00:01",
            Ok("9999-12-31T23:59:59-00:01"),
            Err(OutOfRange),
        ),
        (
            "0001-01-01T00:01:00+00:01",
            Ok("0001-01-01T00:01:00+00:01"),
            Ok("0001-01-01T00:01:00+00:01"),
        ),
        (
            "Tue, 02 Jan 2001 10:20:30 GMT",
            Err(Malformed),
            Err(Malformed),
        ),
        ("0", Err(Malformed), Err(Malformed)),
        ("\\", Err(Malformed), Err(Malformed)),
        ("/", Err(Malformed), Err(Malformed)),
        ("", Err(Malformed), Err(Malformed)),
    ];
    let options = Options::new();
    for (text, date_time, date_time_offset) in cases {
        let read = DateTime::read(text, false, &options).map(|value| plain(&value));
        assert_eq!(read, date_time.map(String::from), "{text:?}");
        let read = DateTimeOffset::read(text, false, &options).map(|value| plain(&value));
        assert_eq!(read, date_time_offset.map(String::from), "{text:?}");
    }
}

#[test]
fn numbers_are_dates_under_the_unix_formats() {
    let seconds = Options::new().date_format(DateFormat::UnixTime);
    let ms = Options::new().date_format(DateFormat::UnixTimeMs);
    let cases: &[(&str, &Options, Result<&str, ScalarFault>)] = &[
        ("20010101", &seconds, Ok("1970-08-20T14:21:41Z")),
        ("20010101", &ms, Ok("1970-01-01T05:33:30.1010000Z")),
        ("-1", &seconds, Ok("1969-12-31T23:59:59Z")),
        ("-62135596800", &seconds, Ok("0001-01-01T00:00:00Z")),
        ("-62135596801", &seconds, Err(OutOfRange)),
        ("253402300799", &seconds, Ok("9999-12-31T23:59:59Z")),
        ("253402300800", &seconds, Err(OutOfRange)),
        ("9223372036854775807", &seconds, Err(OutOfRange)),
        ("9223372036854775808", &seconds, Err(OutOfRange)),
        ("253402300799999", &ms, Ok("9999-12-31T23:59:59.9999999Z")),
        ("253402300799998", &ms, Ok("9999-12-31T23:59:59.9980000Z")),
        ("2001-01-01", &ms, Ok("2001-01-01T00:00:00")),
        (
            "/Date(1+0100)/",
            &seconds,
            Ok("1970-01-01T01:00:00.0010000+01:00"),
        ),
        ("28/06/2015", &seconds, Ok("2015-06-28T00:00:00")),
        ("1.5", &seconds, Err(Malformed)),
        ("1e3", &seconds, Err(Malformed)),
        ("+1", &seconds, Err(Malformed)),
        ("", &seconds, Err(Malformed)),
    ];
    for (text, options, expected) in cases {
        for quoted in [false, true] {
            let read = DateTime::read(text, quoted, options);
            assert_eq!(
                read.map(|value| plain(&value)),
                expected.map(String::from),
                "{text:?}"
            );
            assert_eq!(
                DateOnly::read(text, quoted, options),
                read.map(DateTime::date)
            );
        }
    }
    // A DateTimeOffset is never a number.
    assert_eq!(DateTimeOffset::read("1", false, &seconds), Err(Malformed));
    let value = DateTimeOffset::UNIX_EPOCH;
    assert_eq!(
        jsv(&value, &ms).unwrap(),
        "1970-01-01T00:00:00.0000000+00:00"
    );
}

#[test]
fn rfc_1123_is_read_under_that_format_alone() {
    let options = Options::new().date_format(DateFormat::Rfc1123);
    let cases: &[(&str, Result<&str, ScalarFault>)] = &[
        ("Tue, 02 Jan 2001 10:20:30 GMT", Ok("2001-01-02T10:20:30Z")),
        ("Mon, 01 Jan 0001 00:00:00 GMT", Ok("0001-01-01T00:00:00Z")),
        ("Mon, 02 Jan 2001 10:20:30 GMT", Err(Malformed)),
        ("Tue, 02 Jan 2001 10:20:30", Err(Malformed)),
        ("Tue, 02 Jan 2001 10:20:30Z GMT", Err(Malformed)),
        ("Tue, 02 Jan 2001 10:20:30.5 GMT", Err(Malformed)),
        ("Tue, 02 Jan 2001 24:20:30 GMT", Err(Malformed)),
        ("Tue, 2 Jan 2001 10:20:30 GMT", Err(Malformed)),
        ("Tue, 02 Foo 2001 10:20:30 GMT", Err(Malformed)),
        ("tue, 02 jan 2001 10:20:30 gmt", Err(Malformed)),
        ("Tue", Err(Malformed)),
        ("2001-01-02T10:20:30Z", Ok("2001-01-02T10:20:30Z")),
        ("/Date(0)/", Ok("1970-01-01T00:00:00Z")),
    ];
    for (text, expected) in cases {
        let read = DateTime::read(text, true, &options);
        assert_eq!(
            read.map(|value| plain(&value)),
            expected.map(String::from),
            "{text:?}"
        );
    }
    let text = cases[0].0;
    assert_eq!(DateTimeOffset::read(text, true, &options), Err(Malformed));
    assert_eq!(
        DateOnly::read(text, true, &options).map(|date| plain(&date)),
        Ok("2001-01-02".into())
    );
}

#[test]
fn the_local_zone_is_that_of_the_options() {
    let berlin = Options::new().local_zone(LocalZone::Function(|at| {
        LocalZone::offset_in(&chrono_tz::Europe::Berlin, at)
    }));
    let summer = DateTime::read("/Date(1717245296000-0000)/", false, &berlin).unwrap();
    assert_eq!(plain(&summer), "2024-06-01T14:34:56");
    assert_eq!(jsv(&summer, &berlin).unwrap(), "2024-06-01T14:34:56+02:00");
    assert_eq!(summer.to_string(), "2024-06-01T14:34:56+00:00");
    let summer = DateTimeOffset::read("/Date(1717245296000-0000)/", false, &berlin).unwrap();
    assert_eq!(plain(&summer), "2024-06-01T14:34:56+02:00");

    // DateTimeOffset: no zone is +00:00 all the same.
    let no_zone = DateTimeOffset::read("2024-06-01T14:34:56", false, &berlin).unwrap();
    assert_eq!(no_zone.offset(), UtcOffset::UTC);

    for end in [DateTime::MIN, DateTime::MAX] {
        for offset in [-840, -1, 0, 1, 840] {
            let options = local(offset);
            for zone in [Zone::Unspecified, Zone::Utc, Zone::Offset(minutes(offset))] {
                let end = end.with_zone(zone);
                let utc = end.to_utc(&options.local_zone).unwrap();
                assert_eq!((utc.ticks(), utc.zone()), (end.ticks(), Zone::Utc));
                #[cfg(feature = "json")]
                {
                    let text = json(&end, &options).unwrap();
                    assert_eq!(DateTime::read(&text, true, &options), Ok(end), "{text}");
                }
            }
        }
    }
    let second = DateTime::from_ticks(TICKS_PER_SECOND, Zone::Unspecified).unwrap();
    assert_eq!(second.to_utc(&LocalZone::Fixed(minutes(1))), None);
    for format in [DateFormat::UnixTime, DateFormat::UnixTimeMs] {
        assert!(jsv(&second, &local(1).date_format(format)).is_err());
        assert!(jsv(&second, &local(0).date_format(format)).is_ok());
    }
    #[cfg(feature = "json")]
    for format in FORMATS {
        let keeps_the_wall_clock = matches!(
            format,
            DateFormat::Iso8601
                | DateFormat::Iso8601DateOnly
                | DateFormat::Iso8601DateTime
                | DateFormat::SystemText
        );
        let written = json(&second, &local(1).date_format(format));
        assert_eq!(written.is_ok(), keeps_the_wall_clock, "{format:?}");
    }
}

#[test]
fn zones_of_chrono_are_as_dotnet_has_them() {
    use chrono_tz::{America, Asia, Europe, Pacific, Tz};
    let wall = |text: &str| At::Wall(text.parse::<DateTime>().unwrap().wall_clock());
    let instant = |text: &str| At::Instant(text.parse::<DateTime>().unwrap().wall_clock());
    let cases: &[(Tz, At, i16)] = &[
        (Europe::Berlin, wall("0001-01-01"), 54),
        (Europe::Berlin, instant("0001-01-01"), 54),
        (America::New_York, wall("1601-01-01"), -297),
        (Europe::Berlin, wall("2024-03-31T01:59:59"), 60),
        (Europe::Berlin, wall("2024-03-31T02:00:00"), 60),
        (Europe::Berlin, wall("2024-03-31T02:59:59"), 60),
        (Europe::Berlin, wall("2024-03-31T03:00:00"), 120),
        (Europe::Berlin, wall("2024-10-27T01:59:59"), 120),
        (Europe::Berlin, wall("2024-10-27T02:00:00"), 60),
        (Europe::Berlin, instant("2024-10-27T00:59:59"), 120),
        (Europe::Berlin, instant("2024-10-27T01:00:00"), 60),
        (Europe::Berlin, wall("9999-12-31T23:59:59"), 60),
        (Asia::Kathmandu, wall("2024-01-01"), 345),
        // A day that Samoa did not have.
        (Pacific::Apia, wall("2011-12-30T12:00:00"), -600),
        // More than 14 hours, and with seconds.
        (Asia::Manila, wall("0001-01-01"), -840),
    ];
    for (zone, at, expected) in cases {
        assert_eq!(
            LocalZone::offset_in(zone, *at).minutes(),
            *expected,
            "{zone} {at:?}"
        );
    }
    for end in [NaiveDateTime::MIN, NaiveDateTime::MAX] {
        LocalZone::offset_in(&Europe::Berlin, At::Instant(end));
    }
    assert_eq!(
        LocalZone::offset_in(&Utc, At::Instant(NaiveDateTime::MAX)),
        UtcOffset::UTC
    );
}

#[test]
fn offsets_are_whole_minutes_up_to_14_hours() {
    for count in -900..=900 {
        let offset = UtcOffset::from_minutes(count);
        assert_eq!(offset.is_some(), (-840..=840).contains(&count));
        let fixed = FixedOffset::east_opt(i32::from(count) * 60).unwrap();
        assert_eq!(UtcOffset::try_from(fixed).ok(), offset);
        if let Some(offset) = offset {
            assert_eq!(FixedOffset::from(offset), fixed);
            assert_eq!(offset.to_string().parse::<UtcOffset>().unwrap(), offset);
            assert_eq!(offset.to_string(), fixed.to_string());
        }
    }
    assert!(UtcOffset::try_from(FixedOffset::east_opt(61).unwrap()).is_err());
    for text in [
        "", "Z", "01:00", "+1:00", "+0100", "+14:01", "+01:60", "+01:000", "+0１:00",
    ] {
        assert!(text.parse::<UtcOffset>().is_err(), "{text}");
    }
    assert_eq!(format!("{:>8}|", UtcOffset::MIN), "  -14:00|");
}

#[test]
fn a_date_time_offset_compares_by_instant() {
    let state = std::collections::hash_map::RandomState::new();
    let one: DateTimeOffset = "2001-01-01T01:00:00+01:00".parse().unwrap();
    let other: DateTimeOffset = "2001-01-01T00:00:00Z".parse().unwrap();
    let later: DateTimeOffset = "2001-01-01T00:30:00-01:00".parse().unwrap();
    assert_eq!(one, other);
    assert_eq!(state.hash_one(one), state.hash_one(other));
    assert!(!one.equals_exact(other) && one.equals_exact(one));
    assert!(later > one && later.ticks() < one.ticks());
    assert!(one.to_offset(UtcOffset::UTC).unwrap().equals_exact(other));
    assert_eq!(DateTimeOffset::MIN.to_offset(UtcOffset::MIN), None);
    assert!(DateTimeOffset::from_ticks(TICKS_PER_DAY, UtcOffset::MAX).is_some());
}

#[test]
fn a_default_is_that_of_dotnet() {
    assert_eq!(DateTime::default(), DateTime::MIN);
    assert!(DateTimeOffset::default().equals_exact(DateTimeOffset::MIN));
    assert_eq!(DateOnly::default(), DateOnly::MIN);
    assert!(DateTime::MIN.with_zone(Zone::Utc).is_default());
    assert!(!DateTime::UNIX_EPOCH.is_default());
    assert!(DateTimeOffset::default().is_default() && !DateTimeOffset::MAX.is_default());
    assert!(DateOnly::default().is_default() && !DateOnly::MAX.is_default());
    assert_eq!(plain(&DateOnly::MIN), "0001-01-01");
    assert_eq!(plain(&DateOnly::MAX), "9999-12-31");
}

#[test]
fn chrono_gives_only_what_is_not_lost() {
    let wall = |text: &str| text.parse::<NaiveDateTime>().unwrap();
    for text in [
        "10000-01-01T00:00:00",
        "0000-12-31T23:59:59",
        "2001-01-01T00:00:00.00000001",
        "2016-12-31T23:59:60",
    ] {
        let text = if text.starts_with("10000") {
            format!("+{text}")
        } else {
            text.into()
        };
        assert!(DateTime::try_from(wall(&text)).is_err(), "{text}");
        assert!(DateTime::try_from(wall(&text).and_utc()).is_err(), "{text}");
        assert!(
            DateTimeOffset::try_from(wall(&text).and_utc()).is_err(),
            "{text}"
        );
        assert!(
            DateTimeOffset::try_from(wall(&text).and_utc().fixed_offset()).is_err(),
            "{text}"
        );
    }
    let exact = wall("2001-02-03T04:05:06.1234567");
    let date = DateTime::try_from(exact).unwrap();
    assert_eq!((date.wall_clock(), date.zone()), (exact, Zone::Unspecified));
    assert!(chrono::DateTime::<Utc>::try_from(date).is_err());
    assert!(chrono::DateTime::<FixedOffset>::try_from(date).is_err());
    assert!(DateTimeOffset::try_from(date).is_err());

    let utc = DateTime::try_from(exact.and_utc()).unwrap();
    assert_eq!(utc.zone(), Zone::Utc);
    assert_eq!(
        chrono::DateTime::<Utc>::try_from(utc).unwrap(),
        exact.and_utc()
    );

    let fixed = exact
        .and_local_timezone(FixedOffset::east_opt(3600).unwrap())
        .unwrap();
    let date = DateTime::try_from(fixed).unwrap();
    assert_eq!(plain(&date), "2001-02-03T04:05:06.1234567+01:00");
    assert_eq!(
        chrono::DateTime::<FixedOffset>::try_from(date).unwrap(),
        fixed
    );
    assert_eq!(chrono::DateTime::<Utc>::try_from(date).unwrap(), fixed);
    let offset = DateTimeOffset::try_from(fixed).unwrap();
    assert_eq!(plain(&offset), plain(&date));
    assert_eq!(chrono::DateTime::<FixedOffset>::from(offset), fixed);
    assert_eq!(chrono::DateTime::<Utc>::from(offset), fixed);
    assert_eq!(DateTime::from(offset), date);

    let seconds = exact
        .and_local_timezone(FixedOffset::east_opt(3601).unwrap())
        .unwrap();
    assert!(DateTime::try_from(seconds).is_err());
    assert!(DateTimeOffset::try_from(seconds).is_err());
    for end in [
        chrono::DateTime::<Utc>::MIN_UTC,
        chrono::DateTime::<Utc>::MAX_UTC,
    ] {
        for east in [-14 * 3600, 14 * 3600] {
            let end = end.with_timezone(&FixedOffset::east_opt(east).unwrap());
            assert!(DateTime::try_from(end).is_err());
            assert!(DateTimeOffset::try_from(end).is_err());
        }
    }
    // The other way chrono has room beyond .NET's years.
    let before = DateTime::MIN.with_zone(Zone::Offset(UtcOffset::MAX));
    let instant = chrono::DateTime::<Utc>::try_from(before).unwrap();
    assert_eq!(
        instant.naive_utc(),
        before.wall_clock() - TimeDelta::hours(14)
    );

    let date = NaiveDate::from_ymd_opt(2001, 2, 3).unwrap();
    assert_eq!(NaiveDate::from(DateOnly::try_from(date).unwrap()), date);
    assert_eq!(DateOnly::new(2001, 2, 3).map(NaiveDate::from), Some(date));
    for date in [NaiveDate::MIN, NaiveDate::MAX] {
        assert!(DateOnly::try_from(date).is_err());
    }
}

fn any_zone() -> impl Strategy<Value = Zone> {
    prop_oneof![
        Just(Zone::Unspecified),
        Just(Zone::Utc),
        (-840_i16..=840).prop_map(|count| Zone::Offset(minutes(count))),
    ]
}

/// Any ticks, midnights and whole seconds often, and the ends.
fn any_ticks() -> impl Strategy<Value = i64> {
    prop_oneof![
        0..=MAX_TICKS,
        (0..=MAX_DAYS).prop_map(|days| days * TICKS_PER_DAY),
        (0..=MAX_TICKS).prop_map(|ticks| ticks - ticks % TICKS_PER_SECOND),
        Just(0),
        Just(MAX_TICKS),
    ]
}

fn any_date_time() -> impl Strategy<Value = DateTime> {
    (any_ticks(), any_zone()).prop_map(|(ticks, zone)| DateTime::from_ticks(ticks, zone).unwrap())
}

/// Texts near to dates, and any others.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[-+0-9/:. TZ()DateJn,GM\\\\]{0,40}",
        "[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{0,9})?(Z|[+-][0-9]{2}:[0-9]{2})?",
        "\\\\?/Date\\(-?[0-9]{0,20}([+-][0-9]{4})?\\)\\\\?/",
        "(Mon|Tue), [0-9]{2} (Jan|Feb) [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT",
    ]
}

proptest! {
    #[test]
    fn any_text_is_a_value_or_an_error(text in any_text(), count in -840_i16..=840) {
        for format in FORMATS {
            let options = local(count).date_format(format);
            for quoted in [false, true] {
                if let Ok(value) = DateTime::read(&text, quoted, &options) {
                    let plain = plain(&value);
                    prop_assert_eq!(DateTime::read(&plain, true, &options), Ok(value));
                }
                if let Ok(value) = DateTimeOffset::read(&text, quoted, &options) {
                    let again = DateTimeOffset::read(&plain(&value), true, &options);
                    prop_assert!(again.is_ok_and(|again| again.equals_exact(value)));
                }
                let _ = DateOnly::read(&text, quoted, &options);
            }
        }
    }

    #[test]
    fn plain_text_and_bits_keep_all(value in any_date_time(), count in -840_i16..=840) {
        for format in FORMATS {
            let options = local(count).date_format(format);
            prop_assert_eq!(DateTime::read(&plain(&value), true, &options), Ok(value));
        }
        prop_assert_eq!(DateTime::from_bits(value.to_bits()), Some(value));
        let date = value.date();
        prop_assert_eq!(DateOnly::read(&plain(&date), true, &Options::new()), Ok(date));
        prop_assert_eq!(DateOnly::from_bits(date.to_bits()), Some(date));
        prop_assert_eq!(DateTime::from(date).date(), date);
        if let Ok(value) = DateTimeOffset::try_from(value) {
            let read = DateTimeOffset::read(&plain(&value), true, &Options::new());
            prop_assert!(read.is_ok_and(|read| read.equals_exact(value)));
            let again = DateTimeOffset::from_bits(value.to_bits());
            prop_assert!(again.is_some_and(|again| again.equals_exact(value)));
            let read = DateTimeOffset::read(&value.to_string(), true, &Options::new());
            prop_assert!(read.is_ok_and(|read| read.equals_exact(value)));
        }
    }

    #[test]
    fn jsv_keeps_the_wall_clock_and_any_zone_but_that_of_a_midnight(
        value in any_date_time(),
        count in -840_i16..=840,
    ) {
        let options = local(count);
        let read = DateTime::read(&jsv(&value, &options).unwrap(), false, &options);
        let zone = match value.zone() {
            _ if value.ticks() % TICKS_PER_DAY == 0 => Zone::Unspecified,
            Zone::Unspecified => Zone::Offset(minutes(count)),
            zone => zone,
        };
        prop_assert_eq!(read, Ok(value.with_zone(zone)));
    }

    #[test]
    fn bits_of_no_value_are_refused(bits in any::<u128>(), high in 0_u128..2000, low in any::<u64>()) {
        for bits in [bits, high << 64 | u128::from(low)] {
            if let Some(value) = DateTime::from_bits(bits) {
                prop_assert_eq!(value.to_bits(), bits);
            }
            let _ = DateTimeOffset::from_bits(bits);
            let _ = DateOnly::from_bits(bits);
        }
    }

    #[test]
    fn chrono_keeps_all_of_a_value(value in any_date_time()) {
        let wall = value.wall_clock();
        prop_assert_eq!(DateTime::try_from(wall).unwrap().ticks(), value.ticks());
        if let Ok(fixed) = chrono::DateTime::<FixedOffset>::try_from(value) {
            let zone = Zone::Offset(value.zone().offset().unwrap());
            prop_assert_eq!(DateTime::try_from(fixed).unwrap(), value.with_zone(zone));
        }
    }
}

#[cfg(feature = "json")]
proptest! {
    #[test]
    fn json_keeps_what_its_format_has(value in any_date_time(), count in -840_i16..=840) {
        for format in FORMATS {
            let options = local(count).date_format(format);
            let Ok(text) = json(&value, &options) else {
                prop_assert_eq!(value.to_utc(&options.local_zone), None);
                continue;
            };
            let read = DateTime::read(&text, true, &options).unwrap();
            match format {
                DateFormat::Iso8601 | DateFormat::SystemText => prop_assert_eq!(read, value),
                DateFormat::Iso8601DateOnly => prop_assert_eq!(read.date(), value.date()),
                // The last millisecond of a zone becomes MaxValue, the first one MinValue.
                _ => prop_assert_eq!(json(&read, &options).unwrap(), text),
            }
        }
        if let Ok(value) = DateTimeOffset::try_from(value) {
            for format in FORMATS {
                let options = local(count).date_format(format);
                let text = json(&value, &options).unwrap();
                let read = DateTimeOffset::read(&text, true, &options).unwrap();
                prop_assert_eq!(unix_ms(read.utc_ticks()), unix_ms(value.utc_ticks()));
                prop_assert_eq!(read.offset(), value.offset());
            }
        }
    }
}
