//! All pages of a service: reading and building their addresses.

use std::fmt::Display;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use url::Url;

use super::error::LinkError;
use super::host::Host;
use super::pattern::{LinkPattern, fits_a_segment, segments_of};
use super::values::LinkValues;

/// What stays as it is in a segment of a path.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

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
        let url = Url::parse(text.trim()).map_err(|error| LinkError::NotAnAddress(error.to_string()))?;
        // What stands before an `@` looks like a host to people and is none.
        if !url.username().is_empty() || url.password().is_some() {
            return Err(LinkError::NotAnAddress("it holds the name of a user".to_owned()));
        }
        let hosts = self.hosts.iter().chain(hosts).map(|host| Host::parse(host));
        if !hosts.collect::<Result<Vec<_>, _>>()?.iter().any(|host| host.serves(&url)) {
            return Err(LinkError::UnknownHost(url.origin().ascii_serialization()));
        }
        let path = url.path();
        let unknown = || LinkError::UnknownPath(path.to_owned());
        let segments: Vec<String> = segments_of(path.strip_suffix('/').unwrap_or(path))
            .map(|segment| percent_decode_str(segment).decode_utf8().map(Into::into))
            .collect::<Result<_, _>>()
            .map_err(|_| unknown())?;
        match self.find(&segments) {
            (Some((_, page)), _) => Ok(page),
            (None, Some(name)) => Err(LinkError::BadValue { name, problem: "is not a whole number there" }),
            (None, None) => Err(unknown()),
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
        let origin = Host::parse(host)?.origin();
        let mut url = origin.ok_or_else(|| LinkError::BadHost(format!("`{host}` is not one host")))?;
        let (mut values, mut segments) = (values.iter(), Vec::new());
        for segment in segments_of(address) {
            let Some(name) = segment.strip_prefix(':') else {
                segments.push(segment.to_owned());
                continue;
            };
            let value = values.next().map(ToString::to_string).unwrap_or_default();
            if !fits_a_segment(&value) {
                let problem = "is empty, `.` or `..`, which no path can hold";
                return Err(LinkError::BadValue { name, problem });
            }
            segments.push(value);
        }
        let path: String = segments
            .iter()
            .flat_map(|segment| ["/"].into_iter().chain(utf8_percent_encode(segment, ENCODED)))
            .collect();
        match self.find(&segments) {
            (Some((read, _)), _) if read == address => {
                url.push_str(if path.is_empty() { "/" } else { &path });
                Ok(url)
            }
            _ => Err(LinkError::OtherPage(path)),
        }
    }

    /// The page whose path has these segments, with the pattern of its address, or else the id that kept it from being one.
    fn find(&self, segments: &[String]) -> (Option<(&'static str, T)>, Option<&'static str>) {
        let mut misfit = None;
        let found = self.patterns.iter().filter_map(|pattern| {
            let values = pattern.values(segments)?;
            let mut taken = LinkValues::new(&values);
            let page = (pattern.read)(&mut taken);
            misfit = misfit.or(taken.misfit());
            Some((values.len(), pattern.address, page?))
        });
        // The pattern that says most about the path is meant.
        let found = found.min_by_key(|(params, ..)| *params).map(|(_, address, page)| (address, page));
        (found, misfit)
    }
}
