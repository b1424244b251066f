//! Bytes as text.

use base64::Engine;
use base64::alphabet::STANDARD as ALPHABET;
use base64::engine::general_purpose::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use super::macros::formatted;

formatted! {
    /// Bytes in base64, as RFC 4648 writes them.
    ///
    /// ```
    /// use paceline_runtime::Base64;
    ///
    /// let bytes = Base64::of(b"sample");
    /// assert_eq!(bytes, "c2FtcGxl");
    /// assert_eq!(bytes.to_bytes().as_deref(), Some(&b"sample"[..]));
    /// ```
    Base64
}

/// Padding may be missing: some servers leave it out.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &ALPHABET,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

impl Base64 {
    /// These bytes.
    #[must_use]
    pub fn of(bytes: impl AsRef<[u8]>) -> Self {
        Self(STANDARD.encode(bytes))
    }

    /// The bytes; `None` if the text is no base64.
    #[must_use]
    pub fn to_bytes(&self) -> Option<Vec<u8>> {
        LENIENT.decode(&self.0).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::Base64;

    #[test]
    fn padding_may_be_missing_and_other_signs_are_no_bytes() {
        let bytes = |text: &str| Base64::from(text).to_bytes();
        assert_eq!(bytes("YQ==").as_deref(), Some(&b"a"[..]));
        assert_eq!(bytes("YQ").as_deref(), Some(&b"a"[..]));
        assert_eq!(bytes("").as_deref(), Some(&b""[..]));
        assert_eq!((bytes("Y-__"), bytes("a b")), (None, None));
    }
}
