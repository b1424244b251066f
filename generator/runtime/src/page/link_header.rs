//! The header `Link` of RFC 8288.

/// What cannot be read as a list of links.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct MalformedLinks;

/// The target of the first link to the next page; `None` if there is none. `text` is the header's value, those of several
/// headers with commas between them.
///
/// What is malformed before such a link is an error: whether it meant the next page cannot be known, and a list must not end
/// because of it.
pub(super) fn next_target(text: &str) -> Result<Option<&str>, MalformedLinks> {
    let mut rest = text.trim_start_matches(is_between);
    while !rest.is_empty() {
        let (target, after) =
            rest.strip_prefix('<').and_then(|rest| rest.split_once('>')).ok_or(MalformedLinks)?;
        let (link, after) = parameters(after)?;
        if link.is_next && !link.has_anchor {
            return Ok(Some(target.trim()));
        }
        rest = after.trim_start_matches(is_between);
    }
    Ok(None)
}

/// What may stand between links, and before the first one.
fn is_between(character: char) -> bool {
    character == ',' || is_blank(character)
}

fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\t')
}

/// What the parameters of a link say.
#[derive(Default)]
struct Link {
    /// Whether one of its relations is `next`.
    is_next: bool,
    /// Whether it belongs to another page than the one that it came with.
    has_anchor: bool,
}

/// Reads the parameters behind a target; gives what comes after them: nothing, or a comma.
fn parameters(mut rest: &str) -> Result<(Link, &str), MalformedLinks> {
    let (mut link, mut has_relation) = (Link::default(), false);
    loop {
        rest = rest.trim_start_matches(is_blank);
        if rest.is_empty() || rest.starts_with(',') {
            return Ok((link, rest));
        }
        rest = rest.strip_prefix(';').ok_or(MalformedLinks)?.trim_start_matches(is_blank);
        let end = rest.find(['=', ';', ',']).unwrap_or(rest.len());
        let (name, after) = (rest[..end].trim_end_matches(is_blank), &rest[end..]);
        let (value, after) = match after.strip_prefix('=') {
            Some(after) => value(after.trim_start_matches(is_blank))?,
            None => (String::new(), after),
        };
        rest = after;
        // Only the first relation counts; RFC 8288, section 3.3.
        if name.eq_ignore_ascii_case("rel") && !has_relation {
            has_relation = true;
            link.is_next = value.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case("next"));
        }
        link.has_anchor |= name.eq_ignore_ascii_case("anchor");
    }
}

/// Reads the value of a parameter, in quotes or without; gives what comes after it.
fn value(text: &str) -> Result<(String, &str), MalformedLinks> {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find([';', ',']).unwrap_or(text.len());
        return Ok((text[..end].trim_end_matches(is_blank).to_owned(), &text[end..]));
    };
    let (mut value, mut characters) = (String::new(), quoted.chars());
    loop {
        match characters.next().ok_or(MalformedLinks)? {
            '"' => return Ok((value, characters.as_str())),
            '\\' => value.push(characters.next().ok_or(MalformedLinks)?),
            character => value.push(character),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_next_page_is_found_however_the_header_is_written() {
        for header in [
            "</2>; rel=\"next\"",
            "</2>;rel=next",
            "< /2 > ; REL = \"NEXT\"",
            "</1>; rel=\"prev\", </2>; rel=\"next\", </9>; rel=\"last\"",
            "</1>; rel=\"first\",</2>;rel=\"last  next\"",
            "</1,2;x>; rel=prev, </2>; rel=next",
            "</1>; rel=prev; title=\"a, <b>; rel=next; \\\"c\\\"\", </2>; title=\"x\"; rel=next",
            ", ,</1>; crossorigin; rel=prev,,\t</2>; title*=UTF-8'de'n%c3%a4chstes; rel=next, rubbish",
            "</0>; rel=next; anchor=\"/other\", </2>; rel=next",
            "</0>; rel=prev; rel=next, </2>; rel=next; rel=prev",
            "</0>; rev=next, </0>; rel=\"nextish http://example.com/next\", </2>; rel=next",
            "</0>; title=\"ä\", </2>; rel=next",
        ] {
            assert_eq!(next_target(header), Ok(Some("/2")), "{header}");
        }
    }

    #[test]
    fn without_a_next_page_there_is_none() {
        for header in ["", " , ", "</1>", "</1>; rel=prev", "</1>; rel", "</1>; rel=\"\"", "<>;title=next"] {
            assert_eq!(next_target(header), Ok(None), "{header}");
        }
        assert_eq!(next_target("<>; rel=next"), Ok(Some("")));
    }

    #[test]
    fn what_cannot_be_read_is_no_end() {
        for header in
            ["/2; rel=next", "</2; rel=next", "</2> rel=next", "</2>; rel=\"next", "</1>; rel=prev x, y"]
        {
            assert_eq!(next_target(header), Err(MalformedLinks), "{header}");
        }
        assert_eq!(next_target("</2>; rel=\"next\\"), Err(MalformedLinks));
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[<>;,=\" \\\\a-c/relnxt*ä]{0,40}") {
            let _ = next_target(&text);
        }

        #[test]
        fn a_link_that_is_written_is_read(target in "[!-;=?-~]{1,20}", title in "[ -~]{0,20}") {
            let title = title.replace('\\', "\\\\").replace('"', "\\\"");
            let header = format!("<x>; title=\"{title}\"; rel=prev, <{target}>; title=\"{title}\"; rel=\"a next\"");
            prop_assert_eq!(next_target(&header), Ok(Some(target.as_str())));
        }
    }
}
