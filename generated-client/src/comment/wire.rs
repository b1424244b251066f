// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `comment` are read and written.

use client_runtime::codegen::{Decode, Object, Record, position, record};
use super::{Comment, CommentFile, FileComment, RichTextDocument};

impl Record for Comment {
    fn required(&self) -> &'static [&'static str] {
        &["id"]
    }

    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(
            name,
            &[
                "id",
                "work_item_id",
                "work_item_type_key",
                "created_at",
                "operator",
                "content",
                "doc_rich_text",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.id,
            Some(1) => &mut self.work_item_id,
            Some(2) => &mut self.work_item_type_key,
            Some(3) => &mut self.created_at,
            Some(4) => &mut self.operator,
            Some(5) => &mut self.content,
            Some(6) => &mut self.doc_rich_text,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("id", &self.id);
        object.put("work_item_id", &self.work_item_id);
        object.put("work_item_type_key", &self.work_item_type_key);
        object.put("created_at", &self.created_at);
        object.put("operator", &self.operator);
        object.put("content", &self.content);
        object.put("doc_rich_text", &self.doc_rich_text);
    }
}

record!(Comment);

impl Record for RichTextDocument {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(
            name,
            &["doc", "doc_text", "doc_html", "doc_img", "is_empty"],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.doc,
            Some(1) => &mut self.doc_text,
            Some(2) => &mut self.doc_html,
            Some(3) => &mut self.doc_img,
            Some(4) => &mut self.is_empty,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("doc", &self.doc);
        object.put("doc_text", &self.doc_text);
        object.put("doc_html", &self.doc_html);
        object.put("doc_img", &self.doc_img);
        object.put("is_empty", &self.is_empty);
    }
}

record!(RichTextDocument);

impl Record for FileComment {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(
            name,
            &[
                "id",
                "work_item_id",
                "work_item_type_key",
                "created_at",
                "operator",
                "comment_file",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.id,
            Some(1) => &mut self.work_item_id,
            Some(2) => &mut self.work_item_type_key,
            Some(3) => &mut self.created_at,
            Some(4) => &mut self.operator,
            Some(5) => &mut self.comment_file,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("id", &self.id);
        object.put("work_item_id", &self.work_item_id);
        object.put("work_item_type_key", &self.work_item_type_key);
        object.put("created_at", &self.created_at);
        object.put("operator", &self.operator);
        object.put("comment_file", &self.comment_file);
    }
}

record!(FileComment);

impl Record for CommentFile {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(
            name,
            &["file_token", "file_name", "file_size", "file_type", "file_url"],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.file_token,
            Some(1) => &mut self.file_name,
            Some(2) => &mut self.file_size,
            Some(3) => &mut self.file_type,
            Some(4) => &mut self.file_url,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("file_token", &self.file_token);
        object.put("file_name", &self.file_name);
        object.put("file_size", &self.file_size);
        object.put("file_type", &self.file_type);
        object.put("file_url", &self.file_url);
    }
}

record!(CommentFile);
