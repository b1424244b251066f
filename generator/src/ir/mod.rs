//! The model: an API with every name resolved, every default applied and every rule checked.
//!
//! Plain data, made only by the `lower` stage. An id such as [`TypeId`] always points into the [`Api`] it came
//! with, so nothing here can refer to what does not exist. The emitter, the sandbox and the OpenAPI export read it.

mod name;
mod source_location;
mod prose;
mod json_path;
mod literal;
mod effect;
mod example;
mod id;
mod type_ref;
mod field;
mod form_part;
mod path;
mod stream;
mod response;
mod refusal;
mod rule;
mod further_members;
mod types;
mod header;
mod limit;
mod envelope;
mod error_code;
mod pagination;
mod auth;
mod endpoint;
mod filter;
mod upload;
mod link;
mod event;
mod api;
mod variant;
mod each_prose;

pub use api::{Api, Host, Resource, Source, UsedNames, Variable};
pub use auth::{Auth, Credential, Exchange, Input, SendValue, TokenSource};
pub(crate) use each_prose::ProseUse;
pub use effect::Effect;
pub use endpoint::{
    Append, BodyKind, CredentialRule, Endpoint, ListStyle, Method, PagedList, Paging, Param, ParamLocation,
};
pub use envelope::{Envelope, Success};
pub use error_code::{Category, ErrorCode, Retry};
pub use event::{Callback, Cause, EventType, Proof, ProofPart};
pub use example::Example;
pub use field::{Constraints, Field, Presence};
pub use filter::{Comparison, Condition, ConditionBuilder, ConditionGroup, ConditionStart, Filter, Takes};
pub use form_part::FormPart;
pub use further_members::FurtherMembers;
pub use header::{Header, HeaderUse, Template, TemplatePart};
pub use id::{
    CredentialId, EndpointId, EnvelopeId, ErrorId, HeaderId, LimitSetId, PaginationId, ResourceId, SourceId,
    TypeId, VariableId,
};
pub use json_path::JsonPath;
pub use limit::{Limit, LimitScope, LimitSet, LimitTold, LimitUse, Refusal};
pub use link::{LinkPage, LinkParam, Links};
pub use literal::Literal;
pub use name::{BadName, Name};
pub use pagination::{Pagination, PaginationKind};
pub use path::{PathTemplate, Segment, SegmentPart};
pub(crate) use prose::is_language_tag;
pub use prose::{Prose, Translation};
pub use refusal::{RefusalBody, Statuses};
pub use response::{Response, StatusResponse};
pub use rule::Rule;
pub(crate) use source_location::saturating_u32;
pub use source_location::{SourceLocation, Span};
pub use stream::{Stream, StreamKind};
pub use type_ref::{Scalar, TextFormat, TypeRef};
pub use types::{
    Circles, EnumRepr, EnumValue, FreeMembers, IdRepr, Lookup, Shape, TaggedUnion, TypeDef, Usage, ValueForm,
    Variant,
};
pub use upload::{Upload, UploadBegin, UploadForm, UploadPart, UploadPlan};
