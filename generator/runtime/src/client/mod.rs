//! The client and how it is set up.

mod base_url;
mod warnings;
mod shared;
mod handle;
mod builder;

pub use builder::ClientBuilder;
pub use handle::Client;
