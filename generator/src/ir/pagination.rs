//! Pagination styles.

use super::json_path::JsonPath;
use super::name::Name;

/// A way in which lists are cut into pages.
#[derive(Clone, Debug, PartialEq)]
pub struct Pagination {
    /// Its name in the spec.
    pub name: Name,
    /// What it is.
    pub docs: String,
    /// How the next page is asked for.
    pub kind: PaginationKind,
    /// The parameter for the number of items on a page.
    pub size: Option<JsonPath>,
    /// Where in the response the number of all items stands.
    pub total: Option<JsonPath>,
    /// Where in the response it says whether another page follows.
    pub has_more: Option<JsonPath>,
}

/// How the next page is asked for. A path in the request is a parameter's wire name and, when the parameter is an
/// object, the path inside it.
#[derive(Clone, Debug, PartialEq)]
pub enum PaginationKind {
    /// Pages are counted.
    Number {
        /// The parameter that counts.
        page: JsonPath,
        /// The number of the first page.
        first: i64,
    },
    /// Items are counted.
    Offset {
        /// The parameter that says how many items to skip.
        offset: JsonPath,
    },
    /// The response says where the next page starts: path in the request and path in the response, pair by pair.
    Cursor {
        /// What goes where.
        next: Vec<(JsonPath, JsonPath)>,
    },
}
