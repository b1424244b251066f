//! Routes whose calls can reach another endpoint.
//!
//! That a literal route such as `/items/new` is also matched by `/items/:item_id` is common and no mistake: servers
//! prefer literal segments, and an id is never `new`. It is one when the spec itself says that the parameter may have
//! that value, by an enum, by `one_of` or as a constant: then a call that the client allows reaches the other endpoint.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{Endpoint, Literal, Method, ParamLocation, Presence, Segment, Shape, TypeDef, TypeRef};

/// Warns of routes that a value of their own parameters turns into another route.
pub(super) fn check_shadowed(endpoints: &[Endpoint], types: &[TypeDef], diagnostics: &mut Diagnostics) {
    let mut alike: BTreeMap<(Method, usize), Vec<&Endpoint>> = BTreeMap::new();
    for endpoint in endpoints {
        alike.entry((endpoint.method, endpoint.path.0.len())).or_default().push(endpoint);
    }
    for endpoint in endpoints {
        let known = known_values(endpoint, types);
        if known.is_empty() {
            continue;
        }
        let others = &alike[&(endpoint.method, endpoint.path.0.len())];
        for other in others.iter().filter(|other| other.id != endpoint.id) {
            if let Some((name, value)) = shadowing(endpoint, other, &known) {
                let message = format!(
                    "a call of `{}` with the {name} `{value}` reaches `{}`, whose route says `{value}` itself",
                    endpoint.id, other.id
                );
                let help = format!("remove the value `{value}`, or correct one of the two routes");
                let finding = Diagnostic::new(Code::RouteShadowed, &endpoint.origin, message);
                diagnostics
                    .push(finding.note_at(&other.origin, format!("`{}` stands here", other.id)).help(help));
            }
        }
    }
}

/// The values that the spec names for path parameters, by the parameter.
fn known_values<'o>(endpoint: &'o Endpoint, types: &'o [TypeDef]) -> BTreeMap<&'o str, Vec<String>> {
    let in_path = endpoint.params.iter().filter(|param| param.location == ParamLocation::Path);
    let values = in_path.map(|param| {
        let field = &param.field;
        let mut literals: Vec<&Literal> = field.constraints.one_of.iter().collect();
        if let Presence::Constant(literal) = &field.presence {
            literals.push(literal);
        }
        // `one_of` narrows an enum.
        if literals.is_empty()
            && let TypeRef::Def(id) = &field.ty
            && let Shape::Enum { values, .. } = &types[id.index()].shape
        {
            literals.extend(values.iter().map(|value| &value.value));
        }
        (&*field.wire, literals.into_iter().map(super::literal::spell).collect::<Vec<_>>())
    });
    values.filter(|(_, values)| !values.is_empty()).collect()
}

/// The first parameter, with its value, by which a call of `endpoint` becomes one of `other`.
fn shadowing<'o>(
    endpoint: &'o Endpoint,
    other: &'o Endpoint,
    known: &BTreeMap<&str, Vec<String>>,
) -> Option<(&'o str, &'o str)> {
    let mut first = None;
    for (segment, literal) in endpoint.path.0.iter().zip(&other.path.0) {
        match (segment, literal) {
            (Segment::Param(name), Segment::Literal(value)) if known.get(&**name)?.contains(value) => {
                first = first.or(Some((&**name, &**value)));
            }
            (Segment::Param(_), Segment::Param(_)) => {}
            (one, two) if one == two => {}
            _ => return None,
        }
    }
    first
}
