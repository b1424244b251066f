// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Calls of `view` that are being put together.

use paceline_runtime::codegen::{Call, call_builder, list};
use crate::common::{
    Expand, ProjectKey, QuickFilterId, TeamId, TimeInterval, UserKey, ViewId, WorkItemId,
};
use crate::item::WorkItem;
use super::{AggregatedFields, CreatedView, FixedView, View, ViewTeam};

/// A call of [`Views::create_fixed_view`](super::Views::create_fixed_view), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct CreateFixedViewCall(pub(super) Call);

impl CreateFixedViewCall {
    /// How the view is shared; the meaning of the numbers is not documented. `1` when absent. Not
    /// enforced, since one weak source alone says so: one of `1`, `2`, `3`.
    #[inline]
    pub fn cooperation_mode(self, cooperation_mode: i64) -> Self {
        Self(self.0.body("cooperation_mode", &cooperation_mode))
    }

    /// Users that the view is shared with.
    pub fn cooperation_user_keys(
        self,
        cooperation_user_keys: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Self {
        Self(
            self
                .0
                .body(
                    "cooperation_user_keys",
                    &list::<UserKey, _>(cooperation_user_keys),
                ),
        )
    }

    /// Teams that the view is shared with.
    pub fn cooperation_team_ids(
        self,
        cooperation_team_ids: impl IntoIterator<Item = impl Into<TeamId>>,
    ) -> Self {
        Self(
            self.0.body("cooperation_team_ids", &list::<TeamId, _>(cooperation_team_ids)),
        )
    }

    /// Teams that the view is shared with, in more detail than by their ids.
    pub fn cooperation_teams(
        self,
        cooperation_teams: impl IntoIterator<Item = ViewTeam>,
    ) -> Self {
        Self(
            self
                .0
                .body(
                    "cooperation_teams",
                    &cooperation_teams.into_iter().collect::<Vec<_>>(),
                ),
        )
    }
}

call_builder!(CreateFixedViewCall writes, and returns FixedView);

/// A call of [`Views::update_fixed_view`](super::Views::update_fixed_view), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct UpdateFixedViewCall(pub(super) Call);

impl UpdateFixedViewCall {
    /// Work items to add. Give either these or those to remove. At most 200 items.
    pub fn add_work_item_ids(
        self,
        add_work_item_ids: impl IntoIterator<Item = impl Into<WorkItemId>>,
    ) -> Self {
        Self(self.0.body("add_work_item_ids", &list::<WorkItemId, _>(add_work_item_ids)))
    }

    /// Work items to remove. Give either these or those to add. At most 200 items.
    pub fn remove_work_item_ids(
        self,
        remove_work_item_ids: impl IntoIterator<Item = impl Into<WorkItemId>>,
    ) -> Self {
        Self(
            self
                .0
                .body(
                    "remove_work_item_ids",
                    &list::<WorkItemId, _>(remove_work_item_ids),
                ),
        )
    }

    /// How the view is shared; the meaning of the numbers is not documented.
    #[inline]
    pub fn cooperation_mode(self, cooperation_mode: i64) -> Self {
        Self(self.0.body("cooperation_mode", &cooperation_mode))
    }

    /// Users that the view is shared with.
    pub fn cooperation_user_keys(
        self,
        cooperation_user_keys: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Self {
        Self(
            self
                .0
                .body(
                    "cooperation_user_keys",
                    &list::<UserKey, _>(cooperation_user_keys),
                ),
        )
    }

    /// Teams that the view is shared with.
    pub fn cooperation_team_ids(
        self,
        cooperation_team_ids: impl IntoIterator<Item = impl Into<TeamId>>,
    ) -> Self {
        Self(
            self.0.body("cooperation_team_ids", &list::<TeamId, _>(cooperation_team_ids)),
        )
    }

    /// Teams that the view is shared with, in more detail than by their ids.
    pub fn cooperation_teams(
        self,
        cooperation_teams: impl IntoIterator<Item = ViewTeam>,
    ) -> Self {
        Self(
            self
                .0
                .body(
                    "cooperation_teams",
                    &cooperation_teams.into_iter().collect::<Vec<_>>(),
                ),
        )
    }
}

call_builder!(UpdateFixedViewCall writes, and returns Option < FixedView >);

/// A call of [`Views::delete`](super::Views::delete), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct DeleteCall(pub(super) Call);

call_builder!(DeleteCall writes, and returns nothing);

/// A call of [`Views::work_items`](super::Views::work_items), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct WorkItemsCall(pub(super) Call);

impl WorkItemsCall {
    /// Number of items a page. At most 200.
    #[inline]
    pub fn page_size(self, page_size: i64) -> Self {
        Self(self.0.query("page_size", &page_size))
    }

    /// Number of the page, counted from 1. `1` when absent.
    #[inline]
    pub fn page_num(self, page_num: i64) -> Self {
        Self(self.0.query("page_num", &page_num))
    }

    /// Quick filter of the view to apply.
    pub fn quick_filter_id(self, quick_filter_id: impl Into<QuickFilterId>) -> Self {
        Self(self.0.query("quick_filter_id", &quick_filter_id.into()))
    }
}

call_builder!(WorkItemsCall reads pages of WorkItemId, in FixedView);

/// A call of [`Views::panorama_work_items`](super::Views::panorama_work_items), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct PanoramaWorkItemsCall(pub(super) Call);

impl PanoramaWorkItemsCall {
    /// Number of items a page. At most 50.
    #[inline]
    pub fn page_size(self, page_size: i64) -> Self {
        Self(self.0.body("page_size", &page_size))
    }

    /// Number of the page, counted from 1. `1` when absent.
    #[inline]
    pub fn page_num(self, page_num: i64) -> Self {
        Self(self.0.body("page_num", &page_num))
    }

    /// What the response holds beside the plain fields.
    #[inline]
    pub fn expand(self, expand: Expand) -> Self {
        Self(self.0.body("expand", &expand))
    }

    /// Quick filter of the view to apply.
    pub fn quick_filter_id(self, quick_filter_id: impl Into<QuickFilterId>) -> Self {
        Self(self.0.body("quick_filter_id", &quick_filter_id.into()))
    }
}

call_builder!(PanoramaWorkItemsCall reads pages of WorkItem);

/// A call of [`Views::list`](super::Views::list), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct ListCall(pub(super) Call);

impl ListCall {
    /// Views to list. The name is then ignored. At most 10 items.
    pub fn view_ids(
        self,
        view_ids: impl IntoIterator<Item = impl Into<ViewId>>,
    ) -> Self {
        Self(self.0.body("view_ids", &list::<ViewId, _>(view_ids)))
    }

    /// User who created the views.
    pub fn created_by(self, created_by: impl Into<UserKey>) -> Self {
        Self(self.0.body("created_by", &created_by.into()))
    }

    /// When the views were created.
    #[inline]
    pub fn created_at(self, created_at: TimeInterval) -> Self {
        Self(self.0.body("created_at", &created_at))
    }

    /// Number of items a page. `10` when absent. Not enforced, since one weak source alone says so: at
    /// most 10.
    #[inline]
    pub fn page_size(self, page_size: i64) -> Self {
        Self(self.0.body("page_size", &page_size))
    }

    /// Number of the page, counted from 1. `1` when absent.
    #[inline]
    pub fn page_num(self, page_num: i64) -> Self {
        Self(self.0.body("page_num", &page_num))
    }

    /// Words in the name of the views.
    pub fn view_name(self, view_name: impl Into<String>) -> Self {
        Self(self.0.body("view_name", &view_name.into()))
    }

    /// Whether to add the quick filters of each view. `false` when absent.
    #[inline]
    pub fn is_query_quick_filter(self, is_query_quick_filter: bool) -> Self {
        Self(self.0.body("is_query_quick_filter", &is_query_quick_filter))
    }
}

call_builder!(ListCall reads pages of View);

/// A call of [`Views::create_condition_view`](super::Views::create_condition_view), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct CreateConditionViewCall(pub(super) Call);

impl CreateConditionViewCall {
    /// How the view is shared; the meaning of the numbers is not documented. `1` when absent. Not
    /// enforced, since one weak source alone says so: one of `1`, `2`, `3`.
    #[inline]
    pub fn cooperation_mode(self, cooperation_mode: i64) -> Self {
        Self(self.0.body("cooperation_mode", &cooperation_mode))
    }

    /// Users that the view is shared with.
    pub fn cooperation_user_keys(
        self,
        cooperation_user_keys: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Self {
        Self(
            self
                .0
                .body(
                    "cooperation_user_keys",
                    &list::<UserKey, _>(cooperation_user_keys),
                ),
        )
    }

    /// Teams that the view is shared with.
    pub fn cooperation_team_ids(
        self,
        cooperation_team_ids: impl IntoIterator<Item = impl Into<TeamId>>,
    ) -> Self {
        Self(
            self.0.body("cooperation_team_ids", &list::<TeamId, _>(cooperation_team_ids)),
        )
    }

    /// User in whose name the view is saved.
    pub fn meego_user_key(self, meego_user_key: impl Into<UserKey>) -> Self {
        Self(self.0.body("meego_user_key", &meego_user_key.into()))
    }

    /// Teams that the view is shared with, in more detail than by their ids.
    pub fn cooperation_teams(
        self,
        cooperation_teams: impl IntoIterator<Item = ViewTeam>,
    ) -> Self {
        Self(
            self
                .0
                .body(
                    "cooperation_teams",
                    &cooperation_teams.into_iter().collect::<Vec<_>>(),
                ),
        )
    }
}

call_builder!(CreateConditionViewCall writes, and returns CreatedView);

/// A call of [`Views::update_condition_view`](super::Views::update_condition_view), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct UpdateConditionViewCall(pub(super) Call);

impl UpdateConditionViewCall {
    /// How the view is shared; the meaning of the numbers is not documented. `1` when absent. Not
    /// enforced, since one weak source alone says so: one of `1`, `2`, `3`.
    #[inline]
    pub fn cooperation_mode(self, cooperation_mode: i64) -> Self {
        Self(self.0.body("cooperation_mode", &cooperation_mode))
    }

    /// Users that the view is shared with.
    pub fn cooperation_user_keys(
        self,
        cooperation_user_keys: impl IntoIterator<Item = impl Into<UserKey>>,
    ) -> Self {
        Self(
            self
                .0
                .body(
                    "cooperation_user_keys",
                    &list::<UserKey, _>(cooperation_user_keys),
                ),
        )
    }

    /// Teams that the view is shared with.
    pub fn cooperation_team_ids(
        self,
        cooperation_team_ids: impl IntoIterator<Item = impl Into<TeamId>>,
    ) -> Self {
        Self(
            self.0.body("cooperation_team_ids", &list::<TeamId, _>(cooperation_team_ids)),
        )
    }

    /// New name of the view.
    pub fn name(self, name: impl Into<String>) -> Self {
        Self(self.0.body("name", &name.into()))
    }

    /// User in whose name the view is saved.
    pub fn meego_user_key(self, meego_user_key: impl Into<UserKey>) -> Self {
        Self(self.0.body("meego_user_key", &meego_user_key.into()))
    }

    /// Teams that the view is shared with, in more detail than by their ids.
    pub fn cooperation_teams(
        self,
        cooperation_teams: impl IntoIterator<Item = ViewTeam>,
    ) -> Self {
        Self(
            self
                .0
                .body(
                    "cooperation_teams",
                    &cooperation_teams.into_iter().collect::<Vec<_>>(),
                ),
        )
    }
}

call_builder!(UpdateConditionViewCall writes, and returns nothing);

/// A call of [`Views::aggregated_fields`](super::Views::aggregated_fields), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct AggregatedFieldsCall(pub(super) Call);

impl AggregatedFieldsCall {
    /// Key of the space.
    pub fn project_key(self, project_key: impl Into<ProjectKey>) -> Self {
        Self(self.0.body("project_key", &project_key.into()))
    }
}

call_builder!(AggregatedFieldsCall reads, and returns AggregatedFields);
