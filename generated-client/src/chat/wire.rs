// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `chat` are read and written.

use paceline_runtime::codegen::record;
use super::BotInvitation;

record!(BotInvitation { chat_id, success_members, failed_members });
