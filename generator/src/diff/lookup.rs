//! Look-ups of types, and the forms of values.

use super::change::{Change, ChangeKind};
use super::field::Owner;
use super::pair::pair;
use super::type_text::render_type;
use crate::ir::{Api, Shape, TypeDef, TypeRef, ValueForm};

/// The look-ups of a type, each as its name and, in words, what it finds by which keys, in the order in which they are
/// tried.
fn spell_lookups(def: &TypeDef, api: &Api) -> Vec<(String, String)> {
    let Shape::Struct { fields, .. } = &def.shape else { return Vec::new() };
    let spell = |lookup: &crate::ir::Lookup| {
        let Shape::Struct { fields: members, .. } = &api[lookup.item].shape else { return None };
        let by: Vec<_> = lookup.by.iter().map(|&index| &*members[index].wire).collect();
        let found = match lookup.value {
            Some(index) => format!("`{}`", members[index].wire),
            None => "the item".to_owned(),
        };
        let text = format!("{found} in `{}` by {}", fields[lookup.list].wire, by.join(" or "));
        Some((lookup.name.snake().to_owned(), text))
    };
    def.lookups.iter().filter_map(spell).collect()
}

/// The forms of a value, each as its name and, in words, the types that it is written and read as.
fn spell_forms(forms: &[ValueForm], api: &Api) -> Vec<(String, String)> {
    let ty = |ty: &Option<TypeRef>| {
        ty.as_ref().map_or("nothing".to_owned(), |ty| format!("`{}`", render_type(ty, api)))
    };
    let null = |form: &ValueForm| if form.nullable { " or null" } else { "" };
    let spell =
        |form: &ValueForm| format!("{} written and {}{} read", ty(&form.write), ty(&form.read), null(form));
    forms.iter().map(|form| (form.name.snake().to_owned(), spell(form))).collect()
}

impl Owner<'_> {
    /// Compares the look-ups of a type.
    pub(super) fn diff_lookups(&self, before: &TypeDef, after: &TypeDef, changes: &mut Vec<Change>) {
        let kinds = [ChangeKind::LookupRemoved, ChangeKind::LookupAdded, ChangeKind::LookupChanged];
        self.diff_named(
            "look-up",
            kinds,
            &spell_lookups(before, self.old),
            &spell_lookups(after, self.new),
            after,
            changes,
        );
    }

    /// Compares the forms of a type whose values may be anything.
    pub(super) fn diff_forms(
        &self,
        was: &[ValueForm],
        is: &[ValueForm],
        after: &TypeDef,
        changes: &mut Vec<Change>,
    ) {
        let kinds = [ChangeKind::FormRemoved, ChangeKind::FormAdded, ChangeKind::FormChanged];
        self.diff_named(
            "form",
            kinds,
            &spell_forms(was, self.old),
            &spell_forms(is, self.new),
            after,
            changes,
        );
    }

    /// Compares two lists of names with descriptions and reports what is gone, new or described otherwise. `noun` is
    /// what the entries are called.
    fn diff_named(
        &self,
        noun: &str,
        [gone, added, other]: [ChangeKind; 3],
        was: &[(String, String)],
        is: &[(String, String)],
        at: &TypeDef,
        changes: &mut Vec<Change>,
    ) {
        for (old, new) in pair(was, is, |(name, _)| name.clone()) {
            let (kind, message) = match (old, new) {
                (Some((name, _)), None) => (gone, format!("the {noun} `{name}` is gone")),
                (None, Some((name, _))) => (added, format!("the {noun} `{name}` is new")),
                (Some((name, was)), Some((_, is))) if was != is => {
                    (other, format!("the {noun} `{name}` was {was} and is {is}"))
                }
                _ => continue,
            };
            changes.push(self.change(kind, &at.origin, message));
        }
    }
}
