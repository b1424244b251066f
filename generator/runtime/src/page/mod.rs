//! Pages of lists: the value, and walks through all pages and items.

mod parameters;
mod value;
mod following;
mod pages;
mod items;

pub use pages::Pages;
pub use value::Page;
