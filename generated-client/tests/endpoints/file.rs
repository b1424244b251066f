// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! Every endpoint of `file`.
//!
//! `fixture.check` tries a call in three ways: in the sandbox, where it must succeed or be refused as
//! is known of it; against responses with something wrong in them; and against the published examples
//! of its response.
//!
//! `fixture.text` and `fixture.whole` give the id of something that exists in the sandbox where the
//! name is that of an id, and any text or number elsewhere.

use super::fixture::Fixture;

#[tokio::test]
async fn upload_form_with_nothing_optional() {
    let fixture = Fixture::start("file.upload_form", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .files()
                    .upload_form(
                        fixture.text("project_key"),
                        feishu_project::file::FileUse::CommentAttachment,
                        feishu_project::File::new("sample.txt", "sample"),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn upload_form_with_everything() {
    let fixture = Fixture::start("file.upload_form", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .files()
                    .upload_form(
                        fixture.text("project_key"),
                        feishu_project::file::FileUse::CommentAttachment,
                        feishu_project::File::new("sample.txt", "sample"),
                    )
                    .field_map(
                        feishu_project::JsonText(
                            feishu_project::Map::from([
                                (fixture.text("field_map"), fixture.text("field_map")),
                            ]),
                        ),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn download_with_nothing_optional() {
    let fixture = Fixture::start("file.download", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .files()
                    .download(fixture.text("project_key"), fixture.text("file_token"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn begin_upload_with_nothing_optional() {
    let fixture = Fixture::start("file.begin_upload", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .files()
                    .begin_upload(
                        fixture.text("project_key"),
                        feishu_project::file::FileUse::CommentAttachment,
                        fixture.whole("size"),
                        fixture.text("file_name"),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn begin_upload_with_everything() {
    let fixture = Fixture::start("file.begin_upload", "with_everything").await;
    fixture
        .check(
            &|client| {
                client
                    .files()
                    .begin_upload(
                        fixture.text("project_key"),
                        feishu_project::file::FileUse::CommentAttachment,
                        fixture.whole("size"),
                        fixture.text("file_name"),
                    )
                    .field_map(
                        feishu_project::Map::from([
                            (fixture.text("field_map"), fixture.text("field_map")),
                        ]),
                    )
                    .media_type(fixture.text("mime_type"))
                    .upload_id(fixture.text("upload_id"))
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn upload_part_with_nothing_optional() {
    let fixture = Fixture::start("file.upload_part", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .files()
                    .upload_part(
                        fixture.text("project_key"),
                        fixture.text("upload_id"),
                        fixture.whole("part_number"),
                        fixture.text("md5"),
                        feishu_project::File::new("sample.txt", "sample"),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn finish_upload_with_nothing_optional() {
    let fixture = Fixture::start("file.finish_upload", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .files()
                    .finish_upload(
                        fixture.text("project_key"),
                        fixture.text("upload_id"),
                    )
                    .send()
            },
        )
        .await;
}

#[tokio::test]
async fn abort_upload_with_nothing_optional() {
    let fixture = Fixture::start("file.abort_upload", "with_nothing_optional").await;
    fixture
        .check(
            &|client| {
                client
                    .files()
                    .abort_upload(fixture.text("project_key"), fixture.text("upload_id"))
                    .send()
            },
        )
        .await;
}
