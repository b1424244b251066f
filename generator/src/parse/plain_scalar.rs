//! What a scalar without quotes means: `serde_yaml` decides.

use std::collections::BTreeMap;

use serde_yaml::Value;

use super::node::Scalar;

/// The length of the longest word, `false`, that has a meaning other than itself.
const LONGEST_WORD: usize = 5;

/// Resolves the plain scalars of a file.
#[derive(Debug, Default)]
pub(super) struct Resolver {
    /// What was asked before: most scalars other than prose come often.
    known: BTreeMap<String, Option<Scalar>>,
}

impl Resolver {
    /// The meaning of a plain scalar; `None` for a number that does not fit into 64 bits.
    pub(super) fn resolve(&mut self, text: &str) -> Option<Scalar> {
        if is_prose(text) {
            return Some(Scalar::Str(text.to_owned()));
        }
        if let Some(known) = self.known.get(text) {
            return known.clone();
        }
        let meaning = ask_serde_yaml(text);
        self.known.insert(text.to_owned(), meaning.clone());
        meaning
    }
}

/// Whether a scalar is text in every version of YAML: numbers start with something else than a letter, and the words for
/// nothing, yes and no are short. Such scalars are most of a spec, and `serde_yaml` need not be asked.
fn is_prose(text: &str) -> bool {
    text.len() > LONGEST_WORD && text.starts_with(char::is_alphabetic)
}

/// The meaning of a plain scalar by `serde_yaml`; `None` for a number that does not fit into 64 bits.
fn ask_serde_yaml(text: &str) -> Option<Scalar> {
    // Behind a space, `---` is no end of a document.
    match serde_yaml::from_str(&format!(" {text}")) {
        Ok(Value::Null) => Some(Scalar::Null),
        Ok(Value::Bool(value)) => Some(Scalar::Bool(value)),
        Ok(Value::Number(number)) => match (number.as_i64(), number.as_f64()) {
            (Some(value), _) => Some(Scalar::Int(value)),
            (None, Some(value)) if value.is_finite() && number.is_f64() && !is_whole(text) => {
                Some(Scalar::Float(value))
            }
            _ => None,
        },
        // On its own, what stands inside a line may be an empty list or a syntax error; here it is text.
        Ok(Value::String(_) | Value::Sequence(_) | Value::Mapping(_) | Value::Tagged(_)) => {
            Some(Scalar::Str(text.to_owned()))
        }
        Err(_) if is_whole(text) => None,
        Err(_) => Some(Scalar::Str(text.to_owned())),
    }
}

/// Whether a text is a whole number of any size.
fn is_whole(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolve(text: &str) -> Option<Scalar> {
        Resolver::default().resolve(text)
    }

    #[test]
    fn scalars_mean_what_they_mean_inside_a_document() {
        let texts = "~ null Null NULL nuLL true True TRUE tRUE false False FALSE yes no on off 0 7 -7 +7 007 -0 1_000 0x1f 0o17 \
            0b11 -0x1f 1.5 -1.5 +1.5 1e3 1.e3 .5 . .. + -- --- ... 1.2.3 2026-11-23 12:30 .foo -foo +foo 9223372036854775807 1e999x \
            text truest nullable falsehood offset";
        for text in texts.split_whitespace() {
            let document: Value = serde_yaml::from_str(&format!("key: {text}"))
                .unwrap_or_else(|error| panic!("{text}: {error}"));
            let wanted = match &document["key"] {
                Value::Null => Scalar::Null,
                Value::Bool(value) => Scalar::Bool(*value),
                Value::String(value) => Scalar::Str(value.clone()),
                Value::Number(number) => match number.as_i64() {
                    Some(value) => Scalar::Int(value),
                    None => Scalar::Float(number.as_f64().expect("a number")),
                },
                other => unreachable!("a scalar is no {other:?}"),
            };
            assert_eq!(resolve(text), Some(wanted), "{text}");
        }
    }

    #[test]
    fn what_is_not_asked_about_is_text() {
        for text in ["description", "trueish", "nullify", "Infinity", "e10000", "名前です"] {
            assert!(is_prose(text), "{text}");
            assert_eq!(ask_serde_yaml(text), Some(Scalar::Str(text.to_owned())), "{text}");
        }
    }

    #[test]
    fn numbers_that_nothing_can_hold_are_refused() {
        for text in
            ["9223372036854775808", "-9223372036854775809", "99999999999999999999", ".inf", "-.inf", ".nan"]
        {
            assert_eq!(resolve(text), None, "{text}");
        }
    }
}
