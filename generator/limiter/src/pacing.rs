//! Spreading requests out.

/// Spreads requests out, for servers that estimate instead of counting (weighted counters, GCRA with a small burst).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Pacing {
    /// How many requests may follow each other without a gap after a rest; at least one.
    pub burst: u32,
    /// How many requests less than the limit allows are spread over a window: the gap is `window / (requests - spare)`.
    /// Network delay bunches requests together, and this leaves room for it.
    pub spare: u32,
}

impl Pacing {
    /// No bursts, and room for three requests. A server that counts 15/s with a weighted counter then refuses fewer than
    /// one request in ten thousand.
    pub const EVEN: Self = Self { burst: 1, spare: 3 };
}
