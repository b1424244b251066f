//! Servers of paths and operations. What arrives where is seen by the servers that the document names, outside of this crate.

use wire_client::Client;

use crate::server::arrived;

#[tokio::test]
async fn each_call_goes_where_the_document_says() {
    let hosts = Client::builder().build().unwrap().hosts_group();
    hosts.usual().send().await.unwrap();
    hosts.upload().send().await.unwrap();
    hosts.path().send().await.unwrap();
    hosts.relative().send().await.unwrap();
    hosts.beside().send().await.unwrap();
}

/// A server that stands for the service stands for all its hosts, and paths stay as they are.
#[tokio::test]
async fn a_server_in_place_of_the_service_gets_all_calls() {
    let request = arrived(async |client| client.hosts_group().upload().send().await.unwrap()).await;
    assert_eq!(request.line(), "POST /v9/hosts/operation");
    let request = arrived(async |client| client.hosts_group().path().send().await.unwrap()).await;
    assert_eq!(request.line(), "GET /hosts/path");
    let request = arrived(async |client| client.hosts_group().relative().send().await.unwrap()).await;
    assert_eq!(request.line(), "GET /v3/hosts/relative");
}
