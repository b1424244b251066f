//! What lanes and meters are known by on their board, and in which order lanes are served.

use crate::priority::Order;

/// The number of a lane on its board.
pub(crate) type LaneId = usize;

/// The number of a meter on its board.
pub(crate) type MeterId = usize;

/// Where a caller stands among those of all lanes: smaller ranks go first. The first caller of each lane stands with its
/// rank in the lines of the lane's meters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank {
    pub(super) order: Order,
    /// The caller's lane, which decides between equal orders.
    pub(super) lane: LaneId,
}
