//! A sandbox with something in it, for one endpoint's test, and the names of what is there.

mod published;

use std::collections::HashMap;
use std::fmt::Debug;
use std::sync::{Arc, OnceLock};

use feishu_project::comment::{CommentOnItem, FileContent, TextContent};
use feishu_project::endpoints::ENDPOINTS;
use feishu_project::file::FileUse;
use feishu_project::search::{Conjunction, SearchGroup};
use feishu_project::{Client, File, FileToken, ResponseFuture, Result};
use paceline_sandbox::{PLUGIN_ID, PLUGIN_SECRET, PROJECT_KEY, SAVED_FILTER, SIMPLE_NAME, Sandbox, USER_KEY};
use serde_json::Value;

use crate::mutation::{self, Raw};

/// Calls that the spec allows and the API refuses all the same, by a condition for which the spec has no words:
/// endpoint, case, the code of the refusal, and why. A call that is not refused any more fails its test.
const REFUSED: &[(&str, &str, i64, &str)] = &[
    ("comment.create_file_comment", "with_nothing_optional", 20005, "a comment that is a file needs one"),
    ("project_relation.bind", "with_everything", 20006, "an item of the same space is not bound by a rule"),
    ("project_relation.unbind", "with_nothing_optional", 20005, "what to unbind must be named"),
    ("project_relation.unbind", "with_everything", 20006, "nothing of the same space can be bound"),
    ("relation.create", "with_nothing_optional", 20005, "each end has a space and a type"),
    ("relation.update", "with_nothing_optional", 20005, "each end has a space and a type"),
    (
        "review.update",
        "with_nothing_optional",
        20005,
        "unless it is reset, a review is of the node or of an owner",
    ),
    ("user_group.update_members", "with_nothing_optional", 1_000_053_008, "administrators cannot be changed"),
    ("user_group.update_members", "with_everything", 1_000_053_008, "administrators cannot be changed"),
    ("work_item.update_compound_field", "with_everything", 30009, "a compound field is no part of itself"),
    ("work_item.update_multi_signal", "with_nothing_optional", 20025, "the checks are those of a field"),
    ("view.create_condition_view", "with_nothing_optional", 20069, "a condition of a text needs a value"),
    ("view.update_condition_view", "with_nothing_optional", 20069, "a condition of a text needs a value"),
    ("work_item.search", "with_nothing_optional", 20069, "a condition of a text needs a value"),
    ("work_item.universal_search", "with_nothing_optional", 20069, "a condition of a text needs a value"),
    ("workflow.update_actual_time", "with_nothing_optional", 20005, "the times are those of a node"),
];

/// The first sandbox: it has read the spec, and the others take it from there.
static FIRST: OnceLock<Sandbox> = OnceLock::new();

/// What a test finds: a sandbox of its own, so that no test meets the traces or the limits of another.
pub(crate) struct Fixture {
    endpoint: &'static str,
    case: &'static str,
    client: Client,
    texts: HashMap<&'static str, String>,
    numbers: HashMap<&'static str, i64>,
    sandbox: Sandbox,
}

impl Fixture {
    /// A fixture in which the endpoint with this id has something to work on.
    pub(crate) async fn start(endpoint: &'static str, case: &'static str) -> Self {
        if FIRST.get().is_none() {
            // Two tests may both be the first; one of the two is forgotten.
            let _ = FIRST.set(Sandbox::start().await.expect("the sandbox starts"));
        }
        let api = Arc::clone(FIRST.get().expect("it was set").api());
        let sandbox = Sandbox::builder().api(api).start().await.expect("the sandbox starts");
        let builder = Client::builder().plugin(PLUGIN_ID, PLUGIN_SECRET).user_key(USER_KEY);
        let client = builder.base_url(base_url(&sandbox)).build().expect("the client is built");
        let (texts, numbers) = (known_texts(endpoint), HashMap::from([("transition_id", 11)]));
        let mut fixture = Self { endpoint, case, client, texts, numbers, sandbox };
        fixture.prepare().await.expect("the fixture is prepared");
        fixture
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
            ("auth", "refresh_token") => self.log_in().await,
            ("comment", "update" | "delete") => {
                let comment = self.client.comments().create(PROJECT_KEY, "story", item).content("Hello");
                self.numbers.insert("comment_id", comment.send().await?.get());
                Ok(())
            }
            ("comment", "edit" | "remove") => {
                let on_item = CommentOnItem::new("story", item);
                let posted = self.client.comments().post(PROJECT_KEY, on_item, TextContent::new("Hello"));
                let id = posted.send().await?.comment_id;
                self.texts.insert("posted_comment_id", id.as_str().to_owned());
                Ok(())
            }
            ("comment", "create_file_comment") => self.upload_whole().await.map(drop),
            ("file", "download") => {
                let file = FileContent::new(self.upload_whole().await?);
                let comments = self.client.comments();
                comments.post(PROJECT_KEY, CommentOnItem::new("story", item), file).send().await.map(drop)
            }
            ("file", name) => self.upload(name).await,
            ("flow_role", "update" | "delete") => {
                let role = feishu_project::flow_role::NewFlowRole::new();
                let role = self.client.flow_roles().create(PROJECT_KEY, "story", role).send().await?;
                self.texts.insert("role_key", role.as_str().to_owned());
                Ok(())
            }
            ("relation", "update" | "delete") => {
                let ends: [feishu_project::config::TypeInSpace; 0] = [];
                let relation = self.client.relations().create(PROJECT_KEY, "story", "A relation", ends);
                let id = relation.send().await?.relation_id.expect("a relation has an id");
                self.texts.insert("relation_id", id.as_str().to_owned());
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
            _ => Ok(()),
        }
    }

    /// A user logs in; the refresh token is kept by name.
    async fn log_in(&mut self) -> Result<()> {
        let code = self.sandbox.authorize(USER_KEY);
        let grant = self.client.auth().user_plugin_token(code).send().await?;
        let token = grant.refresh_token.expect("it was granted");
        self.texts.insert("refresh_token", token.expose().to_owned());
        Ok(())
    }

    /// A file, whose token is kept by name. Until a comment names it, nobody can download it.
    async fn upload_whole(&mut self) -> Result<FileToken> {
        let file = File::new("a.txt", "a");
        let upload = self.client.files().upload_form(PROJECT_KEY, FileUse::CommentAttachment, file);
        let token = upload.send().await?.file_token.expect("a file has a token");
        self.texts.insert("file_token", token.as_str().to_owned());
        Ok(token)
    }

    /// An upload that was begun: its only part has come if it is to be finished.
    async fn upload(&mut self, endpoint: &str) -> Result<()> {
        const MD5_OF_SAMPLE: &str = "5e8ff9bf55ba3508199d22e984129be6";
        let files = self.client.files();
        let plan =
            files.begin_upload(PROJECT_KEY, FileUse::CommentAttachment, 6, "a file_name").send().await?;
        let id = plan.upload_id.expect("an upload has an id");
        if endpoint == "finish_upload" {
            let part = File::new("part", "sample");
            files.upload_part(PROJECT_KEY, &id, 0, MD5_OF_SAMPLE, part).send().await?;
        }
        self.texts.insert("upload_id", id.as_str().to_owned());
        self.texts.insert("md5", MD5_OF_SAMPLE.to_owned());
        self.numbers.insert("part_number", 0);
        self.numbers.insert("size", 6);
        Ok(())
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

    /// A text: the id of something that exists, where the name is that of an id, else a filler.
    pub(crate) fn text(&self, name: &str) -> String {
        self.texts.get(name).cloned().unwrap_or_else(|| format!("a {name}"))
    }

    /// A whole number: the id of something that exists, where the name is that of an id, else 1.
    pub(crate) fn whole(&self, name: &str) -> i64 {
        self.numbers.get(name).copied().unwrap_or(1)
    }

    /// Tries the call in three ways. In the sandbox it must go well, or be refused as [`REFUSED`] says. Responses that
    /// are not what they should be must give data, or an error that says what is known ([`mutation`]). Responses that
    /// sources publish must be read, or refused with the code that they hold ([`published`]).
    pub(crate) async fn check<T: Debug + 'static>(&self, call: &dyn Fn(&Client) -> ResponseFuture<T>) {
        self.check_response(call(&self.client).await);
        let known = ENDPOINTS.iter().find(|known| known.id == self.endpoint).expect("it is an endpoint");
        mutation::check(self.sandbox.api(), known, call).await;
        let described = self.sandbox.api().endpoints.iter().find(|described| described.id == self.endpoint);
        if !mutation::is_usual(described.expect("an endpoint of the spec")) {
            return;
        }
        let (client, next) = mutation::client_of_next(known).await;
        let play = |status, body: &Value| {
            *next.lock().expect("nobody panics") = Raw { status, body: body.to_string().into_bytes() };
            client.clone()
        };
        published::check(self.endpoint, play, call).await;
    }

    fn check_response<T: Debug>(&self, response: Result<T>) {
        let (endpoint, case) = (self.endpoint, self.case);
        let known = REFUSED.iter().find(|(id, of, ..)| (*id, *of) == (endpoint, case));
        match (response, known) {
            (Ok(_), None) => {}
            (Err(error), Some((.., code, _))) if error.code() == Some(*code) => {}
            (Ok(_), Some((.., why))) => panic!("{endpoint} {case}: no longer refused, though {why}"),
            (Err(error), _) => panic!("{endpoint} {case}: {error}"),
        }
    }
}

/// The sandbox's address, or that of the official SDK, which sends requests on to the sandbox, see `.ci/official_sdk`.
fn base_url(sandbox: &Sandbox) -> String {
    let url = sandbox.url();
    let relay = std::env::var("FEISHU_PROJECT_RELAY").ok();
    relay.and_then(|relay| Some(format!("{relay}/{}", url.rsplit(':').next()?))).unwrap_or(url)
}

/// The texts that exist in every sandbox, as an endpoint takes them.
fn known_texts(endpoint: &str) -> HashMap<&'static str, String> {
    let of_states = endpoint == "workflow.change_state";
    let field = match endpoint.split_once('.').unwrap_or_default() {
        // A field that holds files, one with options, one with groups, one with checks, and one with text.
        ("attachment", _) => "field_000007",
        ("field", "options") => "priority",
        ("work_item", "update_compound_field") => "field_000010",
        ("work_item", "update_multi_signal") => "field_000015",
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
        // Inside a compound field, so that a condition can be about every group or any.
        ("param_key", "field_000011"),
        ("project_relation_rule_id", "rule_story"),
        ("relation_key", "field_000006"),
        ("node_id", "doing"),
        ("search_id", SAVED_FILTER),
        ("work_time", "1.5"),
        // Cursors of the sandbox are positions.
        ("start_from", "0"),
        ("search_after", "0"),
        ("cursor", "0"),
    ];
    texts.into_iter().map(|(name, text)| (name, text.to_owned())).collect()
}

#[test]
fn what_is_published_is_of_endpoints_that_there_are() {
    let unknown = published::unknown_endpoints(&|id| ENDPOINTS.iter().any(|endpoint| endpoint.id == id));
    assert_eq!(unknown, Vec::<String>::new());
}
