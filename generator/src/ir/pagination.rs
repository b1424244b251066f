//! Pagination styles.

use super::{Location, Name};

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
    pub size: Option<Location>,
    /// Where in the answer the number of all items stands.
    pub total: Option<Location>,
    /// Where in the answer it says whether another page follows.
    pub has_more: Option<Location>,
}

/// How the next page is asked for. A request location is a parameter's wire name and, when the parameter is an
/// object, the way into it.
#[derive(Clone, Debug, PartialEq)]
pub enum PaginationKind {
    /// Pages are counted.
    Number {
        /// The parameter that counts.
        page: Location,
        /// The number of the first page.
        first: i64,
    },
    /// Items are counted.
    Offset {
        /// The parameter that says how many items to skip.
        offset: Location,
    },
    /// The answer says where to go on: request location and answer location, pair by pair.
    Cursor {
        /// What goes where.
        next: Vec<(Location, Location)>,
    },
}
