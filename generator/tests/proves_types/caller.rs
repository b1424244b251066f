//! Reads values of the emitted type, a line each, and writes them again: `=` and the JSON, or `!` and why it was not read.

use std::io::Write;

fn main() {
    let path = std::env::args().nth(1).expect("the path of a file");
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::fs::read_to_string(path).expect("a file").lines() {
        let value: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let read = serde_json::from_value::<client::type_proof::EveryTypeOnce>(value);
        let written = read.and_then(|value| serde_json::to_string(&value));
        match written {
            Ok(json) => writeln!(out, "={json}"),
            Err(error) => writeln!(out, "!{}", error.to_string().replace('\n', " ")),
        }
        .expect("somebody reads");
    }
}
