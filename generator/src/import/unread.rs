//! What nobody read, and where things stand.

use std::collections::{BTreeMap, BTreeSet};

use super::documents::{Documents, NAME_MAPS};
use super::note::{Note, NoteKind, NotePlace, address};
use super::reference::escape;
use crate::untyped::Untyped;

/// How the message on a named part ends that nothing refers to.
pub(super) const NEEDLESS: &str = " that nothing needs";

/// What a look through all files gives.
#[derive(Debug, Default)]
pub(super) struct Walk {
    /// The places of the wanted values, by their addresses.
    pub(super) pointers: BTreeMap<usize, String>,
    /// Places of unread members, by message.
    unread: BTreeMap<String, Vec<NotePlace>>,
}

impl Walk {
    /// Looks through all files. `kinds` says what the values at some addresses are, such as `a schema`; `wanted` are the
    /// addresses whose places are asked for.
    pub(super) fn through(
        documents: &Documents,
        kinds: &BTreeMap<usize, &'static str>,
        wanted: &BTreeSet<usize>,
    ) -> Self {
        let mut walk = Self::default();
        for (file, document) in documents.files() {
            let mut pointer = format!("{file}#");
            let top = if file.is_empty() { "the document" } else { "a file" };
            walk.visit(document, top, false, &mut pointer, true, kinds, wanted);
        }
        walk.pointers.values_mut().for_each(|place| *place = documents.original(place));
        for place in walk.unread.values_mut().flatten() {
            let original = documents.original(&place.name);
            *place = NotePlace { name: original.clone(), pointer: Some(original) };
        }
        walk
    }

    /// The notes on what nobody read.
    pub(super) fn unread_notes(&mut self) -> Vec<Note> {
        let unread = std::mem::take(&mut self.unread);
        unread.into_iter().map(|(message, places)| Note { kind: NoteKind::Unread, message, places }).collect()
    }

    /// Looks at a value. `names` says that its keys are names that the author of the document chose. `tell` is false below a
    /// member that nobody read, which has a note as a whole.
    #[expect(clippy::too_many_arguments, reason = "the state of one recursion")]
    fn visit(
        &mut self,
        value: &Untyped,
        label: &str,
        names: bool,
        pointer: &mut String,
        tell: bool,
        kinds: &BTreeMap<usize, &'static str>,
        wanted: &BTreeSet<usize>,
    ) {
        if wanted.contains(&address(value)) {
            self.pointers.insert(address(value), pointer.clone());
        }
        let label = kinds.get(&address(value)).copied().unwrap_or(label);
        let length = pointer.len();
        for (index, item) in value.items().iter().enumerate() {
            pointer.push_str(&format!("/{index}"));
            self.visit(item, label, false, pointer, tell, kinds, wanted);
            pointer.truncate(length);
        }
        for (key, member) in value.peek_entries() {
            pointer.push('/');
            pointer.push_str(&escape(key));
            let tell_member = tell && key.is_read();
            if tell && !key.is_read() && *member != Untyped::Null {
                let message = if names {
                    format!("an entry of {label}{NEEDLESS}")
                } else {
                    format!("`{}` of {label}", printable(key))
                };
                let place = NotePlace { name: pointer.clone(), pointer: Some(pointer.clone()) };
                self.unread.entry(message).or_default().push(place);
            }
            let below = if names { label.to_owned() } else { format!("`{}`", printable(key)) };
            let are_names = !names && NAME_MAPS.contains(&&**key);
            self.visit(member, &below, are_names, pointer, tell_member, kinds, wanted);
            pointer.truncate(length);
        }
    }
}

/// A key as it can stand in one line of a note, cut off where it is very long.
fn printable(key: &str) -> String {
    key.chars().map(|c| if c.is_control() || c == '`' { ' ' } else { c }).take(80).collect()
}
