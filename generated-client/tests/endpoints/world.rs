//! A sandbox with something in it, for one endpoint's test, and the names of what is there.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use feishu_project::api::CredentialRule;
use feishu_project::endpoints::ENDPOINTS;
use feishu_project::search::{Conjunction, SearchGroup};
use feishu_project::{Client, File, Result};
use sandbox::{PLUGIN_ID, PLUGIN_SECRET, PROJECT_KEY, SAVED_FILTER, SIMPLE_NAME, Sandbox, USER_KEY};

/// The first sandbox: it has read the spec, and the others take it from there.
static FIRST: OnceLock<Sandbox> = OnceLock::new();

/// What a test finds: a sandbox of its own, so that no test meets the traces or the limits of another.
pub(crate) struct World {
    endpoint: &'static str,
    case: &'static str,
    client: Client,
    texts: HashMap<&'static str, String>,
    numbers: HashMap<&'static str, i64>,
    sandbox: Sandbox,
}

impl World {
    /// A world in which the endpoint with this id has something to work on.
    pub(crate) async fn start(endpoint: &'static str, case: &'static str) -> Self {
        if FIRST.get().is_none() {
            // Two tests may both be the first; one of the two is forgotten.
            let _ = FIRST.set(Sandbox::start().await.expect("the sandbox starts"));
        }
        let api = Arc::clone(FIRST.get().expect("it was set").api());
        let sandbox = Sandbox::builder().api(api).start().await.expect("the sandbox starts");
        let builder = Client::builder().plugin(PLUGIN_ID, PLUGIN_SECRET).user_key(USER_KEY);
        let client = builder.base_url(sandbox.url()).build().expect("the client is built");
        let (texts, numbers) = (known_texts(endpoint), HashMap::from([("transition_id", 11)]));
        let mut world = Self { endpoint, case, client, texts, numbers, sandbox };
        world.prepare().await.expect("the world is prepared");
        world
    }

    async fn prepare(&mut self) -> Result<()> {
        let item_type = self.text("work_item_type_key");
        let item = self.client.work_items().create(PROJECT_KEY, &*item_type, "An item").send().await?.get();
        self.numbers.insert("work_item_id", item);
        self.numbers.insert("template_id", if item_type == "issue" { 1002 } else { 1001 });
        match self.endpoint.split_once('.').unwrap_or_default() {
            ("attachment", "download" | "delete") => self.attach(item).await,
            ("auth", "user_plugin_token") => {
                self.texts.insert("code", self.sandbox.authorize(USER_KEY));
                Ok(())
            }
            ("auth", "refresh_token") => self.log_in().await.map(|_| ()),
            ("comment", "update" | "delete") => {
                let comment = self.client.comments().create(PROJECT_KEY, "story", item).content("Hello");
                self.numbers.insert("comment_id", comment.send().await?.get());
                Ok(())
            }
            ("sub_task", "update" | "operate" | "delete") => {
                let task = self.client.sub_tasks().create(PROJECT_KEY, "story", item, "doing", "A task");
                self.numbers.insert("sub_task_id", task.send().await?.get());
                Ok(())
            }
            ("view", name) => self.view(name, item).await,
            ("work_hour", "update" | "delete") => {
                let hours = self.client.work_hours().create(PROJECT_KEY, "story", item);
                let record = feishu_project::work_hour::NewWorkHour::new().work_time("2");
                let booked = hours.working_hour_records([record]).send().await?;
                let id = booked.first().and_then(|hour| hour.id).expect("the hours were booked");
                self.numbers.insert("work_hour_record_id", id.get());
                Ok(())
            }
            // With nothing said, an aborted item is restored.
            ("work_item", "abort") if self.case == "with_nothing_optional" => {
                let abort = self.client.work_items().abort(PROJECT_KEY, "story", item);
                abort.is_aborted(true).reason("no longer needed").send().await
            }
            _ => self.act_as_user().await,
        }
    }

    /// Some endpoints take user tokens only.
    async fn act_as_user(&mut self) -> Result<()> {
        let endpoint = ENDPOINTS.iter().find(|known| known.id == self.endpoint).expect("it is an endpoint");
        let CredentialRule::Only(credentials) = endpoint.credentials else { return Ok(()) };
        if !credentials.contains(&"plugin") && credentials.contains(&"user_token") {
            let token = self.log_in().await?;
            let builder = Client::builder().user_token(&*token).base_url(self.sandbox.url());
            self.client = builder.build().expect("the client is built");
        }
        Ok(())
    }

    /// A user logs in: gives the token, and keeps the refresh token by name.
    async fn log_in(&mut self) -> Result<String> {
        let code = self.sandbox.authorize(USER_KEY);
        let grant = self.client.auth().user_plugin_token(code).send().await?;
        let text =
            |secret: Option<feishu_project::Secret>| secret.expect("it was granted").expose().to_owned();
        self.texts.insert("refresh_token", text(grant.refresh_token));
        Ok(text(grant.token))
    }

    async fn attach(&mut self, item: i64) -> Result<()> {
        let add = self.client.attachments().add(PROJECT_KEY, "story", item, File::new("a.txt", "a"));
        add.field_key(self.text("field_key")).send().await?;
        let items = self.client.work_items().query(PROJECT_KEY, "story", [item]).send().await?;
        let fields = items.into_iter().flat_map(|item| item.fields);
        let files = fields.filter_map(|field| field.field_value);
        let id =
            files.filter_map(|files| Some(files.as_value().get(0)?.get("uuid")?.as_str()?.to_owned())).next();
        self.texts.insert("file_id", id.expect("the field names the file"));
        Ok(())
    }

    async fn view(&mut self, endpoint: &str, item: i64) -> Result<()> {
        let views = self.client.views();
        let id = if endpoint == "update_condition_view" {
            let every = SearchGroup::new(Conjunction::And);
            views.create_condition_view(PROJECT_KEY, "story", every, "A view").send().await?.view_id
        } else {
            views.create_fixed_view(PROJECT_KEY, "story", [item], "A view").send().await?.view_id
        };
        self.texts.insert("view_id", id.expect("a view has an id").as_str().to_owned());
        Ok(())
    }

    /// The client to call with.
    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    /// A text: the id of something that exists, where the name is that of an id.
    pub(crate) fn text(&self, name: &str) -> String {
        self.texts.get(name).cloned().unwrap_or_else(|| format!("a {name}"))
    }

    /// A whole number: the id of something that exists, where the name is that of an id.
    pub(crate) fn whole(&self, name: &str) -> i64 {
        self.numbers.get(name).copied().unwrap_or(1)
    }

    /// Fails the test unless the call went well.
    #[track_caller]
    pub(crate) fn check<T>(&self, answer: Result<T>) {
        if let Err(error) = answer {
            panic!("{} {}: {error}", self.endpoint, self.case);
        }
    }
}

/// The texts that exist in every sandbox, as an endpoint takes them.
fn known_texts(endpoint: &str) -> HashMap<&'static str, String> {
    let of_states = endpoint == "workflow.change_state";
    let field = match endpoint.split_once('.').unwrap_or_default() {
        // A field that holds files, one with options, one that links items, and one with text.
        ("attachment", _) => "field_000007",
        ("field", "options") => "priority",
        _ => "field_000002",
    };
    let texts = [
        ("project_key", PROJECT_KEY),
        ("simple_name", SIMPLE_NAME),
        ("simple_names", SIMPLE_NAME),
        ("user_key", USER_KEY),
        ("plugin_id", PLUGIN_ID),
        ("plugin_secret", PLUGIN_SECRET),
        ("work_item_type_key", if of_states { "issue" } else { "story" }),
        ("field_key", field),
        ("param_key", "name"),
        ("relation_key", "field_000006"),
        ("node_id", "doing"),
        ("search_id", SAVED_FILTER),
        ("work_time", "1.5"),
        // Cursors of the sandbox are positions.
        ("start_from", "0"),
        ("search_after", "0"),
    ];
    texts.into_iter().map(|(name, text)| (name, text.to_owned())).collect()
}
