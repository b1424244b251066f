//! Durations.

use std::time::Duration;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::parse::Text;

/// No duration of a client is longer than this.
const LONGEST: Duration = Duration::from_secs(366 * 24 * 3600);

/// The units of durations and windows, by their words.
pub(super) const UNITS: [(&str, Duration); 4] = [
    ("ms", Duration::from_millis(1)),
    ("s", Duration::from_secs(1)),
    ("min", Duration::from_secs(60)),
    ("h", Duration::from_secs(3600)),
];

/// Reads a duration such as `180s`.
pub(super) fn lower_duration(text: &Text, diagnostics: &mut Diagnostics) -> Option<Duration> {
    let digits = text.value.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.value.len());
    let (number, unit) = text.value.split_at(digits);
    let unit = UNITS.iter().find(|(word, _)| *word == unit.trim());
    let duration = unit
        .zip(number.parse::<u32>().ok())
        .and_then(|((_, unit), number)| unit.checked_mul(number))
        .filter(|duration| *duration <= LONGEST);
    if duration.is_none() {
        let message = format!("`{}` is not a duration", text.value);
        let help = "a duration is a whole number and a unit: `500ms`, `180s`, `3min` or `1h`, a year at most";
        diagnostics.push(Diagnostic::new(Code::DurationSyntax, &text.origin, message).help(help));
    }
    duration
}
