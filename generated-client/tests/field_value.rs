//! Values of fields: what each maker writes, what each reader reads, and the odd forms that responses hold.

use feishu_project::field_value::{
    AbortedValue, FormulaValue, GroupType, RichTextBlock, RichTextBlockKind, RichTextSpan, RichTextSpanKind,
};
use feishu_project::{
    DateSpan, FieldTypeKey, FieldValue, FieldValuePair, RoleOwner, SelectOption, Timestamp, TreeOption,
    UserKey, Value, WorkItemId,
};
use serde_json::json;

/// What a value looks like on the wire, and that it comes back as it went.
fn written(value: &FieldValue) -> Value {
    let text = serde_json::to_string(value).unwrap();
    assert_eq!(&serde_json::from_str::<FieldValue>(&text).unwrap(), value);
    serde_json::from_str(&text).unwrap()
}

fn read(json: Value) -> FieldValue {
    serde_json::from_value(json).unwrap()
}

#[test]
fn texts_go_and_come_as_strings() {
    let values = [
        (FieldValue::text("a\nb"), FieldValue::as_text as fn(&FieldValue) -> _, "a\nb"),
        (FieldValue::link("https://example.com/?a=1"), FieldValue::as_link, "https://example.com/?a=1"),
        (FieldValue::email("a@example.com"), FieldValue::as_email, "a@example.com"),
        (FieldValue::telephone("+86 (10) 1234"), FieldValue::as_telephone, "+86 (10) 1234"),
    ];
    for (value, reader, text) in values {
        assert_eq!(written(&value), json!(text));
        assert_eq!(reader(&value).unwrap(), text);
    }
    let docs = FieldValue::cloud_docs(["https://a", "https://b"]);
    assert_eq!(written(&docs), json!(["https://a", "https://b"]));
    assert_eq!(docs.as_cloud_docs().unwrap(), ["https://a", "https://b"]);
    assert_eq!(written(&FieldValue::business("b1")), json!("b1"));
    assert_eq!(read(json!("b1")).as_business().unwrap().as_str(), "b1");
    assert_eq!(written(&FieldValue::group_type(GroupType::Bind)), json!("bind"));
    assert_eq!(read(json!("auto")).as_group_type().unwrap(), GroupType::Auto);
    assert_eq!(read(json!(17)).as_serial().unwrap(), "17");
}

#[test]
fn rich_text_goes_as_blocks_and_comes_as_text() {
    let bold = RichTextSpan::new(RichTextSpanKind::Text)
        .text("Done")
        .attrs([("bold".to_owned(), "true".to_owned())]);
    let value = FieldValue::rich_text([RichTextBlock::new(RichTextBlockKind::Paragraph, [bold])]);
    let block = json!([{
        "type": "paragraph",
        "content": [{"type": "text", "text": "Done", "attrs": {"bold": "true"}}],
    }]);
    assert_eq!(written(&value), block);
    assert_eq!(read(json!("Done")).as_rich_text().unwrap(), "Done");
}

#[test]
fn numbers_and_flags_are_plain_json() {
    assert_eq!(written(&FieldValue::number(1.5)), json!(1.5));
    assert_eq!(written(&FieldValue::integer(i64::MAX)), json!(i64::MAX));
    assert_eq!(read(json!(9_007_199_254_740_993_i64)).as_integer().unwrap(), 9_007_199_254_740_993);
    assert!((read(json!(3)).as_number().unwrap() - 3.0).abs() < f64::EPSILON);
    assert_eq!(written(&FieldValue::bool(true)), json!(true));
    assert!(!read(json!(false)).as_bool().unwrap());
    assert_eq!(written(&FieldValue::signal(false)), json!(false));
    assert_eq!(written(&FieldValue::null()), json!(null));
    assert_eq!(read(json!(true)).as_signal().unwrap(), Some(true));
    assert_eq!(read(json!(null)).as_signal().unwrap(), None);
}

#[test]
fn options_are_objects_with_their_id() {
    assert_eq!(written(&FieldValue::select("1")), json!({"value": "1"}));
    assert_eq!(
        written(&FieldValue::multi_select([SelectOption::new("1").label("P1"), "2".into()])),
        json!([{"value": "1", "label": "P1"}, {"value": "2"}]),
    );
    let option = read(json!({"label": "P0", "value": "0"})).as_select().unwrap();
    assert_eq!((option.value.as_str(), option.label.as_deref()), ("0", Some("P0")));
    assert_eq!(read(json!([{"value": "a"}, {"value": "b"}])).as_multi_select().unwrap().len(), 2);

    let path = TreeOption::new("root").children(TreeOption::new("leaf"));
    assert_eq!(
        written(&FieldValue::tree_select(path.clone())),
        json!({"value": "root", "children": {"value": "leaf"}}),
    );
    assert_eq!(
        read(json!({"value": "root", "children": {"value": "leaf", "children": null}}))
            .as_tree_select()
            .unwrap(),
        path
    );
    let paths = FieldValue::tree_multi_select([path.clone(), TreeOption::new("other")]);
    assert_eq!(paths.as_tree_multi_select().unwrap(), [path, TreeOption::new("other")]);
}

#[test]
fn users_and_work_items_are_their_ids_and_roles_are_objects() {
    assert_eq!(written(&FieldValue::user("71")), json!("71"));
    assert_eq!(written(&FieldValue::users(["71", "72"])), json!(["71", "72"]));
    assert_eq!(read(json!(["71"])).as_users().unwrap(), [UserKey::from("71")]);
    assert_eq!(read(json!("71")).as_user().unwrap(), UserKey::from("71"));
    assert_eq!(read(json!("71")).as_users().unwrap(), [UserKey::from("71")], "one user in place of a list");

    let roles = FieldValue::roles([RoleOwner::new().role("tester").owners(["71"])]);
    assert_eq!(written(&roles), json!([{"role": "tester", "owners": ["71"]}]));
    let read_roles = read(json!([{"role": "dev", "name": "Developer", "exist": true, "owners": null}]))
        .as_roles()
        .unwrap();
    assert_eq!(read_roles[0].name.as_deref(), Some("Developer"));
    assert_eq!(read_roles[0].owners, None);

    assert_eq!(written(&FieldValue::work_item(5)), json!(5));
    assert_eq!(written(&FieldValue::work_items([5, i64::MAX])), json!([5, i64::MAX]));
    assert_eq!(read(json!(5)).as_work_item().unwrap(), Some(WorkItemId::from(5)));
    assert_eq!(read(json!(null)).as_work_item().unwrap(), None);
    assert_eq!(read(json!([5, "6"])).as_work_items().unwrap(), [WorkItemId::from(5), WorkItemId::from(6)]);
}

#[test]
fn dates_are_milliseconds() {
    let day = Timestamp::from_millis(1_722_182_400_000);
    assert_eq!(written(&FieldValue::date(day)), json!(1_722_182_400_000_i64));
    assert_eq!(read(json!(1_722_182_400_000_i64)).as_date().unwrap(), day);
    let span = FieldValue::schedule(DateSpan::new(day, 1_722_268_799_999));
    let json = json!({"start_time": 1_722_182_400_000_i64, "end_time": 1_722_268_799_999_i64});
    assert_eq!(written(&span), json);
    assert_eq!(read(json).as_schedule().unwrap().start_time, day);
}

#[test]
fn compound_fields_are_groups_of_fields() {
    let pair = |key: &str, value: FieldValue| FieldValuePair::new().field_key(key).field_value(value);
    let value = FieldValue::compound([
        vec![pair("text", "a".into()), pair("level", FieldValue::select("1"))],
        vec![pair("text", "b".into())],
    ]);
    let json = json!([
        [{"field_key": "text", "field_value": "a"}, {"field_key": "level", "field_value": {"value": "1"}}],
        [{"field_key": "text", "field_value": "b"}],
    ]);
    assert_eq!(written(&value), json);
    let groups = read(json).as_compound().unwrap();
    assert_eq!(groups[0][1].field_value.as_ref().unwrap().as_select().unwrap().value, "1");
}

#[test]
fn values_that_only_responses_hold_are_read() {
    let files =
        read(json!([{"name": "a.png", "type": "image/png", "size": "1024", "uid": "u", "url": "https://f"}]));
    let file = &files.as_files().unwrap()[0];
    assert_eq!((file.size, file.id.as_ref().unwrap().as_str()), (Some(1024), "u"));

    let state = json!({"state_key": "doing", "is_init_state": false, "updated_at": 1, "history": [{"state_key": "open"}]});
    let status = read(state).as_status().unwrap();
    assert_eq!(status.history.unwrap()[0].state_key.as_ref().unwrap().as_str(), "open");

    let signal = read(json!({"status": "passed", "detail": [{"id": "1", "status": "rejected"}]}));
    assert_eq!(signal.as_multi_signal().unwrap().detail.len(), 1);
    assert_eq!(read(json!({"id": "12", "version": 3})).as_template().unwrap().id, Some(12.into()));
    assert_eq!(read(json!("12")).as_template_id().unwrap(), 12.into());
    assert_eq!(read(json!(true)).as_aborted().unwrap(), AbortedValue::Flag(true));
    assert!(
        matches!(read(json!({"is_aborted": true})).as_aborted().unwrap(), AbortedValue::Object(state) if state.is_aborted == Some(true))
    );
    assert_eq!(read(json!(2)).as_formula().unwrap(), FormulaValue::Number(2.0));
    assert_eq!(read(json!("2 d")).as_formula().unwrap(), FormulaValue::Text("2 d".into()));
    assert_eq!(read(json!(false)).as_formula().unwrap(), FormulaValue::Flag(false));
    assert_eq!(
        read(json!([{"id": "n", "name": "Build", "owners": ["71"]}])).as_nodes().unwrap()[0].owners.len(),
        1
    );
}

#[test]
fn empty_and_missing_values_are_told_apart() {
    for json in [json!(null), json!(""), json!([]), json!({})] {
        assert!(read(json).is_empty());
    }
    assert!(!read(json!(false)).is_empty() && !read(json!(0)).is_empty());
    assert_eq!(read(json!(null)).as_users().unwrap(), []);
    let pair: FieldValuePair =
        serde_json::from_value(json!({"field_key": "a", "field_value": null})).unwrap();
    assert_eq!(pair.field_value, Some(FieldValue::null()));
    let pair: FieldValuePair = serde_json::from_value(json!({"field_key": "a"})).unwrap();
    assert_eq!(pair.field_value, None);
}

#[test]
fn another_shape_is_an_error_that_names_it() {
    let error = |result: Result<(), feishu_project::DecodeError>| result.unwrap_err().to_string();
    assert_eq!(error(read(json!({"a": 1})).as_text().map(drop)), "expected a string, found an object");
    assert_eq!(error(read(json!(null)).as_text().map(drop)), "expected a string, found null");
    assert_eq!(error(read(json!("x")).as_select().map(drop)), "expected an object, found a string");
    assert_eq!(error(read(json!({"label": "P0"})).as_select().map(drop)), "member `value` is missing");
    assert_eq!(
        error(read(json!([1, {}])).as_work_items().map(drop)),
        "`[1]`: expected a whole number, found an object"
    );
}

#[test]
fn unknown_shapes_are_kept_exactly() {
    let odd = r#"{"votes":[{"id":18446744073709551615,"by":9007199254740993}],"none":null,"x":0.1}"#;
    let value: FieldValue = serde_json::from_str(odd).unwrap();
    let again: Value = serde_json::from_str(&serde_json::to_string(&value).unwrap()).unwrap();
    assert_eq!(again["votes"][0]["id"], json!(u64::MAX));
    assert_eq!(again["votes"][0]["by"], json!(9_007_199_254_740_993_i64));
    assert_eq!(&again, value.as_value());
    assert_eq!(FieldValue::new(again.clone()).into_value(), again);
}

#[test]
fn plain_values_become_field_values() {
    assert_eq!(FieldValue::from("a"), FieldValue::text("a"));
    assert_eq!(FieldValue::from(true), FieldValue::bool(true));
    assert_eq!(FieldValue::from(5), FieldValue::integer(5));
    assert_eq!(FieldValue::from(0.5), FieldValue::number(0.5));
    assert_eq!(FieldValue::from(SelectOption::new("1")), FieldValue::select("1"));
    assert_eq!(FieldValue::from(vec![UserKey::from("71")]), FieldValue::users(["71"]));
}

#[test]
fn field_types_are_read_in_both_spellings() {
    for (one, other) in [
        ("multi_select", "multi-select"),
        ("tree_select", "tree-select"),
        ("multi_user", "multi-user"),
        ("multi_text", "multi-text"),
        ("work_item_related_select", "workitem_related_select"),
    ] {
        let known = FieldTypeKey::from(one);
        assert!(!matches!(known, FieldTypeKey::Unknown(_)));
        assert_eq!(known, FieldTypeKey::from(other));
        assert_eq!(known.as_str(), one);
    }
}
