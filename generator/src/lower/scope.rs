//! Everything that has a name, collected before anything that refers to it is lowered.

use super::table::Table;
use crate::diagnostic::{Code, Diagnostics};
use crate::ir::{
    CredentialId, EndpointId, EnvelopeId, ErrorId, HeaderId, LimitSetId, PaginationId, ResourceId, SourceId,
    TypeId, VariableId,
};
use crate::parse::{Document, EndpointSpec, ErrorSpec, ResourceSpec, TypeSpec};

/// The document, in the order of the model, and its names.
pub(super) struct Scope<'d> {
    pub(super) document: &'d Document,
    /// Sorted by name, so that the order of files cannot matter.
    pub(super) resources: Vec<&'d ResourceSpec>,
    /// Sorted by code.
    pub(super) errors_by_code: Vec<&'d ErrorSpec>,
    pub(super) types: Table<TypeId>,
    pub(super) endpoints: Table<EndpointId>,
    pub(super) limit_sets: Table<LimitSetId>,
    pub(super) envelopes: Table<EnvelopeId>,
    pub(super) paginations: Table<PaginationId>,
    pub(super) credentials: Table<CredentialId>,
    pub(super) variables: Table<VariableId>,
    /// By name in lower case.
    pub(super) headers: Table<HeaderId>,
    /// Their places among the hosts of the API.
    pub(super) hosts: Table<usize>,
    pub(super) sources: Table<SourceId>,
    /// By the decimal number.
    pub(super) errors: Table<ErrorId>,
}

impl<'d> Scope<'d> {
    /// Collects all names of a document.
    pub(super) fn collect(document: &'d Document, diagnostics: &mut Diagnostics) -> Self {
        let mut resources: Vec<_> = document.resources.iter().collect();
        resources.sort_by(|a, b| a.name.value.cmp(&b.name.value));
        let mut errors_by_code: Vec<_> = document.errors.iter().collect();
        errors_by_code.sort_by_key(|error| error.code.value);
        let mut scope = Self {
            document,
            resources,
            errors_by_code,
            types: Table::new("type", "under `types` of any file of a resource", Code::TypeUnknown),
            endpoints: Table::new("endpoint", "under `endpoints` of its resource", Code::EndpointUnknown),
            limit_sets: Table::new(
                "rate limit set",
                "under `rate_limits.sets` beside `api`",
                Code::LimitUnknown,
            ),
            envelopes: Table::new("envelope", "under `envelopes` beside `api`", Code::EnvelopeUnknown),
            paginations: Table::new(
                "pagination style",
                "under `pagination` beside `api`",
                Code::PaginationUnknown,
            ),
            credentials: Table::new(
                "credential",
                "under `auth.credentials` beside `api`",
                Code::CredentialUnknown,
            ),
            variables: Table::new("variable", "under `variables` beside `api`", Code::PlaceholderUnknown),
            headers: Table::new("header", "under `headers` beside `api`", Code::HeaderUnknown),
            hosts: Table::new("host", "under `hosts` beside `api`", Code::HostUnknown),
            sources: Table::new("source", "under `sources` beside `api`", Code::SourceUnknown),
            errors: Table::new("error code", "under `errors`", Code::ErrorUnknown),
        };
        scope.collect_api(diagnostics);
        scope.collect_resources(diagnostics);
        scope
    }

    /// Collects the names of the file that describes the API.
    fn collect_api(&mut self, diagnostics: &mut Diagnostics) {
        let api = &self.document.api;
        for (index, set) in api.rate_limits.sets.iter().enumerate() {
            self.limit_sets.define(&set.name.value, &set.name.origin, LimitSetId(index), diagnostics);
        }
        for (index, envelope) in api.envelopes.value.iter().enumerate() {
            self.envelopes.define(
                &envelope.name.value,
                &envelope.name.origin,
                EnvelopeId(index),
                diagnostics,
            );
        }
        for (index, style) in api.paginations.iter().enumerate() {
            self.paginations.define(&style.name.value, &style.name.origin, PaginationId(index), diagnostics);
        }
        for (index, credential) in api.auth.credentials.iter().enumerate() {
            self.credentials.define(
                &credential.name.value,
                &credential.name.origin,
                CredentialId(index),
                diagnostics,
            );
        }
        for (index, variable) in api.variables.iter().enumerate() {
            self.variables.define(
                &variable.wire.value,
                &variable.wire.origin,
                VariableId(index),
                diagnostics,
            );
        }
        for (index, header) in api.headers.iter().enumerate() {
            let name = &header.name;
            self.headers.define_as(
                &name.value.to_lowercase(),
                &name.value,
                &name.origin,
                HeaderId(index),
                diagnostics,
            );
        }
        for (index, host) in api.hosts.value.iter().enumerate() {
            // Two of a name are reported where hosts are lowered.
            if self.hosts.get(&host.name.value).is_none() {
                self.hosts.define(&host.name.value, &host.name.origin, index, diagnostics);
            }
        }
        for (index, (key, _)) in api.sources.iter().enumerate() {
            self.sources.define(&key.value, &key.origin, SourceId(index), diagnostics);
        }
        for (index, error) in self.errors_by_code.iter().enumerate() {
            self.errors.define(
                &error.code.value.to_string(),
                &error.code.origin,
                ErrorId(index),
                diagnostics,
            );
        }
    }

    /// Collects the names of endpoints and types, which are numbered through all resources.
    fn collect_resources(&mut self, diagnostics: &mut Diagnostics) {
        let (mut endpoints, mut types) = (0, 0);
        for resource in &self.resources {
            for endpoint in &resource.endpoints {
                let id = endpoint_id(resource, endpoint);
                // A resource that is described twice is reported as such, not once more for each endpoint.
                if self.endpoints.get(&id).is_none() {
                    self.endpoints.define(&id, &endpoint.name.origin, EndpointId(endpoints), diagnostics);
                }
                endpoints += 1;
            }
            for spec in &resource.types {
                self.types.define(&spec.name.value, &spec.name.origin, TypeId(types), diagnostics);
                types += 1;
            }
        }
    }

    /// All endpoints in the order of their ids.
    pub(super) fn endpoints(&self) -> impl Iterator<Item = (ResourceId, &'d ResourceSpec, &'d EndpointSpec)> {
        self.resources.iter().enumerate().flat_map(|(index, resource)| {
            resource.endpoints.iter().map(move |endpoint| (ResourceId(index), *resource, endpoint))
        })
    }

    /// All types in the order of their ids.
    pub(super) fn type_specs(&self) -> impl Iterator<Item = (ResourceId, &'d TypeSpec)> {
        self.resources
            .iter()
            .enumerate()
            .flat_map(|(index, resource)| resource.types.iter().map(move |spec| (ResourceId(index), spec)))
    }
}

/// `<resource>.<endpoint>`.
pub(super) fn endpoint_id(resource: &ResourceSpec, endpoint: &EndpointSpec) -> String {
    format!("{}.{}", resource.name.value, endpoint.name.value)
}
