// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `comment`.
//!
//! `fixture.check` tries a call in three ways: in the sandbox, where it must succeed or be refused as
//! is known of it; against responses with something wrong in them; and against the published examples
//! of its response.
//!
//! `fixture.text` and `fixture.whole` give the id of something that exists in the sandbox where the
//! name is that of an id, and any text or number elsewhere.

use super::fixture::Fixture;

#[tokio::test]
async fn create_with_nothing_optional() {
    let fixture = Fixture::start("comment.create", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .comments()
                    .create(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                    )
                    .content(fixture.text("content"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn create_with_everything() {
    let fixture = Fixture::start("comment.create", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .comments()
                    .create(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                    )
                    .content(fixture.text("content"))
                    .rich_text("anything")
                    .doc_rich_text(
                        feishu_project::comment::RichTextDocument::new()
                            .doc(fixture.text("doc"))
                            .doc_text(fixture.text("doc_text"))
                            .doc_html(fixture.text("doc_html"))
                            .doc_img([fixture.text("doc_img")])
                            .is_empty(true),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn list_with_nothing_optional() {
    let fixture = Fixture::start("comment.list", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .comments()
                    .list(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn list_with_everything() {
    let fixture = Fixture::start("comment.list", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .comments()
                    .list(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                    )
                    .page_size(1i64)
                    .page_num(fixture.whole("page_num"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_with_nothing_optional() {
    let fixture = Fixture::start("comment.update", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .comments()
                    .update(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                        fixture.whole("comment_id"),
                    )
                    .content(fixture.text("content"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_with_everything() {
    let fixture = Fixture::start("comment.update", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .comments()
                    .update(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                        fixture.whole("comment_id"),
                    )
                    .content(fixture.text("content"))
                    .rich_text("anything")
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn delete_with_nothing_optional() {
    let fixture = Fixture::start("comment.delete", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .comments()
                    .delete(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                        fixture.whole("comment_id"),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
#[expect(deprecated, reason = "a deprecated endpoint still has to work")]
async fn create_file_comment_with_nothing_optional() {
    let fixture = Fixture::start("comment.create_file_comment", "with_nothing_optional")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .comments()
                    .create_file_comment(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
#[expect(deprecated, reason = "a deprecated endpoint still has to work")]
async fn create_file_comment_with_everything() {
    let fixture = Fixture::start("comment.create_file_comment", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .comments()
                    .create_file_comment(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                    )
                    .file_token(fixture.text("file_token"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
#[expect(deprecated, reason = "a deprecated endpoint still has to work")]
async fn list_file_comments_with_nothing_optional() {
    let fixture = Fixture::start("comment.list_file_comments", "with_nothing_optional")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .comments()
                    .list_file_comments(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
#[expect(deprecated, reason = "a deprecated endpoint still has to work")]
async fn list_file_comments_with_everything() {
    let fixture = Fixture::start("comment.list_file_comments", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .comments()
                    .list_file_comments(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                    )
                    .page_size(fixture.whole("page_size"))
                    .page_num(fixture.whole("page_num"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn post_with_nothing_optional() {
    let fixture = Fixture::start("comment.post", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .comments()
                    .post(
                        fixture.text("project_key"),
                        feishu_project::comment::CommentTarget::Item(
                            feishu_project::comment::CommentOnItem::new(
                                fixture.text("work_item_type_key"),
                                fixture.whole("work_item_id"),
                            ),
                        ),
                        feishu_project::comment::CommentContent::Text(
                            feishu_project::comment::TextContent::new(
                                fixture.text("text"),
                            ),
                        ),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn query_with_nothing_optional() {
    let fixture = Fixture::start("comment.query", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .comments()
                    .query(
                        fixture.text("project_key"),
                        feishu_project::comment::CommentTarget::Item(
                            feishu_project::comment::CommentOnItem::new(
                                fixture.text("work_item_type_key"),
                                fixture.whole("work_item_id"),
                            ),
                        ),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn query_with_everything() {
    let fixture = Fixture::start("comment.query", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .comments()
                    .query(
                        fixture.text("project_key"),
                        feishu_project::comment::CommentTarget::Item(
                            feishu_project::comment::CommentOnItem::new(
                                fixture.text("work_item_type_key"),
                                fixture.whole("work_item_id"),
                            ),
                        ),
                    )
                    .paginator(
                        feishu_project::comment::CommentPaginator::new()
                            .direction(
                                feishu_project::comment::CommentDirection::OldestFirst,
                            )
                            .cursor(fixture.text("cursor"))
                            .page_size(1i64),
                    )
                    .with_markdown(true)
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn edit_with_nothing_optional() {
    let fixture = Fixture::start("comment.edit", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .comments()
                    .edit(
                        fixture.text("project_key"),
                        fixture.text("posted_comment_id"),
                        feishu_project::comment::EditedCommentContent::Text(
                            feishu_project::comment::TextContent::new(
                                fixture.text("text"),
                            ),
                        ),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn remove_with_nothing_optional() {
    let fixture = Fixture::start("comment.remove", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .comments()
                    .remove(
                        fixture.text("project_key"),
                        fixture.text("posted_comment_id"),
                    )
                    .send()
            },
        )
        .await;
}
