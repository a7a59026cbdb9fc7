//! Reads an object into a struct, changes it and writes it back, for a host that writes names in
//! camel case.
//!
//! `cargo run --example read_and_write`

use jsv::{Options, TextCase};
use serde::{Deserialize, Serialize};

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct CreateLicense {
    type_id: Option<i32>,
    meta_data: Option<String>,
    billing_information: Option<BillingInformation>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
#[derive(Default)]
struct BillingInformation {
    name: Option<String>,
    reference_line1: Option<String>,
    payment_terms_days: i32,
}

/// What hosts differ in is said once, and serves both directions.
const HOST: Options = Options::new().text_case(TextCase::Camel);

fn main() -> jsv::Result<()> {
    let text = r#"{typeId:3,metaData:"shop.example, www",billingInformation:{name:Acme AB}}"#;
    let mut license: CreateLicense = HOST.from_str(text)?;

    let billing = license.billing_information.get_or_insert_default();
    billing.payment_terms_days = 15;
    billing.reference_line1 = Some("PO: 4711".into());

    println!("{}", HOST.to_string(&license)?);
    println!("{}", HOST.to_string_pretty(&license)?);
    Ok(())
}
