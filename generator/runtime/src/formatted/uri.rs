//! Addresses.

use super::macros::formatted;

formatted! {
    /// A URI: `https://example.com/a?b=c`.
    ///
    /// ```
    /// use paceline_runtime::Uri;
    ///
    /// let page = Uri::from("https://example.com/a");
    /// assert_eq!(page.to_url().unwrap().host_str(), Some("example.com"));
    /// assert!(Uri::from("a b").to_url().is_none());
    /// ```
    Uri
}

impl Uri {
    /// The address as `reqwest` takes it; `None` if it is none, or a relative one.
    #[must_use]
    pub fn to_url(&self) -> Option<reqwest::Url> {
        self.0.parse().ok()
    }
}

impl From<reqwest::Url> for Uri {
    fn from(url: reqwest::Url) -> Self {
        Self(url.into())
    }
}
