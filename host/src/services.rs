//! The five services. Each answers from its request, with dates that are always the same: what the
//! host answered from which the vectors of HTTP were recorded (`tests/vectors/http-host.md`).

use axum::extract::State;
use jsv::{
    dotnet::{DateTime, LocalZone, Zone},
    dto::{
        bokamera::{
            AddCustomField, AddUserAccessKey, AxemaUserSyncJobResponse, BillingInformationResponse,
            BillingMethod, CancelLicense, CompanyLicenseQueryResponse, Country,
            CreateAxemaUserSync, CreateLicense, Currency, CustomFieldDataResponse,
            CustomerCommentsResponse, CustomerQueryResponse, DeleteUserAccessKey,
            InvoiceAddressResponse, InvoiceAddressToHandle, LicensePrice, LicenseTypeQueryResponse,
            UpdateCustomer, UserAccessKeys,
        },
        customers::{BatchRegisterCustomers, Customer, RegisteredCustomer},
    },
    operation::{ResponseError, ResponseStatus},
};
use jsv_axum::{Reply, Request, Services};

/// The operations. Their state is the zone of the host's clock.
pub fn services() -> Services<LocalZone> {
    Services::new()
        .operation(async |Request(dto): Request<CreateAxemaUserSync>| Reply(sync(dto)))
        .operation(async |Request(dto): Request<UpdateCustomer>| Reply(update(dto)))
        .operation(async |Request(dto): Request<BatchRegisterCustomers>| Reply(register(dto)))
        .operation(
            async |State(zone): State<LocalZone>, Request(dto): Request<CreateLicense>| {
                Reply(license(dto, zone))
            },
        )
        .operation(async |Request(dto): Request<CancelLicense>| Reply(cancel(dto)))
}

/// A wall clock, of which this file asks only for those that the calendar has.
fn at(year: u32, month: u32, day: u32, hour: u32, minute: u32, second: u32) -> DateTime {
    DateTime::new(year, month, day, hour, minute, second).unwrap_or_default()
}

fn now() -> DateTime {
    at(2024, 5, 6, 7, 8, 9).with_zone(Zone::Utc)
}

/// Answers `CreateAxemaUserSync`: a job that runs.
pub fn sync(dto: CreateAxemaUserSync) -> AxemaUserSyncJobResponse {
    const MILLISECOND: i64 = 10_000;
    let updated = DateTime::from_ticks(now().ticks() + 123 * MILLISECOND, Zone::Utc);
    AxemaUserSyncJobResponse {
        id: "11111111-2222-3333-4444-555555555555"
            .parse()
            .unwrap_or_default(),
        company_id: dto.company_id.unwrap_or_default(),
        status: 1,
        status_name: Some("Running".into()),
        users_found: Some(3),
        created_date: now(),
        updated_date: updated.unwrap_or_default(),
        ..Default::default()
    }
}

/// Answers `UpdateCustomer`: the customer as sent, with a comment for each key that is deleted.
pub fn update(dto: UpdateCustomer) -> CustomerQueryResponse {
    let company_id = dto.company_id;
    CustomerQueryResponse {
        id: dto.id,
        firstname: dto.firstname,
        lastname: dto.lastname,
        email: dto.email,
        phone: dto.phone,
        custom_field_values: each(dto.custom_fields, |_, field: AddCustomField| {
            CustomFieldDataResponse {
                id: field.id,
                value: field.value,
                ..Default::default()
            }
        }),
        comments: each(dto.access_keys_to_delete, comment),
        access_keys: each(dto.access_keys, access_key),
        updated: now(),
        created: at(2024, 1, 2, 0, 0, 0),
        subscribed_to_newsletter: dto.subscribed_to_newsletter.unwrap_or_default(),
        invoice_address: dto.invoice_address.map(|address: InvoiceAddressToHandle| {
            InvoiceAddressResponse {
                user_id: company_id,
                corporate_identity_number: address.corporate_identity_number,
                invoice_address1: address.invoice_address1,
                invoice_city: address.invoice_city,
                ..Default::default()
            }
        }),
        ..Default::default()
    }
}

/// What a list becomes item by item, each with its place.
fn each<T, U>(items: Option<Vec<T>>, answer: impl Fn(i32, T) -> U) -> Option<Vec<U>> {
    let items = (0..).zip(items?);
    Some(items.map(|(index, item)| answer(index, item)).collect())
}

fn comment(index: i32, key: DeleteUserAccessKey) -> CustomerCommentsResponse {
    CustomerCommentsResponse {
        id: index,
        customer_id: key.id,
        comments: Some("deleted".into()),
        image_url: Some("https://example.org/i.png?a=1&b=2".into()),
        ..Default::default()
    }
}

fn access_key(_index: i32, key: AddUserAccessKey) -> UserAccessKeys {
    UserAccessKeys {
        company_id: key.company_id.unwrap_or_default(),
        access_key_type_id: key.access_key_type_id,
        value: key.value,
        customer_id: key.customer_id.unwrap_or_default(),
        description: key.description,
        id: key.id.unwrap_or_default(),
    }
}

/// Answers `BatchRegisterCustomers`: each customer, with an error for one that is named `bad`.
pub fn register(dto: BatchRegisterCustomers) -> Vec<RegisteredCustomer> {
    each(dto.customers, registered).unwrap_or_default()
}

fn registered(index: i32, customer: Customer) -> RegisteredCustomer {
    let is_bad = customer.name.as_deref() == Some("bad");
    RegisteredCustomer {
        customer: Some(customer),
        index,
        response_status: is_bad.then(|| ResponseStatus {
            error_code: Some("Duplicate".into()),
            message: Some("Name \"bad\", taken".into()),
            errors: Some(vec![ResponseError {
                error_code: Some("Duplicate".into()),
                field_name: Some("Name".into()),
                message: Some("taken: bad".into()),
                ..Default::default()
            }]),
            ..Default::default()
        }),
    }
}

/// Answers `CreateLicense`: a license for a year, which ends by the clock of a zone.
pub fn license(dto: CreateLicense, zone: LocalZone) -> CompanyLicenseQueryResponse {
    let valid_to = at(2025, 5, 6, 12, 30, 0);
    CompanyLicenseQueryResponse {
        id: 7,
        type_id: dto.type_id.unwrap_or(-1),
        meta_data: dto.meta_data,
        active: true,
        valid_from: at(2024, 5, 6, 0, 0, 0),
        valid_to: valid_to.with_zone(Zone::Offset(valid_to.offset(&zone))),
        updated: now(),
        r#type: dto.billing_information.map(license_type),
        ..Default::default()
    }
}

fn license_type(billing: BillingInformationResponse) -> LicenseTypeQueryResponse {
    LicenseTypeQueryResponse {
        id: billing.billing_method_id,
        name: billing.name,
        description: billing.email,
        prices: each(billing.billing_method_options, price),
        ..Default::default()
    }
}

fn price(_index: i32, option: BillingMethod) -> LicensePrice {
    LicensePrice {
        country: Some(Country {
            id: Some("SE".into()),
            currency_info: Some(Currency {
                id: Some("SEK".into()),
                active: true,
                ..Default::default()
            }),
            ..Default::default()
        }),
        monthly_payment: option.id < 10,
        license_type_id: option.id,
        country_id: option.name,
        modified_date: option.modified_date,
        ..Default::default()
    }
}

/// Answers `CancelLicense`: the license, with its company's Guid in the form with hyphens.
pub fn cancel(dto: CancelLicense) -> CompanyLicenseQueryResponse {
    CompanyLicenseQueryResponse {
        id: dto.id,
        meta_data: dto.company_id.map(|id| id.hyphenated().to_string()),
        canceled: true,
        ..Default::default()
    }
}
