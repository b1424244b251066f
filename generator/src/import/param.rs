//! Parameters.

use super::importer::{CarrierKind, Importer};
use super::object::is_wire_name;
use super::operation::{EndpointParams, FoundOperation};
use super::response::is_json;
use super::route::Route;
use super::spread::Spread;
use super::stream::constant_ask;
use super::types::{Field, JsonKind, TypeUse};
use super::write::quote;
use crate::ir::Name;
use crate::lower::is_own_header;
use crate::untyped::Untyped;

/// Where a parameter travels as one text.
#[derive(Clone, Copy)]
enum TextPlace {
    Header,
    Cookie,
}

impl<'d> Importer<'d> {
    /// The document's parameters in one location: `path`, `query`, `header` or `cookie`. Those of the operation
    /// override those of its path.
    fn raw_params_in(&self, found: &FoundOperation<'d>, location: &str) -> Vec<&'d Untyped> {
        let mut params: Vec<&'d Untyped> = Vec::new();
        for param in found.operation.list("parameters").iter().chain(found.path_item.list("parameters")) {
            let param = self.resolve(param);
            self.remember_kind(param, "a parameter");
            let known = params.iter().any(|known| wire_name(known) == wire_name(param));
            if param.text("in") == Some(location) && wire_name(param).is_some() && !known {
                params.push(param);
            }
        }
        params
    }

    /// Adds the parameters of the path, in its order. Those that the document does not describe are strings.
    pub(super) fn add_path_params(
        &mut self,
        found: &FoundOperation<'d>,
        route: &Route,
        name_hint: &str,
        params: &mut EndpointParams,
    ) {
        let described = self.raw_params_in(found, "path");
        let required = true;
        for (wire, name) in &route.params {
            let param = described.iter().find(|param| wire_name(param) == Some(wire)).copied();
            let mut field = match param.and_then(|param| Some((param, param.get("schema")?))) {
                Some((param, schema)) => {
                    param.count_key_as_read("required");
                    if param.peek("style").and_then(Untyped::as_str) == Some("simple") {
                        param.count_key_as_read("style");
                    }
                    self.import_param(param, schema, required, name_hint, params)
                }
                None => None,
            }
            .unwrap_or_else(|| string_param(name, params));
            if !field.ty.is_scalar {
                let note = "a path parameter that is not a scalar; imported as `string`";
                self.notes.changed(note, found.route(), param.unwrap_or(found.operation));
                field.ty = TypeUse::scalar("string", JsonKind::Text);
                field.attributes.clear();
            }
            // The field was named after its wire name in the document. In the spec it has the wire name that the route has
            // for it, from which its name in Rust may follow by itself.
            let claimed =
                field.rename.take().or_else(|| Some(Name::new(&field.wire).ok()?.snake().to_owned()));
            let follows = Name::new(name).is_ok_and(|default| Some(default.snake()) == claimed.as_deref());
            field.rename = claimed.filter(|_| !follows);
            params.path.push(Field { wire: name.clone(), optional: false, ..field });
        }
        for param in described {
            let name = wire_name(param).unwrap_or_default();
            if !route.params.iter().any(|(wire, _)| wire == name) {
                let place = format!("{} `{name}`", found.route());
                self.notes.left_out("a path parameter that the path does not have; left out", place, param);
                param.count_as_read();
            }
        }
    }

    /// Adds the parameters in headers.
    pub(super) fn add_header_params(
        &mut self,
        found: &FoundOperation<'d>,
        name_hint: &str,
        params: &mut EndpointParams,
    ) {
        for param in self.raw_params_in(found, "header") {
            let wire = wire_name(param).unwrap_or_default();
            let place = format!("{} `{wire}`", found.route());
            let is_token = self.is_sent_by_credential(found, CarrierKind::Header, wire);
            let is_known = params.header.iter().any(|known: &Field| known.wire.eq_ignore_ascii_case(wire));
            // OpenAPI leaves these three to media types and security schemes.
            let elsewhere = ["accept", "content-type", "authorization"];
            if elsewhere.iter().any(|name| name.eq_ignore_ascii_case(wire)) || is_token {
                param.count_as_read();
                continue;
            }
            if is_own_header(wire) || !is_header_name(wire) || is_known {
                let note = "a parameter in a header that callers cannot set; left out";
                self.notes.left_out(note, place, param);
                param.count_as_read();
                continue;
            }
            let Some(schema) = param.get("schema") else {
                self.notes.left_out("a parameter in a header without a type; left out", place, param);
                param.count_as_read();
                continue;
            };
            let field = self.text_param(param, schema, TextPlace::Header, &place, name_hint, params);
            params.header.extend(field);
        }
    }

    /// Adds the parameters in cookies.
    pub(super) fn add_cookie_params(
        &mut self,
        found: &FoundOperation<'d>,
        name_hint: &str,
        params: &mut EndpointParams,
    ) {
        for param in self.raw_params_in(found, "cookie") {
            let wire = wire_name(param).unwrap_or_default();
            let place = format!("{} `{wire}`", found.route());
            let schema = param.get("schema").filter(|_| is_header_name(wire));
            let Some(schema) = schema else {
                let note = "a parameter in a cookie whose name is none, or without a type; left out";
                self.notes.left_out(note, place, param);
                param.count_as_read();
                continue;
            };
            let field = self.text_param(param, schema, TextPlace::Cookie, &place, name_hint, params);
            params.cookie.extend(field);
        }
    }

    /// A parameter that travels as one text.
    fn text_param(
        &mut self,
        param: &'d Untyped,
        schema: &'d Untyped,
        at: TextPlace,
        place: &str,
        name_hint: &str,
        params: &mut EndpointParams,
    ) -> Option<Field> {
        let mut field = self.import_param(param, schema, param.is("required"), name_hint, params)?;
        let (style, fits, note) = match at {
            TextPlace::Header => (
                "simple",
                field.ty.is_scalar || field.ty.items_are_scalar,
                "a parameter in a header that is no text, number or list of these; imported as `string`",
            ),
            TextPlace::Cookie => (
                "form",
                field.ty.is_scalar,
                "a parameter in a cookie that is no text or number; imported as `string`",
            ),
        };
        if param.peek("style").and_then(Untyped::as_str) == Some(style) {
            param.count_key_as_read("style");
        }
        if !fits {
            self.notes.changed(note, place, param);
            (field.ty, field.attributes) = (TypeUse::scalar("string", JsonKind::Text), Vec::new());
        }
        self.make_constant(schema, &mut field);
        Some(field)
    }

    /// Adds what the path itself says of the query: it is always the same.
    pub(super) fn add_fixed_query(
        &mut self,
        found: &FoundOperation<'d>,
        route: &Route,
        params: &mut EndpointParams,
    ) {
        let described = self.raw_params_in(found, "query");
        for (name, value) in &route.query {
            if !is_wire_name(name) {
                let note = "a name that cannot be written, in what a path says of the query; left out";
                self.notes.left_out(note, found.route(), found.operation);
                continue;
            }
            let is_described = described.iter().any(|param| wire_name(param) == Some(name));
            if is_described || params.query.iter().any(|field| field.wire == *name) {
                let note = "a path that says twice what the query holds; the parameter counts";
                self.notes.changed(note, format!("{} `{name}`", found.route()), found.operation);
                continue;
            }
            let mut field = string_param(name, params);
            field.attributes.push(format!("constant: {}", quote(value)));
            field.doc = Some(quote("Always the same."));
            params.query.push(field);
        }
    }

    /// Adds the parameters of the query.
    pub(super) fn add_query_params(
        &mut self,
        found: &FoundOperation<'d>,
        name_hint: &str,
        params: &mut EndpointParams,
    ) {
        let all = self.raw_params_in(found, "query");
        let mut spread = Spread::beside(all.iter().filter_map(|param| wire_name(param)));
        for param in all {
            let wire = wire_name(param).unwrap_or_default();
            if self.is_sent_by_credential(found, CarrierKind::Query, wire) {
                param.count_as_read();
                continue;
            }
            let json = param.members("content").iter().find(|(media_type, _)| is_json(media_type));
            let schema = param.get("schema").or_else(|| json.and_then(|(_, media)| media.get("schema")));
            let place = || format!("{} `{wire}`", found.route());
            let Some(schema) = schema else {
                self.notes.left_out("a query parameter without a type; left out", place(), param);
                continue;
            };
            let asks = self.asks_for_stream(found, wire, schema);
            let required = param.is("required");
            if asks == Some(false) && !required {
                param.count_as_read();
                continue;
            }
            let required = required || asks.is_some();
            let Some(mut field) = self.import_param(param, schema, required, name_hint, params) else {
                continue;
            };
            if let Some(streams) = asks {
                (field.ty, field.attributes) = constant_ask(streams);
                field.optional = false;
            }
            let joined = match param.text("style").unwrap_or("form") {
                "spaceDelimited" => Some("space"),
                "pipeDelimited" => Some("pipe"),
                _ if param.get("explode") == Some(&Untyped::Bool(false)) => Some("comma"),
                _ => None,
            };
            let is_deep = param.text("style") == Some("deepObject");
            let object = self.object_members(&field.ty);
            let is_apart = is_taken_apart(param);
            if json.is_some() {
                field.ty = field.ty.json();
                field.attributes.clear();
            } else if let (JsonKind::List, true, Some(style)) =
                (field.ty.kind, field.ty.items_are_scalar, joined)
            {
                field.attributes.push(format!("style: {style}"));
            } else if object.is_some() && is_deep {
                field.attributes.push("style: deep_object".to_owned());
            } else if object.as_ref().is_some_and(|object| is_apart && spread.takes(object)) {
                field.attributes = vec!["style: spread".to_owned()];
            } else if object.is_some() && param.peek("style").is_none() && is_apart {
                // No server could tell whose the members are, so that what the document leaves to its default is not meant.
                let note =
                    "an object in a query whose members could be those of others; imported as `deep_object`";
                self.notes.changed(note, place(), param);
                field.attributes = vec!["style: deep_object".to_owned()];
            } else if field.ty.kind == JsonKind::Object {
                self.notes.left_out("a query parameter that is an object; left out", place(), param);
                continue;
            } else if !field.ty.is_scalar && !field.ty.items_are_scalar {
                self.notes.changed(
                    "a query parameter of several types; imported as `string`",
                    place(),
                    param,
                );
                (field.ty, field.attributes) = (TypeUse::scalar("string", JsonKind::Text), Vec::new());
            }
            self.make_constant(schema, &mut field);
            if param.is("deprecated") {
                self.notes.changed("a parameter that is deprecated; nothing says so", place(), param);
            }
            params.query.push(field);
        }
    }

    /// A parameter of the document as a field; `None` where its wire name cannot be written.
    fn import_param(
        &mut self,
        param: &'d Untyped,
        schema: &'d Untyped,
        required: bool,
        name_hint: &str,
        params: &mut EndpointParams,
    ) -> Option<Field> {
        let wire = wire_name(param).unwrap_or_default();
        let mut field = self.field(wire, schema, required, name_hint, &mut params.names)?;
        if let Some(plain) = field.ty.without_null_items() {
            let note = "a list of items that may be `null`, which only JSON can hold; imported as if they never were";
            self.notes.changed(note, format!("{name_hint} `{wire}`"), param);
            field.ty = plain;
        }
        // Unlike a member, a required parameter is not optional if it may be `null`: a path or query cannot hold that.
        field.optional = !required;
        if param.text("description").is_some() {
            field.doc = self.description(param);
        }
        field.attributes = self.constraints_and_default(schema, &field);
        self.add_param_example(param, &mut field);
        Some(field)
    }
}

/// Whether an object in the query is a parameter for each of its members, under their own names: what OpenAPI assumes.
fn is_taken_apart(param: &Untyped) -> bool {
    param.text("style").is_none_or(|style| style == "form")
        && param.get("explode") != Some(&Untyped::Bool(false))
}

/// The name of a parameter as it travels: white space is part of it. `None` without one.
fn wire_name(param: &Untyped) -> Option<&str> {
    param.get("name")?.as_str().filter(|name| !name.is_empty())
}

/// Whether a text can be the name of a header.
fn is_header_name(name: &str) -> bool {
    let good = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    !name.is_empty() && name.chars().all(good)
}

/// A parameter of which the document only gives the name: a required `string`.
pub(super) fn string_param(wire: &str, params: &mut EndpointParams) -> Field {
    Field {
        wire: wire.to_owned(),
        optional: false,
        must_be_sent: true,
        ty: TypeUse::scalar("string", JsonKind::Text),
        rename: params.names.claim_required(wire, wire, "value").rename,
        attributes: Vec::new(),
        doc: None,
    }
}
