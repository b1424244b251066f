//! Text that must never be shown.

use std::fmt;
use std::sync::{Arc, OnceLock};

use http::header::HeaderValue;
use secrecy::{ExposeSecret, SecretString};

use crate::header_value::header_value;
use crate::json::macros::serde_traits;
use crate::json::{ConstEmpty, Decode, DecodeError, Empty, Encode, HIDDEN, Input, Writer};

/// A token, password or code. It is wiped from memory when dropped, but for the copies that were sent as headers. Neither
/// `Debug`, errors nor logs ever show it, and serialising it is an error; [`expose`](Self::expose) shows it. Clones share
/// the one copy there is.
#[derive(Clone)]
pub struct Secret(Option<Arc<Inner>>);

struct Inner {
    text: SecretString,
    header: OnceLock<Option<HeaderValue>>,
}

impl Secret {
    /// The text itself. Take care where it goes.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.as_ref().map_or("", |inner| inner.text.expose_secret())
    }

    fn new(text: SecretString) -> Self {
        Self(Some(Arc::new(Inner { text, header: OnceLock::new() })))
    }

    /// The text as the value of a header, if it can be one. Made once, since every call with a token needs it.
    pub(crate) fn header_value(&self) -> Option<&HeaderValue> {
        let make = || {
            let mut value = header_value(self.expose())?;
            // Logs of the HTTP layer leave out what is marked so.
            value.set_sensitive(true);
            Some(value)
        };
        match &self.0 {
            Some(inner) => inner.header.get_or_init(make).as_ref(),
            None => Some(&NOTHING),
        }
    }

    /// Whether the text is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.expose().is_empty()
    }
}

/// The header of an empty secret.
static NOTHING: HeaderValue = HeaderValue::from_static("");

/// The shortest secret that is looked for in texts: a shorter one would be found by chance, in places where it gives
/// nothing away.
pub(crate) const SHORTEST_HIDDEN: usize = 6;

/// The text with [`HIDDEN`] in place of a secret.
pub(crate) fn hide(text: String, secret: &Secret) -> String {
    let secret = secret.expose();
    if secret.len() >= SHORTEST_HIDDEN && text.contains(secret) { text.replace(secret, HIDDEN) } else { text }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self::new(text.into())
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self::new(text.into())
    }
}

impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.expose() == other.expose()
    }
}

impl Eq for Secret {}

impl Default for Secret {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(HIDDEN)
    }
}

impl Decode for Secret {
    fn decode_from(&mut self, input: Input<'_>) -> Result<(), DecodeError> {
        let Input::Text(value) = input else { return Err(input.type_mismatch("a string")) };
        *self = value.into();
        Ok(())
    }
}

impl Empty for Secret {
    fn empty() -> Self {
        Self::EMPTY
    }
}

impl ConstEmpty for Secret {
    const EMPTY: Self = Self(None);
}

impl Encode for Secret {
    fn encode(&self, to: &mut Writer<'_>) {
        to.sensitive(self.expose());
    }
}

serde_traits!(Secret);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_expose_and_the_wire_show_it() {
        let secret = Secret::from("hunter2");
        assert_eq!(format!("{secret:?}"), "[secret]");
        assert!(serde_json::to_string(&secret).unwrap_err().to_string().contains("not serialised"));
        assert!(serde_json::to_string(&vec![Some(secret.clone())]).is_err());
        assert_eq!(serde_json::to_string(&Secret::default()).unwrap(), "\"\"");
        assert_eq!(Writer::to_vec(&secret), b"\"hunter2\"");
        assert_eq!(secret.expose(), "hunter2");
    }
}
