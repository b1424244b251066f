//! Values that go together: what the rules of an endpoint or a type ask for over several fields.

use paceline_generator::ir::{Field, Literal, Presence, Rule};
use serde_json::Value;

use super::{Sampler, json};

impl Sampler<'_> {
    /// Values of `fields`, in their order, that keep `rules`, whose indices are those of `fields`. Of the optional ones
    /// some are left out.
    pub fn fields(&mut self, fields: &[&Field], rules: &[Rule]) -> Vec<Option<Value>> {
        self.members(fields, rules, 1)
    }

    pub(super) fn members(&mut self, fields: &[&Field], rules: &[Rule], depth: usize) -> Vec<Option<Value>> {
        let values = fields.iter().map(|field| self.member(field, depth)).collect();
        let mut set = Set { fields, values, depth };
        // One rule can undo what another asked for; rules settle within a few rounds.
        for _ in 0..3 {
            rules.iter().for_each(|rule| set.obey(rule, self));
        }
        set.values
    }
}

struct Set<'a> {
    fields: &'a [&'a Field],
    values: Vec<Option<Value>>,
    depth: usize,
}

impl Set<'_> {
    fn obey(&mut self, rule: &Rule, sampler: &mut Sampler<'_>) {
        match rule {
            Rule::ExactlyOne(list) => {
                self.keep_one(list);
                self.have_one(list, sampler);
            }
            Rule::AtLeastOne(list) => self.have_one(list, sampler),
            Rule::AtMostOne(list) => self.keep_one(list),
            Rule::AllOrNone(list) => {
                if list.iter().any(|index| self.values[*index].is_some()) {
                    list.iter().for_each(|index| self.have_one(&[*index], sampler));
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
                    params.iter().for_each(|index| self.have_one(&[*index], sampler));
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

    /// Cuts lists until they hold no more than so many items together.
    fn shorten(&mut self, lists: &[usize], mut left: usize) {
        for index in lists {
            if let Some(Value::Array(items)) = &mut self.values[*index] {
                items.truncate(left);
                left -= items.len();
            }
        }
    }

    fn have_one(&mut self, list: &[usize], sampler: &mut Sampler<'_>) {
        if list.iter().all(|index| self.values[*index].is_none()) {
            let field = Field { presence: Presence::Required, ..self.fields[list[0]].clone() };
            self.values[list[0]] = sampler.member(&field, self.depth);
        }
    }

    fn keep_one(&mut self, list: &[usize]) {
        let first = list.iter().find(|index| self.values[**index].is_some()).copied();
        list.iter().filter(|index| Some(**index) != first).for_each(|index| self.values[*index] = None);
    }
}
