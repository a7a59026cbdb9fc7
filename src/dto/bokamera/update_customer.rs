//! Changing a customer: the request. The response stands in `customer`.

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Serialize};

use super::customer::{
    CustomFieldConfigData, CustomFieldDataResponse, CustomFieldValueResponse,
    CustomerCommentsResponse, CustomerQueryResponse, InvoiceAddressResponse, UserAccessKeys,
};
use crate::{
    dotnet::Guid,
    operation::{
        Location::{Body, Form, Path, Query},
        Operation, Parameter, Route, Type,
    },
};

/// Changes a customer.
///
/// Users may change their own data; administrators may change any customer of their company, as
/// long as that customer has no account of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct UpdateCustomer {
    /// The company of the customer. Without it, the company of the signed-in administrator.
    pub company_id: Option<Guid>,
    /// The customer.
    pub id: Guid,
    /// The first name.
    pub firstname: Option<String>,
    /// The last name.
    pub lastname: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The values to set of the company's custom fields.
    pub custom_fields: Option<Vec<AddCustomField>>,
    /// The access keys to add or change.
    pub access_keys: Option<Vec<AddUserAccessKey>>,
    /// The access keys to delete.
    pub access_keys_to_delete: Option<Vec<DeleteUserAccessKey>>,
    /// Whether the customer wants the newsletter.
    pub subscribed_to_newsletter: Option<bool>,
    /// Where invoices go.
    pub invoice_address: Option<InvoiceAddressToHandle>,
}

impl Operation for UpdateCustomer {
    type Response = CustomerQueryResponse;

    const NAME: &'static str = "UpdateCustomer";
    const ROUTES: &'static [Route] = &[Route::new(&["PUT"], "/customers/{Id}").described(
        "Update an existing customer",
        "Updates an existing user if the current logged in user is allowed to update the specified \
         customer. Users are only allowed to update their own info, administrators are allowed to \
         update customer belonging to their company (if no account is created, email is added, if \
         so the customer can only update it's own info).",
    )];
    const REQUIRES_AUTHENTICATION: bool = true;
    const PARAMETERS: &'static [Parameter] = &[
        Parameter::optional(
            "CompanyId",
            Query,
            "Guid?",
            "Enter the company and id for the customer, if blank company id and you are an admin, \
            your company id will be used.",
        ),
        Parameter::required("Id", Path, "Guid", "customer id"),
        Parameter::required("Firstname", Body, "string", ""),
        Parameter::required("Lastname", Body, "string", ""),
        Parameter::required("Phone", Body, "string", ""),
        Parameter::required("Email", Body, "string", ""),
        Parameter::required(
            "CustomFields",
            Body,
            "List<AddCustomField>",
            "If Custom Fields are added to the customer, here you will send the id and the value \
            for each custom field to be updated",
        ),
        Parameter::required(
            "AccessKeys",
            Body,
            "List<AddUserAccessKey>",
            "List of Access Keys",
        ),
        Parameter::required("AccessKeysToDelete", Body, "List<DeleteUserAccessKey>", ""),
        Parameter::optional("SubscribedToNewsletter", Body, "bool?", ""),
        Parameter::required("InvoiceAddress", Body, "InvoiceAddressToHandle", ""),
    ];
    const TYPES: &'static [Type] = &[
        AddCustomField::TYPE,
        AddUserAccessKey::TYPE,
        DeleteUserAccessKey::TYPE,
        InvoiceAddressToHandle::TYPE,
        CustomerQueryResponse::TYPE,
        CustomFieldConfigData::TYPE,
        CustomFieldValueResponse::TYPE,
        CustomFieldDataResponse::TYPE,
        CustomerCommentsResponse::TYPE,
        UserAccessKeys::TYPE,
        InvoiceAddressResponse::TYPE,
    ];
}

/// The value to set of a custom field.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct AddCustomField {
    /// The custom field.
    pub id: i32,
    /// Its value.
    pub value: Option<String>,
}

impl AddCustomField {
    /// The class as the metadata page of [`UpdateCustomer`] shows it.
    pub const TYPE: Type = Type::class(
        "AddCustomField",
        &[
            Parameter::optional("Id", Form, "int", ""),
            Parameter::required("Value", Form, "string", ""),
        ],
    );
}

/// An access key to add or change.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct AddUserAccessKey {
    /// The access key to change. Without it, a new one is added.
    pub id: Option<Guid>,
    /// The company that the access key is for.
    pub company_id: Option<Guid>,
    /// The kind of access key.
    pub access_key_type_id: i32,
    /// The key or token itself.
    pub value: Option<String>,
    /// The customer that the access key is for.
    pub customer_id: Option<Guid>,
    /// A note about the access key.
    pub description: Option<String>,
}

impl AddUserAccessKey {
    /// The class as the metadata page of [`UpdateCustomer`] shows it.
    pub const TYPE: Type = Type::class(
        "AddUserAccessKey",
        &[
            Parameter::optional(
                "Id",
                Form,
                "Guid?",
                "Specify 'Id' to update an existing access key, leave empty to create a new one",
            ),
            Parameter::optional(
                "CompanyId",
                Form,
                "Guid?",
                "The company ID associated with this access key",
            ),
            Parameter::optional(
                "AccessKeyTypeId",
                Form,
                "int",
                "The type of access key to create",
            ),
            Parameter::required("Value", Form, "string", "The actual key value or token"),
            Parameter::optional(
                "CustomerId",
                Form,
                "Guid?",
                "The customer ID this access key is associated with",
            ),
            Parameter::required(
                "Description",
                Form,
                "string",
                "A description or note about this access key",
            ),
        ],
    );
}

/// An access key to delete.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct DeleteUserAccessKey {
    /// The access key.
    pub id: Guid,
}

impl DeleteUserAccessKey {
    /// The class as the metadata page of [`UpdateCustomer`] shows it.
    pub const TYPE: Type = Type::class(
        "DeleteUserAccessKey",
        &[Parameter::optional(
            "Id",
            Form,
            "Guid",
            "The unique identifier of the access key to delete",
        )],
    );
}

/// Where to send invoices from now on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct InvoiceAddressToHandle {
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

impl InvoiceAddressToHandle {
    /// The class as the metadata page of [`UpdateCustomer`] shows it.
    pub const TYPE: Type = Type::class(
        "InvoiceAddressToHandle",
        &[
            Parameter::required("CorporateIdentityNumber", Form, "string", ""),
            Parameter::required("InvoiceAddress1", Form, "string", ""),
            Parameter::required("InvoiceAddress2", Form, "string", ""),
            Parameter::required("InvoiceCity", Form, "string", ""),
            Parameter::required("InvoicePostalCode", Form, "string", ""),
            Parameter::required("InvoiceCountryCode", Form, "string", ""),
        ],
    );
}
