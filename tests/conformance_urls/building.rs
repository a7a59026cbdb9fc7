//! The URLs that the C# clients build for their requests are built byte for byte.

use std::collections::{BTreeMap, BTreeSet};

use jsv::{
    Options, TextCase,
    query::{self, Predefined, RouteError, Urls},
};
use jsv_tests_common::{
    calls::*,
    lines::{check_lines, text_of},
    probes::*,
};

/// The lines whose URL differs, and why (http.md, the end of section 6). A list of lists keeps its
/// brackets here, since what the clients write cannot be read; the slashes of a wildcard stay
/// slashes, since what the clients write is one segment.
const DIFFER: &[(&str, &str)] = &[
    ("c001", "list of lists"),
    ("c004", "list of lists"),
    ("c024", "wildcard"),
    ("c088", "wildcard"),
    ("c125", "list of lists"),
    ("c128", "list of lists"),
    ("c148", "wildcard"),
    ("c185", "list of lists"),
    ("c188", "list of lists"),
    ("c208", "wildcard"),
    ("c355", "list of lists"),
    ("c369", "wildcard"),
    ("c370", "list of lists"),
    ("c501", "list of lists"),
    ("c504", "list of lists"),
    ("c524", "wildcard"),
    ("c561", "list of lists"),
    ("c564", "list of lists"),
    ("c584", "wildcard"),
];

/// One client: its URLs, and the method of the call at hand.
struct Client<'a> {
    urls: &'a Urls,
    method: &'a str,
}

type Built = Result<String, RouteError>;

impl Caller for Client<'_> {
    type Made = Built;

    fn reply<T: Dto>(&self, dto: &T) -> Built {
        self.urls.reply(dto, self.method)
    }

    fn reply_by<T: Dto>(&self, method: &str, dto: &T) -> Built {
        self.urls.reply(dto, method)
    }

    fn one_way<T: Dto>(&self, dto: &T) -> Built {
        self.urls.one_way(dto, self.method)
    }

    fn list<T: Dto>(&self, _dtos: &[T]) -> Built {
        Ok(self.urls.list::<T>())
    }

    fn list_one_way<T: Dto>(&self, _dtos: &[T]) -> Built {
        Ok(self.urls.list_one_way::<T>())
    }
}

/// A built URL or the reference's words for why there is none.
fn text(built: Built) -> String {
    match built {
        Ok(url) => url,
        Err(RouteError::NoneFits) => "None of the given rest routes matches".into(),
        Err(RouteError::Ambiguous) => "Ambiguous matching routes found".into(),
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn requests_are_sent_to_the_urls_of_the_clients() {
    let (mut compared, mut own, mut without) = (0, 0, 0);
    let mut differ = BTreeSet::new();
    check_lines(
        "clients.jsonl",
        |line| matches!(line.required("group"), "client" | "client-camel"),
        |line, failures| {
            let call = line.required("call");
            if NOT_OF_A_DTO.contains(&call) {
                own += 1;
                return true;
            }
            let predefined = match line.required("client") {
                "JsonServiceClient" => Predefined::Json,
                "JsvServiceClient" => Predefined::Jsv,
                "JsonApiClient" | "JsonServiceClient+api" => Predefined::Api,
                other => panic!("the client {other}"),
            };
            let text_case = match line.required("group") {
                "client" => TextCase::AsDeclared,
                _ => TextCase::Camel,
            };
            let urls = Urls::new(predefined).options(&Options::new().text_case(text_case));
            let (method, recorded) = match line.json("requests").get(0) {
                Some(request) => (method_of(request), text_of(&request["target"]).to_owned()),
                None => {
                    let message = text_of(&line.json("error")["message"]);
                    if !message.starts_with("None of the given rest routes matches") {
                        without += 1;
                        return true;
                    }
                    ("GET", "None of the given rest routes matches".into())
                }
            };
            let client = Client {
                urls: &urls,
                method,
            };
            let Some(built) = made_by(&client, call) else {
                failures.add(call, "a known call", "an unknown one");
                return true;
            };
            compared += 1;
            if expected(&recorded) != recorded {
                differ.insert(line.required("id").to_owned());
            }
            failures.compare(call, &expected(&recorded), &text(built));
            true
        },
    );
    println!(
        "{compared} URLs compared, {own} with the caller's own URL, {without} that were never sent"
    );
    assert_eq!((compared, own, without), COUNTS);
    assert_all_have_a_reason(&differ, |id| !is_of_url_group(id));
}

/// How many lines there are of each sort, so that none is lost.
const COUNTS: (usize, usize, usize) = (246, 56, 1);

/// Whether a line is one of those about URLs alone, which are c355 to c387.
fn is_of_url_group(id: &str) -> bool {
    ("c355"..="c387").contains(&id)
}

/// Checks that the lines that differ are those with a reason.
fn assert_all_have_a_reason(differ: &BTreeSet<String>, is_chosen: impl Fn(&str) -> bool) {
    let reasons: BTreeMap<_, _> = DIFFER
        .iter()
        .copied()
        .filter(|(id, _)| is_chosen(id))
        .collect();
    for reason in ["list of lists", "wildcard"] {
        let count = reasons.values().filter(|found| **found == reason).count();
        println!("{count} URLs differ: {reason}");
    }
    assert!(
        differ.iter().eq(reasons.keys()),
        "the lines that differ: {differ:?}; those with a reason: {reasons:?}"
    );
}

/// The method of a request, that of its override if there is one.
fn method_of(request: &serde_json::Value) -> &str {
    let headers = request["headers"].as_array().into_iter().flatten();
    let mut overrides =
        headers.filter(|header| text_of(&header[0]).eq_ignore_ascii_case("X-Http-Method-Override"));
    match overrides.next() {
        Some(header) => text_of(&header[1]),
        None => text_of(&request["method"]),
    }
}

#[test]
fn urls_are_built_as_the_clients_build_them() {
    let mut differ = BTreeSet::new();
    check_lines(
        "clients.jsonl",
        |line| line.required("group") == "client-url",
        |line, failures| {
            let call = line.required("call");
            let recorded: Vec<_> = line.required("url").split(" | ").collect();
            let built = urls_of(call, &recorded);
            failures.compare("how many URLs", &recorded.len(), &built.len());
            for (recorded, built) in recorded.iter().zip(built) {
                let built = text(built);
                if let Some((_, message)) = recorded.split_once("Exception: ") {
                    if !message.starts_with(&built) {
                        failures.add(call, message, built);
                    }
                    continue;
                }
                if expected(recorded) != *recorded {
                    differ.insert(line.required("id").to_owned());
                }
                failures.compare(call, &expected(recorded), &built);
            }
            true
        },
    );
    assert_all_have_a_reason(&differ, is_of_url_group);
}

/// The URLs of a line. Of the calls whose values stand in the URL alone, the URLs are read and
/// written again.
fn urls_of(call: &str, recorded: &[&str]) -> Vec<Built> {
    let urls = Urls::new(Predefined::Json);
    let x = || some("1");
    macro_rules! prio {
        ($type:ident, $y:expr) => {
            urls.reply(&$type { x: x(), y: $y }, "GET")
        };
    }
    vec![match call {
        "Search full ToGetUrl" => urls.reply(&search_full(), "GET"),
        "Search full ToPostUrl" => urls.reply(&search_full(), "POST"),
        "NoRoute ToGetUrl" | "NoRoute ToReplyUrl()" => urls.reply(&no_route(), "GET"),
        "NoRoute ToUrl(GET,jsv)" => Urls::new(Predefined::Jsv).reply(&no_route(), "GET"),
        "NoRoute ToPostUrl" | "NoRoute ToReplyUrl(json)" => urls.reply(&no_route(), "POST"),
        "NoRoute ToOneWayUrl()" => urls.one_way(&no_route(), "GET"),
        "Thing 4 name ToPutUrl" => urls.reply(&thing(Some("x y"), None), "PUT"),
        "UpdateCustomer ToPutUrl" => urls.reply(&update_customer(), "PUT"),
        "UpdateCustomer ToGetUrl (no such verb)" => urls.reply(&update_customer(), "GET"),
        "CancelLicense ToDeleteUrl" => {
            let empty = "00000000-0000-0000-0000-000000000000";
            urls.reply(&cancel(Some(empty)), "DELETE")
        }
        "Docs a//b/../c" => urls.reply(&docs(Some("a//b/../c"), None), "GET"),
        "Sets nested grid" => urls.reply(
            &Search {
                grid: Some(vec![vec![1, 2], vec![3]]),
                ..Search::default()
            },
            "GET",
        ),
        "Search Tags with brackets"
        | "Search Inner nested"
        | "Search When min/max/local/unspecified ms"
        | "Search Span forms"
        | "Search numbers"
        | "Search decimals" => {
            return recorded
                .iter()
                .map(|url| {
                    let query = url.strip_prefix("/search?").unwrap_or_default();
                    let search: Search =
                        query::from_str(query).unwrap_or_else(|error| panic!("{error}: {url}"));
                    urls.reply(&search, "GET")
                })
                .collect();
        }
        "Prio1 two variables, other route has Priority 10" => prio!(Prio1, some("2")),
        "Prio1 only X" => prio!(Prio1, None),
        "Prio2 equal variables, second has Priority 10" => prio!(Prio2, None),
        "Prio3 equal count, different variables" => prio!(Prio3, some("2")),
        "Prio4 equal count, different variables, second has Priority 1" => {
            prio!(Prio4, some("2"))
        }
        "Prio5 same variable, longer and shorter template" => prio!(Prio5, None),
        "Prio6 by verb GET | POST | PUT | DELETE" => {
            return ["GET", "POST", "PUT"]
                .map(|method| urls.reply(&Prio6 { x: x(), y: None }, method))
                .into();
        }
        "Prio7 first Priority 10, second 0" => prio!(Prio7, None),
        "Prio8 first -1, second 1" => prio!(Prio8, None),
        "Prio9 first 1, second -1" => prio!(Prio9, None),
        "Prio10 5 (long), 1, 0 (short)" => prio!(Prio10, None),
        other => panic!("the call {other}"),
    }]
}

#[test]
fn a_delete_without_a_route_has_no_url() {
    let urls = Urls::new(Predefined::Json);
    let built = urls.reply(&Prio6::default(), "DELETE");
    assert!(matches!(built, Err(RouteError::NoneFits)), "{built:?}");
}

#[test]
fn what_is_written_is_read_back() {
    // An empty text is not given.
    let mut defaults = search_defaults();
    defaults.name = None;
    for search in [search_full(), defaults, Search::default()] {
        let query = query::to_string(&search).unwrap_or_else(|error| panic!("{error}"));
        let read: Search = query::from_str(&query).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(read, search, "{query}");
    }
}
