// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `resource_library`.

use super::world::World;

#[tokio::test]
async fn create_element_with_nothing_optional() {
    let world = World::start("resource_library.create_element", "with_nothing_optional")
        .await;
    let call = world.client().resource_library().create_element();
    world.check(call.send().await);
}

#[tokio::test]
async fn create_element_with_everything() {
    let world = World::start("resource_library.create_element", "with_everything").await;
    let call = world
        .client()
        .resource_library()
        .create_element()
        .project_key(world.text("project_key"))
        .work_item_type_key(world.text("work_item_type_key"))
        .element_type(world.text("element_type"))
        .node_element(
            feishu_project::resource_library::LibraryElement::new()
                .element_key(world.text("element_key"))
                .name(world.text("name")),
        )
        .task_element(
            feishu_project::resource_library::LibraryElement::new()
                .element_key(world.text("element_key"))
                .name(world.text("name")),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn query_elements_with_nothing_optional() {
    let world = World::start("resource_library.query_elements", "with_nothing_optional")
        .await;
    let call = world.client().resource_library().query_elements();
    world.check(call.send().await);
}

#[tokio::test]
async fn query_elements_with_everything() {
    let world = World::start("resource_library.query_elements", "with_everything").await;
    let call = world
        .client()
        .resource_library()
        .query_elements()
        .project_key(world.text("project_key"))
        .work_item_type_key(world.text("work_item_type_key"))
        .element_type(world.text("element_type"))
        .page_num(world.whole("page_num"))
        .page_size(world.whole("page_size"));
    world.check(call.send().await);
}

#[tokio::test]
async fn create_with_nothing_optional() {
    let world = World::start("resource_library.create", "with_nothing_optional").await;
    let call = world
        .client()
        .resource_library()
        .create(world.text("project_key"), world.text("work_item_type_key"));
    world.check(call.send().await);
}

#[tokio::test]
async fn create_with_everything() {
    let world = World::start("resource_library.create", "with_everything").await;
    let call = world
        .client()
        .resource_library()
        .create(world.text("project_key"), world.text("work_item_type_key"))
        .template_id(world.whole("template_id"))
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
async fn query_with_nothing_optional() {
    let world = World::start("resource_library.query", "with_nothing_optional").await;
    let call = world
        .client()
        .resource_library()
        .query(
            world.text("project_key"),
            world.text("work_item_type_key"),
            [world.whole("work_item_id")],
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn query_with_everything() {
    let world = World::start("resource_library.query", "with_everything").await;
    let call = world
        .client()
        .resource_library()
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
async fn search_with_nothing_optional() {
    let world = World::start("resource_library.search", "with_nothing_optional").await;
    let call = world
        .client()
        .resource_library()
        .search(
            [feishu_project::search::DataSource::new()],
            feishu_project::search::SearchGroup::new(
                feishu_project::search::Conjunction::And,
            ),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn search_with_everything() {
    let world = World::start("resource_library.search", "with_everything").await;
    let call = world
        .client()
        .resource_library()
        .search(
            [
                feishu_project::search::DataSource::new()
                    .project_key(world.text("project_key"))
                    .work_item_type_keys(world.text("work_item_type_key")),
            ],
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

#[tokio::test]
async fn update_with_nothing_optional() {
    let world = World::start("resource_library.update", "with_nothing_optional").await;
    let call = world.client().resource_library().update();
    world.check(call.send().await);
}

#[tokio::test]
async fn update_with_everything() {
    let world = World::start("resource_library.update", "with_everything").await;
    let call = world
        .client()
        .resource_library()
        .update()
        .project_key(world.text("project_key"))
        .work_item_type_key(world.text("work_item_type_key"))
        .work_item_id(world.whole("work_item_id"))
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
async fn create_instance_with_nothing_optional() {
    let world = World::start("resource_library.create_instance", "with_nothing_optional")
        .await;
    let call = world
        .client()
        .resource_library()
        .create_instance(
            world.text("project_key"),
            world.whole("work_item_id"),
            world.text("work_item_type_key"),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn create_instance_with_everything() {
    let world = World::start("resource_library.create_instance", "with_everything")
        .await;
    let call = world
        .client()
        .resource_library()
        .create_instance(
            world.text("project_key"),
            world.whole("work_item_id"),
            world.text("work_item_type_key"),
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
        .name(world.text("name"));
    world.check(call.send().await);
}
