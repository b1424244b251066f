//! How many slots are asked for at once.

/// So many slots of every limit of a key, taken all at once or not at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Demand {
    /// How many slots the caller takes: one, unless the call weighs more. Of a limit that allows fewer, all.
    pub(crate) weight: u32,
    /// How many more must be free all the same, because they are kept for callers who came before.
    pub(crate) kept: u32,
}

impl Demand {
    /// One slot, and nobody came before.
    pub(crate) const ONE: Self = Self { weight: 1, kept: 0 };

    /// How many slots beyond the first must be free of a limit that allows `effective`.
    #[inline]
    pub(crate) fn beyond_one(self, effective: u32) -> u32 {
        // The plain case is a constant where this is inlined.
        if self.weight == 1 { self.kept } else { self.weight.clamp(1, effective) - 1 + self.kept }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_that_weighs_more_than_a_limit_takes_all_of_it_but_not_what_is_kept() {
        let beyond = |weight, kept| Demand { weight, kept }.beyond_one(5);
        assert_eq!([beyond(1, 0), beyond(3, 0), beyond(5, 0), beyond(9, 0)], [0, 2, 4, 4]);
        assert_eq!([beyond(1, 2), beyond(9, 1)], [2, 5]);
    }
}
