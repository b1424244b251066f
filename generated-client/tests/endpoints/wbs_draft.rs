// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `wbs_draft`.
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
    let fixture = Fixture::start("wbs_draft.query", "with_nothing_optional").await;
    fixture.check(&|client| client.wbs_drafts().query().send()).await;
}

#[tokio::test]
async fn query_with_everything() {
    let fixture = Fixture::start("wbs_draft.query", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .wbs_drafts()
                    .query()
                    .project_key(fixture.text("project_key"))
                    .work_item_id(fixture.whole("work_item_id"))
                    .work_item_type_key(fixture.text("work_item_type_key"))
                    .need_init(true)
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn reset_with_nothing_optional() {
    let fixture = Fixture::start("wbs_draft.reset", "with_nothing_optional").await;
    fixture.check(&|client| client.wbs_drafts().reset().send()).await;
}

#[tokio::test]
async fn reset_with_everything() {
    let fixture = Fixture::start("wbs_draft.reset", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .wbs_drafts()
                    .reset()
                    .project_key(fixture.text("project_key"))
                    .work_item_id(fixture.whole("work_item_id"))
                    .work_item_type_key(fixture.text("work_item_type_key"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn patch_with_nothing_optional() {
    let fixture = Fixture::start("wbs_draft.patch", "with_nothing_optional").await;
    fixture.check(&|client| client.wbs_drafts().patch().send()).await;
}

#[tokio::test]
async fn patch_with_everything() {
    let fixture = Fixture::start("wbs_draft.patch", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .wbs_drafts()
                    .patch()
                    .project_key(fixture.text("project_key"))
                    .draft_id(fixture.text("draft_id"))
                    .operations([
                        feishu_project::wbs_draft::DraftOperation::new()
                            .uuid(fixture.text("row_id"))
                            .operation_type(fixture.text("operation_type"))
                            .operation_target(fixture.text("operation_target"))
                            .value(
                                feishu_project::wbs_draft::DraftOperationValue::new()
                                    .name(fixture.text("name"))
                                    .role_owners([
                                        feishu_project::common::RoleOwner::new()
                                            .role(fixture.text("role_key"))
                                            .name(fixture.text("name"))
                                            .owners([fixture.text("user_key")])
                                            .exist(true)
                                            .is_member_multi(true),
                                    ])
                                    .operation_create(
                                        feishu_project::wbs_draft::DraftCreate::new()
                                            .element_key(fixture.text("element_key"))
                                            .name(fixture.text("name"))
                                            .id(fixture.whole("id"))
                                            .seq_order_info(feishu_project::wbs::DraftOrderInfo::new())
                                            .wbs_status(fixture.text("wbs_status"))
                                            .pre(fixture.text("pre")),
                                    )
                                    .child_orders([
                                        feishu_project::wbs_draft::DraftChildOrder::new()
                                            .uuid(fixture.text("row_id"))
                                            .order_index(fixture.whole("order_index")),
                                    ])
                                    .deleted_uuids([fixture.text("row_id")])
                                    .delete_linkage_uuids(true)
                                    .reason(fixture.text("reason"))
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
                                    .wbs_work_item(
                                        feishu_project::wbs::WbsItem::new()
                                            .node_uuid(fixture.text("row_id"))
                                            .work_item_id(fixture.whole("work_item_id"))
                                            .kind(fixture.text("type"))
                                            .wbs_status(fixture.text("wbs_status"))
                                            .wbs_status_map(
                                                feishu_project::Map::from([
                                                    (
                                                        fixture.text("wbs_status_map"),
                                                        fixture.text("wbs_status_map"),
                                                    ),
                                                ]),
                                            )
                                            .name(fixture.text("name"))
                                            .deliverable([
                                                feishu_project::field_value::FieldValuePair::new()
                                                    .field_key(fixture.text("field_key")),
                                            ])
                                            .schedule(feishu_project::common::Schedule::new())
                                            .schedules([feishu_project::common::Schedule::new()])
                                            .points(1f64)
                                            .role_owners([feishu_project::common::RoleOwner::new()])
                                            .work_item_type_key(fixture.text("work_item_type_key"))
                                            .milestone(true)
                                            .connections([feishu_project::item::Connection::new()])
                                            .state_key(fixture.text("state_key"))
                                            .start_time(1_735_689_600_000_i64)
                                            .finish_time(1_735_689_600_000_i64)
                                            .owner_conf(feishu_project::config::NodeOwnerConfig::new())
                                            .is_draft_create(true)
                                            .need_actual_work_time(true)
                                            .node_wbs_role_owners([
                                                feishu_project::wbs::NodeRoleOwners::new(),
                                            ])
                                            .task_type(fixture.whole("task_type"))
                                            .uuid_in_conf(fixture.text("uuid_in_conf"))
                                            .union_deliverable(
                                                feishu_project::wbs::UnionDeliverables::new(),
                                            )
                                            .seq_order_info(feishu_project::wbs::DraftOrderInfo::new())
                                            .dismantle_mode(fixture.whole("dismantle_mode"))
                                            .status(fixture.whole("status"))
                                            .dependencies([feishu_project::wbs::WbsReference::new()])
                                            .relative_schedule_v2([
                                                feishu_project::wbs::WbsReference::new(),
                                            ])
                                            .is_schedule_agg_item(true)
                                            .field_values([
                                                feishu_project::field_value::FieldValuePair::new()
                                                    .field_key(fixture.text("field_key")),
                                            ]),
                                    )
                                    .connections([
                                        feishu_project::item::Connection::new()
                                            .source_state_key(fixture.text("state_key"))
                                            .target_state_key(fixture.text("state_key"))
                                            .transition_id(fixture.whole("transition_id"))
                                            .fields([feishu_project::config::FieldConfig::new()]),
                                    ])
                                    .restore_uuids([fixture.text("row_id")])
                                    .wbs_status(fixture.text("wbs_status"))
                                    .seq_order_info(
                                        feishu_project::wbs::DraftOrderInfo::new()
                                            .pre([feishu_project::wbs::DraftOrder::new()])
                                            .post([feishu_project::wbs::DraftOrder::new()])
                                            .parent(feishu_project::wbs::DraftOrder::new()),
                                    )
                                    .sub_instance_create(
                                        feishu_project::wbs_draft::DraftSubItem::new()
                                            .project_key(fixture.text("project_key"))
                                            .work_item_type_key(fixture.text("work_item_type_key"))
                                            .field_values([
                                                feishu_project::field_value::FieldValuePair::new()
                                                    .field_key(fixture.text("field_key")),
                                            ])
                                            .relation_case(
                                                feishu_project::wbs_draft::DraftRelationCase::new(),
                                            )
                                            .template_id(fixture.whole("template_id"))
                                            .work_item_id(fixture.whole("work_item_id"))
                                            .linked_resources([
                                                feishu_project::wbs_draft::LinkedResource::new(),
                                            ])
                                            .pre(fixture.text("pre"))
                                            .mode(fixture.text("mode")),
                                    )
                                    .dismantle_mode(fixture.whole("dismantle_mode"))
                                    .union_deliveries([
                                        feishu_project::wbs_draft::DraftDelivery::new()
                                            .kind(fixture.text("type"))
                                            .field_delivery(
                                                feishu_project::wbs_draft::DraftFieldDelivery::new(),
                                            )
                                            .instance_delivery(
                                                feishu_project::wbs_draft::DraftInstanceDelivery::new(),
                                            ),
                                    ])
                                    .is_schedule_agg_item(true),
                            )
                            .work_item_id(fixture.whole("work_item_id")),
                    ])
                    .schedule_table_uuid(fixture.text("schedule_table_uuid"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn publish_with_nothing_optional() {
    let fixture = Fixture::start("wbs_draft.publish", "with_nothing_optional").await;
    fixture.check(&|client| client.wbs_drafts().publish().send()).await;
}

#[tokio::test]
async fn publish_with_everything() {
    let fixture = Fixture::start("wbs_draft.publish", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .wbs_drafts()
                    .publish()
                    .project_key(fixture.text("project_key"))
                    .draft_id(fixture.text("draft_id"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn publish_commit_with_nothing_optional() {
    let fixture = Fixture::start("wbs_draft.publish_commit", "with_nothing_optional")
        .await;
    fixture
        .check(
            &|client| {
                client.wbs_drafts().publish_commit(fixture.text("project_key")).send()
            },
        )
        .await;
}

#[tokio::test]
async fn publish_commit_with_everything() {
    let fixture = Fixture::start("wbs_draft.publish_commit", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .wbs_drafts()
                    .publish_commit(fixture.text("project_key"))
                    .work_item_id(fixture.whole("work_item_id"))
                    .draft_id(fixture.text("draft_id"))
                    .commit_id(fixture.text("commit_id"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn switch_back_with_nothing_optional() {
    let fixture = Fixture::start("wbs_draft.switch_back", "with_nothing_optional").await;
    fixture
        .check(
            &|client| client.wbs_drafts().switch_back(fixture.text("project_key")).send(),
        )
        .await;
}

#[tokio::test]
async fn switch_back_with_everything() {
    let fixture = Fixture::start("wbs_draft.switch_back", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .wbs_drafts()
                    .switch_back(fixture.text("project_key"))
                    .work_item_id(fixture.whole("work_item_id"))
                    .draft_id(fixture.text("draft_id"))
                    .commit_id(fixture.text("commit_id"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_frozen_rows_with_nothing_optional() {
    let fixture = Fixture::start("wbs_draft.update_frozen_rows", "with_nothing_optional")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .wbs_drafts()
                    .update_frozen_rows(fixture.text("project_key"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_frozen_rows_with_everything() {
    let fixture = Fixture::start("wbs_draft.update_frozen_rows", "with_everything")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .wbs_drafts()
                    .update_frozen_rows(fixture.text("project_key"))
                    .work_item_id(fixture.whole("work_item_id"))
                    .draft_id(fixture.text("draft_id"))
                    .update_type(fixture.whole("update_type"))
                    .commit_id(fixture.text("commit_id"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn complete_create_audit_with_nothing_optional() {
    let fixture = Fixture::start(
            "wbs_draft.complete_create_audit",
            "with_nothing_optional",
        )
        .await;
    fixture.check(&|client| client.wbs_drafts().complete_create_audit().send()).await;
}

#[tokio::test]
async fn complete_create_audit_with_everything() {
    let fixture = Fixture::start("wbs_draft.complete_create_audit", "with_everything")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .wbs_drafts()
                    .complete_create_audit()
                    .project_key(fixture.text("project_key"))
                    .work_item_id(fixture.whole("work_item_id"))
                    .draft_id(fixture.text("draft_id"))
                    .commit_id(fixture.text("commit_id"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn sub_work_item_config_with_nothing_optional() {
    let fixture = Fixture::start(
            "wbs_draft.sub_work_item_config",
            "with_nothing_optional",
        )
        .await;
    fixture.check(&|client| client.wbs_drafts().sub_work_item_config().send()).await;
}

#[tokio::test]
async fn sub_work_item_config_with_everything() {
    let fixture = Fixture::start("wbs_draft.sub_work_item_config", "with_everything")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .wbs_drafts()
                    .sub_work_item_config()
                    .draft_id(fixture.text("draft_id"))
                    .work_item_id(fixture.whole("work_item_id"))
                    .node_uuid(fixture.text("row_id"))
                    .project_key(fixture.text("project_key"))
                    .send()
            },
        )
        .await;
}
