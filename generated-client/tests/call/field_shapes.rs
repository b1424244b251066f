//! What is written into a field of each type is read back by the reader of the same name, whatever shape it comes back in.

use crate::support::sandbox;
use feishu_project::common::Expand;
use feishu_project::field_value::{RichTextBlock, RichTextBlockKind, RichTextSpan, RichTextSpanKind};
use feishu_project::{DateSpan, ErrorKind, FieldValue, FieldValuePair, SelectOption, Timestamp, UserKey};
use paceline_sandbox::USER_KEY;

/// A day in 2025 as the API counts time.
const DAY: i64 = 1_735_689_600_000;

fn paragraph(text: &str) -> RichTextBlock {
    let span = RichTextSpan::new(RichTextSpanKind::Text).text(text);
    RichTextBlock::new(RichTextBlockKind::Paragraph, [span])
}

#[tokio::test]
async fn formatted_text_goes_as_blocks_and_comes_back_as_text() {
    let (_sandbox, client) = sandbox::start().await;
    let id = client
        .work_items()
        .create("demo", "story", "Ship it")
        .field("description", FieldValue::rich_text([paragraph("One & two"), paragraph("three")]))
        .send()
        .await
        .unwrap();
    let found = client
        .work_items()
        .query("demo", "story", [id])
        .expand(Expand::new().need_multi_text(true))
        .send()
        .await
        .unwrap();
    let text = found[0].field("description").unwrap().as_rich_text().unwrap();
    assert_eq!(text, "One & two\nthree");
    let all = found[0].rich_text("description").unwrap();
    assert_eq!(all.doc_text.as_deref(), Some("One & two\nthree"));
    assert_eq!(all.doc_html.as_deref(), Some("<p>One &amp; two</p><p>three</p>"));
    // A search compares the text, not the blocks.
    let hit = feishu_project::filter::rich_text("description").matches("two");
    let hits = client.work_items().search("demo", "story", hit).send().await.unwrap();
    assert_eq!(hits.items.len(), 1);
}

#[tokio::test]
async fn every_type_of_field_is_read_by_the_reader_of_its_maker() {
    let (_sandbox, client) = sandbox::start().await;
    let other = client.work_items().create("demo", "story", "Other").send().await.unwrap();
    let day = Timestamp::from(DAY);
    let span = DateSpan::new(day, day);
    let id = client
        .work_items()
        .create("demo", "story", "All of it")
        .field("field_000002", FieldValue::text("a\nb"))
        .field("field_000004", FieldValue::link("https://example.com/"))
        .field("field_000001", FieldValue::number(1.5))
        .field("field_000003", FieldValue::bool(true))
        .field("field_000009", FieldValue::signal(true))
        .field("priority", FieldValue::select("1"))
        .field("tags", FieldValue::multi_select(["red", "blue"]))
        .field("owner", FieldValue::user(USER_KEY))
        .field("watchers", FieldValue::users([USER_KEY]))
        .field("start_time", FieldValue::date(DAY))
        .field("field_000008", FieldValue::schedule(span.clone()))
        .field("field_000006", FieldValue::work_items([other]))
        .field("business", FieldValue::business("64f0000000000000000000b1"))
        .field(
            "field_000010",
            FieldValue::compound([vec![
                FieldValuePair::new().field_key("field_000011").field_value(FieldValue::text("Boxes")),
            ]]),
        )
        .send()
        .await
        .unwrap();
    let item = &client.work_items().query("demo", "story", [id]).send().await.unwrap()[0];
    let field = |key: &str| item.field(key).unwrap();
    let values =
        |options: Vec<SelectOption>| -> Vec<_> { options.into_iter().map(|option| option.value).collect() };
    assert_eq!(field("field_000002").as_text().unwrap(), "a\nb");
    assert_eq!(field("field_000004").as_link().unwrap(), "https://example.com/");
    assert_eq!(field("field_000001").as_number().unwrap(), 1.5);
    assert!(field("field_000003").as_bool().unwrap());
    assert_eq!(field("field_000009").as_signal().unwrap(), Some(true));
    assert_eq!(values(vec![field("priority").as_select().unwrap()]), ["1"]);
    assert_eq!(values(field("tags").as_multi_select().unwrap()), ["red", "blue"]);
    assert_eq!(field("owner").as_user().unwrap(), UserKey::from(USER_KEY));
    assert_eq!(field("watchers").as_users().unwrap(), [UserKey::from(USER_KEY)]);
    assert_eq!(field("start_time").as_date().unwrap(), day);
    assert_eq!(field("field_000008").as_schedule().unwrap(), span);
    assert_eq!(field("field_000006").as_work_items().unwrap(), [other]);
    assert_eq!(field("business").as_business().unwrap().as_str(), "64f0000000000000000000b1");
    let groups = field("field_000010").as_compound().unwrap();
    let part = groups[0]
        .iter()
        .find(|pair| pair.field_key.as_ref().is_some_and(|key| key.as_str() == "field_000011"));
    assert_eq!(part.unwrap().field_value.as_ref().unwrap().as_text().unwrap(), "Boxes");
}

#[tokio::test]
async fn a_value_of_another_shape_is_refused_with_the_shape_that_is_right() {
    let (_sandbox, client) = sandbox::start().await;
    for (key, value, shape) in [
        ("tags", FieldValue::text("red"), r#"[{"value": its id}]"#),
        ("priority", FieldValue::text("1"), r#"{"value": its id}"#),
        ("watchers", FieldValue::text(USER_KEY), "a list of user keys"),
        // Seconds instead of milliseconds.
        ("start_time", FieldValue::date(DAY / 1000), "milliseconds"),
        ("field_000003", FieldValue::text("yes"), "true or false"),
    ] {
        let call = client.work_items().create("demo", "story", "Wrong").field(key, value);
        let error = call.send().await.unwrap_err();
        let text = error.to_string();
        assert!(text.contains(key) && text.contains(shape), "{text}");
        assert_eq!(error.kind(), ErrorKind::Api);
    }
}
