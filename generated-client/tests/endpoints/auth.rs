// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `auth`.
//!
//! `fixture.check` tries a call in three ways: in the sandbox, where it must succeed or be refused as
//! is known of it; against responses with something wrong in them; and against the published examples
//! of its response.
//!
//! `fixture.text` and `fixture.whole` give the id of something that exists in the sandbox where the
//! name is that of an id, and any text or number elsewhere.

use super::fixture::Fixture;

#[tokio::test]
async fn plugin_token_with_nothing_optional() {
    let fixture = Fixture::start("auth.plugin_token", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .auth()
                    .plugin_token(
                        fixture.text("plugin_id"),
                        fixture.text("plugin_secret"),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn plugin_token_with_everything() {
    let fixture = Fixture::start("auth.plugin_token", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .auth()
                    .plugin_token(
                        fixture.text("plugin_id"),
                        fixture.text("plugin_secret"),
                    )
                    .kind(feishu_project::auth::PluginTokenKind::Plugin)
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn auth_code_with_nothing_optional() {
    let fixture = Fixture::start("auth.auth_code", "with_nothing_optional").await;
    fixture
        .check(&|client| client.auth().auth_code(fixture.text("plugin_id")).send())
        .await;
}

#[tokio::test]
async fn auth_code_with_everything() {
    let fixture = Fixture::start("auth.auth_code", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .auth()
                    .auth_code(fixture.text("plugin_id"))
                    .state(fixture.text("state"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn user_plugin_token_with_nothing_optional() {
    let fixture = Fixture::start("auth.user_plugin_token", "with_nothing_optional")
        .await;
    fixture
        .check(&|client| client.auth().user_plugin_token(fixture.text("code")).send())
        .await;
}

#[tokio::test]
async fn refresh_token_with_nothing_optional() {
    let fixture = Fixture::start("auth.refresh_token", "with_nothing_optional").await;
    fixture
        .check(
            &|client| client.auth().refresh_token(fixture.text("refresh_token")).send(),
        )
        .await;
}
