//! Conditions that are being put together.

use std::fmt::Display;

use crate::error::{Error, ErrorKind, Result};

/// A condition, or several that are joined.
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a condition does nothing by itself"]
pub enum Clause<C, G> {
    /// One condition.
    Condition(C),
    /// Conditions and groups, joined.
    Group(G),
}

impl<C, G> Clause<C, G> {
    /// Conditions and groups apart, each in order; `None` for those that there are none of.
    pub fn split(clauses: impl IntoIterator<Item = Self>) -> (Option<Vec<C>>, Option<Vec<G>>) {
        let (mut conditions, mut groups) = (Vec::new(), Vec::new());
        for clause in clauses {
            match clause {
                Self::Condition(condition) => conditions.push(condition),
                Self::Group(group) => groups.push(group),
            }
        }
        let (some_conditions, some_groups) = (!conditions.is_empty(), !groups.is_empty());
        (some_conditions.then_some(conditions), some_groups.then_some(groups))
    }
}

/// Refuses an operator that is not among those that a field takes.
///
/// # Errors
/// When it is not among them.
pub fn allowed<T: Display + PartialEq>(operators: &[T], operator: &T) -> Result<()> {
    if operators.contains(operator) {
        return Ok(());
    }
    let taken: Vec<String> = operators.iter().map(|known| format!("`{known}`")).collect();
    let known = if taken.is_empty() {
        "no operator is known".to_owned()
    } else {
        format!("it takes {}", taken.join(", "))
    };
    Err(Error::new(ErrorKind::Invalid, format!("a field of this type does not take `{operator}`; {known}")))
}
