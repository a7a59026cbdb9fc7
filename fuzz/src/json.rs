//! What must hold for any bytes read as ServiceStack's JSON.

use jsv::{Duplicates, Options, Value};
use serde::de::{DeserializeOwned, IgnoredAny};

use crate::{Target, without_losses};

/// Reads the bytes as JSON and checks what must hold then.
///
/// # Panics
///
/// If reading panics, if an error's place is not in the text, if what is read is no JSON to
/// serde_json, or if what was read is written or converted so that it reads back otherwise.
pub fn json(data: &[u8]) {
    for duplicates in [Duplicates::Error, Duplicates::First, Duplicates::Last] {
        let options = Options::new().duplicates(duplicates);
        let _ = outcome::<Target>(&options, data);
        let _ = outcome::<Vec<Option<f64>>>(&options, data);
        let skipped = outcome::<IgnoredAny>(&options, data);
        let body = data.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(data);
        let is_json = serde_json::from_slice::<IgnoredAny>(body).is_ok();
        assert!(is_json || skipped.is_none(), "skipped what is not JSON");
        if let Some(value) = outcome::<Value>(&options, data) {
            check(&value);
        }
    }
    convert(data);
}

fn check(value: &Value) {
    let options = Options::new().include_null_entries(true);
    for text in [
        options.json().to_string(value),
        options.json().to_string_pretty(value),
    ] {
        let text = text.expect("what was read is written");
        let plain: Value = serde_json::from_str(&text).expect("what is written is JSON");
        assert_eq!(&plain, value, "read by serde_json: {text}");
        let again: Value = options.json().from_str(&text).expect("it is read again");
        assert_eq!(&again, value, "written: {text}");
    }
}

/// The conversions between the texts agree with reading a value and writing it.
fn convert(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let options = Options::new();
    let Ok(jsv) = options.json().to_jsv(text) else {
        return;
    };
    let value: Value = options
        .json()
        .from_str(text)
        .expect("what is converted is read");
    let converted: Value = options.from_str(&jsv).expect("what is converted is JSV");
    assert_eq!(converted, without_losses(&value), "converted: {jsv}");
    let back = options.json().from_jsv(&jsv).expect("it converts back");
    let back: Value = options.json().from_str(&back).expect("it is JSON again");
    assert_eq!(back, converted, "converted: {jsv}");
    let anew = options.json().reformat(text).expect("it is written anew");
    let anew: Value = options.json().from_str(&anew).expect("and is read");
    assert_eq!(anew, value);
}

/// The value, if there is one; of an error, the place and the report are checked.
fn outcome<T: DeserializeOwned>(options: &Options, data: &[u8]) -> Option<T> {
    match options.json().from_slice(data) {
        Ok(value) => Some(value),
        Err(error) => {
            let offset = error.offset();
            assert!(
                offset.is_some_and(|offset| offset <= data.len()),
                "a place outside of the text: {error}"
            );
            let report = error.report(&String::from_utf8_lossy(data));
            assert!(report.starts_with("error: "), "{report}");
            None
        }
    }
}
