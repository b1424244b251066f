// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Calls of `field` that are being put together.

use paceline_runtime::codegen::{Call, call_builder, list};
use crate::common::{
    FieldKey, ProjectKey, RelationId, RoleKey, WorkItemId, WorkItemTypeKey,
};
use crate::config::{Field, NumberFormat};
use crate::field_value::FieldValue;
use super::{FieldOptionInput, FieldOptionList, RelatedFieldDisplay, TeamOption};

/// A call of [`Fields::list`](super::Fields::list), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct ListCall(pub(super) Call);

impl ListCall {
    /// Type whose fields to list. Left out, the fields of the whole space are listed.
    pub fn work_item_type_key(
        self,
        work_item_type_key: impl Into<WorkItemTypeKey>,
    ) -> Self {
        Self(self.0.body("work_item_type_key", &work_item_type_key.into()))
    }
}

call_builder!(ListCall reads, and returns Vec < Field >);

/// A call of [`Fields::create`](super::Fields::create), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct CreateCall(pub(super) Call);

impl CreateCall {
    /// Where options come from: 1 takes them from another field, which must then be named by type and key.
    /// `0` when absent. Not enforced, since one weak source alone says so: one of `0`, `1`.
    #[inline]
    pub fn value_type(self, value_type: i64) -> Self {
        Self(self.0.body("value_type", &value_type))
    }

    /// Type of the field that options are taken from.
    pub fn reference_work_item_type_key(
        self,
        reference_work_item_type_key: impl Into<WorkItemTypeKey>,
    ) -> Self {
        Self(
            self
                .0
                .body(
                    "reference_work_item_type_key",
                    &reference_work_item_type_key.into(),
                ),
        )
    }

    /// Field that options are taken from.
    pub fn reference_field_key(self, reference_field_key: impl Into<FieldKey>) -> Self {
        Self(self.0.body("reference_field_key", &reference_field_key.into()))
    }

    /// Options of the field. Not together with a team option.
    pub fn field_value(self, field_value: impl Into<FieldOptionInput>) -> Self {
        Self(self.0.body("field_value", &field_value.into()))
    }

    /// Whether users may add options of their own; the meaning of 1 and 2 is not documented. `2` when
    /// absent. Not enforced, since one weak source alone says so: one of `1`, `2`.
    #[inline]
    pub fn free_add(self, free_add: i64) -> Self {
        Self(self.0.body("free_add", &free_add))
    }

    /// Relation that the field follows; needed for fields that link work items.
    pub fn work_item_relation_uuid(
        self,
        work_item_relation_uuid: impl Into<RelationId>,
    ) -> Self {
        Self(self.0.body("work_item_relation_uuid", &work_item_relation_uuid.into()))
    }

    /// Default value, in the shape that the field's type wants.
    pub fn default_value(self, default_value: impl Into<FieldValue>) -> Self {
        Self(self.0.body("default_value", &default_value.into()))
    }

    /// Alias of the field, for use by integrations; no two fields may share one.
    pub fn field_alias(self, field_alias: impl Into<String>) -> Self {
        Self(self.0.body("field_alias", &field_alias.into()))
    }

    /// Help text shown beside the field.
    pub fn help_description(self, help_description: impl Into<String>) -> Self {
        Self(self.0.body("help_description", &help_description.into()))
    }

    /// Roles that may edit the field, or `_master`, `_owner` and `_role` for whole kinds of users. For
    /// example `["_master", "_owner"]`.
    pub fn authorized_roles(
        self,
        authorized_roles: impl IntoIterator<Item = impl Into<RoleKey>>,
    ) -> Self {
        Self(self.0.body("authorized_roles", &list::<RoleKey, _>(authorized_roles)))
    }

    /// Whether several values can be chosen. `false` when absent.
    #[inline]
    pub fn is_multi(self, is_multi: bool) -> Self {
        Self(self.0.body("is_multi", &is_multi))
    }

    /// Whether dates carry a time of day. `false` when absent.
    #[inline]
    pub fn format(self, format: bool) -> Self {
        Self(self.0.body("format", &format))
    }

    /// What is shown beside linked work items.
    pub fn related_field_extra_display_infos(
        self,
        related_field_extra_display_infos: impl IntoIterator<Item = RelatedFieldDisplay>,
    ) -> Self {
        Self(
            self
                .0
                .body(
                    "related_field_extra_display_infos",
                    &related_field_extra_display_infos.into_iter().collect::<Vec<_>>(),
                ),
        )
    }

    /// Teams that a team field offers. Not together with options.
    #[inline]
    pub fn team_option(self, team_option: TeamOption) -> Self {
        Self(self.0.body("team_option", &team_option))
    }

    /// Compound field that the new field belongs to.
    pub fn parent_field_key(self, parent_field_key: impl Into<FieldKey>) -> Self {
        Self(self.0.body("parent_field_key", &parent_field_key.into()))
    }

    /// How numbers are shown.
    #[inline]
    pub fn number_config(self, number_config: NumberFormat) -> Self {
        Self(self.0.body("number_config", &number_config))
    }
}

call_builder!(CreateCall writes, and returns FieldKey);

/// A call of [`Fields::update`](super::Fields::update), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct UpdateCall(pub(super) Call);

impl UpdateCall {
    /// New name of the field. Not enforced, since one weak source alone says so: at most 255 characters.
    pub fn field_name(self, field_name: impl Into<String>) -> Self {
        Self(self.0.body("field_name", &field_name.into()))
    }

    /// Options of the field. Not together with a team option.
    pub fn field_value(self, field_value: impl Into<FieldOptionInput>) -> Self {
        Self(self.0.body("field_value", &field_value.into()))
    }

    /// Whether users may add options of their own; the meaning of 1 and 2 is not documented. `2` when
    /// absent. Not enforced, since one weak source alone says so: one of `1`, `2`.
    #[inline]
    pub fn free_add(self, free_add: i64) -> Self {
        Self(self.0.body("free_add", &free_add))
    }

    /// Relation that a relation field follows.
    pub fn work_item_relation_uuid(
        self,
        work_item_relation_uuid: impl Into<RelationId>,
    ) -> Self {
        Self(self.0.body("work_item_relation_uuid", &work_item_relation_uuid.into()))
    }

    /// Default value, in the shape that the field's type wants.
    pub fn default_value(self, default_value: impl Into<FieldValue>) -> Self {
        Self(self.0.body("default_value", &default_value.into()))
    }

    /// Alias of the field, for use by integrations; no two fields may share one.
    pub fn field_alias(self, field_alias: impl Into<String>) -> Self {
        Self(self.0.body("field_alias", &field_alias.into()))
    }

    /// Help text shown beside the field. Not enforced, since one weak source alone says so: at most 255
    /// characters.
    pub fn help_description(self, help_description: impl Into<String>) -> Self {
        Self(self.0.body("help_description", &help_description.into()))
    }

    /// Roles that may edit the field, or `_master`, `_owner` and `_role` for whole kinds of users. For
    /// example `["_master", "_owner"]`.
    pub fn authorized_roles(
        self,
        authorized_roles: impl IntoIterator<Item = impl Into<RoleKey>>,
    ) -> Self {
        Self(self.0.body("authorized_roles", &list::<RoleKey, _>(authorized_roles)))
    }

    /// What is shown beside linked work items.
    pub fn related_field_extra_display_infos(
        self,
        related_field_extra_display_infos: impl IntoIterator<Item = RelatedFieldDisplay>,
    ) -> Self {
        Self(
            self
                .0
                .body(
                    "related_field_extra_display_infos",
                    &related_field_extra_display_infos.into_iter().collect::<Vec<_>>(),
                ),
        )
    }

    /// Teams that a team field offers. Not together with options.
    #[inline]
    pub fn team_option(self, team_option: TeamOption) -> Self {
        Self(self.0.body("team_option", &team_option))
    }

    /// How numbers are shown.
    #[inline]
    pub fn number_config(self, number_config: NumberFormat) -> Self {
        Self(self.0.body("number_config", &number_config))
    }
}

call_builder!(UpdateCall writes, and returns nothing);

/// A call of [`Fields::options`](super::Fields::options), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct OptionsCall(pub(super) Call);

impl OptionsCall {
    /// Id of the work item.
    pub fn work_item_id(self, work_item_id: impl Into<WorkItemId>) -> Self {
        Self(self.0.body("work_item_id", &work_item_id.into()))
    }

    /// Key of the space.
    pub fn project_key(self, project_key: impl Into<ProjectKey>) -> Self {
        Self(self.0.body("project_key", &project_key.into()))
    }

    /// Key of the work item type.
    pub fn work_item_type_key(
        self,
        work_item_type_key: impl Into<WorkItemTypeKey>,
    ) -> Self {
        Self(self.0.body("work_item_type_key", &work_item_type_key.into()))
    }

    /// Field whose options to list.
    pub fn field_key(self, field_key: impl Into<FieldKey>) -> Self {
        Self(self.0.body("field_key", &field_key.into()))
    }

    /// Key of an option to start from; its exact meaning is not documented.
    pub fn first_option_key(self, first_option_key: impl Into<String>) -> Self {
        Self(self.0.body("first_option_key", &first_option_key.into()))
    }
}

call_builder!(OptionsCall reads, and returns FieldOptionList);
