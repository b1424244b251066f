//! Where the values of samples come from that only people or a server can know.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::Constraints;

/// Where such values come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SampleSource {
    /// The test's fixture is asked for them.
    Fixture,
    /// They are made up.
    Invented,
}

impl SampleSource {
    /// The expression of a text that somebody must know.
    pub(super) fn text(self, asked: &str) -> TokenStream {
        match self {
            Self::Fixture => quote!(fixture.text(#asked)),
            Self::Invented => quote!(#asked),
        }
    }

    /// The expression of a whole number that somebody must know.
    pub(super) fn whole(self, asked: &str) -> TokenStream {
        match self {
            Self::Fixture => quote!(fixture.whole(#asked)),
            Self::Invented => quote!(1_i64),
        }
    }
}

/// A text within the bounds: the name of the value, where that is one.
pub(super) fn invented(wire: &str, bounds: &Constraints) -> String {
    let least = bounds.min_length.map_or(0, |least| least as usize);
    let most = bounds.max_length.map_or(usize::MAX, |most| most as usize);
    let length = wire.chars().count();
    if (least..=most).contains(&length) { wire.to_owned() } else { "a".repeat(least.max(1).min(most)) }
}
