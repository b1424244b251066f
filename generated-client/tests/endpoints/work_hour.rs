// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `work_hour`.

use super::world::World;

#[tokio::test]
async fn list_with_nothing_optional() {
    let world = World::start("work_hour.list", "with_nothing_optional").await;
    let call = world.client().work_hours().list();
    world.check(call.send().await);
}

#[tokio::test]
async fn list_with_everything() {
    let world = World::start("work_hour.list", "with_everything").await;
    let call = world
        .client()
        .work_hours()
        .list()
        .project_key(world.text("project_key"))
        .work_item_type_key(world.text("work_item_type_key"))
        .work_item_id(world.whole("work_item_id"))
        .page_num(world.whole("page_num"))
        .page_size(world.whole("page_size"));
    world.check(call.send().await);
}

#[tokio::test]
async fn create_with_nothing_optional() {
    let world = World::start("work_hour.create", "with_nothing_optional").await;
    let call = world
        .client()
        .work_hours()
        .create(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn create_with_everything() {
    let world = World::start("work_hour.create", "with_everything").await;
    let call = world
        .client()
        .work_hours()
        .create(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
        )
        .work_begin_date(1_735_689_600_000_i64)
        .work_end_date(1_735_689_600_000_i64)
        .include_holidays(true)
        .working_hour_records([
            feishu_project::work_hour::NewWorkHour::new()
                .resource_type(world.text("resource_type"))
                .resource_id(world.text("resource_id"))
                .work_time(world.text("work_time"))
                .work_description(world.text("work_description")),
        ]);
    world.check(call.send().await);
}

#[tokio::test]
async fn update_with_nothing_optional() {
    let world = World::start("work_hour.update", "with_nothing_optional").await;
    let call = world
        .client()
        .work_hours()
        .update(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn update_with_everything() {
    let world = World::start("work_hour.update", "with_everything").await;
    let call = world
        .client()
        .work_hours()
        .update(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
        )
        .working_hour_records([
            feishu_project::work_hour::WorkHourUpdate::new()
                .id(world.whole("work_hour_record_id"))
                .work_time(world.text("work_time"))
                .work_description(world.text("work_description")),
        ]);
    world.check(call.send().await);
}

#[tokio::test]
async fn delete_with_nothing_optional() {
    let world = World::start("work_hour.delete", "with_nothing_optional").await;
    let call = world
        .client()
        .work_hours()
        .delete(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn delete_with_everything() {
    let world = World::start("work_hour.delete", "with_everything").await;
    let call = world
        .client()
        .work_hours()
        .delete(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
        )
        .working_hour_record_ids([world.whole("work_hour_record_id")]);
    world.check(call.send().await);
}
