//! All pages of a service: reading and building their addresses.

use std::fmt::Display;

use super::address;
use super::error::LinkError;
use super::pattern::LinkPattern;
use super::values::LinkValues;

/// The web addresses of a service's pages. `T` is an emitted enum with a variant for each kind of page.
///
/// ```
/// use paceline_runtime::codegen::{LinkPattern, LinkPatterns};
///
/// #[derive(Debug, PartialEq)]
/// struct Ticket { board: String, id: i64 }
///
/// static PAGES: LinkPatterns<Ticket> = LinkPatterns {
///     hosts: &["https://tracker.example"],
///     patterns: &[LinkPattern {
///         address: "/:board/detail/:id",
///         read: |values| Some(Ticket { board: values.text()?, id: values.integer()? }),
///     }],
/// };
///
/// let ticket = PAGES.parse(&[], "https://tracker.example/demo/detail/123?tab=2#top")?;
/// assert_eq!(ticket, Ticket { board: "demo".to_owned(), id: 123 });
/// let built = PAGES.to_url("https://tracker.example", "/:board/detail/:id", &[&ticket.board, &ticket.id])?;
/// assert_eq!(built, "https://tracker.example/demo/detail/123");
/// # Ok::<(), paceline_runtime::LinkError>(())
/// ```
#[derive(Debug)]
pub struct LinkPatterns<T: 'static> {
    /// The hosts that serve the pages, as scheme and authority; the first one is the default. `https://*.example.com` stands
    /// for every host one label below `example.com`, and is not the first.
    pub hosts: &'static [&'static str],
    /// The kinds of pages. Where an address fits several, the one with the fewest parameters is meant, and of these the first.
    pub patterns: &'static [LinkPattern<T>],
}

impl<T> LinkPatterns<T> {
    /// The default host.
    #[must_use]
    pub fn host(&self) -> &'static str {
        self.hosts.first().copied().unwrap_or_default()
    }

    /// The page at a web address, at one of the service's hosts or of `hosts`. Query, fragment and a slash at the end do not
    /// matter.
    ///
    /// # Errors
    ///
    /// [`LinkError::NotAnAddress`], [`LinkError::UnknownHost`], [`LinkError::UnknownPath`], [`LinkError::BadValue`] for an id
    /// that should be a number, and [`LinkError::BadHost`] if one of `hosts` is none.
    pub fn parse(&self, hosts: &[&str], text: &str) -> Result<T, LinkError> {
        let path = address::read(self.hosts, hosts, text)?;
        match self.find(&path.segments) {
            (Some((_, page)), _) => Ok(page),
            (None, Some(name)) => Err(LinkError::BadValue { name, problem: "is not a whole number there" }),
            (None, None) => Err(LinkError::UnknownPath(path.text)),
        }
    }

    /// The web address at `host` of the kind of page that has this address, with these ids in the order in which they stand
    /// there.
    ///
    /// # Errors
    ///
    /// [`LinkError::BadHost`]; [`LinkError::BadValue`] for the empty text, `.` and `..`, which no path can hold;
    /// [`LinkError::OtherPage`] if another kind of page would be read from the address.
    pub fn to_url(
        &self,
        host: &str,
        address: &'static str,
        values: &[&dyn Display],
    ) -> Result<String, LinkError> {
        let (url, path) = address::build(host, address, values)?;
        match self.find(&path.segments) {
            (Some((read, _)), _) if read == address => Ok(url),
            _ => Err(LinkError::OtherPage(path.text)),
        }
    }

    /// The page whose path has these segments, with the pattern of its address, or else the id that kept it from being one.
    fn find(&self, segments: &[String]) -> (Option<(&'static str, T)>, Option<&'static str>) {
        let (mut best, mut misfit) = (None, None);
        let mut fewest = usize::MAX;
        for pattern in self.patterns {
            let Some(values) = address::values(pattern.address, segments) else { continue };
            let mut taken = LinkValues::new(&values);
            let page = (pattern.read)(&mut taken);
            misfit = misfit.or(taken.misfit());
            // The pattern that says most about the path is meant.
            if let Some(page) = page
                && values.len() < fewest
            {
                (best, fewest) = (Some((pattern.address, page)), values.len());
            }
        }
        (best, misfit)
    }
}
