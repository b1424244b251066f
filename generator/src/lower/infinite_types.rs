//! Types of which no finite value exists.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{Presence, Shape, TypeDef, TypeRef};

/// Complains about each cycle of required members.
pub(super) fn check_infinite_types(types: &[TypeDef], diagnostics: &mut Diagnostics) {
    let finite = find_finite(types);
    let mut reported = vec![false; types.len()];
    for start in (0..types.len()).filter(|index| !finite[*index]) {
        if let Some(cycle) = find_cycle(start, types, &finite)
            && !cycle.iter().any(|index| reported[*index])
        {
            cycle.iter().for_each(|index| reported[*index] = true);
            report(&cycle, types, &finite, diagnostics);
        }
    }
}

/// Which types have a finite value: those all of whose required members have one, again and again until no more are
/// found.
fn find_finite(types: &[TypeDef]) -> Vec<bool> {
    let mut finite = vec![false; types.len()];
    loop {
        let mut changed = false;
        for (index, def) in types.iter().enumerate() {
            let now = match &def.shape {
                Shape::Struct(fields) => fields
                    .iter()
                    .filter(|field| field.presence == Presence::Required)
                    .all(|field| is_finite(&field.ty, &finite)),
                Shape::Union(members) => {
                    members.is_empty() || members.iter().any(|member| is_finite(member, &finite))
                }
                Shape::Tagged(union) => {
                    union.variants.is_empty()
                        || union.variants.iter().any(|variant| is_finite(&variant.ty, &finite))
                }
                Shape::Id(_) | Shape::Enum { .. } | Shape::Any(_) => true,
            };
            changed |= now != finite[index];
            finite[index] = now;
        }
        if !changed {
            return finite;
        }
    }
}

/// Whether a type has a finite value. Lists and maps have an empty one.
fn is_finite(ty: &TypeRef, finite: &[bool]) -> bool {
    match ty {
        TypeRef::Scalar(_) | TypeRef::List(_) | TypeRef::Map { .. } | TypeRef::TextId(_) => true,
        // `null` would end it, and yet the value would be held within itself.
        TypeRef::JsonText(inner) | TypeRef::Nullable(inner) => is_finite(inner, finite),
        TypeRef::Def(id) => finite[id.index()],
    }
}

/// The first type without a finite value that a type needs, and the field that needs it, if it is a struct's.
fn next_infinite<'t>(
    index: usize,
    types: &'t [TypeDef],
    finite: &[bool],
) -> Option<(usize, Option<&'t crate::ir::Field>)> {
    let leads_to = |ty: &TypeRef| {
        let mut ty = ty;
        while let TypeRef::JsonText(inner) | TypeRef::Nullable(inner) = ty {
            ty = inner;
        }
        match ty {
            TypeRef::Def(id) if !is_finite(ty, finite) => Some(id.index()),
            _ => None,
        }
    };
    match &types[index].shape {
        Shape::Struct(fields) => fields
            .iter()
            .filter(|field| field.presence == Presence::Required)
            .find_map(|field| Some((leads_to(&field.ty)?, Some(field)))),
        Shape::Union(members) => members.iter().find_map(|member| Some((leads_to(member)?, None))),
        Shape::Tagged(union) => {
            union.variants.iter().find_map(|variant| Some((leads_to(&variant.ty)?, None)))
        }
        Shape::Id(_) | Shape::Enum { .. } | Shape::Any(_) => None,
    }
}

/// Follows required members until a type comes up again.
fn find_cycle(start: usize, types: &[TypeDef], finite: &[bool]) -> Option<Vec<usize>> {
    let mut path = vec![start];
    loop {
        let (to, _) = next_infinite(*path.last()?, types, finite)?;
        if let Some(position) = path.iter().position(|index| *index == to) {
            return Some(path.split_off(position));
        }
        path.push(to);
    }
}

/// Complains about a cycle, at its first type.
fn report(cycle: &[usize], types: &[TypeDef], finite: &[bool], diagnostics: &mut Diagnostics) {
    let Some(first) = cycle.first() else { return };
    let name = |index: &usize| types[*index].name.pascal();
    let path: Vec<_> = cycle.iter().chain([first]).map(|index| format!("`{}`", name(index))).collect();
    let field = next_infinite(*first, types, finite).and_then(|(_, field)| field);
    let origin = field.map_or(&types[*first].origin, |field| &field.origin);
    let message = format!("a `{}` would have to hold itself without end: {}", name(first), path.join(" → "));
    let help = match field {
        Some(field) => format!("make `{}?` optional, or a list", field.wire),
        None => "make a member of the cycle optional, or a list".to_owned(),
    };
    diagnostics.push(Diagnostic::new(Code::TypeEndless, origin, message).help(help));
}
