//! The facts beside the OpenAPI document.

use std::collections::{BTreeSet, HashSet};

use serde_json::Value;

use super::facts::{Endpoint, Facts, Member, Type};

/// Walks both at once and collects what the document lacks or tells otherwise.
pub(crate) struct Comparison<'a> {
    facts: &'a Facts,
    document: &'a Value,
    /// Pairs of a type of the facts and a schema that were compared before.
    seen: HashSet<(String, String)>,
    found: BTreeSet<String>,
}

impl<'a> Comparison<'a> {
    /// All differences, each as one line.
    pub(crate) fn of(facts: &'a Facts, document: &'a Value) -> BTreeSet<String> {
        let mut comparison = Self { facts, document, seen: HashSet::new(), found: BTreeSet::new() };
        facts.endpoints.iter().for_each(|endpoint| comparison.endpoint(endpoint));
        comparison.found
    }

    fn report(&mut self, path: &str, fault: &str) {
        self.found.insert(format!("{path}: {fault}"));
    }

    fn endpoint(&mut self, endpoint: &Endpoint) {
        let route = &endpoint.route;
        let Some(operation) = self.operation(route) else { return self.report(route, "is not described") };
        for name in &endpoint.path {
            if self.parameter(operation, "path", name).is_none() {
                self.report(&format!("{route}: {name}"), "is no parameter of the path");
            }
        }
        for member in &endpoint.query {
            match self.parameter(operation, "query", &member.name) {
                Some(parameter) => self.member(route, member, &[&parameter["schema"]]),
                None => self.report(&format!("{route}: {}", member.name), "is no parameter of the query"),
            }
        }
        self.body(endpoint, operation);
        self.data(endpoint, operation);
        let listed = operation["x-error-codes"].as_array().into_iter().flatten().filter_map(Value::as_i64);
        let listed: Vec<i64> = listed.collect();
        for code in endpoint.codes.iter().filter(|code| !listed.contains(code)) {
            self.report(route, &format!("code {code} is not listed"));
        }
    }

    fn operation(&self, route: &str) -> Option<&'a Value> {
        let (method, path) = route.split_once(' ')?;
        let braces = |segment: &str| match segment.strip_prefix(':') {
            Some(name) => format!("{{{name}}}"),
            None => segment.to_owned(),
        };
        let path: Vec<String> = path.split('/').map(braces).collect();
        self.document["paths"].get(path.join("/"))?.get(method.to_lowercase())
    }

    fn parameter(&self, operation: &'a Value, location: &str, name: &str) -> Option<&'a Value> {
        let parameters = operation["parameters"].as_array().into_iter().flatten();
        let mut parameters = parameters.map(|parameter| self.resolve(parameter).0);
        parameters.find(|parameter| parameter["in"] == location && parameter["name"] == name)
    }

    fn body(&mut self, endpoint: &Endpoint, operation: &'a Value) {
        let media_type = match &endpoint.body_kind[..] {
            "json" => "application/json",
            "multipart" => "multipart/form-data",
            "octet_stream" => "application/octet-stream",
            _ => return,
        };
        if endpoint.body.is_empty() && endpoint.body_kind != "octet_stream" {
            return;
        }
        let Some(content) = operation["requestBody"]["content"].get(media_type) else {
            return self.report(&endpoint.route, &format!("has no body of {media_type}"));
        };
        let Some(properties) = self.properties(&content["schema"]) else { return };
        for member in &endpoint.body {
            match &named(&properties, &member.name)[..] {
                [] => {
                    self.report(&format!("{}: {}", endpoint.route, member.name), "is no member of the body")
                }
                schemas => self.member(&endpoint.route, member, schemas),
            }
        }
    }

    fn data(&mut self, endpoint: &Endpoint, operation: &'a Value) {
        let Some(data) = &endpoint.data else { return };
        let content = &operation["responses"]["200"]["content"];
        if *data == Type::Bytes {
            let is_bytes =
                ["application/octet-stream", "*/*"].iter().any(|media| content.get(media).is_some());
            if !is_bytes {
                self.report(&endpoint.route, "does not respond with bytes");
            }
            return;
        }
        let whole = &content["application/json"]["schema"];
        let described = self.properties(whole).unwrap_or_default();
        match described.into_iter().find(|(name, _)| *name == "data") {
            Some((_, schema)) => self.value(&format!("{}: data", endpoint.route), data, schema),
            None => self.report(&endpoint.route, "responds without data"),
        }
    }

    /// Compares a member with its schemas, of which there are several if objects are told apart by it.
    fn member(&mut self, owner: &str, member: &Member, schemas: &[&'a Value]) {
        let path = format!("{owner}: {}", member.name);
        let Some(schema) = schemas.first() else { return };
        self.value(&path, &member.ty, schema);
        let tags: Vec<Value> = schemas.iter().filter_map(|schema| schema.get("const").cloned()).collect();
        let schema = self.resolve(schema).0;
        let item = if schema["type"] == "array" { self.resolve(&schema["items"]).0 } else { schema };
        let weak = &schema["x-weak-evidence"];
        let weak = [weak, &weak["items"]].into_iter().find_map(|schema| schema["enum"].as_array());
        let listed = ["enum", "x-extensible-enum"].into_iter().find_map(|key| item[key].as_array()).or(weak);
        let closed = if tags.is_empty() { listed.cloned() } else { Some(tags) };
        let Some(values) = closed else {
            if !member.allowed.is_empty() {
                let values: Vec<String> = member.allowed.iter().map(Value::to_string).collect();
                self.report(&path, &format!("the values are not told: {}", values.join(", ")));
            }
            return;
        };
        for value in member.allowed.iter().filter(|value| !values.contains(value)) {
            self.report(&path, &format!("the value {value} is unknown"));
        }
    }

    /// Compares a type with a schema, and all that they hold.
    fn value(&mut self, path: &str, ty: &Type, schema: &'a Value) {
        let (mut schema, name) = self.resolve(schema);
        // A part of a form may hold JSON text.
        if let (Some(content), false) = (schema.get("contentSchema"), *ty == Type::Text) {
            schema = self.resolve(content).0;
        }
        let variants = ["anyOf", "oneOf"].into_iter().find_map(|key| schema[key].as_array());
        let is_tagged = matches!(ty, Type::Object(_)) && self.properties(schema).is_some();
        if let Some(variants) = variants.filter(|_| !is_tagged) {
            let fitting = variants.iter().find(|variant| self.is_kind(ty, self.resolve(variant).0));
            return match fitting {
                Some(variant) => self.value(path, ty, variant),
                None => {
                    self.report(path, &format!("is {} in the facts, none of these in the spec", kind(ty)))
                }
            };
        }
        if !self.is_kind(ty, schema) {
            let described = schema["type"].as_str().unwrap_or("anything");
            return self.report(path, &format!("is {} in the facts, {described} in the spec", kind(ty)));
        }
        match ty {
            Type::List(item) => self.value(&format!("{path}[]"), item, &schema["items"]),
            Type::Map(value) => self.value(&format!("{path}{{}}"), value, &schema["additionalProperties"]),
            Type::Object(facts) => self.object(facts, schema, name),
            _ => {}
        }
    }

    fn object(&mut self, facts: &str, schema: &'a Value, name: Option<&str>) {
        let Some(members) = self.facts.types.get(facts) else { return };
        let Some(properties) = self.properties(schema) else { return };
        if !self.seen.insert((facts.to_owned(), name.map_or_else(|| schema.to_string(), str::to_owned))) {
            return;
        }
        let shown = name.unwrap_or("an object");
        for member in members {
            match &named(&properties, &member.name)[..] {
                [] => self.report(&format!("{facts}: {}", member.name), &format!("is no member of {shown}")),
                schemas => self.member(facts, member, schemas),
            }
        }
    }

    fn is_kind(&self, ty: &Type, schema: &Value) -> bool {
        let described = schema["type"].as_str();
        match ty {
            Type::Any => true,
            Type::Bool => described == Some("boolean"),
            Type::Integer => described == Some("integer"),
            Type::Number => matches!(described, Some("number" | "integer")),
            Type::Text => described == Some("string"),
            Type::Bytes => described.is_none() || described == Some("string"),
            Type::List(_) => described == Some("array"),
            Type::Map(_) => described == Some("object"),
            Type::Object(_) => described == Some("object") || self.properties(schema).is_some(),
        }
    }

    /// The schema that a reference leads to, with its name if it has one.
    fn resolve(&self, schema: &'a Value) -> (&'a Value, Option<&'a str>) {
        let (mut schema, mut name) = (schema, None);
        while let Some(reference) = schema["$ref"].as_str() {
            let pointer = reference.trim_start_matches('#');
            name = pointer.rsplit('/').next();
            schema = self.document.pointer(pointer).unwrap_or(&Value::Null);
        }
        (schema, name)
    }

    /// The members of an object, those of all parts of an `allOf` together, of all objects that a tag tells
    /// apart, and of all envelopes that may come.
    fn properties(&self, schema: &'a Value) -> Option<Vec<(&'a str, &'a Value)>> {
        let schema = self.resolve(schema).0;
        let own = schema["properties"].as_object().into_iter().flatten();
        let mut all: Vec<(&str, &Value)> = own.map(|(name, schema)| (&name[..], schema)).collect();
        let parts = ["allOf", "oneOf", "anyOf"].into_iter().filter_map(|key| schema[key].as_array());
        for part in parts.flatten() {
            all.extend(self.properties(part).unwrap_or_default());
        }
        (!all.is_empty()).then_some(all)
    }
}

/// The schemas of the members of this name.
fn named<'a>(properties: &[(&str, &'a Value)], wanted: &str) -> Vec<&'a Value> {
    properties.iter().filter(|(name, _)| *name == wanted).map(|(_, schema)| *schema).collect()
}

/// A type in the words of JSON.
fn kind(ty: &Type) -> &'static str {
    match ty {
        Type::Any => "anything",
        Type::Bool => "boolean",
        Type::Bytes => "bytes",
        Type::Integer => "integer",
        Type::Number => "number",
        Type::Text => "string",
        Type::List(_) => "array",
        Type::Map(_) | Type::Object(_) => "object",
    }
}
