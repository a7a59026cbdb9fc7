//! The data of the benches: a batch request of many customers, made from the sample on the
//! service's metadata page.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The request; its members are named as in C#.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct BatchRegisterCustomers {
    /// The customers to register.
    pub customers: Vec<Customer>,
}

/// One customer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
#[expect(missing_docs, reason = "named as on the page")]
pub struct Customer {
    pub id: i32,
    pub index: i32,
    pub name: Option<String>,
    pub country: Option<String>,
    pub r#type: CustomerType,
    pub accounts: Vec<Account>,
}

/// The type of a customer.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "named as on the page")]
pub enum CustomerType {
    Internal,
    Network,
    External,
}

/// One user account. Dates are text here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
#[expect(missing_docs, reason = "named as on the page")]
pub struct Account {
    pub id: i32,
    pub index: i32,
    pub ref_id: Option<i32>,
    pub ref_id_str: Option<String>,
    pub user_name: Option<String>,
    pub email: Option<String>,
    pub display_name: Option<String>,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub full_name: Option<String>,
    pub gender: Option<String>,
    pub language: Option<String>,
    pub company: Option<String>,
    pub profile_url: Option<String>,
    pub roles: Option<Vec<String>>,
    pub permissions: Option<Vec<String>>,
    pub primary_email: Option<String>,
    pub salt: Option<String>,
    pub password_hash: Option<String>,
    pub digest_ha1_hash: Option<String>,
    pub invalid_login_attempts: i32,
    pub last_login_attempt: Option<String>,
    pub locked_date: Option<String>,
    pub created_date: String,
    pub modified_date: String,
    pub phone_number: Option<String>,
    pub birth_date: Option<String>,
    pub birth_date_raw: Option<String>,
    pub address: Option<String>,
    pub address2: Option<String>,
    pub city: Option<String>,
    pub state: Option<String>,
    pub country: Option<String>,
    pub culture: Option<String>,
    pub mail_address: Option<String>,
    pub nickname: Option<String>,
    pub postal_code: Option<String>,
    pub time_zone: Option<String>,
    pub meta: Option<BTreeMap<String, String>>,
}

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
    let (Some(customer), 1) = (batch.customers.pop(), batch.customers.len() + 1) else {
        return Ok(batch);
    };
    batch.customers = (0..customers)
        .map(|index| numbered_customer(&customer, index, accounts))
        .collect();
    Ok(batch)
}

fn numbered_customer(sample: &Customer, index: i32, accounts: i32) -> Customer {
    let account = |n| {
        sample
            .accounts
            .first()
            .map(|sample| numbered_account(sample, index * accounts + n))
    };
    Customer {
        id: 10_000 + index,
        index,
        name: Some(format!("Bolag {index}, filial Åre")),
        country: Some("SE".into()),
        r#type: CustomerType::External,
        accounts: (0..accounts).filter_map(account).collect(),
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
        created_date: "2024-05-06T07:08:09.1234567Z".into(),
        address: Some("Kungsgatan 12, 2 tr".into()),
        meta: Some(BTreeMap::from([("source".into(), format!("import {n}"))])),
        ..sample.clone()
    }
}
