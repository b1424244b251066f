//! Callbacks that a service sends: whether they are genuine, recent, new, and not the echo of one's own change.

mod event;
mod event_data;
mod error;
mod member;
mod proof;
mod delivery_memory;
mod receiver;

pub use error::EventError;
pub use event::Event;
pub use event_data::{EventData, read_payload};
pub use receiver::{Receiver, ReceiverBuilder};
