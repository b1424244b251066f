//! An upload that is being put together.

use std::fmt;
use std::sync::Arc;

use paceline::Priority;

use crate::call::Call;
use crate::client::Client;
use crate::file::File;
use crate::json::Encode;

use super::flow::UploadFlow;
use super::progress::UploadProgress;
use super::state::UploadState;

/// Hears of something.
type Listener<T> = Arc<dyn Fn(&T) + Send + Sync>;

/// An upload of one file, with the parameters set so far. Emitted builders wrap it.
#[derive(Clone)]
#[must_use = "an upload does nothing until it is sent"]
pub struct Upload {
    /// The call that begins it; its parameters are those that the steps share.
    pub(super) begin_call: Call,
    pub(super) flow: &'static UploadFlow,
    pub(super) file: File,
    /// The size up to which a file goes in one request.
    pub(super) form_up_to: u64,
    pub(super) parallel: usize,
    pub(super) resumed: Option<UploadState>,
    pub(super) on_begun: Option<Listener<UploadState>>,
    pub(super) on_progress: Option<Listener<UploadProgress>>,
}

impl Upload {
    /// An upload of a file, without parameters.
    pub fn new(client: &Client, flow: &'static UploadFlow, file: File) -> Self {
        Self {
            begin_call: Call::new(client, flow.begin.endpoint),
            flow,
            file,
            form_up_to: flow.form.as_ref().map_or(0, |form| form.up_to),
            parallel: 5,
            resumed: None,
            on_begun: None,
            on_progress: None,
        }
    }

    /// Sets a path parameter that the steps share.
    pub fn path(mut self, name: &'static str, value: &dyn fmt::Display) -> Self {
        self.begin_call = self.begin_call.path(name, value);
        self
    }

    /// Sets a member of the bodies of the form and of the beginning.
    pub fn body(mut self, name: &'static str, value: &dyn Encode) -> Self {
        self.begin_call = self.begin_call.body(name, value);
        self
    }

    /// The greatest number of parts that are on their way at once, at least 1; 5 without this. The limits of the endpoint
    /// hold besides. The parts of a [`File::stream`] are in memory while they are on their way, those of other files are not.
    pub fn parallel(mut self, parts: usize) -> Self {
        self.parallel = parts.max(1);
        self
    }

    /// The size in bytes up to which the file goes in one request, where the API has one for that; 0 for parts always.
    pub fn form_up_to(mut self, bytes: u64) -> Self {
        self.form_up_to = bytes;
        self
    }

    /// How the limiter ranks the calls of the upload among those that wait for the same endpoints.
    pub fn priority(mut self, priority: Priority) -> Self {
        self.begin_call = self.begin_call.priority(priority);
        self
    }

    /// Is called when the server has begun an upload in parts, with what another process needs to resume it. An upload that
    /// fails is not given up then, so that it can be.
    pub fn on_begun(mut self, store: impl Fn(&UploadState) + Send + Sync + 'static) -> Self {
        self.on_begun = Some(Arc::new(store));
        self
    }

    /// Is called whenever the server has more of the file.
    pub fn on_progress(mut self, show: impl Fn(UploadProgress) + Send + Sync + 'static) -> Self {
        self.on_progress = Some(Arc::new(move |progress| show(*progress)));
        self
    }

    /// Goes on with an upload that another run began. File and parameters must be those of that run.
    pub fn resume(mut self, state: UploadState) -> Self {
        self.resumed = Some(state);
        self
    }

    /// Whether it goes in one request. The server has parts of one that is resumed.
    pub(super) fn is_in_one_request(&self) -> bool {
        self.flow.form.is_some() && self.resumed.is_none() && self.file.length() <= self.form_up_to
    }

    /// Whether somebody may resume it.
    pub(super) fn is_resumable(&self) -> bool {
        self.flow.begin.upload_id.is_some() && (self.on_begun.is_some() || self.resumed.is_some())
    }

    pub(super) fn show_progress(&self, done: u64) {
        if let Some(show) = &self.on_progress {
            show(&UploadProgress { done, total: self.file.length() });
        }
    }
}

/// Values may be secret or personal, so only names are shown.
impl fmt::Debug for Upload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Upload")
            .field("call", &self.begin_call)
            .field("file", &self.file)
            .field("form_up_to", &self.form_up_to)
            .field("parallel", &self.parallel)
            .field("resumed", &self.resumed)
            .finish_non_exhaustive()
    }
}
