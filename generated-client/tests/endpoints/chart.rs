// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `chart`.

use super::world::World;

#[tokio::test]
async fn get_with_nothing_optional() {
    let world = World::start("chart.get", "with_nothing_optional").await;
    let call = world
        .client()
        .charts()
        .get(world.text("project_key"), world.text("chart_id"));
    world.check(call.send().await);
}

#[tokio::test]
async fn list_with_nothing_optional() {
    let world = World::start("chart.list", "with_nothing_optional").await;
    let call = world
        .client()
        .charts()
        .list(world.text("project_key"), world.text("view_id"));
    world.check(call.send().await);
}

#[tokio::test]
async fn list_with_everything() {
    let world = World::start("chart.list", "with_everything").await;
    let call = world
        .client()
        .charts()
        .list(world.text("project_key"), world.text("view_id"))
        .page_num(world.whole("page_num"))
        .page_size(1i64);
    world.check(call.send().await);
}
