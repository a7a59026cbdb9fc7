//! The sample bodies of real metadata pages (`tests/seeds/`): each reads as it stands, and those
//! that kept their layout are written back as they were.

use jsv::{Layout, Options, Value};

/// The bytes of a seed, as text.
macro_rules! seed {
    ($name:literal) => {
        include_str!(concat!("seeds/", $name))
    };
}

const BATCH_REQUEST: &str = seed!("batch-register-customers.request.jsv");
const BATCH_RESPONSE: &str = seed!("batch-register-customers.response.jsv");
const CANCEL_RESPONSE: &str = seed!("cancel-license.response.jsv");
const CREATE_REQUEST: &str = seed!("create-license.request.jsv");
const CREATE_RESPONSE: &str = seed!("create-license.response.jsv");

/// A text on the pages that has colons and yet no quotes.
const DATE: &str = "0001-01-01T00:00:00.0000000+00:00";

const LOOSE: Options = Options::new().layout(Layout::Loose);

fn auto(text: &str) -> Value {
    jsv::from_str(text).unwrap_or_else(|error| panic!("{error} in\n{text}"))
}

fn loose(text: &str) -> Value {
    LOOSE
        .from_str(text)
        .unwrap_or_else(|error| panic!("{error} in\n{text}"))
}

/// The text at a JSON pointer.
fn at<'v>(value: &'v Value, pointer: &str) -> Option<&'v str> {
    value.pointer(pointer).and_then(Value::as_str)
}

#[test]
fn pages_that_kept_their_layout_are_written_back_byte_for_byte() {
    for text in [CREATE_REQUEST, CREATE_RESPONSE, CANCEL_RESPONSE] {
        let value = auto(text);
        let written = jsv::to_string_pretty(&value).unwrap();
        assert_eq!(written, text);
        assert_eq!(format!("{value:#}"), text);
    }
}

#[test]
fn loose_reads_pages_with_their_layout_as_auto_does() {
    for text in [CREATE_REQUEST, CREATE_RESPONSE, CANCEL_RESPONSE] {
        assert_eq!(loose(text), auto(text));
    }
}

#[test]
fn a_page_without_its_tabs_reads_as_it_stands() {
    let value = auto(BATCH_REQUEST);
    assert_eq!(value.to_string(), loose(BATCH_REQUEST).to_string());

    let cases = [
        ("/customers/0/id", "0"),
        ("/customers/0/type", "Internal"),
        ("/customers/0/accounts/0/roles/0", "String"),
        ("/customers/0/accounts/0/lastLoginAttempt", "0001-01-01"),
        ("/customers/0/accounts/0/meta/String", "String"),
    ];
    for (pointer, expected) in cases {
        assert_eq!(at(&value, pointer), Some(expected), "at {pointer}");
    }
    let account = value["customers"][0]["accounts"][0].as_map().unwrap();
    assert_eq!(account.len(), 39);
}

#[test]
fn a_page_on_one_line_reads_loosely() {
    let value = loose(BATCH_RESPONSE);
    assert!(jsv::from_str::<Value>(BATCH_RESPONSE).is_err());

    let cases = [
        ("/0/index", "0"),
        ("/0/responseStatus/errors/0/fieldName", "String"),
        ("/0/responseStatus/meta/String", "String"),
    ];
    for (pointer, expected) in cases {
        assert_eq!(at(&value, pointer), Some(expected), "at {pointer}");
    }
    // The response holds the customer of the request.
    assert_eq!(value[0]["customer"], auto(BATCH_REQUEST)["customers"][0]);
}

#[test]
fn nested_values_stand_where_the_page_shows_them() {
    let request = auto(CREATE_REQUEST);
    let response = auto(CREATE_RESPONSE);
    let options = "/BillingInformation/BillingMethodOptions/0";
    let guid = Some("00000000-0000-0000-0000-000000000000");
    assert_eq!(at(&request, "/CompanyId"), guid);
    assert_eq!(at(&request, "/BillingInformation/GLN"), Some("String"));
    assert_eq!(at(&request, &format!("{options}/ModifiedDate")), Some(DATE));
    let relation = "BillingMethodCountriesRelation/0/ModifiedDate";
    assert_eq!(at(&request, &format!("{options}/{relation}")), Some(DATE));

    let price = &response["Type"]["Prices"][0];
    assert_eq!(price["MonthlyPayment"].as_bool(), Some(true));
    assert_eq!(at(price, "/Country/CurrencyInfo/Active"), Some("False"));
    assert_eq!(at(price, "/Country/CurrencyInfo/Id"), Some("String"));
    assert_eq!(at(&response, "/Canceled"), Some("False"));
    assert_eq!(response, auto(CANCEL_RESPONSE));
}

#[test]
fn json_pages_read_as_jsv() {
    let value = auto(seed!("update-customer.request.json"));
    assert_eq!(at(&value, "/CustomFields/0/Id"), Some("0"));
    assert_eq!(at(&value, "/AccessKeys/0/Value"), Some("String"));
    assert_eq!(at(&value, "/SubscribedToNewsletter"), Some("false"));

    let value = auto(seed!("update-customer.response.json"));
    assert_eq!(at(&value, "/CustomFields/0/Values/0/Value"), Some("String"));

    let value = auto(seed!("create-axema-user-sync.request.json"));
    let guid = "00000000-0000-0000-0000-000000000000";
    assert_eq!(at(&value, "/CompanyId"), Some(guid));

    let value = auto(seed!("create-axema-user-sync.response.json"));
    assert_eq!(at(&value, "/UsersFound"), Some("0"));
}
