// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Chat groups of work items.

mod calls;
pub(crate) mod endpoints;
mod types;
mod codec;

pub use self::calls::*;
pub use self::types::*;

use paceline_runtime::codegen::{Call, Client, list};
use crate::common::{ProjectKey, WorkItemId, WorkItemTypeKey};

/// Chat groups of work items.
///
/// Comes from [`Client::chats`](crate::Client::chats).
#[derive(Clone, Debug)]
pub struct Chats(pub(crate) Client);

impl Chats {
    /// Brings bots into the chat group of a work item.
    ///
    /// `POST /open_api/:project_key/work_item/:work_item_id/bot_join_chat`, 《拉机器人入群》, write, 15/s.
    ///
    /// # Arguments
    ///
    /// - `project_key`: The space, by key or by simple name.
    /// - `work_item_id`: The work item.
    /// - `work_item_type_key`: Type of the work item.
    /// - `app_ids`: Bots to invite, by the app id of their Feishu app. 1 to 5 items.
    ///
    /// # Errors
    ///
    /// Codes to expect:
    /// - 20014: The work item belongs to another space than the one in the path.
    /// - 20019: More than five bots were to be invited.
    /// - 20020: No bot was named.
    /// - 20021: The chat group is not bound to this work item.
    /// - 30005: The work item does not exist, was deleted, or is of another type than stated.
    /// - 50006: A collective code: the system is overloaded for the moment, or a permanent cause such as a missing template, a name in use or too many ids.
    ///
    /// Source: official Go SDK, official Go SDK (older packages), official Java SDK, community notes.
    #[doc(alias = "拉机器人入群")]
    pub fn invite_bots(
        &self,
        project_key: impl Into<ProjectKey>,
        work_item_id: impl Into<WorkItemId>,
        work_item_type_key: impl Into<WorkItemTypeKey>,
        app_ids: impl IntoIterator<Item = impl Into<String>>,
    ) -> InviteBotsCall {
        InviteBotsCall(
            Call::new(&self.0, &endpoints::INVITE_BOTS)
                .path("project_key", &project_key.into())
                .path("work_item_id", &work_item_id.into())
                .body("work_item_type_key", &work_item_type_key.into())
                .body("app_ids", &list::<String, _>(app_ids)),
        )
    }
}
