// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `department`.
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
    let fixture = Fixture::start("department.create", "with_nothing_optional").await;
    fixture.check(&|client| client.departments().create().send()).await;
}

#[tokio::test]
async fn create_with_everything() {
    let fixture = Fixture::start("department.create", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .departments()
                    .create()
                    .name(
                        feishu_project::Map::from([
                            (fixture.text("name"), fixture.text("name")),
                        ]),
                    )
                    .parent_department_key(fixture.text("department_key"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_with_nothing_optional() {
    let fixture = Fixture::start("department.update", "with_nothing_optional").await;
    fixture.check(&|client| client.departments().update().send()).await;
}

#[tokio::test]
async fn update_with_everything() {
    let fixture = Fixture::start("department.update", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .departments()
                    .update()
                    .department_key(fixture.text("department_key"))
                    .name(
                        feishu_project::Map::from([
                            (fixture.text("name"), fixture.text("name")),
                        ]),
                    )
                    .parent_department_key(fixture.text("department_key"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn delete_with_nothing_optional() {
    let fixture = Fixture::start("department.delete", "with_nothing_optional").await;
    fixture.check(&|client| client.departments().delete().send()).await;
}

#[tokio::test]
async fn delete_with_everything() {
    let fixture = Fixture::start("department.delete", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .departments()
                    .delete()
                    .department_key(fixture.text("department_key"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn query_with_nothing_optional() {
    let fixture = Fixture::start("department.query", "with_nothing_optional").await;
    fixture.check(&|client| client.departments().query().send()).await;
}

#[tokio::test]
async fn query_with_everything() {
    let fixture = Fixture::start("department.query", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .departments()
                    .query()
                    .scopes([fixture.text("scopes")])
                    .department_key(fixture.text("department_key"))
                    .send()
            },
        )
        .await;
}
