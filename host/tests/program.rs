//! The program: it says where it listens, serves, and ends when it is interrupted.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    process::{Child, Command, Stdio},
};

fn start(listen: &str) -> Child {
    Command::new(env!("CARGO_BIN_EXE_jsv-host"))
        .args(["--listen", listen])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

#[cfg(unix)]
#[test]
fn serves_until_it_is_interrupted() {
    let mut host = start("127.0.0.1:0");
    let mut line = String::new();
    BufReader::new(host.stdout.as_mut().unwrap())
        .read_line(&mut line)
        .unwrap();
    let url = line.trim().strip_prefix("http://").unwrap();
    let address = url.strip_suffix("/metadata").unwrap();

    let mut socket = TcpStream::connect(address).unwrap();
    write!(
        socket,
        "GET /metadata HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    let mut answer = String::new();
    socket.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    assert!(answer.contains("CancelLicense"), "{answer}");

    let id = host.id().to_string();
    let interrupt = Command::new("kill").args(["-INT", &id]).status().unwrap();
    assert!(interrupt.success());
    assert_eq!(host.wait().unwrap().code(), Some(0));
}

#[test]
fn an_address_that_cannot_be_had_is_an_error() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let output = start(&address).wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.starts_with(&format!("error: {address}: ")), "{error}");
}
