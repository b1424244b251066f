//! Walks through all items.

use crate::call::Call;
use crate::json::Empty;

use super::pages::Pages;

impl Call {
    /// All items of all pages.
    #[must_use]
    pub fn items<T: Empty + Send + 'static>(self) -> Pages<T> {
        self.pages().flatten()
    }
}
