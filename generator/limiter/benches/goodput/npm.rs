//! The limiters of the npm registry: a process of Node.js whose callers reach the server over HTTP.

use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::process::{Child, Command};

use super::remote::Remote;
use super::{CALLERS, LIMIT};

/// A server of HTTP/1.1 in front of a remote server: 200 for what it accepts, 429 for what it refuses. It ends with the runtime.
pub(crate) async fn serve(remote: Arc<Remote>) -> io::Result<SocketAddr> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move {
        while let Ok((connection, _)) = listener.accept().await {
            tokio::spawn(respond(connection, Arc::clone(&remote)));
        }
    });
    Ok(address)
}

/// Responds to the requests of one connection. None of them has a body, so each ends with an empty line.
async fn respond(mut connection: TcpStream, remote: Arc<Remote>) -> io::Result<()> {
    let mut head = Vec::new();
    loop {
        while !head.ends_with(b"\r\n\r\n") {
            if connection.read_buf(&mut head).await? == 0 {
                return Ok(());
            }
        }
        head.clear();
        let status = if remote.request().await { "200 OK" } else { "429 Too Many Requests" };
        let response =
            format!("HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{{}}");
        connection.write_all(response.as_bytes()).await?;
    }
}

/// A process whose callers call each of the addresses, through the limiter that is named beside it. It ends when it is
/// dropped.
pub(crate) async fn callers(addresses: &[(&str, SocketAddr)]) -> io::Result<Child> {
    let folder = installed().await?;
    let mut node = Command::new("node");
    let node = node.arg("callers.mjs").current_dir(folder).stdin(Stdio::piped()).kill_on_drop(true);
    let mut process = node.spawn()?;
    let input = process.stdin.as_mut().expect("a pipe was asked for");
    for (limiter, address) in addresses {
        let url = format!("http://{address}/");
        let line = format!(
            "{{\"limiter\": \"{limiter}\", \"url\": \"{url}\", \"callers\": {CALLERS}, \"limit\": {LIMIT}}}\n"
        );
        input.write_all(line.as_bytes()).await?;
    }
    input.flush().await?;
    Ok(process)
}

/// Installs the packages, in versions that are pinned, into a folder of the build, and gives the folder.
async fn installed() -> io::Result<std::path::PathBuf> {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/goodput/npm");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("goodput-npm");
    std::fs::create_dir_all(&folder)?;
    for file in ["package.json", "callers.mjs"] {
        std::fs::copy(from.join(file), folder.join(file))?;
    }
    let mut npm = Command::new("npm");
    npm.args(["install", "--silent", "--no-fund", "--no-audit"]).current_dir(&folder);
    let status = npm.status().await?;
    if !status.success() {
        return Err(io::Error::other("npm could not install the packages"));
    }
    Ok(folder)
}
