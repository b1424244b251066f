//! Limits that endpoints or credentials share: all of them under one lock.
//!
//! A *meter* is the state of one bucket for those who count in it together. A *lane* is one credential on one endpoint:
//! the meters that its requests count in, and the callers who wait. A caller takes room in all meters of its lane at
//! once, or waits and holds none.
//!
//! Lanes that share a meter are served in the order of their first callers. Who cannot go because *another* meter is full
//! does not hold up those behind it, except in three ways that keep it from starving: the room that it lacks is kept for
//! it; once it is overdue, so is the room in its other meters, if it would not be free again by the time that the caller
//! can go; and a caller never takes part of what it needs.

mod id;
mod meter;
mod lane;
mod board;
mod serving;
mod callers;
mod requests;
mod locked_board;

pub(crate) use id::LaneId;
pub(crate) use lane::Poller;
pub(crate) use locked_board::TokioBoard;
pub(crate) use meter::{End, Report};

#[cfg(test)]
mod properties;
