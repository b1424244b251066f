//! What processes and the store say to each other.

use std::fmt;

/// A process, in one of its lives: one whose slots the store gave away begins a new one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ProcessId {
    /// A random number.
    pub(crate) process: u64,
    pub(crate) life: u32,
}

impl fmt::Display for ProcessId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}.{:08x}", self.process, self.life)
    }
}

/// So many slots that may be used again in so many ticks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Step {
    pub(crate) slots: u32,
    pub(crate) rest: u64,
}

/// What the server that the store runs on knows of itself.
#[cfg(test)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Server {
    /// Tells its runs apart.
    pub(crate) run: u64,
    /// For how many ticks it has been running and has lost nothing; zero if it is not known to have lost nothing.
    pub(crate) uptime: u64,
}

/// What a process says of one meter. Each says everything, so that none depends on another one's having arrived.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Statement {
    pub(crate) from: ProcessId,
    /// Grows from statement to statement of this process, also when the process has forgotten the meter in between.
    pub(crate) number: u64,
    /// The server's run, as the process knows it.
    pub(crate) run: u64,
    /// The epoch of the last response; zero before the first.
    pub(crate) epoch: u64,
    /// The store's tick in that response.
    pub(crate) seen: u64,
    /// So many ticks ago it arrived, or more.
    pub(crate) elapsed: u64,
    /// Whether the lease has ended so long ago that nothing may be claimed.
    pub(crate) stale: bool,
    /// Whether the process leaves.
    pub(crate) goodbye: bool,
    /// The longest time from the grant of a slot until the server counts its request.
    pub(crate) transit: u64,
    pub(crate) pools: Vec<PoolStatement>,
}

/// What a process says of one pool.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct PoolStatement {
    /// How many slots there are in all.
    pub(crate) slots: u32,
    /// How long a slot is in use after its request was counted.
    pub(crate) span: u64,
    /// How many slots it knows to have been given.
    pub(crate) given: u64,
    /// How many it has returned.
    pub(crate) returned: u64,
    /// The last of these, as far as the store has not confirmed them.
    pub(crate) back: Vec<Step>,
    /// How many slots it could use.
    pub(crate) demand: u32,
    /// Fewer than this many are of no use to it.
    pub(crate) least: u32,
    /// The slots that are in use for longer than a lease, come what may.
    pub(crate) busy: Vec<Step>,
}

#[cfg(test)]
impl PoolStatement {
    /// How many slots it holds.
    pub(crate) fn held(&self) -> u64 {
        self.given.saturating_sub(self.returned)
    }
}

/// What the store says to a statement.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Response {
    /// The number of the statement.
    pub(crate) number: u64,
    pub(crate) epoch: u64,
    /// The store's tick.
    pub(crate) now: u64,
    /// How many processes it knows.
    pub(crate) processes: u32,
    /// One for each pool. Without any the process holds nothing any more, and begins a new life.
    pub(crate) pools: Vec<PoolResponse>,
}

/// What the store says of one pool.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct PoolResponse {
    /// How many slots it has given to the process.
    pub(crate) given: u64,
    /// The last of these, as far as the process has not confirmed them.
    pub(crate) gifts: Vec<Step>,
    /// How many it knows to have been returned.
    pub(crate) returned: u64,
    /// Others wait: what the process holds beyond this many is asked back.
    pub(crate) keep: u32,
}

/// What the store knows of one process that shares a meter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Known {
    pub(crate) process: u64,
    /// For how many ticks it has not spoken, by the store's time.
    pub(crate) silent_for: u64,
    /// Of each pool, how many slots it holds and how many it could use.
    pub(crate) pools: Vec<(u32, u32)>,
}

/// The last `slots` slots of these steps.
pub(crate) fn last(steps: &[Step], slots: u64) -> Vec<Step> {
    let mut left = slots;
    let mut taken: Vec<Step> = Vec::new();
    for step in steps.iter().rev() {
        let slots = u64::from(step.slots).min(left);
        if slots > 0 {
            taken.push(Step { slots: slots as u32, ..*step });
        }
        left -= slots;
    }
    taken.reverse();
    taken
}

/// At most so many steps for ticks that are sorted, early ones first, with what is left of them at `now`: neighbours count as
/// the later one.
pub(crate) fn steps(ends: &[u64], most: usize, now: u64) -> Vec<Step> {
    let size = ends.len().div_ceil(most).max(1);
    let step = |chunk: &[u64]| Step {
        slots: chunk.len() as u32,
        rest: chunk.last().map_or(0, |end| end.saturating_sub(now)),
    };
    ends.chunks(size).map(step).collect()
}
