//! What requests are bound to, and which are refused.

use std::collections::BTreeMap;

use axum::{
    Router,
    extract::{DefaultBodyLimit, Request as HttpRequest, State},
    http::request::Builder,
    routing::any,
};
use jsv::{
    Options, Unknown,
    negotiate::Policy,
    operation::{Operation, Route},
};
use jsv_axum::{NegotiateLayer, Reply, Request, Services};
use serde::{Deserialize, Serialize};

use super::ask::{Answer, ask, send, servicestack};

#[derive(Serialize, Deserialize, Default)]
#[serde(rename_all = "PascalCase", default)]
struct Thing {
    id: i32,
    name: Option<String>,
    ids: Option<Vec<i32>>,
    map: Option<BTreeMap<String, i32>>,
}

async fn echo(Request(thing): Request<Thing>) -> Reply<Thing> {
    Reply(thing)
}

fn router() -> Router {
    Router::new()
        .route("/things", any(echo))
        .route("/things/{Id}", any(echo))
        .route("/files/{*Name}", any(echo))
}

fn app() -> Router {
    servicestack(router())
}

/// The answer in JSV.
fn bound(request: Builder, body: &str) -> String {
    let answer = send(
        &app(),
        request.header("Accept", "application/jsv"),
        body.to_owned(),
    );
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.body
}

fn post(uri: &str, content_type: &str) -> Builder {
    HttpRequest::post(uri).header("Content-Type", content_type)
}

#[test]
fn a_body_is_read_by_its_type() {
    for (content_type, body) in [
        ("application/json", r#"{"id":1,"NAME":"n","ids":[1,2]}"#),
        ("text/json", r#"{"Id":1,"Name":"n","Ids":[1,2]}"#),
        (
            "Application/JSON; Charset=\"UTF-8\"",
            "\u{feff}{\"Id\":1,\"Name\":\"n\",\"Ids\":[1,2]}",
        ),
        ("application/jsv", "{Id:1,Name:n,Ids:[1,2]}"),
        (
            "text/jsv;charset=utf-8",
            "{\n\tId: 1,\n\tName: n,\n\tIds: \n\t[\n\t\t1,\n\t\t2\n\t]\n}",
        ),
        (
            "application/x-www-form-urlencoded",
            "id=1&name=n&ids=1&ids=2",
        ),
        (
            "multipart/form-data; boundary=B",
            "--B\r\nContent-Disposition: form-data; name=\"id\"\r\n\r\n1\r\n\
             --B\r\nContent-Disposition: form-data; name=Name\r\n\r\nn\r\n\
             --B\r\nContent-Disposition: form-data; name=\"ids\"\r\n\r\n1,2\r\n\
             --B\r\nContent-Disposition: form-data; name=\"Map\"; filename=\"a\"\r\n\r\nx\r\n--B--\r\n",
        ),
    ] {
        let bound = bound(post("/things", content_type), body);
        assert_eq!(bound, "{id:1,name:n,ids:[1,2]}", "{content_type}");
    }
}

#[test]
fn path_query_and_form_replace_what_comes_before() {
    let json = post("/things/2?name=q&ids=3", "application/json");
    assert_eq!(
        bound(json, r#"{"id":1,"name":"b","ids":[1,2]}"#),
        "{id:2,name:q,ids:[3]}"
    );
    let form = post("/things/2?name=q&id=3", "application/x-www-form-urlencoded");
    assert_eq!(bound(form, "name=f&map=a:1"), "{id:3,name:f,map:{a:1}}");
    let get = HttpRequest::get("/things/2?name=a+b%20c&unknown=1&ids=");
    assert_eq!(bound(get, ""), "{id:2,name:a b c}");
}

#[test]
fn a_path_is_decoded_once_and_a_wildcard_has_its_suffix() {
    assert_eq!(
        bound(HttpRequest::get("/files/a%2Fb+c/%2525"), ""),
        "{id:0,name:a/b+c/%25}"
    );
    assert_eq!(
        bound(HttpRequest::get("/files/a/b.json?format=x"), ""),
        "{\"id\":0,\"name\":\"a/b.json\"}"
    );
    assert_eq!(bound(HttpRequest::get("/things/4.jsv"), ""), "{id:4}");
}

#[test]
fn a_form_counts_for_post_put_and_patch_alone() {
    let form = |method: &str| {
        HttpRequest::builder()
            .method(method)
            .uri("/things")
            .header("Content-Type", "application/x-www-form-urlencoded")
    };
    for method in ["POST", "PUT", "PATCH"] {
        assert_eq!(bound(form(method), "id=1"), "{id:1}");
    }
    for method in ["GET", "DELETE"] {
        assert_eq!(bound(form(method), "id=1"), "{id:0}");
    }
}

fn refused(answer: Answer) -> (u16, String) {
    assert!(
        answer.body.starts_with("{\"responseStatus\""),
        "{}",
        answer.body
    );
    (answer.status.as_u16(), answer.body)
}

#[test]
fn all_values_that_do_not_fit_are_told() {
    let request = post(
        "/things/x?ids=1,y&name=n",
        "application/x-www-form-urlencoded",
    );
    let (status, body) = refused(send(&app(), request, "map=z"));
    assert_eq!(status, 400);
    assert_eq!(
        body,
        r#"{"responseStatus":{"errorCode":"SerializationException","message":"Unable to bind to request 'Thing'","errors":[{"errorCode":"SerializationException","fieldName":"Id","message":"'x' is an Invalid value for 'Id'"},{"errorCode":"SerializationException","fieldName":"ids","message":"'1,y' is an Invalid value for 'ids'"},{"errorCode":"SerializationException","fieldName":"map","message":"'z' is an Invalid value for 'map'"}]}}"#
    );
}

#[test]
fn a_body_that_is_not_readable_is_told_with_its_place() {
    for (content_type, body, place) in [
        ("application/json", "{\"Id\":1", "column 8"),
        ("application/json", "{\"Id\":\"x\"}", "at Id"),
        ("application/jsv", "{Id:1,Ids:[1,x]}", "at Ids[1]"),
        ("application/jsv", "{Id:1}x", "column 7"),
        (
            "multipart/form-data; boundary=B",
            "--B\r\nContent-Disposition",
            "",
        ),
        ("multipart/form-data", "--B", ""),
    ] {
        let (status, body) = refused(send(&app(), post("/things", content_type), body));
        assert_eq!(status, 400, "{body}");
        assert!(body.contains("\"SerializationException\""), "{body}");
        assert!(body.contains(place), "{place} in {body}");
    }
    let latin: &[u8] = b"{Name:\xe5}";
    let (status, body) = refused(send(&app(), post("/things", "application/jsv"), latin));
    assert!(
        status == 400 && body.contains("not UTF-8 at line 1, column 7"),
        "{body}"
    );
}

#[test]
fn a_body_of_another_type_charset_or_coding_is_a_415() {
    for (content_type, coding) in [
        ("text/plain", "identity"),
        ("application/xml", "identity"),
        ("application/json; charset=iso-8859-1", "identity"),
        (
            "application/x-www-form-urlencoded; charset=utf-16",
            "identity",
        ),
        ("", "identity"),
        ("application/jsv", "gzip"),
    ] {
        let request = post("/things", content_type).header("Content-Encoding", coding);
        let (status, body) = refused(send(&app(), request, "{Id:1}"));
        assert_eq!(status, 415, "{content_type}");
        assert!(
            body.contains("expected application/json, application/jsv"),
            "{body}"
        );
        // Without a body its type does not count.
        let request = post("/things", content_type).header("Content-Encoding", coding);
        assert_eq!(ask(&app(), request).status, 200);
    }
    assert_eq!(
        refused(send(&app(), HttpRequest::post("/things"), "{Id:1}")).0,
        415
    );
}

#[test]
fn a_body_beyond_the_limit_is_a_413() {
    let app = servicestack(router().layer(DefaultBodyLimit::max(8)));
    for content_type in ["application/jsv", "application/x-www-form-urlencoded"] {
        let answer = send(&app, post("/things", content_type), "{Id:1,Name:n}");
        let (status, body) = refused(answer);
        assert_eq!(status, 413);
        assert!(body.contains("RequestEntityTooLarge"), "{body}");
    }
}

#[test]
fn an_error_of_binding_is_a_200_in_a_jsonp_call() {
    let answer = ask(&app(), HttpRequest::get("/things/x.jsv?callback=show"));
    assert_eq!(
        (answer.status.as_u16(), &*answer.header("content-type")),
        (200, "text/javascript")
    );
    assert!(
        answer.body.starts_with("show({responseStatus:"),
        "{}",
        answer.body
    );
}

#[test]
fn a_variable_that_is_not_utf8_is_refused() {
    let app = servicestack(
        router()
            .route("/{Tenant}/things/{Id}/notes", any(echo))
            .nest("/of/{Tenant}", router())
            .nest("/in", router()),
    );
    for (uri, variable, value) in [
        ("/things/%FF", "Id", "%FF"),
        ("/things/a%FF%41.jsv", "Id", "a%FF%41"),
        ("/a/things/%e5/notes", "Id", "%e5"),
        ("/%E5/things/%FF/notes", "Tenant", "%E5"),
        ("/files/a/%FF/b.json", "Name", "a/%FF/b.json"),
        ("/in/things/%FF", "Id", "%FF"),
        ("/of/b/things/%FF.json", "Id", "%FF"),
        ("/of/b/files/a/%FF", "Name", "a/%FF"),
    ] {
        let request = HttpRequest::get(uri).header("Accept", "application/json");
        let answer = ask(&app, request);
        assert_eq!(answer.status, 400, "{uri}");
        assert!(
            answer.body.contains("Unable to bind to request 'Thing'"),
            "{}",
            answer.body
        );
        let told = format!("'{value}' is an Invalid value for '{variable}'");
        assert!(answer.body.contains(&told), "{told}: {}", answer.body);
        assert_eq!(answer.body.matches("fieldName").count(), 1);
    }
    // What was sent for a variable of the path that a router is nested at is not known any more.
    let (status, body) = refused(ask(&app, HttpRequest::get("/of/%E5/things/1")));
    assert!(
        status == 400 && body.contains("Invalid UTF-8 in `Tenant`"),
        "{body}"
    );
}

#[derive(Serialize, Deserialize, Default)]
#[serde(rename_all = "PascalCase", default, deny_unknown_fields)]
struct Known {
    id: i32,
    format: Option<String>,
}

/// The names of the protocol itself are known to every DTO.
#[test]
fn unknown_names_are_refused_only_if_they_are_not_of_the_protocol() {
    async fn known(Request(known): Request<Known>) -> Reply<Known> {
        Reply(known)
    }
    let app = NegotiateLayer::new(Policy::ServiceStack)
        .options(Options::servicestack().unknown(Unknown::Error))
        .method_override(true)
        .around(router().route("/known", any(known)));
    let form = "application/x-www-form-urlencoded";
    for (request, body, expected) in [
        (HttpRequest::get("/things?id=1&FORMAT=jsv"), "", "{id:1}"),
        (HttpRequest::get("/things?id=1&format=x"), "", "{\"id\":1}"),
        (
            HttpRequest::get("/things.jsv?id=1&Callback=f"),
            "",
            "f({id:1})",
        ),
        (
            HttpRequest::get("/things.jsv?x-http-method-override=PUT&id=1"),
            "",
            "{id:1}",
        ),
        (
            post("/things.jsv", form),
            "id=1&X-Http-Method-Override=PUT",
            "{id:1}",
        ),
        (
            post("/things?format=jsv", "application/json"),
            "{\"id\":1}",
            "{id:1}",
        ),
        (
            HttpRequest::get("/known?id=1&format=jsv&callback="),
            "",
            "{id:1,format:jsv}",
        ),
        (
            HttpRequest::get("/known.jsv?id=1&callback=f"),
            "",
            "f({id:1})",
        ),
    ] {
        let answer = send(&app, request, body);
        assert_eq!(answer.body, expected);
    }
    for (request, body) in [
        (HttpRequest::get("/things?id=1&other=1"), ""),
        (HttpRequest::get("/things/1?formats=1"), ""),
        (post("/things", form), "id=1&other=1"),
        (post("/things", "application/jsv"), "{Id:1,format:jsv}"),
    ] {
        let (status, body) = refused(send(&app, request, body));
        assert_eq!(status, 400, "{body}");
    }
}

#[test]
fn predefined_routes_know_the_names_of_the_protocol() {
    #[derive(Serialize, Deserialize, Default)]
    #[serde(rename_all = "PascalCase", default)]
    struct Find {
        id: i32,
    }
    impl Operation for Find {
        type Response = Self;
        const NAME: &'static str = "Find";
        const ROUTES: &'static [Route] = &[];
    }
    async fn find(Request(find): Request<Find>) -> Reply<Find> {
        Reply(find)
    }
    let strict = Options::servicestack().unknown(Unknown::Error);
    let app = Services::new()
        .operation(find)
        .negotiate(NegotiateLayer::new(Policy::ServiceStack).options(strict));
    for (body, expected) in [("", "f({\"id\":1})"), ("{Id:2}", "f({\"id\":2})")] {
        let request = HttpRequest::post("/jsv/reply/Find?id=1&callback=f");
        assert_eq!(send(&app, request, body).body, expected);
    }
    let request = HttpRequest::post("/jsv/reply/Find?id=1&other=f");
    assert_eq!(ask(&app, request).status, 400);
}

#[test]
fn an_unknown_name_of_a_body_is_refused_though_the_query_may_have_it() {
    let strict = Options::servicestack().unknown(Unknown::Error);
    let app = NegotiateLayer::new(Policy::ServiceStack)
        .options(strict)
        .around(router());
    let request = post("/things?format=jsv&id=1", "application/jsv");
    let answer = send(&app, request, "{Id:2,Format:x}");
    assert_eq!(answer.status, 400, "{}", answer.body);
}

#[test]
fn handlers_have_other_extractors_too() {
    async fn sum(State(base): State<i32>, Request(thing): Request<Thing>) -> Reply<i32> {
        Reply(base + thing.id)
    }
    let app = servicestack(Router::new().route("/sum/{id}", any(sum)).with_state(40));
    assert_eq!(ask(&app, HttpRequest::get("/sum/2")).body, "42");
}
