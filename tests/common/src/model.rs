//! [`Model`]: a type as the tests see it, which is either the schema's or a Rust type that derives
//! serde's traits. Both are compiled here, once for all tests.

use std::{
    any::Any,
    fmt::{self, Debug},
    marker::PhantomData,
};

use jsv::Options;
use serde::Serialize;
use serde_json::Value as Json;

use crate::{
    format::Format,
    losses::{Losses, ReadBack},
    mirror::{Dictionary, List, Mirror, Text},
    read::Asked,
    scalars::{Date, Guid, Money},
    schema::Type,
    tree::Tree,
    types::*,
};

/// A type that recorded values are values of. It is displayed as what a failure calls it.
pub trait Model: fmt::Display {
    /// The value that a recorded value stands for.
    fn recorded(&self, recorded: &Json) -> Box<dyn Value>;

    /// Reads a value.
    ///
    /// # Errors
    ///
    /// Those of reading it.
    fn read(&self, format: Format, options: &Options, text: &str) -> jsv::Result<Box<dyn Value>>;

    /// Reads a value from JSON by serde_json alone.
    ///
    /// # Errors
    ///
    /// Those of serde_json.
    fn read_by_serde_json(&self, text: &str) -> serde_json::Result<Box<dyn Value>>;
}

/// A value of a [`Model`].
pub trait Value: Any + Debug {
    /// Writes the value.
    ///
    /// # Errors
    ///
    /// Those of writing it.
    fn write(&self, format: Format, options: &Options) -> jsv::Result<String>;

    /// What comes back when the value is written and read: the same but for what the text cannot
    /// hold.
    fn read_back(self: Box<Self>, losses: &Losses) -> Box<dyn Value>;

    /// Whether it is the same as another one.
    fn is(&self, other: &dyn Value) -> bool;
}

impl<T: Any + Debug + PartialEq + ReadBack + Serialize> Value for T {
    fn write(&self, format: Format, options: &Options) -> jsv::Result<String> {
        format.write(options, self)
    }

    fn read_back(self: Box<Self>, losses: &Losses) -> Box<dyn Value> {
        Box::new(ReadBack::read_back(*self, losses))
    }

    fn is(&self, other: &dyn Value) -> bool {
        (other as &dyn Any).downcast_ref() == Some(self)
    }
}

impl PartialEq for dyn Value {
    fn eq(&self, other: &Self) -> bool {
        self.is(other)
    }
}

fn boxed<T: Value>(value: T) -> Box<dyn Value> {
    Box::new(value)
}

/// The schema's.
struct BySchema(&'static Type);

impl Model for BySchema {
    fn recorded(&self, recorded: &Json) -> Box<dyn Value> {
        boxed(Tree::recorded(*self.0, recorded))
    }

    fn read(&self, format: Format, options: &Options, text: &str) -> jsv::Result<Box<dyn Value>> {
        let read = || format.read::<Asked<0>>(options, text);
        self.0.read_by(read).map(boxed)
    }

    fn read_by_serde_json(&self, text: &str) -> serde_json::Result<Box<dyn Value>> {
        let read = || serde_json::from_str::<Asked<0>>(text);
        self.0.read_by(read).map(boxed)
    }
}

impl fmt::Display for BySchema {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("by the schema")
    }
}

/// A Rust type.
struct Derived<T>(PhantomData<T>);

impl<T: Mirror + Any> Model for Derived<T> {
    fn recorded(&self, recorded: &Json) -> Box<dyn Value> {
        boxed(T::from_recorded(recorded))
    }

    fn read(&self, format: Format, options: &Options, text: &str) -> jsv::Result<Box<dyn Value>> {
        format.read::<T>(options, text).map(boxed)
    }

    fn read_by_serde_json(&self, text: &str) -> serde_json::Result<Box<dyn Value>> {
        serde_json::from_str::<T>(text).map(boxed)
    }
}

impl<T> fmt::Display for Derived<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("derived")
    }
}

/// The models of the type that has this name: the schema's, and its mirror if it has one. None if
/// the name says no type.
pub fn models_of(name: &str) -> Vec<Box<dyn Model>> {
    let by_schema = Type::named(name).map(|of| Box::new(BySchema(of)) as Box<dyn Model>);
    by_schema.into_iter().chain(mirror_of(name)).collect()
}

/// Declares [`mirror_of`].
macro_rules! mirrors {
    ($($name:literal => $type:ty,)*) => {
        /// The model of a type by its mirror.
        pub fn mirror_of(name: &str) -> Option<Box<dyn Model>> {
            match name {
                $($name => Some(Box::new(Derived::<$type>(PhantomData))),)*
                _ => None,
            }
        }
    };
}

mirrors! {
    "string" => Text,
    "decimal" => Money,
    "Guid" => Guid,
    "DateTime" => Date,
    "List<string>" => List<Text>,
    "List<int?>" => List<Option<i32>>,
    "Dictionary<string,string>" => Dictionary<String, Text>,
    "Dictionary<CustomerType,int>" => Dictionary<CustomerType, i32>,
    "KeyValuePair<string,int>" => KeyValuePair<Text, i32>,
    "Box<string>" => Boxed<Text>,
    "Box<int?>" => Boxed<Option<i32>>,
    "Box<CustomerType>" => Boxed<CustomerType>,
    "Wire" => Wire,
    "Box<Wire>" => Boxed<Wire>,
    "List<Wire>" => List<Wire>,
    "BatchRegisterCustomers" => Option<BatchRegisterCustomers>,
    "Customer" => Option<Customer>,
    "Account" => Option<Account>,
    "UpdateCustomer" => Option<UpdateCustomer>,
    "AddCustomField" => Option<AddCustomField>,
    "AddUserAccessKey" => Option<AddUserAccessKey>,
    "DeleteUserAccessKey" => Option<DeleteUserAccessKey>,
    "InvoiceAddressToHandle" => Option<InvoiceAddressToHandle>,
    "CompanyLicenseQueryResponse" => Option<CompanyLicenseQueryResponse>,
    "LicenseTypeQueryResponse" => Option<LicenseTypeQueryResponse>,
    "LicenseItemsResponse" => Option<LicenseItemsResponse>,
    "LicensePrice" => Option<LicensePrice>,
    "Country" => Option<Country>,
    "Currency" => Option<Currency>,
    "Deep" => Option<Deep>,
    "Mixed" => Option<Mixed>,
    "List<Mixed>" => List<Option<Mixed>>,
}
