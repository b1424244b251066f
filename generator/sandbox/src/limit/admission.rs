//! Which requests count together, and whether one is let through by all that it counts in.

use std::collections::HashMap;
use std::time::Duration;

use paceline_generator::ir::{Api, EndpointId, LimitScope, LimitSet, LimitSetId, LimitTold, LimitUse};

use super::{Count, Gate};

/// How long a request may be told to wait that finds too many others running: nobody knows when one of them ends.
const SOON: Duration = Duration::from_millis(100);

/// What a set of limits tells apart when it counts: the token and the endpoint, as far as its scope does.
type Key = (LimitSetId, Option<String>, Option<EndpointId>);

/// What was counted together.
#[derive(Debug)]
struct Pool {
    gate: Gate,
    /// The least time between two requests.
    gap: Gate,
    /// How many requests are being worked on, if that is limited.
    running: u32,
}

/// All that was ever counted.
#[derive(Debug)]
pub(crate) struct Limits {
    count: Count,
    pools: HashMap<Key, Pool>,
}

/// A request that was let through: what it counts as running in, until [`Limits::end`].
#[derive(Debug, Default)]
pub(crate) struct Admitted {
    running: Vec<Key>,
    /// What its response says of the limits: names of headers with their values.
    pub(crate) headers: Vec<(String, String)>,
}

fn key(set: &LimitSet, id: LimitSetId, endpoint: EndpointId, token: &str) -> Key {
    let (by_token, by_endpoint) = match set.scope {
        LimitScope::CredentialAndEndpoint => (true, true),
        LimitScope::Credential => (true, false),
        LimitScope::Endpoint => (false, true),
        LimitScope::All => (false, false),
    };
    (id, by_token.then(|| token.to_owned()), by_endpoint.then_some(endpoint))
}

impl Limits {
    pub(crate) fn new(count: Count) -> Self {
        Self { count, pools: HashMap::new() }
    }

    /// Admits a request that arrives `now` and counts it in all that it counts in, or in nothing. The error is the time that
    /// it would have to wait.
    pub(crate) fn admit(
        &mut self,
        api: &Api,
        endpoint: EndpointId,
        token: &str,
        now: Duration,
    ) -> Result<Admitted, Duration> {
        let count = self.count;
        let uses: Vec<(Key, &LimitSet, u32)> = (api[endpoint].limits.iter())
            .map(|&LimitUse { set, weight }| (key(&api[set], set, endpoint, token), &api[set], weight))
            .collect();
        let mut wait = Duration::ZERO;
        for (key, set, weight) in &uses {
            let pool = self.pools.entry(key.clone()).or_insert_with(|| Pool {
                gate: Gate::new(count, &set.limits),
                gap: Gate::new(Count::Sliding, set.gap_limit().as_slice()),
                running: 0,
            });
            wait = wait.max(pool.gate.time_to_wait(*weight, now)).max(pool.gap.time_to_wait(1, now));
            if set.concurrent.is_some_and(|most| pool.running >= most) {
                wait = wait.max(SOON);
            }
        }
        if !wait.is_zero() {
            return Err(wait);
        }
        let mut admitted = Admitted::default();
        for (key, set, weight) in uses {
            let Some(pool) = self.pools.get_mut(&key) else { continue };
            pool.gate.count(weight, now);
            pool.gap.count(1, now);
            if let (Some(told), Some((left, renewed))) = (&set.told, pool.gate.left(now)) {
                admitted.headers.extend(tell(told, left, renewed));
            }
            admitted.headers.extend(set.weight_header.clone().map(|name| (name, weight.to_string())));
            if set.concurrent.is_some() {
                pool.running += 1;
                admitted.running.push(key);
            }
        }
        Ok(admitted)
    }

    /// A request that was let through has its response.
    pub(crate) fn end(&mut self, admitted: &mut Admitted) {
        for key in admitted.running.drain(..) {
            if let Some(pool) = self.pools.get_mut(&key) {
                pool.running -= 1;
            }
        }
    }
}

/// What is left, in the headers that say so. Seconds are whole ones, and never too few.
fn tell(told: &LimitTold, left: u32, renewed: Duration) -> Vec<(String, String)> {
    let seconds = renewed.as_millis().div_ceil(1000);
    match told {
        LimitTold::Headers { remaining, reset } => {
            vec![(remaining.clone(), left.to_string()), (reset.clone(), seconds.to_string())]
        }
        LimitTold::Policy(policy) => {
            vec![("RateLimit".to_owned(), format!("\"{policy}\";r={left};t={seconds}"))]
        }
    }
}
