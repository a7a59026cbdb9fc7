//! Each service answered in both formats: in process, and over a socket to a client of the crate.

use std::fmt::Debug;

use axum::http::Request;
use jsv::{
    Format, Options,
    dotnet::{DateTimeOffset, Guid, LocalZone},
    dto::{
        bokamera::{
            AddCustomField, AddUserAccessKey, BillingInformationResponse, BillingMethod,
            CancelLicense, CreateAxemaUserSync, CreateLicense, DeleteUserAccessKey,
            InvoiceAddressToHandle, UpdateCustomer,
        },
        customers::{BatchRegisterCustomers, Customer},
    },
    operation::Operation,
};
use jsv_host::services;
use jsv_reqwest::{ClientExt, ResponseExt};
use serde::{Serialize, de::DeserializeOwned};
use tokio::net::TcpListener;

use super::ask::{app, send};

const ID: &str = "7a1b2c3d4e5f60718293a4b5c6d7e8f9";

/// Method and path, the body in JSV, the answer in JSV and JSON.
const ANSWERS: &[(&str, &str, &str, &str, &str)] = &[
    (
        "POST",
        "/codelock/axema/usersync",
        "{companyId:7a1b2c3d4e5f60718293a4b5c6d7e8f9}",
        "{id:11111111222233334444555555555555,companyId:7a1b2c3d4e5f60718293a4b5c6d7e8f9,status:1,\
         statusName:Running,usersFound:3,createdDate:2024-05-06T07:08:09Z,\
         updatedDate:2024-05-06T07:08:09.1230000Z}",
        r#"{"id":"11111111222233334444555555555555","companyId":"7a1b2c3d4e5f60718293a4b5c6d7e8f9","status":1,"statusName":"Running","usersFound":3,"createdDate":"\/Date(1714979289000)\/","updatedDate":"\/Date(1714979289123)\/"}"#,
    ),
    (
        "PUT",
        "/customers/7a1b2c3d4e5f60718293a4b5c6d7e8f9",
        "{firstname:Ann,customFields:[{id:3,value:\"a,b\"}]}",
        "{id:7a1b2c3d4e5f60718293a4b5c6d7e8f9,firstname:Ann,\
         customFieldValues:[{id:3,value:\"a,b\"}],updated:2024-05-06T07:08:09Z,created:2024-01-02,\
         subscribedToNewsletter:False}",
        r#"{"id":"7a1b2c3d4e5f60718293a4b5c6d7e8f9","firstname":"Ann","customFieldValues":[{"id":3,"value":"a,b"}],"updated":"\/Date(1714979289000)\/","created":"\/Date(1704153600000-0000)\/","subscribedToNewsletter":false}"#,
    ),
    (
        "POST",
        "/sync/customers/batch",
        "{customers:[{id:1,name:bad}]}",
        "[{customer:{id:1,index:0,name:bad,type:Internal},index:0,responseStatus:\
         {errorCode:Duplicate,message:\"Name \"\"bad\"\", taken\",errors:[{errorCode:Duplicate,\
         fieldName:Name,message:\"taken: bad\"}]}}]",
        r#"[{"customer":{"id":1,"index":0,"name":"bad","type":"Internal"},"index":0,"responseStatus":{"errorCode":"Duplicate","message":"Name \"bad\", taken","errors":[{"errorCode":"Duplicate","fieldName":"Name","message":"taken: bad"}]}}]"#,
    ),
    (
        "POST",
        "/licenses/company",
        "{metaData:shop.example}",
        "{id:7,typeId:-1,validFrom:2024-05-06,validTo:2025-05-06T12:30:00+00:00,\
         metaData:shop.example,active:True,canceled:False,updated:2024-05-06T07:08:09Z,\
         created:0001-01-01}",
        r#"{"id":7,"typeId":-1,"validFrom":"\/Date(1714953600000-0000)\/","validTo":"\/Date(1746534600000+0000)\/","metaData":"shop.example","active":true,"canceled":false,"updated":"\/Date(1714979289000)\/","created":"\/Date(-62135596800000-0000)\/"}"#,
    ),
    (
        "DELETE",
        "/licenses/company/5?companyId=7a1b2c3d4e5f60718293a4b5c6d7e8f9",
        "",
        "{id:5,typeId:0,validFrom:0001-01-01,validTo:0001-01-01,\
         metaData:7a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9,active:False,canceled:True,\
         updated:0001-01-01,created:0001-01-01}",
        r#"{"id":5,"typeId":0,"validFrom":"\/Date(-62135596800000-0000)\/","validTo":"\/Date(-62135596800000-0000)\/","metaData":"7a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9","active":false,"canceled":true,"updated":"\/Date(-62135596800000-0000)\/","created":"\/Date(-62135596800000-0000)\/"}"#,
    ),
];

#[tokio::test]
async fn each_service_answers_in_the_format_that_is_asked_for() {
    for &(method, path, body, jsv, json) in ANSWERS {
        for (accept, content_type, expected) in [
            ("application/jsv", "application/jsv", jsv),
            ("application/json", "application/json; charset=utf-8", json),
            ("text/html", "application/json; charset=utf-8", json),
        ] {
            let request = Request::builder().method(method).uri(path);
            let request = request
                .header("Accept", accept)
                .header("Content-Type", "application/jsv");
            let answer = send(app(), request, body).await;
            assert_eq!(
                (answer.status, &*answer.content_type, &*answer.body),
                (200, content_type, expected),
                "{method} {path} for {accept}"
            );
        }
    }
}

#[tokio::test]
async fn the_method_can_be_overridden() {
    let request = Request::get("/licenses/company/5").header("X-Http-Method-Override", "DELETE");
    let answer = send(app(), request, "").await;
    assert!(answer.body.contains("\"canceled\":true"), "{answer:?}");
}

/// Sends a request in both formats to a server, and expects what the service itself gives.
async fn assert_served<T>(url: &str, dto: T, answer: impl FnOnce(T) -> T::Response)
where
    T: Operation<Response: Serialize + DeserializeOwned + Debug> + Serialize,
{
    let client = reqwest::Client::new();
    let mut answers = Vec::new();
    for format in [Format::Jsv, Format::Json] {
        let request = client.operation(url, format, &dto);
        let response = request.send().await.unwrap();
        assert_eq!(response.format(), Some(format), "{}", T::NAME);
        answers.push(response.dto::<T::Response>().await.unwrap());
    }
    // JSON has dates of whole milliseconds, and those of midnight in JSV have no zone: as text in
    // JSON all of them are alike.
    let text = |value: &T::Response| Options::servicestack().json().to_string(value).unwrap();
    let expected = answer(dto);
    for answer in &answers {
        assert_eq!(text(answer), text(&expected), "{}", T::NAME);
    }
}

#[tokio::test]
async fn each_service_is_called_over_a_socket() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = &*format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async { axum::serve(listener, app()).await });
    let id: Guid = ID.parse().unwrap();
    let text = |text: &str| Some(text.to_owned());

    let sync = CreateAxemaUserSync {
        company_id: Some(id),
    };
    assert_served(url, sync, services::sync).await;

    let update = UpdateCustomer {
        company_id: Some(id),
        id,
        firstname: text("Ann, \"A\""),
        email: text(""),
        custom_fields: Some(vec![AddCustomField {
            id: 3,
            value: text("{å}"),
        }]),
        access_keys: Some(vec![AddUserAccessKey {
            id: Some(id),
            value: text("1234"),
            ..Default::default()
        }]),
        access_keys_to_delete: Some(vec![DeleteUserAccessKey { id }]),
        subscribed_to_newsletter: Some(true),
        invoice_address: Some(InvoiceAddressToHandle {
            invoice_city: text("Göteborg"),
            ..Default::default()
        }),
        ..Default::default()
    };
    assert_served(url, update, services::update).await;

    let customer = |name: &str| Customer {
        name: text(name),
        ..Default::default()
    };
    let register = BatchRegisterCustomers {
        customers: Some(vec![customer("Acme"), customer("bad")]),
    };
    assert_served(url, register, services::register).await;

    let license = CreateLicense {
        type_id: Some(4),
        billing_information: Some(BillingInformationResponse {
            billing_method_id: 2,
            billing_method_options: Some(vec![BillingMethod {
                id: 9,
                name: text("SE"),
                modified_date: Some(DateTimeOffset::default()),
                ..Default::default()
            }]),
            ..Default::default()
        }),
        ..Default::default()
    };
    let answer = |dto| services::license(dto, LocalZone::Utc);
    assert_served(url, license, answer).await;

    let cancel = CancelLicense {
        company_id: Some(id),
        id: 5,
    };
    assert_served(url, cancel, services::cancel).await;
}
