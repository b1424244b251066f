//! Events.

use serde_json::{Map, Value, json};

use super::types::Kind;
use super::{Maker, chance, put};

impl Maker<'_> {
    /// Callbacks of both kinds, in one of the resources.
    pub(super) fn make_events(&mut self) {
        if chance(&mut self.rng, 25) {
            return;
        }
        let resource = self.rng.usize(..self.resources.len());
        let payload = self.form_type();
        let payload = self.expression(&payload);
        let signed = self.signed_callback(&payload);
        let with_token = self.token_callback(resource);
        for callback in [signed, with_token] {
            let name = self.name("callback");
            self.resources[resource].events.insert(name, callback);
        }
    }

    fn signed_callback(&mut self, payload: &Value) -> Value {
        let [first, second] = [(); 2].map(|()| self.name("input"));
        let mut inputs = Map::new();
        inputs.insert(first.clone(), json!({"type": "string", "doc": self.prose()}));
        inputs.insert(second.clone(), json!({"type": "secret"}));
        let parts = json!([{"input": first}, {"member": "sent.at"}, {"input": second}, {"input": first}]);
        let mut callback = json!({
            "inputs": inputs, "proof": {"sha256": parts, "at": "sign"}, "event_type": "what", "sent_at": "sent.at",
            "payload": "data.more", "payload_type": payload, "sources": ["manual"],
            "cause": {"at": "by", "through_api": ["odd \"cause\" 🦀", "api"]}, "types": self.event_types(None),
        });
        let doc = self.doc();
        put(callback.as_object_mut().expect("an object"), "doc", doc);
        callback
    }

    fn token_callback(&mut self, resource: usize) -> Value {
        let input = self.name("input");
        let id = self.define(resource, Kind::TextId);
        let id = self.defs[id].name.clone();
        self.resources[resource].types.insert(id.clone(), json!({"id": "string"}));
        let own = json!({
            "inputs": {input.clone(): {"type": id}}, "proof": {"token": input, "at": "head.token"},
            "event_type": "head.type", "delivery_id": "head.id", "actor": "head.who",
            "types": self.event_types(Some(&json!([id]))),
        });
        own
    }

    /// Event types by numbers and by texts, with payloads of a type or of any.
    fn event_types(&mut self, payload: Option<&Value>) -> Value {
        let mut types = Map::new();
        let [first, second] = [(); 2].map(|()| self.name("event"));
        types.insert("1001".into(), json!({"name": first, "doc": self.prose()}));
        let also = json!(["odd \"type\" 🦀", "{}", "line\n\n```\nfn evil() {}", "old-*", "old-er-*"]);
        let mut other = json!({"name": second, "also": also});
        put(other.as_object_mut().expect("an object"), "type", payload.cloned());
        types.insert("Odd `text` \\ \"here\"".into(), other);
        types.insert(format!("Evt{}", self.rng.u8(..)), json!({"doc": "Plain."}));
        Value::Object(types)
    }
}
