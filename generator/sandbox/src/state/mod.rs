//! The state of the sandbox: tokens, work items and all that hangs on them, and a small fixed directory of users,
//! spaces, types and fields.

mod batch;
mod binding;
mod call;
mod comment;
mod compound;
mod directory;
mod field;
mod file;
mod filter;
mod flow;
mod group;
mod hour;
mod item;
mod login;
mod meta;
mod pair;
mod record;
mod relation;
mod review;
mod role;
mod search;
mod signal;
mod table;
mod task;
mod text;
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
use hour::Hour;
use item::Item;
use record::Record;
use relation::{Link, Relation};
use review::Review;
use role::Role;
pub(crate) use table::{handler, is_stateful};
use task::Task;
use view::View;

use crate::USER_KEY;
use crate::refusal::Refusal;
use crate::response::Reply;
use crate::token::Tokens;

/// Ids are above this number.
const FIRST_ID: i64 = 5_000_000_000;

/// The state of the sandbox.
#[derive(Debug)]
pub(crate) struct World {
    pub(crate) tokens: Tokens,
    pub(crate) directory: Directory,
    plugins: Vec<(String, String)>,
    items: BTreeMap<i64, Item>,
    comments: BTreeMap<i64, Comment>,
    tasks: BTreeMap<i64, Task>,
    hours: BTreeMap<i64, Hour>,
    files: Vec<Attached>,
    views: Vec<View>,
    batches: Vec<Batch>,
    records: Vec<Record>,
    roles: Vec<Role>,
    relations: Vec<Relation>,
    links: Vec<Link>,
    bindings: Vec<Binding>,
    groups: Vec<Group>,
    /// By work item and node.
    reviews: BTreeMap<(i64, &'static str), Review>,
    last_id: i64,
}

/// What a stateful endpoint does.
pub(crate) type Handler = fn(&mut World, &Call<'_>) -> Result<Reply, Refusal>;

impl World {
    /// A world in which nothing has happened yet. `plugins` are the ids and secrets that may ask for tokens.
    pub(crate) fn new(tokens: Tokens, plugins: Vec<(String, String)>) -> Self {
        let directory = Directory::demo();
        let spaces: Vec<_> = directory.projects.iter().map(|project| project.key).collect();
        let users: Vec<_> = directory.users.iter().map(|user| user.key.clone()).collect();
        let roles = spaces
            .iter()
            .flat_map(|space| directory.types.iter().map(|item_type| Role::first(space, item_type.key)));
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
            views: Vec::new(),
            batches: Vec::new(),
            records: Vec::new(),
            roles: roles.collect(),
            relations: spaces.iter().map(|space| Relation::first(space)).collect(),
            links: Vec::new(),
            bindings: Vec::new(),
            groups: groups.collect(),
            reviews: BTreeMap::new(),
            last_id: 0,
            directory,
        }
    }

    /// An id that nothing else has. The ids of the API are large, beyond what 32 bits hold, so these are too.
    fn new_id(&mut self) -> i64 {
        self.last_id += 1;
        FIRST_ID + self.last_id
    }
}
