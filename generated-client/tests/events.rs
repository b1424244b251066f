//! Events: what the emitted receivers make of bodies, of the sandbox's requests, and how the example responds to raw requests.

mod event;
mod support;
