//! Conditions over several parameters: as schemas of the body where all of them stand there, and as text everywhere.

use super::schema::{Schema, literal};
use crate::ir::{Operation, Place, Rule};

/// What a rule asks of the body, one schema for each condition; nothing when other places have a say.
pub(super) fn schemas(operation: &Operation, rule: &Rule) -> Vec<Schema> {
    let (params, decider) = match rule {
        Rule::ExactlyOne(params) | Rule::AtLeastOne(params) | Rule::AtMostOne(params) => (params, None),
        Rule::RequiredWhen { params, field, .. } => (params, Some(*field)),
    };
    if params.iter().copied().chain(decider).any(|index| operation.params[index].place != Place::Body) {
        return Vec::new();
    }
    let wire = |index: &usize| operation.params[*index].field.wire.clone();
    let having_each = || params.iter().map(|index| Schema::having([wire(index)])).collect();
    match rule {
        Rule::ExactlyOne(_) => vec![Schema { one_of: having_each(), ..Schema::default() }],
        Rule::AtLeastOne(_) => vec![Schema { any_of: having_each(), ..Schema::default() }],
        Rule::AtMostOne(params) => pairs(params)
            .map(|(one, other)| {
                let both = Schema::having([wire(one), wire(other)]);
                Schema { not: Some(Box::new(both)), ..Schema::default() }
            })
            .collect(),
        Rule::RequiredWhen { params, field, values } => {
            let decider = wire(field);
            let value = Schema { values: values.iter().map(literal).collect(), ..Schema::default() };
            let mut holds = Schema::having([decider.clone()]);
            holds.properties.insert(decider, value);
            let needed = Schema::having(params.iter().map(wire));
            let (condition, then) = (Some(Box::new(holds)), Some(Box::new(needed)));
            vec![Schema { condition, then, ..Schema::default() }]
        }
    }
}

fn pairs(list: &[usize]) -> impl Iterator<Item = (&usize, &usize)> {
    list.iter().enumerate().flat_map(|(index, one)| list[index + 1..].iter().map(move |other| (one, other)))
}

/// The rule as a sentence.
pub(super) fn sentence(operation: &Operation, rule: &Rule) -> String {
    let name = |index: &usize| format!("`{}`", operation.params[*index].field.wire);
    let names = |params: &[usize]| params.iter().map(name).collect::<Vec<_>>().join(", ");
    match rule {
        Rule::ExactlyOne(params) => format!("Exactly one of {} is given.", names(params)),
        Rule::AtLeastOne(params) => format!("At least one of {} is given.", names(params)),
        Rule::AtMostOne(params) => format!("At most one of {} is given.", names(params)),
        Rule::RequiredWhen { params, field, values } => {
            let values: Vec<String> = values.iter().map(|value| format!("`{}`", literal(value))).collect();
            format!("{} must be given when {} is {}.", names(params), name(field), values.join(" or "))
        }
    }
}
