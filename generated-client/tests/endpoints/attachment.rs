// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `attachment`.

use super::world::World;

#[tokio::test]
async fn upload_with_nothing_optional() {
    let world = World::start("attachment.upload", "with_nothing_optional").await;
    let call = world
        .client()
        .attachments()
        .upload(
            world.text("project_key"),
            feishu_project::File::new("sample.txt", "sample"),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn add_with_nothing_optional() {
    let world = World::start("attachment.add", "with_nothing_optional").await;
    let call = world
        .client()
        .attachments()
        .add(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
            feishu_project::File::new("sample.txt", "sample"),
        )
        .field_key(world.text("field_key"));
    world.check(call.send().await);
}

#[tokio::test]
async fn add_with_everything() {
    let world = World::start("attachment.add", "with_everything").await;
    let call = world
        .client()
        .attachments()
        .add(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
            feishu_project::File::new("sample.txt", "sample"),
        )
        .field_key(world.text("field_key"))
        .field_alias(world.text("field_alias"))
        .index(world.whole("index"));
    world.check(call.send().await);
}

#[tokio::test]
async fn download_with_nothing_optional() {
    let world = World::start("attachment.download", "with_nothing_optional").await;
    let call = world
        .client()
        .attachments()
        .download(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
            world.text("file_id"),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn delete_with_nothing_optional() {
    let world = World::start("attachment.delete", "with_nothing_optional").await;
    let call = world
        .client()
        .attachments()
        .delete(
            world.text("project_key"),
            world.whole("work_item_id"),
            [world.text("file_id")],
        )
        .field_key(world.text("field_key"));
    world.check(call.send().await);
}
