//! Repairs characters in JSON text that JSON does not allow.

/// The text with U+FFFD in place of what is no UTF-8 and of halves of surrogate pairs, and with escapes in place of control
/// characters in strings; `None` when none of these is there.
pub(super) fn repaired(text: &[u8]) -> Option<Vec<u8>> {
    let lossy = String::from_utf8_lossy(text);
    let bytes = lossy.as_bytes();
    let mut better = Vec::with_capacity(bytes.len());
    let (mut in_string, mut changed, mut at) = (false, bytes != text, 0);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'"' => in_string = !in_string,
            b'\\' if in_string => {
                let (escape, length, replaced) = escape(&bytes[at..]);
                better.extend_from_slice(escape);
                changed |= replaced;
                at += length;
                continue;
            }
            0..0x20 if in_string => {
                better.extend_from_slice(format!("\\u{byte:04x}").as_bytes());
                changed = true;
                at += 1;
                continue;
            }
            _ => {}
        }
        better.push(byte);
        at += 1;
    }
    changed.then_some(better)
}

/// The escape at the beginning of a text, or what stands for it; its length; and whether it was replaced.
fn escape(text: &[u8]) -> (&[u8], usize, bool) {
    match (unit(text), text.get(6..).and_then(unit)) {
        (Some(0xd800..0xdc00), Some(0xdc00..0xe000)) => (&text[..12], 12, false),
        (Some(0xd800..0xe000), _) => (b"\\ufffd", 6, true),
        (Some(_), _) => (&text[..6], 6, false),
        (None, _) => {
            let length = text.len().min(2);
            (&text[..length], length, false)
        }
    }
}

/// The code unit of an escape such as `\u00e4`.
fn unit(text: &[u8]) -> Option<u16> {
    let digits = text.get(..6)?.strip_prefix(b"\\u")?;
    u16::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_json_does_not_allow_is_replaced() {
        let of = |text: &[u8]| repaired(text).map(|text| String::from_utf8(text).unwrap());
        assert_eq!(of(br#"{"a":"\ud83d\ude00 \\ud800 \n"}"#), None);
        assert_eq!(of(br#"["\ud83d!"]"#).as_deref(), Some(r#"["\ufffd!"]"#));
        assert_eq!(of(br#"["\ude00\ud83d"]"#).as_deref(), Some(r#"["\ufffd\ufffd"]"#));
        assert_eq!(of(b"[\"a\tb\x01\"\t]").as_deref(), Some("[\"a\\u0009b\\u0001\"\t]"));
        assert_eq!(of(b"[\"\xff\"]").as_deref(), Some("[\"\u{fffd}\"]"));
        assert_eq!(of(br#"["cut \"#), None);
    }
}
