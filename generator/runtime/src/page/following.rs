//! Which page follows another one.

use serde_json::Value;

use crate::api::{NextPage, Pagination};
use crate::call::Call;

use super::value::Page;

/// The call for the page after `page`, or `None` after the last.
pub(super) fn following<T>(mut call: Call, style: Pagination, page: &Page<T>, seen: usize) -> Option<Call> {
    if page.has_more == Some(false) {
        return None;
    }
    match style.next {
        NextPage::Number(parameter, first) => {
            let current = call.get(parameter).and_then(|value| whole(&value)).unwrap_or(first);
            let before = call.get_size(style).map(|size| (current - first).max(0).saturating_mul(size));
            if reached(page.total, before.unwrap_or(0).max(0), seen, page.items.len()) {
                return None;
            }
            call.set(parameter, (current + 1).into());
        }
        NextPage::Offset(parameter) => {
            let current = call.get(parameter).and_then(|value| whole(&value)).unwrap_or(0);
            let after = current + i64::try_from(page.items.len()).ok()?;
            if page.total.is_some_and(|total| after >= total) {
                return None;
            }
            call.set(parameter, after.into());
        }
        NextPage::Cursor(cursors) => {
            // The first cursor leads. Without it, or with the one we came with, asking again would give the same
            // page for ever; the others, such as the name of a snapshot, may be absent and then stay as they are.
            let ((lead, _), next) = (cursors.first()?, page.cursors.first()?);
            if next.is_none() || call.get(*lead) == *next {
                return None;
            }
            for ((parameter, _), cursor) in cursors.iter().zip(&page.cursors) {
                if let Some(cursor) = cursor {
                    call.set(*parameter, cursor.clone());
                }
            }
        }
    }
    Some(call)
}

/// Whether `total` items have gone by: those before the first page of this walk, and those seen since.
fn reached(total: Option<i64>, before: i64, seen: usize, on_page: usize) -> bool {
    let (Ok(seen), Ok(on_page)) = (i64::try_from(seen), i64::try_from(on_page)) else { return true };
    total.is_some_and(|total| before.saturating_add(on_page).max(seen) >= total)
}

/// A whole number, written as one or as text.
fn whole(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.parse().ok())
}

impl Call {
    fn get_size(&self, style: Pagination) -> Option<i64> {
        whole(&self.get(style.size?)?)
    }
}
