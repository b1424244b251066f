//! Conditions over several parameters of an endpoint, or over several members of an object.

use paceline_generator::ir::{Api, Endpoint, Field, Rule};
use serde_json::{Map, Value};

use super::{Args, bound, is_given, value::equals};
use crate::refusal::{Refusal, code};

/// A code that the API has for a broken rule, in place of the general one.
struct RuleCode {
    /// The first parameter of the rule, by which it is recognised.
    first_param: &'static str,
    code: i64,
    /// Whether the code is used at every endpoint, because the official wording describes exactly this rule. Else it is
    /// used only where the spec lists it for the endpoint.
    at_every_endpoint: bool,
}

/// Codes for rules of which too few parameters are given.
const TOO_FEW: &[RuleCode] = &[
    RuleCode { first_param: "field_key", code: 20025, at_every_endpoint: true },
    RuleCode { first_param: "reason", code: 20009, at_every_endpoint: false },
    RuleCode { first_param: "user_group_id", code: 1_000_053_009, at_every_endpoint: false },
    RuleCode { first_param: "add_users", code: 1_000_053_006, at_every_endpoint: false },
];
/// Codes for rules of which too many parameters are given.
const TOO_MANY: &[RuleCode] = &[
    RuleCode { first_param: "assignee", code: 20047, at_every_endpoint: false },
    RuleCode { first_param: "field_key", code: 20058, at_every_endpoint: false },
];

/// The fields that rules refer to by index, with their values.
struct Scope<'a> {
    api: &'a Api,
    endpoint: &'a Endpoint,
    /// Where the object stands; empty for the parameters themselves.
    path: &'a str,
    fields: Vec<&'a Field>,
    values: Vec<Option<&'a Value>>,
}

/// Checks every rule of the endpoint.
pub(super) fn check_params(api: &Api, endpoint: &Endpoint, args: &Args) -> Result<(), Refusal> {
    // Stands for a file: that it is given is all that rules ask.
    static FILE: Value = Value::Bool(true);
    let value = |param: &paceline_generator::ir::Param| {
        let is_file = args.files.iter().any(|(name, _)| *name == param.field.wire);
        let sent = args.value_of(param).filter(|value| is_given(api, &param.field.ty, value));
        sent.or_else(|| is_file.then_some(&FILE))
    };
    let fields = endpoint.params.iter().map(|param| &param.field).collect();
    let values = endpoint.params.iter().map(value).collect();
    Scope { api, endpoint, path: "", fields, values }.check(&endpoint.rules)
}

/// Checks every rule of an object's type.
pub(super) fn check_members(
    api: &Api,
    endpoint: &Endpoint,
    (fields, rules): (&[Field], &[Rule]),
    members: &Map<String, Value>,
    path: &str,
) -> Result<(), Refusal> {
    let value = |field: &Field| members.get(&field.wire).filter(|value| is_given(api, &field.ty, value));
    let values = fields.iter().map(value).collect();
    Scope { api, endpoint, path, fields: fields.iter().collect(), values }.check(rules)
}

impl Scope<'_> {
    /// Checks every rule.
    fn check(&self, rules: &[Rule]) -> Result<(), Refusal> {
        rules.iter().try_for_each(|rule| self.check_rule(rule))
    }

    /// Checks one rule.
    fn check_rule(&self, rule: &Rule) -> Result<(), Refusal> {
        match rule {
            Rule::ExactlyOne(list) | Rule::AtMostOne(list) if self.count_given(list) > 1 => {
                Err(self.too_many(list, "only one of them may be given"))
            }
            Rule::ExactlyOne(list) | Rule::AtLeastOne(list) if self.count_given(list) == 0 => {
                Err(self.too_few(list, "one of them must be given"))
            }
            Rule::AllOrNone(list) if self.count_given(list) > 0 && self.count_given(list) < list.len() => {
                Err(self.too_few(list, "all of them must be given, or none"))
            }
            Rule::Together { params, max_items } => {
                let lists = params.iter().filter_map(|index| self.values[*index]?.as_array());
                let items: usize = lists.map(Vec::len).sum();
                if items <= *max_items as usize {
                    return Ok(());
                }
                let code = bound::code_for(self.api, self.endpoint, &self.fields[params[0]].wire);
                let message = format!("at most {max_items} items together, got {items}");
                Err(self.refuse(code, params, &message))
            }
            Rule::ForbiddenWhen { params, field, values } => {
                if self.is_one_of(*field, values) && self.count_given(params) > 0 {
                    let message = format!("not allowed with this value of {}", self.fields[*field].wire);
                    return Err(self.too_many(params, &message));
                }
                Ok(())
            }
            Rule::RequiredWhen { params, field, values } => {
                if self.is_one_of(*field, values) && self.count_given(params) < params.len() {
                    let message = format!("needed with this value of {}", self.fields[*field].wire);
                    return Err(self.too_few(params, &message));
                }
                Ok(())
            }
            // The rules whose guards above find nothing broken.
            _ => Ok(()),
        }
    }

    /// How many of these fields are given.
    fn count_given(&self, list: &[usize]) -> usize {
        list.iter().filter(|index| self.values[**index].is_some()).count()
    }

    /// Whether a field has one of the values; an absent one has its default.
    fn is_one_of(&self, field: usize, values: &[paceline_generator::ir::Literal]) -> bool {
        match (self.values[field], &self.fields[field].default) {
            (Some(value), _) => values.iter().any(|literal| equals(literal, value)),
            (None, Some(default)) => values.contains(default),
            (None, None) => false,
        }
    }

    /// The refusal where too few of these fields are given.
    fn too_few(&self, list: &[usize], message: &str) -> Refusal {
        self.refuse(self.specific_code(TOO_FEW, list).unwrap_or(code::MISSING), list, message)
    }

    /// The refusal where too many of these fields are given.
    fn too_many(&self, list: &[usize], message: &str) -> Refusal {
        self.refuse(self.specific_code(TOO_MANY, list).unwrap_or(code::INVALID), list, message)
    }

    /// The code among `codes` that the API has for a rule over these fields, if it has one.
    fn specific_code(&self, codes: &[RuleCode], list: &[usize]) -> Option<i64> {
        let first = &self.fields[*list.first()?].wire;
        let found = codes.iter().find(|known| known.first_param == first)?;
        let is_listed = self.endpoint.errors.iter().any(|id| self.api[*id].code == found.code);
        (is_listed || found.at_every_endpoint).then_some(found.code)
    }

    /// A refusal that names these fields.
    fn refuse(&self, code: i64, list: &[usize], message: &str) -> Refusal {
        let dot = if self.path.is_empty() { "" } else { "." };
        let name = |index: &usize| format!("{}{dot}{}", self.path, self.fields[*index].wire);
        let names: Vec<_> = list.iter().map(name).collect();
        Refusal::new(code, format!("{}: {message}", names.join(", ")))
    }
}
