//! Relations between work item types, and links between single work items.

use serde_json::{Map, Value, json};

use super::Store;
use super::call::{Call, as_whole_number};
use super::item::not_found;
use crate::refusal::{Refusal, code};
use crate::response::Reply;

/// A relation from one work item type to others.
#[derive(Clone, Debug)]
pub(super) struct Relation {
    id: String,
    project: &'static str,
    type_key: &'static str,
    name: String,
    /// Space and type of each end.
    ends: Vec<(&'static str, &'static str)>,
}

/// A link from one work item to another.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Link {
    pub(super) from: i64,
    pub(super) to: i64,
}

impl Relation {
    /// The relation that a space has from the beginning: issues are linked to stories.
    pub(super) fn built_in(project: &'static str) -> Self {
        let ends = vec![(project, "story")];
        Self { id: "relation-0".to_owned(), project, type_key: "issue", name: "Story".to_owned(), ends }
    }
}

impl Store {
    /// One end of a relation: a type of a space.
    fn end_json(&self, (project, type_key): (&str, &str)) -> Value {
        json!({
            "project_key": project, "project_name": self.directory.project_name(project),
            "work_item_type_key": type_key, "work_item_type_name": self.directory.type_name(type_key),
        })
    }

    /// A relation as responses show it.
    fn relation_json(&self, relation: &Relation) -> Value {
        let ends: Vec<_> = relation.ends.iter().map(|end| self.end_json(*end)).collect();
        json!({
            "id": relation.id, "name": relation.name, "disabled": false, "relation_type": 0,
            "work_item_type_key": relation.type_key,
            "work_item_type_name": self.directory.type_name(relation.type_key), "relation_details": ends,
        })
    }
}

pub(super) fn list(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let project = store.directory.project(call)?.key;
    let of_project = store.relations.iter().filter(|relation| relation.project == project);
    Ok(Reply::List(of_project.map(|relation| store.relation_json(relation)).collect()))
}

/// The relation that a call describes.
fn read_relation(store: &Store, call: &Call<'_>, id: String) -> Result<Relation, Refusal> {
    let project = store.directory.project(call)?.key;
    let type_key = store.directory.item_type(call.text("work_item_type_key").unwrap_or_default())?.key;
    let name = call.text("name").ok_or_else(|| Refusal::new(code::INVALID, "name: must not be empty"))?;
    let end = |(index, end): (usize, &Value)| {
        let path = format!("relation_details[{index}]");
        let text =
            |name: &str| end[name].as_str().ok_or_else(|| crate::check::missing(&format!("{path}.{name}")));
        let (project, type_key) = (text("project_key")?, text("work_item_type_key")?);
        store.directory.check_project(project)?;
        let project = store.directory.find_project(project).map_or("", |project| project.key);
        Ok((project, store.directory.item_type(type_key)?.key))
    };
    let ends = call.list("relation_details").iter().enumerate().map(end).collect::<Result<_, Refusal>>()?;
    Ok(Relation { id, project, type_key, name: name.to_owned(), ends })
}

pub(super) fn create(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let id = format!("relation-{}", store.new_id());
    let relation = read_relation(store, call, id.clone())?;
    store.relations.push(relation);
    Ok(Reply::Data(json!({"relation_id": id})))
}

/// The position of the relation that a call names.
fn find(store: &Store, call: &Call<'_>) -> Result<usize, Refusal> {
    let project = store.directory.project(call)?.key;
    let id = call.text("relation_id").unwrap_or_default();
    let is_meant = |relation: &Relation| relation.project == project && relation.id == id;
    let position = store.relations.iter().position(is_meant);
    position.ok_or_else(|| {
        Refusal::new(code::RECORD_NOT_FOUND, format!("relation_id: there is no relation `{id}`"))
    })
}

pub(super) fn update(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let position = find(store, call)?;
    let id = store.relations[position].id.clone();
    store.relations[position] = read_relation(store, call, id)?;
    Ok(Reply::Done)
}

pub(super) fn delete(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let position = find(store, call)?;
    let relation = store.relations.remove(position);
    Ok(Reply::Data(Value::from(relation.id)))
}

/// Links work items. What the response's texts and numbers mean is not documented: here both are ids.
pub(super) fn link(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let project = store.directory.project(call)?.key;
    let mut links = Vec::new();
    for (index, pair) in call.list("story_relations").iter().enumerate() {
        let id = |name: &str| {
            let path = format!("story_relations[{index}].{name}");
            let id = as_whole_number(&pair[name]).ok_or_else(|| crate::check::missing(&path))?;
            let known = store.items.get(&id).is_some_and(|item| item.project == project);
            if known { Ok(id) } else { Err(Refusal { message: path + ": no such item", ..not_found(id) }) }
        };
        links.push(Link { from: id("local_work_item_id")?, to: id("remote_work_item_id")? });
    }
    let shown: Map<_, _> = links.iter().map(|link| (link.from.to_string(), Value::from(link.to))).collect();
    for link in links {
        if !store.links.contains(&link) {
            store.links.push(link);
        }
    }
    Ok(Reply::Data(Value::Object(shown)))
}

pub(super) fn links(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let project = store.directory.project(call)?.key;
    let (mut spaces, mut linked) = (Map::new(), Map::new());
    for id in call.ints("work_item_ids") {
        let Some(item) = store.items.get(&id).filter(|item| item.project == project) else { continue };
        // A link is seen from both of its ends.
        let ends = store.links.iter().filter_map(|link| match *link {
            Link { from, to } if from == id => Some(to),
            Link { from, to } if to == id => Some(from),
            Link { .. } => None,
        });
        spaces.insert(id.to_string(), Value::from(item.project));
        linked.insert(id.to_string(), ends.collect());
    }
    Ok(Reply::Data(json!({"work_item_project_map": spaces, "value": linked})))
}
