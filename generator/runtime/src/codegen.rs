//! The door for emitted code: it imports nothing else but the runtime's public types.

pub use crate::api::{
    Api, BodyKind, Category, Check, CredentialKind, CredentialRule, Effect, Endpoint, Envelope, Exchange,
    Header, HeaderUse, Host, KnownError, Method, NextPage, Pagination, Piece, Place, Refusal, Retry,
    SendValue, Slot, TokenSource,
};
pub use crate::builder::ClientBuilder;
pub use crate::call::{Call, list};
pub use crate::client::Client;
pub use crate::filter::{Clause, allowed};
pub use crate::json::{Decode, Encode, JsonText, found, from_value, lookup, to_value};
pub use crate::{
    any_value, download_call, integer_enum, integer_enum_key, integer_id, paged_call, paged_data_call,
    paged_whole_call, read_call, record, string_enum, string_enum_key, string_id, union, write_call,
};
pub use paceline::{EndpointLimits, Limit};
