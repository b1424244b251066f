//! Leases of slots: how several processes share the limits of one meter through a store, as two pure halves.
//!
//! A limit of `n` requests is a *pool* of `n` slots. A process holds some of them, grants with these alone, and asks nobody
//! for a grant. [`Holding`] is the half of the process and [`Shares`] that of the store; they exchange a [`Statement`] and a
//! [`Response`]. Nothing here reads a clock or waits. The script that runs in Redis does what [`Shares`] does, step by step.
//!
//! # Why it is safe
//! *What is transferred.* For each process and pool two counters only grow: `given` (slots that the store ever gave it) and
//! `returned` (slots that it ever gave back). The process learns of gifts after the store, and the store of returns after the
//! process. So what a process holds by its own counters is never more than what it holds by the store's, and the store hands
//! out only what nobody holds by its counters. Repeated and lost messages change nothing, late ones are known by their
//! numbers, and a process takes only the response to what it said last, and only within a lease: the store may forget a process
//! after that, and then respond to a copy of the same statement once more. By such a copy the store may also take notice of a
//! process anew, and then hear from it of slots that it has given to others; so it remembers since when it has known a process,
//! and whoever speaks of an earlier response begins a new life.
//!
//! *Rests.* A slot that was used is of no use to others until a window after the response. A slot that changes hands says how
//! long that still is, its *rest*; it counts from the moment at which it is heard of, so a delay only makes it longer.
//!
//! *Time.* The store trusts no clock that can be set. It counts ticks that were proved: each response says the store's tick,
//! and the next statement says how long ago, by the process's own clock, that response arrived. The store's tick becomes the
//! later of what it is and of that sum. No statement is believed more than [`Terms::credit`], and the store adds as much to
//! everything that it measures. For let something be noted at tick `v`, when the store's tick may lag behind the truth. What
//! was proved from before that moment lifts it to `v + credit` at most, since it began at `v` or earlier; what is proved from
//! after it is true. So the tick reaches `v + credit + d` only when `d` have passed. A tick belongs to one *epoch*, the time
//! between two losses of the store's memory, and says nothing in another one.
//!
//! *Leases.* A process grants nothing later than a lease after the sending of a statement that was responded to; the store
//! counts from when it processed it, which is not sooner. The slots of a process that is not heard of come back when its last
//! request has left every window: `transit` and a window after the end of the lease, or, if a slot was in use beyond the lease
//! anyway, at the end of that use.
//!
//! *What the store forgets.* A store without a record begins a new epoch. Processes say what they hold and keep it; nothing
//! else is handed out until whoever does not speak has let its lease end, and its requests have left every window. A process
//! whose lease ended more than [`Terms::grace`] before it speaks claims nothing, and a response takes a lease at most to be of
//! use; so what a process claims, or goes on with, was given to nobody meanwhile, even if the store forgets more than once.
//! What was returned in an earlier epoch is not credited in this one: who knows who has it. A claim replaces what the
//! store knew of the process. A record of another run of the server is none: it may be from a backup. Where there is no record and
//! the server has been running for as long as that silence lasts, there never was one, and everything may be handed out at
//! once: records live longer than anything in them.

mod terms;
mod name;
mod message;
mod ends;
mod holding;
#[cfg(test)]
mod rested;
#[cfg(test)]
mod part;
#[cfg(test)]
mod pool;
#[cfg(test)]
mod shares;

pub(crate) use holding::{Holding, Usage};
#[cfg(test)]
pub(crate) use message::Server;
pub(crate) use message::{Known, PoolResponse, Response, Statement, Step};
pub(crate) use name::meter_name;
#[cfg(test)]
pub(crate) use shares::Shares;
pub(crate) use terms::Terms;

#[cfg(test)]
mod model;
