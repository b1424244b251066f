//! Names that the emitted client needs for itself. The emitter may rely on their absence.

/// Modules and features of the emitted crate, and crates that it names.
pub(crate) const RESOURCES: &[&str] = &[
    "all",
    "alloc",
    "api",
    "brotli",
    "client",
    "core",
    "credentials",
    "default",
    "defaults",
    "endpoints",
    "error",
    "error_code",
    "errors",
    "gzip",
    "hosts",
    "lib",
    "limiter",
    "limits",
    "links",
    "main",
    "native_tls",
    "paceline_runtime",
    "prelude",
    "redis",
    "reqwest",
    "rustls",
    "service",
    "socks",
    "std",
    "types",
    "zstd",
];

/// Methods of the client.
pub(crate) const ACCESSORS: &[&str] =
    &["builder", "clone", "endpoints", "limiter", "limits", "new", "raw", "tokens"];

/// Methods of the client's builder, where credentials and variables become methods too.
pub(crate) const BUILDER: &[&str] = &[
    "allow_plain_http",
    "base_url",
    "build",
    "clone",
    "connect_timeout",
    "host",
    "http",
    "limiter",
    "max_body",
    "new",
    "observer",
    "retry",
    "timeout",
    "token_store",
    "tokens",
];

/// Words that templates use for other things than variables.
pub(crate) const PLACEHOLDERS: &[&str] = &["idempotency_key", "token"];

/// Methods of a resource's client.
pub(crate) const ENDPOINTS: &[&str] = &["clone", "new"];

/// Methods of every call.
pub(crate) const SETTERS: &[&str] = &[
    "clone",
    "deadline",
    "idempotency_key",
    "items",
    "keep_body",
    "new",
    "pages",
    "priority",
    "resume",
    "send",
    "send_data",
    "send_with_meta",
    "strict",
    "timeout",
];

/// Methods of every upload, beside those of every call, and the argument that is the file.
pub(super) const UPLOADS: &[&str] = &["file", "form_up_to", "on_begun", "on_progress", "parallel"];

/// Methods of a type that is declared with `any`, where each form becomes a method.
pub(super) const FORMS: &[&str] = &[
    "clone",
    "default",
    "eq",
    "fmt",
    "from",
    "into",
    "into_value",
    "is_empty",
    "is_null",
    "new",
    "null",
    "value",
];

/// Constructors of a struct, where optional members become methods.
pub(crate) const MEMBERS: &[&str] = &["clone", "default", "new"];

/// Modules below that of a resource, and crates that they name.
pub(super) const MODULES: &[&str] =
    &["calls", "codec", "endpoints", "events", "paceline_runtime", "std", "types"];

/// Arguments of the methods that build an address.
pub(super) const LINKS: &[&str] = &["host"];

/// Functions of every filter.
pub(super) const FILTERS: &[&str] = &["all", "any", "condition", "join", "on", "operators", "typed"];

/// Types and traits that emitted code names.
pub(crate) const TYPES: &[&str] = &[
    "AsRef",
    "Box",
    "Bytes",
    "Client",
    "Clause",
    "ClientBuilder",
    "Clone",
    "Copy",
    "Credential",
    "Debug",
    "DecodeError",
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
    "IntoIterator",
    "Map",
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
pub(crate) const VARIANTS: &[&str] = &["Unknown"];
