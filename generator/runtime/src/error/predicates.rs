//! What an error can be asked.

use crate::api::Category;

use super::facts::Error;
use super::kind::ErrorKind;

impl Error {
    /// Whether the server may have carried the request out although the call failed.
    ///
    /// ```
    /// # use paceline_runtime::Error;
    /// fn may_repeat(error: &Error) -> bool {
    ///     // Nobody gets a second work item.
    ///     !error.may_have_been_applied()
    /// }
    /// ```
    #[must_use]
    pub fn may_have_been_applied(&self) -> bool {
        self.0.may_have_been_applied
    }

    /// Whether the server refused for too many requests.
    ///
    /// ```
    /// # use paceline_runtime::Error;
    /// use std::time::Duration;
    ///
    /// fn pause(error: &Error) -> Option<Duration> {
    ///     error.is_rate_limited().then(|| error.retry_after().unwrap_or(Duration::from_secs(1)))
    /// }
    /// ```
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        self.0.kind == ErrorKind::RateLimited
    }

    /// Whether the caller lacks a permission.
    ///
    /// ```
    /// # use paceline_runtime::Error;
    /// fn hint(error: &Error) -> Option<&str> {
    ///     let what = error.documented().map_or("ask for it", |known| known.advice);
    ///     error.is_permission_denied().then_some(what)
    /// }
    /// ```
    #[must_use]
    pub fn is_permission_denied(&self) -> bool {
        self.is_of(Category::Permission, 403)
    }

    /// Whether the requested object does not exist.
    ///
    /// ```
    /// # use paceline_runtime::Error;
    /// fn found<T>(result: Result<T, Error>) -> Result<Option<T>, Error> {
    ///     match result {
    ///         Err(error) if error.is_not_found() => Ok(None),
    ///         other => other.map(Some),
    ///     }
    /// }
    /// ```
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.is_of(Category::NotFound, 404)
    }

    /// Whether the server has seen the idempotency key before, and so has probably carried the request out.
    ///
    /// ```
    /// # use paceline_runtime::Error;
    /// fn is_done<T>(result: &Result<T, Error>) -> bool {
    ///     result.as_ref().map_or_else(Error::is_duplicate, |_| true)
    /// }
    /// ```
    #[must_use]
    pub fn is_duplicate(&self) -> bool {
        self.0.kind == ErrorKind::Duplicate
    }

    /// Whether the time was up: that of an attempt, or of the call.
    ///
    /// ```
    /// # use paceline_runtime::Error;
    /// fn what_to_say(error: &Error) -> String {
    ///     if error.is_timeout() { "it takes too long".to_owned() } else { error.to_string() }
    /// }
    /// ```
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.0.kind == ErrorKind::Timeout
    }

    /// The documented category decides; without one, the status.
    fn is_of(&self, category: Category, status: u16) -> bool {
        match self.0.known {
            Some(known) => known.category == category,
            None => self.0.status == Some(status),
        }
    }
}
