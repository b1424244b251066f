//! Responses that are not what they should be: a full response of an endpoint with something changed.
//!
//! Whatever comes, there is data, or an error with the status, code and log id that the response had; and there is no
//! success without evidence. A few mutations of each endpoint run with the other tests. For 1 000 of each:
//! `MUTATIONS=1000 cargo test --release -p feishu-project --test endpoints`

use std::sync::{Arc, Mutex};

use feishu_project::api::{CredentialRule, Endpoint};
use feishu_project::limiter::{Limiter, LimiterOptions, Policy};
use feishu_project::{Client, ResponseFuture, RetryPolicy};
use paceline_generator::ir::{Api, Response};
use paceline_sandbox::{PLUGIN_ID, PLUGIN_SECRET, Sampler, USER_KEY};
use paceline_test_support::Rng;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// How many mutations of each endpoint are tried unless `MUTATIONS` says so.
const FEW: u64 = 12;

/// A response on its way to the client.
#[derive(Clone, Debug, Default)]
pub(crate) struct Raw {
    pub(crate) status: u16,
    pub(crate) body: Vec<u8>,
}

/// Calls an endpoint against mutations of its full response.
pub(crate) async fn check<T: 'static>(
    api: &Api,
    endpoint: &Endpoint,
    call: &dyn Fn(&Client) -> ResponseFuture<T>,
) {
    let known = api.endpoints.iter().find(|known| known.id == endpoint.id).expect("an endpoint of the spec");
    if !is_usual(known) {
        return;
    }
    let rounds = std::env::var("MUTATIONS").ok().and_then(|text| text.parse().ok()).unwrap_or(FEW);
    let (client, next) = client_of_next(endpoint).await;
    for seed in 0..rounds {
        let mut rng = Rng::with_seed(seed);
        let full = full(api, known, endpoint, seed);
        let raw = mutate(full, &mut rng);
        next.lock().expect("nobody panics").clone_from(&raw);
        let result = call(&client).await.map(drop);
        let shown =
            || format!("{} {seed}: {} {}", endpoint.id, raw.status, String::from_utf8_lossy(&raw.body));
        match result {
            Ok(()) => assert!(is_proven(endpoint, &raw), "a success without evidence: {}", shown()),
            Err(error) => {
                assert_eq!(error.status(), Some(raw.status), "{error}: {}", shown());
                assert_eq!(error.log_id(), Some("log-of-header"), "{error}: {}", shown());
                if let Some(code) = code_of(&raw) {
                    assert_eq!(error.code(), Some(code), "{error}: {}", shown());
                }
            }
        }
    }
}

/// Whether the responses of an endpoint are of the usual kind. A file may hold anything; the exchanges of tokens have tests
/// of their own.
pub(crate) fn is_usual(endpoint: &paceline_generator::ir::Endpoint) -> bool {
    endpoint.response != Response::Bytes && !endpoint.id.starts_with("auth.")
}

/// A client of a server that gives tokens, and to everything else what `next` says at that time.
pub(crate) async fn client_of_next(endpoint: &Endpoint) -> (Client, Arc<Mutex<Raw>>) {
    let next = Arc::new(Mutex::new(Raw::default()));
    let url = serve(Arc::clone(&next)).await;
    let client = client(&url, endpoint, Limiter::new(LimiterOptions::new().policy(Policy::Off)));
    (client, next)
}

fn client(url: &str, endpoint: &Endpoint, limiter: Limiter) -> Client {
    let takes_plugin = match endpoint.credentials {
        CredentialRule::Only(credentials) => credentials.contains(&"plugin"),
        CredentialRule::Any | CredentialRule::None => true,
    };
    let builder = match takes_plugin {
        true => Client::builder().plugin(PLUGIN_ID, PLUGIN_SECRET).user_key(USER_KEY),
        false => Client::builder().user_token("u-1"),
    };
    let builder = builder.limiter(limiter).retry(RetryPolicy::never()).base_url(url);
    builder.build().expect("the client is built")
}

/// A response that holds all that the spec says.
fn full(api: &Api, known: &paceline_generator::ir::Endpoint, endpoint: &Endpoint, seed: u64) -> Value {
    let mut sampler = Sampler::new(api, seed);
    let mut body = json!({"err_code": 0, "err_msg": "", "err": {"log_id": "log-of-body"}});
    let data = known.response.data().map_or(Value::Null, |ty| sampler.value(ty, ""));
    match endpoint.envelope.data {
        Some([member]) => body[*member] = data,
        _ => {
            if let Value::Object(members) = data {
                members.into_iter().for_each(|(name, value)| body[name] = value);
            }
        }
    }
    body
}

/// Changes one thing or several.
fn mutate(mut body: Value, rng: &mut Rng) -> Raw {
    let statuses = [200, 200, 200, 200, 201, 204, 400, 401, 404, 409, 500, 502];
    let mut status = rng.choice(statuses).expect("some");
    for _ in 0..rng.usize(..4) {
        change(&mut body, rng);
    }
    body = match rng.usize(..8) {
        0 => other_envelope(rng),
        1 if body.is_object() => {
            body["err_code"] = strange_code(rng);
            body
        }
        _ => body,
    };
    let mut text = body.to_string().into_bytes();
    match rng.usize(..12) {
        0 => text.truncate(rng.usize(..=text.len())),
        1 => text.clear(),
        2 => text = b"<html>502 Bad Gateway</html>".to_vec(),
        _ => {}
    }
    // A response with this status has no body.
    if status == 204 {
        status = 202;
    }
    Raw { status, body: text }
}

/// A value that stands somewhere in another one becomes another value.
fn change(value: &mut Value, rng: &mut Rng) {
    match value {
        Value::Object(members) if !members.is_empty() && rng.u8(..10) > 0 => {
            let name = rng.choice(members.keys().cloned().collect::<Vec<_>>()).expect("some");
            if rng.u8(..10) == 0 {
                members.remove(&name);
            } else if let Some(member) = members.get_mut(&name) {
                change(member, rng);
            }
        }
        Value::Array(items) if !items.is_empty() && rng.u8(..10) > 0 => {
            let at = rng.usize(..items.len());
            change(&mut items[at], rng);
        }
        value => {
            let others = [
                Value::Null,
                json!(true),
                json!(-1),
                json!(1.5),
                json!(u64::MAX),
                json!(""),
                json!("text"),
                json!("12"),
                json!([]),
                json!({}),
                json!([null]),
                json!({"a": [1]}),
            ];
            *value = rng.choice(others).expect("some");
        }
    }
}

fn strange_code(rng: &mut Rng) -> Value {
    let codes = [
        json!(20006),
        json!("20006"),
        json!(true),
        json!(null),
        json!("Forbidden"),
        json!(u64::MAX),
        json!({}),
    ];
    rng.choice(codes).expect("some")
}

fn other_envelope(rng: &mut Rng) -> Value {
    let envelopes = [
        json!({}),
        json!([]),
        json!({"code": 20006, "msg": "bad"}),
        json!({"code": 20006, "message": "bad"}),
        json!({"error": {"code": 20006, "msg": "bad"}}),
        json!({"err": {"code": 20006, "msg": "bad"}}),
        json!({"code": 0, "data": {}}),
        json!({"message": "try later"}),
    ];
    rng.choice(envelopes).expect("some")
}

/// Whether a body proves that the call succeeded, found out without the client's code.
fn is_proven(endpoint: &Endpoint, raw: &Raw) -> bool {
    let Ok(body) = serde_json::from_slice::<Value>(&raw.body) else { return false };
    let envelopes = std::iter::once(endpoint.envelope).chain(endpoint.other_envelopes.iter().copied());
    let mut codes = envelopes
        .filter_map(|envelope| envelope.code.unwrap_or(&[]).iter().try_fold(&body, |at, name| at.get(name)));
    (200..300).contains(&raw.status) && codes.any(|code| *code == 0 || *code == "0")
}

/// The code of a refusal in any of the known envelopes, where it is a number.
fn code_of(raw: &Raw) -> Option<i64> {
    let body = serde_json::from_slice::<Value>(&raw.body).ok()?;
    let usual = body.get("err_code").and_then(Value::as_i64).filter(|code| *code != 0);
    if usual.is_some() || body.get("err_code").is_some_and(|code| *code == 0) {
        return usual;
    }
    let paths: [&[&str]; 3] = [&["code"], &["error", "code"], &["err", "code"]];
    let codes = paths.into_iter().filter_map(|path| path.iter().try_fold(&body, |at, name| at.get(name)));
    codes.filter_map(Value::as_i64).find(|code| *code != 0)
}

/// A server that gives tokens, and to everything else the response that is next.
async fn serve(next: Arc<Mutex<Raw>>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(respond(stream, Arc::clone(&next)));
        }
    });
    url
}

async fn respond(mut stream: TcpStream, next: Arc<Mutex<Raw>>) {
    let mut seen = Vec::new();
    loop {
        let Some(head) = seen.windows(4).position(|end| end == b"\r\n\r\n").map(|at| at + 4) else {
            let mut piece = [0; 4096];
            match stream.read(&mut piece).await {
                Ok(length @ 1..) => seen.extend_from_slice(&piece[..length]),
                Ok(_) | Err(_) => return,
            }
            continue;
        };
        let text = String::from_utf8_lossy(&seen[..head]).to_lowercase();
        let length = text.split("content-length: ").nth(1).and_then(|rest| rest.split("\r\n").next());
        let length: usize = length.and_then(|length| length.parse().ok()).unwrap_or(0);
        while seen.len() < head + length {
            let mut piece = [0; 4096];
            match stream.read(&mut piece).await {
                Ok(length @ 1..) => seen.extend_from_slice(&piece[..length]),
                Ok(_) | Err(_) => return,
            }
        }
        let is_token = text.contains("/authen/plugin_token");
        seen.drain(..head + length);
        let token = json!({"error": {"code": 0, "msg": ""}, "data": {"token": "p-1", "expire_time": 7200}});
        let raw = match is_token {
            true => Raw { status: 200, body: token.to_string().into_bytes() },
            false => next.lock().expect("nobody panics").clone(),
        };
        let head = format!(
            "HTTP/1.1 {} Status\r\nContent-Type: application/json\r\nContent-Length: {}\r\nX-Tt-Logid: log-of-header\r\n\r\n",
            raw.status,
            raw.body.len()
        );
        if stream.write_all(&[head.as_bytes(), &raw.body].concat()).await.is_err() {
            return;
        }
    }
}
