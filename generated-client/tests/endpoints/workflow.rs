// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `workflow`.
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
    let fixture = Fixture::start("workflow.query", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .workflows()
                    .query(
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
async fn query_with_everything() {
    let fixture = Fixture::start("workflow.query", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .workflows()
                    .query(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                    )
                    .fields([fixture.text("fields")])
                    .flow_type(feishu_project::workflow::FlowType::NodeFlow)
                    .expand(
                        feishu_project::common::Expand::new()
                            .need_workflow(true)
                            .relation_fields_detail(true)
                            .need_multi_text(true)
                            .need_user_detail(true)
                            .need_sub_task_parent(true)
                            .need_union_deliverable(true)
                            .need_wbs_relation_chain_entity(true)
                            .need_wbs_relation_chain_path(true)
                            .need_group_uuid_for_compound(true)
                            .need_parent_work_item(true),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn wbs_view_with_nothing_optional() {
    let fixture = Fixture::start("workflow.wbs_view", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .workflows()
                    .wbs_view(
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
async fn wbs_view_with_everything() {
    let fixture = Fixture::start("workflow.wbs_view", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .workflows()
                    .wbs_view(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                    )
                    .need_union_deliverable(true)
                    .need_schedule_table_agg(true)
                    .expand(
                        feishu_project::common::Expand::new()
                            .need_workflow(true)
                            .relation_fields_detail(true)
                            .need_multi_text(true)
                            .need_user_detail(true)
                            .need_sub_task_parent(true)
                            .need_union_deliverable(true)
                            .need_wbs_relation_chain_entity(true)
                            .need_wbs_relation_chain_path(true)
                            .need_group_uuid_for_compound(true)
                            .need_parent_work_item(true),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_node_with_nothing_optional() {
    let fixture = Fixture::start("workflow.update_node", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .workflows()
                    .update_node(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                        fixture.text("node_id"),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_node_with_everything() {
    let fixture = Fixture::start("workflow.update_node", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .workflows()
                    .update_node(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                        fixture.text("node_id"),
                    )
                    .node_owners([fixture.text("user_key")])
                    .node_schedule(
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
                    .fields([
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
                    .role_assignee([
                        feishu_project::common::RoleOwner::new()
                            .role(fixture.text("role_key"))
                            .name(fixture.text("name"))
                            .owners([fixture.text("user_key")])
                            .exist(true)
                            .is_member_multi(true),
                    ])
                    .schedule_constraint_rule(
                        feishu_project::workflow::ScheduleConstraint::new()
                            .sub_task(true)
                            .node(true)
                            .sub_process_node(true)
                            .wbs_sub_instance_type(
                                feishu_project::Map::from([
                                    (fixture.text("wbs_sub_instance_type"), true),
                                ]),
                            ),
                    )
                    .node_custom_fields([
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
                    .add_sub_workitems(
                        feishu_project::workflow::AddedSubWorkItems::new()
                            .relation_id(fixture.text("relation_id"))
                            .workitems([fixture.whole("work_item_id")]),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn operate_node_with_nothing_optional() {
    let fixture = Fixture::start("workflow.operate_node", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .workflows()
                    .operate_node(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                        fixture.text("node_id"),
                        feishu_project::config::ConfirmAction::Confirm,
                    )
                    .rollback_reason(fixture.text("rollback_reason"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn operate_node_with_everything() {
    let fixture = Fixture::start("workflow.operate_node", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .workflows()
                    .operate_node(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                        fixture.text("node_id"),
                        feishu_project::config::ConfirmAction::Confirm,
                    )
                    .rollback_reason(fixture.text("rollback_reason"))
                    .node_owners([fixture.text("user_key")])
                    .node_schedule(
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
                    .fields([
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
                    .role_assignee([
                        feishu_project::common::RoleOwner::new()
                            .role(fixture.text("role_key"))
                            .name(fixture.text("name"))
                            .owners([fixture.text("user_key")])
                            .exist(true)
                            .is_member_multi(true),
                    ])
                    .node_fields([
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
                    .finished_infos(
                        feishu_project::item::NodeFinish::new()
                            .summary_mode(
                                feishu_project::item::ReviewSummaryMode::Calculation,
                            )
                            .conclusion(
                                feishu_project::item::NodeConclusion::new()
                                    .finished_conclusion_result(
                                        feishu_project::item::NodeConclusionOption::new()
                                            .key(fixture.text("conclusion_key"))
                                            .label(fixture.text("label"))
                                            .original_label(fixture.text("original_label")),
                                    )
                                    .owners_finished_conclusion_result([
                                        feishu_project::item::NodeOwnerConclusion::new()
                                            .owner(feishu_project::item::NodeOwner::new())
                                            .node_owner(fixture.text("user_key"))
                                            .finished_conclusion_result(
                                                feishu_project::item::NodeConclusionOption::new(),
                                            ),
                                    ]),
                            )
                            .opinion(
                                feishu_project::item::NodeOpinion::new()
                                    .finished_opinion_result(
                                        fixture.text("finished_opinion_result"),
                                    )
                                    .owners_finished_opinion_result([
                                        feishu_project::item::NodeOwnerOpinion::new()
                                            .owner(feishu_project::item::NodeOwner::new())
                                            .node_owner(fixture.text("user_key"))
                                            .finished_opinion_result(
                                                fixture.text("finished_opinion_result"),
                                            ),
                                    ]),
                            ),
                    )
                    .node_custom_fields([
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
async fn change_state_with_nothing_optional() {
    let fixture = Fixture::start("workflow.change_state", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .workflows()
                    .change_state(
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
async fn change_state_with_everything() {
    let fixture = Fixture::start("workflow.change_state", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .workflows()
                    .change_state(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                    )
                    .transition_id(fixture.whole("transition_id"))
                    .fields([
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
                    .role_owners([
                        feishu_project::common::RoleOwner::new()
                            .role(fixture.text("role_key"))
                            .name(fixture.text("name"))
                            .owners([fixture.text("user_key")])
                            .exist(true)
                            .is_member_multi(true),
                    ])
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn required_info_with_nothing_optional() {
    let fixture = Fixture::start("workflow.required_info", "with_nothing_optional")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .workflows()
                    .required_info(
                        fixture.text("project_key"),
                        fixture.whole("work_item_id"),
                        fixture.text("state_key"),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn required_info_with_everything() {
    let fixture = Fixture::start("workflow.required_info", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .workflows()
                    .required_info(
                        fixture.text("project_key"),
                        fixture.whole("work_item_id"),
                        fixture.text("state_key"),
                    )
                    .work_item_type_key(fixture.text("work_item_type_key"))
                    .mode("unfinished")
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_actual_time_with_nothing_optional() {
    let fixture = Fixture::start("workflow.update_actual_time", "with_nothing_optional")
        .await;
    fixture.check(&|client| client.workflows().update_actual_time().send()).await;
}

#[tokio::test]
async fn update_actual_time_with_everything() {
    let fixture = Fixture::start("workflow.update_actual_time", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .workflows()
                    .update_actual_time()
                    .project_key(fixture.text("project_key"))
                    .work_item_id(fixture.whole("work_item_id"))
                    .node_id(fixture.text("node_id"))
                    .actual_time_info(
                        feishu_project::workflow::ActualTime::new()
                            .actual_start_time(1_735_689_600_000_i64)
                            .actual_finish_time(1_735_689_600_000_i64),
                    )
                    .send()
            },
        )
        .await;
}
