//! Pages, inferred from the names of parameters, members and headers.
//!
//! Where several ways are open, that is taken which the service itself leads along: a cursor, the last item, a link, an address. They
//! end on its word, hold still when items come and go between two pages, and are what services ask clients to follow. Counting
//! comes last, and nothing is lost by that: the parameter that counts stays a setter, by which a walk starts at any page.

use super::importer::Importer;
use super::operation::{EndpointParams, FoundOperation};
use super::response::Returns;
use super::types::{Field, Form};
use super::write::key;
use crate::emit::CallForm;
use crate::ir::Name;
use crate::untyped::Untyped;

/// A parameter that takes a cursor, and the member of a response that holds it, as services name them.
const CURSORS: [(&str, &str); 15] = [
    ("page_token", "next_page"),
    ("page_token", "next_page_token"),
    ("pageToken", "nextPageToken"),
    ("cursor", "next_cursor"),
    ("cursor", "nextCursor"),
    ("cursor", "cursor"),
    ("marker", "next_marker"),
    ("after", "last_id"),
    ("after_id", "last_id"),
    ("next_token", "next_token"),
    ("nextToken", "nextToken"),
    ("NextToken", "NextToken"),
    ("pagination_token", "next_token"),
    ("continuation_token", "continuation_token"),
    ("stream_position", "next_stream_position"),
];
/// A parameter that takes the id of the last item. It needs a member of [`MORES`], lest it be a filter.
const AFTERS: [&str; 2] = ["starting_after", "startingAfter"];
/// A member that holds the address of the next page.
const NEXT_URLS: [&str; 8] = [
    "@odata.nextLink",
    "odata.nextLink",
    "nextLink",
    "next_link",
    "next_page_uri",
    "next_page_url",
    "nextPageUrl",
    "next_url",
];
/// Members beside `next` that show that it is an address: a cursor has none to the page before, or has a parameter.
const PREVIOUS: [&str; 2] = ["previous", "prev"];
/// Objects beside the list that hold the addresses of other pages.
const LINKS: [&str; 6] = ["links", "_links", "link", "paging", "pagination", "meta"];
const NUMBERS: [&str; 4] = ["page", "page_number", "pageNumber", "Page"];
const OFFSETS: [&str; 2] = ["offset", "skip"];
const SIZES: [&str; 10] = [
    "per_page",
    "page_size",
    "pageSize",
    "PageSize",
    "perPage",
    "limit",
    "max_results",
    "maxResults",
    "size",
    "$top",
];
const TOTALS: [&str; 4] = ["total_count", "totalCount", "total", "total_results"];
const MORES: [&str; 4] = ["has_more", "hasMore", "has_next", "hasNextPage"];

/// The list of a page: where it stands, and the members beside it.
struct List<'t> {
    items: Option<String>,
    /// The type of its items.
    item: String,
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
        if found.method != "GET" || found.is_stream {
            return None;
        }
        let list = self.list_of(returns?)?;
        let form = if list.items.is_some() { CallForm::PagesInData } else { CallForm::Pages };
        let all = [&params.path, &params.query, &params.header, &params.cookie].into_iter().flatten();
        // A parameter that is called like a method of paged calls is worth more than the pages.
        let taken = |field: &Field| {
            let name = field.rename.clone().or_else(|| Some(Name::new(&field.wire).ok()?.snake().to_owned()));
            name.is_none_or(|name| form.methods().contains(&name.as_str()))
        };
        if all.into_iter().any(taken) {
            return None;
        }
        let query = |name: &str, ty: &str| {
            params.query.iter().find(|field| field.wire == name && is_of(field, ty) && field.optional)
        };
        let member =
            |name: &str, ty: &str| list.beside.iter().any(|field| field.wire == name && is_of(field, ty));
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
        } else if let (Some(param), true) = (
            first_of(&AFTERS, &|name| query(name, "string").is_some()),
            first_of(&MORES, &|name| member(name, "bool")).is_some() && self.has_id(&list),
        ) {
            keys.push(format!("after: {}, id: id", key(param)));
            "last_item"
        } else if self.has_link(found) {
            "link"
        } else if let Some(path) = self.next_url(&list) {
            keys.push(format!("next: {}", key(&path)));
            "next_url"
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
        keys.insert(0, format!("kind: {kind}"));
        let name = self.paginations.name_of(kind, format!("{{{}}}", keys.join(", ")));
        if let Some(said) = found.operation.peek("x-dropshot-pagination") {
            found.operation.count_key_as_read("x-dropshot-pagination");
            said.count_as_read();
        }
        let note = "paging inferred from the names of parameters, members and headers; check `pagination`";
        self.notes.changed(note, found.route(), found.operation);
        Some(format!("    pagination: {name}\n{items}"))
    }

    /// The list that an operation returns, alone or as the one list of an object; `None` if there is none.
    fn list_of(&self, returns: &Returns) -> Option<List<'_>> {
        let text = &returns.text;
        if text.starts_with('[') {
            let item = text.trim_start_matches('[').trim_end_matches(']').to_owned();
            return Some(List { items: None, item, beside: &[] });
        }
        let Form::Fields { fields, .. } = &self.types.get(text.trim_matches('"'))?.form else { return None };
        let mut lists = fields.iter().filter(|field| field.ty.spec_text.starts_with('['));
        let list = lists.next().filter(|list| !list.wire.contains(['.', ' ', '?']))?;
        if lists.next().is_some() {
            return None;
        }
        let item = list.ty.spec_text.trim_start_matches('[').trim_end_matches(']').to_owned();
        Some(List { items: Some(list.wire.clone()), item, beside: fields })
    }

    /// The members of a type that has a name, as the spec writes it.
    fn fields_of(&self, spec_text: &str) -> &[Field] {
        match self.types.get(spec_text.trim_matches('"')).map(|ty| &ty.form) {
            Some(Form::Fields { fields, .. }) => fields,
            _ => &[],
        }
    }

    /// Whether the items of a list have an `id`.
    fn has_id(&self, list: &List<'_>) -> bool {
        let is_id = |field: &Field| field.wire == "id" && (is_of(field, "string") || is_of(field, "i64"));
        self.fields_of(&list.item).iter().any(is_id)
    }

    /// Whether a success has the header `Link`.
    fn has_link(&self, found: &FoundOperation<'d>) -> bool {
        let responses = found.operation.peek("responses").map_or(&[][..], Untyped::peek_entries);
        let successes = responses.iter().filter(|(status, _)| status.starts_with('2'));
        let mut has_link = false;
        for headers in successes.filter_map(|(_, response)| self.resolve(response).peek("headers")) {
            for (name, header) in headers.peek_entries() {
                if name.eq_ignore_ascii_case("link") {
                    has_link = true;
                    headers.count_key_as_read(name);
                    header.count_as_read();
                }
            }
        }
        has_link
    }

    /// Where the address of the next page stands: beside the list, or in an object there.
    fn next_url(&self, list: &List<'_>) -> Option<String> {
        let text_in = |fields: &[Field], names: &[&str]| -> Option<String> {
            let is_text =
                |name: &&&str| fields.iter().any(|field| field.wire == **name && is_of(field, "string"));
            names.iter().find(is_text).map(|name| (*name).to_owned())
        };
        let address_in = |fields: &[Field]| {
            let known = text_in(fields, &NEXT_URLS);
            // A text that is called `next` may be a cursor, unless it is said to be an address, or there is one back, too.
            let says_so = fields.iter().any(|field| field.wire == "next" && field.ty.spec_text == "uri");
            let has_next = says_so || text_in(fields, &PREVIOUS).is_some();
            known.or_else(|| text_in(fields, &["next"]).filter(|_| has_next))
        };
        let escaped = |name: String| name.replace('.', "\\.");
        if let Some(name) = address_in(list.beside) {
            return Some(escaped(name));
        }
        let objects = list.beside.iter().filter(|field| LINKS.contains(&&*field.wire));
        let paths = objects.filter_map(|field| {
            let name = address_in(self.fields_of(&field.ty.spec_text))?;
            Some(format!("{}.{}", field.wire, escaped(name)))
        });
        paths.into_iter().next()
    }
}

/// Whether a field is of a built-in type; a text may be of a form that tells ids or addresses from others.
fn is_of(field: &Field, ty: &str) -> bool {
    let known = &*field.ty.spec_text;
    known == ty || ty == "string" && matches!(known, "uri" | "uuid" | "base64")
}
