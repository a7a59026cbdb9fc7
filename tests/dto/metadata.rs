//! The sample requests and responses of metadata pages under several host settings
//! (`vectors/metadata.jsonl`), written from the DTOs.

use jsv::{DateFormat, GuidFormat, Options, TextCase, operation::Operation};
use serde::{Deserialize, Serialize};

use super::samples;

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

/// How the pages of a format write a body.
pub trait Format {
    const NAME: &'static str;
    const MEDIA_TYPE: &'static str;

    fn body<T: Serialize>(options: &Options, value: &T) -> String;
}

struct Jsv;

impl Format for Jsv {
    const NAME: &'static str = "jsv";
    const MEDIA_TYPE: &'static str = "text/jsv";

    fn body<T: Serialize>(options: &Options, value: &T) -> String {
        options.to_string_pretty(value).unwrap()
    }
}

/// A host's settings (`http-host.md` beside the vectors).
fn host(name: &str) -> Options {
    match name {
        "A" => Options::servicestack(),
        "E" => Options::new()
            .text_case(TextCase::Camel)
            .guid(GuidFormat::D)
            .date_format(DateFormat::SystemText),
        "G2" => Options::bokamera(),
        _ => panic!("no host {name}"),
    }
}

/// The sample request and response of an operation.
fn page<F: Format, T>(options: &Options, request: &T, response: &T::Response) -> (String, String)
where
    T: Operation<Response: Serialize> + Serialize,
{
    let media_type = F::MEDIA_TYPE;
    let content =
        |body: String| format!("Content-Type: {media_type}\nContent-Length: length\n\n{body}\n");
    let [route] = T::ROUTES else {
        panic!("{} has one route", T::NAME)
    };
    let [verb] = route.verbs else {
        panic!("{} has one verb", T::NAME)
    };
    let path = route.path;
    let mut sent =
        format!("{verb} {path} HTTP/1.1 \nHost: api.example.test \nAccept: {media_type}\n");
    if *verb != "DELETE" {
        sent += &content(F::body(options, request));
    }
    let answered = format!("HTTP/1.1 200 OK\n{}", content(F::body(options, response)));
    (sent, answered)
}

fn page_of<F: Format>(operation: &str, options: &Options) -> (String, String) {
    match operation {
        "CreateAxemaUserSync" => page::<F, _>(
            options,
            &samples::create_axema_user_sync(),
            &samples::axema_user_sync_job_response(),
        ),
        "UpdateCustomer" => page::<F, _>(
            options,
            &samples::update_customer(),
            &samples::customer_query_response(),
        ),
        "CreateLicense" => page::<F, _>(
            options,
            &samples::create_license(),
            &samples::company_license_query_response(),
        ),
        "CancelLicense" => page::<F, _>(
            options,
            &samples::cancel_license(),
            &samples::company_license_query_response(),
        ),
        "BatchRegisterCustomers" => page::<F, _>(
            options,
            &samples::batch_register_customers(),
            &vec![samples::registered_customer()],
        ),
        _ => panic!("no operation {operation}"),
    }
}

/// Writes every recorded page of a format.
pub fn replay<F: Format>() {
    let mut replayed = 0;
    for line in include_str!("../vectors/metadata.jsonl").lines() {
        let line: Line = serde_json::from_str(line).unwrap();
        if line.format == F::NAME {
            let (request, response) = page_of::<F>(&line.operation, &host(&line.host));
            assert_eq!(request, line.request, "{}", line.id);
            assert_eq!(response, line.response, "{}", line.id);
            replayed += 1;
        }
    }
    assert_eq!(replayed, 15);
}

#[test]
fn pages_of_jsv_are_written_byte_for_byte() {
    replay::<Jsv>();
}
