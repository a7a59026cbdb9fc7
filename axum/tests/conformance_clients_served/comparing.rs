//! Comparing what came of a request with what is expected.

use axum::http::StatusCode;
use jsv::{Format, Options, operation::ResponseStatus};
use serde::Deserialize;

use super::{
    expected::Expected,
    given::{AnyDto, Given},
    sending::{Answer, Recorded},
    server::RAW,
};

/// How the answer to a request differs from what is expected, in words; empty if it does not.
pub fn differences(request: &Recorded, answer: &Answer, expected: &Expected) -> Vec<String> {
    let mut comparison = Comparison {
        request,
        answer,
        differences: Vec::new(),
    };
    match expected {
        Expected::Bound(given) => {
            comparison.calls(given);
            comparison.response(given);
        }
        Expected::Refused(status, code, fields) => {
            comparison.no_call();
            comparison.head(
                *status,
                Some(content_type(request.format())),
                Some("Accept"),
            );
            comparison.error(code, fields);
        }
        Expected::NoRoute => {
            comparison.no_call();
            comparison.head(StatusCode::NOT_FOUND, None, None);
            comparison.body(b"");
        }
    }
    comparison.differences
}

/// The `Content-Type` of a format (http.md, section 1).
fn content_type(format: Format) -> &'static str {
    match format {
        Format::Json => "application/json; charset=utf-8",
        Format::Jsv => "application/jsv",
    }
}

/// The body of an error.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ErrorBody {
    response_status: ResponseStatus,
}

struct Comparison<'a> {
    request: &'a Recorded,
    answer: &'a Answer,
    differences: Vec<String>,
}

impl Comparison<'_> {
    fn add_if(&mut self, differs: bool, difference: impl FnOnce() -> String) {
        if differs {
            self.differences.push(difference());
        }
    }

    fn no_call(&mut self) {
        let count = self.answer.calls.len();
        self.add_if(count > 0, || format!("{count} calls of a handler"));
    }

    /// Compares operation, method and DTO of each call of a handler, and how many there are.
    fn calls(&mut self, given: &Given) {
        let (request, answer) = (self.request, self.answer);
        for call in &answer.calls {
            let (operation, method) = (call.operation, call.method.as_str());
            self.add_if(
                (operation, method) != (given.operation, request.method()),
                || format!("{method} {operation}"),
            );
        }
        let bound = answer.calls.iter().map(|call| &*call.dto);
        self.dtos("bound", bound, given);

        let completed = answer.header("X-AutoBatch-Completed");
        let count = given.dtos.len().to_string();
        let expected = (given.is_list && !given.dtos.is_empty()).then_some(&*count);
        self.add_if(completed != expected, || format!("{completed:?} completed"));
    }

    fn dtos<'d>(&mut self, what: &str, dtos: impl Iterator<Item = &'d dyn AnyDto>, given: &Given) {
        let dtos: Vec<_> = dtos.collect();
        let is_same = dtos.len() == given.dtos.len()
            && dtos
                .iter()
                .zip(&given.dtos)
                .all(|(dto, given)| given.is(*dto));
        self.add_if(!is_same, || {
            format!("{what} {dtos:?}, given {:?}", given.dtos)
        });
    }

    /// Compares the response with what the handler of the operation answers.
    fn response(&mut self, given: &Given) {
        let format = self.request.format();
        let content_type = content_type(format);
        let vary = Some("Accept");
        match given.operation {
            "NoRouteVoid" => {
                self.head(StatusCode::NO_CONTENT, None, vary);
                self.body(b"");
            }
            // JSON has its charset anyway.
            "RawBody" if format == Format::Jsv && self.request.target.ends_with("/string") => {
                let content_type = Some("application/jsv; charset=utf-8");
                self.head(StatusCode::OK, content_type, vary);
                self.body(RAW.as_bytes());
            }
            "RawBody" => {
                self.head(StatusCode::OK, Some(content_type), vary);
                self.body(RAW.as_bytes());
            }
            _ => {
                self.head(StatusCode::OK, Some(content_type), vary);
                match given.read(format, &self.answer.body) {
                    Ok(read) => self.dtos("answered", read.iter().map(|dto| &**dto), given),
                    Err(error) => self.differences.push(error.to_string()),
                }
            }
        }
    }

    /// Compares the code of an error, and the names of the values that it is about.
    fn error(&mut self, code: &str, fields: &[&str]) {
        let format = self.request.format();
        let status = match format.from_slice(&self.answer.body, &Options::servicestack()) {
            Ok(ErrorBody { response_status }) => response_status,
            Err(error) => return self.differences.push(error.to_string()),
        };
        let errors = status.errors.iter().flatten();
        let names = errors.map(|error| error.field_name.as_deref());
        let is_same = status.error_code.as_deref() == Some(code)
            && names.eq(fields.iter().map(|field| Some(*field)));
        self.add_if(!is_same, || format!("{status:?}"));
    }

    fn head(&mut self, status: StatusCode, content_type: Option<&str>, vary: Option<&str>) {
        let answer = self.answer;
        let head = (
            answer.status,
            answer.header("Content-Type"),
            answer.header("Vary"),
        );
        let expected = (status, content_type, vary);
        self.add_if(head != expected, || {
            format!("{head:?}, expected {expected:?}")
        });
    }

    fn body(&mut self, expected: &[u8]) {
        let body = &self.answer.body;
        self.add_if(body != expected, || {
            format!("the body {:?}", String::from_utf8_lossy(body))
        });
    }
}
