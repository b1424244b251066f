//! What meters are called at the store.

use std::sync::Arc;

use sha2::{Digest, Sha256};

/// Adds a text so that no two sequences of texts are the same bytes.
fn add(hash: &mut Sha256, text: &str) {
    hash.update((text.len() as u64).to_le_bytes());
    hash.update(text);
}

/// The name of a meter at the store. Of the credential it shows nothing: all parts are hashed with a key that is made of the
/// credential. The braces let a cluster keep all that belongs to a meter on one node.
pub(crate) fn meter_name(
    prefix: &str,
    credential: Option<&str>,
    parts: &[&str],
    windows: &[u64],
    concurrency: bool,
) -> Arc<str> {
    let mut key = Sha256::new();
    add(&mut key, "the key of a credential");
    add(&mut key, credential.unwrap_or_default());
    let mut hash = Sha256::new();
    hash.update(key.finalize());
    hash.update([u8::from(credential.is_some()), u8::from(concurrency)]);
    parts.iter().for_each(|part| add(&mut hash, part));
    windows.iter().for_each(|window| hash.update(window.to_le_bytes()));
    let digest = hash.finalize();
    let hex: String = digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("{prefix}{{{hex}}}").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_depends_on_all_that_tells_meters_apart_and_shows_none_of_it() {
        let name = |credential, parts: [&str; 3], windows: &[u64], concurrency| {
            meter_name("app:", credential, &parts, windows, concurrency)
        };
        let usual = name(Some("robot"), ["", "credential", "search"], &[10_000], false);
        assert!(usual.starts_with("app:{") && usual.ends_with('}') && !usual.contains("robot"), "{usual}");
        assert_eq!(usual.len(), "app:{}".len() + 32);
        assert_eq!(usual, name(Some("robot"), ["", "credential", "search"], &[10_000], false));
        for other in [
            name(Some("robots"), ["", "credential", "search"], &[10_000], false),
            name(None, ["", "credential", "search"], &[10_000], false),
            name(Some("robot"), ["c", "redential", "search"], &[10_000], false),
            name(Some("robot"), ["", "credential", "searches"], &[10_000], false),
            name(Some("robot"), ["", "credential", "search"], &[10_000, 600_000], false),
            name(Some("robot"), ["", "credential", "search"], &[10_000], true),
        ] {
            assert_ne!(usual, other);
        }
    }
}
