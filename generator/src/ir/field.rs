//! Members of types and parameters of endpoints.

use super::example::Example;
use super::literal::Literal;
use super::name::Name;
use super::prose::Prose;
use super::source_location::SourceLocation;
use super::type_ref::TypeRef;

/// A named value: a member of a struct or a parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its name in the client.
    pub name: Name,
    /// Its name on the wire.
    pub wire: String,
    /// Its type; never wrapped for optionality, see `presence`.
    pub ty: TypeRef,
    /// Whether it must be there.
    pub presence: Presence,
    /// Bounds that are checked before sending.
    pub constraints: Constraints,
    /// Bounds that one weak source alone tells of: a value outside of them is sent all the same.
    pub weak_constraints: Constraints,
    /// What the server assumes when it is absent.
    pub default: Option<Literal>,
    /// A value that it may have.
    pub example: Option<Example>,
    /// What it means; never empty.
    pub docs: Prose,
    /// Where it stands in the spec.
    pub origin: SourceLocation,
}

impl Field {
    /// Its bounds, however well they are known: what a plausible value keeps to.
    #[must_use]
    pub fn known_constraints(&self) -> &Constraints {
        if self.constraints.is_empty() { &self.weak_constraints } else { &self.constraints }
    }
}

/// Whether a field must be there.
#[derive(Clone, Debug, PartialEq)]
pub enum Presence {
    /// Always there.
    Required,
    /// May be absent.
    Optional,
    /// Always there with this value; callers do not see it.
    Constant(Literal),
}

/// Bounds of a value. `None` and empty mean: no bound.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Constraints {
    /// Least number allowed.
    pub min: Option<f64>,
    /// Greatest number allowed.
    pub max: Option<f64>,
    /// Least number of list items.
    pub min_items: Option<u32>,
    /// Greatest number of list items.
    pub max_items: Option<u32>,
    /// Least number of characters of a string.
    pub min_length: Option<u32>,
    /// Greatest number of characters of a string.
    pub max_length: Option<u32>,
    /// The only values allowed, of the value itself or of each item of a list.
    pub one_of: Vec<Literal>,
    /// Members that no object within the value may have.
    pub without: Vec<String>,
}

impl Constraints {
    /// Whether there is nothing to check.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
