//! Names that the document does not know: in queries, in bodies of JSON, and in forms.

use wire_client::open::Near;
use wire_client::{ErrorKind, Map, Value};

use crate::server::{arrived, nowhere};

fn texts<const N: usize>(all: [(&str, &str); N]) -> Map<String, String> {
    all.map(|(name, value)| (name.to_owned(), value.to_owned())).into()
}

#[tokio::test]
async fn members_of_an_object_are_parameters_of_the_query() {
    let request = arrived(async |client| {
        let call = client.open().find().depth(2).near(Near::new().place("x y").km(3));
        let call = call.labels(texts([("color", "red&"), ("a b", "1")])).filter(texts([("size", "2")]));
        call.send().await.unwrap();
    })
    .await;
    let query = "depth=2&km=3&place=x%20y&a%20b=1&color=red%26&filter%5Bsize%5D=2";
    assert_eq!(request.line(), format!("GET /v1/open?{query}"));
    let nothing = arrived(async |client| {
        client.open().find().near(Near::new()).labels(texts([])).send().await.unwrap();
    })
    .await;
    assert_eq!(nothing.line(), "GET /v1/open");
    // What has a setter cannot come by another way.
    for taken in ["depth", "km"] {
        let error = nowhere().open().find().labels(texts([(taken, "1")])).send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Invalid);
        assert!(error.to_string().contains(&format!("`{taken}` stands beside `labels`")), "{error}");
    }
}

#[tokio::test]
async fn a_body_takes_members_under_any_names() {
    let free = || Map::from([("width".to_owned(), Value::from(3)), ("of".to_owned(), Value::Null)]);
    let request =
        arrived(async |client| client.open().add("x").free(free()).size(2).send().await.unwrap()).await;
    let body = r#"{"name":"x","of":null,"width":3,"size":2}"#;
    assert_eq!(request.content(), (Some("application/json"), body));
    let request = arrived(async |client| client.open().add("x").free(Map::<String, Value>::new()).send().await.unwrap()).await;
    assert_eq!(request.content(), (Some("application/json"), r#"{"name":"x"}"#));
    for taken in ["name", "size"] {
        let free = Map::from([(taken.to_owned(), Value::from(1))]);
        let error = nowhere().open().add("x").free(free).send().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Invalid, "{error}");
    }
}

#[tokio::test]
async fn a_form_takes_fields_under_any_names() {
    let request = arrived(async |client| {
        let free = Map::from([("a b".to_owned(), 1_i64), ("c".to_owned(), 2)]);
        client.open().count().name("x").free(free).send().await.unwrap();
    })
    .await;
    assert_eq!(request.content(), (Some("application/x-www-form-urlencoded"), "name=x&a+b=1&c=2"));
}
