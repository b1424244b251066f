//! Filters: builders of conditions.

use super::id::{ResourceId, TypeId};
use super::name::Name;
use super::prose::Prose;
use super::source_location::SourceLocation;
use super::type_ref::TypeRef;

/// A module with which callers put conditions together. Members of structs and values of enums are given by their indices.
#[derive(Clone, Debug, PartialEq)]
pub struct Filter {
    /// Name of the module.
    pub name: Name,
    /// The resource whose module it lies in.
    pub resource: ResourceId,
    /// What it is for; never empty.
    pub docs: Prose,
    /// The object that joins conditions.
    pub group: ConditionGroup,
    /// The object that is a condition.
    pub condition: Condition,
    /// The enum of the types that fields have. With it, the module also has functions for fields whose type is known at run
    /// time alone.
    pub field_types: Option<TypeId>,
    /// What has operators: kinds of fields, and keys with operators of their own.
    pub builders: Vec<ConditionBuilder>,
    /// Where a condition starts.
    pub starts: Vec<ConditionStart>,
    /// Where it stands in the spec.
    pub origin: SourceLocation,
}

/// A struct that joins conditions.
#[derive(Clone, Debug, PartialEq)]
pub struct ConditionGroup {
    /// The struct.
    pub ty: TypeId,
    /// Its member for the conjunction: an enum.
    pub conjunction: usize,
    /// The conjunction under which all must hold.
    pub all: usize,
    /// The conjunction under which one must hold.
    pub any: usize,
    /// Its member for conditions: a list.
    pub conditions: usize,
    /// Its member for groups: a list.
    pub groups: usize,
}

/// A struct that is a condition.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// The struct.
    pub ty: TypeId,
    /// Its member for the key of what is compared: text.
    pub key: usize,
    /// Its member for the operator: an enum.
    pub operator: usize,
    /// Its member for the value to compare with: any JSON value.
    pub value: usize,
    /// Its member for how often the condition must hold: an enum.
    pub quantifier: Option<usize>,
    /// Its member for inner conditions: a group.
    pub inner: Option<usize>,
}

/// What has operators.
#[derive(Clone, Debug, PartialEq)]
pub struct ConditionBuilder {
    /// Its name.
    pub name: Name,
    /// What it is about.
    pub docs: Prose,
    /// Whether it is a kind of field. A condition on one may be an inner condition, on a member of a field whose values are
    /// objects, and say of how many of these it must hold.
    pub is_kind: bool,
    /// The types of fields that are of this kind, by their place in the enum.
    pub types: Vec<usize>,
    /// Its operators, each once.
    pub comparisons: Vec<Comparison>,
}

/// An operator with what it takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The value of the operators' enum.
    pub operator: usize,
    /// What it takes.
    pub takes: Takes,
}

/// What an operator takes.
#[derive(Clone, Debug, PartialEq)]
pub enum Takes {
    /// Nothing.
    Nothing,
    /// A value of this type.
    Value(TypeRef),
    /// One value of this type, sent as a list of one.
    Single(TypeRef),
    /// A group of conditions.
    Group,
}

/// A function with which a condition starts.
#[derive(Clone, Debug, PartialEq)]
pub struct ConditionStart {
    /// Its name.
    pub name: Name,
    /// What the condition is on.
    pub docs: Prose,
    /// The key, if it is always the same.
    pub key: Option<String>,
    /// Which of the builders it gives, by its index.
    pub builder: usize,
}
