//! What a comment says: text, rich text as Markdown or as blocks, or a file.

use pulldown_cmark::{Event, Options, Parser, TagEnd, html};
use serde_json::{Value, json};

use super::rich_text;
use crate::refusal::{Refusal, code};

/// What a comment says.
#[derive(Clone, Debug)]
pub(super) enum Content {
    /// Plain text.
    Text(String),
    /// Rich text, as Markdown.
    Markdown(String),
    /// Rich text, as the editor's blocks.
    Blocks(Value),
    /// A file, by its token.
    File(String),
}

impl Content {
    /// Reads the `content` of the newer calls. Rich text in the editor's own format wins over Markdown.
    pub(super) fn read(content: &Value) -> Result<Self, Refusal> {
        let member = |name: &str| content.get(name).filter(|value| !value.is_null());
        let text = |name: &str| member(name).and_then(Value::as_str).unwrap_or_default().to_owned();
        let read = match content["type"].as_str().unwrap_or_default() {
            "TEXT" => Self::Text(text("text")),
            "RICHTEXT" => member("rich_text")
                .map_or_else(|| Self::Markdown(text("markdown")), |rich| Self::Blocks(rich.clone())),
            "FILE" => return Ok(Self::File(text("file_token"))),
            other => {
                let message = format!("content.type: TEXT, RICHTEXT or FILE, and not `{other}`");
                return Err(Refusal::new(code::INVALID, message));
            }
        };
        // The older calls refuse an empty comment with this code; of the newer ones nothing is known.
        if read.is_empty() {
            return Err(Refusal::new(1_000_051_280, "content: a comment says something"));
        }
        Ok(read)
    }

    /// Whether it says nothing at all. A picture without a text is a comment.
    fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) | Self::Markdown(text) => text.trim().is_empty(),
            Self::Blocks(Value::Array(blocks)) => blocks.is_empty(),
            Self::Blocks(blocks) => rich_text::plain_text(blocks).is_empty(),
            Self::File(_) => false,
        }
    }

    /// The form of it, as the newer calls name it.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Text(_) => "TEXT",
            Self::Markdown(_) | Self::Blocks(_) => "RICHTEXT",
            Self::File(_) => "FILE",
        }
    }

    /// The token of the file that it is.
    pub(super) fn file(&self) -> Option<&str> {
        if let Self::File(token) = self { Some(token) } else { None }
    }

    /// The text without format; empty for a file.
    pub(super) fn plain(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Markdown(markdown) => plain_markdown(markdown),
            Self::Blocks(blocks) => rich_text::plain_text(blocks),
            Self::File(_) => String::new(),
        }
    }

    /// The text in the forms that responses show; `null` for a file.
    pub(super) fn forms(&self, with_markdown: bool) -> Value {
        let mut forms = match self {
            Self::File(_) => return Value::Null,
            Self::Text(text) => rich_text::all_forms(&Value::from(text.as_str())),
            Self::Blocks(blocks) => rich_text::all_forms(blocks),
            Self::Markdown(markdown) => {
                let mut forms = rich_text::all_forms(&Value::from(self.plain()));
                let mut page = String::new();
                html::push_html(&mut page, parser(markdown));
                forms["doc_html"] = Value::from(page.trim_end());
                forms
            }
        };
        if with_markdown && let Some(markdown) = self.markdown() {
            // How a text mentions users is not documented, so none are found.
            forms["markdown_content"] = json!({"markdown": markdown, "mention_user_keys": []});
        }
        forms
    }

    /// Rich text as Markdown. Of blocks only the text is left.
    fn markdown(&self) -> Option<String> {
        match self {
            Self::Markdown(markdown) => Some(markdown.clone()),
            Self::Blocks(_) => Some(self.plain()),
            Self::Text(_) | Self::File(_) => None,
        }
    }

    /// Whether it names a file by its token, anywhere in a rich text: how images stand there is not documented.
    pub(super) fn names(&self, token: &str) -> bool {
        fn holds(value: &Value, token: &str) -> bool {
            match value {
                Value::String(text) => text == token,
                Value::Array(items) => items.iter().any(|item| holds(item, token)),
                Value::Object(members) => members.values().any(|member| holds(member, token)),
                _ => false,
            }
        }
        match self {
            Self::Text(_) => false,
            Self::Markdown(markdown) => markdown
                .split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_')
                .any(|word| word == token),
            Self::Blocks(blocks) => holds(blocks, token),
            Self::File(file) => file == token,
        }
    }
}

/// The Markdown that people write in comments. HTML inside is text: nobody can put tags into what others look at.
fn parser(markdown: &str) -> impl Iterator<Item = Event<'_>> {
    let options = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES;
    Parser::new_ext(markdown, options).map(|event| match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        event => event,
    })
}

/// Markdown without its marks: a line for each block.
fn plain_markdown(markdown: &str) -> String {
    let mut plain = String::new();
    for event in parser(markdown) {
        match event {
            Event::Text(text) | Event::Code(text) => plain.push_str(&text),
            Event::SoftBreak | Event::HardBreak => plain.push('\n'),
            Event::End(
                TagEnd::Paragraph
                | TagEnd::HtmlBlock
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::CodeBlock
                | TagEnd::TableRow,
            ) if !plain.ends_with('\n') => plain.push('\n'),
            Event::End(TagEnd::TableCell) => plain.push(' '),
            _ => {}
        }
    }
    plain.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_without_its_marks_is_text() {
        let markdown =
            "# Title\n\n**bold** and `code`\nsame\n\n- one\n- two\n\n| a | b |\n|---|---|\n| c | d |";
        assert_eq!(plain_markdown(markdown), "Title\nbold and code\nsame\none\ntwo\na b c d");
    }

    #[test]
    fn a_token_is_named_as_a_whole() {
        let markdown = Content::Markdown("![x](file-token-12) and file-token-3".into());
        assert!(markdown.names("file-token-12") && markdown.names("file-token-3"));
        assert!(!markdown.names("file-token-1"));
        let blocks = Content::Blocks(json!([{"type": "img", "attrs": {"uuid": "file-token-1"}}]));
        assert!(blocks.names("file-token-1") && !blocks.names("img-1"));
    }
}
