//! Forty documents that others wrote, of many makers: each becomes a spec without errors and a client whose text is Rust, and
//! what is lost of its operations has a note.
//!
//! `.ci/public_documents` installs the packages of `list.txt` into a folder and runs this with `PUBLIC_DOCUMENTS` naming it.
#![allow(clippy::disallowed_methods, reason = "the documents are read from the disk")]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use paceline_generator::{CrateLayout, NoteKind, generate_each, import_openapi, load, render_diagnostics};
use serde_json::Value;

/// The operations that are emitted, of a hundred in the documents.
const LEAST: usize = 99;
const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// What came of a document.
#[derive(Debug)]
struct Row {
    operations: usize,
    /// Those of them that have endpoints.
    emitted: usize,
    /// Places of notes on whole operations that are left out.
    left_out: usize,
}

#[test]
#[ignore = "it needs the documents of other packages: run .ci/public_documents"]
fn forty_public_documents_become_clients() {
    let folder =
        std::env::var("PUBLIC_DOCUMENTS").expect("PUBLIC_DOCUMENTS names the folder of the packages");
    let list: Vec<Vec<&str>> = include_str!("list.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split_whitespace().collect())
        .collect();
    assert_eq!(list.len(), 40);
    let rows: Vec<Mutex<Option<Result<Row, String>>>> = list.iter().map(|_| Mutex::new(None)).collect();
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            // A document may be deep, and each level is a recursion.
            let worker = std::thread::Builder::new().stack_size(16 << 20);
            let work = || {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some([package, _, path]) = list.get(at).map(Vec::as_slice) else { break };
                    let file = Path::new(&folder).join(package).join(path);
                    let made = take(&file);
                    *rows[at].lock().expect("no panic holds it") = Some(made);
                }
            };
            worker.spawn_scoped(scope, work).expect("a thread");
        }
    });
    let mut table = String::from("operations emitted left-out document\n");
    let (mut operations, mut emitted, mut mistakes) = (0, 0, Vec::new());
    for (line, row) in list.iter().zip(rows) {
        let [package, version, path] = line[..] else { panic!("{line:?}") };
        let name = format!("{package}@{version}/{path}");
        match row.into_inner().expect("no panic holds it").expect("each is taken") {
            Ok(row) => {
                let Row { operations: all, emitted: made, left_out } = row;
                writeln!(table, "{all:>10} {made:>7} {left_out:>8} {name}").expect("a text");
                if made + left_out != all {
                    mistakes.push(format!(
                        "{name}: of {all} operations {made} are emitted and {left_out} told to be left out"
                    ));
                }
                operations += all;
                emitted += made;
            }
            Err(why) => mistakes.push(format!("{name}: {why}")),
        }
    }
    writeln!(table, "{operations:>10} {emitted:>7} together").expect("a text");
    println!("{table}");
    assert!(mistakes.is_empty(), "{}", mistakes.join("\n"));
    assert!(emitted * 100 >= operations * LEAST, "{emitted} of {operations} operations");
    insta::with_settings!({snapshot_path => ".", prepend_module_to_snapshot => false, omit_expression => true}, {
        insta::assert_snapshot!("counts", table);
    });
}

/// Imports a document, and writes its client.
fn take(file: &Path) -> Result<Row, String> {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let document: Value =
        serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| error.to_string())?;
    let mut load_file = |path: &str| {
        let folder = file.parent().unwrap_or(Path::new("."));
        fs::read_to_string(folder.join(path)).map_err(|error| format!("{path}: {error}"))
    };
    let imported = import_openapi(&text, "10/s", &mut load_file).map_err(|refused| refused.message)?;
    let loaded =
        load(&imported.files).map_err(|errors| render_diagnostics(&errors, &imported.files, false))?;
    let mut broken = Vec::new();
    generate_each(&loaded.api, &CrateLayout::Workspace, |file| {
        if file.path.ends_with(".rs")
            && let Err(error) = syn::parse_file(&file.text)
        {
            broken.push(format!("{}: {error}", file.path));
        }
    });
    if !broken.is_empty() {
        return Err(broken.join("\n"));
    }
    let of_operation = |pointer: &str| {
        let mut parts = pointer.trim_start_matches("#/paths/").split('/');
        let is_operation = parts.nth(1).is_some_and(|method| METHODS.contains(&method));
        pointer.starts_with("#/paths/") && is_operation && parts.next().is_none()
    };
    let left_out = imported.notes.iter().filter(|note| note.kind == NoteKind::LeftOut);
    let left_out = left_out.flat_map(|note| &note.places);
    let left_out = left_out.filter(|place| place.pointer.as_deref().is_some_and(of_operation)).count();
    Ok(Row { operations: operations(&document), emitted: imported.operations, left_out })
}

/// How many operations a document has.
fn operations(document: &Value) -> usize {
    let paths = document["paths"].as_object().into_iter().flatten();
    let methods = paths.flat_map(|(_, item)| item.as_object().into_iter().flatten());
    methods.filter(|(method, value)| METHODS.contains(&method.as_str()) && value.is_object()).count()
}
