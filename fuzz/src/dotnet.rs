//! What must hold for any text read as a scalar of .NET.

use std::fmt::{Debug, Display};

use jsv::{
    DateFormat, Options,
    dotnet::{
        Bytes, DateOnly, DateTime, DateTimeOffset, Decimal, Guid, TimeOnly, TimeSpan, UtcOffset,
    },
};
use serde::{Serialize, de::DeserializeOwned};

/// Reads the text as each scalar and checks what must hold then.
///
/// # Panics
///
/// If reading panics, or if what was read is written so that it reads back otherwise.
pub fn scalars(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    exact::<Guid>(text);
    exact::<TimeSpan>(text);
    exact::<TimeOnly>(text);
    exact::<DateOnly>(text);
    exact::<DateTimeOffset>(text);
    exact::<Decimal>(text);
    exact::<Bytes>(text);
    if let Ok(offset) = text.parse::<UtcOffset>() {
        assert_eq!(offset.to_string().parse::<UtcOffset>().ok(), Some(offset));
    }
    for format in [
        DateFormat::UnixTime,
        DateFormat::UnixTimeMs,
        DateFormat::Rfc1123,
    ] {
        let options = Options::new().date_format(format);
        let _ = options.from_str::<DateTime>(text);
        let _ = options.from_str::<DateTimeOffset>(text);
    }
    let Ok(date) = text.parse::<DateTime>() else {
        return;
    };
    // JSV loses the zone of a midnight and gives one to another time: what it has stays.
    let written = date.to_string();
    let again: DateTime = written.parse().expect("what is written is read");
    assert_eq!(again.ticks(), date.ticks(), "{written}");
    assert_eq!(again.to_string(), written);
    assert_eq!(in_jsv(&date), written, "displayed and written");
    through_json(&date);
}

/// A scalar of which no text loses anything.
fn exact<T>(text: &str)
where
    T: std::str::FromStr + Display + Debug + PartialEq + Serialize + DeserializeOwned,
{
    let Ok(value) = text.parse::<T>() else {
        return;
    };
    let written = value.to_string();
    assert_eq!(
        written.parse::<T>().ok().as_ref(),
        Some(&value),
        "{written}"
    );
    assert_eq!(in_jsv(&value), written, "displayed and written");
    through_json(&value);
}

/// The JSV text; no bytes at all are two quotes.
fn in_jsv<T: Serialize>(value: &T) -> String {
    let written = jsv::to_string(value).expect("it is written");
    written.trim_matches('"').to_owned()
}

/// JSON keeps everything under the date format that does, and so does any other serde format.
fn through_json<T: Debug + PartialEq + Serialize + DeserializeOwned>(value: &T) {
    let options = Options::new().date_format(DateFormat::Iso8601);
    let json = options
        .json()
        .to_string(value)
        .expect("it is written as JSON");
    let again: T = options
        .json()
        .from_str(&json)
        .expect("what is written is read");
    assert_eq!(&again, value, "{json}");
    let plain = serde_json::to_string(value).expect("serde_json writes it");
    let again: T = serde_json::from_str(&plain).expect("serde_json reads it");
    assert_eq!(&again, value, "{plain}");
}
