//! `README.md` of a crate that stands alone.

use super::feature::Features;
use super::first_call::FirstCall;
use super::module::{OfferedFile, OfferedPart};
use super::{docs, lib_rs};
use crate::ir::Api;

/// Where the sandbox listens when nothing else is said.
const SANDBOX: &str = "http://127.0.0.1:7777";

pub(super) fn emit_readme(api: &Api, first: Option<&FirstCall<'_>>) -> OfferedFile {
    let mut parts = vec![OfferedPart::Text(front(api))];
    parts.extend(first.into_iter().flat_map(first_call));
    parts.push(OfferedPart::Text(format!(
        "{}{}{}{}",
        limits(api),
        errors(api),
        features(api),
        sandbox(api, first)
    )));
    OfferedFile { path: "README.md", parts }
}

/// What the API is, and how to depend on the crate.
fn front(api: &Api) -> String {
    let (name, krate, docs) = (docs::text(&api.name), &api.crate_name, docs::prose(&api.docs).join("\n\n"));
    format!(
        "# {krate}\n\nA typed Rust client of {name}, with a rate limiter for each endpoint. {docs}\n\n\
         A program depends on it by its folder, its repository or its version in a registry:\n\n\
         ```toml\n[dependencies]\n{krate} = {{ path = \"../{krate}\" }}\n\
         tokio = {{ version = \"1\", features = [\"macros\", \"rt-multi-thread\"] }}\n```\n\n"
    )
}

/// The code of a first call, and where its values come from.
fn first_call(first: &FirstCall<'_>) -> Vec<OfferedPart> {
    let about = docs::text(&first.endpoint.summary);
    let mut environment: Vec<String> = (first.environment().into_iter())
        .map(|(name, docs)| format!("| `{name}` | {} |\n", docs::text(docs).replace('|', "\\|")))
        .collect();
    let env = if environment.is_empty() { "" } else { "`env` stands for `std::env::var` here. " };
    environment
        .push(format!("| `{}` | Another host than the usual one, such as a sandbox. |\n", first.env("url")));
    vec![
        OfferedPart::Text(format!("## A first call\n\n{about}\n\n```rust\n")),
        OfferedPart::Statements { indent: 0, tokens: first.built_client() },
        OfferedPart::Text("\n".into()),
        OfferedPart::Statements { indent: 0, tokens: first.printed_call() },
        OfferedPart::Text(format!(
            "```\n\n{env}The whole program is [examples/first_call.rs](examples/first_call.rs), \
             which `cargo run --example first_call` runs with these variables:\n\n| variable | means |\n|---|---|\n{}\n\
             `send` gives the data; `send_with_meta` also the status, the headers and how long the call waited for its turn. \
             Calls need a tokio runtime.\n\n",
            environment.concat()
        )),
    ]
}

fn limits(api: &Api) -> String {
    format!("## Rate limits\n\n{}\n\n", lib_rs::rate_limits(api).join("\n\n"))
}

fn errors(api: &Api) -> String {
    let krate = api.crate_name.replace('-', "_");
    let codes = match api.errors.len() {
        0 => String::new(),
        1 => " The one documented code is `ErrorCode`, explained in the module `errors`.".to_owned(),
        number => {
            format!(" The {number} documented codes are `ErrorCode`, explained in the module `errors`.")
        }
    };
    format!(
        "## Errors\n\nEvery call fails with the one type `{krate}::Error`. It tells what happened by questions, such as \
         `status()`, `code()`, `is_not_found()` and `may_have_been_applied()`, and its text says what to do.{codes} A call \
         that a refusal, a broken connection or a server's failure ended is sent again where that can do no harm.\n\n"
    )
}

fn features(api: &Api) -> String {
    let known = Features::of(api);
    let resources: Vec<String> = (api.resources.iter())
        .filter(|resource| known.has(resource) && !resource.only_holds_types(api))
        .map(|resource| format!("`{}`", resource.name))
        .collect();
    let resources = match &resources[..] {
        [] => String::new(),
        names => {
            format!("Each resource is a Cargo feature, all of them on by default: {}. ", names.join(", "))
        }
    };
    format!(
        "## Features\n\n{resources}TLS is `rustls`, or `native-tls` in its place; `gzip`, `brotli` and `zstd` take compressed \
         responses, of which `gzip` is on; `socks` is for proxies; `jiff` and `chrono` convert dates and instants.\n\n"
    )
}

/// The server on this machine, and how this crate is renewed.
fn sandbox(api: &Api, first: Option<&FirstCall<'_>>) -> String {
    let run = first.map(|first| {
        let url = first.env("url");
        let credentials = if first.environment().is_empty() {
            "The first call goes to it"
        } else {
            "It prints the credentials that it takes. With these in the environment, the first call goes to it"
        };
        format!(
            "{credentials}:\n\n```sh\n{url}={SANDBOX} cargo run --example first_call\n```\n\n"
        )
    });
    format!(
        "## The sandbox\n\nThe command `paceline` acts the API out on this machine, from the same spec that this client of {} \
         was written from:\n\n```sh\npaceline sandbox --spec spec\n```\n\n{}\
         ## Renewing the crate\n\n`paceline codegen --spec SPEC --out CRATE` writes the crate again when its spec has changed. \
         This README, the example and the test of the first call are renewed with it until they are changed by hand; then they \
         are left as they are, and so is every file that is added.\n",
        docs::text(&api.name),
        run.unwrap_or_default()
    )
}
