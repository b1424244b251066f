// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `user_group`.

use super::world::World;

#[tokio::test]
async fn create_with_nothing_optional() {
    let world = World::start("user_group.create", "with_nothing_optional").await;
    let call = world
        .client()
        .user_groups()
        .create(world.text("project_key"), "a", [world.text("user_key")]);
    world.check(call.send().await);
}

#[tokio::test]
async fn update_members_with_nothing_optional() {
    let world = World::start("user_group.update_members", "with_nothing_optional").await;
    let call = world
        .client()
        .user_groups()
        .update_members(
            world.text("project_key"),
            feishu_project::user_group::UserGroupType::ProjectAdmin,
        )
        .user_group_id(world.text("user_group_id"))
        .add_users([world.text("user_key")]);
    world.check(call.send().await);
}

#[tokio::test]
async fn update_members_with_everything() {
    let world = World::start("user_group.update_members", "with_everything").await;
    let call = world
        .client()
        .user_groups()
        .update_members(
            world.text("project_key"),
            feishu_project::user_group::UserGroupType::ProjectAdmin,
        )
        .user_group_id(world.text("user_group_id"))
        .add_users([world.text("user_key")])
        .delete_users([world.text("user_key")])
        .replace_users([world.text("user_key")]);
    world.check(call.send().await);
}

#[tokio::test]
async fn members_with_nothing_optional() {
    let world = World::start("user_group.members", "with_nothing_optional").await;
    let call = world
        .client()
        .user_groups()
        .members(
            world.text("project_key"),
            feishu_project::user_group::UserGroupType::ProjectAdmin,
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn members_with_everything() {
    let world = World::start("user_group.members", "with_everything").await;
    let call = world
        .client()
        .user_groups()
        .members(
            world.text("project_key"),
            feishu_project::user_group::UserGroupType::ProjectAdmin,
        )
        .user_group_ids([world.text("user_group_id")])
        .page_num(world.whole("page_num"))
        .page_size(1i64);
    world.check(call.send().await);
}
