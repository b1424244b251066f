// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `work_item`.
//!
//! `fixture.check` tries a call in three ways: in the sandbox, where it must succeed or be refused as
//! is known of it; against responses with something wrong in them; and against the published examples
//! of its response.
//!
//! `fixture.text` and `fixture.whole` give the id of something that exists in the sandbox where the
//! name is that of an id, and any text or number elsewhere.

use super::fixture::Fixture;

#[tokio::test]
async fn create_with_nothing_optional() {
    let fixture = Fixture::start("work_item.create", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .work_items()
                    .create(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.text("name"),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn create_with_everything() {
    let fixture = Fixture::start("work_item.create", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .work_items()
                    .create(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.text("name"),
                    )
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
                    .template_id(fixture.whole("template_id"))
                    .required_mode(feishu_project::work_item::RequiredMode::Lenient)
                    .role_mode(fixture.whole("role_mode"))
                    .parent_product(
                        feishu_project::work_item::ParentProduct::new()
                            .work_item(
                                feishu_project::work_item::ProductWorkItem::new()
                                    .project_key(fixture.text("project_key"))
                                    .work_item_type_key(fixture.text("work_item_type_key"))
                                    .work_item_id(fixture.whole("work_item_id")),
                            ),
                    )
                    .contained_work_items(
                        feishu_project::work_item::ContainedWorkItems::new()
                            .work_items([
                                feishu_project::work_item::ProductWorkItem::new()
                                    .project_key(fixture.text("project_key"))
                                    .work_item_type_key(fixture.text("work_item_type_key"))
                                    .work_item_id(fixture.whole("work_item_id")),
                            ]),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn query_with_nothing_optional() {
    let fixture = Fixture::start("work_item.query", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .work_items()
                    .query(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        [fixture.whole("work_item_id")],
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn query_with_everything() {
    let fixture = Fixture::start("work_item.query", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .work_items()
                    .query(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        [fixture.whole("work_item_id")],
                    )
                    .fields([fixture.text("fields")])
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
async fn update_with_nothing_optional() {
    let fixture = Fixture::start("work_item.update", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .work_items()
                    .update(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                    )
                    .update_fields([
                        feishu_project::field_value::FieldValuePair::new()
                            .field_key(fixture.text("field_key")),
                    ])
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_with_everything() {
    let fixture = Fixture::start("work_item.update", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .work_items()
                    .update(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                    )
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
                    .parent_product(
                        feishu_project::work_item::ParentProduct::new()
                            .work_item(
                                feishu_project::work_item::ProductWorkItem::new()
                                    .project_key(fixture.text("project_key"))
                                    .work_item_type_key(fixture.text("work_item_type_key"))
                                    .work_item_id(fixture.whole("work_item_id")),
                            ),
                    )
                    .contained_work_items(
                        feishu_project::work_item::ContainedWorkItems::new()
                            .work_items([
                                feishu_project::work_item::ProductWorkItem::new()
                                    .project_key(fixture.text("project_key"))
                                    .work_item_type_key(fixture.text("work_item_type_key"))
                                    .work_item_id(fixture.whole("work_item_id")),
                            ]),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn delete_with_nothing_optional() {
    let fixture = Fixture::start("work_item.delete", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .work_items()
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
async fn abort_with_nothing_optional() {
    let fixture = Fixture::start("work_item.abort", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .work_items()
                    .abort(
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
async fn abort_with_everything() {
    let fixture = Fixture::start("work_item.abort", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .work_items()
                    .abort(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                    )
                    .is_aborted(true)
                    .reason(fixture.text("reason"))
                    .reason_option(feishu_project::work_item::AbortReason::Cancel)
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn freeze_with_nothing_optional() {
    let fixture = Fixture::start("work_item.freeze", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .work_items()
                    .freeze(
                        fixture.text("project_key"),
                        fixture.whole("work_item_id"),
                        true,
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn meta_with_nothing_optional() {
    let fixture = Fixture::start("work_item.meta", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .work_items()
                    .meta(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn batch_update_with_nothing_optional() {
    let fixture = Fixture::start("work_item.batch_update", "with_nothing_optional")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .work_items()
                    .batch_update(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        [fixture.whole("work_item_id")],
                        feishu_project::work_item::BatchUpdateMode::Append,
                        fixture.text("field_key"),
                        feishu_project::field_value::FieldValue::text(
                            fixture.text("field_value"),
                        ),
                    )
                    .before_field_value(
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
async fn task_result_with_nothing_optional() {
    let fixture = Fixture::start("work_item.task_result", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client.work_items().task_result(fixture.text("batch_task_id")).send()
            },
        )
        .await;
}

#[tokio::test]
async fn op_records_with_nothing_optional() {
    let fixture = Fixture::start("work_item.op_records", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .work_items()
                    .op_records(
                        fixture.text("project_key"),
                        [fixture.whole("work_item_id")],
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn op_records_with_everything() {
    let fixture = Fixture::start("work_item.op_records", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .work_items()
                    .op_records(
                        fixture.text("project_key"),
                        [fixture.whole("work_item_id")],
                    )
                    .start_from(fixture.text("start_from"))
                    .operator([fixture.text("user_key")])
                    .operator_type([feishu_project::work_item::OperatorType::User])
                    .source_type([feishu_project::work_item::OpSourceType::Auto])
                    .source([fixture.text("source")])
                    .operation_type([feishu_project::work_item::OperationType::Modify])
                    .start(1_735_689_600_000_i64)
                    .end(1_735_689_600_000_i64)
                    .op_record_module([
                        feishu_project::work_item::OpRecordModule::WorkItem,
                    ])
                    .page_size(1i64)
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_multi_signal_with_nothing_optional() {
    let fixture = Fixture::start(
            "work_item.update_multi_signal",
            "with_nothing_optional",
        )
        .await;
    fixture
        .check(
            &|client| {
                client
                    .work_items()
                    .update_multi_signal(
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
async fn update_multi_signal_with_everything() {
    let fixture = Fixture::start("work_item.update_multi_signal", "with_everything")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .work_items()
                    .update_multi_signal(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                    )
                    .field_key(fixture.text("field_key"))
                    .field_alias(fixture.text("field_alias"))
                    .details([
                        feishu_project::field_value::MultiSignalDetail::new()
                            .id(fixture.text("id"))
                            .title(fixture.text("title"))
                            .status(fixture.text("status"))
                            .view_link(fixture.text("view_link"))
                            .query_link(
                                feishu_project::field_value::SignalQuery::new()
                                    .url(fixture.text("url"))
                                    .method(fixture.text("method"))
                                    .headers("anything")
                                    .body("anything")
                                    .params("anything"),
                            ),
                    ])
                    .update_type(fixture.text("update_type"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_compound_field_with_nothing_optional() {
    let fixture = Fixture::start(
            "work_item.update_compound_field",
            "with_nothing_optional",
        )
        .await;
    fixture
        .check(
            &|client| {
                client
                    .work_items()
                    .update_compound_field(
                        fixture.text("project_key"),
                        fixture.whole("work_item_id"),
                        feishu_project::work_item::CompoundAction::Add,
                    )
                    .field_key(fixture.text("field_key"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_compound_field_with_everything() {
    let fixture = Fixture::start("work_item.update_compound_field", "with_everything")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .work_items()
                    .update_compound_field(
                        fixture.text("project_key"),
                        fixture.whole("work_item_id"),
                        feishu_project::work_item::CompoundAction::Add,
                    )
                    .field_key(fixture.text("field_key"))
                    .fields([
                        vec![
                            feishu_project::field_value::FieldValuePair::new()
                            .field_key(fixture.text("field_key"))
                            .field_value(feishu_project::field_value::FieldValue::text(fixture
                            .text("field_value")))
                            .target_state(feishu_project::common::TargetState::new()
                            .state_key(fixture.text("state_key")).transition_id(fixture
                            .whole("transition_id")))
                            .field_type_key(feishu_project::common::FieldTypeKey::Text)
                            .field_alias(fixture.text("field_alias"))
                            .help_description(fixture.text("help_description"))
                            .update_mode(fixture.whole("update_mode")).field_name(fixture
                            .text("field_name"))
                            .field_value_markdown(feishu_project::field_value::MarkdownValue::new()
                            .markdown(fixture.text("markdown")))
                        ],
                    ])
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn filter_with_nothing_optional() {
    let fixture = Fixture::start("work_item.filter", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .work_items()
                    .filter(fixture.text("project_key"))
                    .work_item_type_keys([fixture.text("work_item_type_key")])
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn filter_with_everything() {
    let fixture = Fixture::start("work_item.filter", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .work_items()
                    .filter(fixture.text("project_key"))
                    .work_item_name(fixture.text("work_item_name"))
                    .user_keys([fixture.text("user_key")])
                    .work_item_ids([fixture.whole("work_item_id")])
                    .work_item_type_keys([fixture.text("work_item_type_key")])
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
                    .sub_stages([fixture.text("sub_stages")])
                    .businesses([fixture.text("business_id")])
                    .priorities([fixture.text("priorities")])
                    .tags([fixture.text("tags")])
                    .page_num(fixture.whole("page_num"))
                    .page_size(1i64)
                    .work_item_status([
                        feishu_project::field_value::WorkItemStatus::new()
                            .state_key(fixture.text("state_key"))
                            .is_archived_state(true)
                            .is_init_state(true)
                            .updated_at(1_735_689_600_000_i64)
                            .updated_by(fixture.text("user_key")),
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
                    .search_id(fixture.text("search_id"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn filter_across_projects_with_nothing_optional() {
    let fixture = Fixture::start(
            "work_item.filter_across_projects",
            "with_nothing_optional",
        )
        .await;
    fixture
        .check(
            &|client| {
                client
                    .work_items()
                    .filter_across_projects(fixture.text("work_item_type_key"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn filter_across_projects_with_everything() {
    let fixture = Fixture::start("work_item.filter_across_projects", "with_everything")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .work_items()
                    .filter_across_projects(fixture.text("work_item_type_key"))
                    .project_keys([fixture.text("project_key")])
                    .search_user(
                        feishu_project::search::SearchUser::new([
                                fixture.text("user_key"),
                            ])
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
                            .state_key(fixture.text("state_key"))
                            .is_archived_state(true)
                            .is_init_state(true)
                            .updated_at(1_735_689_600_000_i64)
                            .updated_by(fixture.text("user_key")),
                    ])
                    .work_item_name(fixture.text("work_item_name"))
                    .page_num(fixture.whole("page_num"))
                    .page_size(1i64)
                    .tenant_group_id(fixture.whole("tenant_group_id"))
                    .work_item_ids([fixture.whole("work_item_id")])
                    .businesses([fixture.text("business_id")])
                    .priorities([fixture.text("priorities")])
                    .tags([fixture.text("tags")])
                    .simple_names([fixture.text("simple_names")])
                    .template_ids([fixture.whole("template_id")])
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
async fn search_with_nothing_optional() {
    let fixture = Fixture::start("work_item.search", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .work_items()
                    .search(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        feishu_project::search::SearchGroup::new(
                                feishu_project::search::Conjunction::And,
                            )
                            .search_params([
                                feishu_project::search::SearchParam::new(
                                    fixture.text("param_key"),
                                    feishu_project::search::SearchOperator::Matches,
                                ),
                            ]),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn search_with_everything() {
    let fixture = Fixture::start("work_item.search", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .work_items()
                    .search(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        feishu_project::search::SearchGroup::new(
                                feishu_project::search::Conjunction::And,
                            )
                            .search_params([
                                feishu_project::search::SearchParam::new(
                                        fixture.text("param_key"),
                                        feishu_project::search::SearchOperator::Matches,
                                    )
                                    .value("anything")
                                    .pre_operator(
                                        feishu_project::search::GroupQuantifier::Every,
                                    ),
                            ]),
                    )
                    .page_num(fixture.whole("page_num"))
                    .page_size(1i64)
                    .fields([fixture.text("fields")])
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
async fn search_by_relation_with_nothing_optional() {
    let fixture = Fixture::start("work_item.search_by_relation", "with_nothing_optional")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .work_items()
                    .search_by_relation(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                        fixture.text("work_item_type_key"),
                        fixture.text("relation_key"),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn search_by_relation_with_everything() {
    let fixture = Fixture::start("work_item.search_by_relation", "with_everything")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .work_items()
                    .search_by_relation(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                        fixture.text("work_item_type_key"),
                        fixture.text("relation_key"),
                    )
                    .page_num(fixture.whole("page_num"))
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
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn composite_search_with_nothing_optional() {
    let fixture = Fixture::start("work_item.composite_search", "with_nothing_optional")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .work_items()
                    .composite_search(
                        [fixture.text("project_key")],
                        feishu_project::search::SearchTarget::WorkItem,
                        "a",
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn composite_search_with_everything() {
    let fixture = Fixture::start("work_item.composite_search", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .work_items()
                    .composite_search(
                        [fixture.text("project_key")],
                        feishu_project::search::SearchTarget::WorkItem,
                        "a",
                    )
                    .query_sub_type([fixture.text("work_item_type_key")])
                    .page_size(1i64)
                    .page_num(fixture.whole("page_num"))
                    .simple_names([fixture.text("simple_names")])
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn integrate_search_with_nothing_optional() {
    let fixture = Fixture::start("work_item.integrate_search", "with_nothing_optional")
        .await;
    fixture.check(&|client| client.work_items().integrate_search().send()).await;
}

#[tokio::test]
async fn integrate_search_with_everything() {
    let fixture = Fixture::start("work_item.integrate_search", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
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
                                            .operator(fixture.text("operator"))
                                            .original_value(fixture.text("original_value"))
                                            .formula(fixture.text("formula"))
                                            .version(fixture.text("version"))
                                            .pre_operator(fixture.text("pre_operator"))
                                            .source(
                                                feishu_project::integrated_search::QueryFieldSource::new(),
                                            ),
                                    ]),
                            )
                            .sorts([
                                feishu_project::integrated_search::IntegratedSort::new()
                                    .field_item(
                                        feishu_project::integrated_search::QueryField::new()
                                            .class_name(fixture.text("class"))
                                            .strategy(fixture.whole("strategy"))
                                            .key(fixture.text("key"))
                                            .kind(feishu_project::common::FieldTypeKey::Text)
                                            .project_key(fixture.text("project_key"))
                                            .work_item_type_key(fixture.text("work_item_type_key"))
                                            .params(fixture.text("params"))
                                            .extras(
                                                feishu_project::Map::from([
                                                    (fixture.text("extras"), fixture.text("extras")),
                                                ]),
                                            )
                                            .parent_field_key(fixture.text("field_key"))
                                            .parent_field_type(
                                                feishu_project::common::FieldTypeKey::Text,
                                            )
                                            .entity_scope(fixture.text("entity_scope"))
                                            .target_data_sources([
                                                feishu_project::search::TypeScope::new(),
                                            ]),
                                    )
                                    .order(fixture.text("order")),
                            ])
                            .groups([
                                feishu_project::integrated_search::IntegratedGroup::new()
                                    .field_item(
                                        feishu_project::integrated_search::QueryField::new()
                                            .class_name(fixture.text("class"))
                                            .strategy(fixture.whole("strategy"))
                                            .key(fixture.text("key"))
                                            .kind(feishu_project::common::FieldTypeKey::Text)
                                            .project_key(fixture.text("project_key"))
                                            .work_item_type_key(fixture.text("work_item_type_key"))
                                            .params(fixture.text("params"))
                                            .extras(
                                                feishu_project::Map::from([
                                                    (fixture.text("extras"), fixture.text("extras")),
                                                ]),
                                            )
                                            .parent_field_key(fixture.text("field_key"))
                                            .parent_field_type(
                                                feishu_project::common::FieldTypeKey::Text,
                                            )
                                            .entity_scope(fixture.text("entity_scope"))
                                            .target_data_sources([
                                                feishu_project::search::TypeScope::new(),
                                            ]),
                                    )
                                    .need_empty(true)
                                    .needs_config(true),
                            ])
                            .query_type(fixture.whole("query_type"))
                            .pagination(
                                feishu_project::integrated_search::IntegratedPage::new()
                                    .page_num(fixture.whole("page_num"))
                                    .page_size(fixture.whole("page_size"))
                                    .search_after(fixture.text("search_after"))
                                    .pit(fixture.text("pit")),
                            )
                            .projection(
                                feishu_project::Map::from([
                                    (fixture.text("projection"), fixture.whole("projection")),
                                ]),
                            )
                            .instant_query(true)
                            .find_aborted(true)
                            .find_deleted(true)
                            .need_check_dirty_fields(true)
                            .project_keys([fixture.text("project_key")])
                            .work_item_type_keys([fixture.text("work_item_type_key")])
                            .allow_truncate(true),
                    )
                    .search_id(fixture.text("search_id"))
                    .view_id(fixture.text("view_id"))
                    .field_selected([fixture.text("field_selected")])
                    .features(
                        feishu_project::Map::from([
                            (fixture.text("features"), fixture.text("features")),
                        ]),
                    )
                    .data_sources([
                        feishu_project::search::DataSource::new()
                            .project_key(fixture.text("project_key"))
                            .work_item_type_keys(fixture.text("work_item_type_key")),
                    ])
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn universal_search_with_nothing_optional() {
    let fixture = Fixture::start("work_item.universal_search", "with_nothing_optional")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .work_items()
                    .universal_search(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        feishu_project::search::SearchGroup::new(
                                feishu_project::search::Conjunction::And,
                            )
                            .search_params([
                                feishu_project::search::SearchParam::new(
                                    fixture.text("param_key"),
                                    feishu_project::search::SearchOperator::Matches,
                                ),
                            ]),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn universal_search_with_everything() {
    let fixture = Fixture::start("work_item.universal_search", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .work_items()
                    .universal_search(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        feishu_project::search::SearchGroup::new(
                                feishu_project::search::Conjunction::And,
                            )
                            .search_params([
                                feishu_project::search::SearchParam::new(
                                        fixture.text("param_key"),
                                        feishu_project::search::SearchOperator::Matches,
                                    )
                                    .value("anything")
                                    .pre_operator(
                                        feishu_project::search::GroupQuantifier::Every,
                                    ),
                            ]),
                    )
                    .searcher(fixture.text("user_key"))
                    .sort(
                        feishu_project::search::SearchSort::new()
                            .field_key(fixture.text("field_key"))
                            .field_type(feishu_project::common::FieldTypeKey::Text)
                            .work_item_type_key(fixture.text("work_item_type_key"))
                            .order(fixture.text("order"))
                            .params(
                                feishu_project::Map::from([
                                    (fixture.text("params"), fixture.text("params")),
                                ]),
                            ),
                    )
                    .pagination(
                        feishu_project::search::SearchCursor::new()
                            .page_size(fixture.whole("page_size"))
                            .search_after(fixture.text("search_after"))
                            .pit(fixture.text("pit"))
                            .total(fixture.whole("total")),
                    )
                    .field_selected([fixture.text("field_selected")])
                    .features(
                        feishu_project::Map::from([
                            (fixture.text("features"), fixture.text("features")),
                        ]),
                    )
                    .send()
            },
        )
        .await;
}
