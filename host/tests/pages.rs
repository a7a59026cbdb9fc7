//! The metadata pages: what they show, and that nothing in them is taken for HTML.

use axum::http::Request;

use super::ask::{Answer, app, get, send};

const OPERATIONS: [&str; 5] = [
    "CreateAxemaUserSync",
    "UpdateCustomer",
    "BatchRegisterCustomers",
    "CreateLicense",
    "CancelLicense",
];

/// The page of a URI, which is one of HTML.
async fn page(uri: &str, status: u16) -> String {
    let Answer {
        status: answered,
        content_type,
        body,
    } = get(app(), uri).await;
    assert_eq!(
        (answered, &*content_type),
        (status, "text/html; charset=utf-8"),
        "{uri}"
    );
    assert!(
        body.starts_with("<!DOCTYPE html><html lang=\"en\">"),
        "{uri}: {body}"
    );
    body
}

#[track_caller]
fn assert_has(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(page.contains(part), "no {part} in {page}");
    }
}

#[tokio::test]
async fn the_list_links_to_the_pages_of_all_operations() {
    let list = page("/metadata", 200).await;
    assert_eq!(list.matches("<a ").count(), 2 * OPERATIONS.len());
    for operation in OPERATIONS {
        for format in ["json", "jsv"] {
            let uri = format!("/{format}/metadata?op={operation}");
            assert_has(&list, &[&format!("<a href=\"{uri}\">{format}</a>")]);
            assert_has(&page(&uri, 200).await, &[&format!("<h1>{operation}</h1>")]);
        }
    }
}

#[tokio::test]
async fn a_page_says_who_may_call_the_operation_and_how() {
    let of_cancel = page("/jsv/metadata?op=CancelLicense", 200).await;
    assert_has(
        &of_cancel,
        &[
            "<p>Requires Authentication</p>",
            "<p>Requires any of the roles: bookingsupplier-administrator-write, superadmin</p>",
            "<th>DELETE</th><td>/licenses/company/{Id}</td><td>Cancel a license to a company</td>",
            "<h2>CancelLicense Parameters:</h2>",
            "<td>Id</td><td>path</td><td>int</td><td>Yes</td><td>Id of the license</td>",
            "<h2>LicensePrice Parameters:</h2>",
            "<td>ModifiedDate</td><td>form</td><td>DateTimeOffset?</td><td>No</td><td></td>",
            "append the .jsv suffix or ?format=jsv",
            "<h2>HTTP + JSV</h2>",
        ],
    );
    assert!(!of_cancel.contains("jsonp"), "{of_cancel}");

    let of_batch = page("/json/metadata?op=BatchRegisterCustomers", 200).await;
    assert_has(
        &of_batch,
        &[
            "<p>Required roles: Admin</p><p>Required permissions: CanAccess, CanAdd</p>",
            "<h2>CustomerType Enum:</h2><ul><li>Internal</li><li>Network</li><li>External</li></ul>",
            "append ?callback=myCallback",
        ],
    );
}

#[tokio::test]
async fn the_name_of_an_operation_is_read_in_any_case() {
    let found = page("/jsv/metadata?OP=cancellicense", 200).await;
    assert_has(&found, &["<h1>CancelLicense</h1>"]);
}

#[tokio::test]
async fn what_is_no_operation_is_not_found() {
    for (query, shown) in [
        ("", "<p>There is no operation ``.</p>"),
        ("?op=", "<p>There is no operation ``.</p>"),
        ("?op=Echo", "<p>There is no operation `Echo`.</p>"),
    ] {
        let uri = format!("/json/metadata{query}");
        assert_has(&page(&uri, 404).await, &[shown, "href=\"/metadata\""]);
    }
}

#[tokio::test]
async fn text_is_escaped() {
    let unknown = page("/json/metadata?op=%3Cscript%3Ealert(%22%27%26)", 404).await;
    assert_has(&unknown, &["`&lt;script&gt;alert(&quot;'&amp;)`"]);
    assert!(!unknown.contains("<script"), "{unknown}");

    let request = Request::get("/json/metadata?op=UpdateCustomer").header("Host", "<b>\"&");
    let hostile = send(app(), request, "").await.body;
    assert_has(
        &hostile,
        &[
            "Host: &lt;b&gt;&quot;&amp; \n",
            "<td>List&lt;AddCustomField&gt;</td>",
        ],
    );
    assert!(!hostile.contains("<b>"), "{hostile}");
}

/// A page is a page whatever format the request asks for.
#[tokio::test]
async fn negotiation_leaves_pages_alone() {
    let plain = page("/metadata", 200).await;
    for uri in [
        "/metadata?format=jsv",
        "/metadata.json",
        "/metadata?callback=f",
    ] {
        assert_eq!(page(uri, 200).await, plain);
    }
}
