//! Parameters and bodies.

use super::endpoint::{is_json, path_name};
use super::importer::Importer;
use super::operation::{BodyKind, EndpointParams, FoundOperation};
use super::types::{Field, JsonKind, TypeUse, literal};
use crate::ir::Name;
use crate::untyped::Untyped;

impl<'d> Importer<'d> {
    /// The document's parameters in one location: `path`, `query`, `header` or `cookie`. Those of the operation
    /// override those of its path.
    fn raw_params_in(&self, found: &FoundOperation<'d>, location: &str) -> Vec<&'d Untyped> {
        let mut params: Vec<&'d Untyped> = Vec::new();
        for param in found.operation.list("parameters").iter().chain(found.path_item.list("parameters")) {
            let param = self.resolve(param);
            let known = params.iter().any(|known| known.text("name") == param.text("name"));
            if param.text("in") == Some(location) && param.text("name").is_some() && !known {
                params.push(param);
            }
        }
        params
    }

    /// Adds the parameters of the path, in its order. Those that the document does not describe are strings.
    pub(super) fn add_path_params(
        &mut self,
        found: &FoundOperation<'d>,
        name_hint: &str,
        params: &mut EndpointParams,
    ) {
        let described = self.raw_params_in(found, "path");
        let required = true;
        let mut known: Vec<String> = Vec::new();
        for segment in found.path.split('/').filter(|segment| segment.starts_with('{')) {
            let wire = segment.trim_matches(['{', '}']);
            let name = path_name(wire);
            if known.contains(&name) {
                continue;
            }
            known.push(name.clone());
            let param = described.iter().find(|param| param.text("name") == Some(wire)).copied();
            let mut field = match param.and_then(|param| Some((param, param.get("schema")?))) {
                Some((param, schema)) => self.lower_param(wire, param, schema, required, name_hint, params),
                None => None,
            }
            .unwrap_or_else(|| string_param(&name, params));
            if !field.ty.is_scalar {
                self.notes.add("a path parameter that is not a scalar; imported as `string`", found.route());
                field.ty = TypeUse::scalar("string", JsonKind::Text);
            }
            // The field was named after its wire name. With `name` as wire name, a rename to the same is not needed.
            let is_default_name =
                Name::new(&name).is_ok_and(|default| Some(default.snake()) == field.rename.as_deref());
            if is_default_name {
                field.rename = None;
            }
            params.path.push(Field { wire: name, optional: false, ..field });
        }
    }

    /// Adds the parameters of the query. Those in headers and cookies only become notes.
    pub(super) fn add_query_params(
        &mut self,
        found: &FoundOperation<'d>,
        name_hint: &str,
        params: &mut EndpointParams,
    ) {
        for location in ["header", "cookie"] {
            for param in self.raw_params_in(found, location) {
                let name = param.text("name").unwrap_or_default();
                if !["accept", "content-type", "authorization"].contains(&&*name.to_lowercase()) {
                    let noted_at = format!("{} `{name}`", found.route());
                    self.notes.add("a parameter in a header or cookie; left out", noted_at);
                }
            }
        }
        for param in self.raw_params_in(found, "query") {
            let wire = param.text("name").unwrap_or_default();
            let json = param.members("content").iter().find(|(media_type, _)| is_json(media_type));
            let schema = param.get("schema").or_else(|| json.and_then(|(_, media)| media.get("schema")));
            let noted_at = || format!("{} `{wire}`", found.route());
            let Some(schema) = schema else {
                self.notes.add("a query parameter without a type; left out", noted_at());
                continue;
            };
            let Some(mut field) =
                self.lower_param(wire, param, schema, param.is("required"), name_hint, params)
            else {
                continue;
            };
            let joined = match param.text("style").unwrap_or("form") {
                "spaceDelimited" => Some("space"),
                "pipeDelimited" => Some("pipe"),
                _ if param.get("explode") == Some(&Untyped::Bool(false)) => Some("comma"),
                _ => None,
            };
            let is_deep = param.text("style") == Some("deepObject");
            if json.is_some() {
                field.ty = field.ty.json();
            } else if let (JsonKind::List, true, Some(style)) =
                (field.ty.kind, field.ty.items_are_scalar, joined)
            {
                field.attributes.push(format!("style: {style}"));
            } else if field.ty.kind == JsonKind::Object && is_deep {
                field.attributes.push("style: deep_object".to_owned());
            } else if field.ty.kind == JsonKind::Object {
                self.notes.add("a query parameter that is an object; left out", noted_at());
                continue;
            } else if !field.ty.is_scalar && !field.ty.items_are_scalar {
                self.notes.add("a query parameter of several types; imported as `string`", noted_at());
                (field.ty, field.attributes) = (TypeUse::scalar("string", JsonKind::Text), Vec::new());
            }
            params.query.push(field);
        }
    }

    /// A parameter of the document as a field; `None` where its wire name cannot be written.
    fn lower_param(
        &mut self,
        wire: &'d str,
        param: &'d Untyped,
        schema: &'d Untyped,
        required: bool,
        name_hint: &str,
        params: &mut EndpointParams,
    ) -> Option<Field> {
        let mut field = self.field(wire, schema, required, name_hint, &mut params.names)?;
        // Unlike a member, a required parameter is not optional if it may be `null`: a path or query cannot hold that.
        field.optional = !required;
        if let Some(doc) = param.text("description") {
            field.doc = Some(super::write::paragraph(doc));
        }
        field.attributes = self.constraints_and_default(schema, &field);
        Some(field)
    }

    /// Bounds and default of a parameter as the spec writes them, as far as they fit its type.
    fn constraints_and_default(&self, schema: &'d Untyped, field: &Field) -> Vec<String> {
        let schema = self.resolve(schema);
        let number = |key: &str| schema.get(key).and_then(Untyped::as_number).filter(|n| n.abs() < 1e15);
        let (mut attributes, spec_text) = (Vec::new(), field.ty.spec_text.as_str());
        let mut range = |low: Option<f64>, high: Option<f64>, names: [&str; 2]| {
            if let (Some(low), Some(high)) = (low, high)
                && low > high
            {
                return;
            }
            let bounds = [low, high].into_iter().zip(names);
            attributes.extend(bounds.filter_map(|(bound, name)| Some(format!("{name}: {}", bound?))));
        };
        let whole = |n: &f64| n.fract() == 0.0;
        let count = |n: &f64| whole(n) && *n >= 0.0 && *n < 4e9;
        match spec_text {
            "i64" => range(number("minimum").filter(whole), number("maximum").filter(whole), ["min", "max"]),
            "f64" => range(number("minimum"), number("maximum"), ["min", "max"]),
            "string" => range(None, number("maxLength").filter(count), ["", "max_length"]),
            _ if field.ty.kind == JsonKind::List => {
                range(
                    number("minItems").filter(count),
                    number("maxItems").filter(count),
                    ["min_items", "max_items"],
                );
            }
            _ => {}
        }
        let fits = |value: &&Untyped| match (value, spec_text) {
            (Untyped::Str(text), "string") => {
                number("maxLength").is_none_or(|max| (text.chars().count() as u64) as f64 <= max)
            }
            (Untyped::Bool(_), "bool") => true,
            (Untyped::Int(n), "i64") => {
                let n = *n as f64;
                number("minimum").is_none_or(|min| n >= min) && number("maximum").is_none_or(|max| n <= max)
            }
            (value, _) => field.ty.is_named_type && field.ty.is_scalar && schema.list("enum").contains(value),
        };
        if field.optional
            && let Some(default) = schema.get("default").filter(fits).and_then(literal)
        {
            attributes.push(format!("default: {default}"));
        }
        attributes
    }

    /// Adds the members of the body. `false`, with a note, if the dialect cannot express the body, so that the endpoint
    /// has to be left out.
    pub(super) fn add_body(
        &mut self,
        found: &FoundOperation<'d>,
        name_hint: &str,
        params: &mut EndpointParams,
    ) -> bool {
        let Some(body) = found.operation.get("requestBody").map(|body| self.resolve(body)) else {
            return true;
        };
        let content = body.members("content");
        let json = content
            .iter()
            .find(|(media_type, _)| is_json(media_type))
            .map(|(_, media)| (BodyKind::Json, media));
        let form = content.iter().find(|(media_type, _)| media_type.starts_with("multipart/form-data"));
        let Some((body_kind, media)) = json.or(form.map(|(_, media)| (BodyKind::Multipart, media))) else {
            if let [(media_type, media)] = content
                && self.is_bytes(media_type, media)
            {
                self.add_bytes(found, media_type, body, params);
                return true;
            }
            if !content.is_empty() {
                self.notes.add("a body that is neither JSON nor a multipart form; left out", found.route());
            }
            return content.is_empty();
        };
        if found.method == "GET" {
            self.notes.add("a body of a `GET`; left out", found.route());
            return true;
        }
        let Some(schema) = media.get("schema") else { return true };
        let mut flat = self.flatten(schema);
        if flat.properties.is_empty() && !flat.variants.is_empty() {
            self.notes.add(
                "a body with several variants; the members of all are imported as optional",
                found.route(),
            );
            for variant in std::mem::take(&mut flat.variants) {
                let further = self.flatten(variant).properties;
                let new = further
                    .into_iter()
                    .filter(|(name, _)| !flat.properties.iter().any(|(known, _)| known == name));
                flat.properties.extend(new.collect::<Vec<_>>());
            }
            flat.required.clear();
        }
        if flat.properties.is_empty() {
            let is_empty_object = flat.types == ["object"] && flat.additional.is_none();
            let optional = !body.is("required") && is_empty_object;
            if !optional {
                self.notes.add("a body that is not an object with known members; left out", found.route());
            }
            return optional;
        }
        params.body_kind = body_kind;
        for (wire, schema) in flat.properties {
            self.add_body_member(found, name_hint, wire, schema, flat.required.contains(&wire), params);
        }
        if params.body.is_empty() {
            params.body_kind = BodyKind::None;
        }
        true
    }

    /// Adds a member of the body, unless only responses have it or its name cannot be written.
    fn add_body_member(
        &mut self,
        found: &FoundOperation<'d>,
        name_hint: &str,
        wire: &'d str,
        schema: &'d Untyped,
        required: bool,
        params: &mut EndpointParams,
    ) {
        if self.resolve(schema).is("readOnly") {
            return;
        }
        let Some(mut field) = self.field(wire, schema, required, name_hint, &mut params.names) else {
            return;
        };
        if field.ty.nullable && required {
            self.notes.add(
                "a member that must be sent but may be `null`; made optional",
                format!("{} `{wire}`", found.route()),
            );
        }
        field.attributes = self.constraints_and_default(schema, &field);
        if params.body_kind == BodyKind::Multipart {
            let flat = self.flatten(schema);
            let is_file = |flat: &super::schema::FlatSchema<'_>| {
                flat.format == Some("binary")
                    || flat.source.is_some_and(|source| source.get("contentMediaType").is_some())
            };
            let is_list_of_files = flat.items.is_some_and(|items| is_file(&self.flatten(items)));
            if is_file(&flat) || is_list_of_files {
                if is_list_of_files {
                    self.notes.add("several files in one part of a form; imported as one", found.route());
                }
                (field.ty, field.attributes) = (TypeUse::scalar("file", JsonKind::Text), Vec::new());
            } else if !field.ty.is_scalar && !field.ty.items_are_scalar {
                (field.ty, field.attributes) = (field.ty.json(), Vec::new());
            }
        }
        params.body.push(field);
    }
}

/// A parameter of which the document only gives the name: a required `string`.
pub(super) fn string_param(wire: &str, params: &mut EndpointParams) -> Field {
    let name = params.names.claim(wire, "value");
    let is_default_name = Name::new(wire).is_ok_and(|default| default == name);
    Field {
        wire: wire.to_owned(),
        optional: false,
        ty: TypeUse::scalar("string", JsonKind::Text),
        rename: (!is_default_name).then(|| name.snake().to_owned()),
        attributes: Vec::new(),
        doc: None,
    }
}
