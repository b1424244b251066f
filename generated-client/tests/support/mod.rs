//! What the tests of the client share.

use feishu_project::Client;
use sandbox::Sandbox;

/// A sandbox, and a client of it.
pub(crate) async fn start() -> (Sandbox, Client) {
    let sandbox = Sandbox::start().await.expect("a sandbox starts");
    let client = Client::builder()
        .plugin(sandbox::PLUGIN_ID, sandbox::PLUGIN_SECRET)
        .user_key(sandbox::USER_KEY)
        .base_url(sandbox.url())
        .build()
        .expect("the client is set up right");
    (sandbox, client)
}
