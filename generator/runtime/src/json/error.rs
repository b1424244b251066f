//! Why a JSON text could not be read.

use std::borrow::Cow;
use std::fmt;

/// A JSON text that is malformed, or does not hold what it should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodeError(Box<Inner>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Inner {
    /// The path to the value, innermost segment first.
    path: Vec<PathSegment>,
    problem: Problem,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum PathSegment {
    Member(String),
    Item(usize),
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Problem {
    Unexpected { expected: &'static str, found: &'static str },
    Missing { member: Cow<'static, str> },
    Malformed(String),
}

impl DecodeError {
    /// Whether the data of a response is missing as a whole.
    pub(crate) fn is_missing_data(&self) -> bool {
        *self == Self::missing("data")
    }

    /// Something other than `expected` was found.
    #[must_use]
    pub fn unexpected(expected: &'static str, found: &'static str) -> Self {
        Self::new(Problem::Unexpected { expected, found })
    }

    /// A member that must be there is not.
    #[must_use]
    pub fn missing(member: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Problem::Missing { member: member.into() })
    }

    /// The text is not JSON.
    #[must_use]
    pub fn malformed(why: impl fmt::Display) -> Self {
        Self::new(Problem::Malformed(why.to_string()))
    }

    fn new(problem: Problem) -> Self {
        Self(Box::new(Inner { path: Vec::new(), problem }))
    }

    /// Whether the text is not JSON at all, rather than JSON of another shape.
    #[must_use]
    pub fn is_malformed(&self) -> bool {
        matches!(self.0.problem, Problem::Malformed(_))
    }

    /// The path of the value, such as `data[3].id`; empty at the top.
    #[must_use]
    pub fn path(&self) -> String {
        let mut path = String::new();
        for segment in self.0.path.iter().rev() {
            match segment {
                PathSegment::Item(index) => path.push_str(&format!("[{index}]")),
                PathSegment::Member(name) if path.is_empty() => path.push_str(name),
                PathSegment::Member(name) => {
                    path.push('.');
                    path.push_str(name);
                }
            }
        }
        path
    }

    pub(super) fn within_member(mut self, name: &str) -> Self {
        self.0.path.push(PathSegment::Member(name.to_owned()));
        self
    }

    pub(super) fn within_item(mut self, index: usize) -> Self {
        self.0.path.push(PathSegment::Item(index));
        self
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path();
        if !path.is_empty() {
            write!(f, "`{path}`: ")?;
        }
        match &self.0.problem {
            Problem::Unexpected { expected, found } => write!(f, "expected {expected}, found {found}"),
            Problem::Missing { member } => write!(f, "member `{member}` is missing"),
            Problem::Malformed(why) => write!(f, "not valid JSON: {why}"),
        }
    }
}

impl std::error::Error for DecodeError {}
