//! The life of a call: prepare → authorize → admit → dispatch → receive → decode → decide.
//!
//! One non-generic function, [`run`], carries out the calls of all endpoints. What differs from type to type is a small
//! function that makes the empty value to decode into.

mod response;
mod response_kind;
mod validate;
mod request_url;
mod headers;
mod body;
mod form;
mod prepare;
mod execution;
mod write_mark;
mod spawn_on_drop;
mod exchange;
mod authorize;
mod decide;
mod admit;
mod receive_body;
mod cause;
mod dispatch;
mod receive;
mod excerpt;
mod decode_body;
mod left_out;
mod refusal;
mod decode;
mod future;

use tokio::runtime::Handle;
use tracing::field::Empty as Unset;
use tracing::{Instrument, Span, info_span};

use crate::api::{Exchange, StreamForm};
use crate::call::Call;
use crate::download::Download;
use crate::error::Result;
use crate::json::{ByStatus, Empty};
use crate::stream::ItemStream;

use exchange::ExchangeFuture;
use execution::CallExecution;
use future::CallTask;

pub use future::{ResponseFuture, ResponseFutureWithMeta};
pub use response::{Response, ResponseMeta};
pub use response_kind::UnreadableItem;

pub(crate) use future::{no_runtime, runtime_is_gone};
pub(crate) use request_url::{is_below, url as request_url};
pub(crate) use response::UntypedResponse;
pub(crate) use response_kind::{PageInfo, ResponseKind, ResponsePage};

impl Call {
    /// Sends the call and gives the response's data.
    pub fn send<T: Empty + Send + 'static>(self) -> ResponseFuture<T> {
        self.send_as(ResponseKind::data::<T>())
    }

    /// Sends the call and gives the response's data, whose type depends on the status.
    #[doc(hidden)]
    pub fn send_by_status<T: ByStatus>(self) -> ResponseFuture<T> {
        self.send_as(ResponseKind::by_status::<T>())
    }

    /// Sends the call and gives the file that it responds with.
    pub fn send_download(self) -> ResponseFuture<Download> {
        self.send_as(ResponseKind::File)
    }

    /// Sends the call and gives the items of the stream that it responds with, once that has begun.
    ///
    /// ```no_run
    /// # async fn example(client: paceline_runtime::Client) -> paceline_runtime::Result<()> {
    /// use paceline_runtime::{Method, Value, api::StreamForm};
    ///
    /// let call = client.raw(Method::Get, "/changes").read_only();
    /// let mut changes = call.send_stream::<Value>(StreamForm::lines()).await?;
    /// while let Some(change) = changes.try_next().await? {
    ///     println!("{change}");
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn send_stream<T: Empty + 'static>(mut self, form: StreamForm) -> ResponseFuture<ItemStream<T>> {
        let is_asked_for = |(name, _): &(&str, String)| name.eq_ignore_ascii_case("accept");
        if self.endpoint.accept.is_none() && !self.headers.iter().any(is_asked_for) {
            self.headers.push(("Accept", form.media_type().to_owned()));
        }
        self.send_as(ResponseKind::stream::<T>(form))
    }

    /// Sends the call as part of the task that polls this, and gives data whose type `kind` knows.
    pub(crate) async fn send_untyped(self, kind: ResponseKind) -> Result<UntypedResponse> {
        run(Box::new(self), kind).await
    }

    /// Sends the call and gives what `kind` makes of the response.
    pub(crate) fn send_as<T>(self, kind: ResponseKind) -> ResponseFuture<T> {
        ResponseFuture::new(Box::new(self), kind, start)
    }
}

/// Starts the task of a call.
fn start(runtime: &Handle, call: Box<Call>, kind: ResponseKind) -> CallTask {
    runtime.spawn(run(call, kind).in_current_span())
}

/// Carries out a call within a span of its own.
async fn run(call: Box<Call>, kind: ResponseKind) -> Result<UntypedResponse> {
    let span = info_span!(
        "call",
        endpoint = call.endpoint.name(),
        attempts = Unset,
        waited_ms = Unset,
        status = Unset,
        code = Unset,
        log_id = Unset,
    );
    carry_out(call, kind, &span).instrument(span.clone()).await
}

async fn carry_out(call: Box<Call>, kind: ResponseKind, span: &Span) -> Result<UntypedResponse> {
    let mut execution = CallExecution::prepare(call, kind)?; // 1. check and encode
    let result = loop {
        match attempt(&mut execution).await {
            Ok(Some(response)) => break Ok(response),
            Ok(None) => {}
            Err(error) => break Err(execution.fail(error)),
        }
    };
    execution.record(span, &result);
    result
}

/// One attempt; `None` when another one follows.
async fn attempt(execution: &mut CallExecution) -> Result<Option<UntypedResponse>> {
    let permit = loop {
        execution.authorize(exchange_token).await?; // 2. a token
        let permit = execution.admit().await?; // 3. the limiter's permit
        if permit.waited().is_zero() || execution.is_still_authorized() {
            break permit;
        }
    };
    let dispatched = execution.dispatch(permit)?; // 4. the request goes out
    let received = dispatched.receive(&execution.call).await; // 5. the response comes in
    let decoded = execution.decode(received); // 6. what it means
    execution.decide(decoded).await // 7. whether another attempt follows
}

/// The call of a token exchange. It may need a token of its own, so the future is boxed.
fn exchange_token(call: Box<Call>, exchange: &'static Exchange) -> ExchangeFuture {
    Box::pin(async move { run(call, ResponseKind::Token(exchange)).await?.into_data() })
}
