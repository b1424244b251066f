//! Comments of both generations of calls, and the files that are bound to them.

use std::time::Duration;

use paceline_sandbox::Sandbox;
use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use crate::caller::{Caller, read};

const SEVEN_DAYS: Duration = Duration::from_secs(7 * 86_400);

/// A caller, a story, and the newer calls on its comments.
struct Story {
    sandbox: Sandbox,
    caller: Caller,
    id: i64,
}

impl Story {
    async fn new() -> Self {
        let sandbox = Sandbox::start().await.unwrap();
        let caller = Caller::of(&sandbox).await;
        let id = caller.story("commented", json!([])).await;
        Self { sandbox, caller, id }
    }

    /// The path of the older calls.
    fn path(&self) -> String {
        format!("/open_api/demo/work_item/story/{}", self.id)
    }

    fn item(&self) -> Value {
        json!({"type": "WORKITEM", "work_item_type_key": "story", "work_item_id": self.id.to_string()})
    }

    async fn call(&self, name: &str, mut body: Value) -> crate::caller::Response {
        body["project_key"] = json!("demo");
        self.caller.post(&format!("/open_api/comment/{name}"), body).await
    }

    async fn post(&self, object: Value, content: Value) -> String {
        let response = self.call("create", json!({"object": object, "content": content})).await;
        response.data()["comment_id"].as_str().unwrap().to_owned()
    }

    async fn query(&self, object: Value) -> Vec<Value> {
        let body = json!({"object": object, "need_rich_text_mark_down": true});
        self.call("query", body).await.data()["comments"].as_array().unwrap().clone()
    }

    async fn upload(&self, text: &str) -> String {
        let form = Form::new().part("file", Part::text(text.to_owned()).file_name("a.txt"));
        let path = "/open_api/demo/file/stream/resource/CommentAttachment/upload_form";
        let body = read(self.caller.request("POST", path).multipart(form)).await.body;
        body["data"]["file_token"].as_str().unwrap().to_owned()
    }

    /// The file, or what the refusal says.
    async fn download(&self, token: &str) -> Result<String, String> {
        let path = format!("/open_api/demo/file/stream/download/{token}");
        let response = self.caller.request("GET", &path).send().await.unwrap();
        let good = response.status() == 200;
        let text = response.text().await.unwrap();
        if good { Ok(text) } else { Err(text) }
    }
}

fn text(text: &str) -> Value {
    json!({"type": "TEXT", "text": text})
}

fn texts(comments: &[Value]) -> Vec<&str> {
    comments.iter().map(|comment| comment["content"]["rich_text"]["doc_text"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn what_is_posted_is_listed_where_it_belongs() {
    let story = Story::new().await;
    let mut field = story.item();
    (field["type"], field["field_key"]) = (json!("WORKITEMFIELD"), json!("name"));
    let first = story.post(story.item(), text("first")).await;
    let rich = json!({"type": "RICHTEXT", "markdown": "**bold** & <b>\n\n- one"});
    let second = story.post(story.item(), rich).await;
    story.post(field.clone(), text("on a field")).await;
    let parent = json!({"type": "CHILDCOMMENT", "parent_id": first});
    let reply = story.post(parent.clone(), text("reply")).await;

    let comments = story.query(story.item()).await;
    assert_eq!(texts(&comments), ["first", "bold & <b>\none"]);
    let shown = &comments[1];
    assert_eq!((&shown["comment_id"], &shown["creator"]), (&json!(second), &json!("7000000000000000001")));
    assert_eq!((&shown["object"], &shown["has_more_children"]), (&story.item(), &json!(false)));
    let content = &shown["content"];
    assert_eq!(content["type"], "RICHTEXT");
    assert_eq!(content["rich_text"]["markdown_content"]["markdown"], "**bold** & <b>\n\n- one");
    let html = content["rich_text"]["doc_html"].as_str().unwrap();
    assert!(html.starts_with("<p><strong>bold</strong> &amp; &lt;b&gt;</p>"), "{html}");
    assert_eq!(comments[0]["has_more_children"], true);
    assert_eq!(
        comments[0]["content"]["rich_text"]["markdown_content"],
        Value::Null,
        "plain text is no Markdown"
    );

    assert_eq!(texts(&story.query(field).await), ["on a field"]);
    let replies = story.query(parent).await;
    assert_eq!(texts(&replies), ["reply"]);
    assert_eq!(replies[0]["object"]["parent_id"], json!(first));

    let older = story.caller.get(&format!("{}/comments", story.path())).await;
    let older: Vec<_> = older.data().as_array().unwrap().iter().map(|comment| &comment["content"]).collect();
    assert_eq!(older, [&json!("first"), &json!("bold & <b>\none")], "the older list is of the item itself");

    // An older call and a newer one mean the same comment.
    let written =
        story.caller.post(&format!("{}/comment/create", story.path()), json!({"content": "older"})).await;
    let id = written.data().to_string();
    assert_eq!(texts(&story.query(story.item()).await)[2], "older");
    story.call("update", json!({"comment_id": id, "content": text("edited")})).await.data();
    let older = story.caller.get(&format!("{}/comments", story.path())).await;
    assert_eq!(older.data()[2]["content"], "edited");

    // With a comment go the replies to it.
    story.call("delete", json!({"comment_id": first})).await.data();
    assert_eq!(texts(&story.query(story.item()).await).len(), 2);
    let gone = story.call("update", json!({"comment_id": reply, "content": text("x")})).await;
    assert_eq!(gone.code(), 1_000_050_052);
}

#[tokio::test]
async fn pages_go_in_either_direction() {
    let story = Story::new().await;
    for number in 0..5 {
        story.post(story.item(), text(&number.to_string())).await;
    }
    for (direction, expected) in [("ASC", ["0", "1", "2", "3", "4"]), ("DESC", ["4", "3", "2", "1", "0"])] {
        let (mut cursor, mut seen) = (String::new(), Vec::new());
        loop {
            let paginator = json!({"direction": direction, "cursor": cursor, "page_size": 2});
            let body = json!({"object": story.item(), "paginator": paginator});
            let page = story.call("query", body).await.data().clone();
            let comments = page["comments"].as_array().unwrap();
            assert!(comments.len() <= 2);
            seen.extend(texts(comments).into_iter().map(str::to_owned));
            cursor = page["next_cursor"].as_str().unwrap_or_default().to_owned();
            if cursor.is_empty() {
                break;
            }
        }
        assert_eq!(seen, expected);
    }
}

#[tokio::test]
async fn comments_with_a_wrong_object_content_or_author_are_refused() {
    let story = Story::new().await;
    let comment = story.post(story.item(), text("first")).await;
    let reply = story.post(json!({"type": "CHILDCOMMENT", "parent_id": comment}), text("reply")).await;
    let other = story.caller.story("other", json!([])).await.to_string();
    let with = |name: &str, value: Value| {
        let mut object = story.item();
        object[name] = value;
        object
    };
    for (object, content, field, code) in [
        (json!({"type": "CHILDCOMMENT", "parent_id": reply}), text("x"), "object.parent_id", 20006),
        (json!({"type": "CHILDCOMMENT", "parent_id": "1"}), text("x"), "object.parent_id", 1_000_050_052),
        (
            json!({"type": "CHILDCOMMENT", "parent_id": comment, "work_item_id": other}),
            text("x"),
            "object.parent_id",
            20045,
        ),
        (with("work_item_id", json!("1")), text("x"), "work_item_id", 30005),
        (with("work_item_id", json!("one")), text("x"), "object.work_item_id", 20006),
        (with("type", json!("PAGE")), text("x"), "object.type", 20006),
        (with("type", json!("WORKITEMFIELD")), text("x"), "field_key", 20005),
        (
            json!({"type": "WORKITEMFIELD", "work_item_type_key": "story", "work_item_id": story.id.to_string(), "field_key": "none"}),
            text("x"),
            "object.field_key",
            30009,
        ),
        (story.item(), text(""), "content", 1_000_051_280),
        (story.item(), json!({"type": "PICTURE"}), "content.type", 20006),
        (story.item(), json!({"type": "FILE", "file_token": "none"}), "file_token", 30001),
    ] {
        let response = story.call("create", json!({"object": object, "content": content})).await;
        assert_eq!(response.refusal(field).1, code, "{object} {content}");
    }
    let elsewhere = json!({"project_key": "demo_two", "comment_id": comment});
    let response = story.caller.post("/open_api/comment/delete", elsewhere).await;
    assert_eq!(response.refusal("comment_id").1, 20014);
    let url = format!("{}/open_api/comment/update", story.caller.url);
    let body = json!({"project_key": "demo", "comment_id": comment, "content": text("x")});
    let stranger = story.caller.http.post(url).header("X-PLUGIN-TOKEN", &story.caller.token);
    let response = read(stranger.header("X-USER-KEY", "7000000000000000002").json(&body)).await;
    assert_eq!(response.refusal("comment_id"), (403, 10001), "only the author may change it");
    let paginator = json!({"direction": "UP"});
    let response = story.call("query", json!({"object": story.item(), "paginator": paginator})).await;
    assert_eq!(response.refusal("paginator.direction").1, 20006);
}

#[tokio::test]
async fn a_file_comes_down_once_a_comment_names_it() {
    let story = Story::new().await;
    let token = story.upload("bound").await;
    let refused = story.download(&token).await.unwrap_err();
    assert!(refused.contains("bound to nothing"), "{refused}");
    let comment = story.post(story.item(), json!({"type": "FILE", "file_token": token})).await;
    assert_eq!(story.download(&token).await.unwrap(), "bound");
    assert_eq!(story.query(story.item()).await[0]["content"]["file_token"], json!(token));
    let older = story.caller.get(&format!("{}/file_comments", story.path())).await;
    let file = &older.data()[0]["comment_file"];
    assert_eq!((&file["file_name"], &file["file_size"]), (&json!("a.txt"), &json!(5)));
    assert_eq!(story.caller.get(&format!("{}/comments", story.path())).await.data(), &json!([]));
    let edited = story.call("update", json!({"comment_id": comment, "content": text("x")})).await;
    assert_eq!(edited.refusal("comment_id").1, 20006, "a comment that is a file cannot be changed");

    let image = story.upload("image").await;
    let markdown = json!({"type": "RICHTEXT", "markdown": format!("![]({image})")});
    story.post(story.item(), markdown).await;
    assert_eq!(story.download(&image).await.unwrap(), "image");
}

#[tokio::test]
async fn a_file_that_is_bound_to_nothing_is_gone_after_seven_days() {
    let story = Story::new().await;
    let (bound, loose) = (story.upload("bound").await, story.upload("loose").await);
    story.post(story.item(), json!({"type": "FILE", "file_token": bound})).await;
    story.sandbox.advance(SEVEN_DAYS - Duration::from_secs(60));
    // Tokens have ended by now.
    let story = Story { caller: story.caller.renewed().await, ..story };
    assert!(story.download(&loose).await.unwrap_err().contains("bound to nothing"));
    story.sandbox.advance(Duration::from_secs(61));
    assert!(story.download(&loose).await.unwrap_err().contains("there is no file"));
    let content = json!({"type": "FILE", "file_token": loose});
    let response = story.call("create", json!({"object": story.item(), "content": content})).await;
    assert_eq!(response.refusal("file_token").1, 30001);
    assert_eq!(story.download(&bound).await.unwrap(), "bound");
}
