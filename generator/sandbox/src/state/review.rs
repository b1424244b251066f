//! Reviews at the nodes of work items: opinions and conclusions, of a node as a whole and of its owners.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::Store;
use super::call::Call;
use super::flow::{Flow, Node};
use super::item::Item;
use crate::refusal::Refusal;
use crate::response::Reply;

/// The labels with which reviews are concluded: key and label.
const CONCLUSIONS: &[(&str, &str)] = &[("pass", "Passed"), ("reject", "Rejected")];

/// An opinion and a conclusion.
#[derive(Clone, Debug, Default)]
struct Finding {
    opinion: String,
    conclusion: Option<&'static str>,
}

impl Finding {
    /// The conclusion as responses show it.
    fn conclusion_json(&self) -> Option<Value> {
        let known = CONCLUSIONS.iter().find(|(key, _)| Some(*key) == self.conclusion);
        known.map(|(key, label)| json!({"key": key, "label": label, "origin_label": label}))
    }
}

/// The review of a node.
#[derive(Clone, Debug, Default)]
pub(super) struct Review {
    /// On the node as a whole.
    whole: Finding,
    /// By the keys of the node's owners.
    owners: BTreeMap<String, Finding>,
}

impl Review {
    /// The review of a node as responses show it.
    fn to_json(&self, node: &str) -> Value {
        let conclusion = |(owner, finding): (&String, &Finding)| {
            let conclusion = finding.conclusion_json();
            json!({
                "owner": owner, "owners_finished_conclusion_result": conclusion,
                "finished_conclusion_result": conclusion,
            })
        };
        let opinion = |(owner, finding): (&String, &Finding)| json!({"owner": owner, "finished_opinion_result": finding.opinion});
        let concluded = self.owners.iter().filter(|(_, finding)| finding.conclusion.is_some());
        json!({
            "node_id": node, "summary_mode": "independence",
            "opinion": {
                "finished_opinion_result": self.whole.opinion,
                "owners_finished_opinion_result": self.owners.iter().map(opinion).collect::<Vec<_>>(),
            },
            "conclusion": {
                "finished_conclusion_result": self.whole.conclusion_json(),
                "owners_finished_conclusion_result": concluded.map(conclusion).collect::<Vec<_>>(),
            },
        })
    }
}

/// The nodes of an item; a refusal if it goes through states.
fn nodes(item: &Item) -> Result<&[Node], Refusal> {
    match &item.flow {
        Flow::Nodes(nodes) => Ok(nodes),
        Flow::State { .. } => {
            Err(Refusal::new(1_000_051_120, format!("work_item_id: {} has no nodes", item.id)))
        }
    }
}

/// The refusal of a node that does not exist.
fn no_node(parameter: &str, id: &str) -> Refusal {
    Refusal::new(1_000_051_814, format!("{parameter}: the workflow has no node `{id}`"))
}

/// The nodes that a call lists.
fn listed<'a>(item: &'a Item, call: &Call<'_>) -> Result<Vec<&'a Node>, Refusal> {
    let nodes = nodes(item)?;
    let find = |id: &str| nodes.iter().find(|node| node.id == id).ok_or_else(|| no_node("node_ids", id));
    call.texts("node_ids").into_iter().map(find).collect()
}

pub(super) fn query(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item = store.item(call)?;
    let none = Review::default();
    let shown = listed(item, call)?
        .into_iter()
        .map(|node| store.reviews.get(&(item.id, node.id)).unwrap_or(&none).to_json(node.id));
    Ok(Reply::Data(json!({
        "project_key": item.project, "work_item_id": item.id,
        "finished_infos": shown.collect::<Vec<_>>(),
    })))
}

pub(super) fn options(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item = store.item(call)?;
    let labels: Vec<_> = CONCLUSIONS
        .iter()
        .map(|(key, label)| json!({"key": key, "label": label, "origin_label": label}))
        .collect();
    let shown = listed(item, call)?.into_iter().map(|node| {
        json!({
            "node_id": node.id, "finished_conclusion_option": labels,
            "finished_owners_conclusion_option": labels, "finished_overall_conclusion_option": labels,
        })
    });
    Ok(Reply::List(shown.collect()))
}

pub(super) fn update(store: &mut Store, call: &Call<'_>) -> Result<Reply, Refusal> {
    let item = store.item(call)?;
    let id = call.text("node_id").ok_or_else(|| crate::check::missing("node_id"))?;
    let node = nodes(item)?.iter().find(|node| node.id == id).ok_or_else(|| no_node("node_id", id))?;
    let (node_of_item, owners) = ((item.id, node.id), node.owners.clone());
    store.item_to_change(call)?.touch(call);
    if call.flag("reset") {
        store.reviews.remove(&node_of_item);
        return Ok(Reply::Done);
    }
    let conclusion = match call.text("finished_conclusion_option_key") {
        Some(wanted) => {
            let known = CONCLUSIONS.iter().find(|(key, _)| *key == wanted);
            let message = format!("finished_conclusion_option_key: there is no label `{wanted}`");
            Some(known.ok_or_else(|| Refusal::new(1_000_053_308, message))?.0)
        }
        None => None,
    };
    let is_by_owner = call.text("operation_type") == Some("owner");
    if is_by_owner && !owners.iter().any(|owner| owner == call.user) {
        let message = format!("operation_type: the acting user is no owner of `{id}`");
        return Err(Refusal::new(1_000_053_219, message));
    }
    let review = store.reviews.entry(node_of_item).or_default();
    let finding =
        if is_by_owner { review.owners.entry(call.user.to_owned()).or_default() } else { &mut review.whole };
    if let Some(opinion) = call.get("opinion").and_then(Value::as_str) {
        finding.opinion = opinion.to_owned();
    }
    finding.conclusion = conclusion.or(finding.conclusion);
    Ok(Reply::Done)
}
