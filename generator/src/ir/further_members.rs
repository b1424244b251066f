//! Members of an object that depend on what it is.

use super::field::{Constraints, Field, Presence};
use super::name::Name;
use super::source_location::SourceLocation;
use super::type_ref::TypeRef;

/// The members of an object that are those of one of several objects. They stand beside its fields.
#[derive(Clone, Debug, PartialEq)]
pub struct FurtherMembers {
    /// What the client calls them together; no field has this name.
    pub name: Name,
    /// A union of objects, none of which has a member that is a field.
    pub ty: TypeRef,
    /// Where it stands in the spec.
    pub origin: SourceLocation,
}

impl FurtherMembers {
    /// All of them as one member that has to be there, as callers see them.
    #[must_use]
    pub fn as_field(&self) -> Field {
        Field {
            name: self.name.clone(),
            wire: self.name.snake().to_owned(),
            ty: self.ty.clone(),
            presence: Presence::Required,
            constraints: Constraints::default(),
            weak_constraints: Constraints::default(),
            default: None,
            example: None,
            docs: "The members that depend on what it is.".into(),
            origin: self.origin.clone(),
        }
    }
}
