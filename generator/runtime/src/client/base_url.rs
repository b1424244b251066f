//! The base URL: where tokens may be sent to.

use crate::error::{Error, ErrorKind, Result};

/// Whether a URL leads to this machine.
pub(super) fn is_loopback(url: &url::Url) -> bool {
    match url.host() {
        Some(url::Host::Domain(name)) => name == "localhost",
        Some(url::Host::Ipv4(address)) => address.is_loopback(),
        Some(url::Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// The URL, if tokens may be sent to it.
pub(super) fn check_base_url(text: &str, allow_plain_http: bool) -> Result<url::Url> {
    // The URL itself may hold a password, so errors do not repeat it.
    let bad = |why: &str| Error::new(ErrorKind::Config, format!("the base URL is not usable: {why}"));
    let url = url::Url::parse(text).map_err(|error| bad(&error.to_string()))?;
    if url.host().is_none() {
        return Err(bad("it has no host"));
    }
    match url.scheme() {
        "https" => {}
        "http" if is_loopback(&url) || allow_plain_http => {}
        "http" => return Err(bad("plain http would show the token to everyone on the way; use https")),
        other => return Err(bad(&format!("`{other}` is not http or https"))),
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(bad("it holds a user name or password"));
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(bad("it has a query or fragment"));
    }
    Ok(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_base_url_must_be_safe_to_send_tokens_to() {
        for (good, plain) in
            [("https://example.com/", false), ("http://127.0.0.1:8080", false), ("http://example.com", true)]
        {
            assert!(check_base_url(good, plain).is_ok(), "{good}");
        }
        for bad in [
            "",
            "example.com",
            "http://example.com",
            "ftp://example.com",
            "https://u:p@example.com",
            "https://x/?a=1",
        ] {
            let error = check_base_url(bad, false).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Config, "{bad}");
            assert!(!error.to_string().contains("u:p"), "{error}");
        }
    }
}
