//! The sample bodies of the five real pages (`tests/seeds/`), read into the DTOs without an unknown
//! name, and written back from DTOs filled with the placeholders.

use std::fmt::Debug;

use jsv::{
    Layout, Options, Unknown,
    dto::{
        bokamera::{
            AxemaUserSyncJobResponse, CreateAxemaUserSync, CustomerQueryResponse, UpdateCustomer,
        },
        customers::{BatchRegisterCustomers, RegisteredCustomer},
    },
};
use serde::{Serialize, de::DeserializeOwned};

use super::samples;

/// The bytes of a seed, as text.
macro_rules! seed {
    ($name:literal) => {
        include_str!(concat!("../seeds/", $name))
    };
}

pub const AXEMA_REQUEST: &str = seed!("create-axema-user-sync.request.json");
pub const AXEMA_RESPONSE: &str = seed!("create-axema-user-sync.response.json");
pub const UPDATE_REQUEST: &str = seed!("update-customer.request.json");
pub const UPDATE_RESPONSE: &str = seed!("update-customer.response.json");

/// Reads a JSV page strictly.
fn read<T: DeserializeOwned>(options: Options, page: &str) -> T {
    options
        .unknown(Unknown::Error)
        .from_str(page)
        .unwrap_or_else(|error| panic!("{error} in\n{page}"))
}

/// A JSV page that kept its layout, both ways.
fn assert_page<T: Serialize + DeserializeOwned + PartialEq + Debug>(page: &str, sample: &T) {
    let options = Options::bokamera();
    assert_eq!(options.to_string_pretty(sample).unwrap(), page);
    assert_eq!(read::<T>(options, page), *sample);
}

#[test]
fn pages_of_create_license() {
    assert_page(
        seed!("create-license.request.jsv"),
        &samples::create_license(),
    );
    assert_page(
        seed!("create-license.response.jsv"),
        &samples::company_license_query_response(),
    );
}

#[test]
fn page_of_cancel_license() {
    assert_page(
        seed!("cancel-license.response.jsv"),
        &samples::company_license_query_response(),
    );
}

#[test]
fn pages_of_batch_register_customers() {
    let options = Options::servicestack();

    let page = seed!("batch-register-customers.request.jsv");
    let sample = samples::batch_register_customers();
    assert_eq!(
        read::<BatchRegisterCustomers>(options.clone(), page),
        sample
    );
    // The page lost its tabs and the spaces at the ends of its lines.
    let written = options.to_string_pretty(&sample).unwrap();
    let lines: Vec<_> = written.lines().map(str::trim).collect();
    assert_eq!(lines.join("\n"), page);

    let page = seed!("batch-register-customers.response.jsv");
    let sample = vec![samples::registered_customer()];
    let loose = options.clone().layout(Layout::Loose);
    assert_eq!(read::<Vec<RegisteredCustomer>>(loose, page), sample);
    // The page lost its line breaks, too.
    let written = options.to_string_pretty(&sample).unwrap();
    let words: Vec<_> = written.split_whitespace().collect();
    assert_eq!(words.join(" "), page);
}

/// Every page of JSON is JSV that a host could have sent, and serde_json reads it by itself.
#[test]
fn pages_of_json_read_as_jsv_and_by_serde_json() {
    fn assert_reads<T: DeserializeOwned + PartialEq + Debug>(page: &str, sample: &T) {
        assert_eq!(read::<T>(Options::bokamera(), page), *sample);
        assert_eq!(serde_json::from_str::<T>(page).unwrap(), *sample);
    }
    assert_reads::<CreateAxemaUserSync>(AXEMA_REQUEST, &samples::create_axema_user_sync());
    assert_reads::<AxemaUserSyncJobResponse>(
        AXEMA_RESPONSE,
        &samples::axema_user_sync_job_response(),
    );
    assert_reads::<UpdateCustomer>(UPDATE_REQUEST, &samples::update_customer());
    assert_reads::<CustomerQueryResponse>(UPDATE_RESPONSE, &samples::customer_query_response());
}

/// What a host writes for dates and Guids is no ordinary JSON; the names are, if in PascalCase.
#[test]
fn serde_json_by_itself_reads_the_dates_and_guids_of_a_host() {
    let read = |guid: &str, date: &str| -> AxemaUserSyncJobResponse {
        let text = format!(r#"{{"Id":"{guid}","CreatedDate":"{date}","Status":1}}"#);
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error} in {text}"))
    };
    assert_eq!(
        read(
            "7a1b2c3d4e5f60718293a4b5c6d7e8f9",
            r"\/Date(1714979289000)\/"
        ),
        read(
            "7A1B2C3D-4E5F-6071-8293-A4B5C6D7E8F9",
            "2024-05-06T07:08:09Z"
        ),
    );
}

#[test]
fn a_misspelt_name_is_an_unknown_one() {
    let strict = Options::bokamera().unknown(Unknown::Error);
    let page = UPDATE_REQUEST.replace("InvoiceCity", "InvoiceTown");
    let error = strict.from_str::<UpdateCustomer>(&page).unwrap_err();
    assert!(error.to_string().contains("InvoiceTown"), "{error}");
}
