//! OpenAPI documents that nobody wrote: made at random, with every way to say something that an import may meet.

use serde_json::{Map, Value, json};

use super::common::arbitrary::HOSTILE;
use super::schema;

/// Makes one document.
pub(crate) struct Maker<'p> {
    pub(crate) rng: paceline_test_support::Rng,
    /// What names are made of.
    pool: &'p [String],
    /// Whether it is of version 3.1.
    pub(crate) is_3_1: bool,
    /// The names of what others refer to, by their section.
    pub(crate) schemas: Vec<String>,
    pub(crate) parameters: Vec<String>,
    pub(crate) responses: Vec<String>,
    pub(crate) bodies: Vec<String>,
    secrets: Vec<String>,
}

/// Names and values that YAML, Rust or an emitted client could take for something else.
const ODD_NAMES: &[&str] = &[
    "null",
    "~",
    "1e3",
    "yes",
    "a#b",
    "a: b",
    "- a",
    "{a}",
    "*a",
    "é",
    "中文",
    "_",
    "1",
    "2fa",
    "self",
    "Self",
    "crate",
    "gen",
    "service",
    "all",
    "lib",
    "m",
    "M",
    "a_1",
    "a1",
    "a-1",
    "a.b",
    "a/b",
    "a~b",
    "a%b",
    "x[]",
    "x[y]",
    "x?",
    "+1",
    "-1",
    " ",
    "\"",
    "'",
    "\\",
    "*/",
    "//",
    "\u{202e}evil",
    "🦀",
    "line\nbreak",
    "r#type",
    "Option",
    "Vec",
    "String",
    "Box",
    "Result",
    "Client",
    "Error",
    "Unknown",
    "$ref",
    "x-y",
    "__proto__",
    "ID",
    "id",
    "Id",
    "iD",
    "send",
    "new",
    "headers",
    "body",
];

impl<'p> Maker<'p> {
    pub(crate) fn document(seed: u64, pool: &'p [String]) -> Value {
        let mut rng = paceline_test_support::Rng::with_seed(seed);
        let is_3_1 = rng.bool();
        let mut maker = Self {
            rng,
            pool,
            is_3_1,
            schemas: Vec::new(),
            parameters: Vec::new(),
            responses: Vec::new(),
            bodies: Vec::new(),
            secrets: Vec::new(),
        };
        maker.schemas = maker.names(3..=9);
        maker.parameters = maker.names(1..=3);
        maker.responses = maker.names(1..=3);
        maker.bodies = maker.names(1..=2);
        maker.secrets = maker.names(0..=4);
        maker.make()
    }

    fn make(&mut self) -> Value {
        let mut schemas = Map::new();
        for (index, name) in self.schemas.clone().into_iter().enumerate() {
            // A schema that is nothing but a reference refers to a later one: circles of those are no document.
            let made = if self.chance(10) && index + 1 < self.schemas.len() {
                let later = self.rng.usize(index + 1..self.schemas.len());
                reference("schemas", &self.schemas[later])
            } else {
                let made = schema::schema(self, 3);
                if made.get("$ref").is_some() { json!({"type": "object"}) } else { made }
            };
            schemas.insert(name, made);
        }
        let mut components = json!({"schemas": schemas});
        for (section, names) in [
            ("parameters", self.parameters.clone()),
            ("responses", self.responses.clone()),
            ("requestBodies", self.bodies.clone()),
            ("securitySchemes", self.secrets.clone()),
        ] {
            for name in names {
                components[section][name] = match section {
                    "parameters" => self.parameter(None),
                    "responses" => self.response_here(),
                    "requestBodies" => self.body_here(),
                    _ => self.secret(),
                };
            }
        }
        let mut paths = Map::new();
        for number in 0..self.rng.usize(2..=6) {
            let path = self.path(number);
            let item = self.path_item(&path);
            paths.insert(path, item);
        }
        // Whatever happens to the others, one operation is there.
        paths.insert("/plain".into(), json!({"get": {"responses": {"200": {"description": "ok"}}}}));
        let mut document = json!({
            "openapi": if self.is_3_1 { "3.1.0" } else { "3.0.3" },
            "info": {"title": self.text(), "version": self.text(), "description": self.text()},
            "paths": paths,
            "components": components,
        });
        self.maybe(&mut document, "servers", 80, Self::servers);
        self.maybe(&mut document, "security", 50, Self::security);
        self.maybe(&mut document, "tags", 50, |maker| {
            json!([{"name": maker.name(), "description": maker.text()}, {"name": maker.name(), "externalDocs": {"url": "https://a.example"}}])
        });
        self.maybe(&mut document, "x-odd", 20, |maker| json!(maker.text()));
        document
    }

    fn path_item(&mut self, path: &str) -> Value {
        let mut item = json!({});
        let in_path: Vec<String> = names_in(path);
        let above = self.chance(30);
        if above {
            item["parameters"] = in_path.iter().map(|name| self.parameter(Some(name))).collect();
        }
        self.maybe(&mut item, "servers", 15, Self::servers);
        self.maybe(&mut item, "summary", 15, |maker| json!(maker.text()));
        for _ in 0..self.rng.usize(1..=2) {
            let method = self.pick(&["get", "put", "post", "delete", "patch", "options", "head", "trace"]);
            let own = if above { &[][..] } else { &in_path };
            item[method] = self.operation(own);
        }
        item
    }

    pub(crate) fn servers(&mut self) -> Value {
        let urls = [
            "https://a.example",
            "https://a.example/v1/",
            "http://b.example:8080/x",
            "/relative",
            "",
            "https://{h}.example/{v}",
            "//c.example",
            "https://a.example/a b",
            "ftp://d.example",
            "https://user:pw@e.example",
            "{whole}",
            "https://a.example/?q=1",
        ];
        let mut servers = Vec::new();
        for _ in 0..self.rng.usize(0..=2) {
            let mut made = json!({"url": self.pick(&urls)});
            self.maybe(&mut made, "description", 50, |maker| json!(maker.text()));
            self.maybe(
                &mut made,
                "variables",
                40,
                |_| json!({"h": {"default": "h"}, "v": {"default": "v1", "enum": ["v1", "v2"]}}),
            );
            servers.push(made);
        }
        servers.into()
    }

    pub(crate) fn security(&mut self) -> Value {
        let mut made = Vec::new();
        for _ in 0..self.rng.usize(0..=2) {
            let mut all = Map::new();
            for _ in 0..self.rng.usize(0..=2) {
                let name = self.rng.choice(&self.secrets).cloned().unwrap_or_else(|| "unknown".into());
                all.insert(name, json!(["scope"]));
            }
            made.push(Value::Object(all));
        }
        made.into()
    }

    fn secret(&mut self) -> Value {
        let name = self.name();
        let mut made = self.pick(&[
            json!({"type": "apiKey", "in": "header", "name": "X-Key"}),
            json!({"type": "apiKey", "in": "header", "name": name}),
            json!({"type": "apiKey", "in": "query", "name": name}),
            json!({"type": "apiKey", "in": "cookie", "name": name}),
            json!({"type": "http", "scheme": "basic"}),
            json!({"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}),
            json!({"type": "http", "scheme": "digest"}),
            json!({"type": "oauth2", "flows": {"clientCredentials": {"tokenUrl": "https://a.example/token", "scopes": {"scope": "s"}}}}),
            json!({"type": "openIdConnect", "openIdConnectUrl": "https://a.example/.well-known"}),
            json!({"type": "mutualTLS"}),
            json!({"type": "odd"}),
        ]);
        self.maybe(&mut made, "description", 50, |maker| json!(maker.text()));
        made
    }

    /// A path that no other number has.
    fn path(&mut self, number: usize) -> String {
        let mut path = format!("/p{number}");
        for index in 0..self.rng.usize(0..=3) {
            let name = self.name().replace(['{', '}', '/', '?', '#'], "");
            let name = if name.trim().is_empty() { format!("x{index}") } else { name };
            path.push_str(&match self.rng.usize(0..=7) {
                0..=2 => format!("/{{{name}}}"),
                3 => format!("/{{{name}}}.json"),
                4 => format!("/{{{name}}}:verb"),
                5 => format!("/{name}"),
                6 => format!("/{{a{index}}}..{{b{index}}}"),
                _ => "/plain".to_owned(),
            });
        }
        if self.chance(10) {
            path.push('/');
        }
        path
    }

    pub(crate) fn chance(&mut self, percent: u8) -> bool {
        self.rng.u8(..100) < percent
    }

    pub(crate) fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        self.rng.choice(from).expect("there is something to pick from").clone()
    }

    /// Sets a member so many times in a hundred.
    pub(crate) fn maybe(
        &mut self,
        object: &mut Value,
        key: &str,
        percent: u8,
        make: impl FnOnce(&mut Self) -> Value,
    ) {
        if self.chance(percent) {
            object[key] = make(self);
        }
    }

    pub(crate) fn name(&mut self) -> String {
        match self.rng.usize(0..=9) {
            0..=2 => self.pick(ODD_NAMES).to_owned(),
            3 => self.pick(HOSTILE).to_owned(),
            4 => "very_long_".repeat(self.rng.usize(5..=30)),
            _ => self.pick(self.pool),
        }
    }

    fn names(&mut self, count: std::ops::RangeInclusive<usize>) -> Vec<String> {
        let mut names: Vec<String> = (0..self.rng.usize(count)).map(|_| self.name()).collect();
        names.sort();
        names.dedup();
        names
    }

    pub(crate) fn text(&mut self) -> String {
        match self.rng.usize(0..=9) {
            0 => String::new(),
            1 => "Many words. ".repeat(self.rng.usize(1..=300)),
            2 => self.name(),
            _ => self.pick(HOSTILE).to_owned(),
        }
    }
}

/// A reference to something by its section and name.
pub(crate) fn reference(section: &str, name: &str) -> Value {
    let name = name.replace('~', "~0").replace('/', "~1").replace('%', "%25");
    json!({"$ref": format!("#/components/{section}/{name}")})
}

/// The parameters in a path.
fn names_in(path: &str) -> Vec<String> {
    path.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(name, _)| name.to_owned()).collect()
}
