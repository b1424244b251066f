// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `work_hour`.
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
    let fixture = Fixture::start("work_hour.list", "with_nothing_optional").await;
    fixture.check(&|client| client.work_hours().list().send()).await;
}

#[tokio::test]
async fn list_with_everything() {
    let fixture = Fixture::start("work_hour.list", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .work_hours()
                    .list()
                    .project_key(fixture.text("project_key"))
                    .work_item_type_key(fixture.text("work_item_type_key"))
                    .work_item_id(fixture.whole("work_item_id"))
                    .page_num(fixture.whole("page_num"))
                    .page_size(fixture.whole("page_size"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn create_with_nothing_optional() {
    let fixture = Fixture::start("work_hour.create", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .work_hours()
                    .create(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn create_with_everything() {
    let fixture = Fixture::start("work_hour.create", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .work_hours()
                    .create(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                    )
                    .work_begin_date(1_735_689_600_000_i64)
                    .work_end_date(1_735_689_600_000_i64)
                    .include_holidays(true)
                    .working_hour_records([
                        feishu_project::work_hour::NewWorkHour::new()
                            .resource_type(fixture.text("resource_type"))
                            .resource_id(fixture.text("resource_id"))
                            .work_time(fixture.text("work_time"))
                            .work_description(fixture.text("work_description")),
                    ])
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_with_nothing_optional() {
    let fixture = Fixture::start("work_hour.update", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .work_hours()
                    .update(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_with_everything() {
    let fixture = Fixture::start("work_hour.update", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .work_hours()
                    .update(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                    )
                    .working_hour_records([
                        feishu_project::work_hour::WorkHourUpdate::new()
                            .id(fixture.whole("work_hour_record_id"))
                            .work_time(fixture.text("work_time"))
                            .work_description(fixture.text("work_description")),
                    ])
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn delete_with_nothing_optional() {
    let fixture = Fixture::start("work_hour.delete", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .work_hours()
                    .delete(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn delete_with_everything() {
    let fixture = Fixture::start("work_hour.delete", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .work_hours()
                    .delete(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                    )
                    .working_hour_record_ids([fixture.whole("work_hour_record_id")])
                    .send()
            },
        )
        .await;
}
