//! Where runtime paths are spelled, and nowhere else.

/// Package of the runtime.
pub(super) const PACKAGE: &str = "client-runtime";

/// What emitted code is built from.
pub(super) const CODEGEN: &str = "client_runtime::codegen";

/// What people who use the client meet.
pub(super) const PUBLIC: &str = "client_runtime";
