// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `config`.

use paceline_runtime::codegen::{integer_enum, list, string_enum};
use crate::common::{
    FieldKey, FieldTypeKey, ProjectKey, RelationId, RoleKey, UserKey, WorkItemTypeKey,
};
use crate::field_value::FieldValue;

/// Whether a field must be filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FieldRequirement {
    /// Always.
    Required,

    /// Never.
    Optional,

    /// Depending on other fields.
    Conditional,

    /// A value that is not documented.
    Unknown(i64),
}

impl FieldRequirement {
    /// The value as it travels.
    #[must_use]
    pub fn get(self) -> i64 {
        match self {
            Self::Required => 1,
            Self::Optional => 2,
            Self::Conditional => 3,
            Self::Unknown(value) => value,
        }
    }
}

impl From<i64> for FieldRequirement {
    fn from(value: i64) -> Self {
        match value {
            1 => Self::Required,
            2 => Self::Optional,
            3 => Self::Conditional,
            other => Self::Unknown(other),
        }
    }
}

integer_enum!(FieldRequirement);

/// Whether a field is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FieldVisibility {
    /// Always.
    Visible,

    /// Depending on other fields.
    Conditional,

    /// A value that is not documented.
    Unknown(i64),
}

impl FieldVisibility {
    /// The value as it travels.
    #[must_use]
    pub fn get(self) -> i64 {
        match self {
            Self::Visible => 1,
            Self::Conditional => 2,
            Self::Unknown(value) => value,
        }
    }
}

impl From<i64> for FieldVisibility {
    fn from(value: i64) -> Self {
        match value {
            1 => Self::Visible,
            2 => Self::Conditional,
            other => Self::Unknown(other),
        }
    }
}

integer_enum!(FieldVisibility);

/// Whether a field is in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FieldValidity {
    /// Always.
    Valid,

    /// Depending on other fields.
    Conditional,

    /// A value that is not documented.
    Unknown(i64),
}

impl FieldValidity {
    /// The value as it travels.
    #[must_use]
    pub fn get(self) -> i64 {
        match self {
            Self::Valid => 1,
            Self::Conditional => 3,
            Self::Unknown(value) => value,
        }
    }
}

impl From<i64> for FieldValidity {
    fn from(value: i64) -> Self {
        match value {
            1 => Self::Valid,
            3 => Self::Conditional,
            other => Self::Unknown(other),
        }
    }
}

integer_enum!(FieldValidity);

/// Whether something is shown in a form from the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DefaultAppearance {
    /// It is shown.
    Shown,

    /// It is hidden.
    Hidden,

    /// It depends on other fields.
    Conditional,

    /// A value that is not documented.
    Unknown(i64),
}

impl DefaultAppearance {
    /// The value as it travels.
    #[must_use]
    pub fn get(self) -> i64 {
        match self {
            Self::Shown => 1,
            Self::Hidden => 2,
            Self::Conditional => 3,
            Self::Unknown(value) => value,
        }
    }
}

impl From<i64> for DefaultAppearance {
    fn from(value: i64) -> Self {
        match value {
            1 => Self::Shown,
            2 => Self::Hidden,
            3 => Self::Conditional,
            other => Self::Unknown(other),
        }
    }
}

integer_enum!(DefaultAppearance);

/// Whether something is out of use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DisabledState {
    /// It is disabled.
    Disabled,

    /// It is enabled.
    Enabled,

    /// A value that is not documented.
    Unknown(i64),
}

impl DisabledState {
    /// The value as it travels.
    #[must_use]
    pub fn get(self) -> i64 {
        match self {
            Self::Disabled => 1,
            Self::Enabled => 2,
            Self::Unknown(value) => value,
        }
    }
}

impl From<i64> for DisabledState {
    fn from(value: i64) -> Self {
        match value {
            1 => Self::Disabled,
            2 => Self::Enabled,
            other => Self::Unknown(other),
        }
    }
}

integer_enum!(DisabledState);

/// Finish something, or take its finishing back.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ConfirmAction {
    /// Finishes it.
    Confirm,

    /// Opens it again.
    Rollback,

    /// A value that is not documented.
    Unknown(String),
}

impl ConfirmAction {
    /// The value as it travels.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Confirm => "confirm",
            Self::Rollback => "rollback",
            Self::Unknown(value) => value,
        }
    }
}

impl From<&str> for ConfirmAction {
    fn from(value: &str) -> Self {
        match value {
            "confirm" => Self::Confirm,
            "rollback" => Self::Rollback,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

string_enum!(ConfirmAction);

/// Configuration of a field in the form for a type, node or transition.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FieldConfig {
    /// Whether the field must be filled in.
    pub requirement: Option<FieldRequirement>,

    /// Whether the field is shown.
    pub visibility: Option<FieldVisibility>,

    /// How each role is filled, for the field that holds the roles.
    pub role_assign: Option<Vec<RoleAssignment>>,

    /// Name of the field as people see it.
    pub field_name: Option<String>,

    /// Key of the field.
    pub field_key: Option<FieldKey>,

    /// Alias of the field, chosen by the administrator for use by integrations.
    pub field_alias: Option<String>,

    /// Type of the field.
    pub field_type_key: Option<FieldTypeKey>,

    /// Default value of the field.
    pub default_value: Option<FieldDefault>,

    /// Options to choose from.
    pub options: Option<Vec<OptionConfig>>,

    /// Fields inside a compound field.
    pub compound_fields: Option<Vec<FieldConfig>>,

    /// Whether the field is in use.
    pub validity: Option<FieldValidity>,

    /// Label of the field.
    pub label: Option<String>,

    /// Relation that a relation field follows.
    pub work_item_relation: Option<WorkItemRelation>,

    /// Internal id of the field.
    pub field_uuid: Option<String>,

    /// Whether users may add options of their own.
    pub free_add: Option<bool>,

    /// Hint shown inside the field.
    pub field_tips: Option<String>,

    /// How many levels of a tree are chosen; the values are not documented.
    pub sub_type_level_mode: Option<String>,

    /// Number of levels of a tree.
    pub sub_type_level_class: Option<i64>,

    /// Who may edit the field.
    pub editable_personnel_scope: Option<FieldEditScope>,
}

impl FieldConfig {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Whether the field must be filled in.
    #[must_use]
    pub fn requirement(mut self, requirement: impl Into<FieldRequirement>) -> Self {
        self.requirement = Some(requirement.into());
        self
    }

    /// Whether the field is shown.
    #[must_use]
    pub fn visibility(mut self, visibility: impl Into<FieldVisibility>) -> Self {
        self.visibility = Some(visibility.into());
        self
    }

    /// How each role is filled, for the field that holds the roles.
    #[must_use]
    pub fn role_assign(
        mut self,
        role_assign: impl IntoIterator<Item = RoleAssignment>,
    ) -> Self {
        self.role_assign = Some(role_assign.into_iter().collect::<Vec<_>>());
        self
    }

    /// Name of the field as people see it.
    #[must_use]
    pub fn field_name(mut self, field_name: impl Into<String>) -> Self {
        self.field_name = Some(field_name.into());
        self
    }

    /// Key of the field.
    #[must_use]
    pub fn field_key(mut self, field_key: impl Into<FieldKey>) -> Self {
        self.field_key = Some(field_key.into());
        self
    }

    /// Alias of the field, chosen by the administrator for use by integrations.
    #[must_use]
    pub fn field_alias(mut self, field_alias: impl Into<String>) -> Self {
        self.field_alias = Some(field_alias.into());
        self
    }

    /// Type of the field.
    #[must_use]
    pub fn field_type_key(mut self, field_type_key: impl Into<FieldTypeKey>) -> Self {
        self.field_type_key = Some(field_type_key.into());
        self
    }

    /// Default value of the field.
    #[must_use]
    #[inline]
    pub fn default_value(mut self, default_value: FieldDefault) -> Self {
        self.default_value = Some(default_value);
        self
    }

    /// Options to choose from.
    #[must_use]
    pub fn options(mut self, options: impl IntoIterator<Item = OptionConfig>) -> Self {
        self.options = Some(options.into_iter().collect::<Vec<_>>());
        self
    }

    /// Fields inside a compound field.
    #[must_use]
    pub fn compound_fields(
        mut self,
        compound_fields: impl IntoIterator<Item = FieldConfig>,
    ) -> Self {
        self.compound_fields = Some(compound_fields.into_iter().collect::<Vec<_>>());
        self
    }

    /// Whether the field is in use.
    #[must_use]
    pub fn validity(mut self, validity: impl Into<FieldValidity>) -> Self {
        self.validity = Some(validity.into());
        self
    }

    /// Label of the field.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Relation that a relation field follows.
    #[must_use]
    #[inline]
    pub fn work_item_relation(mut self, work_item_relation: WorkItemRelation) -> Self {
        self.work_item_relation = Some(work_item_relation);
        self
    }

    /// Internal id of the field.
    #[must_use]
    pub fn field_uuid(mut self, field_uuid: impl Into<String>) -> Self {
        self.field_uuid = Some(field_uuid.into());
        self
    }

    /// Whether users may add options of their own.
    #[must_use]
    #[inline]
    pub fn free_add(mut self, free_add: bool) -> Self {
        self.free_add = Some(free_add);
        self
    }

    /// Hint shown inside the field.
    #[must_use]
    pub fn field_tips(mut self, field_tips: impl Into<String>) -> Self {
        self.field_tips = Some(field_tips.into());
        self
    }

    /// How many levels of a tree are chosen; the values are not documented.
    #[must_use]
    pub fn sub_type_level_mode(
        mut self,
        sub_type_level_mode: impl Into<String>,
    ) -> Self {
        self.sub_type_level_mode = Some(sub_type_level_mode.into());
        self
    }

    /// Number of levels of a tree.
    #[must_use]
    #[inline]
    pub fn sub_type_level_class(mut self, sub_type_level_class: i64) -> Self {
        self.sub_type_level_class = Some(sub_type_level_class);
        self
    }

    /// Who may edit the field.
    #[must_use]
    #[inline]
    pub fn editable_personnel_scope(
        mut self,
        editable_personnel_scope: FieldEditScope,
    ) -> Self {
        self.editable_personnel_scope = Some(editable_personnel_scope);
        self
    }
}

/// Default value of a field.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FieldDefault {
    /// Whether it is shown from the start.
    pub default_appear: Option<DefaultAppearance>,

    /// The default value, in the shape that the field's type wants.
    pub value: Option<FieldValue>,
}

impl FieldDefault {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Whether it is shown from the start.
    #[must_use]
    pub fn default_appear(
        mut self,
        default_appear: impl Into<DefaultAppearance>,
    ) -> Self {
        self.default_appear = Some(default_appear.into());
        self
    }

    /// The default value, in the shape that the field's type wants.
    #[must_use]
    pub fn value(mut self, value: impl Into<FieldValue>) -> Self {
        self.value = Some(value.into());
        self
    }
}

/// An option of a field in a form.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct OptionConfig {
    /// Name of the option.
    pub label: Option<String>,

    /// Id of the option, as field values take it.
    pub value: Option<String>,

    /// Whether it is out of use.
    pub disabled_state: Option<DisabledState>,

    /// Whether it is shown; the meaning of the numbers is not documented.
    pub visibility: Option<i64>,

    /// Options below this one, in trees.
    pub children: Option<Vec<OptionConfig>>,
}

impl OptionConfig {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Name of the option.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Id of the option, as field values take it.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// Whether it is out of use.
    #[must_use]
    pub fn disabled_state(mut self, disabled_state: impl Into<DisabledState>) -> Self {
        self.disabled_state = Some(disabled_state.into());
        self
    }

    /// Whether it is shown; the meaning of the numbers is not documented.
    #[must_use]
    #[inline]
    pub fn visibility(mut self, visibility: i64) -> Self {
        self.visibility = Some(visibility);
        self
    }

    /// Options below this one, in trees.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = OptionConfig>) -> Self {
        self.children = Some(children.into_iter().collect::<Vec<_>>());
        self
    }
}

/// How a role is filled in the form for a new work item.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct RoleAssignment {
    /// Key of the role.
    pub role: Option<RoleKey>,

    /// Name of the role.
    pub name: Option<String>,

    /// Whether it is shown from the start.
    pub default_appear: Option<DefaultAppearance>,

    /// Whether the role may be removed from the form; the meaning of the numbers is not documented.
    pub deletable: Option<i64>,

    /// How users are assigned to the role; the meaning of the numbers is not documented.
    pub member_assign: Option<i64>,

    /// Users assigned to the role.
    pub members: Option<Vec<UserKey>>,
}

impl RoleAssignment {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Key of the role.
    #[must_use]
    pub fn role(mut self, role: impl Into<RoleKey>) -> Self {
        self.role = Some(role.into());
        self
    }

    /// Name of the role.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Whether it is shown from the start.
    #[must_use]
    pub fn default_appear(
        mut self,
        default_appear: impl Into<DefaultAppearance>,
    ) -> Self {
        self.default_appear = Some(default_appear.into());
        self
    }

    /// Whether the role may be removed from the form; the meaning of the numbers is not documented.
    #[must_use]
    #[inline]
    pub fn deletable(mut self, deletable: i64) -> Self {
        self.deletable = Some(deletable);
        self
    }

    /// How users are assigned to the role; the meaning of the numbers is not documented.
    #[must_use]
    #[inline]
    pub fn member_assign(mut self, member_assign: i64) -> Self {
        self.member_assign = Some(member_assign);
        self
    }

    /// Users assigned to the role.
    #[must_use]
    pub fn members(
        mut self,
        members: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Self {
        self.members = Some(list::<UserKey, _>(members));
        self
    }
}

/// Who may edit a field.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FieldEditScope {
    /// Kind of restriction; the values are not documented.
    pub editable_personnel_range_type: Option<String>,

    /// Roles that may edit the field.
    pub editable_roles: Option<Vec<RoleKey>>,
}

impl FieldEditScope {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Kind of restriction; the values are not documented.
    #[must_use]
    pub fn editable_personnel_range_type(
        mut self,
        editable_personnel_range_type: impl Into<String>,
    ) -> Self {
        self.editable_personnel_range_type = Some(editable_personnel_range_type.into());
        self
    }

    /// Roles that may edit the field.
    #[must_use]
    pub fn editable_roles(
        mut self,
        editable_roles: impl IntoIterator<Item = impl Into<RoleKey>>,
    ) -> Self {
        self.editable_roles = Some(list::<RoleKey, _>(editable_roles));
        self
    }
}

/// A relation from one work item type to others.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct WorkItemRelation {
    /// Id of the relation.
    pub id: Option<RelationId>,

    /// Name of the relation.
    pub name: Option<String>,

    /// Whether it is out of use.
    pub disabled: Option<bool>,

    /// Type that the relation starts at.
    pub work_item_type_key: Option<WorkItemTypeKey>,

    /// Name of the work item type.
    pub work_item_type_name: Option<String>,

    /// Types that the relation leads to.
    pub relation_details: Option<Vec<TypeInSpace>>,

    /// Kind of the relation; the values are not documented.
    pub relation_type: Option<i64>,
}

impl WorkItemRelation {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Id of the relation.
    #[must_use]
    pub fn id(mut self, id: impl Into<RelationId>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Name of the relation.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Whether it is out of use.
    #[must_use]
    #[inline]
    pub fn disabled(mut self, disabled: bool) -> Self {
        self.disabled = Some(disabled);
        self
    }

    /// Type that the relation starts at.
    #[must_use]
    pub fn work_item_type_key(
        mut self,
        work_item_type_key: impl Into<WorkItemTypeKey>,
    ) -> Self {
        self.work_item_type_key = Some(work_item_type_key.into());
        self
    }

    /// Name of the work item type.
    #[must_use]
    pub fn work_item_type_name(
        mut self,
        work_item_type_name: impl Into<String>,
    ) -> Self {
        self.work_item_type_name = Some(work_item_type_name.into());
        self
    }

    /// Types that the relation leads to.
    #[must_use]
    pub fn relation_details(
        mut self,
        relation_details: impl IntoIterator<Item = TypeInSpace>,
    ) -> Self {
        self.relation_details = Some(relation_details.into_iter().collect::<Vec<_>>());
        self
    }

    /// Kind of the relation; the values are not documented.
    #[must_use]
    #[inline]
    pub fn relation_type(mut self, relation_type: i64) -> Self {
        self.relation_type = Some(relation_type);
        self
    }
}

/// A work item type of a space, with their names.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct TypeInSpace {
    /// Key of the work item type.
    pub work_item_type_key: Option<WorkItemTypeKey>,

    /// Name of the work item type.
    pub work_item_type_name: Option<String>,

    /// Key of the space.
    pub project_key: Option<ProjectKey>,

    /// Name of the space.
    pub project_name: Option<String>,
}

impl TypeInSpace {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Key of the work item type.
    #[must_use]
    pub fn work_item_type_key(
        mut self,
        work_item_type_key: impl Into<WorkItemTypeKey>,
    ) -> Self {
        self.work_item_type_key = Some(work_item_type_key.into());
        self
    }

    /// Name of the work item type.
    #[must_use]
    pub fn work_item_type_name(
        mut self,
        work_item_type_name: impl Into<String>,
    ) -> Self {
        self.work_item_type_name = Some(work_item_type_name.into());
        self
    }

    /// Key of the space.
    #[must_use]
    pub fn project_key(mut self, project_key: impl Into<ProjectKey>) -> Self {
        self.project_key = Some(project_key.into());
        self
    }

    /// Name of the space.
    #[must_use]
    pub fn project_name(mut self, project_name: impl Into<String>) -> Self {
        self.project_name = Some(project_name.into());
        self
    }
}

/// How the owners of a node are found.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct NodeOwnerConfig {
    /// How the owners are found; the values are not documented.
    pub owner_usage_mode: Option<String>,

    /// Roles whose users become owners.
    pub owner_roles: Option<Vec<RoleKey>>,

    /// Fixed owners.
    pub user_keys: Option<Vec<UserKey>>,
}

impl NodeOwnerConfig {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// How the owners are found; the values are not documented.
    #[must_use]
    pub fn owner_usage_mode(mut self, owner_usage_mode: impl Into<String>) -> Self {
        self.owner_usage_mode = Some(owner_usage_mode.into());
        self
    }

    /// Roles whose users become owners.
    #[must_use]
    pub fn owner_roles(
        mut self,
        owner_roles: impl IntoIterator<Item = impl Into<RoleKey>>,
    ) -> Self {
        self.owner_roles = Some(list::<RoleKey, _>(owner_roles));
        self
    }

    /// Fixed owners.
    #[must_use]
    pub fn user_keys(
        mut self,
        user_keys: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Self {
        self.user_keys = Some(list::<UserKey, _>(user_keys));
        self
    }
}

/// A field of a space.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Field {
    /// Key of the field.
    pub field_key: Option<FieldKey>,

    /// Type of the field.
    pub field_type_key: Option<FieldTypeKey>,

    /// Options to choose from.
    pub options: Vec<FieldOption>,

    /// Fields inside a compound field.
    pub compound_fields: Vec<Field>,

    /// Alias of the field, chosen by the administrator for use by integrations.
    pub field_alias: Option<String>,

    /// Name of the field as people see it.
    pub field_name: Option<String>,

    /// Whether the field was made by users.
    pub is_custom_field: Option<bool>,

    /// Whether the field is out of use.
    pub is_obsoleted: Option<bool>,

    /// Types that have the field.
    pub work_item_scopes: Vec<WorkItemTypeKey>,

    /// How values come about; the values are not documented.
    pub value_generate_mode: Option<String>,

    /// Relation that a relation field follows.
    pub relation_id: Option<RelationId>,

    /// Who may edit the field.
    pub editable_personnel_scope: Option<FieldEditScope>,

    /// How numbers are shown.
    pub number_config: Option<NumberFormat>,
}

/// An option of a field.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FieldOption {
    /// Name of the option.
    pub label: Option<String>,

    /// Id of the option, as field values take it.
    pub value: Option<String>,

    /// Options below this one, in trees.
    pub children: Vec<FieldOption>,

    /// Type that the option belongs to.
    pub work_item_type_key: Option<WorkItemTypeKey>,

    /// Position among the options; smaller comes first.
    pub order: Option<i64>,

    /// Colour of the option.
    pub color: Option<String>,

    /// Whether it is shown; the meaning of the numbers is not documented.
    pub visibility: Option<i64>,

    /// Whether it is out of use.
    pub disabled_state: Option<DisabledState>,
}

/// How numbers of a field are shown.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct NumberFormat {
    /// Factor by which the number is scaled when shown.
    pub scaling_ratio: Option<String>,

    /// Number of decimal places shown.
    pub display_digits: Option<i64>,

    /// Unit or sign shown with the number.
    pub symbol_setting: Option<NumberSymbol>,

    /// Whether thousands are set apart.
    pub thousandth: Option<bool>,
}

impl NumberFormat {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Factor by which the number is scaled when shown.
    #[must_use]
    pub fn scaling_ratio(mut self, scaling_ratio: impl Into<String>) -> Self {
        self.scaling_ratio = Some(scaling_ratio.into());
        self
    }

    /// Number of decimal places shown.
    #[must_use]
    #[inline]
    pub fn display_digits(mut self, display_digits: i64) -> Self {
        self.display_digits = Some(display_digits);
        self
    }

    /// Unit or sign shown with the number.
    #[must_use]
    #[inline]
    pub fn symbol_setting(mut self, symbol_setting: NumberSymbol) -> Self {
        self.symbol_setting = Some(symbol_setting);
        self
    }

    /// Whether thousands are set apart.
    #[must_use]
    #[inline]
    pub fn thousandth(mut self, thousandth: bool) -> Self {
        self.thousandth = Some(thousandth);
        self
    }
}

/// The unit or sign shown with a number.
///
/// Source: official Go SDK, official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct NumberSymbol {
    /// How the symbol is shown; the values are not documented.
    pub display: Option<String>,

    /// The symbol.
    pub value: Option<String>,

    /// Whether the symbol stands before or after the number; the values are not documented.
    pub layout: Option<String>,
}

impl NumberSymbol {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// How the symbol is shown; the values are not documented.
    #[must_use]
    pub fn display(mut self, display: impl Into<String>) -> Self {
        self.display = Some(display.into());
        self
    }

    /// The symbol.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = Some(value.into());
        self
    }

    /// Whether the symbol stands before or after the number; the values are not documented.
    #[must_use]
    pub fn layout(mut self, layout: impl Into<String>) -> Self {
        self.layout = Some(layout.into());
        self
    }
}
