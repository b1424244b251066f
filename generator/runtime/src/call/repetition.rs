//! What it does to send the request of a call again.

/// What it does to send the request of a call again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Repetition {
    /// A read does nothing more, a write may.
    ByEffect,
    /// Nothing more than sending it once.
    Harmless,
    /// The same, and so many attempts are made even where the policy's `max_attempts` is smaller, unless that is 1.
    HarmlessAtLeast(u32),
}

impl Repetition {
    /// How many attempts are made at least, if the policy repeats anything.
    pub(crate) fn min_attempts(self) -> u32 {
        if let Self::HarmlessAtLeast(attempts) = self { attempts } else { 0 }
    }
}
