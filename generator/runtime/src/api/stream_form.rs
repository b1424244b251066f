//! How a response that is a stream is written.

/// How a response that is a stream of items is written.
///
/// ```
/// use paceline_runtime::api::StreamForm;
///
/// // Server-sent events up to one whose data is `[DONE]`.
/// const FORM: StreamForm = StreamForm::events().until("[DONE]");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StreamForm {
    pub(crate) kind: StreamKind,
    /// The text that stands in place of an item and ends the stream.
    pub(crate) end: Option<&'static str>,
    /// Whether a stream that ends without it has broken off.
    pub(crate) needs_end: bool,
}

/// The ways to write a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StreamKind {
    /// Server-sent events: the data of each is JSON.
    Events,
    /// Lines: each is JSON.
    Lines,
}

impl StreamForm {
    /// Server-sent events (`text/event-stream`), the data of each of which is one item as JSON.
    #[must_use]
    pub const fn events() -> Self {
        Self { kind: StreamKind::Events, end: None, needs_end: false }
    }

    /// Lines (`application/x-ndjson`), each of which is one item as JSON.
    #[must_use]
    pub const fn lines() -> Self {
        Self { kind: StreamKind::Lines, end: None, needs_end: false }
    }

    /// The same with a text that stands in place of an item and ends the stream, such as `[DONE]`. A stream that ends without
    /// it has broken off.
    #[must_use]
    pub const fn until(mut self, end: &'static str) -> Self {
        self.end = Some(end);
        self.needs_end = true;
        self
    }

    /// The same with a text that may come in place of an item and ends the stream, where it does not come always.
    #[must_use]
    pub const fn until_maybe(mut self, end: &'static str) -> Self {
        self.end = Some(end);
        self.needs_end = false;
        self
    }

    /// What is asked for where nothing else is said.
    pub(crate) fn media_type(self) -> &'static str {
        match self.kind {
            StreamKind::Events => "text/event-stream",
            StreamKind::Lines => "application/x-ndjson",
        }
    }

    /// What messages call an item.
    pub(crate) fn item(self) -> &'static str {
        match self.kind {
            StreamKind::Events => "event",
            StreamKind::Lines => "line",
        }
    }
}
