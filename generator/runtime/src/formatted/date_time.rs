//! Instants as text.

use super::macros::formatted;

formatted! {
    /// An instant, as RFC 3339 writes it: `2025-01-31T12:30:00Z`, `2025-01-31T12:30:00.5+01:00`.
    ///
    /// With the feature `jiff` or `chrono` it converts from and to the instants of that crate.
    ///
    /// ```
    /// use paceline_runtime::DateTime;
    ///
    /// let created = DateTime::from("2025-01-31T12:30:00Z");
    /// assert_eq!(created.as_str(), "2025-01-31T12:30:00Z");
    /// ```
    DateTime
}

#[cfg(feature = "jiff")]
impl DateTime {
    /// The instant of the crate `jiff`; `None` if the text is no instant, or has no offset from UTC.
    #[must_use]
    pub fn to_jiff(&self) -> Option<jiff::Timestamp> {
        self.0.parse().ok()
    }
}

#[cfg(feature = "jiff")]
impl From<jiff::Timestamp> for DateTime {
    fn from(instant: jiff::Timestamp) -> Self {
        Self(instant.to_string())
    }
}

#[cfg(feature = "chrono")]
impl DateTime {
    /// The instant of the crate `chrono`, with its offset from UTC; `None` if the text is no instant, or has no offset.
    #[must_use]
    pub fn to_chrono(&self) -> Option<chrono::DateTime<chrono::FixedOffset>> {
        chrono::DateTime::parse_from_rfc3339(&self.0).ok()
    }
}

#[cfg(feature = "chrono")]
impl<Zone: chrono::TimeZone> From<chrono::DateTime<Zone>> for DateTime {
    fn from(instant: chrono::DateTime<Zone>) -> Self {
        Self(instant.fixed_offset().to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true))
    }
}
