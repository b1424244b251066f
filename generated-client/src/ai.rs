// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! AI nodes and AI fields of work items.

mod calls;
pub(crate) mod endpoints;
mod types;
mod codec;

pub use self::calls::*;
pub use self::types::*;

use paceline_runtime::codegen::{Call, Client};

/// AI nodes and AI fields of work items.
///
/// Comes from [`Client::ai`](crate::Client::ai).
#[derive(Clone, Debug)]
pub struct Ai(pub(crate) Client);

impl Ai {
    /// Reads an AI node with its fields and sub-tasks.
    ///
    /// `POST /open_api/ai_node/query`, 《获取AI节点信息》, read, 15/s.
    ///
    /// Source: official Go SDK.
    #[doc(alias = "获取AI节点信息")]
    #[inline]
    pub fn query_node(&self) -> QueryNodeCall {
        QueryNodeCall(Call::new(&self.0, &endpoints::QUERY_NODE))
    }

    /// Changes status and fields of an AI node.
    ///
    /// `POST /open_api/ai_node/edit`, 《更新AI节点属性》, write, 15/s.
    ///
    /// Source: official Go SDK.
    #[doc(alias = "更新AI节点属性")]
    #[inline]
    pub fn edit_node(&self) -> EditNodeCall {
        EditNodeCall(Call::new(&self.0, &endpoints::EDIT_NODE))
    }

    /// Finishes an AI node.
    ///
    /// `POST /open_api/ai_node/confirm`, 《完成AI节点》, write, 15/s.
    ///
    /// Source: official Go SDK.
    #[doc(alias = "完成AI节点")]
    #[inline]
    pub fn confirm_node(&self) -> ConfirmNodeCall {
        ConfirmNodeCall(Call::new(&self.0, &endpoints::CONFIRM_NODE))
    }

    /// Writes the value that an AI task has worked out for a field.
    ///
    /// `PUT /open_api/ai_application_field/update`, 《更新工作项AI值》, write, 15/s.
    ///
    /// Source: official Go SDK.
    #[doc(alias = "更新工作项AI值")]
    #[inline]
    pub fn update_field(&self) -> UpdateFieldCall {
        UpdateFieldCall(Call::new(&self.0, &endpoints::UPDATE_FIELD))
    }

    /// Deletes files that an AI task has put into a field.
    ///
    /// **What it removes cannot be had back.**
    ///
    /// `DELETE /open_api/ai_application_field/file/delete`, 《删除工作项AI值文件》, destroy, 15/s.
    ///
    /// Source: official Go SDK.
    #[doc(alias = "删除工作项AI值文件")]
    #[inline]
    pub fn delete_field_files(&self) -> DeleteFieldFilesCall {
        DeleteFieldFilesCall(Call::new(&self.0, &endpoints::DELETE_FIELD_FILES))
    }
}
