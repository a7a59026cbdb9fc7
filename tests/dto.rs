//! The DTOs of the five services: their shapes, the sample bodies of their metadata pages in both
//! directions, what the pages say about the operations, and any value round trip.

mod json;
mod metadata;
mod round_trip;
mod samples;
mod seeds;
mod shape;
mod tables;

use std::collections::BTreeMap;

use jsv::{dto::customers::CustomerType, operation::Parameter};
use serde_json::Value as Json;

use self::shape::{Shape, shape};

/// A class by its name, and its members with their .NET types.
type Classes = BTreeMap<String, Vec<(String, String)>>;

/// The classes that `schema.json` has of the services; the others are models of the vectors alone.
fn schema() -> Classes {
    let schema: Json = serde_json::from_str(include_str!("vectors/schema.json")).unwrap();
    let classes = schema.as_object().unwrap().iter();
    classes
        .filter(|(name, _)| !["Deep", "Mixed"].contains(&&***name))
        .filter(|(_, class)| class.is_array())
        .map(|(name, class)| (name.clone(), serde_json::from_value(class.clone()).unwrap()))
        .collect()
}

/// The shapes of all DTOs.
fn shapes() -> Vec<Shape> {
    // Pages leave a Uri out.
    let mut comment = samples::customer_comments_response();
    comment.image_url = Some(String::new());
    macro_rules! shapes_of {
        ($($name:ident)+) => {
            vec![
                shape(&comment),
                $(shape(&samples::$name()),)+
            ]
        };
    }
    shapes_of! {
        create_axema_user_sync axema_user_sync_job_response
        update_customer add_custom_field add_user_access_key delete_user_access_key
        invoice_address_to_handle customer_query_response custom_field_config_data
        custom_field_value_response custom_field_data_response user_access_keys
        invoice_address_response
        create_license billing_information_response billing_method
        billing_method_countries_relation
        cancel_license company_license_query_response license_type_query_response
        license_items_response license_price country currency
        batch_register_customers registered_customer customer account
        response_status response_error
    }
}

#[test]
fn names_order_and_types_are_those_of_the_schema() {
    let mut schema = schema();
    for members in schema.values_mut() {
        for (_, type_name) in members {
            // A Uri is text in Rust.
            if type_name == "Uri" {
                *type_name = "string".to_owned();
            }
        }
    }
    let shapes: Classes = shapes()
        .into_iter()
        .map(|shape| (shape.name, shape.members))
        .collect();
    for (name, members) in &schema {
        assert_eq!(shapes.get(name), Some(members), "{name}");
    }
    assert_eq!(shapes.len(), schema.len());
}

#[test]
fn tables_have_the_members_and_types_of_the_schema() {
    let mut schema = schema();
    for (name, type_name) in schema.get_mut("CustomerQueryResponse").unwrap() {
        // The one member whose page names no class.
        if name == "ResponseStatus" {
            *type_name = "Object".to_owned();
        }
    }
    let of = |members: &[Parameter]| -> Vec<(String, String)> {
        members
            .iter()
            .map(|member| (member.name.to_owned(), member.type_name.to_owned()))
            .collect()
    };
    let mut tables = Classes::new();
    for operation in tables::operations() {
        tables.insert(operation.name.to_owned(), of(operation.parameters));
        for class in operation.types {
            if class.values.is_empty() {
                tables.insert(class.name.to_owned(), of(class.members));
            }
        }
    }
    for (name, members) in &schema {
        assert_eq!(tables.get(name), Some(members), "{name}");
    }
    assert_eq!(tables.len(), schema.len());
}

#[test]
fn the_enum_has_the_names_and_numbers_of_the_schema() {
    let schema: Json = serde_json::from_str(include_str!("vectors/schema.json")).unwrap();
    let names = schema["CustomerType"]["names"].as_object().unwrap();
    assert_eq!(names.len(), CustomerType::TYPE.values.len());
    for (number, name) in names {
        let name = name.as_str().unwrap();
        let kind: CustomerType = jsv::from_str(number).unwrap();
        assert_eq!(jsv::to_string(&kind).unwrap(), name);
        assert_eq!((kind as usize).to_string(), *number);
        assert_eq!(CustomerType::TYPE.values[kind as usize], name);
        assert_eq!(
            jsv::from_str::<CustomerType>(&name.to_lowercase()).unwrap(),
            kind
        );
    }
}

#[test]
fn debug_output_has_no_secrets() {
    let mut account = samples::account();
    account.password_hash = Some("pbkdf2-hash".into());
    account.salt = Some("random-salt".into());
    account.digest_ha1_hash = Some("ha1-hash".into());
    account.user_name = Some("me".to_owned());
    for shown in [format!("{account:?}"), format!("{account:#?}")] {
        assert!(shown.contains("me"), "{shown}");
        for secret in ["pbkdf2-hash", "random-salt", "ha1-hash"] {
            assert!(!shown.contains(secret), "{secret} in {shown}");
        }
    }
    // On the wire they are text.
    let text = jsv::to_string(&account).unwrap();
    assert!(text.contains("Salt:random-salt,PasswordHash:pbkdf2-hash,DigestHa1Hash:ha1-hash"));
    let read: jsv::dto::customers::Account = jsv::from_str(&text).unwrap();
    assert_eq!(read.salt.unwrap().expose(), "random-salt");
}
