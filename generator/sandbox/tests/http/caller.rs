//! A plain HTTP client that knows where the sandbox wants its headers.

use std::sync::Arc;

use paceline_generator::SourceFile;
use paceline_sandbox::{PLUGIN_ID, PLUGIN_SECRET, Sandbox, USER_KEY};
use reqwest::header::HeaderMap;
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};

/// Calls one sandbox with one token.
pub(crate) struct Caller {
    pub(crate) http: reqwest::Client,
    pub(crate) url: String,
    pub(crate) token: String,
}

/// A response.
#[derive(Debug)]
pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Value,
}

impl Response {
    /// The code in the standard envelope.
    pub(crate) fn code(&self) -> i64 {
        self.body["err_code"].as_i64().unwrap_or(-1)
    }

    /// The data of a success.
    pub(crate) fn data(&self) -> &Value {
        assert_eq!((self.status, self.code()), (200, 0), "{}", self.body);
        &self.body["data"]
    }

    /// Status and code, and the message must name the field.
    pub(crate) fn refusal(&self, field: &str) -> (u16, i64) {
        let message = self.body["err_msg"].as_str().unwrap_or_default();
        assert!(message.contains(field), "`{message}` does not name `{field}`");
        (self.status, self.code())
    }
}

impl Caller {
    /// A caller with a plugin token of its own.
    pub(crate) async fn of(sandbox: &Sandbox) -> Self {
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        let caller = Self { http, url: sandbox.url(), token: String::new() };
        caller.renewed().await
    }

    /// A caller who acts as a user, not as a plugin.
    pub(crate) async fn of_user(sandbox: &Sandbox) -> Self {
        let plugin = Self::of(sandbox).await;
        let body = json!({"code": sandbox.authorize(USER_KEY), "grant_type": "authorization_code"});
        let path = "/open_api/authen/user_plugin_token";
        let request = plugin.http.post(format!("{}{path}", plugin.url)).json(&body);
        let response = read(request.header("X-PLUGIN-TOKEN", &plugin.token)).await;
        let token = response.body["data"]["token"].as_str().expect("a token").to_owned();
        Self { token, ..plugin }
    }

    /// The same caller with another token.
    pub(crate) async fn renewed(&self) -> Self {
        let body = json!({"plugin_id": PLUGIN_ID, "plugin_secret": PLUGIN_SECRET});
        let path = "/open_api/authen/plugin_token";
        let response = read(self.http.post(format!("{}{path}", self.url)).json(&body)).await;
        let token = response.body["data"]["token"].as_str().expect("a token").to_owned();
        Self { http: self.http.clone(), url: self.url.clone(), token }
    }

    /// A request with token and user.
    pub(crate) fn request(&self, method: &str, path: &str) -> RequestBuilder {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let request = self.http.request(method, format!("{}{path}", self.url));
        request.header("X-PLUGIN-TOKEN", &self.token).header("X-USER-KEY", USER_KEY)
    }

    /// A call with a JSON body.
    pub(crate) async fn call(&self, method: &str, path: &str, body: Value) -> Response {
        read(self.request(method, path).json(&body)).await
    }

    /// A POST with a JSON body.
    pub(crate) async fn post(&self, path: &str, body: Value) -> Response {
        self.call("POST", path, body).await
    }

    /// A GET.
    pub(crate) async fn get(&self, path: &str) -> Response {
        read(self.request("GET", path)).await
    }

    /// Creates a story and gives its id.
    pub(crate) async fn story(&self, name: &str, fields: Value) -> i64 {
        let body = json!({"work_item_type_key": "story", "name": name, "field_value_pairs": fields});
        self.post("/open_api/demo/work_item/create", body).await.data().as_i64().unwrap()
    }
}

/// The API that a spec describes, acted out. Each file has a path and a text.
pub(crate) async fn acted_out(files: &[(&str, &str)]) -> Sandbox {
    let files: Vec<_> =
        files.iter().map(|(path, text)| SourceFile { path: (*path).into(), text: (*text).into() }).collect();
    let loaded = paceline_generator::load(&files).unwrap_or_else(|errors| panic!("{errors:?}"));
    Sandbox::builder().api(Arc::new(loaded.api)).start().await.unwrap()
}

/// Sends a request and reads the response, which is JSON.
pub(crate) async fn read(request: RequestBuilder) -> Response {
    let response = request.send().await.unwrap();
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    let text = response.text().await.unwrap();
    let body = serde_json::from_str(&text).unwrap_or_else(|_| panic!("no JSON: {text}"));
    Response { status, headers, body }
}
