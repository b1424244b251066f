//! Stage 1: text → [`Document`].
//!
//! The document mirrors the YAML, key by key, with the location of everything, and holds no decisions: a name in it may
//! refer to nothing, a bound may be senseless. The fields of its types (`…Spec`) are called like the keys that they hold,
//! and spec/README.md explains every key. What holds after this stage: every text is YAML without anchors, tags and
//! duplicate keys; there is no unknown key, none is missing, and every value is of the right kind.

mod node;
mod broken;
mod scalar_kind;
mod mapping_reader;
mod lookup_spec;
mod type_expr;
mod tagged_union_spec;
mod returns_spec;
mod refusals_spec;
mod part_spec;
mod field_spec;
mod auth_spec;
mod link_spec;
mod limit_spec;
mod api_spec;
mod stream_spec;
mod endpoint_spec;
mod error_spec;
mod event_spec;
mod filter_spec;
mod upload_spec;
mod syntax;
mod plain_scalar;
mod tree;
mod value_form_spec;
mod type_spec;
mod document;
mod untyped;

pub(crate) use api_spec::{
    ApiSpec, EnvelopeSpec, HeaderSpec, PaginationKindSpec, PaginationSpec, PublishingSpec, SuccessSpec,
};
pub(crate) use auth_spec::{CredentialSpec, ExchangeSpec, TokenSpec};
pub(crate) use document::{Document, Parsed, ResourceSpec, parse_documents};
pub(crate) use endpoint_spec::{CredentialRuleSpec, EndpointSpec, RuleKind, RuleSpec};
pub(crate) use error_spec::ErrorSpec;
pub(crate) use event_spec::{CallbackSpec, EventTypeSpec, ProofKindSpec, ProofPartSpec};
pub(crate) use field_spec::{EvidenceSpec, FieldSpec, PresenceSpec};
pub(crate) use filter_spec::{ConditionSpec, FilterSpec, GroupSpec, SubjectSpec};
pub(crate) use limit_spec::{LimitSetSpec, LimitUseSpec, PerSpec, RefusalSpec, ToldSpec};
pub(crate) use link_spec::LinksSpec;
pub(crate) use lookup_spec::LookupSpec;
pub(crate) use node::{Kind, Node, ProseText, Scalar, Spanned, Text};
pub(crate) use refusals_spec::RefusalBodySpec;
pub(crate) use returns_spec::{DataSpec, ReturnsSpec};
pub(crate) use stream_spec::StreamSpec;
pub(crate) use tagged_union_spec::TaggedUnionSpec;
pub(crate) use type_expr::{TypeExpr, TypeExprKind};
pub(crate) use type_spec::{TypeFormSpec, TypeSpec, ValueSpec};
pub(crate) use untyped::{parse_untyped, parse_yaml};
pub(crate) use upload_spec::UploadSpec;
pub(crate) use value_form_spec::ValueFormSpec;
