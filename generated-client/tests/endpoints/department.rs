// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `department`.

use super::world::World;

#[tokio::test]
async fn create_with_nothing_optional() {
    let world = World::start("department.create", "with_nothing_optional").await;
    let call = world.client().departments().create();
    world.check(call.send().await);
}

#[tokio::test]
async fn create_with_everything() {
    let world = World::start("department.create", "with_everything").await;
    let call = world
        .client()
        .departments()
        .create()
        .name(feishu_project::Map::from([(world.text("name"), world.text("name"))]))
        .parent_department_key(world.text("department_key"));
    world.check(call.send().await);
}

#[tokio::test]
async fn update_with_nothing_optional() {
    let world = World::start("department.update", "with_nothing_optional").await;
    let call = world.client().departments().update();
    world.check(call.send().await);
}

#[tokio::test]
async fn update_with_everything() {
    let world = World::start("department.update", "with_everything").await;
    let call = world
        .client()
        .departments()
        .update()
        .department_key(world.text("department_key"))
        .name(feishu_project::Map::from([(world.text("name"), world.text("name"))]))
        .parent_department_key(world.text("department_key"));
    world.check(call.send().await);
}

#[tokio::test]
async fn delete_with_nothing_optional() {
    let world = World::start("department.delete", "with_nothing_optional").await;
    let call = world.client().departments().delete();
    world.check(call.send().await);
}

#[tokio::test]
async fn delete_with_everything() {
    let world = World::start("department.delete", "with_everything").await;
    let call = world
        .client()
        .departments()
        .delete()
        .department_key(world.text("department_key"));
    world.check(call.send().await);
}

#[tokio::test]
async fn query_with_nothing_optional() {
    let world = World::start("department.query", "with_nothing_optional").await;
    let call = world.client().departments().query();
    world.check(call.send().await);
}

#[tokio::test]
async fn query_with_everything() {
    let world = World::start("department.query", "with_everything").await;
    let call = world
        .client()
        .departments()
        .query()
        .scopes([world.text("scopes")])
        .department_key(world.text("department_key"));
    world.check(call.send().await);
}
