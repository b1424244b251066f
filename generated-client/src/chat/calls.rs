// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Calls of `chat` that are being put together.

use paceline_runtime::codegen::{Call, call_builder};
use super::BotInvitation;

/// A call of [`Chats::invite_bots`](super::Chats::invite_bots), sent by `send`.
#[derive(Clone, Debug)]
#[must_use = "a call does nothing until it is sent"]
pub struct InviteBotsCall(pub(super) Call);

call_builder!(InviteBotsCall writes, and returns BotInvitation);
