//! A crate that calls every endpoint of the emitted client once: the emitted tests, turned into plain functions.

use anyhow::{Result, bail};
use paceline_generator::{CrateLayout, GeneratedFile, ir::Api};

/// The attribute that a test starts with.
const TEST_ATTRIBUTE: &str = "#[tokio::test]\n";
/// How the names of those tests end that give required arguments only.
const REQUIRED_ONLY_SUFFIX: &str = "_with_nothing_optional()";

/// Stands in for the fixture of the tests, and needs no server.
const FIXTURE: &str = r#"//! Where arguments come from, and responses go.

use std::hint::black_box;

/// A client, and values to call it with.
pub struct Fixture {
    client: CLIENT::Client,
}

impl Fixture {
    /// A fixture for the endpoint with this id.
    pub async fn start(endpoint: &'static str, case: &'static str) -> Self {
        black_box((endpoint, case));
        Self { client: CLIENT::Client::builder().build().expect("the client is built") }
    }

    /// A text.
    pub fn text(&self, name: &str) -> String {
        name.to_owned()
    }

    /// A whole number.
    pub fn whole(&self, name: &str) -> i64 {
        black_box(name.len() as i64)
    }

    /// Makes a call.
    pub async fn check<T: 'static>(&self, call: &dyn Fn(&CLIENT::Client) -> CLIENT::ResponseFuture<T>) {
        black_box(call(&self.client).await.is_ok());
    }
}
"#;

/// The files of the crate, below `src`.
pub(super) fn files(api: &Api) -> Result<Vec<GeneratedFile>> {
    let mut lib = "//! Every endpoint, called once.\n\npub mod fixture;\n".to_owned();
    let fixture = FIXTURE.replace("CLIENT", &api.crate_name.replace('-', "_"));
    let mut files = vec![GeneratedFile { path: "fixture.rs".into(), text: fixture }];
    let mut calls = 0;
    for file in paceline_generator::generate(api, &CrateLayout::Workspace) {
        let name = file.path.strip_prefix("tests/endpoints/").and_then(|name| name.strip_suffix(".rs"));
        let Some(name) = name.filter(|name| *name != "main") else { continue };
        let (text, found) = tests_as_functions(&file.text);
        calls += found;
        lib.push_str(&format!("pub mod {name};\n"));
        files.push(GeneratedFile { path: format!("{name}.rs"), text });
    }
    if calls != api.endpoints.len() {
        bail!(
            "the emitted tests hold {calls} calls with nothing optional, the API {} endpoints",
            api.endpoints.len()
        );
    }
    files.push(GeneratedFile { path: "lib.rs".into(), text: lib });
    Ok(files)
}

/// The text of a file of tests, with one public function for each endpoint in their place; and the number of functions.
fn tests_as_functions(text: &str) -> (String, usize) {
    let mut parts = text.split(TEST_ATTRIBUTE);
    let mut kept = parts.next().unwrap_or_default().to_owned();
    let required_only: Vec<&str> = parts.filter(|test| test.contains(REQUIRED_ONLY_SUFFIX)).collect();
    kept.extend(required_only.iter().map(|test| test.replacen("async fn ", "pub async fn ", 1)));
    (kept, required_only.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_endpoint_is_called_once() {
        let test = |name: &str| format!("{TEST_ATTRIBUTE}async fn {name}() {{\n}}\n\n");
        let text =
            format!("use a;\n\n{}{}", test("list_with_nothing_optional"), test("list_with_everything"));
        let wanted = "use a;\n\npub async fn list_with_nothing_optional() {\n}\n\n";
        assert_eq!(tests_as_functions(&text), (wanted.to_owned(), 1));
    }
}
