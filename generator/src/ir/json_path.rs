//! Paths in JSON documents.

/// A place in a JSON document: the names of the members on the way to it.
pub type JsonPath = Vec<String>;
