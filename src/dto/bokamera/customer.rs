//! A customer as the service shows one.

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Serialize};

use crate::{
    dotnet::{DateTime, Guid},
    operation::{Location::Form, Parameter, ResponseStatus, Type},
};

/// A customer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct CustomerQueryResponse {
    /// The customer.
    pub id: Guid,
    /// The first name.
    pub firstname: Option<String>,
    /// The last name.
    pub lastname: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
    /// Where a picture of the customer is.
    pub image_url: Option<String>,
    /// The custom fields that the company has for its customers.
    pub custom_fields: Option<Vec<CustomFieldConfigData>>,
    /// What this customer has in them.
    pub custom_field_values: Option<Vec<CustomFieldDataResponse>>,
    /// The company's comments on the customer.
    pub comments: Option<Vec<CustomerCommentsResponse>>,
    /// The keys by which the customer gets in.
    pub access_keys: Option<Vec<UserAccessKeys>>,
    /// When the customer was last changed.
    pub updated: DateTime,
    /// When the customer was added.
    pub created: DateTime,
    /// What went wrong, if anything. The page calls its type `Object`.
    pub response_status: Option<ResponseStatus>,
    /// Whether the customer wants the newsletter.
    pub subscribed_to_newsletter: bool,
    /// Where invoices go.
    pub invoice_address: Option<InvoiceAddressResponse>,
}

impl CustomerQueryResponse {
    /// The class as the metadata page of [`UpdateCustomer`](super::UpdateCustomer) shows it.
    pub const TYPE: Type = Type::class(
        "CustomerQueryResponse",
        &[
            Parameter::optional("Id", Form, "Guid", ""),
            Parameter::required("Firstname", Form, "string", ""),
            Parameter::required("Lastname", Form, "string", ""),
            Parameter::required("Email", Form, "string", ""),
            Parameter::required("Phone", Form, "string", ""),
            Parameter::required("ImageUrl", Form, "string", ""),
            Parameter::required("CustomFields", Form, "List<CustomFieldConfigData>", ""),
            Parameter::required(
                "CustomFieldValues",
                Form,
                "List<CustomFieldDataResponse>",
                "",
            ),
            Parameter::required("Comments", Form, "List<CustomerCommentsResponse>", ""),
            Parameter::required("AccessKeys", Form, "List<UserAccessKeys>", ""),
            Parameter::optional("Updated", Form, "DateTime", ""),
            Parameter::optional("Created", Form, "DateTime", ""),
            Parameter::required("ResponseStatus", Form, "Object", ""),
            Parameter::optional("SubscribedToNewsletter", Form, "bool", ""),
            Parameter::required("InvoiceAddress", Form, "InvoiceAddressResponse", ""),
        ],
    );
}

/// A custom field: what a company asks its customers beyond the usual, and how the field looks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct CustomFieldConfigData {
    /// The custom field.
    pub id: i32,
    /// What it is called: `Number of persons`.
    pub name: Option<String>,
    /// What it asks: `For how many persons is this booking?`
    pub description: Option<String>,
    /// How wide the field is, in pixels.
    pub width: Option<i32>,
    /// The kind of field, such as `TextBox` or `DropDown`.
    pub data_type: Option<String>,
    /// What stands in it at first.
    pub default_value: Option<String>,
    /// Whether it has to be filled.
    pub is_mandatory: bool,
    /// What the user is told who leaves it empty though it has to be filled.
    pub mandatory_error_message: Option<String>,
    /// How long a value may be.
    pub max_length: i32,
    /// Whether it has several lines.
    pub multiple_line_text: bool,
    /// The regular expression that a value has to match.
    pub reg_ex: Option<String>,
    /// What the user is told whose value does not match.
    pub reg_ex_error_message: Option<String>,
    /// The values to choose from, if the field is a `DropDown`.
    pub values: Option<Vec<CustomFieldValueResponse>>,
}

impl CustomFieldConfigData {
    /// The class as the metadata page of [`UpdateCustomer`](super::UpdateCustomer) shows it.
    pub const TYPE: Type = Type::class(
        "CustomFieldConfigData",
        &[
            Parameter::optional("Id", Form, "int", "Custom field id"),
            Parameter::required(
                "Name",
                Form,
                "string",
                "Configuration name. Example: 'Number of persons'.",
            ),
            Parameter::required(
                "Description",
                Form,
                "string",
                "Custom field description. Example: 'For how many persons is this booking?'",
            ),
            Parameter::optional("Width", Form, "int?", "Field width. Example: 20 for 20px"),
            Parameter::required(
                "DataType",
                Form,
                "string",
                "Data field of custom field. Valid values are: TextBox, ... Example: 'TextBox'",
            ),
            Parameter::required(
                "DefaultValue",
                Form,
                "string",
                "Default value of the field. Example: '3'",
            ),
            Parameter::optional(
                "IsMandatory",
                Form,
                "bool",
                "Determines if the field is required to have a value or not",
            ),
            Parameter::required(
                "MandatoryErrorMessage",
                Form,
                "string",
                "Error message shown to the user if the field data is required but not entered",
            ),
            Parameter::optional("MaxLength", Form, "int", "Max lenght of the field"),
            Parameter::optional(
                "MultipleLineText",
                Form,
                "bool",
                "If the field should have multiple lines",
            ),
            Parameter::required(
                "RegEx",
                Form,
                "string",
                "Regular expression used for validation of the field",
            ),
            Parameter::required(
                "RegExErrorMessage",
                Form,
                "string",
                "Error message shown if the regular expression validation failed",
            ),
            Parameter::required(
                "Values",
                Form,
                "List<CustomFieldValueResponse>",
                "The values to select from if Datatype is DropDown for this custom field",
            ),
        ],
    );
}

/// A value to choose in a custom field.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct CustomFieldValueResponse {
    /// The value.
    pub value: Option<String>,
}

impl CustomFieldValueResponse {
    /// The class as the metadata page of [`UpdateCustomer`](super::UpdateCustomer) shows it.
    pub const TYPE: Type = Type::class(
        "CustomFieldValueResponse",
        &[Parameter::required("Value", Form, "string", "")],
    );
}

/// What a customer has in a custom field.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct CustomFieldDataResponse {
    /// The custom field.
    pub id: i32,
    /// The column that holds the value.
    pub column: Option<String>,
    /// What the field is called.
    pub name: Option<String>,
    /// What the field asks.
    pub description: Option<String>,
    /// The customer's value.
    pub value: Option<String>,
    /// The kind of field, such as `TextBox` or `DropDown`.
    pub data_type: Option<String>,
}

impl CustomFieldDataResponse {
    /// The class as the metadata page of [`UpdateCustomer`](super::UpdateCustomer) shows it.
    pub const TYPE: Type = Type::class(
        "CustomFieldDataResponse",
        &[
            Parameter::optional("Id", Form, "int", ""),
            Parameter::required("Column", Form, "string", ""),
            Parameter::required("Name", Form, "string", ""),
            Parameter::required("Description", Form, "string", ""),
            Parameter::required("Value", Form, "string", ""),
            Parameter::required(
                "DataType",
                Form,
                "string",
                "Data field of custom field. Valid values are: TextBox, ... Example: 'TextBox'",
            ),
        ],
    );
}

/// A comment on a customer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct CustomerCommentsResponse {
    /// The comment.
    pub id: i32,
    /// The customer that it is about.
    pub customer_id: Guid,
    /// What it says.
    pub comments: Option<String>,
    /// When it was last changed.
    pub updated: DateTime,
    /// When it was written.
    pub created: DateTime,
    /// Where its picture is. .NET's type is `Uri`; here it is text as it stands.
    pub image_url: Option<String>,
}

impl CustomerCommentsResponse {
    /// The class as the metadata page of [`UpdateCustomer`](super::UpdateCustomer) shows it.
    pub const TYPE: Type = Type::class(
        "CustomerCommentsResponse",
        &[
            Parameter::optional("Id", Form, "int", ""),
            Parameter::optional("CustomerId", Form, "Guid", ""),
            Parameter::required("Comments", Form, "string", ""),
            Parameter::optional("Updated", Form, "DateTime", ""),
            Parameter::optional("Created", Form, "DateTime", ""),
            Parameter::required("ImageUrl", Form, "Uri", ""),
        ],
    );
}

/// A key by which a customer gets in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct UserAccessKeys {
    /// The company that the access key is for.
    pub company_id: Guid,
    /// The kind of access key.
    pub access_key_type_id: i32,
    /// The key or token itself.
    pub value: Option<String>,
    /// The customer that the access key is for.
    pub customer_id: Guid,
    /// A note about the access key.
    pub description: Option<String>,
    /// The access key.
    pub id: Guid,
}

impl UserAccessKeys {
    /// The class as the metadata page of [`UpdateCustomer`](super::UpdateCustomer) shows it.
    pub const TYPE: Type = Type::class(
        "UserAccessKeys",
        &[
            Parameter::required("CompanyId", Form, "Guid", ""),
            Parameter::required("AccessKeyTypeId", Form, "int", ""),
            Parameter::required("Value", Form, "string", ""),
            Parameter::required("CustomerId", Form, "Guid", ""),
            Parameter::optional("Description", Form, "string", ""),
            Parameter::required("Id", Form, "Guid", ""),
        ],
    );
}

/// Where a customer's invoices go.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct InvoiceAddressResponse {
    /// The address.
    pub invoice_address_id: Guid,
    /// The user whose address it is.
    pub user_id: Option<Guid>,
    /// The number under which the company or person is registered.
    pub corporate_identity_number: Option<String>,
    /// The first line of the address.
    pub invoice_address1: Option<String>,
    /// The second line of the address.
    pub invoice_address2: Option<String>,
    /// The city.
    pub invoice_city: Option<String>,
    /// The postal code.
    pub invoice_postal_code: Option<String>,
    /// The code of the country.
    pub invoice_country_code: Option<String>,
}

impl InvoiceAddressResponse {
    /// The class as the metadata page of [`UpdateCustomer`](super::UpdateCustomer) shows it.
    pub const TYPE: Type = Type::class(
        "InvoiceAddressResponse",
        &[
            Parameter::optional("InvoiceAddressId", Form, "Guid", ""),
            Parameter::optional("UserId", Form, "Guid?", ""),
            Parameter::required("CorporateIdentityNumber", Form, "string", ""),
            Parameter::required("InvoiceAddress1", Form, "string", ""),
            Parameter::required("InvoiceAddress2", Form, "string", ""),
            Parameter::required("InvoiceCity", Form, "string", ""),
            Parameter::required("InvoicePostalCode", Form, "string", ""),
            Parameter::required("InvoiceCountryCode", Form, "string", ""),
        ],
    );
}
