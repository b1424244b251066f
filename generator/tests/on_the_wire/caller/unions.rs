//! Members that depend on what an object is stand on its level; an object is what its members and their values say.

use wire_client::tasks::{Bug, Entry, Line, Section, Story, Task, TaskVariant};

use crate::server::{arrived, open};

#[tokio::test]
async fn the_members_of_a_variant_stand_beside_those_of_the_object() {
    let text = r#"{"points":5,"kind":"story","title":"a","id":1}"#;
    let (_, task) = open("200 OK", text, async |client| client.tasks().read(1).send().await).await;
    let task = task.unwrap();
    assert_eq!((task.id, task.title.as_deref()), (1, Some("a")));
    match &task.variant {
        TaskVariant::Story(story) => assert_eq!(story.points, 5),
        other => panic!("{other:?}"),
    }
    let request = arrived(async |client| client.tasks().replace(1, task).send().await.unwrap()).await;
    assert_eq!(request.body, r#"{"task":{"id":1,"title":"a","kind":"story","points":5}}"#);
}

#[tokio::test]
async fn what_is_sent_is_made_of_both() {
    for (task, wanted) in [
        (Task::new(2, Story::new(3)), r#"{"task":{"id":2,"kind":"story","points":3}}"#),
        (
            Task::new(2, Bug::new().seen(["here"])).title("b"),
            r#"{"task":{"id":2,"title":"b","kind":"bug","seen":["here"]}}"#,
        ),
    ] {
        let request = arrived(async |client| client.tasks().replace(2, task).send().await.unwrap()).await;
        assert_eq!(request.body, wanted);
    }
}

#[tokio::test]
async fn a_kind_of_object_that_nobody_knows_is_sent_back_as_it_came() {
    let text = r#"{"id":1,"due":[1.50],"kind":"errand"}"#;
    let (_, task) = open("200 OK", text, async |client| client.tasks().read(1).send().await).await;
    let task = task.unwrap();
    assert!(matches!(&task.variant, TaskVariant::Unknown(members) if members.get("id").is_none()));
    let request = arrived(async |client| client.tasks().replace(1, task).send().await.unwrap()).await;
    assert_eq!(request.body, r#"{"task":{"id":1,"due":[1.5],"kind":"errand"}}"#);
}

#[tokio::test]
async fn an_object_is_the_variant_that_its_values_fit() {
    let text = r#"[{"content":"a","size":1},{"content":[{"content":"b"}],"size":[2,3]},{"content":true}]"#;
    let (_, page) = open("200 OK", text, async |client| client.tasks().entries().send_with_meta().await).await;
    let page = page.unwrap();
    assert_eq!(page.meta.left_out.len(), 0, "what was given up is not told");
    let [Entry::Line(Line { content, size: Some(1), .. }), Entry::Section(section), Entry::Unknown(odd)] = &page.data[..]
    else {
        panic!("{:?}", page.data);
    };
    assert_eq!((content.as_str(), odd.to_string()), ("a", r#"{"content":true}"#.to_owned()));
    let Section { content, size, .. } = section;
    assert_eq!((content[0].content.as_str(), &size[..]), ("b", &[2, 3][..]));
}
