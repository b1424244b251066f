// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `user_group`.
//!
//! `fixture.check` tries a call in three ways: in the sandbox, where it must succeed or be refused as
//! is known of it; against responses with something wrong in them; and against the published examples
//! of its response.
//!
//! `fixture.text` and `fixture.whole` give the id of something that exists in the sandbox where the
//! name is that of an id, and any text or number elsewhere.

use super::fixture::Fixture;

#[tokio::test]
async fn create_with_nothing_optional() {
    let fixture = Fixture::start("user_group.create", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .user_groups()
                    .create(fixture.text("project_key"), "a", [fixture.text("user_key")])
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_members_with_nothing_optional() {
    let fixture = Fixture::start("user_group.update_members", "with_nothing_optional")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .user_groups()
                    .update_members(
                        fixture.text("project_key"),
                        feishu_project::user_group::UserGroupType::ProjectAdmin,
                    )
                    .user_group_id(fixture.text("user_group_id"))
                    .add_users([fixture.text("user_key")])
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_members_with_everything() {
    let fixture = Fixture::start("user_group.update_members", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .user_groups()
                    .update_members(
                        fixture.text("project_key"),
                        feishu_project::user_group::UserGroupType::ProjectAdmin,
                    )
                    .user_group_id(fixture.text("user_group_id"))
                    .add_users([fixture.text("user_key")])
                    .delete_users([fixture.text("user_key")])
                    .replace_users([fixture.text("user_key")])
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn members_with_nothing_optional() {
    let fixture = Fixture::start("user_group.members", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .user_groups()
                    .members(
                        fixture.text("project_key"),
                        feishu_project::user_group::UserGroupType::ProjectAdmin,
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn members_with_everything() {
    let fixture = Fixture::start("user_group.members", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .user_groups()
                    .members(
                        fixture.text("project_key"),
                        feishu_project::user_group::UserGroupType::ProjectAdmin,
                    )
                    .user_group_ids([fixture.text("user_group_id")])
                    .page_num(fixture.whole("page_num"))
                    .page_size(1i64)
                    .send()
            },
        )
        .await;
}
