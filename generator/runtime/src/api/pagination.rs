//! How lists come in pages.

use super::json_path::JsonPath;

/// How an endpoint is paged.
#[derive(Clone, Copy, Debug)]
pub struct Pagination {
    /// How the next page is asked for.
    pub next: NextPage,
    /// Where the number of items on a page is asked for.
    pub size: Option<ParamPath>,
    /// Path of the number of all items in the response.
    pub total: Option<JsonPath>,
    /// Path of the flag in the response that says whether another page follows.
    pub has_more: Option<JsonPath>,
    /// Path of the flag in the response that says whether this page is the last one.
    pub is_last: Option<JsonPath>,
    /// Path of the page's list in the data; empty when the data is the list.
    pub items: JsonPath,
}

/// How the next page is asked for.
#[derive(Clone, Copy, Debug)]
pub enum NextPage {
    /// Pages are counted, from this number on.
    Number(ParamPath, i64),
    /// Items are counted.
    Offset(ParamPath),
    /// The response holds cursors to send with the next request.
    Cursor(&'static [(ParamPath, JsonPath)]),
    /// The response holds the address of the next page at this path. Only endpoints that are called by `GET` are paged so, and
    /// those with [`Link`](Self::Link).
    NextUrl(JsonPath),
    /// The header `Link` of the response holds the address of the next page, as RFC 8288 has it.
    Link,
    /// The next page starts after the last item of this one: its id, at this path in the item, goes into a parameter.
    LastItem(ParamPath, JsonPath),
}

/// The path of a parameter, or of a member of one, in a request.
#[derive(Clone, Copy, Debug)]
pub struct ParamPath {
    /// Where the parameter goes.
    pub location: ParamLocation,
    /// Its name, followed by a path into it when it is an object.
    pub path: JsonPath,
}

/// Where a parameter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParamLocation {
    /// Into the query.
    Query,
    /// Into the JSON body.
    Body,
}
