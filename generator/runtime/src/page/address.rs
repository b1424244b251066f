//! The address of the next page, as a response gives it.
//!
//! The token goes with every request, so an address is followed only on the host that gave it, and only below the path that
//! the client was set up with. Path and query are then taken as they are: services write ids in place of names into the paths of
//! such addresses, cut off what they do not need, and put all that belongs to the page into the query, so a query at the
//! path of the call would be a guess. What else makes the request stays that of the endpoint: its limits, headers and
//! credentials.

use percent_encoding::percent_decode_str;
use url::Url;

use crate::call::Call;
use crate::error::Result;
use crate::send::{is_below, request_url};

/// Path and query of the page that a call asks for.
pub(super) fn address_of(call: &Call) -> Result<Box<str>> {
    Ok(followed(call, &request_url(call)?))
}

/// Path and query of an address in the response to a call. `Err` says why it is not followed; what an address holds beside its
/// host may be secret, and is not repeated.
pub(super) fn next_address(call: &Call, text: &str) -> Result<std::result::Result<Box<str>, String>> {
    let asked = request_url(call)?;
    let Ok(next) = asked.join(text.trim()) else {
        return Ok(Err("what the server gives is no address".to_owned()));
    };
    if next.origin() != asked.origin() {
        let (theirs, own) = (shown(&next), shown(&asked));
        return Ok(Err(format!(
            "the server says that it is at {theirs}, and only {own} is asked, since the token must not go elsewhere"
        )));
    }
    if !is_below(call.client.url_of(&call.endpoint), &next) {
        return Ok(Err("the server says that it is at a path outside of this API".to_owned()));
    }
    Ok(Ok(followed(call, &next)))
}

/// Scheme, host and port.
fn shown(url: &Url) -> String {
    match url.host_str() {
        Some(_) => format!("`{}`", url.origin().ascii_serialization()),
        None => format!("an address of `{}:`", url.scheme()),
    }
}

/// Path and query of an address without what the credential sends in the query: servers repeat the query that they were asked
/// with, and a secret would be sent twice, and stored with the place where a walk goes on.
fn followed(call: &Call, url: &Url) -> Box<str> {
    let secrets = || call.credential().into_iter().flat_map(|credential| credential.kind.query);
    let is_secret = |pair: &&str| {
        let name = pair.split('=').next().unwrap_or_default().replace('+', " ");
        let name = percent_decode_str(&name).decode_utf8_lossy();
        secrets().any(|(secret, _)| *secret == name)
    };
    let query: Vec<&str> = url.query().into_iter().flat_map(|query| query.split('&')).collect();
    let query: Vec<&str> = query.into_iter().filter(|pair| !is_secret(pair)).collect();
    let path = url.path();
    if query.is_empty() { path.into() } else { format!("{path}?{}", query.join("&")).into() }
}
