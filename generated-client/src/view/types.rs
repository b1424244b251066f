// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `view`.

use paceline_runtime::{TextId, Timestamp};
use crate::common::{QuickFilterId, RoleKey, TeamId, UserKey, ViewId, WorkItemId};
use crate::config::TypeInSpace;
use crate::search::TypeScope;

/// A fixed view with the work items of the current page.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FixedView {
    /// Id of the view.
    pub view_id: Option<ViewId>,

    /// Name of the view.
    pub name: Option<String>,

    /// User who created the view.
    pub created_by: Option<UserKey>,

    /// When the view was created, in epoch milliseconds.
    pub created_at: Option<Timestamp>,

    /// User who last changed the view.
    pub modified_by: Option<UserKey>,

    /// Ids of the work items on this page.
    pub work_item_ids: Vec<WorkItemId>,

    /// Whether the acting user may change it.
    pub editable: Option<bool>,
}

/// A view and its settings.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct View {
    /// Id of the view.
    pub view_id: Option<ViewId>,

    /// Name of the view.
    pub name: Option<String>,

    /// Address of the view's page.
    pub view_url: Option<String>,

    /// Kind of the view; the meaning of the numbers is not documented.
    pub view_type: Option<i64>,

    /// Who may see the view; the meaning of the numbers is not documented.
    pub auth: Option<i64>,

    /// Whether the view came with the space; the meaning of the numbers is not documented.
    pub system_view: Option<i64>,

    /// Users who may change the view.
    pub collaborators: Vec<UserKey>,

    /// When the view was created, in epoch milliseconds.
    pub created_at: Option<Timestamp>,

    /// User who created the view.
    pub created_by: Option<UserKey>,

    /// Quick filters of the view; present on request only.
    pub quick_filters: Vec<QuickFilter>,
}

/// A quick filter of a view.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct QuickFilter {
    /// Quick filter of the view.
    pub quick_filter_id: Option<QuickFilterId>,

    /// Name of the quick filter.
    pub quick_filter_name: Option<String>,
}

/// A team that a view is shared with.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ViewTeam {
    /// Id of the team.
    pub id: Option<TextId<TeamId>>,

    /// Whether teams below this one are left out.
    pub not_cascade: Option<bool>,

    /// Whether managers of the team are left out.
    pub not_contain_team_manager: Option<bool>,
}

impl ViewTeam {
    /// One with nothing set.
    #[must_use]
    #[inline]
    pub fn new() -> Self {
        Self { ..Default::default() }
    }

    /// Id of the team.
    #[must_use]
    pub fn id(mut self, id: impl Into<TextId<TeamId>>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Whether teams below this one are left out.
    #[must_use]
    #[inline]
    pub fn not_cascade(mut self, not_cascade: bool) -> Self {
        self.not_cascade = Some(not_cascade);
        self
    }

    /// Whether managers of the team are left out.
    #[must_use]
    #[inline]
    pub fn not_contain_team_manager(mut self, not_contain_team_manager: bool) -> Self {
        self.not_contain_team_manager = Some(not_contain_team_manager);
        self
    }
}

/// Id of a view that was created.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CreatedView {
    /// Id of the view.
    pub view_id: Option<ViewId>,
}

/// Fields of all types of a space.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AggregatedFields {
    /// Fields, roles and other columns.
    pub agg_resource_items: Vec<AggregatedField>,
}

/// A field, role or other column that views of the space can show.
///
/// Source: official Go SDK, official Go SDK 1.0.23.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AggregatedField {
    /// Key of the field.
    pub key: Option<String>,

    /// Internal id of the field.
    pub ruuid: Option<String>,

    /// Type of the field; more kinds occur here than fields can have.
    pub kind: Option<String>,

    /// Class of the field; the values are not documented.
    pub class_name: Option<String>,

    /// Key of the field above, for fields inside a compound field.
    pub parent_key: Option<String>,

    /// Key chosen for the field.
    pub custom_key: Option<String>,

    /// Name of the field as people see it.
    pub label: Option<String>,

    /// Name of the field if no other is set.
    pub default_label: Option<String>,

    /// Icon of the field.
    pub icon: Option<String>,

    /// Description of the field.
    pub description: Option<String>,

    /// What the acting user may do with the field.
    pub auth: Option<AggregatedFieldRights>,

    /// Further settings, as text.
    pub params: Option<String>,

    /// Features that can use the field.
    pub available: Vec<String>,

    /// Features that cannot use the field.
    pub unavailable: Vec<String>,

    /// Features that use the field.
    pub using_feature_points: Vec<String>,

    /// Fields inside this one.
    pub resource_items: Vec<AggregatedField>,

    /// Why the field cannot be used.
    pub error_message: Option<AggregatedFieldError>,

    /// Whether the field is built in.
    pub is_preset: Option<bool>,

    /// What the field belongs to.
    pub belongs_to: Option<String>,

    /// Key of the name for translations.
    pub label_unique_key: Option<String>,

    /// Name before translation.
    pub label_origin: Option<String>,

    /// Translations of the name.
    pub label_translations: Vec<LabelTranslation>,

    /// Key of the field as a resource.
    pub resource_key: Option<String>,

    /// Type that the field belongs to.
    pub scope: Option<TypeScope>,

    /// State of the field; the values are not documented.
    pub status: Option<String>,

    /// Internal id of the relation that the field follows.
    pub relation_ruuid: Option<String>,

    /// Name of the field above.
    pub parent_label: Option<String>,

    /// How the field is shown.
    pub ui_description: Option<AggregatedFieldUi>,

    /// Name of the group that the field is listed under.
    pub group_label: Option<String>,

    /// Whether a relation field leads to several types.
    pub is_multi_target: Option<bool>,

    /// Space and type that the field comes from.
    pub data_source: Option<TypeInSpace>,

    /// Kind of the relation; the values are not documented.
    pub relation_type: Option<String>,

    /// Id of the role.
    pub role_id: Option<RoleKey>,

    /// Key of the role.
    pub role_key: Option<RoleKey>,

    /// Class of the field; the values are not documented.
    pub field_class: Option<String>,
}

/// What the acting user may do with a field.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AggregatedFieldRights {
    /// Whether the acting user may use it.
    pub usable: Option<bool>,

    /// Whether the acting user may change it.
    pub editable: Option<bool>,

    /// Whether the acting user may delete it.
    pub deletable: Option<bool>,

    /// Whether the acting user may create it.
    pub creatable: Option<bool>,

    /// Whether the acting user may change it on many items at once.
    pub batch_editable: Option<bool>,
}

/// How a field is shown.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AggregatedFieldUi {
    /// Kind of control that shows the field.
    pub ui_type: Option<String>,

    /// Id of the control.
    pub uuid: Option<String>,

    /// Whether several values can be chosen.
    pub is_multi: Option<bool>,

    /// Kind of date shown; the meaning of the numbers is not documented.
    pub date_type: Option<i64>,

    /// Format of dates.
    pub date_format: Option<String>,

    /// Kind within the type; the meaning of the numbers is not documented.
    pub sub_type: Option<i64>,

    /// Number of levels of a tree.
    pub sub_type_level: Option<i64>,
}

/// Why a field cannot be used.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AggregatedFieldError {
    /// Code of the error.
    pub error_code: Option<i64>,

    /// Text of the error.
    pub error_info: Option<String>,
}

/// A label in one language.
///
/// Source: official Go SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct LabelTranslation {
    /// State of the translation; the values are not documented.
    pub sync_status: Option<String>,

    /// Whether a translation exists.
    pub translated: Option<bool>,

    /// Language of the translation.
    pub language: Option<String>,

    /// The label in that language.
    pub translation: Option<String>,
}
