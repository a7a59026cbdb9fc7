//! The requests that the C# clients send are understood by a server of this crate: each recorded
//! one reaches its operation with what the client was given, and is answered in its format.

mod comparing;
mod expected;
mod given;
mod sending;
mod server;

use std::collections::{BTreeMap, BTreeSet};

use axum::http::StatusCode;
use jsv_tests_common::{
    calls,
    lines::{Failures, Line, check_lines},
};
use tower_http::decompression::RequestDecompressionLayer;

use self::{
    comparing::differences,
    expected::{Expected, OTHERWISE, Otherwise, given_in},
    given::Given,
    sending::{Recorded, Server},
};

/// How many lines there are: those whose request arrives as it was given, those whose request does
/// not, and those of which nothing was sent.
const COUNTS: (usize, usize, usize) = (243, 43, 17);

/// How many bodies are coded.
const CODED: usize = 5;

/// How many URLs this crate writes otherwise.
const OF_THIS_CRATE: usize = 16;

/// A server that undoes the coding of a body, as the layer of another crate does it.
fn server() -> Server {
    Server::new(|router| router.layer(RequestDecompressionLayer::new()))
}

/// Checks every request of the clients, with what its client was given.
fn check_requests(mut check: impl FnMut(&Line, Recorded, Given, &mut Failures)) {
    let is_chosen = |line: &Line| matches!(line.required("group"), "client" | "client-camel");
    check_lines("clients.jsonl", is_chosen, |line, failures| {
        let call = line.required("call");
        for request in line.json("requests").as_array().into_iter().flatten() {
            match given_in(call) {
                Some(given) => check(line, Recorded::new(request), given, failures),
                None => failures.add(call, "a known call", "an unknown one"),
            }
        }
        true
    });
}

#[test]
fn requests_arrive_as_they_were_given() {
    let server = server();
    let mut arrived = BTreeSet::new();
    let mut otherwise = BTreeMap::<&str, BTreeSet<String>>::new();
    check_requests(|line, request, given, failures| {
        let (id, call) = (line.required("id"), line.required("call"));
        let answer = server.ask(&request);
        let found = differences(&request, &answer, &Expected::Bound(given));
        let Some(known) = known(id) else {
            arrived.insert(id.to_owned());
            for difference in found {
                failures.add(call, "what was given", difference);
            }
            return;
        };
        if found.is_empty() {
            failures.add(call, known.reason, "what was given");
        }
        for difference in differences(&request, &answer, &(known.expected)()) {
            failures.add(call, known.reason, difference);
        }
        let ids = otherwise.entry(known.reason).or_default();
        ids.insert(id.to_owned());
    });

    for Otherwise { ids, reason, .. } in OTHERWISE {
        println!("{:4} {reason}", ids.len());
        let found = otherwise.get(reason).into_iter().flatten();
        assert!(found.eq(*ids), "{reason}: {otherwise:?}");
    }
    let otherwise = otherwise.values().map(BTreeSet::len).sum();
    let unsent = unsent();
    println!(
        "{} arrived as given, {otherwise} otherwise, {unsent} unsent",
        arrived.len()
    );
    assert_eq!((arrived.len(), otherwise, unsent), COUNTS);
}

fn known(id: &str) -> Option<&'static Otherwise> {
    let mut known = OTHERWISE.iter();
    known.find(|otherwise| otherwise.ids.contains(&id))
}

/// The lines of which nothing was sent: the client has failed before.
fn unsent() -> usize {
    let mut count = 0;
    let is_chosen = |line: &Line| {
        let is_client = matches!(line.required("group"), "client" | "client-camel");
        is_client && line.json("requests").as_array().is_none_or(Vec::is_empty)
    };
    check_lines("clients.jsonl", is_chosen, |line, failures| {
        count += 1;
        let call = line.required("call");
        if line.json("error").is_null() {
            failures.add(call, "an error of the client", "none");
        }
        true
    });
    count
}

#[test]
fn a_coded_body_is_refused_where_nobody_decodes_it() {
    let server = Server::new(|router| router);
    let mut coded = 0;
    check_requests(|line, request, _, failures| {
        if request.header("Content-Encoding").is_none() {
            return;
        }
        coded += 1;
        let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
        let expected = Expected::Refused(status, "UnsupportedMediaType", &[]);
        for difference in differences(&request, &server.ask(&request), &expected) {
            failures.add(line.required("call"), "a refusal", difference);
        }
    });
    assert_eq!(coded, CODED);
}

/// Where this crate writes another URL than the clients, it is understood.
#[test]
fn requests_to_the_urls_of_this_crate_arrive() {
    let server = server();
    let mut count = 0;
    check_requests(|line, mut request, given, failures| {
        let url = calls::expected(&request.target);
        if url == request.target {
            return;
        }
        count += 1;
        request.target = url;
        let answer = server.ask(&request);
        for difference in differences(&request, &answer, &Expected::Bound(given)) {
            failures.add(line.required("call"), "what was given", difference);
        }
    });
    assert_eq!(count, OF_THIS_CRATE);
}
