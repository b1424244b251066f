//! Why a request failed below HTTP, and what to do about it.

use std::error::Error;
use std::iter::successors;

use crate::error::ErrorKind;
use crate::file::FileChanged;

/// What is known about a failure below HTTP.
pub(super) struct Cause {
    pub(super) kind: ErrorKind,
    pub(super) message: &'static str,
    pub(super) advice: Option<&'static str>,
    /// Whether another attempt would fail the same way.
    pub(super) is_final: bool,
}

impl Cause {
    /// What a connection failed for.
    const fn connect(message: &'static str, advice: &'static str, is_final: bool) -> Self {
        Self { kind: ErrorKind::Connect, message, advice: Some(advice), is_final }
    }
}

const CERTIFICATE: Cause = Cause::connect(
    "the server's certificate is not accepted",
    "Check the host name, this machine's clock and its certificate authorities; nothing was sent",
    true,
);
const OPEN_FILES: Cause = Cause::connect(
    "no connection can be made: too many files are open",
    "Raise the limit of open files, or make fewer calls at once; nothing was sent",
    false,
);
const DNS: Cause = Cause::connect(
    "the host name cannot be resolved",
    "Check the host name and this machine's name server; nothing was sent",
    false,
);
const PROXY: Cause = Cause::connect(
    "the proxy cannot be used",
    "Check the proxy and its settings, such as the variable HTTPS_PROXY; nothing was sent",
    false,
);
const TLS: Cause = Cause::connect(
    "no TLS connection can be made",
    "Check that the host and port speak TLS, and any proxy on the way; nothing was sent",
    false,
);
const HEADERS: Cause = Cause {
    kind: ErrorKind::Transport,
    message: "the response has more or larger headers than can be read",
    advice: Some("Ask whoever runs the server, or a gateway before it, for fewer of them"),
    is_final: true,
};
const FILE: Cause = Cause {
    kind: ErrorKind::File,
    message: "the file changed while it was sent",
    advice: Some("Send it again when nothing writes to it"),
    is_final: true,
};

/// What is known about a failure, beyond what the HTTP client says of it.
pub(super) fn cause(error: &reqwest::Error) -> Option<Cause> {
    let chain = || successors(error.source(), |&cause| cause.source());
    for io in chain().filter_map(|cause| cause.downcast_ref::<std::io::Error>()) {
        // EMFILE and ENFILE.
        if matches!(io.raw_os_error(), Some(23 | 24)) {
            return Some(OPEN_FILES);
        }
        if io.get_ref().is_some_and(|inner| inner.is::<FileChanged>()) {
            return Some(FILE);
        }
    }
    if chain().any(|cause| cause.is::<FileChanged>()) {
        return Some(FILE);
    }
    // The types of these errors are private to the HTTP client, so that their texts are all there is. They decide about
    // no more than advice, and whether a certificate is tried again.
    let text = chain().map(|cause| cause.to_string().to_lowercase()).collect::<Vec<_>>().join(": ");
    if text.contains("message head is too large") {
        return Some(HEADERS);
    }
    if !error.is_connect() {
        return None;
    }
    let known = [
        (&["certificate"][..], CERTIFICATE),
        (&["dns error", "failed to lookup"], DNS),
        (&["proxy", "tunnel", "socks"], PROXY),
        (&["tls", "handshake", "corrupt message"], TLS),
    ];
    known.into_iter().find(|(words, _)| words.iter().any(|word| text.contains(word))).map(|(_, cause)| cause)
}
