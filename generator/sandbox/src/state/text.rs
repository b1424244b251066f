//! The search by text, over work items and views.

use serde_json::json;

use super::Store;
use super::call::Call;
use crate::refusal::Refusal;
use crate::response::Reply;

/// The greatest number of hits that can be paged through.
const MAX_HITS: usize = 200;

pub(super) fn search(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let query = call.text("query").unwrap_or_default();
    if query.is_empty() {
        return Err(Refusal::new(20080, "query: must not be empty"));
    }
    let words = query.to_lowercase();
    let named: Vec<_> = call.texts("project_keys").into_iter().chain(call.texts("simple_names")).collect();
    let searched = |key: &str| {
        store
            .directory
            .find_project(key)
            .is_some_and(|project| named.contains(&project.key) || named.contains(&project.simple_name))
    };
    let types = call.texts("query_sub_type");
    let hits = match call.text("query_type") {
        Some("workitem") => {
            let found = store.items.values().filter(|item| {
                searched(item.project)
                    && (types.is_empty() || types.contains(&item.type_key))
                    && item.name.to_lowercase().contains(&words)
            });
            let shown = found.map(|item| {
                json!({
                    "ID": item.id.to_string(), "name": item.name, "WorkItemTypeKey": item.type_key,
                    "ProjectKey": item.project, "CreatedBy": item.created_by, "CreatedAt": item.created_at,
                    "SearchHit": [item.name],
                })
            });
            shown.take(MAX_HITS).collect()
        }
        Some("view") => {
            let found = store
                .views
                .iter()
                .filter(|view| searched(view.project) && view.name.to_lowercase().contains(&words));
            found.map(super::view::View::search_hit_json).take(MAX_HITS).collect()
        }
        _ => return Err(Refusal::new(20081, "query_type: neither `workitem` nor `view`")),
    };
    Ok(Reply::List(hits))
}
