//! A customer and the kinds of customers.

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Serialize};

use super::Account;
use crate::operation::{Location::Form, Parameter, Type};

/// A person or organization with user accounts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct Customer {
    /// The customer.
    pub id: i32,
    /// Its place among the customers.
    pub index: i32,
    /// The person's full name or the organization's name.
    pub name: Option<String>,
    /// Where the customer lives or does business.
    pub country: Option<String>,
    /// The kind of customer.
    pub r#type: CustomerType,
    /// The customer's user accounts.
    pub accounts: Option<Vec<Account>>,
}

impl Customer {
    /// The class as the metadata page of [`BatchRegisterCustomers`](super::BatchRegisterCustomers)
    /// declares it.
    pub const TYPE: Type = Type::class(
        "Customer",
        &[
            Parameter::required("Id", Form, "int", "The unique identifier of the customer."),
            Parameter::required(
                "Index",
                Form,
                "int",
                "The position of this instance in a collection of 'Customer' instances",
            ),
            Parameter::required(
                "Name",
                Form,
                "string",
                "Full name or organization name of customer.",
            ),
            Parameter::optional(
                "Country",
                Form,
                "string",
                "The country of residence or business of customer.",
            ),
            Parameter::required("Type", Form, "CustomerType", "The type of customer."),
            Parameter::required(
                "Accounts",
                Form,
                "List<Account>",
                "The list of user accounts associated with this customer.",
            ),
        ],
    );
}

/// The kind of a customer. On the wire it is the name; its number is read, too.
///
/// ```
/// use jsv::dto::customers::CustomerType;
///
/// assert_eq!(jsv::to_string(&CustomerType::Network)?, "Network");
/// assert_eq!(jsv::from_str::<CustomerType>("2")?, CustomerType::External);
/// # Ok::<(), jsv::Error>(())
/// ```
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum CustomerType {
    /// The service's own organization.
    #[default]
    Internal,
    /// A member of its network.
    Network,
    /// Anybody else.
    External,
}

impl CustomerType {
    /// The enum as the metadata page of [`BatchRegisterCustomers`](super::BatchRegisterCustomers)
    /// declares it.
    pub const TYPE: Type = Type::enumeration("CustomerType", &["Internal", "Network", "External"]);
}
