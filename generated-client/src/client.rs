// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! The client and its builder.

use std::borrow::Cow;
use std::time::Duration;
use paceline_runtime::{
    Call, Effect, Grant, Method, Observer, Result, RetryPolicy, Secret, TokenCache,
    TokenStore, codegen, reqwest,
};
use paceline_runtime::limiter::Limiter;
use crate::common::{AuthMode, UserKey};
use crate::service::API;

/// A client of Feishu Project.
///
/// Clones are cheap and share connections, tokens and limits. Each method leads to a resource; the
/// resource's methods start calls.
#[derive(Clone, Debug)]
pub struct Client(codegen::Client);

impl Client {
    /// Starts a client.
    #[inline]
    pub fn builder() -> ClientBuilder {
        ClientBuilder(codegen::Client::builder(&API))
    }

    /// Accounts of a tenant that manages its users in Feishu Project itself.
    #[cfg(feature = "account")]
    #[must_use]
    #[inline]
    pub fn accounts(&self) -> crate::account::Accounts {
        crate::account::Accounts(self.0.clone())
    }

    /// AI nodes and AI fields of work items.
    #[cfg(feature = "ai")]
    #[must_use]
    #[inline]
    pub fn ai(&self) -> crate::ai::Ai {
        crate::ai::Ai(self.0.clone())
    }

    /// Files: upload, attach to a work item, download and delete.
    #[cfg(feature = "attachment")]
    #[must_use]
    #[inline]
    pub fn attachments(&self) -> crate::attachment::Attachments {
        crate::attachment::Attachments(self.0.clone())
    }

    /// Tokens: of the plugin itself and of users who have authorized it. The client calls these by itself
    /// for the credentials it was given; call them directly only to manage tokens on your own.
    #[must_use]
    #[inline]
    pub fn auth(&self) -> crate::auth::Auth {
        crate::auth::Auth(self.0.clone())
    }

    /// Measurement charts of a view and the data behind them.
    #[cfg(feature = "chart")]
    #[must_use]
    #[inline]
    pub fn charts(&self) -> crate::chart::Charts {
        crate::chart::Charts(self.0.clone())
    }

    /// Chat groups of work items.
    #[cfg(feature = "chat")]
    #[must_use]
    #[inline]
    pub fn chats(&self) -> crate::chat::Chats {
        crate::chat::Chats(self.0.clone())
    }

    /// Comments on work items, and files posted as comments.
    #[cfg(feature = "comment")]
    #[must_use]
    #[inline]
    pub fn comments(&self) -> crate::comment::Comments {
        crate::comment::Comments(self.0.clone())
    }

    /// Deliverables of WBS work items.
    #[cfg(feature = "deliverable")]
    #[must_use]
    #[inline]
    pub fn deliverables(&self) -> crate::deliverable::Deliverables {
        crate::deliverable::Deliverables(self.0.clone())
    }

    /// Departments of a tenant that manages its organization in Feishu Project itself.
    #[cfg(feature = "department")]
    #[must_use]
    #[inline]
    pub fn departments(&self) -> crate::department::Departments {
        crate::department::Departments(self.0.clone())
    }

    /// Field configuration of a space: list the fields, create and change custom ones, read their options.
    #[cfg(feature = "field")]
    #[must_use]
    #[inline]
    pub fn fields(&self) -> crate::field::Fields {
        crate::field::Fields(self.0.clone())
    }

    /// Files by their tokens: uploads in one request or in parts, for use in comments for instance, and
    /// downloads.
    #[cfg(feature = "file")]
    #[must_use]
    #[inline]
    pub fn files(&self) -> crate::file::Files {
        crate::file::Files(self.0.clone())
    }

    /// Roles that take part in the workflow of a work item type.
    #[cfg(feature = "flow_role")]
    #[must_use]
    #[inline]
    pub fn flow_roles(&self) -> crate::flow_role::FlowRoles {
        crate::flow_role::FlowRoles(self.0.clone())
    }

    /// Spaces, and what belongs to a space as a whole: its business lines and teams.
    #[cfg(feature = "project")]
    #[must_use]
    #[inline]
    pub fn projects(&self) -> crate::project::Projects {
        crate::project::Projects(self.0.clone())
    }

    /// Relations across spaces: the rules that connect two spaces, and the work items bound by them.
    #[cfg(feature = "project_relation")]
    #[must_use]
    #[inline]
    pub fn project_relations(&self) -> crate::project_relation::ProjectRelations {
        crate::project_relation::ProjectRelations(self.0.clone())
    }

    /// Relations between work item types inside a space, and links between requirements.
    #[cfg(feature = "relation")]
    #[must_use]
    #[inline]
    pub fn relations(&self) -> crate::relation::Relations {
        crate::relation::Relations(self.0.clone())
    }

    /// The resource library: reusable work items, nodes and tasks from which real ones are created.
    #[cfg(feature = "resource_library")]
    #[must_use]
    #[inline]
    pub fn resource_library(&self) -> crate::resource_library::ResourceLibrary {
        crate::resource_library::ResourceLibrary(self.0.clone())
    }

    /// Reviews at workflow nodes: opinions, conclusions and the labels to conclude with.
    #[cfg(feature = "review")]
    #[must_use]
    #[inline]
    pub fn reviews(&self) -> crate::review::Reviews {
        crate::review::Reviews(self.0.clone())
    }

    /// Sub-tasks inside the nodes of a work item's workflow.
    #[cfg(feature = "sub_task")]
    #[must_use]
    #[inline]
    pub fn sub_tasks(&self) -> crate::sub_task::SubTasks {
        crate::sub_task::SubTasks(self.0.clone())
    }

    /// The tenant: its identity, and on request its departments and accounts.
    #[cfg(feature = "tenant")]
    #[must_use]
    #[inline]
    pub fn tenants(&self) -> crate::tenant::Tenants {
        crate::tenant::Tenants(self.0.clone())
    }

    /// Users: look them up by key, e-mail or outside id, or search them by name.
    #[cfg(feature = "user")]
    #[must_use]
    #[inline]
    pub fn users(&self) -> crate::user::Users {
        crate::user::Users(self.0.clone())
    }

    /// User groups of a space. If a plugin's token is refused here, call with a user's token.
    #[cfg(feature = "user_group")]
    #[must_use]
    #[inline]
    pub fn user_groups(&self) -> crate::user_group::UserGroups {
        crate::user_group::UserGroups(self.0.clone())
    }

    /// Views: saved selections of work items, chosen by hand (fixed views) or by conditions (condition
    /// views).
    #[cfg(feature = "view")]
    #[must_use]
    #[inline]
    pub fn views(&self) -> crate::view::Views {
        crate::view::Views(self.0.clone())
    }

    /// Drafts of a WBS plan: changes are collected in a draft and take effect when it is published.
    #[cfg(feature = "wbs_draft")]
    #[must_use]
    #[inline]
    pub fn wbs_drafts(&self) -> crate::wbs_draft::WbsDrafts {
        crate::wbs_draft::WbsDrafts(self.0.clone())
    }

    /// Actual hours booked on a work item.
    #[cfg(feature = "work_hour")]
    #[must_use]
    #[inline]
    pub fn work_hours(&self) -> crate::work_hour::WorkHours {
        crate::work_hour::WorkHours(self.0.clone())
    }

    /// Work items: create, read, change and delete them, and search for them within a space, across spaces
    /// or by text.
    #[cfg(feature = "work_item")]
    #[must_use]
    #[inline]
    pub fn work_items(&self) -> crate::work_item::WorkItems {
        crate::work_item::WorkItems(self.0.clone())
    }

    /// Work item types of a space and their basic settings.
    #[cfg(feature = "work_item_type")]
    #[must_use]
    #[inline]
    pub fn work_item_types(&self) -> crate::work_item_type::WorkItemTypes {
        crate::work_item_type::WorkItemTypes(self.0.clone())
    }

    /// The workflow of a work item: its nodes, states and schedules, and the steps through it.
    #[cfg(feature = "workflow")]
    #[must_use]
    #[inline]
    pub fn workflows(&self) -> crate::workflow::Workflows {
        crate::workflow::Workflows(self.0.clone())
    }

    /// Workflow templates of a work item type, for node flows, state flows and WBS plans.
    #[cfg(feature = "workflow_template")]
    #[must_use]
    #[inline]
    pub fn workflow_templates(&self) -> crate::workflow_template::WorkflowTemplates {
        crate::workflow_template::WorkflowTemplates(self.0.clone())
    }

    /// The same client, with calls made under another `user_key`.
    ///
    /// User on whose behalf calls are made; needed with plugin tokens. A double click on an avatar shows
    /// it.
    #[must_use]
    pub fn with_user_key(&self, user_key: impl Into<UserKey>) -> Self {
        Self(self.0.with_variable("user_key", &user_key.into()))
    }

    /// The same client, with calls made under another `auth_mode`.
    ///
    /// How strictly responses are filtered by the acting user's rights.
    #[must_use]
    pub fn with_auth_mode(&self, auth_mode: impl Into<AuthMode>) -> Self {
        Self(self.0.with_variable("auth_mode", &auth_mode.into()))
    }

    /// The same client, acting as another `user`, by a refresh token and the token that came with it.
    ///
    /// A user who has authorized the plugin, known by a refresh token. Every renewal replaces the refresh token by a new one.
    ///
    /// # Errors
    /// When the client has no `plugin` credential.
    pub fn with_user(&self, user: Grant) -> Result<Self> {
        self.0.with_grant("user", user).map(Self)
    }

    /// The rate limiter, to watch or close it.
    #[must_use]
    #[inline]
    pub fn limiter(&self) -> &Limiter {
        self.0.limiter()
    }

    /// A call by method and path, for endpoints that this crate does not know: with the same tokens, headers,
    /// retries and limits. The path holds parameters as `:name`, to be set by [`Call::path`], or their values.
    pub fn raw(&self, method: Method, path: impl Into<Cow<'static, str>>) -> Call {
        self.0.raw(method, path)
    }

    /// The same client for calls of no graver effect than this: with `Effect::Read` it only reads. It may never do
    /// more than this one, and refuses other calls before anything is sent.
    #[must_use]
    #[inline]
    pub fn effects_up_to(&self, gravest: Effect) -> Self {
        Self(self.0.effects_up_to(gravest))
    }

    /// The tokens, to share them with another client.
    #[must_use]
    #[inline]
    pub fn tokens(&self) -> &TokenCache {
        self.0.tokens()
    }
}

/// Sets up a [`Client`].
#[derive(Debug)]
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder(codegen::ClientBuilder);

impl ClientBuilder {
    /// The plugin itself, acting for the user named by the user key. The usual choice for a server.
    ///
    /// # Arguments
    ///
    /// - `plugin_id`: Id of the plugin, from its page on the open platform.
    /// - `plugin_secret`: Secret of the plugin, from the same page.
    pub fn plugin(
        self,
        plugin_id: impl Into<String>,
        plugin_secret: impl Into<Secret>,
    ) -> Self {
        Self(
            self
                .0
                .credential(
                    "plugin",
                    vec![plugin_id.into().into(), plugin_secret.into()],
                ),
        )
    }

    /// The plugin under development: works at once in the spaces chosen for debugging, without publishing,
    /// and sees no users but the plugin's collaborators.
    ///
    /// # Arguments
    ///
    /// - `plugin_id`: Id of the plugin, from its page on the open platform.
    /// - `plugin_secret`: Secret of the plugin, from the same page.
    pub fn virtual_plugin(
        self,
        plugin_id: impl Into<String>,
        plugin_secret: impl Into<Secret>,
    ) -> Self {
        Self(
            self
                .0
                .credential(
                    "virtual_plugin",
                    vec![plugin_id.into().into(), plugin_secret.into()],
                ),
        )
    }

    /// A user token that you obtained elsewhere; used as it is and never renewed. Calls act with the
    /// rights of its user.
    ///
    /// # Arguments
    ///
    /// - `token`: The user access token.
    pub fn user_token(self, token: impl Into<Secret>) -> Self {
        Self(self.0.credential("user_token", vec![token.into()]))
    }

    /// A user who has authorized the plugin, known by a refresh token. Every renewal replaces the refresh
    /// token by a new one.
    ///
    /// # Arguments
    ///
    /// - `refresh_token`: The newest refresh token of the user.
    pub fn user(self, refresh_token: impl Into<Secret>) -> Self {
        Self(self.0.credential("user", vec![refresh_token.into()]))
    }

    /// User on whose behalf calls are made; needed with plugin tokens. A double click on an avatar shows
    /// it.
    pub fn user_key(self, user_key: impl Into<UserKey>) -> Self {
        Self(self.0.variable("user_key", &user_key.into()))
    }

    /// How strictly responses are filtered by the acting user's rights.
    pub fn auth_mode(self, auth_mode: impl Into<AuthMode>) -> Self {
        Self(self.0.variable("auth_mode", &auth_mode.into()))
    }

    /// Another host than the default, one of [`hosts`](crate::hosts) or any URL.
    pub fn base_url(self, url: impl Into<String>) -> Self {
        Self(self.0.base_url(url))
    }

    /// Allows plain `http` to hosts other than this machine. Tokens then travel unprotected.
    #[inline]
    pub fn allow_plain_http(self) -> Self {
        Self(self.0.allow_plain_http())
    }

    /// How long one attempt may take, from its sending to the end of its response; 30 seconds by default.
    ///
    /// Time spent waiting for the limiter does not count; for that, a call has a deadline.
    #[inline]
    pub fn timeout(self, timeout: Duration) -> Self {
        Self(self.0.timeout(timeout))
    }

    /// How long connecting may take; 10 seconds by default.
    #[inline]
    pub fn connect_timeout(self, timeout: Duration) -> Self {
        Self(self.0.connect_timeout(timeout))
    }

    /// The largest response that is read into memory, in bytes; 32 MiB by default. Downloads are not bound by it.
    #[inline]
    pub fn max_body(self, bytes: usize) -> Self {
        Self(self.0.max_body(bytes))
    }

    /// When and how often failed attempts are repeated.
    #[inline]
    pub fn retry(self, policy: RetryPolicy) -> Self {
        Self(self.0.retry(policy))
    }

    /// The gravest effect that calls may have, any by default: with `Effect::Read` the client only reads, with
    /// `Effect::Write` it also changes what can be changed back. A call that does more is refused before anything
    /// is sent. The exchanges of tokens do not count.
    #[inline]
    pub fn effects_up_to(self, gravest: Effect) -> Self {
        Self(self.0.effects_up_to(gravest))
    }

    /// A limiter to use, shared with other clients of the same credentials in this process.
    #[inline]
    pub fn limiter(self, limiter: Limiter) -> Self {
        Self(self.0.limiter(limiter))
    }

    /// Shares all limits with other processes that share them on the same Redis server. Clients of one credential in
    /// this process should be clones of one client, or be given the limiter of one.
    ///
    /// # Panics
    /// Outside of a tokio runtime.
    #[cfg(feature = "redis")]
    pub fn shared_limits(self, limits: crate::limiter::RedisLimits) -> Self {
        Self(self.0.shared_limits(limits))
    }

    /// Tokens to use, shared with other clients of the same credentials in this process.
    #[inline]
    pub fn tokens(self, tokens: TokenCache) -> Self {
        Self(self.0.tokens(tokens))
    }

    /// Where refresh tokens are kept when the server replaces them: an async closure will do.
    pub fn token_store(self, store: impl TokenStore) -> Self {
        Self(self.0.token_store(store))
    }

    /// A prepared HTTP client of the crate `reqwest`, which is exported as [`reqwest`](crate::reqwest): for a
    /// proxy, certificates or headers of your own.
    ///
    /// Redirects stay off, since they would carry tokens elsewhere, and so do its repetitions, which would not
    /// keep the limits. The connect timeout and the user agent are those of this client.
    pub fn http(self, http: reqwest::ClientBuilder) -> Self {
        Self(self.0.http(http))
    }

    /// Is called for every attempt of every call, for metrics of your own.
    pub fn observer(self, observer: impl Observer) -> Self {
        Self(self.0.observer(observer))
    }

    /// Makes the client. Nothing is sent yet.
    ///
    /// # Errors
    /// When the URL is not usable, or a credential needs another one that was not given.
    pub fn build(self) -> Result<Client> {
        self.0.build().map(Client)
    }
}
