//! The recorded lines: requests and their answers.

use std::fs;

use jsv::dotnet::Bytes;
use serde_json::Value as Json;

use super::compare::Answer;

/// A request as it was sent.
#[derive(Clone)]
pub struct Sent {
    pub method: String,
    pub target: String,
    pub headers: Vec<(String, String)>,
    pub body: Option<Vec<u8>>,
    pub is_chunked: bool,
}

impl Sent {
    /// The first header of a name.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        let found = headers.find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    pub fn path(&self) -> &str {
        self.target.split('?').next().unwrap_or_default()
    }

    pub fn query(&self) -> &str {
        self.target.split_once('?').map_or("", |(_, query)| query)
    }
}

/// A recorded line.
pub struct Line {
    pub id: String,
    pub host: String,
    pub sent: Sent,
    pub answer: Answer,
    /// The line as it stands, for whoever reads a failure.
    pub request: Json,
}

/// All recorded lines.
pub fn lines() -> Vec<Line> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/vectors/http.jsonl");
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let parsed = text.lines().map(serde_json::from_str);
    parsed.map(|json| line(&json.unwrap())).collect()
}

fn line(json: &Json) -> Line {
    let (request, response) = (&json["request"], &json["response"]);
    Line {
        id: text(json, "id"),
        host: text(json, "host"),
        sent: Sent {
            method: text(request, "method"),
            target: text(request, "target"),
            headers: headers(request),
            body: body(request),
            is_chunked: request["opts"]["chunked"] == true,
        },
        answer: Answer {
            status: u16::try_from(response["status"].as_u64().unwrap()).unwrap(),
            headers: headers(response),
            body: body(response),
        },
        request: request.clone(),
    }
}

fn text(json: &Json, name: &str) -> String {
    let text = json[name].as_str();
    text.unwrap_or_else(|| panic!("`{name}` in {json}"))
        .to_owned()
}

fn headers(message: &Json) -> Vec<(String, String)> {
    let headers = message["headers"].as_array().into_iter().flatten();
    let header = |header: &Json| {
        let part = |part: &Json| part.as_str().unwrap().to_owned();
        (part(&header[0]), part(&header[1]))
    };
    headers.map(header).collect()
}

fn body(message: &Json) -> Option<Vec<u8>> {
    if let Some(encoded) = message["body_b64"].as_str() {
        return Some(jsv::from_str::<Bytes>(encoded).unwrap().0);
    }
    message["body"]
        .as_str()
        .map(|text| text.as_bytes().to_vec())
}
