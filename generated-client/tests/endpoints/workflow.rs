// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `workflow`.

use super::world::World;

#[tokio::test]
async fn query_with_nothing_optional() {
    let world = World::start("workflow.query", "with_nothing_optional").await;
    let call = world
        .client()
        .workflows()
        .query(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn query_with_everything() {
    let world = World::start("workflow.query", "with_everything").await;
    let call = world
        .client()
        .workflows()
        .query(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
        )
        .fields([world.text("fields")])
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
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn wbs_view_with_nothing_optional() {
    let world = World::start("workflow.wbs_view", "with_nothing_optional").await;
    let call = world
        .client()
        .workflows()
        .wbs_view(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn wbs_view_with_everything() {
    let world = World::start("workflow.wbs_view", "with_everything").await;
    let call = world
        .client()
        .workflows()
        .wbs_view(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
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
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn update_node_with_nothing_optional() {
    let world = World::start("workflow.update_node", "with_nothing_optional").await;
    let call = world
        .client()
        .workflows()
        .update_node(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
            world.text("node_id"),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn update_node_with_everything() {
    let world = World::start("workflow.update_node", "with_everything").await;
    let call = world
        .client()
        .workflows()
        .update_node(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
            world.text("node_id"),
        )
        .node_owners([world.text("user_key")])
        .node_schedule(
            feishu_project::common::Schedule::new()
                .points(1f64)
                .estimate_start_date(1_735_689_600_000_i64)
                .estimate_end_date(1_735_689_600_000_i64)
                .owners([world.text("user_key")])
                .actual_work_time(1f64)
                .is_auto(true)
                .planned_construction_period(world.whole("planned_construction_period")),
        )
        .schedules([
            feishu_project::common::Schedule::new()
                .points(1f64)
                .estimate_start_date(1_735_689_600_000_i64)
                .estimate_end_date(1_735_689_600_000_i64)
                .owners([world.text("user_key")])
                .actual_work_time(1f64)
                .is_auto(true)
                .planned_construction_period(world.whole("planned_construction_period")),
        ])
        .fields([
            feishu_project::field_value::FieldValuePair::new()
                .field_key(world.text("field_key"))
                .field_value(
                    feishu_project::field_value::FieldValue::text(
                        world.text("field_value"),
                    ),
                )
                .target_state(
                    feishu_project::common::TargetState::new()
                        .state_key(world.text("state_key"))
                        .transition_id(world.whole("transition_id")),
                )
                .field_type_key(feishu_project::common::FieldTypeKey::Text)
                .field_alias(world.text("field_alias"))
                .help_description(world.text("help_description"))
                .update_mode(world.whole("update_mode"))
                .field_name(world.text("field_name"))
                .field_value_markdown(
                    feishu_project::field_value::MarkdownValue::new()
                        .markdown(world.text("markdown")),
                ),
        ])
        .role_assignee([
            feishu_project::common::RoleOwner::new()
                .role(world.text("role_key"))
                .name(world.text("name"))
                .owners([world.text("user_key")])
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
                        (world.text("wbs_sub_instance_type"), true),
                    ]),
                ),
        )
        .node_custom_fields([
            feishu_project::field_value::FieldValuePair::new()
                .field_key(world.text("field_key"))
                .field_value(
                    feishu_project::field_value::FieldValue::text(
                        world.text("field_value"),
                    ),
                )
                .target_state(
                    feishu_project::common::TargetState::new()
                        .state_key(world.text("state_key"))
                        .transition_id(world.whole("transition_id")),
                )
                .field_type_key(feishu_project::common::FieldTypeKey::Text)
                .field_alias(world.text("field_alias"))
                .help_description(world.text("help_description"))
                .update_mode(world.whole("update_mode"))
                .field_name(world.text("field_name"))
                .field_value_markdown(
                    feishu_project::field_value::MarkdownValue::new()
                        .markdown(world.text("markdown")),
                ),
        ])
        .add_sub_workitems(
            feishu_project::workflow::AddedSubWorkItems::new()
                .relation_id(world.text("relation_id"))
                .workitems([world.whole("work_item_id")]),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn operate_node_with_nothing_optional() {
    let world = World::start("workflow.operate_node", "with_nothing_optional").await;
    let call = world
        .client()
        .workflows()
        .operate_node(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
            world.text("node_id"),
            feishu_project::config::ConfirmAction::Confirm,
        )
        .rollback_reason(world.text("rollback_reason"));
    world.check(call.send().await);
}

#[tokio::test]
async fn operate_node_with_everything() {
    let world = World::start("workflow.operate_node", "with_everything").await;
    let call = world
        .client()
        .workflows()
        .operate_node(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
            world.text("node_id"),
            feishu_project::config::ConfirmAction::Confirm,
        )
        .rollback_reason(world.text("rollback_reason"))
        .node_owners([world.text("user_key")])
        .node_schedule(
            feishu_project::common::Schedule::new()
                .points(1f64)
                .estimate_start_date(1_735_689_600_000_i64)
                .estimate_end_date(1_735_689_600_000_i64)
                .owners([world.text("user_key")])
                .actual_work_time(1f64)
                .is_auto(true)
                .planned_construction_period(world.whole("planned_construction_period")),
        )
        .schedules([
            feishu_project::common::Schedule::new()
                .points(1f64)
                .estimate_start_date(1_735_689_600_000_i64)
                .estimate_end_date(1_735_689_600_000_i64)
                .owners([world.text("user_key")])
                .actual_work_time(1f64)
                .is_auto(true)
                .planned_construction_period(world.whole("planned_construction_period")),
        ])
        .fields([
            feishu_project::field_value::FieldValuePair::new()
                .field_key(world.text("field_key"))
                .field_value(
                    feishu_project::field_value::FieldValue::text(
                        world.text("field_value"),
                    ),
                )
                .target_state(
                    feishu_project::common::TargetState::new()
                        .state_key(world.text("state_key"))
                        .transition_id(world.whole("transition_id")),
                )
                .field_type_key(feishu_project::common::FieldTypeKey::Text)
                .field_alias(world.text("field_alias"))
                .help_description(world.text("help_description"))
                .update_mode(world.whole("update_mode"))
                .field_name(world.text("field_name"))
                .field_value_markdown(
                    feishu_project::field_value::MarkdownValue::new()
                        .markdown(world.text("markdown")),
                ),
        ])
        .role_assignee([
            feishu_project::common::RoleOwner::new()
                .role(world.text("role_key"))
                .name(world.text("name"))
                .owners([world.text("user_key")])
                .exist(true)
                .is_member_multi(true),
        ])
        .node_fields([
            feishu_project::field_value::FieldValuePair::new()
                .field_key(world.text("field_key"))
                .field_value(
                    feishu_project::field_value::FieldValue::text(
                        world.text("field_value"),
                    ),
                )
                .target_state(
                    feishu_project::common::TargetState::new()
                        .state_key(world.text("state_key"))
                        .transition_id(world.whole("transition_id")),
                )
                .field_type_key(feishu_project::common::FieldTypeKey::Text)
                .field_alias(world.text("field_alias"))
                .help_description(world.text("help_description"))
                .update_mode(world.whole("update_mode"))
                .field_name(world.text("field_name"))
                .field_value_markdown(
                    feishu_project::field_value::MarkdownValue::new()
                        .markdown(world.text("markdown")),
                ),
        ])
        .finished_infos(
            feishu_project::item::NodeFinish::new()
                .summary_mode(feishu_project::item::ReviewSummaryMode::Calculation)
                .conclusion(
                    feishu_project::item::NodeConclusion::new()
                        .finished_conclusion_result(
                            feishu_project::item::NodeConclusionOption::new()
                                .key(world.text("conclusion_key"))
                                .label(world.text("label"))
                                .original_label(world.text("original_label")),
                        )
                        .owners_finished_conclusion_result([
                            feishu_project::item::NodeOwnerConclusion::new()
                                .owner(feishu_project::item::NodeOwner::new())
                                .node_owner(world.text("user_key"))
                                .finished_conclusion_result(
                                    feishu_project::item::NodeConclusionOption::new(),
                                ),
                        ]),
                )
                .opinion(
                    feishu_project::item::NodeOpinion::new()
                        .finished_opinion_result(world.text("finished_opinion_result"))
                        .owners_finished_opinion_result([
                            feishu_project::item::NodeOwnerOpinion::new()
                                .owner(feishu_project::item::NodeOwner::new())
                                .node_owner(world.text("user_key"))
                                .finished_opinion_result(
                                    world.text("finished_opinion_result"),
                                ),
                        ]),
                ),
        )
        .node_custom_fields([
            feishu_project::field_value::FieldValuePair::new()
                .field_key(world.text("field_key"))
                .field_value(
                    feishu_project::field_value::FieldValue::text(
                        world.text("field_value"),
                    ),
                )
                .target_state(
                    feishu_project::common::TargetState::new()
                        .state_key(world.text("state_key"))
                        .transition_id(world.whole("transition_id")),
                )
                .field_type_key(feishu_project::common::FieldTypeKey::Text)
                .field_alias(world.text("field_alias"))
                .help_description(world.text("help_description"))
                .update_mode(world.whole("update_mode"))
                .field_name(world.text("field_name"))
                .field_value_markdown(
                    feishu_project::field_value::MarkdownValue::new()
                        .markdown(world.text("markdown")),
                ),
        ]);
    world.check(call.send().await);
}

#[tokio::test]
async fn change_state_with_nothing_optional() {
    let world = World::start("workflow.change_state", "with_nothing_optional").await;
    let call = world
        .client()
        .workflows()
        .change_state(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn change_state_with_everything() {
    let world = World::start("workflow.change_state", "with_everything").await;
    let call = world
        .client()
        .workflows()
        .change_state(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
        )
        .transition_id(world.whole("transition_id"))
        .fields([
            feishu_project::field_value::FieldValuePair::new()
                .field_key(world.text("field_key"))
                .field_value(
                    feishu_project::field_value::FieldValue::text(
                        world.text("field_value"),
                    ),
                )
                .target_state(
                    feishu_project::common::TargetState::new()
                        .state_key(world.text("state_key"))
                        .transition_id(world.whole("transition_id")),
                )
                .field_type_key(feishu_project::common::FieldTypeKey::Text)
                .field_alias(world.text("field_alias"))
                .help_description(world.text("help_description"))
                .update_mode(world.whole("update_mode"))
                .field_name(world.text("field_name"))
                .field_value_markdown(
                    feishu_project::field_value::MarkdownValue::new()
                        .markdown(world.text("markdown")),
                ),
        ])
        .role_owners([
            feishu_project::common::RoleOwner::new()
                .role(world.text("role_key"))
                .name(world.text("name"))
                .owners([world.text("user_key")])
                .exist(true)
                .is_member_multi(true),
        ]);
    world.check(call.send().await);
}

#[tokio::test]
async fn required_info_with_nothing_optional() {
    let world = World::start("workflow.required_info", "with_nothing_optional").await;
    let call = world
        .client()
        .workflows()
        .required_info(
            world.text("project_key"),
            world.whole("work_item_id"),
            world.text("state_key"),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn required_info_with_everything() {
    let world = World::start("workflow.required_info", "with_everything").await;
    let call = world
        .client()
        .workflows()
        .required_info(
            world.text("project_key"),
            world.whole("work_item_id"),
            world.text("state_key"),
        )
        .work_item_type_key(world.text("work_item_type_key"))
        .mode("unfinished");
    world.check(call.send().await);
}

#[tokio::test]
async fn update_actual_time_with_nothing_optional() {
    let world = World::start("workflow.update_actual_time", "with_nothing_optional")
        .await;
    let call = world
        .client()
        .workflows()
        .update_actual_time(
            world.text("project_key"),
            world.whole("work_item_id"),
            world.text("node_id"),
            feishu_project::workflow::ActualTime::new(),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn update_actual_time_with_everything() {
    let world = World::start("workflow.update_actual_time", "with_everything").await;
    let call = world
        .client()
        .workflows()
        .update_actual_time(
            world.text("project_key"),
            world.whole("work_item_id"),
            world.text("node_id"),
            feishu_project::workflow::ActualTime::new()
                .actual_start_time(1_735_689_600_000_i64)
                .actual_finish_time(1_735_689_600_000_i64),
        );
    world.check(call.send().await);
}
