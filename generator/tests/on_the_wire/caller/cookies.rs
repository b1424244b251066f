//! Cookies: those of a call, and that of a credential beside them.

use wire_client::Client;

use crate::server::{exchange, open};

const DONE: &str = "204 No Content";

#[tokio::test]
async fn the_cookies_of_a_call_stand_in_one_header() {
    let (request, done) = open(DONE, "", async |client| client.cookies().taste(7).send().await).await;
    done.unwrap();
    assert_eq!(request.header("cookie"), Some("level=7"));
    let call = async |client: Client| client.cookies().taste(7).theme("a b;c=\"d\"").send().await;
    let (request, done) = open(DONE, "", call).await;
    done.unwrap();
    let mut cookies: Vec<&str> = request.header("cookie").unwrap().split("; ").collect();
    cookies.sort_unstable();
    assert_eq!(cookies, ["level=7", "theme=a%20b%3Bc=%22d%22"]);
}

#[tokio::test]
async fn the_cookie_of_a_credential_stands_beside_them() {
    let jar = |url| Client::builder().base_url(url).jar("s3cret").build().unwrap();
    let (request, done) = exchange(DONE, "", jar, async |client| client.cookies().taste(7).send().await).await;
    done.unwrap();
    let mut cookies: Vec<&str> = request.header("cookie").unwrap().split("; ").collect();
    cookies.sort_unstable();
    assert_eq!(cookies, ["level=7", "session=s3cret"]);
}
