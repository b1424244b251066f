//! Texts for a schema with a `format`, with a `pattern`, or with neither: words, some of them awkward.

use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::string::string_regex;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Map, Value};

use crate::random::Random;

const WORDS: [&str; 10] =
    ["a", "blue", "Zoë", "two words", "日本", "\"quoted\"", "line\nbreak", "x/y?z=1", "0", "true"];

/// A text for a schema that asks for one.
pub(crate) fn text(schema: &Map<String, Value>, random: &mut Random) -> Option<String> {
    let said = |key: &str| schema.get(key).and_then(Value::as_str);
    let length = |key: &str| schema.get(key).and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok());
    if let Some(pattern) = said("pattern") {
        // Where none can be made, one of these may match. Values that are not valid are left out later, in `run.rs`.
        let made = of_pattern(pattern, length("minLength"), random);
        return Some(
            made.unwrap_or_else(|| (*random.pick(&["a1", "abc-def", "A", "12", "https://a.b"])).to_owned()),
        );
    }
    let (day, hour) = (1 + random.below(28), random.below(24));
    let formatted = match said("format").or(said("contentEncoding")) {
        Some("date") => format!("2024-02-{day:02}"),
        Some("date-time") => {
            format!(
                "2024-02-{day:02}T{hour:02}:05:09{}",
                random.pick(&["Z", ".25Z", "+02:00", ".123456-11:30"])
            )
        }
        Some("time") => format!("{hour:02}:05:09Z"),
        Some("duration") => "P3D".to_owned(),
        Some("uuid" | "guid") => {
            let (a, b) = (random.next(), random.next());
            let node = b & 0xffff_ffff_ffff;
            format!(
                "{:08x}-{:04x}-4{:03x}-8{:03x}-{node:012x}",
                a >> 32,
                a & 0xffff,
                (a >> 16) & 0xfff,
                b >> 52
            )
        }
        Some("uri" | "url" | "uri-reference" | "iri") => format!("https://example.com/a%20b/{day}?q={hour}"),
        Some("byte" | "base64") => (*random.pick(&["", "AA==", "aGVsbG8=", "/+8="])).to_owned(),
        Some("decimal") => (*random.pick(&["0", "-1.50", "123456789012345678901234567890.10"])).to_owned(),
        Some("email" | "idn-email") => format!("a{day}@example.com"),
        Some("hostname") => "example.com".to_owned(),
        Some("ip" | "ipv4") => format!("10.0.{hour}.{day}"),
        Some("ipv6") => format!("2001:db8::{day}"),
        _ => {
            let mut made = (*random.pick(&WORDS)).to_owned();
            let least = length("minLength").unwrap_or(0);
            while made.chars().count() < least {
                made.push_str(random.pick::<&str>(&WORDS));
            }
            let most = length("maxLength").unwrap_or(usize::MAX);
            return Some(made.chars().take(most).collect());
        }
    };
    Some(formatted)
}

/// A text that matches a pattern; `None` where proptest can make none, as of a pattern that looks around itself.
fn of_pattern(pattern: &str, least: Option<usize>, random: &mut Random) -> Option<String> {
    let inner = pattern.strip_prefix('^').unwrap_or(pattern);
    let inner = inner.strip_suffix('$').unwrap_or(inner);
    // In JSON Schema, these are ASCII.
    let inner = inner.replace(r"\d", "[0-9]").replace(r"\w", "[A-Za-z0-9_]");
    let inner = match (least, inner.strip_suffix("]+")) {
        // The length is said beside the pattern.
        (Some(least), Some(class)) => format!("{class}]{{{least}}}"),
        _ => inner,
    };
    let strategy = string_regex(&inner).ok()?;
    let seed: Vec<u8> = (0..4).flat_map(|_| random.next().to_le_bytes()).collect();
    let mut runner =
        TestRunner::new_with_rng(Config::default(), TestRng::from_seed(RngAlgorithm::ChaCha, &seed));
    Some(strategy.new_tree(&mut runner).ok()?.current())
}
