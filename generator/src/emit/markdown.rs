//! Markdown of the spec that stays Markdown: code, links, bold text, lists and paragraphs. Names of code get backticks.
//! Everything else is escaped, so that no text can break out of its place.

/// One line of documentation. White space of any kind becomes a space.
pub(super) fn line(text: &str) -> String {
    let text: String = text.chars().map(|c| if is_invisible(c) { ' ' } else { c }).collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    write(&text, |rest, before| {
        code(rest)
            .or_else(|| link(rest))
            .or_else(|| bold(rest))
            .or_else(|| address(rest).filter(|_| !before.is_alphanumeric()))
    })
}

/// Text in which some parts are markup: `markup` says how many bytes such a part is long, and how it is written. What
/// reads like a name of code is put in backticks, and all the rest is escaped.
fn write(text: &str, markup: impl Fn(&str, char) -> Option<(usize, String)>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut before = ' ';
    // Whether a word begins here, or may still begin after a bracket or quote.
    let mut word_begins = true;
    while let Some(c) = rest.chars().next() {
        let marked = markup(rest, before).map(|taken| (taken, true));
        let taken = marked.or_else(|| identifier(rest).filter(|_| word_begins).map(|taken| (taken, true)));
        let ((length, written), ends_word) = taken.unwrap_or_else(|| {
            let written = character(c, before, rest);
            let is_escaped = written.len() > c.len_utf8();
            ((c.len_utf8(), written), is_escaped || c == ' ' || c == '\'' || has_no_spaces(c))
        });
        word_begins = ends_word || word_begins && !c.is_alphanumeric();
        out.push_str(&written);
        before = rest[..length].chars().next_back().unwrap_or(' ');
        rest = &rest[length..];
    }
    out
}

/// Documentation of several paragraphs: one text each, a list being one text of several lines.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    for block in text.replace("\r\n", "\n").split("\n\n") {
        let mut list = String::new();
        let mut running = String::new();
        for source in block.lines() {
            match item(source) {
                Some((marker, content)) => {
                    paragraphs.extend(finished(&mut running));
                    if !list.is_empty() {
                        list.push('\n');
                    }
                    list.push_str(&format!("{marker} {}", line(content)));
                }
                // The continuation of an item stands on its line.
                None if !list.is_empty() => list.push_str(&format!(" {}", line(source))),
                None => running.push_str(&format!("{source} ")),
            }
        }
        paragraphs.extend(finished(&mut running));
        if !list.is_empty() {
            // Several lines are what tells a list from running text.
            if !list.contains('\n') {
                list.push('\n');
            }
            paragraphs.push(list);
        }
    }
    paragraphs
}

/// The running text so far as a paragraph, if there is any.
fn finished(running: &mut String) -> Option<String> {
    Some(line(&std::mem::take(running))).filter(|text| !text.is_empty())
}

/// The marker and the content of an item of a list.
fn item(source: &str) -> Option<(&str, &str)> {
    let source = source.trim_start();
    let digits = source.bytes().take_while(u8::is_ascii_digit).count();
    let length = match source.as_bytes().get(digits)? {
        b'.' if (1..=3).contains(&digits) => digits + 1,
        b'-' | b'*' if digits == 0 => 1,
        _ => return None,
    };
    let content = source[length..].strip_prefix(' ')?.trim();
    let marker = if digits == 0 { "-" } else { &source[..length] };
    (!content.is_empty()).then_some((marker, content))
}

/// Code in backticks at the start of a text: how long it is, and how it is written. Backticks without their partner would
/// swallow what follows, so they get one. Three or more become two: at the start of a line they would be a block of code,
/// which rustdoc compiles and runs.
fn code(text: &str) -> Option<(usize, String)> {
    let count = text.bytes().take_while(|byte| *byte == b'`').count();
    let (marks, inner) = text.split_at(count);
    let (content, length) = match (count, inner.find(marks)) {
        (0, _) => return None,
        (_, Some(end)) => (&inner[..end], end + 2 * count),
        (_, None) => (inner, text.len()),
    };
    let written = match count {
        1 => format!("`{content}`"),
        _ => format!("`` {} ``", content.trim().replace("``", "` `")),
    };
    Some((length, written))
}

/// A link to the web.
fn link(text: &str) -> Option<(usize, String)> {
    let (label, after) = text.strip_prefix('[')?.split_once("](")?;
    let (target, _) = after.split_once(')')?;
    let is_plain = !label.trim().is_empty() && !label.contains(['[', ']', '`', '<']);
    let goes_to_web = ["https://", "http://"].iter().any(|scheme| target.starts_with(scheme));
    if !is_plain || !goes_to_web || !target.chars().all(in_address) || target.contains('(') {
        return None;
    }
    Some((label.len() + target.len() + 4, format!("[{}]({target})", escaped(label))))
}

/// Bold text.
fn bold(text: &str) -> Option<(usize, String)> {
    let (inner, _) = text.strip_prefix("**")?.split_once("**")?;
    let is_plain = !inner.is_empty() && inner.trim() == inner && !inner.contains(['*', '`', '[', '<']);
    is_plain.then(|| (inner.len() + 4, format!("**{}**", escaped(inner))))
}

/// A bare address, which rustdoc wants in angle brackets.
fn address(text: &str) -> Option<(usize, String)> {
    let scheme = ["https://", "http://"].into_iter().find(|scheme| text.starts_with(scheme))?;
    let end = text.find(|c| !in_address(c)).unwrap_or(text.len());
    let mut found = text[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_']);
    if !found.contains('(') {
        found = found.trim_end_matches([')', '.', ',']);
    }
    (found.len() > scheme.len()).then(|| (found.len(), format!("<{found}>")))
}

/// Whether a character may stand in an address.
fn in_address(c: char) -> bool {
    c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"' | '`' | '\\' | '[' | ']' | '|' | '\'')
}

/// Text without anything that is markup.
fn escaped(text: &str) -> String {
    write(text, |_, _| None)
}

/// What reads like a name of code at the start of a text: how long it is, and how it is written.
fn identifier(text: &str) -> Option<(usize, String)> {
    text.chars().next().filter(|c| c.is_alphanumeric() || *c == ':')?;
    let ends = |c: char| c == ' ' || "'`[]<>*\\".contains(c) || has_no_spaces(c);
    let end = text.find(ends).unwrap_or(text.len());
    let trimmed = text[..end].trim_end_matches(|c: char| !c.is_alphanumeric());
    let word = if text[trimmed.len()..].starts_with("()") { &text[..trimmed.len() + 2] } else { trimmed };
    reads_like_code(word).then(|| (word.len(), format!("`{word}`")))
}

/// Whether a character belongs to a script that writes no spaces between words, so that names begin and end beside it.
fn has_no_spaces(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}')
}

/// Names of products and units that are written like names of code, and read as what they are.
const KNOWN_NAMES: [&str; 35] = [
    "CoffeeScript",
    "DevOps",
    "ECMAScript",
    "EiB",
    "FreeBSD",
    "GHz",
    "GiB",
    "GitHub",
    "GitLab",
    "GraphQL",
    "IPv4",
    "IPv6",
    "JavaScript",
    "KiB",
    "LaTeX",
    "MHz",
    "MiB",
    "NaN",
    "NetBSD",
    "OAuth",
    "OCaml",
    "OpenBSD",
    "OpenGL",
    "OpenSSH",
    "OpenSSL",
    "OpenStreetMap",
    "OpenTelemetry",
    "PiB",
    "PostScript",
    "PureScript",
    "TeX",
    "TiB",
    "TypeScript",
    "WebAssembly",
    "WebSocket",
];

/// Whether a word reads like a name of code and not like one of a language: the same words that clippy wants in backticks.
fn reads_like_code(word: &str) -> bool {
    let has_underscore = word.contains('_');
    let path = word.contains("::") && !word.chars().all(|c| c == ':');
    let has_scheme = word.split_once(":/").is_some_and(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    });
    let is_code =
        has_underscore && !word.contains('-') || path || is_camel_case(word) || word.ends_with("()");
    has_scheme || is_code && !KNOWN_NAMES.contains(&word)
}

/// Whether a word is written like the name of a type: with a capital at its start, another one, and small letters. Plurals
/// of abbreviations are not.
fn is_camel_case(word: &str) -> bool {
    let of_capitals = |stem: &&str| stem.chars().all(|c| c.is_ascii_uppercase());
    let plural = word.strip_suffix("es").filter(of_capitals).filter(|stem| stem.ends_with(['S', 'X']));
    let changed = word.strip_suffix("ified").filter(of_capitals);
    let stem = plural.or(changed).unwrap_or_else(|| word.strip_suffix('s').unwrap_or(word));
    !word.starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_lowercase())
        && stem.chars().all(char::is_alphanumeric)
        && stem.chars().filter(|c| c.is_uppercase()).nth(1).is_some()
        && stem.chars().any(char::is_lowercase)
}

/// A character of running text, behind a backslash if rustdoc could take it for markup: at the edge of a word, or as a
/// word of its own. `rest` begins with it.
fn character(c: char, before: char, rest: &str) -> String {
    let starts = before == ' ';
    let ends = rest.chars().nth(1).is_none_or(|next| next == ' ');
    let is_markup = match c {
        '[' | ']' | '<' | '*' | '\\' => true,
        '_' | '#' | '>' | '~' | '|' => starts || ends,
        '-' | '+' => starts && ends,
        _ => false,
    };
    if is_markup { format!("\\{c}") } else { c.to_string() }
}

/// Control characters, and those that change the direction or join of what is shown: a comment must show what it is.
pub(super) fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_bold_text_and_code_stay() {
        let same = |text: &str| assert_eq!(line(text), text);
        same("See [the guide](https://example.com/a?b=c#d) or **do not**.");
        same("Code `a[0] * <b>` stays.");
        assert_eq!(
            line("(https://example.com/a), https://example.com."),
            "(<https://example.com/a>), <https://example.com>."
        );
        assert_eq!(line("https://en.example.org/a_(b)"), "<https://en.example.org/a_(b)>");
    }

    #[test]
    fn everything_else_is_escaped() {
        assert_eq!(
            line("[a](javascript:x) [b] <script> *x* # y"),
            "\\[a\\](javascript:x) \\[b\\] \\<script\\> \\*x\\* \\# y"
        );
        assert_eq!(line("[a](https://x/<b>)"), "\\[a\\](<https://x/>\\<b>)");
        assert_eq!(line("** a ** `open"), "\\*\\* a \\*\\* `open`");
        assert_eq!(line("[a `b](https://x.example) c`"), "\\[a `b](https://x.example) c`");
        assert_eq!(line("a\u{202e}b\nc"), "a b c");
        assert_eq!(line("```rust\npanic!()\n``` and ``` on"), "`` rust panic!() `` and `` on ``");
    }

    #[test]
    fn names_of_code_get_backticks_and_words_do_not() {
        assert_eq!(
            line(
                "Set user_id, (see list_items() and SomeType's a::b). The IDs, URLs and APIs of GitHub stay, and well-known_ones."
            ),
            "Set `user_id`, (see `list_items()` and `SomeType`'s `a::b`). The IDs, URLs and APIs of GitHub stay, and well-known_ones."
        );
        assert_eq!(
            line(
                "[the OpenAI docs](https://a.example/x_y) **for a_b** `c_d` https://a.example/e_f *g_h* _i_"
            ),
            "[the `OpenAI` docs](https://a.example/x_y) **for `a_b`** `c_d` <https://a.example/e_f> \\*`g_h`\\* \\_i\\_"
        );
        assert_eq!(
            line("s3://bucket/key, path/to_it: 12:30 \u{201c}a_b\u{201d}"),
            "`s3://bucket/key`, `path/to_it`: 12:30 \u{201c}`a_b`\u{201d}"
        );
    }

    #[test]
    fn names_of_code_end_beside_scripts_without_spaces() {
        assert_eq!(line("获取plugin_token的值"), "获取`plugin_token`的值");
    }

    #[test]
    fn lists_and_paragraphs_stay() {
        let text = "First\nline.\n\nThen:\n* one **x**\n  goes on\n- two\n\n1. a\n2. b\n\n-5 degrees";
        assert_eq!(
            paragraphs(text),
            ["First line.", "Then:", "- one **x** goes on\n- two", "1. a\n2. b", "-5 degrees"]
        );
    }
}
