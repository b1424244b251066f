//! What the tests and benches of several packages share. Nothing that is published depends on it.
