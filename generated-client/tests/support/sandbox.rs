//! The sandbox, and a client of it.

use feishu_project::Client;
use paceline_sandbox::Sandbox;

/// Starts a sandbox and makes a client of it.
pub(crate) async fn start() -> (Sandbox, Client) {
    let sandbox = Sandbox::start().await.expect("a sandbox starts");
    let client = Client::builder()
        .plugin(paceline_sandbox::PLUGIN_ID, paceline_sandbox::PLUGIN_SECRET)
        .user_key(paceline_sandbox::USER_KEY)
        .base_url(sandbox.url())
        .build()
        .expect("the client is set up right");
    (sandbox, client)
}
