//! Conditions on compound fields: on their groups as a whole, or on one field inside the groups.

use serde_json::Value;

use super::param::{NULL, compile};
use super::{Compiler, Refusal, Scope, Subject, Test};
use crate::refusal::code;
use crate::state::compound::Values;
use crate::state::field::{FieldDef, compound_fields};
use crate::state::item::Item;

impl Compiler<'_> {
    /// The compound field that a condition names, by its own key or by that of a field inside its groups.
    pub(super) fn compound_field(&self, param: &Value) -> Option<&'static FieldDef> {
        let Scope::Item(item_type) = self.scope else { return None };
        let key = param["param_key"].as_str()?;
        let names = |def: &&FieldDef| def.key == key || def.parts.iter().any(|part| part.key == key);
        let found = item_type.fields.iter().filter(|def| !def.parts.is_empty()).find(names)?;
        compound_fields().find(|def| def.key == found.key)
    }

    /// A condition on the groups of a compound field as a whole.
    pub(super) fn compound(
        &mut self,
        field: &'static FieldDef,
        param: &Value,
        path: &str,
    ) -> Result<Test, Refusal> {
        let operator = param["operator"].as_str().unwrap_or_default();
        if NULL.contains(&operator) {
            let is_null = operator == "IS NULL";
            return Ok(Box::new(move |subject| groups(subject.item, field).next().is_none() == is_null));
        }
        let meet = match operator {
            "MEET" => true,
            "NOT MEET" => false,
            _ => {
                let message = format!("{path}.operator: `{}` does not take `{operator}`", field.key);
                return Err(Refusal::new(code::OPERATOR_NOT_ALLOWED, message));
            }
        };
        let inner = &param["value_search_groups"];
        let inner_path = format!("{path}.value_search_groups");
        if !inner.is_object() {
            return Err(Refusal::new(
                20069,
                format!("{inner_path}: `{operator}` needs a group of conditions"),
            ));
        }
        let every = needs_every_group(param, path)?;
        let mut compiler = Compiler { scope: Scope::Groups(field), finds_aborted: false };
        let test = compiler.group(inner, &inner_path)?;
        Ok(Box::new(move |subject| groups_fit(subject, field, every, &test) == meet))
    }

    /// A condition on one field inside the groups, used without MEET.
    pub(super) fn part(&self, field: &'static FieldDef, param: &Value, path: &str) -> Result<Test, Refusal> {
        let every = needs_every_group(param, path)?;
        let test = compile(Scope::Groups(field), param, path)?;
        Ok(Box::new(move |subject| {
            if groups(subject.item, field).next().is_some() {
                return groups_fit(subject, field, every, &test);
            }
            // Without groups there is no value, and no value passes the negative tests.
            test(&Subject { item: subject.item, values: &Values::new() })
        }))
    }
}

/// Reads `pre_operator`: `true` if every group must fit; `false` if one is enough, which is the default.
fn needs_every_group(param: &Value, path: &str) -> Result<bool, Refusal> {
    match &param["pre_operator"] {
        Value::Null => Ok(false),
        Value::String(text) if text == "ANY" => Ok(false),
        Value::String(text) if text == "EVERY" => Ok(true),
        other => {
            Err(Refusal::new(code::INVALID, format!("{path}.pre_operator: neither EVERY nor ANY, {other}")))
        }
    }
}

/// The groups of a compound field, each with its values.
fn groups<'a>(item: &'a Item, field: &FieldDef) -> impl Iterator<Item = &'a Values> {
    item.groups.get(field.key).into_iter().flatten().map(|group| &group.values)
}

/// Whether the test holds for every group, or for at least one. `false` if there is no group.
fn groups_fit(subject: &Subject<'_>, field: &FieldDef, every: bool, test: &Test) -> bool {
    let mut fits = groups(subject.item, field).map(|values| test(&Subject { item: subject.item, values }));
    if every {
        groups(subject.item, field).next().is_some() && fits.all(|fits| fits)
    } else {
        fits.any(|fits| fits)
    }
}
