//! The members that objects may hold beside their fields. The client has one field for all of them.

use super::change::{Change, ChangeKind};
use super::field::Owner;
use super::type_text::render_type;
use crate::ir::{FreeMembers, TypeDef};

impl Owner<'_> {
    /// Compares the free members of two objects. Nobody has to give any, so that new ones break no caller.
    pub(super) fn diff_free(&self, old: &TypeDef, new: &TypeDef, changes: &mut Vec<Change>) {
        let mut push = |kind, free: &FreeMembers, message: String| {
            changes.push(self.change(kind, &free.origin, message));
        };
        match (old.free(), new.free()) {
            (Some(was), Some(is)) => {
                if was.name != is.name {
                    let message = format!("free members were `{}` in Rust and are `{}`", was.name, is.name);
                    push(ChangeKind::FieldRenamed, is, message);
                }
                let (before, after) = (render_type(&was.ty, self.old), render_type(&is.ty, self.new));
                if before != after {
                    let message = format!("free members were `{before}` and are `{after}`");
                    push(ChangeKind::FieldType, is, message);
                }
            }
            (Some(was), None) => {
                push(ChangeKind::FieldRemoved, was, "free members are kept no more".to_owned());
            }
            (None, Some(is)) => push(ChangeKind::FieldAdded, is, "free members are kept now".to_owned()),
            (None, None) => {}
        }
    }
}
