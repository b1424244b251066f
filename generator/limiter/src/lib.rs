#![doc = include_str!("../docs/front_page.md")]

mod sync;
mod clock;
mod limit;
mod bucket;
mod endpoint_limits;
mod outcome;
mod pacing;
mod priority;
mod error;
mod observe;
mod machine;
#[cfg(feature = "redis")]
mod lease;
#[cfg(feature = "redis")]
mod outage;
mod options;
mod config;
mod queue;
mod wake_list;
mod timers;
mod earliest_turn;
mod key;
mod locked_key;
mod buckets;
#[cfg(feature = "redis")]
mod store;
mod credential_keys;
mod registry;
mod slot;
mod wake_timer;
mod permit;
mod expiring_permit;
mod acquire;
mod limiter;

pub use acquire::Acquire;
pub use bucket::{Bucket, BucketUse, Scope};
pub use endpoint_limits::EndpointLimits;
pub use error::LimitError;
pub use expiring_permit::{ExpiringPermit, PermitExpired};
pub use limit::Limit;
pub use limiter::{CredentialLimiter, Limiter};
pub use observe::{BucketState, KeyState, LimitState};
#[cfg(feature = "redis")]
pub use observe::{ProcessState, ShareState, SharedState};
pub use options::{ColdStart, LimiterOptions, Policy, SafetyMargin};
#[cfg(feature = "redis")]
pub use outage::Outage;
pub use outcome::Outcome;
pub use pacing::Pacing;
pub use permit::{InFlight, Permit};
pub use priority::{Priority, QueuePosition};
#[cfg(feature = "redis")]
pub use store::{ConnectError, RedisLimits};

#[cfg(test)]
mod loom_model;
#[cfg(test)]
mod simulation;
