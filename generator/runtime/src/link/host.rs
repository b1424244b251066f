//! Hosts that serve pages: `https://example.com`, or `https://*.example.com` for every name one label below.

use url::{Host as UrlHost, Url};

use super::error::LinkError;

/// A host whose pages are read.
pub(super) struct Host {
    url: Url,
    /// Whether names one label below are meant, and not the host itself.
    below: bool,
}

impl Host {
    /// Reads a host, or the hosts below a domain.
    pub(super) fn parse(text: &str) -> Result<Self, LinkError> {
        let bad = |problem: &str| LinkError::BadHost(format!("`{}` {problem}", text.escape_debug()));
        let (whole, below) = match text.split_once("://*.") {
            Some((scheme, domain)) => (format!("{scheme}://{domain}"), true),
            None => (text.to_owned(), false),
        };
        let url =
            Url::parse(&whole).map_err(|error| bad(&format!("is not the address of a host: {error}")))?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(bad("begins with neither `https://` nor `http://`"));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(bad("holds the name of a user"));
        }
        if url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
            return Err(bad("says more than a scheme and a host"));
        }
        // Hosts below `com` belong to everybody.
        let is_deep =
            matches!(url.host(), Some(UrlHost::Domain(domain)) if domain.trim_matches('.').contains('.'));
        if below && !is_deep {
            return Err(bad("leaves open whose hosts are meant: a `*` stands before two names at least"));
        }
        if url.host_str().is_some_and(|host| host.contains('*')) {
            return Err(bad("has a `*` in another place than before the first dot"));
        }
        Ok(Self { url, below })
    }

    /// Scheme and authority, without a slash at the end; `None` for the hosts below a domain.
    pub(super) fn origin(&self) -> Option<String> {
        (!self.below).then(|| self.url.origin().ascii_serialization())
    }

    /// Whether an address is one of this host.
    pub(super) fn serves(&self, address: &Url) -> bool {
        if !self.below {
            return self.url.origin() == address.origin();
        }
        let same_port = self.url.port_or_known_default() == address.port_or_known_default();
        let label = (address.host_str().zip(self.url.host_str()))
            .and_then(|(host, domain)| host.strip_suffix(domain)?.strip_suffix('.'));
        let is_below = label.is_some_and(|label| !label.is_empty() && !label.contains('.'));
        self.url.scheme() == address.scheme() && same_port && is_below
    }
}
