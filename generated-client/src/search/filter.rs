// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Conditions for searches: each field offers the operators that its type takes, and `all` and `any`
//! join conditions to any depth. What they give goes into every call that takes a `SearchGroup`.

mod condition;

pub use self::condition::*;

use paceline_runtime::{Result, Value};
use paceline_runtime::codegen::allowed;
use crate::common::FieldTypeKey;
use crate::search::{Conjunction, SearchGroup, SearchOperator, SearchParam};

/// A condition, or several that are joined.
pub type Clause = paceline_runtime::codegen::Clause<SearchParam, SearchGroup>;

/// Joins clauses all of which must hold. Without any, everything is found.
pub fn all(clauses: impl IntoIterator<Item = Clause>) -> Clause {
    Clause::Group(join(Conjunction::And, clauses))
}

/// Joins clauses one of which must hold, or more. Without any, everything is found.
pub fn any(clauses: impl IntoIterator<Item = Clause>) -> Clause {
    Clause::Group(join(Conjunction::Or, clauses))
}

fn join(
    conjunction: Conjunction,
    clauses: impl IntoIterator<Item = Clause>,
) -> SearchGroup {
    let (conditions, groups) = Clause::split(clauses);
    SearchGroup {
        conjunction,
        search_params: conditions,
        search_groups: groups,
    }
}

impl From<Clause> for SearchGroup {
    fn from(clause: Clause) -> Self {
        match clause {
            Clause::Group(group) => group,
            condition @ Clause::Condition(_) => join(Conjunction::And, [condition]),
        }
    }
}

/// Conditions on a field of text, a link, a telephone number or an e-mail address.
pub fn text(key: impl Into<String>) -> TextCondition {
    TextCondition(on(key))
}

/// Conditions on a field of formatted text; the text without format is compared.
pub fn rich_text(key: impl Into<String>) -> RichTextCondition {
    RichTextCondition(on(key))
}

/// Conditions on a field that holds a number.
pub fn number(key: impl Into<String>) -> NumberCondition {
    NumberCondition(on(key))
}

/// Conditions on a field that says yes or no.
pub fn bool(key: impl Into<String>) -> BoolCondition {
    BoolCondition(on(key))
}

/// Conditions on a field with the result of a check made elsewhere.
pub fn signal(key: impl Into<String>) -> SignalCondition {
    SignalCondition(on(key))
}

/// Conditions on a field with one option, of a list or buttons, or with options of a tree, given by
/// their ids.
pub fn select(key: impl Into<String>) -> SelectCondition {
    SelectCondition(on(key))
}

/// Conditions on a field with several options of a list, given by their ids.
pub fn multi_select(key: impl Into<String>) -> MultiSelectCondition {
    MultiSelectCondition(on(key))
}

/// Conditions on a field with one user.
pub fn user(key: impl Into<String>) -> UserCondition {
    UserCondition(on(key))
}

/// Conditions on a field with several users.
pub fn users(key: impl Into<String>) -> UsersCondition {
    UsersCondition(on(key))
}

/// Conditions on a field that links one work item.
pub fn work_item(key: impl Into<String>) -> WorkItemCondition {
    WorkItemCondition(on(key))
}

/// Conditions on a field that links several work items.
pub fn work_items(key: impl Into<String>) -> WorkItemsCondition {
    WorkItemsCondition(on(key))
}

/// Conditions on a field with a day or a moment. Two conditions make a span; there is no equality.
pub fn date(key: impl Into<String>) -> DateCondition {
    DateCondition(on(key))
}

/// Conditions on a compound field. Its inner conditions are on the fields inside, and have no
/// quantifier of their own.
pub fn compound(key: impl Into<String>) -> CompoundCondition {
    CompoundCondition(on(key))
}

/// Conditions on a field of which only the key is known. Nothing is checked: use the function for the
/// field's type where there is one.
pub fn field(key: impl Into<String>) -> FieldCondition {
    FieldCondition(on(key))
}

/// Conditions on the title.
#[inline]
pub fn name() -> NameCondition {
    NameCondition(on("name"))
}

/// Conditions on the nodes that the item is at, given by their names. For node flows; views do not
/// take it.
#[inline]
pub fn current_nodes() -> CurrentNodesCondition {
    CurrentNodesCondition(on("current_nodes"))
}

/// Conditions on all nodes of the item, given by their names. For node flows.
#[inline]
pub fn all_nodes() -> CurrentNodesCondition {
    CurrentNodesCondition(on("all_states"))
}

/// Conditions on the begin or end of a node. For node flows. The tests for emptiness need the node,
/// too.
#[inline]
pub fn node_time() -> NodeTimeCondition {
    NodeTimeCondition(on("feature_state_time"))
}

/// Conditions on everybody who has to do with the item. Not for defects.
#[inline]
pub fn people() -> UsersCondition {
    UsersCondition(on("people"))
}

/// Conditions on the moment of creation. Two conditions make a span.
#[inline]
pub fn created_at() -> CreatedAtCondition {
    CreatedAtCondition(on("created_at"))
}

/// Conditions on the moment of the last change. Two conditions make a span.
#[inline]
pub fn updated_at() -> CreatedAtCondition {
    CreatedAtCondition(on("updated_at"))
}

/// Conditions on the owners of nodes; of several nodes, all must fit. For node flows. The tests for
/// emptiness need the nodes, too.
#[inline]
pub fn node_owners() -> NodeOwnersCondition {
    NodeOwnersCondition(on("node_owners"))
}

/// Conditions on the users of roles; of several roles, all must fit. The tests for emptiness need the
/// roles, too.
#[inline]
pub fn role_owners() -> RoleOwnersCondition {
    RoleOwnersCondition(on("role_owners"))
}

/// Conditions on the id of the item.
#[inline]
pub fn work_item_id() -> WorkItemIdCondition {
    WorkItemIdCondition(on("work_item_id"))
}

/// Conditions on the state of the item. Terminated items, `closed` or `systemEnded`, and others cannot
/// be asked for together.
#[inline]
pub fn work_item_status() -> WorkItemStatusCondition {
    WorkItemStatusCondition(on("work_item_status"))
}

/// Conditions on the workflow template.
#[inline]
pub fn template_id() -> TemplateIdCondition {
    TemplateIdCondition(on("template_id"))
}

/// Conditions on the business line.
#[inline]
pub fn business() -> BusinessCondition {
    BusinessCondition(on("business"))
}

/// Conditions on the owner.
#[inline]
pub fn owner() -> UserCondition {
    UserCondition(on("owner"))
}

/// Conditions on the priority, given by the ids of its options.
#[inline]
pub fn priority() -> SelectCondition {
    SelectCondition(on("priority"))
}

/// Conditions on the planned start.
#[inline]
pub fn start_time() -> DateCondition {
    DateCondition(on("start_time"))
}

/// Conditions on the planned end.
#[inline]
pub fn finish_time() -> DateCondition {
    DateCondition(on("finish_time"))
}

/// Conditions on the story that a defect is linked to.
#[inline]
pub fn linked_story() -> WorkItemCondition {
    WorkItemCondition(on("_field_linked_story"))
}

/// The operators that fields of a type take, inner conditions apart; none where none is known.
#[must_use]
pub fn operators(field_type: &FieldTypeKey) -> &'static [SearchOperator] {
    match field_type {
        FieldTypeKey::Text
        | FieldTypeKey::Link
        | FieldTypeKey::Telephone
        | FieldTypeKey::Email => {
            &[
                SearchOperator::Matches,
                SearchOperator::NotMatches,
                SearchOperator::Equal,
                SearchOperator::NotEqual,
                SearchOperator::IsNull,
                SearchOperator::IsNotNull,
            ]
        }
        FieldTypeKey::MultiText => {
            &[
                SearchOperator::Matches,
                SearchOperator::NotMatches,
                SearchOperator::IsNull,
                SearchOperator::IsNotNull,
            ]
        }
        FieldTypeKey::Number => {
            &[
                SearchOperator::Equal,
                SearchOperator::NotEqual,
                SearchOperator::Less,
                SearchOperator::Greater,
                SearchOperator::LessOrEqual,
                SearchOperator::GreaterOrEqual,
                SearchOperator::IsNull,
                SearchOperator::IsNotNull,
            ]
        }
        FieldTypeKey::Boolean => {
            &[
                SearchOperator::Equal,
                SearchOperator::NotEqual,
                SearchOperator::IsNull,
                SearchOperator::IsNotNull,
            ]
        }
        FieldTypeKey::Signal => {
            &[
                SearchOperator::Equal,
                SearchOperator::NotEqual,
                SearchOperator::HasAnyOf,
                SearchOperator::HasNoneOf,
            ]
        }
        FieldTypeKey::Select
        | FieldTypeKey::Radio
        | FieldTypeKey::TreeSelect
        | FieldTypeKey::TreeMultiSelect => {
            &[
                SearchOperator::Equal,
                SearchOperator::NotEqual,
                SearchOperator::HasAnyOf,
                SearchOperator::HasNoneOf,
                SearchOperator::IsNull,
                SearchOperator::IsNotNull,
            ]
        }
        FieldTypeKey::MultiSelect => {
            &[
                SearchOperator::Equal,
                SearchOperator::NotEqual,
                SearchOperator::HasAnyOf,
                SearchOperator::HasNoneOf,
                SearchOperator::IsNull,
                SearchOperator::IsNotNull,
                SearchOperator::Contains,
                SearchOperator::NotContains,
            ]
        }
        FieldTypeKey::User => {
            &[
                SearchOperator::Equal,
                SearchOperator::NotEqual,
                SearchOperator::HasAnyOf,
                SearchOperator::HasNoneOf,
                SearchOperator::IsNull,
                SearchOperator::IsNotNull,
            ]
        }
        FieldTypeKey::MultiUser => {
            &[
                SearchOperator::Equal,
                SearchOperator::NotEqual,
                SearchOperator::HasAnyOf,
                SearchOperator::HasNoneOf,
                SearchOperator::IsNull,
                SearchOperator::IsNotNull,
                SearchOperator::Contains,
                SearchOperator::NotContains,
            ]
        }
        FieldTypeKey::WorkItemRelatedSelect => {
            &[
                SearchOperator::Equal,
                SearchOperator::NotEqual,
                SearchOperator::HasAnyOf,
                SearchOperator::HasNoneOf,
                SearchOperator::IsNull,
                SearchOperator::IsNotNull,
            ]
        }
        FieldTypeKey::WorkItemRelatedMultiSelect => {
            &[
                SearchOperator::Equal,
                SearchOperator::NotEqual,
                SearchOperator::HasAnyOf,
                SearchOperator::HasNoneOf,
                SearchOperator::IsNull,
                SearchOperator::IsNotNull,
                SearchOperator::Contains,
                SearchOperator::NotContains,
            ]
        }
        FieldTypeKey::Date | FieldTypeKey::PreciseDate => {
            &[
                SearchOperator::Less,
                SearchOperator::Greater,
                SearchOperator::LessOrEqual,
                SearchOperator::GreaterOrEqual,
                SearchOperator::IsNull,
                SearchOperator::IsNotNull,
            ]
        }
        FieldTypeKey::CompoundField => {
            &[SearchOperator::IsNull, SearchOperator::IsNotNull]
        }
        _ => &[],
    }
}

/// A condition on a field whose type is only known at run time, read from its configuration for
/// instance. The value stays out where it is `null`.
///
/// # Errors
///
/// When fields of the type do not take the operator; the error names those they take.
pub fn typed(
    key: impl Into<String>,
    field_type: &FieldTypeKey,
    operator: SearchOperator,
    value: impl Into<Value>,
) -> Result<Clause> {
    allowed(operators(field_type), &operator)?;
    Ok(
        Clause::Condition(SearchParam {
            operator,
            value: Some(value.into()).filter(|value| !value.is_null()),
            ..on(key)
        }),
    )
}

fn on(key: impl Into<String>) -> SearchParam {
    SearchParam {
        param_key: key.into(),
        ..Default::default()
    }
}
