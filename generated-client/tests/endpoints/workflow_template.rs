// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `workflow_template`.

use super::world::World;

#[tokio::test]
async fn list_with_nothing_optional() {
    let world = World::start("workflow_template.list", "with_nothing_optional").await;
    let call = world
        .client()
        .workflow_templates()
        .list(world.text("project_key"), world.text("work_item_type_key"));
    world.check(call.send().await);
}

#[tokio::test]
async fn get_with_nothing_optional() {
    let world = World::start("workflow_template.get", "with_nothing_optional").await;
    let call = world
        .client()
        .workflow_templates()
        .get(world.text("project_key"), world.whole("template_id"));
    world.check(call.send().await);
}

#[tokio::test]
async fn create_with_nothing_optional() {
    let world = World::start("workflow_template.create", "with_nothing_optional").await;
    let call = world
        .client()
        .workflow_templates()
        .create(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.text("template_name"),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn create_with_everything() {
    let world = World::start("workflow_template.create", "with_everything").await;
    let call = world
        .client()
        .workflow_templates()
        .create(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.text("template_name"),
        )
        .copy_template_id(world.whole("template_id"));
    world.check(call.send().await);
}

#[tokio::test]
async fn update_with_nothing_optional() {
    let world = World::start("workflow_template.update", "with_nothing_optional").await;
    let call = world
        .client()
        .workflow_templates()
        .update(world.text("project_key"), world.whole("template_id"));
    world.check(call.send().await);
}

#[tokio::test]
async fn update_with_everything() {
    let world = World::start("workflow_template.update", "with_everything").await;
    let call = world
        .client()
        .workflow_templates()
        .update(world.text("project_key"), world.whole("template_id"))
        .workflow_confs([
            feishu_project::workflow_template::NodeConfig::new()
                .state_key(world.text("state_key"))
                .name(world.text("name"))
                .tags([world.text("tags")])
                .owner_usage_mode(world.whole("owner_usage_mode"))
                .owner_roles([world.text("role_key")])
                .owners([world.text("user_key")])
                .need_schedule(true)
                .different_schedule(true)
                .visibility_usage_mode(world.whole("visibility_usage_mode"))
                .deletable(true)
                .deletable_operation_role([world.text("role_key")])
                .pass_mode(world.whole("pass_mode"))
                .is_limit_node(true)
                .done_operation_role([world.text("role_key")])
                .done_schedule(true)
                .done_allocate_owner(true)
                .action(1i64)
                .pre_node_state_key([world.text("state_key")])
                .completion_tips(world.text("completion_tips"))
                .task_confs([
                    feishu_project::workflow_template::NodeTaskConfig::new()
                        .action(world.whole("action"))
                        .name(world.text("name"))
                        .id(world.text("id"))
                        .deliverable_field_id(world.text("field_key"))
                        .pass_mode(world.whole("pass_mode"))
                        .node_pass_required_mode(world.whole("node_pass_required_mode")),
                ])
                .belong_status(world.text("belong_status"))
                .done_actual_point(true)
                .is_milestone(true)
                .done_finish_time(true)
                .fields([
                    feishu_project::config::FieldConfig::new()
                        .requirement(feishu_project::config::FieldRequirement::Required)
                        .visibility(feishu_project::config::FieldVisibility::Visible)
                        .role_assign([
                            feishu_project::config::RoleAssignment::new()
                                .role(world.text("role_key"))
                                .name(world.text("name"))
                                .default_appear(
                                    feishu_project::config::DefaultAppearance::Shown,
                                )
                                .deletable(world.whole("deletable"))
                                .member_assign(world.whole("member_assign"))
                                .members([world.text("user_key")]),
                        ])
                        .field_name(world.text("field_name"))
                        .field_key(world.text("field_key"))
                        .field_alias(world.text("field_alias"))
                        .field_type_key(feishu_project::common::FieldTypeKey::Text)
                        .default_value(
                            feishu_project::config::FieldDefault::new()
                                .default_appear(
                                    feishu_project::config::DefaultAppearance::Shown,
                                )
                                .value(
                                    feishu_project::field_value::FieldValue::text(
                                        world.text("field_value"),
                                    ),
                                ),
                        )
                        .options([
                            feishu_project::config::OptionConfig::new()
                                .label(world.text("label"))
                                .value(world.text("value"))
                                .disabled_state(
                                    feishu_project::config::DisabledState::Disabled,
                                )
                                .visibility(world.whole("is_visibility")),
                        ])
                        .validity(feishu_project::config::FieldValidity::Valid)
                        .label(world.text("label"))
                        .work_item_relation(
                            feishu_project::config::WorkItemRelation::new()
                                .id(world.text("relation_id"))
                                .name(world.text("name"))
                                .disabled(true)
                                .work_item_type_key(world.text("work_item_type_key"))
                                .work_item_type_name(world.text("work_item_type_name"))
                                .relation_details([
                                    feishu_project::config::TypeInSpace::new(),
                                ])
                                .relation_type(world.whole("relation_type")),
                        )
                        .field_uuid(world.text("field_uuid"))
                        .free_add(true)
                        .field_tips(world.text("field_tips"))
                        .sub_type_level_mode(world.text("sub_type_level_mode"))
                        .sub_type_level_class(world.whole("sub_type_level_class"))
                        .editable_personnel_scope(
                            feishu_project::config::FieldEditScope::new()
                                .editable_personnel_range_type(
                                    world.text("editable_personnel_range_type"),
                                )
                                .editable_roles([world.text("role_key")]),
                        ),
                ])
                .sub_work_items([
                    feishu_project::workflow_template::SubWorkItemConfig::new()
                        .name(world.text("name"))
                        .relation_uuid(world.text("relation_uuid"))
                        .relation_name(world.text("relation_name"))
                        .work_item_type_key(world.text("work_item_type_key"))
                        .work_item_type_name(world.text("work_item_type_name")),
                ])
                .sub_tasks([
                    feishu_project::workflow_template::SubTaskConfig::new()
                        .name(world.text("name"))
                        .owner_usage_mode(world.whole("owner_usage_mode"))
                        .owner_roles([world.text("role_key")])
                        .owners([world.text("user_key")]),
                ]),
        ])
        .state_flow_confs([
            feishu_project::workflow_template::StateConfig::new()
                .state_key(world.text("state_key"))
                .name(world.text("name"))
                .state_type(feishu_project::workflow_template::StateType::Initial)
                .authorized_roles([world.text("role_key")])
                .confirm_form_list([
                    feishu_project::workflow_template::ConfirmForm::new()
                        .action(world.whole("action"))
                        .state_key(world.text("state_key")),
                ])
                .action(world.whole("action")),
        ]);
    world.check(call.send().await);
}

#[tokio::test]
async fn delete_with_nothing_optional() {
    let world = World::start("workflow_template.delete", "with_nothing_optional").await;
    let call = world
        .client()
        .workflow_templates()
        .delete(world.text("project_key"), world.whole("template_id"));
    world.check(call.send().await);
}

#[tokio::test]
async fn get_wbs_with_nothing_optional() {
    let world = World::start("workflow_template.get_wbs", "with_nothing_optional").await;
    let call = world.client().workflow_templates().get_wbs(world.text("project_key"));
    world.check(call.send().await);
}

#[tokio::test]
async fn get_wbs_with_everything() {
    let world = World::start("workflow_template.get_wbs", "with_everything").await;
    let call = world
        .client()
        .workflow_templates()
        .get_wbs(world.text("project_key"))
        .template_key(world.text("template_key"));
    world.check(call.send().await);
}
