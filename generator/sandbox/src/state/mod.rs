//! What the sandbox remembers: tokens, work items and all that hangs on them, and a small fixed directory of users,
//! spaces, types and fields.

mod batch;
mod call;
mod comment;
mod directory;
mod field;
mod file;
mod filter;
mod flow;
mod hour;
mod item;
mod login;
mod meta;
mod search;
mod table;
mod task;
mod text;
mod view;
mod workflow;

use std::collections::BTreeMap;

use batch::Batch;
pub(crate) use call::Call;
use comment::Comment;
pub(crate) use directory::Directory;
use file::Attached;
use hour::Hour;
use item::Item;
pub(crate) use table::{handler, remembers};
use task::Task;
use view::View;

use crate::answer::Reply;
use crate::refusal::Refusal;
use crate::token::Tokens;

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
    last_id: i64,
}

/// What a stateful operation does.
pub(crate) type Handler = fn(&mut World, &Call<'_>) -> Result<Reply, Refusal>;

impl World {
    /// A world in which nothing has happened yet. `plugins` are the ids and secrets that may ask for tokens.
    pub(crate) fn new(tokens: Tokens, plugins: Vec<(String, String)>) -> Self {
        Self {
            tokens,
            directory: Directory::demo(),
            plugins,
            items: BTreeMap::new(),
            comments: BTreeMap::new(),
            tasks: BTreeMap::new(),
            hours: BTreeMap::new(),
            files: Vec::new(),
            views: Vec::new(),
            batches: Vec::new(),
            last_id: 0,
        }
    }

    /// An id that nothing else has. The ids of the API are large, beyond what 32 bits hold, so these are too.
    fn new_id(&mut self) -> i64 {
        self.last_id += 1;
        5_000_000_000 + self.last_id
    }
}
