//! What is expected of a recorded request: that it arrives as it was given; and the few that do
//! not.

use axum::http::StatusCode;
use jsv_tests_common::{
    calls::{made_by, no_route, search_defaults, some},
    probes::{Echo, NoRoute, Search},
};

use super::{
    given::{Given, Giver},
    server::{RawBody, Upload},
};

/// What a request comes to.
pub enum Expected {
    /// The handler is called with what was given.
    Bound(Given),
    /// An error of this status and code; and the names of the values that are at fault.
    Refused(StatusCode, &'static str, &'static [&'static str]),
    /// The router's own 404.
    NoRoute,
}

fn echo(name: Option<&str>, tags: &[&str]) -> Given {
    let tags = tags.iter().map(|tag| some(tag)).collect::<Vec<_>>();
    Given::one(&Echo {
        name: name.map(Into::into),
        tags: (!tags.is_empty()).then_some(tags),
        ..Echo::default()
    })
}

/// What was given in a call, also in one with a URL of the caller's own.
pub fn given_in(call: &str) -> Option<Given> {
    Some(match call {
        "Get<byte[]>('/raw/bytes')" => Given::one(&RawBody {
            kind: some("bytes"),
        }),
        "Get<string>('/raw/string')" => Given::one(&RawBody {
            kind: some("string"),
        }),
        "Post<Inner>('/r', Inner)" => echo(Some("n"), &["a", "b"]),
        "Put<Inner>('/r', Inner)" | "Patch<Inner>('/r', Inner)" => echo(Some("n"), &[]),
        "Get<Inner>('/r?x=1&y=a b')"
        | "Delete<Inner>('/r/1')"
        | "Post<Inner>('/r', string)"
        | "Post<Inner>('/r', list)"
        | "Post<Inner>('/r', null)" => echo(None, &[]),
        "PostFile" => Given::one(&Upload::default()),
        "SendAllOneWay(NoRoute x2)" => {
            let second = NoRoute {
                id: 9,
                ..NoRoute::default()
            };
            Given::list(&[no_route(), second])
        }
        _ => return made_by(&Giver, call),
    })
}

/// Requests that do not arrive as they were given (http.md, section 6; `clients.md`).
pub struct Otherwise {
    pub ids: &'static [&'static str],
    pub reason: &'static str,
    pub expected: fn() -> Expected,
}

const UNREADABLE: &str = "SerializationException";

pub const OTHERWISE: &[Otherwise] = &[
    Otherwise {
        ids: &[
            "c001", "c004", "c125", "c128", "c185", "c188", "c501", "c504", "c561", "c564",
        ],
        reason: "a list of lists as the clients write it: `grid=1,2],[3`",
        expected: || Expected::Refused(StatusCode::BAD_REQUEST, UNREADABLE, &["grid"]),
    },
    Otherwise {
        ids: &["c003", "c067", "c127", "c187", "c503", "c563"],
        reason: "an empty string in a query is not given",
        expected: || {
            Expected::Bound(Given::one(&Search {
                name: None,
                ..search_defaults()
            }))
        },
    },
    Otherwise {
        ids: &["c027", "c151", "c527", "c587"],
        reason: "an empty list in a path: no such route, `/sets/`",
        expected: || Expected::NoRoute,
    },
    Otherwise {
        ids: &["c032", "c096", "c156", "c532"],
        reason: "an empty string in a path: no such route, `/text/`",
        expected: || Expected::NoRoute,
    },
    Otherwise {
        ids: &["c046", "c110", "c170", "c230", "c546", "c606"],
        reason: "the caller's own URL: no such route, `/r/1`",
        expected: || Expected::NoRoute,
    },
    Otherwise {
        ids: &["c047", "c231"],
        reason: "a text that is not JSON, under its type: `{raw:1}`",
        expected: || Expected::Refused(StatusCode::BAD_REQUEST, UNREADABLE, &[]),
    },
    Otherwise {
        ids: &["c171"],
        reason: "a text: `text/plain`",
        expected: || {
            Expected::Refused(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "UnsupportedMediaType",
                &[],
            )
        },
    },
    Otherwise {
        ids: &["c048", "c112", "c172", "c232", "c548", "c608"],
        reason: "a list where one request is expected",
        expected: || Expected::Refused(StatusCode::BAD_REQUEST, UNREADABLE, &[]),
    },
    Otherwise {
        ids: &["c039", "c103", "c163", "c223"],
        reason: "a list of requests of any type: `Object[]`",
        expected: || {
            let status = StatusCode::METHOD_NOT_ALLOWED;
            Expected::Refused(status, "NotImplementedException", &[])
        },
    },
];
