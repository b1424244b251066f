//! Responses that are streams of items: server-sent events, or one JSON value a line.
//!
//! Reading goes from bytes to lines, from lines to frames (the text of one item and what stands beside it), and from frames to
//! items. The parser is the project's own: of the published ones, `eventsource-stream` is the established one, and it grows its
//! buffers without bound and gives up a stream for one byte that is no UTF-8. The tests hold this one against it.

mod line;
mod frame;
mod open_stream;
mod item_stream;

pub use item_stream::ItemStream;
pub(crate) use open_stream::OpenStream;
