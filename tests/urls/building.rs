//! The URLs that the C# clients build for their requests are built byte for byte.

use std::collections::{BTreeMap, BTreeSet};

use jsv::{
    Options, TextCase, Value,
    dotnet::Bytes,
    dto::{
        Operation,
        bokamera::{CancelLicense, CreateAxemaUserSync, CreateLicense, UpdateCustomer},
        customers::BatchRegisterCustomers,
    },
    query::{self, Predefined, RouteError, Urls},
};
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    common::{
        lines::{check_lines, text_of},
        types::{CustomerType, Perms},
    },
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

/// Calls with the URL of the caller's own, or with a body of no one request type.
const NOT_OF_A_DTO: &[&str] = &[
    "Get<byte[]>('/raw/bytes')",
    "Get<string>('/raw/string')",
    "Get<Inner>('/r?x=1&y=a b')",
    "Post<Inner>('/r', Inner)",
    "Put<Inner>('/r', Inner)",
    "Patch<Inner>('/r', Inner)",
    "Delete<Inner>('/r/1')",
    "Post<Inner>('/r', string)",
    "Post<Inner>('/r', list)",
    "Post<Inner>('/r', null)",
    "PostFile",
    "SendAllOneWay(NoRoute x2)",
];

/// A value by its JSV text.
fn of<T: DeserializeOwned>(text: &str) -> T {
    jsv::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn some(text: &str) -> Option<String> {
    Some(text.into())
}

fn list(items: &[&str]) -> Option<Vec<String>> {
    Some(items.iter().map(|item| (*item).into()).collect())
}

fn search_full() -> Search {
    Search {
        id: 5,
        name: some("a b&c=d+e/f,\"q\" åäö"),
        flag: true,
        maybe: Some(false),
        num: Some(0),
        big: 9_007_199_254_740_993,
        money: Some(of("12.50")),
        ratio: Some(1.5),
        letter: Some('x'),
        when: Some(of("2024-05-06T07:08:09Z")),
        offset: Some(of("2024-05-06T07:08:09+02:00")),
        span: Some(of("01:02:03")),
        day: Some(of("2024-05-06")),
        clock: Some(of("07:08:09")),
        key: Some(of("11111111-2222-3333-4444-555555555555")),
        kind: Some(CustomerType::Network),
        plain_kind: CustomerType::External,
        perms: Some(Perms::READ | Perms::WRITE),
        ids: Some(vec![1, 2, 3]),
        tags: list(&["a", "b,c", "d \"e\"", ""]),
        words: list(&["x"]),
        grid: Some(vec![vec![1, 2], vec![3]]),
        blob: Some(Bytes::from(vec![1, 2, 255])),
        inner: Some(Inner {
            name: some("n"),
            zip: 2,
            tags: list(&["t"]),
            child: None,
        }),
        inners: Some(vec![
            Inner {
                name: some("p"),
                ..Inner::default()
            },
            Inner {
                name: some("q"),
                zip: 9,
                ..Inner::default()
            },
        ]),
        map: Some(BTreeMap::from([
            ("k".into(), "v".into()),
            ("k 2".into(), "v,2".into()),
        ])),
        counts: Some(BTreeMap::from([("one".into(), 1)])),
        any: Some(Value::from("7")),
        link: some("https://example.org/a?b=c&d=e"),
        url_path: some("u"),
    }
}

fn search_defaults() -> Search {
    Search {
        name: some(""),
        maybe: Some(false),
        num: Some(0),
        when: Some(of("0001-01-01")),
        key: Some(Default::default()),
        kind: Some(CustomerType::Internal),
        ids: Some(Vec::new()),
        tags: Some(Vec::new()),
        inner: Some(Inner::default()),
        map: Some(BTreeMap::new()),
        ..Search::default()
    }
}

fn inner() -> Option<Inner> {
    Some(Inner {
        name: some("in"),
        zip: 1,
        ..Inner::default()
    })
}

fn no_route() -> NoRoute {
    NoRoute {
        id: 3,
        name: some("no route: {x}"),
        tags: list(&["a", "b,c"]),
        inner: inner(),
    }
}

fn no_route_get() -> NoRouteGet {
    NoRouteGet {
        id: 3,
        name: some("no route"),
        num: Some(0),
        flag: false,
        tags: list(&["a", "b,c"]),
        inner: inner(),
    }
}

fn thing(name: Option<&str>, note: Option<&str>) -> Thing {
    Thing {
        id: 4,
        name: name.map(Into::into),
        note: note.map(Into::into),
        ids: None,
    }
}

fn cancel(company: Option<&str>) -> CancelLicense {
    CancelLicense {
        id: 7,
        company_id: company.map(of),
    }
}

fn docs(path: Option<&str>, note: Option<&str>) -> Docs {
    Docs {
        path: path.map(Into::into),
        note: note.map(Into::into),
    }
}

fn sets(ids: Option<Vec<i32>>, key: Option<&str>) -> Sets {
    Sets {
        ids,
        key: key.map(of),
    }
}

/// One client: how it calls, and the method of the call at hand.
struct Client<'a> {
    urls: &'a Urls,
    method: &'a str,
}

type Built = Result<String, RouteError>;

impl Client<'_> {
    fn reply<T: Operation + Serialize>(&self, dto: &T) -> Built {
        self.urls.reply(dto, self.method)
    }

    /// The URL for a call as `clients.md` names it; `None` for one that it does not name.
    fn url(&self, call: &str) -> Option<Built> {
        const GUID: &str = "11111111-2222-3333-4444-555555555555";
        let urls = self.urls;
        Some(match call {
            "Get(Search full)" | "Send(Search full) (IGet marker)" => self.reply(&search_full()),
            "Get(Search empty)" => self.reply(&Search::default()),
            "Get(Search defaults: Num=0, Maybe=false, Ids=[], Name='')" => {
                self.reply(&search_defaults())
            }
            "GetAsync(Search small)" => self.reply(&Search {
                id: 1,
                tags: list(&["a,b"]),
                ..Search::default()
            }),
            "EmulateHttpViaPost, GetAsync(Search small)" => self.reply(&Search {
                id: 1,
                ..Search::default()
            }),
            "Get(NoRouteGet)" | "Send(NoRouteGet) (IGet marker)" => self.reply(&no_route_get()),
            "Send(NoRoute)"
            | "Post(NoRoute)"
            | "Put(NoRoute)"
            | "Patch(NoRoute)"
            | "Delete(NoRoute)"
            | "PostAsync(NoRoute)"
            | "PostFileWithRequest"
            | "gzip request compression, Post(NoRoute)"
            | "EmulateHttpViaPost, PutAsync(NoRoute)"
            | "EmulateHttpViaPost, sync Put(NoRoute)" => self.reply(&no_route()),
            "Post(NoRouteVoid)" => self.reply(&NoRouteVoid {
                id: 1,
                name: some("v"),
            }),
            "Post(BatchRegisterCustomers)" => self.reply(&BatchRegisterCustomers::default()),
            "Post(CreateLicense)" => self.reply(&CreateLicense::default()),
            "Post(CreateAxemaUserSync empty)" => self.reply(&CreateAxemaUserSync::default()),
            "Put(UpdateCustomer)" => self.reply(&UpdateCustomer {
                id: of(GUID),
                ..Default::default()
            }),
            "Delete(CancelLicense with CompanyId)" => {
                self.reply(&cancel(Some("aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee")))
            }
            "Send(CancelLicense)" | "EmulateHttpViaPost, DeleteAsync(CancelLicense)" => {
                self.reply(&cancel(None))
            }
            "Send(PatchThing) (IPatch marker)" => self.reply(&PatchThing {
                id: 4,
                name: some("p"),
            }),
            "Get(Thing Id only)" => self.reply(&thing(None, None)),
            "Get(Thing Id+Name)" => self.reply(&thing(Some("a/b c?d#e%f+g"), Some("n"))),
            "Get(Thing nothing)" => self.reply(&Thing::default()),
            "Post(Thing Id+Name+Ids)" => self.reply(&thing(Some("x"), None)),
            "Get(Docs wildcard a/b c/d)" => self.reply(&docs(Some("a/b c/d"), Some("q"))),
            "Get(Docs wildcard null)" => self.reply(&docs(None, None)),
            "Get(Sets Ids 1,2,3)" => self.reply(&sets(Some(vec![1, 2, 3]), Some(GUID))),
            "Get(Sets Ids empty)" => self.reply(&sets(Some(vec![]), None)),
            "Get(Sets Ids null)" => self.reply(&sets(None, None)),
            "Get(Keys)" => self.reply(&Keys {
                key: of(GUID),
                when: of("2024-05-06T07:08:09Z"),
                kind: CustomerType::External,
                maybe: Some(true),
            }),
            "Get(Keys date only)" => self.reply(&Keys {
                when: of("2024-05-06"),
                ..Keys::default()
            }),
            "Get(TextPath empty string)" => self.reply(&TextPath { value: some("") }),
            "Get(TextPath unicode)" => self.reply(&TextPath {
                value: some("åäö 日本 \"q\" {x} [y] a,b:c~-._"),
            }),
            "SendAll(NoRoute x2)" | "SendAllAsync(NoRoute x2)" | "SendAll(empty)" => {
                Ok(urls.list::<NoRoute>())
            }
            "SendAll(GetOnly x3) (IGet marker, routes)" => Ok(urls.list::<GetOnly>()),
            "PublishAll(NoRoute x2)" => Ok(urls.list_one_way::<NoRoute>()),
            "Publish(NoRoute)" | "SendOneWay(NoRoute)" => urls.one_way(&no_route(), self.method),
            "CustomMethod HEAD" => urls.reply(&GetOnly::default(), "HEAD"),
            "CustomMethod OPTIONS" => urls.reply(&GetOnly::default(), "OPTIONS"),
            "SetCredentials, AlwaysSendBasicAuthHeader" | "SetCredentials only" => {
                self.reply(&GetOnly { id: 1, name: None })
            }
            "BearerToken + headers + Version + SessionId, Post(AuthReq)" => {
                self.reply(&AuthReq::default())
            }
            _ => return None,
        })
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

/// What is expected where a URL is recorded, by the two differences.
fn expected(recorded: &str) -> String {
    let url = recorded.replace("grid=1%2C2%5D%2C%5B3", "grid=%5B%5B1%2C2%5D%2C%5B3%5D%5D");
    match url.strip_prefix("/docs/") {
        Some(rest) => {
            let (path, query) = rest.split_at(rest.find('?').unwrap_or(rest.len()));
            format!("/docs/{}{query}", path.replace("%2F", "/"))
        }
        None => url,
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
            let Some(built) = client.url(call) else {
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

fn update_customer() -> UpdateCustomer {
    UpdateCustomer {
        id: of("11111111-2222-3333-4444-555555555555"),
        ..Default::default()
    }
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
