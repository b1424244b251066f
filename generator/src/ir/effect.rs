//! What a call does to the server.

/// Whether an endpoint changes anything, and whether that can be undone. The later, the graver.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// It only reads.
    Read,
    /// It changes something.
    Write,
    /// It removes something that cannot be had back. It is a write, too.
    Destroy,
}

impl Effect {
    /// The effects by their words in a spec.
    pub const WORDS: [(&'static str, Self); 3] =
        [("read", Self::Read), ("write", Self::Write), ("destroy", Self::Destroy)];

    /// Its word in a spec.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, effect)| *effect == self).map_or("", |(word, _)| word)
    }

    /// Whether it changes anything: such calls have idempotency keys and are repeated with care.
    #[must_use]
    pub fn is_write(self) -> bool {
        self != Self::Read
    }

    /// Whether what holds for calls of this effect holds for those of another one: what destroys is a write.
    #[must_use]
    pub fn includes(self, other: Self) -> bool {
        self == other || (self == Self::Write && other == Self::Destroy)
    }
}
