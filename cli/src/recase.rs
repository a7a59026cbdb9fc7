//! Names in another case, where no type tells a name from a map's key: all of them change.

use std::collections::HashSet;

use jsv::{Map, TextCase, Value};

use crate::failure::Failure;

/// The value of a JSV text with its names in another case.
pub(crate) fn value(value: &Value, case: TextCase) -> Result<Value, Failure> {
    Ok(match value {
        Value::List(items) => {
            let items = items.iter().map(|item| self::value(item, case));
            Value::List(items.collect::<Result<_, _>>()?)
        }
        Value::Map(map) => {
            let mut changed = Map::with_capacity(map.len());
            for (name, member) in map {
                let name = case.apply(name);
                if changed.contains_key(&name) {
                    return Err(clash(&name));
                }
                changed.insert(name, self::value(member, case)?);
            }
            Value::Map(changed)
        }
        scalar => scalar.clone(),
    })
}

/// A text that is JSON, with its names in another case.
pub(crate) fn json(text: &str, case: TextCase) -> Result<String, Failure> {
    let mut changed = String::with_capacity(text.len());
    // The names of the objects that are open.
    let mut open: Vec<HashSet<String>> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['"', '{', '}']) {
        let (before, token) = rest.split_at(at);
        changed.push_str(before);
        let string = match token.as_bytes() {
            [b'"', ..] => &token[..string_end(token)],
            [bracket, ..] => {
                match bracket {
                    b'{' => open.push(HashSet::new()),
                    _ => drop(open.pop()),
                }
                changed.push(char::from(*bracket));
                rest = &token[1..];
                continue;
            }
            // A place that was found is not the end.
            [] => break,
        };
        rest = &token[string.len()..];
        // A string before a colon is a name; in JSON nothing else is.
        if !rest.trim_start().starts_with(':') {
            changed.push_str(string);
            continue;
        }
        let name: String = serde_json::from_str(string).map_err(Failure::message)?;
        let name = case.apply(&name);
        changed.push_str(&serde_json::to_string(&name).map_err(Failure::message)?);
        if open
            .last_mut()
            .is_some_and(|names| !names.insert(name.clone()))
        {
            return Err(clash(&name));
        }
    }
    changed.push_str(rest);
    Ok(changed)
}

/// Where the string ends that a text begins with.
fn string_end(text: &str) -> usize {
    let mut escaped = false;
    let closing = text.bytes().skip(1).position(|byte| match byte {
        _ if escaped => {
            escaped = false;
            false
        }
        b'\\' => {
            escaped = true;
            false
        }
        byte => byte == b'"',
    });
    closing.map_or(text.len(), |at| at + 2)
}

fn clash(name: &str) -> Failure {
    Failure::message(format_args!(
        "`{name}` would stand twice in the case asked for"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_json_change() {
        let text = r#"{ "MyId" : "MyId", "A\"B": [{"Xy": "{\"Q\":1}"}, {"Xy": 1.50}], "E": {} }"#;
        let expected =
            r#"{ "myId" : "MyId", "a\"B": [{"xy": "{\"Q\":1}"}, {"xy": 1.50}], "e": {} }"#;
        assert_eq!(json(text, TextCase::Camel).unwrap(), expected);
        assert!(json(r#"{"A":1,"a":2}"#, TextCase::Camel).is_err());
    }
}
