//! Bodies of requests.

use serde_json::{Map, Value, json};

use super::types::{Member, Ty};
use super::{Maker, chance, put};

impl Maker<'_> {
    /// A body of JSON.
    pub(super) fn body(&mut self, members: &mut Vec<Member>) -> Map<String, Value> {
        let mut body = Map::new();
        for _ in 0..self.rng.usize(0..=6) {
            let (ty, optional) = (self.ty(0, None), chance(&mut self.rng, 60));
            members.extend(self.field(&mut body, "param", &ty, optional, true));
        }
        let item = self.some_object();
        let fields = &self.defs[item].fields;
        let mut set: Vec<_> =
            fields.iter().filter(|field| field.required).map(|field| field.wire.clone()).collect();
        if set.is_empty() {
            set.extend(fields.iter().take(1).map(|field| field.wire.clone()));
        }
        if chance(&mut self.rng, 30) {
            let ty = Ty::Map(None, Box::new(self.ty(0, None)));
            let key = self.name("param") + if chance(&mut self.rng, 50) { "?" } else { "" };
            body.insert(key, json!({"type": self.expression(&ty), "style": "spread"}));
        }
        if !set.is_empty() && !self.defs[item].has_variant {
            let mut append = json!({"name": self.name("append"), "set": set});
            let doc = self.doc();
            put(append.as_object_mut().expect("an object"), "doc", doc);
            let ty = self.expression(&Ty::List(Box::new(Ty::Def(item))));
            let key = self.name("param") + if chance(&mut self.rng, 50) { "?" } else { "" };
            body.insert(key, json!({"type": ty, "append": append}));
        }
        body
    }

    /// A form without files, in which lists and objects have styles.
    pub(super) fn url_encoded_form(&mut self, members: &mut Vec<Member>) -> Map<String, Value> {
        let mut form = Map::new();
        for _ in 0..self.rng.usize(1..=4) {
            let (ty, optional) = (self.listed_type(), chance(&mut self.rng, 50));
            members.extend(self.field(&mut form, "param", &ty, optional, true));
        }
        for style in ["comma", "space", "deep_object", "spread"] {
            let ty = match style {
                "deep_object" | "spread" => Ty::Map(None, Box::new(self.plain())),
                _ => Ty::List(Box::new(self.plain())),
            };
            let name = self.name("part");
            form.insert(name, json!({"type": self.expression(&ty), "style": style}));
        }
        form
    }

    /// A form with files.
    pub(super) fn form(&mut self, members: &mut Vec<Member>) -> Map<String, Value> {
        let mut form = Map::new();
        for _ in 0..self.rng.usize(1..=4) {
            let ty = match self.rng.usize(..3) {
                0 => Ty::Scalar("file"),
                1 => Ty::Scalar("secret"),
                _ => self.listed_type(),
            };
            let optional = chance(&mut self.rng, 50);
            members.extend(self.field(&mut form, "param", &ty, optional, true));
        }
        if chance(&mut self.rng, 40) {
            let headers = json!({"X-Odd": "\"\\", "x-b": "1"});
            let part = json!({"media": "application/json", "file_name": "a \"名\".json", "headers": headers});
            let (ty, plain) = (self.ty(0, None), self.plain());
            let (ty, plain) = (self.expression(&ty), self.expression(&plain));
            // What is JSON text already would be that twice.
            if ty.get("json").is_none() {
                form.insert(self.name("part"), json!({"type": ty, "part": part}));
            }
            form.insert(self.name("part") + "?", json!({"type": plain, "part": {"media": "text/csv"}}));
            form.insert(self.name("part") + "?", json!({"type": ["file"], "max_items": 3}));
            let spread = self.expression(&Ty::Map(None, Box::new(Ty::Scalar("string"))));
            form.insert(self.name("part") + "?", json!({"type": spread, "style": "spread"}));
        }
        form
    }
}
