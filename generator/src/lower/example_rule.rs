//! Whether an example of an object keeps to the rules of its type.

use crate::diagnostic::join_words;
use crate::ir::{Example, Field, Literal, Rule};

/// The first rule that the members break, in the words of the dialect.
pub(super) fn broken_rule(rules: &[Rule], fields: &[Field], members: &[(String, Example)]) -> Option<String> {
    rules.iter().find_map(|rule| broken(rule, fields, members))
}

fn broken(rule: &Rule, fields: &[Field], members: &[(String, Example)]) -> Option<String> {
    let wire = |index: &usize| fields[*index].wire.as_str();
    let value = |index: &usize| members.iter().find(|(name, _)| name == wire(index)).map(|(_, value)| value);
    let count = |list: &[usize]| list.iter().filter(|index| value(index).is_some()).count();
    let names = |list: &[usize]| join_words(list.iter().map(wire));
    let decides = |field: &usize, values: &[Literal]| match value(field) {
        Some(Example::Literal(literal)) => values.contains(literal),
        _ => false,
    };
    match rule {
        Rule::ExactlyOne(list) => (count(list) != 1).then(|| format!("exactly one of {}", names(list))),
        Rule::AtLeastOne(list) => (count(list) == 0).then(|| format!("at least one of {}", names(list))),
        Rule::AtMostOne(list) => (count(list) > 1).then(|| format!("at most one of {}", names(list))),
        Rule::AllOrNone(list) => (!matches!(count(list), 0) && count(list) < list.len())
            .then(|| format!("all of {} or none", names(list))),
        Rule::Together { params, max_items } => {
            let items = params.iter().filter_map(value).map(|value| match value {
                Example::List(items) => items.len(),
                _ => 0,
            });
            (items.sum::<usize>() > *max_items as usize)
                .then(|| format!("at most {max_items} items in {} together", names(params)))
        }
        Rule::RequiredWhen { params, field, values } => (decides(field, values)
            && count(params) < params.len())
        .then(|| format!("{} must be there with this `{}`", names(params), wire(field))),
        Rule::ForbiddenWhen { params, field, values } => (decides(field, values) && count(params) > 0)
            .then(|| format!("{} cannot be there with this `{}`", names(params), wire(field))),
    }
}
