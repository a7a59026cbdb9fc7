//! Any value of any DTO comes back as it was.

use std::fmt::Debug;

use jsv::{GuidFormat, Options, TextCase};
use proptest::prelude::*;
use serde::{Serialize, de::DeserializeOwned};

/// Every way of writing names and Guids.
pub fn settings() -> impl Iterator<Item = Options> {
    [TextCase::AsDeclared, TextCase::Camel, TextCase::Snake]
        .into_iter()
        .flat_map(|case| {
            [GuidFormat::N, GuidFormat::D]
                .into_iter()
                .map(move |guid| Options::new().text_case(case).guid(guid))
        })
}

/// Declares one property for each DTO: what is done with any value of it.
macro_rules! for_any_dto {
    ($assert:path) => {
        $crate::dto::round_trip::for_any_dto! {
            $assert:
            create_axema_user_sync axema_user_sync_job_response
            update_customer add_custom_field add_user_access_key delete_user_access_key
            invoice_address_to_handle customer_query_response custom_field_config_data
            custom_field_value_response custom_field_data_response customer_comments_response
            user_access_keys invoice_address_response
            create_license billing_information_response billing_method
            billing_method_countries_relation
            cancel_license company_license_query_response license_type_query_response
            license_items_response license_price country currency
            batch_register_customers registered_customer customer account
            response_status response_error
        }
    };
    ($assert:path: $($dto:ident)+) => {
        proptest::proptest! {
            #![proptest_config(proptest::prelude::ProptestConfig {
                cases: 48,
                failure_persistence: None,
                ..Default::default()
            })]
            $(
                #[test]
                fn $dto(value in jsv_tests_common::strategies::$dto()) {
                    $assert(&value)?;
                }
            )+
        }
    };
}
pub(crate) use for_any_dto;

fn assert_back<T>(value: &T) -> Result<(), TestCaseError>
where
    T: Serialize + DeserializeOwned + PartialEq + Debug,
{
    for options in settings() {
        let text = options.to_string(value).unwrap();
        prop_assert_eq!(&options.from_str::<T>(&text).unwrap(), value, "{}", text);
        let pretty = options.to_string_pretty(value).unwrap();
        prop_assert_eq!(
            &options.from_str::<T>(&pretty).unwrap(),
            value,
            "{}",
            pretty
        );
    }
    // Plain serde_json has its own way to write, and reads it back.
    let text = serde_json::to_string(value).unwrap();
    prop_assert_eq!(
        &serde_json::from_str::<T>(&text).unwrap(),
        value,
        "{}",
        text
    );
    Ok(())
}

for_any_dto!(assert_back);
