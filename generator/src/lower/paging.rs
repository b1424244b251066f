//! Pagination styles, and the endpoints that use them.

use super::context::Context;
use super::json_path::{check_json_path, lower_json_path};
use super::name::{Case, Namespace, lower_own_name};
use super::paging_place::misplaced;
use super::type_ref::{render_type, resolves};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, closest, join_words};
use crate::ir::{
    EnvelopeId, IdRepr, JsonPath, Method, PagedList, Pagination, PaginationKind, Paging, Param,
    ParamLocation, Presence, Response, Scalar, Shape, TypeDef, TypeRef,
};
use crate::parse::{ApiSpec, EndpointSpec, PaginationKindSpec, PaginationSpec, ReturnsSpec, Text};

/// Lowers the pagination styles.
pub(super) fn lower_paginations(spec: &ApiSpec, diagnostics: &mut Diagnostics) -> Vec<Pagination> {
    let mut names = Namespace::new("pagination style", Case::Snake, &[]);
    spec.paginations.iter().map(|style| lower_pagination(style, &mut names, diagnostics)).collect()
}

fn lower_pagination(
    spec: &PaginationSpec,
    names: &mut Namespace,
    diagnostics: &mut Diagnostics,
) -> Pagination {
    let help = "give the pagination style another name";
    let name = lower_own_name(&spec.name, "a pagination style", help, diagnostics);
    names.claim(&name, &spec.name, help, diagnostics);
    let kind = match &spec.kind {
        PaginationKindSpec::Number { page, first } => PaginationKind::Number {
            page: lower_json_path(page, diagnostics),
            first: first.as_ref().map_or(1, |first| first.value),
        },
        PaginationKindSpec::Offset { offset } => {
            PaginationKind::Offset { offset: lower_json_path(offset, diagnostics) }
        }
        PaginationKindSpec::Cursor { next } => {
            if next.value.is_empty() {
                let message = "a cursor needs at least one parameter under `next`";
                diagnostics.push(Diagnostic::new(Code::ListEmpty, &next.origin, message));
            }
            let pairs = next.value.iter().map(|(param, path)| {
                (lower_json_path(param, diagnostics), lower_json_path(path, diagnostics))
            });
            PaginationKind::Cursor { next: pairs.collect() }
        }
        PaginationKindSpec::NextUrl { next } => {
            PaginationKind::NextUrl { next: lower_json_path(next, diagnostics) }
        }
        PaginationKindSpec::Link => PaginationKind::Link,
        PaginationKindSpec::LastItem { after, id } => PaginationKind::LastItem {
            after: lower_json_path(after, diagnostics),
            id: lower_json_path(id, diagnostics),
        },
    };
    let mut path = |text: &Option<Text>| text.as_ref().map(|text| lower_json_path(text, diagnostics));
    let paths = [&spec.size, &spec.total, &spec.has_more, &spec.is_last];
    let [size, total, has_more, is_last] = paths.map(&mut path);
    let docs =
        spec.doc.as_ref().map_or_else(|| format!("`{}`.", spec.name.value).into(), |doc| doc.value.clone());
    Pagination { name, docs, kind, size, total, has_more, is_last }
}

/// Lowers the paging of an endpoint, if it has any.
pub(super) fn lower_paging(
    spec: &EndpointSpec,
    method: Method,
    envelopes: &[EnvelopeId],
    response: &Response,
    params: &[Param],
    context: &Context<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Paging> {
    let Some(name) = &spec.pagination else {
        let items = spec.items.as_ref().map(|items| ("items", &items.origin));
        let whole = spec.whole_pages.as_ref().map(|whole| ("whole_pages", &whole.origin));
        for (key, origin) in items.into_iter().chain(whole) {
            let message = format!("`{key}` belongs to an endpoint with a `pagination`");
            diagnostics.push(Diagnostic::new(Code::KeyConflict, origin, message));
        }
        return None;
    };
    let referrer = format!("endpoint `{}`", spec.name.value);
    // Absent if the name is unknown, which is reported by now. What else is wrong is still to be found.
    let style_id = context.scope.paginations.find(name, &referrer, diagnostics);
    let style_use = style_id.map(|id| {
        // The parsed and the lowered styles stand in the same order.
        let spec = &context.scope.document.api.paginations[id.index()];
        let style = &context.paginations[id.index()];
        StyleUse { style, spec, name, params, types: context.types }
    });
    if let Some(style_use) = &style_use {
        style_use.check(method, diagnostics);
        if let Response::Data(data) = response {
            style_use.check_places(envelopes, data, context, diagnostics);
        }
    }
    if spec.whole_pages.as_ref().is_some_and(|whole| whole.value) {
        check_whole_pages(
            spec,
            name,
            response,
            style_id.map(|id| &context.paginations[id.index()]),
            diagnostics,
        );
        return Some(Paging { style: style_id?, list: None });
    }
    let path = spec.items.as_ref().map_or_else(Vec::new, |text| lower_json_path(text, diagnostics));
    let item = lower_item(spec, name, response, &path, context, diagnostics)?;
    if let Some(style_use) = &style_use {
        style_use.check_item(&item, diagnostics);
    }
    let always_there =
        matches!(response, Response::Data(data) if is_always_there(data, &path, context.types));
    Some(Paging { style: style_id?, list: Some(PagedList { path, item, always_there }) })
}

/// Checks an endpoint with `whole_pages`: each page is the response's data as a whole, not a list of items.
fn check_whole_pages(
    spec: &EndpointSpec,
    name: &Text,
    response: &Response,
    style: Option<&Pagination>,
    diagnostics: &mut Diagnostics,
) {
    if !matches!(response, Response::Data(_)) {
        diagnostics.push(no_data_error(spec, name));
    }
    if let Some(items) = &spec.items {
        let message = "`items` names a list, yet with `whole_pages` there is none";
        let finding = Diagnostic::new(Code::KeyConflict, &items.origin, message);
        diagnostics.push(finding.help("keep one of the two"));
    }
    let Some(style) = style else { return };
    let (why, help) = match style.kind {
        PaginationKind::LastItem { .. } => {
            ("without a list, there is no last item", "use a style of another kind")
        }
        // Without items to count, only what leads to the next page, `has_more` or `is_last` can say which page is the last.
        PaginationKind::Number { .. } | PaginationKind::Offset { .. } if !style.tells_more() => (
            "without a list, nothing tells which page is the last",
            "use a style of kind `cursor`, `next_url` or `link`, or one with `has_more` or `is_last`",
        ),
        _ => return,
    };
    let message = format!("the pagination style `{}` does not fit: {why}", name.value);
    diagnostics.push(Diagnostic::new(Code::PagingMismatch, &name.origin, message).help(help));
}

/// The complaint about a paged endpoint without data.
fn no_data_error(spec: &EndpointSpec, name: &Text) -> Diagnostic {
    let (why, help) = match &spec.returns {
        Some(returns) if returns.is_by_status() => {
            ("what it returns depends on the status", "return the data of pages alone")
        }
        Some(returns) if returns.only_data().is_some_and(|data| data.optional && !data.is_bytes()) => {
            ("its data may be missing", "leave out the `?` and the statuses without a body")
        }
        _ => ("it returns no data", "say under `returns` what it returns"),
    };
    let message = format!("endpoint `{}` is paged, yet {why}", spec.name.value);
    Diagnostic::new(Code::PagingMismatch, &name.origin, message).help(help)
}

/// The type of an item of a page's list.
fn lower_item(
    spec: &EndpointSpec,
    name: &Text,
    response: &Response,
    items: &JsonPath,
    context: &Context<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<TypeRef> {
    let expr = spec.returns.as_ref().and_then(ReturnsSpec::only_data).map(|data| &data.ty);
    let (Response::Data(data), Some(expr)) = (response, expr) else {
        diagnostics.push(no_data_error(spec, name));
        return None;
    };
    if !resolves(expr, context.scope) {
        return None;
    }
    let text = spec.items.as_ref().unwrap_or(name);
    match check_json_path(data, items, text, context.types, diagnostics)? {
        TypeRef::List(item) => Some((**item).clone()),
        other => {
            let rendered = render_type(other, context.types);
            let (message, help) = match &spec.items {
                Some(items) => (format!("`{}` leads to `{rendered}`, which is no list", items.value), None),
                None => (
                    format!("a page's items are a list, yet the data is `{rendered}`"),
                    Some(
                        "set `items` to the path of the list in the data, or `whole_pages: true` if there is none",
                    ),
                ),
            };
            let finding = Diagnostic::new(Code::PagingMismatch, &text.origin, message);
            diagnostics.push(finding.help_maybe(help.map(str::to_owned)));
            None
        }
    }
}

/// A pagination style, used by an endpoint.
struct StyleUse<'u> {
    style: &'u Pagination,
    /// The style as it is written.
    spec: &'u PaginationSpec,
    /// The style's name as the endpoint writes it.
    name: &'u Text,
    params: &'u [Param],
    types: &'u [TypeDef],
}

impl<'u> StyleUse<'u> {
    /// Checks that the endpoint has the parameters that the style sets, and the method that it needs.
    fn check(&self, method: Method, diagnostics: &mut Diagnostics) {
        if self.style.kind.is_by_address() && method != Method::Get {
            let message = format!(
                "the address of a next page is asked by `GET`, and the endpoint is called by `{}`",
                method.as_str()
            );
            diagnostics.push(self.misfit(&message).help("use a style of another kind"));
        }
        let counters: Vec<&JsonPath> = match &self.style.kind {
            PaginationKind::Number { page, .. } => vec![page],
            PaginationKind::Offset { offset } => vec![offset],
            PaginationKind::Cursor { next } => {
                for (param, _) in next {
                    self.check_param(param, diagnostics);
                }
                Vec::new()
            }
            PaginationKind::LastItem { after, .. } => {
                if let Some(ty) = self.check_param(after, diagnostics) {
                    self.check_id(ty, &format!("the parameter `{}`", after.join(".")), diagnostics);
                }
                Vec::new()
            }
            PaginationKind::NextUrl { .. } | PaginationKind::Link => Vec::new(),
        };
        for path in counters.into_iter().chain(&self.style.size) {
            let Some(ty) = self.check_param(path, diagnostics) else { continue };
            let counts = match ty {
                TypeRef::Scalar(Scalar::Int | Scalar::Any) => true,
                TypeRef::Def(id) => self.types[id.index()].shape == Shape::Id(IdRepr::Int),
                _ => false,
            };
            if !counts {
                let rendered = render_type(ty, self.types);
                let message = format!("it counts with `{}`, which is `{rendered}`", path.join("."));
                diagnostics.push(self.misfit(&message).help("make it an `i64`"));
            }
        }
    }

    /// Checks that the data has the members where the style looks for what leads to the next page.
    fn check_places(
        &self,
        envelopes: &[EnvelopeId],
        data: &TypeRef,
        context: &Context<'_>,
        diagnostics: &mut Diagnostics,
    ) {
        for place in misplaced(self.style, envelopes, data, context) {
            diagnostics.push(self.misfit(&place.message).help(place.help));
        }
    }

    /// Checks that the items of a page have the id that the style sends.
    fn check_item(&self, item: &TypeRef, diagnostics: &mut Diagnostics) {
        let (PaginationKind::LastItem { id, .. }, PaginationKindSpec::LastItem { id: text, .. }) =
            (&self.style.kind, &self.spec.kind)
        else {
            return;
        };
        // What an item lacks is to be looked for where the endpoint names the style.
        let text = Text { value: text.value.clone(), origin: self.name.origin.clone() };
        if let Some(ty) = check_json_path(item, id, &text, self.types, diagnostics) {
            self.check_id(ty, &format!("`{}` of an item", text.value), diagnostics);
        }
    }

    /// Checks that a type is that of an id: a text that is no secret, a whole number, or anything, of which nobody knows.
    fn check_id(&self, ty: &TypeRef, what: &str, diagnostics: &mut Diagnostics) {
        let is_id = match ty.non_null() {
            TypeRef::Scalar(scalar) => {
                !matches!(scalar, Scalar::Bool | Scalar::Float | Scalar::Secret | Scalar::File)
            }
            TypeRef::TextId(_) => true,
            TypeRef::Def(id) => matches!(self.types[id.index()].shape, Shape::Id(_)),
            _ => false,
        };
        if !is_id {
            let message = format!("{what} is `{}`, which is no type of an id", render_type(ty, self.types));
            diagnostics.push(self.misfit(&message).help("make it a `string`, an `i64` or a type with `id`"));
        }
    }

    /// The type of the parameter, or of the member within it, that the style sets.
    fn check_param(&self, path: &JsonPath, diagnostics: &mut Diagnostics) -> Option<&'u TypeRef> {
        let (first, rest) = path.split_first()?;
        let settable = || {
            let shown = self.params.iter().filter(|param| {
                matches!(param.location, ParamLocation::Query | ParamLocation::Body)
                    && !param.is_whole_body
                    && !param.is_spread()
                    && is_visible(param)
            });
            shown.map(|param| &param.field)
        };
        let Some(field) = settable().find(|field| field.wire == *first) else {
            let wires = || settable().map(|field| &*field.wire);
            let help = match closest(first, wires()) {
                Some(near) => format!("the endpoint has a `{near}`: give both the same name"),
                None if settable().next().is_none() => format!("add `{first}?` to `query` or `body`"),
                None => format!("add `{first}?` to `query` or `body`, which have {}", join_words(wires())),
            };
            diagnostics.push(self.misfit(&format!("it sets `{first}`, which the endpoint lacks")).help(help));
            return None;
        };
        check_json_path(&field.ty, rest, self.name, self.types, diagnostics)
    }

    /// The complaint that the style does not fit the endpoint.
    fn misfit(&self, what: &str) -> Diagnostic {
        let message = format!("the pagination style `{}` does not fit: {what}", self.style.name);
        Diagnostic::new(Code::PagingMismatch, &self.name.origin, message)
            .note_at(&self.spec.name.origin, "the style is defined here")
    }
}

/// Whether the data always has a value at this path. Not where the path is empty, so that the data itself is the list: that may be
/// `null`.
fn is_always_there(data: &TypeRef, path: &[String], types: &[TypeDef]) -> bool {
    let mut here = data;
    for name in path {
        let TypeRef::Def(id) = here else { return false };
        let Shape::Struct { fields, .. } = &types[id.index()].shape else { return false };
        let required =
            fields.iter().find(|field| field.wire == *name && field.presence == Presence::Required);
        let Some(field) = required else { return false };
        here = &field.ty;
    }
    !path.is_empty()
}

/// Whether callers see a parameter.
fn is_visible(param: &Param) -> bool {
    !matches!(param.field.presence, Presence::Constant(_))
}
