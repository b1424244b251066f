//! Another API than the one that the sandbox keeps state for.

use crate::caller::acted_out;

const SPEC: &str = r#"
api: {name: Clock, crate: clock-client, version: 0.1.0, doc: Tells the time.}
hosts: {main: {url: "https://clock.example", doc: "The clock."}}
rate_limits: {per: [credential, endpoint], default: standard, sets: {standard: 10/s}}
envelopes: {plain: {}}
"#;
const CLOCK: &str = r#"
resource: clock
doc: The clock.
endpoints:
  now:
    route: GET /now
    summary: Tells the time.
    effect: read
    returns: {map: string}
"#;

#[tokio::test]
async fn an_api_without_credentials_asks_for_no_token() {
    let sandbox = acted_out(&[("api.yaml", SPEC), ("clock.yaml", CLOCK)]).await;
    let response = reqwest::get(format!("{}/now", sandbox.url())).await.unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers().get("x-tt-logid"), None, "a header of another API");
}

const LISTS: &str = r#"
resource: clock
doc: The clock.
endpoints:
  zones:
    route: GET /zones
    summary: Lists zones.
    effect: read
    query:
      repeated?: {type: [i64], one_of: [1, 2], doc: "Again and again."}
      comma?: {type: [string], one_of: ["a,b", "c"], style: comma, doc: "With commas."}
      space?: {type: [i64], one_of: [1, 2], style: space, doc: "With spaces."}
      pipe?: {type: [i64], one_of: [1, 2], style: pipe, doc: "With bars."}
      deep?: {type: Zone, style: deep_object, doc: "By members."}
    returns: {map: string}
  add:
    route: POST /zones
    summary: Adds a zone.
    effect: write
    body_kind: multipart
    body:
      names: {type: [string], one_of: ["x,y", "z"], doc: "Its names."}
    returns: {map: string}
  remove:
    route: DELETE /zones
    summary: Removes all zones.
    effect: write
    returns: {204: nothing}
  change:
    route: PATCH /zones
    summary: Changes a zone.
    effect: write
    body:
      lag?: {type: {nullable: i64}, max: 60, doc: "In minutes."}
      names?: {type: [{nullable: string}], doc: "Its names."}
      size?: {type: i64, doc: "Its size."}
    returns: {map: string}
  measure:
    route: PUT /zones
    summary: Measures a zone.
    effect: write
    query:
      by?: {type: Measures, style: deep_object, doc: "What to measure."}
    body:
      sizes: {type: Measures, doc: "Its sizes."}
      last?: {type: Event, doc: "What happened last."}
    returns: [Measures]
types:
  Measures:
    doc: Sizes of a zone.
    fields:
      unit: {type: string, doc: "Their unit."}
    free: i64
  Event:
    doc: Something that happened.
    union: {by: kind, of: {MEASURED: Measures}}
  Zone:
    doc: A zone.
    fields:
      hours?: {type: i64, max: 12, doc: "East of the meridian."}
      names?: {type: [string], one_of: ["x y"], doc: "Its names."}
"#;

#[tokio::test]
async fn lists_and_objects_in_the_query_are_read_in_their_style() {
    let spec = SPEC.replace("10/s", "1000/s");
    let sandbox = acted_out(&[("api.yaml", &spec), ("clock.yaml", LISTS)]).await;
    let cases = [
        ("repeated=1&repeated=2", 200),
        ("repeated=1,2", 400),
        ("repeated=%5B1%2C2%5D", 400),
        ("comma=a%2Cb,c", 200),
        ("comma=a,b", 400),
        ("comma=c&comma=c", 200),
        ("space=1%202", 200),
        ("space=1+2", 200),
        ("space=1,2", 400),
        ("pipe=1%7C2", 200),
        ("pipe=1|2", 200),
        ("pipe=1%7C3", 400),
        ("deep[hours]=12&deep%5Bnames%5D=x%20y", 200),
        ("deep[hours]=13", 400),
        ("deep[names]=y", 400),
        ("deep[unknown][further]=1", 200),
        ("deep[hours", 200),
    ];
    for (query, status) in cases {
        let response = reqwest::get(format!("{}/zones?{query}", sandbox.url())).await.unwrap();
        assert_eq!(response.status(), status, "{query}");
    }
}

#[tokio::test]
async fn a_list_in_a_form_is_one_part_for_each_item() {
    let sandbox = acted_out(&[("api.yaml", SPEC), ("clock.yaml", LISTS)]).await;
    for (names, status) in [(&["x,y", "z"][..], 200), (&[r#"["x,y","z"]"#], 400)] {
        let parts = names
            .iter()
            .map(|name| format!("--b\r\nContent-Disposition: form-data; name=\"names\"\r\n\r\n{name}\r\n"));
        let body = parts.collect::<String>() + "--b--\r\n";
        let request = reqwest::Client::new().post(format!("{}/zones", sandbox.url())).body(body);
        let response =
            request.header("Content-Type", "multipart/form-data; boundary=b").send().await.unwrap();
        assert_eq!(response.status(), status, "{names:?}");
    }
}

#[tokio::test]
async fn a_status_without_a_body_is_the_one_that_the_spec_names() {
    let sandbox = acted_out(&[("api.yaml", SPEC), ("clock.yaml", LISTS)]).await;
    let response = reqwest::Client::new().delete(format!("{}/zones", sandbox.url())).send().await.unwrap();
    assert_eq!((response.status().as_u16(), response.headers().get("content-type")), (204, None));
    assert_eq!(response.bytes().await.unwrap().len(), 0);
}

#[tokio::test]
async fn free_members_have_their_type_and_are_made_up_too() {
    let sandbox = acted_out(&[("api.yaml", SPEC), ("clock.yaml", LISTS)]).await;
    let put = async |query: &str, body: &str| {
        let url = format!("{}/zones{query}", sandbox.url());
        let request = reqwest::Client::new().put(url).header("Content-Type", "application/json");
        let response = request.body(body.to_owned()).send().await.unwrap();
        (response.status().as_u16(), response.text().await.unwrap())
    };
    let good = r#"{"sizes": {"unit": "km", "width": 5, "": -1}}"#;
    for (query, body) in [
        ("", r#"{"sizes": {"unit": "km", "width": "wide"}}"#),
        ("", r#"{"sizes": {"width": 5}}"#),
        ("?by[unit]=m&by[height]=high", good),
        ("", r#"{"sizes": {"unit": "m"}, "last": {"kind": "MEASURED", "unit": "m", "depth": []}}"#),
    ] {
        assert_eq!(put(query, body).await.0, 400, "{query} {body}");
    }
    // The tag of a union is no free member, whatever these are.
    let (status, text) = put("?by[unit]=m&by[height]=5", good).await;
    assert_eq!(status, 200, "{text}");
    let tagged = r#"{"sizes": {"unit": "m"}, "last": {"kind": "MEASURED", "unit": "m", "depth": 5}}"#;
    assert_eq!(put("", tagged).await.0, 200);
    let zones: Vec<serde_json::Map<String, serde_json::Value>> = serde_json::from_str(&text).unwrap();
    for zone in &zones {
        assert!(zone.len() == 2 && zone["unit"].is_string() && zone["free"].is_i64(), "{text}");
    }
    assert!(!zones.is_empty());
}

#[tokio::test]
async fn null_is_a_value_where_its_type_says_so() {
    let sandbox = acted_out(&[("api.yaml", SPEC), ("clock.yaml", LISTS)]).await;
    let cases = [
        (r#"{"lag": null}"#, 200),
        (r#"{"lag": 60}"#, 200),
        (r#"{"lag": 61}"#, 400),
        (r#"{"lag": "x"}"#, 400),
        (r#"{"names": ["a", null]}"#, 200),
        (r#"{"names": [1]}"#, 400),
        (r#"{"names": null}"#, 200),
    ];
    for (body, status) in cases {
        let request = reqwest::Client::new().patch(format!("{}/zones", sandbox.url())).body(body);
        let response = request.header("Content-Type", "application/json").send().await.unwrap();
        assert_eq!(response.status(), status, "{body}");
    }
}

/// Each of the two is to check the other, so neither may lean on the other's code.
#[test]
fn the_sandbox_shares_no_code_with_the_client() {
    let lock = concat!(env!("CARGO_MANIFEST_DIR"), "/../../Cargo.lock");
    let lock = std::fs::read_to_string(lock).unwrap();
    let quoted = |line: &str| line.split('"').nth(1).map(|name| name.split(' ').next().unwrap().to_owned());
    let packages: Vec<(String, Vec<String>)> = lock
        .split("[[package]]")
        .skip(1)
        .map(|package| {
            let name = package.lines().find(|line| line.starts_with("name = ")).and_then(quoted).unwrap();
            let needs = package.split_once("dependencies = [").map_or("", |(_, needs)| needs);
            (name, needs.lines().filter_map(quoted).collect())
        })
        .collect();
    let mut reached = vec!["paceline-sandbox".to_owned()];
    let mut next = 0;
    while let Some(name) = reached.get(next).cloned() {
        let needs = packages.iter().filter(|(known, _)| *known == name).flat_map(|(_, needs)| needs);
        let new: Vec<_> = needs.filter(|need| !reached.contains(need)).cloned().collect();
        reached.extend(new);
        next += 1;
    }
    assert!(reached.iter().any(|name| name == "paceline-generator"), "the spec is shared: {reached:?}");
    for client in ["paceline-runtime", "feishu-project"] {
        assert!(!reached.iter().any(|name| name == client), "the sandbox needs `{client}`");
    }
}

const SECRETS: &str = r#"
auth:
  credentials:
    pair:
      doc: Two secrets and a key.
      inputs: {id: {type: string, doc: "Who."}, secret: {type: secret, doc: "Proof."}}
      headers: {X-Id: "{id}", X-Secret: "v1 {secret}"}
      query: {api key: "{secret}"}
    login:
      doc: A user.
      inputs: {user: {type: string, doc: "Who."}, password: {type: secret, doc: "Proof."}}
      headers: {Authorization: "Basic {basic:user:password}"}
"#;

#[tokio::test]
async fn all_that_a_credential_sends_must_be_there() {
    let spec = format!("{SPEC}{SECRETS}");
    let sandbox = acted_out(&[("api.yaml", &spec), ("clock.yaml", CLOCK)]).await;
    let status = async |query: &str, headers: &[(&str, &str)]| {
        let mut request = reqwest::Client::new().get(format!("{}/now{query}", sandbox.url()));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.send().await.unwrap().status().as_u16()
    };
    let (id, secret) = (("X-Id", "sandbox-pair-id"), ("X-Secret", "v1 sandbox-pair-secret"));
    let query = "?api%20key=sandbox-pair-secret";
    assert_eq!(status(query, &[id, secret]).await, 200);
    for (query, headers) in [
        ("", vec![id, secret]),
        (query, vec![id]),
        (query, vec![id, ("X-Secret", "sandbox-pair-secret")]),
        ("?api%20key=other", vec![id, secret]),
        ("", vec![]),
    ] {
        assert_eq!(status(query, &headers).await, 401, "{query} {headers:?}");
    }
    // `printf sandbox-login-user:sandbox-login-password | base64`
    let login = "Basic c2FuZGJveC1sb2dpbi11c2VyOnNhbmRib3gtbG9naW4tcGFzc3dvcmQ=";
    assert_eq!(status("", &[("Authorization", login)]).await, 200);
    assert_eq!(status("", &[("Authorization", "Basic c2FuZGJveDo=")]).await, 401);
}

const COOKIES: &str = r#"
resource: clock
doc: The clock.
endpoints:
  now:
    route: GET /now
    summary: Tells the time.
    effect: read
    cookie:
      level: {type: i64, max: 9, doc: "How exact."}
      theme?: {type: string, one_of: ["a b;c"], doc: "How it looks."}
    returns: {map: string}
"#;

#[tokio::test]
async fn cookies_are_read_and_checked() {
    let sandbox = acted_out(&[("api.yaml", SPEC), ("clock.yaml", COOKIES)]).await;
    let status = async |cookies: &str| {
        let request = reqwest::Client::new().get(format!("{}/now", sandbox.url())).header("Cookie", cookies);
        request.send().await.unwrap().status()
    };
    for (cookies, wanted) in [
        ("level=7", 200),
        ("other=1; level=7; theme=a%20b%3Bc", 200),
        ("theme=a%20b%3Bc", 400),
        ("level=10", 400),
        ("level=x", 400),
        ("level=7; theme=d", 400),
    ] {
        assert_eq!(status(cookies).await, wanted, "{cookies}");
    }
}
