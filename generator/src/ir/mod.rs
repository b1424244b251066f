//! The model: an API with every name resolved, every default applied and every rule checked.
//!
//! Plain data, made only by the `lower` stage. An id such as [`TypeId`] always points into the [`Api`] it came
//! with, so nothing here can refer to what does not exist. The emitter, the sandbox and the OpenAPI export read it.

mod api;
mod auth;
mod envelope;
mod error_code;
mod field;
mod filter;
mod header;
mod id;
mod limit;
mod name;
mod operation;
mod origin;
mod pagination;
mod types;

pub use api::{Api, Group, Host, Source, TakenNames, Variable};
pub use auth::{Auth, Credential, Exchange, Input, SendValue, TokenSource};
pub use envelope::{Envelope, Location};
pub use error_code::{Category, ErrorCode, Retry};
pub use field::{Constraints, Field, Literal, Presence};
pub use filter::{Comparison, Condition, ConditionBuilder, ConditionStart, Filter, Joint, Takes};
pub use header::{Header, HeaderUse, Piece, Template};
pub use id::{
    CredentialId, EnvelopeId, ErrorId, GroupId, HeaderId, LimitSetId, OperationId, PaginationId, SourceId,
    TypeId, VariableId,
};
pub use limit::{Limit, LimitSet, Refusal};
pub use name::{BadName, Name};
pub use operation::{
    Answer, Append, BodyKind, CredentialRule, Effect, Method, Operation, PagedList, Paging, Param,
    PathTemplate, Place, Rule, Segment,
};
pub(crate) use origin::count;
pub use origin::{Origin, Span};
pub use pagination::{Pagination, PaginationKind};
pub use types::{EnumRepr, EnumValue, IdRepr, Lookup, Reach, Scalar, Shape, TypeDef, TypeRef, ValueForm};
