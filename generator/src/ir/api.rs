//! The whole API, and what belongs to all of it.

use std::collections::BTreeSet;
use std::ops::Index;

use crate::file::SourceFile;

use super::auth::{Auth, Credential};
use super::endpoint::Endpoint;
use super::envelope::Envelope;
use super::error_code::ErrorCode;
use super::event::Callback;
use super::filter::Filter;
use super::header::Header;
use super::id::{
    CredentialId, EndpointId, EnvelopeId, ErrorId, HeaderId, LimitSetId, PaginationId, ResourceId, SourceId,
    TypeId, VariableId,
};
use super::limit::{LimitSet, LimitUse, Refusal};
use super::link::Links;
use super::name::Name;
use super::pagination::Pagination;
use super::prose::Prose;
use super::source_location::SourceLocation;
use super::type_ref::TypeRef;
use super::types::TypeDef;
use super::upload::Upload;

/// An HTTP API, resolved and checked. The default is none at all: it has not even a host.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Api {
    /// The files that it was read from, for the document that it is exported to.
    pub files: Vec<SourceFile>,
    /// Name of the service, as its users write it.
    pub name: String,
    /// Package name of the client to emit.
    pub crate_name: String,
    /// Version of that package.
    pub version: String,
    /// The tags of the languages of its texts, the main one first; none where no text names its language.
    pub languages: Vec<String>,
    /// One paragraph for the crate's front page.
    pub docs: Prose,
    /// Licence of that package, as an SPDX expression.
    pub license: Option<String>,
    /// Web address of its source.
    pub repository: Option<String>,
    /// Words by which a registry finds it, at most five.
    pub keywords: Vec<String>,
    /// Where facts come from; referred to by endpoints and types.
    pub sources: Vec<Source>,
    /// Known hosts, the default first; never empty.
    pub hosts: Vec<Host>,
    /// Values that a caller sets on the client.
    pub variables: Vec<Variable>,
    /// Every header of a request, one rule each.
    pub headers: Vec<Header>,
    /// The named sets of limits.
    pub limit_sets: Vec<LimitSet>,
    /// The set that holds where an endpoint names none.
    pub default_limits: Vec<LimitUse>,
    /// How the server refuses one request too many.
    pub throttled: Option<Refusal>,
    /// How the server refuses a repeated idempotency key.
    pub duplicate: Option<Refusal>,
    /// What holds for all credentials.
    pub auth: Auth,
    /// The supported authentication schemes.
    pub credentials: Vec<Credential>,
    /// Shapes of responses, the default first; never empty.
    pub envelopes: Vec<Envelope>,
    /// Response headers that may hold the log id, the best first.
    pub log_id_headers: Vec<String>,
    /// The named pagination styles.
    pub paginations: Vec<Pagination>,
    /// The documented error codes, in ascending order.
    pub errors: Vec<ErrorCode>,
    /// The resources, in alphabetical order of their names.
    pub resources: Vec<Resource>,
    /// All endpoints, resource by resource, in spec order within one.
    pub endpoints: Vec<Endpoint>,
    /// All named types, resource by resource, in spec order within one.
    pub types: Vec<TypeDef>,
    /// The filters, resource by resource, in spec order within one.
    pub filters: Vec<Filter>,
    /// The uploads of files of any size, resource by resource, in spec order within one.
    pub uploads: Vec<Upload>,
    /// The pages of the service whose web addresses are read and built, if any are known.
    pub links: Option<Links>,
    /// The callbacks that tell of events, resource by resource, in spec order within one.
    pub callbacks: Vec<Callback>,
    /// Names that the API's own things have in the client.
    pub used_names: UsedNames,
}

/// Names that nothing else may have in the client: gathered once, as every module asks for them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UsedNames {
    /// Those of types, and of the clients of resources.
    pub types: BTreeSet<String>,
    /// Those of arguments: where an argument has the name of a function, the function cannot be called.
    pub arguments: BTreeSet<String>,
}

/// A resource: a module of the client.
#[derive(Clone, Debug, PartialEq)]
pub struct Resource {
    /// Its id.
    pub id: ResourceId,
    /// Name of the module.
    pub name: Name,
    /// Name of the client's method that leads to the endpoints.
    pub accessor: Name,
    /// What the resource is.
    pub docs: Prose,
    /// Its endpoints, in spec order; none for a resource that only holds types.
    pub endpoints: Vec<EndpointId>,
    /// The types that live here, in spec order.
    pub types: Vec<TypeId>,
    /// Where it stands in the spec.
    pub origin: SourceLocation,
}

/// A host that serves the API.
#[derive(Clone, Debug, PartialEq)]
pub struct Host {
    /// Short name, such as `china`.
    pub name: Name,
    /// Scheme and authority, without a slash at the end.
    pub url: String,
    /// Who uses it.
    pub docs: Prose,
}

/// A value that a caller sets on the client and that headers refer to.
#[derive(Clone, Debug, PartialEq)]
pub struct Variable {
    /// Its name, such as `user_key`.
    pub name: Name,
    /// Its type: a string, or an id or enum over strings or integers.
    pub ty: TypeRef,
    /// What it means.
    pub docs: Prose,
}

/// A source of facts, such as a manual.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// The short name that the spec uses.
    pub key: String,
    /// What it is.
    pub title: Prose,
}

impl Resource {
    /// Whether other resources alone make it useful.
    pub(crate) fn only_holds_types(&self, api: &Api) -> bool {
        self.endpoints.is_empty() && api.callbacks_of(self.id).next().is_none()
    }
}

impl Api {
    /// The credentials, by their ids.
    pub fn credential_ids(&self) -> impl Iterator<Item = CredentialId> + use<> {
        (0..self.credentials.len()).map(CredentialId)
    }

    /// The filters of a resource.
    pub(crate) fn filters_of(&self, resource: ResourceId) -> impl Iterator<Item = &Filter> {
        self.filters.iter().filter(move |filter| filter.resource == resource)
    }

    /// The filter whose module says how a clause becomes a group: the first one that has the same types.
    pub(crate) fn converting_filter(&self, filter: &Filter) -> &Filter {
        let types = |filter: &Filter| (filter.group.ty, filter.condition.ty);
        let first = self.filters.iter().find(|other| types(other) == types(filter));
        first.expect("the filter is one of them")
    }

    /// The uploads of a resource.
    pub(crate) fn uploads_of(&self, resource: ResourceId) -> impl Iterator<Item = &Upload> {
        self.uploads.iter().filter(move |upload| upload.resource == resource)
    }

    /// The callbacks of a resource.
    pub(crate) fn callbacks_of(&self, resource: ResourceId) -> impl Iterator<Item = &Callback> {
        self.callbacks.iter().filter(move |callback| callback.resource == resource)
    }
}

/// Lets an id stand for its item: `api[id]`.
macro_rules! lists {
    ($($id:ident in $list:ident: $item:ty;)*) => {$(
        impl Index<$id> for Api {
            type Output = $item;

            fn index(&self, id: $id) -> &$item {
                &self.$list[id.0]
            }
        }
    )*};
}

lists! {
    ResourceId in resources: Resource;
    EndpointId in endpoints: Endpoint;
    TypeId in types: TypeDef;
    VariableId in variables: Variable;
    HeaderId in headers: Header;
    LimitSetId in limit_sets: LimitSet;
    EnvelopeId in envelopes: Envelope;
    PaginationId in paginations: Pagination;
    ErrorId in errors: ErrorCode;
    SourceId in sources: Source;
    CredentialId in credentials: Credential;
}
