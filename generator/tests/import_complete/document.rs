//! An OpenAPI document as it reads to somebody who knows nothing of the import: `serde_json` and the standard alone.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

/// The methods of a path item.
pub(crate) const METHODS: [&str; 8] = ["get", "put", "post", "delete", "patch", "options", "head", "trace"];

/// A value and where it stands: its own pointer last, before it those of the references that led to it.
#[derive(Clone, Debug)]
pub(crate) struct DocumentValue<'d> {
    pub(crate) value: &'d Value,
    pub(crate) pointers: Vec<String>,
    /// Whether `nullable` stands beside a reference that led to it. The standard has such words count for nothing; documents and
    /// the import mean them.
    pub(crate) nullable: bool,
}

impl<'d> DocumentValue<'d> {
    /// The whole document.
    pub(crate) fn root(document: &'d Value) -> Self {
        Self { value: document, pointers: vec!["#".to_owned()], nullable: false }
    }

    /// Its own pointer.
    pub(crate) fn pointer(&self) -> &str {
        self.pointers.last().map_or("#", String::as_str)
    }

    /// A member, with references followed; `None` if there is none.
    pub(crate) fn get(&self, document: &'d Value, key: &str) -> Option<Self> {
        self.raw(key).map(|place| place.resolved(document))
    }

    fn raw(&self, key: &str) -> Option<Self> {
        let value = match self.value {
            Value::Array(items) => items.get(key.parse::<usize>().ok()?)?,
            value => value.get(key)?,
        };
        let mut pointers = self.pointers.clone();
        if let Some(last) = pointers.last_mut() {
            *last = format!("{last}/{}", key.replace('~', "~0").replace('/', "~1"));
        }
        Some(Self { value, pointers, nullable: false })
    }

    /// The members, or the items, with references followed.
    pub(crate) fn each(&self, document: &'d Value) -> Vec<(String, Self)> {
        let keys: Vec<String> = match self.value {
            Value::Object(members) => members.keys().cloned().collect(),
            Value::Array(items) => (0..items.len()).map(|index| index.to_string()).collect(),
            _ => Vec::new(),
        };
        keys.into_iter().filter_map(|key| Some((key.clone(), self.get(document, &key)?))).collect()
    }

    /// What it refers to, if it is a reference. Words beside a reference are not read: of schemas, that is done where
    /// their parts are.
    pub(crate) fn resolved(mut self, document: &'d Value) -> Self {
        for _ in 0..100 {
            let Some(reference) = self.value.get("$ref").and_then(Value::as_str) else { break };
            if self
                .value
                .as_object()
                .is_some_and(|members| members.len() > 1 && members.contains_key("properties"))
            {
                break;
            }
            let Some(target) =
                reference.strip_prefix('#').and_then(|pointer| document.pointer(&decoded(pointer)))
            else {
                break;
            };
            self.nullable |= self.says("nullable");
            self.value = target;
            self.pointers.push(decoded(reference));
        }
        self
    }

    pub(crate) fn text(&self, key: &str) -> Option<&'d str> {
        self.value.get(key)?.as_str()
    }

    pub(crate) fn says(&self, key: &str) -> bool {
        self.value.get(key).and_then(Value::as_bool) == Some(true)
    }
}

/// A reference without the encoding of addresses.
fn decoded(reference: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = reference.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let encoded = after.get(..2).filter(|_| first == b'%').and_then(|hex| std::str::from_utf8(hex).ok());
        match encoded.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// An operation with what it has from its path item and from the whole document.
#[derive(Debug)]
pub(crate) struct Operation<'d> {
    pub(crate) place: DocumentValue<'d>,
    /// What stands behind `?` or `#` in the path, by which documents tell operations of one route apart.
    pub(crate) told_by: String,
    /// Scheme and host of each server, with the place of the server.
    pub(crate) hosts: BTreeMap<String, DocumentValue<'d>>,
    /// Parameters by where they are and by name. Header names are in lower case.
    pub(crate) parameters: BTreeMap<(String, String), DocumentValue<'d>>,
    pub(crate) body: Option<DocumentValue<'d>>,
    /// Each alternative is a set of secrets: where each travels, and under which name.
    pub(crate) security: BTreeSet<BTreeSet<String>>,
    pub(crate) security_place: DocumentValue<'d>,
    /// Responses by status.
    pub(crate) responses: BTreeMap<String, DocumentValue<'d>>,
}

/// All operations, by method and by path with the path of the server, without the names of parameters.
pub(crate) fn operations(document: &Value) -> BTreeMap<(String, String), Vec<Operation<'_>>> {
    let root = DocumentValue::root(document);
    let mut found: BTreeMap<(String, String), Vec<Operation<'_>>> = BTreeMap::new();
    let paths = root.get(document, "paths").map(|paths| paths.each(document)).unwrap_or_default();
    for (path, item) in paths {
        for method in METHODS {
            let Some(place) = item.get(document, method) else { continue };
            let levels = [&place, &item, &root];
            let servers = levels.iter().find_map(|level| level.get(document, "servers"));
            let servers: Vec<(String, DocumentValue<'_>)> =
                servers.map(|servers| servers.each(document)).unwrap_or_default();
            let mut hosts = BTreeMap::new();
            let mut base = String::new();
            for (index, (_, server)) in servers.into_iter().enumerate() {
                let url = server_url(&server);
                let (host, path) = split_url(&url);
                if index == 0 {
                    base = path.trim_end_matches('/').to_owned();
                }
                hosts.insert(host, server);
            }
            let mut parameters = BTreeMap::new();
            for level in [&item, &place] {
                for (_, parameter) in
                    level.get(document, "parameters").map(|list| list.each(document)).unwrap_or_default()
                {
                    let (Some(location), Some(name)) = (parameter.text("in"), parameter.text("name")) else {
                        continue;
                    };
                    let name = if location == "header" { name.to_lowercase() } else { name.to_owned() };
                    parameters.insert((location.to_owned(), name), parameter);
                }
            }
            let security_place = [&place, &root].iter().find_map(|level| level.get(document, "security"));
            let security_place = security_place.unwrap_or_else(|| place.clone());
            let end = path.find(['?', '#']).unwrap_or(path.len());
            let (bare, told_by) = path.split_at(end);
            let operation = Operation {
                told_by: told_by.to_owned(),
                hosts,
                parameters,
                body: place.get(document, "requestBody"),
                security: security(document, &security_place),
                security_place,
                responses: place
                    .get(document, "responses")
                    .map(|all| all.each(document))
                    .unwrap_or_default()
                    .into_iter()
                    .collect(),
                place,
            };
            found.entry((method.to_owned(), unnamed(&format!("{base}{bare}")))).or_default().push(operation);
        }
    }
    found
}

/// The address of a server, with the defaults of its variables.
fn server_url(server: &DocumentValue<'_>) -> String {
    let mut url = server.text("url").unwrap_or_default().to_owned();
    for (name, variable) in server.value.get("variables").and_then(Value::as_object).into_iter().flatten() {
        if let Some(default) = variable.get("default").and_then(Value::as_str) {
            url = url.replace(&format!("{{{name}}}"), default);
        }
    }
    url
}

fn split_url(url: &str) -> (String, String) {
    let Some((scheme, rest)) = url.split_once("://") else { return (String::new(), url.to_owned()) };
    let end = rest.find('/').unwrap_or(rest.len());
    (format!("{scheme}://{}", &rest[..end]), rest[end..].to_owned())
}

/// A path without the names of its parameters.
fn unnamed(path: &str) -> String {
    let mut made = String::new();
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('{') {
        made.push_str(before);
        made.push_str("{}");
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    made + rest
}

fn security(document: &Value, place: &DocumentValue<'_>) -> BTreeSet<BTreeSet<String>> {
    let schemes = document.pointer("/components/securitySchemes");
    let alternatives = place.value.as_array().map_or(&[][..], Vec::as_slice);
    let secret = |name: &String| {
        let scheme = schemes.and_then(|schemes| schemes.get(name)).cloned().unwrap_or_default();
        let scheme = DocumentValue::root(&scheme).resolved(document).value.clone();
        match scheme.get("type").and_then(Value::as_str) {
            Some("apiKey") => {
                let text = |key| scheme.get(key).and_then(Value::as_str).unwrap_or_default().to_lowercase();
                format!("{} {}", text("in"), text("name"))
            }
            Some("mutualTLS") => "certificate".to_owned(),
            _ => "header authorization".to_owned(),
        }
    };
    let made = alternatives
        .iter()
        .filter_map(Value::as_object)
        .map(|all: &Map<String, Value>| all.keys().map(secret).collect());
    let made: BTreeSet<BTreeSet<String>> = made.collect();
    // Nothing is asked for: that is one alternative, which is empty.
    if made.is_empty() { BTreeSet::from([BTreeSet::new()]) } else { made }
}
