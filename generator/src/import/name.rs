//! Names that the dialect accepts, made of the names in a document.

use std::collections::BTreeSet;

use crate::ir::{BadName, Name};

/// A name made of any text.
pub(super) fn name_of(text: &str) -> Name {
    let sign_as_word = |sign: char, word: &str| text.strip_prefix(sign).map(|rest| format!("{word}_{rest}"));
    let text =
        sign_as_word('+', "plus").or_else(|| sign_as_word('-', "minus")).unwrap_or_else(|| text.to_owned());
    let letter = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    let words: String = text.chars().map(letter).collect();
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

/// The names used so far in one scope, such as the members of a type.
#[derive(Debug)]
pub(super) struct Names {
    case: Case,
    used: BTreeSet<String>,
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
        Self { case, used }
    }

    /// Reserves a name; `false` if it is used already.
    pub(super) fn reserve(&mut self, name: &Name) -> bool {
        self.used.insert(self.spell(name))
    }

    /// Reserves the first free one of `base`, `base_suffix`, `base_suffix_2`, `base_suffix_3` and so on.
    pub(super) fn claim(&mut self, base: &str, suffix: &str) -> Name {
        let numbered = (2..).map(|number| format!("{base}_{suffix}_{number}"));
        let mut candidates = [base.to_owned(), format!("{base}_{suffix}")].into_iter().chain(numbered);
        loop {
            let name = name_of(&candidates.next().expect("numbers do not end"));
            // A name is kept only if its spellings parse as the same name again.
            let round_trips = Name::new(name.snake()).is_ok_and(|again| again.snake() == name.snake())
                && Name::new(name.pascal()).is_ok_and(|again| again.pascal() == name.pascal());
            if round_trips && self.reserve(&name) {
                return name;
            }
        }
    }

    /// A name as this scope compares it.
    fn spell(&self, name: &Name) -> String {
        match self.case {
            Case::Snake => name.snake().to_owned(),
            Case::Pascal => name.pascal().to_owned(),
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
        let claimed: Vec<_> = (0..3).map(|_| names.claim("error", "data").pascal().to_owned()).collect();
        assert_eq!(claimed, ["ErrorData", "ErrorData2", "ErrorData3"]);
    }
}
