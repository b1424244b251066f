//! The first call, as the README shows it: list the work items of a space and create one.
//!
//! Needs credentials for the real service: `cargo run -p feishu-project --example first_call -- ID SECRET USER SPACE`.

use feishu_project::{Client, Result};

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::result::Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut next = |what: &str| arguments.next().ok_or_else(|| format!("argument missing: {what}"));
    let (plugin_id, plugin_secret) = (next("plugin id")?, next("plugin secret")?);
    let (user_key, space) = (next("user key")?, next("space")?);
    first_call(&plugin_id, &plugin_secret, &user_key, &space).await?;
    Ok(())
}

async fn first_call(plugin_id: &str, plugin_secret: &str, user_key: &str, space: &str) -> Result<()> {
    let client = Client::builder()
        .plugin(plugin_id, plugin_secret) // its token is fetched, kept and renewed for you
        .user_key(user_key) // on whose behalf; `client.with_user_key(…)` acts for someone else
        .build()?;

    let id = client.work_items().create(space, "story", "Ship it").send().await?;

    let mut items = client.work_items().filter(space).work_item_type_keys(["story"]).items();
    while let Some(item) = items.try_next().await? {
        println!("{} {}", item.id, item.name.unwrap_or_default());
    }

    client.comments().create(space, "story", id).content("On its way").send().await?;
    Ok(())
}
