//! The mirrors of objects and enums of `vectors/schema.json`, named and ordered as there. Not all
//! types have one.

pub use jsv::dotnet::KeyValuePair;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value as Json;

use crate::{
    losses::{Losses, ReadBack},
    mirror::{Dictionary, List, Mirror, Text},
    scalars::{Bytes, Date, Double, Guid, Money, OffsetDate, TimeSpan, mirrors, number},
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
        #[doc = concat!("`", stringify!($name), "`.")]
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
        #[serde(default)]
        pub struct $name $(<$($parameter),+>)? {
            $(
                #[doc = concat!("`", $member, "`.")]
                #[serde(rename = $member)]
                pub $field: $type,
            )+
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
        }

        impl $(<$($parameter: ReadBack),+>)? ReadBack for $name $(<$($parameter),+>)? {
            fn read_back(self, losses: &Losses) -> Self {
                Self { $($field: self.$field.read_back(losses),)+ }
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

    LicenseItemsResponse {
        id as "Id": i32,
        name as "Name": Text,
        allowed_items as "AllowedItems": i32,
    }

    Account {
        id as "Id": i32,
        index as "Index": i32,
        ref_id as "RefId": Option<i32>,
        ref_id_str as "RefIdStr": Text,
        user_name as "UserName": Text,
        email as "Email": Text,
        display_name as "DisplayName": Text,
        first_name as "FirstName": Text,
        last_name as "LastName": Text,
        full_name as "FullName": Text,
        gender as "Gender": Text,
        language as "Language": Text,
        company as "Company": Text,
        profile_url as "ProfileUrl": Text,
        roles as "Roles": List<Text>,
        permissions as "Permissions": List<Text>,
        primary_email as "PrimaryEmail": Text,
        salt as "Salt": Text,
        password_hash as "PasswordHash": Text,
        digest_ha1_hash as "DigestHa1Hash": Text,
        invalid_login_attempts as "InvalidLoginAttempts": i32,
        last_login_attempt as "LastLoginAttempt": Option<Date>,
        locked_date as "LockedDate": Option<Date>,
        created_date as "CreatedDate": Date,
        modified_date as "ModifiedDate": Date,
        phone_number as "PhoneNumber": Text,
        birth_date as "BirthDate": Option<Date>,
        birth_date_raw as "BirthDateRaw": Text,
        address as "Address": Text,
        address2 as "Address2": Text,
        city as "City": Text,
        state as "State": Text,
        country as "Country": Text,
        culture as "Culture": Text,
        mail_address as "MailAddress": Text,
        nickname as "Nickname": Text,
        postal_code as "PostalCode": Text,
        time_zone as "TimeZone": Text,
        meta as "Meta": Dictionary<String, Text>,
    }

    Customer {
        id as "Id": i32,
        index as "Index": i32,
        name as "Name": Text,
        country as "Country": Text,
        r#type as "Type": CustomerType,
        accounts as "Accounts": List<Option<Account>>,
    }

    BatchRegisterCustomers {
        customers as "Customers": List<Option<Customer>>,
    }

    AddUserAccessKey {
        id as "Id": Option<Guid>,
        company_id as "CompanyId": Option<Guid>,
        access_key_type_id as "AccessKeyTypeId": i32,
        value as "Value": Text,
        customer_id as "CustomerId": Option<Guid>,
        description as "Description": Text,
    }

    DeleteUserAccessKey {
        id as "Id": Guid,
    }

    UpdateCustomer {
        company_id as "CompanyId": Option<Guid>,
        id as "Id": Guid,
        firstname as "Firstname": Text,
        lastname as "Lastname": Text,
        phone as "Phone": Text,
        email as "Email": Text,
        custom_fields as "CustomFields": List<Option<AddCustomField>>,
        access_keys as "AccessKeys": List<Option<AddUserAccessKey>>,
        access_keys_to_delete as "AccessKeysToDelete": List<Option<DeleteUserAccessKey>>,
        subscribed_to_newsletter as "SubscribedToNewsletter": Option<bool>,
        invoice_address as "InvoiceAddress": Option<InvoiceAddressToHandle>,
    }

    Currency {
        name as "Name": Text,
        currency_sign as "CurrencySign": Text,
        active as "Active": bool,
        modified_date as "ModifiedDate": Option<OffsetDate>,
        id as "Id": Text,
    }

    Country {
        currency_id as "CurrencyId": Text,
        currency_info as "CurrencyInfo": Option<Currency>,
        name as "Name": Text,
        culture as "Culture": Text,
        time_zone as "TimeZone": Text,
        modified_date as "ModifiedDate": Option<OffsetDate>,
        id as "Id": Text,
    }

    LicensePrice {
        country as "Country": Option<Country>,
        monthly_payment as "MonthlyPayment": bool,
        license_type_id as "LicenseTypeId": i32,
        country_id as "CountryId": Text,
        price as "Price": i32,
        modified_date as "ModifiedDate": Option<OffsetDate>,
    }

    LicenseTypeQueryResponse {
        id as "Id": i32,
        name as "Name": Text,
        description as "Description": Text,
        is_extra_license_option as "IsExtraLicenseOption": bool,
        period_of_notice_days as "PeriodOfNoticeDays": i32,
        items as "Items": List<Option<LicenseItemsResponse>>,
        prices as "Prices": List<Option<LicensePrice>>,
    }

    CompanyLicenseQueryResponse {
        id as "Id": i32,
        type_id as "TypeId": i32,
        r#type as "Type": Option<LicenseTypeQueryResponse>,
        valid_from as "ValidFrom": Date,
        valid_to as "ValidTo": Date,
        meta_data as "MetaData": Text,
        active as "Active": bool,
        canceled as "Canceled": bool,
        updated as "Updated": Date,
        created as "Created": Date,
    }

    Mixed {
        grid as "Grid": List<List<i32>>,
        names as "Names": List<List<Text>>,
        jagged as "Jagged": List<List<i32>>,
        lists as "Lists": Dictionary<String, List<Text>>,
        maps as "Maps": Dictionary<String, Dictionary<String, i32>>,
        by_int as "ByInt": Dictionary<i32, Text>,
        by_enum as "ByEnum": Dictionary<CustomerType, Money>,
        dates as "Dates": Dictionary<String, Date>,
        pair as "Pair": KeyValuePair<Text, i32>,
        pairs as "Pairs": List<KeyValuePair<Text, Text>>,
        set as "Set": List<Text>,
        blob as "Blob": Option<Bytes>,
        span as "Span": Option<TimeSpan>,
        money as "Money": Option<Money>,
        ratio as "Ratio": Option<Double>,
        letter as "Letter": char,
        kind as "Kind": Option<CustomerType>,
        kinds as "Kinds": List<CustomerType>,
        perms as "Perms": Perms,
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
    /// 0.
    #[default]
    Internal,
    /// 1.
    Network,
    /// 2.
    External,
}

/// The schema's enum with `EnumMember` texts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub enum Wire {
    /// 0
    #[default]
    #[serde(rename = "first value")]
    First,
    /// 1
    #[serde(rename = "second:value")]
    Second,
    /// 2
    Third,
}

bitflags::bitflags! {
    /// The schema's `[Flags]` enum.
    #[derive(Debug, Clone, Copy, Default, PartialEq)]
    pub struct Perms: i32 {
        /// `None`.
        const NONE = 0;
        /// `Read`.
        const READ = 1;
        /// `Write`.
        const WRITE = 2;
        /// `Admin`.
        const ADMIN = 4;
    }
}

impl Serialize for Perms {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        jsv::dotnet::flags::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for Perms {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        jsv::dotnet::flags::deserialize(deserializer)
    }
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
    Perms: |recorded| Self::from_bits_retain(number(recorded));
}
