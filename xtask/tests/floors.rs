//! Rooms and floors. A room is a module: a file, or a folder with all that lies in it. The order of the `mod` lines in
//! a parent is the order of its floors, from the ground up: a room knows only rooms that are declared above its own
//! line, and never what its parent's own file defines. So there is no circle and no arrow up, at any depth.
//!
//! What is looked at: every path that begins with `crate::` or `super::` in code that is not for tests.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A module by its path inside the crate; the root is empty.
type Room = Vec<String>;

/// The source of one crate: the file of each room, and the children of each in the order of their `mod` lines.
struct House {
    files: BTreeMap<Room, PathBuf>,
    floors: BTreeMap<Room, Vec<String>>,
}

impl House {
    fn open(root: &Path) -> Self {
        let mut house = Self { files: BTreeMap::new(), floors: BTreeMap::new() };
        let file = ["lib.rs", "main.rs"].map(|name| root.join(name)).into_iter().find(|file| file.exists());
        house.enter(Vec::new(), file.expect("a crate has a root"), root.to_owned());
        house
    }

    /// Adds a room and those below it. `folder` is where its children lie.
    fn enter(&mut self, room: Room, file: PathBuf, folder: PathBuf) {
        let text = fs::read_to_string(&file).expect("a module's file can be read");
        let mut children = Vec::new();
        for name in declared_modules(&code_of(&text)) {
            let (alone, inside) = (folder.join(format!("{name}.rs")), folder.join(&name).join("mod.rs"));
            let child: Room = room.iter().cloned().chain([name.clone()]).collect();
            let path = if alone.exists() { alone } else { inside };
            assert!(path.exists(), "{}: module `{name}` has no file", file.display());
            self.enter(child, path, folder.join(&name));
            children.push(name);
        }
        self.floors.insert(room.clone(), children);
        self.files.insert(room, file);
    }

    /// The room that a path leads to, as far as its segments are rooms.
    fn resolve(&self, mut at: Room, segments: &[String]) -> Room {
        for segment in segments {
            at.push(segment.clone());
            if !self.files.contains_key(&at) {
                at.pop();
                break;
            }
        }
        at
    }

    fn arrows_up(&self) -> Vec<String> {
        let mut found = Vec::new();
        for (room, file) in &self.files {
            let text = fs::read_to_string(file).expect("a module's file can be read");
            for (line, base, segments) in paths(&code_of(&text), room) {
                let target = self.resolve(base, &segments);
                if let Some(fault) = self.fault(room, &target) {
                    let path = segments.join("::");
                    found.push(format!("{}:{line}: `{path}`: {fault}", file.display()));
                }
            }
        }
        found
    }

    /// Why `from` may not know `to`.
    fn fault(&self, from: &Room, to: &Room) -> Option<String> {
        let shared = from.iter().zip(to).take_while(|(a, b)| a == b).count();
        if shared == from.len() {
            return None;
        }
        let here = &from[shared];
        if shared == to.len() {
            let parent = to.last().map_or("the root", |name| name);
            return Some(format!("`{here}` knows what stands in its parent's file, `{parent}`"));
        }
        let there = &to[shared];
        let floors = &self.floors[&from[..shared]];
        let floor = |name: &String| floors.iter().position(|known| known == name);
        (floor(there) > floor(here)).then(|| format!("`{here}` knows `{there}`, which is declared below it"))
    }
}

/// Code without comments, text and what is only for tests; lines stay where they were.
fn code_of(text: &str) -> String {
    let mut code = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '/' if chars.peek() == Some(&'/') => while chars.next_if(|&c| c != '\n').is_some() {},
            // A character, which may be a quote; a lifetime has no closing one.
            '\'' if is_character(chars.clone()) => {
                code.push_str("' '");
                if chars.next() == Some('\\') {
                    chars.next();
                }
                while chars.next().is_some_and(|c| c != '\'') {}
            }
            '"' => {
                code.push_str("\"\"");
                while let Some(c) = chars.next() {
                    match c {
                        '\\' if chars.next() == Some('\n') => code.push('\n'),
                        '\n' => code.push('\n'),
                        '"' => break,
                        _ => {}
                    }
                }
            }
            _ => code.push(c),
        }
    }
    match code.find("#[cfg(test)]\nmod tests {") {
        Some(end) => code[..end].to_owned(),
        None => code,
    }
}

/// Whether what follows a single quote is a character and another quote.
fn is_character(mut rest: std::iter::Peekable<std::str::Chars<'_>>) -> bool {
    match rest.next() {
        Some('\\') => true,
        Some(_) => rest.next() == Some('\''),
        None => false,
    }
}

/// The names of modules that have files of their own and are not for tests alone, in their order.
fn declared_modules(code: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut for_tests = false;
    // What is indented is part of an item, such as code to emit.
    for line in code.lines().filter(|line| !line.starts_with(' ')).map(str::trim_end) {
        if line.starts_with("#[") {
            for_tests |= line.starts_with("#[cfg(") && line.contains("test");
            continue;
        }
        let declaration = line.strip_suffix(';').and_then(|line| {
            let name =
                line.strip_prefix("mod ").or_else(|| Some(line.strip_prefix("pub")?.split_once("mod ")?.1));
            name.filter(|name| name.chars().all(|c| c.is_alphanumeric() || c == '_'))
        });
        if let Some(name) = declaration.filter(|_| !for_tests) {
            names.push(name.to_owned());
        }
        if !line.is_empty() {
            for_tests = false;
        }
    }
    names
}

/// Every path of this crate that code in `room` spells: its line, where it begins, and its segments.
fn paths(code: &str, room: &Room) -> Vec<(usize, Room, Vec<String>)> {
    let mut found = Vec::new();
    for (start, word) in code.match_indices("crate::").chain(code.match_indices("super::")) {
        let before = code[..start].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || "_$:".contains(c)) || is_visibility(code, start) {
            continue;
        }
        // What is filled in belongs to emitted code.
        if code[start + word.len()..].starts_with('#') {
            continue;
        }
        let line = code[..start].lines().count().max(1);
        let mut base = if word == "crate::" { Room::new() } else { parent(room) };
        let mut rest = &code[start + word.len()..];
        while let Some(further) = rest.strip_prefix("super::") {
            base = parent(&base);
            rest = further;
        }
        for segments in leaves(&mut Tokens { rest }) {
            found.push((line, base.clone(), segments));
        }
    }
    found
}

fn parent(room: &Room) -> Room {
    room[..room.len().saturating_sub(1)].to_vec()
}

/// Whether this is `pub(in crate::…)`.
fn is_visibility(code: &str, start: usize) -> bool {
    code[..start].trim_end().ends_with("pub(in")
}

/// What is left of a path and the groups in it.
struct Tokens<'a> {
    rest: &'a str,
}

impl Tokens<'_> {
    fn skip(&mut self, text: &str) -> bool {
        let rest = self.rest.trim_start();
        let found = rest.strip_prefix(text);
        self.rest = found.unwrap_or(rest);
        found.is_some()
    }

    fn name(&mut self) -> String {
        let rest = self.rest.trim_start();
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        self.rest = &rest[end..];
        rest[..end].to_owned()
    }
}

/// All paths that a path with groups stands for.
fn leaves(tokens: &mut Tokens<'_>) -> Vec<Vec<String>> {
    if tokens.skip("{") {
        let mut all = Vec::new();
        while !tokens.skip("}") && !tokens.rest.is_empty() {
            all.extend(leaves(tokens));
            if tokens.skip("as ") {
                tokens.name();
            }
            if !tokens.skip(",") && !tokens.rest.trim_start().starts_with('}') {
                break;
            }
        }
        return all;
    }
    let first = tokens.name();
    if first.is_empty() {
        tokens.skip("*");
        return vec![Vec::new()];
    }
    if !tokens.rest.starts_with("::") || tokens.rest.starts_with("::<") {
        return vec![vec![first]];
    }
    tokens.skip("::");
    leaves(tokens).into_iter().map(|rest| [vec![first.clone()], rest].concat()).collect()
}

#[track_caller]
fn assert_floors(source: &str) {
    let root =
        Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the workspace").join(source);
    let house = House::open(&root);
    let found: Vec<String> =
        house.arrows_up().iter().map(|fault| fault.replace(&format!("{}/", root.display()), "")).collect();
    assert!(found.is_empty(), "{} arrows up in {source}:\n{}", found.len(), found.join("\n"));
}

#[test]
fn floors_of_the_generator() {
    assert_floors("generator/src");
}

#[test]
fn floors_of_the_limiter() {
    assert_floors("generator/limiter/src");
}

#[test]
fn floors_of_the_runtime() {
    assert_floors("generator/runtime/src");
}

#[test]
#[ignore = "its floors are being laid"]
fn floors_of_the_sandbox() {
    assert_floors("generator/sandbox/src");
}

#[test]
fn floors_of_the_commands() {
    assert_floors("generator/cli/src");
}

#[test]
fn floors_of_xtask() {
    assert_floors("xtask/src");
}

mod reading {
    use super::*;

    fn found(code: &str, room: &[&str]) -> Vec<String> {
        let room: Room = room.iter().map(|&name| name.to_owned()).collect();
        let absolute = |(_, base, rest): (usize, Room, Vec<String>)| [base, rest].concat().join("::");
        paths(&code_of(code), &room).into_iter().map(absolute).collect()
    }

    #[test]
    fn groups_and_inline_paths_are_read() {
        assert_eq!(
            found("use super::{a::{X, Y as Z}, b};", &["key", "line"]),
            ["key::a::X", "key::a::Y", "key::b"]
        );
        assert_eq!(
            found("fn f() -> crate::error::Error { super::super::g() }", &["a", "b", "c"]),
            ["error::Error", "a::g"]
        );
    }

    #[test]
    fn comments_texts_and_tests_are_not_read() {
        let code = "// crate::a\nconst T: &str = \"crate::b\";\npub(in crate::c) fn f() {}\n#[cfg(test)]\nmod tests {\nuse super::*; }";
        assert_eq!(found(code, &["x"]), [""; 0]);
    }

    #[test]
    fn only_rooms_declared_above_may_be_known() {
        let room = |path: &str| path.split('/').map(str::to_owned).collect::<Room>();
        let rooms = ["low", "high", "high/one", "high/two"];
        let files = rooms.iter().map(|path| (room(path), PathBuf::new())).collect();
        let names = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
        let floors = [(Room::new(), names(&["low", "high"])), (room("high"), names(&["one", "two"]))];
        let house = House { files, floors: floors.into_iter().collect() };
        assert_eq!(house.fault(&room("high/one"), &room("low")), None);
        assert_eq!(house.fault(&room("high/two"), &room("high/one")), None);
        assert_eq!(house.fault(&room("high"), &room("high/two")), None);
        assert!(house.fault(&room("low"), &room("high/one")).is_some());
        assert!(house.fault(&room("high/one"), &room("high/two")).is_some());
        assert!(house.fault(&room("high/one"), &room("high")).is_some());
    }
}
