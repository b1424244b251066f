//! What lanes and meters are known by on their board, and in which order lanes are served.

use crate::priority::Priority;

/// The number of a lane on its board.
pub(crate) type LaneId = usize;

/// The number of a meter on its board.
pub(crate) type MeterId = usize;

/// Callers with smaller values go first: the position in the queue, later by what the priority is worth, and the priority.
pub(super) type Order = (u64, Priority);

/// The first caller of a lane in the lines of its meters: its order, and the lane as a tie-break.
pub(super) type Turn = (Order, LaneId);
