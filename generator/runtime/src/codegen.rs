//! What emitted code is built from, beside the runtime's public types.

pub use crate::api::{
    Api, BodyKind, Callback, Category, CauseMember, CredentialKind, CredentialRule, Effect, Endpoint,
    Envelope, Exchange, FormPart, Header, HeaderUse, Host, KnownError, LimitHeaders, LimitsLeft, Method,
    NextPage, Pagination, ParamLocation, ParamPath, Proof, ProofPart, Refusal, RefusalBody, Retry, Rule,
    SendValue, Statuses, StreamForm, Success, TemplatePart, TokenSource,
};
pub use crate::call::{Call, ListStyle, list};
pub use crate::call_builder::call_builder;
pub use crate::callback::read_payload;
pub use crate::client::{Client, ClientBuilder};
pub use crate::filter::{Clause, allowed};
pub use crate::json::macros::{
    any_value, by_status, integer_enum, integer_enum_key, integer_id, record, string_enum, string_enum_key,
    string_id, tagged_union, union, union_by_members,
};
pub use crate::json::{Decode, Encode, JsonText, found, from_value, lookup, to_value};
pub use crate::link::{LinkPattern, LinkPatterns, LinkValues};
pub use crate::rule::{write_checked_open_record, write_checked_record, write_checked_record_of_variant};
pub use crate::upload::{
    BeginStep, FormStep, PartStep, PlanPaths, Upload, UploadFlow, UploadStep, upload_builder,
};
pub use paceline::{BucketUse, EndpointLimits, Limit};
