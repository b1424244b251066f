// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `work_item`.

use super::world::World;

#[tokio::test]
async fn create_with_nothing_optional() {
    let world = World::start("work_item.create", "with_nothing_optional").await;
    let call = world
        .client()
        .work_items()
        .create(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.text("name"),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn create_with_everything() {
    let world = World::start("work_item.create", "with_everything").await;
    let call = world
        .client()
        .work_items()
        .create(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.text("name"),
        )
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
        ])
        .template_id(world.whole("template_id"))
        .required_mode(feishu_project::work_item::RequiredMode::Lenient)
        .role_mode(world.whole("role_mode"))
        .parent_product(
            feishu_project::work_item::ParentProduct::new()
                .work_item(
                    feishu_project::work_item::ProductWorkItem::new()
                        .project_key(world.text("project_key"))
                        .work_item_type_key(world.text("work_item_type_key"))
                        .work_item_id(world.whole("work_item_id")),
                ),
        )
        .contained_work_items(
            feishu_project::work_item::ContainedWorkItems::new()
                .work_items([
                    feishu_project::work_item::ProductWorkItem::new()
                        .project_key(world.text("project_key"))
                        .work_item_type_key(world.text("work_item_type_key"))
                        .work_item_id(world.whole("work_item_id")),
                ]),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn query_with_nothing_optional() {
    let world = World::start("work_item.query", "with_nothing_optional").await;
    let call = world
        .client()
        .work_items()
        .query(
            world.text("project_key"),
            world.text("work_item_type_key"),
            [world.whole("work_item_id")],
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn query_with_everything() {
    let world = World::start("work_item.query", "with_everything").await;
    let call = world
        .client()
        .work_items()
        .query(
            world.text("project_key"),
            world.text("work_item_type_key"),
            [world.whole("work_item_id")],
        )
        .fields([world.text("fields")])
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
async fn update_with_nothing_optional() {
    let world = World::start("work_item.update", "with_nothing_optional").await;
    let call = world
        .client()
        .work_items()
        .update(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
        )
        .update_fields([
            feishu_project::field_value::FieldValuePair::new()
                .field_key(world.text("field_key")),
        ]);
    world.check(call.send().await);
}

#[tokio::test]
async fn update_with_everything() {
    let world = World::start("work_item.update", "with_everything").await;
    let call = world
        .client()
        .work_items()
        .update(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
        )
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
        ])
        .parent_product(
            feishu_project::work_item::ParentProduct::new()
                .work_item(
                    feishu_project::work_item::ProductWorkItem::new()
                        .project_key(world.text("project_key"))
                        .work_item_type_key(world.text("work_item_type_key"))
                        .work_item_id(world.whole("work_item_id")),
                ),
        )
        .contained_work_items(
            feishu_project::work_item::ContainedWorkItems::new()
                .work_items([
                    feishu_project::work_item::ProductWorkItem::new()
                        .project_key(world.text("project_key"))
                        .work_item_type_key(world.text("work_item_type_key"))
                        .work_item_id(world.whole("work_item_id")),
                ]),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn delete_with_nothing_optional() {
    let world = World::start("work_item.delete", "with_nothing_optional").await;
    let call = world
        .client()
        .work_items()
        .delete(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn abort_with_nothing_optional() {
    let world = World::start("work_item.abort", "with_nothing_optional").await;
    let call = world
        .client()
        .work_items()
        .abort(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn abort_with_everything() {
    let world = World::start("work_item.abort", "with_everything").await;
    let call = world
        .client()
        .work_items()
        .abort(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
        )
        .is_aborted(true)
        .reason(world.text("reason"))
        .reason_option(feishu_project::work_item::AbortReason::Cancel);
    world.check(call.send().await);
}

#[tokio::test]
async fn freeze_with_nothing_optional() {
    let world = World::start("work_item.freeze", "with_nothing_optional").await;
    let call = world
        .client()
        .work_items()
        .freeze(world.text("project_key"), world.whole("work_item_id"), true);
    world.check(call.send().await);
}

#[tokio::test]
async fn meta_with_nothing_optional() {
    let world = World::start("work_item.meta", "with_nothing_optional").await;
    let call = world
        .client()
        .work_items()
        .meta(world.text("project_key"), world.text("work_item_type_key"));
    world.check(call.send().await);
}

#[tokio::test]
async fn batch_update_with_nothing_optional() {
    let world = World::start("work_item.batch_update", "with_nothing_optional").await;
    let call = world
        .client()
        .work_items()
        .batch_update(
            world.text("project_key"),
            world.text("work_item_type_key"),
            [world.whole("work_item_id")],
            feishu_project::work_item::BatchUpdateMode::Append,
            world.text("field_key"),
            feishu_project::field_value::FieldValue::text(world.text("field_value")),
        )
        .before_field_value(
            feishu_project::field_value::FieldValue::text(world.text("field_value")),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn task_result_with_nothing_optional() {
    let world = World::start("work_item.task_result", "with_nothing_optional").await;
    let call = world.client().work_items().task_result(world.text("batch_task_id"));
    world.check(call.send().await);
}

#[tokio::test]
async fn op_records_with_nothing_optional() {
    let world = World::start("work_item.op_records", "with_nothing_optional").await;
    let call = world
        .client()
        .work_items()
        .op_records(world.text("project_key"), [world.whole("work_item_id")]);
    world.check(call.send().await);
}

#[tokio::test]
async fn op_records_with_everything() {
    let world = World::start("work_item.op_records", "with_everything").await;
    let call = world
        .client()
        .work_items()
        .op_records(world.text("project_key"), [world.whole("work_item_id")])
        .start_from(world.text("start_from"))
        .operator([world.text("user_key")])
        .operator_type([feishu_project::work_item::OperatorType::User])
        .source_type([feishu_project::work_item::OpSourceType::Auto])
        .source([world.text("source")])
        .operation_type([feishu_project::work_item::OperationType::Modify])
        .start(1_735_689_600_000_i64)
        .end(1_735_689_600_000_i64)
        .op_record_module([feishu_project::work_item::OpRecordModule::WorkItem])
        .page_size(1i64);
    world.check(call.send().await);
}

#[tokio::test]
async fn update_multi_signal_with_nothing_optional() {
    let world = World::start("work_item.update_multi_signal", "with_nothing_optional")
        .await;
    let call = world
        .client()
        .work_items()
        .update_multi_signal(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn update_multi_signal_with_everything() {
    let world = World::start("work_item.update_multi_signal", "with_everything").await;
    let call = world
        .client()
        .work_items()
        .update_multi_signal(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
        )
        .field_key(world.text("field_key"))
        .field_alias(world.text("field_alias"))
        .details([
            feishu_project::field_value::MultiSignalDetail::new()
                .id(world.text("id"))
                .title(world.text("title"))
                .status(world.text("status"))
                .view_link(world.text("view_link"))
                .query_link(
                    feishu_project::field_value::SignalQuery::new()
                        .url(world.text("url"))
                        .method(world.text("method"))
                        .headers("anything")
                        .body("anything")
                        .params("anything"),
                ),
        ])
        .update_type(world.text("update_type"));
    world.check(call.send().await);
}

#[tokio::test]
async fn update_compound_field_with_nothing_optional() {
    let world = World::start("work_item.update_compound_field", "with_nothing_optional")
        .await;
    let call = world
        .client()
        .work_items()
        .update_compound_field(
            world.text("project_key"),
            world.whole("work_item_id"),
            feishu_project::work_item::CompoundAction::Add,
        )
        .field_key(world.text("field_key"));
    world.check(call.send().await);
}

#[tokio::test]
async fn update_compound_field_with_everything() {
    let world = World::start("work_item.update_compound_field", "with_everything").await;
    let call = world
        .client()
        .work_items()
        .update_compound_field(
            world.text("project_key"),
            world.whole("work_item_id"),
            feishu_project::work_item::CompoundAction::Add,
        )
        .field_key(world.text("field_key"))
        .fields([
            vec![
                feishu_project::field_value::FieldValuePair::new().field_key(world
                .text("field_key"))
                .field_value(feishu_project::field_value::FieldValue::text(world
                .text("field_value")))
                .target_state(feishu_project::common::TargetState::new().state_key(world
                .text("state_key")).transition_id(world.whole("transition_id")))
                .field_type_key(feishu_project::common::FieldTypeKey::Text)
                .field_alias(world.text("field_alias")).help_description(world
                .text("help_description")).update_mode(world.whole("update_mode"))
                .field_name(world.text("field_name"))
                .field_value_markdown(feishu_project::field_value::MarkdownValue::new()
                .markdown(world.text("markdown")))
            ],
        ]);
    world.check(call.send().await);
}

#[tokio::test]
async fn filter_with_nothing_optional() {
    let world = World::start("work_item.filter", "with_nothing_optional").await;
    let call = world
        .client()
        .work_items()
        .filter(world.text("project_key"))
        .work_item_type_keys([world.text("work_item_type_key")]);
    world.check(call.send().await);
}

#[tokio::test]
async fn filter_with_everything() {
    let world = World::start("work_item.filter", "with_everything").await;
    let call = world
        .client()
        .work_items()
        .filter(world.text("project_key"))
        .work_item_name(world.text("work_item_name"))
        .user_keys([world.text("user_key")])
        .work_item_ids([world.whole("work_item_id")])
        .work_item_type_keys([world.text("work_item_type_key")])
        .created_at(
            feishu_project::common::TimeInterval::new()
                .start(1_735_689_600_000_i64)
                .end(1_735_689_600_000_i64),
        )
        .updated_at(
            feishu_project::common::TimeInterval::new()
                .start(1_735_689_600_000_i64)
                .end(1_735_689_600_000_i64),
        )
        .sub_stages([world.text("sub_stages")])
        .businesses([world.text("business_id")])
        .priorities([world.text("priorities")])
        .tags([world.text("tags")])
        .page_num(world.whole("page_num"))
        .page_size(1i64)
        .work_item_status([
            feishu_project::field_value::WorkItemStatus::new()
                .state_key(world.text("state_key"))
                .is_archived_state(true)
                .is_init_state(true)
                .updated_at(1_735_689_600_000_i64)
                .updated_by(world.text("user_key")),
        ])
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
        .search_id(world.text("search_id"));
    world.check(call.send().await);
}

#[tokio::test]
async fn filter_across_projects_with_nothing_optional() {
    let world = World::start("work_item.filter_across_projects", "with_nothing_optional")
        .await;
    let call = world
        .client()
        .work_items()
        .filter_across_projects(world.text("work_item_type_key"));
    world.check(call.send().await);
}

#[tokio::test]
async fn filter_across_projects_with_everything() {
    let world = World::start("work_item.filter_across_projects", "with_everything")
        .await;
    let call = world
        .client()
        .work_items()
        .filter_across_projects(world.text("work_item_type_key"))
        .project_keys([world.text("project_key")])
        .search_user(
            feishu_project::search::SearchUser::new([world.text("user_key")])
                .field_key(feishu_project::search::SearchUserField::Owner),
        )
        .created_at(
            feishu_project::common::TimeInterval::new()
                .start(1_735_689_600_000_i64)
                .end(1_735_689_600_000_i64),
        )
        .updated_at(
            feishu_project::common::TimeInterval::new()
                .start(1_735_689_600_000_i64)
                .end(1_735_689_600_000_i64),
        )
        .work_item_status([
            feishu_project::field_value::WorkItemStatus::new()
                .state_key(world.text("state_key"))
                .is_archived_state(true)
                .is_init_state(true)
                .updated_at(1_735_689_600_000_i64)
                .updated_by(world.text("user_key")),
        ])
        .work_item_name(world.text("work_item_name"))
        .page_num(world.whole("page_num"))
        .page_size(1i64)
        .tenant_group_id(world.whole("tenant_group_id"))
        .work_item_ids([world.whole("work_item_id")])
        .businesses([world.text("business_id")])
        .priorities([world.text("priorities")])
        .tags([world.text("tags")])
        .simple_names([world.text("simple_names")])
        .template_ids([world.whole("template_id")])
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
async fn search_with_nothing_optional() {
    let world = World::start("work_item.search", "with_nothing_optional").await;
    let call = world
        .client()
        .work_items()
        .search(
            world.text("project_key"),
            world.text("work_item_type_key"),
            feishu_project::search::SearchGroup::new(
                feishu_project::search::Conjunction::And,
            ),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn search_with_everything() {
    let world = World::start("work_item.search", "with_everything").await;
    let call = world
        .client()
        .work_items()
        .search(
            world.text("project_key"),
            world.text("work_item_type_key"),
            feishu_project::search::SearchGroup::new(
                    feishu_project::search::Conjunction::And,
                )
                .search_params([
                    feishu_project::search::SearchParam::new(
                            world.text("param_key"),
                            feishu_project::search::SearchOperator::Matches,
                        )
                        .value("anything")
                        .pre_operator(feishu_project::search::GroupQuantifier::Every),
                ]),
        )
        .page_num(world.whole("page_num"))
        .page_size(1i64)
        .fields([world.text("fields")])
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
async fn search_by_relation_with_nothing_optional() {
    let world = World::start("work_item.search_by_relation", "with_nothing_optional")
        .await;
    let call = world
        .client()
        .work_items()
        .search_by_relation(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
            world.text("work_item_type_key"),
            world.text("relation_key"),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn search_by_relation_with_everything() {
    let world = World::start("work_item.search_by_relation", "with_everything").await;
    let call = world
        .client()
        .work_items()
        .search_by_relation(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.whole("work_item_id"),
            world.text("work_item_type_key"),
            world.text("relation_key"),
        )
        .page_num(world.whole("page_num"))
        .page_size(1i64)
        .relation_type(feishu_project::work_item::RelationKeyKind::FieldKey)
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
async fn composite_search_with_nothing_optional() {
    let world = World::start("work_item.composite_search", "with_nothing_optional")
        .await;
    let call = world
        .client()
        .work_items()
        .composite_search(
            [world.text("project_key")],
            feishu_project::search::SearchTarget::WorkItem,
            "a",
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn composite_search_with_everything() {
    let world = World::start("work_item.composite_search", "with_everything").await;
    let call = world
        .client()
        .work_items()
        .composite_search(
            [world.text("project_key")],
            feishu_project::search::SearchTarget::WorkItem,
            "a",
        )
        .query_sub_type([world.text("work_item_type_key")])
        .page_size(1i64)
        .page_num(world.whole("page_num"))
        .simple_names([world.text("simple_names")]);
    world.check(call.send().await);
}

#[tokio::test]
async fn integrate_search_with_nothing_optional() {
    let world = World::start("work_item.integrate_search", "with_nothing_optional")
        .await;
    let call = world.client().work_items().integrate_search();
    world.check(call.send().await);
}

#[tokio::test]
async fn integrate_search_with_everything() {
    let world = World::start("work_item.integrate_search", "with_everything").await;
    let call = world
        .client()
        .work_items()
        .integrate_search()
        .query(
            feishu_project::integrated_search::IntegratedQuery::new()
                .filter(
                    feishu_project::integrated_search::IntegratedFilter::new()
                        .conjunction(feishu_project::search::Conjunction::And)
                        .conditions([
                            feishu_project::integrated_search::IntegratedCondition::new()
                                .field_item(
                                    feishu_project::integrated_search::QueryField::new(),
                                )
                                .operator(world.text("operator"))
                                .original_value(world.text("original_value"))
                                .formula(world.text("formula"))
                                .version(world.text("version"))
                                .pre_operator(world.text("pre_operator"))
                                .source(
                                    feishu_project::integrated_search::QueryFieldSource::new(),
                                ),
                        ]),
                )
                .sorts([
                    feishu_project::integrated_search::IntegratedSort::new()
                        .field_item(
                            feishu_project::integrated_search::QueryField::new()
                                .class_name(world.text("class"))
                                .strategy(world.whole("strategy"))
                                .key(world.text("key"))
                                .kind(feishu_project::common::FieldTypeKey::Text)
                                .project_key(world.text("project_key"))
                                .work_item_type_key(world.text("work_item_type_key"))
                                .params(world.text("params"))
                                .extras(
                                    feishu_project::Map::from([
                                        (world.text("extras"), world.text("extras")),
                                    ]),
                                )
                                .parent_field_key(world.text("field_key"))
                                .parent_field_type(
                                    feishu_project::common::FieldTypeKey::Text,
                                )
                                .entity_scope(world.text("entity_scope"))
                                .target_data_sources([
                                    feishu_project::search::TypeScope::new(),
                                ]),
                        )
                        .order(world.text("order")),
                ])
                .groups([
                    feishu_project::integrated_search::IntegratedGroup::new()
                        .field_item(
                            feishu_project::integrated_search::QueryField::new()
                                .class_name(world.text("class"))
                                .strategy(world.whole("strategy"))
                                .key(world.text("key"))
                                .kind(feishu_project::common::FieldTypeKey::Text)
                                .project_key(world.text("project_key"))
                                .work_item_type_key(world.text("work_item_type_key"))
                                .params(world.text("params"))
                                .extras(
                                    feishu_project::Map::from([
                                        (world.text("extras"), world.text("extras")),
                                    ]),
                                )
                                .parent_field_key(world.text("field_key"))
                                .parent_field_type(
                                    feishu_project::common::FieldTypeKey::Text,
                                )
                                .entity_scope(world.text("entity_scope"))
                                .target_data_sources([
                                    feishu_project::search::TypeScope::new(),
                                ]),
                        )
                        .need_empty(true)
                        .needs_config(true),
                ])
                .query_type(world.whole("query_type"))
                .pagination(
                    feishu_project::integrated_search::IntegratedPage::new()
                        .page_num(world.whole("page_num"))
                        .page_size(world.whole("page_size"))
                        .search_after(world.text("search_after"))
                        .pit(world.text("pit")),
                )
                .projection(
                    feishu_project::Map::from([
                        (world.text("projection"), world.whole("projection")),
                    ]),
                )
                .instant_query(true)
                .find_aborted(true)
                .find_deleted(true)
                .need_check_dirty_fields(true)
                .project_keys([world.text("project_key")])
                .work_item_type_keys([world.text("work_item_type_key")])
                .allow_truncate(true),
        )
        .search_id(world.text("search_id"))
        .view_id(world.text("view_id"))
        .field_selected([world.text("field_selected")])
        .features(
            feishu_project::Map::from([(world.text("features"), world.text("features"))]),
        )
        .data_sources([
            feishu_project::search::DataSource::new()
                .project_key(world.text("project_key"))
                .work_item_type_keys(world.text("work_item_type_key")),
        ]);
    world.check(call.send().await);
}

#[tokio::test]
async fn universal_search_with_nothing_optional() {
    let world = World::start("work_item.universal_search", "with_nothing_optional")
        .await;
    let call = world
        .client()
        .work_items()
        .universal_search(
            world.text("project_key"),
            world.text("work_item_type_key"),
            feishu_project::search::SearchGroup::new(
                feishu_project::search::Conjunction::And,
            ),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn universal_search_with_everything() {
    let world = World::start("work_item.universal_search", "with_everything").await;
    let call = world
        .client()
        .work_items()
        .universal_search(
            world.text("project_key"),
            world.text("work_item_type_key"),
            feishu_project::search::SearchGroup::new(
                    feishu_project::search::Conjunction::And,
                )
                .search_params([
                    feishu_project::search::SearchParam::new(
                            world.text("param_key"),
                            feishu_project::search::SearchOperator::Matches,
                        )
                        .value("anything")
                        .pre_operator(feishu_project::search::GroupQuantifier::Every),
                ]),
        )
        .searcher(world.text("user_key"))
        .sort(
            feishu_project::search::SearchSort::new()
                .field_key(world.text("field_key"))
                .field_type(feishu_project::common::FieldTypeKey::Text)
                .work_item_type_key(world.text("work_item_type_key"))
                .order(world.text("order"))
                .params(
                    feishu_project::Map::from([
                        (world.text("params"), world.text("params")),
                    ]),
                ),
        )
        .pagination(
            feishu_project::search::SearchCursor::new()
                .page_size(world.whole("page_size"))
                .search_after(world.text("search_after"))
                .pit(world.text("pit"))
                .total(world.whole("total")),
        )
        .field_selected([world.text("field_selected")])
        .features(
            feishu_project::Map::from([(world.text("features"), world.text("features"))]),
        );
    world.check(call.send().await);
}
