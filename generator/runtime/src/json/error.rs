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
    /// Where the value stands that was left out because of this: an index of `path`.
    left_out: usize,
    problem: Problem,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum PathSegment {
    Member(String),
    Item(usize),
}

impl PathSegment {
    pub(super) fn is_member(&self, name: &str) -> bool {
        matches!(self, Self::Member(own) if own == name)
    }

    pub(super) fn is_item(&self, index: usize) -> bool {
        matches!(self, Self::Item(own) if *own == index)
    }
}

/// Where a value stands in the one around it.
#[derive(Clone, Copy)]
pub(super) enum Place<'a> {
    Member(&'a str),
    Item(usize),
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Problem {
    Unexpected { expected: &'static str, found: &'static str },
    Missing { member: Cow<'static, str> },
    Malformed(String),
    TooLarge,
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

    /// The value would take more memory than allowed.
    pub(super) fn too_large() -> Self {
        Self::new(Problem::TooLarge)
    }

    /// Whether the value would take more memory than allowed.
    pub(crate) fn is_too_large(&self) -> bool {
        matches!(self.0.problem, Problem::TooLarge)
    }

    fn new(problem: Problem) -> Self {
        Self(Box::new(Inner { path: Vec::new(), left_out: 0, problem }))
    }

    /// Whether the text is not JSON at all, rather than JSON of another shape.
    #[must_use]
    pub fn is_malformed(&self) -> bool {
        matches!(self.0.problem, Problem::Malformed(_))
    }

    /// The path of the value, such as `data[3].id`; empty at the top.
    #[must_use]
    pub fn path(&self) -> String {
        self.path_with(|index| format!("[{index}]"))
    }

    /// The path without the indices of items, such as `data[].id`.
    pub(crate) fn path_of_any_item(&self) -> String {
        self.path_with(|_| "[]".to_owned())
    }

    /// The index of the item that was left out, where that is an item of an outermost list.
    pub(crate) fn left_out_item(&self) -> Option<usize> {
        let (inner, around) = self.0.path.get(self.0.left_out..)?.split_first()?;
        let is_outermost = !around.iter().any(|segment| matches!(segment, PathSegment::Item(_)));
        match inner {
            PathSegment::Item(index) if is_outermost => Some(*index),
            _ => None,
        }
    }

    /// The path to the value that was left out, the outermost segment first.
    pub(super) fn left_out_path(&self) -> impl Iterator<Item = &PathSegment> {
        self.0.path[self.0.left_out..].iter().rev()
    }

    /// Notes that the value at the path so far is left out.
    pub(super) fn leave_out(&mut self) {
        self.0.left_out = self.0.path.len().saturating_sub(1);
    }

    fn path_with(&self, item: impl Fn(usize) -> String) -> String {
        let mut path = String::new();
        for segment in self.0.path.iter().rev() {
            match segment {
                PathSegment::Item(index) => path.push_str(&item(*index)),
                PathSegment::Member(name) if path.is_empty() => path.push_str(name),
                PathSegment::Member(name) => {
                    path.push('.');
                    path.push_str(name);
                }
            }
        }
        path
    }

    /// The same, seen from the value around.
    pub(super) fn within(mut self, place: Place<'_>) -> Self {
        self.enter(place);
        self
    }

    pub(super) fn enter(&mut self, place: Place<'_>) {
        self.0.path.push(match place {
            Place::Member(name) => PathSegment::Member(name.to_owned()),
            Place::Item(index) => PathSegment::Item(index),
        });
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
            Problem::TooLarge => f.write_str("more items than there is room for"),
            Problem::Malformed(why) => write!(f, "not valid JSON: {why}"),
        }
    }
}

impl std::error::Error for DecodeError {}
