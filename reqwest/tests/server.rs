//! A server on this machine that gives one answer, byte for byte.

use reqwest::Client;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

/// The bytes of an answer. The body ends with the connection.
pub fn answer(status: u16, reason: &str, headers: &[String], body: &[u8]) -> Vec<u8> {
    let mut answer = format!("HTTP/1.1 {status} {reason}\r\nConnection: close\r\n").into_bytes();
    for header in headers {
        answer.extend(format!("{header}\r\n").into_bytes());
    }
    answer.extend(b"\r\n");
    answer.extend(body);
    answer
}

/// Runs a future, as the programs of reqwest's users do.
pub fn block_on<T>(future: impl Future<Output = T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(future)
}

/// A client that follows no redirects.
pub fn client() -> Client {
    Client::builder()
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap()
}

/// What is asked of the server at a base URL, and the text of the request that it got.
pub fn with_server<T>(answer: Vec<u8>, ask: impl AsyncFnOnce(String) -> T) -> (T, String) {
    block_on(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let server = tokio::spawn(async move {
            let (mut connection, _) = listener.accept().await.unwrap();
            let mut request = String::new();
            while !is_whole(&request) {
                let mut bytes = [0; 4096];
                let count = connection.read(&mut bytes).await.unwrap();
                assert_ne!(count, 0, "the request ends early: {request}");
                request.push_str(str::from_utf8(&bytes[..count]).unwrap());
            }
            connection.write_all(&answer).await.unwrap();
            connection.shutdown().await.unwrap();
            request
        });
        let made = ask(base).await;
        (made, server.await.unwrap())
    })
}

/// Whether a request has all of its head and as much of a body as that says.
fn is_whole(request: &str) -> bool {
    let Some((head, body)) = request.split_once("\r\n\r\n") else {
        return false;
    };
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        let is_length = name.eq_ignore_ascii_case("content-length");
        is_length.then(|| value.trim().parse::<usize>().unwrap())
    });
    body.len() >= length.unwrap_or(0)
}
