//! Paths into JSON documents.

/// A path into a JSON document: the names of the members to follow.
pub type JsonPath = &'static [&'static str];
