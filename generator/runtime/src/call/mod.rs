//! A call before it is sent: an endpoint and its parameters.

mod parameters;
mod query_value;
mod repetition;
mod target;

pub use parameters::list;
pub(crate) use parameters::{plain, put};
pub use query_value::ListStyle;
pub(crate) use query_value::QueryValue;
pub(crate) use repetition::Repetition;
pub(crate) use target::Target;

use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use paceline::Priority;

use crate::api::{Api, BodyKind, CredentialRule, Endpoint, Method};
use crate::client::Client;
use crate::error::{Error, ErrorKind};
use crate::file::File;
use crate::json::{Encode, Writer};
use crate::secret::{Secret, hide};
use crate::token::Credential;
use parameters::{append_item, put_all};

/// A call: a client, an endpoint, and the parameters set so far.
///
/// Emitted builders wrap it; [`Client::raw`] gives it without a wrapper.
#[derive(Clone)]
#[must_use = "a call does nothing until it is sent"]
pub struct Call {
    pub(crate) client: Client,
    pub(crate) endpoint: Target,
    pub(crate) path: Vec<(&'static str, String)>,
    pub(crate) query: Vec<(&'static str, QueryValue)>,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) cookies: Vec<(&'static str, String)>,
    /// Members of the JSON object or text parts of the form, each as JSON.
    pub(crate) body: Vec<(&'static str, Vec<u8>)>,
    /// How lists and objects among the parts of a form are written, where they do not repeat their names.
    pub(crate) styles: Vec<(&'static str, ListStyle)>,
    /// JSON that is the whole body, in place of the members, and the parameter's name.
    pub(crate) whole_body: Option<(&'static str, Vec<u8>)>,
    pub(crate) files: Vec<(&'static str, File)>,
    /// What violates a documented rule inside of a parameter.
    pub(crate) violations: Vec<(&'static str, String)>,
    /// Rules that one weak source alone tells of and that a value inside of a parameter breaks.
    pub(crate) broken_weak_rules: Vec<(&'static str, String)>,
    pub(crate) idempotency_key: Option<String>,
    pub(crate) repetition: Repetition,
    pub(crate) deadline: Option<Duration>,
    /// How long a response that is a stream may be silent.
    pub(crate) max_silence: Duration,
    pub(crate) priority: Priority,
    pub(crate) acting: Acting,
    /// Whether a value that does not fit its type is an error, wherever it stands.
    pub(crate) is_strict: bool,
    /// Whether the body of the response is kept beside its data.
    pub(crate) keeps_body: bool,
    /// How many items of the first page are left out by a walk over the pages.
    pub(crate) skip: usize,
    /// Path and query of the page that is asked for, where a page before it gave its address: they take the place of those that
    /// the parameters make. There is no host in it, so that none but the client's is ever asked.
    pub(crate) address: Option<Box<str>>,
    /// What was set and must not be shown, should the server repeat it.
    pub(crate) secrets: Vec<Secret>,
}

/// Which credential a call is made with.
#[derive(Clone, Copy)]
pub(crate) enum Acting {
    /// The client's, as far as the endpoint takes it.
    Usual,
    /// None.
    Nobody,
    /// The one of this name.
    Named(&'static str),
}

impl Call {
    /// A call without parameters.
    pub fn new(client: &Client, endpoint: &'static Endpoint) -> Self {
        Self::to(client, Target::Known(endpoint))
    }

    fn to(client: &Client, endpoint: Target) -> Self {
        Self {
            client: client.clone(),
            endpoint,
            whole_body: None,
            acting: Acting::Usual,
            is_strict: false,
            keeps_body: false,
            skip: 0,
            address: None,
            secrets: Vec::new(),
            path: Vec::new(),
            query: Vec::new(),
            headers: Vec::new(),
            cookies: Vec::new(),
            body: Vec::new(),
            styles: Vec::new(),
            files: Vec::new(),
            violations: Vec::new(),
            broken_weak_rules: Vec::new(),
            idempotency_key: None,
            repetition: Repetition::ByEffect,
            deadline: None,
            max_silence: Duration::from_secs(120),
            priority: Priority::default(),
        }
    }

    /// Sets a path parameter.
    pub fn path(mut self, name: &'static str, value: &dyn fmt::Display) -> Self {
        put(&mut self.path, name, value.to_string());
        self
    }

    /// Sets a query parameter. A list is sent as one parameter for each item, `ids=1&ids=2`; see [`Call::query_as`].
    pub fn query(self, name: &'static str, value: &dyn Encode) -> Self {
        self.query_as(name, ListStyle::Repeat, value)
    }

    /// Sets a query parameter that is a list or an object, in a style that the server reads.
    pub fn query_as(mut self, name: &'static str, style: ListStyle, value: &dyn Encode) -> Self {
        let json = self.write(name, value);
        put(&mut self.query, name, QueryValue::new(&json, style));
        self
    }

    /// Sets a header of this call alone. The items of a list have commas between them.
    pub fn header(mut self, name: &'static str, value: &dyn Encode) -> Self {
        let json = self.write(name, value);
        put(&mut self.headers, name, QueryValue::new(&json, ListStyle::Comma).one_text());
        self
    }

    /// Sets a cookie of this call alone. The items of a list have commas between them.
    pub fn cookie(mut self, name: &'static str, value: &dyn Encode) -> Self {
        let json = self.write(name, value);
        put(&mut self.cookies, name, QueryValue::new(&json, ListStyle::Comma).one_text());
        self
    }

    /// Sets a member of the body.
    pub fn body(mut self, name: &'static str, value: &dyn Encode) -> Self {
        let json = self.write(name, value);
        put(&mut self.body, name, json);
        self
    }

    /// Sets a part of a form that is a list or an object, in a style that the server reads.
    pub fn body_as(mut self, name: &'static str, style: ListStyle, value: &dyn Encode) -> Self {
        put(&mut self.styles, name, style);
        self.body(name, value)
    }

    /// Sets a member of the body to JSON text as it stands.
    pub fn body_json(mut self, name: &'static str, json: &str) -> Self {
        put(&mut self.body, name, json.as_bytes().to_vec());
        self
    }

    /// Adds an item to a list in the body.
    pub fn append(mut self, name: &'static str, item: &dyn Encode) -> Self {
        // What was wrong with the items before still counts.
        let of_list = |list: &[(&'static str, String)]| -> Vec<_> {
            list.iter().filter(|(known, _)| *known == name).cloned().collect()
        };
        let (violations, weak) = (of_list(&self.violations), of_list(&self.broken_weak_rules));
        let item = self.write(name, item);
        self.violations.extend(violations);
        self.broken_weak_rules.extend(weak);
        append_item(&mut self.body, name, &item);
        self
    }

    /// Sets the whole body to one JSON value, in place of the members set one by one.
    pub fn json(self, value: &dyn Encode) -> Self {
        self.whole(WHOLE_BODY, value)
    }

    /// Sets the whole body to the value of one parameter.
    pub fn whole(mut self, name: &'static str, value: &dyn Encode) -> Self {
        self.whole_body = Some((name, self.write(name, value)));
        self
    }

    /// Sets the whole body to the bytes of a file, with its length announced; it is sent piece by piece. The media type is the
    /// file's [`content_type`](File::content_type), and `application/octet-stream` without one: its name is not sent and says
    /// nothing.
    ///
    /// The call is refused before it is sent if its endpoint takes another kind of body, or if anything else was set for it.
    pub fn bytes(mut self, file: File) -> Self {
        put(&mut self.files, WHOLE_BODY, file);
        self
    }

    /// Says of a raw call that it changes nothing, so that it may be repeated freely. Without this, all methods but GET
    /// are taken for writes, and DELETE for one that destroys.
    pub fn read_only(mut self) -> Self {
        self.endpoint.set_read();
        self
    }

    /// Sets a part of the form to a file.
    pub fn file(self, name: &'static str, file: File) -> Self {
        self.files(name, vec![file])
    }

    /// Sets the parts of the form that have one name to files: each is a part.
    pub fn files(mut self, name: &'static str, files: Vec<File>) -> Self {
        self.body.retain(|(known, _)| *known != name);
        if files.is_empty() {
            // Nothing is sent of a list without items, and bounds are for such a list, too.
            self.body.push((name, b"[]".to_vec()));
        }
        put_all(&mut self.files, name, files);
        self
    }

    /// Gives up when the whole call, waiting and retries included, takes longer than this.
    ///
    /// If the limiter knows that the call cannot be sent in time, it fails at once and says how long it would take.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = Some(deadline);
        self
    }

    /// Makes every value that does not fit its type an error. Otherwise an optional member becomes absent and a list goes
    /// without the item, and [`ResponseMeta::left_out`](crate::ResponseMeta::left_out) tells.
    pub fn strict(mut self) -> Self {
        self.is_strict = true;
        self
    }

    /// Keeps the body of the response: [`ResponseMeta::body`](crate::ResponseMeta::body) has it beside the data, and
    /// [`Error::body`] beside an error.
    pub fn keep_body(mut self) -> Self {
        self.keeps_body = true;
        self
    }

    /// How the limiter ranks the call among those that wait for the same endpoint.
    pub fn priority(mut self, priority: Priority) -> Self {
        self.priority = priority;
        self
    }

    /// The key by which the server tells a repetition of this write from another write.
    ///
    /// Without it, one is made for every call that may need it.
    pub fn idempotency_key(mut self, key: impl Into<String>) -> Self {
        self.idempotency_key = Some(key.into());
        self
    }

    /// An error of this call.
    pub(crate) fn error(&self, kind: ErrorKind, message: impl Into<String>) -> Error {
        Error::new(kind, message).with_endpoint(self.endpoint.to_name())
    }

    /// Writes the value of a parameter, and keeps its secrets and the rules that it breaks.
    fn write(&mut self, name: &'static str, value: &dyn Encode) -> Vec<u8> {
        let secrets = &mut self.secrets;
        let (json, objections) = Writer::write(value, &mut |secret| secrets.push(secret.into()));
        // What was wrong with the value before is no longer sent.
        self.violations.retain(|(known, _)| *known != name);
        self.violations.extend(objections.rejection.map(|violation| (name, violation)));
        self.broken_weak_rules.retain(|(known, _)| *known != name);
        self.broken_weak_rules.extend(objections.broken_weak_rules.into_iter().map(|rule| (name, rule)));
        json
    }

    /// How the body is written: as the spec says, or by what was set. A body that need not be sent is none if nothing was set
    /// for it.
    pub(crate) fn body_kind(&self) -> BodyKind {
        if self.endpoint.body_optional && !self.has_body() {
            return BodyKind::None;
        }
        self.endpoint.body_kind().unwrap_or(if self.has_bytes() {
            BodyKind::Bytes
        } else if !self.files.is_empty() {
            BodyKind::Multipart
        } else if self.whole_body.is_some() || !self.body.is_empty() {
            BodyKind::Json
        } else {
            BodyKind::None
        })
    }

    /// Whether anything was set for the body.
    pub(crate) fn has_body(&self) -> bool {
        !self.body.is_empty() || !self.files.is_empty() || self.whole_body.is_some()
    }

    /// Whether the whole body was set to the bytes of a file.
    pub(crate) fn has_bytes(&self) -> bool {
        self.files.iter().any(|(name, _)| *name == WHOLE_BODY)
    }

    /// Whether the call changes anything on the server.
    pub(crate) fn is_write(&self) -> bool {
        self.endpoint.effect.is_write()
    }

    /// Whether a repetition could do something a second time.
    pub(crate) fn is_harmed_by_repetition(&self) -> bool {
        self.is_write() && self.repetition == Repetition::ByEffect
    }

    /// How many bytes the files of the form have.
    pub(crate) fn upload_size(&self) -> u64 {
        match self.body_kind() {
            BodyKind::Multipart | BodyKind::Bytes => self.files.iter().map(|(_, file)| file.length()).sum(),
            BodyKind::Json | BodyKind::Form | BodyKind::Text | BodyKind::None => 0,
        }
    }

    /// Text of the server without the secrets of this call and its client.
    pub(crate) fn redact(&self, text: String) -> String {
        let text = self.client.secrets().fold(text, |text, secret| hide(text, &secret));
        self.secrets.iter().fold(text, hide)
    }

    /// The API that is called.
    pub(crate) fn api(&self) -> &'static Api {
        self.client.api()
    }

    /// The credential that the call is made with, if the endpoint takes one.
    pub(crate) fn credential(&self) -> Option<&Credential> {
        match (self.acting, self.endpoint.credentials) {
            (Acting::Nobody, _) | (_, CredentialRule::None) => None,
            (Acting::Named(name), _) => self.client.credential(name),
            (Acting::Usual, CredentialRule::Any) => self.client.acting_credential(),
            (Acting::Usual, CredentialRule::Only(names)) => {
                let acting = self
                    .client
                    .acting_credential()
                    .filter(|credential| names.contains(&credential.kind.name));
                acting.or_else(|| names.iter().find_map(|name| self.client.credential(name)))
            }
        }
    }
}

impl Client {
    /// A call by method and path, for endpoints that the emitted client does not know: with the same tokens, headers,
    /// retries and limits. The path holds parameters as `:name`, to be set by [`Call::path`], or their values.
    ///
    /// What the API documents for most endpoints is assumed of this one. An endpoint that the client does know keeps its
    /// own limits and headers.
    ///
    /// The body is what was set: members of a JSON object by [`Call::body`], one JSON value by [`Call::json`], a form of text
    /// parts and files where there is a [`Call::file`], or [`Call::bytes`]. The response is data by [`Call::send`], or a file by
    /// [`Call::send_download`].
    ///
    /// ```no_run
    /// # async fn example(client: paceline_runtime::Client) -> paceline_runtime::Result<()> {
    /// use paceline_runtime::{File, Method, Value};
    ///
    /// let picture = File::open("cover.png").await?.content_type("image/png");
    /// let call = client.raw(Method::Put, "/items/:item_id/cover").path("item_id", &7);
    /// let stored: Value = call.bytes(picture).send().await?;
    ///
    /// let call = client.raw(Method::Get, "/items/:item_id/cover").path("item_id", &7);
    /// call.send_download().await?.save("copy.png").await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn raw(&self, method: Method, path: impl Into<Cow<'static, str>>) -> Call {
        Call::to(self, Target::raw(self.api(), method, path.into()))
    }
}

/// What stands for the name of a parameter where the whole body is one value, or the bytes of a file.
const WHOLE_BODY: &str = "the body";

/// Values may be secret or personal, so only names are shown.
impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = |parameters: &mut dyn Iterator<Item = &'static str>| parameters.collect::<Vec<_>>();
        f.debug_struct("Call")
            .field("endpoint", &self.endpoint.name())
            .field("path", &names(&mut self.path.iter().map(|(name, _)| *name)))
            .field("query", &names(&mut self.query.iter().map(|(name, _)| *name)))
            .field("headers", &names(&mut self.headers.iter().map(|(name, _)| *name)))
            .field("cookies", &names(&mut self.cookies.iter().map(|(name, _)| *name)))
            .field("body", &names(&mut self.body.iter().map(|(name, _)| *name)))
            .field("files", &names(&mut self.files.iter().map(|(name, _)| *name)))
            .finish_non_exhaustive()
    }
}
