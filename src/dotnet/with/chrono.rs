//! What the types of chrono are on the wire.

use chrono::{FixedOffset, NaiveDate, NaiveDateTime, TimeDelta, Timelike, Utc};

use super::OnTheWire;
use crate::{
    error::Result,
    kinds::Zone,
    scalars::{DateOnly, DateTime, DateTimeOffset},
};

/// Cuts off what is below .NET's 100 ns.
fn cut<T: Timelike + core::ops::Sub<TimeDelta, Output = T>>(time: T) -> T {
    let below = time.nanosecond() % 100;
    time - TimeDelta::nanoseconds(below.into())
}

impl OnTheWire for chrono::DateTime<Utc> {
    type Scalar = DateTime;

    fn to_scalar(&self) -> Result<DateTime> {
        cut(*self).try_into()
    }

    fn from_scalar(date: DateTime) -> Result<Self> {
        // JSV has no zone for a midnight.
        match date.zone() {
            Zone::Unspecified => date.with_zone(Zone::Utc).try_into(),
            _ => date.try_into(),
        }
    }
}

impl OnTheWire for chrono::DateTime<FixedOffset> {
    type Scalar = DateTimeOffset;

    fn to_scalar(&self) -> Result<DateTimeOffset> {
        cut(*self).try_into()
    }

    fn from_scalar(date: DateTimeOffset) -> Result<Self> {
        Ok(date.into())
    }
}

impl OnTheWire for NaiveDateTime {
    type Scalar = DateTime;

    fn to_scalar(&self) -> Result<DateTime> {
        cut(*self).try_into()
    }

    fn from_scalar(date: DateTime) -> Result<Self> {
        Ok(date.wall_clock())
    }
}

impl OnTheWire for NaiveDate {
    type Scalar = DateOnly;

    fn to_scalar(&self) -> Result<DateOnly> {
        (*self).try_into()
    }

    fn from_scalar(date: DateOnly) -> Result<Self> {
        Ok(date.into())
    }
}
