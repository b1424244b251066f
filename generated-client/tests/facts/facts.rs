//! The lists of `data/facts.json`.

use std::collections::HashMap;

use serde_json::Value;

/// What is known of the API: names, types and values.
pub(crate) struct Facts {
    pub(crate) endpoints: Vec<Endpoint>,
    /// The members of each object type by its name.
    pub(crate) types: HashMap<String, Vec<Member>>,
    pub(crate) codes: Vec<i64>,
}

pub(crate) struct Endpoint {
    /// Method and path, such as `GET /a/:b`.
    pub(crate) route: String,
    pub(crate) path: Vec<String>,
    pub(crate) query: Vec<Member>,
    pub(crate) body: Vec<Member>,
    /// `json`, `multipart`, `octet_stream`, `none` or `unknown`.
    pub(crate) body_kind: String,
    pub(crate) data: Option<Type>,
    pub(crate) codes: Vec<i64>,
}

pub(crate) struct Member {
    pub(crate) name: String,
    pub(crate) ty: Type,
    /// The values that are allowed, as JSON, if they are known.
    pub(crate) allowed: Vec<Value>,
}

/// A type as the facts spell it: `list<map<string,Team>>`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Type {
    Any,
    Bool,
    Bytes,
    Integer,
    Number,
    Text,
    List(Box<Type>),
    Map(Box<Type>),
    Object(String),
}

impl Facts {
    pub(crate) fn parse(text: &str) -> Self {
        let json: Value = serde_json::from_str(text).expect("facts.json is JSON");
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let types = json["types"].as_object().expect("types by name");
        Self {
            endpoints: list(&json["endpoints"]).iter().map(Endpoint::of).collect(),
            types: types.iter().map(|(name, ty)| (name.clone(), Member::list(&ty["members"]))).collect(),
            codes: list(&json["codes"]).iter().filter_map(Value::as_i64).collect(),
        }
    }
}

impl Endpoint {
    fn of(json: &Value) -> Self {
        let texts = |value: &Value| -> Vec<String> {
            value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
        };
        Self {
            route: json["route"].as_str().expect("a route").to_owned(),
            path: texts(&json["path"]),
            query: Member::list(&json["query"]),
            body: Member::list(&json["body"]),
            body_kind: json["body_kind"].as_str().expect("a kind of body").to_owned(),
            data: json["data"].as_str().filter(|data| !["none", "unknown"].contains(data)).map(Type::parse),
            codes: json["codes"].as_array().into_iter().flatten().filter_map(Value::as_i64).collect(),
        }
    }
}

impl Member {
    fn list(json: &Value) -> Vec<Self> {
        json.as_array().into_iter().flatten().map(Self::of).collect()
    }

    fn of(json: &Value) -> Self {
        Self {
            name: json["name"].as_str().expect("a name").to_owned(),
            ty: Type::parse(json["type"].as_str().expect("a type")),
            allowed: json["enum"].as_array().cloned().unwrap_or_default(),
        }
    }
}

impl Type {
    fn parse(text: &str) -> Self {
        let inner = |prefix: &str| text.strip_prefix(prefix).and_then(|rest| rest.strip_suffix('>'));
        if let Some(item) = inner("list<") {
            return Self::List(Box::new(Self::parse(item)));
        }
        if let Some((_, value)) = inner("map<").and_then(|rest| rest.split_once(',')) {
            return Self::Map(Box::new(Self::parse(value.trim())));
        }
        match text {
            "any" => Self::Any,
            "bool" => Self::Bool,
            "binary" => Self::Bytes,
            "i64" | "i32" => Self::Integer,
            "f64" => Self::Number,
            "string" => Self::Text,
            name => Self::Object(name.to_owned()),
        }
    }
}
