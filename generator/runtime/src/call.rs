//! A call that is being put together.

use std::borrow::Cow;
use std::fmt;
use std::time::Duration;

use crate::api::{BodyKind, Endpoint, Method, Place, Slot};
use crate::client::Client;
use crate::download::Download;
use crate::error::{Error, ErrorKind};
use crate::file::File;
use crate::json::{Decode, Encode, Writer, Written};
use crate::page::Page;
use crate::secret::Secret;
use crate::send::Sending;
use crate::target::Target;
use paceline::Priority;

/// A call: a client, an endpoint, and the parameters set so far.
///
/// Emitted builders wrap it; [`Client::raw`] hands it out bare.
#[derive(Clone)]
#[must_use = "a call does nothing until it is sent"]
pub struct Call {
    pub(crate) client: Client,
    pub(crate) endpoint: Target,
    pub(crate) path: Vec<(&'static str, String)>,
    pub(crate) query: Vec<(&'static str, String)>,
    /// Members of the JSON object or text parts of the form, each as JSON.
    pub(crate) body: Vec<(&'static str, Vec<u8>)>,
    /// JSON that is the whole body, in place of the members.
    pub(crate) whole_body: Option<Vec<u8>>,
    pub(crate) files: Vec<(&'static str, File)>,
    /// What breaks a documented rule inside of a parameter.
    pub(crate) problems: Vec<(&'static str, String)>,
    pub(crate) idempotency_key: Option<String>,
    pub(crate) deadline: Option<Duration>,
    pub(crate) priority: Priority,
    pub(crate) acting: Acting,
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

    /// A call of the endpoint at `path`.
    pub(crate) fn raw(client: &Client, method: Method, path: Cow<'static, str>) -> Self {
        Self::to(client, Target::raw(client.shared.api, method, path))
    }

    fn to(client: &Client, endpoint: Target) -> Self {
        Self {
            client: client.clone(),
            endpoint,
            whole_body: None,
            acting: Acting::Usual,
            secrets: Vec::new(),
            path: Vec::new(),
            query: Vec::new(),
            body: Vec::new(),
            files: Vec::new(),
            problems: Vec::new(),
            idempotency_key: None,
            deadline: None,
            priority: Priority::default(),
        }
    }

    /// Sets a path parameter.
    pub fn path(mut self, name: &'static str, value: &dyn fmt::Display) -> Self {
        put(&mut self.path, name, value.to_string());
        self
    }

    /// Sets a query parameter.
    pub fn query(mut self, name: &'static str, value: &dyn Encode) -> Self {
        let json = self.write(name, value);
        put(&mut self.query, name, plain(&json));
        self
    }

    /// Sets a member of the body.
    pub fn body(mut self, name: &'static str, value: &dyn Encode) -> Self {
        let json = self.write(name, value);
        put(&mut self.body, name, json);
        self
    }

    /// Sets a member of the body to JSON text as it stands.
    pub fn body_json(mut self, name: &'static str, json: &str) -> Self {
        put(&mut self.body, name, json.as_bytes().to_vec());
        self
    }

    /// Adds an item to a list in the body.
    pub fn append(mut self, name: &'static str, item: &dyn Encode) -> Self {
        // What was wrong with the items before still counts.
        let before: Vec<_> = self.problems.iter().filter(|(known, _)| *known == name).cloned().collect();
        let item = self.write(name, item);
        self.problems.extend(before);
        match self.body.iter_mut().find(|(known, _)| *known == name) {
            Some((_, list)) if list.ends_with(b"]") => {
                list.pop();
                if list.len() > 1 {
                    list.push(b',');
                }
                list.extend_from_slice(&item);
                list.push(b']');
            }
            _ => put(&mut self.body, name, [b"[", &item[..], b"]"].concat()),
        }
        self
    }

    /// Sets the whole body to one JSON value, in place of the members set one by one.
    pub fn json(mut self, value: &dyn Encode) -> Self {
        self.whole_body = Some(self.write(WHOLE_BODY, value));
        self
    }

    /// Says of a raw call that it changes nothing, so that it may be repeated freely. Without this, all methods but GET
    /// are taken for writes.
    pub fn read_only(mut self) -> Self {
        self.endpoint.set_read();
        self
    }

    /// Adds a file to the form.
    pub fn file(mut self, name: &'static str, file: File) -> Self {
        put(&mut self.files, name, file);
        self
    }

    /// Gives up when the whole call, waiting and retries included, takes longer than this.
    ///
    /// If the limiter knows that the call cannot be sent in time, it fails at once and says how long it would take.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = Some(deadline);
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

    /// Sends the call and gives the answer's data.
    pub fn send<T: Decode + Send + 'static>(self) -> Sending<T> {
        Sending::data(self)
    }

    /// Sends the call and gives one page.
    pub fn send_page<T: Decode + Send + 'static>(self) -> Sending<Page<T>> {
        Sending::page(self)
    }

    /// Sends the call and gives the file that it answers.
    pub fn send_download(self) -> Sending<Download> {
        Sending::download(self)
    }

    /// The value of a query or body parameter as it would be sent.
    pub(crate) fn get(&self, slot: Slot) -> Option<serde_json::Value> {
        let (name, rest) = slot.way.split_first()?;
        let value = match slot.place {
            Place::Query => self.query.iter().find(|(known, _)| known == name)?.1.clone().into(),
            Place::Body => {
                serde_json::from_slice(&self.body.iter().find(|(known, _)| known == name)?.1).ok()?
            }
        };
        rest.iter().try_fold(value, |value: serde_json::Value, name| value.get(name).cloned())
    }

    /// Puts a value into a query or body parameter, making objects on the way into it.
    pub(crate) fn set(&mut self, slot: Slot, value: serde_json::Value) {
        let Some((name, rest)) = slot.way.split_first() else { return };
        let mut root = if rest.is_empty() {
            serde_json::Value::Null
        } else {
            self.get(Slot { place: slot.place, way: &slot.way[..1] }).unwrap_or_default()
        };
        let mut place = &mut root;
        for step in rest {
            if !place.is_object() {
                *place = serde_json::Value::Object(serde_json::Map::new());
            }
            place = &mut place[*step];
        }
        *place = value;
        match slot.place {
            Place::Query => put(&mut self.query, name, plain(&Writer::to_vec(&root))),
            Place::Body => put(&mut self.body, name, Writer::to_vec(&root)),
        }
    }

    /// An error of this call.
    pub(crate) fn error(&self, kind: ErrorKind, message: impl Into<String>) -> Error {
        Error::new(kind, message).with_endpoint(self.endpoint.to_name())
    }

    /// Writes the value of a parameter, and keeps what else is known about it.
    fn write(&mut self, name: &'static str, value: &dyn Encode) -> Vec<u8> {
        let Written { json, secrets, problem } = Writer::written(value);
        self.secrets.extend(secrets);
        // What was wrong with the value before is no longer sent.
        self.problems.retain(|(known, _)| *known != name);
        self.problems.extend(problem.map(|problem| (name, problem)));
        json
    }

    /// How the body is written: as the spec says, or by what was set.
    pub(crate) fn body_kind(&self) -> BodyKind {
        self.endpoint.body_kind().unwrap_or(if !self.files.is_empty() {
            BodyKind::Multipart
        } else if self.whole_body.is_some() || !self.body.is_empty() {
            BodyKind::Json
        } else {
            BodyKind::None
        })
    }

    /// The JSON body, if the endpoint has one.
    pub(crate) fn json_body(&self) -> Option<Vec<u8>> {
        (self.body_kind() == BodyKind::Json).then(|| {
            if let Some(whole) = &self.whole_body {
                return whole.clone();
            }
            let mut json =
                Vec::with_capacity(2 + self.body.iter().map(|(n, v)| n.len() + v.len() + 4).sum::<usize>());
            for (name, value) in &self.body {
                json.push(if json.is_empty() { b'{' } else { b',' });
                Writer::append(&mut json, name);
                json.push(b':');
                json.extend_from_slice(value);
            }
            if json.is_empty() {
                json.push(b'{');
            }
            json.push(b'}');
            json
        })
    }
}

/// What stands for the name of a parameter where the whole body is one value.
const WHOLE_BODY: &str = "the body";

/// The list that a setter was given, as the wire's type.
pub fn list<T, U: Into<T>>(items: impl IntoIterator<Item = U>) -> Vec<T> {
    items.into_iter().map(Into::into).collect()
}

/// Sets a parameter; the last value counts.
fn put<T>(parameters: &mut Vec<(&'static str, T)>, name: &'static str, value: T) {
    match parameters.iter_mut().find(|(known, _)| *known == name) {
        Some((_, old)) => *old = value,
        None => parameters.push((name, value)),
    }
}

/// JSON as text outside of JSON: strings without quotes, all else as it is.
pub(crate) fn plain(json: &[u8]) -> String {
    match serde_json::from_slice(json) {
        Ok(serde_json::Value::String(text)) => text,
        _ => String::from_utf8_lossy(json).into_owned(),
    }
}

/// Values may be secret or personal, so only names are shown.
impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = |parameters: &mut dyn Iterator<Item = &'static str>| parameters.collect::<Vec<_>>();
        f.debug_struct("Call")
            .field("endpoint", &self.endpoint.name())
            .field("path", &names(&mut self.path.iter().map(|(name, _)| *name)))
            .field("query", &names(&mut self.query.iter().map(|(name, _)| *name)))
            .field("body", &names(&mut self.body.iter().map(|(name, _)| *name)))
            .field("files", &names(&mut self.files.iter().map(|(name, _)| *name)))
            .finish_non_exhaustive()
    }
}
