// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `view`.
//!
//! `fixture.check` tries a call in three ways: in the sandbox, where it must succeed or be refused as
//! is known of it; against responses with something wrong in them; and against the published examples
//! of its response.
//!
//! `fixture.text` and `fixture.whole` give the id of something that exists in the sandbox where the
//! name is that of an id, and any text or number elsewhere.

use super::fixture::Fixture;

#[tokio::test]
async fn create_fixed_view_with_nothing_optional() {
    let fixture = Fixture::start("view.create_fixed_view", "with_nothing_optional")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .views()
                    .create_fixed_view(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        [fixture.whole("work_item_id")],
                        fixture.text("name"),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn create_fixed_view_with_everything() {
    let fixture = Fixture::start("view.create_fixed_view", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .views()
                    .create_fixed_view(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        [fixture.whole("work_item_id")],
                        fixture.text("name"),
                    )
                    .cooperation_mode(1i64)
                    .cooperation_user_keys([fixture.text("user_key")])
                    .cooperation_team_ids([fixture.whole("team_id")])
                    .cooperation_teams([
                        feishu_project::view::ViewTeam::new()
                            .id(fixture.whole("team_id"))
                            .not_cascade(true)
                            .not_contain_team_manager(true),
                    ])
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_fixed_view_with_nothing_optional() {
    let fixture = Fixture::start("view.update_fixed_view", "with_nothing_optional")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .views()
                    .update_fixed_view(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.text("view_id"),
                    )
                    .add_work_item_ids([fixture.whole("work_item_id")])
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_fixed_view_with_everything() {
    let fixture = Fixture::start("view.update_fixed_view", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .views()
                    .update_fixed_view(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.text("view_id"),
                    )
                    .add_work_item_ids([fixture.whole("work_item_id")])
                    .cooperation_mode(fixture.whole("cooperation_mode"))
                    .cooperation_user_keys([fixture.text("user_key")])
                    .cooperation_team_ids([fixture.whole("team_id")])
                    .cooperation_teams([
                        feishu_project::view::ViewTeam::new()
                            .id(fixture.whole("team_id"))
                            .not_cascade(true)
                            .not_contain_team_manager(true),
                    ])
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn delete_with_nothing_optional() {
    let fixture = Fixture::start("view.delete", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .views()
                    .delete(fixture.text("project_key"), fixture.text("view_id"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn work_items_with_nothing_optional() {
    let fixture = Fixture::start("view.work_items", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .views()
                    .work_items(fixture.text("project_key"), fixture.text("view_id"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn work_items_with_everything() {
    let fixture = Fixture::start("view.work_items", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .views()
                    .work_items(fixture.text("project_key"), fixture.text("view_id"))
                    .page_size(1i64)
                    .page_num(fixture.whole("page_num"))
                    .quick_filter_id(fixture.text("quick_filter_id"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn panorama_work_items_with_nothing_optional() {
    let fixture = Fixture::start("view.panorama_work_items", "with_nothing_optional")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .views()
                    .panorama_work_items(
                        fixture.text("project_key"),
                        fixture.text("view_id"),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn panorama_work_items_with_everything() {
    let fixture = Fixture::start("view.panorama_work_items", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .views()
                    .panorama_work_items(
                        fixture.text("project_key"),
                        fixture.text("view_id"),
                    )
                    .page_size(1i64)
                    .page_num(fixture.whole("page_num"))
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
                    .quick_filter_id(fixture.text("quick_filter_id"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn list_with_nothing_optional() {
    let fixture = Fixture::start("view.list", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .views()
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
async fn list_with_everything() {
    let fixture = Fixture::start("view.list", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .views()
                    .list(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                    )
                    .view_ids([fixture.text("view_id")])
                    .created_by(fixture.text("user_key"))
                    .created_at(
                        feishu_project::common::TimeInterval::new()
                            .start(1_735_689_600_000_i64)
                            .end(1_735_689_600_000_i64),
                    )
                    .page_size(1i64)
                    .page_num(fixture.whole("page_num"))
                    .view_name(fixture.text("view_name"))
                    .is_query_quick_filter(true)
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn create_condition_view_with_nothing_optional() {
    let fixture = Fixture::start("view.create_condition_view", "with_nothing_optional")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .views()
                    .create_condition_view(
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
                        fixture.text("name"),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn create_condition_view_with_everything() {
    let fixture = Fixture::start("view.create_condition_view", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .views()
                    .create_condition_view(
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
                        fixture.text("name"),
                    )
                    .cooperation_mode(1i64)
                    .cooperation_user_keys([fixture.text("user_key")])
                    .cooperation_team_ids([fixture.whole("team_id")])
                    .meego_user_key(fixture.text("user_key"))
                    .cooperation_teams([
                        feishu_project::view::ViewTeam::new()
                            .id(fixture.whole("team_id"))
                            .not_cascade(true)
                            .not_contain_team_manager(true),
                    ])
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_condition_view_with_nothing_optional() {
    let fixture = Fixture::start("view.update_condition_view", "with_nothing_optional")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .views()
                    .update_condition_view(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.text("view_id"),
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
async fn update_condition_view_with_everything() {
    let fixture = Fixture::start("view.update_condition_view", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .views()
                    .update_condition_view(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.text("view_id"),
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
                    .cooperation_mode(1i64)
                    .cooperation_user_keys([fixture.text("user_key")])
                    .cooperation_team_ids([fixture.whole("team_id")])
                    .name(fixture.text("name"))
                    .meego_user_key(fixture.text("user_key"))
                    .cooperation_teams([
                        feishu_project::view::ViewTeam::new()
                            .id(fixture.whole("team_id"))
                            .not_cascade(true)
                            .not_contain_team_manager(true),
                    ])
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn aggregated_fields_with_nothing_optional() {
    let fixture = Fixture::start("view.aggregated_fields", "with_nothing_optional")
        .await;
    fixture.check(&|client| client.views().aggregated_fields().send()).await;
}

#[tokio::test]
async fn aggregated_fields_with_everything() {
    let fixture = Fixture::start("view.aggregated_fields", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .views()
                    .aggregated_fields()
                    .project_key(fixture.text("project_key"))
                    .send()
            },
        )
        .await;
}
