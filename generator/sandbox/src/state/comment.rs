//! Comments, and the older calls on them, which know comments on work items alone.

use serde_json::{Value, json};

use super::Store;
use super::call::Call;
use super::comment_content::Content;
use super::item::Item;
use crate::refusal::{Refusal, code};
use crate::response::Reply;

/// A comment. The older and the newer calls work on the same ones: the id is a number to the older calls, and the same
/// digits as text to the newer ones.
#[derive(Clone, Debug)]
pub(super) struct Comment {
    pub(super) id: i64,
    /// The id of the work item that it hangs on, be it by a field or by another comment; the key of the item's type, and the
    /// space.
    pub(super) item_id: i64,
    pub(super) type_key: &'static str,
    pub(super) project: &'static str,
    pub(super) about: About,
    /// In milliseconds since the epoch.
    pub(super) created_at: i64,
    pub(super) updated_at: i64,
    /// The key of the user who wrote it.
    pub(super) author: String,
    pub(super) content: Content,
}

/// What a comment is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum About {
    /// The work item.
    Item,
    /// A field of the work item, by its key.
    Field(&'static str),
    /// Another comment, by its id.
    Comment(i64),
}

/// What a comment of the older calls says: rich text takes precedence over plain text.
fn content(call: &Call<'_>) -> Result<Content, Refusal> {
    let rich = call.get("rich_text").or_else(|| call.get("doc_rich_text"));
    let content = match (rich, call.text("content")) {
        (Some(rich), _) => Content::Blocks(rich.clone()),
        (None, text) => Content::Text(text.unwrap_or_default().to_owned()),
    };
    if content.plain().is_empty() {
        return Err(Refusal::new(1_000_051_280, "content: must be set, or rich_text"));
    }
    Ok(content)
}

impl Store {
    /// Adds a comment, and binds the files that it names to it.
    pub(super) fn add_comment(
        &mut self,
        call: &Call<'_>,
        item: i64,
        about: About,
        content: Content,
    ) -> Result<i64, Refusal> {
        let Item { project, type_key, .. } =
            *self.items.get(&item).ok_or_else(|| super::item::not_found(item))?;
        self.bind_files(call, project, &content)?;
        let (id, author) = (self.new_id(), call.user.to_owned());
        let (created_at, updated_at) = (call.now_ms, call.now_ms);
        let comment =
            Comment { id, item_id: item, type_key, project, about, created_at, updated_at, author, content };
        let shown = as_text(&comment);
        self.comments.insert(id, comment);
        self.emit_event(call, item, &["comment_added"], json!({"comment": shown}));
        Ok(id)
    }

    /// Replaces what a comment says. One that is a file cannot be changed.
    pub(super) fn edit_comment(&mut self, call: &Call<'_>, id: i64, content: Content) -> Result<(), Refusal> {
        let comment = self.comment_of_user(call, id)?;
        if comment.content.file().is_some() || content.file().is_some() {
            let message = format!("comment_id: {id} cannot be changed from or to a file");
            return Err(Refusal::new(code::INVALID, message));
        }
        let project = comment.project;
        self.bind_files(call, project, &content)?;
        if let Some(comment) = self.comments.get_mut(&id) {
            (comment.content, comment.updated_at) = (content, call.now_ms);
        }
        Ok(())
    }

    /// Removes a comment with the replies to it, which nothing could show any more. That only its author may do so is known of
    /// the older call; the newer one does the same here.
    pub(super) fn remove_comment(&mut self, call: &Call<'_>, id: i64) -> Result<(), Refusal> {
        self.comment_of_user(call, id)?;
        self.comments.retain(|_, comment| comment.id != id && comment.about != About::Comment(id));
        Ok(())
    }

    /// A comment.
    pub(super) fn comment(&self, field: &str, id: i64) -> Result<&Comment, Refusal> {
        let missing = || Refusal::new(1_000_050_052, format!("{field}: there is no comment {id}"));
        self.comments.get(&id).ok_or_else(missing)
    }

    /// A comment that the acting user wrote.
    fn comment_of_user(&self, call: &Call<'_>, id: i64) -> Result<&Comment, Refusal> {
        let comment = self.comment("comment_id", id)?;
        if comment.author != call.user {
            return Err(Refusal::new(10001, format!("comment_id: {id} was written by somebody else")));
        }
        Ok(comment)
    }
}

pub(super) fn create(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item = store.item(call)?.id;
    let id = store.add_comment(call, item, About::Item, content(call)?)?;
    Ok(Reply::Data(Value::from(id)))
}

/// A comment as the older calls show it.
fn as_text(comment: &Comment) -> Value {
    let rich = matches!(comment.content.kind(), "RICHTEXT").then(|| comment.content.forms(false));
    let mut shown = common(comment);
    shown["content"] = Value::from(comment.content.plain());
    shown["doc_rich_text"] = rich.unwrap_or_default();
    shown
}

/// The older list shows what the older calls can write: comments on the work item itself that are text. Whether the service
/// lists others there is not documented.
pub(super) fn list(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item = store.item(call)?.id;
    let shown = on_item(store, item).filter(|comment| comment.content.file().is_none()).map(as_text);
    Ok(Reply::List(shown.collect()))
}

pub(super) fn update(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let content = content(call)?;
    let id = named(store, call)?;
    store.edit_comment(call, id, content)?;
    Ok(Reply::Done)
}

pub(super) fn delete(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let id = named(store, call)?;
    store.remove_comment(call, id)?;
    Ok(Reply::Done)
}

pub(super) fn create_file(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item = store.item(call)?.id;
    let token = call.text("file_token").ok_or_else(|| crate::check::missing("file_token"))?;
    let id = store.add_comment(call, item, About::Item, Content::File(token.to_owned()))?;
    Ok(Reply::Data(Value::from(id)))
}

pub(super) fn list_files(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item = store.item(call)?.id;
    let shown = on_item(store, item).filter_map(|comment| {
        let token = comment.content.file()?;
        let file = store.uploads.file(comment.project, token)?;
        let mut shown = common(comment);
        shown["comment_file"] = json!({
            "file_token": token, "file_name": file.name, "file_size": file.bytes.len(), "file_type": file.media_type,
        });
        Some(shown)
    });
    Ok(Reply::List(shown.collect()))
}

/// The comments on a work item itself, the oldest first.
fn on_item(store: &Store, item: i64) -> impl Iterator<Item = &Comment> {
    store.comments.values().filter(move |comment| comment.item_id == item && comment.about == About::Item)
}

/// What the older lists say of every comment.
fn common(comment: &Comment) -> Value {
    json!({
        "id": comment.id, "work_item_id": comment.item_id, "work_item_type_key": comment.type_key,
        "created_at": comment.created_at, "operator": comment.author,
    })
}

/// The id of the comment that a call names, if it hangs on the work item that the call names.
fn named(store: &Store, call: &Call<'_>) -> Result<i64, Refusal> {
    let item = store.item(call)?.id;
    let id = call.int("comment_id").unwrap_or_default();
    if store.comment("comment_id", id)?.item_id != item {
        return Err(Refusal::new(20045, format!("comment_id: {id} belongs to another work item")));
    }
    Ok(id)
}
