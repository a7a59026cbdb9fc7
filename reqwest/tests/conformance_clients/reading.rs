//! What the clients made of an answer is made of it here.

use std::collections::BTreeSet;

use jsv::operation::{ResponseError, ResponseStatus};
use jsv_reqwest::{Error, ResponseExt};
use jsv_tests_common::lines::{Line, check_lines, text_of};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value as Json;

use crate::server::{answer, client, with_server};

/// How many lines there are.
const COUNT: usize = 95;

#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(rename_all = "PascalCase", default)]
struct GetOnlyResponse {
    id: i32,
    name: Option<String>,
}

/// What is made of an answer.
#[derive(Debug, PartialEq)]
enum Made {
    Dto(GetOnlyResponse),
    /// No body and no error.
    Nothing,
    /// A success that is not the DTO; whether the error has a place.
    Unreadable(bool),
    Error(u64, Box<ResponseStatus>),
}

/// What is made here of a line of which the clients made something else.
enum Here {
    Reads(i32, &'static str),
    /// With a place.
    Refuses,
    /// As the clients, and keeps an entry about a member.
    KeepsErrors,
    /// As the clients, with this as code and message.
    Names(&'static str),
}

use Here::*;

/// The lines of which something else is made here, and why.
const OTHERWISE: &[(&str, Here, &str)] = &[
    ("c247", Reads(1, "n, \"q\""), OTHER_FORMAT),
    ("c248", Reads(1, "n"), OTHER_FORMAT),
    ("c281", Reads(1, "n, \"q\""), OTHER_FORMAT),
    ("c286", Reads(1, "n"), OTHER_FORMAT),
    ("c319", Reads(1, "n, \"q\""), OTHER_FORMAT),
    ("c320", Reads(1, "n"), OTHER_FORMAT),
    ("c321", Reads(1, "some text"), OTHER_FORMAT),
    ("c285", Reads(1, "some text"), PRETTY),
    ("c291", Refuses, STRICT),
    ("c292", Refuses, STRICT),
    ("c327", Refuses, STRICT),
    ("c328", Refuses, STRICT),
    ("c273", KeepsErrors, FIELD_ERRORS),
    ("c309", KeepsErrors, FIELD_ERRORS),
    ("c345", KeepsErrors, FIELD_ERRORS),
    ("c271", Names("NotFound"), NO_PHRASE),
    ("c307", Names("NotFound"), NO_PHRASE),
    ("c343", Names("NotFound"), NO_PHRASE),
];

const OTHER_FORMAT: &str = "clients.md: a body is read by its Content-Type";
const PRETTY: &str = "clients.md: a pretty body is read";
const STRICT: &str = "clients.md: malformed or misfit bodies are errors";
const FIELD_ERRORS: &str = "clients.md: field errors are kept";
const NO_PHRASE: &str = "http.md, section 7: without a reason phrase it is the name of the status";

#[test]
fn answers_are_read_as_the_clients_read_them() {
    let (mut checked, mut needed) = (0, BTreeSet::new());
    check_lines(
        "clients.jsonl",
        |line| line.required("group") == "client-read",
        |line, failures| {
            checked += 1;
            let recorded = recorded(line);
            let otherwise = OTHERWISE.iter().find(|(id, ..)| *id == line.required("id"));
            let expected = match otherwise {
                Some((id, here, reason)) => {
                    println!("{id}: {reason}");
                    let expected = here.instead_of(&recorded);
                    failures.compare(
                        "whether it is read otherwise",
                        &true,
                        &(expected != recorded),
                    );
                    needed.insert(*id);
                    expected
                }
                None => recorded,
            };
            failures.compare(line.required("call"), &expected, &made(line, &expected));
            true
        },
    );
    assert_eq!(checked, COUNT);
    assert_eq!(needed.len(), OTHERWISE.len());
}

impl Here {
    fn instead_of(&self, recorded: &Made) -> Made {
        match (self, recorded) {
            (Reads(id, name), _) => Made::Dto(GetOnlyResponse {
                id: *id,
                name: Some((*name).into()),
            }),
            (Refuses, _) => Made::Unreadable(true),
            (KeepsErrors, Made::Error(status, body)) => {
                let text = |text: &str| Some(text.to_owned());
                let mut body = body.clone();
                body.errors = Some(vec![ResponseError {
                    error_code: text("E"),
                    field_name: text("F"),
                    message: text("m"),
                    meta: None,
                }]);
                Made::Error(*status, body)
            }
            (Names(name), Made::Error(status, body)) => {
                let mut body = body.clone();
                body.error_code = Some((*name).into());
                body.message = Some((*name).into());
                Made::Error(*status, body)
            }
            (_, recorded) => panic!("the clients made {recorded:?} of it"),
        }
    }
}

/// What the client made of the answer.
fn recorded(line: &Line) -> Made {
    let error = line.json("error");
    if let Some(status) = error["statusCode"].as_u64() {
        let body = serde_json::from_value(error["responseStatus"].clone()).unwrap();
        return Made::Error(status, body);
    }
    match line.json("result") {
        Json::String(json) => Made::Dto(serde_json::from_str(json).unwrap()),
        // A `null` and the other errors of these lines are about the whole.
        _ if !error.is_null() => Made::Unreadable(is_list(line)),
        _ => Made::Nothing,
    }
}

/// Whether the body is JSON of another shape, which the error here has a place in.
fn is_list(line: &Line) -> bool {
    text_of(&line.json("answered")["body"]).starts_with('[')
}

/// What is made of the answer here.
fn made(line: &Line, expected: &Made) -> Made {
    if *expected == Made::Nothing
        && let Ok(None) = read::<Option<GetOnlyResponse>>(line)
    {
        let error = read::<GetOnlyResponse>(line).unwrap_err();
        let text = error.to_string();
        assert!(text.ends_with("found nothing"), "{text}");
        return Made::Nothing;
    }
    match read::<GetOnlyResponse>(line) {
        Ok(dto) => Made::Dto(dto),
        Err(Error::Service(error)) => Made::Error(
            error.status().as_u16().into(),
            error.into_response_status().into(),
        ),
        Err(Error::Read(error)) => Made::Unreadable(error.offset().is_some()),
        Err(Error::ContentType(_)) => Made::Unreadable(false),
        Err(error) => panic!("{error}"),
    }
}

fn read<T: DeserializeOwned>(line: &Line) -> Result<T, Error> {
    let answered = line.json("answered");
    let mut headers = Vec::new();
    if let Some(content_type) = answered["contentType"].as_str()
        && !content_type.is_empty()
    {
        headers.push(format!("Content-Type: {content_type}"));
    }
    let extra = answered["extra"].as_array().into_iter().flatten();
    headers.extend(extra.map(|header| text_of(header).to_owned()));

    let status = u16::try_from(answered["status"].as_u64().unwrap()).unwrap();
    let (reason, body) = (text_of(&answered["reason"]), text_of(&answered["body"]));
    let answer = answer(status, reason, &headers, body.as_bytes());
    let (read, _) = with_server(answer, async |base| {
        let response = client().get(format!("{base}/getonly/1")).send().await?;
        response.dto().await
    });
    read
}
