//! Uploads a file of any size, with a progress bar: `cargo run -p feishu-project --example upload -- FILE`.
//!
//! When it is interrupted, even by `kill -9`, the same command goes on where it was: what that needs stands in
//! `FILE.upload.json` until the upload is done.
//!
//! Without credentials in the environment it uploads to a sandbox of its own. Against the real service, set
//! `FEISHU_PROJECT_PLUGIN_ID`, `FEISHU_PROJECT_PLUGIN_SECRET`, `FEISHU_PROJECT_USER_KEY` and
//! `FEISHU_PROJECT_PROJECT_KEY`, and `FEISHU_PROJECT_HOST` if it is not the default host.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use feishu_project::file::FileUse;
use feishu_project::{Client, ErrorKind, File, UploadState};
use indicatif::{ProgressBar, ProgressStyle};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let path = env::args_os().nth(1).map(PathBuf::from).ok_or("the file to upload is missing")?;
    let variable = |name: &str| env::var(format!("FEISHU_PROJECT_{name}")).ok();
    let (id, secret) = (variable("PLUGIN_ID"), variable("PLUGIN_SECRET"));
    let (user, project) = (variable("USER_KEY"), variable("PROJECT_KEY"));
    if let (Some(id), Some(secret), Some(user), Some(project)) = (id, secret, user, project) {
        let mut builder = Client::builder().plugin(id, secret).user_key(user);
        if let Some(host) = variable("HOST") {
            builder = builder.base_url(host);
        }
        upload(&builder.build()?, &project, &path).await
    } else {
        println!("no credentials in the environment, so this uploads to a sandbox of its own");
        let sandbox = paceline_sandbox::Sandbox::start().await?;
        let client = Client::builder()
            .plugin(paceline_sandbox::PLUGIN_ID, paceline_sandbox::PLUGIN_SECRET)
            .user_key(paceline_sandbox::USER_KEY)
            .base_url(sandbox.url())
            .build()?;
        upload(&client, paceline_sandbox::PROJECT_KEY, &path).await
    }
}

async fn upload(client: &Client, project: &str, path: &Path) -> Result<()> {
    let file = File::open(path).await?;
    let state_path = path.with_added_extension("upload.json");
    let bar = ProgressBar::no_length().with_style(ProgressStyle::with_template(
        "{bar:40} {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left",
    )?);

    let shown = bar.clone();
    let stored = state_path.clone();
    let mut call = client
        .files()
        .upload(project, FileUse::CommentAttachment, file)
        .on_progress(move |progress| {
            shown.set_length(progress.total);
            shown.set_position(progress.done);
        })
        .on_begun(move |state| {
            if let Err(error) = store(&stored, state) {
                eprintln!("this upload cannot be resumed: {}: {error}", stored.display());
            }
        });
    if let Some(state) = load(&state_path)? {
        println!("going on with the upload {}", state.upload_id());
        call = call.resume(state);
    }

    let uploaded = call.send().await.inspect_err(|error| {
        if error.kind() == ErrorKind::Invalid {
            eprintln!("to begin anew, remove {}", state_path.display());
        }
    })?;
    bar.finish();
    if state_path.exists() {
        fs::remove_file(&state_path)?;
    }
    let token = uploaded.file_token.ok_or("the response holds no token")?;
    println!("uploaded as {token}");
    Ok(())
}

/// The state is there whole or not at all, whenever the process ends.
fn store(path: &Path, state: &UploadState) -> io::Result<()> {
    let unfinished = path.with_added_extension("new");
    fs::write(&unfinished, serde_json::to_vec(state)?)?;
    fs::rename(unfinished, path)
}

fn load(path: &Path) -> Result<Option<UploadState>> {
    match fs::read(path) {
        Ok(text) => Ok(Some(serde_json::from_slice(&text)?)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}
