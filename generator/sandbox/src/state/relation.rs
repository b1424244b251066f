//! Relations between work item types, and links between single requirements.

use serde_json::{Map, Value, json};

use super::World;
use super::call::{Call, whole};
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
    pub(super) fn first(project: &'static str) -> Self {
        let ends = vec![(project, "story")];
        Self { id: "relation-0".to_owned(), project, type_key: "issue", name: "Story".to_owned(), ends }
    }
}

impl World {
    /// A type of a space, as relations show it.
    fn end_shown(&self, (project, type_key): (&str, &str)) -> Value {
        json!({
            "project_key": project, "project_name": self.directory.project_name(project),
            "work_item_type_key": type_key, "work_item_type_name": self.directory.type_name(type_key),
        })
    }

    fn relation_shown(&self, relation: &Relation) -> Value {
        let ends: Vec<_> = relation.ends.iter().map(|end| self.end_shown(*end)).collect();
        json!({
            "id": relation.id, "name": relation.name, "disabled": false, "relation_type": 0,
            "work_item_type_key": relation.type_key,
            "work_item_type_name": self.directory.type_name(relation.type_key), "relation_details": ends,
        })
    }
}

pub(super) fn list(world: &mut World, call: &Call<'_>) -> Result<Reply, Refusal> {
    let project = world.directory.project(call)?.key;
    let of_project = world.relations.iter().filter(|relation| relation.project == project);
    Ok(Reply::List(of_project.map(|relation| world.relation_shown(relation)).collect()))
}

/// The relation that a call describes.
fn read(world: &World, call: &Call<'_>, id: String) -> Result<Relation, Refusal> {
    let project = world.directory.project(call)?.key;
    let type_key = world.directory.item_type(call.text("work_item_type_key").unwrap_or_default())?.key;
    let name = call.text("name").ok_or_else(|| Refusal::new(code::INVALID, "name: must not be empty"))?;
    let end = |(index, end): (usize, &Value)| {
        let at = format!("relation_details[{index}]");
        let text =
            |name: &str| end[name].as_str().ok_or_else(|| crate::check::missing(&format!("{at}.{name}")));
        let (project, type_key) = (text("project_key")?, text("work_item_type_key")?);
        world.directory.check_project(project)?;
        let project = world.directory.find_project(project).map_or("", |project| project.key);
        Ok((project, world.directory.item_type(type_key)?.key))
    };
    let ends = call.list("relation_details").iter().enumerate().map(end).collect::<Result<_, Refusal>>()?;
    Ok(Relation { id, project, type_key, name: name.to_owned(), ends })
}

pub(super) fn create(world: &mut World, call: &Call<'_>) -> Result<Reply, Refusal> {
    let id = format!("relation-{}", world.new_id());
    let relation = read(world, call, id.clone())?;
    world.relations.push(relation);
    Ok(Reply::Data(json!({"relation_id": id})))
}

/// The position of the relation that a call names.
fn find(world: &World, call: &Call<'_>) -> Result<usize, Refusal> {
    let project = world.directory.project(call)?.key;
    let id = call.text("relation_id").unwrap_or_default();
    let is_meant = |relation: &Relation| relation.project == project && relation.id == id;
    let position = world.relations.iter().position(is_meant);
    position.ok_or_else(|| Refusal::new(30015, format!("relation_id: there is no relation `{id}`")))
}

pub(super) fn update(world: &mut World, call: &Call<'_>) -> Result<Reply, Refusal> {
    let position = find(world, call)?;
    let id = world.relations[position].id.clone();
    world.relations[position] = read(world, call, id)?;
    Ok(Reply::Done)
}

pub(super) fn delete(world: &mut World, call: &Call<'_>) -> Result<Reply, Refusal> {
    let position = find(world, call)?;
    let relation = world.relations.remove(position);
    Ok(Reply::Data(Value::from(relation.id)))
}

/// Links requirements. What the response's texts and numbers mean is not documented: here both are ids.
pub(super) fn link(world: &mut World, call: &Call<'_>) -> Result<Reply, Refusal> {
    let project = world.directory.project(call)?.key;
    let mut links = Vec::new();
    for (index, asked) in call.list("story_relations").iter().enumerate() {
        let id = |name: &str| {
            let at = format!("story_relations[{index}].{name}");
            let id = whole(&asked[name]).ok_or_else(|| crate::check::missing(&at))?;
            let known = world.items.get(&id).is_some_and(|item| item.project == project);
            if known { Ok(id) } else { Err(Refusal { message: at + ": no such item", ..not_found(id) }) }
        };
        links.push(Link { from: id("local_work_item_id")?, to: id("remote_work_item_id")? });
    }
    let shown: Map<_, _> = links.iter().map(|link| (link.from.to_string(), Value::from(link.to))).collect();
    for link in links {
        if !world.links.contains(&link) {
            world.links.push(link);
        }
    }
    Ok(Reply::Data(Value::Object(shown)))
}

pub(super) fn links(world: &mut World, call: &Call<'_>) -> Result<Reply, Refusal> {
    let project = world.directory.project(call)?.key;
    let (mut spaces, mut linked) = (Map::new(), Map::new());
    for id in call.ints("work_item_ids") {
        let Some(item) = world.items.get(&id).filter(|item| item.project == project) else { continue };
        // A link is seen from both of its ends.
        let ends = world.links.iter().filter_map(|link| match *link {
            Link { from, to } if from == id => Some(to),
            Link { from, to } if to == id => Some(from),
            Link { .. } => None,
        });
        spaces.insert(id.to_string(), Value::from(item.project));
        linked.insert(id.to_string(), ends.collect());
    }
    Ok(Reply::Data(json!({"work_item_project_map": spaces, "value": linked})))
}
