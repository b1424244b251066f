//! Values that keep the rules of an endpoint or a type over several fields.

use paceline_generator::ir::{Field, Literal, Presence, Rule};
use serde_json::Value;

use super::{Sampler, json};

impl Sampler<'_> {
    /// Values of `fields`, in their order, that keep `rules`, whose indices are those of `fields`. Of the optional ones
    /// some are left out.
    pub fn fields(&mut self, fields: &[&Field], rules: &[Rule]) -> Vec<Option<Value>> {
        self.members(fields, rules, 1)
    }

    /// The same at a depth inside a value.
    pub(super) fn members(&mut self, fields: &[&Field], rules: &[Rule], depth: usize) -> Vec<Option<Value>> {
        let values = fields.iter().map(|field| self.member(field, depth)).collect();
        let mut field_values = FieldValues { fields, values, depth };
        // A rule can break another one, so all are applied several times; three rounds are enough in practice.
        for _ in 0..3 {
            rules.iter().for_each(|rule| field_values.apply_rule(rule, self));
        }
        field_values.values
    }
}

/// Values that are being made to keep rules, by the same indices as `fields`. `None` is left out.
struct FieldValues<'a> {
    fields: &'a [&'a Field],
    values: Vec<Option<Value>>,
    depth: usize,
}

impl FieldValues<'_> {
    /// Changes the values so that they keep a rule.
    fn apply_rule(&mut self, rule: &Rule, sampler: &mut Sampler<'_>) {
        match rule {
            Rule::ExactlyOne(list) => {
                self.keep_first(list);
                self.ensure_one(list, sampler);
            }
            Rule::AtLeastOne(list) => self.ensure_one(list, sampler),
            Rule::AtMostOne(list) => self.keep_first(list),
            Rule::AllOrNone(list) => {
                if list.iter().any(|index| self.values[*index].is_some()) {
                    list.iter().for_each(|index| self.ensure_one(&[*index], sampler));
                }
            }
            Rule::Together { params, max_items } => self.shorten(params, *max_items as usize),
            Rule::ForbiddenWhen { params, field, values } => {
                if self.is_one_of(*field, values) {
                    params.iter().for_each(|index| self.values[*index] = None);
                }
            }
            Rule::RequiredWhen { params, field, values } => {
                if self.is_one_of(*field, values) {
                    params.iter().for_each(|index| self.ensure_one(&[*index], sampler));
                }
            }
        }
    }

    /// Whether a field has one of the values; an absent one has its default.
    fn is_one_of(&self, field: usize, values: &[Literal]) -> bool {
        let default = self.fields[field].default.as_ref().map(json);
        let value = self.values[field].clone().or(default);
        value.is_some_and(|value| values.iter().any(|literal| json(literal) == value))
    }

    /// Cuts lists so that they hold at most `max_items` together.
    fn shorten(&mut self, lists: &[usize], max_items: usize) {
        let mut left = max_items;
        for index in lists {
            if let Some(Value::Array(items)) = &mut self.values[*index] {
                items.truncate(left);
                left -= items.len();
            }
        }
    }

    /// Makes a value for the first of these fields if none has one.
    fn ensure_one(&mut self, list: &[usize], sampler: &mut Sampler<'_>) {
        if list.iter().all(|index| self.values[*index].is_none()) {
            let field = Field { presence: Presence::Required, ..self.fields[list[0]].clone() };
            self.values[list[0]] = sampler.member(&field, self.depth);
        }
    }

    /// Leaves out all of these fields but the first that has a value.
    fn keep_first(&mut self, list: &[usize]) {
        let first = list.iter().find(|index| self.values[**index].is_some()).copied();
        list.iter().filter(|index| Some(**index) != first).for_each(|index| self.values[*index] = None);
    }
}
