// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Rate limits. The server counts for each pair of token and endpoint where nothing else is said; all
//! limits of a set hold at once.

use paceline_runtime::limiter::Limit;

/// 15/s: what holds for every endpoint that has no limits of its own.
pub const STANDARD: &[Limit] = &[Limit::per_second(15)];

/// 15/s and 450/min.
pub const SEARCH: &[Limit] = &[Limit::per_second(15), Limit::per_minute(450)];

/// 10/s.
pub const SLOW: &[Limit] = &[Limit::per_second(10)];
