//! Conditions over several parameters of an endpoint, or over several members of an object.

use paceline_generator::ir::{Api, Endpoint, Field, Rule};
use serde_json::{Map, Value};

use super::{Args, bound, is_given, value::equals};
use crate::refusal::{Refusal, code};

/// Codes of their own that the API has for rules, by the first name of a rule that one of them decides. Only the code
/// that the spec lists for the endpoint counts, unless the official wording speaks of this very rule.
const MISSING: &[(&str, i64, bool)] = &[
    ("field_key", 20025, true),
    ("reason", 20009, false),
    ("user_group_id", 1_000_053_009, false),
    ("add_users", 1_000_053_006, false),
];
/// The same for what excludes one another.
const TOO_MANY: &[(&str, i64, bool)] = &[("assignee", 20047, false), ("field_key", 20058, false)];

/// What a rule is about: fields with their values, by index.
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
    // A file is given, whatever it holds.
    static FILE: Value = Value::Bool(true);
    let value = |param: &paceline_generator::ir::Param| {
        let is_file = args.files.iter().any(|(name, _)| *name == param.field.wire);
        let sent = args.of(param).filter(|value| is_given(api, &param.field.ty, value));
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
    fn check(&self, rules: &[Rule]) -> Result<(), Refusal> {
        rules.iter().try_for_each(|rule| self.check_rule(rule))
    }

    fn check_rule(&self, rule: &Rule) -> Result<(), Refusal> {
        match rule {
            Rule::ExactlyOne(list) | Rule::AtMostOne(list) if self.count(list) > 1 => {
                Err(self.excess(list, "only one of them may be given"))
            }
            Rule::ExactlyOne(list) | Rule::AtLeastOne(list) if self.count(list) == 0 => {
                Err(self.lack(list, "one of them must be given"))
            }
            Rule::AllOrNone(list) if self.count(list) > 0 && self.count(list) < list.len() => {
                Err(self.lack(list, "all of them must be given, or none"))
            }
            Rule::Together { params, max_items } => {
                let lists = params.iter().filter_map(|index| self.values[*index]?.as_array());
                let items: usize = lists.map(Vec::len).sum();
                if items <= *max_items as usize {
                    return Ok(());
                }
                let code = bound::code_for(self.api, self.endpoint, &self.fields[params[0]].wire);
                let what = format!("at most {max_items} items together, got {items}");
                Err(self.refuse(code, params, &what))
            }
            Rule::ForbiddenWhen { params, field, values } => {
                if self.is_one_of(*field, values) && self.count(params) > 0 {
                    let what = format!("not allowed with this value of {}", self.fields[*field].wire);
                    return Err(self.excess(params, &what));
                }
                Ok(())
            }
            Rule::RequiredWhen { params, field, values } => {
                if self.is_one_of(*field, values) && self.count(params) < params.len() {
                    let what = format!("needed with this value of {}", self.fields[*field].wire);
                    return Err(self.lack(params, &what));
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn count(&self, list: &[usize]) -> usize {
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

    fn lack(&self, list: &[usize], what: &str) -> Refusal {
        self.refuse(self.own_code(MISSING, list).unwrap_or(code::MISSING), list, what)
    }

    fn excess(&self, list: &[usize], what: &str) -> Refusal {
        self.refuse(self.own_code(TOO_MANY, list).unwrap_or(code::INVALID), list, what)
    }

    fn own_code(&self, codes: &[(&str, i64, bool)], list: &[usize]) -> Option<i64> {
        let first = &self.fields[*list.first()?].wire;
        let (_, code, everywhere) = codes.iter().find(|(name, ..)| name == first)?;
        let listed = self.endpoint.errors.iter().any(|id| self.api[*id].code == *code);
        (listed || *everywhere).then_some(*code)
    }

    fn refuse(&self, code: i64, list: &[usize], what: &str) -> Refusal {
        let dot = if self.path.is_empty() { "" } else { "." };
        let name = |index: &usize| format!("{}{dot}{}", self.path, self.fields[*index].wire);
        let names: Vec<_> = list.iter().map(name).collect();
        Refusal::new(code, format!("{}: {what}", names.join(", ")))
    }
}
