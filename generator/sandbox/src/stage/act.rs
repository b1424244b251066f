//! One request, step by step.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::Response;
use paceline_generator::ir::{Answer, Api, Effect, Operation, OperationId, Paging, Refusal as Rule};
use serde_json::Value;

use super::{Stage, lock};
use crate::answer::{Content, LISTED, Ready, Reply, refuse, seen, success};
use crate::check::{self, Args};
use crate::fault::{self, Fault, FaultKind};
use crate::journal::{Entry, Journal, fingerprint};
use crate::refusal::{Refusal, code};
use crate::route::Routed;
use crate::sample::Sampler;
use crate::state::{Call, handler};
use crate::token::{Headers, Identity};

/// A request on its way, with what is noted about it. The note is written when the request is over, also when the
/// caller went away in between.
struct Visit {
    stage: Arc<Stage>,
    entry: Option<Entry>,
    log_id: String,
}

impl Drop for Visit {
    fn drop(&mut self) {
        if let Some(entry) = self.entry.take() {
            Journal::write(&self.stage.journal, entry);
        }
    }
}

/// Answers any request to the API.
pub(crate) async fn answer(State(stage): State<Arc<Stage>>, request: Request) -> Response {
    let now = stage.now();
    let log_id = log_id(&stage, now);
    let entry = Entry {
        number: 0,
        time: stage.since_epoch(now),
        at_ns: nanos(now),
        method: request.method().to_string(),
        path: request.uri().path().to_owned(),
        operation: None,
        token: None,
        status: None,
        code: 0,
        counted: false,
        wait: 0.0,
        fault: None,
    };
    let mut visit = Visit { stage: Arc::clone(&stage), entry: Some(entry), log_id };
    let (ready, fault) = visit.play(request).await;
    visit.finish(ready, fault)
}

/// An id for the logs: the time and a random part, as the API's own look.
fn log_id(stage: &Stage, now: Duration) -> String {
    let random = lock(&stage.rng).u64(..);
    format!("{:014}{random:016x}", stage.since_epoch(now))
}

fn nanos(time: Duration) -> u64 {
    u64::try_from(time.as_nanos()).unwrap_or(u64::MAX)
}

impl Visit {
    fn note(&mut self, write: impl FnOnce(&mut Entry)) {
        if let Some(entry) = &mut self.entry {
            write(entry);
        }
    }

    /// Acts the request out; `None` when the connection shall be dropped instead.
    async fn play(&mut self, request: Request) -> (Option<Ready>, Option<FaultKind>) {
        let stage = Arc::clone(&self.stage);
        let (operation, path) = match stage.router.find(request.method().as_str(), request.uri().path()) {
            Routed::Found(operation, path) => (operation, path),
            nowhere => return (Some(self.refuse(None, &lost(&request, &nowhere))), None),
        };
        let op = &stage.api[operation];
        self.note(|entry| entry.operation = Some(op.id.clone()));
        let fault = match self.fault(&request) {
            Ok(fault) => fault,
            Err(refusal) => return (Some(self.refuse(Some(op), &refusal)), None),
        };
        let identity = match self.admit(operation, &request, fault) {
            Ok(identity) => identity,
            Err(refusal) => return (Some(self.refuse(Some(op), &refusal)), fault),
        };
        match fault {
            Some(FaultKind::Latency(pause)) => tokio::time::sleep(pause).await,
            Some(FaultKind::Reset) => return (None, fault),
            Some(FaultKind::TooMany) => {
                let refusal = rule(stage.api.throttled, code::TOO_MANY, "as the fault asks");
                return (Some(self.refuse(Some(op), &refusal)), fault);
            }
            Some(FaultKind::Server) => {
                let refusal = Refusal::new(code::SERVER, "as the fault asks").with_status(500);
                return (Some(self.refuse(Some(op), &refusal)), fault);
            }
            Some(FaultKind::Html) => return (Some(gateway()), fault),
            _ => {}
        }
        let ready = match self.act(operation, path, &identity, request).await {
            Ok(ready) => ready,
            Err(refusal) => self.refuse(Some(op), &refusal),
        };
        if fault == Some(FaultKind::ResetAfter) { (None, fault) } else { (Some(ready), fault) }
    }

    /// The fault that the request asks for, or that strikes it.
    fn fault(&mut self, request: &Request) -> Result<Option<FaultKind>, Refusal> {
        let drawn = self.stage.draw_fault();
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
        operation: OperationId,
        request: &Request,
        fault: Option<FaultKind>,
    ) -> Result<Identity, Refusal> {
        let stage = Arc::clone(&self.stage);
        let headers = Headers { api: &stage.api, operation: &stage.api[operation], sent: request.headers() };
        let token = headers.token();
        self.note(|entry| {
            entry.token = token.map(fingerprint);
            entry.fault = fault.map(|fault| fault.to_string());
        });
        let now = stage.now();
        let identity = {
            let mut world = stage.world();
            if let (Some(FaultKind::Revoke), Some(token)) = (fault, token) {
                world.tokens.revoke(token);
            }
            headers.identify(&world.tokens, now)?
        };
        // Limits are kept for tokens that are good, so that no flood of invented ones fills the memory.
        let mut limits = lock(&stage.limits);
        // The time is taken inside the lock: requests are counted in the order of their times.
        let now = stage.now();
        self.note(|entry| entry.at_ns = nanos(now));
        if let Err(wait) = limits.admit(&stage.api, operation, token.unwrap_or_default(), now) {
            self.note(|entry| entry.wait = wait.as_secs_f64() * 1000.0);
            let what = format!("{} allows no more now", stage.api[operation].id);
            return Err(rule(stage.api.throttled, code::TOO_MANY, &what));
        }
        self.note(|entry| entry.counted = true);
        Ok(identity)
    }

    /// Checks the request and does what it asks for.
    async fn act(
        &mut self,
        id: OperationId,
        path: std::collections::BTreeMap<String, String>,
        identity: &Identity,
        request: Request,
    ) -> Result<Ready, Refusal> {
        let stage = Arc::clone(&self.stage);
        let (api, operation) = (&*stage.api, &stage.api[id]);
        let headers = Headers { api, operation, sent: request.headers() };
        let knows_user = |user: &str| !stage.remembers || stage.world().directory.knows_user(user);
        let user = headers.check(identity, knows_user)?;
        let mut args = Args { path: check::read_path(api, operation, &path)?, ..Args::default() };
        args.query = check::read_query(api, operation, request.uri().query().unwrap_or_default())?;
        let ticket = self.ticket(id, &headers);
        check::read_body(api, operation, request, &mut args).await?;
        check::check(api, operation, &args)?;
        if let (true, Some(Value::String(project))) = (stage.remembers, args.path.get("project_key")) {
            stage.world().directory.check_project(project)?;
        }
        if let Some(ticket) = &ticket
            && !lock(&stage.used).insert(ticket.clone())
        {
            let what = "the idempotency key was used before with this token and endpoint";
            return Err(rule(api.duplicate, code::DUPLICATE, what));
        }
        let done = self.perform(operation, &args, &user);
        if let (Err(_), Some(ticket)) = (&done, ticket) {
            // What was refused did not happen: the key is free again.
            lock(&stage.used).remove(&ticket);
        }
        done
    }

    /// The idempotency key of a write, with the scope in which it must not come twice.
    fn ticket(&self, id: OperationId, headers: &Headers<'_>) -> Option<(String, OperationId, String)> {
        let key = headers.idempotency_key()?;
        let is_write = headers.operation.effect == Effect::Write;
        is_write.then(|| (headers.token().unwrap_or_default().to_owned(), id, key.to_owned()))
    }

    /// Does what a checked request asks for, and wraps what there is to say.
    fn perform(&self, operation: &Operation, args: &Args, user: &str) -> Result<Ready, Refusal> {
        let stage = &*self.stage;
        let now = stage.now();
        let now_ms = i64::try_from(stage.since_epoch(now)).unwrap_or(i64::MAX);
        let seed = seed_for(stage.seed, &operation.id);
        let reply = match handler(&operation.id).filter(|_| stage.remembers) {
            Some(handler) => {
                let seen = seen(&stage.api, operation, args)?;
                handler(&mut stage.world(), &Call { args, seen, user, now, now_ms })?
            }
            None => sample(&stage.api, operation, seed),
        };
        success(&stage.api, operation, args, reply, seed, &self.log_id)
    }

    fn refuse(&self, operation: Option<&Operation>, refusal: &Refusal) -> Ready {
        refuse(&self.stage.api, operation, refusal, &self.log_id)
    }

    /// Sends the answer, as far as the fault lets it through.
    fn finish(mut self, ready: Option<Ready>, fault: Option<FaultKind>) -> Response {
        let Some(mut ready) = ready else { return Response::new(fault::dropped()) };
        self.note(|entry| {
            entry.status = Some(ready.status.as_u16());
            entry.code = ready.code;
        });
        if let (Some(FaultKind::WrongType), Content::Json(body)) = (fault, &mut ready.content) {
            let mut rng = lock(&self.stage.rng);
            // The code stays readable: a client must be able to tell the one failure from the other.
            let place = self.stage.api.envelopes[0].data.as_deref().unwrap_or_default();
            let is_there = |at: &Value, name: &String| at.get(name).is_some_and(|inside| !inside.is_null());
            let data =
                place.iter().fold(body, |at, name| if is_there(at, name) { &mut at[name] } else { at });
            fault::break_type(data, &mut rng);
        }
        ready.into_response(&self.stage.api, &self.log_id, fault == Some(FaultKind::Cut))
    }
}

/// What an operation answers of which nothing is remembered.
fn sample(api: &Api, operation: &Operation, seed: u64) -> Reply {
    let mut sampler = Sampler::new(api, seed);
    match (&operation.answer, &operation.paging) {
        (Answer::Data(_), Some(Paging { list: Some(list), .. })) => {
            Reply::List((0..LISTED).map(|_| sampler.value(&list.item, "")).collect())
        }
        (Answer::Data(ty), _) => Reply::Data(sampler.value(ty, "")),
        (Answer::Nothing | Answer::Bytes, _) => Reply::Done,
    }
}

/// The same seed for the same operation, so that it always says the same.
fn seed_for(seed: u64, operation: &str) -> u64 {
    operation.bytes().fold(seed ^ 0x9e37_79b9_7f4a_7c15, |seed, byte| {
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
