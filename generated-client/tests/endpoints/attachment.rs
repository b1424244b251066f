// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `attachment`.
//!
//! `fixture.check` tries a call in three ways: in the sandbox, where it must succeed or be refused as
//! is known of it; against responses with something wrong in them; and against the published examples
//! of its response.
//!
//! `fixture.text` and `fixture.whole` give the id of something that exists in the sandbox where the
//! name is that of an id, and any text or number elsewhere.

use super::fixture::Fixture;

#[tokio::test]
async fn upload_with_nothing_optional() {
    let fixture = Fixture::start("attachment.upload", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .attachments()
                    .upload(
                        fixture.text("project_key"),
                        feishu_project::File::new("sample.txt", "sample"),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn add_with_nothing_optional() {
    let fixture = Fixture::start("attachment.add", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .attachments()
                    .add(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                        feishu_project::File::new("sample.txt", "sample"),
                    )
                    .field_key(fixture.text("field_key"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn add_with_everything() {
    let fixture = Fixture::start("attachment.add", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .attachments()
                    .add(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                        feishu_project::File::new("sample.txt", "sample"),
                    )
                    .field_key(fixture.text("field_key"))
                    .field_alias(fixture.text("field_alias"))
                    .index(fixture.whole("index"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn download_with_nothing_optional() {
    let fixture = Fixture::start("attachment.download", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .attachments()
                    .download(
                        fixture.text("project_key"),
                        fixture.text("work_item_type_key"),
                        fixture.whole("work_item_id"),
                        fixture.text("file_id"),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn delete_with_nothing_optional() {
    let fixture = Fixture::start("attachment.delete", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .attachments()
                    .delete(
                        fixture.text("project_key"),
                        fixture.whole("work_item_id"),
                        [fixture.text("file_id")],
                    )
                    .field_key(fixture.text("field_key"))
                    .send()
            },
        )
        .await;
}
