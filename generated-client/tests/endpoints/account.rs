// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `account`.
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
    let fixture = Fixture::start("account.create", "with_nothing_optional").await;
    fixture.check(&|client| client.accounts().create().send()).await;
}

#[tokio::test]
async fn create_with_everything() {
    let fixture = Fixture::start("account.create", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .accounts()
                    .create()
                    .out_user_id(fixture.text("out_user_id"))
                    .name(
                        feishu_project::Map::from([
                            (fixture.text("name"), fixture.text("name")),
                        ]),
                    )
                    .login_platform_type(fixture.text("login_platform_type"))
                    .avatar_url(fixture.text("avatar_url"))
                    .department_keys([fixture.text("department_key")])
                    .email(fixture.text("email"))
                    .mobile(fixture.text("mobile"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_with_nothing_optional() {
    let fixture = Fixture::start("account.update", "with_nothing_optional").await;
    fixture.check(&|client| client.accounts().update().send()).await;
}

#[tokio::test]
async fn update_with_everything() {
    let fixture = Fixture::start("account.update", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .accounts()
                    .update()
                    .account_key(fixture.text("account_key"))
                    .name(
                        feishu_project::Map::from([
                            (fixture.text("name"), fixture.text("name")),
                        ]),
                    )
                    .avatar_url(fixture.text("avatar_url"))
                    .department_keys([fixture.text("department_key")])
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn activate_with_nothing_optional() {
    let fixture = Fixture::start("account.activate", "with_nothing_optional").await;
    fixture.check(&|client| client.accounts().activate().send()).await;
}

#[tokio::test]
async fn activate_with_everything() {
    let fixture = Fixture::start("account.activate", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .accounts()
                    .activate()
                    .account_key(fixture.text("account_key"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn stop_with_nothing_optional() {
    let fixture = Fixture::start("account.stop", "with_nothing_optional").await;
    fixture.check(&|client| client.accounts().stop().send()).await;
}

#[tokio::test]
async fn stop_with_everything() {
    let fixture = Fixture::start("account.stop", "with_everything").await;
    fixture
        .check(
            &|client| {
                client.accounts().stop().account_key(fixture.text("account_key")).send()
            },
        )
        .await;
}
