//! The progress of a work item through its workflow: nodes of a simple template, or states.

use serde_json::{Value, json};

/// The nodes of every node flow: id, name. Each leads to the next.
pub(super) const NODES: &[(&str, &str)] =
    &[("started", "Start"), ("doing", "Do"), ("review", "Review"), ("end", "End")];

/// The states of every state flow: key, name.
pub(super) const STATES: &[(&str, &str)] =
    &[("OPEN", "Open"), ("IN PROGRESS", "In progress"), ("RESOLVED", "Resolved"), ("CLOSED", "Closed")];

/// The transitions of every state flow: id, from, to.
pub(super) const TRANSITIONS: &[(i64, &str, &str)] = &[
    (11, "OPEN", "IN PROGRESS"),
    (12, "IN PROGRESS", "RESOLVED"),
    (13, "RESOLVED", "CLOSED"),
    (14, "RESOLVED", "OPEN"),
    (15, "IN PROGRESS", "OPEN"),
];

/// Where a work item is in its workflow.
#[derive(Clone, Debug)]
pub(super) enum Flow {
    /// A flow of nodes, each with its progress.
    Nodes(Vec<Node>),
    /// A flow of states: the key of the current one, and since when, in milliseconds since the epoch.
    State { key: &'static str, since: i64 },
}

/// A node of a work item's own workflow.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    /// The keys of users.
    pub(super) owners: Vec<String>,
    pub(super) schedule: Option<Value>,
    /// The schedules of single owners, as they were written.
    pub(super) schedules: Value,
    /// The roles that are responsible, as they were written.
    pub(super) roles: Value,
    /// When it was begun, in milliseconds since 1970.
    pub(super) begun: Option<i64>,
    /// When it was finished, in milliseconds since 1970.
    pub(super) finished: Option<i64>,
}

impl Node {
    /// Whether it is begun and not finished.
    pub(super) fn is_in_progress(&self) -> bool {
        self.begun.is_some() && self.finished.is_none()
    }

    /// The API's number for its progress: 1 not begun, 2 in progress, 3 finished.
    pub(super) fn status(&self) -> i64 {
        match (self.begun, self.finished) {
            (_, Some(_)) => 3,
            (Some(_), None) => 2,
            (None, None) => 1,
        }
    }
}

impl Flow {
    /// The flow of an item that is created `now`, in milliseconds since the epoch.
    pub(super) fn begin(node_flow: bool, owner: &str, now: i64) -> Self {
        if !node_flow {
            return Self::State { key: STATES[0].0, since: now };
        }
        let node = |index: usize, (id, name): &(&'static str, &'static str)| Node {
            id,
            name,
            owners: vec![owner.to_owned()],
            schedule: None,
            schedules: json!([]),
            roles: json!([]),
            // The first node is done by the creation itself.
            begun: (index < 2).then_some(now),
            finished: (index < 1).then_some(now),
        };
        Self::Nodes(NODES.iter().enumerate().map(|(index, known)| node(index, known)).collect())
    }

    /// The key of the state that the work item is in.
    pub(super) fn state_key(&self) -> &'static str {
        match self {
            Self::State { key, .. } => key,
            Self::Nodes(nodes) => {
                nodes.iter().find(|node| node.is_in_progress()).map_or("end", |node| node.id)
            }
        }
    }

    /// Whether the work item has reached its last node or state.
    pub(super) fn is_over(&self) -> bool {
        matches!(self.state_key(), "end" | "CLOSED")
    }

    /// The nodes in progress, as work items show them.
    pub(super) fn current_nodes(&self) -> Value {
        match self {
            Self::State { .. } => json!([]),
            Self::Nodes(nodes) => {
                let current = nodes.iter().filter(|node| node.is_in_progress());
                let shown = |node: &Node| json!({"id": node.id, "name": node.name, "owners": node.owners, "milestone": false});
                current.map(shown).collect()
            }
        }
    }

    /// When each state or node was reached and left.
    pub(super) fn times(&self) -> Value {
        match self {
            Self::State { key, since } => {
                let name = STATES.iter().find(|(known, _)| known == key).map(|(_, name)| *name);
                json!([{"state_key": key, "name": name, "start_time": since, "end_time": 0}])
            }
            Self::Nodes(nodes) => {
                let reached = nodes.iter().filter(|node| node.begun.is_some());
                let shown = |node: &Node| {
                    let (start, end) = (node.begun.unwrap_or(0), node.finished.unwrap_or(0));
                    json!({"state_key": node.id, "name": node.name, "start_time": start, "end_time": end})
                };
                reached.map(shown).collect()
            }
        }
    }
}

/// Finishes a node and begins the next. With `rollback`, begins a finished node again, and resets all nodes after it.
pub(super) fn finish_or_roll_back(nodes: &mut [Node], id: &str, rollback: bool, now: i64) {
    let Some(position) = nodes.iter().position(|node| node.id == id) else { return };
    if rollback {
        for node in &mut nodes[position..] {
            (node.begun, node.finished) = (None, None);
        }
        nodes[position].begun = Some(now);
        return;
    }
    nodes[position].finished = Some(now);
    if let Some(next) = nodes.get_mut(position + 1) {
        next.begun = Some(now);
    }
    // The last node is finished as soon as it is begun.
    if let Some(last) = nodes.last_mut().filter(|last| last.begun.is_some()) {
        last.finished.get_or_insert(now);
    }
}
