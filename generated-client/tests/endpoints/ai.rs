// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `ai`.
//!
//! `fixture.check` tries a call in three ways: in the sandbox, where it must succeed or be refused as
//! is known of it; against responses with something wrong in them; and against the published examples
//! of its response.
//!
//! `fixture.text` and `fixture.whole` give the id of something that exists in the sandbox where the
//! name is that of an id, and any text or number elsewhere.

use super::fixture::Fixture;

#[tokio::test]
async fn query_node_with_nothing_optional() {
    let fixture = Fixture::start("ai.query_node", "with_nothing_optional").await;
    fixture.check(&|client| client.ai().query_node().send()).await;
}

#[tokio::test]
async fn query_node_with_everything() {
    let fixture = Fixture::start("ai.query_node", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .ai()
                    .query_node()
                    .project_key(fixture.text("project_key"))
                    .work_item_id(fixture.whole("work_item_id"))
                    .state_key(fixture.text("state_key"))
                    .node_uuid(fixture.text("row_id"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn edit_node_with_nothing_optional() {
    let fixture = Fixture::start("ai.edit_node", "with_nothing_optional").await;
    fixture.check(&|client| client.ai().edit_node().send()).await;
}

#[tokio::test]
async fn edit_node_with_everything() {
    let fixture = Fixture::start("ai.edit_node", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .ai()
                    .edit_node()
                    .project_key(fixture.text("project_key"))
                    .work_item_id(fixture.whole("work_item_id"))
                    .state_key(fixture.text("state_key"))
                    .node_uuid(fixture.text("row_id"))
                    .status(fixture.text("status"))
                    .node_fields([
                        feishu_project::ai::AiNodeFieldEdit::new()
                            .node_field_key(fixture.text("field_key"))
                            .value(fixture.text("value")),
                    ])
                    .conform_fields([
                        feishu_project::ai::AiFormFieldEdit::new()
                            .field_key(fixture.text("field_key"))
                            .value(fixture.text("value")),
                    ])
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn confirm_node_with_nothing_optional() {
    let fixture = Fixture::start("ai.confirm_node", "with_nothing_optional").await;
    fixture.check(&|client| client.ai().confirm_node().send()).await;
}

#[tokio::test]
async fn confirm_node_with_everything() {
    let fixture = Fixture::start("ai.confirm_node", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .ai()
                    .confirm_node()
                    .project_key(fixture.text("project_key"))
                    .work_item_id(fixture.whole("work_item_id"))
                    .state_key(fixture.text("state_key"))
                    .node_uuid(fixture.text("row_id"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_field_with_nothing_optional() {
    let fixture = Fixture::start("ai.update_field", "with_nothing_optional").await;
    fixture.check(&|client| client.ai().update_field().send()).await;
}

#[tokio::test]
async fn update_field_with_everything() {
    let fixture = Fixture::start("ai.update_field", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .ai()
                    .update_field()
                    .ai_task_id(fixture.text("ai_task_id"))
                    .field_value(
                        feishu_project::field_value::FieldValue::text(
                            fixture.text("field_value"),
                        ),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn delete_field_files_with_nothing_optional() {
    let fixture = Fixture::start("ai.delete_field_files", "with_nothing_optional").await;
    fixture.check(&|client| client.ai().delete_field_files().send()).await;
}

#[tokio::test]
async fn delete_field_files_with_everything() {
    let fixture = Fixture::start("ai.delete_field_files", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .ai()
                    .delete_field_files()
                    .ai_task_id(fixture.text("ai_task_id"))
                    .uuids([fixture.text("file_id")])
                    .send()
            },
        )
        .await;
}
