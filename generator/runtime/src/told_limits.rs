//! What responses say of the limits.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use http::header::HeaderMap;
use paceline::InFlight;
use tokio::time::Instant;

use crate::api::{LimitHeaders, LimitsLeft};

/// The header of the IETF draft "RateLimit header fields for HTTP".
const RATE_LIMIT: &str = "ratelimit";

/// From here on a number is a Unix time and no number of seconds from now: thirty years.
const UNIX_TIME: f64 = 1e9;

/// From here on it is one in milliseconds.
const UNIX_MILLIS: f64 = 1e12;

/// No word of a server is good for longer than this.
const LONGEST: Duration = Duration::from_secs(24 * 3600);

/// Tells the limiter what a response says of the limits, before it learns how the request ended.
pub(crate) fn tell(request: &mut InFlight, said: &[LimitHeaders], headers: &HeaderMap) {
    for about in said {
        if let Some((left, renewed)) = about.left.and_then(|left| left_in(left, headers)) {
            request.told(about.bucket, left, Instant::now() + renewed);
        }
        if let Some(weight) = about.weight.and_then(|name| number(headers.get(name)?.to_str().ok()?)) {
            request.weighed(about.bucket, whole(weight.ceil()));
        }
    }
}

/// How many requests are left, and how long that holds.
fn left_in(left: LimitsLeft, headers: &HeaderMap) -> Option<(u32, Duration)> {
    match left {
        LimitsLeft::Headers { remaining, reset } => {
            let text = |name: &str| headers.get(name)?.to_str().ok();
            let left = number(text(remaining)?)?;
            Some((whole(left), until(number(text(reset)?)?, SystemTime::now())))
        }
        LimitsLeft::Policy(name) => {
            let lines = headers.get_all(RATE_LIMIT).iter().filter_map(|line| line.to_str().ok());
            lines.into_iter().find_map(|line| item_of(line, name))
        }
    }
}

/// A number that is not negative, and not endless.
fn number(text: &str) -> Option<f64> {
    let number: f64 = text.trim().parse().ok()?;
    number.is_finite().then(|| number.max(0.0))
}

/// A whole number, rounded down.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast takes the nearest number"
)]
fn whole(number: f64) -> u32 {
    number as u32
}

/// How long it is until a number of seconds has passed, or a Unix time has come.
fn until(number: f64, now: SystemTime) -> Duration {
    let now = now.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs_f64();
    let seconds = match number {
        millis if millis >= UNIX_MILLIS => millis / 1000.0 - now,
        time if time >= UNIX_TIME => time - now,
        seconds => seconds,
    };
    seconds_long(seconds.max(0.0))
}

/// So many seconds, but no longer than a server's word is good for.
fn seconds_long(seconds: f64) -> Duration {
    Duration::try_from_secs_f64(seconds).unwrap_or(LONGEST).min(LONGEST)
}

/// What a line of the header says of a policy: `"burst";r=50;t=30, "day";r=4000;t=7200`. An item needs no time: without one the
/// number may be renewed at any moment, so that it says nothing of the future.
fn item_of(line: &str, policy: &str) -> Option<(u32, Duration)> {
    split_unquoted(line, ',').find_map(|item| {
        let mut parts = split_unquoted(item, ';');
        if parts.next()?.trim().trim_matches('"') != policy {
            return None;
        }
        let mut found = (None, None);
        for (key, value) in parts.filter_map(|part| part.trim().split_once('=')) {
            match key {
                "r" => found.0 = number(value),
                "t" => found.1 = number(value),
                _ => {}
            }
        }
        Some((whole(found.0?), seconds_long(found.1?)))
    })
}

/// The parts of a text between separators that stand in no quotes.
fn split_unquoted(text: &str, separator: char) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    text.split(move |character| {
        quoted ^= character == '"';
        character == separator && !quoted
    })
}

#[cfg(test)]
mod tests {
    use http::HeaderName;

    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        let pair =
            |&(name, value): &(&'static str, &str)| (HeaderName::from_static(name), value.parse().unwrap());
        pairs.iter().map(pair).collect()
    }

    const TWO: LimitsLeft = LimitsLeft::Headers { remaining: "x-remaining", reset: "x-reset" };

    #[test]
    fn a_renewal_is_in_seconds_or_at_a_unix_time() {
        let read =
            |left: &str, reset: &str| left_in(TWO, &headers(&[("x-remaining", left), ("x-reset", reset)]));
        assert_eq!(read("7", "30"), Some((7, Duration::from_secs(30))));
        assert_eq!(read(" 0 ", "0.65"), Some((0, Duration::from_millis(650))));
        assert_eq!(read("4.9", "-3"), Some((4, Duration::ZERO)));
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
        for text in [(now + 60).to_string(), ((now + 60) * 1000).to_string()] {
            let (_, after) = read("7", &text).unwrap();
            assert!((58..=60).contains(&after.as_secs()), "{text}: {after:?}");
        }
        assert_eq!(read("7", "1000"), Some((7, Duration::from_secs(1000))));
        assert_eq!(read("7", "99999999999999999"), Some((7, LONGEST)));
        for (left, reset) in [("", "1"), ("many", "1"), ("1", "soon"), ("NaN", "1"), ("inf", "1")] {
            assert_eq!(read(left, reset), None, "{left} {reset}");
        }
        assert_eq!(left_in(TWO, &headers(&[("x-remaining", "1")])), None);
    }

    #[test]
    fn a_policy_is_found_by_its_name() {
        let line = r#""a, b;c";r=1;t=2, burst;r=50;t=30;pk=:cHsdsRa894==:, "day";r=4000"#;
        let read = |policy| left_in(LimitsLeft::Policy(policy), &headers(&[("ratelimit", line)]));
        assert_eq!(read("a, b;c"), Some((1, Duration::from_secs(2))));
        assert_eq!(read("burst"), Some((50, Duration::from_secs(30))));
        assert_eq!((read("day"), read("other")), (None, None));
        let older = headers(&[("ratelimit", "limit=100, remaining=50, reset=5")]);
        assert_eq!(left_in(LimitsLeft::Policy("limit"), &older), None);
    }
}
