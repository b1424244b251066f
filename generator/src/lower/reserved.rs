//! Names that the emitted client needs for itself. The emitter may rely on their absence.

/// Modules and features of the emitted crate, and crates that it names.
pub(super) const GROUPS: &[&str] = &[
    "alloc",
    "client",
    "client_runtime",
    "core",
    "credentials",
    "default",
    "endpoints",
    "error",
    "error_code",
    "errors",
    "hosts",
    "limits",
    "native_tls",
    "prelude",
    "redis",
    "rustls",
    "std",
    "types",
];

/// Methods of the client.
pub(super) const ACCESSORS: &[&str] = &["builder", "clone", "endpoints", "limits", "new"];

/// Methods of the client's builder, where credentials and variables become methods too.
pub(super) const BUILDER: &[&str] = &["build", "clone", "host", "new", "timeout"];

/// Words that templates use for other things than variables.
pub(super) const PLACEHOLDERS: &[&str] = &["idempotency_key", "token"];

/// Methods of a group's handle.
pub(super) const OPERATIONS: &[&str] = &["clone", "new"];

/// Methods of every call.
pub(super) const SETTERS: &[&str] =
    &["clone", "deadline", "idempotency_key", "items", "new", "pages", "priority", "send", "send_with_meta", "timeout"];

/// Constructors of a struct, where optional members become methods.
pub(super) const MEMBERS: &[&str] = &["clone", "new"];

/// Types and traits that emitted code names.
pub(super) const TYPES: &[&str] = &[
    "BTreeMap",
    "Box",
    "Bytes",
    "Client",
    "ClientBuilder",
    "Clone",
    "Copy",
    "Credential",
    "Debug",
    "Default",
    "Deserialize",
    "Display",
    "Download",
    "Duration",
    "Err",
    "Error",
    "ErrorCode",
    "File",
    "From",
    "Host",
    "Into",
    "None",
    "Ok",
    "Option",
    "Page",
    "Result",
    "Secret",
    "Self",
    "Serialize",
    "Some",
    "Stream",
    "String",
    "Timestamp",
    "ToString",
    "Value",
    "Vec",
];

/// Variants of every enum, and of the enum of error codes.
pub(super) const VARIANTS: &[&str] = &["Unknown"];
