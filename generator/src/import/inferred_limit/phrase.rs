//! A rate in words: `100/minute`, `5 requests per second`, `60 calls every 10 seconds`.

use std::time::Duration;

use crate::ir::Limit;

const DAY: Duration = Duration::from_secs(24 * 3600);

/// The words of a text, in small letters and without quotes, brackets and points around them; other signs, as in `~5` and
/// `5+`, belong to a word. A slash is a word of its own.
pub(super) fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase().replace('/', " / ");
    let before = |c: char| "*_\"'`([{“‘".contains(c);
    let after = |c: char| "*_\"'`)]}.,;:!?”’".contains(c);
    let words = text
        .split_whitespace()
        .map(|word| word.trim_start_matches(before).trim_end_matches(after).to_owned());
    words.filter(|word| !word.is_empty()).collect()
}

/// The rate that begins with the first of some words, and how many of them say it. Without `noun`, what is counted need not be
/// said.
pub(super) fn rate_at(words: &[String], noun: bool) -> Option<(Limit, usize)> {
    let word = |at: usize| words.get(at).map(String::as_str);
    let requests = whole_number(word(0)?)?;
    let mut at = 1;
    if matches!(word(at), Some("api" | "http")) {
        at += 1;
    }
    let nouns = ["request", "requests", "req", "reqs", "call", "calls", "queries"];
    if word(at).is_some_and(|word| nouns.contains(&word)) {
        at += 1;
    } else if noun || at > 1 {
        return None;
    }
    if !matches!(word(at)?, "per" | "/" | "every" | "each" | "a" | "an") {
        return None;
    }
    at += 1;
    let mut times = 1;
    if let Some(number) = word(at).and_then(whole_number) {
        (times, at) = (number, at + 1);
    }
    let window = unit(word(at)?)?.checked_mul(times)?;
    (window <= DAY).then_some((Limit { requests, window }, at + 1))
}

/// A text that is a rate and nothing else.
pub(super) fn rate(text: &str) -> Option<Limit> {
    let words = words(text);
    rate_at(&words, false).filter(|(_, used)| *used == words.len()).map(|(limit, _)| limit)
}

/// A text that is a length of time: `minute`, `10 seconds`, `60s`.
pub(super) fn window(text: &str) -> Option<Duration> {
    let text = text.trim().to_lowercase();
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let (number, rest) = text.split_at(digits);
    let times = if number.is_empty() { 1 } else { whole_number(number)? };
    let unit = match rest.trim() {
        // With a number it is no month.
        "m" if digits > 0 => Some(Duration::from_secs(60)),
        "ms" if digits > 0 => Some(Duration::from_millis(1)),
        word => unit(word),
    };
    unit?.checked_mul(times).filter(|window| *window <= DAY)
}

/// A bucket of tokens as requests in a window: so many at once, refilled at a rate, which is given in tokens a second.
pub(super) fn bucket(rate: f64, burst: u32) -> Option<Limit> {
    let seconds = f64::from(burst) / rate;
    let grain = if seconds < 1.0 { 1000.0 } else { 1.0 };
    // Rather a little more time than too little; what rounding adds to a whole number is none.
    let seconds = (seconds * grain - 1e-6).ceil() / grain;
    let window = Duration::try_from_secs_f64(seconds).ok()?;
    let window = Duration::from_millis(u64::try_from(window.as_micros().div_ceil(1000)).ok()?);
    (rate > 0.0 && burst > 0 && !window.is_zero() && window <= DAY)
        .then_some(Limit { requests: burst, window })
}

/// A whole number above 0, perhaps with commas between thousands.
pub(super) fn whole_number(word: &str) -> Option<u32> {
    let mut groups = word.split(',');
    let first = groups.next()?;
    let is_digits = |group: &str| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit());
    let good = is_digits(first)
        && (first.len() <= 3 || !word.contains(','))
        && groups.all(|group| is_digits(group) && group.len() == 3);
    if !good {
        return None;
    }
    word.replace(',', "").parse().ok().filter(|number| (1..=1_000_000_000).contains(number))
}

fn unit(word: &str) -> Option<Duration> {
    let seconds = match word {
        "s" | "sec" | "secs" | "second" | "seconds" => 1,
        "min" | "mins" | "minute" | "minutes" => 60,
        "h" | "hr" | "hour" | "hours" => 3600,
        "d" | "day" | "days" => 24 * 3600,
        _ => return None,
    };
    Some(Duration::from_secs(seconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_a_number_and_a_window_and_nothing_else() {
        let read = |text| rate(text).map(|limit| limit.to_string());
        let known = [
            ("100/minute", "100/min"),
            ("5 requests per second", "5/s"),
            ("1,000 API calls every 10 seconds", "1000/10s"),
            ("120 / min", "120/min"),
            ("30 req/hour", "30/h"),
            ("5000 requests a day", "5000/day"),
        ];
        for (text, wanted) in known {
            assert_eq!(read(text).as_deref(), Some(wanted), "{text}");
        }
        for text in [
            "",
            "100",
            "100/month",
            "1,00/s",
            "1.5/s",
            "0/s",
            "10-20 requests per second",
            "100 per minute per user",
            "100/m",
            "100/2day",
            "99999999999/s",
            "5 items per second",
            "-5/s",
            "~5/s",
            ".5/s",
            "5+ requests per second",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_window_has_a_unit() {
        let read = |text| window(text).map(|window| window.as_millis());
        assert_eq!(
            ["60s", "1m", "minute", "15 minutes", "500ms"].map(read),
            [60_000, 60_000, 60_000, 900_000, 500].map(Some)
        );
        assert_eq!(["60", "m", "", "2 days", "month", "s s"].map(read), [None; 6]);
    }

    #[test]
    fn a_bucket_is_full_again_after_its_window() {
        let read = |rate, burst| bucket(rate, burst).map(|limit| limit.to_string());
        assert_eq!(read(0.5, 30).as_deref(), Some("30/min"));
        assert_eq!(read(0.0167, 20).as_deref(), Some("20/1198s"));
        assert_eq!(read(10.0, 5).as_deref(), Some("5/500ms"));
        assert_eq!(read(0.1, 1).as_deref(), Some("1/10s"));
        assert_eq!(read(0.0, 5), None);
        assert_eq!(read(-1.0, 5), None);
        assert_eq!(read(f64::NAN, 5), None);
        assert_eq!(read(0.000_001, 5), None);
    }
}
