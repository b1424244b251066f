//! Why an address is not read or built.

use std::fmt;

/// Why a text is not the web address of a page, or none can be built.
///
/// ```
/// use paceline_runtime::LinkError;
///
/// let error = LinkError::UnknownHost("https://tracker.evil".to_owned());
/// assert_eq!(
///     error.to_string(),
///     "https://tracker.evil is no host of the service; if it is one of yours, name it to `parse_at`"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LinkError {
    /// The text is no URL, or one with a user's name; the text says which.
    NotAnAddress(String),
    /// The host is none of the service's; it is named as scheme, host and port.
    UnknownHost(String),
    /// No kind of page has such a path, which is given as it stands in the address.
    UnknownPath(String),
    /// An id that cannot stand in this place: `name` says which, `problem` what is wrong with it.
    BadValue {
        /// The name of the parameter.
        name: &'static str,
        /// What is wrong with the value.
        problem: &'static str,
    },
    /// With these ids the address would be that of another kind of page; the path is given.
    OtherPage(String),
    /// What was given as a host is none; the text says why.
    BadHost(String),
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAnAddress(problem) => write!(f, "this is not the web address of a page: {problem}"),
            Self::UnknownHost(host) => {
                write!(f, "{host} is no host of the service; if it is one of yours, name it to `parse_at`")
            }
            Self::UnknownPath(path) => write!(f, "no kind of page has the path {path}"),
            Self::BadValue { name, problem } => write!(f, "`{name}` {problem}"),
            Self::OtherPage(path) => write!(f, "the path {path} is that of another kind of page"),
            Self::BadHost(problem) => write!(f, "{problem}; write it like `https://example.com`"),
        }
    }
}

impl std::error::Error for LinkError {}
