// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `tenant`.

use super::world::World;

#[tokio::test]
async fn query_with_nothing_optional() {
    let world = World::start("tenant.query", "with_nothing_optional").await;
    let call = world.client().tenants().query();
    world.check(call.send().await);
}

#[tokio::test]
async fn query_with_everything() {
    let world = World::start("tenant.query", "with_everything").await;
    let call = world.client().tenants().query().scopes([world.text("scopes")]);
    world.check(call.send().await);
}
