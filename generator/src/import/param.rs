//! Parameters and bodies.

use super::endpoint::{is_json, path_name};
use super::importer::Importer;
use super::operation::{BodyKind, FoundOperation, Params};
use super::types::{Field, Kind, TypeUse, literal};
use crate::ir::Name;
use crate::untyped::Untyped;

impl<'d> Importer<'d> {
    /// The parameters of one place; those of the operation count more than those of its path.
    fn params(&self, found: &FoundOperation<'d>, place: &str) -> Vec<&'d Untyped> {
        let mut params: Vec<&'d Untyped> = Vec::new();
        for param in found.operation.list("parameters").iter().chain(found.item.list("parameters")) {
            let param = self.resolve(param);
            let known = params.iter().any(|known| known.text("name") == param.text("name"));
            if param.text("in") == Some(place) && param.text("name").is_some() && !known {
                params.push(param);
            }
        }
        params
    }

    /// The parameters of the path, in its order, described or not.
    pub(super) fn path_params(&mut self, found: &FoundOperation<'d>, hint: &str, params: &mut Params) {
        let described = self.params(found, "path");
        let mut known: Vec<String> = Vec::new();
        for part in found.path.split('/').filter(|part| part.starts_with('{')) {
            let wire = part.trim_matches(['{', '}']);
            let name = path_name(wire);
            if known.contains(&name) {
                continue;
            }
            known.push(name.clone());
            let param = described.iter().find(|param| param.text("name") == Some(wire)).copied();
            let mut field = match param.and_then(|param| Some((param, param.get("schema")?))) {
                Some((param, schema)) => self.param(wire, param, schema, true, hint, params),
                None => None,
            }
            .unwrap_or_else(|| bare(&name, params));
            if !field.ty.plain {
                self.notes.add("a path parameter that is no plain value; taken for `string`", found.route());
                field.ty = TypeUse::scalar("string", Kind::Text);
            }
            let own = Name::new(&name).is_ok_and(|own| Some(own.snake()) == field.rename.as_deref());
            if own {
                field.rename = None;
            }
            params.path.push(Field { wire: name, optional: false, ..field });
        }
    }

    /// The parameters of the query. What goes into headers and cookies is only noted.
    pub(super) fn query_params(&mut self, found: &FoundOperation<'d>, hint: &str, params: &mut Params) {
        for place in ["header", "cookie"] {
            for param in self.params(found, place) {
                let name = param.text("name").unwrap_or_default();
                if !["accept", "content-type", "authorization"].contains(&&*name.to_lowercase()) {
                    let where_ = format!("{} `{name}`", found.route());
                    self.notes.add("a parameter that travels in a header or cookie; left out", where_);
                }
            }
        }
        for param in self.params(found, "query") {
            let wire = param.text("name").unwrap_or_default();
            let json = param.members("content").iter().find(|(kind, _)| is_json(kind));
            let schema = param.get("schema").or_else(|| json.and_then(|(_, media)| media.get("schema")));
            let location = || format!("{} `{wire}`", found.route());
            let Some(schema) = schema else {
                self.notes.add("a query parameter without a type; left out", location());
                continue;
            };
            let Some(mut field) = self.param(wire, param, schema, param.is("required"), hint, params) else {
                continue;
            };
            let joined = param.get("explode") == Some(&Untyped::Bool(false))
                || param.text("style").is_some_and(|s| s != "form");
            if json.is_some() {
                field.ty = field.ty.json();
            } else if field.ty.kind == Kind::List && joined {
                self.notes.add("a list in one query parameter, joined; taken for `string`", location());
                (field.ty, field.extras) = (TypeUse::scalar("string", Kind::Text), Vec::new());
            } else if field.ty.kind == Kind::Object {
                self.notes.add("a query parameter that is an object; left out", location());
                continue;
            } else if !field.ty.plain && !field.ty.plain_items {
                self.notes.add("a query parameter of several kinds; taken for `string`", location());
                (field.ty, field.extras) = (TypeUse::scalar("string", Kind::Text), Vec::new());
            }
            params.query.push(field);
        }
    }

    fn param(
        &mut self,
        wire: &'d str,
        param: &'d Untyped,
        schema: &'d Untyped,
        required: bool,
        hint: &str,
        params: &mut Params,
    ) -> Option<Field> {
        let mut field = self.field(wire, schema, required, hint, &mut params.names)?;
        // A parameter that must be there cannot be `null` in a path or query.
        field.optional = !required;
        if let Some(doc) = param.text("description") {
            field.doc = Some(super::write::paragraph(doc));
        }
        field.extras = self.bounds(schema, &field);
        Some(field)
    }

    /// Bounds and default of a parameter, as far as they fit its type.
    fn bounds(&self, schema: &'d Untyped, field: &Field) -> Vec<String> {
        let own = self.resolve(schema);
        let number = |key: &str| own.get(key).and_then(Untyped::as_number).filter(|n| n.abs() < 1e15);
        let (mut extras, written) = (Vec::new(), field.ty.written.as_str());
        let mut range = |low: Option<f64>, high: Option<f64>, names: [&str; 2]| {
            if let (Some(low), Some(high)) = (low, high)
                && low > high
            {
                return;
            }
            let bounds = [low, high].into_iter().zip(names);
            extras.extend(bounds.filter_map(|(bound, name)| Some(format!("{name}: {}", bound?))));
        };
        let whole = |n: &f64| n.fract() == 0.0;
        let count = |n: &f64| whole(n) && *n >= 0.0 && *n < 4e9;
        match written {
            "i64" => range(number("minimum").filter(whole), number("maximum").filter(whole), ["min", "max"]),
            "f64" => range(number("minimum"), number("maximum"), ["min", "max"]),
            "string" => range(None, number("maxLength").filter(count), ["", "max_length"]),
            _ if field.ty.kind == Kind::List => {
                range(
                    number("minItems").filter(count),
                    number("maxItems").filter(count),
                    ["min_items", "max_items"],
                );
            }
            _ => {}
        }
        let fits = |value: &&Untyped| match (value, written) {
            (Untyped::Str(text), "string") => {
                number("maxLength").is_none_or(|max| (text.chars().count() as u64) as f64 <= max)
            }
            (Untyped::Bool(_), "bool") => true,
            (Untyped::Int(n), "i64") => {
                let n = *n as f64;
                number("minimum").is_none_or(|min| n >= min) && number("maximum").is_none_or(|max| n <= max)
            }
            (value, _) => field.ty.named && field.ty.plain && own.list("enum").contains(value),
        };
        if field.optional
            && let Some(default) = own.get("default").filter(fits).and_then(literal)
        {
            extras.push(format!("default: {default}"));
        }
        extras
    }

    /// The body; `false` when there is one that cannot be said, and that the endpoint cannot do without.
    pub(super) fn body(&mut self, found: &FoundOperation<'d>, hint: &str, params: &mut Params) -> bool {
        let Some(body) = found.operation.get("requestBody").map(|body| self.resolve(body)) else {
            return true;
        };
        let content = body.members("content");
        let json = content.iter().find(|(kind, _)| is_json(kind)).map(|(_, media)| (BodyKind::Json, media));
        let form = content.iter().find(|(kind, _)| kind.starts_with("multipart/form-data"));
        let Some((kind, media)) = json.or(form.map(|(_, media)| (BodyKind::Multipart, media))) else {
            if !content.is_empty() {
                self.notes.add("a body that is neither JSON nor a multipart form; left out", found.route());
            }
            return content.is_empty();
        };
        if found.method == "GET" {
            self.notes.add("a body of a read; the operation is taken without it", found.route());
            return true;
        }
        let Some(schema) = media.get("schema") else { return true };
        let mut flat = self.flatten(schema);
        if flat.properties.is_empty() && !flat.variants.is_empty() {
            self.notes
                .add("a body of one kind or another; all members are taken, none as required", found.route());
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
            let bare = flat.types == ["object"] && flat.additional.is_none();
            let optional = !body.is("required") && bare;
            if !optional {
                self.notes.add("a body that is not an object with known members; left out", found.route());
            }
            return optional;
        }
        params.kind = kind;
        for (wire, schema) in flat.properties {
            self.body_member(found, hint, wire, schema, flat.required.contains(&wire), params);
        }
        if params.body.is_empty() {
            params.kind = BodyKind::None;
        }
        true
    }

    fn body_member(
        &mut self,
        found: &FoundOperation<'d>,
        hint: &str,
        wire: &'d str,
        schema: &'d Untyped,
        required: bool,
        params: &mut Params,
    ) {
        if self.resolve(schema).is("readOnly") {
            return;
        }
        let Some(mut field) = self.field(wire, schema, required, hint, &mut params.names) else { return };
        if field.ty.nullable && required {
            self.notes.add(
                "a member that must be sent but may be `null`; taken for optional",
                format!("{} `{wire}`", found.route()),
            );
        }
        field.extras = self.bounds(schema, &field);
        if params.kind == BodyKind::Multipart {
            let flat = self.flatten(schema);
            let file = |flat: &super::schema::Flat<'_>| {
                flat.format == Some("binary")
                    || flat.own.is_some_and(|own| own.get("contentMediaType").is_some())
            };
            let files = flat.items.is_some_and(|items| file(&self.flatten(items)));
            if file(&flat) || files {
                if files {
                    self.notes.add("several files in one part of a form; taken for one", found.route());
                }
                (field.ty, field.extras) = (TypeUse::scalar("file", Kind::Text), Vec::new());
            } else if !field.ty.plain && !field.ty.plain_items {
                (field.ty, field.extras) = (field.ty.json(), Vec::new());
            }
        }
        params.body.push(field);
    }
}

/// A parameter of which the document only says the name.
fn bare(wire: &str, params: &mut Params) -> Field {
    let name = params.names.claim(wire, "value");
    let own = Name::new(wire).is_ok_and(|own| own == name);
    Field {
        wire: wire.to_owned(),
        optional: false,
        ty: TypeUse::scalar("string", Kind::Text),
        rename: (!own).then(|| name.snake().to_owned()),
        extras: Vec::new(),
        doc: None,
    }
}
