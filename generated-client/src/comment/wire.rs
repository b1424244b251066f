// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `comment` are read and written.

use paceline_runtime::codegen::record;
use super::{Comment, CommentFile, FileComment, RichTextDocument};

record!(
    Comment { id, work_item_id, work_item_type_key, created_at, operator, content,
    doc_rich_text } required["id"]
);

record!(RichTextDocument { doc, doc_text, doc_html, doc_img, is_empty });

record!(
    FileComment { id, work_item_id, work_item_type_key, created_at, operator,
    comment_file }
);

record!(CommentFile { file_token, file_name, file_size, file_type, file_url });
