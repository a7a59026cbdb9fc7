//! The DTOs by name: what `--as` takes and `jsv types` lists.

use jsv::{
    dto::{
        bokamera::{
            AddCustomField, AddUserAccessKey, AxemaUserSyncJobResponse, BillingInformationResponse,
            BillingMethod, BillingMethodCountriesRelation, CancelLicense,
            CompanyLicenseQueryResponse, Country, CreateAxemaUserSync, CreateLicense, Currency,
            CustomFieldConfigData, CustomFieldDataResponse, CustomFieldValueResponse,
            CustomerCommentsResponse, CustomerQueryResponse, DeleteUserAccessKey,
            InvoiceAddressResponse, InvoiceAddressToHandle, LicenseItemsResponse, LicensePrice,
            LicenseTypeQueryResponse, UpdateCustomer, UserAccessKeys,
        },
        customers::{Account, BatchRegisterCustomers, Customer, RegisteredCustomer},
    },
    operation::{ResponseError, ResponseStatus},
};
use serde::{Serialize, de::DeserializeOwned};

use crate::failure::Failure;

/// What is done with a type once it is known.
pub(crate) trait Task {
    /// What it gives.
    type Output;

    fn run<T: Serialize + DeserializeOwned>(self) -> Self::Output;
}

macro_rules! types {
    ($($type:ident)*) => {
        /// The names of the types, in their order.
        pub(crate) const NAMES: &[&str] = &[$(stringify!($type)),*];

        /// Does the task with the type of a name, in any case, or with a list of it for `Name[]`.
        pub(crate) fn with<K: Task>(name: &str, task: K) -> Result<K::Output, Failure> {
            let (item, is_list) = match name.strip_suffix("[]") {
                Some(item) => (item, true),
                None => (name, false),
            };
            $(
                if item.eq_ignore_ascii_case(stringify!($type)) {
                    return Ok(if is_list {
                        task.run::<Vec<$type>>()
                    } else {
                        task.run::<$type>()
                    });
                }
            )*
            Err(Failure::Usage(format!(
                "error: unknown type `{name}`; `jsv types` lists them\n"
            )))
        }
    };
}

types! {
    Account AddCustomField AddUserAccessKey AxemaUserSyncJobResponse BatchRegisterCustomers
    BillingInformationResponse BillingMethod BillingMethodCountriesRelation CancelLicense
    CompanyLicenseQueryResponse Country CreateAxemaUserSync CreateLicense Currency
    CustomFieldConfigData CustomFieldDataResponse CustomFieldValueResponse Customer
    CustomerCommentsResponse CustomerQueryResponse DeleteUserAccessKey InvoiceAddressResponse
    InvoiceAddressToHandle LicenseItemsResponse LicensePrice LicenseTypeQueryResponse
    RegisteredCustomer ResponseError ResponseStatus UpdateCustomer UserAccessKeys
}
