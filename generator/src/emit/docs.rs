//! Text of the spec as documentation.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{
    Api, Constraints, Example, Field, Literal, Name, Param, ParamLocation, Presence, Prose, Rule, SourceId,
};
use crate::untyped::Untyped;

use super::literal::json;
use super::markdown;

/// Columns that a line of documentation may take.
const WIDTH: usize = 100;

/// Outer documentation: one attribute for each line.
pub(super) fn outer(paragraphs: &[String]) -> TokenStream {
    let lines = lines(paragraphs);
    quote!(#(#[doc = #lines])*)
}

/// Inner documentation, as separate attributes.
pub(super) fn inner(paragraphs: &[String]) -> Vec<TokenStream> {
    lines(paragraphs).into_iter().map(|line| quote!(#![doc = #line])).collect()
}

/// Lines with a leading space, wrapped, an empty line between paragraphs.
fn lines(paragraphs: &[String]) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in paragraphs.iter().filter(|paragraph| !paragraph.trim().is_empty()) {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        // Lists, code and tables come line by line; running text is wrapped.
        if paragraph.contains('\n') {
            lines.extend(paragraph.lines().map(|line| format!(" {line}").trim_end().to_owned()));
        } else {
            lines.extend(wrap(paragraph));
        }
    }
    lines
}

/// Wraps running text.
fn wrap(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut column = 0;
    for word in text.split_whitespace() {
        let width = width(word);
        if column > 0 && column + 1 + width > WIDTH {
            lines.push(String::new());
            column = 0;
        }
        if let Some(line) = lines.last_mut() {
            line.push(' ');
            line.push_str(word);
            column += 1 + width;
        }
    }
    lines
}

/// Columns of a word: characters from Hangul (U+1100) on take two, as those of the East Asian scripts do.
fn width(word: &str) -> usize {
    word.chars().map(|c| if u32::from(c) >= 0x1100 { 2 } else { 1 }).sum()
}

/// Text of the spec in one line, with nothing left that rustdoc would take for markup, apart from code, links and bold text.
pub(super) fn text(text: &str) -> String {
    markdown::line(text)
}

/// Text of the spec in paragraphs, which may be lists, in the main language.
pub(super) fn prose(text: &str) -> Vec<String> {
    markdown::paragraphs(text)
}

/// The same text in the other languages, in paragraphs. Each language has paragraphs of its own, so that a reader goes on where
/// words are his, and the search of rustdoc finds those of all.
pub(super) fn others(text: &Prose) -> Vec<String> {
    text.others().iter().flat_map(|other| prose(&other.text)).collect()
}

/// Text of the spec, the main language in one line, and the others below it.
pub(super) fn said(prose: &Prose) -> Vec<String> {
    std::iter::once(text(prose)).chain(others(prose)).collect()
}

/// A title in all its languages, each wording once.
pub(super) fn titles(title: Option<&Prose>) -> Vec<&str> {
    let mut titles: Vec<&str> = Vec::new();
    for text in title.into_iter().flat_map(Prose::texts).map(str::trim) {
        if !titles.contains(&text) {
            titles.push(text);
        }
    }
    titles
}

/// A title as the search of rustdoc finds it. What rustc takes for no alias is left out: some characters, and the name of the
/// item itself.
pub(super) fn aliases(title: Option<&Prose>, name: &Name) -> Vec<TokenStream> {
    let is_good = |c: char| !['"', '\''].contains(&c) && (c == ' ' || !c.is_whitespace()) && !c.is_control();
    let mut titles = titles(title);
    titles.retain(|title| !title.is_empty() && title.chars().all(is_good) && *title != name.snake());
    titles.into_iter().map(|title| quote!(#[doc(alias = #title)])).collect()
}

/// A title in the quotation marks of its script: `《…》` for Han characters, else `“…”`.
pub(super) fn quoted_title(title: &str) -> String {
    let is_han = |c: char| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}');
    let [open, close] = if title.contains(is_han) { ['《', '》'] } else { ['“', '”'] };
    format!("{open}{}{close}", text(title))
}

/// Text of the spec as code. Backticks within it take a fence of two.
pub(super) fn code(text: &str) -> String {
    let text: String = text.chars().map(|c| if markdown::is_invisible(c) { ' ' } else { c }).collect();
    if text.contains('`') { format!("`` {} ``", text.replace("``", "` `")) } else { format!("`{text}`") }
}

/// Documentation of a field or setter: its meaning, then its bounds.
pub(super) fn field(field: &Field) -> Vec<String> {
    described(field, "when absent")
}

/// The same, with what its default is: what is assumed when the field is absent, or what is sent then.
fn described(field: &Field, default: &str) -> Vec<String> {
    let mut paragraphs = prose(&field.docs);
    let mut paragraph = String::new();
    let absent = field.default.as_ref().map(|value| format!("{} {default}", code(&json(value))));
    let parts: Vec<_> = bounds(&field.constraints).into_iter().chain(absent).collect();
    paragraph.extend(sentence(&parts).map(|bounds| format!(" {bounds}")));
    paragraph.extend(field.example.as_ref().map(|value| format!(" {}", example(value))));
    let weak = sentence(&bounds(&field.weak_constraints));
    paragraph.extend(weak.map(|bounds| format!(" {WEAK}: {}", lowercase_first(&bounds))));
    match paragraphs.last_mut() {
        // Behind a list, the bounds would be read as part of its last item.
        Some(last) if !last.contains('\n') => last.push_str(&paragraph),
        _ => paragraphs.push(paragraph.trim_start().to_owned()),
    }
    paragraphs.extend(others(&field.docs));
    paragraphs
}

/// An example, in one sentence.
pub(super) fn example(value: &Example) -> String {
    format!("For example {}.", code(&Untyped::from(value).to_string()))
}

/// Documentation of a parameter: that of its field, and what callers must know of how it is sent.
pub(super) fn param(param: &Param) -> Vec<String> {
    let default = if param.sends_default { "is sent when nothing else is set" } else { "when absent" };
    let mut paragraphs = described(&param.field, default);
    if param.in_optional_body && param.field.presence == Presence::Required {
        paragraphs.push("Needed if anything of the body is set; without a body, it is left out.".into());
    }
    if param.is_spread() {
        let what = if param.location == ParamLocation::Query { "a parameter" } else { "a part of the body" };
        paragraphs.push(format!(
            "Each member is {what} of its own, under its own name. A name that something else there has is refused."
        ));
    }
    paragraphs
}

/// What is said before that which one weak source alone tells of.
const WEAK: &str = "Not enforced, since one weak source alone says so";

/// Some bounds in one sentence.
fn sentence(parts: &[String]) -> Option<String> {
    let sentence = parts.join("; ");
    let mut letters = sentence.chars();
    letters.next().map(|first| format!("{}{}.", first.to_uppercase(), letters.as_str()))
}

fn lowercase_first(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}", first.to_lowercase(), letters.as_str()))
}

/// Bounds, a few words each.
fn bounds(constraints: &Constraints) -> Vec<String> {
    let Constraints { min, max, min_items, max_items, min_length, max_length, one_of, without } = constraints;
    let mut parts = Vec::new();
    match (min, max) {
        (Some(min), Some(max)) => parts.push(format!("from {min} to {max}")),
        (Some(min), None) => parts.push(format!("at least {min}")),
        (None, Some(max)) => parts.push(format!("at most {max}")),
        (None, None) => {}
    }
    match (min_items, max_items) {
        (Some(min), Some(max)) => parts.push(format!("{min} to {max} items")),
        (Some(min), None) => parts.push(format!("at least {min} {}", items(*min))),
        (None, Some(max)) => parts.push(format!("at most {max} {}", items(*max))),
        (None, None) => {}
    }
    match (min_length, max_length) {
        (Some(min), Some(max)) => parts.push(format!("{min} to {max} characters")),
        (Some(min), None) => parts.push(format!("at least {min} {}", characters(*min))),
        (None, Some(max)) => parts.push(format!("at most {max} {}", characters(*max))),
        (None, None) => {}
    }
    if !one_of.is_empty() {
        let values: Vec<String> = one_of.iter().map(|value| code(&json(value))).collect();
        parts.push(format!("one of {}", values.join(", ")));
    }
    if !without.is_empty() {
        let names: Vec<String> = without.iter().map(|name| code(name)).collect();
        parts.push(format!("without {} inside", names.join(", ")));
    }
    parts
}

/// One of some constants, in words.
fn either(values: &[Literal]) -> String {
    values.iter().map(|value| code(&json(value))).collect::<Vec<_>>().join(" or ")
}

/// The noun for so many characters.
fn characters(count: u32) -> &'static str {
    if count == 1 { "character" } else { "characters" }
}

/// The noun for so many items.
fn items(count: u32) -> &'static str {
    if count == 1 { "item" } else { "items" }
}

/// Rules over several fields, a sentence each, and those that are not checked. `name` gives the name of a field.
pub(super) fn rules<'a>(rules: &[Rule], weak: &[Rule], name: &dyn Fn(usize) -> &'a Name) -> Vec<String> {
    let weak = rule_sentences(weak, name).map(|sentences| format!("{WEAK}: {}", lowercase_first(&sentences)));
    rule_sentences(rules, name).into_iter().chain(weak).collect()
}

fn rule_sentences<'a>(rules: &[Rule], name: &dyn Fn(usize) -> &'a Name) -> Option<String> {
    let names = |fields: &[usize], last: &str| {
        let names: Vec<String> = fields.iter().map(|&index| format!("`{}`", name(index))).collect();
        match names.split_last() {
            Some((end, start)) if !start.is_empty() => format!("{} {last} {end}", start.join(", ")),
            _ => names.concat(),
        }
    };
    let sentences: Vec<String> = (rules.iter())
        .map(|rule| match rule {
            Rule::ExactlyOne(fields) => format!("Set exactly one of {}.", names(fields, "and")),
            Rule::AtLeastOne(fields) => format!("Set at least one of {}.", names(fields, "and")),
            Rule::AtMostOne(fields) => format!("Set at most one of {}.", names(fields, "and")),
            Rule::AllOrNone(fields) => format!("Set all of {} or none.", names(fields, "and")),
            Rule::Together { params, max_items } => {
                format!("{} hold at most {max_items} {} together.", names(params, "and"), items(*max_items))
            }
            Rule::RequiredWhen { params, field, values } => {
                format!("Set {} if `{}` is {}.", names(params, "and"), name(*field), either(values))
            }
            Rule::ForbiddenWhen { params, field, values } => {
                format!("Leave out {} if `{}` is {}.", names(params, "and"), name(*field), either(values))
            }
        })
        .collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// Where facts come from, in one line.
pub(super) fn sources(api: &Api, sources: &[SourceId]) -> Option<String> {
    if sources.is_empty() {
        return None;
    }
    let titles: Vec<String> = sources.iter().map(|&id| text(&api[id].title)).collect();
    Some(format!("Source: {}.", titles.join(", ")))
}
