//! From the address of a work item, as a browser shows it, to the work item, and back to an address: nothing but the one
//! call is asked of the service.
//!
//! `cargo run -p feishu-project --example links` runs it against a sandbox of its own.

use feishu_project::Client;
use feishu_project::links::Link;
use paceline_sandbox::{PLUGIN_ID, PLUGIN_SECRET, PROJECT_KEY, Sandbox, USER_KEY};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let sandbox = Sandbox::start().await?;
    let client = Client::builder()
        .plugin(PLUGIN_ID, PLUGIN_SECRET)
        .user_key(USER_KEY)
        .base_url(sandbox.url())
        .build()?;
    let created = client.work_items().create(PROJECT_KEY, "story", "Ship it").send().await?;
    let address = format!("https://project.feishu.cn/{PROJECT_KEY}/story/detail/{created}?from=chat");
    println!("{address} is {:?}", name_at(&client, &address).await?);
    Ok(())
}

async fn name_at(client: &Client, address: &str) -> Result<Option<String>, Box<dyn std::error::Error>> {
    // Such as `https://project.feishu.cn/demo/story/detail/5000000001?from=chat`.
    let Link::WorkItem { project_key, work_item_type_key, work_item_id } = Link::parse(address)? else {
        return Err("not the address of a work item".into());
    };
    let items = client.work_items().query(project_key, work_item_type_key, [work_item_id]).send().await?;

    Link::Overview { project_key: "demo".into() }.to_url()?; // https://project.feishu.cn/demo/overview

    Ok(items.into_iter().next().and_then(|item| item.name))
}
