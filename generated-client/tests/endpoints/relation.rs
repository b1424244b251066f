// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `relation`.

use super::world::World;

#[tokio::test]
async fn list_with_nothing_optional() {
    let world = World::start("relation.list", "with_nothing_optional").await;
    let call = world.client().relations().list(world.text("project_key"));
    world.check(call.send().await);
}

#[tokio::test]
async fn create_with_nothing_optional() {
    let world = World::start("relation.create", "with_nothing_optional").await;
    let call = world
        .client()
        .relations()
        .create(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.text("name"),
            [feishu_project::config::TypeInSpace::new()],
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn create_with_everything() {
    let world = World::start("relation.create", "with_everything").await;
    let call = world
        .client()
        .relations()
        .create(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.text("name"),
            [
                feishu_project::config::TypeInSpace::new()
                    .work_item_type_key(world.text("work_item_type_key"))
                    .work_item_type_name(world.text("work_item_type_name"))
                    .project_key(world.text("project_key"))
                    .project_name(world.text("project_name")),
            ],
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn update_with_nothing_optional() {
    let world = World::start("relation.update", "with_nothing_optional").await;
    let call = world
        .client()
        .relations()
        .update(
            world.text("relation_id"),
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.text("name"),
            [feishu_project::config::TypeInSpace::new()],
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn update_with_everything() {
    let world = World::start("relation.update", "with_everything").await;
    let call = world
        .client()
        .relations()
        .update(
            world.text("relation_id"),
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.text("name"),
            [
                feishu_project::config::TypeInSpace::new()
                    .work_item_type_key(world.text("work_item_type_key"))
                    .work_item_type_name(world.text("work_item_type_name"))
                    .project_key(world.text("project_key"))
                    .project_name(world.text("project_name")),
            ],
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn delete_with_nothing_optional() {
    let world = World::start("relation.delete", "with_nothing_optional").await;
    let call = world
        .client()
        .relations()
        .delete(world.text("relation_id"), world.text("project_key"));
    world.check(call.send().await);
}

#[tokio::test]
async fn create_story_relations_with_nothing_optional() {
    let world = World::start("relation.create_story_relations", "with_nothing_optional")
        .await;
    let call = world
        .client()
        .relations()
        .create_story_relations(world.text("project_key"));
    world.check(call.send().await);
}

#[tokio::test]
async fn create_story_relations_with_everything() {
    let world = World::start("relation.create_story_relations", "with_everything").await;
    let call = world
        .client()
        .relations()
        .create_story_relations(world.text("project_key"))
        .story_relations([
            feishu_project::relation::StoryRelation::new()
                .local_work_item_id(world.whole("work_item_id"))
                .remote_work_item_id(world.whole("work_item_id"))
                .relation_id(world.text("relation_id"))
                .merge_group(true),
        ]);
    world.check(call.send().await);
}

#[tokio::test]
async fn query_story_relations_with_nothing_optional() {
    let world = World::start("relation.query_story_relations", "with_nothing_optional")
        .await;
    let call = world
        .client()
        .relations()
        .query_story_relations(world.text("project_key"));
    world.check(call.send().await);
}

#[tokio::test]
async fn query_story_relations_with_everything() {
    let world = World::start("relation.query_story_relations", "with_everything").await;
    let call = world
        .client()
        .relations()
        .query_story_relations(world.text("project_key"))
        .work_item_ids([world.whole("work_item_id")]);
    world.check(call.send().await);
}
