//! What is put around names, so that all of them stand at a place.

use serde_json::{Map, Value, json};

use super::draft::Draft;

/// One after the other, and again from the first.
pub(crate) fn turn<T: Clone>(of: &[T], index: usize) -> T {
    of[index % of.len()].clone()
}

/// Resources of all kinds: with calls and types, with types alone, and with events.
pub(crate) fn resources(draft: &mut Draft, names: &[String]) {
    for (index, name) in names.iter().enumerate() {
        let ty = format!("ZzOf{index}");
        draft.resource(name, "types").insert(ty.clone(), json!({"fields": {"zz_id?": "ZzId"}}));
        if index % 3 < 2 {
            let endpoint = json!({"route": format!("GET /zz/{index}"), "summary": "Reads.", "effect": "read", "returns": ty});
            draft.resource(name, "endpoints").insert("zz_get".into(), endpoint);
            draft.lead_to(name, &format!("zz_accessor_{index}"));
        }
        if index % 3 < 1 {
            let events = json!({"inputs": {"zz_proof": "secret"}, "proof": {"token": "zz_proof", "at": "sign"},
                "event_type": "kind", "types": {"made": {"name": "zz_made", "type": ty}}});
            draft.resource(name, "events").insert(format!("zz_event_{index}"), events);
        }
    }
}

pub(crate) fn accessors(draft: &mut Draft, names: &[String]) {
    for (index, name) in names.iter().enumerate() {
        let resource = format!("zz_resource_{index}");
        let endpoint = json!({"route": format!("GET /zz/{index}/:zz"), "summary": "Reads.", "effect": "read",
            "path": {"zz": "ZzId"}, "query": {"zz_kind?": "ZzKind"}, "returns": "ZzThing"});
        draft.resource(&resource, "endpoints").insert("zz_get".into(), endpoint);
        draft.lead_to(&resource, name);
    }
}

pub(crate) fn endpoints(draft: &mut Draft, names: &[String]) {
    let kinds = [
        json!({"path": {"zz_id": "ZzId"}, "returns": "ZzThing"}),
        json!({"effect": "write", "body": {"zz_kind?": "ZzKind"}}),
        json!({"returns": ["ZzThing"], "pagination": "zz_row", "query": {"page?": "i64", "zz_ids": ["ZzId"]}}),
        json!({"returns": "ZzThing", "stream": "lines"}),
        json!({"returns": "bytes", "envelope": "zz_bare", "refusals": {"404": "ZzThing", "default": ["ZzId"]}}),
    ];
    for (name, kind) in names.iter().zip(kinds.into_iter().cycle()) {
        draft.call(name, kind);
    }
}

/// Arguments of calls, of several types.
pub(crate) fn arguments(draft: &mut Draft, names: &[String], place: &str) {
    for (index, names) in names.chunks(9).enumerate() {
        let ty = |index: usize| match place {
            "path" => json!(turn(&["string", "ZzId", "i64", "ZzKind"], index)),
            "query" => {
                turn(&[json!("string"), json!(["ZzId"]), json!(["i64"]), json!({"json": "ZzPair"})], index)
            }
            _ => turn(
                &[json!("ZzThing"), json!(["ZzId"]), json!({"map": "any"}), json!({"nullable": "i64"})],
                index,
            ),
        };
        let params: Map<String, Value> =
            names.iter().enumerate().map(|(index, name)| (name.clone(), ty(index))).collect();
        draft.call(&format!("zz_{place}_{index}"), json!({place: params, "returns": "ZzThing"}));
    }
}

/// Setters of a call of some kind.
pub(crate) fn setters(draft: &mut Draft, call: &str, names: &[String], mut endpoint: Value) {
    endpoint["body"] = fields(names, "?");
    if endpoint.get("pagination").is_some() {
        endpoint["query"] = json!({"page": "i64"});
        endpoint["body"].as_object_mut().expect("an object").remove("page?");
    }
    draft.call(call, endpoint);
}

/// Setters that add an item, with an argument of that name as well.
pub(crate) fn appends(draft: &mut Draft, names: &[String]) {
    for (index, name) in names.iter().enumerate() {
        let ty = format!("ZzItem{index}");
        draft.define(&ty, json!({"fields": {name: "string", "zz_more?": "ZzId"}}));
        let list = json!({"type": [ty], "append": {"name": name, "set": [name, "zz_more"]}});
        draft.call(&format!("zz_append_{index}"), json!({"body": {"zz_list?": list}}));
    }
}

pub(crate) fn shared(draft: &mut Draft, names: &[String]) {
    draft.api("parameters").extend(names.iter().map(|name| (name.clone(), json!({"type": "ZzId"}))));
    for (index, name) in names.iter().enumerate() {
        let route = format!("GET /zz-shared/{index}/:{name}");
        draft.call(&format!("zz_shared_{index}"), json!({"route": route}));
    }
}

/// An upload with endpoints of its own, which takes parameters of some names beside those that it must have.
pub(crate) fn upload(draft: &mut Draft, name: &str, params: &[String], mark: &str) {
    let mut begin = fields(params, mark);
    begin["zz_size"] = json!("i64");
    begin["zz_label"] = json!("string");
    let write = |mut endpoint: Value| {
        endpoint["effect"] = json!("write");
        endpoint
    };
    draft.call(&format!("zz_begin_{name}"), write(json!({"body": begin, "returns": "ZzPlan"})));
    let part = json!({"path": {"zz_upload": "string"}, "query": {"zz_number": "i64"}, "body_kind": "bytes", "body": {"zz_piece": "file"}});
    draft.call(&format!("zz_part_{name}"), write(part));
    let finish = json!({"path": {"zz_upload": "string"}, "body_kind": "none", "returns": "ZzThing"});
    draft.call(&format!("zz_finish_{name}"), write(finish));
    let upload = json!({
        "begin": {"endpoint": format!("zz_begin_{name}"), "size": "zz_size", "file_name": "zz_label"},
        "plan": {"upload_id": "zz_upload", "part_size": "zz_part_size"},
        "part": {"endpoint": format!("zz_part_{name}"), "number": "zz_number"},
        "finish": format!("zz_finish_{name}"), "upload_id": "zz_upload",
    });
    draft.resource("zz_more", "uploads").insert(name.to_owned(), upload);
}

/// Types of all shapes in turn, each a member of one that is sent and received.
pub(crate) fn types(draft: &mut Draft, resource: &str, names: &[String]) {
    let shapes = [
        json!({"id": "string"}),
        json!({"fields": {"zz_id": "ZzId", "zz_parts?": ["ZzThing"], "zz_when?": "timestamp"}}),
        json!({"enum": "string", "values": [{"value": "zz_one"}]}),
        json!({"id": "i64"}),
        json!({"union": ["string", ["ZzId"]]}),
        json!({"any": {"zz_text": "string"}}),
        json!({"enum": "i64", "values": [{"value": 1, "name": "zz_one"}]}),
    ];
    draft.resource(resource, "types").extend(names.iter().cloned().zip(shapes.iter().cycle().cloned()));
    let members: Map<String, Value> =
        names.iter().enumerate().map(|(index, name)| (format!("zz_{index}?"), json!(name))).collect();
    draft.resource(resource, "types").insert("ZzAll".into(), json!({"fields": members}));
    draft.call("zz_all", json!({"body": {"zz": "ZzAll"}, "returns": "ZzAll"}));
    // Those that stand for a text, where such types are put between others.
    let ids: Vec<&String> = names.iter().step_by(shapes.len()).collect();
    for (index, ids) in ids.chunks(3).enumerate() {
        let path: Map<String, Value> =
            ids.iter().enumerate().map(|(at, id)| (format!("zz_{at}"), json!(id))).collect();
        let address: String = path.keys().map(|param| format!("/:{param}")).collect();
        draft.call(&format!("zz_ids_{index}"), json!({"path": path, "query": {"zz_ids?": [ids[0]]}}));
        let page = json!({"address": format!("/zz-{index}{address}"), "path": path});
        draft.api("links/pages").insert(format!("zz_page_{index}"), page);
        draft.api("variables").insert(format!("zz_variable_{index}"), json!({"type": ids[0]}));
        callback_with(draft, &format!("zz_callback_{index}"), json!({"zz_proof": ids[0]}), ids[0]);
        let kinds = json!({"zz_words": {"operators": ["zz_is"], "value": [ids[0]]}});
        filter_with(draft, &format!("zz_filter_{index}"), &[("kinds", kinds)]);
    }
}

/// Members of several types.
pub(crate) fn fields(names: &[String], mark: &str) -> Value {
    let types = [json!("string"), json!(["ZzId"]), json!("i64"), json!({"json": "ZzPair"}), json!("ZzKind")];
    let field = |(name, ty): (&String, &Value)| (format!("{name}{mark}"), ty.clone());
    Value::Object(names.iter().zip(types.iter().cycle()).map(field).collect())
}

pub(crate) fn values(names: &[String]) -> Vec<Value> {
    names.iter().map(|name| json!({"value": format!("{name} 1"), "name": name})).collect()
}

pub(crate) fn enumeration(draft: &mut Draft, name: &str, repr: &str, values: Vec<Value>) {
    draft.define(name, json!({"enum": repr, "values": values}));
    let map = json!({"map": "string", "key": name});
    let call = name.to_lowercase();
    draft.call(&call, json!({"body": {"zz": name, "zz_map": map}, "returns": name}));
}

pub(crate) fn callback(draft: &mut Draft, name: &str, inputs: &[String], types: &[String]) {
    let inputs: Map<String, Value> = (inputs.iter().enumerate())
        .map(|(index, input)| (input.clone(), json!({"type": turn(&["secret", "ZzId"], index)})))
        .collect();
    let first = inputs.keys().next().expect("an input").clone();
    let payloads = [json!("ZzThing"), json!("any"), json!(["ZzId"])];
    let types: Map<String, Value> = (types.iter().zip(payloads.iter().cycle()))
        .map(|(ty, payload)| (format!("{ty} 1"), json!({"name": ty, "type": payload})))
        .collect();
    let proof: Vec<Value> = inputs.keys().map(|input| json!({"input": input})).collect();
    let proof = if proof.len() == 1 {
        json!({"token": first, "at": "sign"})
    } else {
        json!({"sha256": proof, "at": "sign"})
    };
    let callback = json!({"inputs": inputs, "proof": proof, "event_type": "kind", "types": types});
    draft.resource("zz_more", "events").insert(name.to_owned(), callback);
}

fn callback_with(draft: &mut Draft, name: &str, inputs: Value, payload: &str) {
    let types = json!({"made": {"name": "zz_made", "type": payload}});
    let callback = json!({"inputs": inputs, "proof": {"token": "zz_proof", "at": "sign"}, "event_type": "kind", "types": types});
    draft.resource("zz_more", "events").insert(name.to_owned(), callback);
}

/// A filter with subjects of some names.
pub(crate) fn filter(draft: &mut Draft, name: &str, part: &str, subjects: &[String]) {
    let subject = json!({"operators": ["zz_is", "zz_missing", "zz_meets"], "value": [["ZzId"]]});
    let subjects: Map<String, Value> = subjects.iter().map(|name| (name.clone(), subject.clone())).collect();
    let part = if part.is_empty() { "kinds" } else { part };
    filter_with(draft, name, &[(part, Value::Object(subjects))]);
}

fn filter_with(draft: &mut Draft, name: &str, parts: &[(&str, Value)]) {
    let mut filter = draft.resource("zz_thing", "filters")["zz_filter"].clone();
    for (part, subjects) in [("kinds", json!({})), ("keys", json!({}))].iter().chain(parts) {
        filter[*part] = subjects.clone();
    }
    draft.resource("zz_more", "filters").insert(name.to_owned(), filter);
}

/// A filter whose operators or quantifiers have some names.
pub(crate) fn compared(draft: &mut Draft, ty: &str, member: &str, names: &[String]) {
    draft.define(ty, json!({"enum": "string", "values": values(names)}));
    let (test, group) = (format!("{ty}Test"), format!("{ty}Group"));
    let mut condition = draft.resource("zz_thing", "types")["ZzTest"].clone();
    condition["fields"][member] = json!(ty);
    condition["fields"]["zz_inner?"] = json!(group);
    draft.define(&test, condition);
    let mut joined = draft.resource("zz_thing", "types")["ZzGroup"].clone();
    joined["fields"]["zz_tests?"] = json!([test]);
    joined["fields"]["zz_groups?"] = json!([group]);
    draft.define(&group, joined);
    let mut filter = draft.resource("zz_thing", "filters")["zz_filter"].clone();
    filter["group"]["type"] = json!(group);
    filter["condition"]["type"] = json!(test);
    filter["keys"] = json!({});
    let operators = if member == "zz_op" {
        (filter["takes_nothing"], filter["takes_group"]) = (json!(names[..1]), json!(names[1..2]));
        json!(names)
    } else {
        json!(["zz_is", "zz_missing", "zz_meets"])
    };
    filter["kinds"] = json!({"zz_words": {"operators": operators, "value": ["ZzId"]}});
    let filters = draft.resource("zz_more", "filters");
    filters.insert(format!("zz_by_{}", ty.to_lowercase()), filter);
    draft.call(&format!("zz_search_{}", ty.to_lowercase()), json!({"body": {"zz": group}}));
}
