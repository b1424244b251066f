//! The sandbox as its callers meet it, over HTTP with a plain client.

mod caller;
mod fault;
mod header;
mod limit;
mod other;
mod page;
mod property;
mod random;
mod refusal;
mod token;
mod typed;
mod work_item;
