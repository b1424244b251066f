// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `review`.

use super::world::World;

#[tokio::test]
async fn query_with_nothing_optional() {
    let world = World::start("review.query", "with_nothing_optional").await;
    let call = world
        .client()
        .reviews()
        .query(
            world.text("project_key"),
            world.whole("work_item_id"),
            [world.text("node_id")],
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn conclusion_options_with_nothing_optional() {
    let world = World::start("review.conclusion_options", "with_nothing_optional").await;
    let call = world
        .client()
        .reviews()
        .conclusion_options(
            world.text("project_key"),
            world.whole("work_item_id"),
            [world.text("node_id")],
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn update_with_nothing_optional() {
    let world = World::start("review.update", "with_nothing_optional").await;
    let call = world
        .client()
        .reviews()
        .update(world.text("project_key"), world.whole("work_item_id"));
    world.check(call.send().await);
}

#[tokio::test]
async fn update_with_everything() {
    let world = World::start("review.update", "with_everything").await;
    let call = world
        .client()
        .reviews()
        .update(world.text("project_key"), world.whole("work_item_id"))
        .node_id(world.text("node_id"))
        .opinion(world.text("opinion"))
        .finished_conclusion_option_key(world.text("conclusion_key"))
        .operation_type(feishu_project::review::ReviewScope::Node)
        .reset(true);
    world.check(call.send().await);
}
