//! Whether a text is of a form that has a name.

use crate::ir::TextFormat;

/// Whether a text is of a form, as RFC 3339, RFC 9562, RFC 3986 and RFC 4648 write them.
pub(super) fn is_of_form(format: TextFormat, text: &str) -> bool {
    match format {
        TextFormat::Date => is_date(text),
        TextFormat::DateTime => is_date_time(text),
        TextFormat::Uuid => is_uuid(text),
        TextFormat::Uri => is_uri(text),
        TextFormat::Base64 => is_base64(text),
        TextFormat::Decimal => is_decimal(text),
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The number of exactly so many digits, if it is one within the range.
fn number(text: &str, digits: usize, range: std::ops::RangeInclusive<u32>) -> Option<u32> {
    let number = (text.len() == digits && is_digits(text)).then(|| text.parse().ok())??;
    range.contains(&number).then_some(number)
}

fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return false };
    let (Some(year), Some(month)) = (number(year, 4, 0..=9999), number(month, 2, 1..=12)) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    number(day, 2, 1..=days).is_some()
}

fn is_date_time(text: &str) -> bool {
    let Some((date, rest)) = text.split_once(['T', 't']) else { return false };
    let (time, is_offset) = match rest.strip_suffix(['Z', 'z']) {
        Some(time) => (time, true),
        None => match rest.rsplit_once(['+', '-']).map(|(time, offset)| (time, offset.split_once(':'))) {
            Some((time, Some((hours, minutes)))) => {
                (time, number(hours, 2, 0..=23).is_some() && number(minutes, 2, 0..=59).is_some())
            }
            _ => return false,
        },
    };
    let (clock, fraction) = time.split_once('.').unwrap_or((time, "0"));
    let parts: Vec<&str> = clock.split(':').collect();
    let [hours, minutes, seconds] = parts[..] else { return false };
    let is_clock = number(hours, 2, 0..=23).is_some()
        && number(minutes, 2, 0..=59).is_some()
        && number(seconds, 2, 0..=59).is_some();
    is_date(date) && is_offset && is_clock && is_digits(fraction)
}

fn is_uuid(text: &str) -> bool {
    let lengths = text.split('-').map(str::len);
    lengths.eq([8, 4, 4, 4, 12]) && text.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit())
}

/// Whether it has a scheme and something behind it.
fn is_uri(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    let is_host =
        rest.strip_prefix("//").is_none_or(|rest| !rest.is_empty() && !rest.starts_with(['/', ':']));
    is_scheme && !rest.is_empty() && is_host && !rest.contains(|c: char| c.is_whitespace() || c.is_control())
}

fn is_base64(text: &str) -> bool {
    let data = text.trim_end_matches('=');
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'+' || byte == b'/';
    text.len().is_multiple_of(4) && text.len() - data.len() <= 2 && data.bytes().all(is_plain)
}

/// Digits, perhaps with a sign before them and a point among them.
fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    is_digits(whole) && is_digits(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_are_of_their_form_and_of_no_other_kind_of_text() {
        for format in TextFormat::ALL {
            assert!(is_of_form(format, format.sample()), "{format:?}");
            for other in ["a b", "2025-02-30", "2025-01-01T00:00:00", "1.", "urn", "é", "+", "-", ":", "T"] {
                assert!(!is_of_form(format, other), "{format:?} {other}");
            }
        }
    }

    #[test]
    fn edges_of_dates() {
        assert!(is_date("2024-02-29") && is_date("2000-02-29") && !is_date("1900-02-29"));
        assert!(!is_date("2025-13-01") && !is_date("2025-1-01") && !is_date("+025-01-01"));
        for right in ["2025-01-31T12:30:00Z", "2025-01-31t12:30:00.25z", "2025-01-31T12:30:00-08:00"] {
            assert!(is_date_time(right), "{right}");
        }
        for wrong in
            ["2025-01-31 12:30:00Z", "2025-01-31T24:00:00Z", "2025-01-31T12:30Z", "2025-01-31T12:30:00.Z"]
        {
            assert!(!is_date_time(wrong), "{wrong}");
        }
        assert!(!is_uri("https://") && !is_uri("https:") && is_uri("urn:isbn:1") && !is_uri("1a:b"));
    }
}
