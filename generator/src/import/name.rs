//! Names that the dialect accepts, made of the names in a document.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{BadName, Name};

/// Names are not longer than this: they become names of files.
const LONGEST: usize = 120;

/// A name made of any text.
pub(super) fn name_of(text: &str) -> Name {
    let sign_as_word = |sign: char, word: &str| text.strip_prefix(sign).map(|rest| format!("{word}_{rest}"));
    let text =
        sign_as_word('+', "plus").or_else(|| sign_as_word('-', "minus")).unwrap_or_else(|| text.to_owned());
    let letter = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    let words: String = text.chars().map(letter).take(LONGEST).collect();
    let words = words.trim_matches('_');
    let made = Name::new(words).or_else(|why| match why {
        BadName::NoLetterFirst => Name::new(&format!("n_{words}")),
        BadName::Keyword => Name::new(&format!("{words}_value")),
        BadName::Empty | BadName::Character(_) => Name::new("unnamed"),
    });
    made.unwrap_or_else(|_| Name::new("unnamed").expect("a word is a name"))
}

/// How names are compared where they must differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    Snake,
    Pascal,
}

/// How the spec will write a name, from which it is read again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spelling {
    Snake,
    Pascal,
}

/// The names used so far in one scope, such as the members of a type.
#[derive(Debug)]
pub(super) struct Names {
    case: Case,
    /// The reserved ones too.
    used: BTreeSet<String>,
    /// Those that something in the document has, so that another thing with such a name is a collision.
    given: BTreeSet<String>,
    /// Whether what must be there is an argument, which is no method and may have a reserved name.
    has_arguments: bool,
    /// The last number that a name ends with, by what stands before it.
    numbers: BTreeMap<String, usize>,
}

/// A name that was free.
#[derive(Debug)]
pub(super) struct Claimed {
    pub(super) name: Name,
    /// Whether the wish was not fulfilled because something else in the document has that name.
    pub(super) collided: bool,
}

/// A name of something that also has one on the wire.
#[derive(Debug)]
pub(super) struct ClaimedWire {
    /// The name in Rust, to be written down; `None` where it follows from the wire name.
    pub(super) rename: Option<String>,
    pub(super) collided: bool,
}

impl Names {
    /// A scope in which only the `reserved` names are used.
    pub(super) fn new(case: Case, reserved: &[&str]) -> Self {
        let rendered = |word: &&str| match case {
            Case::Snake => (*word).to_owned(),
            Case::Pascal => name_of(word).pascal().to_owned(),
        };
        let mut used: BTreeSet<String> = reserved.iter().map(rendered).collect();
        used.extend(reserved.iter().map(|word| (*word).to_owned()));
        Self { case, used, given: BTreeSet::new(), has_arguments: false, numbers: BTreeMap::new() }
    }

    /// The same scope, for parameters of a call.
    pub(super) fn of_call(self) -> Self {
        Self { has_arguments: true, ..self }
    }

    /// From now on, what must be there is no argument, either: it has a setter, as in a body that need not be sent.
    pub(super) fn end_arguments(&mut self) {
        self.has_arguments = false;
    }

    /// Reserves a name in the spelling of this scope, as something else in the document has it.
    pub(super) fn reserve(&mut self, spelling: &str) {
        self.used.insert(spelling.to_owned());
        self.given.insert(spelling.to_owned());
    }

    /// Claims a name that the spec writes in snake case: the first free one of `base`, `base_suffix`, `base_suffix_2`,
    /// `base_suffix_3` and so on.
    pub(super) fn claim(&mut self, base: &str, suffix: &str) -> Claimed {
        self.claim_spelled(base, suffix, Spelling::Snake)
    }

    /// Claims a name that the spec writes as that of a type.
    pub(super) fn claim_type(&mut self, base: &str, suffix: &str) -> Claimed {
        self.claim_spelled(base, suffix, Spelling::Pascal)
    }

    /// Claims a name for what `wire` is the name of on the wire, which serves as it is if it can.
    pub(super) fn claim_wire(&mut self, wire: &str, base: &str, suffix: &str) -> ClaimedWire {
        self.claim_wire_unless(Self::take, wire, base, suffix)
    }

    /// The same for what must be there, be it a member or a parameter.
    pub(super) fn claim_required(&mut self, wire: &str, base: &str, suffix: &str) -> ClaimedWire {
        let take = if self.has_arguments { Self::take_though_reserved } else { Self::take };
        self.claim_wire_unless(take, wire, base, suffix)
    }

    fn claim_wire_unless(
        &mut self,
        take: fn(&mut Self, &Name) -> bool,
        wire: &str,
        base: &str,
        suffix: &str,
    ) -> ClaimedWire {
        let default = Name::new(wire).ok();
        if let Some(default) = &default
            && take(self, default)
        {
            return ClaimedWire { rename: None, collided: false };
        }
        let Claimed { name, collided } = self.claim(base, suffix);
        let follows = default.is_some_and(|default| default == name);
        ClaimedWire { rename: (!follows).then(|| name.snake().to_owned()), collided }
    }

    fn claim_spelled(&mut self, base: &str, suffix: &str, spelling: Spelling) -> Claimed {
        let first = self.candidate(base, spelling);
        let collided = first.as_ref().is_some_and(|name| self.given.contains(self.spell(name)));
        if let Some(name) = first
            && self.take(&name)
        {
            return Claimed { name, collided };
        }
        // The end of a long name would be cut off, and with it what makes it differ: suffix and number need some room.
        let base: String = base.chars().take(LONGEST - 40).collect();
        let base = format!("{base}_{suffix}");
        // By the name that it makes: what differs in signs alone is the same here, and must not count from one each.
        let counted = name_of(&base).snake().to_owned();
        loop {
            let number = self.numbers.entry(counted.clone()).or_insert(0);
            *number += 1;
            let text = if *number == 1 { base.clone() } else { format!("{base}_{number}") };
            if let Some(name) = self.candidate(&text, spelling)
                && self.take(&name)
            {
                return Claimed { name, collided };
            }
        }
    }

    /// A name as it will be read from the spec; `None` if what is written is not read as the same name again.
    fn candidate(&self, text: &str, spelling: Spelling) -> Option<Name> {
        let name = name_of(text);
        match spelling {
            Spelling::Snake => Name::new(name.snake()).ok().filter(|again| again.snake() == name.snake()),
            Spelling::Pascal => Name::new(name.pascal()).ok().filter(|again| again.pascal() == name.pascal()),
        }
    }

    /// Takes a name; `false` if it is used already.
    fn take(&mut self, name: &Name) -> bool {
        let spelling = self.spell(name).to_owned();
        let free = self.used.insert(spelling.clone());
        if free {
            self.given.insert(spelling);
        }
        free
    }

    /// Takes a name that may be a reserved one; `false` if something else has it.
    fn take_though_reserved(&mut self, name: &Name) -> bool {
        let spelling = self.spell(name).to_owned();
        self.used.insert(spelling.clone());
        self.given.insert(spelling)
    }

    /// A name as this scope compares it.
    fn spell<'n>(&self, name: &'n Name) -> &'n str {
        match self.case {
            Case::Snake => name.snake(),
            Case::Pascal => name.pascal(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_has_a_name() {
        let snake = |text| name_of(text).snake().to_owned();
        assert_eq!(
            ["+1", "-1", "type", "2fa", "", "naïve", "page[size]", "X-GitHub-Id"].map(snake),
            ["plus_1", "minus_1", "type_value", "n_2fa", "unnamed", "na_ve", "page_size", "x_git_hub_id"],
        );
    }

    #[test]
    fn a_taken_name_gets_a_suffix_and_then_a_number() {
        let mut names = Names::new(Case::Pascal, &["Error"]);
        let claimed = (0..3).map(|_| names.claim_type("error", "data"));
        let claimed: Vec<_> = claimed.map(|one| (one.name.pascal().to_owned(), one.collided)).collect();
        let wanted = [("ErrorData", false), ("ErrorData2", false), ("ErrorData3", false)];
        assert_eq!(claimed, wanted.map(|(name, collided)| (name.to_owned(), collided)));
    }

    /// `ABCThing` is written `abc_thing`, and read again as `AbcThing`.
    #[test]
    fn a_name_is_compared_as_it_will_be_read() {
        let mut names = Names::new(Case::Pascal, &[]);
        assert_eq!(names.claim("ABCThing", "group").name.pascal(), "AbcThing");
        let second = names.claim_type("abcThing", "data");
        assert_eq!((second.name.pascal(), second.collided), ("AbcThingData", true));
    }

    #[test]
    fn a_wire_name_serves_as_it_is_until_another_one_reads_the_same() {
        let mut names = Names::new(Case::Snake, &["new"]);
        let mut claim = |wire| {
            let ClaimedWire { rename, collided } = names.claim_wire(wire, wire, "value");
            (rename, collided)
        };
        assert_eq!(claim("m"), (None, false));
        assert_eq!(claim("M"), (Some("m_value".to_owned()), true));
        assert_eq!(claim("new"), (Some("new_value".to_owned()), false));
        assert_eq!(claim("é"), (Some("unnamed".to_owned()), false));
    }
}
