//! The variant that keeps what is not documented.

use proc_macro2::{Ident, Span};

/// What it is called in every enum that is open, those of unions, events and error codes among them.
pub(crate) const UNKNOWN: &str = "Unknown";

/// The same as an identifier.
pub(super) fn unknown_variant() -> Ident {
    Ident::new(UNKNOWN, Span::call_site())
}
