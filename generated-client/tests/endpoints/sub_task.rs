// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `sub_task`.

use super::world::World;

#[tokio::test]
async fn search_with_nothing_optional() {
    let world = World::start("sub_task.search", "with_nothing_optional").await;
    let call = world.client().sub_tasks().search();
    world.check(call.send().await);
}

#[tokio::test]
async fn search_with_everything() {
    let world = World::start("sub_task.search", "with_everything").await;
    let call = world
        .client()
        .sub_tasks()
        .search()
        .project_keys([world.text("project_key")])
        .page_size(1i64)
        .page_num(world.whole("page_num"))
        .name(world.text("name"))
        .user_keys([world.text("user_key")])
        .status(feishu_project::sub_task::SubTaskStatus::Open)
        .created_at(
            feishu_project::common::TimeInterval::new()
                .start(1_735_689_600_000_i64)
                .end(1_735_689_600_000_i64),
        )
        .simple_names([world.text("simple_names")]);
    world.check(call.send().await);
}

#[tokio::test]
async fn list_with_nothing_optional() {
    let world = World::start("sub_task.list", "with_nothing_optional").await;
    let call = world
        .client()
        .sub_tasks()
        .list(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn list_with_everything() {
    let world = World::start("sub_task.list", "with_everything").await;
    let call = world
        .client()
        .sub_tasks()
        .list(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
        )
        .node_id(world.text("node_id"));
    world.check(call.send().await);
}

#[tokio::test]
async fn create_with_nothing_optional() {
    let world = World::start("sub_task.create", "with_nothing_optional").await;
    let call = world
        .client()
        .sub_tasks()
        .create(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
            world.text("node_id"),
            world.text("name"),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn create_with_everything() {
    let world = World::start("sub_task.create", "with_everything").await;
    let call = world
        .client()
        .sub_tasks()
        .create(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
            world.text("node_id"),
            world.text("name"),
        )
        .alias_key(world.text("alias_key"))
        .assignee([world.text("user_key")])
        .schedule(
            feishu_project::common::Schedule::new()
                .points(1f64)
                .estimate_start_date(1_735_689_600_000_i64)
                .estimate_end_date(1_735_689_600_000_i64)
                .owners([world.text("user_key")])
                .actual_work_time(1f64)
                .is_auto(true)
                .planned_construction_period(world.whole("planned_construction_period")),
        )
        .note(world.text("note"))
        .field_value_pairs([
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
async fn update_with_nothing_optional() {
    let world = World::start("sub_task.update", "with_nothing_optional").await;
    let call = world
        .client()
        .sub_tasks()
        .update(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
            world.text("node_id"),
            world.whole("sub_task_id"),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn update_with_everything() {
    let world = World::start("sub_task.update", "with_everything").await;
    let call = world
        .client()
        .sub_tasks()
        .update(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
            world.text("node_id"),
            world.whole("sub_task_id"),
        )
        .name(world.text("name"))
        .assignee([world.text("user_key")])
        .schedule(
            feishu_project::common::Schedule::new()
                .points(1f64)
                .estimate_start_date(1_735_689_600_000_i64)
                .estimate_end_date(1_735_689_600_000_i64)
                .owners([world.text("user_key")])
                .actual_work_time(1f64)
                .is_auto(true)
                .planned_construction_period(world.whole("planned_construction_period")),
        )
        .note(world.text("note"))
        .deliverable([
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
        .update_fields([
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
async fn operate_with_nothing_optional() {
    let world = World::start("sub_task.operate", "with_nothing_optional").await;
    let call = world
        .client()
        .sub_tasks()
        .operate(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
            world.text("node_id"),
            world.whole("sub_task_id"),
            feishu_project::config::ConfirmAction::Confirm,
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn operate_with_everything() {
    let world = World::start("sub_task.operate", "with_everything").await;
    let call = world
        .client()
        .sub_tasks()
        .operate(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
            world.text("node_id"),
            world.whole("sub_task_id"),
            feishu_project::config::ConfirmAction::Confirm,
        )
        .assignee([world.text("user_key")])
        .role_assignee([
            feishu_project::common::RoleOwner::new()
                .role(world.text("role_key"))
                .name(world.text("name"))
                .owners([world.text("user_key")])
                .exist(true)
                .is_member_multi(true),
        ])
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
        .deliverable([
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
        .note(world.text("note"));
    world.check(call.send().await);
}

#[tokio::test]
async fn delete_with_nothing_optional() {
    let world = World::start("sub_task.delete", "with_nothing_optional").await;
    let call = world
        .client()
        .sub_tasks()
        .delete(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
            world.whole("sub_task_id"),
        );
    world.check(call.send().await);
}
