//! Conditions over several fields.

use super::change::{Change, ChangeKind};
use super::field::Owner;
use super::type_text::spell_literal;
use crate::ir::{Rule, SourceLocation};

impl Owner<'_> {
    /// Compares two lists of rules in words. Rules of what callers only receive are ignored: callers cannot break them.
    pub(super) fn diff_rules(
        &self,
        was: &[String],
        is: &[String],
        at: &SourceLocation,
        changes: &mut Vec<Change>,
    ) {
        for rule in is.iter().filter(|rule| self.made_by_callers && !was.contains(rule)) {
            changes.push(self.change(ChangeKind::RuleAdded, at, format!("there is a rule now: {rule}")));
        }
        for rule in was.iter().filter(|rule| self.made_by_callers && !is.contains(rule)) {
            changes.push(self.change(
                ChangeKind::RuleRemoved,
                at,
                format!("there is no rule any more: {rule}"),
            ));
        }
    }
}

/// Rules in words; `fields` are the names of what they are about.
pub(super) fn spell_rules(rules: &[Rule], fields: &[&str]) -> Vec<String> {
    rules.iter().map(|rule| spell_rule(rule, fields)).collect()
}

/// A rule in words. Fields are sorted, so that their order in the spec does not matter.
fn spell_rule(rule: &Rule, fields: &[&str]) -> String {
    let names = |indices: &[usize]| -> String {
        let mut names: Vec<_> = indices.iter().map(|index| format!("`{}`", fields[*index])).collect();
        names.sort();
        names.join(", ")
    };
    match rule {
        Rule::ExactlyOne(indices) => format!("exactly one of {}", names(indices)),
        Rule::AtLeastOne(indices) => format!("at least one of {}", names(indices)),
        Rule::AtMostOne(indices) => format!("at most one of {}", names(indices)),
        Rule::AllOrNone(indices) => format!("all or none of {}", names(indices)),
        Rule::Together { params: lists, max_items } => {
            format!("at most {max_items} items in {} together", names(lists))
        }
        Rule::ForbiddenWhen { params: barred, field, values } => {
            let values: Vec<_> = values.iter().map(spell_literal).collect();
            format!("not {} when {} is {}", names(barred), names(&[*field]), values.join(" or "))
        }
        Rule::RequiredWhen { params: needed, field, values } => {
            let values: Vec<_> = values.iter().map(spell_literal).collect();
            format!("{} when {} is {}", names(needed), names(&[*field]), values.join(" or "))
        }
    }
}
