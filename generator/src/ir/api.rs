//! The whole API, and what belongs to all of it.

use std::collections::BTreeSet;

use super::{
    Auth, Credential, Envelope, ErrorCode, Filter, Header, LimitSet, LimitSetId, Name, Operation,
    OperationId, Origin, Pagination, Refusal, TypeDef, TypeId, TypeRef,
};

/// An HTTP API, resolved and checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Api {
    /// Name of the service, as its users write it.
    pub name: String,
    /// Package name of the client to emit.
    pub crate_name: String,
    /// Version of that package.
    pub version: String,
    /// One paragraph for the crate's front page.
    pub docs: String,
    /// Where facts come from; referred to by operations and types.
    pub sources: Vec<Source>,
    /// Known hosts, the default first; never empty.
    pub hosts: Vec<Host>,
    /// Values that a caller sets on the client.
    pub variables: Vec<Variable>,
    /// Every header of a request, one rule each.
    pub headers: Vec<Header>,
    /// The named sets of limits.
    pub limit_sets: Vec<LimitSet>,
    /// The set that holds where an operation names none.
    pub default_limits: LimitSetId,
    /// How the server refuses one request too many.
    pub throttled: Option<Refusal>,
    /// How the server refuses a repeated idempotency key.
    pub duplicate: Option<Refusal>,
    /// What holds for all credentials.
    pub auth: Auth,
    /// The ways to be let in.
    pub credentials: Vec<Credential>,
    /// Shapes of answers, the default first; never empty.
    pub envelopes: Vec<Envelope>,
    /// Response headers that may hold the log id, the best first.
    pub log_id_headers: Vec<String>,
    /// The named pagination styles.
    pub paginations: Vec<Pagination>,
    /// The documented error codes, in ascending order.
    pub errors: Vec<ErrorCode>,
    /// The resources, in alphabetical order of their names.
    pub groups: Vec<Group>,
    /// All operations, group by group, in spec order within one.
    pub operations: Vec<Operation>,
    /// All named types, group by group, in spec order within one.
    pub types: Vec<TypeDef>,
    /// The builders of conditions, group by group, in spec order within one.
    pub filters: Vec<Filter>,
    /// Names that the API's own things have in the client.
    pub taken: TakenNames,
}

/// Names that nothing else may have in the client: gathered once, as every module asks for them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TakenNames {
    /// Those of types, and of the handles of resources.
    pub types: BTreeSet<String>,
    /// Those of arguments, which hide functions.
    pub arguments: BTreeSet<String>,
}

/// A resource: a module of the client.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Name of the module.
    pub name: Name,
    /// Name of the client's method that leads to the operations.
    pub accessor: Name,
    /// What the resource is.
    pub docs: String,
    /// Its operations, in spec order; none for a group that only holds types.
    pub operations: Vec<OperationId>,
    /// The types that live here, in spec order.
    pub types: Vec<TypeId>,
    /// Where it stands in the spec.
    pub origin: Origin,
}

/// A host that serves the API.
#[derive(Clone, Debug, PartialEq)]
pub struct Host {
    /// Short name, such as `china`.
    pub name: Name,
    /// Scheme and authority, without a slash at the end.
    pub url: String,
    /// Who uses it.
    pub docs: String,
}

/// A value that a caller sets on the client and that headers refer to.
#[derive(Clone, Debug, PartialEq)]
pub struct Variable {
    /// Its name, such as `user_key`.
    pub name: Name,
    /// Its type: a string, or an id or enum over strings or integers.
    pub ty: TypeRef,
    /// What it means.
    pub docs: String,
}

/// A source of facts, such as a manual.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// The short name that the spec uses.
    pub key: String,
    /// What it is.
    pub title: String,
}
