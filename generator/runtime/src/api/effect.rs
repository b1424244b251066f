//! What a call does to the server.

/// Whether an endpoint changes anything, and whether that can be undone. The later, the graver.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// It only reads.
    Read,
    /// It changes something.
    Write,
    /// It removes something that cannot be had back. It is a write, too.
    Destroy,
}

impl Effect {
    /// Whether it changes anything.
    #[must_use]
    pub fn is_write(self) -> bool {
        self != Self::Read
    }

    /// Whether what holds for calls of this effect holds for those of another one: what destroys is a write.
    pub(crate) fn includes(self, other: Self) -> bool {
        self == other || (self == Self::Write && other == Self::Destroy)
    }
}
