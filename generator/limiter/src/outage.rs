//! What happens to calls while the store of shared limits is away.

/// What happens to calls while the store of shared limits does not respond, once the slots that this process holds are no
/// longer its own: about three seconds after the last response.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Outage {
    /// They wait until it responds, or until their deadlines.
    #[default]
    Wait,
    /// They fail with [`LimitError::StoreUnavailable`](crate::LimitError::StoreUnavailable).
    Fail,
    /// They go on with an equal part of each limit, by the number of processes that there were. This is the one mode
    /// **without the promise**: processes that came meanwhile are not known, and slots may be in use elsewhere. A process that
    /// the store has never responded to waits all the same.
    Share,
}

/// How a limiter behaves that shares its limits.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Conduct {
    pub(crate) outage: Outage,
    /// Whether it only says what it would hold up, and holds up nothing.
    pub(crate) observes: bool,
}
