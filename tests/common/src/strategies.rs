//! Any value of any DTO, for properties: strategies, one for each class.
//!
//! What JSV's text cannot keep is not made: a midnight with a zone, and any other time without one
//! (jsv.md, section 9).

use std::{collections::BTreeMap, fmt::Debug};

use jsv::{
    dotnet::{DateTime, DateTimeOffset, Guid},
    dto::{Secret, bokamera::*, customers::*},
    operation::{ResponseError, ResponseStatus},
};
use proptest::{collection, option, prelude::*, sample};
use serde::de::DeserializeOwned;

/// Characters that a careless reader or writer might trip over: the nine that a text is quoted for,
/// and others.
const CHARS: &[char] = &[
    '"',
    ':',
    ',',
    '{',
    '}',
    '[',
    ']',
    '\r',
    '\n',
    ' ',
    '\t',
    '\0',
    '\u{1f}',
    '\u{7f}',
    '\u{85}',
    '\u{2028}',
    '\u{feff}',
    '\u{10ffff}',
    '\\',
    '\'',
    '/',
    '-',
    '+',
    '.',
    '_',
    '0',
    'N',
    'T',
    'a',
    'å',
    '🦀',
];

/// Any text, most of all one of difficult characters.
pub fn text() -> impl Strategy<Value = String> + Clone {
    let chars = prop_oneof![4 => sample::select(CHARS), 1 => any::<char>()];
    collection::vec(chars, 0..8).prop_map(String::from_iter)
}

/// Any secret.
pub fn secret() -> impl Strategy<Value = Secret> {
    text().prop_map(Secret::from)
}

/// Any `Meta`.
pub fn meta() -> impl Strategy<Value = BTreeMap<String, String>> {
    collection::btree_map(text(), text(), 0..3)
}

/// Any [`CustomerType`].
pub fn customer_type() -> impl Strategy<Value = CustomerType> {
    sample::select(
        &[
            CustomerType::Internal,
            CustomerType::Network,
            CustomerType::External,
        ][..],
    )
}

/// A .NET scalar by its text.
fn scalar<T: DeserializeOwned>(text: &str) -> T {
    jsv::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// Any Guid, often the empty one.
pub fn guid() -> impl Strategy<Value = Guid> {
    prop_oneof![
        1 => Just(Guid::default()),
        4 => any::<u128>().prop_map(|bits| scalar(&format!("{bits:032x}"))),
    ]
}

/// The days of .NET's calendar since 0001-01-01, but for a day at each end, where another zone
/// would be outside.
const DAYS: std::ops::Range<i64> = 1..3_652_058;

/// A day's ticks of 100 ns.
const TICKS: i64 = 24 * 60 * 60 * 10_000_000;

/// The largest offset that .NET has, in minutes.
const OFFSET: i64 = 14 * 60;

/// A day since 0001-01-01 as `yyyy-MM-dd`.
fn date(day: i64) -> String {
    // Years begin in March, so that the leap day is the last; a cycle of the calendar is 400 years.
    let day = day + 306;
    let (cycle, day) = (day / 146_097, day % 146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let (day, month) = (day - (153 * month + 2) / 5 + 1, (month + 2) % 12 + 1);
    let year = 400 * cycle + year + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

/// Date and time, without a zone.
fn wall_clock(day: i64, ticks: i64) -> String {
    let (seconds, fraction) = (ticks / 10_000_000, ticks % 10_000_000);
    let (minutes, second) = (seconds / 60, seconds % 60);
    let (hour, minute) = (minutes / 60, minutes % 60);
    let date = date(day);
    format!("{date}T{hour:02}:{minute:02}:{second:02}.{fraction:07}")
}

fn offset(minutes: i64) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    let minutes = minutes.abs();
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

/// A time of day: of whole milliseconds or not.
fn time_of_day() -> impl Strategy<Value = i64> {
    prop_oneof![
        (1..TICKS / 10_000).prop_map(|milliseconds| milliseconds * 10_000),
        1..TICKS,
    ]
}

/// Any `DateTime`: the default, a midnight without a zone, another time with one.
pub fn date_time() -> impl Strategy<Value = DateTime> {
    let zone = prop_oneof![Just("Z".to_owned()), (-OFFSET..=OFFSET).prop_map(offset),];
    prop_oneof![
        1 => Just(DateTime::default()),
        1 => DAYS.prop_map(|day| scalar(&date(day))),
        4 => (DAYS, time_of_day(), zone)
            .prop_map(|(day, ticks, zone)| scalar(&(wall_clock(day, ticks) + &zone))),
    ]
}

/// Any `DateTimeOffset`.
pub fn date_time_offset() -> impl Strategy<Value = DateTimeOffset> {
    prop_oneof![
        1 => Just(DateTimeOffset::default()),
        4 => (DAYS, prop_oneof![Just(0), time_of_day()], -OFFSET..=OFFSET)
            .prop_map(|(day, ticks, minutes)| scalar(&(wall_clock(day, ticks) + &offset(minutes)))),
    ]
}

/// Some items, few enough that nested lists stay small.
fn list<S: Strategy<Value: Debug>>(item: S) -> impl Strategy<Value = Vec<S::Value>> {
    collection::vec(item, 0..3)
}

/// Sets a member to any of its values.
fn with<C, M>(
    class: BoxedStrategy<C>,
    member: impl Strategy<Value = M> + 'static,
    set: fn(&mut C, M),
) -> BoxedStrategy<C>
where
    C: Debug + 'static,
    M: Debug + 'static,
{
    (class, member)
        .prop_map(move |(mut class, member)| {
            set(&mut class, member);
            class
        })
        .boxed()
}

/// A strategy for a class, from strategies for its members. All of them have to be named.
macro_rules! filled {
    ($class:ident { $($member:ident: $strategy:expr),+ $(,)? }) => {{
        let $class { $($member: _,)+ } = $class::default();
        let class = Just($class::default()).boxed();
        $(let class = with(class, $strategy, |class, member| class.$member = member);)+
        class
    }};
}

/// Any [`CreateAxemaUserSync`].
pub fn create_axema_user_sync() -> BoxedStrategy<CreateAxemaUserSync> {
    filled!(CreateAxemaUserSync {
        company_id: option::of(guid()),
    })
}

/// Any [`AxemaUserSyncJobResponse`].
pub fn axema_user_sync_job_response() -> BoxedStrategy<AxemaUserSyncJobResponse> {
    filled!(AxemaUserSyncJobResponse {
        id: guid(),
        company_id: guid(),
        status: any::<i32>(),
        status_name: option::of(text()),
        users_found: option::of(any::<i32>()),
        users_created: option::of(any::<i32>()),
        users_updated: option::of(any::<i32>()),
        error_message: option::of(text()),
        created_date: date_time(),
        updated_date: date_time(),
    })
}

/// Any [`UpdateCustomer`].
pub fn update_customer() -> BoxedStrategy<UpdateCustomer> {
    filled!(UpdateCustomer {
        company_id: option::of(guid()),
        id: guid(),
        firstname: option::of(text()),
        lastname: option::of(text()),
        phone: option::of(text()),
        email: option::of(text()),
        custom_fields: option::of(list(add_custom_field())),
        access_keys: option::of(list(add_user_access_key())),
        access_keys_to_delete: option::of(list(delete_user_access_key())),
        subscribed_to_newsletter: option::of(any::<bool>()),
        invoice_address: option::of(invoice_address_to_handle()),
    })
}

/// Any [`AddCustomField`].
pub fn add_custom_field() -> BoxedStrategy<AddCustomField> {
    filled!(AddCustomField {
        id: any::<i32>(),
        value: option::of(text()),
    })
}

/// Any [`AddUserAccessKey`].
pub fn add_user_access_key() -> BoxedStrategy<AddUserAccessKey> {
    filled!(AddUserAccessKey {
        id: option::of(guid()),
        company_id: option::of(guid()),
        access_key_type_id: any::<i32>(),
        value: option::of(text()),
        customer_id: option::of(guid()),
        description: option::of(text()),
    })
}

/// Any [`DeleteUserAccessKey`].
pub fn delete_user_access_key() -> BoxedStrategy<DeleteUserAccessKey> {
    filled!(DeleteUserAccessKey { id: guid() })
}

/// Any [`InvoiceAddressToHandle`].
pub fn invoice_address_to_handle() -> BoxedStrategy<InvoiceAddressToHandle> {
    filled!(InvoiceAddressToHandle {
        corporate_identity_number: option::of(text()),
        invoice_address1: option::of(text()),
        invoice_address2: option::of(text()),
        invoice_city: option::of(text()),
        invoice_postal_code: option::of(text()),
        invoice_country_code: option::of(text()),
    })
}

/// Any [`CustomerQueryResponse`].
pub fn customer_query_response() -> BoxedStrategy<CustomerQueryResponse> {
    filled!(CustomerQueryResponse {
        id: guid(),
        firstname: option::of(text()),
        lastname: option::of(text()),
        email: option::of(text()),
        phone: option::of(text()),
        image_url: option::of(text()),
        custom_fields: option::of(list(custom_field_config_data())),
        custom_field_values: option::of(list(custom_field_data_response())),
        comments: option::of(list(customer_comments_response())),
        access_keys: option::of(list(user_access_keys())),
        updated: date_time(),
        created: date_time(),
        response_status: option::of(response_status()),
        subscribed_to_newsletter: any::<bool>(),
        invoice_address: option::of(invoice_address_response()),
    })
}

/// Any [`CustomFieldConfigData`].
pub fn custom_field_config_data() -> BoxedStrategy<CustomFieldConfigData> {
    filled!(CustomFieldConfigData {
        id: any::<i32>(),
        name: option::of(text()),
        description: option::of(text()),
        width: option::of(any::<i32>()),
        data_type: option::of(text()),
        default_value: option::of(text()),
        is_mandatory: any::<bool>(),
        mandatory_error_message: option::of(text()),
        max_length: any::<i32>(),
        multiple_line_text: any::<bool>(),
        reg_ex: option::of(text()),
        reg_ex_error_message: option::of(text()),
        values: option::of(list(custom_field_value_response())),
    })
}

/// Any [`CustomFieldValueResponse`].
pub fn custom_field_value_response() -> BoxedStrategy<CustomFieldValueResponse> {
    filled!(CustomFieldValueResponse {
        value: option::of(text()),
    })
}

/// Any [`CustomFieldDataResponse`].
pub fn custom_field_data_response() -> BoxedStrategy<CustomFieldDataResponse> {
    filled!(CustomFieldDataResponse {
        id: any::<i32>(),
        column: option::of(text()),
        name: option::of(text()),
        description: option::of(text()),
        value: option::of(text()),
        data_type: option::of(text()),
    })
}

/// Any [`CustomerCommentsResponse`].
pub fn customer_comments_response() -> BoxedStrategy<CustomerCommentsResponse> {
    filled!(CustomerCommentsResponse {
        id: any::<i32>(),
        customer_id: guid(),
        comments: option::of(text()),
        updated: date_time(),
        created: date_time(),
        image_url: option::of(text()),
    })
}

/// Any [`UserAccessKeys`].
pub fn user_access_keys() -> BoxedStrategy<UserAccessKeys> {
    filled!(UserAccessKeys {
        company_id: guid(),
        access_key_type_id: any::<i32>(),
        value: option::of(text()),
        customer_id: guid(),
        description: option::of(text()),
        id: guid(),
    })
}

/// Any [`InvoiceAddressResponse`].
pub fn invoice_address_response() -> BoxedStrategy<InvoiceAddressResponse> {
    filled!(InvoiceAddressResponse {
        invoice_address_id: guid(),
        user_id: option::of(guid()),
        corporate_identity_number: option::of(text()),
        invoice_address1: option::of(text()),
        invoice_address2: option::of(text()),
        invoice_city: option::of(text()),
        invoice_postal_code: option::of(text()),
        invoice_country_code: option::of(text()),
    })
}

/// Any [`CreateLicense`].
pub fn create_license() -> BoxedStrategy<CreateLicense> {
    filled!(CreateLicense {
        company_id: option::of(guid()),
        type_id: option::of(any::<i32>()),
        meta_data: option::of(text()),
        billing_information: option::of(billing_information_response()),
    })
}

/// Any [`BillingInformationResponse`].
pub fn billing_information_response() -> BoxedStrategy<BillingInformationResponse> {
    filled!(BillingInformationResponse {
        company_id: guid(),
        billing_method_id: any::<i32>(),
        name: option::of(text()),
        first_name: option::of(text()),
        last_name: option::of(text()),
        phone_number: option::of(text()),
        attention: option::of(text()),
        street1: option::of(text()),
        street2: option::of(text()),
        zip_code: option::of(text()),
        city: option::of(text()),
        country_id: option::of(text()),
        email: option::of(text()),
        gln: option::of(text()),
        reference_line1: option::of(text()),
        reference_line2: option::of(text()),
        payment_terms_days: any::<i32>(),
        vat_registration_number: option::of(text()),
        billing_method_options: option::of(list(billing_method())),
    })
}

/// Any [`BillingMethod`].
pub fn billing_method() -> BoxedStrategy<BillingMethod> {
    filled!(BillingMethod {
        billing_method_countries_relation: option::of(list(billing_method_countries_relation())),
        name: option::of(text()),
        description: option::of(text()),
        modified_date: option::of(date_time_offset()),
        id: any::<i32>(),
    })
}

/// Any [`BillingMethodCountriesRelation`].
pub fn billing_method_countries_relation() -> BoxedStrategy<BillingMethodCountriesRelation> {
    filled!(BillingMethodCountriesRelation {
        billing_method_id: any::<i32>(),
        country_id: option::of(text()),
        modified_date: option::of(date_time_offset()),
    })
}

/// Any [`CancelLicense`].
pub fn cancel_license() -> BoxedStrategy<CancelLicense> {
    filled!(CancelLicense {
        company_id: option::of(guid()),
        id: any::<i32>(),
    })
}

/// Any [`CompanyLicenseQueryResponse`].
pub fn company_license_query_response() -> BoxedStrategy<CompanyLicenseQueryResponse> {
    filled!(CompanyLicenseQueryResponse {
        id: any::<i32>(),
        type_id: any::<i32>(),
        r#type: option::of(license_type_query_response()),
        valid_from: date_time(),
        valid_to: date_time(),
        meta_data: option::of(text()),
        active: any::<bool>(),
        canceled: any::<bool>(),
        updated: date_time(),
        created: date_time(),
    })
}

/// Any [`LicenseTypeQueryResponse`].
pub fn license_type_query_response() -> BoxedStrategy<LicenseTypeQueryResponse> {
    filled!(LicenseTypeQueryResponse {
        id: any::<i32>(),
        name: option::of(text()),
        description: option::of(text()),
        is_extra_license_option: any::<bool>(),
        period_of_notice_days: any::<i32>(),
        items: option::of(list(license_items_response())),
        prices: option::of(list(license_price())),
    })
}

/// Any [`LicenseItemsResponse`].
pub fn license_items_response() -> BoxedStrategy<LicenseItemsResponse> {
    filled!(LicenseItemsResponse {
        id: any::<i32>(),
        name: option::of(text()),
        allowed_items: any::<i32>(),
    })
}

/// Any [`LicensePrice`].
pub fn license_price() -> BoxedStrategy<LicensePrice> {
    filled!(LicensePrice {
        country: option::of(country()),
        monthly_payment: any::<bool>(),
        license_type_id: any::<i32>(),
        country_id: option::of(text()),
        price: any::<i32>(),
        modified_date: option::of(date_time_offset()),
    })
}

/// Any [`Country`].
pub fn country() -> BoxedStrategy<Country> {
    filled!(Country {
        currency_id: option::of(text()),
        currency_info: option::of(currency()),
        name: option::of(text()),
        culture: option::of(text()),
        time_zone: option::of(text()),
        modified_date: option::of(date_time_offset()),
        id: option::of(text()),
    })
}

/// Any [`Currency`].
pub fn currency() -> BoxedStrategy<Currency> {
    filled!(Currency {
        name: option::of(text()),
        currency_sign: option::of(text()),
        active: any::<bool>(),
        modified_date: option::of(date_time_offset()),
        id: option::of(text()),
    })
}

/// Any [`BatchRegisterCustomers`].
pub fn batch_register_customers() -> BoxedStrategy<BatchRegisterCustomers> {
    filled!(BatchRegisterCustomers {
        customers: option::of(list(customer())),
    })
}

/// Any [`RegisteredCustomer`].
pub fn registered_customer() -> BoxedStrategy<RegisteredCustomer> {
    filled!(RegisteredCustomer {
        customer: option::of(customer()),
        index: any::<i32>(),
        response_status: option::of(response_status()),
    })
}

/// Any [`Customer`].
pub fn customer() -> BoxedStrategy<Customer> {
    filled!(Customer {
        id: any::<i32>(),
        index: any::<i32>(),
        name: option::of(text()),
        country: option::of(text()),
        r#type: customer_type(),
        accounts: option::of(list(account())),
    })
}

/// Any [`Account`].
pub fn account() -> BoxedStrategy<Account> {
    filled!(Account {
        id: any::<i32>(),
        index: any::<i32>(),
        ref_id: option::of(any::<i32>()),
        ref_id_str: option::of(text()),
        user_name: option::of(text()),
        email: option::of(text()),
        display_name: option::of(text()),
        first_name: option::of(text()),
        last_name: option::of(text()),
        full_name: option::of(text()),
        gender: option::of(text()),
        language: option::of(text()),
        company: option::of(text()),
        profile_url: option::of(text()),
        roles: option::of(list(text())),
        permissions: option::of(list(text())),
        primary_email: option::of(text()),
        salt: option::of(secret()),
        password_hash: option::of(secret()),
        digest_ha1_hash: option::of(secret()),
        invalid_login_attempts: any::<i32>(),
        last_login_attempt: option::of(date_time()),
        locked_date: option::of(date_time()),
        created_date: date_time(),
        modified_date: date_time(),
        phone_number: option::of(text()),
        birth_date: option::of(date_time()),
        birth_date_raw: option::of(text()),
        address: option::of(text()),
        address2: option::of(text()),
        city: option::of(text()),
        state: option::of(text()),
        country: option::of(text()),
        culture: option::of(text()),
        mail_address: option::of(text()),
        nickname: option::of(text()),
        postal_code: option::of(text()),
        time_zone: option::of(text()),
        meta: option::of(meta()),
    })
}

/// Any [`ResponseStatus`].
pub fn response_status() -> BoxedStrategy<ResponseStatus> {
    filled!(ResponseStatus {
        error_code: option::of(text()),
        message: option::of(text()),
        stack_trace: option::of(text()),
        errors: option::of(list(response_error())),
        meta: option::of(meta()),
    })
}

/// Any [`ResponseError`].
pub fn response_error() -> BoxedStrategy<ResponseError> {
    filled!(ResponseError {
        error_code: option::of(text()),
        field_name: option::of(text()),
        message: option::of(text()),
        meta: option::of(meta()),
    })
}
