//! A loopback server of an HTTP API, made from the spec that its client is generated from. It shares no code with that
//! client, so each checks the other.
//!
//! ```no_run
//! # async fn run() -> Result<(), paceline_sandbox::Error> {
//! let sandbox = paceline_sandbox::Sandbox::start().await?;
//! println!("{} takes plugin {} with {}", sandbox.url(), paceline_sandbox::PLUGIN_ID, paceline_sandbox::PLUGIN_SECRET);
//! # Ok(())
//! # }
//! ```
//!
//! What happens to a request, in this order: it is routed; its token is looked up; the rate limits count it; its
//! headers, path, query and body are checked; it is executed; the response is wrapped as the spec says. [`Fault`]s can
//! interfere at each step. Everything is written to a journal. What changed is told to the [`EventReceiver`]s, if there
//! are any.

mod response;
mod check;
mod choice;
mod error;
mod event;
mod fault;
mod journal;
mod limit;
mod page;
mod refusal;
mod request;
mod route;
mod sample;
mod server;
mod server_state;
mod state;
mod token;
pub mod command;

pub use error::Error;
pub use event::EventReceiver;
pub use fault::{Fault, FaultKind};
pub use journal::{Entry, SentEvent};
pub use limit::{Count, Gate};
pub use sample::Sampler;
pub use server::{Builder, Sandbox};

/// A plugin that the token endpoint knows.
pub const PLUGIN_ID: &str = "MII_SANDBOX000000001";
/// The secret of [`PLUGIN_ID`]. It opens nothing but sandboxes.
pub const PLUGIN_SECRET: &str = "00000000000000000000000000000000";
/// What proves events to a receiver that was given nothing else.
pub const EVENT_TOKEN: &str = "sandbox-event-token";
/// A user who can act. Four more follow, each with the next higher number as key.
pub const USER_KEY: &str = "7000000000000000001";
/// A space.
pub const PROJECT_KEY: &str = "64f000000000000000000001";
/// The simple name of the same space, which paths take in place of the key.
pub const SIMPLE_NAME: &str = "demo";
/// A saved filter of that space: the stories that were not aborted.
pub const SAVED_FILTER: &str = "search_000001";
