// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `project`.

use super::world::World;

#[tokio::test]
async fn list_with_nothing_optional() {
    let world = World::start("project.list", "with_nothing_optional").await;
    let call = world.client().projects().list(world.text("user_key"));
    world.check(call.send().await);
}

#[tokio::test]
async fn list_with_everything() {
    let world = World::start("project.list", "with_everything").await;
    let call = world
        .client()
        .projects()
        .list(world.text("user_key"))
        .tenant_group_id(world.whole("tenant_group_id"))
        .asset_key(world.text("asset_key"))
        .order(["last_visited"]);
    world.check(call.send().await);
}

#[tokio::test]
async fn query_with_nothing_optional() {
    let world = World::start("project.query", "with_nothing_optional").await;
    let call = world
        .client()
        .projects()
        .query(world.text("user_key"))
        .project_keys([world.text("project_key")]);
    world.check(call.send().await);
}

#[tokio::test]
async fn query_with_everything() {
    let world = World::start("project.query", "with_everything").await;
    let call = world
        .client()
        .projects()
        .query(world.text("user_key"))
        .project_keys([world.text("project_key")])
        .simple_names([world.text("simple_names")])
        .tenant_group_id(world.whole("tenant_group_id"));
    world.check(call.send().await);
}

#[tokio::test]
async fn business_lines_with_nothing_optional() {
    let world = World::start("project.business_lines", "with_nothing_optional").await;
    let call = world.client().projects().business_lines(world.text("project_key"));
    world.check(call.send().await);
}

#[tokio::test]
async fn teams_with_nothing_optional() {
    let world = World::start("project.teams", "with_nothing_optional").await;
    let call = world.client().projects().teams(world.text("project_key"));
    world.check(call.send().await);
}

#[tokio::test]
async fn teams_with_everything() {
    let world = World::start("project.teams", "with_everything").await;
    let call = world
        .client()
        .projects()
        .teams(world.text("project_key"))
        .offset(world.whole("offset"))
        .limit(1i64);
    world.check(call.send().await);
}
