//! The sandbox's own endpoints, below `/_sandbox/`.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{RawQuery, State};
use axum::http::HeaderName;
use axum::http::header::CONTENT_TYPE;
use axum::response::{Html, IntoResponse};
use paceline_generator::ir::{Api, Endpoint, Limit, LimitSet};
use serde_json::{Value, json};

use crate::USER_KEY;
use crate::server_state::ServerState;

/// The page for people.
pub(crate) async fn page() -> Html<&'static str> {
    Html(include_str!("index.html"))
}

/// The journal as JSON lines; `?after=N` leaves out the entries up to number N. The headers hold the sandbox's time, by
/// which the page positions the entries, and its start, by which the page notices that the sandbox was restarted.
pub(crate) async fn journal(
    State(state): State<Arc<ServerState>>,
    RawQuery(query): RawQuery,
) -> impl IntoResponse {
    let after = parameter(query.as_deref(), "after").and_then(|after| after.parse().ok()).unwrap_or(0);
    let time = state.epoch_ms(state.now()).to_string();
    let headers = [
        (CONTENT_TYPE, "application/x-ndjson".to_owned()),
        (HeaderName::from_static("x-sandbox-time"), time),
        (HeaderName::from_static("x-sandbox-started"), state.epoch_ms(Duration::ZERO).to_string()),
    ];
    (headers, state.journal.lines(after))
}

/// Every endpoint with its limits.
pub(crate) async fn limits(State(state): State<Arc<ServerState>>) -> impl IntoResponse {
    ([(CONTENT_TYPE, "application/json")], limits_json(&state.api).to_string())
}

/// A new authorisation code, as the login page issues it, for the user of `?user_key=…`.
pub(crate) async fn code(
    State(state): State<Arc<ServerState>>,
    RawQuery(query): RawQuery,
) -> impl IntoResponse {
    let user = parameter(query.as_deref(), "user_key").unwrap_or(USER_KEY);
    let now = state.now();
    let code = state.store().tokens.issue_code(user, now);
    ([(CONTENT_TYPE, "application/json")], json!({"code": code, "user_key": user}).to_string())
}

/// The value of a query parameter, not decoded.
fn parameter<'a>(query: Option<&'a str>, name: &str) -> Option<&'a str> {
    query?.split('&').filter_map(|pair| pair.split_once('=')).find(|pair| pair.0 == name).map(|pair| pair.1)
}

/// Every endpoint with its limits, as JSON: those of each token on it alone, and the sets that others count in too.
fn limits_json(api: &Api) -> Value {
    let windows = |set: &LimitSet| -> Vec<Value> {
        let one = |limit: &Limit| json!({"requests": limit.requests, "window_ms": limit.window.as_millis()});
        set.limits.iter().map(one).collect()
    };
    let row = |endpoint: &Endpoint| {
        let own = endpoint.limits.iter().filter(|one| api[one.set].is_plain() && one.weight == 1);
        let limits: Vec<Value> = own.flat_map(|one| windows(&api[one.set])).collect();
        let mut row = json!({
            "endpoint": endpoint.id, "method": endpoint.method.as_str(),
            "path": endpoint.path.to_string(), "limits": limits,
        });
        let shared = endpoint.limits.iter().filter(|one| !api[one.set].is_plain() || one.weight > 1);
        let shared: Vec<Value> = shared
            .map(|one| {
                let set = &api[one.set];
                json!({
                    "set": set.name.snake(), "per": set.scope.words(), "limits": windows(set), "weight": one.weight,
                    "concurrent": set.concurrent, "gap_ms": set.gap.map(|gap| gap.as_millis()),
                })
            })
            .collect();
        if !shared.is_empty() {
            row["shared"] = Value::from(shared);
        }
        row
    };
    api.endpoints.iter().map(row).collect()
}
