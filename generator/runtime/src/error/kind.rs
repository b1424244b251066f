//! Kinds of failure.

/// What kind of failure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The client is not set up right; nothing was sent.
    Config,
    /// Nothing but failures came from the endpoint for a while, so the call was not sent. Now and then one call is sent
    /// all the same; as soon as it gets a response, all are sent again. The source is the last failure.
    Unavailable,
    /// The request breaks a documented rule; nothing was sent.
    Invalid,
    /// The call does more than the client may do, by [`ClientBuilder::effects_up_to`](crate::ClientBuilder::effects_up_to);
    /// nothing was sent.
    NotAllowed,
    /// The client's own limiter refused: the call would have to wait longer than its deadline allows, or too many calls
    /// are waiting already. Nothing was sent.
    LocalLimit,
    /// No token could be had.
    Token,
    /// The server could not be reached.
    Connect,
    /// The time was up.
    Timeout,
    /// The connection broke.
    Transport,
    /// The server refused, with a code or a status of its own.
    Api,
    /// The server still said "too many requests" after every attempt.
    RateLimited,
    /// The server has seen this idempotency key: an earlier attempt has probably been carried out.
    Duplicate,
    /// The response is not what the API promises.
    Decode,
    /// The response is larger than the client allows.
    TooLarge,
    /// A download could not be written to the disk.
    File,
    /// The server's pages do not come to an end: it gives the same page, cursor or address again, or says that more follow and
    /// not where; or the next page is at another host, which must not get the token. The items of all pages before were given.
    Pagination,
}

impl ErrorKind {
    /// What to do about errors of this kind when nothing more is known. The messages of the other kinds say it.
    pub(super) fn advice(self) -> Option<&'static str> {
        match self {
            Self::Unavailable => Some("It may go better later: some calls are let through to find out"),
            Self::NotAllowed => {
                Some("Ask whoever set `effects_up_to`, or make the call with a client that may do more")
            }
            Self::LocalLimit => Some("Give the call more time, or make fewer calls at once"),
            Self::Token => Some("Check the credentials that the client was given"),
            Self::Connect => Some("Check the host, the network and any proxy; nothing was sent"),
            Self::Timeout | Self::Transport => Some("It may go better later"),
            Self::RateLimited => {
                Some("Wait before calling again; something else may be using the same credential")
            }
            Self::Decode => Some("Report it with the log id, if the host is the right one"),
            Self::TooLarge => Some("Ask for less, or raise the client's `max_body`"),
            Self::Pagination => {
                Some("Go on with other parameters, and report it: the list may not be complete")
            }
            Self::Config | Self::Invalid | Self::Api | Self::Duplicate | Self::File => None,
        }
    }
}
