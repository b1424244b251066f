//! Instants on the wire.

use std::fmt;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::json::macros::newtype_values;

/// An instant in milliseconds since 1970-01-01 UTC, exactly as it travels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

impl Timestamp {
    /// The instant `milliseconds` after 1970-01-01 UTC.
    #[must_use]
    pub const fn from_millis(milliseconds: i64) -> Self {
        Self(milliseconds)
    }

    /// Milliseconds since 1970-01-01 UTC.
    #[must_use]
    pub const fn as_millis(self) -> i64 {
        self.0
    }

    /// Now, by the system's clock.
    #[must_use]
    pub fn now() -> Self {
        SystemTime::now().into()
    }
}

impl From<i64> for Timestamp {
    /// The instant so many milliseconds after 1970-01-01 UTC. Seconds, which many programs count in, would be an instant
    /// in January 1970.
    fn from(milliseconds: i64) -> Self {
        Self(milliseconds)
    }
}

impl From<SystemTime> for Timestamp {
    /// Instants too far away for 64 bits of milliseconds become the nearest that fits.
    fn from(time: SystemTime) -> Self {
        let millis = |span: Duration| i64::try_from(span.as_millis()).unwrap_or(i64::MAX);
        match time.duration_since(UNIX_EPOCH) {
            Ok(after) => Self(millis(after)),
            Err(before) => Self(-millis(before.duration())),
        }
    }
}

impl From<Timestamp> for SystemTime {
    /// Instants that the system cannot represent become the epoch.
    fn from(timestamp: Timestamp) -> Self {
        let span = Duration::from_millis(timestamp.0.unsigned_abs());
        let time = if timestamp.0 < 0 { UNIX_EPOCH.checked_sub(span) } else { UNIX_EPOCH.checked_add(span) };
        time.unwrap_or(UNIX_EPOCH)
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

newtype_values!(Timestamp, i64);

/// An instant in seconds since 1970-01-01 UTC, exactly as it travels.
///
/// ```
/// use paceline_runtime::{Timestamp, UnixSeconds};
///
/// assert_eq!(Timestamp::from(UnixSeconds::from(5)), Timestamp::from_millis(5_000));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnixSeconds(i64);

impl UnixSeconds {
    /// Seconds since 1970-01-01 UTC.
    #[must_use]
    pub const fn as_seconds(self) -> i64 {
        self.0
    }

    /// Now, by the system's clock.
    #[must_use]
    pub fn now() -> Self {
        SystemTime::now().into()
    }
}

impl From<i64> for UnixSeconds {
    /// The instant so many seconds after 1970-01-01 UTC.
    fn from(seconds: i64) -> Self {
        Self(seconds)
    }
}

impl From<Timestamp> for UnixSeconds {
    /// The second in which the instant lies.
    fn from(instant: Timestamp) -> Self {
        Self(instant.0.div_euclid(1000))
    }
}

impl From<UnixSeconds> for Timestamp {
    /// Instants too far away for 64 bits of milliseconds become the nearest that fits.
    fn from(instant: UnixSeconds) -> Self {
        Self(instant.0.saturating_mul(1000))
    }
}

impl From<SystemTime> for UnixSeconds {
    fn from(time: SystemTime) -> Self {
        Timestamp::from(time).into()
    }
}

impl From<UnixSeconds> for SystemTime {
    /// Instants that the system cannot represent become the epoch.
    fn from(instant: UnixSeconds) -> Self {
        Timestamp::from(instant).into()
    }
}

impl fmt::Display for UnixSeconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

newtype_values!(UnixSeconds, i64);

#[cfg(feature = "jiff")]
impl Timestamp {
    /// The instant of the crate `jiff`; `None` if that has no such year.
    #[must_use]
    pub fn to_jiff(self) -> Option<jiff::Timestamp> {
        jiff::Timestamp::from_millisecond(self.0).ok()
    }
}

#[cfg(feature = "jiff")]
impl From<jiff::Timestamp> for Timestamp {
    /// The millisecond in which the instant lies.
    fn from(instant: jiff::Timestamp) -> Self {
        Self(i64::try_from(instant.as_nanosecond().div_euclid(1_000_000)).unwrap_or(i64::MAX))
    }
}

#[cfg(feature = "chrono")]
impl Timestamp {
    /// The instant of the crate `chrono`; `None` if that has no such year.
    #[must_use]
    pub fn to_chrono(self) -> Option<chrono::DateTime<chrono::Utc>> {
        chrono::DateTime::from_timestamp_millis(self.0)
    }
}

#[cfg(feature = "chrono")]
impl<Zone: chrono::TimeZone> From<chrono::DateTime<Zone>> for Timestamp {
    /// The millisecond in which the instant lies.
    fn from(instant: chrono::DateTime<Zone>) -> Self {
        Self(instant.timestamp_millis())
    }
}
