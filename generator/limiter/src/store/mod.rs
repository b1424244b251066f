//! Where processes share their limits: a store, and whoever speaks to it for a limiter.

mod limit_store;
mod departure;
mod driver;
mod wire;
mod calls;
mod redis_node;
mod redis_store;
mod redis_limits;

pub(crate) use departure::{Departure, DepartureGuard};
pub(crate) use driver::Driver;
pub(crate) use limit_store::LimitStore;
pub use redis_limits::{ConnectError, RedisLimits};

#[cfg(test)]
mod memory;
#[cfg(test)]
mod script_tests;
#[cfg(test)]
mod tests;
