//! [`Dto`]: a DTO of any class behind one interface, so that what serde makes of each class is
//! compiled here, once for all tests.

use std::{any::Any, error::Error, fmt::Debug, rc::Rc};

use jsv::{Options, query};
use proptest::{
    prelude::{BoxedStrategy, ProptestConfig, Strategy, TestCaseError},
    test_runner::TestRunner,
};
use serde::{Serialize, de::DeserializeOwned};

use crate::strategies;

/// How a DTO becomes a text and comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// JSV.
    Jsv,
    /// JSV in the pretty layout.
    PrettyJsv,
    /// ServiceStack's JSON.
    Json,
    /// JSON by serde_json alone, whatever the options.
    SerdeJson,
    /// A query string.
    Query,
}

/// Why a DTO is not written or read.
pub type Failure = Box<dyn Error>;

/// A DTO of any class.
pub trait Dto: Any + Debug {
    /// Writes the DTO.
    ///
    /// # Errors
    ///
    /// Those of writing it.
    fn write(&self, way: Way, options: &Options) -> Result<String, Failure>;

    /// Reads a DTO of the same class.
    ///
    /// # Errors
    ///
    /// Those of reading it.
    fn read(&self, way: Way, options: &Options, text: &str) -> Result<Box<dyn Dto>, Failure>;

    /// Whether it is the same as another one.
    fn is(&self, other: &dyn Dto) -> bool;
}

impl<T: Serialize + DeserializeOwned + PartialEq + Debug + 'static> Dto for T {
    fn write(&self, way: Way, options: &Options) -> Result<String, Failure> {
        Ok(match way {
            Way::Jsv => options.to_string(self)?,
            Way::PrettyJsv => options.to_string_pretty(self)?,
            Way::Json => options.json().to_string(self)?,
            Way::SerdeJson => serde_json::to_string(self)?,
            Way::Query => query::to_string_with(self, options)?,
        })
    }

    fn read(&self, way: Way, options: &Options, text: &str) -> Result<Box<dyn Dto>, Failure> {
        let read: T = match way {
            Way::Jsv | Way::PrettyJsv => options.from_str(text)?,
            Way::Json => options.json().from_str(text)?,
            Way::SerdeJson => serde_json::from_str(text)?,
            Way::Query => query::from_str_with(text, options)?,
        };
        Ok(Box::new(read))
    }

    fn is(&self, other: &dyn Dto) -> bool {
        let other: &dyn Any = other;
        other.downcast_ref() == Some(self)
    }
}

/// Any DTO of a class.
pub type AnyDto = BoxedStrategy<Rc<dyn Dto>>;

/// Does something with any DTO of a class, and panics with the least one that it fails for.
pub fn check(any: &AnyDto, assert: fn(&dyn Dto) -> Result<(), TestCaseError>) {
    let config = ProptestConfig {
        cases: 48,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    if let Err(failure) = TestRunner::new(config).run(any, |dto| assert(&*dto)) {
        panic!("{failure}");
    }
}

macro_rules! classes {
    ($($class:ident)+) => {
        /// Any DTO, by the name of its class.
        pub mod any {
            use super::{AnyDto, Dto, Rc, Strategy, strategies};

            $(
                #[doc = concat!("Any `", stringify!($class), "`.")]
                pub fn $class() -> AnyDto {
                    strategies::$class().prop_map(|dto| -> Rc<dyn Dto> { Rc::new(dto) }).boxed()
                }
            )+
        }

        /// Declares one property for each class: what holds for any DTO of it.
        #[macro_export]
        macro_rules! for_any_dto {
            ($assert:path) => {
                $(
                    #[test]
                    fn $class() {
                        $crate::dto::check(&$crate::dto::any::$class(), $assert);
                    }
                )+
            };
        }
    };
}

classes! {
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
