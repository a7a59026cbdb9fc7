//! The README's requests are answered as it says.

use axum::http::Request;

use super::ask::{app, send};

#[tokio::test]
async fn the_requests_of_the_readme_are_answered_as_it_says() {
    let readme = include_str!("../../README.md");
    let cancel = Request::delete("/licenses/company/5");
    let cancel = send(app(), cancel, "").await.body;
    let register = Request::post("/sync/customers/batch.json");
    let register = register.header("Content-Type", "application/jsv");
    let register = send(app(), register, "{customers:[{name:Acme}]}")
        .await
        .body;
    for expected in [
        format!("$ curl -X DELETE http://127.0.0.1:5000/licenses/company/5\n{cancel}\n"),
        format!(
            "$ curl -H 'Content-Type: application/jsv' -d '{{customers:[{{name:Acme}}]}}' \
             http://127.0.0.1:5000/sync/customers/batch.json\n{register}\n"
        ),
    ] {
        assert!(
            readme.contains(&expected),
            "the README has not:\n{expected}"
        );
    }
}
