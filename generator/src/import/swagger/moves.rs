//! Which place of a converted document is which of the original one. Places are written as references are:
//! `items.yaml#/definitions/Item`, without a file for the document itself.

use std::collections::BTreeMap;

/// What was put elsewhere. A place moves with the nearest one around it that did.
#[derive(Debug, Default)]
pub(in super::super) struct Moves {
    /// Where places of the original document are now.
    ahead: BTreeMap<String, String>,
    /// Where places of the converted document were.
    back: BTreeMap<String, String>,
}

impl Moves {
    /// A place is another one now. Of several new ones, references lead to the first.
    pub(super) fn moved(&mut self, from: &str, to: &str) {
        self.ahead.entry(from.to_owned()).or_insert_with(|| to.to_owned());
        self.made_of(from, to);
    }

    /// A place was made of another one, to which no reference leads.
    pub(super) fn made_of(&mut self, from: &str, to: &str) {
        self.back.insert(to.to_owned(), from.to_owned());
    }

    /// Where a place of the original document is now.
    pub(in super::super) fn ahead(&self, place: &str) -> String {
        follow(&self.ahead, place)
    }

    /// Where a place of the converted document was.
    pub(in super::super) fn back(&self, place: &str) -> String {
        follow(&self.back, place)
    }
}

/// Replaces the longest part of a place that a map knows.
fn follow(map: &BTreeMap<String, String>, place: &str) -> String {
    let pointer = place.find('#').map_or(place.len(), |at| at + 1);
    let mut end = place.len();
    while !map.is_empty() && end > pointer {
        if let Some(found) = map.get(&place[..end]) {
            return format!("{found}{}", &place[end..]);
        }
        end = place[..end].rfind('/').unwrap_or(0);
    }
    place.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_moves_with_the_nearest_one_around_it() {
        let mut moves = Moves::default();
        moves.moved("a/b.yaml#/definitions", "a/b.yaml#/components/schemas");
        moves.moved("#/parameters/X", "#/components/requestBodies/X");
        moves.moved("#/parameters/X", "#/elsewhere");
        moves.moved("#/parameters/X/schema", "#/components/requestBodies/X/content/json/schema");
        assert_eq!(moves.ahead("a/b.yaml#/definitions/A/items"), "a/b.yaml#/components/schemas/A/items");
        assert_eq!(moves.ahead("#/definitions/A"), "#/definitions/A");
        assert_eq!(moves.ahead("#/parameters/X"), "#/components/requestBodies/X");
        assert_eq!(
            moves.ahead("#/parameters/X/schema/items"),
            "#/components/requestBodies/X/content/json/schema/items"
        );
        assert_eq!(moves.back("#/elsewhere/description"), "#/parameters/X/description");
        assert_eq!(moves.back("a/b.yaml#"), "a/b.yaml#");
    }
}
