//! The calendar against chrono's.

use alloc::string::ToString;

use chrono::{Datelike, NaiveDate};

use super::super::*;

#[test]
fn every_day_is_that_of_chrono() {
    let mut date = NaiveDate::from_ymd_opt(1, 1, 1).unwrap();
    for days in 0..=MAX_DAYS {
        let (year, month, day) = date_of_days(days as u32);
        assert_eq!(
            (year as i32, month, day),
            (date.year(), date.month(), date.day()),
            "{days}"
        );
        assert_eq!(days_of_date(year, month, day), Some(days));
        assert_eq!(chrono_date_of(days as u32), date);
        date = date.succ_opt().unwrap();
    }
    assert_eq!(date.year(), 10_000);
}

#[test]
fn what_is_no_date_has_no_days() {
    for year in [
        0,
        1,
        4,
        100,
        400,
        1900,
        2000,
        2023,
        2024,
        9999,
        10_000,
        u32::MAX,
    ] {
        for month in 0..=14 {
            for day in 0..=33 {
                let date = (year != 0 && year <= 9999)
                    .then(|| NaiveDate::from_ymd_opt(year as i32, month, day))
                    .flatten();
                let days = date.map(|date| i64::from(date.num_days_from_ce()) - 1);
                assert_eq!(days_of_date(year, month, day), days, "{year} {month} {day}");
            }
        }
    }
}

#[test]
fn ticks_go_to_chrono_and_back() {
    for ticks in [
        0,
        1,
        TICKS_PER_SECOND - 1,
        TICKS_PER_DAY - 1,
        TICKS_PER_DAY,
        UNIX_EPOCH_TICKS - 1,
        UNIX_EPOCH_TICKS,
        634_288_357_231_234_567,
        MAX_TICKS,
    ] {
        assert_eq!(ticks_of(chrono_of(ticks)).unwrap(), ticks);
    }
    assert_eq!(
        chrono_of(UNIX_EPOCH_TICKS),
        chrono::DateTime::UNIX_EPOCH.naive_utc()
    );
    assert_eq!(
        chrono_of(MAX_TICKS).to_string(),
        "9999-12-31 23:59:59.999999900"
    );
}
