//! The data of the benches: a batch request of many customers, made from the sample on the
//! service's metadata page.

use std::collections::BTreeMap;

pub use jsv::dto::customers::BatchRegisterCustomers;
use jsv::{
    dotnet::{DateTime, Zone},
    dto::customers::{Account, Customer, CustomerType},
};

/// The sample request of the metadata page, as the page shows it.
const SAMPLE: &str = include_str!("../../tests/seeds/batch-register-customers.request.jsv");

/// A batch of `customers` with `accounts` each: the sample's customer and account over and over,
/// with values of their own.
///
/// # Errors
///
/// None as long as the sample is what it is.
pub fn batch(customers: i32, accounts: i32) -> jsv::Result<BatchRegisterCustomers> {
    let mut batch: BatchRegisterCustomers = jsv::from_str(SAMPLE)?;
    let sample = batch.customers.take().unwrap_or_default();
    let customers = sample.first().map(|sample| {
        (0..customers)
            .map(|index| numbered_customer(sample, index, accounts))
            .collect()
    });
    batch.customers = customers;
    Ok(batch)
}

fn numbered_customer(sample: &Customer, index: i32, accounts: i32) -> Customer {
    let sample_account = sample.accounts.iter().flatten().next();
    let account = |n| sample_account.map(|sample| numbered_account(sample, index * accounts + n));
    Customer {
        id: 10_000 + index,
        index,
        name: Some(format!("Bolag {index}, filial Åre")),
        country: Some("SE".into()),
        r#type: CustomerType::External,
        accounts: Some((0..accounts).filter_map(account).collect()),
    }
}

fn numbered_account(sample: &Account, n: i32) -> Account {
    Account {
        id: n,
        index: n % 5,
        ref_id: Some(50_000 + n),
        ref_id_str: Some((50_000 + n).to_string()),
        user_name: Some(format!("user{n}")),
        email: Some(format!("user{n}@example.com")),
        display_name: Some(format!("\"Kalle\" Svensson {n}")),
        profile_url: Some(format!("https://example.com/profiles/{n}?size=64")),
        roles: Some(vec!["Admin".into(), "CanAccess".into()]),
        salt: Some("c2FsdCBvZiB0aGUgZWFydGg=".into()),
        password_hash: Some("AQAAAAEAACcQAAAAEJ3vJ2nS0o1kq1v9m2mJtQ==".into()),
        created_date: created_date(),
        address: Some("Kungsgatan 12, 2 tr".into()),
        meta: Some(BTreeMap::from([("source".into(), format!("import {n}"))])),
        ..sample.clone()
    }
}

fn created_date() -> DateTime {
    let date = DateTime::new(2024, 5, 6, 7, 8, 9).unwrap_or_default();
    date.with_zone(Zone::Utc)
}
