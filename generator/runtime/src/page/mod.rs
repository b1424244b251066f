//! Pages of lists: the value, and walks through all pages and items.

mod parameters;
mod value;
mod link_header;
mod address;
mod following;
mod continuation;
mod pages;

pub use continuation::Continuation;
pub use pages::Pages;
pub use value::Page;
