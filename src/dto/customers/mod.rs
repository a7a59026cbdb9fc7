//! A tax filing service: customers with user accounts.
//!
//! Its host writes names in camelCase, as ServiceStack's hosts do unless told otherwise:
//! [`Options::servicestack`](crate::Options::servicestack).
//!
//! ```
//! use jsv::{Options, dto::customers::{Customer, CustomerType}};
//!
//! let customer = Customer {
//!     name: Some("Acme".into()),
//!     r#type: CustomerType::External,
//!     ..Customer::default()
//! };
//! let text = Options::servicestack().to_string(&customer)?;
//! assert_eq!(text, "{id:0,index:0,name:Acme,type:External}");
//! # Ok::<(), jsv::Error>(())
//! ```

mod account;
mod batch_register;
mod customer;

pub use self::{
    account::Account,
    batch_register::{BatchRegisterCustomers, RegisteredCustomer},
    customer::{Customer, CustomerType},
};
