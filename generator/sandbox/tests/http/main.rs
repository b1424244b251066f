//! The sandbox as its callers meet it, over HTTP with a plain client.

mod bare;
mod caller;
mod comment;
mod compound;
mod config;
mod event;
mod examples;
mod fault;
mod header;
mod leading_pages;
mod limit;
mod node;
mod object_union;
mod other;
mod page;
mod property;
mod random;
mod readme;
mod record;
mod refusal;
mod shared_limit;
mod stream;
mod token;
mod typed;
mod view;
mod work_item;
