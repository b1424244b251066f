//! A sandbox with something in it, for one endpoint's test, and the names of what is there.

use std::collections::HashMap;
use std::fmt::Debug;
use std::sync::{Arc, OnceLock};

use feishu_project::{Client, Result};
use sandbox::Sandbox;

/// The first sandbox: it has read the spec, and the others take it from there.
static FIRST: OnceLock<Sandbox> = OnceLock::new();

/// What a test finds: a sandbox of its own, so that no test meets the traces or the limits of another.
pub(crate) struct World {
    endpoint: &'static str,
    client: Client,
    texts: HashMap<&'static str, String>,
    numbers: HashMap<&'static str, i64>,
    /// Kept so that it runs.
    _sandbox: Sandbox,
}

impl World {
    /// A world in which the endpoint with this id has something to work on.
    pub(crate) async fn start(endpoint: &'static str) -> Self {
        if FIRST.get().is_none() {
            // Two tests may both be the first; one of the two is forgotten.
            let _ = FIRST.set(Sandbox::start().await.expect("the sandbox starts"));
        }
        let api = Arc::clone(FIRST.get().expect("it was set").api());
        let sandbox = Sandbox::builder().api(api).start().await.expect("the sandbox starts");
        let client = Client::builder()
            .plugin(sandbox::PLUGIN_ID, sandbox::PLUGIN_SECRET)
            .user_key(sandbox::USER_KEY)
            .base_url(sandbox.url())
            .build()
            .expect("the client is built");
        let (texts, numbers) = (HashMap::new(), HashMap::new());
        let mut world = Self { endpoint, client, texts, numbers, _sandbox: sandbox };
        world.prepare().await.expect("the world is prepared");
        world
    }

    async fn prepare(&mut self) -> Result<()> {
        let item = self.client.work_items().create(sandbox::PROJECT_KEY, "story", "A story").send().await?;
        self.numbers.insert("work_item_id", item.get());
        Ok(())
    }

    /// The client to call with.
    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    /// A text: the id of something that exists, where the name is that of an id.
    pub(crate) fn text(&self, name: &str) -> String {
        let known = match name {
            "project_key" => sandbox::PROJECT_KEY,
            "simple_name" => sandbox::SIMPLE_NAME,
            "user_key" => sandbox::USER_KEY,
            "work_item_type_key" => "story",
            "plugin_id" => sandbox::PLUGIN_ID,
            "plugin_secret" => sandbox::PLUGIN_SECRET,
            _ => return self.texts.get(name).cloned().unwrap_or_else(|| format!("a {name}")),
        };
        known.to_owned()
    }

    /// A whole number: the id of something that exists, where the name is that of an id.
    pub(crate) fn whole(&self, name: &str) -> i64 {
        self.numbers.get(name).copied().unwrap_or(1)
    }

    /// Fails the test unless the call went well.
    #[track_caller]
    pub(crate) fn check<T: Debug>(&self, answer: Result<T>) {
        if let Err(error) = answer {
            panic!("{}: {error}", self.endpoint);
        }
    }
}
