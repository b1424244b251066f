//! One measured figure: one line of the table.

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// One measured figure, with what it is compared to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Figure {
    /// The part of the project that it is about, such as `limiter`.
    pub(crate) area: String,
    /// What was measured.
    pub(crate) what: String,
    /// The unit of `ours` and `theirs`, such as `ns`.
    pub(crate) unit: String,
    /// The project's figure.
    pub(crate) ours: f64,
    /// The name of the peer that it is compared with, which does the same or less; `None` if there is none.
    pub(crate) peer: Option<String>,
    /// The peer's figure, in the same unit.
    pub(crate) theirs: Option<f64>,
    /// The goal, in words; `None` if there is none.
    pub(crate) goal: Option<String>,
    /// Whether the goal is met; `None` if there is none.
    pub(crate) holds: Option<bool>,
}

impl Figure {
    /// A figure without goal or peer.
    pub(crate) fn new(area: &str, what: impl Into<String>, unit: &str, ours: f64) -> Self {
        let (area, unit) = (area.to_owned(), unit.to_owned());
        Self { area, what: what.into(), unit, ours, peer: None, theirs: None, goal: None, holds: None }
    }

    /// With a goal: at most this, in the figure's unit.
    pub(crate) fn at_most(self, most: f64) -> Self {
        let (goal, holds) = (format!("<= {most} {}", self.unit), self.ours <= most);
        self.and_goal(goal.trim_end(), holds)
    }

    /// With the figure of a peer.
    pub(crate) fn beside(mut self, peer: &str, theirs: f64) -> Self {
        self.peer = Some(peer.to_owned());
        self.theirs = Some(theirs);
        self
    }

    /// With a goal: at most `1/parts` of the peer's figure. To be called after [`beside`](Self::beside); without a
    /// peer's figure there is no such goal.
    pub(crate) fn at_most_fraction_of_peer(self, parts: u32) -> Self {
        let Some(theirs) = self.theirs else { return self };
        let holds = self.ours * f64::from(parts) <= theirs;
        self.and_goal(&format!("<= 1/{parts} of it"), holds)
    }

    /// Adds a goal. `holds` stays true only while every goal is met.
    fn and_goal(mut self, goal: &str, holds: bool) -> Self {
        self.goal = Some(self.goal.map_or_else(|| goal.to_owned(), |before| format!("{before}, {goal}")));
        self.holds = Some(self.holds.unwrap_or(true) && holds);
        self
    }

    /// Reads what a bench printed as one line of JSON.
    pub(crate) fn parse(line: &str) -> Result<Self> {
        let value: Value = serde_json::from_str(line).context("it is no JSON")?;
        let text = |key: &str| match value.get(key) {
            Some(Value::String(text)) => Ok(Some(text.clone())),
            None | Some(Value::Null) => Ok(None),
            Some(other) => bail!("`{key}` is no text but {other}"),
        };
        let number = |key: &str| match value.get(key) {
            Some(Value::Number(number)) => Ok(number.as_f64()),
            None | Some(Value::Null) => Ok(None),
            Some(other) => bail!("`{key}` is no number but {other}"),
        };
        let holds = match value.get("holds") {
            Some(Value::Bool(holds)) => Some(*holds),
            None | Some(Value::Null) => None,
            Some(other) => bail!("`holds` is neither true nor false but {other}"),
        };
        let missing = |key: &str| format!("`{key}` is missing");
        Ok(Self {
            area: text("area")?.with_context(|| missing("area"))?,
            what: text("what")?.with_context(|| missing("what"))?,
            unit: text("unit")?.with_context(|| missing("unit"))?,
            ours: number("ours")?.with_context(|| missing("ours"))?,
            peer: text("peer")?,
            theirs: number("theirs")?,
            goal: text("goal")?,
            holds,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_with_and_without_a_peer() {
        let line = r#"{"area":"limiter","what":"a round","unit":"ns","ours":141.0,"peer":"governor check",
            "theirs":18,"goal":"<= 150 ns","holds":true}"#;
        let figure = Figure::parse(line).unwrap();
        assert_eq!(
            figure,
            Figure::new("limiter", "a round", "ns", 141.0).beside("governor check", 18.0).at_most(150.0)
        );
        let bare = r#"{"area":"call","what":"a call","unit":"µs","ours":3,"peer":null}"#;
        assert_eq!(Figure::parse(bare).unwrap(), Figure::new("call", "a call", "µs", 3.0));
    }

    #[test]
    fn a_line_that_is_no_figure_says_why() {
        let why = |line: &str| format!("{:#}", Figure::parse(line).unwrap_err());
        assert!(why("{").starts_with("it is no JSON: "), "{}", why("{"));
        assert_eq!(why(r#"{"area":"call","what":"a","unit":"ns"}"#), "`ours` is missing");
        assert_eq!(
            why(r#"{"area":"call","what":"a","unit":"ns","ours":"1"}"#),
            "`ours` is no number but \"1\""
        );
        assert_eq!(why(r#"{"area":7}"#), "`area` is no text but 7");
    }

    #[test]
    fn every_goal_must_be_met() {
        let figure = |ours| Figure::new("compile", "check", "ms", ours).beside("peer", 40.0);
        let both = |ours| figure(ours).at_most(15.0).at_most_fraction_of_peer(4);
        assert_eq!(both(10.0).goal.as_deref(), Some("<= 15 ms, <= 1/4 of it"));
        assert_eq!(
            [both(10.0).holds, both(12.0).holds, both(20.0).holds],
            [Some(true), Some(false), Some(false)]
        );
        assert_eq!(figure(1.0).holds, None);
    }
}
