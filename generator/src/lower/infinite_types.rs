//! Types of which no finite value exists.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{Presence, Shape, TypeDef, TypeRef};

/// Complains about each cycle of required members.
pub(super) fn check_infinite_types(types: &[TypeDef], diagnostics: &mut Diagnostics) {
    let finite = find_finite(types);
    let mut passed = vec![false; types.len()];
    for start in (0..types.len()).filter(|index| !finite[*index]) {
        if let Some(cycle) = find_cycle(start, types, &finite, &mut passed) {
            report(&cycle, types, &finite, diagnostics);
        }
    }
}

/// Which types have a finite value: those all of whose required members have one. Each type is looked at once for each
/// other one that needs it, so that long chains take linear time.
fn find_finite(types: &[TypeDef]) -> Vec<bool> {
    let mut finite = vec![false; types.len()];
    let mut users: Vec<Vec<usize>> = vec![Vec::new(); types.len()];
    // How many members of a type lack a finite value; 1 for a union, of which one member with such a value is enough.
    let mut missing = vec![0; types.len()];
    let mut ready = Vec::new();
    for (index, def) in types.iter().enumerate() {
        let needed = needed_types(&def.shape);
        missing[index] = match &def.shape {
            Shape::Struct { .. } => needed.len(),
            _ => usize::from(!needed.is_empty()),
        };
        if needed.is_empty() {
            ready.push(index);
        }
        needed.into_iter().for_each(|needed| users[needed].push(index));
    }
    while let Some(index) = ready.pop() {
        if std::mem::replace(&mut finite[index], true) {
            continue;
        }
        for user in std::mem::take(&mut users[index]) {
            missing[user] = usize::saturating_sub(missing[user], 1);
            if missing[user] == 0 {
                ready.push(user);
            }
        }
    }
    finite
}

/// The types that a type needs: all of them if it is a struct, one of them if it is a union. None if a member of a union
/// always has a finite value.
fn needed_types(shape: &Shape) -> Vec<usize> {
    let one_of = |members: &mut dyn Iterator<Item = &TypeRef>| -> Vec<usize> {
        members.map(needed_type).collect::<Option<_>>().unwrap_or_default()
    };
    match shape {
        Shape::Struct { fields, variant, .. } => {
            let required = fields.iter().filter(|field| field.presence == Presence::Required);
            let required = required.map(|field| &field.ty);
            required.chain(variant.iter().map(|variant| &variant.ty)).filter_map(needed_type).collect()
        }
        Shape::Union(members) => one_of(&mut members.iter()),
        Shape::Tagged(union) => one_of(&mut union.variants.iter().map(|variant| &variant.ty)),
        Shape::Id(_) | Shape::Enum { .. } | Shape::Any(_) => Vec::new(),
    }
}

/// The type without which this one has no value. Lists and maps have an empty one.
fn needed_type(ty: &TypeRef) -> Option<usize> {
    match ty {
        TypeRef::Scalar(_) | TypeRef::List(_) | TypeRef::Map { .. } | TypeRef::TextId(_) => None,
        // `null` would end the nesting, yet in Rust a `Nullable<T>` holds its `T` in place, so no size would be enough.
        TypeRef::JsonText(inner) | TypeRef::Nullable(inner) => needed_type(inner),
        TypeRef::Def(id) => Some(id.index()),
    }
}

/// The first type without a finite value that a type needs, and the field that needs it, if it is a struct's.
fn next_infinite<'t>(
    index: usize,
    types: &'t [TypeDef],
    finite: &[bool],
) -> Option<(usize, Option<&'t crate::ir::Field>)> {
    let leads_to = |ty: &TypeRef| needed_type(ty).filter(|needed| !finite[*needed]);
    match &types[index].shape {
        Shape::Struct { fields, variant, .. } => {
            let mut required = fields.iter().filter(|field| field.presence == Presence::Required);
            let field = required.find_map(|field| Some((leads_to(&field.ty)?, Some(field))));
            field.or_else(|| Some((leads_to(&variant.as_ref()?.ty)?, None)))
        }
        Shape::Union(members) => members.iter().find_map(|member| Some((leads_to(member)?, None))),
        Shape::Tagged(union) => {
            union.variants.iter().find_map(|variant| Some((leads_to(&variant.ty)?, None)))
        }
        Shape::Id(_) | Shape::Enum { .. } | Shape::Any(_) => None,
    }
}

/// Follows required members until a type comes up again; `None` if it was passed from an earlier start, so that its cycle
/// is known.
fn find_cycle(start: usize, types: &[TypeDef], finite: &[bool], passed: &mut [bool]) -> Option<Vec<usize>> {
    let mut path = vec![start];
    let mut places = BTreeMap::from([(start, 0)]);
    loop {
        let last = *path.last()?;
        if std::mem::replace(&mut passed[last], true) {
            return None;
        }
        let (to, _) = next_infinite(last, types, finite)?;
        if let Some(position) = places.insert(to, path.len()) {
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
