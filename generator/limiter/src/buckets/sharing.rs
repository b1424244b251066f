//! What a board needs to share its meters with other processes.

use std::collections::BTreeSet;
use std::sync::Arc;

use tokio::sync::Notify;

use super::id::MeterId;
use super::share::Share;
use crate::bucket::Scope;
use crate::lease::{Terms, meter_name};
use crate::machine::{Machine, Rules};
use crate::outage::Conduct;

/// What a board needs to share its meters with other processes.
pub(crate) struct Sharing {
    /// A random number that this process is known by.
    pub(crate) process: u64,
    /// What the names of all meters at the store begin with.
    pub(crate) prefix: Arc<str>,
    pub(crate) conduct: Conduct,
    /// For how long things hold at the store.
    pub(crate) terms: Terms,
    /// Wakes whoever speaks for the meters.
    pub(crate) pressed: Arc<Notify>,
    /// When meters are to be looked at, because they may have something to say.
    pub(super) looks: BTreeSet<(u64, MeterId)>,
}

impl Sharing {
    pub(crate) fn new(
        process: u64,
        prefix: Arc<str>,
        (conduct, terms): (Conduct, Terms),
        pressed: Arc<Notify>,
    ) -> Self {
        Self { process, prefix, conduct, terms, pressed, looks: BTreeSet::new() }
    }

    /// The share of a meter that is new here.
    pub(super) fn share(
        &self,
        (bucket, scope): (&str, Scope),
        (credential, endpoint): (Option<&str>, Option<&str>),
        (machine, concurrency): (&Machine, Option<u32>),
        rules: &Rules,
    ) -> Box<Share> {
        let scope = match scope {
            Scope::CredentialAndEndpoint => "credential and endpoint",
            Scope::Credential => "credential",
            Scope::Endpoint => "endpoint",
            Scope::All => "all",
        };
        let windows: Vec<u64> = machine.limits().iter().map(|limit| limit.ticks().into()).collect();
        let parts = [bucket, scope, endpoint.unwrap_or_default()];
        let name = meter_name(&self.prefix, credential, &parts, &windows, concurrency.is_some());
        Box::new(Share::new(name, self.process, machine, concurrency, rules, (self.conduct, self.terms)))
    }

    /// A meter is to be looked at at this tick, or sooner.
    pub(super) fn look_at(&mut self, id: MeterId, share: &mut Share, at: u64) {
        if share.look.is_none_or(|look| look > at) {
            if let Some(look) = share.look.replace(at) {
                self.looks.remove(&(look, id));
            }
            let first = self.looks.first().is_none_or(|&(first, _)| at < first);
            self.looks.insert((at, id));
            if first {
                self.pressed.notify_one();
            }
        }
    }
}
