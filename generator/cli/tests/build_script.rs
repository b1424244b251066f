//! A crate whose build script writes its client: it is compiled outside of this workspace, its lints are strict, and it calls
//! a plain socket. A mistake in its spec ends the build with the place.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const API: &str = r#"
api: {name: Depot, crate: depot-api, version: 0.1.0, doc: Keeps parcels.}
hosts: {main: {url: "https://depot.example"}}
headers:
  Authorization: {value: "Bearer {token}"}
rate_limits: {default: standard, sets: {standard: 15/s}}
auth:
  credentials:
    key: {doc: A key., inputs: {key: {type: secret, doc: The key.}}, token: "{key}"}
envelopes: {plain: {}}
pagination:
  counted: {kind: number, doc: Pages are counted., page: page, size: size}
"#;

const PARCEL: &str = r#"
resource: parcel
accessor: parcels
doc: Parcels.
endpoints:
  get:
    route: GET /parcels/:parcel_id
    summary: Reads a parcel.
    effect: read
    path:
      parcel_id: {type: i64, doc: Number of the parcel.}
    returns: Parcel
  list:
    route: GET /parcels
    summary: Lists parcels.
    effect: read
    pagination: counted
    query:
      page?: {type: i64, doc: "Which page."}
      size?: {type: i64, doc: "How many."}
    returns: [Parcel]
types:
  Parcel:
    doc: A parcel.
    fields:
      name: {type: string, doc: What it is called.}
      state: {type: State, doc: Where it is.}
  State:
    doc: Where a parcel is.
    enum: string
    values:
      - {value: here, doc: Here.}
      - {value: gone, doc: Gone.}
"#;

const BUILD: &str = "fn main() -> Result<(), paceline_cli::build::Error> {
    paceline_cli::build::client(\"spec\")
}
";

/// The client stands in a module of the program, deep enough that no path leads to it by chance.
const MAIN: &str = r#"#![warn(clippy::pedantic, unreachable_pub)]

mod outer {
    pub(crate) mod inner {
        include!(concat!(env!("OUT_DIR"), "/depot_api.rs"));
    }
}

use outer::inner::depot_api::{Client, parcel::State};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let url = std::env::args().nth(1).ok_or("the address of the service")?;
    let client = Client::builder().key("a key").base_url(url).build()?;
    let parcel = client.parcels().get(7).send().await?;
    assert_eq!(parcel.state, State::Gone);
    println!("{}", parcel.name);
    Ok(())
}
"#;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the workspace")
}

/// A crate in a folder of its own.
struct Package(tempfile::TempDir);

impl Package {
    fn new() -> Self {
        let package = Self(tempfile::tempdir().expect("a folder"));
        let root = root();
        let manifest = format!(
            "[package]\nname = \"depot-caller\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
             paceline-runtime = {{ path = {:?}, default-features = false }}\n\
             tokio = {{ version = \"1\", features = [\"macros\", \"rt\"] }}\n\n[build-dependencies]\n\
             paceline-cli = {{ path = {:?}, default-features = false }}\n\n[profile.dev]\n\
             debug = \"line-tables-only\"\n",
            root.join("generator/runtime"),
            root.join("generator/cli"),
        );
        let files = [
            ("Cargo.toml", &*manifest),
            ("build.rs", BUILD),
            ("src/main.rs", MAIN),
            ("spec/api.yaml", API),
            ("spec/parcel.yaml", PARCEL),
        ];
        for folder in ["src", "spec"] {
            fs::create_dir(package.path(folder)).unwrap();
        }
        for (path, text) in files {
            fs::write(package.path(path), text).unwrap();
        }
        // The same versions as everywhere: nothing has to be fetched.
        fs::copy(root.join("Cargo.lock"), package.path("Cargo.lock")).unwrap();
        package
    }

    fn path(&self, inside: &str) -> PathBuf {
        self.0.path().join(inside)
    }

    fn build(&self) -> Output {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--offline"]).current_dir(self.0.path()).env("CARGO_TARGET_DIR", target());
        cargo.output().expect("cargo runs")
    }
}

/// What the workspace has compiled is not compiled anew.
fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("a folder in the target folder").to_owned()
}

fn said(output: &Output) -> String {
    [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned()).concat()
}

/// Takes one request, gives a parcel for it, and returns its head.
fn serve(listener: &TcpListener) -> String {
    let (mut stream, _) = listener.accept().expect("a connection");
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).expect("an open connection") > 0 {
        head.extend(byte);
    }
    let body = r#"{"name": "Books", "state": "gone"}"#;
    let response = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(response.as_bytes()).expect("an open connection");
    String::from_utf8_lossy(&head).to_lowercase()
}

#[test]
fn a_build_script_writes_a_client_that_calls_and_shows_mistakes() {
    let package = Package::new();
    let built = package.build();
    let text = said(&built);
    assert!(built.status.success(), "{text}");
    assert!(!text.contains("warning: "), "{text}");

    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let server = std::thread::spawn(move || serve(&listener));
    let called = Command::new(target().join("debug/depot-caller")).arg(url).output().expect("the program");
    assert_eq!(said(&called), "Books\n");
    let head = server.join().expect("one request");
    assert!(head.starts_with("get /parcels/7 http/1.1\r\n"), "{head}");
    assert!(head.contains("\r\nauthorization: bearer a key\r\n"), "{head}");

    // A change of the spec is noticed; a warning is told, and a mistake has its place.
    let undocumented = PARCEL.replace("{type: string, doc: What it is called.}", "string");
    fs::write(package.path("spec/parcel.yaml"), undocumented).unwrap();
    let warned = package.build();
    assert!(warned.status.success(), "{}", said(&warned));
    assert!(said(&warned).contains("spec/parcel.yaml:"), "{}", said(&warned));
    fs::write(package.path("spec/parcel.yaml"), PARCEL.replace("effect: read", "effect: reed")).unwrap();
    let refused = package.build();
    let text = said(&refused);
    assert!(!refused.status.success());
    assert!(text.contains("spec/parcel.yaml:9:13") && text.contains("did you mean `read`?"), "{text}");
}
