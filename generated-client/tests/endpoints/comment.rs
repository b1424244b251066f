// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `comment`.

use super::world::World;

#[tokio::test]
async fn create_with_nothing_optional() {
    let world = World::start("comment.create", "with_nothing_optional").await;
    let call = world
        .client()
        .comments()
        .create(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
        )
        .content(world.text("content"));
    world.check(call.send().await);
}

#[tokio::test]
async fn create_with_everything() {
    let world = World::start("comment.create", "with_everything").await;
    let call = world
        .client()
        .comments()
        .create(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
        )
        .content(world.text("content"))
        .rich_text("anything")
        .doc_rich_text(
            feishu_project::comment::RichTextDocument::new()
                .doc(world.text("doc"))
                .doc_text(world.text("doc_text"))
                .doc_html(world.text("doc_html"))
                .doc_img([world.text("doc_img")])
                .is_empty(true),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn list_with_nothing_optional() {
    let world = World::start("comment.list", "with_nothing_optional").await;
    let call = world
        .client()
        .comments()
        .list(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn list_with_everything() {
    let world = World::start("comment.list", "with_everything").await;
    let call = world
        .client()
        .comments()
        .list(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
        )
        .page_size(1i64)
        .page_num(world.whole("page_num"));
    world.check(call.send().await);
}

#[tokio::test]
async fn update_with_nothing_optional() {
    let world = World::start("comment.update", "with_nothing_optional").await;
    let call = world
        .client()
        .comments()
        .update(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
            world.whole("comment_id"),
        )
        .content(world.text("content"));
    world.check(call.send().await);
}

#[tokio::test]
async fn update_with_everything() {
    let world = World::start("comment.update", "with_everything").await;
    let call = world
        .client()
        .comments()
        .update(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
            world.whole("comment_id"),
        )
        .content(world.text("content"))
        .rich_text("anything");
    world.check(call.send().await);
}

#[tokio::test]
async fn delete_with_nothing_optional() {
    let world = World::start("comment.delete", "with_nothing_optional").await;
    let call = world
        .client()
        .comments()
        .delete(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
            world.whole("comment_id"),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn create_file_comment_with_nothing_optional() {
    let world = World::start("comment.create_file_comment", "with_nothing_optional")
        .await;
    let call = world
        .client()
        .comments()
        .create_file_comment(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn create_file_comment_with_everything() {
    let world = World::start("comment.create_file_comment", "with_everything").await;
    let call = world
        .client()
        .comments()
        .create_file_comment(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
        )
        .file_token(world.text("file_token"));
    world.check(call.send().await);
}

#[tokio::test]
async fn list_file_comments_with_nothing_optional() {
    let world = World::start("comment.list_file_comments", "with_nothing_optional")
        .await;
    let call = world
        .client()
        .comments()
        .list_file_comments(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn list_file_comments_with_everything() {
    let world = World::start("comment.list_file_comments", "with_everything").await;
    let call = world
        .client()
        .comments()
        .list_file_comments(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
        )
        .page_size(world.whole("page_size"))
        .page_num(world.whole("page_num"));
    world.check(call.send().await);
}
