//! What belongs to the API as a whole.

use serde_json::{Map, Value, json};

use super::types::{Kind, Member, Ty};
use super::{Maker, chance, pick, put};

/// What endpoints refer to.
#[derive(Default)]
pub(crate) struct Known {
    pub(super) limits: Vec<String>,
    pub(super) envelopes: Vec<String>,
    /// An envelope with the data elsewhere than what pages say of themselves, and one where some of that stands in the data.
    pub(super) around_pages: [String; 2],
    pub(super) styles: Vec<Style>,
    pub(super) hosts: Vec<String>,
    pub(super) credentials: Vec<String>,
    pub(super) headers: Vec<String>,
    pub(super) errors: Vec<i64>,
    pub(super) parameters: Vec<Member>,
}

/// A pagination style.
#[derive(Clone)]
pub(crate) struct Style {
    pub(super) name: String,
    /// Parameters that it sets, with the member in each when it is an object.
    pub(super) params: Vec<(String, Option<String>)>,
    /// Whether a response says that it was the last, without its items being counted.
    pub(super) ends_by_itself: bool,
    /// Whether the next page has an address of its own.
    pub(super) by_address: bool,
    /// Whether the items have an `id`, after which the next page starts.
    pub(super) by_item: bool,
}

impl Maker<'_> {
    pub(super) fn make_api(&mut self) -> Value {
        let mut file = Map::new();
        let identity = json!({"name": self.text(), "crate": format!("any-{}", self.seed), "version": "0.1.0-rc.1", "doc": self.prose(), "license": "MIT OR Apache-2.0",
            "repository": "https://git.example/any", "keywords": ["any", "api-client"]});
        file.insert("api".into(), identity);
        file.insert("languages".into(), json!(["en", "zh-Hans", "no"]));
        file.insert("sources".into(), json!({"manual": self.prose(), "sdk": "An SDK"}));
        file.insert("hosts".into(), self.hosts());
        let mut errors = Map::new();
        for code in [-5, 41, 429] {
            self.api.errors.push(code);
            errors.insert(code.to_string(), self.error_code());
        }
        if chance(&mut self.rng, 50) {
            let code = self.error_code();
            self.resources[0].errors.insert("0".into(), code);
        }
        let mut parameters = Map::new();
        for _ in 0..self.rng.usize(..3) {
            let ty = self.plain();
            let parameter = self.field(&mut parameters, "param", &ty, false, false);
            self.api.parameters.extend(parameter);
        }
        // What cannot stand in a path is of no use to any route.
        parameters.retain(|name, _| self.api.parameters.iter().any(|param| param.wire == *name));
        if !parameters.is_empty() {
            file.insert("parameters".into(), Value::Object(parameters));
        }
        let variables = self.variables();
        let auth = self.auth();
        file.insert("headers".into(), self.headers(&variables));
        file.insert("variables".into(), Value::Object(variables));
        file.insert("auth".into(), auth);
        file.insert("errors".into(), Value::Object(errors));
        file.insert("rate_limits".into(), self.limits());
        file.insert("envelopes".into(), self.envelopes());
        file.insert("pagination".into(), self.paginations());
        put(&mut file, "log_id_headers", Some(json!(["X-Log", "x-trace"])));
        Value::Object(file)
    }

    pub(super) fn error_code(&mut self) -> Value {
        let category = pick(
            &mut self.rng,
            &[
                "auth",
                "permission",
                "not_found",
                "validation",
                "rate_limit",
                "idempotency",
                "conflict",
                "quota",
                "server",
                "unknown",
            ],
        );
        let retry = pick(&mut self.rng, &["never", "after_renewal", "after_wait", "maybe"]);
        let mut code = json!({
            "name": self.name("error"), "category": category, "retry": retry, "meaning": self.prose(), "advice": self.prose()
        });
        let map = code.as_object_mut().expect("an object");
        if chance(&mut self.rng, 50) {
            let title = self.title();
            map.insert("title".into(), title);
            map.insert("status".into(), json!(409));
        }
        code
    }

    fn hosts(&mut self) -> Value {
        let mut hosts = Map::new();
        for index in 0..self.rng.usize(1..=3) {
            let mut host = json!({"url": format!("https://h{index}.example")});
            let doc = self.doc();
            put(host.as_object_mut().expect("an object"), "doc", doc);
            let name = self.name("host");
            self.api.hosts.push(name.clone());
            hosts.insert(name, host);
        }
        Value::Object(hosts)
    }

    fn variables(&mut self) -> Map<String, Value> {
        let mut variables = Map::new();
        for _ in 0..self.rng.usize(0..=3) {
            let ty = loop {
                let ty = self.plain();
                if matches!(ty, Ty::Def(_) | Ty::Scalar("string")) {
                    break ty;
                }
            };
            let mut variable = json!({"type": self.expression(&ty)});
            let doc = self.doc();
            put(variable.as_object_mut().expect("an object"), "doc", doc);
            variables.insert(self.name("variable"), variable);
        }
        variables
    }

    fn headers(&mut self, variables: &Map<String, Value>) -> Value {
        let mut headers = json!({
            "Content-Type": {"value": "application/json", "doc": self.prose()},
            "X-Token": {"value": "Bearer \"{token}\"", "required": chance(&mut self.rng, 50)},
            "X-Once": {"value": "{idempotency_key}", "effect": pick(&mut self.rng, &["read", "write", "destroy"])},
        });
        let map = headers.as_object_mut().expect("an object");
        for (index, variable) in variables.keys().enumerate() {
            let mut header =
                json!({"value": format!("v-{{{variable}}}"), "required": chance(&mut self.rng, 50)});
            if !self.api.credentials.is_empty() && chance(&mut self.rng, 60) {
                header["credentials"] = json!([pick(&mut self.rng, &self.api.credentials)]);
            }
            map.insert(format!("X-Var-{index}"), header);
        }
        self.api.headers = map.keys().cloned().collect();
        headers
    }

    fn limits(&mut self) -> Value {
        let mut sets = Map::new();
        let limits =
            [json!("15/s"), json!(["15/s", "450/min"]), json!("1000/h"), json!(["1/s", "2/min", "3/h"])];
        for _ in 0..self.rng.usize(1..=4) {
            let name = self.name("limit");
            sets.insert(name.clone(), pick(&mut self.rng, &limits));
            self.api.limits.push(name);
        }
        for _ in 0..self.rng.usize(0..=3) {
            let name = self.name("bucket");
            sets.insert(name.clone(), self.bucket(&limits));
            self.api.limits.push(name);
        }
        let mut limits = json!({"default": self.api.limits[0], "sets": sets});
        let map = limits.as_object_mut().expect("an object");
        if chance(&mut self.rng, 70) {
            map.insert("per".into(), json!(["credential", "endpoint"]));
            map.insert("throttled".into(), json!({"status": 429, "code": 429}));
            map.insert("duplicate".into(), json!({"status": 409}));
        }
        limits
    }

    /// A set of limits that says more than windows.
    fn bucket(&mut self, limits: &[Value]) -> Value {
        let mut set = Map::new();
        let pers =
            [json!("all"), json!("credential"), json!(["endpoint"]), json!(["endpoint", "credential"])];
        let headers = json!({"remaining": "X-Left", "reset": "X-Renewed"});
        let told = [headers, json!({"policy": "it's \"one\""})];
        for (key, value) in [
            ("limits", pick(&mut self.rng, limits)),
            ("limits", json!(["50/10s", "5000/day", "7/250ms"])),
            ("concurrent", json!(self.rng.u32(1..200))),
            ("gap", json!("1s")),
            ("told", pick(&mut self.rng, &told)),
            ("per", pick(&mut self.rng, &pers)),
            ("weight_header", json!("X-Weight")),
            ("doc", self.prose()),
        ] {
            put(&mut set, key, chance(&mut self.rng, 40).then_some(value));
        }
        set.entry("concurrent").or_insert(json!(3));
        Value::Object(set)
    }

    /// Credentials of every kind: fixed, had by a call, had by a call that is made with another one.
    fn auth(&mut self) -> Value {
        let mut credentials = Map::new();
        if chance(&mut self.rng, 60) {
            let (name, input) = (self.name("credential"), self.name("input"));
            let fixed =
                json!({"inputs": {input.clone(): {"type": "secret"}}, "token": format!("a {{{input}}}")});
            credentials.insert(name, fixed);
        }
        if chance(&mut self.rng, 60) {
            let name = self.name("credential");
            let [user, password] = [(); 2].map(|()| self.name("input"));
            let basic = format!("{{basic:{user}:{password}}}");
            let several = json!({
                "inputs": {user.clone(): "string", password.clone(): "secret"},
                "headers": {"X-Own-1": format!("{{{user}}}~"), "X-Own-2": format!("Basic {basic}")},
                "query": {"own\" 1": format!("{{{password}}}"), "type": "fixed"},
            });
            credentials.insert(name, several);
        }
        if chance(&mut self.rng, 60) {
            self.exchanges(&mut credentials);
        }
        self.api.credentials = credentials.keys().cloned().collect();
        if credentials.is_empty() && chance(&mut self.rng, 50) {
            return json!({"credentials": {}});
        }
        let mut auth = json!({"credentials": credentials});
        if chance(&mut self.rng, 60) {
            auth["renew_on"] = json!([41]);
            auth["never_renew_on"] = json!([-5]);
            auth["renew_before_expiry"] = json!("3min");
        }
        auth
    }

    fn exchanges(&mut self, credentials: &mut Map<String, Value>) {
        let (app, member) = (self.name("credential"), self.name("credential"));
        let [id, secret, old] = [(); 3].map(|()| self.name("input"));
        let home = self.rng.usize(..self.resources.len());
        let response = self.define(home, Kind::Object);
        let response_name = self.defs[response].name.clone();
        let issued = json!({"fields": {"token": "secret", "left?": "i64", "next?": {"type": "secret", "doc": "Next."}}});
        self.resources[home].types.insert(response_name.clone(), issued);
        let endpoint = |route: &str, auth: Value, body: Value| {
            json!({"route": route, "summary": "Gives a token.", "effect": "write", "auth": auth, "body": body,
                   "returns": response_name})
        };
        let [issue, renew] = [(); 2].map(|()| self.name("endpoint"));
        let resource = &mut self.resources[home];
        let body = json!({"one": "string", "two": "secret", "kind": "i64"});
        resource.endpoints.insert(issue.clone(), endpoint("POST /issue", json!("none"), body));
        let renewing = endpoint("POST /renew", json!([app]), json!({"old": "secret"}));
        resource.endpoints.insert(renew.clone(), renewing);
        let home = resource.name.clone();
        let at = |endpoint: &str| format!("{home}.{endpoint}");
        let send = json!({"one": format!("{{{id}}}"), "two": format!("a-{{{secret}}}"), "kind": 7});
        let id_type = match self.of_kind(Kind::TextId) {
            Some(def) => self.defs[def].name.clone(),
            None => "string".to_owned(),
        };
        let exchange = json!({"endpoint": at(&issue), "send": send, "token": "token", "expires_in": "left"});
        let inputs = json!({id.clone(): {"type": id_type, "doc": "Id."}, secret.clone(): {"type": "secret"}});
        credentials.insert(app.clone(), json!({"doc": "An app.", "inputs": inputs, "exchange": exchange}));
        let exchange = json!({
            "with": app, "endpoint": at(&renew), "send": {"old": format!("{{{old}}}")}, "token": "token",
            "rotates": {old.clone(): "next"}
        });
        credentials.insert(member, json!({"inputs": {old: {"type": "secret"}}, "exchange": exchange}));
    }

    fn envelopes(&mut self) -> Value {
        let mut envelopes = Map::new();
        let all = [
            json!({"code": "err.code", "message": "err.message", "detail": "err", "log_id": "log", "data": "data"}),
            json!({}),
            json!({"data": "a.b.c"}),
            json!({"code": "code"}),
            json!({"code": "error.code", "success": "status"}),
            json!({"code": "status", "success": "code", "fallback": true}),
            json!({"success": {"ok": true}, "message": "error", "data": "result", "fallback": false}),
        ];
        for _ in 0..self.rng.usize(1..=3) {
            let name = self.name("envelope");
            envelopes.insert(name.clone(), pick(&mut self.rng, &all));
            self.api.envelopes.push(name);
        }
        let code =
            pick(&mut self.rng, &[json!({}), json!({"code": "err.code"}), json!({"success": {"ok": true}})]);
        self.api.around_pages = ["inside", "data"].map(|place| {
            let name = self.name("envelope");
            let mut around = code.clone();
            around["data"] = json!(place);
            envelopes.insert(name.clone(), around);
            name
        });
        Value::Object(envelopes)
    }

    fn paginations(&mut self) -> Value {
        let mut styles = Map::new();
        for kind in ["number", "offset", "cursor", "next_url", "link", "last_item"] {
            if chance(&mut self.rng, 30) {
                continue;
            }
            let name = self.name("style");
            let mut params = Vec::new();
            let mut style = json!({"kind": kind, "doc": self.prose()});
            let (by_address, by_item) = (["next_url", "link"].contains(&kind), kind == "last_item");
            let nested = chance(&mut self.rng, 40) && !by_address;
            let mut param = |wire: &str| {
                let (param, inner) = if nested {
                    ("paging".to_owned(), Some(wire.to_owned()))
                } else {
                    (wire.to_owned(), None)
                };
                params.push((param.clone(), inner.clone()));
                inner.map_or(param.clone(), |inner| format!("{param}.{inner}"))
            };
            match kind {
                "number" => style["page"] = json!(param("page_num")),
                "offset" => style["offset"] = json!(param("skipped")),
                "next_url" => style["next"] = json!(r"links.@next\.url"),
                "last_item" => {
                    style["after"] = json!(param("start"));
                    style["id"] = json!("id");
                }
                "link" => {}
                _ => style["next"] = json!({param("start"): "data.next", param("shelf"): "shelf"}),
            }
            if chance(&mut self.rng, 60) {
                style["size"] = json!(param("taken"));
            }
            if kind == "number" && chance(&mut self.rng, 50) {
                style["first"] = json!(0);
            }
            if chance(&mut self.rng, 50) {
                style["total"] = json!("data.total");
            }
            let tells_more = chance(&mut self.rng, 50);
            if tells_more {
                let key = pick(&mut self.rng, &["has_more", "is_last"]);
                style[key] = json!("more");
            }
            let ends_by_itself = kind == "cursor" || by_address || tells_more && !by_item;
            styles.insert(name.clone(), style);
            self.api.styles.push(Style { name, params, ends_by_itself, by_address, by_item });
        }
        Value::Object(styles)
    }
}
