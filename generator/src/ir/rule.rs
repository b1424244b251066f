//! Conditions over several members or parameters.

use super::literal::Literal;

/// A condition over several parameters of an endpoint, which are given by their index in
/// [`Endpoint::params`](super::endpoint::Endpoint::params), or over several members of a struct, which are given by theirs.
#[derive(Clone, Debug, PartialEq)]
pub enum Rule {
    /// One of them, and only one.
    ExactlyOne(Vec<usize>),
    /// One of them or more.
    AtLeastOne(Vec<usize>),
    /// One of them or none.
    AtMostOne(Vec<usize>),
    /// All of them or none.
    AllOrNone(Vec<usize>),
    /// Lists that hold at most so many items taken together.
    Together {
        /// The lists.
        params: Vec<usize>,
        /// Greatest number of items.
        max_items: u32,
    },
    /// None of `params` when `field` has one of `values`.
    ForbiddenWhen {
        /// What must not be there then.
        params: Vec<usize>,
        /// What decides it.
        field: usize,
        /// The values that forbid it.
        values: Vec<Literal>,
    },
    /// All of `params` when `field` has one of `values`.
    RequiredWhen {
        /// What is needed then.
        params: Vec<usize>,
        /// What decides it.
        field: usize,
        /// The values that make it needed.
        values: Vec<Literal>,
    },
}
