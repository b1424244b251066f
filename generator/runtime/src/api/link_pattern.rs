//! Descriptors of web addresses.

/// The web addresses of a service's pages.
#[derive(Debug)]
pub struct LinkPatterns {
    /// Scheme and authority of the hosts that serve the pages, the default first.
    pub hosts: &'static [&'static str],
    /// The kinds of pages.
    pub patterns: &'static [LinkPattern],
}

/// The web addresses of one kind of page.
#[derive(Debug)]
pub struct LinkPattern {
    /// What kind of page it is, such as `item`.
    pub kind: &'static str,
    /// Its path, whose parameters are written `:name`, each a whole segment.
    pub path: &'static str,
}

impl LinkPattern {
    /// The segments of the path.
    pub fn segments(&self) -> impl Iterator<Item = &'static str> {
        self.path.split('/').skip(1)
    }
}
