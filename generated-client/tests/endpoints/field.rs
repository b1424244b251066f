// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `field`.
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
    let fixture = Fixture::start("field.list", "with_nothing_optional").await;
    fixture
        .check(&|client| client.fields().list(fixture.text("project_key")).send())
        .await;
}

#[tokio::test]
async fn list_with_everything() {
    let fixture = Fixture::start("field.list", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .fields()
                    .list(fixture.text("project_key"))
                    .work_item_type_key(fixture.text("work_item_type_key"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn create_with_nothing_optional() {
    let fixture = Fixture::start("field.create", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .fields()
                    .create(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.text("field_name"),
                        feishu_project::common::FieldTypeKey::Text,
                    )
                    .work_item_relation_uuid(fixture.text("relation_id"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn create_with_everything() {
    let fixture = Fixture::start("field.create", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .fields()
                    .create(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.text("field_name"),
                        feishu_project::common::FieldTypeKey::Text,
                    )
                    .value_type(0i64)
                    .reference_work_item_type_key(fixture.text("work_item_type_key"))
                    .reference_field_key(fixture.text("field_key"))
                    .field_value(
                        feishu_project::field::FieldOptionInput::List(
                            vec![
                                feishu_project::field::FieldOptionEdit::new().value(fixture
                                .text("value")).label(fixture.text("label"))
                                .disabled(fixture.whole("disabled")).action(0i64)
                                .config_order(fixture.whole("config_order"))
                                .parent_value(fixture.text("parent_value"))
                            ],
                        ),
                    )
                    .free_add(1i64)
                    .work_item_relation_uuid(fixture.text("relation_id"))
                    .default_value(
                        feishu_project::field_value::FieldValue::text(
                            fixture.text("field_value"),
                        ),
                    )
                    .field_alias(fixture.text("field_alias"))
                    .help_description(fixture.text("help_description"))
                    .authorized_roles([fixture.text("role_key")])
                    .is_multi(true)
                    .format(true)
                    .related_field_extra_display_infos([
                        feishu_project::field::RelatedFieldDisplay::new()
                            .project_key(fixture.text("project_key"))
                            .work_item_type_key(fixture.text("work_item_type_key"))
                            .display_field_keys([fixture.text("field_key")])
                            .display_role_keys([fixture.text("role_key")])
                            .display_controls([fixture.text("display_controls")]),
                    ])
                    .parent_field_key(fixture.text("field_key"))
                    .number_config(
                        feishu_project::config::NumberFormat::new()
                            .scaling_ratio(fixture.text("scaling_ratio"))
                            .display_digits(fixture.whole("display_digits"))
                            .symbol_setting(
                                feishu_project::config::NumberSymbol::new()
                                    .display(fixture.text("display"))
                                    .value(fixture.text("value"))
                                    .layout(fixture.text("layout")),
                            )
                            .thousandth(true),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_with_nothing_optional() {
    let fixture = Fixture::start("field.update", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .fields()
                    .update(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.text("field_key"),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn update_with_everything() {
    let fixture = Fixture::start("field.update", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .fields()
                    .update(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.text("field_key"),
                    )
                    .field_name("a")
                    .field_value(
                        feishu_project::field::FieldOptionInput::List(
                            vec![
                                feishu_project::field::FieldOptionEdit::new().value(fixture
                                .text("value")).label(fixture.text("label"))
                                .disabled(fixture.whole("disabled")).action(0i64)
                                .config_order(fixture.whole("config_order"))
                                .parent_value(fixture.text("parent_value"))
                            ],
                        ),
                    )
                    .free_add(1i64)
                    .work_item_relation_uuid(fixture.text("relation_id"))
                    .default_value(
                        feishu_project::field_value::FieldValue::text(
                            fixture.text("field_value"),
                        ),
                    )
                    .field_alias(fixture.text("field_alias"))
                    .help_description("a")
                    .authorized_roles([fixture.text("role_key")])
                    .related_field_extra_display_infos([
                        feishu_project::field::RelatedFieldDisplay::new()
                            .project_key(fixture.text("project_key"))
                            .work_item_type_key(fixture.text("work_item_type_key"))
                            .display_field_keys([fixture.text("field_key")])
                            .display_role_keys([fixture.text("role_key")])
                            .display_controls([fixture.text("display_controls")]),
                    ])
                    .number_config(
                        feishu_project::config::NumberFormat::new()
                            .scaling_ratio(fixture.text("scaling_ratio"))
                            .display_digits(fixture.whole("display_digits"))
                            .symbol_setting(
                                feishu_project::config::NumberSymbol::new()
                                    .display(fixture.text("display"))
                                    .value(fixture.text("value"))
                                    .layout(fixture.text("layout")),
                            )
                            .thousandth(true),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn options_with_nothing_optional() {
    let fixture = Fixture::start("field.options", "with_nothing_optional").await;
    fixture.check(&|client| client.fields().options().send()).await;
}

#[tokio::test]
async fn options_with_everything() {
    let fixture = Fixture::start("field.options", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .fields()
                    .options()
                    .work_item_id(fixture.whole("work_item_id"))
                    .project_key(fixture.text("project_key"))
                    .work_item_type_key(fixture.text("work_item_type_key"))
                    .field_key(fixture.text("field_key"))
                    .first_option_key(fixture.text("first_option_key"))
                    .send()
            },
        )
        .await;
}
