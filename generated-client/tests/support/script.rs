//! A server that gives the responses of a script, one after the other.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use feishu_project::{Client, Value};
use serde_json::json;

use super::server::{Request, Server, status};

/// A running script.
#[derive(Clone)]
pub(crate) struct Script(Arc<Server>);

impl Script {
    /// A server that gives these bodies, one after the other, and then an empty object for ever. Those without a code get
    /// the code of a success.
    pub(crate) async fn start(bodies: impl IntoIterator<Item = Value>) -> Self {
        let bodies: Mutex<VecDeque<Value>> = Mutex::new(bodies.into_iter().collect());
        let next = move || bodies.lock().expect("no test panics with it").pop_front();
        let handler = move |_: &Request, _| {
            let mut body = next().unwrap_or_else(|| json!({}));
            if body["err_code"].is_null() {
                body["err_code"] = json!(0);
            }
            status(200, &body)
        };
        Self(Arc::new(Server::start(handler).await))
    }

    /// A client of this server, with a plugin.
    pub(crate) fn client(&self) -> Client {
        let builder = Client::builder().plugin("p", "s").user_key("7");
        builder.base_url(&self.0.url).build().expect("the client is set up right")
    }

    /// A client of this server, with a user's token.
    pub(crate) fn user_client(&self) -> Client {
        let builder = Client::builder().user_token("t");
        builder.base_url(&self.0.url).build().expect("the client is set up right")
    }

    /// What was asked so far, tokens apart: method and path with query, and the body.
    pub(crate) fn asked(&self) -> Vec<(String, Value)> {
        let requests = self.0.requests().into_iter();
        let asked = requests.map(|request| {
            let body = serde_json::from_slice(&request.body).unwrap_or_default();
            (format!("{} {}", request.method, request.path), body)
        });
        asked.collect()
    }

    /// A member of each body that was sent.
    pub(crate) fn asked_for(&self, member: &str) -> Vec<Value> {
        self.asked().into_iter().map(|(_, body)| body[member].clone()).collect()
    }
}
