//! The rate limiter.
