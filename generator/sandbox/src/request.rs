//! One request, step by step.
//!
//! A fault acts at one of four points, according to its kind: `admit` revokes the token; `handle` delays, drops or
//! replaces the response; `respond` damages its body; and a fault that drops the connection makes `handle` return no
//! response.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::Response;
use paceline_generator::ir::{self, Api, Endpoint, EndpointId, Paging, Refusal as RefusalRule};
use serde_json::Value;

use crate::check::{self, Args};
use crate::choice;
use crate::fault::{self, Fault, FaultKind};
use crate::journal::{Entry, Journal, fingerprint, nanos};
use crate::limit::Admitted;
use crate::refusal::{Refusal, code};
use crate::response::{Content, Ready, Reply, SAMPLE_ITEMS, number_items, refuse, requested_items, success};
use crate::route::Routed;
use crate::sample::Sampler;
use crate::server_state::{ServerState, lock};
use crate::state::{Call, handler};
use crate::token::{HeaderCheck, Identity};

/// A request in progress, with its journal entry. The entry is written when this is dropped, so also when the caller
/// closes the connection before the response.
struct RequestContext {
    state: Arc<ServerState>,
    /// `Some` until the entry is written.
    entry: Option<Entry>,
    log_id: String,
    /// What it counts as running in.
    admitted: Admitted,
}

impl Drop for RequestContext {
    fn drop(&mut self) {
        lock(&self.state.limits).end(&mut self.admitted);
        if let Some(entry) = self.entry.take() {
            Journal::write(&self.state.journal, entry);
        }
    }
}

/// Responds to any request to the API.
pub(crate) async fn handle_request(State(state): State<Arc<ServerState>>, request: Request) -> Response {
    let now = state.now();
    let log_id = log_id(&state, now);
    let path = request.uri().path().to_owned();
    let entry = Entry::at(state.epoch_ms(now), now, request.method().as_str(), path);
    let mut context = RequestContext {
        state: Arc::clone(&state),
        entry: Some(entry),
        log_id,
        admitted: Admitted::default(),
    };
    let (response, fault) = context.handle(request).await;
    context.respond(response, fault)
}

/// A log id: the time and a random part, in the form of the API's own log ids.
fn log_id(state: &ServerState, now: Duration) -> String {
    let random = lock(&state.rng).u64(..);
    format!("{:014}{random:016x}", state.epoch_ms(now))
}

impl RequestContext {
    /// Changes the journal entry, which is still there: only `drop` takes it out.
    fn update_entry(&mut self, change: impl FnOnce(&mut Entry)) {
        if let Some(entry) = &mut self.entry {
            change(entry);
        }
    }

    /// Handles the request. Returns the response, or `None` to drop the connection; and the fault that applies.
    async fn handle(&mut self, mut request: Request) -> (Option<Ready>, Option<FaultKind>) {
        // A reference of its own, so that `self` can be changed while parts of the state are borrowed; as in other methods.
        let state = Arc::clone(&self.state);
        let (endpoint_id, path) = match state.router.find(request.method().as_str(), request.uri().path()) {
            Routed::Found(found) => choice::one_of(&state.api, found, &mut request).await,
            no_route => return (Some(self.refuse(None, &no_route_refusal(&request, &no_route))), None),
        };
        let endpoint = &state.api[endpoint_id];
        self.update_entry(|entry| entry.endpoint = Some(endpoint.id.clone()));
        let fault = match self.choose_fault(&request) {
            Ok(fault) => fault,
            Err(refusal) => return (Some(self.refuse(Some(endpoint), &refusal)), None),
        };
        let identity = match self.admit(endpoint_id, &request, fault) {
            Ok(identity) => identity,
            Err(refusal) => return (Some(self.refuse(Some(endpoint), &refusal)), fault),
        };
        match fault {
            Some(FaultKind::Latency(pause)) => tokio::time::sleep(pause).await,
            Some(FaultKind::Reset) => return (None, fault),
            Some(FaultKind::TooMany) => {
                let refusal = refusal_from_rule(state.api.throttled, code::TOO_MANY, "as the fault asks");
                return (Some(self.refuse(Some(endpoint), &refusal)), fault);
            }
            Some(FaultKind::Server) => {
                let refusal = Refusal::new(code::SERVER, "as the fault asks").with_status(500);
                return (Some(self.refuse(Some(endpoint), &refusal)), fault);
            }
            Some(FaultKind::Html) => return (Some(bad_gateway()), fault),
            _ => {}
        }
        let response = match self.check_and_execute(endpoint_id, path, &identity, request).await {
            Ok(response) => response,
            Err(refusal) => self.refuse(Some(endpoint), &refusal),
        };
        // The request took effect; only the response is lost.
        if fault == Some(FaultKind::ResetAfter) { (None, fault) } else { (Some(response), fault) }
    }

    /// The fault that the request asks for by a header; else one drawn by the rates of the sandbox's faults. A refusal
    /// if the header cannot be read.
    fn choose_fault(&mut self, request: &Request) -> Result<Option<FaultKind>, Refusal> {
        // Drawn even if it is not used, so that a header does not change the faults of later requests.
        let drawn = self.state.draw_fault();
        let Some(asked) = request.headers().get("x-sandbox-fault") else { return Ok(drawn) };
        let text = asked.to_str().unwrap_or_default();
        match text.parse::<Fault>() {
            Ok(fault) => Ok(Some(fault.kind)),
            Err(why) => Err(Refusal::new(code::INVALID, format!("X-Sandbox-Fault: {why}"))),
        }
    }

    /// Identifies the caller by the token and applies the rate limits. The headers are enough for both, so this comes
    /// before the body is read.
    fn admit(
        &mut self,
        endpoint_id: EndpointId,
        request: &Request,
        fault: Option<FaultKind>,
    ) -> Result<Identity, Refusal> {
        let state = Arc::clone(&self.state);
        let headers = HeaderCheck::of(&state.api, &state.api[endpoint_id], request);
        let token = headers.token();
        let token = token.as_deref();
        self.update_entry(|entry| {
            entry.token = token.map(fingerprint);
            entry.fault = fault.map(|fault| fault.to_string());
        });
        let now = state.now();
        let identity = {
            let mut store = state.store();
            if let (Some(FaultKind::Revoke), Some(token)) = (fault, token) {
                store.tokens.revoke(token);
            }
            headers.identify(&store.tokens, now)?
        };
        // Only valid tokens reach this point, so invented ones cannot fill the memory with counters.
        let mut limits = lock(&state.limits);
        // The time is taken inside the lock: requests are counted in the order of their times.
        let now = state.now();
        self.update_entry(|entry| entry.monotonic_ns = nanos(now));
        match limits.admit(&state.api, endpoint_id, token.unwrap_or_default(), now) {
            Ok(admitted) => self.admitted = admitted,
            Err(wait) => {
                self.update_entry(|entry| entry.wait_ms = wait.as_secs_f64() * 1000.0);
                let message = format!("{} allows no more now", state.api[endpoint_id].id);
                return Err(refusal_from_rule(state.api.throttled, code::TOO_MANY, &message));
            }
        }
        self.update_entry(|entry| entry.counted = true);
        Ok(identity)
    }

    /// Checks everything else of the request, and executes it.
    async fn check_and_execute(
        &mut self,
        endpoint_id: EndpointId,
        path: BTreeMap<String, String>,
        identity: &Identity,
        request: Request,
    ) -> Result<Ready, Refusal> {
        let state = Arc::clone(&self.state);
        let (api, endpoint) = (&*state.api, &state.api[endpoint_id]);
        let headers = HeaderCheck::of(api, endpoint, &request);
        let knows_user = |user: &str| !state.is_stateful || state.store().directory.knows_user(user);
        let user = headers.acting_user(identity, knows_user)?;
        let mut args = Args { path: check::read_path(api, endpoint, &path)?, ..Args::default() };
        args.query_text = request.uri().query().unwrap_or_default().to_owned();
        args.query = check::read_query(api, endpoint, &args.query_text)?;
        args.headers = check::read_headers(api, endpoint, request.headers())?;
        args.cookies = check::read_cookies(api, endpoint, request.headers())?;
        // Where the spec does not say how a repeated key looks, the request is carried out once more, with the same response.
        let idempotency_scope = api.duplicate.and_then(|_| self.idempotency_scope(endpoint_id, &headers));
        check::read_body(api, endpoint, request, &mut args).await?;
        check::check(api, endpoint, &args)?;
        if let (true, Some(Value::String(project))) = (state.is_stateful, args.path.get("project_key")) {
            state.store().directory.check_project(project)?;
        }
        if let Some(scope) = &idempotency_scope
            && !lock(&state.used_idempotency_keys).insert(scope.clone())
        {
            let message = "the idempotency key was used before with this token and endpoint";
            return Err(refusal_from_rule(api.duplicate, code::DUPLICATE, message));
        }
        let outcome = self.execute(endpoint, &args, &user);
        if let (Err(_), Some(scope)) = (&outcome, idempotency_scope) {
            // A refused request had no effect, so its key can be used again.
            lock(&state.used_idempotency_keys).remove(&scope);
        }
        outcome
    }

    /// The idempotency key of a write, with the token and endpoint for which it must not be sent twice. `None` for a
    /// read, or without a key.
    fn idempotency_scope(
        &self,
        endpoint_id: EndpointId,
        headers: &HeaderCheck<'_>,
    ) -> Option<(String, EndpointId, String)> {
        let key = headers.idempotency_key()?;
        let is_write = headers.endpoint.effect.is_write();
        is_write.then(|| (headers.token().unwrap_or_default().into_owned(), endpoint_id, key.to_owned()))
    }

    /// Executes a checked request and wraps the reply.
    fn execute(&self, endpoint: &Endpoint, args: &Args, user: &str) -> Result<Ready, Refusal> {
        let state = &*self.state;
        let now = state.now();
        let now_ms = i64::try_from(state.epoch_ms(now)).unwrap_or(i64::MAX);
        let seed = seed_for(state.seed, &endpoint.id);
        let reply = match handler(&endpoint.id).filter(|_| state.is_stateful) {
            // An endpoint that the sandbox keeps state for.
            Some(handler) => {
                let requested = requested_items(&state.api, endpoint, args)?;
                let call = Call { args, requested, user, now, now_ms };
                let (reply, happenings) = {
                    let mut store = state.store();
                    (handler(&mut store, &call), store.take_happenings())
                };
                let reply = reply?;
                state.outbox.send(state, &happenings);
                reply
            }
            None => sample_reply(&state.api, endpoint, seed),
        };
        success(&state.api, endpoint, args, reply, seed, &self.log_id)
    }

    /// The response for a refusal.
    fn refuse(&self, endpoint: Option<&Endpoint>, refusal: &Refusal) -> Ready {
        refuse(&self.state.api, endpoint, refusal, &self.log_id)
    }

    /// Turns the response into that of the HTTP server. `None` makes a body that fails at once, which drops the
    /// connection.
    fn respond(mut self, response: Option<Ready>, fault: Option<FaultKind>) -> Response {
        let Some(mut response) = response else { return Response::new(fault::dropped()) };
        self.update_entry(|entry| {
            entry.status = Some(response.status.as_u16());
            entry.code = response.code;
        });
        if let (Some(FaultKind::WrongType), Content::Json(body, _)) = (fault, &mut response.content) {
            let mut rng = lock(&self.state.rng);
            // The code stays readable: a client must be able to distinguish the two failures.
            let path = self.state.api.envelopes[0].data.as_deref().unwrap_or_default();
            let is_there = |at: &Value, name: &String| at.get(name).is_some_and(|inside| !inside.is_null());
            let data = path.iter().fold(body, |at, name| if is_there(at, name) { &mut at[name] } else { at });
            fault::break_type(data, &mut rng);
        }
        let cut = fault == Some(FaultKind::Cut);
        let mut response = response.into_response(&self.state.api, &self.log_id, cut);
        for (name, value) in std::mem::take(&mut self.admitted.headers) {
            if let (Ok(name), Ok(value)) =
                (HeaderName::from_bytes(name.as_bytes()), HeaderValue::try_from(value))
            {
                response.headers_mut().append(name, value);
            }
        }
        response
    }
}

/// How many items a stream of samples has.
const STREAM_ITEMS: usize = 5;

/// The reply of an endpoint without state: made-up values of its declared type.
fn sample_reply(api: &Api, endpoint: &Endpoint, seed: u64) -> Reply {
    let mut sampler = Sampler::new(api, seed);
    match (&endpoint.response, &endpoint.paging) {
        (ir::Response::Data(_), Some(Paging { list: Some(list), .. })) => {
            let mut items: Vec<_> = (0..SAMPLE_ITEMS).map(|_| sampler.value(&list.item, "")).collect();
            number_items(api, endpoint, &mut items);
            Reply::List(items)
        }
        (ir::Response::Data(ty) | ir::Response::Optional(ty), _) => Reply::Data(sampler.value(ty, "")),
        (ir::Response::ByStatus(cases), _) => {
            let data = cases.iter().find_map(|case| case.data.as_ref());
            data.map_or(Reply::Done, |ty| Reply::Data(sampler.value(ty, "")))
        }
        (ir::Response::Stream(stream), _) => {
            Reply::Stream((0..STREAM_ITEMS).map(|_| sampler.value(&stream.item, "")).collect())
        }
        (ir::Response::Nothing | ir::Response::Bytes, _) => Reply::Done,
    }
}

/// A seed that depends on the sandbox's seed and the endpoint alone, so that an endpoint always returns the same
/// samples: the FNV-1a hash of the endpoint's id, begun with the seed. The first number only keeps a seed of 0 from
/// beginning with zeros; the second is the prime of FNV-1a.
fn seed_for(seed: u64, endpoint: &str) -> u64 {
    endpoint.bytes().fold(seed ^ 0x9e37_79b9_7f4a_7c15, |seed, byte| {
        (seed ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// The refusal of a request whose path or method no endpoint has.
fn no_route_refusal(request: &Request, routed: &Routed) -> Refusal {
    let (method, path) = (request.method(), request.uri().path());
    match routed {
        Routed::WrongMethod(methods) => {
            let methods: Vec<_> = methods.iter().map(|method| method.as_str()).collect();
            let message = format!("{path}: expected {}, got {method}", methods.join(" or "));
            Refusal::new(code::NOT_FOUND, message).with_status(405)
        }
        _ => Refusal::new(code::NOT_FOUND, format!("{path}: there is no such path")).with_status(404),
    }
}

/// A refusal with the status and code that a rule of the spec gives. Without a rule the status is 429; without a code
/// it is `default_code`.
fn refusal_from_rule(rule: Option<RefusalRule>, default_code: i64, message: &str) -> Refusal {
    let code = rule.and_then(|rule| rule.code).unwrap_or(default_code);
    Refusal::new(code, message).with_status(rule.map_or(429, |rule| rule.status))
}

/// The response of a gateway in front of the API that cannot reach it.
fn bad_gateway() -> Ready {
    let page = "<html><head><title>502 Bad Gateway</title></head>\
                <body><center><h1>502 Bad Gateway</h1></center></body></html>";
    Ready { status: StatusCode::BAD_GATEWAY, code: 0, content: Content::Html(page), link: None }
}
