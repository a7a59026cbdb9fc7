//! The same in ServiceStack's JSON: the pages byte for byte, and any value round trip.

use std::fmt::Debug;

use jsv::{DateFormat, Options, Unknown};
use jsv_tests_common::dto::{Dto, Way};
use proptest::prelude::*;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value as Json;

use super::{metadata, round_trip, samples, seeds};

struct ServiceStackJson;

impl metadata::Format for ServiceStackJson {
    const NAME: &'static str = "json";
    const MEDIA_TYPE: &'static str = "application/json";

    fn body<T: Serialize>(options: &Options, value: &T) -> String {
        options.json().to_string(value).unwrap()
    }
}

#[test]
fn pages_of_json_are_written_byte_for_byte() {
    metadata::replay::<ServiceStackJson>();
}

/// A real page, both ways.
fn assert_page<T: Serialize + DeserializeOwned + PartialEq + Debug>(page: &str, sample: &T) {
    let options = Options::bokamera().unknown(Unknown::Error);
    assert_eq!(options.json().to_string(sample).unwrap(), page);
    let read: T = options
        .json()
        .from_str(page)
        .unwrap_or_else(|error| panic!("{error} in\n{page}"));
    assert_eq!(read, *sample);
}

#[test]
fn pages_of_create_axema_user_sync() {
    assert_page(seeds::AXEMA_REQUEST, &samples::create_axema_user_sync());
    assert_page(
        seeds::AXEMA_RESPONSE,
        &samples::axema_user_sync_job_response(),
    );
}

#[test]
fn pages_of_update_customer() {
    assert_page(seeds::UPDATE_REQUEST, &samples::update_customer());
    assert_page(seeds::UPDATE_RESPONSE, &samples::customer_query_response());
}

/// Any value comes back under the formats of dates that keep all of it; under the one that a host
/// has as it comes, what is read writes the same text.
fn assert_back(dto: &dyn Dto) -> Result<(), TestCaseError> {
    for options in round_trip::settings() {
        for date_format in [DateFormat::Iso8601, DateFormat::SystemText] {
            let options = options.clone().date_format(date_format);
            let text = dto.write(Way::Json, &options).unwrap();
            serde_json::from_str::<Json>(&text).unwrap();
            round_trip::assert_same(dto, Way::Json, &options)?;
        }
        let text = dto.write(Way::Json, &options).unwrap();
        serde_json::from_str::<Json>(&text).unwrap();
        let read = dto.read(Way::Json, &options, &text).unwrap();
        prop_assert_eq!(read.write(Way::Json, &options).unwrap(), text);
    }
    Ok(())
}

/// JSV to JSON to JSV to the pretty layout to the DTO, with the type and without one.
fn assert_through_all(dto: &dyn Dto) -> Result<(), TestCaseError> {
    for options in round_trip::settings() {
        let options = options.date_format(DateFormat::Iso8601);
        let write = |dto: &dyn Dto, way| dto.write(way, &options).unwrap();
        let read = |way, text: &str| dto.read(way, &options, text).unwrap();
        let jsv = write(dto, Way::Jsv);

        let json = write(&*read(Way::Jsv, &jsv), Way::Json);
        let again = write(&*read(Way::Json, &json), Way::Jsv);
        prop_assert_eq!(&again, &jsv);
        let pretty = write(&*read(Way::Jsv, &again), Way::PrettyJsv);
        let last = read(Way::PrettyJsv, &pretty);
        prop_assert!(dto.is(&*last), "{pretty}: {last:?} is not {dto:?}");

        let untyped = options.json().from_jsv(&jsv).unwrap();
        let pretty = options.json().to_jsv_pretty(&untyped).unwrap();
        let last = read(Way::PrettyJsv, &pretty);
        prop_assert!(dto.is(&*last), "{pretty}: {last:?} is not {dto:?}");
    }
    Ok(())
}

mod any_value {
    jsv_tests_common::for_any_dto!(super::assert_back);
}

mod any_value_through_all {
    jsv_tests_common::for_any_dto!(super::assert_through_all);
}
