//! Comments on work items.

use serde_json::{Value, json};

use super::Store;
use super::call::Call;
use super::rich_text::plain_text;
use crate::refusal::Refusal;
use crate::response::Reply;

/// A comment.
#[derive(Clone, Debug)]
pub(super) struct Comment {
    pub(super) id: i64,
    /// The work item's id.
    pub(super) item_id: i64,
    /// The key of the work item's type.
    type_key: &'static str,
    /// In milliseconds since the epoch.
    created_at: i64,
    /// The key of the user who wrote it.
    author: String,
    content: String,
}

/// What a comment says; rich text takes precedence over plain text.
fn content(call: &Call<'_>) -> Result<String, Refusal> {
    let rich = call.get("rich_text").or_else(|| call.get("doc_rich_text")).map(plain_text);
    let text = rich.or_else(|| call.text("content").map(str::to_owned)).filter(|text| !text.is_empty());
    text.ok_or_else(|| Refusal::new(1_000_051_280, "content: must be set, or rich_text"))
}

pub(super) fn create(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item = store.item(call)?;
    let (item, type_key) = (item.id, item.type_key);
    let content = content(call)?;
    let id = store.new_id();
    let author = call.user.to_owned();
    let comment = Comment { id, item_id: item, type_key, created_at: call.now_ms, author, content };
    store.comments.insert(id, comment);
    Ok(Reply::Data(Value::from(id)))
}

pub(super) fn list(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item = store.item(call)?.id;
    let comments = store.comments.values().filter(|comment| comment.item_id == item);
    let shown = |comment: &Comment| {
        json!({
            "id": comment.id, "work_item_id": comment.item_id, "work_item_type_key": comment.type_key,
            "created_at": comment.created_at, "operator": comment.author, "content": comment.content,
        })
    };
    Ok(Reply::List(comments.map(shown).collect()))
}

pub(super) fn update(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let text = content(call)?;
    find(store, call)?.content = text;
    Ok(Reply::Done)
}

pub(super) fn delete(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let id = find(store, call)?.id;
    store.comments.remove(&id);
    Ok(Reply::Done)
}

/// The comment that a call names; only its author may change it.
fn find<'s>(store: &'s mut Store, call: &Call<'_>) -> Result<&'s mut Comment, Refusal> {
    let item = store.item(call)?.id;
    let id = call.int("comment_id").unwrap_or_default();
    let comment = store.comments.get_mut(&id);
    let comment = comment
        .ok_or_else(|| Refusal::new(1_000_050_052, format!("comment_id: there is no comment {id}")))?;
    if comment.item_id != item {
        return Err(Refusal::new(20045, format!("comment_id: {id} belongs to another work item")));
    }
    if comment.author != call.user {
        return Err(Refusal::new(10001, format!("comment_id: {id} was written by somebody else")));
    }
    Ok(comment)
}
