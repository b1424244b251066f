//! The members that objects may hold beside their fields. The client has one field for all of them.

use super::change::{Change, ChangeKind};
use super::field::Owner;
use super::type_text::render_type;
use crate::ir::{FreeMembers, FurtherMembers, TypeDef};

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

    /// Compares the members that depend on what an object is. Whoever makes one has to give them.
    pub(super) fn diff_variant(&self, old: &TypeDef, new: &TypeDef, changes: &mut Vec<Change>) {
        let mut push = |kind, variant: &FurtherMembers, message: String| {
            changes.push(self.change(kind, &variant.origin, message));
        };
        match (old.variant(), new.variant()) {
            (Some(was), Some(is)) => {
                if was.name != is.name {
                    let message = format!("its variant was `{}` in Rust and is `{}`", was.name, is.name);
                    push(ChangeKind::FieldRenamed, is, message);
                }
                let (before, after) = (render_type(&was.ty, self.old), render_type(&is.ty, self.new));
                if before != after {
                    push(
                        ChangeKind::FieldType,
                        is,
                        format!("its variant was a `{before}` and is a `{after}`"),
                    );
                }
            }
            (Some(was), None) => {
                push(ChangeKind::FieldRemoved, was, "it has no variants any more".to_owned())
            }
            (None, Some(is)) => {
                let kind = if self.made_by_callers {
                    ChangeKind::FieldAddedRequired
                } else {
                    ChangeKind::FieldAdded
                };
                push(kind, is, format!("its variant is a `{}` now", render_type(&is.ty, self.new)));
            }
            (None, None) => {}
        }
    }
}
