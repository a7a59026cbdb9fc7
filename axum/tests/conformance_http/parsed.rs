//! What the body of an answer says.

use jsv::{Format, Value, operation::ResponseStatus};
use serde::{Deserialize, de::DeserializeOwned};

use super::compare::Answer;

#[derive(Deserialize, Default)]
#[serde(rename_all = "PascalCase", default)]
struct WithStatus {
    response_status: Option<ResponseStatus>,
}

impl Answer {
    /// The body without the JSONP call around it.
    pub fn unwrapped(&self) -> String {
        let text = self.text();
        let call = text.split_once('(').filter(|(name, _)| {
            let mut bytes = name.bytes();
            bytes.all(|byte| byte.is_ascii_alphanumeric() || b"._".contains(&byte))
        });
        let inner = call.and_then(|(_, rest)| rest.strip_suffix(')'));
        inner.map_or(text.clone(), str::to_owned)
    }

    /// The format of the body. What is well-formed in both is the same in both.
    pub fn format(&self) -> Format {
        match jsv::json::from_str::<Value>(&self.unwrapped()) {
            Ok(_) => Format::Json,
            Err(_) => Format::Jsv,
        }
    }

    /// The body as a value of a type; `None` if it is no such value, or in another format.
    pub fn read<T: DeserializeOwned>(&self) -> Option<T> {
        let options = jsv::Options::new();
        let text = self.unwrapped();
        self.format().from_slice(text.as_bytes(), &options).ok()
    }

    /// The body as a tree.
    pub fn value(&self) -> Option<Value> {
        self.read()
    }

    /// The `ResponseStatus` in the body.
    pub fn response_status(&self) -> Option<ResponseStatus> {
        self.read::<WithStatus>()?.response_status
    }

    /// Whether the body is an object whose one member is a `ResponseStatus`.
    pub fn is_bare_error(&self) -> bool {
        let value = self.value();
        let members = value.as_ref().and_then(Value::as_map);
        members.is_some_and(|members| members.len() == 1) && self.response_status().is_some()
    }
}
