//! Where events go.

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

use paceline_generator::ir::{Api, Callback};

use crate::{EVENT_TOKEN, Error, PLUGIN_ID};

/// A receiver of events: a program at an address, and what it knows to tell the sandbox's requests from others.
///
/// ```no_run
/// # async fn run() -> Result<(), paceline_sandbox::Error> {
/// use paceline_sandbox::{EventReceiver, Sandbox};
///
/// let receiver = EventReceiver::new("plugin_event", "http://127.0.0.1:8787/plugin");
/// let sandbox = Sandbox::builder().events(receiver.input("callback_token", "a text that both know")).start().await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
#[must_use]
pub struct EventReceiver {
    pub(super) callback: String,
    pub(super) url: String,
    inputs: BTreeMap<String, String>,
    pub(super) cause: String,
    pub(super) retry_pause: Duration,
}

impl EventReceiver {
    /// Sends the events of a callback of the spec, such as `plugin_event`, to this URL, which begins with `http://`.
    pub fn new(callback: impl Into<String>, url: impl Into<String>) -> Self {
        Self {
            callback: callback.into(),
            url: url.into(),
            inputs: BTreeMap::new(),
            cause: "openapi".to_owned(),
            retry_pause: Duration::from_secs(1),
        }
    }

    /// What the receiver was given for an input of the callback. Without this, `plugin_id` is
    /// [`PLUGIN_ID`](crate::PLUGIN_ID), and every other one is [`EVENT_TOKEN`](crate::EVENT_TOKEN).
    pub fn input(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.inputs.insert(name.into(), value.into());
        self
    }

    /// By what way changes are said to be made. All changes in a sandbox come through its API, so it is `openapi` without
    /// this; receivers that drop the echo of their own changes get to see something with another one, such as `normal`.
    pub fn cause(mut self, cause: impl Into<String>) -> Self {
        self.cause = cause.into();
        self
    }

    /// The pause before a delivery is tried again, a second without this.
    pub fn retry_pause(mut self, pause: Duration) -> Self {
        self.retry_pause = pause;
        self
    }

    /// The callback that it is for.
    pub(super) fn resolve<'a>(&self, api: &'a Api) -> Result<&'a Callback, Error> {
        let names =
            || api.callbacks.iter().map(|callback| format!("`{}`", callback.name)).collect::<Vec<_>>();
        let found = api.callbacks.iter().find(|callback| callback.name.snake() == self.callback);
        let callback = found.ok_or_else(|| match names()[..] {
            [] => Error::Events("the spec has no callbacks, so there are no events".to_owned()),
            _ => Error::Events(format!(
                "the spec has no callback `{}`; it has {}",
                self.callback,
                names().join(", ")
            )),
        })?;
        let known = |name: &String| callback.inputs.iter().any(|input| input.name.snake() == name);
        if let Some(unknown) = self.inputs.keys().find(|name| !known(name)) {
            let names: Vec<_> = callback.inputs.iter().map(|input| format!("`{}`", input.name)).collect();
            let message = format!(
                "the callback `{}` has no input `{unknown}`; it has {}",
                self.callback,
                names.join(", ")
            );
            return Err(Error::Events(message));
        }
        Ok(callback)
    }

    /// The values of a callback's inputs, in their order.
    pub(super) fn values(&self, callback: &Callback) -> Vec<String> {
        let usual = |name: &str| if name == "plugin_id" { PLUGIN_ID } else { EVENT_TOKEN };
        let value = |name: &str| self.inputs.get(name).map_or(usual(name), String::as_str).to_owned();
        callback.inputs.iter().map(|input| value(input.name.snake())).collect()
    }
}

impl fmt::Debug for EventReceiver {
    /// Without the inputs, which are secret, and the URL, which may hold a secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventReceiver").field("callback", &self.callback).finish_non_exhaustive()
    }
}
