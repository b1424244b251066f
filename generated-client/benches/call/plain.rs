//! The same call by hand: the same request with the same time-out, and a response read into an equal struct. No limiter,
//! no token cache, no second attempt, nothing traced.

use std::time::Duration;

use reqwest::header::{CONTENT_TYPE, HeaderValue};
use serde::Serialize;

use crate::item::{Envelope, PlainItem};

#[derive(Clone)]
pub(crate) struct Plain {
    http: reqwest::Client,
    url: String,
}

#[derive(Serialize)]
struct Body<'a> {
    work_item_ids: &'a [i64],
}

impl Plain {
    pub(crate) fn new(url: &str) -> Self {
        let http = reqwest::Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(Duration::from_secs(10))
            .timeout(Duration::from_secs(30))
            .user_agent(super::USER_AGENT)
            .build()
            .expect("an HTTP client");
        Self { http, url: url.to_owned() }
    }

    /// One call; the id of the work item that it gives.
    pub(crate) fn call(&self) -> impl Future<Output = i64> + Send + 'static {
        let plain = self.clone();
        async move {
            let (space, kind) = (super::SPACE, "story");
            let url = format!("{}/open_api/{space}/work_item/{kind}/query", plain.url);
            let body = serde_json::to_vec(&Body { work_item_ids: &[super::ITEM] }).expect("JSON");
            let mut token = HeaderValue::from_str(super::TOKEN).expect("a header");
            token.set_sensitive(true);
            let request = plain.http.post(url).header(CONTENT_TYPE, "application/json");
            let request = request.header("X-PLUGIN-TOKEN", token).header("X-USER-KEY", super::USER_KEY);
            let response = request.body(body).send().await.expect("a response");
            assert!(response.status().is_success());
            let body = response.bytes().await.expect("a body");
            let response: Envelope<Vec<PlainItem>> = serde_json::from_slice(&body).expect("an envelope");
            assert_eq!(response.err_code, 0, "{:?}", response.err_msg);
            response.data.expect("data")[0].id
        }
    }
}
