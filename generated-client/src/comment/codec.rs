// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `comment` are read and written.

use paceline_runtime::codegen::{Rule, record};
use super::{
    Comment, CommentContent, CommentFile, CommentMarkdown, CommentPaginator,
    CommentRichText, CommentTarget, EditedCommentContent, FileComment, MentionedUser,
    PostedComment, PostedCommentContent, PostedCommentRef, PostedComments,
    RichTextDocument,
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

record!(
    CommentTarget { kind : "type", work_item_type_key, work_item_id, field_key, parent_id
    } required["type"] weak_rules[Rule::RequiredWhen("type", & ["\"WORKITEM\"",
    "\"WORKITEMFIELD\""], & ["work_item_type_key", "work_item_id"]),
    Rule::RequiredWhen("type", & ["\"WORKITEMFIELD\""], & ["field_key"]),
    Rule::RequiredWhen("type", & ["\"CHILDCOMMENT\""], & ["parent_id"])]
);

record!(
    CommentContent { kind : "type", text, markdown, rich_text, file_token }
    weak_rules[Rule::RequiredWhen("type", & ["\"TEXT\""], & ["text"]),
    Rule::RequiredWhen("type", & ["\"FILE\""], & ["file_token"])]
);

record!(
    EditedCommentContent { kind : "type", text, markdown, rich_text }
    weak_rules[Rule::RequiredWhen("type", & ["\"TEXT\""], & ["text"])]
);

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
