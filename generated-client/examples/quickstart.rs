//! A first tour: create a work item, read it back, comment on it, search, and walk through all work items page by page.
//!
//! Without credentials in the environment it starts a sandbox of its own. Against the real service, set
//! `FEISHU_PROJECT_PLUGIN_ID`, `FEISHU_PROJECT_PLUGIN_SECRET`, `FEISHU_PROJECT_USER_KEY` and
//! `FEISHU_PROJECT_PROJECT_KEY`, and `FEISHU_PROJECT_HOST` if it is not the default host.

use std::env;

use feishu_project::filter::{self, all, any};
use feishu_project::{Client, ErrorCode, FieldValue, Result};

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::result::Result<(), Box<dyn std::error::Error>> {
    let variable = |name: &str| env::var(format!("FEISHU_PROJECT_{name}")).ok();
    let (id, secret) = (variable("PLUGIN_ID"), variable("PLUGIN_SECRET"));
    let (user, project) = (variable("USER_KEY"), variable("PROJECT_KEY"));
    if let (Some(id), Some(secret), Some(user), Some(project)) = (id, secret, user, project) {
        let mut builder = Client::builder().plugin(id, secret).user_key(user);
        if let Some(host) = variable("HOST") {
            builder = builder.base_url(host);
        }
        tour(&builder.build()?, &project).await?;
    } else {
        println!("no credentials in the environment, so this runs against a sandbox of its own");
        let sandbox = paceline_sandbox::Sandbox::start().await?;
        let client = Client::builder()
            .plugin(paceline_sandbox::PLUGIN_ID, paceline_sandbox::PLUGIN_SECRET)
            .user_key(paceline_sandbox::USER_KEY)
            .base_url(sandbox.url())
            .build()?;
        tour(&client, paceline_sandbox::PROJECT_KEY).await?;
    }
    Ok(())
}

async fn tour(client: &Client, project: &str) -> Result<()> {
    let items = client.work_items();

    let id = items
        .create(project, "story", "Ship the first release")
        .field("priority", FieldValue::select("1"))
        .send()
        .await?;
    println!("created work item {id}");

    for item in items.query(project, "story", [id]).send().await? {
        let priority = item.field("priority")?.as_select()?;
        println!("read back {:?}, of priority {}", item.name.unwrap_or_default(), priority.value);
    }

    let comment = client.comments().create(project, "story", id).content("On its way").send().await?;
    println!("wrote comment {comment}");
    let mut comments = client.comments().list(project, "story", id).items();
    while let Some(comment) = comments.try_next().await? {
        println!("  {}: {:?}", comment.id, comment.content.unwrap_or_default());
    }

    for number in 1..=7 {
        items.create(project, "story", format!("Task {number}")).send().await?;
    }
    let clause = all([
        filter::name().matches("release"),
        any([filter::priority().has_any_of(["0", "1"]), filter::people().is_null()]),
    ]);
    for item in items.search(project, "story", clause).send().await? {
        println!("found {:?}", item.name.unwrap_or_default());
    }

    let mut pages = items.filter(project).work_item_type_keys(["story"]).page_size(3).pages();
    let mut count = 0;
    while let Some(page) = pages.try_next().await? {
        count += 1;
        let names: Vec<_> = page.items.iter().filter_map(|item| item.name.as_deref()).collect();
        println!("page {count} of {:?} items: {}", page.total.unwrap_or_default(), names.join(", "));
    }

    items.delete(project, "story", id).send().await?;
    match items.delete(project, "story", id).send().await {
        Err(error) if ErrorCode::of(&error) == Some(ErrorCode::WorkItemNotFound) => {
            println!("deleted, and gone")
        }
        other => println!("deleted; a second time: {other:?}"),
    }
    Ok(())
}
