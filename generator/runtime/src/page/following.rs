//! Which page follows another one. A list ends only on proof; a walk that cannot end or goes in circles is an error.

use std::collections::HashSet;

use serde_json::Value;

use crate::api::{JsonPath, NextPage, Pagination, ParamPath};
use crate::call::Call;
use crate::error::{Error, ErrorKind, Result};

use super::address::{address_of, next_address};
use super::link_header::next_target;
use super::value::Page;

/// So many empty pages in a row may stand before others: their items may be hidden from the caller.
const EMPTY_PAGES: u32 = 10;
/// So many responses in a row may be the same, byte by byte, where nothing else shows that the list goes on.
const SAME_PAGES: u32 = 3;

/// What a walk remembers of the pages that it has seen.
#[derive(Debug, Default)]
pub(super) struct Progress {
    /// How many items the server sent so far.
    seen: i64,
    /// The number of items on the longest page: what a page holds, whatever was asked for.
    longest: i64,
    empty_in_a_row: u32,
    same_in_a_row: u32,
    last_body: Option<u64>,
    /// All cursors that were sent, or the addresses that were asked.
    cursors: HashSet<String>,
}

impl Progress {
    /// The call for the page after `page`, or `None` when `page` is the last one.
    pub(super) fn following<T>(&mut self, mut call: Call, page: &Page<T>) -> Result<Option<Call>> {
        let Some(style) = call.endpoint.pagination else { return Ok(None) };
        self.note(page);
        if page.has_more == Some(false) {
            return Ok(None);
        }
        let goes_on = match style.next {
            NextPage::Number(parameter, first) => self.count_page(&mut call, style, parameter, first, page),
            NextPage::Offset(parameter) => self.skip_items(&mut call, style, parameter, page),
            NextPage::Cursor(cursors) => self.follow_cursor(&mut call, cursors, page)?,
            NextPage::NextUrl(_) | NextPage::Link => self.follow_address(&mut call, style.next, page)?,
            NextPage::LastItem(parameter, id) => self.follow_item(&mut call, parameter, id, page)?,
        };
        if !goes_on {
            return Ok(None);
        }
        if self.empty_in_a_row > EMPTY_PAGES {
            return Err(stuck(&call, "it gives one empty page after the other, and says that more follow"));
        }
        if self.same_in_a_row >= SAME_PAGES && page.total.is_none() {
            return Err(stuck(&call, "it gives the same page again and again"));
        }
        Ok(Some(call))
    }

    fn note<T>(&mut self, page: &Page<T>) {
        let count = page_length(page);
        self.seen = self.seen.saturating_add(count);
        self.longest = self.longest.max(count);
        self.empty_in_a_row = if count == 0 { self.empty_in_a_row + 1 } else { 0 };
        let same = count > 0 && self.last_body == Some(page.body_hash);
        self.same_in_a_row = if same { self.same_in_a_row + 1 } else { 0 };
        self.last_body = Some(page.body_hash);
    }

    /// Whether another page follows where nothing but the counted items or an empty page can show the end.
    fn goes_on<T>(&self, page: &Page<T>, counted: i64) -> bool {
        match (page.has_more, page.total) {
            (Some(more), _) => more,
            (None, Some(total)) => counted.max(self.seen) < total,
            (None, None) => page.len() > 0,
        }
    }

    fn count_page<T>(
        &self,
        call: &mut Call,
        style: Pagination,
        parameter: ParamPath,
        first: i64,
        page: &Page<T>,
    ) -> bool {
        let current = call.get(parameter).and_then(|value| whole(&value)).unwrap_or(first);
        let pages = (current - first).saturating_add(1).max(1);
        // Servers lower the page size that they are asked for, so what counts is what their pages hold.
        let size = if page.is_whole { call.page_size(style).unwrap_or(1) } else { self.longest };
        call.set(parameter, current.saturating_add(1).into());
        self.goes_on(page, pages.saturating_mul(size))
    }

    fn skip_items<T>(
        &self,
        call: &mut Call,
        style: Pagination,
        parameter: ParamPath,
        page: &Page<T>,
    ) -> bool {
        let current = call.get(parameter).and_then(|value| whole(&value)).unwrap_or(0);
        let count = page_length(page);
        // What an empty page hides is skipped as well.
        let hidden = if self.longest > 0 { self.longest } else { call.page_size(style).unwrap_or(1) };
        let after = current.saturating_add(if count > 0 { count } else { hidden });
        call.set(parameter, after.into());
        self.goes_on(page, after)
    }

    /// The first cursor leads; the others, such as the name of a snapshot, may be absent and then stay as they are.
    fn follow_cursor<T>(
        &mut self,
        call: &mut Call,
        cursors: &[(ParamPath, JsonPath)],
        page: &Page<T>,
    ) -> Result<bool> {
        let lead = page.cursors.first().and_then(Option::as_ref);
        let (Some((parameter, _)), Some(lead)) = (cursors.first(), lead) else {
            return if page.has_more == Some(true) { Err(nowhere(call)) } else { Ok(false) };
        };
        if let Some(sent) = call.get(*parameter) {
            self.cursors.insert(sent.to_string());
        }
        if self.cursors.contains(&lead.to_string()) {
            return Err(stuck(call, "it gives a cursor that it has given before"));
        }
        for ((parameter, _), cursor) in cursors.iter().zip(&page.cursors) {
            if let Some(cursor) = cursor {
                call.set(*parameter, cursor.clone());
            }
        }
        Ok(true)
    }
}

impl Progress {
    /// The address of the next page is asked as it is. Without one, the page is the last.
    fn follow_address<T>(&mut self, call: &mut Call, next: NextPage, page: &Page<T>) -> Result<bool> {
        let cannot_go_on = |call: &Call, why: &str| {
            call.error(ErrorKind::Pagination, format!("the next page cannot be asked for: {why}"))
        };
        let unreadable = |call: &Call| cannot_go_on(call, "where the server says it is cannot be read");
        let given = match page.cursors.first().and_then(Option::as_ref) {
            None => None,
            Some(Value::String(links)) if matches!(next, NextPage::Link) => {
                next_target(links).map_err(|_| unreadable(call))?
            }
            Some(Value::String(address)) => Some(address.as_str()),
            Some(_) => return Err(unreadable(call)),
        };
        let Some(given) = given else {
            return if page.has_more == Some(true) { Err(nowhere(call)) } else { Ok(false) };
        };
        let address = next_address(call, given)?.map_err(|why| cannot_go_on(call, &why))?;
        self.cursors.insert(address_of(call)?.into());
        if self.cursors.contains(&*address) {
            return Err(stuck(call, "it gives an address that it has given before"));
        }
        call.address = Some(address);
        Ok(true)
    }

    /// The last item leads to the next page. Where nothing else tells, a page without items is the last.
    fn follow_item<T>(
        &mut self,
        call: &mut Call,
        parameter: ParamPath,
        id: JsonPath,
        page: &Page<T>,
    ) -> Result<bool> {
        if !self.goes_on(page, self.seen) {
            return Ok(false);
        }
        if page.len() > 0 && page.cursors.iter().all(Option::is_none) {
            return Err(stuck(
                call,
                "the last item of a page has no id, after which the next page would start",
            ));
        }
        self.follow_cursor(call, &[(parameter, id)], page)
    }
}

fn page_length<T>(page: &Page<T>) -> i64 {
    i64::try_from(page.len()).unwrap_or(i64::MAX)
}

fn nowhere(call: &Call) -> Error {
    stuck(call, "it says that more pages follow, and not where")
}

fn stuck(call: &Call, why: &str) -> Error {
    call.error(ErrorKind::Pagination, format!("the server's pages do not come to an end: {why}"))
}

/// A whole number, written as one or as text.
fn whole(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.parse().ok())
}

impl Call {
    fn page_size(&self, style: Pagination) -> Option<i64> {
        whole(&self.get(style.size?)?)
    }
}
