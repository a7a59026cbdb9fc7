//! A user account.

use alloc::{collections::BTreeMap, string::String, vec::Vec};

use serde::{Deserialize, Serialize};

use crate::{
    dotnet::DateTime,
    dto::Secret,
    operation::{Location::Form, Parameter, Type},
};

/// A user account of a customer. Its owner is a natural person.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
pub struct Account {
    /// The account.
    pub id: i32,
    /// Its place among the accounts.
    pub index: i32,
    /// The customer that the account belongs to.
    pub ref_id: Option<i32>,
    /// The same as `ref_id`, as text.
    pub ref_id_str: Option<String>,
    /// The name to sign in with; no two accounts share one.
    pub user_name: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// The name to show to people.
    pub display_name: Option<String>,
    /// The owner's first name.
    pub first_name: Option<String>,
    /// The owner's last name.
    pub last_name: Option<String>,
    /// The owner's full name. (The page describes it in the words of `RefId`.)
    pub full_name: Option<String>,
    /// The owner's gender.
    pub gender: Option<String>,
    /// The owner's language.
    pub language: Option<String>,
    /// The company that employs the user.
    pub company: Option<String>,
    /// Where the account's profile is.
    pub profile_url: Option<String>,
    /// The roles that the account has.
    pub roles: Option<Vec<String>>,
    /// The permissions that the account has.
    pub permissions: Option<Vec<String>>,
    /// The user's main e-mail address.
    pub primary_email: Option<String>,
    /// The random data that the password is hashed with.
    pub salt: Option<Secret>,
    /// What PBKDF2 makes of the password.
    pub password_hash: Option<Secret>,
    /// What the hash of digest authentication makes of the password.
    pub digest_ha1_hash: Option<Secret>,
    /// How often signing in failed.
    pub invalid_login_attempts: i32,
    /// When someone last tried to sign in.
    pub last_login_attempt: Option<DateTime>,
    /// When the account was locked.
    pub locked_date: Option<DateTime>,
    /// When the account was added.
    pub created_date: DateTime,
    /// When the account was last changed.
    pub modified_date: DateTime,
    /// The owner's telephone number.
    pub phone_number: Option<String>,
    /// The owner's date of birth.
    pub birth_date: Option<DateTime>,
    /// The owner's date of birth, as text.
    pub birth_date_raw: Option<String>,
    /// The owner's address.
    pub address: Option<String>,
    /// More of the address.
    pub address2: Option<String>,
    /// The owner's city.
    pub city: Option<String>,
    /// The owner's state.
    pub state: Option<String>,
    /// The owner's country; the customer's, if in doubt.
    pub country: Option<String>,
    /// The account's locale.
    pub culture: Option<String>,
    /// The account's mail address.
    pub mail_address: Option<String>,
    /// The user's nickname.
    pub nickname: Option<String>,
    /// The owner's postal code.
    pub postal_code: Option<String>,
    /// The user's time zone.
    pub time_zone: Option<String>,
    /// Anything else about the account.
    pub meta: Option<BTreeMap<String, String>>,
}

impl Account {
    /// The class as the metadata page of [`BatchRegisterCustomers`](super::BatchRegisterCustomers)
    /// declares it.
    pub const TYPE: Type = Type::class(
        "Account",
        &[
            Parameter::required(
                "Id",
                Form,
                "int",
                "The unique identifier of the user account.",
            ),
            Parameter::required(
                "Index",
                Form,
                "int",
                "The position of this instance in a collection of 'Account' instances",
            ),
            Parameter::required(
                "RefId",
                Form,
                "int?",
                "The unique identifier of the customer associated with this account.",
            ),
            Parameter::optional(
                "RefIdStr",
                Form,
                "string",
                "The string representation of the unique identifier of a reference that associates \
                with this user account. This should have the same value as 'RefId'.",
            ),
            Parameter::required(
                "UserName",
                Form,
                "string",
                "The unique user name of the user account.",
            ),
            Parameter::optional(
                "Email",
                Form,
                "string",
                "The electronic mail address of the user account.",
            ),
            Parameter::optional(
                "DisplayName",
                Form,
                "string",
                "The friendly name of the user account.",
            ),
            Parameter::optional(
                "FirstName",
                Form,
                "string",
                "The first name of the owner (natural person) of the user account.",
            ),
            Parameter::optional(
                "LastName",
                Form,
                "string",
                "The last name of the owner (natural person) of the user account.",
            ),
            Parameter::optional(
                "FullName",
                Form,
                "string",
                "The unique identifier of the customer associated with this account.",
            ),
            Parameter::optional(
                "Gender",
                Form,
                "string",
                "The gender of the owner (natural person) of the user account.",
            ),
            Parameter::optional(
                "Language",
                Form,
                "string",
                "The language of the owner of teh user account.",
            ),
            Parameter::optional(
                "Company",
                Form,
                "string",
                "The company, where the user is an employee.",
            ),
            Parameter::required(
                "ProfileUrl",
                Form,
                "string",
                "The profile URL of the user account.",
            ),
            Parameter::required(
                "Roles",
                Form,
                "List<string>",
                "The roles assigned to the user account.",
            ),
            Parameter::required(
                "Permissions",
                Form,
                "List<string>",
                "The permissions assigned to the user account.",
            ),
            Parameter::optional(
                "PrimaryEmail",
                Form,
                "string",
                "The primary e-mail address of the user.",
            ),
            Parameter::optional(
                "Salt",
                Form,
                "string",
                "Random data to enhance the security of the user password.",
            ),
            Parameter::optional(
                "PasswordHash",
                Form,
                "string",
                "The hash value of the user password that the PBKDF2 algorithm produces.",
            ),
            Parameter::optional(
                "DigestHa1Hash",
                Form,
                "string",
                "The hash value of the user password that the DigestHa1 algorithm produces.",
            ),
            Parameter::required(
                "InvalidLoginAttempts",
                Form,
                "int",
                "The number of times the user account tried to sign in but failed.",
            ),
            Parameter::optional(
                "LastLoginAttempt",
                Form,
                "DateTime?",
                "The last time the user account attempted a sign in.",
            ),
            Parameter::optional(
                "LockedDate",
                Form,
                "DateTime?",
                "The date and time when the user acount was denied access.",
            ),
            Parameter::required(
                "CreatedDate",
                Form,
                "DateTime",
                "The date and time when the user account was created.",
            ),
            Parameter::required(
                "ModifiedDate",
                Form,
                "DateTime",
                "The date and time when the user account was last modified.",
            ),
            Parameter::optional(
                "PhoneNumber",
                Form,
                "string",
                "The telephone number of the owner of the user account.",
            ),
            Parameter::optional(
                "BirthDate",
                Form,
                "DateTime?",
                "The birth date of the owner of the user account",
            ),
            Parameter::optional(
                "BirthDateRaw",
                Form,
                "string",
                "The string representation of the birth date of the user account.",
            ),
            Parameter::optional(
                "Address",
                Form,
                "string",
                "The mail address of the user account.",
            ),
            Parameter::optional(
                "Address2",
                Form,
                "string",
                "Additional information for the specified 'Address' of the user.",
            ),
            Parameter::optional(
                "City",
                Form,
                "string",
                "The city of the owner of the user account.",
            ),
            Parameter::optional(
                "State",
                Form,
                "string",
                "The state of the owner of the user account.",
            ),
            Parameter::optional(
                "Country",
                Form,
                "string",
                "The country of the owner of the user account. It is recommended to use the name \
                of the associated 'Customer'.",
            ),
            Parameter::optional("Culture", Form, "string", "The locale of the user account."),
            Parameter::optional(
                "MailAddress",
                Form,
                "string",
                "The mail address of the user account.",
            ),
            Parameter::optional(
                "Nickname",
                Form,
                "string",
                "The nickname of the user of the user account.",
            ),
            Parameter::optional(
                "PostalCode",
                Form,
                "string",
                "The postal code of the user account.",
            ),
            Parameter::optional(
                "TimeZone",
                Form,
                "string",
                "The time zone of the user of the user account.",
            ),
            Parameter::optional(
                "Meta",
                Form,
                "Dictionary<string,string>",
                "Additional information to attach to the user account.",
            ),
        ],
    );
}
