//! Web addresses of the service's pages.

use super::id::SourceId;
use super::name::Name;
use super::path::PathTemplate;
use super::prose::Prose;
use super::source_location::SourceLocation;
use super::type_ref::TypeRef;

/// The pages of a service whose web addresses are read and built offline.
#[derive(Clone, Debug, PartialEq)]
pub struct Links {
    /// Scheme and authority of the hosts that serve the pages, the default first; never empty. `https://*.example.com`, which
    /// is not the first, stands for every host one label below `example.com`.
    pub hosts: Vec<String>,
    /// The kinds of pages, in spec order; never empty.
    pub pages: Vec<LinkPage>,
}

/// One kind of page.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkPage {
    /// Its name, such as `work_item`.
    pub name: Name,
    /// The path of its addresses. No two kinds of pages have paths that cannot be told apart.
    pub address: PathTemplate,
    /// The ids in its address, in the order in which they stand there.
    pub params: Vec<LinkParam>,
    /// What the page shows; never empty.
    pub docs: Prose,
    /// Whether one weak source alone tells of its address.
    pub is_weak: bool,
    /// Where the facts come from.
    pub sources: Vec<SourceId>,
    /// Where it stands in the spec.
    pub origin: SourceLocation,
}

/// An id in the address of a page.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkParam {
    /// Its name.
    pub name: Name,
    /// Its type: a text, a whole number, or an id or enum over one of them.
    pub ty: TypeRef,
    /// What it means; never empty.
    pub docs: Prose,
}
