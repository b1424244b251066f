//! Web addresses of pages.

use serde_json::{Map, Value, json};

use super::types::Ty;
use super::{Maker, chance, pick, put};

impl Maker<'_> {
    /// Pages with ids of every kind, or none.
    pub(super) fn links(&mut self) -> Option<Value> {
        if chance(&mut self.rng, 25) {
            return None;
        }
        let mut pages = Map::new();
        for index in 0..self.rng.usize(1..=3) {
            // A literal of its own tells each page from the others.
            let mut address = format!("/page-{index}");
            let mut path = Map::new();
            for _ in 0..self.rng.usize(0..=3) {
                let (name, ty) = (self.name("link parameter"), self.linked());
                address.push_str(&format!("/:{name}"));
                let ty = self.expression(&ty);
                let doc = self.doc();
                path.insert(name, doc.map_or(ty.clone(), |doc| json!({"type": ty, "doc": doc})));
            }
            let mut page = json!({"address": address});
            let map = page.as_object_mut().expect("an object");
            put(map, "path", (!path.is_empty()).then_some(Value::Object(path)));
            let doc = self.doc();
            put(map, "doc", doc);
            let evidence = pick(&mut self.rng, &[None, Some(json!("weak")), Some(json!("strong"))]);
            put(map, "evidence", evidence);
            put(map, "sources", chance(&mut self.rng, 50).then(|| json!(["manual", "sdk"])));
            pages.insert(self.name("page"), page);
        }
        Some(json!({"hosts": ["https://www.example.com", "https://*.example.com:8443"], "pages": pages}))
    }

    /// A type of an id in an address.
    fn linked(&mut self) -> Ty {
        loop {
            let ty = self.plain();
            if matches!(ty, Ty::Def(_) | Ty::Scalar("string" | "i64")) {
                return ty;
            }
        }
    }
}
