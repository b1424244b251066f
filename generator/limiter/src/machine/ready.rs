//! When a slot is free.

/// Whether a key has a free slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ready {
    /// At once.
    Now,
    /// Not before this tick, unless a request in flight ends sooner.
    At(u64),
    /// When a request in flight ends; the instant is not known.
    OnEvent,
}

impl Ready {
    /// The later of the two: a slot of every limit is needed.
    pub(crate) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::OnEvent, _) | (_, Self::OnEvent) => Self::OnEvent,
            (Self::At(a), Self::At(b)) => Self::At(a.max(b)),
            (Self::At(a), Self::Now) | (Self::Now, Self::At(a)) => Self::At(a),
            (Self::Now, Self::Now) => Self::Now,
        }
    }
}

/// Ready at `tick`, or now if that has passed.
pub(super) fn ready_at(tick: u64, now: u64) -> Ready {
    if tick > now { Ready::At(tick) } else { Ready::Now }
}
