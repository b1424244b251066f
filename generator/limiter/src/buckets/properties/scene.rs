//! Buckets, endpoints and credentials made at random, and a server that knows them.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use paceline_test_support::Rng;
use paceline_test_support::rate_server::{Rule, SECOND, Server, ServerLimit};

use crate::bucket::{Bucket, BucketUse, Scope};
use crate::clock::TICKS_PER_SECOND;
use crate::endpoint_limits::EndpointLimits;
use crate::limit::Limit;

/// Microseconds in a tick.
pub(super) const TICK: u64 = SECOND / TICKS_PER_SECOND;

/// What a server tells apart when it counts: a bucket's name, and the credential and the endpoint as far as its scope does.
type Counted = (&'static str, Option<usize>, Option<usize>);

/// What a server has counted of one bucket.
#[derive(Debug, Default)]
struct Counter {
    /// One for each limit, because a request counts once in a limit that allows no more.
    servers: Vec<Server>,
    running: u32,
    most_running: u32,
}

/// What callers and servers agree on.
#[derive(Debug)]
pub(super) struct Scene {
    pub(super) endpoints: Vec<EndpointLimits>,
    pub(super) credentials: Vec<Arc<str>>,
    rule: Rule,
    counters: HashMap<Counted, Counter>,
}

fn random_limits(rng: &mut Rng) -> &'static [Limit] {
    let limit = |rng: &mut Rng| {
        let window = Duration::from_millis([50, 300, 1_000, 4_000][rng.usize(..4)]);
        if rng.u8(..5) == 0 { Limit::gap(window / 4) } else { Limit::new(rng.u32(1..9), window) }
    };
    let count = rng.usize(0..3);
    Box::leak((0..count).map(|_| limit(rng)).collect())
}

impl Scene {
    pub(super) fn random(rng: &mut Rng) -> Self {
        let scopes = [Scope::CredentialAndEndpoint, Scope::Credential, Scope::Endpoint, Scope::All];
        let names = ["a", "b", "c", "d"];
        let bucket = |name: &'static str, rng: &mut Rng| {
            let bucket = Bucket::new(name, scopes[rng.usize(..4)], random_limits(rng));
            let bucket = if rng.u8(..3) == 0 { bucket.concurrent(rng.u32(1..5)) } else { bucket };
            &*Box::leak(Box::new(bucket))
        };
        let buckets: Vec<&'static Bucket> =
            names[..rng.usize(1..=4)].iter().map(|name| bucket(name, rng)).collect();
        let endpoint = |index: u16, rng: &mut Rng| {
            let mut uses: Vec<BucketUse> = Vec::new();
            for bucket in &buckets {
                if rng.bool() {
                    uses.push(BucketUse::new(bucket).weighing(rng.u32(1..4)));
                }
            }
            if uses.is_empty() {
                uses.push(BucketUse::new(buckets[0]));
            }
            EndpointLimits::new(index, random_limits(rng)).counting_in(Box::leak(uses.into()))
        };
        let endpoints = (0..rng.u16(1..5)).map(|index| endpoint(index, rng)).collect();
        let credentials = ["x", "y", "z"][..rng.usize(1..=3)].iter().map(|&id| id.into()).collect();
        let rule = Rule::COUNTING[rng.usize(..Rule::COUNTING.len())];
        Self { endpoints, credentials, rule, counters: HashMap::new() }
    }

    /// What a request counts in: what the server tells apart, its limits, and how much it weighs.
    fn counted(
        &self,
        endpoint: usize,
        credential: usize,
    ) -> Vec<(Counted, &'static [Limit], Option<u32>, u32)> {
        let EndpointLimits { limits, buckets, .. } = self.endpoints[endpoint];
        let own = (("", Some(credential), Some(endpoint)), limits, None, 1);
        let shared = buckets.iter().map(|bucket_use| {
            let bucket = bucket_use.bucket();
            let (by_credential, by_endpoint) = match bucket.scope() {
                Scope::CredentialAndEndpoint => (true, true),
                Scope::Credential => (true, false),
                Scope::Endpoint => (false, true),
                Scope::All => (false, false),
            };
            let counted =
                (bucket.name(), by_credential.then_some(credential), by_endpoint.then_some(endpoint));
            (counted, bucket.limits(), bucket.concurrency(), bucket_use.weight())
        });
        std::iter::once(own).chain(shared).collect()
    }

    /// The server counts a request.
    pub(super) fn count(&mut self, endpoint: usize, credential: usize, at: u64) {
        for (counted, limits, _, weight) in self.counted(endpoint, credential) {
            let rule = self.rule;
            let counter = self.counters.entry(counted).or_insert_with(|| {
                let server = |limit: &Limit| {
                    let window = limit.window().as_micros() as u64;
                    Server::new(rule, &[ServerLimit { requests: limit.requests(), window }])
                };
                Counter { servers: limits.iter().map(server).collect(), ..Counter::default() }
            });
            for (server, limit) in counter.servers.iter_mut().zip(limits) {
                for _ in 0..weight.min(limit.requests()) {
                    server.arrive(at);
                }
            }
            counter.running += 1;
            counter.most_running = counter.most_running.max(counter.running);
        }
    }

    /// The server has done with a request.
    pub(super) fn done(&mut self, endpoint: usize, credential: usize) {
        for (counted, ..) in self.counted(endpoint, credential) {
            if let Some(counter) = self.counters.get_mut(&counted) {
                counter.running -= 1;
            }
        }
    }

    /// The buckets of which a limit was broken.
    pub(super) fn broken(&self) -> Vec<String> {
        let mut broken = Vec::new();
        for endpoint in 0..self.endpoints.len() {
            for credential in 0..self.credentials.len() {
                for (counted, limits, concurrency, _) in self.counted(endpoint, credential) {
                    let Some(counter) = self.counters.get(&counted) else { continue };
                    for (server, limit) in counter.servers.iter().zip(limits) {
                        if server.refused + server.broken_windows > 0 {
                            broken.push(format!("{counted:?} {limit}: {} refused", server.refused));
                        }
                    }
                    if concurrency.is_some_and(|most| counter.most_running > most) {
                        broken.push(format!("{counted:?}: {} at the same time", counter.most_running));
                    }
                }
            }
        }
        broken
    }
}
