//! The call as the client makes it, on a description of the API that differs in one thing: the limit is high enough for
//! nobody to wait. The limiter does all of its work all the same.

use std::time::Duration;

use feishu_project::{ProjectKey, UserKey, WorkItem, WorkItemId, WorkItemTypeKey, endpoints::ENDPOINTS};
use paceline_runtime::api::{
    Api, CredentialKind, Effect, Endpoint, Exchange, Header, Refusal, SendValue, TemplatePart, TokenSource,
};
use paceline_runtime::limiter::{EndpointLimits, Limit};
use paceline_runtime::{Call, Client, Secret};

const FREE: &[Limit] = &[Limit::per_second(1_000_000)];

pub(crate) struct Ours {
    client: Client,
    query: &'static Endpoint,
}

impl Ours {
    pub(crate) fn new(url: &str) -> Self {
        let query = endpoint("work_item.query");
        let query = Endpoint { limits: EndpointLimits::new(query.limits.index, FREE), ..*query };
        let inputs = ["MII_PLUGIN_OF_BENCHES", "secret-of-the-plugin"].map(Secret::from);
        let client = Client::builder(Box::leak(Box::new(api())))
            .credential("plugin", inputs.to_vec())
            .variable("user_key", &UserKey::from(super::USER_KEY))
            .base_url(url)
            .build()
            .expect("the client is set up right");
        Self { client, query: Box::leak(Box::new(query)) }
    }

    /// One call, made as the emitted method makes it; the id of the work item that it gives.
    pub(crate) fn call(&self) -> impl Future<Output = i64> + Send + 'static {
        let items: Vec<WorkItemId> = vec![super::ITEM.into()];
        let call = Call::new(&self.client, self.query)
            .path("project_key", &ProjectKey::from(super::SPACE))
            .path("work_item_type_key", &WorkItemTypeKey::from("story"))
            .body("work_item_ids", &items);
        async move { call.send::<Vec<WorkItem>>().await.expect("a response")[0].id.get() }
    }
}

fn endpoint(id: &str) -> &'static Endpoint {
    ENDPOINTS.iter().find(|endpoint| endpoint.id == id).expect("an endpoint of the API")
}

/// What the runtime is told about the API, as far as these calls come across it.
fn api() -> Api {
    const PLUGIN: &[&str] = &["plugin"];
    const fn header(name: &'static str, value: &'static [TemplatePart], effect: Option<Effect>) -> Header {
        Header { name, value, credentials: None, effect, required: false }
    }
    const HEADERS: &[Header] = &[
        header("Content-Type", &[TemplatePart::Text("application/json")], None),
        header("X-PLUGIN-TOKEN", &[TemplatePart::Token], None),
        Header {
            credentials: Some(PLUGIN),
            ..header("X-USER-KEY", &[TemplatePart::Variable("user_key")], None)
        },
        header("X-IDEM-UUID", &[TemplatePart::IdempotencyKey], Some(Effect::Write)),
        header("x-auth-mode", &[TemplatePart::Variable("auth_mode")], None),
    ];
    let plugin = CredentialKind {
        headers: &[],
        query: &[],
        name: "plugin",
        token: TokenSource::Exchange(Exchange {
            with: None,
            endpoint: endpoint("auth.plugin_token"),
            send: &[
                ("plugin_id", SendValue::Text(&[TemplatePart::Input(0)])),
                ("plugin_secret", SendValue::Text(&[TemplatePart::Input(1)])),
            ],
            token: &["token"],
            expires_in: Some(&["expire_time"]),
            rotates: &[],
        }),
    };
    Api {
        name: "Feishu Project",
        user_agent: super::USER_AGENT,
        hosts: &[],
        headers: HEADERS,
        credentials: Vec::leak(vec![plugin]),
        renew_on: &[10021, 10022, 10211],
        never_renew_on: &[10301, 10302, 10001, 10404, 20039, 20042],
        renew_before_expiry: Duration::from_secs(180),
        throttled: Some(Refusal { status: 429, code: Some(10429) }),
        duplicate: Some(Refusal { status: 429, code: Some(10430) }),
        limit_headers: &[],
        log_id_headers: &["X-Tt-Logid", "X-Request-Id"],
        fallback_envelopes: &[],
        errors: &[],
        endpoints: ENDPOINTS,
        unknown: *endpoint("work_item.query"),
    }
}
