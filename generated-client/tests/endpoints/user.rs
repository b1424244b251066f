// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `user`.

use super::world::World;

#[tokio::test]
async fn query_with_nothing_optional() {
    let world = World::start("user.query", "with_nothing_optional").await;
    let call = world.client().users().query().user_keys([world.text("user_key")]);
    world.check(call.send().await);
}

#[tokio::test]
async fn query_with_everything() {
    let world = World::start("user.query", "with_everything").await;
    let call = world
        .client()
        .users()
        .query()
        .user_keys([world.text("user_key")])
        .out_ids([world.text("out_ids")])
        .emails([world.text("emails")])
        .tenant_key(world.text("tenant_key"))
        .usernames([world.text("usernames")]);
    world.check(call.send().await);
}

#[tokio::test]
async fn search_with_nothing_optional() {
    let world = World::start("user.search", "with_nothing_optional").await;
    let call = world.client().users().search();
    world.check(call.send().await);
}

#[tokio::test]
async fn search_with_everything() {
    let world = World::start("user.search", "with_everything").await;
    let call = world
        .client()
        .users()
        .search()
        .query(world.text("query"))
        .project_key(world.text("project_key"));
    world.check(call.send().await);
}

#[tokio::test]
async fn query_for_tenant_plugin_with_nothing_optional() {
    let world = World::start("user.query_for_tenant_plugin", "with_nothing_optional")
        .await;
    let call = world.client().users().query_for_tenant_plugin();
    world.check(call.send().await);
}

#[tokio::test]
async fn query_for_tenant_plugin_with_everything() {
    let world = World::start("user.query_for_tenant_plugin", "with_everything").await;
    let call = world
        .client()
        .users()
        .query_for_tenant_plugin()
        .user_keys([world.text("user_key")])
        .emails([world.text("emails")])
        .out_users([
            feishu_project::user::OutUser::new()
                .out_user_id(world.text("out_user_id"))
                .login_platform_type(world.text("login_platform_type")),
        ]);
    world.check(call.send().await);
}
