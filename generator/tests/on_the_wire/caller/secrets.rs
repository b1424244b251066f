//! Secrets that an operation takes at once.

use wire_client::Client;

use crate::server::exchange;

const DONE: &str = "204 No Content";

#[tokio::test]
async fn all_secrets_that_an_operation_takes_at_once_arrive() {
    let pair = |url| Client::builder().base_url(url).key_id_and_key_secret("me", "s3cret").build().unwrap();
    let (request, done) =
        exchange(DONE, "", pair, async |client| client.secrets().headers().send().await).await;
    done.unwrap();
    assert_eq!((request.header("x-key-id"), request.header("x-key-secret")), (Some("me"), Some("s3cret")));
    assert_eq!(request.line(), "GET /v1/secrets/headers");

    let in_query = |url| Client::builder().base_url(url).key_id_and_in_query("me", "a&b c").build().unwrap();
    let (request, done) =
        exchange(DONE, "", in_query, async |client| client.secrets().query().send().await).await;
    done.unwrap();
    assert_eq!(request.header("x-key-id"), Some("me"));
    assert_eq!(request.line(), "GET /v1/secrets/query?key=a%26b%20c");

    let user = |url| {
        Client::builder()
            .base_url(url)
            .key_secret_and_user("s3cret", "Aladdin", "open sesame")
            .build()
            .unwrap()
    };
    let (request, done) = exchange(DONE, "", user, async |client| client.secrets().user().send().await).await;
    done.unwrap();
    assert_eq!(request.header("x-key-secret"), Some("s3cret"));
    // The example of RFC 7617, section 2.
    assert_eq!(request.header("authorization"), Some("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="));
}

/// What the client has for other operations is not for this one.
#[tokio::test]
async fn secrets_of_other_operations_stay_at_home() {
    let other = |url| {
        Client::builder().base_url(url).key_secret_and_user("s3cret", "Aladdin", "sesame").build().unwrap()
    };
    let (request, _) = exchange(DONE, "", other, async |client| client.secrets().query().send().await).await;
    let sent = ["x-key-id", "x-key-secret", "authorization"].map(|name| request.header(name));
    assert_eq!((request.line(), sent), ("GET /v1/secrets/query", [None; 3]));
    let (request, _) = exchange(DONE, "", other, async |client| client.jobs().clear().send().await).await;
    assert_eq!([request.header("x-key-secret"), request.header("authorization")], [None; 2]);
}
