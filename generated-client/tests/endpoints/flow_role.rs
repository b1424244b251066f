// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `flow_role`.

use super::world::World;

#[tokio::test]
async fn list_with_nothing_optional() {
    let world = World::start("flow_role.list", "with_nothing_optional").await;
    let call = world
        .client()
        .flow_roles()
        .list(world.text("project_key"), world.text("work_item_type_key"));
    world.check(call.send().await);
}

#[tokio::test]
async fn create_with_nothing_optional() {
    let world = World::start("flow_role.create", "with_nothing_optional").await;
    let call = world
        .client()
        .flow_roles()
        .create(
            world.text("project_key"),
            world.text("work_item_type_key"),
            feishu_project::flow_role::NewFlowRole::new(),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn create_with_everything() {
    let world = World::start("flow_role.create", "with_everything").await;
    let call = world
        .client()
        .flow_roles()
        .create(
            world.text("project_key"),
            world.text("work_item_type_key"),
            feishu_project::flow_role::NewFlowRole::new()
                .id(world.text("role_key"))
                .name(world.text("name"))
                .is_owner(true)
                .auto_enter_group(true)
                .member_assign_mode(1i64)
                .members([world.text("user_key")])
                .is_member_multi(true)
                .role_alias(world.text("role_alias"))
                .lock_scope([world.text("lock_scope")]),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn update_with_nothing_optional() {
    let world = World::start("flow_role.update", "with_nothing_optional").await;
    let call = world
        .client()
        .flow_roles()
        .update(
            world.text("project_key"),
            world.text("work_item_type_key"),
            feishu_project::flow_role::FlowRoleUpdate::new(),
        )
        .role_id(world.text("role_key"));
    world.check(call.send().await);
}

#[tokio::test]
async fn update_with_everything() {
    let world = World::start("flow_role.update", "with_everything").await;
    let call = world
        .client()
        .flow_roles()
        .update(
            world.text("project_key"),
            world.text("work_item_type_key"),
            feishu_project::flow_role::FlowRoleUpdate::new()
                .name(world.text("name"))
                .is_owner(true)
                .auto_enter_group(true)
                .member_assign_mode(1i64)
                .members([world.text("user_key")])
                .is_member_multi(true)
                .role_alias(world.text("role_alias"))
                .lock_scope([world.text("lock_scope")]),
        )
        .role_id(world.text("role_key"))
        .role_alias(world.text("role_alias"));
    world.check(call.send().await);
}

#[tokio::test]
async fn delete_with_nothing_optional() {
    let world = World::start("flow_role.delete", "with_nothing_optional").await;
    let call = world
        .client()
        .flow_roles()
        .delete(world.text("project_key"), world.text("work_item_type_key"))
        .role_id(world.text("role_key"));
    world.check(call.send().await);
}

#[tokio::test]
async fn delete_with_everything() {
    let world = World::start("flow_role.delete", "with_everything").await;
    let call = world
        .client()
        .flow_roles()
        .delete(world.text("project_key"), world.text("work_item_type_key"))
        .role_id(world.text("role_key"))
        .role_alias(world.text("role_alias"));
    world.check(call.send().await);
}
