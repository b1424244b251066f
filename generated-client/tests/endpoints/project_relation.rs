// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `project_relation`.
//!
//! `fixture.check` tries a call in three ways: in the sandbox, where it must succeed or be refused as
//! is known of it; against responses with something wrong in them; and against the published examples
//! of its response.
//!
//! `fixture.text` and `fixture.whole` give the id of something that exists in the sandbox where the
//! name is that of an id, and any text or number elsewhere.

use super::fixture::Fixture;

#[tokio::test]
async fn rules_with_nothing_optional() {
    let fixture = Fixture::start("project_relation.rules", "with_nothing_optional")
        .await;
    fixture
        .check(
            &|client| {
                client.project_relations().rules(fixture.text("project_key")).send()
            },
        )
        .await;
}

#[tokio::test]
async fn rules_with_everything() {
    let fixture = Fixture::start("project_relation.rules", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .project_relations()
                    .rules(fixture.text("project_key"))
                    .remote_projects([fixture.text("project_key")])
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn work_items_with_nothing_optional() {
    let fixture = Fixture::start("project_relation.work_items", "with_nothing_optional")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .project_relations()
                    .work_items(
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
async fn work_items_with_everything() {
    let fixture = Fixture::start("project_relation.work_items", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .project_relations()
                    .work_items(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                    )
                    .relation_rule_id(fixture.text("project_relation_rule_id"))
                    .relation_work_item_id(fixture.whole("work_item_id"))
                    .relation_work_item_type_key(fixture.text("work_item_type_key"))
                    .relation_project_key(fixture.text("project_key"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn bind_with_nothing_optional() {
    let fixture = Fixture::start("project_relation.bind", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .project_relations()
                    .bind(
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
async fn bind_with_everything() {
    let fixture = Fixture::start("project_relation.bind", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .project_relations()
                    .bind(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                    )
                    .relation_rule_id(fixture.text("project_relation_rule_id"))
                    .instances([
                        feishu_project::project_relation::BindInstance::new()
                            .project_key(fixture.text("project_key"))
                            .work_item_type_key(fixture.text("work_item_type_key"))
                            .work_item_id(fixture.whole("work_item_id"))
                            .chat_group_merge(fixture.whole("chat_group_merge")),
                    ])
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn unbind_with_nothing_optional() {
    let fixture = Fixture::start("project_relation.unbind", "with_nothing_optional")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .project_relations()
                    .unbind(
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
async fn unbind_with_everything() {
    let fixture = Fixture::start("project_relation.unbind", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .project_relations()
                    .unbind(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                    )
                    .relation_rule_id(fixture.text("project_relation_rule_id"))
                    .relation_work_item_id(fixture.whole("work_item_id"))
                    .send()
            },
        )
        .await;
}
