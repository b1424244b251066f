// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `chat`.
//!
//! `fixture.check` tries a call in three ways: in the sandbox, where it must succeed or be refused as
//! is known of it; against responses with something wrong in them; and against the published examples
//! of its response.
//!
//! `fixture.text` and `fixture.whole` give the id of something that exists in the sandbox where the
//! name is that of an id, and any text or number elsewhere.

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
