//! `jsv get`: the way to a value, like `BillingInformation.BillingMethodOptions[0].Name`.

use jsv::Value;

use crate::failure::Failure;

/// One step of the way.
#[derive(Debug, PartialEq, Eq)]
enum Step {
    Member(String),
    Item(usize),
}

/// The value at the end of the way.
pub(crate) fn get<'v>(root: &'v Value, path: &str) -> Result<&'v Value, Failure> {
    let mut value = root;
    for (step, end) in steps(path)? {
        let next = match (&step, value) {
            (Step::Member(name), Value::Map(map)) => {
                map.get(name).or_else(|| map.get_ignore_case(name))
            }
            (Step::Item(index), Value::List(items)) => items.get(*index),
            _ => None,
        };
        value = next.ok_or_else(|| {
            let what = match (step, value) {
                (Step::Member(_), Value::Map(_)) => "no such member",
                (Step::Item(_), Value::List(items)) => match items.len() {
                    0 => "the list is empty",
                    _ => "no such item",
                },
                (Step::Member(_), _) => "not an object",
                (Step::Item(_), _) => "not a list",
            };
            Failure::message(format_args!("nothing at `{}`: {what}", &path[..end]))
        })?;
    }
    Ok(value)
}

/// The steps of a path, each with where it ends.
fn steps(path: &str) -> Result<Vec<(Step, usize)>, Failure> {
    let mut steps = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        let (step, after) =
            step(rest, steps.is_empty()).ok_or_else(|| malformed(path, path.len() - rest.len()))?;
        rest = after;
        steps.push((step, path.len() - rest.len()));
    }
    Ok(steps)
}

fn malformed(path: &str, at: usize) -> Failure {
    Failure::Usage(format!(
        "error: malformed path `{path}` at column {}: expected `Name`, `.Name` or `[0]`\n",
        path[..at].chars().count() + 1
    ))
}

fn step(rest: &str, is_first: bool) -> Option<(Step, &str)> {
    if let Some(index) = rest.strip_prefix('[') {
        let (index, after) = index.split_once(']')?;
        return Some((Step::Item(index.parse().ok()?), after));
    }
    let name = match rest.strip_prefix('.') {
        Some(name) => name,
        None if is_first => rest,
        None => return None,
    };
    match name.strip_prefix('"') {
        Some(quoted) => quoted_name(quoted),
        None => {
            let end = name.find(['.', '[']).unwrap_or(name.len());
            let (name, after) = name.split_at(end);
            (!name.is_empty()).then(|| (Step::Member(name.into()), after))
        }
    }
}

/// A name in quotes, after the opening one; a doubled quote is one of the name.
fn quoted_name(mut rest: &str) -> Option<(Step, &str)> {
    let mut name = String::new();
    loop {
        let (part, after) = rest.split_once('"')?;
        name.push_str(part);
        match after.strip_prefix('"') {
            Some(after) => {
                name.push('"');
                rest = after;
            }
            None => return Some((Step::Member(name), after)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_names_and_indexes() {
        let member = |name: &str| Step::Member(name.into());
        let cases = [
            ("", vec![]),
            ("A", vec![member("A")]),
            (
                "A.B[0].C",
                vec![member("A"), member("B"), Step::Item(0), member("C")],
            ),
            ("[1][2]", vec![Step::Item(1), Step::Item(2)]),
            (
                "\"a.b\".\"c\"\"[\"[3]",
                vec![member("a.b"), member("c\"["), Step::Item(3)],
            ),
            ("\"\"", vec![member("")]),
        ];
        for (path, expected) in cases {
            let steps: Vec<_> = steps(path).unwrap().into_iter().map(|(s, _)| s).collect();
            assert_eq!(steps, expected, "{path}");
        }
        for path in ["A..B", ".", "A[", "A[x]", "A[0]B", "\"a", "A.", "\"a\"b"] {
            assert!(steps(path).is_err(), "{path}");
        }
    }
}
