//! The newer calls on comments, with the sandbox.

use std::time::Duration;

use feishu_project::comment::{
    CommentDirection, CommentOnField, CommentOnItem, CommentPaginator, CommentReply, CommentTargetKind,
    FileContent, PostedComment, RichTextContent, TextContent,
};
use feishu_project::file::FileUse;
use feishu_project::{CommentId, File};

use crate::support::sandbox;

fn texts(comments: &[PostedComment]) -> Vec<&str> {
    fn text(comment: &PostedComment) -> Option<&str> {
        comment.content.as_ref()?.rich_text.as_ref()?.doc_text.as_deref()
    }
    comments.iter().filter_map(text).collect()
}

#[tokio::test]
async fn comments_are_posted_listed_edited_and_removed() {
    let (_sandbox, client) = sandbox::start().await;
    let item = client.work_items().create("demo", "story", "Talk").send().await.unwrap();
    let comments = client.comments();
    let on_item = || CommentOnItem::new("story", item);

    let markdown = RichTextContent::new().markdown("**Done**, see `main`");
    let first = comments.post("demo", on_item(), markdown).send().await.unwrap().comment_id;
    let on_field = CommentOnField::new("story", item, "name");
    comments.post("demo", on_field.clone(), TextContent::new("Unclear")).send().await.unwrap();
    comments.post("demo", CommentReply::new(&first), TextContent::new("Thanks")).send().await.unwrap();

    let listed = comments.query("demo", on_item()).with_markdown(true).send().await.unwrap().items;
    assert_eq!(texts(&listed), ["Done, see main"]);
    assert_eq!(listed[0].has_more_children, Some(true));
    let rich = listed[0].content.clone().unwrap().rich_text.unwrap();
    assert_eq!(rich.markdown_content.unwrap().markdown.as_deref(), Some("**Done**, see `main`"));
    let on_field = comments.query("demo", on_field).send().await.unwrap().items;
    assert_eq!(texts(&on_field), ["Unclear"]);
    assert_eq!(on_field[0].object.clone().unwrap().kind, Some(CommentTargetKind::Field));
    let replies = comments.query("demo", CommentReply::new(&first)).send().await.unwrap().items;
    assert_eq!(texts(&replies), ["Thanks"]);
    let nested = CommentReply::new(replies[0].comment_id.clone().unwrap());
    let error = comments.post("demo", nested, TextContent::new("And?")).send().await.unwrap_err();
    assert!(error.to_string().contains("parent_id"), "{error}");

    // The older calls mean the same comment, by the same digits.
    let id: CommentId = first.as_str().parse::<i64>().unwrap().into();
    comments.update("demo", "story", item, id).content("Nearly done").send().await.unwrap();
    comments.edit("demo", &first, TextContent::new("Done after all")).send().await.unwrap();
    let older = comments.list("demo", "story", item).send().await.unwrap().items;
    let older: Vec<_> = older.iter().map(|comment| (comment.id, comment.content.as_deref())).collect();
    assert_eq!(older, [(id, Some("Done after all"))]);
    let stranger = client.with_user_key("7000000000000000002");
    let error = stranger.comments().remove("demo", &first).send().await.unwrap_err();
    assert!(error.is_permission_denied(), "{error}");
    comments.remove("demo", &first).send().await.unwrap();
    assert_eq!(comments.query("demo", on_item()).send().await.unwrap().items, []);
}

#[tokio::test]
async fn a_walk_over_comments_sees_each_once_in_the_order_asked_for() {
    let (_sandbox, client) = sandbox::start().await;
    let item = client.work_items().create("demo", "story", "Talk").send().await.unwrap();
    for number in 0..7 {
        let content = TextContent::new(number.to_string());
        client.comments().post("demo", CommentOnItem::new("story", item), content).send().await.unwrap();
    }
    for (direction, expected) in [
        (CommentDirection::OldestFirst, ["0", "1", "2", "3", "4", "5", "6"]),
        (CommentDirection::NewestFirst, ["6", "5", "4", "3", "2", "1", "0"]),
    ] {
        let paginator = CommentPaginator::new().direction(direction).page_size(3);
        let query = client.comments().query("demo", CommentOnItem::new("story", item)).paginator(paginator);
        let (mut items, mut seen) = (query.items(), Vec::new());
        while let Some(comment) = items.try_next().await.unwrap() {
            seen.push(comment);
        }
        assert_eq!(texts(&seen), expected);
    }
}

#[tokio::test]
#[expect(deprecated, reason = "the older call sees what the newer one wrote")]
async fn a_file_is_there_once_a_comment_names_it_and_gone_otherwise() {
    let (sandbox, client) = sandbox::start().await;
    let item = client.work_items().create("demo", "story", "With files").send().await.unwrap();
    let upload = async |name: &str| {
        let file = File::new(name, name.to_owned());
        let uploaded = client.files().upload("demo", FileUse::CommentAttachment, file).send().await;
        uploaded.unwrap().file_token.unwrap()
    };
    let (bound, loose) = (upload("bound.txt").await, upload("loose.txt").await);
    let error = client.files().download("demo", &bound).send().await.unwrap_err();
    assert!(error.is_not_found() && error.to_string().contains("bound to nothing"), "{error}");
    let file = FileContent::new(&bound);
    let posted =
        client.comments().post("demo", CommentOnItem::new("story", item), file).send().await.unwrap();
    let edited = client.comments().edit("demo", &posted.comment_id, TextContent::new("x")).send().await;
    assert_eq!(edited.unwrap_err().code(), Some(20006), "a comment that is a file cannot be changed");
    let files = client.comments().list_file_comments("demo", "story", item).send().await.unwrap().items;
    let shown = files[0].comment_file.clone().unwrap();
    assert_eq!((shown.file_name.as_deref(), shown.file_size), (Some("bound.txt"), Some(9)));

    sandbox.advance(Duration::from_secs(8 * 86_400));
    sandbox.revoke_tokens();
    let file = client.files().download("demo", &bound).send().await.unwrap();
    assert_eq!(file.bytes(100).await.unwrap(), "bound.txt");
    let error = client.files().download("demo", &loose).send().await.unwrap_err();
    assert!(error.to_string().contains("there is no file"), "{error}");
}
