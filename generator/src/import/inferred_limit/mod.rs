//! Rate limits where documents write them: in `x-…` members, in tables and sentences of descriptions, in the headers of
//! responses. There is no standard for any of these, so only what is unmistakable is taken: a wrong limit is worse than none.

mod phrase;
mod member;
mod prose;
mod told;

pub(super) use member::{in_members, whole_document_members};
pub(super) use prose::{Described, in_prose};
pub(super) use told::{ToldHeaders, told_in};
