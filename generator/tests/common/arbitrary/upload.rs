//! Uploads.

use serde_json::{Map, Value, json};

use super::types::Kind;
use super::{Maker, chance, put};

impl Maker<'_> {
    /// An upload with the endpoints that it goes by, in one of the resources.
    pub(super) fn make_upload(&mut self) {
        if chance(&mut self.rng, 25) {
            return;
        }
        let resource = self.rng.usize(..self.resources.len());
        let [plan, parts, result] = [(); 3].map(|()| {
            let id = self.define(resource, Kind::Object);
            self.defs[id].name.clone()
        });
        let [size, name, media_type, resume, number, md5, id, file] = [(); 8].map(|()| self.name("param"));
        let types = &mut self.resources[resource].types;
        types.insert(
            plan.clone(),
            json!({"fields": {"the_id": "string", "in_parts?": "bool", "parts?": parts}}),
        );
        types.insert(parts, json!({"fields": {"size?": "i64", "count?": "i64", "missing?": ["i64"]}}));
        types.insert(result.clone(), json!({"fields": {"url?": "string"}}));
        // What callers give: in the path, in the body, and what they may leave out.
        let [space, album, mood] = [(); 3].map(|()| self.name("param"));
        let in_path = self.plain();
        let in_path = self.expression(&in_path);
        let in_body = self.ty(0, None);
        let in_body = self.expression(&in_body);
        let setter = self.ty(0, None);
        let setter = self.expression(&setter);
        let shared = [(album.clone(), in_body.clone()), (format!("{mood}?"), setter.clone())];

        let mut begin: Map<String, Value> = shared.clone().into_iter().collect();
        begin.extend([(size.clone(), json!("i64")), (name.clone(), json!("string"))]);
        begin.extend([(format!("{media_type}?"), json!("string")), (format!("{resume}?"), json!("string"))]);
        let begin =
            self.step(resource, &space, &in_path, json!({"body": begin, "returns": plan, "auth": "none"}));

        let part = self.step(
            resource,
            &space,
            &in_path,
            json!({
                "path": {id.clone(): "string"}, "query": {number.clone(): "i64", md5.clone(): "string"},
                "body_kind": "bytes", "body": {file.clone(): "file"}, "auth": "none",
            }),
        );
        let whole = |returns: Value| json!({"path": {id.clone(): "string"}, "body_kind": "none", "returns": returns, "auth": "none"});
        let finish = self.step(resource, &space, &in_path, whole(json!(result)));
        let abort = self.step(resource, &space, &in_path, whole(json!("bool")));

        let mut upload = json!({
            "begin": {"endpoint": begin, "size": size, "file_name": name},
            "plan": {"upload_id": "the_id", "part_size": "parts.size"},
            "part": {"endpoint": part, "number": number},
            "finish": finish, "upload_id": id,
        });
        if self.rng.bool() {
            upload["begin"]["media_type"] = json!(media_type);
            upload["begin"]["resume"] = json!(resume);
            upload["plan"]["in_parts"] = json!("in_parts");
            upload["plan"]["part_count"] = json!("parts.count");
            upload["abort"] = json!(abort);
        }
        if self.rng.bool() {
            upload["plan"]["usual_part_size"] = json!(1 << 20);
            upload["plan"]["missing"] = json!("parts.missing");
            upload["part"]["md5"] = json!(md5);
        } else {
            let query =
                self.resources[resource].endpoints[&part]["query"].as_object_mut().expect("an object");
            let ty = query.remove(&md5).expect("it is there");
            query.insert(format!("{md5}?"), ty);
        }
        // A form carries JSON as text.
        if self.rng.bool() {
            let mut form: Map<String, Value> =
                shared.iter().map(|(key, ty)| (key.clone(), json!({"json": ty}))).collect();
            form.insert(file.clone(), json!("file"));
            let form = self.step(
                resource,
                &space,
                &in_path,
                json!({"body_kind": "multipart", "body": form, "returns": result, "auth": "none"}),
            );
            upload["form"] = json!({"endpoint": form, "up_to": self.rng.u32(1..)});
        }
        let doc = self.doc();
        put(upload.as_object_mut().expect("an object"), "doc", doc);
        let name = self.name("upload");
        self.resources[resource].uploads.insert(name, upload);
    }

    /// Adds an endpoint with a parameter in the path that all of them share; gives its name.
    fn step(&mut self, resource: usize, shared: &str, ty: &Value, mut endpoint: Value) -> String {
        let name = self.name("endpoint");
        self.count += 1;
        let mut route = format!("POST /uploads/{}/:{shared}", self.count);
        let own = endpoint["path"].as_object().cloned().unwrap_or_default();
        let mut path = Map::new();
        path.insert(shared.to_owned(), ty.clone());
        for (key, ty) in own {
            route = format!("{route}/:{key}");
            path.insert(key, ty);
        }
        let map = endpoint.as_object_mut().expect("an object");
        map.insert("path".into(), Value::Object(path));
        map.insert("route".into(), json!(route));
        map.insert("summary".into(), json!("Takes a file."));
        map.insert("effect".into(), json!("write"));
        self.resources[resource].endpoints.insert(name.clone(), endpoint);
        name
    }
}
