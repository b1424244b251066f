// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `chat`.

use super::world::World;

#[tokio::test]
async fn invite_bots_with_nothing_optional() {
    let world = World::start("chat.invite_bots", "with_nothing_optional").await;
    let call = world
        .client()
        .chats()
        .invite_bots(
            world.text("project_key"),
            world.whole("work_item_id"),
            world.text("work_item_type_key"),
            [world.text("app_ids")],
        );
    world.check(call.send().await);
}
