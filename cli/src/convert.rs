//! `jsv convert`.

use std::borrow::Cow;

use jsv::{Options, TextCase, Untyped, Value};
use serde::{
    Serialize,
    de::{DeserializeOwned, IgnoredAny},
};

use crate::{
    args::To,
    failure::Failure,
    recase,
    types::{self, Task},
};

/// From JSON without a type, to whichever format.
pub(crate) fn from_json(
    input: &[u8],
    to: To,
    case: TextCase,
    options: &Options,
) -> Result<String, Failure> {
    let failure = |error| Failure::text(&error, input);
    let json = options.json();
    // The whole text once, so that an error is drawn with all that is known of it.
    json.from_slice::<IgnoredAny>(input).map_err(failure)?;
    let text = String::from_utf8_lossy(input);
    let text = match case {
        TextCase::AsDeclared => text,
        case => Cow::Owned(recase::json(&text, case)?),
    };
    match to {
        To::Json => json.reformat(&text),
        To::JsonPretty => json.reformat_pretty(&text),
        To::Jsv => json.to_jsv(&text),
        To::JsvPretty => json.to_jsv_pretty(&text),
    }
    .map_err(failure)
}

/// From JSV without a type, to whichever format.
pub(crate) fn from_jsv(
    input: &[u8],
    to: To,
    case: TextCase,
    infer: bool,
    options: &Options,
) -> Result<String, Failure> {
    let value = read(input, options)?;
    let untyped = if infer { Untyped::Infer } else { Untyped::Text };
    let text;
    let (value, text, options) = match case {
        TextCase::AsDeclared => (value, String::from_utf8_lossy(input), options.clone()),
        case => {
            let value = recase::value(&value, case)?;
            text = jsv::to_string(&value).map_err(Failure::message)?;
            (value, Cow::Borrowed(text.as_str()), Options::new())
        }
    };
    let options = options.untyped(untyped);
    match to {
        To::Json => options.json().from_jsv(&text),
        To::JsonPretty => options.json().from_jsv_pretty(&text),
        To::Jsv => jsv::to_string(&value),
        To::JsvPretty => jsv::to_string_pretty(&value),
    }
    .map_err(|error| Failure::text(&error, input))
}

/// The value of a JSV text.
pub(crate) fn read(input: &[u8], options: &Options) -> Result<Value, Failure> {
    options
        .from_slice(input)
        .map_err(|error| Failure::text(&error, input))
}

/// From either format with a type, to whichever format.
pub(crate) fn typed(
    input: &[u8],
    is_json: bool,
    to: To,
    type_name: &str,
    options: &Options,
) -> Result<String, Failure> {
    types::with(
        type_name,
        Typed {
            input,
            is_json,
            to,
            options,
        },
    )?
}

struct Typed<'a> {
    input: &'a [u8],
    is_json: bool,
    to: To,
    options: &'a Options,
}

impl Task for Typed<'_> {
    type Output = Result<String, Failure>;

    fn run<T: Serialize + DeserializeOwned>(self) -> Self::Output {
        let failure = |error| Failure::text(&error, self.input);
        let json = self.options.json();
        let value: T = if self.is_json {
            json.from_slice(self.input)
        } else {
            self.options.from_slice(self.input)
        }
        .map_err(failure)?;
        match self.to {
            To::Json => json.to_string(&value),
            To::JsonPretty => json.to_string_pretty(&value),
            To::Jsv => self.options.to_string(&value),
            To::JsvPretty => self.options.to_string_pretty(&value),
        }
        .map_err(failure)
    }
}
