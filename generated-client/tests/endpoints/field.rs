// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `field`.

use super::world::World;

#[tokio::test]
async fn list_with_nothing_optional() {
    let world = World::start("field.list", "with_nothing_optional").await;
    let call = world.client().fields().list(world.text("project_key"));
    world.check(call.send().await);
}

#[tokio::test]
async fn list_with_everything() {
    let world = World::start("field.list", "with_everything").await;
    let call = world
        .client()
        .fields()
        .list(world.text("project_key"))
        .work_item_type_key(world.text("work_item_type_key"));
    world.check(call.send().await);
}

#[tokio::test]
async fn create_with_nothing_optional() {
    let world = World::start("field.create", "with_nothing_optional").await;
    let call = world
        .client()
        .fields()
        .create(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.text("field_name"),
            feishu_project::common::FieldTypeKey::Text,
        )
        .work_item_relation_uuid(world.text("relation_id"));
    world.check(call.send().await);
}

#[tokio::test]
async fn create_with_everything() {
    let world = World::start("field.create", "with_everything").await;
    let call = world
        .client()
        .fields()
        .create(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.text("field_name"),
            feishu_project::common::FieldTypeKey::Text,
        )
        .value_type(0i64)
        .reference_work_item_type_key(world.text("work_item_type_key"))
        .reference_field_key(world.text("field_key"))
        .field_value(
            feishu_project::field::FieldOptionInput::List(
                vec![
                    feishu_project::field::FieldOptionEdit::new().value(world
                    .text("value")).label(world.text("label")).disabled(world
                    .whole("disabled")).action(0i64).config_order(world
                    .whole("config_order")).parent_value(world.text("parent_value"))
                ],
            ),
        )
        .free_add(1i64)
        .work_item_relation_uuid(world.text("relation_id"))
        .default_value(
            feishu_project::field_value::FieldValue::text(world.text("field_value")),
        )
        .field_alias(world.text("field_alias"))
        .help_description(world.text("help_description"))
        .authorized_roles([world.text("role_key")])
        .is_multi(true)
        .format(true)
        .related_field_extra_display_infos([
            feishu_project::field::RelatedFieldDisplay::new()
                .project_key(world.text("project_key"))
                .work_item_type_key(world.text("work_item_type_key"))
                .display_field_keys([world.text("field_key")])
                .display_role_keys([world.text("role_key")])
                .display_controls([world.text("display_controls")]),
        ])
        .parent_field_key(world.text("field_key"))
        .number_config(
            feishu_project::config::NumberFormat::new()
                .scaling_ratio(world.text("scaling_ratio"))
                .display_digits(world.whole("display_digits"))
                .symbol_setting(
                    feishu_project::config::NumberSymbol::new()
                        .display(world.text("display"))
                        .value(world.text("value"))
                        .layout(world.text("layout")),
                )
                .thousandth(true),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn update_with_nothing_optional() {
    let world = World::start("field.update", "with_nothing_optional").await;
    let call = world
        .client()
        .fields()
        .update(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.text("field_key"),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn update_with_everything() {
    let world = World::start("field.update", "with_everything").await;
    let call = world
        .client()
        .fields()
        .update(
            world.text("project_key"),
            world.text("work_item_type_key"),
            world.text("field_key"),
        )
        .field_name("a")
        .field_value(
            feishu_project::field::FieldOptionInput::List(
                vec![
                    feishu_project::field::FieldOptionEdit::new().value(world
                    .text("value")).label(world.text("label")).disabled(world
                    .whole("disabled")).action(0i64).config_order(world
                    .whole("config_order")).parent_value(world.text("parent_value"))
                ],
            ),
        )
        .free_add(1i64)
        .work_item_relation_uuid(world.text("relation_id"))
        .default_value(
            feishu_project::field_value::FieldValue::text(world.text("field_value")),
        )
        .field_alias(world.text("field_alias"))
        .help_description("a")
        .authorized_roles([world.text("role_key")])
        .related_field_extra_display_infos([
            feishu_project::field::RelatedFieldDisplay::new()
                .project_key(world.text("project_key"))
                .work_item_type_key(world.text("work_item_type_key"))
                .display_field_keys([world.text("field_key")])
                .display_role_keys([world.text("role_key")])
                .display_controls([world.text("display_controls")]),
        ])
        .number_config(
            feishu_project::config::NumberFormat::new()
                .scaling_ratio(world.text("scaling_ratio"))
                .display_digits(world.whole("display_digits"))
                .symbol_setting(
                    feishu_project::config::NumberSymbol::new()
                        .display(world.text("display"))
                        .value(world.text("value"))
                        .layout(world.text("layout")),
                )
                .thousandth(true),
        );
    world.check(call.send().await);
}

#[tokio::test]
async fn options_with_nothing_optional() {
    let world = World::start("field.options", "with_nothing_optional").await;
    let call = world.client().fields().options();
    world.check(call.send().await);
}

#[tokio::test]
async fn options_with_everything() {
    let world = World::start("field.options", "with_everything").await;
    let call = world
        .client()
        .fields()
        .options()
        .work_item_id(world.whole("work_item_id"))
        .project_key(world.text("project_key"))
        .work_item_type_key(world.text("work_item_type_key"))
        .field_key(world.text("field_key"))
        .first_option_key(world.text("first_option_key"));
    world.check(call.send().await);
}
