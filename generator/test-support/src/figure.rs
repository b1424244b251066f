//! What a bench comes to, as lines that a program can read.

use serde_json::json;

/// One measured thing, beside the same of a peer and beside its goal where there are such.
pub struct Figure {
    area: &'static str,
    what: String,
    unit: &'static str,
    ours: f64,
    peer: Option<(String, f64)>,
    goal: Option<(String, bool)>,
}

impl Figure {
    /// A figure of ours alone.
    #[must_use]
    pub fn new(area: &'static str, what: impl Into<String>, unit: &'static str, ours: f64) -> Self {
        Self { area, what: what.into(), unit, ours, peer: None, goal: None }
    }

    /// What somebody else comes to.
    #[must_use]
    pub fn beside(mut self, peer: impl Into<String>, theirs: f64) -> Self {
        self.peer = Some((peer.into(), theirs));
        self
    }

    /// What was aimed at, and whether it is reached.
    #[must_use]
    pub fn goal(mut self, goal: impl Into<String>, holds: bool) -> Self {
        self.goal = Some((goal.into(), holds));
        self
    }

    /// Aims at no more than so many times what the peer takes.
    #[must_use]
    pub fn at_most_times(self, times: f64) -> Self {
        let holds = self.peer.as_ref().is_some_and(|(_, theirs)| self.ours <= times * theirs);
        self.goal(format!("<= {times} x"), holds)
    }

    /// Writes the figure to standard output, on a line of its own.
    pub fn print(self) {
        let Self { area, what, unit, ours, peer, goal } = self;
        let (peer, theirs) = peer.unzip();
        let (goal, holds) = goal.unzip();
        let (ours, theirs) = (rounded(ours), theirs.map(rounded));
        println!(
            "{}",
            json!({
                "area": area, "what": what, "unit": unit, "ours": ours,
                "peer": peer, "theirs": theirs, "goal": goal, "holds": holds,
            })
        );
    }
}

/// Four digits say all that a measurement knows.
fn rounded(value: f64) -> f64 {
    format!("{value:.3e}").parse().unwrap_or(value)
}

/// Whether figures were asked for in place of the usual statistics.
#[must_use]
pub fn asked_for() -> bool {
    std::env::args().any(|argument| argument == "--figures")
}
