// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `flow_role`.
//!
//! `fixture.check` tries a call in three ways: in the sandbox, where it must succeed or be refused as
//! is known of it; against responses with something wrong in them; and against the published examples
//! of its response.
//!
//! `fixture.text` and `fixture.whole` give the id of something that exists in the sandbox where the
//! name is that of an id, and any text or number elsewhere.

use super::fixture::Fixture;

#[tokio::test]
async fn list_with_nothing_optional() {
    let fixture = Fixture::start("flow_role.list", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .flow_roles()
                    .list(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn create_with_nothing_optional() {
    let fixture = Fixture::start("flow_role.create", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .flow_roles()
                    .create(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        feishu_project::flow_role::NewFlowRole::new(),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn create_with_everything() {
    let fixture = Fixture::start("flow_role.create", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .flow_roles()
                    .create(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        feishu_project::flow_role::NewFlowRole::new()
                            .id(fixture.text("role_key"))
                            .name(fixture.text("name"))
                            .is_owner(true)
                            .auto_enter_group(true)
                            .member_assign_mode(1i64)
                            .members([fixture.text("user_key")])
                            .is_member_multi(true)
                            .role_alias(fixture.text("role_alias"))
                            .lock_scope([fixture.text("lock_scope")]),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_with_nothing_optional() {
    let fixture = Fixture::start("flow_role.update", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .flow_roles()
                    .update(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        feishu_project::flow_role::FlowRoleUpdate::new(),
                    )
                    .role_id(fixture.text("role_key"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_with_everything() {
    let fixture = Fixture::start("flow_role.update", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .flow_roles()
                    .update(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        feishu_project::flow_role::FlowRoleUpdate::new()
                            .name(fixture.text("name"))
                            .is_owner(true)
                            .auto_enter_group(true)
                            .member_assign_mode(1i64)
                            .members([fixture.text("user_key")])
                            .is_member_multi(true)
                            .role_alias(fixture.text("role_alias"))
                            .lock_scope([fixture.text("lock_scope")]),
                    )
                    .role_id(fixture.text("role_key"))
                    .role_alias(fixture.text("role_alias"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn delete_with_nothing_optional() {
    let fixture = Fixture::start("flow_role.delete", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .flow_roles()
                    .delete(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                    )
                    .role_id(fixture.text("role_key"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn delete_with_everything() {
    let fixture = Fixture::start("flow_role.delete", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .flow_roles()
                    .delete(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                    )
                    .role_id(fixture.text("role_key"))
                    .role_alias(fixture.text("role_alias"))
                    .send()
            },
        )
        .await;
}
