//! `jsv convert`.

use jsv::{Map, Options, TextCase, Untyped, Value};
use serde::{Serialize, de::DeserializeSeed};
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter};

use crate::{args::To, failure::Failure, from_json::Json, to_json::JsonWriter};

/// ServiceStack's indented JSON has four spaces a level.
const INDENT: &[u8] = b"    ";

/// From JSON, to whichever format.
pub(crate) fn from_json(input: &[u8], to: To, case: TextCase) -> Result<Vec<u8>, Failure> {
    let mut json = Json::read(input)?;
    if case != TextCase::AsDeclared {
        json.for_each_name(&mut |name| *name = case.apply(name))?;
    }
    match to {
        To::Json => write_json(&json, CompactFormatter),
        To::JsonPretty => write_json(&json, PrettyFormatter::with_indent(INDENT)),
        To::Jsv => jsv(jsv::to_vec(&json.into_value())),
        To::JsvPretty => jsv(jsv::to_vec_pretty(&json.into_value())),
    }
}

fn write_json(json: &Json<'_>, format: impl Formatter) -> Result<Vec<u8>, Failure> {
    let mut out = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut out, format);
    json.serialize(&mut serializer).map_err(Failure::message)?;
    Ok(out)
}

fn jsv(written: jsv::Result<Vec<u8>>) -> Result<Vec<u8>, Failure> {
    written.map_err(Failure::message)
}

/// From JSV, to whichever format.
pub(crate) fn from_jsv(
    input: &[u8],
    to: To,
    case: TextCase,
    infer: bool,
    options: &Options,
) -> Result<Vec<u8>, Failure> {
    let recased;
    let (input, options) = if case == TextCase::AsDeclared {
        (input, options.clone())
    } else {
        recased = recase(input, case, options)?;
        (&recased[..], Options::new())
    };
    match to {
        To::Json => to_json(input, infer, options, CompactFormatter),
        To::JsonPretty => {
            let format = PrettyFormatter::with_indent(INDENT);
            to_json(input, infer, options, format)
        }
        To::Jsv => jsv(jsv::to_vec(&read(input, &options)?)),
        To::JsvPretty => jsv(jsv::to_vec_pretty(&read(input, &options)?)),
    }
}

/// The value of a JSV text.
pub(crate) fn read(input: &[u8], options: &Options) -> Result<Value, Failure> {
    options
        .from_slice(input)
        .map_err(|error| Failure::jsv(&error, input))
}

fn to_json(
    input: &[u8],
    infer: bool,
    options: Options,
    mut format: impl Formatter,
) -> Result<Vec<u8>, Failure> {
    // The whole text once as a value, so that an error is drawn with all that is known of it.
    read(input, &options)?;
    let untyped = if infer { Untyped::Infer } else { Untyped::Text };
    let mut out = Vec::new();
    let writer = JsonWriter {
        out: &mut out,
        format: &mut format,
    };
    jsv::Deserializer::from_slice(input, &options.untyped(untyped))
        .and_then(|mut deserializer| writer.deserialize(&mut deserializer))
        .map_err(|error| Failure::jsv(&error, input))?;
    Ok(out)
}

/// The text with the names in another case, as compact JSV.
fn recase(input: &[u8], case: TextCase, options: &Options) -> Result<Vec<u8>, Failure> {
    let value = recased(&read(input, options)?, case)?;
    jsv(jsv::to_vec(&value))
}

fn recased(value: &Value, case: TextCase) -> Result<Value, Failure> {
    Ok(match value {
        Value::List(items) => {
            let items = items.iter().map(|item| recased(item, case));
            Value::List(items.collect::<Result<_, _>>()?)
        }
        Value::Map(map) => {
            let mut changed = Map::with_capacity(map.len());
            for (name, member) in map {
                let name = case.apply(name);
                if changed.contains_key(&name) {
                    return Err(Failure::message(format_args!(
                        "`{name}` would stand twice in the case asked for"
                    )));
                }
                changed.insert(name, recased(member, case)?);
            }
            Value::Map(changed)
        }
        scalar => scalar.clone(),
    })
}
