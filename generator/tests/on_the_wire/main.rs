//! An emitted client and servers that know nothing of this project: what a document says is what arrives on a socket, and what
//! a server writes there is what callers get. The calls are in `caller/`, tests of a crate that uses the emitted one.
#![allow(clippy::disallowed_methods, reason = "compilers read from the disk")]

use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::thread;

use paceline_generator::{CrateLayout, Runtime, generate, import_openapi, load, render_diagnostics};

const DOCUMENT: &str = include_str!("document.yaml");

const MANIFEST: &str = r#"[package]
name = "wire-caller"
version = "0.0.0"
edition = "2024"
publish = false

# It lies in the target folder, and is no member of the workspace around that.
[workspace]

[dev-dependencies]
# Without TLS: all servers are on this machine, and the build is shorter.
wire-client = { path = "../client", default-features = false, features = ["all"] }
tokio = { version = "1", features = ["macros", "rt", "time"] }
# Another maker's reading of forms.
multer = "3"
futures-util = { version = "0.3", default-features = false }

[profile.dev]
debug = "line-tables-only"
"#;

/// The tests of the crate that calls.
const CALLER: &[(&str, &str)] = &[
    ("main.rs", include_str!("caller/main.rs")),
    ("server.rs", include_str!("caller/server.rs")),
    ("lists.rs", include_str!("caller/lists.rs")),
    ("null.rs", include_str!("caller/null.rs")),
    ("responses.rs", include_str!("caller/responses.rs")),
    ("bodies.rs", include_str!("caller/bodies.rs")),
    ("open.rs", include_str!("caller/open.rs")),
    ("parts.rs", include_str!("caller/parts.rs")),
    ("kinds.rs", include_str!("caller/kinds.rs")),
    ("cookies.rs", include_str!("caller/cookies.rs")),
    ("dates.rs", include_str!("caller/dates.rs")),
    ("pages.rs", include_str!("caller/pages.rs")),
    ("secrets.rs", include_str!("caller/secrets.rs")),
    ("streams.rs", include_str!("caller/streams.rs")),
    ("hosts.rs", include_str!("caller/hosts.rs")),
    ("names.rs", include_str!("caller/names.rs")),
    ("unions.rs", include_str!("caller/unions.rs")),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the generator lies in the workspace").to_owned()
}

/// A server that writes down the first line of each request, and has nothing to say. Gives its address and the lines.
fn serve() -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("loopback has a free port");
    let url = format!("http://{}", listener.local_addr().expect("the port is known"));
    let lines = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&lines);
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.expect("a connection");
            let mut head = Vec::new();
            while !head.ends_with(b"\r\n\r\n") {
                let mut byte = [0];
                stream.read_exact(&mut byte).expect("the request has an end");
                head.push(byte[0]);
            }
            let head = String::from_utf8(head).expect("a head is text");
            seen.lock().expect("no panic").push(head.lines().next().unwrap_or_default().to_owned());
            let nothing = b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n";
            stream.write_all(nothing).expect("the client listens");
        }
    });
    (url, lines)
}

/// Writes the client that is emitted for the document, and beside it the crate that calls.
fn write(dir: &Path, document: &str) {
    let mut no_files = |path: &str| Err(format!("no file `{path}`"));
    let imported = import_openapi(document, "1000/s", &mut no_files).expect("the document is imported");
    let loaded = load(&imported.files);
    let api =
        loaded.unwrap_or_else(|errors| panic!("{}", render_diagnostics(&errors, &imported.files, false))).api;
    let runtime = Runtime::Path(root().join("generator/runtime").display().to_string());
    let write = |path: PathBuf, text: &str| {
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    };
    for file in generate(&api, &CrateLayout::Alone(runtime)) {
        write(dir.join("client").join(file.path), &file.text);
    }
    for file in &imported.files {
        write(dir.join("spec").join(&file.path), &file.text);
    }
    let caller = dir.join("caller");
    write(caller.join("Cargo.toml"), MANIFEST);
    write(caller.join("src/lib.rs"), "//! Nothing but tests.\n");
    for (name, text) in CALLER {
        write(caller.join("tests/wire").join(name), text);
    }
    // The same versions as everywhere: nothing has to be fetched, and little compiled.
    fs::copy(root().join("Cargo.lock"), caller.join("Cargo.lock")).expect("a file");
}

#[test]
fn what_a_document_says_is_what_travels() {
    let ((main, at_main), (other, at_other)) = (serve(), serve());
    let document = DOCUMENT.replace("MAIN", &main).replace("OTHER", &other);
    // Always the same folder: what is compiled there takes the place of what was before.
    let tmp = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let dir = tmp.join("on-the-wire");
    let _ = fs::remove_dir_all(&dir);
    write(&dir, &document);

    let target = tmp.parent().expect("a folder in the target folder");
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["test", "--offline", "--quiet"]).current_dir(dir.join("caller"));
    cargo.env("CARGO_TARGET_DIR", target).env_remove("RUSTFLAGS").env("CARGO_INCREMENTAL", "0");
    let output = cargo.output().expect("cargo starts");
    let said =
        [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    let clean = output.status.success() && !said.contains("warning: ");
    assert!(clean, "the crates are in {}\n{said}", dir.display());

    // The calls that were not sent to a server of their own stand where the document says.
    let lines = |seen: &Mutex<Vec<String>>| {
        let mut lines = seen.lock().expect("no panic").clone();
        lines.sort();
        lines
    };
    let wanted =
        ["GET /v1/hosts/usual HTTP/1.1", "GET /v2/hosts/beside HTTP/1.1", "GET /v3/hosts/relative HTTP/1.1"];
    assert_eq!(lines(&at_main), wanted);
    assert_eq!(lines(&at_other), ["GET /hosts/path HTTP/1.1", "POST /v9/hosts/operation HTTP/1.1"]);
}
