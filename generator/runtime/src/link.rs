//! Web addresses of pages, and the ids in them.

use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use url::Url;

use crate::api::{LinkPattern, LinkPatterns};

/// What stays as it is in a segment of a path.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A page of the service: what kind it is, and the ids in its web address. Nothing is asked of the service.
///
/// ```
/// use paceline_runtime::Link;
/// use paceline_runtime::api::{LinkPattern, LinkPatterns};
///
/// static PAGES: LinkPatterns = LinkPatterns {
///     hosts: &["https://tracker.example"],
///     patterns: &[LinkPattern { kind: "ticket", path: "/:board/detail/:id" }],
/// };
///
/// let link = Link::parse(&PAGES, "https://tracker.example/demo/detail/123?tab=2#top")?;
/// assert_eq!((link.kind(), link.value("id")), ("ticket", Some("123")));
/// let built = Link::new(&PAGES, "ticket", &[("board", "demo"), ("id", "7")])?;
/// assert_eq!(built.to_url(&PAGES), "https://tracker.example/demo/detail/7");
/// # Ok::<(), paceline_runtime::LinkError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    kind: &'static str,
    path: &'static str,
    host: Option<&'static str>,
    values: Vec<(&'static str, String)>,
}

/// Why a text is not the web address of a page, or none can be built.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LinkError {
    /// The text is no URL, or one with a user's name; the text says which.
    NotAnAddress(String),
    /// The host is none of the service's; it is named as scheme, host and port.
    UnknownHost(String),
    /// No kind of page has such a path, which is given.
    UnknownPath(String),
    /// There is no such kind of page; it is named.
    UnknownKind(String),
    /// The parameter, which is named, is missing, given twice, unknown, or cannot stand in a path.
    BadValue(String),
}

impl Link {
    /// The page at a web address. Query, fragment and a slash at the end do not matter.
    ///
    /// # Errors
    ///
    /// [`LinkError::NotAnAddress`], [`LinkError::UnknownHost`] or [`LinkError::UnknownPath`].
    pub fn parse(patterns: &LinkPatterns, text: &str) -> Result<Self, LinkError> {
        let url = Url::parse(text.trim()).map_err(|error| LinkError::NotAnAddress(error.to_string()))?;
        // What stands before an `@` looks like a host to people and is none.
        if !url.username().is_empty() || url.password().is_some() {
            return Err(LinkError::NotAnAddress("it holds the name of a user".to_owned()));
        }
        let is_host = |host: &&&str| Url::parse(host).is_ok_and(|host| host.origin() == url.origin());
        let unknown = || LinkError::UnknownHost(url.origin().ascii_serialization());
        let host = *patterns.hosts.iter().find(is_host).ok_or_else(unknown)?;
        let path = url.path();
        let segments: Vec<&str> = path.strip_suffix('/').unwrap_or(path).split('/').skip(1).collect();
        // The pattern that says most about the path is meant.
        let (pattern, values) = (patterns.patterns.iter())
            .filter_map(|pattern| Some((pattern, values_of(pattern, &segments)?)))
            .min_by_key(|(_, values)| values.len())
            .ok_or_else(|| LinkError::UnknownPath(path.to_owned()))?;
        Ok(Self { kind: pattern.kind, path: pattern.path, host: Some(host), values })
    }

    /// The page of a kind with these ids.
    ///
    /// # Errors
    ///
    /// [`LinkError::UnknownKind`]; [`LinkError::BadValue`] for an id that is missing, given twice or not of this kind of
    /// page, and for the empty text, `.` and `..`, which no path can hold.
    pub fn new(patterns: &LinkPatterns, kind: &str, values: &[(&str, &str)]) -> Result<Self, LinkError> {
        let pattern = (patterns.patterns.iter().find(|pattern| pattern.kind == kind))
            .ok_or_else(|| LinkError::UnknownKind(kind.to_owned()))?;
        let names: Vec<&str> = pattern.segments().filter_map(|segment| segment.strip_prefix(':')).collect();
        let stray = values.iter().find(|(name, value)| !names.contains(name) || !fits_a_segment(value));
        if let Some((name, _)) = stray {
            return Err(LinkError::BadValue((*name).to_owned()));
        }
        let value_of = |name: &'static str| {
            let mut given = values.iter().filter(|(known, _)| *known == name);
            match (given.next(), given.next()) {
                (Some((_, value)), None) => Ok((name, (*value).to_owned())),
                _ => Err(LinkError::BadValue(name.to_owned())),
            }
        };
        let values = names.into_iter().map(value_of).collect::<Result<_, _>>()?;
        Ok(Self { kind: pattern.kind, path: pattern.path, host: None, values })
    }

    /// The kind of page.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        self.kind
    }

    /// An id in the address, by the name of its parameter.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&str> {
        self.values.iter().find(|(known, _)| *known == name).map(|(_, value)| &**value)
    }

    /// The web address, at the host that the page was read from, or else the first one; without query and fragment.
    #[must_use]
    pub fn to_url(&self, patterns: &LinkPatterns) -> String {
        let host = self.host.or_else(|| patterns.hosts.first().copied()).unwrap_or_default();
        let pattern = LinkPattern { kind: self.kind, path: self.path };
        let mut address = host.to_owned();
        for segment in pattern.segments() {
            address.push('/');
            match segment.strip_prefix(':').and_then(|name| self.value(name)) {
                Some(value) => address.extend(utf8_percent_encode(value, ENCODED)),
                None => address.push_str(segment),
            }
        }
        address
    }
}

/// The values in a path, if it fits the pattern.
fn values_of(pattern: &LinkPattern, segments: &[&str]) -> Option<Vec<(&'static str, String)>> {
    if pattern.segments().count() != segments.len() {
        return None;
    }
    let mut values = Vec::new();
    for (expected, segment) in pattern.segments().zip(segments) {
        let text = percent_decode_str(segment).decode_utf8().ok()?;
        match expected.strip_prefix(':') {
            Some(name) if fits_a_segment(&text) => values.push((name, text.into_owned())),
            Some(_) => return None,
            None if text == expected => {}
            None => return None,
        }
    }
    Some(values)
}

/// Browsers and servers take dots, encoded or not, for steps within the path.
fn fits_a_segment(text: &str) -> bool {
    !matches!(text, "" | "." | "..")
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAnAddress(problem) => write!(f, "this is not the web address of a page: {problem}"),
            Self::UnknownHost(host) => write!(f, "{host} is no host of the service"),
            Self::UnknownPath(path) => write!(f, "no kind of page has the path {path}"),
            Self::UnknownKind(kind) => write!(f, "there is no kind of page `{kind}`"),
            Self::BadValue(name) => {
                write!(
                    f,
                    "`{name}` must be given once, for a page that has it, and not be empty, `.` or `..`"
                )
            }
        }
    }
}

impl std::error::Error for LinkError {}
