//! The addresses of one kind of page.

use super::values::LinkValues;

/// The web addresses of one kind of page.
#[derive(Debug)]
pub struct LinkPattern<T: 'static> {
    /// Their path, whose parameters are written `:name`, each a whole segment.
    pub address: &'static str,
    /// Makes the page of the ids in an address.
    pub read: fn(&mut LinkValues<'_>) -> Option<T>,
}
