//! Events: what the sandbox tells receivers by itself when its state changes.

mod receiver;
mod body;
mod sender;

pub use receiver::EventReceiver;
pub(crate) use sender::Outbox;
