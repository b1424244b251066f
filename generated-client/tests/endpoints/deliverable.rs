// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `deliverable`.
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
    let fixture = Fixture::start("deliverable.query", "with_nothing_optional").await;
    fixture.check(&|client| client.deliverables().query().send()).await;
}

#[tokio::test]
async fn query_with_everything() {
    let fixture = Fixture::start("deliverable.query", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .deliverables()
                    .query()
                    .project_key(fixture.text("project_key"))
                    .work_item_ids([fixture.whole("work_item_id")])
                    .send()
            },
        )
        .await;
}
