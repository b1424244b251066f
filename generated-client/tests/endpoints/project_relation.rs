// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `project_relation`.

use super::world::World;

#[tokio::test]
async fn rules_with_nothing_optional() {
    let world = World::start("project_relation.rules", "with_nothing_optional").await;
    let call = world.client().project_relations().rules(world.text("project_key"));
    world.check(call.send().await);
}

#[tokio::test]
async fn rules_with_everything() {
    let world = World::start("project_relation.rules", "with_everything").await;
    let call = world
        .client()
        .project_relations()
        .rules(world.text("project_key"))
        .remote_projects([world.text("project_key")]);
    world.check(call.send().await);
}

#[tokio::test]
async fn work_items_with_nothing_optional() {
    let world = World::start("project_relation.work_items", "with_nothing_optional")
        .await;
    let call = world
        .client()
        .project_relations()
        .work_items(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn work_items_with_everything() {
    let world = World::start("project_relation.work_items", "with_everything").await;
    let call = world
        .client()
        .project_relations()
        .work_items(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
        )
        .relation_rule_id(world.text("project_relation_rule_id"))
        .relation_work_item_id(world.whole("work_item_id"))
        .relation_work_item_type_key(world.text("work_item_type_key"))
        .relation_project_key(world.text("project_key"));
    world.check(call.send().await);
}

#[tokio::test]
async fn bind_with_nothing_optional() {
    let world = World::start("project_relation.bind", "with_nothing_optional").await;
    let call = world
        .client()
        .project_relations()
        .bind(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn bind_with_everything() {
    let world = World::start("project_relation.bind", "with_everything").await;
    let call = world
        .client()
        .project_relations()
        .bind(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
        )
        .relation_rule_id(world.text("project_relation_rule_id"))
        .instances([
            feishu_project::project_relation::BindInstance::new()
                .project_key(world.text("project_key"))
                .work_item_type_key(world.text("work_item_type_key"))
                .work_item_id(world.whole("work_item_id"))
                .chat_group_merge(world.whole("chat_group_merge")),
        ]);
    world.check(call.send().await);
}

#[tokio::test]
async fn unbind_with_nothing_optional() {
    let world = World::start("project_relation.unbind", "with_nothing_optional").await;
    let call = world
        .client()
        .project_relations()
        .unbind(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn unbind_with_everything() {
    let world = World::start("project_relation.unbind", "with_everything").await;
    let call = world
        .client()
        .project_relations()
        .unbind(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
        )
        .relation_rule_id(world.text("project_relation_rule_id"))
        .relation_work_item_id(world.whole("work_item_id"));
    world.check(call.send().await);
}
