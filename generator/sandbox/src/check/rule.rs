//! Conditions over several parameters.

use generator::ir::{Operation, Rule};

use super::{Args, value::equals};
use crate::refusal::{Refusal, code};

/// Checks every rule of the operation.
pub(super) fn check_rules(operation: &Operation, args: &Args) -> Result<(), Refusal> {
    operation.rules.iter().try_for_each(|rule| check_rule(operation, rule, args))
}

fn check_rule(operation: &Operation, rule: &Rule, args: &Args) -> Result<(), Refusal> {
    let given = |index: &&usize| {
        let param = &operation.params[**index];
        args.of(param).is_some() || args.files.iter().any(|(name, _)| *name == param.field.wire)
    };
    let names = |list: &[usize]| {
        let names: Vec<_> = list.iter().map(|index| operation.params[*index].field.wire.as_str()).collect();
        names.join(", ")
    };
    let count = |list: &[usize]| list.iter().filter(given).count();
    let refuse =
        |code, list: &[usize], what: &str| Err(Refusal::new(code, format!("{}: {what}", names(list))));
    match rule {
        Rule::ExactlyOne(list) | Rule::AtMostOne(list) if count(list) > 1 => {
            refuse(code::INVALID, list, "only one of them may be given")
        }
        Rule::ExactlyOne(list) | Rule::AtLeastOne(list) if count(list) == 0 => {
            refuse(code::MISSING, list, "one of them must be given")
        }
        Rule::AllOrNone(list) if count(list) > 0 && count(list) < list.len() => {
            refuse(code::MISSING, list, "all of them must be given, or none")
        }
        Rule::Together { params, max_items } => {
            let lists = params.iter().filter_map(|index| args.of(&operation.params[*index])?.as_array());
            let items: usize = lists.map(Vec::len).sum();
            if items > *max_items as usize {
                return refuse(
                    code::INVALID,
                    params,
                    &format!("at most {max_items} items together, got {items}"),
                );
            }
            Ok(())
        }
        Rule::ForbiddenWhen { params, field, values } => {
            let decider = &operation.params[*field];
            let holds = args.of(decider).is_some_and(|value| values.iter().any(|known| equals(known, value)));
            if holds && count(params) > 0 {
                let what = format!("not allowed with this value of {}", decider.field.wire);
                return refuse(code::INVALID, params, &what);
            }
            Ok(())
        }
        Rule::RequiredWhen { params, field, values } => {
            let decider = &operation.params[*field];
            let value = args.of(decider);
            let holds = value.is_some_and(|value| values.iter().any(|literal| equals(literal, value)));
            if holds && count(params) < params.len() {
                let what = format!("needed with this value of {}", decider.field.wire);
                return refuse(code::MISSING, params, &what);
            }
            Ok(())
        }
        _ => Ok(()),
    }
}
