// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `relation`.
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
    let fixture = Fixture::start("relation.list", "with_nothing_optional").await;
    fixture
        .check(&|client| client.relations().list(fixture.text("project_key")).send())
        .await;
}

#[tokio::test]
async fn create_with_nothing_optional() {
    let fixture = Fixture::start("relation.create", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .relations()
                    .create(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.text("name"),
                        [feishu_project::config::TypeInSpace::new()],
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn create_with_everything() {
    let fixture = Fixture::start("relation.create", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .relations()
                    .create(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.text("name"),
                        [
                            feishu_project::config::TypeInSpace::new()
                                .work_item_type_key(fixture.text("work_item_type_key"))
                                .work_item_type_name(fixture.text("work_item_type_name"))
                                .project_key(fixture.text("project_key"))
                                .project_name(fixture.text("project_name")),
                        ],
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_with_nothing_optional() {
    let fixture = Fixture::start("relation.update", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .relations()
                    .update(
                        fixture.text("relation_id"),
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.text("name"),
                        [feishu_project::config::TypeInSpace::new()],
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_with_everything() {
    let fixture = Fixture::start("relation.update", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .relations()
                    .update(
                        fixture.text("relation_id"),
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.text("name"),
                        [
                            feishu_project::config::TypeInSpace::new()
                                .work_item_type_key(fixture.text("work_item_type_key"))
                                .work_item_type_name(fixture.text("work_item_type_name"))
                                .project_key(fixture.text("project_key"))
                                .project_name(fixture.text("project_name")),
                        ],
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn delete_with_nothing_optional() {
    let fixture = Fixture::start("relation.delete", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .relations()
                    .delete(fixture.text("relation_id"), fixture.text("project_key"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn create_story_relations_with_nothing_optional() {
    let fixture = Fixture::start(
            "relation.create_story_relations",
            "with_nothing_optional",
        )
        .await;
    fixture
        .check(
            &|client| {
                client
                    .relations()
                    .create_story_relations(fixture.text("project_key"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn create_story_relations_with_everything() {
    let fixture = Fixture::start("relation.create_story_relations", "with_everything")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .relations()
                    .create_story_relations(fixture.text("project_key"))
                    .story_relations([
                        feishu_project::relation::StoryRelation::new()
                            .local_work_item_id(fixture.whole("work_item_id"))
                            .remote_work_item_id(fixture.whole("work_item_id"))
                            .relation_id(fixture.text("relation_id"))
                            .merge_group(true),
                    ])
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn query_story_relations_with_nothing_optional() {
    let fixture = Fixture::start(
            "relation.query_story_relations",
            "with_nothing_optional",
        )
        .await;
    fixture
        .check(
            &|client| {
                client
                    .relations()
                    .query_story_relations(fixture.text("project_key"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn query_story_relations_with_everything() {
    let fixture = Fixture::start("relation.query_story_relations", "with_everything")
        .await;
    fixture
        .check(
            &|client| {
                client
                    .relations()
                    .query_story_relations(fixture.text("project_key"))
                    .work_item_ids([fixture.whole("work_item_id")])
                    .send()
            },
        )
        .await;
}
