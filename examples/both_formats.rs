//! One DTO in both formats, as two kinds of hosts write it: `cargo run --example both_formats`.

use jsv::{
    Format, Options,
    dotnet::{DateTime, Guid},
    dto::bokamera::AxemaUserSyncJobResponse,
};

fn main() -> jsv::Result<()> {
    let job = AxemaUserSyncJobResponse {
        id: "7a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9".parse()?,
        company_id: Guid::EMPTY,
        status: 1,
        status_name: Some("Running, still".into()),
        users_found: Some(0),
        created_date: "2024-05-06T07:08:09Z".parse()?,
        updated_date: DateTime::default(),
        ..Default::default()
    };

    // BokaMera's hosts leave out a Guid or DateTime that was never set; others write camelCase.
    for (host, options) in [
        ("BokaMera", Options::bokamera()),
        ("as it comes", Options::servicestack()),
    ] {
        for format in [Format::Jsv, Format::Json] {
            let bytes = format.to_vec(&job, &options)?;
            println!("{host}, {format}: {}", String::from_utf8_lossy(&bytes));
            let read: AxemaUserSyncJobResponse = format.from_slice(&bytes, &options)?;
            assert_eq!(read.created_date, job.created_date);
        }
    }

    // From the one text to the other, without a type.
    println!(
        "{}",
        jsv::json::to_jsv(r#"{"Total":1.50,"Paid":true,"Note":null}"#)?
    );
    Ok(())
}
