//! Operation records: who did what to which work item, and when.

use serde_json::{Value, json};

use super::Store;
use super::call::Call;
use crate::refusal::{Refusal, code};
use crate::response::Reply;

/// The longest span of time that one call may ask for, in milliseconds.
const MAX_SPAN_MS: i64 = 7 * 86_400_000;

/// Something that was done to a work item.
#[derive(Clone, Debug)]
pub(super) struct Record {
    /// The work item's id.
    item_id: i64,
    project: &'static str,
    type_key: &'static str,
    /// The key of the user.
    operator: String,
    /// In milliseconds since 1970.
    time_ms: i64,
    /// What was done, as the API names it: `modify`, for one.
    operation: &'static str,
    /// To what it was done, as the API names it: `field_mod`, for one.
    module: &'static str,
    /// What is different now, as the API writes it.
    contents: Value,
}

/// A field whose value changed.
#[derive(Debug)]
pub(super) struct Change {
    pub(super) key: &'static str,
    pub(super) old: Option<Value>,
    pub(super) new: Option<Value>,
}

impl Change {
    fn to_json(&self) -> Value {
        json!({
            "object": {"object_type": "field", "object_value": self.key}, "object_property": "value",
            "old": texts(self.old.as_ref()), "new": texts(self.new.as_ref()), "add": [], "delete": [],
        })
    }
}

/// A value as records show it: a list of texts.
fn texts(value: Option<&Value>) -> Vec<String> {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    match value {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(items)) => items.iter().map(text).collect(),
        Some(value) => vec![text(value)],
    }
}

/// The contents of a record about a thing of which only the name is recorded.
pub(super) fn contents_naming(kind: &str, name: &str) -> Value {
    json!([{"object": {"object_type": kind, "object_value": name}, "old": [], "new": [], "add": [], "delete": []}])
}

impl Store {
    /// Adds a record of an operation on a work item; nothing if the item does not exist. Each module of the API has its
    /// own operations.
    pub(super) fn log_operation(
        &mut self,
        call: &Call<'_>,
        item: i64,
        (operation, module): (&'static str, &'static str),
        contents: Value,
    ) {
        let Some(changed_item) = self.items.get(&item) else { return };
        let (project, type_key) = (changed_item.project, changed_item.type_key);
        let (operator, time_ms) = (call.user.to_owned(), call.now_ms);
        self.records.push(Record {
            item_id: item,
            project,
            type_key,
            operator,
            time_ms,
            operation,
            module,
            contents,
        });
    }

    /// Adds records of changed fields. Roles have a record in another module than other fields.
    pub(super) fn record_fields(&mut self, call: &Call<'_>, item: i64, changes: &[Change]) {
        self.emit_field_changes(call, item, changes);
        let (roles, fields): (Vec<_>, Vec<_>) =
            changes.iter().partition(|change| change.key == "role_owners");
        for (module, changes) in [("field_mod", fields), ("role_and_user_mod", roles)] {
            if !changes.is_empty() {
                let contents = changes.iter().map(|change| change.to_json()).collect();
                self.log_operation(call, item, ("modify", module), contents);
            }
        }
    }
}

/// Which records a call asks for. An empty list sets no condition, except that `items` must list the work item.
struct RecordFilter<'a> {
    items: Vec<i64>,
    operators: Vec<&'a str>,
    operations: Vec<&'a str>,
    modules: Vec<&'a str>,
    /// In milliseconds since 1970, both included.
    start_ms: i64,
    end_ms: i64,
}

impl RecordFilter<'_> {
    /// Whether a record is one of those that the call asks for.
    fn matches(&self, record: &Record) -> bool {
        let accepts = |list: &[&str], value: &str| list.is_empty() || list.contains(&value);
        self.items.contains(&record.item_id)
            && accepts(&self.operators, &record.operator)
            && accepts(&self.operations, record.operation)
            && accepts(&self.modules, record.module)
            && (self.start_ms..=self.end_ms).contains(&record.time_ms)
    }
}

pub(super) fn list(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let project = store.directory.project(call)?.key;
    let (start_ms, end_ms) = (call.int("start").unwrap_or(0), call.int("end").unwrap_or(i64::MAX));
    if call.get("end").is_some() && (start_ms > end_ms || end_ms - start_ms > MAX_SPAN_MS) {
        return Err(Refusal::new(code::INVALID, "start, end: in this order, and at most 7 days apart"));
    }
    let filter = RecordFilter {
        items: call.ints("work_item_ids"),
        operators: call.texts("operator"),
        operations: call.texts("operation_type"),
        modules: call.texts("op_record_module"),
        start_ms,
        end_ms,
    };
    // In the sandbox only users act: there are no automatic rules, and plugins act for users.
    let types = call.texts("operator_type");
    let by_users = (types.is_empty() || types.contains(&"user"))
        && call.list("source_type").is_empty()
        && call.list("source").is_empty();
    let found = store.records.iter().filter(|record| by_users && record.project == project);
    let shown = found.filter(|record| filter.matches(record)).map(|record| {
        json!({
            "project_key": record.project, "work_item_id": record.item_id,
            "work_item_type_key": record.type_key, "operation_type": record.operation,
            "operation_time": record.time_ms, "operator_type": "user", "operator": record.operator,
            "op_record_module": record.module, "record_contents": record.contents,
        })
    });
    Ok(Reply::List(shown.collect()))
}
