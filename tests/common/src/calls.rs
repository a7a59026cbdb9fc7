//! The calls that the C# clients were given (`clients.md`), with the values of their DTOs.

use std::{collections::BTreeMap, fmt::Debug};

use jsv::{
    Value,
    dotnet::Bytes,
    dto::{
        bokamera::{CancelLicense, CreateAxemaUserSync, CreateLicense, UpdateCustomer},
        customers::BatchRegisterCustomers,
    },
    operation::Operation,
};
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    probes::*,
    types::{CustomerType, Perms},
};

/// A value by its JSV text.
pub fn of<T: DeserializeOwned>(text: &str) -> T {
    jsv::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// A text that is not null.
pub fn some(text: &str) -> Option<String> {
    Some(text.into())
}

/// A list of texts that is not null.
pub fn list(items: &[&str]) -> Option<Vec<String>> {
    Some(items.iter().map(|item| (*item).into()).collect())
}

/// A `Search` whose members all have a value.
pub fn search_full() -> Search {
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

/// A `Search` whose members have the values that mean nothing, but are not null.
pub fn search_defaults() -> Search {
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

/// An `Inner`.
pub fn inner() -> Option<Inner> {
    Some(Inner {
        name: some("in"),
        zip: 1,
        ..Inner::default()
    })
}

/// A `NoRoute`.
pub fn no_route() -> NoRoute {
    NoRoute {
        id: 3,
        name: some("no route: {x}"),
        tags: list(&["a", "b,c"]),
        inner: inner(),
    }
}

/// A `NoRouteGet`.
pub fn no_route_get() -> NoRouteGet {
    NoRouteGet {
        id: 3,
        name: some("no route"),
        num: Some(0),
        flag: false,
        tags: list(&["a", "b,c"]),
        inner: inner(),
    }
}

/// A `Thing` with some of its members.
pub fn thing(name: Option<&str>, note: Option<&str>) -> Thing {
    Thing {
        id: 4,
        name: name.map(Into::into),
        note: note.map(Into::into),
        ids: None,
    }
}

/// A `CancelLicense`.
pub fn cancel(company: Option<&str>) -> CancelLicense {
    CancelLicense {
        id: 7,
        company_id: company.map(of),
    }
}

/// A `Docs`.
pub fn docs(path: Option<&str>, note: Option<&str>) -> Docs {
    Docs {
        path: path.map(Into::into),
        note: note.map(Into::into),
    }
}

/// A `Sets`.
pub fn sets(ids: Option<Vec<i32>>, key: Option<&str>) -> Sets {
    Sets {
        ids,
        key: key.map(of),
    }
}

/// An `UpdateCustomer`.
pub fn update_customer() -> UpdateCustomer {
    of(
        "{Id:11111111222233334444555555555555,CompanyId:aaaaaaaabbbbccccddddeeeeeeeeeeee,\
        Firstname:Åsa,Lastname:\"O'Neil, Jr\",CustomFields:[{Id:1,Value:v}],\
        AccessKeysToDelete:[{Id:00000000000000000000000000000000}],SubscribedToNewsletter:true}",
    )
}

fn batch() -> BatchRegisterCustomers {
    of(
        "{Customers:[{Id:1,Name:\"A, \"\"B\"\"\",Type:Network,Accounts:[{Id:2,UserName:u,\
        Roles:[r1,\"r,2\"],CreatedDate:2024-05-06T07:08:09Z,BirthDate:1980-01-02,\
        Meta:{k:\"v: w\"}}]},{Name:\"\"}]}",
    )
}

fn create_license() -> CreateLicense {
    of(
        "{TypeId:0,MetaData:x.example,BillingInformation:{BillingMethodId:2,Name:N,\
        BillingMethodOptions:[{Id:1,Name:m,ModifiedDate:2024-05-06T07:08:09+02:00}]}}",
    )
}

fn get_only(id: i32, name: Option<&str>) -> GetOnly {
    GetOnly {
        id,
        name: name.map(Into::into),
    }
}

/// A request DTO.
pub trait Dto:
    Operation + Serialize + DeserializeOwned + Clone + Debug + PartialEq + Send + 'static
{
}

impl<T> Dto for T where
    T: Operation + Serialize + DeserializeOwned + Clone + Debug + PartialEq + Send + 'static
{
}

/// What is made of a call.
pub trait Caller {
    /// What is made.
    type Made;

    /// A request that is answered, by the method of the call.
    fn reply<T: Dto>(&self, dto: &T) -> Self::Made;

    /// A request that is answered, by a method that the client has no call for.
    fn reply_by<T: Dto>(&self, method: &str, dto: &T) -> Self::Made;

    /// A request that is not answered.
    fn one_way<T: Dto>(&self, dto: &T) -> Self::Made;

    /// Requests in one, which are answered.
    fn list<T: Dto>(&self, dtos: &[T]) -> Self::Made;

    /// Requests in one, which are not answered.
    fn list_one_way<T: Dto>(&self, dtos: &[T]) -> Self::Made;
}

/// What is made of a call as `clients.md` names it; `None` for one that it does not name.
pub fn made_by<C: Caller>(caller: &C, call: &str) -> Option<C::Made> {
    const GUID: &str = "11111111-2222-3333-4444-555555555555";
    let two = || {
        [
            no_route(),
            NoRoute {
                id: 9,
                ..NoRoute::default()
            },
        ]
    };
    Some(match call {
        "Get(Search full)" | "Send(Search full) (IGet marker)" => caller.reply(&search_full()),
        "Get(Search empty)" => caller.reply(&Search::default()),
        "Get(Search defaults: Num=0, Maybe=false, Ids=[], Name='')" => {
            caller.reply(&search_defaults())
        }
        "GetAsync(Search small)" => caller.reply(&Search {
            id: 1,
            tags: list(&["a,b"]),
            ..Search::default()
        }),
        "EmulateHttpViaPost, GetAsync(Search small)" => caller.reply(&Search {
            id: 1,
            ..Search::default()
        }),
        "Get(NoRouteGet)" | "Send(NoRouteGet) (IGet marker)" => caller.reply(&no_route_get()),
        "Send(NoRoute)"
        | "Post(NoRoute)"
        | "Put(NoRoute)"
        | "Patch(NoRoute)"
        | "Delete(NoRoute)"
        | "PostAsync(NoRoute)"
        | "PostFileWithRequest"
        | "gzip request compression, Post(NoRoute)"
        | "EmulateHttpViaPost, PutAsync(NoRoute)"
        | "EmulateHttpViaPost, sync Put(NoRoute)" => caller.reply(&no_route()),
        "Post(NoRouteVoid)" => caller.reply(&NoRouteVoid {
            id: 1,
            name: some("v"),
        }),
        "Post(BatchRegisterCustomers)" => caller.reply(&batch()),
        "Post(CreateLicense)" => caller.reply(&create_license()),
        "Post(CreateAxemaUserSync empty)" => caller.reply(&CreateAxemaUserSync::default()),
        "Put(UpdateCustomer)" => caller.reply(&update_customer()),
        "Delete(CancelLicense with CompanyId)" => {
            caller.reply(&cancel(Some("aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee")))
        }
        "Send(CancelLicense)" | "EmulateHttpViaPost, DeleteAsync(CancelLicense)" => {
            caller.reply(&cancel(None))
        }
        "Send(PatchThing) (IPatch marker)" => caller.reply(&PatchThing {
            id: 4,
            name: some("p"),
        }),
        "Get(Thing Id only)" => caller.reply(&thing(None, None)),
        "Get(Thing Id+Name)" => caller.reply(&thing(Some("a/b c?d#e%f+g"), Some("n"))),
        "Get(Thing nothing)" => caller.reply(&Thing::default()),
        "Post(Thing Id+Name+Ids)" => caller.reply(&Thing {
            ids: Some(vec![1, 2]),
            ..thing(Some("x"), None)
        }),
        "Get(Docs wildcard a/b c/d)" => caller.reply(&docs(Some("a/b c/d"), Some("q"))),
        "Get(Docs wildcard null)" => caller.reply(&docs(None, None)),
        "Get(Sets Ids 1,2,3)" => caller.reply(&sets(Some(vec![1, 2, 3]), Some(GUID))),
        "Get(Sets Ids empty)" => caller.reply(&sets(Some(vec![]), None)),
        "Get(Sets Ids null)" => caller.reply(&sets(None, None)),
        "Get(Keys)" => caller.reply(&Keys {
            key: of(GUID),
            when: of("2024-05-06T07:08:09Z"),
            kind: CustomerType::External,
            maybe: Some(true),
        }),
        "Get(Keys date only)" => caller.reply(&Keys {
            when: of("2024-05-06"),
            ..Keys::default()
        }),
        "Get(TextPath empty string)" => caller.reply(&TextPath { value: some("") }),
        "Get(TextPath unicode)" => caller.reply(&TextPath {
            value: some("åäö 日本 \"q\" {x} [y] a,b:c~-._"),
        }),
        "SendAll(NoRoute x2)" | "SendAllAsync(NoRoute x2)" => caller.list(&two()),
        "SendAll(empty)" => caller.list::<NoRoute>(&[]),
        "SendAll(GetOnly x3) (IGet marker, routes)" => {
            caller.list(&[get_only(1, None), get_only(2, Some("b")), get_only(0, None)])
        }
        "PublishAll(NoRoute x2)" => caller.list_one_way(&two()),
        "Publish(NoRoute)" | "SendOneWay(NoRoute)" => caller.one_way(&no_route()),
        "CustomMethod HEAD" => caller.reply_by("HEAD", &GetOnly::default()),
        "CustomMethod OPTIONS" => caller.reply_by("OPTIONS", &GetOnly::default()),
        "SetCredentials, AlwaysSendBasicAuthHeader" | "SetCredentials only" => {
            caller.reply(&get_only(1, None))
        }
        "BearerToken + headers + Version + SessionId, Post(AuthReq)" => caller.reply(&AuthReq {
            name: some("n"),
            bearer_token: some("tok"),
            session_id: some("sess"),
            version: 2,
        }),
        _ => return None,
    })
}

/// What is expected where a URL is recorded. A list of lists keeps its brackets here, and the slashes
/// of a wildcard stay slashes.
pub fn expected(recorded: &str) -> String {
    let url = recorded.replace("grid=1%2C2%5D%2C%5B3", "grid=%5B%5B1%2C2%5D%2C%5B3%5D%5D");
    match url.strip_prefix("/docs/") {
        Some(rest) => {
            let (path, query) = rest.split_at(rest.find('?').unwrap_or(rest.len()));
            format!("/docs/{}{query}", path.replace("%2F", "/"))
        }
        None => url,
    }
}

/// Calls with the URL of the caller's own, or with a body of no one request type.
pub const NOT_OF_A_DTO: &[&str] = &[
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
