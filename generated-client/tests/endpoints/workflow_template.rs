// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `workflow_template`.
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
    let fixture = Fixture::start("workflow_template.list", "with_nothing_optional")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .workflow_templates()
                    .list(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn get_with_nothing_optional() {
    let fixture = Fixture::start("workflow_template.get", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .workflow_templates()
                    .get(fixture.text("project_key"), fixture.whole("template_id"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn create_with_nothing_optional() {
    let fixture = Fixture::start("workflow_template.create", "with_nothing_optional")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .workflow_templates()
                    .create(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.text("template_name"),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn create_with_everything() {
    let fixture = Fixture::start("workflow_template.create", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .workflow_templates()
                    .create(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.text("template_name"),
                    )
                    .copy_template_id(fixture.whole("template_id"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_with_nothing_optional() {
    let fixture = Fixture::start("workflow_template.update", "with_nothing_optional")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .workflow_templates()
                    .update(fixture.text("project_key"), fixture.whole("template_id"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_with_everything() {
    let fixture = Fixture::start("workflow_template.update", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .workflow_templates()
                    .update(fixture.text("project_key"), fixture.whole("template_id"))
                    .workflow_confs([
                        feishu_project::workflow_template::NodeConfig::new()
                            .state_key(fixture.text("state_key"))
                            .name(fixture.text("name"))
                            .tags([fixture.text("tags")])
                            .owner_usage_mode(fixture.whole("owner_usage_mode"))
                            .owner_roles([fixture.text("role_key")])
                            .owners([fixture.text("user_key")])
                            .need_schedule(true)
                            .different_schedule(true)
                            .visibility_usage_mode(
                                fixture.whole("visibility_usage_mode"),
                            )
                            .deletable(true)
                            .deletable_operation_role([fixture.text("role_key")])
                            .pass_mode(fixture.whole("pass_mode"))
                            .is_limit_node(true)
                            .done_operation_role([fixture.text("role_key")])
                            .done_schedule(true)
                            .done_allocate_owner(true)
                            .action(1i64)
                            .pre_node_state_key([fixture.text("state_key")])
                            .completion_tips(fixture.text("completion_tips"))
                            .task_confs([
                                feishu_project::workflow_template::NodeTaskConfig::new()
                                    .action(fixture.whole("action"))
                                    .name(fixture.text("name"))
                                    .id(fixture.text("id"))
                                    .deliverable_field_id(fixture.text("field_key"))
                                    .pass_mode(fixture.whole("pass_mode"))
                                    .node_pass_required_mode(
                                        fixture.whole("node_pass_required_mode"),
                                    ),
                            ])
                            .belong_status(fixture.text("belong_status"))
                            .done_actual_point(true)
                            .is_milestone(true)
                            .done_finish_time(true)
                            .fields([
                                feishu_project::config::FieldConfig::new()
                                    .requirement(
                                        feishu_project::config::FieldRequirement::Required,
                                    )
                                    .visibility(
                                        feishu_project::config::FieldVisibility::Visible,
                                    )
                                    .role_assign([
                                        feishu_project::config::RoleAssignment::new()
                                            .role(fixture.text("role_key"))
                                            .name(fixture.text("name"))
                                            .default_appear(
                                                feishu_project::config::DefaultAppearance::Shown,
                                            )
                                            .deletable(fixture.whole("deletable"))
                                            .member_assign(fixture.whole("member_assign"))
                                            .members([fixture.text("user_key")]),
                                    ])
                                    .field_name(fixture.text("field_name"))
                                    .field_key(fixture.text("field_key"))
                                    .field_alias(fixture.text("field_alias"))
                                    .field_type_key(feishu_project::common::FieldTypeKey::Text)
                                    .default_value(
                                        feishu_project::config::FieldDefault::new()
                                            .default_appear(
                                                feishu_project::config::DefaultAppearance::Shown,
                                            )
                                            .value(
                                                feishu_project::field_value::FieldValue::text(
                                                    fixture.text("field_value"),
                                                ),
                                            ),
                                    )
                                    .options([
                                        feishu_project::config::OptionConfig::new()
                                            .label(fixture.text("label"))
                                            .value(fixture.text("value"))
                                            .disabled_state(
                                                feishu_project::config::DisabledState::Disabled,
                                            )
                                            .visibility(fixture.whole("is_visibility")),
                                    ])
                                    .validity(feishu_project::config::FieldValidity::Valid)
                                    .label(fixture.text("label"))
                                    .work_item_relation(
                                        feishu_project::config::WorkItemRelation::new()
                                            .id(fixture.text("relation_id"))
                                            .name(fixture.text("name"))
                                            .disabled(true)
                                            .work_item_type_key(fixture.text("work_item_type_key"))
                                            .work_item_type_name(fixture.text("work_item_type_name"))
                                            .relation_details([
                                                feishu_project::config::TypeInSpace::new(),
                                            ])
                                            .relation_type(fixture.whole("relation_type")),
                                    )
                                    .field_uuid(fixture.text("field_uuid"))
                                    .free_add(true)
                                    .field_tips(fixture.text("field_tips"))
                                    .sub_type_level_mode(fixture.text("sub_type_level_mode"))
                                    .sub_type_level_class(fixture.whole("sub_type_level_class"))
                                    .editable_personnel_scope(
                                        feishu_project::config::FieldEditScope::new()
                                            .editable_personnel_range_type(
                                                fixture.text("editable_personnel_range_type"),
                                            )
                                            .editable_roles([fixture.text("role_key")]),
                                    ),
                            ])
                            .sub_work_items([
                                feishu_project::workflow_template::SubWorkItemConfig::new()
                                    .name(fixture.text("name"))
                                    .relation_uuid(fixture.text("relation_uuid"))
                                    .relation_name(fixture.text("relation_name"))
                                    .work_item_type_key(fixture.text("work_item_type_key"))
                                    .work_item_type_name(fixture.text("work_item_type_name")),
                            ])
                            .sub_tasks([
                                feishu_project::workflow_template::SubTaskConfig::new()
                                    .name(fixture.text("name"))
                                    .owner_usage_mode(fixture.whole("owner_usage_mode"))
                                    .owner_roles([fixture.text("role_key")])
                                    .owners([fixture.text("user_key")]),
                            ]),
                    ])
                    .state_flow_confs([
                        feishu_project::workflow_template::StateConfig::new()
                            .state_key(fixture.text("state_key"))
                            .name(fixture.text("name"))
                            .state_type(
                                feishu_project::workflow_template::StateType::Initial,
                            )
                            .authorized_roles([fixture.text("role_key")])
                            .confirm_form_list([
                                feishu_project::workflow_template::ConfirmForm::new()
                                    .action(fixture.whole("action"))
                                    .state_key(fixture.text("state_key")),
                            ])
                            .action(fixture.whole("action")),
                    ])
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn delete_with_nothing_optional() {
    let fixture = Fixture::start("workflow_template.delete", "with_nothing_optional")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .workflow_templates()
                    .delete(fixture.text("project_key"), fixture.whole("template_id"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn get_wbs_with_nothing_optional() {
    let fixture = Fixture::start("workflow_template.get_wbs", "with_nothing_optional")
        .await;
    fixture
        .check(
            &|client| {
                client.workflow_templates().get_wbs(fixture.text("project_key")).send()
            },
        )
        .await;
}

#[tokio::test]
async fn get_wbs_with_everything() {
    let fixture = Fixture::start("workflow_template.get_wbs", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .workflow_templates()
                    .get_wbs(fixture.text("project_key"))
                    .template_key(fixture.text("template_key"))
                    .send()
            },
        )
        .await;
}
