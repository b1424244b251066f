//! One request, step by step.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use paceline_generator::ir::{self, Api, Effect, Endpoint, EndpointId, Paging, Refusal as Rule};
use serde_json::Value;

use crate::check::{self, Args};
use crate::fault::{self, Fault, FaultKind};
use crate::journal::{Entry, Journal, fingerprint};
use crate::refusal::{Refusal, code};
use crate::response::{Content, LISTED, Ready, Reply, refuse, seen, success};
use crate::route::Routed;
use crate::sample::Sampler;
use crate::server_state::{ServerState, lock};
use crate::state::{Call, handler};
use crate::token::{Headers, Identity};

/// A request in progress, with its journal entry. The entry is written when the request is over, also when the
/// caller went away in between.
struct RequestContext {
    state: Arc<ServerState>,
    entry: Option<Entry>,
    log_id: String,
}

impl Drop for RequestContext {
    fn drop(&mut self) {
        if let Some(entry) = self.entry.take() {
            Journal::write(&self.state.journal, entry);
        }
    }
}

/// Responds to any request to the API.
pub(crate) async fn handle_request(State(state): State<Arc<ServerState>>, request: Request) -> Response {
    let now = state.now();
    let log_id = log_id(&state, now);
    let entry = Entry {
        number: 0,
        time: state.since_epoch(now),
        at_ns: nanos(now),
        method: request.method().to_string(),
        path: request.uri().path().to_owned(),
        endpoint: None,
        token: None,
        status: None,
        code: 0,
        counted: false,
        wait: 0.0,
        fault: None,
    };
    let mut context = RequestContext { state: Arc::clone(&state), entry: Some(entry), log_id };
    let (ready, fault) = context.handle(request).await;
    context.respond(ready, fault)
}

/// An id for the logs: the time and a random part, as the API's own look.
fn log_id(state: &ServerState, now: Duration) -> String {
    let random = lock(&state.rng).u64(..);
    format!("{:014}{random:016x}", state.since_epoch(now))
}

fn nanos(time: Duration) -> u64 {
    u64::try_from(time.as_nanos()).unwrap_or(u64::MAX)
}

impl RequestContext {
    fn note(&mut self, write: impl FnOnce(&mut Entry)) {
        if let Some(entry) = &mut self.entry {
            write(entry);
        }
    }

    /// Handles the request; `None` when the connection shall be dropped instead.
    async fn handle(&mut self, request: Request) -> (Option<Ready>, Option<FaultKind>) {
        let state = Arc::clone(&self.state);
        let (endpoint, path) = match state.router.find(request.method().as_str(), request.uri().path()) {
            Routed::Found(endpoint, path) => (endpoint, path),
            nowhere => return (Some(self.refuse(None, &lost(&request, &nowhere))), None),
        };
        let op = &state.api[endpoint];
        self.note(|entry| entry.endpoint = Some(op.id.clone()));
        let fault = match self.fault(&request) {
            Ok(fault) => fault,
            Err(refusal) => return (Some(self.refuse(Some(op), &refusal)), None),
        };
        let identity = match self.admit(endpoint, &request, fault) {
            Ok(identity) => identity,
            Err(refusal) => return (Some(self.refuse(Some(op), &refusal)), fault),
        };
        match fault {
            Some(FaultKind::Latency(pause)) => tokio::time::sleep(pause).await,
            Some(FaultKind::Reset) => return (None, fault),
            Some(FaultKind::TooMany) => {
                let refusal = rule(state.api.throttled, code::TOO_MANY, "as the fault asks");
                return (Some(self.refuse(Some(op), &refusal)), fault);
            }
            Some(FaultKind::Server) => {
                let refusal = Refusal::new(code::SERVER, "as the fault asks").with_status(500);
                return (Some(self.refuse(Some(op), &refusal)), fault);
            }
            Some(FaultKind::Html) => return (Some(gateway()), fault),
            _ => {}
        }
        let ready = match self.check_and_execute(endpoint, path, &identity, request).await {
            Ok(ready) => ready,
            Err(refusal) => self.refuse(Some(op), &refusal),
        };
        if fault == Some(FaultKind::ResetAfter) { (None, fault) } else { (Some(ready), fault) }
    }

    /// The fault that the request asks for, or that strikes it.
    fn fault(&mut self, request: &Request) -> Result<Option<FaultKind>, Refusal> {
        let drawn = self.state.draw_fault();
        let Some(asked) = request.headers().get("x-sandbox-fault") else { return Ok(drawn) };
        let text = asked.to_str().unwrap_or_default();
        match text.parse::<Fault>() {
            Ok(fault) => Ok(Some(fault.kind)),
            Err(why) => Err(Refusal::new(code::INVALID, format!("X-Sandbox-Fault: {why}"))),
        }
    }

    /// What happens at the arrival of the head: the token is looked up and the limits count.
    fn admit(
        &mut self,
        endpoint: EndpointId,
        request: &Request,
        fault: Option<FaultKind>,
    ) -> Result<Identity, Refusal> {
        let state = Arc::clone(&self.state);
        let headers = Headers { api: &state.api, endpoint: &state.api[endpoint], sent: request.headers() };
        let token = headers.token();
        self.note(|entry| {
            entry.token = token.map(fingerprint);
            entry.fault = fault.map(|fault| fault.to_string());
        });
        let now = state.now();
        let identity = {
            let mut world = state.world();
            if let (Some(FaultKind::Revoke), Some(token)) = (fault, token) {
                world.tokens.revoke(token);
            }
            headers.identify(&world.tokens, now)?
        };
        // Limits are kept for tokens that are good, so that no flood of invented ones fills the memory.
        let mut limits = lock(&state.limits);
        // The time is taken inside the lock: requests are counted in the order of their times.
        let now = state.now();
        self.note(|entry| entry.at_ns = nanos(now));
        if let Err(wait) = limits.admit(&state.api, endpoint, token.unwrap_or_default(), now) {
            self.note(|entry| entry.wait = wait.as_secs_f64() * 1000.0);
            let what = format!("{} allows no more now", state.api[endpoint].id);
            return Err(rule(state.api.throttled, code::TOO_MANY, &what));
        }
        self.note(|entry| entry.counted = true);
        Ok(identity)
    }

    /// Checks the request and does what it asks for.
    async fn check_and_execute(
        &mut self,
        id: EndpointId,
        path: std::collections::BTreeMap<String, String>,
        identity: &Identity,
        request: Request,
    ) -> Result<Ready, Refusal> {
        let state = Arc::clone(&self.state);
        let (api, endpoint) = (&*state.api, &state.api[id]);
        let headers = Headers { api, endpoint, sent: request.headers() };
        let knows_user = |user: &str| !state.is_stateful || state.world().directory.knows_user(user);
        let user = headers.check(identity, knows_user)?;
        let mut args = Args { path: check::read_path(api, endpoint, &path)?, ..Args::default() };
        args.query = check::read_query(api, endpoint, request.uri().query().unwrap_or_default())?;
        let ticket = self.ticket(id, &headers);
        check::read_body(api, endpoint, request, &mut args).await?;
        check::check(api, endpoint, &args)?;
        if let (true, Some(Value::String(project))) = (state.is_stateful, args.path.get("project_key")) {
            state.world().directory.check_project(project)?;
        }
        if let Some(ticket) = &ticket
            && !lock(&state.used).insert(ticket.clone())
        {
            let what = "the idempotency key was used before with this token and endpoint";
            return Err(rule(api.duplicate, code::DUPLICATE, what));
        }
        let done = self.execute(endpoint, &args, &user);
        if let (Err(_), Some(ticket)) = (&done, ticket) {
            // What was refused did not happen: the key is free again.
            lock(&state.used).remove(&ticket);
        }
        done
    }

    /// The idempotency key of a write, with the scope in which it must not come twice.
    fn ticket(&self, id: EndpointId, headers: &Headers<'_>) -> Option<(String, EndpointId, String)> {
        let key = headers.idempotency_key()?;
        let is_write = headers.endpoint.effect == Effect::Write;
        is_write.then(|| (headers.token().unwrap_or_default().to_owned(), id, key.to_owned()))
    }

    /// Does what a checked request asks for, and wraps what there is to say.
    fn execute(&self, endpoint: &Endpoint, args: &Args, user: &str) -> Result<Ready, Refusal> {
        let state = &*self.state;
        let now = state.now();
        let now_ms = i64::try_from(state.since_epoch(now)).unwrap_or(i64::MAX);
        let seed = seed_for(state.seed, &endpoint.id);
        let reply = match handler(&endpoint.id).filter(|_| state.is_stateful) {
            Some(handler) => {
                let seen = seen(&state.api, endpoint, args)?;
                handler(&mut state.world(), &Call { args, seen, user, now, now_ms })?
            }
            None => sample(&state.api, endpoint, seed),
        };
        success(&state.api, endpoint, args, reply, seed, &self.log_id)
    }

    fn refuse(&self, endpoint: Option<&Endpoint>, refusal: &Refusal) -> Ready {
        refuse(&self.state.api, endpoint, refusal, &self.log_id)
    }

    /// Sends the response, as far as the fault lets it through.
    fn respond(mut self, ready: Option<Ready>, fault: Option<FaultKind>) -> Response {
        let Some(mut ready) = ready else { return Response::new(fault::dropped()) };
        self.note(|entry| {
            entry.status = Some(ready.status.as_u16());
            entry.code = ready.code;
        });
        if let (Some(FaultKind::WrongType), Content::Json(body)) = (fault, &mut ready.content) {
            let mut rng = lock(&self.state.rng);
            // The code stays readable: a client must be able to distinguish the two failures.
            let path = self.state.api.envelopes[0].data.as_deref().unwrap_or_default();
            let is_there = |at: &Value, name: &String| at.get(name).is_some_and(|inside| !inside.is_null());
            let data = path.iter().fold(body, |at, name| if is_there(at, name) { &mut at[name] } else { at });
            fault::break_type(data, &mut rng);
        }
        ready.into_response(&self.state.api, &self.log_id, fault == Some(FaultKind::Cut))
    }
}

/// What an endpoint without state returns.
fn sample(api: &Api, endpoint: &Endpoint, seed: u64) -> Reply {
    let mut sampler = Sampler::new(api, seed);
    match (&endpoint.response, &endpoint.paging) {
        (ir::Response::Data(_), Some(Paging { list: Some(list), .. })) => {
            Reply::List((0..LISTED).map(|_| sampler.value(&list.item, "")).collect())
        }
        (ir::Response::Data(ty), _) => Reply::Data(sampler.value(ty, "")),
        (ir::Response::Nothing | ir::Response::Bytes, _) => Reply::Done,
    }
}

/// The same seed for the same endpoint, so that it always says the same.
fn seed_for(seed: u64, endpoint: &str) -> u64 {
    endpoint.bytes().fold(seed ^ 0x9e37_79b9_7f4a_7c15, |seed, byte| {
        (seed ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

fn lost(request: &Request, routed: &Routed) -> Refusal {
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

/// A refusal that the spec describes by status and code.
fn rule(rule: Option<Rule>, usual: i64, message: &str) -> Refusal {
    let code = rule.and_then(|rule| rule.code).unwrap_or(usual);
    Refusal::new(code, message).with_status(rule.map_or(429, |rule| rule.status))
}

/// What a gateway in front of the API says when it cannot reach it.
fn gateway() -> Ready {
    let page = "<html><head><title>502 Bad Gateway</title></head>\
                <body><center><h1>502 Bad Gateway</h1></center></body></html>";
    Ready { status: StatusCode::BAD_GATEWAY, code: 0, content: Content::Html(page) }
}
