// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `account`.

use super::world::World;

#[tokio::test]
async fn create_with_nothing_optional() {
    let world = World::start("account.create", "with_nothing_optional").await;
    let call = world.client().accounts().create();
    world.check(call.send().await);
}

#[tokio::test]
async fn create_with_everything() {
    let world = World::start("account.create", "with_everything").await;
    let call = world
        .client()
        .accounts()
        .create()
        .out_user_id(world.text("out_user_id"))
        .name(feishu_project::Map::from([(world.text("name"), world.text("name"))]))
        .login_platform_type(world.text("login_platform_type"))
        .avatar_url(world.text("avatar_url"))
        .department_keys([world.text("department_key")])
        .email(world.text("email"))
        .mobile(world.text("mobile"));
    world.check(call.send().await);
}

#[tokio::test]
async fn update_with_nothing_optional() {
    let world = World::start("account.update", "with_nothing_optional").await;
    let call = world.client().accounts().update();
    world.check(call.send().await);
}

#[tokio::test]
async fn update_with_everything() {
    let world = World::start("account.update", "with_everything").await;
    let call = world
        .client()
        .accounts()
        .update()
        .account_key(world.text("account_key"))
        .name(feishu_project::Map::from([(world.text("name"), world.text("name"))]))
        .avatar_url(world.text("avatar_url"))
        .department_keys([world.text("department_key")]);
    world.check(call.send().await);
}

#[tokio::test]
async fn activate_with_nothing_optional() {
    let world = World::start("account.activate", "with_nothing_optional").await;
    let call = world.client().accounts().activate();
    world.check(call.send().await);
}

#[tokio::test]
async fn activate_with_everything() {
    let world = World::start("account.activate", "with_everything").await;
    let call = world
        .client()
        .accounts()
        .activate()
        .account_key(world.text("account_key"));
    world.check(call.send().await);
}

#[tokio::test]
async fn stop_with_nothing_optional() {
    let world = World::start("account.stop", "with_nothing_optional").await;
    let call = world.client().accounts().stop();
    world.check(call.send().await);
}

#[tokio::test]
async fn stop_with_everything() {
    let world = World::start("account.stop", "with_everything").await;
    let call = world.client().accounts().stop().account_key(world.text("account_key"));
    world.check(call.send().await);
}
