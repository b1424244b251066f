//! Markdown of the spec that stays Markdown: code, links, bold text, lists and paragraphs. Everything else is escaped, so
//! that no text can break out of its place.

/// One line of documentation. White space of any kind becomes a space.
pub(super) fn line(text: &str) -> String {
    let text: String = text.chars().map(|c| if is_invisible(c) { ' ' } else { c }).collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    let mut before = ' ';
    while let Some(c) = rest.chars().next() {
        let taken = code(rest)
            .or_else(|| link(rest))
            .or_else(|| bold(rest))
            .or_else(|| address(rest).filter(|_| !before.is_alphanumeric()));
        let (length, written) = taken.unwrap_or_else(|| (c.len_utf8(), character(c, before, rest)));
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
    let mut before = ' ';
    text.char_indices()
        .map(|(at, c)| {
            let written = character(c, before, &text[at..]);
            before = c;
            written
        })
        .collect()
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
    fn lists_and_paragraphs_stay() {
        let text = "First\nline.\n\nThen:\n* one **x**\n  goes on\n- two\n\n1. a\n2. b\n\n-5 degrees";
        assert_eq!(
            paragraphs(text),
            ["First line.", "Then:", "- one **x** goes on\n- two", "1. a\n2. b", "-5 degrees"]
        );
    }
}
