// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `chat`.

use super::fixture::Fixture;

#[tokio::test]
async fn invite_bots_with_nothing_optional() {
    let fixture = Fixture::start("chat.invite_bots", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .chats()
                    .invite_bots(
                        fixture.text("project_key"),
                        fixture.whole("work_item_id"),
                        fixture.text("work_item_type_key"),
                        [fixture.text("app_ids")],
                    )
                    .send()
            },
        )
        .await;
}
