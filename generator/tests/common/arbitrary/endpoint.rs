//! Endpoints.

use serde_json::{Map, Value, json};

use super::types::{Kind, Member, Ty};
use super::{Maker, chance, pick, put};

const SUMMARIES: &[&str] =
    &["Acts.", "Ends the comment */ and `starts code, see [Vec<u8>].", "\"); fn evil() {} (\".", "名 🦀."];
const SEGMENTS: &[&str] = &["things", "a~b!$&'()*+,;=:@%41", "v1.2", "TYPE"];

/// An endpoint with another method if its own one lets it have no body, or no data.
fn with_fitting_method(mut endpoint: Value) -> Value {
    let route = endpoint["route"].as_str().unwrap_or_default();
    let has = |keys: &[&str]| keys.iter().any(|key| endpoint.get(key).is_some());
    let other = match route.split_once(' ') {
        Some(("HEAD", path)) if has(&["returns"]) => Some(format!("GET {path}")),
        Some(("TRACE", path)) if has(&["body", "body?", "body_kind"]) => Some(format!("POST {path}")),
        _ => None,
    };
    if let Some(route) = other {
        endpoint["route"] = json!(route);
    }
    endpoint
}

impl Maker<'_> {
    pub(super) fn make_endpoints(&mut self, resource: usize) {
        for _ in 0..self.rng.usize(1..=6) {
            let name = self.name("endpoint");
            let endpoint = with_fitting_method(self.endpoint());
            self.resources[resource].endpoints.insert(name, endpoint);
        }
        if let Some(style) = self.api.styles.get(resource).cloned() {
            let (name, endpoint) = (self.name("endpoint"), with_fitting_method(self.paged(resource, &style)));
            self.resources[resource].endpoints.insert(name, endpoint);
        }
    }

    fn endpoint(&mut self) -> Value {
        let mut map = self.head();
        let mut members = Vec::new();
        let route = self.route(&mut map, &mut members);
        map.insert("route".into(), json!(route));
        if chance(&mut self.rng, 60) {
            let mut query = Map::new();
            for _ in 0..self.rng.usize(0..=4) {
                let (ty, optional) = (self.listed_type(), chance(&mut self.rng, 60));
                members.extend(self.field(&mut query, "param", &ty, optional, true));
            }
            for style in ["repeat", "comma", "space", "pipe", "deep_object", "spread"] {
                if chance(&mut self.rng, 20) {
                    let ty = match style {
                        "deep_object" | "spread" => Ty::Map(None, Box::new(self.plain())),
                        _ => Ty::List(Box::new(self.plain())),
                    };
                    let name = self.name("param");
                    query.insert(name, json!({"type": self.expression(&ty), "style": style}));
                }
            }
            map.insert("query".into(), Value::Object(query));
        }
        for (key, percent) in [("header", 40), ("cookie", 20)] {
            if !chance(&mut self.rng, percent) {
                continue;
            }
            let mut header = Map::new();
            for _ in 0..self.rng.usize(1..=3) {
                let optional = chance(&mut self.rng, 60);
                let ty = if chance(&mut self.rng, 20) { Ty::Scalar("secret") } else { self.listed_type() };
                if !matches!(ty, Ty::Json(_)) {
                    members.extend(self.field(&mut header, "param", &ty, optional, false));
                }
            }
            put(&mut map, key, (!header.is_empty()).then_some(Value::Object(header)));
        }
        put(&mut map, "accept", chance(&mut self.rng, 20).then(|| json!("application/vnd.x.v3+json; q=1")));
        match self.rng.usize(..8) {
            0 => put(&mut map, "body_kind", Some(json!(pick(&mut self.rng, &["none", "json"])))),
            4 => {
                let mut body = Map::new();
                let optional = chance(&mut self.rng, 30);
                self.field(&mut body, "part", &Ty::Scalar("file"), optional, false);
                map.insert("body_kind".into(), json!("bytes"));
                map.insert("body".into(), Value::Object(body));
            }
            5 | 6 => {
                let (kind, ty) = match self.rng.usize(..3) {
                    0 => ("text", self.plain()),
                    _ => ("value", self.ty(0, None)),
                };
                let mut body = Map::new();
                let optional = chance(&mut self.rng, 30);
                members.extend(self.field(&mut body, "whole", &ty, optional, true));
                map.insert("body_kind".into(), json!(kind));
                map.insert("body".into(), Value::Object(body));
                put(
                    &mut map,
                    "media",
                    chance(&mut self.rng, 40).then(|| json!("application/json-patch+json")),
                );
            }
            7 => {
                let body = self.url_encoded_form(&mut members);
                map.insert("body_kind".into(), json!("form"));
                map.insert("body".into(), Value::Object(body));
            }
            1 => {
                let body = self.form(&mut members);
                map.insert("body_kind".into(), json!("multipart"));
                map.insert("body".into(), Value::Object(body));
            }
            _ => {
                let body = self.body(&mut members);
                // A constant would always be sent.
                let constant = body.values().any(|field| field.get("constant").is_some());
                let key = if !constant && chance(&mut self.rng, 30) { "body?" } else { "body" };
                map.insert(key.into(), Value::Object(body));
                put(
                    &mut map,
                    "media",
                    chance(&mut self.rng, 20).then(|| json!("application/merge-patch+json")),
                );
            }
        }
        let rules = self.rules(&members);
        put(&mut map, "rules", rules);
        match self.rng.usize(..6) {
            0 => {}
            5 => {
                let ty = self.ty(0, None);
                let expression = self.expression(&ty);
                map.insert("returns".into(), expression);
                let stream = match self.rng.usize(..3) {
                    0 => json!(pick(&mut self.rng, &["events", "lines"])),
                    _ => {
                        let (kind, end) = (
                            pick(&mut self.rng, &["events", "lines"]),
                            pick(&mut self.rng, &["end", "end?"]),
                        );
                        json!({"kind": kind, end: self.text()})
                    }
                };
                map.insert("stream".into(), stream);
            }
            1 => put(&mut map, "returns", Some(json!("bytes"))),
            2 => {
                let statuses = self.statuses();
                map.insert("returns".into(), statuses);
            }
            _ => {
                let ty = self.ty(0, None);
                let expression = self.expression(&ty);
                map.insert("returns".into(), expression);
            }
        }
        let has_refusals = !route.starts_with("HEAD") && chance(&mut self.rng, 40);
        let refusals = has_refusals.then(|| self.refusals());
        put(&mut map, "refusals", refusals);
        Value::Object(map)
    }

    /// What some refusals hold.
    fn refusals(&mut self) -> Value {
        let mut map = Map::new();
        for _ in 0..=self.rng.usize(..4) {
            let ty = self.ty(0, None);
            let expression = self.expression(&ty);
            let statuses = ["301", "404", "409", "599", "3xx", "4xx", "5xx", "default"];
            map.insert(pick(&mut self.rng, &statuses).to_owned(), expression);
        }
        Value::Object(map)
    }

    /// What some statuses return.
    fn statuses(&mut self) -> Value {
        let statuses = ["200", "201", "202", "203", "204", "205", "206", "207", "208", "226", "299"];
        let mut map = Map::new();
        for _ in 0..=self.rng.usize(..4) {
            let returned = if chance(&mut self.rng, 30) {
                json!("nothing")
            } else {
                let ty = self.ty(0, None);
                match self.expression(&ty) {
                    Value::String(name) if chance(&mut self.rng, 30) => json!(format!("{name}?")),
                    expression => expression,
                }
            };
            map.insert(pick(&mut self.rng, &statuses).to_owned(), returned);
        }
        Value::Object(map)
    }

    /// What requests count in, in each of the forms.
    fn limit_uses(&mut self) -> Value {
        let name = pick(&mut self.rng, &self.api.limits);
        match self.rng.usize(..4) {
            0 => json!("none"),
            1 => json!(name),
            // No limit of the sampler allows less than one.
            2 => json!({ name: 1 }),
            _ => {
                let uses = self.api.limits.iter().map(|name| json!(name));
                Value::Array(uses.collect())
            }
        }
    }

    /// What every endpoint may say.
    fn head(&mut self) -> Map<String, Value> {
        let mut map = Map::new();
        let mut summary = json!(pick(&mut self.rng, SUMMARIES));
        if chance(&mut self.rng, 30) {
            summary = json!({"zh-Hans": "读取。", "en": summary});
        }
        map.insert("summary".into(), summary);
        map.insert("effect".into(), json!(pick(&mut self.rng, &["read", "write", "destroy"])));
        for key in ["doc", "permission", "deprecated"] {
            let text = chance(&mut self.rng, 40).then(|| self.prose());
            put(&mut map, key, text);
        }
        let title = chance(&mut self.rng, 60).then(|| self.title());
        put(&mut map, "title", title);
        let limits = self.limit_uses();
        let envelope = match self.rng.bool() {
            true => json!(pick(&mut self.rng, &self.api.envelopes)),
            false => json!(self.api.envelopes),
        };
        let transit = pick(&mut self.rng, &["1ms", "500ms", "5s"]);
        let sources = json!(["manual", "sdk"]);
        for (key, value) in [
            ("limits", limits),
            ("envelope", json!(envelope)),
            ("max_transit", json!(transit)),
            ("sources", sources),
        ] {
            put(&mut map, key, chance(&mut self.rng, 40).then_some(value));
        }
        if chance(&mut self.rng, 40) {
            map.insert("errors".into(), json!(self.api.errors));
        }
        match self.rng.usize(..4) {
            0 => put(&mut map, "auth", Some(json!("none"))),
            1 if !self.api.credentials.is_empty() => {
                let one = pick(&mut self.rng, &self.api.credentials);
                map.insert("auth".into(), json!([one]));
            }
            _ => {}
        }
        if chance(&mut self.rng, 40) {
            let header = pick(&mut self.rng, &self.api.headers);
            map.insert("headers".into(), json!({header: pick(&mut self.rng, &["optional", "never"])}));
        }
        map
    }

    fn route(&mut self, map: &mut Map<String, Value>, members: &mut Vec<Member>) -> String {
        let methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE"];
        let method = pick(&mut self.rng, &methods);
        self.count += 1;
        let mut route = format!("{method} /{}/{}", pick(&mut self.rng, SEGMENTS), self.count);
        let mut path = Map::new();
        for _ in 0..self.rng.usize(..3) {
            let ty = self.plain();
            let mut fields = Map::new();
            // A constant has nothing to go into the path with.
            let Some(member) = self.field(&mut fields, "param", &ty, false, false) else { continue };
            let around = pick(&mut self.rng, &["/:_", "/:_", "/{_}.json", "/v:{_}", "/-{_}~", "/a.{_}:do"]);
            route = route + &around.replace('_', &member.wire);
            path.extend(fields);
            members.push(member);
        }
        if !self.api.parameters.is_empty() && chance(&mut self.rng, 30) {
            let shared = pick(&mut self.rng, &self.api.parameters);
            route = format!("{route}/:{}", shared.wire);
            members.push(shared);
        }
        if chance(&mut self.rng, 20) {
            route.push('/');
        }
        if chance(&mut self.rng, 20) {
            route.push_str("#copy-2");
        }
        put(map, "path", (!path.is_empty()).then_some(Value::Object(path)));
        let host = chance(&mut self.rng, 20).then(|| json!(pick(&mut self.rng, &self.api.hosts)));
        put(map, "host", host);
        route
    }

    fn paged(&mut self, home: usize, style: &super::api::Style) -> Value {
        let mut map = self.head();
        self.count += 1;
        let mut params = Map::new();
        let mut inner = Map::new();
        for (param, member) in &style.params {
            let ty = if ["start", "shelf"].contains(&&**member.as_ref().unwrap_or(param)) {
                "string"
            } else {
                "i64"
            };
            match member {
                Some(member) => inner.insert(format!("{member}?"), json!(ty)),
                None if ty == "i64" && chance(&mut self.rng, 30) => {
                    let sent = json!({"type": ty, "default": 20, "send_default": true, "doc": "Paging."});
                    params.insert(format!("{param}?"), sent)
                }
                None => params.insert(format!("{param}?"), json!({"type": ty, "doc": "Paging."})),
            };
        }
        if inner.is_empty() {
            map.insert("query".into(), Value::Object(params));
        } else {
            let def = self.define(home, Kind::Object);
            let name = self.defs[def].name.clone();
            self.resources[home].types.insert(name.clone(), json!({"fields": inner}));
            map.insert("body".into(), json!({"paging?": {"type": name, "doc": "Paging."}}));
        }
        let method = if style.by_address { "GET" } else { "POST" };
        map.insert("route".into(), json!(format!("{method} /pages/{}", self.count)));
        map.insert("pagination".into(), json!(style.name));
        let [outside, around] = self.api.around_pages.clone();
        map.insert("envelope".into(), json!(outside));
        let item = self.ty(0, None);
        let mut list = self.expression(&Ty::List(Box::new(item)));
        if style.by_item {
            let def = self.define(home, Kind::Object);
            let name = self.defs[def].name.clone();
            self.resources[home].types.insert(name.clone(), json!({"fields": {"id": "i64"}}));
            list = json!([name]);
        }
        if style.ends_by_itself && chance(&mut self.rng, 25) {
            map.insert("returns".into(), json!("string"));
            map.insert("whole_pages".into(), json!(true));
        } else if chance(&mut self.rng, 50) {
            map.insert("returns".into(), list);
        } else {
            let [outer, within] = [(); 2].map(|()| self.define(home, Kind::Object));
            let [outer, within] = [outer, within].map(|id| self.defs[id].name.clone());
            let mark = if chance(&mut self.rng, 50) { "?" } else { "" };
            let types = &mut self.resources[home].types;
            types.insert(within.clone(), json!({"fields": {format!("list{mark}"): list}}));
            let fields = json!({format!("deep{mark}"): within, "total?": "i64", "next?": "string"});
            types.insert(outer.clone(), json!({"fields": fields}));
            map.insert("envelope".into(), json!(pick(&mut self.rng, &[outside, around])));
            map.insert("returns".into(), json!(outer));
            map.insert("items".into(), json!("deep.list"));
        }
        Value::Object(map)
    }
}
