// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `auth`.

use super::world::World;

#[tokio::test]
async fn plugin_token_with_nothing_optional() {
    let world = World::start("auth.plugin_token", "with_nothing_optional").await;
    let call = world
        .client()
        .auth()
        .plugin_token(world.text("plugin_id"), world.text("plugin_secret"));
    world.check(call.send().await);
}

#[tokio::test]
async fn plugin_token_with_everything() {
    let world = World::start("auth.plugin_token", "with_everything").await;
    let call = world
        .client()
        .auth()
        .plugin_token(world.text("plugin_id"), world.text("plugin_secret"))
        .kind(feishu_project::auth::PluginTokenKind::Plugin);
    world.check(call.send().await);
}

#[tokio::test]
async fn auth_code_with_nothing_optional() {
    let world = World::start("auth.auth_code", "with_nothing_optional").await;
    let call = world.client().auth().auth_code(world.text("plugin_id"));
    world.check(call.send().await);
}

#[tokio::test]
async fn auth_code_with_everything() {
    let world = World::start("auth.auth_code", "with_everything").await;
    let call = world
        .client()
        .auth()
        .auth_code(world.text("plugin_id"))
        .state(world.text("state"));
    world.check(call.send().await);
}

#[tokio::test]
async fn user_plugin_token_with_nothing_optional() {
    let world = World::start("auth.user_plugin_token", "with_nothing_optional").await;
    let call = world.client().auth().user_plugin_token(world.text("code"));
    world.check(call.send().await);
}

#[tokio::test]
async fn refresh_token_with_nothing_optional() {
    let world = World::start("auth.refresh_token", "with_nothing_optional").await;
    let call = world.client().auth().refresh_token(world.text("refresh_token"));
    world.check(call.send().await);
}
