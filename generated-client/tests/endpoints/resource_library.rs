// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `resource_library`.
//!
//! `fixture.check` tries a call in three ways: in the sandbox, where it must succeed or be refused as
//! is known of it; against responses with something wrong in them; and against the published examples
//! of its response.
//!
//! `fixture.text` and `fixture.whole` give the id of something that exists in the sandbox where the
//! name is that of an id, and any text or number elsewhere.

use super::fixture::Fixture;

#[tokio::test]
async fn create_element_with_nothing_optional() {
    let fixture = Fixture::start(
            "resource_library.create_element",
            "with_nothing_optional",
        )
        .await;
    fixture.check(&|client| client.resource_library().create_element().send()).await;
}

#[tokio::test]
async fn create_element_with_everything() {
    let fixture = Fixture::start("resource_library.create_element", "with_everything")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .resource_library()
                    .create_element()
                    .project_key(fixture.text("project_key"))
                    .work_item_type_key(fixture.text("work_item_type_key"))
                    .element_type(fixture.text("element_type"))
                    .node_element(
                        feishu_project::resource_library::LibraryElement::new()
                            .element_key(fixture.text("element_key"))
                            .name(fixture.text("name")),
                    )
                    .task_element(
                        feishu_project::resource_library::LibraryElement::new()
                            .element_key(fixture.text("element_key"))
                            .name(fixture.text("name")),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn query_elements_with_nothing_optional() {
    let fixture = Fixture::start(
            "resource_library.query_elements",
            "with_nothing_optional",
        )
        .await;
    fixture.check(&|client| client.resource_library().query_elements().send()).await;
}

#[tokio::test]
async fn query_elements_with_everything() {
    let fixture = Fixture::start("resource_library.query_elements", "with_everything")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .resource_library()
                    .query_elements()
                    .project_key(fixture.text("project_key"))
                    .work_item_type_key(fixture.text("work_item_type_key"))
                    .element_type(fixture.text("element_type"))
                    .page_num(fixture.whole("page_num"))
                    .page_size(fixture.whole("page_size"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn create_with_nothing_optional() {
    let fixture = Fixture::start("resource_library.create", "with_nothing_optional")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .resource_library()
                    .create(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn create_with_everything() {
    let fixture = Fixture::start("resource_library.create", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .resource_library()
                    .create(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                    )
                    .template_id(fixture.whole("template_id"))
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
async fn query_with_nothing_optional() {
    let fixture = Fixture::start("resource_library.query", "with_nothing_optional")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .resource_library()
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
    let fixture = Fixture::start("resource_library.query", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .resource_library()
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
async fn search_with_nothing_optional() {
    let fixture = Fixture::start("resource_library.search", "with_nothing_optional")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .resource_library()
                    .search(
                        [feishu_project::search::DataSource::new()],
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
    let fixture = Fixture::start("resource_library.search", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .resource_library()
                    .search(
                        [
                            feishu_project::search::DataSource::new()
                                .project_key(fixture.text("project_key"))
                                .work_item_type_keys(fixture.text("work_item_type_key")),
                        ],
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

#[tokio::test]
async fn update_with_nothing_optional() {
    let fixture = Fixture::start("resource_library.update", "with_nothing_optional")
        .await;
    fixture.check(&|client| client.resource_library().update().send()).await;
}

#[tokio::test]
async fn update_with_everything() {
    let fixture = Fixture::start("resource_library.update", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .resource_library()
                    .update()
                    .project_key(fixture.text("project_key"))
                    .work_item_type_key(fixture.text("work_item_type_key"))
                    .work_item_id(fixture.whole("work_item_id"))
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
async fn create_instance_with_nothing_optional() {
    let fixture = Fixture::start(
            "resource_library.create_instance",
            "with_nothing_optional",
        )
        .await;
    fixture
        .check(
            &|client| {
                client
                    .resource_library()
                    .create_instance(
                        fixture.text("project_key"),
                        fixture.whole("work_item_id"),
                        fixture.text("work_item_type_key"),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn create_instance_with_everything() {
    let fixture = Fixture::start("resource_library.create_instance", "with_everything")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .resource_library()
                    .create_instance(
                        fixture.text("project_key"),
                        fixture.whole("work_item_id"),
                        fixture.text("work_item_type_key"),
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
                    .name(fixture.text("name"))
                    .send()
            },
        )
        .await;
}
