//! Pagination styles.

use super::json_path::JsonPath;
use super::name::Name;
use super::prose::Prose;

/// A way in which lists are cut into pages.
#[derive(Clone, Debug, PartialEq)]
pub struct Pagination {
    /// Its name in the spec.
    pub name: Name,
    /// What it is.
    pub docs: Prose,
    /// How the next page is asked for.
    pub kind: PaginationKind,
    /// The parameter for the number of items on a page.
    pub size: Option<JsonPath>,
    /// Where in the response the number of all items stands.
    pub total: Option<JsonPath>,
    /// Where in the response it says whether another page follows.
    pub has_more: Option<JsonPath>,
    /// Where in the response it says whether this page is the last one.
    pub is_last: Option<JsonPath>,
}

impl Pagination {
    /// Whether a response says in so many words if another page follows.
    #[must_use]
    pub fn tells_more(&self) -> bool {
        self.has_more.is_some() || self.is_last.is_some()
    }

    /// Where in a response it looks for what leads to the next page, and for how many there are.
    pub fn told_at(&self) -> impl Iterator<Item = &JsonPath> {
        let next: Vec<&JsonPath> = match &self.kind {
            PaginationKind::Cursor { next } => next.iter().map(|(_, path)| path).collect(),
            PaginationKind::NextUrl { next } => vec![next],
            _ => Vec::new(),
        };
        next.into_iter().chain(&self.total).chain(&self.has_more).chain(&self.is_last)
    }
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
    /// The response holds the address of the next page.
    NextUrl {
        /// Where in the response it stands.
        next: JsonPath,
    },
    /// The header `Link` of the response holds the address of the next page.
    Link,
    /// The next page starts after the last item of this one.
    LastItem {
        /// The parameter that takes its id.
        after: JsonPath,
        /// Where in the item its id stands.
        id: JsonPath,
    },
}

impl PaginationKind {
    /// What the spec calls it.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Number { .. } => "number",
            Self::Offset { .. } => "offset",
            Self::Cursor { .. } => "cursor",
            Self::NextUrl { .. } => "next_url",
            Self::Link => "link",
            Self::LastItem { .. } => "last_item",
        }
    }

    /// Whether the response leads to the next page by an address.
    pub fn is_by_address(&self) -> bool {
        matches!(self, Self::NextUrl { .. } | Self::Link)
    }
}
