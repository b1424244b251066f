//! A crate that calls every endpoint of the peer's client once.
//!
//! Each call has a function with the parameters of the method itself, so bodies are passed in and not built: less work
//! than the caller of the emitted client has.

use std::fmt::Write as _;

use anyhow::{Result, bail};

/// The text of its `lib.rs`, made from that of the peer's client.
pub(super) fn lib(client: &str, krate: &str, endpoints: usize) -> Result<String> {
    let mut lib = format!("//! Every endpoint, called once.\n\nuse {krate}::*;\n");
    let methods: Vec<&str> = client.split("pub async fn ").skip(1).collect();
    for method in &methods {
        write_call(method, &mut lib);
    }
    if methods.len() != endpoints {
        bail!("the peer's client has {} methods, not {endpoints}", methods.len());
    }
    Ok(lib)
}

/// Writes the function that calls one method. `method` is the client's text from its name on.
fn write_call(method: &str, lib: &mut String) {
    let (name, rest) = method.split_at(method.find(['<', '(']).unwrap_or(method.len()));
    let parameters: Vec<&str> = parameters(rest).into_iter().filter(|part| !part.ends_with("self")).collect();
    let names: Vec<&str> = parameters.iter().filter_map(|part| Some(part.split_once(':')?.0)).collect();
    let (parameters, names) = (parameters.join(", "), names.join(", "));
    let _ = write!(
        lib,
        "\n/// Calls `{name}`.\npub async fn {name}<'a>(client: &'a Client, {parameters}) {{\n    \
         let _ = std::hint::black_box(client.{name}({names}).await.is_ok());\n}}\n"
    );
}

/// The parameters between the first parentheses, split at the commas that are not inside further brackets.
fn parameters(text: &str) -> Vec<&str> {
    let start = text.find('(').map_or(text.len(), |at| at + 1);
    let (mut depth, mut from, mut found) = (0_i32, start, Vec::new());
    for (at, c) in text.char_indices().skip_while(|(at, _)| *at < start) {
        match c {
            ')' | ',' if depth == 0 => {
                found.push(text[from..at].trim());
                from = at + 1;
            }
            '(' | '<' | '[' => depth += 1,
            ')' | '>' | ']' => depth -= 1,
            _ => {}
        }
        if c == ')' && depth == 0 && from == at + 1 {
            break;
        }
    }
    found.retain(|part| !part.is_empty());
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_has_the_parameters_of_the_method() {
        let client = "impl Client {\n    pub async fn thing_list<'a>(\n        &'a self,\n        shop: &'a str,\n        \
                      tags: Option<&'a ::std::collections::HashMap<String, (i64, i64)>>,\n    ) -> Result<R, E<()>> {";
        let lib = lib(client, "peer", 1).unwrap();
        assert!(lib.contains("(client: &'a Client, shop: &'a str, tags: Option<&'a ::std::collections::HashMap<String, (i64, i64)>>) {"), "{lib}");
        assert!(lib.contains("client.thing_list(shop, tags).await"), "{lib}");
        assert!(super::lib(client, "peer", 2).is_err());
    }
}
