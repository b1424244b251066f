// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `chart`.
//!
//! `fixture.check` tries a call in three ways: in the sandbox, where it must succeed or be refused as
//! is known of it; against responses with something wrong in them; and against the published examples
//! of its response.
//!
//! `fixture.text` and `fixture.whole` give the id of something that exists in the sandbox where the
//! name is that of an id, and any text or number elsewhere.

use super::fixture::Fixture;

#[tokio::test]
async fn get_with_nothing_optional() {
    let fixture = Fixture::start("chart.get", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .charts()
                    .get(fixture.text("project_key"), fixture.text("chart_id"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn list_with_nothing_optional() {
    let fixture = Fixture::start("chart.list", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .charts()
                    .list(fixture.text("project_key"), fixture.text("view_id"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn list_with_everything() {
    let fixture = Fixture::start("chart.list", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .charts()
                    .list(fixture.text("project_key"), fixture.text("view_id"))
                    .page_num(fixture.whole("page_num"))
                    .page_size(1i64)
                    .send()
            },
        )
        .await;
}
