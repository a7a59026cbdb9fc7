//! The placeholders of metadata pages (http.md, section 9): `String` for text, zero for values, the
//! first name of an enum, one item in each list, one entry in each map, nested objects filled. A
//! `Uri` is left out, an `Object` is empty, and hosts compute that a payment is monthly.

use std::collections::BTreeMap;

use jsv::{
    dotnet::{DateTime, DateTimeOffset, Guid},
    dto::{bokamera::*, customers::*},
    operation::{ResponseError, ResponseStatus},
};

fn text() -> Option<String> {
    Some("String".into())
}

fn meta() -> Option<BTreeMap<String, String>> {
    Some(BTreeMap::from([("String".into(), "String".into())]))
}

pub fn create_axema_user_sync() -> CreateAxemaUserSync {
    CreateAxemaUserSync {
        company_id: Some(Guid::default()),
    }
}

pub fn axema_user_sync_job_response() -> AxemaUserSyncJobResponse {
    AxemaUserSyncJobResponse {
        id: Guid::default(),
        company_id: Guid::default(),
        status: 0,
        status_name: text(),
        users_found: Some(0),
        users_created: Some(0),
        users_updated: Some(0),
        error_message: text(),
        created_date: DateTime::default(),
        updated_date: DateTime::default(),
    }
}

pub fn update_customer() -> UpdateCustomer {
    UpdateCustomer {
        company_id: Some(Guid::default()),
        id: Guid::default(),
        firstname: text(),
        lastname: text(),
        phone: text(),
        email: text(),
        custom_fields: Some(vec![add_custom_field()]),
        access_keys: Some(vec![add_user_access_key()]),
        access_keys_to_delete: Some(vec![delete_user_access_key()]),
        subscribed_to_newsletter: Some(false),
        invoice_address: Some(invoice_address_to_handle()),
    }
}

pub fn add_custom_field() -> AddCustomField {
    AddCustomField {
        id: 0,
        value: text(),
    }
}

pub fn add_user_access_key() -> AddUserAccessKey {
    AddUserAccessKey {
        id: Some(Guid::default()),
        company_id: Some(Guid::default()),
        access_key_type_id: 0,
        value: text(),
        customer_id: Some(Guid::default()),
        description: text(),
    }
}

pub fn delete_user_access_key() -> DeleteUserAccessKey {
    DeleteUserAccessKey {
        id: Guid::default(),
    }
}

pub fn invoice_address_to_handle() -> InvoiceAddressToHandle {
    InvoiceAddressToHandle {
        corporate_identity_number: text(),
        invoice_address1: text(),
        invoice_address2: text(),
        invoice_city: text(),
        invoice_postal_code: text(),
        invoice_country_code: text(),
    }
}

pub fn customer_query_response() -> CustomerQueryResponse {
    CustomerQueryResponse {
        id: Guid::default(),
        firstname: text(),
        lastname: text(),
        email: text(),
        phone: text(),
        image_url: text(),
        custom_fields: Some(vec![custom_field_config_data()]),
        custom_field_values: Some(vec![custom_field_data_response()]),
        comments: Some(vec![customer_comments_response()]),
        access_keys: Some(vec![user_access_keys()]),
        updated: DateTime::default(),
        created: DateTime::default(),
        response_status: Some(ResponseStatus::default()),
        subscribed_to_newsletter: false,
        invoice_address: Some(invoice_address_response()),
    }
}

pub fn custom_field_config_data() -> CustomFieldConfigData {
    CustomFieldConfigData {
        id: 0,
        name: text(),
        description: text(),
        width: Some(0),
        data_type: text(),
        default_value: text(),
        is_mandatory: false,
        mandatory_error_message: text(),
        max_length: 0,
        multiple_line_text: false,
        reg_ex: text(),
        reg_ex_error_message: text(),
        values: Some(vec![custom_field_value_response()]),
    }
}

pub fn custom_field_value_response() -> CustomFieldValueResponse {
    CustomFieldValueResponse { value: text() }
}

pub fn custom_field_data_response() -> CustomFieldDataResponse {
    CustomFieldDataResponse {
        id: 0,
        column: text(),
        name: text(),
        description: text(),
        value: text(),
        data_type: text(),
    }
}

pub fn customer_comments_response() -> CustomerCommentsResponse {
    CustomerCommentsResponse {
        id: 0,
        customer_id: Guid::default(),
        comments: text(),
        updated: DateTime::default(),
        created: DateTime::default(),
        image_url: None,
    }
}

pub fn user_access_keys() -> UserAccessKeys {
    UserAccessKeys {
        company_id: Guid::default(),
        access_key_type_id: 0,
        value: text(),
        customer_id: Guid::default(),
        description: text(),
        id: Guid::default(),
    }
}

pub fn invoice_address_response() -> InvoiceAddressResponse {
    InvoiceAddressResponse {
        invoice_address_id: Guid::default(),
        user_id: Some(Guid::default()),
        corporate_identity_number: text(),
        invoice_address1: text(),
        invoice_address2: text(),
        invoice_city: text(),
        invoice_postal_code: text(),
        invoice_country_code: text(),
    }
}

pub fn create_license() -> CreateLicense {
    CreateLicense {
        company_id: Some(Guid::default()),
        type_id: Some(0),
        meta_data: text(),
        billing_information: Some(billing_information_response()),
    }
}

pub fn billing_information_response() -> BillingInformationResponse {
    BillingInformationResponse {
        company_id: Guid::default(),
        billing_method_id: 0,
        name: text(),
        first_name: text(),
        last_name: text(),
        phone_number: text(),
        attention: text(),
        street1: text(),
        street2: text(),
        zip_code: text(),
        city: text(),
        country_id: text(),
        email: text(),
        gln: text(),
        reference_line1: text(),
        reference_line2: text(),
        payment_terms_days: 0,
        vat_registration_number: text(),
        billing_method_options: Some(vec![billing_method()]),
    }
}

pub fn billing_method() -> BillingMethod {
    BillingMethod {
        billing_method_countries_relation: Some(vec![billing_method_countries_relation()]),
        name: text(),
        description: text(),
        modified_date: Some(DateTimeOffset::default()),
        id: 0,
    }
}

pub fn billing_method_countries_relation() -> BillingMethodCountriesRelation {
    BillingMethodCountriesRelation {
        billing_method_id: 0,
        country_id: text(),
        modified_date: Some(DateTimeOffset::default()),
    }
}

pub fn cancel_license() -> CancelLicense {
    CancelLicense {
        company_id: Some(Guid::default()),
        id: 0,
    }
}

pub fn company_license_query_response() -> CompanyLicenseQueryResponse {
    CompanyLicenseQueryResponse {
        id: 0,
        type_id: 0,
        r#type: Some(license_type_query_response()),
        valid_from: DateTime::default(),
        valid_to: DateTime::default(),
        meta_data: text(),
        active: false,
        canceled: false,
        updated: DateTime::default(),
        created: DateTime::default(),
    }
}

pub fn license_type_query_response() -> LicenseTypeQueryResponse {
    LicenseTypeQueryResponse {
        id: 0,
        name: text(),
        description: text(),
        is_extra_license_option: false,
        period_of_notice_days: 0,
        items: Some(vec![license_items_response()]),
        prices: Some(vec![license_price()]),
    }
}

pub fn license_items_response() -> LicenseItemsResponse {
    LicenseItemsResponse {
        id: 0,
        name: text(),
        allowed_items: 0,
    }
}

pub fn license_price() -> LicensePrice {
    LicensePrice {
        country: Some(country()),
        monthly_payment: true,
        license_type_id: 0,
        country_id: text(),
        price: 0,
        modified_date: Some(DateTimeOffset::default()),
    }
}

pub fn country() -> Country {
    Country {
        currency_id: text(),
        currency_info: Some(currency()),
        name: text(),
        culture: text(),
        time_zone: text(),
        modified_date: Some(DateTimeOffset::default()),
        id: text(),
    }
}

pub fn currency() -> Currency {
    Currency {
        name: text(),
        currency_sign: text(),
        active: false,
        modified_date: Some(DateTimeOffset::default()),
        id: text(),
    }
}

pub fn batch_register_customers() -> BatchRegisterCustomers {
    BatchRegisterCustomers {
        customers: Some(vec![customer()]),
    }
}

pub fn registered_customer() -> RegisteredCustomer {
    RegisteredCustomer {
        customer: Some(customer()),
        index: 0,
        response_status: Some(response_status()),
    }
}

pub fn customer() -> Customer {
    Customer {
        id: 0,
        index: 0,
        name: text(),
        country: text(),
        r#type: CustomerType::Internal,
        accounts: Some(vec![account()]),
    }
}

pub fn account() -> Account {
    Account {
        id: 0,
        index: 0,
        ref_id: Some(0),
        ref_id_str: text(),
        user_name: text(),
        email: text(),
        display_name: text(),
        first_name: text(),
        last_name: text(),
        full_name: text(),
        gender: text(),
        language: text(),
        company: text(),
        profile_url: text(),
        roles: Some(vec!["String".into()]),
        permissions: Some(vec!["String".into()]),
        primary_email: text(),
        salt: Some("String".into()),
        password_hash: Some("String".into()),
        digest_ha1_hash: Some("String".into()),
        invalid_login_attempts: 0,
        last_login_attempt: Some(DateTime::default()),
        locked_date: Some(DateTime::default()),
        created_date: DateTime::default(),
        modified_date: DateTime::default(),
        phone_number: text(),
        birth_date: Some(DateTime::default()),
        birth_date_raw: text(),
        address: text(),
        address2: text(),
        city: text(),
        state: text(),
        country: text(),
        culture: text(),
        mail_address: text(),
        nickname: text(),
        postal_code: text(),
        time_zone: text(),
        meta: meta(),
    }
}

pub fn response_status() -> ResponseStatus {
    ResponseStatus {
        error_code: text(),
        message: text(),
        stack_trace: text(),
        errors: Some(vec![response_error()]),
        meta: meta(),
    }
}

pub fn response_error() -> ResponseError {
    ResponseError {
        error_code: text(),
        field_name: text(),
        message: text(),
        meta: meta(),
    }
}
