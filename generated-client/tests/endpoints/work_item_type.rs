// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `work_item_type`.
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
    let fixture = Fixture::start("work_item_type.list", "with_nothing_optional").await;
    fixture
        .check(
            &|client| client.work_item_types().list(fixture.text("project_key")).send(),
        )
        .await;
}

#[tokio::test]
async fn get_with_nothing_optional() {
    let fixture = Fixture::start("work_item_type.get", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .work_item_types()
                    .get(fixture.text("project_key"), fixture.text("work_item_type_key"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_with_nothing_optional() {
    let fixture = Fixture::start("work_item_type.update", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .work_item_types()
                    .update(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_with_everything() {
    let fixture = Fixture::start("work_item_type.update", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .work_item_types()
                    .update(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                    )
                    .description(fixture.text("description"))
                    .is_disabled(true)
                    .is_pinned(true)
                    .enable_schedule(true)
                    .schedule_field_key(fixture.text("field_key"))
                    .estimate_point_field_key(fixture.text("field_key"))
                    .actual_work_time_field_key(fixture.text("field_key"))
                    .belong_role_keys([fixture.text("role_key")])
                    .actual_work_time_switch(true)
                    .send()
            },
        )
        .await;
}
