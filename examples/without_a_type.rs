//! Looks into a text without a type for it, and tells where a broken one is broken.
//!
//! `cargo run --example without_a_type`

use jsv::{Layout, Options, Value, jsv};

fn main() -> jsv::Result<()> {
    let mut value: Value = jsv::from_str(r#"{Name:Acme,Tags:[a,"b,c"],Price:{Amount:12.50}}"#)?;

    // Every scalar is text; the conversions read it by the format's rules.
    println!("{:?}", value["Name"].as_str());
    println!(
        "{:?}",
        value.pointer("/Price/Amount").and_then(Value::as_f64)
    );

    value["Tags"] = jsv!(["x", "y"]);
    println!("{value}");

    // Text that was typed by hand or re-flowed has white space around its tokens.
    let loose: Value = Options::new()
        .layout(Layout::Loose)
        .from_str("{ Name: Acme, Tags: [ a, b ] }")?;
    println!("{loose}");

    let broken = "{Name:Acme,Tags:[a,\"b\"c]}";
    if let Err(error) = jsv::from_str::<Value>(broken) {
        print!("{}", error.report(broken));
    }
    Ok(())
}
