//! Texts of a form: they travel as they are.

use crate::server::open;

#[tokio::test]
async fn dates_and_ids_travel_as_they_are() {
    let body = r#"["2025-01-31T12:30:00.500+01:00","soon"]"#;
    let (request, read) = open("200 OK", body, async |client| {
        let call = client.dates().between().from("2025-01-31").since("2025-01-31T12:30:00Z");
        call.id("F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6").send().await
    })
    .await;
    let query = "from=2025-01-31&since=2025-01-31T12:30:00Z&id=F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6";
    assert_eq!(request.line().replace("%3A", ":"), format!("GET /v1/dates?{query}"));
    let read: Vec<String> = read.unwrap().iter().map(ToString::to_string).collect();
    assert_eq!(read, ["2025-01-31T12:30:00.500+01:00", "soon"], "what is odd fails nothing");
}
