// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! A typed client of the Feishu Project (Meegle) Open API. It covers spaces, work items, workflows,
//! views, fields, users and the rest of the API, fetches and renews tokens, keeps within the rate
//! limits before the server has to refuse a call, and turns failures into errors that say what to do.
//!
//! ```no_run
//! # async fn example() -> feishu_project::Result<()> {
//! let client = feishu_project::Client::builder()
//!     .plugin("plugin_id", "plugin_secret")
//!     .user_key("user_key")
//!     .build()?;
//!
//! let mut items = client.projects().teams("project_key").items();
//! while let Some(item) = items.try_next().await? {
//!     println!("{item:?}");
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Resources
//!
//! | client method | resource |
//! |---|---|
//! | [`accounts`](Client::accounts) | Accounts of a tenant that manages its users in Feishu Project itself. |
//! | [`ai`](Client::ai) | AI nodes and AI fields of work items. |
//! | [`attachments`](Client::attachments) | Files: upload, attach to a work item, download and delete. |
//! | [`auth`](Client::auth) | Tokens: of the plugin itself and of users who have authorized it. The client calls these by itself for the credentials it was given; call them directly only to manage tokens on your own. |
//! | [`charts`](Client::charts) | Measurement charts of a view and the data behind them. |
//! | [`chats`](Client::chats) | Chat groups of work items. |
//! | [`comments`](Client::comments) | Comments on work items, and files posted as comments. |
//! | [`deliverables`](Client::deliverables) | Deliverables of WBS work items. |
//! | [`departments`](Client::departments) | Departments of a tenant that manages its organization in Feishu Project itself. |
//! | [`fields`](Client::fields) | Field configuration of a space: list the fields, create and change custom ones, read their options. |
//! | [`files`](Client::files) | Files by their tokens: uploads in one request or in parts, for use in comments for instance, and downloads. |
//! | [`flow_roles`](Client::flow_roles) | Roles that take part in the workflow of a work item type. |
//! | [`projects`](Client::projects) | Spaces, and what belongs to a space as a whole: its business lines and teams. |
//! | [`project_relations`](Client::project_relations) | Relations across spaces: the rules that connect two spaces, and the work items bound by them. |
//! | [`relations`](Client::relations) | Relations between work item types inside a space, and links between requirements. |
//! | [`resource_library`](Client::resource_library) | The resource library: reusable work items, nodes and tasks from which real ones are created. |
//! | [`reviews`](Client::reviews) | Reviews at workflow nodes: opinions, conclusions and the labels to conclude with. |
//! | [`sub_tasks`](Client::sub_tasks) | Sub-tasks inside the nodes of a work item's workflow. |
//! | [`tenants`](Client::tenants) | The tenant: its identity, and on request its departments and accounts. |
//! | [`users`](Client::users) | Users: look them up by key, e-mail or outside id, or search them by name. |
//! | [`user_groups`](Client::user_groups) | User groups of a space. If a plugin's token is refused here, call with a user's token. |
//! | [`views`](Client::views) | Views: saved selections of work items, chosen by hand (fixed views) or by conditions (condition views). |
//! | [`wbs_drafts`](Client::wbs_drafts) | Drafts of a WBS plan: changes are collected in a draft and take effect when it is published. |
//! | [`work_hours`](Client::work_hours) | Actual hours booked on a work item. |
//! | [`work_items`](Client::work_items) | Work items: create, read, change and delete them, and search for them within a space, across spaces or by text. |
//! | [`work_item_types`](Client::work_item_types) | Work item types of a space and their basic settings. |
//! | [`workflows`](Client::workflows) | The workflow of a work item: its nodes, states and schedules, and the steps through it. |
//! | [`workflow_templates`](Client::workflow_templates) | Workflow templates of a work item type, for node flows, state flows and WBS plans. |
//!
//! Each resource is a Cargo feature of the same name, all on by default, unless the client itself
//! needs it. Types that resources share come with those that need them.
//!
//! # Events
//!
//! What the service sends by itself is received, checked and typed by the function `receiver` of these
//! types.
//!
//! - [`PluginEvent`](event::PluginEvent): What a plugin listens to: one POST with a JSON body for each event, to the address in the plugin's settings.
//! - [`AutomationEvent`](event::AutomationEvent): What an automation rule of a space sends when its action is a webhook.
//!
//! # Rate limits
//!
//! 15/s for each pair of token and endpoint, where nothing else is said. The client waits before it
//! sends what the server would refuse, so a burst of calls takes longer but does not fail.
//!
//! These endpoints have limits of their own:
//!
//! | endpoint | limits |
//! |---|---|
//! | `POST /open_api/work_item/subtask/search` | 15/s and 450/min |
//! | `POST /open_api/view/v1/update_condition_view` | 15/s and 450/min |
//! | `POST /open_api/:project_key/work_item/filter` | 15/s and 450/min |
//! | `POST /open_api/work_items/filter_across_project` | 15/s and 450/min |
//! | `POST /open_api/:project_key/work_item/:work_item_type_key/search/params` | 15/s and 450/min |
//! | `POST /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/search_by_relation` | 10/s |
//! | `POST /open_api/work_item/actual_time/update` | 10/s |
#![allow(
    clippy::needless_pass_by_value,
    reason = "setters take values, whether they keep them or write them down at once"
)]
#![allow(
    clippy::large_enum_variant,
    reason = "the objects of a union are held as they are"
)]

mod client;
mod defaults;
pub mod endpoints;
mod error_code;
pub mod errors;
pub mod hosts;
pub mod limits;
pub mod links;
mod service;

#[cfg(feature = "account")]
pub mod account;

#[cfg(feature = "ai")]
pub mod ai;

#[cfg(feature = "attachment")]
pub mod attachment;

pub mod auth;

#[cfg(feature = "chart")]
pub mod chart;

#[cfg(feature = "chat")]
pub mod chat;

#[cfg(feature = "comment")]
pub mod comment;

pub mod common;

#[cfg(feature = "config")]
pub mod config;

#[cfg(feature = "deliverable")]
pub mod deliverable;

#[cfg(feature = "department")]
pub mod department;

#[cfg(feature = "event")]
pub mod event;

#[cfg(feature = "field")]
pub mod field;

#[cfg(feature = "field_value")]
pub mod field_value;

#[cfg(feature = "file")]
pub mod file;

#[cfg(feature = "flow_role")]
pub mod flow_role;

#[cfg(feature = "integrated_search")]
pub mod integrated_search;

#[cfg(feature = "item")]
pub mod item;

#[cfg(feature = "project")]
pub mod project;

#[cfg(feature = "project_relation")]
pub mod project_relation;

#[cfg(feature = "relation")]
pub mod relation;

#[cfg(feature = "resource_library")]
pub mod resource_library;

#[cfg(feature = "review")]
pub mod review;

#[cfg(feature = "search")]
pub mod search;

#[cfg(feature = "sub_task")]
pub mod sub_task;

#[cfg(feature = "tenant")]
pub mod tenant;

#[cfg(feature = "user")]
pub mod user;

#[cfg(feature = "user_group")]
pub mod user_group;

#[cfg(feature = "view")]
pub mod view;

#[cfg(feature = "wbs")]
pub mod wbs;

#[cfg(feature = "wbs_draft")]
pub mod wbs_draft;

#[cfg(feature = "work_hour")]
pub mod work_hour;

#[cfg(feature = "work_item")]
pub mod work_item;

#[cfg(feature = "work_item_type")]
pub mod work_item_type;

#[cfg(feature = "workflow")]
pub mod workflow;

#[cfg(feature = "workflow_template")]
pub mod workflow_template;

pub use self::client::{Client, ClientBuilder};
pub use self::error_code::ErrorCode;

#[doc(inline)]
pub use self::common::*;

#[cfg(feature = "config")]
#[doc(inline)]
pub use self::config::*;

#[cfg(feature = "field_value")]
#[doc(inline)]
pub use self::field_value::*;

#[cfg(feature = "integrated_search")]
#[doc(inline)]
pub use self::integrated_search::*;

#[cfg(feature = "item")]
#[doc(inline)]
pub use self::item::*;

#[cfg(feature = "search")]
#[doc(inline)]
pub use self::search::*;

#[cfg(feature = "wbs")]
#[doc(inline)]
pub use self::wbs::*;

pub use paceline_runtime::{
    Attempt, AttemptEnd, Base64, Call, Category, Continuation, Date, DateTime, Decimal,
    DecodeError, Download, Effect, Error, ErrorKind, Event, EventData, EventError, File,
    Grant, ItemStream, JsonText, Map, Method, Nullable, Observer, Page, Pages, Receiver,
    ReceiverBuilder, Response, ResponseFuture, ResponseFutureWithMeta, ResponseMeta,
    Result, RetryPolicy, RotatedToken, Secret, StoreFuture, TextId, Timestamp,
    TokenCache, TokenStore, UnixSeconds, UnreadableItem, UploadFuture, UploadProgress,
    UploadState, Uri, Uuid, Value, api, limiter, reqwest,
};
