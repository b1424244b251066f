// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `field`.

use paceline_runtime::{Map, TextId, Value};
use paceline_runtime::codegen::{list, union};
use crate::common::{
    FieldKey, FieldTypeKey, ProjectKey, RoleKey, TeamId, WorkItemTypeKey,
};
use crate::config::FieldOption;

/// The options that a field of a work item offers.
///
/// Source: official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FieldOptionList {
    /// Options to choose from.
    pub options: Vec<FieldOption>,

    /// Whether users may add options of their own.
    pub free_add: Option<bool>,

    /// Whether there are more options than listed.
    pub has_more: Option<bool>,

    /// Key of the field.
    pub field_key: Option<FieldKey>,

    /// Name of the field as people see it.
    pub field_name: Option<String>,

    /// Type of the field.
    pub field_type: Option<FieldTypeKey>,

    /// How many levels of a tree are chosen; the values are not documented.
    pub level_mode: Option<String>,

    /// Alias of the field, chosen by the administrator for use by integrations.
    pub field_alias: Option<String>,

    /// Number of levels of a tree.
    pub level_class: Option<String>,
}

/// An option to add, change or remove.
///
/// Source: official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FieldOptionEdit {
    /// Id of the option.
    pub value: Option<String>,

    /// Name of the option.
    pub label: Option<String>,

    /// Whether the option is out of use; the meaning of the numbers is not documented.
    pub disabled: Option<i64>,

    /// What to do with the option; the meaning of the numbers is not documented. Not enforced, since one
    /// weak source alone says so: one of `0`, `1`, `2`.
    pub action: Option<i64>,

    /// Options below this one, in trees.
    pub children: Option<Vec<FieldOptionEdit>>,

    /// Position among the options.
    pub config_order: Option<i64>,

    /// Id of the option above, in trees.
    pub parent_value: Option<String>,
}

impl FieldOptionEdit {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Id of the option.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// Name of the option.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Whether the option is out of use; the meaning of the numbers is not documented.
    #[must_use]
    #[inline]
    pub fn disabled(mut self, disabled: i64) -> Self {
        self.disabled = Some(disabled);
        self
    }

    /// What to do with the option; the meaning of the numbers is not documented. Not enforced, since one
    /// weak source alone says so: one of `0`, `1`, `2`.
    #[must_use]
    #[inline]
    pub fn action(mut self, action: i64) -> Self {
        self.action = Some(action);
        self
    }

    /// Options below this one, in trees.
    #[must_use]
    pub fn children(
        mut self,
        children: impl IntoIterator<Item = FieldOptionEdit>,
    ) -> Self {
        self.children = Some(children.into_iter().collect::<Vec<_>>());
        self
    }

    /// Position among the options.
    #[must_use]
    #[inline]
    pub fn config_order(mut self, config_order: i64) -> Self {
        self.config_order = Some(config_order);
        self
    }

    /// Id of the option above, in trees.
    #[must_use]
    pub fn parent_value(mut self, parent_value: impl Into<String>) -> Self {
        self.parent_value = Some(parent_value.into());
        self
    }
}

/// Which teams a team field offers.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct TeamOption {
    /// Teams to offer.
    pub team_data_scopes: Option<Vec<TeamScope>>,

    /// How teams are offered; the values are not documented.
    pub team_mode: Option<String>,
}

impl TeamOption {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Teams to offer.
    #[must_use]
    pub fn team_data_scopes(
        mut self,
        team_data_scopes: impl IntoIterator<Item = TeamScope>,
    ) -> Self {
        self.team_data_scopes = Some(team_data_scopes.into_iter().collect::<Vec<_>>());
        self
    }

    /// How teams are offered; the values are not documented.
    #[must_use]
    pub fn team_mode(mut self, team_mode: impl Into<String>) -> Self {
        self.team_mode = Some(team_mode.into());
        self
    }
}

/// A team that a field offers.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct TeamScope {
    /// Id of the team.
    pub team_id: Option<TextId<TeamId>>,

    /// Whether teams below this one are offered too.
    pub cascade: Option<bool>,
}

impl TeamScope {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Id of the team.
    #[must_use]
    pub fn team_id(mut self, team_id: impl Into<TextId<TeamId>>) -> Self {
        self.team_id = Some(team_id.into());
        self
    }

    /// Whether teams below this one are offered too.
    #[must_use]
    #[inline]
    pub fn cascade(mut self, cascade: bool) -> Self {
        self.cascade = Some(cascade);
        self
    }
}

/// What is shown beside a linked work item.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct RelatedFieldDisplay {
    /// Space of the linked items.
    pub project_key: Option<ProjectKey>,

    /// Type of the linked items.
    pub work_item_type_key: Option<WorkItemTypeKey>,

    /// Fields to show of a linked item.
    pub display_field_keys: Option<Vec<FieldKey>>,

    /// Roles to show of a linked item.
    pub display_role_keys: Option<Vec<RoleKey>>,

    /// Controls to show of a linked item.
    pub display_controls: Option<Vec<String>>,
}

impl RelatedFieldDisplay {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Space of the linked items.
    #[must_use]
    pub fn project_key(mut self, project_key: impl Into<ProjectKey>) -> Self {
        self.project_key = Some(project_key.into());
        self
    }

    /// Type of the linked items.
    #[must_use]
    pub fn work_item_type_key(
        mut self,
        work_item_type_key: impl Into<WorkItemTypeKey>,
    ) -> Self {
        self.work_item_type_key = Some(work_item_type_key.into());
        self
    }

    /// Fields to show of a linked item.
    #[must_use]
    pub fn display_field_keys(
        mut self,
        display_field_keys: impl IntoIterator<Item = impl Into<FieldKey>>,
    ) -> Self {
        self.display_field_keys = Some(list::<FieldKey, _>(display_field_keys));
        self
    }

    /// Roles to show of a linked item.
    #[must_use]
    pub fn display_role_keys(
        mut self,
        display_role_keys: impl IntoIterator<Item = impl Into<RoleKey>>,
    ) -> Self {
        self.display_role_keys = Some(list::<RoleKey, _>(display_role_keys));
        self
    }

    /// Controls to show of a linked item.
    #[must_use]
    pub fn display_controls(
        mut self,
        display_controls: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.display_controls = Some(list::<String, _>(display_controls));
        self
    }
}

/// Options of a field to write: a list of option edits, or an object for field types that want one.
///
/// Source: official Java SDK, community notes.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FieldOptionInput {
    /// It came as a list.
    List(Vec<FieldOptionEdit>),

    /// It came as an object.
    Object(Map<String, Value>),
}

union!(FieldOptionInput, List, Object);

impl From<Vec<FieldOptionEdit>> for FieldOptionInput {
    #[inline]
    fn from(value: Vec<FieldOptionEdit>) -> Self {
        Self::List(value)
    }
}

impl From<Map<String, Value>> for FieldOptionInput {
    #[inline]
    fn from(value: Map<String, Value>) -> Self {
        Self::Object(value)
    }
}
