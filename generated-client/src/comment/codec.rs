// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `comment` are read and written.

use paceline_runtime::codegen::{Rule, record};
use super::{
    Comment, CommentFile, CommentMarkdown, CommentOnField, CommentOnItem,
    CommentPaginator, CommentReply, CommentRichText, FileComment, FileContent,
    MentionedUser, PostedComment, PostedCommentContent, PostedCommentRef,
    PostedCommentTarget, PostedComments, RichTextContent, RichTextDocument, TextContent,
};

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

record!(CommentOnItem { work_item_type_key, work_item_id });

record!(CommentOnField { work_item_type_key, work_item_id, field_key });

record!(CommentReply { parent_id, work_item_type_key, work_item_id });

record!(
    PostedCommentTarget { kind : "type", work_item_type_key, work_item_id, field_key,
    parent_id }
);

record!(TextContent { text });

record!(
    RichTextContent { markdown, rich_text } weak_rules[Rule::AtLeastOne(& ["markdown",
    "rich_text"])]
);

record!(FileContent { file_token });

record!(
    CommentPaginator { direction, cursor, page_size } weak_rules[Rule::Range("page_size",
    f64::NEG_INFINITY, 50.0)]
);

record!(PostedCommentRef { comment_id } required["comment_id"]);

record!(PostedComments { comments, next_cursor });

record!(
    PostedComment { comment_id, project_key, object, sequence_id, status, content,
    creator, has_more_children }
);

record!(
    PostedCommentContent { kind : "type", rich_text, file_token, create_time, update_time
    }
);

record!(
    CommentRichText { doc, doc_text, doc_html, doc_img, is_empty, markdown_content }
);

record!(CommentMarkdown { markdown, mention_user_keys });

record!(MentionedUser { id, user_key });
