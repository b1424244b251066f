//! Limits that endpoints or credentials share: all of them under one lock.
//!
//! A *meter* is the state of one bucket for those who count in it together. A *lane* is one credential on one endpoint:
//! the meters that its requests count in, and the callers who wait. The *board* is all meters and lanes. A caller takes room
//! in all meters of its lane at once, or waits and holds none.
//!
//! Lanes that share a meter are served in the order of their first callers. A caller who cannot go because *another* meter
//! is full does not hold up those behind it. So that it does not starve all the same, two things are kept for it: room in
//! the meter that is full, and, once the caller is overdue, room in its other meters too, unless what others take there now
//! would be free again by the time that the caller can go.

mod id;
#[cfg(feature = "redis")]
mod share;
#[cfg(feature = "redis")]
mod sharing;
mod meter;
mod lane;
mod board;
mod serving;
mod callers;
mod requests;
#[cfg(feature = "redis")]
mod speaking;
mod locked_board;

pub(crate) use id::LaneId;
pub(crate) use lane::Poller;
pub(crate) use locked_board::TokioBoard;
pub(crate) use meter::{End, Report};
#[cfg(feature = "redis")]
pub(crate) use sharing::Sharing;
#[cfg(feature = "redis")]
pub(crate) use speaking::Spoken;

#[cfg(test)]
mod properties;
