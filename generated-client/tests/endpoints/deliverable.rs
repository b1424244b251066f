// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `deliverable`.

use super::world::World;

#[tokio::test]
async fn query_with_nothing_optional() {
    let world = World::start("deliverable.query", "with_nothing_optional").await;
    let call = world.client().deliverables().query();
    world.check(call.send().await);
}

#[tokio::test]
async fn query_with_everything() {
    let world = World::start("deliverable.query", "with_everything").await;
    let call = world
        .client()
        .deliverables()
        .query()
        .project_key(world.text("project_key"))
        .work_item_ids([world.whole("work_item_id")]);
    world.check(call.send().await);
}
