//! Filters.

use serde_json::{Map, Value, json};

use super::types::Kind;
use super::{Maker, chance, put};

impl Maker<'_> {
    /// A filter with all its types, in one of the resources, and an endpoint that takes it.
    pub(super) fn make_filter(&mut self) {
        if chance(&mut self.rng, 25) {
            return;
        }
        let resource = self.rng.usize(..self.resources.len());
        let kinds =
            [Kind::Object, Kind::Object, Kind::TextEnum, Kind::TextEnum, Kind::TextEnum, Kind::TextEnum];
        let names = kinds.map(|kind| {
            let id = self.define(resource, kind);
            self.defs[id].name.clone()
        });
        let [group, condition, conjunction, operator, quantifier, field_type] = names;
        let operators: Vec<_> = (0..5).map(|_| self.name("operator")).collect();
        let mark = |rng: &mut paceline_test_support::Rng| if rng.bool() { "?" } else { "" };
        let optional: [&str; 4] = [(); 4].map(|()| mark(&mut self.rng));
        let value = |name: &str| json!({"value": format!("{name} 1"), "name": name, "doc": "One."});
        let [every, none] = [(); 2].map(|()| self.name("quantifier"));
        let values: Vec<_> = operators.iter().map(|name| value(name)).collect();
        // Not the names of the other members.
        let [members, groups] = [(); 2].map(|()| self.named("member", |word| format!("its_{word}")));
        let mut of_group = json!({"fields": {"joint": {"type": conjunction}, format!("{members}{}", optional[0]): [condition],
                            format!("{groups}{}", optional[1]): [group]}});
        // Members beside those that a filter sets: none, one with a name, or any number without.
        match self.rng.usize(..3) {
            0 => {}
            1 => of_group["fields"]["note?"] = json!("string"),
            _ => of_group["free"] = json!("string"),
        }
        for (name, ty) in [
            (&group, of_group),
            (
                &condition,
                json!({"fields": {"key": "string", "op": operator, format!("with{}", optional[2]): "any",
                                "how?": quantifier, "inner?": group}}),
            ),
            (&conjunction, json!({"enum": "string", "values": [{"value": "AND"}, {"value": "OR"}]})),
            (&operator, json!({"enum": "string", "values": values})),
            (&quantifier, json!({"enum": "string", "values": [value(&every), value(&none)]})),
            (&field_type, json!({"enum": "string", "values": [value("first"), value("second")]})),
        ] {
            self.resources[resource].types.insert(name.clone(), ty);
        }
        let mut filter = json!({
            "group": {"type": group, "conjunction": "joint", "all": "AND", "any": "OR", "conditions": members, "groups": groups},
            "condition": {"type": condition, "key": "key", "operator": "op", "value": "with"},
            "takes_nothing": [operators[0]], "sets": {"both": [operators[2], operators[3]]},
        });
        let map = filter.as_object_mut().expect("an object");
        let doc = self.doc();
        put(map, "doc", doc);
        let deep = chance(&mut self.rng, 60);
        if deep {
            map["condition"]["quantifier"] = json!("how");
            map["condition"]["inner"] = json!("inner");
            map.insert("takes_group".into(), json!([operators[1]]));
        }
        let typed = chance(&mut self.rng, 60);
        if typed {
            map.insert("field_types".into(), json!(field_type));
        }
        let last = if deep { 1 } else { 0 };
        let (kinds, keys) = self.subjects(&operators, last, typed);
        map.insert("kinds".into(), Value::Object(kinds));
        map.insert("keys".into(), Value::Object(keys));
        let name = self.name("filter");
        self.resources[resource].filters.insert(name, filter);
        let endpoint = json!({
            "route": "POST /search", "summary": "Searches.", "effect": "read",
            "body": {"query": {"type": group, "without": ["how"]}, "more?": [group]},
        });
        let name = self.name("endpoint");
        self.resources[resource].endpoints.insert(name, endpoint);
    }

    fn subjects(
        &mut self,
        operators: &[String],
        last: usize,
        typed: bool,
    ) -> (Map<String, Value>, Map<String, Value>) {
        let (mut kinds, mut keys) = (Map::new(), Map::new());
        let kind = self.name("subject");
        let values = [self.form_type(), self.form_type()];
        let [first, second] = values.map(|ty| self.expression(&ty));
        let mut subject = json!({
            "operators": ["both", operators[0], operators[last], operators[4]], "value": [first],
            "single": [operators[4]], "with_value": [operators[0]], "doc": self.prose(),
        });
        if typed {
            subject["types"] = json!(["first 1"]);
        }
        kinds.insert(kind.clone(), subject);
        let name = self.name("subject");
        kinds.insert(
            name,
            json!({"operators": [operators[0], operators[last]], "value": second, "doc": "Plain."}),
        );
        keys.insert(
            self.name("subject"),
            json!({"kind": kind, "key": "odd \"key\" 🦀", "doc": self.prose()}),
        );
        let name = self.name("subject");
        keys.insert(name, json!({"operators": ["both"], "single": ["both"], "with_value": [operators[0]], "value": ["string"]}));
        (kinds, keys)
    }
}
