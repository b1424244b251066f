//! Endpoints with a host of their own, at two servers.

use paceline_runtime::Client;
use paceline_runtime::api::{Api, CredentialRule, Endpoint, Host};
use paceline_runtime::codegen::Call;
use paceline_runtime::limiter::Limiter;
use paceline_test_support::server::{Response, TestServer};

use super::fixture::{THE_API, UNKNOWN};

async fn server() -> TestServer {
    TestServer::start(|_| Response::new(200, "application/json", "", br#"{"code":0}"#)).await
}

/// An API with these hosts, and an endpoint at each: the first at the client's host, the second at one of its own.
fn api_at(main: &str, papers: &str) -> (&'static Api, [&'static Endpoint; 2]) {
    let leak = |text: &str| -> &'static str { Box::leak(text.to_owned().into_boxed_str()) };
    let open = Endpoint { credentials: CredentialRule::None, ..UNKNOWN };
    let (main, papers) = (leak(main), leak(papers));
    let here: &Endpoint = Box::leak(Box::new(Endpoint { id: "here", path: "/here", ..open }));
    let there: &Endpoint =
        Box::leak(Box::new(Endpoint { id: "there", path: "/there", host: Some(papers), ..open }));
    let hosts: &[Host] =
        Box::leak(Box::new([Host { name: "main", url: main }, Host { name: "papers", url: papers }]));
    let endpoints = [here, there];
    let api = Api { hosts, endpoints: Box::leak(Box::new(endpoints)), ..THE_API };
    (Box::leak(Box::new(api)), endpoints)
}

/// The paths that arrive at each of some servers.
fn paths(servers: [&TestServer; 3]) -> [Vec<String>; 3] {
    servers.map(|server| server.requests().iter().map(|request| request.path.clone()).collect())
}

#[tokio::test]
async fn an_endpoint_keeps_its_host_unless_the_client_is_sent_elsewhere() {
    let (main, papers, elsewhere) = (server().await, server().await, server().await);
    let (api, endpoints) = api_at(main.url(), papers.url());
    let client = |url: Option<&str>| {
        let builder = Client::builder(api).limiter(Limiter::new(Default::default()));
        let builder = if let Some(url) = url { builder.base_url(url) } else { builder };
        builder.build().unwrap()
    };
    // The default, and a known host that is named, are alike.
    for client in [client(None), client(Some(main.url()))] {
        for endpoint in endpoints {
            Call::new(&client, endpoint).send::<()>().await.unwrap();
        }
    }
    for endpoint in endpoints {
        Call::new(&client(Some(elsewhere.url())), endpoint).send::<()>().await.unwrap();
    }
    let arrived = paths([&main, &papers, &elsewhere]);
    assert_eq!(arrived, [vec!["/here", "/here"], vec!["/there", "/there"], vec!["/here", "/there"]]);
}
