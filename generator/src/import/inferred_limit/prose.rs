//! Limits in descriptions: one sentence, or one table of rates and bursts.

use super::phrase::{bucket, rate_at, words};
use crate::ir::Limit;

/// What is described.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Described {
    Operation,
    Document,
}

/// What makes a rate a limit, in a sentence.
const LIMITING: [&str; 11] = [
    "rate limit",
    "rate-limit",
    "ratelimit",
    "limited to",
    "limit of",
    "limit is",
    "throttled",
    "not exceed",
    "maximum of",
    "no more than",
    "at most",
];

/// Words of a sentence whose limit holds for some callers, together with something else, or only perhaps.
const DOUBTFUL: [&str; 60] = [
    "about",
    "account",
    "accounts",
    "across",
    "advise",
    "anonymous",
    "application",
    "approximately",
    "apps",
    "around",
    "average",
    "basic",
    "between",
    "burst",
    "bursts",
    "bytes",
    "client",
    "combined",
    "company",
    "default",
    "defaults",
    "depending",
    "depends",
    "e.g",
    "enterprise",
    "example",
    "except",
    "free",
    "from",
    "guests",
    "if",
    "increase",
    "instead",
    "ip",
    "ips",
    "may",
    "might",
    "or",
    "organisation",
    "organization",
    "paid",
    "plan",
    "plans",
    "premium",
    "previously",
    "pro",
    "project",
    "recommend",
    "recommended",
    "roughly",
    "sandbox",
    "shared",
    "should",
    "team",
    "tenant",
    "tier",
    "tiers",
    "trial",
    "unless",
    "workspace",
];

/// What a limit of a whole document may not be about: parts of it.
const PARTIAL: [&str; 9] =
    ["endpoint", "endpoints", "method", "methods", "operation", "operations", "resource", "route", "routes"];

/// The limit that a description states; `None` if it states none, or several.
pub(in super::super) fn in_prose(description: &str, of: Described) -> Option<Limit> {
    if of == Described::Operation
        && let Some(limit) = in_table(description)
    {
        return Some(limit);
    }
    let mut found: Option<Limit> = None;
    for sentence in sentences(description) {
        let words = words(&sentence);
        for at in 0..words.len() {
            let Some((limit, used)) = rate_at(&words[at..], true) else { continue };
            let is_limit = LIMITING.iter().any(|phrase| sentence.to_lowercase().contains(phrase));
            let is_doubtful = |word: &String| {
                DOUBTFUL.contains(&word.as_str())
                    || (of == Described::Document && PARTIAL.contains(&word.as_str()))
            };
            // Two rates anywhere, and neither is the one.
            if !is_limit
                || found.is_some()
                || words.iter().any(is_doubtful)
                || !ends_clearly(&words[at + used..])
            {
                return None;
            }
            found = Some(limit);
        }
    }
    found
}

/// Whether what follows a rate leaves it as it is: `per user` does, `per widget` does not.
fn ends_clearly(rest: &[String]) -> bool {
    let rest: Vec<&str> = rest.iter().map(String::as_str).collect();
    match rest.as_slice() {
        ["per" | "/", "api", "key" | "token", ..] | ["per" | "/", "user" | "token" | "key", ..] => true,
        ["per" | "for" | "/" | "and" | "in" | "on" | "with", ..] => false,
        _ => true,
    }
}

/// The sentences of a text. Its lines may end within them; tables are none.
fn sentences(text: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    for line in text.lines() {
        let line = line.trim();
        let starts_anew = line.is_empty() || line.starts_with(['#', '*', '-', '|', '>']);
        if starts_anew {
            all.push(String::new());
        }
        if line.starts_with('|') {
            continue;
        }
        let mut parts = line.split_inclusive(['.', '!', '?', ';']).peekable();
        while let Some(part) = parts.next() {
            if let Some(last) = all.last_mut() {
                last.push_str(part);
            }
            // `0.5` and `e.g.` are no ends.
            let is_end = part.ends_with(['.', '!', '?', ';'])
                && parts.peek().is_some_and(|next| next.starts_with(char::is_whitespace));
            if is_end {
                all.push(String::new());
            }
        }
        if let Some(last) = all.last_mut() {
            last.push(' ');
        }
    }
    all
}

/// The limit in a table of rates and bursts, such as
///
/// ```text
/// | Plan type | Rate (requests per second) | Burst |
/// |---|---|---|
/// | Default | 0.5 | 30 |
/// ```
fn in_table(text: &str) -> Option<Limit> {
    let mut columns: Option<(usize, usize)> = None;
    let mut found: Option<(f64, u32)> = None;
    for line in text.lines() {
        let line = line.trim();
        if !line.contains('|') {
            columns = None;
            continue;
        }
        let cells: Vec<String> =
            line.trim_matches('|').split('|').map(|cell| cell.trim().to_lowercase()).collect();
        let Some((rate, burst)) = columns else {
            let of_rate = cells.iter().position(|cell| cell == "rate (requests per second)");
            columns = of_rate.zip(cells.iter().position(|cell| cell == "burst"));
            continue;
        };
        let number = |at: usize| cells.get(at).and_then(|cell| cell.parse::<f64>().ok());
        let (Some(rate), Some(burst)) = (number(rate), number(burst)) else { continue };
        let whole = (burst.fract() == 0.0 && (1.0..=1e9).contains(&burst)).then_some(burst)?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it was looked at above")]
        let row = (rate, whole as u32);
        // Several plans, and nobody knows which is the caller's.
        if found.is_some_and(|known| known != row) {
            return None;
        }
        found = Some(row);
    }
    let (rate, burst) = found?;
    bucket(rate, burst)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_says_it_clearly_or_nothing() {
        let read = |text| in_prose(text, Described::Operation).map(|limit| limit.to_string());
        let known = [
            ("Lists items. Rate limit: 10 requests per minute.", "10/min"),
            ("This endpoint is limited to 60 requests\nper minute per user.", "60/min"),
            ("**Rate limit:** 1,000 requests per hour", "1000/h"),
            ("Do not exceed 5 calls every 10 seconds; be kind.", "5/10s"),
        ];
        for (text, wanted) in known {
            assert_eq!(read(text).as_deref(), Some(wanted), "{text}");
        }
        for text in [
            "Returns 10 requests per minute as a figure.",
            "Rate limit: 10 requests per minute, or 100 requests per minute for partners.",
            "Rate limit: 10 requests per minute. Others: rate limit of 20 requests per minute.",
            "Rate limited to about 10 requests per minute.",
            "Limited to 10 requests per minute per IP.",
            "Limited to 10 requests per minute per project.",
            "Free plans are limited to 10 requests per minute.",
            "Limited to 10 requests per month.",
            "Limited to 10-20 requests per minute.",
            "Limited to 10 requests per minute and user group.",
            "Limited to 10 items per minute.",
            "Rate limit: 10 per minute.",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        let whole = |text| in_prose(text, Described::Document).map(|limit| limit.to_string());
        assert_eq!(whole("The API is limited to 60 requests per minute.").as_deref(), Some("60/min"));
        assert_eq!(whole("Each endpoint is limited to 60 requests per minute."), None);
    }

    #[test]
    fn a_table_has_one_row_of_numbers() {
        let table = |rows: &str| {
            let text = format!(
                "Usage plan:\n\n| Plan type | Rate (requests per second) | Burst |\n| ---- | ---- | ---- |\n{rows}\n"
            );
            in_prose(&text, Described::Operation).map(|limit| limit.to_string())
        };
        assert_eq!(
            table("|Default| 0.0167 | 20 |\n|Selling partner specific| Variable | Variable |").as_deref(),
            Some("20/1198s")
        );
        assert_eq!(table("|A| 2 | 30 |\n|B| 2 | 30 |").as_deref(), Some("30/15s"));
        assert_eq!(table("|A| 2 | 30 |\n|B| 3 | 30 |"), None);
        assert_eq!(table("|A| 2 | 0.5 |"), None);
        assert_eq!(table("|A| inf | 5 |"), None);
    }
}
