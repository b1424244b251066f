// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `user`.
//!
//! `fixture.check` tries a call in three ways: in the sandbox, where it must succeed or be refused as
//! is known of it; against responses with something wrong in them; and against the published examples
//! of its response.
//!
//! `fixture.text` and `fixture.whole` give the id of something that exists in the sandbox where the
//! name is that of an id, and any text or number elsewhere.

use super::fixture::Fixture;

#[tokio::test]
async fn query_with_nothing_optional() {
    let fixture = Fixture::start("user.query", "with_nothing_optional").await;
    fixture
        .check(
            &|client| client.users().query().user_keys([fixture.text("user_key")]).send(),
        )
        .await;
}

#[tokio::test]
async fn query_with_everything() {
    let fixture = Fixture::start("user.query", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .users()
                    .query()
                    .user_keys([fixture.text("user_key")])
                    .out_ids([fixture.text("out_ids")])
                    .emails([fixture.text("emails")])
                    .tenant_key(fixture.text("tenant_key"))
                    .usernames([fixture.text("usernames")])
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn search_with_nothing_optional() {
    let fixture = Fixture::start("user.search", "with_nothing_optional").await;
    fixture.check(&|client| client.users().search().send()).await;
}

#[tokio::test]
async fn search_with_everything() {
    let fixture = Fixture::start("user.search", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .users()
                    .search()
                    .query(fixture.text("query"))
                    .project_key(fixture.text("project_key"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn query_for_tenant_plugin_with_nothing_optional() {
    let fixture = Fixture::start("user.query_for_tenant_plugin", "with_nothing_optional")
        .await;
    fixture.check(&|client| client.users().query_for_tenant_plugin().send()).await;
}

#[tokio::test]
async fn query_for_tenant_plugin_with_everything() {
    let fixture = Fixture::start("user.query_for_tenant_plugin", "with_everything")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .users()
                    .query_for_tenant_plugin()
                    .user_keys([fixture.text("user_key")])
                    .emails([fixture.text("emails")])
                    .out_users([
                        feishu_project::user::OutUser::new()
                            .out_user_id(fixture.text("out_user_id"))
                            .login_platform_type(fixture.text("login_platform_type")),
                    ])
                    .send()
            },
        )
        .await;
}
