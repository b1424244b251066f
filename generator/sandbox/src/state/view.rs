//! Views: work items chosen by hand or by conditions.

use serde_json::{Value, json};

use super::Store;
use super::call::Call;
use super::filter::in_interval;
use super::item::not_found;
use super::search::Search;
use crate::refusal::{Refusal, code};
use crate::response::Reply;

/// A view.
#[derive(Clone, Debug)]
pub(super) struct View {
    id: String,
    pub(super) project: &'static str,
    type_key: &'static str,
    pub(super) name: String,
    created_by: String,
    /// In milliseconds since the epoch.
    created_at: i64,
    modified_by: String,
    selection: Selection,
}

/// How the items of a view are chosen.
#[derive(Clone, Debug)]
enum Selection {
    /// By hand: their ids.
    Items(Vec<i64>),
    /// By a search group, as it was written.
    Conditions(Value),
}

impl View {
    /// The ids of its items that are still there.
    fn items(&self, store: &Store) -> Vec<i64> {
        match &self.selection {
            Selection::Items(ids) => ids.iter().copied().filter(|id| store.items.contains_key(id)).collect(),
            Selection::Conditions(group) => {
                let item_type = store.directory.item_type(self.type_key);
                let search = item_type.and_then(|item_type| Search::compile(item_type, group));
                let Ok(search) = search else { return Vec::new() };
                let items = store.items.values();
                let of_type =
                    items.filter(|item| item.project == self.project && item.type_key == self.type_key);
                of_type.filter(|item| search.finds(item)).map(|item| item.id).collect()
            }
        }
    }

    /// The view as a hit of the search by text.
    pub(super) fn search_hit_json(&self) -> Value {
        json!({
            "ID": self.id, "name": self.name, "WorkItemTypeKey": self.type_key, "ProjectKey": self.project,
            "CreatedBy": self.created_by, "CreatedAt": self.created_at, "SearchHit": [self.name],
        })
    }

    /// The view as responses show it, with the ids of its items.
    fn to_json(&self, ids: &[i64]) -> Value {
        json!({
            "view_id": self.id, "name": self.name, "created_by": self.created_by,
            "created_at": self.created_at, "modified_by": self.modified_by,
            "work_item_id_list": ids, "editable": true,
        })
    }
}

/// Refuses ids that are not of work items of the view's type.
fn check_ids(store: &Store, type_key: &str, ids: &[i64]) -> Result<(), Refusal> {
    ids.iter().try_for_each(|id| {
        let item = store.items.get(id).ok_or_else(|| not_found(*id))?;
        let wrong_type = || Refusal::new(20010, format!("work_item_ids: {id} is no `{type_key}`"));
        if item.type_key == type_key { Ok(()) } else { Err(wrong_type()) }
    })
}

/// Adds the view that a call describes, and returns its id.
fn new_view(store: &mut Store, call: &Call<'_>, selection: Selection) -> Result<String, Refusal> {
    let project = store.directory.project(call)?.key;
    let type_key = store.directory.item_type(call.text("work_item_type_key").unwrap_or_default())?.key;
    let name = call.text("name").unwrap_or_default();
    if name.is_empty() {
        return Err(Refusal::new(code::INVALID, "name: must not be empty"));
    }
    let id = store.new_id().to_string();
    let view = View {
        id: id.clone(),
        project,
        type_key,
        name: name.to_owned(),
        created_by: call.user.to_owned(),
        created_at: call.now_ms,
        modified_by: call.user.to_owned(),
        selection,
    };
    store.views.push(view);
    Ok(id)
}

pub(super) fn create_fixed(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let ids = call.ints("work_item_id_list");
    check_ids(store, call.text("work_item_type_key").unwrap_or_default(), &ids)?;
    let id = new_view(store, call, Selection::Items(ids.clone()))?;
    let position = find(store, call, &id)?;
    Ok(Reply::Data(store.views[position].to_json(&ids)))
}

/// The position of the view with this id, in the space that the call names.
fn find(store: &Store, call: &Call<'_>, id: &str) -> Result<usize, Refusal> {
    let position = store.views.iter().position(|view| view.id == id);
    let position =
        position.ok_or_else(|| Refusal::new(30004, format!("view_id: there is no view `{id}`")))?;
    if store.directory.project(call)?.key != store.views[position].project {
        return Err(Refusal::new(20012, format!("view_id: `{id}` belongs to another space")));
    }
    Ok(position)
}

pub(super) fn update_fixed(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let position = find(store, call, call.text("view_id").unwrap_or_default())?;
    let (added, removed) = (call.ints("add_work_item_ids"), call.ints("remove_work_item_ids"));
    check_ids(store, store.views[position].type_key, &added)?;
    let view = &mut store.views[position];
    let Selection::Items(ids) = &mut view.selection else {
        return Err(Refusal::new(20011, format!("view_id: `{}` is no fixed view", view.id)));
    };
    ids.retain(|id| !removed.contains(id));
    for id in added {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    view.modified_by = call.user.to_owned();
    let view = &store.views[position];
    Ok(Reply::Data(view.to_json(&view.items(store))))
}

pub(super) fn delete(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let position = find(store, call, call.text("view_id").unwrap_or_default())?;
    store.views.remove(position);
    Ok(Reply::Done)
}

pub(super) fn items(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let position = find(store, call, call.text("view_id").unwrap_or_default())?;
    let view = &store.views[position];
    Ok(Reply::Data(view.to_json(&view.items(store))))
}

/// The items of a view with their fields. In the service a panorama may span several spaces; here it is a view like any other.
pub(super) fn panorama(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let position = find(store, call, call.text("view_id").unwrap_or_default())?;
    let ids = store.views[position].items(store);
    let found: Vec<_> = ids.iter().filter_map(|id| store.items.get(id)).collect();
    Ok(Reply::List(store.items_json(call, &found)?))
}

pub(super) fn list(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let project = store.directory.project(call)?.key;
    let type_key = store.directory.item_type(call.text("work_item_type_key").unwrap_or_default())?.key;
    let ids = call.texts("view_ids");
    let name = call.text("view_name").filter(|_| ids.is_empty()).map(str::to_lowercase);
    let found = store.views.iter().filter(|view| {
        view.project == project
            && view.type_key == type_key
            && (ids.is_empty() || ids.contains(&view.id.as_str()))
            && name.as_ref().is_none_or(|name| view.name.to_lowercase().contains(name))
            && call.text("created_by").is_none_or(|user| user == view.created_by)
            && in_interval(call.get("created_at"), view.created_at)
    });
    let shown = |view: &View| {
        json!({
            "view_id": view.id, "name": view.name, "view_url": "",
            // What the numbers mean is not documented: here 2 is a view whose items were chosen by hand.
            "view_type": if matches!(view.selection, Selection::Items(_)) { 2 } else { 1 },
            "auth": 1, "system_view": 0, "collaborators": [], "created_at": view.created_at,
            "created_by": view.created_by, "quick_filters": [],
        })
    };
    Ok(Reply::List(found.map(shown).collect()))
}

/// The conditions of a call, checked against the type that it names.
fn conditions(store: &Store, call: &Call<'_>) -> Result<Value, Refusal> {
    let item_type = store.directory.item_type(call.text("work_item_type_key").unwrap_or_default())?;
    let group = call.get("search_group").cloned().unwrap_or_default();
    if group.to_string().contains("\"current_nodes\"") {
        return Err(Refusal::new(
            code::FIELD_TYPE_UNSUPPORTED,
            "search_group: `current_nodes` is not for views",
        ));
    }
    Search::compile(item_type, &group)?;
    Ok(group)
}

pub(super) fn create_condition(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let group = conditions(store, call)?;
    let id = new_view(store, call, Selection::Conditions(group))?;
    Ok(Reply::Data(json!({"view_id": id})))
}

pub(super) fn update_condition(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let position = find(store, call, call.text("view_id").unwrap_or_default())?;
    let group = conditions(store, call)?;
    let view = &mut store.views[position];
    view.selection = Selection::Conditions(group);
    view.modified_by = call.user.to_owned();
    if let Some(name) = call.text("name") {
        view.name = name.to_owned();
    }
    Ok(Reply::Done)
}
