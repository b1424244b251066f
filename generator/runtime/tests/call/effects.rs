//! A client that may not do all that the API offers.

use std::sync::{Arc, Mutex};

use paceline_runtime::api::{
    Api, BodyKind, CredentialRule, Effect, Endpoint, Header, HeaderUse, Method, TemplatePart,
};
use paceline_runtime::codegen::Call;
use paceline_runtime::{Attempt, Client, ClientBuilder, Error, ErrorKind, Observer, RetryPolicy, Value};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use super::fixture::{THE_API, UNKNOWN};

const OPEN: Endpoint = Endpoint {
    credentials: CredentialRule::None,
    headers: &[("Authorization", HeaderUse::Never)],
    ..UNKNOWN
};
static READ: Endpoint = Endpoint { id: "item.read", path: "/items", ..OPEN };
static WRITE: Endpoint = Endpoint {
    id: "item.create",
    path: "/items",
    method: Method::Post,
    effect: Effect::Write,
    body: BodyKind::Json,
    ..OPEN
};
static DESTROY: Endpoint =
    Endpoint { id: "item.delete", path: "/items/1", method: Method::Delete, effect: Effect::Destroy, ..OPEN };

static API: Api = Api {
    headers: &[
        Header {
            name: "X-Once",
            value: &[TemplatePart::IdempotencyKey],
            credentials: None,
            effect: Some(Effect::Write),
            required: false,
        },
        Header {
            name: "X-Sure",
            value: &[TemplatePart::Text("yes")],
            credentials: None,
            effect: Some(Effect::Destroy),
            required: false,
        },
    ],
    endpoints: &[&READ, &WRITE, &DESTROY],
    ..THE_API
};

/// A plain socket that answers every request with success, and the heads of the requests that reached it.
async fn serve() -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let heads = Arc::new(Mutex::new(Vec::new()));
    let seen = heads.clone();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut head = Vec::new();
            while !head.windows(4).any(|end| end == b"\r\n\r\n") {
                if stream.read_buf(&mut head).await.unwrap() == 0 {
                    break;
                }
            }
            seen.lock().unwrap().push(String::from_utf8(head).unwrap().to_lowercase());
            let body = r#"{"code":0,"data":[]}"#;
            let head =
                format!("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {}\r\n\r\n", body.len());
            stream.write_all(format!("{head}{body}").as_bytes()).await.unwrap();
        }
    });
    (url, heads)
}

fn builder(url: &str) -> ClientBuilder {
    Client::builder(&API).base_url(url).retry(RetryPolicy::never())
}

async fn call(client: &Client, endpoint: &'static Endpoint) -> Result<Value, Error> {
    Call::new(client, endpoint).send().await
}

#[tokio::test]
async fn what_does_more_than_the_client_may_is_refused_before_anything_is_sent() {
    let (url, heads) = serve().await;
    let all = builder(&url).build().unwrap();
    let writes = builder(&url).effects_up_to(Effect::Write).build().unwrap();
    let reads = all.effects_up_to(Effect::Read);
    for (client, endpoint, message) in [
        (
            &writes,
            &DESTROY,
            "removes what cannot be had back, and this client may read and write, but not destroy",
        ),
        (&reads, &DESTROY, "removes what cannot be had back, and this client may only read"),
        (&reads, &WRITE, "writes, and this client may only read"),
    ] {
        let error = call(client, endpoint).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::NotAllowed);
        assert!(error.to_string().contains(message), "{error}");
        assert_eq!(error.endpoint(), Some(endpoint.id));
        assert!(!error.may_have_been_applied());
    }
    assert!(heads.lock().unwrap().is_empty(), "nothing was sent");
    for (client, endpoint) in
        [(&reads, &READ), (&writes, &READ), (&writes, &WRITE), (&all, &WRITE), (&all, &DESTROY)]
    {
        call(client, endpoint).await.unwrap();
    }
    assert_eq!(heads.lock().unwrap().len(), 5);
}

#[tokio::test]
async fn a_client_that_comes_from_another_may_never_do_more() {
    let (url, heads) = serve().await;
    let reads = builder(&url).effects_up_to(Effect::Read).build().unwrap();
    let more = reads.effects_up_to(Effect::Destroy).with_variable("user", &"u");
    assert_eq!(call(&more, &WRITE).await.unwrap_err().kind(), ErrorKind::NotAllowed);
    // Of a path that no endpoint has the method tells.
    let raw = more.raw(Method::Post, "/search");
    assert_eq!(raw.clone().send::<Value>().await.unwrap_err().kind(), ErrorKind::NotAllowed);
    raw.read_only().send::<Value>().await.unwrap();
    let writes = builder(&url).effects_up_to(Effect::Write).build().unwrap();
    writes.raw(Method::Put, "/other").send::<Value>().await.unwrap();
    let error = writes.raw(Method::Delete, "/other").send::<Value>().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotAllowed);
    assert_eq!(heads.lock().unwrap().len(), 2);
}

#[tokio::test]
async fn what_destroys_has_the_headers_of_writes_and_its_own() {
    let (url, heads) = serve().await;
    let client = builder(&url).build().unwrap();
    for endpoint in [&READ, &WRITE, &DESTROY] {
        call(&client, endpoint).await.unwrap();
    }
    let heads = heads.lock().unwrap();
    let has = |name: &str| heads.iter().map(|head| head.contains(name)).collect::<Vec<_>>();
    assert_eq!(has("\r\nx-once: "), [false, true, true]);
    assert_eq!(has("\r\nx-sure: yes"), [false, false, true]);
}

#[tokio::test]
async fn observers_hear_of_the_effect() {
    struct Effects(Arc<Mutex<Vec<Effect>>>);
    impl Observer for Effects {
        fn attempt_started(&self, attempt: &Attempt<'_>) {
            self.0.lock().unwrap().push(attempt.effect);
        }
    }
    let (url, _) = serve().await;
    let heard = Arc::new(Mutex::new(Vec::new()));
    let client = builder(&url).observer(Effects(heard.clone())).build().unwrap();
    for endpoint in [&DESTROY, &READ, &WRITE] {
        call(&client, endpoint).await.unwrap();
    }
    assert_eq!(*heard.lock().unwrap(), [Effect::Destroy, Effect::Read, Effect::Write]);
}
