//! A program that uses the client of the second API as its users would. `second_api.rs` compiles and runs it.

use std::time::{Duration, Instant};

use twitch_helix::stream::StreamFilter;
use twitch_helix::chat::CheckedText;
use twitch_helix::{Client, ErrorCode, ErrorKind, Result};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let [url, token] = ["SANDBOX_URL", "SANDBOX_TOKEN"].map(|name| std::env::var(name).expect(name));
    let client = Client::builder().base_url(&url).user(&*token).client_id("an-application").build()?;
    reads(&client).await?;
    walks(&client).await?;
    writes(&client).await?;
    fails(&client).await;
    waits(&client).await?;
    wrong_token(&url).await;
    Ok(())
}

/// A read with query parameters, lists among them.
async fn reads(client: &Client) -> Result<()> {
    let users = client.users().query().id(["141981764", "42"]).login(["someone"]).send().await?;
    assert!(!users.is_empty() && !users[0].display_name.is_empty(), "{users:?}");
    let page = client.streams().list().language(["en"]).kind(StreamFilter::Live).first(7).send().await?;
    assert_eq!(page.items.len(), 7);
    Ok(())
}

/// A walk over all pages by the cursor that each one gives.
async fn walks(client: &Client) -> Result<()> {
    let mut pages = client.streams().list().first(20).pages();
    let mut sizes = Vec::new();
    while let Some(page) = pages.try_next().await? {
        sizes.push(page.items.len());
    }
    assert_eq!(sizes, [20, 20, 5]);
    let mut followers = client.channels().followers("42").items();
    let mut count = 0;
    while followers.try_next().await?.is_some() {
        count += 1;
    }
    assert_eq!(count, 45);
    Ok(())
}

/// Writes: one that answers nothing, one that answers data.
async fn writes(client: &Client) -> Result<()> {
    client.channels().update("42").title("Now with types").delay(3).send().await?;
    let sent = client.chats().send("42", "42", "Hello").send_with_meta().await?;
    assert_eq!((sent.data.is_empty(), sent.meta.status.as_u16()), (false, 200));
    Ok(())
}

/// What is wrong in itself is not sent; what the server refuses keeps its code and message.
async fn fails(client: &Client) {
    let error = client.clips().list().send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Invalid, "{error}");
    let error = client.streams().list().after("no cursor at all").send().await.unwrap_err();
    assert_eq!((error.kind(), error.code(), error.status()), (ErrorKind::Api, Some(400), Some(400)), "{error}");
    assert_eq!(error.code().map(ErrorCode::from), Some(ErrorCode::BadRequest));
    assert!(error.to_string().contains("no cursor of this sandbox"), "{error}");
    assert!(error.to_string().contains("Correct the request"), "{error}");
}

/// Bursts beyond a limit wait, and never earn a refusal.
async fn waits(client: &Client) -> Result<()> {
    // 3/s: five take more than a second.
    let start = Instant::now();
    let burst: Vec<_> = (0..5)
        .map(|number| tokio::spawn(client.chats().whisper("42", "43", format!("Number {number}")).send_with_meta()))
        .collect();
    let mut waited = Duration::ZERO;
    for call in burst {
        waited = waited.max(call.await.expect("no panic")?.meta.waited);
    }
    assert!(start.elapsed() >= Duration::from_secs(1), "{:?}", start.elapsed());
    assert!(waited >= Duration::from_millis(900), "{waited:?}");
    // 5/min: the sixth would have to wait for most of a minute, and says so at once when it may not.
    let check = || client.chats().check("42", [CheckedText::new("1", "Is this fine?")]);
    for _ in 0..5 {
        check().send().await?;
    }
    let start = Instant::now();
    let error = check().deadline(Duration::from_millis(300)).send().await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::LocalLimit, 0), "{error}");
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    Ok(())
}

async fn wrong_token(url: &str) {
    let client = Client::builder().base_url(url).user("not-a-token").client_id("an-application").build().unwrap();
    let error = client.users().query().send().await.unwrap_err();
    assert_eq!((error.code(), error.attempts()), (Some(401), 1), "{error}");
    assert!(!error.to_string().contains("not-a-token"), "{error}");
}
