//! The reasons about dates that are answered in another zone, or at the ends of the calendar.

use jsv::{
    Value,
    dotnet::{DateTime, Zone},
};

use super::{
    case::{Case, Outcome, ensure, equal},
    compare::same_headers,
};

/// A date that was sent: as it is read, and whether it is of the form `/Date(ms+hhmm)/`.
#[derive(Clone, Copy)]
struct SentDate {
    date: DateTime,
    is_shifted: bool,
}

/// A date keeps its own zone: what is answered is the text of one that was sent, and what was
/// recorded is the same instant, shifted by its offset where it was sent as `/Date(ms+hhmm)/`.
pub fn zone_kept(case: &Case) -> Outcome {
    each_difference(case, |recorded, sent| {
        let recorded = date(case, recorded).and_then(|date| instant(case, date));
        let recorded = recorded.ok_or("no instant was recorded")?;
        let ours = instant(case, sent.date).ok_or("no instant")?;
        let shift = match sent.date.zone() {
            Zone::Offset(offset) if sent.is_shifted => i64::from(offset.minutes()) * 60_000,
            _ => 0,
        };
        ensure(
            recorded == ours || recorded == ours + shift,
            format!("another instant: {recorded}, {ours}"),
        )
    })
}

/// A date at the ends of the calendar is answered as it was sent; the recorded one is another
/// instant, if it is in the calendar at all.
pub fn ends_of_calendar(case: &Case) -> Outcome {
    ensure(zone_kept(case).is_err(), "the same instant")?;
    each_difference(case, |recorded, sent| {
        let is_date = recorded.starts_with("/Date(") || recorded.starts_with("9999-12-31T");
        ensure(is_date, format!("{recorded} is no date"))?;
        let date = sent.date.date().to_string();
        let ends = ["0001-01-01", "9999-12-31"];
        ensure(ends.contains(&&*date), "no end of the calendar")
    })
}

/// Milliseconds of an instant; a date without a zone is in that of the host.
fn instant(case: &Case, date: DateTime) -> Option<i64> {
    let utc = date.to_utc(&case.host.zone)?;
    Some(utc.ticks().div_euclid(10_000))
}

/// Status, headers and bodies are equal but for texts, each of which is recorded as some date and
/// answered as one that was sent. `check` gets both.
fn each_difference(case: &Case, check: impl Fn(&str, SentDate) -> Outcome) -> Outcome {
    let (recorded, ours) = (case.recorded(), case.ours);
    equal("status", recorded.status, ours.status)?;
    ensure(same_headers(recorded, ours), "headers")?;
    let value = |answer: &super::compare::Answer| answer.value().ok_or("no value");
    let mut pairs = Vec::new();
    differences(&value(recorded)?, &value(ours)?, &mut pairs)?;
    ensure(!pairs.is_empty(), "no difference")?;
    let sent = sent_dates(case);
    for (recorded, ours) in pairs {
        let mut sent = sent.iter();
        let same = sent.find(|sent| written(case, sent.date) == ours);
        check(&recorded, *same.ok_or(format!("{ours} was not sent"))?)?;
    }
    Ok(())
}

/// The texts in which two trees of one shape differ.
fn differences(recorded: &Value, ours: &Value, pairs: &mut Vec<(String, String)>) -> Outcome {
    match (recorded, ours) {
        (Value::Text(recorded), Value::Text(ours)) => {
            if recorded != ours {
                pairs.push((recorded.clone(), ours.clone()));
            }
            Ok(())
        }
        (Value::List(recorded), Value::List(ours)) => {
            equal("items", recorded.len(), ours.len())?;
            let mut items = recorded.iter().zip(ours);
            items.try_for_each(|(recorded, ours)| differences(recorded, ours, pairs))
        }
        (Value::Map(recorded), Value::Map(ours)) => {
            let names: Vec<&str> = recorded.keys().collect();
            equal("members", names, ours.keys().collect())?;
            let mut members = recorded.values().zip(ours.values());
            members.try_for_each(|(recorded, ours)| differences(recorded, ours, pairs))
        }
        _ => equal("shape", recorded, ours),
    }
}

fn date(case: &Case, text: &str) -> Option<DateTime> {
    case.options().from_str(text).ok()
}

/// A date as the text that our answer has.
fn written(case: &Case, date: DateTime) -> String {
    case.tree(&date).into_text().unwrap()
}

/// All dates in the query and in the body.
fn sent_dates(case: &Case) -> Vec<SentDate> {
    let mut texts: Vec<String> = case.query().into_values().collect();
    if let (Some(format), Some(body)) = (case.body_format(), &case.sent().body) {
        let body: Value = format.from_slice(body, case.options()).unwrap();
        collect_texts(&body, &mut texts);
    }
    let sent = |text: &String| {
        Some(SentDate {
            date: date(case, text)?,
            is_shifted: text.contains("Date("),
        })
    };
    texts.iter().filter_map(sent).collect()
}

fn collect_texts(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::Text(text) => texts.push(text.clone()),
        Value::List(items) => items.iter().for_each(|item| collect_texts(item, texts)),
        Value::Map(map) => map.values().for_each(|value| collect_texts(value, texts)),
        Value::Null => {}
    }
}
