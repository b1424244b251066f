//! Files that a crate of its own begins with and that are for people to change: README, a first example, a first test. Their
//! first line holds a digest of the rest. As long as it fits, codegen renews the file; a file that somebody changed is theirs,
//! and so is one that was there before.

/// Their paths.
const PATHS: [&str; 3] = ["README.md", "examples/first_call.rs", "tests/first_call.rs"];

/// What the first line says before the digest.
const MARK: &str =
    "Written by `paceline codegen`, which renews it until something in it is changed by hand. Digest ";

/// Whether a file of a crate that stands alone is one to change, by its path.
#[must_use]
pub fn is_offered(path: &str) -> bool {
    PATHS.contains(&path)
}

/// Whether a text is that of such a file, and nobody has changed it. Other ends of lines are no change.
#[must_use]
pub fn is_as_offered(text: &str) -> bool {
    let Some((first, rest)) = text.split_once('\n') else { return false };
    let digest = first.split_once(MARK).map(|(_, digest)| digest.trim_end().trim_end_matches(" -->"));
    digest == Some(&*digest_of(rest))
}

/// A file's text with its first line, which is a comment of Rust or of Markdown.
pub(crate) fn with_mark(path: &str, text: &str) -> String {
    let digest = digest_of(text);
    if path.ends_with(".md") {
        format!("<!-- {MARK}{digest} -->\n{text}")
    } else {
        format!("// {MARK}{digest}\n{text}")
    }
}

/// A digest by which changes are noticed that nobody tries to hide: FNV-1a in 64 bits.
fn digest_of(text: &str) -> String {
    let bytes = text.bytes().filter(|&byte| byte != b'\r');
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_by_hand_is_noticed_and_other_ends_of_lines_are_none() {
        for path in PATHS {
            let text = with_mark(path, "\nHello.\nBye.\n");
            assert!(is_as_offered(&text), "{text}");
            assert!(is_as_offered(&text.replace('\n', "\r\n")), "{text}");
            assert!(!is_as_offered(&text.replace("Bye", "bye")), "{text}");
        }
        assert!(!is_as_offered("Hello.\nBye.\n") && !is_as_offered(""));
    }
}
