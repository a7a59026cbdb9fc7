//! Which Rust type stands for a .NET type, by the name that the recorded lines have for it.

use super::{
    mirror::{Dictionary, List, Mirror, Text},
    scalars::{
        Bytes, Date, DateOnly, Double, Guid, Money, OffsetDate, Single, TimeOnly, TimeSpan, Uri,
    },
    types::*,
};

/// What is done with a type once it is known.
pub trait Check {
    /// Does it.
    fn check<T: Mirror>(self);
}

/// Declares [`check_type`]. A scalar comes with the types that contain it in the recorded lines;
/// a value type also with its nullable form.
macro_rules! registry {
    (
        values { $($value_text:literal => $value:ty,)* }
        references { $($reference_text:literal => $reference:ty,)* }
        others { $($other_text:literal => $other:ty,)* }
    ) => {
        /// Does the check with the Rust type of this name; false if there is none.
        pub fn check_type<C: Check>(name: &str, check: C) -> bool {
            // `byte[]` is not the list that the other arrays are, so that these come first.
            $(registry!(@scalar name, check, [$reference] $reference_text);)*
            $(
                registry!(@scalar name, check, [$value] $value_text);
                registry!(@type name, check, [Boxed<Option<$value>>] "Box<", $value_text, "?>");
                registry!(@type name, check, [List<Option<$value>>] "List<", $value_text, "?>");
            )*
            $(registry!(@type name, check, [$other] $other_text);)*
            false
        }
    };
    (@scalar $name:ident, $check:ident, [$type:ty] $text:literal) => {
        registry!(@type $name, $check, [$type] $text);
        registry!(@type $name, $check, [Boxed<$type>] "Box<", $text, ">");
        registry!(@type $name, $check, [List<$type>] "List<", $text, ">");
        registry!(@type $name, $check, [List<$type>] $text, "[]");
        registry!(@type $name, $check, [Dictionary<String, $type>] "Dictionary<string,", $text, ">");
    };
    (@type $name:ident, $check:ident, [$type:ty] $($text:literal),+) => {
        if $name == concat!($($text),+) {
            $check.check::<$type>();
            return true;
        }
    };
}

registry! {
    values {
        "bool" => bool,
        "byte" => u8,
        "sbyte" => i8,
        "short" => i16,
        "ushort" => u16,
        "int" => i32,
        "uint" => u32,
        "long" => i64,
        "ulong" => u64,
        "double" => Double,
        "float" => Single,
        "char" => char,
        "decimal" => Money,
        "Guid" => Guid,
        "DateTime" => Date,
        "DateTimeOffset" => OffsetDate,
        "TimeSpan" => TimeSpan,
        "DateOnly" => DateOnly,
        "TimeOnly" => TimeOnly,
        "CustomerType" => CustomerType,
        "Perms" => Perms,
        "Wire" => Wire,
    }
    references {
        "string" => Text,
        "Uri" => Option<Uri>,
        "byte[]" => Option<Bytes>,
    }
    others {
        "int[][]" => List<List<i32>>,
        "List<List<int>>" => List<List<i32>>,
        "List<List<string>>" => List<List<Text>>,
        "List<Box<string>>" => List<Boxed<Text>>,
        "Box<string>[]" => List<Boxed<Text>>,
        "Box<Box<string>>" => Boxed<Boxed<Text>>,
        "Box<List<string>>" => Boxed<List<Text>>,
        "Box<Dictionary<string,string>>" => Boxed<Dictionary<String, Text>>,
        "Dictionary<int,string>" => Dictionary<i32, Text>,
        "Dictionary<bool,string>" => Dictionary<bool, Text>,
        "Dictionary<double,string>" => Dictionary<Double, Text>,
        "Dictionary<CustomerType,int>" => Dictionary<CustomerType, i32>,
        "Dictionary<Guid,string>" => Dictionary<Guid, Text>,
        "Dictionary<DateTime,string>" => Dictionary<Date, Text>,
        "Dictionary<string,List<string>>" => Dictionary<String, List<Text>>,
        "Dictionary<string,Dictionary<string,int>>" => Dictionary<String, Dictionary<String, i32>>,
        "KeyValuePair<string,int>" => KeyValuePair<Text, i32>,
        "Account" => Option<Account>,
        "Customer" => Option<Customer>,
        "BatchRegisterCustomers" => Option<BatchRegisterCustomers>,
        "ResponseError" => Option<ResponseError>,
        "ResponseStatus" => Option<ResponseStatus>,
        "RegisteredCustomer" => Option<RegisteredCustomer>,
        "CreateAxemaUserSync" => Option<CreateAxemaUserSync>,
        "AxemaUserSyncJobResponse" => Option<AxemaUserSyncJobResponse>,
        "AddCustomField" => Option<AddCustomField>,
        "AddUserAccessKey" => Option<AddUserAccessKey>,
        "DeleteUserAccessKey" => Option<DeleteUserAccessKey>,
        "InvoiceAddressToHandle" => Option<InvoiceAddressToHandle>,
        "UpdateCustomer" => Option<UpdateCustomer>,
        "CustomFieldValueResponse" => Option<CustomFieldValueResponse>,
        "CustomFieldConfigData" => Option<CustomFieldConfigData>,
        "CustomFieldDataResponse" => Option<CustomFieldDataResponse>,
        "CustomerCommentsResponse" => Option<CustomerCommentsResponse>,
        "UserAccessKeys" => Option<UserAccessKeys>,
        "InvoiceAddressResponse" => Option<InvoiceAddressResponse>,
        "CustomerQueryResponse" => Option<CustomerQueryResponse>,
        "BillingMethodCountriesRelation" => Option<BillingMethodCountriesRelation>,
        "BillingMethod" => Option<BillingMethod>,
        "BillingInformationResponse" => Option<BillingInformationResponse>,
        "CreateLicense" => Option<CreateLicense>,
        "CancelLicense" => Option<CancelLicense>,
        "LicenseItemsResponse" => Option<LicenseItemsResponse>,
        "Currency" => Option<Currency>,
        "Country" => Option<Country>,
        "LicensePrice" => Option<LicensePrice>,
        "LicenseTypeQueryResponse" => Option<LicenseTypeQueryResponse>,
        "CompanyLicenseQueryResponse" => Option<CompanyLicenseQueryResponse>,
        "Deep" => Option<Deep>,
        "Mixed" => Option<Mixed>,
        "List<Mixed>" => List<Option<Mixed>>,
        "List<RegisteredCustomer>" => List<Option<RegisteredCustomer>>,
    }
}
