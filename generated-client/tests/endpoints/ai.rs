// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `ai`.

use super::world::World;

#[tokio::test]
async fn query_node_with_nothing_optional() {
    let world = World::start("ai.query_node", "with_nothing_optional").await;
    let call = world.client().ai().query_node();
    world.check(call.send().await);
}

#[tokio::test]
async fn query_node_with_everything() {
    let world = World::start("ai.query_node", "with_everything").await;
    let call = world
        .client()
        .ai()
        .query_node()
        .project_key(world.text("project_key"))
        .work_item_id(world.whole("work_item_id"))
        .state_key(world.text("state_key"))
        .node_uuid(world.text("row_id"));
    world.check(call.send().await);
}

#[tokio::test]
async fn edit_node_with_nothing_optional() {
    let world = World::start("ai.edit_node", "with_nothing_optional").await;
    let call = world.client().ai().edit_node();
    world.check(call.send().await);
}

#[tokio::test]
async fn edit_node_with_everything() {
    let world = World::start("ai.edit_node", "with_everything").await;
    let call = world
        .client()
        .ai()
        .edit_node()
        .project_key(world.text("project_key"))
        .work_item_id(world.whole("work_item_id"))
        .state_key(world.text("state_key"))
        .node_uuid(world.text("row_id"))
        .status(world.text("status"))
        .node_fields([
            feishu_project::ai::AiNodeFieldEdit::new()
                .node_field_key(world.text("field_key"))
                .value(world.text("value")),
        ])
        .conform_fields([
            feishu_project::ai::AiFormFieldEdit::new()
                .field_key(world.text("field_key"))
                .value(world.text("value")),
        ]);
    world.check(call.send().await);
}

#[tokio::test]
async fn confirm_node_with_nothing_optional() {
    let world = World::start("ai.confirm_node", "with_nothing_optional").await;
    let call = world.client().ai().confirm_node();
    world.check(call.send().await);
}

#[tokio::test]
async fn confirm_node_with_everything() {
    let world = World::start("ai.confirm_node", "with_everything").await;
    let call = world
        .client()
        .ai()
        .confirm_node()
        .project_key(world.text("project_key"))
        .work_item_id(world.whole("work_item_id"))
        .state_key(world.text("state_key"))
        .node_uuid(world.text("row_id"));
    world.check(call.send().await);
}

#[tokio::test]
async fn update_field_with_nothing_optional() {
    let world = World::start("ai.update_field", "with_nothing_optional").await;
    let call = world.client().ai().update_field();
    world.check(call.send().await);
}

#[tokio::test]
async fn update_field_with_everything() {
    let world = World::start("ai.update_field", "with_everything").await;
    let call = world
        .client()
        .ai()
        .update_field()
        .ai_task_id(world.text("ai_task_id"))
        .field_value(
            feishu_project::field_value::FieldValue::text(world.text("field_value")),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn delete_field_files_with_nothing_optional() {
    let world = World::start("ai.delete_field_files", "with_nothing_optional").await;
    let call = world.client().ai().delete_field_files();
    world.check(call.send().await);
}

#[tokio::test]
async fn delete_field_files_with_everything() {
    let world = World::start("ai.delete_field_files", "with_everything").await;
    let call = world
        .client()
        .ai()
        .delete_field_files()
        .ai_task_id(world.text("ai_task_id"))
        .uuids([world.text("file_id")]);
    world.check(call.send().await);
}
