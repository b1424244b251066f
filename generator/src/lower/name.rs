//! Names: valid, free and not needed by the client itself.

use std::collections::BTreeMap;

use super::reserved::Words;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{BadName, Name, SourceLocation};
use crate::parse::Text;

/// How a name is written in Rust at the place where it must be free.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// As a module, a method or a member.
    Snake,
    /// As a type or a variant.
    Pascal,
    /// As a method, and as a type that belongs to it: a name must be free as both. `a_1` and `a1` differ as methods, not as
    /// types.
    Both,
}

/// Names that must differ from one another, such as those of the methods of a resource's client.
pub(super) struct Namespace {
    /// What has these names, such as `parameter`.
    what: &'static str,
    case: Case,
    /// Names that the emitted client needs itself.
    reserved: Words,
    /// By spelling in Rust: what it is, its name as written, and where.
    taken: BTreeMap<String, (&'static str, String, SourceLocation)>,
}

impl Namespace {
    /// A namespace in which only the client's own names are taken.
    pub(super) fn new(what: &'static str, case: Case, reserved: Words) -> Self {
        Self { what, case, reserved, taken: BTreeMap::new() }
    }

    /// Takes a name; complains when it is taken already, or reserved.
    pub(super) fn claim(&mut self, name: &Name, text: &Text, help: &str, diagnostics: &mut Diagnostics) {
        self.claim_unreserved(name, text, help, diagnostics);
        self.check_reserved(self.what, name, text, help, diagnostics);
    }

    /// Complains when the client needs a name itself.
    pub(super) fn check_reserved(
        &self,
        what: &str,
        name: &Name,
        text: &Text,
        help: &str,
        diagnostics: &mut Diagnostics,
    ) {
        let rust = self.spelling(name);
        if !is_stand_in(name, text) && self.reserved.contains(&rust) {
            let message =
                format!("the {what} `{}` has a name that the emitted client needs itself", text.value);
            let message = if rust == text.value { message } else { format!("{message}: `{rust}`") };
            diagnostics.push(Diagnostic::new(Code::NameReserved, &text.origin, message).help(help));
        }
    }

    /// Takes a name that may be one of the reserved ones.
    pub(super) fn claim_unreserved(
        &mut self,
        name: &Name,
        text: &Text,
        help: &str,
        diagnostics: &mut Diagnostics,
    ) {
        self.claim_as(self.what, name, text, help, diagnostics);
    }

    /// Takes a name for another kind of thing than usual, such as the call of an endpoint among types.
    pub(super) fn claim_as(
        &mut self,
        what: &'static str,
        name: &Name,
        text: &Text,
        help: &str,
        diagnostics: &mut Diagnostics,
    ) {
        // A text that is no name was reported, and a stand-in for it collides with nothing.
        if is_stand_in(name, text) {
            return;
        }
        let rust = match self.case {
            Case::Snake => name.snake(),
            Case::Pascal | Case::Both => name.pascal(),
        };
        let rust = rust.to_owned();
        let Some((other, first, origin)) = self.taken.get(&rust) else {
            self.taken.insert(rust, (what, text.value.clone(), text.origin.clone()));
            return;
        };
        let message = if *first == text.value && *other == what {
            format!("the {what} `{first}` is defined twice")
        } else {
            format!("the {other} `{first}` and the {what} `{}` are both `{rust}` in Rust", text.value)
        };
        diagnostics.push(
            Diagnostic::new(Code::NameTaken, &text.origin, message)
                .note_at(origin, format!("the {other} `{first}` stands here"))
                .help(help),
        );
    }

    /// How reserved names are written.
    fn spelling<'n>(&self, name: &'n Name) -> &'n str {
        match self.case {
            Case::Snake | Case::Both => name.snake(),
            Case::Pascal => name.pascal(),
        }
    }
}

/// Makes a name of a text. What comes back after a complaint is never emitted.
pub(super) fn lower_name(text: &Text, what: &str, help: &str, diagnostics: &mut Diagnostics) -> Name {
    Name::new(&text.value).unwrap_or_else(|reason| {
        let message = format!("`{}` cannot be the name of {what}: {reason}", text.value.escape_debug());
        diagnostics
            .push(Diagnostic::new(Code::NameInvalid, &text.origin, message).help(help_for(reason, help)));
        stand_in()
    })
}

/// Makes a name of a text that stands nowhere but in the spec, so that one spelling is enough for it.
pub(super) fn lower_own_name(text: &Text, what: &str, help: &str, diagnostics: &mut Diagnostics) -> Name {
    let name = lower_name(text, what, help, diagnostics);
    if !is_stand_in(&name, text) && name.snake() != text.value {
        let message = format!("the name of {what} is written in snake case, unlike `{}`", text.value);
        let help = format!("write `{}`", name.snake());
        diagnostics.push(Diagnostic::new(Code::NameInvalid, &text.origin, message).help(help));
    }
    name
}

/// What to do about a text of which no name can be made.
fn help_for(reason: BadName, help: &str) -> String {
    match reason {
        BadName::Keyword | BadName::NoLetterFirst | BadName::Empty => help.to_owned(),
        BadName::Character(_) => format!("{help}; names are made of ASCII letters, digits and `_`"),
    }
}

/// What stands in for a name that cannot be.
const STAND_IN: &str = "invalid";

/// The name that stands in for one that cannot be.
fn stand_in() -> Name {
    Name::new(STAND_IN).expect("a word of letters is a name")
}

/// Whether a name stands in for a text of which none could be made.
fn is_stand_in(name: &Name, text: &Text) -> bool {
    name.snake() == STAND_IN && Name::new(&text.value).is_err()
}
