//! Ids: typed indices into the lists of an [`Api`](super::api::Api).

macro_rules! ids {
    ($($(#[$doc:meta])* $id:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $id(pub(crate) usize);

        impl $id {
            /// The position in its list, counted from 0.
            #[must_use]
            pub fn index(self) -> usize {
                self.0
            }
        }
    )*};
}

ids! {
    /// One of [`Api::resources`](super::api::Api::resources).
    ResourceId;
    /// One of [`Api::endpoints`](super::api::Api::endpoints).
    EndpointId;
    /// One of [`Api::types`](super::api::Api::types).
    TypeId;
    /// One of [`Api::variables`](super::api::Api::variables).
    VariableId;
    /// One of [`Api::headers`](super::api::Api::headers).
    HeaderId;
    /// One of [`Api::limit_sets`](super::api::Api::limit_sets).
    LimitSetId;
    /// One of [`Api::envelopes`](super::api::Api::envelopes).
    EnvelopeId;
    /// One of [`Api::paginations`](super::api::Api::paginations).
    PaginationId;
    /// One of [`Api::errors`](super::api::Api::errors).
    ErrorId;
    /// One of [`Api::sources`](super::api::Api::sources).
    SourceId;
    /// One of [`Api::credentials`](super::api::Api::credentials).
    CredentialId;
}
