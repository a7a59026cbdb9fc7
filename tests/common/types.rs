//! The model types of `vectors/schema.json` whose scalars exist, named and ordered as there.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de, de::Visitor};
use serde_json::Value as Json;

use super::{
    lines::text_of,
    mirror::{Dictionary, List, Mirror, Text},
    scalars::mirrors,
};

/// Declares objects: a field, the member's .NET name, the type. A member that a text lacks is its
/// type's default, as in .NET.
macro_rules! objects {
    ($(
        $(#[$doc:meta])*
        $name:ident $(<$($parameter:ident),+>)? {
            $($field:ident as $member:literal: $type:ty,)+
        }
    )+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
        #[serde(default)]
        pub struct $name $(<$($parameter),+>)? {
            $(#[serde(rename = $member)] pub $field: $type,)+
        }

        impl $(<$($parameter: Mirror),+>)? Mirror for $name $(<$($parameter),+>)? {
            fn from_recorded(recorded: &Json) -> Self {
                // Recorded objects have all their members and no others.
                let members = [$($member),+];
                assert_eq!(recorded.as_object().map(|object| object.len()), Some(members.len()));
                let member = |name: &str| {
                    recorded.get(name).unwrap_or_else(|| panic!("`{name}` in {recorded}"))
                };
                Self { $($field: Mirror::from_recorded(member($member)),)+ }
            }

            fn read_back(self) -> Self {
                Self { $($field: self.$field.read_back(),)+ }
            }
        }
    )+};
}

/// The schema's `Box<T>`.
pub type Boxed<T> = Option<ValueAndTail<T>>;

objects! {
    /// What a [`Boxed`] value is if it is not null.
    ValueAndTail<T> {
        value as "Value": T,
        tail as "Tail": Text,
    }

    /// A value type, so that it is no `Option`.
    KeyValuePair<K, V> {
        key as "Key": K,
        value as "Value": V,
    }

    ResponseError {
        error_code as "ErrorCode": Text,
        field_name as "FieldName": Text,
        message as "Message": Text,
        meta as "Meta": Dictionary<String, Text>,
    }

    ResponseStatus {
        error_code as "ErrorCode": Text,
        message as "Message": Text,
        stack_trace as "StackTrace": Text,
        errors as "Errors": List<Option<ResponseError>>,
        meta as "Meta": Dictionary<String, Text>,
    }

    AddCustomField {
        id as "Id": i32,
        value as "Value": Text,
    }

    InvoiceAddressToHandle {
        corporate_identity_number as "CorporateIdentityNumber": Text,
        invoice_address1 as "InvoiceAddress1": Text,
        invoice_address2 as "InvoiceAddress2": Text,
        invoice_city as "InvoiceCity": Text,
        invoice_postal_code as "InvoicePostalCode": Text,
        invoice_country_code as "InvoiceCountryCode": Text,
    }

    CustomFieldValueResponse {
        value as "Value": Text,
    }

    CustomFieldConfigData {
        id as "Id": i32,
        name as "Name": Text,
        description as "Description": Text,
        width as "Width": Option<i32>,
        data_type as "DataType": Text,
        default_value as "DefaultValue": Text,
        is_mandatory as "IsMandatory": bool,
        mandatory_error_message as "MandatoryErrorMessage": Text,
        max_length as "MaxLength": i32,
        multiple_line_text as "MultipleLineText": bool,
        reg_ex as "RegEx": Text,
        reg_ex_error_message as "RegExErrorMessage": Text,
        values as "Values": List<Option<CustomFieldValueResponse>>,
    }

    CustomFieldDataResponse {
        id as "Id": i32,
        column as "Column": Text,
        name as "Name": Text,
        description as "Description": Text,
        value as "Value": Text,
        data_type as "DataType": Text,
    }

    LicenseItemsResponse {
        id as "Id": i32,
        name as "Name": Text,
        allowed_items as "AllowedItems": i32,
    }

    Deep {
        name as "Name": Text,
        child as "Child": Option<Box<Deep>>,
        children as "Children": List<Option<Deep>>,
        map as "Map": Dictionary<String, Option<Deep>>,
    }
}

/// The schema's plain enum.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub enum CustomerType {
    #[default]
    Internal,
    Network,
    External,
}

/// The schema's enum with `EnumMember` texts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub enum Wire {
    #[default]
    #[serde(rename = "first value")]
    First,
    #[serde(rename = "second:value")]
    Second,
    Third,
}

/// The schema's `[Flags]` enum: any combination of bits is a value, so that it is a number in
/// Rust, too. It is written as that number and read from the number or the names.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Perms(pub i32);

impl Perms {
    const NAMES: [(&str, i32); 4] = [("None", 0), ("Read", 1), ("Write", 2), ("Admin", 4)];

    /// The bits of one name or number.
    fn bits(text: &str) -> Option<i32> {
        let named = Self::NAMES
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(text));
        match named {
            Some((_, bits)) => Some(*bits),
            // `parse` takes a plus, JSV's integers have none.
            None if text.starts_with('+') => None,
            None => text.parse().ok(),
        }
    }
}

impl Serialize for Perms {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i32(self.0)
    }
}

impl<'de> Deserialize<'de> for Perms {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(PermsVisitor)
    }
}

struct PermsVisitor;

impl Visitor<'_> for PermsVisitor {
    type Value = Perms;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a number, or names separated by commas")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Perms, E> {
        text.split(',')
            .try_fold(0, |bits, name| {
                Some(bits | Perms::bits(name.trim_matches(' '))?)
            })
            .map(Perms)
            .ok_or_else(|| E::invalid_value(de::Unexpected::Str(text), &self))
    }
}

/// The number of a recorded enum.
fn number(recorded: &Json) -> i32 {
    let text = text_of(&recorded["enum"]);
    text.parse()
        .unwrap_or_else(|error| panic!("{error}: {recorded}"))
}

mirrors! {
    CustomerType: |recorded| match number(recorded) {
        0 => Self::Internal,
        1 => Self::Network,
        2 => Self::External,
        other => panic!("CustomerType {other}"),
    };
    Wire: |recorded| match number(recorded) {
        0 => Self::First,
        1 => Self::Second,
        2 => Self::Third,
        other => panic!("Wire {other}"),
    };
    Perms: |recorded| Self(number(recorded));
}
