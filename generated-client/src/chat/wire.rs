// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `chat` are read and written.

use client_runtime::codegen::{Decode, Object, Record, record};
use super::BotInvitation;

impl Record for BotInvitation {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "chat_id" => &mut self.chat_id,
            "success_members" => &mut self.success_members,
            "failed_members" => &mut self.failed_members,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("chat_id", &self.chat_id);
        object.put("success_members", &self.success_members);
        object.put("failed_members", &self.failed_members);
    }
}

record!(BotInvitation);
