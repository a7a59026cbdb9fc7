//! Registering many customers at once.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::{Account, Customer, CustomerType};
use crate::operation::{
    Location::{Body, Form},
    Operation, Parameter, ResponseError, ResponseStatus, Route, Type,
};

/// Registers customers, all in one request.
///
/// The page has a base class `BatchRegisterCustomersBase`, whose one member this class declares
/// anew; on the wire there is that one member.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct BatchRegisterCustomers {
    /// The customers to register.
    pub customers: Option<Vec<Customer>>,
}

/// The page asks for a role and two permissions, which implies that the caller has signed in.
impl Operation for BatchRegisterCustomers {
    type Response = Vec<RegisteredCustomer>;

    const NAME: &'static str = "BatchRegisterCustomers";
    const ROUTES: &'static [Route] = &[Route::new(&["POST"], "/sync/customers/batch")];
    const REQUIRES_AUTHENTICATION: bool = true;
    const REQUIRED_ROLES: &'static [&'static str] = &["Admin"];
    const REQUIRED_PERMISSIONS: &'static [&'static str] = &["CanAccess", "CanAdd"];
    const PARAMETERS: &'static [Parameter] = &[Parameter::required(
        "Customers",
        Body,
        "List<Customer>",
        "The customers to register.",
    )];
    const TYPES: &'static [Type] = &[
        CustomerType::TYPE,
        Account::TYPE,
        Customer::TYPE,
        RegisteredCustomer::TYPE,
        ResponseStatus::TYPE,
        ResponseError::TYPE,
    ];
}

/// What became of one customer of a batch.
///
/// The page declares no class for it; the members are those of the page's sample response.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct RegisteredCustomer {
    /// The customer, as registered.
    pub customer: Option<Customer>,
    /// The customer's place in the request.
    pub index: i32,
    /// What went wrong with this customer, if anything.
    pub response_status: Option<ResponseStatus>,
}

impl RegisteredCustomer {
    /// The class in the terms of metadata pages, after the sample response of
    /// [`BatchRegisterCustomers`].
    pub const TYPE: Type = Type::class(
        "RegisteredCustomer",
        &[
            Parameter::optional("Customer", Form, "Customer", ""),
            Parameter::optional("Index", Form, "int", ""),
            Parameter::optional("ResponseStatus", Form, "ResponseStatus", ""),
        ],
    );
}
