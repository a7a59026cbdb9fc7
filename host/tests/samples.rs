//! The samples of the pages: those of hosts with several settings byte for byte, and those of the
//! real pages as far as these kept their bytes.

use std::fs;

use axum::Router;
use jsv::{DateFormat, GuidFormat, Options, TextCase, dotnet::LocalZone};
use serde::Deserialize;

use super::ask::get;

/// A recorded page.
#[derive(Deserialize)]
struct Line {
    id: String,
    host: String,
    format: String,
    operation: String,
    request: String,
    response: String,
}

/// A host with the settings of `http-host.md`.
fn host(name: &str) -> Router {
    let options = match name {
        "A" => Options::servicestack(),
        "E" => Options::new()
            .text_case(TextCase::Camel)
            .guid(GuidFormat::D)
            .date_format(DateFormat::SystemText),
        "G2" => Options::bokamera(),
        _ => panic!("no host {name}"),
    };
    jsv_host::app(options, LocalZone::Utc)
}

/// The sample request and response of a page.
async fn samples(host: Router, format: &str, operation: &str) -> [String; 2] {
    let uri = format!("/{format}/metadata?op={operation}");
    let page = get(host, &uri).await.body;
    let samples: Vec<String> = page
        .split("<pre>")
        .skip(1)
        .filter_map(|rest| rest.split("</pre>").next())
        .map(unescaped)
        .collect();
    samples
        .try_into()
        .unwrap_or_else(|_| panic!("not two samples in {page}"))
}

fn unescaped(html: &str) -> String {
    html.replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

#[tokio::test]
async fn samples_are_those_of_the_recorded_pages() {
    let lines = include_str!("../../tests/vectors/metadata.jsonl").lines();
    let mut replayed = 0;
    for line in lines {
        let line: Line = serde_json::from_str(line).unwrap();
        let [request, response] = samples(host(&line.host), &line.format, &line.operation).await;
        assert_eq!(request, line.request, "{}", line.id);
        assert_eq!(response, line.response, "{}", line.id);
        replayed += 1;
    }
    assert_eq!(replayed, 30);
}

/// Compares the body of a sample with the page's, of which the page kept as much as is said.
fn assert_seed(sample: &str, seed: &str, kept: fn(&str) -> String) {
    let (_, body) = sample.split_once("\n\n").unwrap();
    let path = format!("{}/../tests/seeds/{seed}", env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    assert_eq!(kept(body.strip_suffix('\n').unwrap()), page, "{seed}");
}

#[tokio::test]
async fn samples_are_those_of_the_real_pages() {
    for (format, operation, seed) in [
        ("json", "CreateAxemaUserSync", "create-axema-user-sync"),
        ("json", "UpdateCustomer", "update-customer"),
        ("jsv", "CreateLicense", "create-license"),
        ("jsv", "CancelLicense", "cancel-license"),
    ] {
        let [request, response] = samples(host("G2"), format, operation).await;
        if operation == "CancelLicense" {
            assert!(!request.contains("\n\n"), "{request}");
        } else {
            assert_seed(&request, &format!("{seed}.request.{format}"), str::to_owned);
        }
        assert_seed(
            &response,
            &format!("{seed}.response.{format}"),
            str::to_owned,
        );
    }
}

#[tokio::test]
async fn samples_are_those_of_the_page_that_lost_its_layout() {
    let [request, response] = samples(host("A"), "jsv", "BatchRegisterCustomers").await;
    // Its tabs, and the spaces at the ends of its lines.
    assert_seed(&request, "batch-register-customers.request.jsv", |text| {
        text.lines().map(str::trim).collect::<Vec<_>>().join("\n")
    });
    // Its lines as well.
    assert_seed(&response, "batch-register-customers.response.jsv", |text| {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    });
}
