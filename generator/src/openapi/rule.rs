//! Conditions over several parameters: as schemas of the body where all of them stand there, and as text everywhere.

use super::schema::{Schema, literal};
use crate::ir::{Endpoint, Literal, ParamLocation, Rule};

/// What a rule asks of the body, one schema for each condition; none when a parameter of the rule stands elsewhere, or has
/// no name there.
pub(super) fn schemas(endpoint: &Endpoint, rule: &Rule) -> Vec<Schema> {
    // `decider` is the parameter whose value decides whether the rule holds.
    let (params, decider) = match rule {
        Rule::ExactlyOne(params)
        | Rule::AtLeastOne(params)
        | Rule::AtMostOne(params)
        | Rule::AllOrNone(params)
        | Rule::Together { params, .. } => (params, None),
        Rule::RequiredWhen { params, field, .. } | Rule::ForbiddenWhen { params, field, .. } => {
            (params, Some(*field))
        }
    };
    if params.iter().copied().chain(decider).any(|index| {
        endpoint.params[index].location != ParamLocation::Body || endpoint.params[index].is_spread()
    }) {
        return Vec::new();
    }
    let wire = |index: &usize| endpoint.params[*index].field.wire.clone();
    let having_each = || params.iter().map(|index| Schema::having([wire(index)])).collect();
    let having_none = || {
        let any = match params.as_slice() {
            [one] => Schema::having([wire(one)]),
            _ => Schema { any_of: having_each(), ..Schema::default() },
        };
        Schema { not: Some(Box::new(any)), ..Schema::default() }
    };
    match rule {
        Rule::ExactlyOne(_) => vec![Schema { one_of: having_each(), ..Schema::default() }],
        Rule::AtLeastOne(_) => vec![Schema { any_of: having_each(), ..Schema::default() }],
        Rule::AtMostOne(params) => pairs(params)
            .map(|(one, other)| {
                let both = Schema::having([wire(one), wire(other)]);
                Schema { not: Some(Box::new(both)), ..Schema::default() }
            })
            .collect(),
        Rule::AllOrNone(params) => {
            let all = Schema::having(params.iter().map(wire));
            vec![Schema { any_of: vec![all, having_none()], ..Schema::default() }]
        }
        // A sum over several lists is beyond schemas; the sentence says it.
        Rule::Together { .. } => Vec::new(),
        Rule::ForbiddenWhen { field, values, .. } => vec![when(&wire(field), values, having_none())],
        Rule::RequiredWhen { params, field, values } => {
            vec![when(&wire(field), values, Schema::having(params.iter().map(wire)))]
        }
    }
}

/// What holds when a member has one of some values.
fn when(decider: &str, values: &[Literal], then: Schema) -> Schema {
    let value = Schema { values: values.iter().map(literal).collect(), ..Schema::default() };
    let mut holds = Schema::having([decider.to_owned()]);
    holds.properties.insert(decider.to_owned(), value);
    Schema { condition: Some(Box::new(holds)), then: Some(Box::new(then)), ..Schema::default() }
}

/// Each two of a list, once.
fn pairs(list: &[usize]) -> impl Iterator<Item = (&usize, &usize)> {
    list.iter().enumerate().flat_map(|(index, one)| list[index + 1..].iter().map(move |other| (one, other)))
}

/// The rule as a sentence.
pub(super) fn sentence(endpoint: &Endpoint, rule: &Rule) -> String {
    let name = |index: &usize| format!("`{}`", endpoint.params[*index].field.wire);
    let names = |params: &[usize]| params.iter().map(name).collect::<Vec<_>>().join(", ");
    match rule {
        Rule::ExactlyOne(params) => format!("Exactly one of {} is given.", names(params)),
        Rule::AtLeastOne(params) => format!("At least one of {} is given.", names(params)),
        Rule::AtMostOne(params) => format!("At most one of {} is given.", names(params)),
        Rule::AllOrNone(params) => format!("All of {} are given, or none.", names(params)),
        Rule::Together { params, max_items } => {
            format!("{} hold at most {max_items} items together.", names(params))
        }
        Rule::ForbiddenWhen { params, field, values } => {
            format!("{} must not be given when {} is {}.", names(params), name(field), choices(values))
        }
        Rule::RequiredWhen { params, field, values } => {
            format!("{} must be given when {} is {}.", names(params), name(field), choices(values))
        }
    }
}

/// Values as alternatives in a sentence.
fn choices(values: &[Literal]) -> String {
    values.iter().map(|value| format!("`{}`", literal(value))).collect::<Vec<_>>().join(" or ")
}
