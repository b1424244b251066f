// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `project`.
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
    let fixture = Fixture::start("project.list", "with_nothing_optional").await;
    fixture
        .check(&|client| client.projects().list(fixture.text("user_key")).send())
        .await;
}

#[tokio::test]
async fn list_with_everything() {
    let fixture = Fixture::start("project.list", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .projects()
                    .list(fixture.text("user_key"))
                    .tenant_group_id(fixture.whole("tenant_group_id"))
                    .asset_key(fixture.text("asset_key"))
                    .order(["last_visited"])
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn query_with_nothing_optional() {
    let fixture = Fixture::start("project.query", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .projects()
                    .query(fixture.text("user_key"))
                    .project_keys([fixture.text("project_key")])
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn query_with_everything() {
    let fixture = Fixture::start("project.query", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .projects()
                    .query(fixture.text("user_key"))
                    .project_keys([fixture.text("project_key")])
                    .simple_names([fixture.text("simple_names")])
                    .tenant_group_id(fixture.whole("tenant_group_id"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn business_lines_with_nothing_optional() {
    let fixture = Fixture::start("project.business_lines", "with_nothing_optional")
        .await;
    fixture
        .check(
            &|client| {
                client.projects().business_lines(fixture.text("project_key")).send()
            },
        )
        .await;
}

#[tokio::test]
async fn teams_with_nothing_optional() {
    let fixture = Fixture::start("project.teams", "with_nothing_optional").await;
    fixture
        .check(&|client| client.projects().teams(fixture.text("project_key")).send())
        .await;
}

#[tokio::test]
async fn teams_with_everything() {
    let fixture = Fixture::start("project.teams", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .projects()
                    .teams(fixture.text("project_key"))
                    .offset(fixture.whole("offset"))
                    .limit(1i64)
                    .send()
            },
        )
        .await;
}
