//! Forms of text.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use paceline_generator::ir::TextFormat;

/// Whether a text is of a form.
pub(crate) fn is_of_form(format: TextFormat, text: &str) -> bool {
    match format {
        TextFormat::Date => text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok(),
        TextFormat::DateTime => text.parse::<jiff::Timestamp>().is_ok(),
        TextFormat::Uuid => text.len() == 36 && text.parse::<uuid::Uuid>().is_ok(),
        TextFormat::Uri => text.parse::<reqwest::Url>().is_ok(),
        TextFormat::Base64 => STANDARD.decode(text).is_ok(),
        TextFormat::Decimal => is_decimal(text),
    }
}

/// Digits, perhaps with a sign before them and a point among them.
fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    [whole, part].iter().all(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_are_of_their_form_and_others_are_not() {
        for format in TextFormat::ALL {
            assert!(is_of_form(format, format.sample()), "{format:?}");
            for other in ["", "a b", "2025-02-30", "2025-01-01T00:00:00", "1.", "urn"] {
                assert!(
                    !is_of_form(format, other) || other.is_empty() && format == TextFormat::Base64,
                    "{format:?} {other}"
                );
            }
        }
    }
}
