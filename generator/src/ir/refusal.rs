//! What refusals hold.

use super::type_ref::TypeRef;

/// The type of the bodies of some refusals of an endpoint.
#[derive(Clone, Debug, PartialEq)]
pub struct RefusalBody {
    /// The statuses of the refusals.
    pub statuses: Statuses,
    /// The type of the whole body.
    pub ty: TypeRef,
}

/// Some statuses of refusals, the most particular first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Statuses {
    /// This one.
    One(u16),
    /// Those that begin with this digit.
    Class(u16),
    /// All.
    Any,
}

impl Statuses {
    /// Reads what a spec writes: a status of a refusal, a class such as `4xx`, or `default`.
    pub(crate) fn read(text: &str) -> Option<Self> {
        match text {
            "default" => Some(Self::Any),
            "3xx" => Some(Self::Class(3)),
            "4xx" => Some(Self::Class(4)),
            "5xx" => Some(Self::Class(5)),
            _ => text.parse().ok().filter(|status| (300..600).contains(status)).map(Self::One),
        }
    }

    /// As a spec writes them: `404`, `4xx` or `default`.
    #[must_use]
    pub fn text(self) -> String {
        match self {
            Self::One(status) => status.to_string(),
            Self::Class(digit) => format!("{digit}xx"),
            Self::Any => "default".to_owned(),
        }
    }

    /// Whether all of the others are among these.
    #[must_use]
    pub fn includes(self, others: Self) -> bool {
        match (self, others) {
            (Self::Class(digit), Self::One(status)) => digit == status / 100,
            (Self::Any, _) => true,
            _ => self == others,
        }
    }
}
