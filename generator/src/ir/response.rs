//! What an endpoint returns.

use super::name::Name;
use super::stream::Stream;
use super::type_ref::TypeRef;

/// What an endpoint returns.
#[derive(Clone, Debug, PartialEq)]
pub enum Response {
    /// Nothing but success.
    Nothing,
    /// Raw bytes on success, an envelope on failure.
    Bytes,
    /// Data of this type.
    Data(TypeRef),
    /// Data of this type, or none.
    Optional(TypeRef),
    /// What the status decides, in the order of the statuses.
    ByStatus(Vec<StatusResponse>),
    /// A stream of items on success, an envelope on failure.
    Stream(Stream),
}

/// What one status of a success returns.
#[derive(Clone, Debug, PartialEq)]
pub struct StatusResponse {
    /// The status.
    pub status: u16,
    /// What the case is called, such as `accepted` for 202.
    pub name: Name,
    /// The type of the data; `None` if the response has no body.
    pub data: Option<TypeRef>,
    /// Whether the data may be missing.
    pub optional: bool,
}

impl Response {
    /// The type of the data, if there is any and it is the same for all statuses.
    #[must_use]
    pub fn data(&self) -> Option<&TypeRef> {
        match self {
            Self::Data(ty) | Self::Optional(ty) => Some(ty),
            Self::Nothing | Self::Bytes | Self::ByStatus(_) | Self::Stream(_) => None,
        }
    }

    /// The stream, if it is one.
    #[must_use]
    pub fn stream(&self) -> Option<&Stream> {
        match self {
            Self::Stream(stream) => Some(stream),
            Self::Nothing | Self::Bytes | Self::Data(_) | Self::Optional(_) | Self::ByStatus(_) => None,
        }
    }

    /// The types of the data, whatever the status, and of the items of a stream.
    pub fn types(&self) -> impl Iterator<Item = &TypeRef> {
        let by_status: &[StatusResponse] = if let Self::ByStatus(all) = self { all } else { &[] };
        let item = self.stream().map(|stream| &stream.item);
        self.data().into_iter().chain(item).chain(by_status.iter().filter_map(|one| one.data.as_ref()))
    }
}
