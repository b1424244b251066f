// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `comment` are read and written.

use client_runtime::codegen::{Decode, Object, Record, record};
use super::{Comment, CommentFile, FileComment, RichTextDocument};

impl Record for Comment {
    fn required(&self) -> &'static [&'static str] {
        &["id"]
    }

    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "id" => &mut self.id,
            "work_item_id" => &mut self.work_item_id,
            "work_item_type_key" => &mut self.work_item_type_key,
            "created_at" => &mut self.created_at,
            "operator" => &mut self.operator,
            "content" => &mut self.content,
            "doc_rich_text" => &mut self.doc_rich_text,
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
        let place: &mut dyn Decode = match name {
            "doc" => &mut self.doc,
            "doc_text" => &mut self.doc_text,
            "doc_html" => &mut self.doc_html,
            "doc_img" => &mut self.doc_img,
            "is_empty" => &mut self.is_empty,
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
        let place: &mut dyn Decode = match name {
            "id" => &mut self.id,
            "work_item_id" => &mut self.work_item_id,
            "work_item_type_key" => &mut self.work_item_type_key,
            "created_at" => &mut self.created_at,
            "operator" => &mut self.operator,
            "comment_file" => &mut self.comment_file,
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
        let place: &mut dyn Decode = match name {
            "file_token" => &mut self.file_token,
            "file_name" => &mut self.file_name,
            "file_size" => &mut self.file_size,
            "file_type" => &mut self.file_type,
            "file_url" => &mut self.file_url,
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
