//! The search grammar: groups of conditions, joined by AND or OR, over the work items of one type.

mod compound;
mod param;
mod value;

use serde_json::Value;

use super::Store;
use super::call::Call;
use super::compound::Values;
use super::directory::ItemType;
use super::field::FieldDef;
use super::filter;
use super::item::Item;
use crate::refusal::{Refusal, code};
use crate::response::Reply;

/// A compiled condition: whether it holds for a subject.
type Test = Box<dyn Fn(&Subject<'_>) -> bool>;

/// What a condition is tested on: a work item with the values of its fields, or with those of one group of a compound
/// field.
#[derive(Clone, Copy)]
struct Subject<'a> {
    item: &'a Item,
    values: &'a Values,
}

/// A compiled search.
pub(super) struct Search {
    test: Test,
    /// Whether aborted items are found too.
    finds_aborted: bool,
}

impl Search {
    /// Reads a group of conditions for items of one type.
    pub(super) fn compile(item_type: &ItemType, group: &Value) -> Result<Self, Refusal> {
        let mut compiler = Compiler { scope: Scope::Item(item_type), finds_aborted: false };
        let test = compiler.group(group, "search_group")?;
        Ok(Self { test, finds_aborted: compiler.finds_aborted })
    }

    /// Whether an item is found.
    pub(super) fn finds(&self, item: &Item) -> bool {
        (!item.aborted || self.finds_aborted) && (self.test)(&Subject { item, values: &item.fields })
    }
}

/// What the keys in conditions refer to.
#[derive(Clone, Copy)]
enum Scope<'a> {
    /// The fields of the items of a type.
    Item(&'a ItemType),
    /// The fields inside the groups of a compound field.
    Groups(&'a FieldDef),
}

impl<'a> Scope<'a> {
    /// The fields that keys refer to.
    fn fields(self) -> &'a [FieldDef] {
        match self {
            Self::Item(item_type) => &item_type.fields,
            Self::Groups(field) => field.parts,
        }
    }
}

/// Turns search groups into tests.
struct Compiler<'a> {
    scope: Scope<'a>,
    /// Whether a condition asks for the state of aborted items.
    finds_aborted: bool,
}

impl Compiler<'_> {
    /// Compiles a group: its conditions and inner groups, joined. `path` is its path in the request, for messages.
    fn group(&mut self, group: &Value, path: &str) -> Result<Test, Refusal> {
        let needs_all = match group["conjunction"].as_str() {
            Some("AND") => true,
            Some("OR") => false,
            _ => {
                let message = format!("{path}.conjunction: neither AND nor OR, {}", group["conjunction"]);
                return Err(Refusal::new(20072, message));
            }
        };
        let mut tests = Vec::new();
        for (index, param) in list(group, "search_params").iter().enumerate() {
            tests.push(self.param(param, &format!("{path}.search_params[{index}]"))?);
        }
        for (index, inner) in list(group, "search_groups").iter().enumerate() {
            tests.push(self.group(inner, &format!("{path}.search_groups[{index}]"))?);
        }
        Ok(Box::new(move |subject| match tests.is_empty() {
            // A group without conditions finds everything.
            true => true,
            false if needs_all => tests.iter().all(|test| test(subject)),
            false => tests.iter().any(|test| test(subject)),
        }))
    }

    /// Compiles a condition, which the API calls a search parameter.
    fn param(&mut self, param: &Value, path: &str) -> Result<Test, Refusal> {
        if param["param_key"] == "work_item_status" {
            let is_aborted_state = |value: &Value| matches!(value.as_str(), Some("closed" | "systemEnded"));
            self.finds_aborted |= list(param, "value").iter().any(is_aborted_state);
        }
        if let Some(field) = self.compound_field(param) {
            return if param["param_key"] == field.key {
                self.compound(field, param, path)
            } else {
                self.part(field, param, path)
            };
        }
        if !param["pre_operator"].is_null() {
            let reason = "only for compound fields, and not on their inner conditions";
            return Err(Refusal::new(code::INVALID, format!("{path}.pre_operator: {reason}")));
        }
        param::compile(self.scope, param, path)
    }
}

/// A member that is a list, empty if it is none.
fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

pub(super) fn search(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let find_aborted = false;
    let found = find(store, call, find_aborted)?;
    filter::reply_with_items(store, call, found, filter::MAX_FOUND)
}

pub(super) fn universal(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let find_aborted = call.get("features").is_some_and(|features| features["FindAborted"] == "true");
    let mut found = find(store, call, find_aborted)?;
    if call.get("sort").is_some_and(|sort| sort["order"] == "desc") {
        found.reverse();
    }
    filter::reply_with_items(store, call, found, usize::MAX)
}

/// The items of the space and type that a call names, found by its search group, in the order of their ids.
fn find<'s>(store: &'s Store, call: &Call<'_>, find_aborted: bool) -> Result<Vec<&'s Item>, Refusal> {
    let project = store.directory.project(call)?.key;
    let item_type = store.directory.item_type(call.text("work_item_type_key").unwrap_or_default())?;
    let group = call.get("search_group").ok_or_else(|| crate::check::missing("search_group"))?;
    let mut search = Search::compile(item_type, group)?;
    search.finds_aborted |= find_aborted;
    let of_type = |item: &&Item| item.project == project && item.type_key == item_type.key;
    Ok(store.items.values().filter(of_type).filter(|item| search.finds(item)).collect())
}

pub(super) fn by_relation(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item = store.item(call)?;
    let wanted = store.directory.item_type(call.text("relation_work_item_type_key").unwrap_or_default())?.key;
    let key = call.text("relation_key").unwrap_or_default();
    let item_type = store.directory.item_type(item.type_key)?;
    let def = item_type.fields.iter().find(|def| def.key == key);
    let def =
        def.ok_or_else(|| Refusal::new(30018, format!("relation_key: there is no relation `{key}`")))?;
    if !def.kind.starts_with("work_item_related") {
        return Err(Refusal::new(20061, format!("relation_key: `{key}` is no relation")));
    }
    let ids = match item.fields.get(def.key) {
        Some(Value::Array(ids)) => ids.iter().filter_map(Value::as_i64).collect(),
        Some(id) => id.as_i64().into_iter().collect(),
        None => Vec::new(),
    };
    let found = ids.iter().filter_map(|id| store.items.get(id)).filter(|item| item.type_key == wanted);
    filter::reply_with_items(store, call, found.collect(), filter::MAX_FOUND)
}
