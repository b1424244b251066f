// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `review`.
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
    let fixture = Fixture::start("review.query", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .reviews()
                    .query(
                        fixture.text("project_key"),
                        fixture.whole("work_item_id"),
                        [fixture.text("node_id")],
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn conclusion_options_with_nothing_optional() {
    let fixture = Fixture::start("review.conclusion_options", "with_nothing_optional")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .reviews()
                    .conclusion_options(
                        fixture.text("project_key"),
                        fixture.whole("work_item_id"),
                        [fixture.text("node_id")],
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_with_nothing_optional() {
    let fixture = Fixture::start("review.update", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .reviews()
                    .update(fixture.text("project_key"), fixture.whole("work_item_id"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_with_everything() {
    let fixture = Fixture::start("review.update", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .reviews()
                    .update(fixture.text("project_key"), fixture.whole("work_item_id"))
                    .node_id(fixture.text("node_id"))
                    .opinion(fixture.text("opinion"))
                    .finished_conclusion_option_key(fixture.text("conclusion_key"))
                    .operation_type(feishu_project::review::ReviewScope::Node)
                    .reset(true)
                    .send()
            },
        )
        .await;
}
