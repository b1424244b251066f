// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `work_item_type`.

use super::world::World;

#[tokio::test]
async fn list_with_nothing_optional() {
    let world = World::start("work_item_type.list", "with_nothing_optional").await;
    let call = world.client().work_item_types().list(world.text("project_key"));
    world.check(call.send().await);
}

#[tokio::test]
async fn get_with_nothing_optional() {
    let world = World::start("work_item_type.get", "with_nothing_optional").await;
    let call = world
        .client()
        .work_item_types()
        .get(world.text("project_key"), world.text("work_item_type_key"));
    world.check(call.send().await);
}

#[tokio::test]
async fn update_with_nothing_optional() {
    let world = World::start("work_item_type.update", "with_nothing_optional").await;
    let call = world
        .client()
        .work_item_types()
        .update(world.text("project_key"), world.text("work_item_type_key"));
    world.check(call.send().await);
}

#[tokio::test]
async fn update_with_everything() {
    let world = World::start("work_item_type.update", "with_everything").await;
    let call = world
        .client()
        .work_item_types()
        .update(world.text("project_key"), world.text("work_item_type_key"))
        .description(world.text("description"))
        .is_disabled(true)
        .is_pinned(true)
        .enable_schedule(true)
        .schedule_field_key(world.text("field_key"))
        .estimate_point_field_key(world.text("field_key"))
        .actual_work_time_field_key(world.text("field_key"))
        .belong_role_keys([world.text("role_key")])
        .actual_work_time_switch(true);
    world.check(call.send().await);
}
