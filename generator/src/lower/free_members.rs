//! The members that an object may hold beside its fields.

use super::scope::Scope;
use super::type_ref::{lower_type_ref, refuse_file};
use crate::diagnostic::Diagnostics;
use crate::emit::{FREE, find_method};
use crate::ir::{Field, FreeMembers, Name};
use crate::parse::{TypeExpr, TypeSpec};

/// Lowers what free members hold. What they are called together gives way to the names that the spec gives: of the
/// fields, which stand beside them, and of the look-ups, which are methods as their setter is.
pub(super) fn lower_free(
    expr: &TypeExpr,
    spec: &TypeSpec,
    fields: &[Field],
    scope: &Scope<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<FreeMembers> {
    let ty = lower_type_ref(expr, scope, diagnostics)?;
    refuse_file(&ty, &expr.origin, diagnostics)?;
    Some(FreeMembers { name: name_beside(FREE, spec, fields), ty, origin: expr.origin.clone() })
}

/// What several members are called together: `word`, unless the spec gives something else that name.
pub(super) fn name_beside(word: &str, spec: &TypeSpec, fields: &[Field]) -> Name {
    let lookups: Vec<Name> =
        spec.lookups.iter().filter_map(|lookup| Name::new(&lookup.name.value).ok()).collect();
    let is_taken = |name: &str| {
        fields.iter().any(|field| field.name.snake() == name)
            || lookups.iter().any(|lookup| lookup.snake() == name || find_method(lookup) == name)
    };
    let mut name = word.to_owned();
    while is_taken(&name) {
        name.insert_str(0, "other_");
    }
    Name::new(&name).expect("words with lines between them are a name")
}
