//! Media types, which a document says for all operations at once, and an operation for itself.

use std::rc::Rc;

use super::super::reference::escape;
use crate::untyped::Untyped;

/// So many media types of one body are looked at. Of all beyond the first ones nothing is imported anyway, and what a document
/// lists for all of its operations must not take the product of both.
const MOST: usize = 16;

/// A list of media types, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct MediaTypes<'d> {
    /// Each with its place.
    pub(super) all: Vec<(&'d str, String)>,
}

/// What bodies and responses are written in.
#[derive(Clone, Debug)]
pub(super) struct Media<'d> {
    pub(super) consumes: Rc<MediaTypes<'d>>,
    pub(super) produces: Rc<MediaTypes<'d>>,
}

impl<'d> MediaTypes<'d> {
    /// A list that no document holds.
    pub(super) fn only(name: &'static str) -> Self {
        Self { all: vec![(name, String::new())] }
    }

    /// The list at a key of an operation or document; `None` without one.
    fn at(level: &'d Untyped, place: &str, key: &str) -> Option<Rc<Self>> {
        let said = level.peek(key)?;
        let items = if said.as_str().is_some() { std::slice::from_ref(said) } else { said.items() };
        let mut all: Vec<(&str, String)> = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let name = item.as_str().map(str::trim).filter(|name| !name.is_empty());
            let is_json = |name: &str| name.contains("json");
            if let Some(name) = name
                && !all.iter().any(|(known, _)| *known == name)
                && (all.len() < MOST || (is_json(name) && !all.iter().any(|(known, _)| is_json(known))))
            {
                all.push((name, format!("{place}/{}/{index}", escape(key))));
            }
            if all.len() > MOST {
                break;
            }
        }
        Some(Rc::new(Self { all }))
    }
}

impl<'d> Media<'d> {
    /// Nothing is said.
    pub(super) fn unsaid() -> Self {
        let nothing = Rc::new(MediaTypes { all: Vec::new() });
        Self { consumes: Rc::clone(&nothing), produces: nothing }
    }

    /// What holds at a level below this one, which may say something else.
    pub(super) fn within(&self, level: &'d Untyped, place: &str) -> Self {
        Self {
            consumes: MediaTypes::at(level, place, "consumes").unwrap_or_else(|| Rc::clone(&self.consumes)),
            produces: MediaTypes::at(level, place, "produces").unwrap_or_else(|| Rc::clone(&self.produces)),
        }
    }
}
