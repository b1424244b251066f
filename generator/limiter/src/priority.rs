//! In which order waiting callers are served.

use crate::clock::TICKS_PER_SECOND;

/// How soon a waiting caller is served.
///
/// Within a priority, callers are served in the order in which they came. Across priorities, a caller counts as having
/// come later than it did: ten seconds later with `Normal`, thirty with `Low`. So urgent calls go first, and nobody
/// starves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Priority {
    /// For calls whose result somebody is waiting for.
    High,
    /// For most calls.
    #[default]
    Normal,
    /// For background work.
    Low,
}

impl Priority {
    /// How many priorities there are.
    pub(crate) const COUNT: usize = 3;

    /// How many ticks later than it did a caller counts as having come.
    pub(crate) const fn priority_offset(self) -> u64 {
        match self {
            Self::High => 0,
            Self::Normal => 10 * TICKS_PER_SECOND,
            Self::Low => 30 * TICKS_PER_SECOND,
        }
    }

    /// The order of a caller of this priority who came at this position.
    pub(crate) const fn order(self, position: QueuePosition) -> Order {
        Order { counts_from: position.0 + self.priority_offset(), priority: self }
    }

    /// The number of its line in the queue.
    pub(crate) const fn line(self) -> usize {
        self as usize
    }
}

/// Callers with smaller orders go first. Lower priorities count as having come later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Order {
    /// The tick at which the caller counts as having come: its position, later by what its priority costs.
    counts_from: u64,
    /// Decides between callers who count from the same tick.
    priority: Priority,
}

impl Order {
    /// The tick at which the caller first asked.
    pub(crate) const fn asked_at(self) -> u64 {
        self.counts_from - self.priority.priority_offset()
    }
}

/// When a caller first asked for a slot. A call that is retried passes its old position, so that it comes before all
/// callers who came later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct QueuePosition(
    /// The tick at which it asked.
    pub(crate) u64,
);
