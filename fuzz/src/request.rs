//! Requests: what negotiation and binding make of any path, query, headers and form.

use std::collections::BTreeMap;

use jsv::{
    Options,
    dotnet::{DateTimeOffset, Guid, TimeSpan},
    negotiate::{Head, Offer, Policy, Reason, Refusal, negotiate},
    query::{self, Binder, Template},
};
use serde::{Deserialize, Serialize};

/// Takes the bytes for a request: its target in the first line, `Accept` in all further lines but
/// the last, `Content-Type` in the last before an empty line, a form after that.
///
/// # Panics
///
/// If anything panics, or if what must hold for every request does not.
pub fn request(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let (head, form) = text.split_once("\n\n").unwrap_or((text, ""));
    let mut lines = head.split('\n');
    let target = lines.next().unwrap_or_default();
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let mut accept: Vec<&str> = lines.collect();
    let content_type = accept.pop().unwrap_or_default();

    let head = Head::new(path)
        .query(query)
        .accept(&accept[..])
        .content_type(content_type);
    for policy in [
        Policy::ServiceStack,
        Policy::Default(Offer::JSV),
        Policy::Strict,
    ] {
        negotiated(policy, &head, path);
    }
    bound(path, query, form);
}

fn negotiated(policy: Policy, head: &Head<'_>, path: &str) {
    let choice = match negotiate(policy, head) {
        Ok(choice) => choice,
        Err(Refusal::NotAcceptable { offers }) => {
            assert_eq!((policy, offers.len()), (Policy::Strict, 2));
            return;
        }
        Err(refusal) => {
            assert_eq!(refusal, Refusal::CallbackTooLong);
            assert_ne!(policy, Policy::ServiceStack);
            return;
        }
    };
    assert!(path.starts_with(choice.path), "{path}: {choice:?}");
    let is_cut = choice.path != path;
    let cuts = choice.reason == Reason::Suffix || choice.predefined.is_some();
    assert!(cuts || !is_cut, "{path}: {choice:?}");
    // It is sent as a header.
    let is_value = |byte| matches!(byte, b' '..=b'~' | b'\t' | 0x80..);
    assert!(choice.content_type.bytes().all(is_value), "{choice:?}");
    if let Some(jsonp) = &choice.jsonp {
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_');
        assert!(!jsonp.name().is_empty() && jsonp.name().chars().all(is_name));
    }
}

/// A member of each shape that a value can have.
#[derive(Serialize, Deserialize, Default)]
#[serde(rename_all = "PascalCase", default)]
struct Search {
    id: i32,
    name: Option<String>,
    flag: bool,
    maybe: Option<bool>,
    ratio: Option<f64>,
    letter: Option<char>,
    key: Option<Guid>,
    offset: Option<DateTimeOffset>,
    span: Option<TimeSpan>,
    ids: Option<Vec<i32>>,
    tags: Option<Vec<String>>,
    grid: Option<Vec<Vec<i32>>>,
    map: Option<BTreeMap<String, i32>>,
    inner: Option<Box<Search>>,
}

fn bound(path: &str, query: &str, form: &str) {
    for template in ["/{Name}/{Id}", "/{Name*}", path] {
        let Ok(template) = Template::parse(template) else {
            continue;
        };
        let values = template.matches(path).unwrap_or_default();
        let mut binder = Binder::new(&Options::new());
        for (name, value) in &values {
            binder.path(name, value);
        }
        binder.query(query).form(form);
        match binder.bind::<Search>() {
            Ok(search) => written(&search),
            Err(error) => {
                assert!(error.cause().is_some() || !error.values().is_empty());
                let _ = (error.to_string(), error.message("Search"));
            }
        }
        let _ = binder.bind_over_jsv::<Search>(form);
        let _ = binder.bind_over_json::<Search>(form);
    }
}

/// What was bound is written so that it is bound again.
fn written(search: &Search) {
    let once = query::to_string(search).expect("what was bound is written");
    let again: Search = query::from_str(&once).unwrap_or_else(|error| panic!("{error}: {once}"));
    let twice = query::to_string(&again).expect("what was bound is written");
    assert_eq!(once, twice);
}
