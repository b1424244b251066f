//! Ids: typed indices into the lists of an [`Api`].

use std::ops::Index;

use super::{
    Api, Credential, Envelope, ErrorCode, Group, Header, LimitSet, Operation, Pagination, Source, TypeDef,
    Variable,
};

macro_rules! ids {
    ($($(#[$doc:meta])* $id:ident in $list:ident: $item:ty;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $id(pub(crate) usize);

        impl $id {
            /// The position in its list, counted from 0.
            #[must_use]
            pub fn index(self) -> usize {
                self.0
            }
        }

        impl Index<$id> for Api {
            type Output = $item;

            fn index(&self, id: $id) -> &$item {
                &self.$list[id.0]
            }
        }
    )*};
}

ids! {
    /// One of [`Api::groups`].
    GroupId in groups: Group;
    /// One of [`Api::operations`].
    OperationId in operations: Operation;
    /// One of [`Api::types`].
    TypeId in types: TypeDef;
    /// One of [`Api::variables`].
    VariableId in variables: Variable;
    /// One of [`Api::headers`].
    HeaderId in headers: Header;
    /// One of [`Api::limit_sets`].
    LimitSetId in limit_sets: LimitSet;
    /// One of [`Api::envelopes`].
    EnvelopeId in envelopes: Envelope;
    /// One of [`Api::paginations`].
    PaginationId in paginations: Pagination;
    /// One of [`Api::errors`].
    ErrorId in errors: ErrorCode;
    /// One of [`Api::sources`].
    SourceId in sources: Source;
    /// One of [`Api::credentials`].
    CredentialId in credentials: Credential;
}
