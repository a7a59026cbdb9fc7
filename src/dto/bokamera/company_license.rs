//! A license that a company has, its kind and prices.

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Serialize};

use crate::{
    dotnet::{DateTime, DateTimeOffset},
    operation::{Location::Form, Parameter, Type},
};

/// A license that a company has.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct CompanyLicenseQueryResponse {
    /// The license.
    pub id: i32,
    /// The kind of license.
    pub type_id: i32,
    /// The kind of license, in full.
    pub r#type: Option<LicenseTypeQueryResponse>,
    /// When the license begins.
    pub valid_from: DateTime,
    /// When the license ends.
    pub valid_to: DateTime,
    /// What belongs to the license, such as the name of a domain.
    pub meta_data: Option<String>,
    /// Whether the license is in force.
    pub active: bool,
    /// Whether the license was cancelled.
    pub canceled: bool,
    /// When the license was last changed.
    pub updated: DateTime,
    /// When the license was added.
    pub created: DateTime,
}

impl CompanyLicenseQueryResponse {
    /// The class as the metadata page of [`CreateLicense`](super::CreateLicense) shows it.
    pub const TYPE: Type = Type::class(
        "CompanyLicenseQueryResponse",
        &[
            Parameter::optional("Id", Form, "int", ""),
            Parameter::optional("TypeId", Form, "int", ""),
            Parameter::required("Type", Form, "LicenseTypeQueryResponse", ""),
            Parameter::optional("ValidFrom", Form, "DateTime", ""),
            Parameter::optional("ValidTo", Form, "DateTime", ""),
            Parameter::required("MetaData", Form, "string", ""),
            Parameter::optional("Active", Form, "bool", ""),
            Parameter::optional("Canceled", Form, "bool", ""),
            Parameter::optional("Updated", Form, "DateTime", ""),
            Parameter::optional("Created", Form, "DateTime", ""),
        ],
    );
}

/// A kind of license.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct LicenseTypeQueryResponse {
    /// The kind of license.
    pub id: i32,
    /// What it is called.
    pub name: Option<String>,
    /// What it is.
    pub description: Option<String>,
    /// Whether it comes on top of a standard license, such as one for newsletters.
    pub is_extra_license_option: bool,
    /// The period of notice, in days.
    pub period_of_notice_days: i32,
    /// What it allows.
    pub items: Option<Vec<LicenseItemsResponse>>,
    /// What it costs in each country.
    pub prices: Option<Vec<LicensePrice>>,
}

impl LicenseTypeQueryResponse {
    /// The class as the metadata page of [`CreateLicense`](super::CreateLicense) shows it.
    pub const TYPE: Type = Type::class(
        "LicenseTypeQueryResponse",
        &[
            Parameter::optional("Id", Form, "int", "The license type id"),
            Parameter::required("Name", Form, "string", "The license type name"),
            Parameter::required(
                "Description",
                Form,
                "string",
                "The license type description",
            ),
            Parameter::optional(
                "IsExtraLicenseOption",
                Form,
                "bool",
                "If the license type is not a standard license but instead an extra license \
                option. An example would be sending newsletter license.",
            ),
            Parameter::optional(
                "PeriodOfNoticeDays",
                Form,
                "int",
                "The period of notice for the license in days.",
            ),
            Parameter::required(
                "Items",
                Form,
                "List<LicenseItemsResponse>",
                "The license items for the license type",
            ),
            Parameter::required(
                "Prices",
                Form,
                "List<LicensePrice>",
                "The license prices in each country for the license type",
            ),
        ],
    );
}

/// What a kind of license allows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct LicenseItemsResponse {
    /// The item.
    pub id: i32,
    /// What it is called.
    pub name: Option<String>,
    /// How many of it are allowed.
    pub allowed_items: i32,
}

impl LicenseItemsResponse {
    /// The class as the metadata page of [`CreateLicense`](super::CreateLicense) shows it.
    pub const TYPE: Type = Type::class(
        "LicenseItemsResponse",
        &[
            Parameter::optional("Id", Form, "int", ""),
            Parameter::required("Name", Form, "string", ""),
            Parameter::optional("AllowedItems", Form, "int", ""),
        ],
    );
}

/// What a kind of license costs in a country.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct LicensePrice {
    /// The country, in full.
    pub country: Option<Country>,
    /// Whether it is paid by the month. Services compute it.
    pub monthly_payment: bool,
    /// The kind of license.
    pub license_type_id: i32,
    /// The country.
    pub country_id: Option<String>,
    /// The price, in the country's currency.
    pub price: i32,
    /// When it was last changed.
    pub modified_date: Option<DateTimeOffset>,
}

impl LicensePrice {
    /// The class as the metadata page of [`CreateLicense`](super::CreateLicense) shows it.
    pub const TYPE: Type = Type::class(
        "LicensePrice",
        &[
            Parameter::required("Country", Form, "Country", ""),
            Parameter::optional("MonthlyPayment", Form, "bool", ""),
            Parameter::required("LicenseTypeId", Form, "int", ""),
            Parameter::required("CountryId", Form, "string", ""),
            Parameter::required("Price", Form, "int", ""),
            Parameter::optional("ModifiedDate", Form, "DateTimeOffset?", ""),
        ],
    );
}

/// A country.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct Country {
    /// Its currency.
    pub currency_id: Option<String>,
    /// Its currency, in full.
    pub currency_info: Option<Currency>,
    /// What it is called.
    pub name: Option<String>,
    /// Its language and customs of writing, as .NET names them.
    pub culture: Option<String>,
    /// Its time zone.
    pub time_zone: Option<String>,
    /// When it was last changed.
    pub modified_date: Option<DateTimeOffset>,
    /// The country.
    pub id: Option<String>,
}

impl Country {
    /// The class as the metadata page of [`CreateLicense`](super::CreateLicense) shows it.
    pub const TYPE: Type = Type::class(
        "Country",
        &[
            Parameter::required("CurrencyId", Form, "string", ""),
            Parameter::required("CurrencyInfo", Form, "Currency", ""),
            Parameter::required("Name", Form, "string", ""),
            Parameter::optional("Culture", Form, "string", ""),
            Parameter::optional("TimeZone", Form, "string", ""),
            Parameter::optional("ModifiedDate", Form, "DateTimeOffset?", ""),
            Parameter::required("Id", Form, "string", ""),
        ],
    );
}

/// A currency.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct Currency {
    /// What it is called.
    pub name: Option<String>,
    /// Its sign.
    pub currency_sign: Option<String>,
    /// Whether it is in use.
    pub active: bool,
    /// When it was last changed.
    pub modified_date: Option<DateTimeOffset>,
    /// The currency.
    pub id: Option<String>,
}

impl Currency {
    /// The class as the metadata page of [`CreateLicense`](super::CreateLicense) shows it.
    pub const TYPE: Type = Type::class(
        "Currency",
        &[
            Parameter::required("Name", Form, "string", ""),
            Parameter::required("CurrencySign", Form, "string", ""),
            Parameter::required("Active", Form, "bool", ""),
            Parameter::optional("ModifiedDate", Form, "DateTimeOffset?", ""),
            Parameter::required("Id", Form, "string", ""),
        ],
    );
}
