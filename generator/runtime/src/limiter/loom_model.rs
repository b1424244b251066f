//! The queue and the turn under every order of events.
