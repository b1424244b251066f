// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `department`.

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
