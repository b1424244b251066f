// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Types of `chat`.

use crate::common::ChatId;

/// Outcome of inviting bots.
///
/// Source: official Go SDK, official Go SDK (older packages), official Java SDK.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct BotInvitation {
    /// Id of the chat group.
    pub chat_id: Option<ChatId>,

    /// Bots that joined, by app id.
    pub success_members: Vec<String>,

    /// Bots that could not join, by app id.
    pub failed_members: Vec<String>,
}
