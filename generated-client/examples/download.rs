//! Downloads a file by its token, with a progress bar: `cargo run -p feishu-project --example download -- TOKEN PATH`.
//!
//! It takes `FEISHU_PROJECT_PLUGIN_ID`, `FEISHU_PROJECT_PLUGIN_SECRET`, `FEISHU_PROJECT_USER_KEY` and
//! `FEISHU_PROJECT_PROJECT_KEY` from the environment, and `FEISHU_PROJECT_HOST` if it is not the default host.

use std::env;
use std::io::Write;

use feishu_project::{Client, FileToken};
use indicatif::{ProgressBar, ProgressStyle};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let mut arguments = env::args().skip(1);
    let token: FileToken = arguments.next().ok_or("the token of the file is missing")?.into();
    let path = arguments.next().ok_or("the path to write to is missing")?;
    let variable = |name: &str| {
        let name = format!("FEISHU_PROJECT_{name}");
        env::var(&name).map_err(|_| format!("{name} is not set"))
    };
    let mut builder = Client::builder()
        .plugin(variable("PLUGIN_ID")?, variable("PLUGIN_SECRET")?)
        .user_key(variable("USER_KEY")?);
    if let Ok(host) = variable("HOST") {
        builder = builder.base_url(host);
    }
    let client = builder.build()?;

    let mut download = client.files().download(variable("PROJECT_KEY")?, token).send().await?;
    println!("{}", download.file_name().as_deref().unwrap_or("a file without a name"));
    let length =
        download.headers().get("Content-Length").and_then(|length| length.to_str().ok()?.parse().ok());
    let style =
        ProgressStyle::with_template("{bar:40} {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left")?;
    let bar = length.map_or_else(ProgressBar::no_length, ProgressBar::new).with_style(style);
    // `download.save(path)` does the same without a bar, and leaves nothing behind when it fails.
    let mut file = bar.wrap_write(std::io::BufWriter::new(std::fs::File::create(path)?));
    while let Some(chunk) = download.chunk().await? {
        file.write_all(&chunk)?;
    }
    file.flush()?;
    bar.finish();
    Ok(())
}
