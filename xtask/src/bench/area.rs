//! The parts of the project that are measured.

use clap::ValueEnum;

/// A part of the project that is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Area {
    /// The generator: time, growth, memory.
    Generation,
    /// Compiling the emitted client and a crate that calls every endpoint.
    Compile,
    /// Calls from end to end.
    Call,
    /// The rate limiter.
    Limiter,
    /// Reading responses.
    Decode,
}
