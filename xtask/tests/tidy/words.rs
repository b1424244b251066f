//! One word for one concept: the words that were given up, and what is said instead.

/// An identifier that must not come back.
pub(crate) struct OldWord {
    pub(crate) old: &'static str,
    pub(crate) new: &'static str,
}

const fn word(old: &'static str, new: &'static str) -> OldWord {
    OldWord { old, new }
}

/// Only words that mean nothing else as identifiers in these folders.
pub(crate) const OLD_WORDS: &[OldWord] = &[
    // The model.
    word("OperationId", "EndpointId"),
    word("GroupId", "ResourceId"),
    word("Answer", "Response"),
    word("answer", "response"),
    word("answers", "responses"),
    word("Piece", "TemplatePart"),
    word("Place", "ParamLocation"),
    word("Location", "JsonPath"),
    word("Origin", "SourceLocation"),
    word("Reach", "Usage"),
    word("Joint", "ConditionGroup"),
    word("TakenNames", "UsedNames"),
    word("title_zh", "title"),
    // The stages of the generator.
    word("Home", "CrateLayout"),
    word("Loose", "Untyped"),
    word("parse_loose", "parse_untyped"),
    word("Reader", "MappingReader"),
    word("lower_operation", "lower_endpoint"),
    word("lower_operations", "lower_endpoints"),
    word("lower_groups", "lower_resources"),
    word("lower_taken", "lower_used_names"),
    word("lower_reach", "lower_usage"),
    word("lower_place", "lower_json_path"),
    word("lower_answer", "lower_response"),
    word("check_endless", "check_infinite_types"),
    word("Exchanging", "ExchangeLowerer"),
    word("emit_handle", "emit_resource_client"),
    word("emit_wire", "emit_codec"),
    word("Filling", "ExampleDetail"),
    word("Bare", "Minimal"),
    word("Spot", "ExprPosition"),
    word("emit_plain", "emit_text_files"),
    word("spell_type", "render_type"),
    word("spelled", "rendered"),
    word("mend", "fix"),
    word("mends", "fixes"),
    word("mark_kind", "remember_kind"),
    word("use_key", "count_key_as_read"),
    // The limiter.
    word("Trouble", "ThrottleState"),
    word("Lesson", "LimitEstimate"),
    word("strikes", "consecutive_throttles"),
    word("Alarm", "WakeTimer"),
    word("Arming", "TimerStep"),
    word("Wakes", "WakeList"),
    word("Broom", "IdleSweeper"),
    word("Setup", "Config"),
    word("Standing", "WaiterState"),
    word("handicap", "priority_offset"),
    word("pass_on", "grant_next"),
    word("Pace", "Pacing"),
    word("Guard", "SafetyMargin"),
    word("Answered", "Responded"),
    word("Bound", "EarliestTurn"),
    word("call_all", "alert_all"),
    word("end_call", "end_alert"),
    word("call_ends", "alert_ends"),
    // The runtime.
    word("Way", "JsonPath"),
    word("Job", "CallExecution"),
    word("Leaving", "Dispatched"),
    word("Arrived", "RawResponse"),
    word("Missed", "TransportError"),
    word("Lost", "TransportError"),
    word("Until", "Deadlines"),
    word("Reading", "BodyLimits"),
    word("Judge", "ThrottleClassifier"),
    word("Verdict", "RetryDecision"),
    word("unsure", "ambiguous"),
    word("Sending", "ResponseFuture"),
    word("SendingWithMeta", "ResponseFutureWithMeta"),
    word("Meta", "ResponseMeta"),
    word("Expect", "ResponseKind"),
    word("Opened", "UntypedResponse"),
    word("Marks", "PageInfo"),
    word("salvage", "recover_envelope"),
    word("Watch", "AttemptObserver"),
    word("Flight", "Refresh"),
    word("landed", "generation"),
    word("Picked", "TokenResponse"),
    word("Rotated", "RotatedToken"),
    word("at_hand", "cached"),
    word("Detached", "SpawnOnDrop"),
    word("holds_null", "accepts_null"),
    word("problems", "violations"),
    word("optional_way", "optional_json_path"),
    // The sandbox.
    word("Stage", "ServerState"),
    word("Visit", "RequestContext"),
    word("seal", "write_status"),
    word("perform", "execute"),
    word("remembers", "is_stateful"),
    // Tests and commands.
    word("Dice", "Rng"),
    word("Anything", "ArbitrarySpec"),
    word("MENDS", "FIX_COMMAND"),
];

/// Names that other people's crates have.
pub(crate) const FOREIGN: &[(&str, &str)] = &[("generator/src/diagnostic/render.rs", "Origin")];

/// The identifiers of Rust code with their lines, without those in comments and text.
pub(crate) fn identifiers(code: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let (mut line, mut at) = (1, 0);
    while let Some(c) = code[at..].chars().next() {
        let length = match c {
            '/' if code[at..].starts_with("//") => code[at..].find('\n').unwrap_or(code.len() - at),
            '"' => text_length(&code[at..]),
            '\'' => character_length(&code[at..]),
            'r' | 'b' if raw_length(&code[at..]).is_some() => raw_length(&code[at..]).unwrap_or(1),
            c if c.is_alphabetic() || c == '_' => {
                let rest = &code[at..];
                let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
                found.push((line, &rest[..end]));
                end
            }
            c => c.len_utf8(),
        };
        line += code[at..at + length].matches('\n').count();
        at += length;
    }
    found
}

/// The length of a text that begins here, with its quotes.
fn text_length(code: &str) -> usize {
    let mut escaped = false;
    for (at, c) in code.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    code.len()
}

/// The length of a character that begins here; of a lifetime, only its quote.
fn character_length(code: &str) -> usize {
    let mut chars = code.char_indices().skip(1);
    match chars.next() {
        Some((_, '\\')) => {
            code[2..].char_indices().skip(1).find(|(_, c)| *c == '\'').map_or(1, |(at, _)| at + 3)
        }
        Some(_) => chars.next().filter(|(_, c)| *c == '\'').map_or(1, |(at, _)| at + 1),
        None => 1,
    }
}

/// The length of a raw text that begins here, such as `r#"…"#`; `None` where there is none.
fn raw_length(code: &str) -> Option<usize> {
    let rest = code.trim_start_matches('b').strip_prefix('r')?;
    let marks = rest.len() - rest.trim_start_matches('#').len();
    let inside = rest[marks..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(marks));
    let before = code.len() - inside.len();
    Some(inside.find(&end).map_or(code.len(), |at| before + at + end.len()))
}

#[test]
fn comments_and_texts_hold_no_identifiers() {
    let code = "let a = \"b \\\" c\"; // d\nfn e<'f>(g: char) -> bool { g == '\\'' || g == 'h' || r#\"i \" j\"# }\nk";
    let found: Vec<_> = identifiers(code);
    let wanted = [
        (1, "let"),
        (1, "a"),
        (2, "fn"),
        (2, "e"),
        (2, "f"),
        (2, "g"),
        (2, "char"),
        (2, "bool"),
        (2, "g"),
        (2, "g"),
        (3, "k"),
    ];
    assert_eq!(found, wanted);
}
