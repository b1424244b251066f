//! No secret is ever shown: not in logs, errors, `Debug` output or panics.

use std::error::Error as _;
use std::fmt::{Debug, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use feishu_project::{Client, Error, File, Grant, RotatedToken};
use serde_json::json;

use crate::call::observability::Log;
use crate::support::server::{
    PLUGIN_ID, Request, Response, SECRET, Server, USER_KEY, data, refused_with, response, status, token,
};

const TOKEN: &str = "p-token-that-nobody-may-see";
const USER_TOKEN: &str = "u-token-that-nobody-may-see";
const REFRESH: &str = "r-token-that-nobody-may-see";
const NEXT_REFRESH: &str = "r-next-token-that-nobody-may-see";
const CODE: &str = "c-code-that-nobody-may-see";

/// Everything that was shown, to be searched.
#[derive(Default)]
struct Shown(String);

impl Shown {
    fn debug(&mut self, value: &dyn Debug) {
        write!(self.0, "{value:?} {value:#?}").unwrap();
    }

    /// An error as people print it, and as a panic prints it.
    async fn error(&mut self, error: Error) {
        write!(self.0, "{error} {error:#} {error:?} {error:#?} {:?}", error.detail()).unwrap();
        let mut source = error.source();
        while let Some(error) = source {
            write!(self.0, "{error} {error:?}").unwrap();
            source = error.source();
        }
        let panic = tokio::spawn(async move { panic!("{error:?}") }).await.unwrap_err();
        let panic = panic.into_panic();
        let text = panic.downcast_ref::<String>().expect("a panic with a text");
        assert!(text.contains("Error"), "{text}");
        self.0.push_str(text);
    }
}

/// Repeats every secret that it was told, in every way in which a server can say something.
fn gossip(request: &Request, number: usize) -> Response {
    let all = format!("{} {}", request.header("X-PLUGIN-TOKEN").unwrap_or_default(), request.text());
    let said = json!({"err_code": 20006, "err_msg": all, "err": {"msg": all, "deep": [{"x": all}]}});
    match number % 12 {
        0 => status(400, &said),
        1 => status(401, &json!({"err_code": 10022, "err_msg": all})),
        2 => response(502, "text/html", "", format!("<html>{all}</html>").as_bytes()),
        3 => response(200, "text/html", "", all.as_bytes()),
        4 => refused_with(429, 10430),
        5 => data(json!([{"type_key": {"x": all}}])),
        6 => Response::Close,
        7 => response(307, "text/plain", &format!("Location: http://127.0.0.1:1/{TOKEN}\r\n"), b""),
        8 => Response::SendAndClose(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{".to_vec()),
        9 => response(200, "application/json", "", b"{\"data\": nonsense"),
        10 => status(500, &said),
        _ => data(json!([])),
    }
}

/// A server that refuses every other request for a token, the first one included, and repeats what it was sent. All other
/// calls get [`gossip`].
async fn server() -> Server {
    let token_requests = AtomicUsize::new(0);
    Server::tokenless(move |request, number| {
        let is_refused = request.path.contains("/authen/")
            && token_requests.fetch_add(1, Ordering::SeqCst).is_multiple_of(2);
        if is_refused {
            return status(
                403,
                &json!({"error": {"code": 10204, "msg": request.text(), "x": [request.text()]}}),
            );
        }
        if request.path.ends_with("/plugin_token") {
            return token(TOKEN);
        }
        if request.path.contains("/authen/") {
            let data = json!({"token": USER_TOKEN, "expire_time": 7200, "refresh_token": NEXT_REFRESH});
            return status(200, &json!({"data": data, "error": {"code": 0}}));
        }
        gossip(request, number)
    })
    .await
}

async fn call_all(client: &Client, shown: &mut Shown) {
    for _ in 0..24 {
        let calls = client.work_item_types().list("demo");
        shown.debug(&calls);
        if let Err(error) = calls.send_with_meta().await.map(|response| shown.debug(&response)) {
            shown.error(error).await;
        }
        let create = client.work_items().create("demo", "story", "x").idempotency_key("k");
        if let Err(error) = create.send().await {
            shown.error(error).await;
        }
        let upload = client.attachments().upload("demo", File::new("a", "b"));
        shown.debug(&upload);
        if let Err(error) = upload.send().await {
            shown.error(error).await;
        }
    }
}

#[tokio::test]
async fn no_log_error_debug_output_or_panic_shows_a_secret() {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let (log, guard) = Log::capture();
    let mut shown = Shown::default();
    let server = server().await;
    let builder = server.builder().timeout(Duration::from_secs(5));
    shown.debug(&builder);
    let plugin = builder.build().unwrap();
    shown.debug(&(&plugin, plugin.tokens(), plugin.limiter(), plugin.work_items()));
    call_all(&plugin, &mut shown).await;

    for _ in 0..2 {
        let exchange = plugin.auth().user_plugin_token(CODE);
        shown.debug(&exchange);
        match exchange.send_with_meta().await {
            Ok(response) => shown.debug(&response),
            Err(error) => shown.error(error).await,
        }
    }
    let fails = |rotated: RotatedToken| {
        let text = format!("{rotated:?}");
        async move { Err::<(), _>(std::io::Error::other(text)) }
    };
    let grant = Grant::new(REFRESH).store(fails);
    shown.debug(&grant);
    let user = plugin.with_user(grant).unwrap();
    for _ in 0..3 {
        shown.error(user.work_item_types().list("demo").send().await.unwrap_err()).await;
    }
    let user = plugin.with_user(Grant::new("r-other-refresh-token")).unwrap();
    shown.debug(&user);
    call_all(&user, &mut shown).await;
    call_all(&server.builder().user_token(USER_TOKEN).build().unwrap(), &mut shown).await;

    // What is refused here holds secrets, too.
    let bad = server.builder().user_token("u-bad-token\r\n").build().unwrap();
    let refused = bad.work_item_types().list("demo").send().await;
    shown.0.push_str(&format!("{refused:?}"));
    drop(guard);
    std::panic::set_hook(hook);

    let logged = log.text();
    assert!(logged.contains("call{endpoint=\"work_item.create\"") && logged.lines().count() > 1000);
    assert!(shown.0.contains("[secret]"));
    let secrets =
        [TOKEN, USER_TOKEN, REFRESH, NEXT_REFRESH, SECRET, CODE, "r-other-refresh-token", "u-bad-token"];
    for secret in secrets.into_iter().chain([USER_KEY]) {
        for (output, text) in [("logs", &logged), ("errors and debug output", &shown.0)] {
            let found = text.find(secret).map(|at| &text[at.saturating_sub(200)..at + secret.len()]);
            assert_eq!(found, None, "{output} show a secret");
        }
    }
    assert!(!logged.contains(PLUGIN_ID));
}

/// The token of the server comes back in every place that text can come from.
#[tokio::test]
async fn a_token_that_the_server_repeats_is_hidden_wherever_it_stands() {
    let html = format!("<html>{}p-token-1</html>", "x".repeat(104));
    let cases = [
        response(500, "application/json", "X-Tt-Logid: p-token-1\r\n", br#"{"err_code":50006}"#),
        response(
            400,
            "application/json",
            "",
            br#"{"err_code":1,"err_msg":"m","err":{"p-token-1":["p-token-1"]}}"#,
        ),
        // Cut within the token.
        response(502, "text/html", "", html.as_bytes()),
    ];
    for response in cases {
        let (log, guard) = Log::capture();
        let server = Server::start(move |_, _| response.clone()).await;
        let error = server.client().work_item_types().list("demo").send().await.unwrap_err();
        drop(guard);
        let shown =
            format!("{error} {error:#} {error:?} {:?} {:?} {}", error.detail(), error.log_id(), log.text());
        let own = shown.lines().filter(|line| line.contains("paceline")).collect::<Vec<_>>().join(" ");
        assert!(!own.contains("p-token") && !error.to_string().contains("p-tok"), "{error}");
        assert!(!format!("{:?} {:?}", error.detail(), error.log_id()).contains("p-token"), "{error}");
    }
}

#[test]
fn a_secret_is_not_serialised() {
    let text = json!({"token": "u-token", "refresh_token": "r-token"}).to_string();
    let token: feishu_project::auth::UserToken = serde_json::from_str(&text).unwrap();
    assert!(serde_json::to_string(&token).is_err());
    assert!(serde_json::to_value(vec![token]).is_err());
}
