//! What a schema says with all that it is made of.

use std::collections::BTreeSet;

use crate::untyped::Untyped;

/// A schema with its references followed and its `allOf` merged.
#[derive(Clone, Debug, Default)]
pub(super) struct FlatSchema<'d> {
    /// `string`, `integer`, …, without `null`.
    pub(super) types: Vec<&'d str>,
    pub(super) nullable: bool,
    pub(super) doc: Option<&'d str>,
    /// The values of an `enum` or `const`, without `null`.
    pub(super) values: Vec<&'d Untyped>,
    pub(super) properties: Vec<(&'d str, &'d Untyped)>,
    pub(super) required: BTreeSet<&'d str>,
    pub(super) items: Option<&'d Untyped>,
    /// The schema of members without a declared name (`additionalProperties`), if it has one.
    pub(super) additional: Option<&'d Untyped>,
    /// Whether `additionalProperties` allows members without a declared name. `false` also if it is absent.
    pub(super) allows_other_members: bool,
    /// `oneOf` and `anyOf`.
    pub(super) variants: Vec<&'d Untyped>,
    /// All that was merged, the schema itself first.
    pub(super) parts: Vec<&'d Untyped>,
}

impl<'d> FlatSchema<'d> {
    /// What a key says, where it is said first. It does not count as read until [`Self::use_key`].
    pub(super) fn peek(&self, key: &str) -> Option<&'d Untyped> {
        self.parts.iter().find_map(|part| part.peek(key))
    }

    /// Counts a key as read.
    pub(super) fn use_key(&self, key: &str) {
        self.parts.iter().for_each(|part| part.mark(key));
    }

    /// Whether a key says this word; it counts as read if so.
    pub(super) fn says(&self, key: &str, word: &str) -> bool {
        let says = self.peek(key).and_then(Untyped::as_str) == Some(word);
        if says {
            self.use_key(key);
        }
        says
    }

    /// The schema itself.
    pub(super) fn source(&self) -> &'d Untyped {
        const NOTHING: &Untyped = &Untyped::Null;
        self.parts.first().copied().unwrap_or(NOTHING)
    }
}
