// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `sub_task`.
//!
//! `fixture.check` tries a call in three ways: in the sandbox, where it must succeed or be refused as
//! is known of it; against responses with something wrong in them; and against the published examples
//! of its response.
//!
//! `fixture.text` and `fixture.whole` give the id of something that exists in the sandbox where the
//! name is that of an id, and any text or number elsewhere.

use super::fixture::Fixture;

#[tokio::test]
async fn search_with_nothing_optional() {
    let fixture = Fixture::start("sub_task.search", "with_nothing_optional").await;
    fixture.check(&|client| client.sub_tasks().search().send()).await;
}

#[tokio::test]
async fn search_with_everything() {
    let fixture = Fixture::start("sub_task.search", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .sub_tasks()
                    .search()
                    .project_keys([fixture.text("project_key")])
                    .page_size(1i64)
                    .page_num(fixture.whole("page_num"))
                    .name(fixture.text("name"))
                    .user_keys([fixture.text("user_key")])
                    .status(feishu_project::sub_task::SubTaskStatus::Open)
                    .created_at(
                        feishu_project::common::TimeInterval::new()
                            .start(1_735_689_600_000_i64)
                            .end(1_735_689_600_000_i64),
                    )
                    .simple_names([fixture.text("simple_names")])
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn list_with_nothing_optional() {
    let fixture = Fixture::start("sub_task.list", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .sub_tasks()
                    .list(
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
async fn list_with_everything() {
    let fixture = Fixture::start("sub_task.list", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .sub_tasks()
                    .list(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                    )
                    .node_id(fixture.text("node_id"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn create_with_nothing_optional() {
    let fixture = Fixture::start("sub_task.create", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .sub_tasks()
                    .create(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                        fixture.text("node_id"),
                        fixture.text("name"),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn create_with_everything() {
    let fixture = Fixture::start("sub_task.create", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .sub_tasks()
                    .create(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                        fixture.text("node_id"),
                        fixture.text("name"),
                    )
                    .alias_key(fixture.text("alias_key"))
                    .assignee([fixture.text("user_key")])
                    .schedule(
                        feishu_project::common::Schedule::new()
                            .points(1f64)
                            .estimate_start_date(1_735_689_600_000_i64)
                            .estimate_end_date(1_735_689_600_000_i64)
                            .owners([fixture.text("user_key")])
                            .actual_work_time(1f64)
                            .is_auto(true)
                            .planned_construction_period(
                                fixture.whole("planned_construction_period"),
                            ),
                    )
                    .note(fixture.text("note"))
                    .field_value_pairs([
                        feishu_project::field_value::FieldValuePair::new()
                            .field_key(fixture.text("field_key"))
                            .field_value(
                                feishu_project::field_value::FieldValue::text(
                                    fixture.text("field_value"),
                                ),
                            )
                            .target_state(
                                feishu_project::common::TargetState::new()
                                    .state_key(fixture.text("state_key"))
                                    .transition_id(fixture.whole("transition_id")),
                            )
                            .field_type_key(feishu_project::common::FieldTypeKey::Text)
                            .field_alias(fixture.text("field_alias"))
                            .help_description(fixture.text("help_description"))
                            .update_mode(fixture.whole("update_mode"))
                            .field_name(fixture.text("field_name"))
                            .field_value_markdown(
                                feishu_project::field_value::MarkdownValue::new()
                                    .markdown(fixture.text("markdown")),
                            ),
                    ])
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_with_nothing_optional() {
    let fixture = Fixture::start("sub_task.update", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .sub_tasks()
                    .update(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                        fixture.text("node_id"),
                        fixture.whole("sub_task_id"),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_with_everything() {
    let fixture = Fixture::start("sub_task.update", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .sub_tasks()
                    .update(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                        fixture.text("node_id"),
                        fixture.whole("sub_task_id"),
                    )
                    .name(fixture.text("name"))
                    .assignee([fixture.text("user_key")])
                    .schedule(
                        feishu_project::common::Schedule::new()
                            .points(1f64)
                            .estimate_start_date(1_735_689_600_000_i64)
                            .estimate_end_date(1_735_689_600_000_i64)
                            .owners([fixture.text("user_key")])
                            .actual_work_time(1f64)
                            .is_auto(true)
                            .planned_construction_period(
                                fixture.whole("planned_construction_period"),
                            ),
                    )
                    .note(fixture.text("note"))
                    .deliverable([
                        feishu_project::field_value::FieldValuePair::new()
                            .field_key(fixture.text("field_key"))
                            .field_value(
                                feishu_project::field_value::FieldValue::text(
                                    fixture.text("field_value"),
                                ),
                            )
                            .target_state(
                                feishu_project::common::TargetState::new()
                                    .state_key(fixture.text("state_key"))
                                    .transition_id(fixture.whole("transition_id")),
                            )
                            .field_type_key(feishu_project::common::FieldTypeKey::Text)
                            .field_alias(fixture.text("field_alias"))
                            .help_description(fixture.text("help_description"))
                            .update_mode(fixture.whole("update_mode"))
                            .field_name(fixture.text("field_name"))
                            .field_value_markdown(
                                feishu_project::field_value::MarkdownValue::new()
                                    .markdown(fixture.text("markdown")),
                            ),
                    ])
                    .update_fields([
                        feishu_project::field_value::FieldValuePair::new()
                            .field_key(fixture.text("field_key"))
                            .field_value(
                                feishu_project::field_value::FieldValue::text(
                                    fixture.text("field_value"),
                                ),
                            )
                            .target_state(
                                feishu_project::common::TargetState::new()
                                    .state_key(fixture.text("state_key"))
                                    .transition_id(fixture.whole("transition_id")),
                            )
                            .field_type_key(feishu_project::common::FieldTypeKey::Text)
                            .field_alias(fixture.text("field_alias"))
                            .help_description(fixture.text("help_description"))
                            .update_mode(fixture.whole("update_mode"))
                            .field_name(fixture.text("field_name"))
                            .field_value_markdown(
                                feishu_project::field_value::MarkdownValue::new()
                                    .markdown(fixture.text("markdown")),
                            ),
                    ])
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn operate_with_nothing_optional() {
    let fixture = Fixture::start("sub_task.operate", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .sub_tasks()
                    .operate(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                        fixture.text("node_id"),
                        fixture.whole("sub_task_id"),
                        feishu_project::config::ConfirmAction::Confirm,
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn operate_with_everything() {
    let fixture = Fixture::start("sub_task.operate", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .sub_tasks()
                    .operate(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                        fixture.text("node_id"),
                        fixture.whole("sub_task_id"),
                        feishu_project::config::ConfirmAction::Confirm,
                    )
                    .assignee([fixture.text("user_key")])
                    .role_assignee([
                        feishu_project::common::RoleOwner::new()
                            .role(fixture.text("role_key"))
                            .name(fixture.text("name"))
                            .owners([fixture.text("user_key")])
                            .exist(true)
                            .is_member_multi(true),
                    ])
                    .schedules([
                        feishu_project::common::Schedule::new()
                            .points(1f64)
                            .estimate_start_date(1_735_689_600_000_i64)
                            .estimate_end_date(1_735_689_600_000_i64)
                            .owners([fixture.text("user_key")])
                            .actual_work_time(1f64)
                            .is_auto(true)
                            .planned_construction_period(
                                fixture.whole("planned_construction_period"),
                            ),
                    ])
                    .deliverable([
                        feishu_project::field_value::FieldValuePair::new()
                            .field_key(fixture.text("field_key"))
                            .field_value(
                                feishu_project::field_value::FieldValue::text(
                                    fixture.text("field_value"),
                                ),
                            )
                            .target_state(
                                feishu_project::common::TargetState::new()
                                    .state_key(fixture.text("state_key"))
                                    .transition_id(fixture.whole("transition_id")),
                            )
                            .field_type_key(feishu_project::common::FieldTypeKey::Text)
                            .field_alias(fixture.text("field_alias"))
                            .help_description(fixture.text("help_description"))
                            .update_mode(fixture.whole("update_mode"))
                            .field_name(fixture.text("field_name"))
                            .field_value_markdown(
                                feishu_project::field_value::MarkdownValue::new()
                                    .markdown(fixture.text("markdown")),
                            ),
                    ])
                    .note(fixture.text("note"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn delete_with_nothing_optional() {
    let fixture = Fixture::start("sub_task.delete", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .sub_tasks()
                    .delete(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                        fixture.whole("sub_task_id"),
                    )
                    .send()
            },
        )
        .await;
}
