//! How a company is billed.

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Serialize};

use crate::{
    dotnet::{DateTimeOffset, Guid},
    operation::{Location::Form, Parameter, Type},
};

/// How and where a company is billed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct BillingInformationResponse {
    /// The company.
    pub company_id: Guid,
    /// The way of billing that the company prefers.
    pub billing_method_id: i32,
    /// The name to print on invoices, as a rule the company's.
    pub name: Option<String>,
    /// The first name of whoever is in charge of billing.
    pub first_name: Option<String>,
    /// The last name of whoever is in charge of billing.
    pub last_name: Option<String>,
    /// The telephone number of whoever is in charge of billing.
    pub phone_number: Option<String>,
    /// Whose attention the address names.
    pub attention: Option<String>,
    /// The street. It is needed to bill by post.
    pub street1: Option<String>,
    /// More of the street.
    pub street2: Option<String>,
    /// The postal code. It is needed to bill by post.
    pub zip_code: Option<String>,
    /// The city. It is needed to bill by post.
    pub city: Option<String>,
    /// The country. It is needed to bill by post.
    pub country_id: Option<String>,
    /// The e-mail address for invoices. It is needed to bill by e-mail.
    pub email: Option<String>,
    /// The company's Global Location Number.
    #[serde(rename = "GLN")]
    pub gln: Option<String>,
    /// The company's own reference.
    pub reference_line1: Option<String>,
    /// More of the company's own reference.
    pub reference_line2: Option<String>,
    /// How many days the company has to pay; 15 as a rule.
    pub payment_terms_days: i32,
    /// The number under which the company is registered for value added tax.
    pub vat_registration_number: Option<String>,
    /// The ways of billing to choose from.
    pub billing_method_options: Option<Vec<BillingMethod>>,
}

impl BillingInformationResponse {
    /// The class as the metadata page of [`CreateLicense`](super::CreateLicense) shows it.
    pub const TYPE: Type = Type::class(
        "BillingInformationResponse",
        &[
            Parameter::optional("CompanyId", Form, "Guid", "The company id."),
            Parameter::required(
                "BillingMethodId",
                Form,
                "int",
                "The prefered billing method.",
            ),
            Parameter::required(
                "Name",
                Form,
                "string",
                "The name that should be printed on the billing information, normally this would \
                be your company name.",
            ),
            Parameter::required("FirstName", Form, "string", "Billing person first name"),
            Parameter::required("LastName", Form, "string", "Billing person last name"),
            Parameter::required(
                "PhoneNumber",
                Form,
                "string",
                "Billing person phone numbers",
            ),
            Parameter::required(
                "Attention",
                Form,
                "string",
                "If you want to add the attention to the billing address.",
            ),
            Parameter::required(
                "Street1",
                Form,
                "string",
                "The street for the billing adress. This is required when having postal invoice as \
                billing method.",
            ),
            Parameter::required(
                "Street2",
                Form,
                "string",
                "The street for the billing adress.",
            ),
            Parameter::required(
                "ZipCode",
                Form,
                "string",
                "The zip code (postal code) for the billing adress. This is required when having \
                postal invoice as billing method.",
            ),
            Parameter::required(
                "City",
                Form,
                "string",
                "The city for the billing adress. This is required when having postal invoice as \
                billing method.",
            ),
            Parameter::required(
                "CountryId",
                Form,
                "string",
                "The country for the billing adress. This is required when having postal invoice \
                as billing method.",
            ),
            Parameter::required(
                "Email",
                Form,
                "string",
                "The billing email. This is required when having email invoice as billing method.",
            ),
            Parameter::required("GLN", Form, "string", "The company global location number."),
            Parameter::required("ReferenceLine1", Form, "string", "Your internal reference."),
            Parameter::required("ReferenceLine2", Form, "string", "Your internal reference."),
            Parameter::optional(
                "PaymentTermsDays",
                Form,
                "int",
                "The billing payment terms in days. This is default 15 days.",
            ),
            Parameter::required(
                "VatRegistrationNumber",
                Form,
                "string",
                "The company vat registration number.",
            ),
            Parameter::required(
                "BillingMethodOptions",
                Form,
                "List<BillingMethod>",
                "The billing method options to choose from",
            ),
        ],
    );
}

/// A way of billing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct BillingMethod {
    /// The countries that have it.
    pub billing_method_countries_relation: Option<Vec<BillingMethodCountriesRelation>>,
    /// What it is called.
    pub name: Option<String>,
    /// What it is.
    pub description: Option<String>,
    /// When it was last changed.
    pub modified_date: Option<DateTimeOffset>,
    /// The way of billing.
    pub id: i32,
}

impl BillingMethod {
    /// The class as the metadata page of [`CreateLicense`](super::CreateLicense) shows it.
    pub const TYPE: Type = Type::class(
        "BillingMethod",
        &[
            Parameter::required(
                "BillingMethodCountriesRelation",
                Form,
                "List<BillingMethodCountriesRelation>",
                "",
            ),
            Parameter::required("Name", Form, "string", ""),
            Parameter::required("Description", Form, "string", ""),
            Parameter::optional("ModifiedDate", Form, "DateTimeOffset?", ""),
            Parameter::optional("Id", Form, "int", ""),
        ],
    );
}

/// That a country has a way of billing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct BillingMethodCountriesRelation {
    /// The way of billing.
    pub billing_method_id: i32,
    /// The country.
    pub country_id: Option<String>,
    /// When it was last changed.
    pub modified_date: Option<DateTimeOffset>,
}

impl BillingMethodCountriesRelation {
    /// The class as the metadata page of [`CreateLicense`](super::CreateLicense) shows it.
    pub const TYPE: Type = Type::class(
        "BillingMethodCountriesRelation",
        &[
            Parameter::required("BillingMethodId", Form, "int", ""),
            Parameter::required("CountryId", Form, "string", ""),
            Parameter::optional("ModifiedDate", Form, "DateTimeOffset?", ""),
        ],
    );
}
