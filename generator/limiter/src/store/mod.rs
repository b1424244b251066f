//! Where processes share their limits: a store, and whoever speaks to it for a limiter.

mod limit_store;
mod leaving;
mod driver;
mod wire;
mod redis_store;
mod redis_limits;

pub(crate) use driver::Driver;
pub(crate) use leaving::{Leaving, LeavingGuard};
pub(crate) use limit_store::LimitStore;
pub use redis_limits::{ConnectError, RedisLimits};

#[cfg(test)]
mod memory;
#[cfg(test)]
mod script_tests;
#[cfg(test)]
mod tests;
