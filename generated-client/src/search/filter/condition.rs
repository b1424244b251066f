// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Conditions that lack their operator.

use paceline_runtime::{Timestamp, Value};
use paceline_runtime::codegen::{Encode, list, to_value};
use crate::common::{BusinessId, StateKey, TemplateId, UserKey, WorkItemId};
use crate::search::{
    GroupQuantifier, SearchGroup, SearchNodeOwners, SearchNodeTime, SearchOperator,
    SearchParam, SearchRoleOwners, SearchSignal,
};
use super::Clause;

/// Conditions on a field of text, a link, a telephone number or an e-mail address.
#[derive(Clone, Debug)]
#[must_use = "a condition needs its operator"]
pub struct TextCondition(pub(super) SearchParam);

impl TextCondition {
    /// All groups of the compound field must meet the condition.
    #[inline]
    pub fn every(self) -> Self {
        Self(quantify(self.0, GroupQuantifier::Every))
    }

    /// At least one group of the compound field must meet the condition.
    #[inline]
    pub fn any(self) -> Self {
        Self(quantify(self.0, GroupQuantifier::Any))
    }

    /// The text contains the value.
    pub fn matches(self, value: impl Into<String>) -> Clause {
        compare(self.0, SearchOperator::Matches, &value.into())
    }

    /// The text does not contain the value.
    pub fn not_matches(self, value: impl Into<String>) -> Clause {
        compare(self.0, SearchOperator::NotMatches, &value.into())
    }

    /// The field equals the value.
    pub fn equal(self, value: impl Into<String>) -> Clause {
        compare(self.0, SearchOperator::Equal, &value.into())
    }

    /// The field differs from the value.
    pub fn not_equal(self, value: impl Into<String>) -> Clause {
        compare(self.0, SearchOperator::NotEqual, &value.into())
    }

    /// The field is empty.
    #[inline]
    pub fn is_null(self) -> Clause {
        test(self.0, SearchOperator::IsNull)
    }

    /// The field is not empty.
    #[inline]
    pub fn is_not_null(self) -> Clause {
        test(self.0, SearchOperator::IsNotNull)
    }
}

/// Conditions on a field of formatted text; the text without format is compared.
#[derive(Clone, Debug)]
#[must_use = "a condition needs its operator"]
pub struct RichTextCondition(pub(super) SearchParam);

impl RichTextCondition {
    /// All groups of the compound field must meet the condition.
    #[inline]
    pub fn every(self) -> Self {
        Self(quantify(self.0, GroupQuantifier::Every))
    }

    /// At least one group of the compound field must meet the condition.
    #[inline]
    pub fn any(self) -> Self {
        Self(quantify(self.0, GroupQuantifier::Any))
    }

    /// The text contains the value.
    pub fn matches(self, value: impl Into<String>) -> Clause {
        compare(self.0, SearchOperator::Matches, &value.into())
    }

    /// The text does not contain the value.
    pub fn not_matches(self, value: impl Into<String>) -> Clause {
        compare(self.0, SearchOperator::NotMatches, &value.into())
    }

    /// The field is empty.
    #[inline]
    pub fn is_null(self) -> Clause {
        test(self.0, SearchOperator::IsNull)
    }

    /// The field is not empty.
    #[inline]
    pub fn is_not_null(self) -> Clause {
        test(self.0, SearchOperator::IsNotNull)
    }
}

/// Conditions on a field that holds a number.
#[derive(Clone, Debug)]
#[must_use = "a condition needs its operator"]
pub struct NumberCondition(pub(super) SearchParam);

impl NumberCondition {
    /// All groups of the compound field must meet the condition.
    #[inline]
    pub fn every(self) -> Self {
        Self(quantify(self.0, GroupQuantifier::Every))
    }

    /// At least one group of the compound field must meet the condition.
    #[inline]
    pub fn any(self) -> Self {
        Self(quantify(self.0, GroupQuantifier::Any))
    }

    /// The field equals the value.
    #[inline]
    pub fn equal(self, value: f64) -> Clause {
        compare(self.0, SearchOperator::Equal, &value)
    }

    /// The field differs from the value.
    #[inline]
    pub fn not_equal(self, value: f64) -> Clause {
        compare(self.0, SearchOperator::NotEqual, &value)
    }

    /// The field is below the value.
    #[inline]
    pub fn less(self, value: f64) -> Clause {
        compare(self.0, SearchOperator::Less, &value)
    }

    /// The field is above the value.
    #[inline]
    pub fn greater(self, value: f64) -> Clause {
        compare(self.0, SearchOperator::Greater, &value)
    }

    /// The field is at most the value.
    #[inline]
    pub fn less_or_equal(self, value: f64) -> Clause {
        compare(self.0, SearchOperator::LessOrEqual, &value)
    }

    /// The field is at least the value.
    #[inline]
    pub fn greater_or_equal(self, value: f64) -> Clause {
        compare(self.0, SearchOperator::GreaterOrEqual, &value)
    }

    /// The field is empty.
    #[inline]
    pub fn is_null(self) -> Clause {
        test(self.0, SearchOperator::IsNull)
    }

    /// The field is not empty.
    #[inline]
    pub fn is_not_null(self) -> Clause {
        test(self.0, SearchOperator::IsNotNull)
    }
}

/// Conditions on a field that says yes or no.
#[derive(Clone, Debug)]
#[must_use = "a condition needs its operator"]
pub struct BoolCondition(pub(super) SearchParam);

impl BoolCondition {
    /// All groups of the compound field must meet the condition.
    #[inline]
    pub fn every(self) -> Self {
        Self(quantify(self.0, GroupQuantifier::Every))
    }

    /// At least one group of the compound field must meet the condition.
    #[inline]
    pub fn any(self) -> Self {
        Self(quantify(self.0, GroupQuantifier::Any))
    }

    /// The field equals the value.
    #[inline]
    pub fn equal(self, value: bool) -> Clause {
        compare(self.0, SearchOperator::Equal, &value)
    }

    /// The field differs from the value.
    #[inline]
    pub fn not_equal(self, value: bool) -> Clause {
        compare(self.0, SearchOperator::NotEqual, &value)
    }

    /// The field is empty.
    #[inline]
    pub fn is_null(self) -> Clause {
        test(self.0, SearchOperator::IsNull)
    }

    /// The field is not empty.
    #[inline]
    pub fn is_not_null(self) -> Clause {
        test(self.0, SearchOperator::IsNotNull)
    }
}

/// Conditions on a field with the result of a check made elsewhere.
#[derive(Clone, Debug)]
#[must_use = "a condition needs its operator"]
pub struct SignalCondition(pub(super) SearchParam);

impl SignalCondition {
    /// All groups of the compound field must meet the condition.
    #[inline]
    pub fn every(self) -> Self {
        Self(quantify(self.0, GroupQuantifier::Every))
    }

    /// At least one group of the compound field must meet the condition.
    #[inline]
    pub fn any(self) -> Self {
        Self(quantify(self.0, GroupQuantifier::Any))
    }

    /// The field equals the value.
    pub fn equal(self, value: impl Into<SearchSignal>) -> Clause {
        compare(self.0, SearchOperator::Equal, &vec![value.into()])
    }

    /// The field differs from the value.
    pub fn not_equal(self, value: impl Into<SearchSignal>) -> Clause {
        compare(self.0, SearchOperator::NotEqual, &vec![value.into()])
    }

    /// The field holds at least one of the values.
    pub fn has_any_of(
        self,
        value: impl IntoIterator<Item = impl Into<SearchSignal>>,
    ) -> Clause {
        compare(self.0, SearchOperator::HasAnyOf, &list::<SearchSignal, _>(value))
    }

    /// The field holds none of the values.
    pub fn has_none_of(
        self,
        value: impl IntoIterator<Item = impl Into<SearchSignal>>,
    ) -> Clause {
        compare(self.0, SearchOperator::HasNoneOf, &list::<SearchSignal, _>(value))
    }
}

/// Conditions on a field with one option, of a list or buttons, or with options of a tree, given by
/// their ids.
#[derive(Clone, Debug)]
#[must_use = "a condition needs its operator"]
pub struct SelectCondition(pub(super) SearchParam);

impl SelectCondition {
    /// All groups of the compound field must meet the condition.
    #[inline]
    pub fn every(self) -> Self {
        Self(quantify(self.0, GroupQuantifier::Every))
    }

    /// At least one group of the compound field must meet the condition.
    #[inline]
    pub fn any(self) -> Self {
        Self(quantify(self.0, GroupQuantifier::Any))
    }

    /// The field equals the value.
    pub fn equal(self, value: impl IntoIterator<Item = impl Into<String>>) -> Clause {
        compare(self.0, SearchOperator::Equal, &list::<String, _>(value))
    }

    /// The field differs from the value.
    pub fn not_equal(
        self,
        value: impl IntoIterator<Item = impl Into<String>>,
    ) -> Clause {
        compare(self.0, SearchOperator::NotEqual, &list::<String, _>(value))
    }

    /// The field holds at least one of the values.
    pub fn has_any_of(
        self,
        value: impl IntoIterator<Item = impl Into<String>>,
    ) -> Clause {
        compare(self.0, SearchOperator::HasAnyOf, &list::<String, _>(value))
    }

    /// The field holds none of the values.
    pub fn has_none_of(
        self,
        value: impl IntoIterator<Item = impl Into<String>>,
    ) -> Clause {
        compare(self.0, SearchOperator::HasNoneOf, &list::<String, _>(value))
    }

    /// The field is empty.
    #[inline]
    pub fn is_null(self) -> Clause {
        test(self.0, SearchOperator::IsNull)
    }

    /// The field is not empty.
    #[inline]
    pub fn is_not_null(self) -> Clause {
        test(self.0, SearchOperator::IsNotNull)
    }
}

/// Conditions on a field with several options of a list, given by their ids.
#[derive(Clone, Debug)]
#[must_use = "a condition needs its operator"]
pub struct MultiSelectCondition(pub(super) SearchParam);

impl MultiSelectCondition {
    /// All groups of the compound field must meet the condition.
    #[inline]
    pub fn every(self) -> Self {
        Self(quantify(self.0, GroupQuantifier::Every))
    }

    /// At least one group of the compound field must meet the condition.
    #[inline]
    pub fn any(self) -> Self {
        Self(quantify(self.0, GroupQuantifier::Any))
    }

    /// The field equals the value.
    pub fn equal(self, value: impl IntoIterator<Item = impl Into<String>>) -> Clause {
        compare(self.0, SearchOperator::Equal, &list::<String, _>(value))
    }

    /// The field differs from the value.
    pub fn not_equal(
        self,
        value: impl IntoIterator<Item = impl Into<String>>,
    ) -> Clause {
        compare(self.0, SearchOperator::NotEqual, &list::<String, _>(value))
    }

    /// The field holds at least one of the values.
    pub fn has_any_of(
        self,
        value: impl IntoIterator<Item = impl Into<String>>,
    ) -> Clause {
        compare(self.0, SearchOperator::HasAnyOf, &list::<String, _>(value))
    }

    /// The field holds none of the values.
    pub fn has_none_of(
        self,
        value: impl IntoIterator<Item = impl Into<String>>,
    ) -> Clause {
        compare(self.0, SearchOperator::HasNoneOf, &list::<String, _>(value))
    }

    /// The field is empty.
    #[inline]
    pub fn is_null(self) -> Clause {
        test(self.0, SearchOperator::IsNull)
    }

    /// The field is not empty.
    #[inline]
    pub fn is_not_null(self) -> Clause {
        test(self.0, SearchOperator::IsNotNull)
    }

    /// The field holds all of the values.
    pub fn contains(self, value: impl IntoIterator<Item = impl Into<String>>) -> Clause {
        compare(self.0, SearchOperator::Contains, &list::<String, _>(value))
    }

    /// The field lacks at least one of the values.
    pub fn not_contains(
        self,
        value: impl IntoIterator<Item = impl Into<String>>,
    ) -> Clause {
        compare(self.0, SearchOperator::NotContains, &list::<String, _>(value))
    }
}

/// Conditions on a field with one user.
#[derive(Clone, Debug)]
#[must_use = "a condition needs its operator"]
pub struct UserCondition(pub(super) SearchParam);

impl UserCondition {
    /// All groups of the compound field must meet the condition.
    #[inline]
    pub fn every(self) -> Self {
        Self(quantify(self.0, GroupQuantifier::Every))
    }

    /// At least one group of the compound field must meet the condition.
    #[inline]
    pub fn any(self) -> Self {
        Self(quantify(self.0, GroupQuantifier::Any))
    }

    /// The field equals the value.
    pub fn equal(self, value: impl IntoIterator<Item = impl Into<UserKey>>) -> Clause {
        compare(self.0, SearchOperator::Equal, &list::<UserKey, _>(value))
    }

    /// The field differs from the value.
    pub fn not_equal(
        self,
        value: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Clause {
        compare(self.0, SearchOperator::NotEqual, &list::<UserKey, _>(value))
    }

    /// The field holds at least one of the values.
    pub fn has_any_of(
        self,
        value: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Clause {
        compare(self.0, SearchOperator::HasAnyOf, &list::<UserKey, _>(value))
    }

    /// The field holds none of the values.
    pub fn has_none_of(
        self,
        value: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Clause {
        compare(self.0, SearchOperator::HasNoneOf, &list::<UserKey, _>(value))
    }

    /// The field is empty.
    #[inline]
    pub fn is_null(self) -> Clause {
        test(self.0, SearchOperator::IsNull)
    }

    /// The field is not empty.
    #[inline]
    pub fn is_not_null(self) -> Clause {
        test(self.0, SearchOperator::IsNotNull)
    }
}

/// Conditions on a field with several users.
#[derive(Clone, Debug)]
#[must_use = "a condition needs its operator"]
pub struct UsersCondition(pub(super) SearchParam);

impl UsersCondition {
    /// All groups of the compound field must meet the condition.
    #[inline]
    pub fn every(self) -> Self {
        Self(quantify(self.0, GroupQuantifier::Every))
    }

    /// At least one group of the compound field must meet the condition.
    #[inline]
    pub fn any(self) -> Self {
        Self(quantify(self.0, GroupQuantifier::Any))
    }

    /// The field equals the value.
    pub fn equal(self, value: impl IntoIterator<Item = impl Into<UserKey>>) -> Clause {
        compare(self.0, SearchOperator::Equal, &list::<UserKey, _>(value))
    }

    /// The field differs from the value.
    pub fn not_equal(
        self,
        value: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Clause {
        compare(self.0, SearchOperator::NotEqual, &list::<UserKey, _>(value))
    }

    /// The field holds at least one of the values.
    pub fn has_any_of(
        self,
        value: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Clause {
        compare(self.0, SearchOperator::HasAnyOf, &list::<UserKey, _>(value))
    }

    /// The field holds none of the values.
    pub fn has_none_of(
        self,
        value: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Clause {
        compare(self.0, SearchOperator::HasNoneOf, &list::<UserKey, _>(value))
    }

    /// The field is empty.
    #[inline]
    pub fn is_null(self) -> Clause {
        test(self.0, SearchOperator::IsNull)
    }

    /// The field is not empty.
    #[inline]
    pub fn is_not_null(self) -> Clause {
        test(self.0, SearchOperator::IsNotNull)
    }

    /// The field holds all of the values.
    pub fn contains(
        self,
        value: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Clause {
        compare(self.0, SearchOperator::Contains, &list::<UserKey, _>(value))
    }

    /// The field lacks at least one of the values.
    pub fn not_contains(
        self,
        value: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Clause {
        compare(self.0, SearchOperator::NotContains, &list::<UserKey, _>(value))
    }
}

/// Conditions on a field that links one work item.
#[derive(Clone, Debug)]
#[must_use = "a condition needs its operator"]
pub struct WorkItemCondition(pub(super) SearchParam);

impl WorkItemCondition {
    /// All groups of the compound field must meet the condition.
    #[inline]
    pub fn every(self) -> Self {
        Self(quantify(self.0, GroupQuantifier::Every))
    }

    /// At least one group of the compound field must meet the condition.
    #[inline]
    pub fn any(self) -> Self {
        Self(quantify(self.0, GroupQuantifier::Any))
    }

    /// The field equals the value.
    pub fn equal(
        self,
        value: impl IntoIterator<Item = impl Into<WorkItemId>>,
    ) -> Clause {
        compare(self.0, SearchOperator::Equal, &list::<WorkItemId, _>(value))
    }

    /// The field differs from the value.
    pub fn not_equal(
        self,
        value: impl IntoIterator<Item = impl Into<WorkItemId>>,
    ) -> Clause {
        compare(self.0, SearchOperator::NotEqual, &list::<WorkItemId, _>(value))
    }

    /// The field holds at least one of the values.
    pub fn has_any_of(
        self,
        value: impl IntoIterator<Item = impl Into<WorkItemId>>,
    ) -> Clause {
        compare(self.0, SearchOperator::HasAnyOf, &list::<WorkItemId, _>(value))
    }

    /// The field holds none of the values.
    pub fn has_none_of(
        self,
        value: impl IntoIterator<Item = impl Into<WorkItemId>>,
    ) -> Clause {
        compare(self.0, SearchOperator::HasNoneOf, &list::<WorkItemId, _>(value))
    }

    /// The field is empty.
    #[inline]
    pub fn is_null(self) -> Clause {
        test(self.0, SearchOperator::IsNull)
    }

    /// The field is not empty.
    #[inline]
    pub fn is_not_null(self) -> Clause {
        test(self.0, SearchOperator::IsNotNull)
    }
}

/// Conditions on a field that links several work items.
#[derive(Clone, Debug)]
#[must_use = "a condition needs its operator"]
pub struct WorkItemsCondition(pub(super) SearchParam);

impl WorkItemsCondition {
    /// All groups of the compound field must meet the condition.
    #[inline]
    pub fn every(self) -> Self {
        Self(quantify(self.0, GroupQuantifier::Every))
    }

    /// At least one group of the compound field must meet the condition.
    #[inline]
    pub fn any(self) -> Self {
        Self(quantify(self.0, GroupQuantifier::Any))
    }

    /// The field equals the value.
    pub fn equal(
        self,
        value: impl IntoIterator<Item = impl Into<WorkItemId>>,
    ) -> Clause {
        compare(self.0, SearchOperator::Equal, &list::<WorkItemId, _>(value))
    }

    /// The field differs from the value.
    pub fn not_equal(
        self,
        value: impl IntoIterator<Item = impl Into<WorkItemId>>,
    ) -> Clause {
        compare(self.0, SearchOperator::NotEqual, &list::<WorkItemId, _>(value))
    }

    /// The field holds at least one of the values.
    pub fn has_any_of(
        self,
        value: impl IntoIterator<Item = impl Into<WorkItemId>>,
    ) -> Clause {
        compare(self.0, SearchOperator::HasAnyOf, &list::<WorkItemId, _>(value))
    }

    /// The field holds none of the values.
    pub fn has_none_of(
        self,
        value: impl IntoIterator<Item = impl Into<WorkItemId>>,
    ) -> Clause {
        compare(self.0, SearchOperator::HasNoneOf, &list::<WorkItemId, _>(value))
    }

    /// The field is empty.
    #[inline]
    pub fn is_null(self) -> Clause {
        test(self.0, SearchOperator::IsNull)
    }

    /// The field is not empty.
    #[inline]
    pub fn is_not_null(self) -> Clause {
        test(self.0, SearchOperator::IsNotNull)
    }

    /// The field holds all of the values.
    pub fn contains(
        self,
        value: impl IntoIterator<Item = impl Into<WorkItemId>>,
    ) -> Clause {
        compare(self.0, SearchOperator::Contains, &list::<WorkItemId, _>(value))
    }

    /// The field lacks at least one of the values.
    pub fn not_contains(
        self,
        value: impl IntoIterator<Item = impl Into<WorkItemId>>,
    ) -> Clause {
        compare(self.0, SearchOperator::NotContains, &list::<WorkItemId, _>(value))
    }
}

/// Conditions on a field with a day or a moment. Two conditions make a span; there is no equality.
#[derive(Clone, Debug)]
#[must_use = "a condition needs its operator"]
pub struct DateCondition(pub(super) SearchParam);

impl DateCondition {
    /// All groups of the compound field must meet the condition.
    #[inline]
    pub fn every(self) -> Self {
        Self(quantify(self.0, GroupQuantifier::Every))
    }

    /// At least one group of the compound field must meet the condition.
    #[inline]
    pub fn any(self) -> Self {
        Self(quantify(self.0, GroupQuantifier::Any))
    }

    /// The field is below the value.
    pub fn less(self, value: impl Into<Timestamp>) -> Clause {
        compare(self.0, SearchOperator::Less, &value.into())
    }

    /// The field is above the value.
    pub fn greater(self, value: impl Into<Timestamp>) -> Clause {
        compare(self.0, SearchOperator::Greater, &value.into())
    }

    /// The field is at most the value.
    pub fn less_or_equal(self, value: impl Into<Timestamp>) -> Clause {
        compare(self.0, SearchOperator::LessOrEqual, &value.into())
    }

    /// The field is at least the value.
    pub fn greater_or_equal(self, value: impl Into<Timestamp>) -> Clause {
        compare(self.0, SearchOperator::GreaterOrEqual, &value.into())
    }

    /// The field is empty.
    #[inline]
    pub fn is_null(self) -> Clause {
        test(self.0, SearchOperator::IsNull)
    }

    /// The field is not empty.
    #[inline]
    pub fn is_not_null(self) -> Clause {
        test(self.0, SearchOperator::IsNotNull)
    }
}

/// Conditions on a compound field. Its inner conditions are on the fields inside, and have no
/// quantifier of their own.
#[derive(Clone, Debug)]
#[must_use = "a condition needs its operator"]
pub struct CompoundCondition(pub(super) SearchParam);

impl CompoundCondition {
    /// All groups of the compound field must meet the condition.
    #[inline]
    pub fn every(self) -> Self {
        Self(quantify(self.0, GroupQuantifier::Every))
    }

    /// At least one group of the compound field must meet the condition.
    #[inline]
    pub fn any(self) -> Self {
        Self(quantify(self.0, GroupQuantifier::Any))
    }

    /// The groups of a compound field meet the inner conditions.
    pub fn meet(self, group: impl Into<SearchGroup>) -> Clause {
        nest(self.0, SearchOperator::Meet, group.into())
    }

    /// The groups of a compound field do not meet the inner conditions.
    pub fn not_meet(self, group: impl Into<SearchGroup>) -> Clause {
        nest(self.0, SearchOperator::NotMeet, group.into())
    }

    /// The field is empty.
    #[inline]
    pub fn is_null(self) -> Clause {
        test(self.0, SearchOperator::IsNull)
    }

    /// The field is not empty.
    #[inline]
    pub fn is_not_null(self) -> Clause {
        test(self.0, SearchOperator::IsNotNull)
    }
}

/// Conditions on a field of which only the key is known. Nothing is checked: use the function for the
/// field's type where there is one.
#[derive(Clone, Debug)]
#[must_use = "a condition needs its operator"]
pub struct FieldCondition(pub(super) SearchParam);

impl FieldCondition {
    /// All groups of the compound field must meet the condition.
    #[inline]
    pub fn every(self) -> Self {
        Self(quantify(self.0, GroupQuantifier::Every))
    }

    /// At least one group of the compound field must meet the condition.
    #[inline]
    pub fn any(self) -> Self {
        Self(quantify(self.0, GroupQuantifier::Any))
    }

    /// The text contains the value.
    pub fn matches(self, value: impl Into<Value>) -> Clause {
        compare(self.0, SearchOperator::Matches, &value.into())
    }

    /// The text does not contain the value.
    pub fn not_matches(self, value: impl Into<Value>) -> Clause {
        compare(self.0, SearchOperator::NotMatches, &value.into())
    }

    /// The field equals the value.
    pub fn equal(self, value: impl Into<Value>) -> Clause {
        compare(self.0, SearchOperator::Equal, &value.into())
    }

    /// The field differs from the value.
    pub fn not_equal(self, value: impl Into<Value>) -> Clause {
        compare(self.0, SearchOperator::NotEqual, &value.into())
    }

    /// The field is below the value.
    pub fn less(self, value: impl Into<Value>) -> Clause {
        compare(self.0, SearchOperator::Less, &value.into())
    }

    /// The field is above the value.
    pub fn greater(self, value: impl Into<Value>) -> Clause {
        compare(self.0, SearchOperator::Greater, &value.into())
    }

    /// The field is at most the value.
    pub fn less_or_equal(self, value: impl Into<Value>) -> Clause {
        compare(self.0, SearchOperator::LessOrEqual, &value.into())
    }

    /// The field is at least the value.
    pub fn greater_or_equal(self, value: impl Into<Value>) -> Clause {
        compare(self.0, SearchOperator::GreaterOrEqual, &value.into())
    }

    /// The field holds at least one of the values.
    pub fn has_any_of(self, value: impl Into<Value>) -> Clause {
        compare(self.0, SearchOperator::HasAnyOf, &value.into())
    }

    /// The field holds none of the values.
    pub fn has_none_of(self, value: impl Into<Value>) -> Clause {
        compare(self.0, SearchOperator::HasNoneOf, &value.into())
    }

    /// The field holds all of the values.
    pub fn contains(self, value: impl Into<Value>) -> Clause {
        compare(self.0, SearchOperator::Contains, &value.into())
    }

    /// The field lacks at least one of the values.
    pub fn not_contains(self, value: impl Into<Value>) -> Clause {
        compare(self.0, SearchOperator::NotContains, &value.into())
    }

    /// The field is empty.
    #[inline]
    pub fn is_null(self) -> Clause {
        test(self.0, SearchOperator::IsNull)
    }

    /// The field is not empty.
    #[inline]
    pub fn is_not_null(self) -> Clause {
        test(self.0, SearchOperator::IsNotNull)
    }

    /// The groups of a compound field meet the inner conditions.
    pub fn meet(self, group: impl Into<SearchGroup>) -> Clause {
        nest(self.0, SearchOperator::Meet, group.into())
    }

    /// The groups of a compound field do not meet the inner conditions.
    pub fn not_meet(self, group: impl Into<SearchGroup>) -> Clause {
        nest(self.0, SearchOperator::NotMeet, group.into())
    }
}

/// Conditions on the title.
#[derive(Clone, Debug)]
#[must_use = "a condition needs its operator"]
pub struct NameCondition(pub(super) SearchParam);

impl NameCondition {
    /// The text contains the value.
    pub fn matches(self, value: impl Into<String>) -> Clause {
        compare(self.0, SearchOperator::Matches, &value.into())
    }

    /// The text does not contain the value.
    pub fn not_matches(self, value: impl Into<String>) -> Clause {
        compare(self.0, SearchOperator::NotMatches, &value.into())
    }

    /// The field equals the value.
    pub fn equal(self, value: impl Into<String>) -> Clause {
        compare(self.0, SearchOperator::Equal, &value.into())
    }

    /// The field differs from the value.
    pub fn not_equal(self, value: impl Into<String>) -> Clause {
        compare(self.0, SearchOperator::NotEqual, &value.into())
    }
}

/// Conditions on the nodes that the item is at, given by their names. For node flows; views do not
/// take it.
#[derive(Clone, Debug)]
#[must_use = "a condition needs its operator"]
pub struct CurrentNodesCondition(pub(super) SearchParam);

impl CurrentNodesCondition {
    /// The field equals the value.
    pub fn equal(self, value: impl IntoIterator<Item = impl Into<String>>) -> Clause {
        compare(self.0, SearchOperator::Equal, &list::<String, _>(value))
    }

    /// The field differs from the value.
    pub fn not_equal(
        self,
        value: impl IntoIterator<Item = impl Into<String>>,
    ) -> Clause {
        compare(self.0, SearchOperator::NotEqual, &list::<String, _>(value))
    }

    /// The field holds at least one of the values.
    pub fn has_any_of(
        self,
        value: impl IntoIterator<Item = impl Into<String>>,
    ) -> Clause {
        compare(self.0, SearchOperator::HasAnyOf, &list::<String, _>(value))
    }

    /// The field holds none of the values.
    pub fn has_none_of(
        self,
        value: impl IntoIterator<Item = impl Into<String>>,
    ) -> Clause {
        compare(self.0, SearchOperator::HasNoneOf, &list::<String, _>(value))
    }

    /// The field holds all of the values.
    pub fn contains(self, value: impl IntoIterator<Item = impl Into<String>>) -> Clause {
        compare(self.0, SearchOperator::Contains, &list::<String, _>(value))
    }

    /// The field lacks at least one of the values.
    pub fn not_contains(
        self,
        value: impl IntoIterator<Item = impl Into<String>>,
    ) -> Clause {
        compare(self.0, SearchOperator::NotContains, &list::<String, _>(value))
    }
}

/// Conditions on the begin or end of a node. For node flows. The tests for emptiness need the node,
/// too.
#[derive(Clone, Debug)]
#[must_use = "a condition needs its operator"]
pub struct NodeTimeCondition(pub(super) SearchParam);

impl NodeTimeCondition {
    /// The field is below the value.
    #[inline]
    pub fn less(self, value: SearchNodeTime) -> Clause {
        compare(self.0, SearchOperator::Less, &value)
    }

    /// The field is above the value.
    #[inline]
    pub fn greater(self, value: SearchNodeTime) -> Clause {
        compare(self.0, SearchOperator::Greater, &value)
    }

    /// The field is at most the value.
    #[inline]
    pub fn less_or_equal(self, value: SearchNodeTime) -> Clause {
        compare(self.0, SearchOperator::LessOrEqual, &value)
    }

    /// The field is at least the value.
    #[inline]
    pub fn greater_or_equal(self, value: SearchNodeTime) -> Clause {
        compare(self.0, SearchOperator::GreaterOrEqual, &value)
    }

    /// The field is empty.
    #[inline]
    pub fn is_null(self, value: SearchNodeTime) -> Clause {
        compare(self.0, SearchOperator::IsNull, &value)
    }

    /// The field is not empty.
    #[inline]
    pub fn is_not_null(self, value: SearchNodeTime) -> Clause {
        compare(self.0, SearchOperator::IsNotNull, &value)
    }
}

/// Conditions on the moment of creation. Two conditions make a span.
#[derive(Clone, Debug)]
#[must_use = "a condition needs its operator"]
pub struct CreatedAtCondition(pub(super) SearchParam);

impl CreatedAtCondition {
    /// The field equals the value.
    pub fn equal(self, value: impl Into<Timestamp>) -> Clause {
        compare(self.0, SearchOperator::Equal, &value.into())
    }

    /// The field differs from the value.
    pub fn not_equal(self, value: impl Into<Timestamp>) -> Clause {
        compare(self.0, SearchOperator::NotEqual, &value.into())
    }

    /// The field is below the value.
    pub fn less(self, value: impl Into<Timestamp>) -> Clause {
        compare(self.0, SearchOperator::Less, &value.into())
    }

    /// The field is above the value.
    pub fn greater(self, value: impl Into<Timestamp>) -> Clause {
        compare(self.0, SearchOperator::Greater, &value.into())
    }

    /// The field is at most the value.
    pub fn less_or_equal(self, value: impl Into<Timestamp>) -> Clause {
        compare(self.0, SearchOperator::LessOrEqual, &value.into())
    }

    /// The field is at least the value.
    pub fn greater_or_equal(self, value: impl Into<Timestamp>) -> Clause {
        compare(self.0, SearchOperator::GreaterOrEqual, &value.into())
    }
}

/// Conditions on the owners of nodes; of several nodes, all must fit. For node flows. The tests for
/// emptiness need the nodes, too.
#[derive(Clone, Debug)]
#[must_use = "a condition needs its operator"]
pub struct NodeOwnersCondition(pub(super) SearchParam);

impl NodeOwnersCondition {
    /// The field equals the value.
    pub fn equal(
        self,
        value: impl IntoIterator<Item = impl Into<SearchNodeOwners>>,
    ) -> Clause {
        compare(self.0, SearchOperator::Equal, &list::<SearchNodeOwners, _>(value))
    }

    /// The field differs from the value.
    pub fn not_equal(
        self,
        value: impl IntoIterator<Item = impl Into<SearchNodeOwners>>,
    ) -> Clause {
        compare(self.0, SearchOperator::NotEqual, &list::<SearchNodeOwners, _>(value))
    }

    /// The field holds at least one of the values.
    pub fn has_any_of(
        self,
        value: impl IntoIterator<Item = impl Into<SearchNodeOwners>>,
    ) -> Clause {
        compare(self.0, SearchOperator::HasAnyOf, &list::<SearchNodeOwners, _>(value))
    }

    /// The field holds none of the values.
    pub fn has_none_of(
        self,
        value: impl IntoIterator<Item = impl Into<SearchNodeOwners>>,
    ) -> Clause {
        compare(self.0, SearchOperator::HasNoneOf, &list::<SearchNodeOwners, _>(value))
    }

    /// The field is empty.
    pub fn is_null(
        self,
        value: impl IntoIterator<Item = impl Into<SearchNodeOwners>>,
    ) -> Clause {
        compare(self.0, SearchOperator::IsNull, &list::<SearchNodeOwners, _>(value))
    }

    /// The field is not empty.
    pub fn is_not_null(
        self,
        value: impl IntoIterator<Item = impl Into<SearchNodeOwners>>,
    ) -> Clause {
        compare(self.0, SearchOperator::IsNotNull, &list::<SearchNodeOwners, _>(value))
    }

    /// The field holds all of the values.
    pub fn contains(
        self,
        value: impl IntoIterator<Item = impl Into<SearchNodeOwners>>,
    ) -> Clause {
        compare(self.0, SearchOperator::Contains, &list::<SearchNodeOwners, _>(value))
    }

    /// The field lacks at least one of the values.
    pub fn not_contains(
        self,
        value: impl IntoIterator<Item = impl Into<SearchNodeOwners>>,
    ) -> Clause {
        compare(self.0, SearchOperator::NotContains, &list::<SearchNodeOwners, _>(value))
    }
}

/// Conditions on the users of roles; of several roles, all must fit. The tests for emptiness need the
/// roles, too.
#[derive(Clone, Debug)]
#[must_use = "a condition needs its operator"]
pub struct RoleOwnersCondition(pub(super) SearchParam);

impl RoleOwnersCondition {
    /// The field equals the value.
    pub fn equal(
        self,
        value: impl IntoIterator<Item = impl Into<SearchRoleOwners>>,
    ) -> Clause {
        compare(self.0, SearchOperator::Equal, &list::<SearchRoleOwners, _>(value))
    }

    /// The field differs from the value.
    pub fn not_equal(
        self,
        value: impl IntoIterator<Item = impl Into<SearchRoleOwners>>,
    ) -> Clause {
        compare(self.0, SearchOperator::NotEqual, &list::<SearchRoleOwners, _>(value))
    }

    /// The field holds at least one of the values.
    pub fn has_any_of(
        self,
        value: impl IntoIterator<Item = impl Into<SearchRoleOwners>>,
    ) -> Clause {
        compare(self.0, SearchOperator::HasAnyOf, &list::<SearchRoleOwners, _>(value))
    }

    /// The field holds none of the values.
    pub fn has_none_of(
        self,
        value: impl IntoIterator<Item = impl Into<SearchRoleOwners>>,
    ) -> Clause {
        compare(self.0, SearchOperator::HasNoneOf, &list::<SearchRoleOwners, _>(value))
    }

    /// The field is empty.
    pub fn is_null(
        self,
        value: impl IntoIterator<Item = impl Into<SearchRoleOwners>>,
    ) -> Clause {
        compare(self.0, SearchOperator::IsNull, &list::<SearchRoleOwners, _>(value))
    }

    /// The field is not empty.
    pub fn is_not_null(
        self,
        value: impl IntoIterator<Item = impl Into<SearchRoleOwners>>,
    ) -> Clause {
        compare(self.0, SearchOperator::IsNotNull, &list::<SearchRoleOwners, _>(value))
    }

    /// The field holds all of the values.
    pub fn contains(
        self,
        value: impl IntoIterator<Item = impl Into<SearchRoleOwners>>,
    ) -> Clause {
        compare(self.0, SearchOperator::Contains, &list::<SearchRoleOwners, _>(value))
    }

    /// The field lacks at least one of the values.
    pub fn not_contains(
        self,
        value: impl IntoIterator<Item = impl Into<SearchRoleOwners>>,
    ) -> Clause {
        compare(self.0, SearchOperator::NotContains, &list::<SearchRoleOwners, _>(value))
    }
}

/// Conditions on the id of the item.
#[derive(Clone, Debug)]
#[must_use = "a condition needs its operator"]
pub struct WorkItemIdCondition(pub(super) SearchParam);

impl WorkItemIdCondition {
    /// The field equals the value.
    pub fn equal(
        self,
        value: impl IntoIterator<Item = impl Into<WorkItemId>>,
    ) -> Clause {
        compare(self.0, SearchOperator::Equal, &list::<WorkItemId, _>(value))
    }

    /// The field differs from the value.
    pub fn not_equal(
        self,
        value: impl IntoIterator<Item = impl Into<WorkItemId>>,
    ) -> Clause {
        compare(self.0, SearchOperator::NotEqual, &list::<WorkItemId, _>(value))
    }

    /// The field is below the value.
    pub fn less(self, value: impl IntoIterator<Item = impl Into<WorkItemId>>) -> Clause {
        compare(self.0, SearchOperator::Less, &list::<WorkItemId, _>(value))
    }

    /// The field is above the value.
    pub fn greater(
        self,
        value: impl IntoIterator<Item = impl Into<WorkItemId>>,
    ) -> Clause {
        compare(self.0, SearchOperator::Greater, &list::<WorkItemId, _>(value))
    }

    /// The field is at most the value.
    pub fn less_or_equal(
        self,
        value: impl IntoIterator<Item = impl Into<WorkItemId>>,
    ) -> Clause {
        compare(self.0, SearchOperator::LessOrEqual, &list::<WorkItemId, _>(value))
    }

    /// The field is at least the value.
    pub fn greater_or_equal(
        self,
        value: impl IntoIterator<Item = impl Into<WorkItemId>>,
    ) -> Clause {
        compare(self.0, SearchOperator::GreaterOrEqual, &list::<WorkItemId, _>(value))
    }

    /// The field holds at least one of the values.
    pub fn has_any_of(
        self,
        value: impl IntoIterator<Item = impl Into<WorkItemId>>,
    ) -> Clause {
        compare(self.0, SearchOperator::HasAnyOf, &list::<WorkItemId, _>(value))
    }

    /// The field holds none of the values.
    pub fn has_none_of(
        self,
        value: impl IntoIterator<Item = impl Into<WorkItemId>>,
    ) -> Clause {
        compare(self.0, SearchOperator::HasNoneOf, &list::<WorkItemId, _>(value))
    }
}

/// Conditions on the state of the item. Terminated items, `closed` or `systemEnded`, and others cannot
/// be asked for together.
#[derive(Clone, Debug)]
#[must_use = "a condition needs its operator"]
pub struct WorkItemStatusCondition(pub(super) SearchParam);

impl WorkItemStatusCondition {
    /// The field equals the value.
    pub fn equal(self, value: impl IntoIterator<Item = impl Into<StateKey>>) -> Clause {
        compare(self.0, SearchOperator::Equal, &list::<StateKey, _>(value))
    }

    /// The field differs from the value.
    pub fn not_equal(
        self,
        value: impl IntoIterator<Item = impl Into<StateKey>>,
    ) -> Clause {
        compare(self.0, SearchOperator::NotEqual, &list::<StateKey, _>(value))
    }

    /// The field holds at least one of the values.
    pub fn has_any_of(
        self,
        value: impl IntoIterator<Item = impl Into<StateKey>>,
    ) -> Clause {
        compare(self.0, SearchOperator::HasAnyOf, &list::<StateKey, _>(value))
    }

    /// The field holds none of the values.
    pub fn has_none_of(
        self,
        value: impl IntoIterator<Item = impl Into<StateKey>>,
    ) -> Clause {
        compare(self.0, SearchOperator::HasNoneOf, &list::<StateKey, _>(value))
    }
}

/// Conditions on the workflow template.
#[derive(Clone, Debug)]
#[must_use = "a condition needs its operator"]
pub struct TemplateIdCondition(pub(super) SearchParam);

impl TemplateIdCondition {
    /// The field equals the value.
    pub fn equal(
        self,
        value: impl IntoIterator<Item = impl Into<TemplateId>>,
    ) -> Clause {
        compare(self.0, SearchOperator::Equal, &list::<TemplateId, _>(value))
    }

    /// The field differs from the value.
    pub fn not_equal(
        self,
        value: impl IntoIterator<Item = impl Into<TemplateId>>,
    ) -> Clause {
        compare(self.0, SearchOperator::NotEqual, &list::<TemplateId, _>(value))
    }

    /// The field holds at least one of the values.
    pub fn has_any_of(
        self,
        value: impl IntoIterator<Item = impl Into<TemplateId>>,
    ) -> Clause {
        compare(self.0, SearchOperator::HasAnyOf, &list::<TemplateId, _>(value))
    }

    /// The field holds none of the values.
    pub fn has_none_of(
        self,
        value: impl IntoIterator<Item = impl Into<TemplateId>>,
    ) -> Clause {
        compare(self.0, SearchOperator::HasNoneOf, &list::<TemplateId, _>(value))
    }

    /// The field is empty.
    #[inline]
    pub fn is_null(self) -> Clause {
        test(self.0, SearchOperator::IsNull)
    }

    /// The field is not empty.
    #[inline]
    pub fn is_not_null(self) -> Clause {
        test(self.0, SearchOperator::IsNotNull)
    }
}

/// Conditions on the business line.
#[derive(Clone, Debug)]
#[must_use = "a condition needs its operator"]
pub struct BusinessCondition(pub(super) SearchParam);

impl BusinessCondition {
    /// The field equals the value.
    pub fn equal(
        self,
        value: impl IntoIterator<Item = impl Into<BusinessId>>,
    ) -> Clause {
        compare(self.0, SearchOperator::Equal, &list::<BusinessId, _>(value))
    }

    /// The field differs from the value.
    pub fn not_equal(
        self,
        value: impl IntoIterator<Item = impl Into<BusinessId>>,
    ) -> Clause {
        compare(self.0, SearchOperator::NotEqual, &list::<BusinessId, _>(value))
    }

    /// The field holds at least one of the values.
    pub fn has_any_of(
        self,
        value: impl IntoIterator<Item = impl Into<BusinessId>>,
    ) -> Clause {
        compare(self.0, SearchOperator::HasAnyOf, &list::<BusinessId, _>(value))
    }

    /// The field holds none of the values.
    pub fn has_none_of(
        self,
        value: impl IntoIterator<Item = impl Into<BusinessId>>,
    ) -> Clause {
        compare(self.0, SearchOperator::HasNoneOf, &list::<BusinessId, _>(value))
    }

    /// The field is empty.
    #[inline]
    pub fn is_null(self) -> Clause {
        test(self.0, SearchOperator::IsNull)
    }

    /// The field is not empty.
    #[inline]
    pub fn is_not_null(self) -> Clause {
        test(self.0, SearchOperator::IsNotNull)
    }
}

fn test(condition: SearchParam, operator: SearchOperator) -> Clause {
    Clause::Condition(SearchParam {
        operator,
        ..condition
    })
}

fn compare(
    condition: SearchParam,
    operator: SearchOperator,
    value: &dyn Encode,
) -> Clause {
    Clause::Condition(SearchParam {
        operator,
        value: Some(to_value(value)),
        ..condition
    })
}

fn nest(condition: SearchParam, operator: SearchOperator, group: SearchGroup) -> Clause {
    Clause::Condition(SearchParam {
        operator,
        value_search_groups: Some(group),
        ..condition
    })
}

fn quantify(condition: SearchParam, quantifier: GroupQuantifier) -> SearchParam {
    SearchParam {
        pre_operator: Some(quantifier),
        ..condition
    }
}
