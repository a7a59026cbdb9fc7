//! Every recorded request is answered as recorded, by a host that is built with this crate.
//!
//! Status, `Content-Type`, `Vary`, `X-AutoBatch-Completed`, `Location` and body are compared; of the
//! bodies those in JSON, in JSV, in a JSONP call, and texts as they are. Where the recorded host
//! answers otherwise on purpose, `conformance_http/otherwise.tsv` names the line and the reason of
//! http.md, section 10, and the answer has to be what that section says.

mod bodies;
mod case;
mod compare;
mod dates;
mod errors;
mod fail;
mod host;
mod parsed;
mod probes;
mod raw;
mod reasons;
mod recorded;
mod routes;
mod values;

use std::collections::BTreeMap;

use self::{
    case::Case,
    compare::{Comparison, compare},
    host::Host,
    recorded::Line,
};

/// How many lines there are: equal, equal but for a body in a format of others, and answered
/// otherwise.
const COUNTS: (usize, usize, usize) = (1216, 247, 648);

/// How many failures are printed in full.
const PRINTED: usize = 20;

#[test]
fn requests_are_answered_as_recorded() {
    let mut unused = otherwise();
    let mut hosts = BTreeMap::<String, Host>::new();
    let mut by_reason = BTreeMap::<&str, usize>::new();
    let (mut equal, mut body_not_covered) = (0, 0);
    let mut failures = Vec::new();
    for line in recorded::lines() {
        let name = &line.host;
        let host = hosts.entry(name.clone()).or_insert_with(|| Host::new(name));
        let ours = host.ask(&line.sent);
        let comparison = compare(&line.answer, &ours);
        let case = Case {
            line: &line,
            ours: &ours,
            host,
        };
        match (comparison, unused.remove(line.id.as_str())) {
            (Comparison::Equal, None) => equal += 1,
            (Comparison::BodyNotCovered, None) => body_not_covered += 1,
            (Comparison::Unequal, Some(reason)) => match reasons::check(reason, &case) {
                Ok(()) => *by_reason.entry(reason).or_default() += 1,
                Err(error) => failures.push(shown(&case, &format!("{reason:?}: {error}"))),
            },
            (Comparison::Unequal, None) => failures.push(shown(&case, "unequal")),
            (_, Some(reason)) => failures.push(shown(&case, &format!("{reason:?} is not needed"))),
        }
    }
    failures.extend(unused.keys().map(|id| format!("{id}: no such line")));
    let otherwise = by_reason.values().sum();
    println!("equal {equal}, body not covered {body_not_covered}, otherwise {otherwise}:");
    for (reason, count) in &by_reason {
        println!("{count:5} {reason}");
    }
    assert!(
        failures.is_empty(),
        "{} failures, of which the first:\n{}",
        failures.len(),
        failures[..failures.len().min(PRINTED)].join("\n")
    );
    assert_eq!((equal, body_not_covered, otherwise), COUNTS);
}

/// The lines that are answered otherwise, with the reason.
fn otherwise() -> BTreeMap<&'static str, &'static str> {
    include_str!("conformance_http/otherwise.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split_once('\t').unwrap())
        .collect()
}

/// A line with what is wrong, for whoever reads the failure.
fn shown(case: &Case, what: &str) -> String {
    let Line {
        id, host, request, ..
    } = case.line;
    let (recorded, ours) = (case.recorded(), case.ours);
    format!("{id} on host {host}: {what}\n  {request}\n  recorded {recorded}\n  ours     {ours}")
}
