//! The program `jsv-host`: serves the five services until it is interrupted.

use std::{io, net::SocketAddr, process::ExitCode};

use clap::Parser;
use jsv::{Options, dotnet::LocalZone};
use tokio::{net::TcpListener, signal};

/// Serves the services of five real hosts in JSON and JSV, with their metadata pages.
///
/// What they answer is made from the request; nothing is stored. Ctrl-C ends it.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    /// Address to listen on; port 0 is any that is free.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:5000")]
    listen: SocketAddr,
}

// One thread: nothing here computes or waits for long.
#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let Arguments { listen } = Arguments::parse();
    match serve(listen).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {listen}: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve(listen: SocketAddr) -> io::Result<()> {
    let listener = TcpListener::bind(listen).await?;
    println!("http://{}/metadata", listener.local_addr()?);
    let app = jsv_host::app(Options::servicestack(), LocalZone::Utc);
    axum::serve(listener, app)
        .with_graceful_shutdown(interrupted())
        .await
}

/// Waits for Ctrl-C. Where that fails, the system ends the process by itself.
async fn interrupted() {
    if signal::ctrl_c().await.is_err() {
        std::future::pending().await
    }
}
