//! The stateful endpoints: a store of tokens, work items and what belongs to them, and a handler for each endpoint that
//! reads or changes it. Handlers are the functions of the form of [`Handler`]; `table.rs` says which endpoint each is
//! for. Users, spaces, types and fields come from a small fixed directory.

mod batch;
mod binding;
mod call;
mod comment;
mod comment_content;
mod compound;
mod directory;
mod field;
mod file;
mod filter;
mod flow;
mod group;
mod happening;
mod hour;
mod item;
mod login;
mod meta;
mod pair;
mod posted_comment;
mod record;
mod relation;
mod review;
mod rich_text;
mod role;
mod search;
mod signal;
mod table;
mod task;
mod text;
mod upload;
mod view;
mod workflow;

use std::collections::BTreeMap;

use batch::Batch;
use binding::Binding;
pub(crate) use call::Call;
use comment::Comment;
pub(crate) use directory::Directory;
use file::Attached;
use group::Group;
pub(crate) use happening::Happening;
use hour::Hour;
use item::Item;
use record::Record;
use relation::{Link, Relation};
use review::Review;
use role::Role;
pub(crate) use table::{handler, is_stateful};
use task::Task;
use upload::Uploads;
use view::View;

use crate::USER_KEY;
use crate::refusal::Refusal;
use crate::response::Reply;
use crate::token::Tokens;

/// Every id of the store is greater than this number.
const FIRST_ID: i64 = 5_000_000_000;

/// What the sandbox remembers between requests.
#[derive(Debug)]
pub(crate) struct Store {
    pub(crate) tokens: Tokens,
    pub(crate) directory: Directory,
    /// The ids and secrets of the plugins that may ask for tokens.
    plugins: Vec<(String, String)>,
    items: BTreeMap<i64, Item>,
    comments: BTreeMap<i64, Comment>,
    tasks: BTreeMap<i64, Task>,
    hours: BTreeMap<i64, Hour>,
    files: Vec<Attached>,
    uploads: Uploads,
    views: Vec<View>,
    batches: Vec<Batch>,
    records: Vec<Record>,
    roles: Vec<Role>,
    relations: Vec<Relation>,
    links: Vec<Link>,
    bindings: Vec<Binding>,
    groups: Vec<Group>,
    /// By the ids of work item and node.
    reviews: BTreeMap<(i64, &'static str), Review>,
    /// What happened during the running call.
    happenings: Vec<Happening>,
    last_id: i64,
}

/// Executes a stateful endpoint: reads or changes the store, and returns the reply or a refusal.
pub(crate) type Handler = fn(&mut Store, &Call<'_>) -> Result<Reply, Refusal>;

impl Store {
    /// A store without any work item. `plugins` are the ids and secrets that may ask for tokens.
    pub(crate) fn new(tokens: Tokens, plugins: Vec<(String, String)>) -> Self {
        let directory = Directory::demo();
        let spaces: Vec<_> = directory.projects.iter().map(|project| project.key).collect();
        let users: Vec<_> = directory.users.iter().map(|user| user.key.clone()).collect();
        let roles = spaces
            .iter()
            .flat_map(|space| directory.types.iter().map(|item_type| Role::built_in(space, item_type.key)));
        let groups = spaces.iter().flat_map(|space| {
            let admins = vec![USER_KEY.to_owned()];
            [
                Group::built_in(space, "PROJECT_ADMIN", "Administrators", admins),
                Group::built_in(space, "PROJECT_MEMBER", "Members", users.clone()),
            ]
        });
        Self {
            tokens,
            plugins,
            items: BTreeMap::new(),
            comments: BTreeMap::new(),
            tasks: BTreeMap::new(),
            hours: BTreeMap::new(),
            files: Vec::new(),
            uploads: Uploads::default(),
            views: Vec::new(),
            batches: Vec::new(),
            records: Vec::new(),
            roles: roles.collect(),
            relations: spaces.iter().map(|space| Relation::built_in(space)).collect(),
            links: Vec::new(),
            bindings: Vec::new(),
            groups: groups.collect(),
            reviews: BTreeMap::new(),
            happenings: Vec::new(),
            last_id: 0,
            directory,
        }
    }

    /// A new id. The API's ids need more than 32 bits, so these do too.
    fn new_id(&mut self) -> i64 {
        self.last_id += 1;
        FIRST_ID + self.last_id
    }
}
