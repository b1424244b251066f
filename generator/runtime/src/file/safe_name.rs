//! Names of files that can stand in a form.

/// A file name that ends neither its quotes nor its line, and is no way into another folder.
pub(crate) fn safe_name(name: &str) -> String {
    let mut safe = String::with_capacity(name.len());
    for character in name.chars() {
        match character {
            '"' | '\\' | '/' | '\u{2028}' | '\u{2029}' => escape(&mut safe, character),
            _ if character.is_control() => escape(&mut safe, character),
            _ => safe.push(character),
        }
    }
    match safe.as_str() {
        "" => "file".to_owned(),
        "." | ".." => safe.replace('.', "%2E"),
        _ => safe,
    }
}

fn escape(to: &mut String, character: char) {
    let mut bytes = [0; 4];
    for byte in character.encode_utf8(&mut bytes).bytes() {
        to.push_str(&format!("%{byte:02X}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_cannot_leave_its_quotes_or_its_folder() {
        assert_eq!(safe_name("a\"; x=\"b\r\nX: y"), "a%22; x=%22b%0D%0AX: y");
        assert_eq!(safe_name("../../etc/passwd"), "..%2F..%2Fetc%2Fpasswd");
        assert_eq!(safe_name("c:\\a"), "c:%5Ca");
        assert_eq!((safe_name(""), safe_name("..")), ("file".into(), "%2E%2E".into()));
        assert_eq!(safe_name("报告 50%.pdf"), "报告 50%.pdf");
    }
}
