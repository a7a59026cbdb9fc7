//! BokaMera, a booking service: its customers, licenses and access systems.
//!
//! Its hosts write names in PascalCase, Guids with hyphens, and leave out a `Guid` or `DateTime`
//! that holds its default: [`Options::bokamera`](crate::Options::bokamera).
//!
//! ```
//! use jsv::{Options, dto::bokamera::CreateLicense};
//!
//! let request = CreateLicense {
//!     type_id: Some(4),
//!     meta_data: Some("shop.example".into()),
//!     ..CreateLicense::default()
//! };
//! let text = Options::bokamera().to_string(&request)?;
//! assert_eq!(text, "{TypeId:4,MetaData:shop.example}");
//! # Ok::<(), jsv::Error>(())
//! ```

mod axema;
mod billing;
mod cancel_license;
mod company_license;
mod create_license;
mod customer;
mod update_customer;

pub use self::{
    axema::{AxemaUserSyncJobResponse, CreateAxemaUserSync},
    billing::{BillingInformationResponse, BillingMethod, BillingMethodCountriesRelation},
    cancel_license::CancelLicense,
    company_license::{
        CompanyLicenseQueryResponse, Country, Currency, LicenseItemsResponse, LicensePrice,
        LicenseTypeQueryResponse,
    },
    create_license::CreateLicense,
    customer::{
        CustomFieldConfigData, CustomFieldDataResponse, CustomFieldValueResponse,
        CustomerCommentsResponse, CustomerQueryResponse, InvoiceAddressResponse, UserAccessKeys,
    },
    update_customer::{
        AddCustomField, AddUserAccessKey, DeleteUserAccessKey, InvoiceAddressToHandle,
        UpdateCustomer,
    },
};

/// Who may change what belongs to a company.
const ADMINISTRATORS: &[&str] = &["bookingsupplier-administrator-write", "superadmin"];
