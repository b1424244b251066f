//! Which warnings were given already.

use std::collections::HashSet;
use std::sync::Mutex;

use crate::lock::lock;

/// How many warnings are given at most, so that a server that is wrong in ever new ways does not fill the memory.
const MAX_WARNINGS: usize = 1000;

/// The warnings about responses that were given, by endpoint and path: each path is warned of once.
#[derive(Debug, Default)]
pub(super) struct Warnings(Mutex<HashSet<(String, String)>>);

impl Warnings {
    /// Whether this is the first warning about a path in the responses of an endpoint.
    pub(super) fn is_first(&self, endpoint: &str, path: &str) -> bool {
        let mut given = lock(&self.0);
        given.len() < MAX_WARNINGS && given.insert((endpoint.to_owned(), path.to_owned()))
    }
}
