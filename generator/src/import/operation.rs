//! What an importer knows of an operation while it makes an endpoint of it.

use std::collections::BTreeSet;

use super::name::Names;
use super::types::Field;
use crate::untyped::Untyped;

/// An operation of the document, with what belongs to its path.
#[derive(Clone, Copy, Debug)]
pub(super) struct FoundOperation<'d> {
    pub(super) method: &'static str,
    pub(super) path: &'d str,
    pub(super) item: &'d Untyped,
    pub(super) operation: &'d Untyped,
}

/// How the body of a request travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BodyKind {
    None,
    Json,
    Multipart,
}

/// An endpoint of the spec.
#[derive(Debug)]
pub(super) struct Endpoint {
    /// The lines that define it.
    pub(super) lines: String,
    /// The types that it names.
    pub(super) uses: BTreeSet<String>,
}

/// The parameters of an endpoint, by place.
#[derive(Debug)]
pub(super) struct Params {
    pub(super) names: Names,
    pub(super) path: Vec<Field>,
    pub(super) query: Vec<Field>,
    pub(super) body: Vec<Field>,
    pub(super) kind: BodyKind,
}

impl FoundOperation<'_> {
    /// What notes call it.
    pub(super) fn route(&self) -> String {
        format!("{} {}", self.method, self.path)
    }
}
