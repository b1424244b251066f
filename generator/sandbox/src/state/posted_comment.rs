//! The newer calls on comments: on work items, on their fields, and replies. The numbers of refusals are error codes of the
//! API, as `spec/errors.yaml` explains them.

use serde_json::{Value, json};

use super::Store;
use super::call::{Call, as_whole_number};
use super::comment::{About, Comment};
use super::comment_content::Content;
use crate::check::missing;
use crate::refusal::{Refusal, code};
use crate::response::Reply;

pub(super) fn post(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let (item, about) = target(store, call)?;
    if let About::Comment(parent) = about
        && matches!(store.comment("object.parent_id", parent)?.about, About::Comment(_))
    {
        let message = format!("object.parent_id: {parent} is a reply, and replies have none");
        return Err(Refusal::new(code::INVALID, message));
    }
    let content = Content::read(call.get("content").ok_or_else(|| missing("content"))?)?;
    let id = store.add_comment(call, item, about, content)?;
    Ok(Reply::Data(json!({"comment_id": id.to_string()})))
}

/// Without a direction the oldest comment comes first, as in the older list; what the service does is not documented.
pub(super) fn query(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let (item, about) = target(store, call)?;
    let direction = call.get("paginator").and_then(|paginator| paginator["direction"].as_str());
    let newest_first = match direction.unwrap_or("ASC") {
        "ASC" => false,
        "DESC" => true,
        other => {
            let message = format!("paginator.direction: ASC or DESC, and not `{other}`");
            return Err(Refusal::new(code::INVALID, message));
        }
    };
    let with_markdown = call.flag("need_rich_text_mark_down");
    let found = store.comments.values().filter(|comment| comment.item_id == item && comment.about == about);
    let mut shown: Vec<_> = found.map(|comment| to_json(store, comment, with_markdown)).collect();
    if newest_first {
        shown.reverse();
    }
    Ok(Reply::List(shown))
}

pub(super) fn edit(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let id = named(store, call)?;
    let content = Content::read(call.get("content").ok_or_else(|| missing("content"))?)?;
    store.edit_comment(call, id, content)?;
    Ok(Reply::Done)
}

pub(super) fn remove(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let id = named(store, call)?;
    store.remove_comment(call, id)?;
    Ok(Reply::Done)
}

/// The work item that a call is about, and what of it.
fn target(store: &Store, call: &Call<'_>) -> Result<(i64, About), Refusal> {
    let object = call.get("object").ok_or_else(|| missing("object"))?;
    let member = |name: &str| object.get(name).filter(|value| !value.is_null());
    let text = |name: &str| member(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    let id = |name: &str| {
        let field = format!("object.{name}");
        let value = member(name).ok_or_else(|| missing(&field))?;
        let unknown = || Refusal::new(code::INVALID, format!("{field}: {value} is no id"));
        as_whole_number(value).ok_or_else(unknown)
    };
    let project = store.directory.project(call)?.key;
    let kind = object["type"].as_str().unwrap_or_default();
    if kind == "CHILDCOMMENT" {
        let parent = id("parent_id")?;
        let comment = store.comment("object.parent_id", parent)?;
        if comment.project != project {
            let message = format!("object.parent_id: {parent} belongs to another space");
            return Err(Refusal::new(20014, message));
        }
        if member("work_item_id").is_some() && id("work_item_id")? != comment.item_id {
            let message = format!("object.parent_id: {parent} belongs to another work item");
            return Err(Refusal::new(20045, message));
        }
        return Ok((comment.item_id, About::Comment(parent)));
    }
    if !matches!(kind, "WORKITEM" | "WORKITEMFIELD") {
        let message = format!("object.type: WORKITEM, WORKITEMFIELD or CHILDCOMMENT, and not `{kind}`");
        return Err(Refusal::new(code::INVALID, message));
    }
    let item = store.find_item(id("work_item_id")?, Some(project), text("work_item_type_key"))?;
    if kind == "WORKITEM" {
        return Ok((item.id, About::Item));
    }
    let key = text("field_key").ok_or_else(|| missing("object.field_key"))?;
    let fields = &store.directory.item_type(item.type_key)?.fields;
    let def = fields.iter().find(|def| def.key == key);
    let def =
        def.ok_or_else(|| Refusal::new(30009, format!("object.field_key: there is no field `{key}`")))?;
    Ok((item.id, About::Field(def.key)))
}

/// The id of the comment that a call names, if it is one of the space that the call names.
fn named(store: &Store, call: &Call<'_>) -> Result<i64, Refusal> {
    let project = store.directory.project(call)?.key;
    let text = call.text("comment_id").unwrap_or_default();
    let unknown = || Refusal::new(1_000_050_052, format!("comment_id: there is no comment `{text}`"));
    let id = text.parse().map_err(|_| unknown())?;
    if store.comment("comment_id", id)?.project != project {
        return Err(Refusal::new(20014, format!("comment_id: {id} belongs to another space")));
    }
    Ok(id)
}

/// A comment as the newer calls show it. `sequence_id` and `status` stay out: what they hold is not documented.
fn to_json(store: &Store, comment: &Comment, with_markdown: bool) -> Value {
    let mut object = json!({
        "type": "WORKITEM", "work_item_type_key": comment.type_key, "work_item_id": comment.item_id.to_string(),
    });
    match comment.about {
        About::Item => {}
        About::Field(key) => (object["type"], object["field_key"]) = ("WORKITEMFIELD".into(), key.into()),
        About::Comment(parent) => {
            (object["type"], object["parent_id"]) = ("CHILDCOMMENT".into(), parent.to_string().into());
        }
    }
    // No replies come along, so there are more whenever there are any.
    let has_replies = store.comments.values().any(|other| other.about == About::Comment(comment.id));
    json!({
        "comment_id": comment.id.to_string(), "project_key": comment.project, "object": object,
        "creator": comment.author, "has_more_children": has_replies,
        "content": {
            "type": comment.content.kind(), "rich_text": comment.content.forms(with_markdown),
            "file_token": comment.content.file(),
            "create_time": comment.created_at, "update_time": comment.updated_at,
        },
    })
}
