//! The search grammar: groups of conditions, joined by AND or OR, over the work items of one type.

mod compound;
mod param;
mod value;

use serde_json::Value;

use super::World;
use super::call::Call;
use super::compound::Values;
use super::directory::ItemType;
use super::field::FieldDef;
use super::filter;
use super::item::Item;
use crate::refusal::{Refusal, code};
use crate::response::Reply;

/// A condition, ready to be asked.
type Test = Box<dyn Fn(&Subject<'_>) -> bool>;

/// What a condition is asked of: a work item and the values of its fields, or of one group of a compound field.
#[derive(Clone, Copy)]
struct Subject<'a> {
    item: &'a Item,
    values: &'a Values,
}

/// Most conditions in one search.
const MOST: usize = 50;

/// A search: what must hold, and whether aborted items were asked for.
pub(super) struct Search {
    test: Test,
    aborted: bool,
}

impl Search {
    /// Reads a group of conditions for items of one type.
    pub(super) fn compile(item_type: &ItemType, group: &Value) -> Result<Self, Refusal> {
        let mut compiler = Compiler { scope: Scope::Item(item_type), count: 0, aborted: false };
        let test = compiler.group(group, "search_group")?;
        Ok(Self { test, aborted: compiler.aborted })
    }

    /// Whether an item is found.
    pub(super) fn finds(&self, item: &Item) -> bool {
        (!item.aborted || self.aborted) && (self.test)(&Subject { item, values: &item.fields })
    }
}

/// Whose keys conditions name.
#[derive(Clone, Copy)]
enum Scope<'a> {
    /// Those of the items of a type.
    Item(&'a ItemType),
    /// Those of the groups of a compound field.
    Groups(&'a FieldDef),
}

impl<'a> Scope<'a> {
    fn fields(self) -> &'a [FieldDef] {
        match self {
            Self::Item(item_type) => &item_type.fields,
            Self::Groups(field) => field.parts,
        }
    }
}

struct Compiler<'a> {
    scope: Scope<'a>,
    count: usize,
    aborted: bool,
}

impl Compiler<'_> {
    fn group(&mut self, group: &Value, at: &str) -> Result<Test, Refusal> {
        let all = match group["conjunction"].as_str() {
            Some("AND") => true,
            Some("OR") => false,
            _ => {
                let message = format!("{at}.conjunction: neither AND nor OR, {}", group["conjunction"]);
                return Err(Refusal::new(20072, message));
            }
        };
        let mut tests = Vec::new();
        for (index, param) in list(group, "search_params").iter().enumerate() {
            tests.push(self.param(param, &format!("{at}.search_params[{index}]"))?);
        }
        for (index, inner) in list(group, "search_groups").iter().enumerate() {
            tests.push(self.group(inner, &format!("{at}.search_groups[{index}]"))?);
        }
        Ok(Box::new(move |subject| match tests.is_empty() {
            // No condition excludes nothing.
            true => true,
            false if all => tests.iter().all(|test| test(subject)),
            false => tests.iter().any(|test| test(subject)),
        }))
    }

    fn param(&mut self, param: &Value, at: &str) -> Result<Test, Refusal> {
        self.count += 1;
        if self.count > MOST {
            return Err(Refusal::new(code::INVALID, format!("{at}: at most {MOST} conditions")));
        }
        if param["param_key"] == "work_item_status" {
            let named = |value: &Value| matches!(value.as_str(), Some("closed" | "systemEnded"));
            self.aborted |= list(param, "value").iter().any(named);
        }
        if let Some(field) = self.compound_field(param) {
            return if param["param_key"] == field.key {
                self.compound(field, param, at)
            } else {
                self.part(field, param, at)
            };
        }
        if !param["pre_operator"].is_null() {
            let what = "only for compound fields, and not on their inner conditions";
            return Err(Refusal::new(code::INVALID, format!("{at}.pre_operator: {what}")));
        }
        param::compile(self.scope, param, at)
    }
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

pub(super) fn search(world: &mut World, call: &Call<'_>) -> Result<Reply, Refusal> {
    let found = find(world, call, false)?;
    filter::page_of(world, call, found, 5000)
}

pub(super) fn universal(world: &mut World, call: &Call<'_>) -> Result<Reply, Refusal> {
    let find_aborted = call.get("features").is_some_and(|features| features["FindAborted"] == "true");
    let mut found = find(world, call, find_aborted)?;
    if call.get("sort").is_some_and(|sort| sort["order"] == "desc") {
        found.reverse();
    }
    filter::page_of(world, call, found, usize::MAX)
}

/// The items of the space and type that a call names, found by its search group, in the order of their ids.
fn find<'w>(world: &'w World, call: &Call<'_>, aborted: bool) -> Result<Vec<&'w Item>, Refusal> {
    let project = world.directory.project(call)?.key;
    let item_type = world.directory.item_type(call.text("work_item_type_key").unwrap_or_default())?;
    let group = call.get("search_group").ok_or_else(|| crate::check::missing("search_group"))?;
    let mut search = Search::compile(item_type, group)?;
    search.aborted |= aborted;
    let of_type = |item: &&Item| item.project == project && item.type_key == item_type.key;
    Ok(world.items.values().filter(of_type).filter(|item| search.finds(item)).collect())
}

pub(super) fn by_relation(world: &mut World, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item = world.item(call)?;
    let wanted = world.directory.item_type(call.text("relation_work_item_type_key").unwrap_or_default())?.key;
    let key = call.text("relation_key").unwrap_or_default();
    let item_type = world.directory.item_type(item.type_key)?;
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
    let found = ids.iter().filter_map(|id| world.items.get(id)).filter(|item| item.type_key == wanted);
    filter::page_of(world, call, found.collect(), 5000)
}
