//! Pages, inferred from the names of parameters and members.

use super::importer::Importer;
use super::operation::{EndpointParams, FoundOperation};
use super::response::Returns;
use super::types::{Field, Form};
use super::write::key;
use crate::emit::CallForm;
use crate::ir::Name;

/// A parameter that takes a cursor, and the member of a response that holds it, as services name them.
const CURSORS: [(&str, &str); 14] = [
    ("page_token", "next_page"),
    ("page_token", "next_page_token"),
    ("pageToken", "nextPageToken"),
    ("cursor", "next_cursor"),
    ("cursor", "nextCursor"),
    ("cursor", "cursor"),
    ("marker", "next_marker"),
    ("after", "last_id"),
    ("next_token", "next_token"),
    ("nextToken", "nextToken"),
    ("NextToken", "NextToken"),
    ("pagination_token", "next_token"),
    ("continuation_token", "continuation_token"),
    ("stream_position", "next_stream_position"),
];
const NUMBERS: [&str; 4] = ["page", "page_number", "pageNumber", "Page"];
const OFFSETS: [&str; 2] = ["offset", "skip"];
const SIZES: [&str; 9] = [
    "per_page",
    "page_size",
    "pageSize",
    "PageSize",
    "perPage",
    "limit",
    "max_results",
    "maxResults",
    "size",
];
const TOTALS: [&str; 4] = ["total_count", "totalCount", "total", "total_results"];
const MORES: [&str; 4] = ["has_more", "hasMore", "has_next", "hasNextPage"];

/// The list of a page: where it stands, and the members beside it.
struct List<'t> {
    items: Option<String>,
    beside: &'t [Field],
}

impl<'d> Importer<'d> {
    /// The lines of a list operation's paging; `None` if nothing shows that it has any.
    pub(super) fn paging_lines(
        &mut self,
        found: &FoundOperation<'d>,
        params: &EndpointParams,
        returns: Option<&Returns>,
    ) -> Option<String> {
        if found.method != "GET" {
            return None;
        }
        let list = self.list_of(returns?)?;
        let form = if list.items.is_some() { CallForm::PagesInData } else { CallForm::Pages };
        let all = [&params.path, &params.query, &params.header].into_iter().flatten();
        // A parameter that is called like a method of paged calls is worth more than the pages.
        let taken = |field: &Field| {
            let name = field.rename.clone().or_else(|| Some(Name::new(&field.wire).ok()?.snake().to_owned()));
            name.is_none_or(|name| form.methods().contains(&name.as_str()))
        };
        if all.into_iter().any(taken) {
            return None;
        }
        let query = |name: &str, ty: &str| {
            params.query.iter().find(|field| field.wire == name && field.ty.spec_text == ty && field.optional)
        };
        let member = |name: &str, ty: &str| {
            list.beside.iter().any(|field| field.wire == name && field.ty.spec_text == ty)
        };
        let first_of = |names: &'static [&'static str], has: &dyn Fn(&str) -> bool| {
            names.iter().copied().find(|name| has(name))
        };
        let cursor = CURSORS
            .into_iter()
            .find(|(param, next)| query(param, "string").is_some() && member(next, "string"));
        let mut keys = Vec::new();
        let kind = if let Some((param, next)) = cursor {
            keys.push(format!("next: {{{}: {}}}", key(param), key(next)));
            "cursor"
        } else if let Some(param) = first_of(&OFFSETS, &|name| query(name, "i64").is_some()) {
            keys.push(format!("offset: {}", key(param)));
            "offset"
        } else {
            let param = first_of(&NUMBERS, &|name| query(name, "i64").is_some())?;
            keys.push(format!("page: {}", key(param)));
            // Where the least page is the zeroth, so is the first.
            let says = |text: &str| {
                query(param, "i64").is_some_and(|field| field.attributes.iter().any(|one| one == text))
            };
            if says("min: 0") || says("default: 0") {
                keys.push("first: 0".to_owned());
            }
            "number"
        };
        let has_size = |name: &str| query(name, "i64").is_some();
        keys.extend(first_of(&SIZES, &has_size).map(|name| format!("size: {}", key(name))));
        keys.extend(
            first_of(&TOTALS, &|name| member(name, "i64")).map(|name| format!("total: {}", key(name))),
        );
        keys.extend(
            first_of(&MORES, &|name| member(name, "bool")).map(|name| format!("has_more: {}", key(name))),
        );
        let items = list.items.map(|items| format!("    items: {}\n", key(&items))).unwrap_or_default();
        let name = self.paginations.name_of(kind, format!("{{kind: {kind}, {}}}", keys.join(", ")));
        if let Some(said) = found.operation.peek("x-dropshot-pagination") {
            found.operation.count_key_as_read("x-dropshot-pagination");
            said.count_as_read();
        }
        let note = "paging inferred from the names of parameters and members; check `pagination`";
        self.notes.changed(note, found.route(), found.operation);
        Some(format!("    pagination: {name}\n{items}"))
    }

    /// The list that an operation returns, alone or as the one list of an object; `None` if there is none.
    fn list_of(&self, returns: &Returns) -> Option<List<'_>> {
        let text = &returns.text;
        if text.starts_with('[') {
            return Some(List { items: None, beside: &[] });
        }
        let Form::Fields { fields, .. } = &self.types.get(text.trim_matches('"'))?.form else { return None };
        let mut lists = fields.iter().filter(|field| field.ty.spec_text.starts_with('['));
        let list = lists.next().filter(|list| !list.wire.contains(['.', ' ', '?']))?;
        if lists.next().is_some() {
            return None;
        }
        Some(List { items: Some(list.wire.clone()), beside: fields })
    }
}
