//! Uploads and downloads of large files: in little memory, and whole, although parts fail and the process is killed.
//!
//! The processes are the examples `upload` and `download`.
#![cfg(target_os = "linux")]

mod process;
mod relay;
mod server;

use std::path::Path;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};

use feishu_project::comment::{CommentOnItem, FileContent};
use md5::{Digest, Md5};
use paceline_sandbox::{PLUGIN_ID, PLUGIN_SECRET, PROJECT_KEY, Sandbox, USER_KEY};

use super::official::of_sandbox;
use process::{example, finish, start, watch};
use relay::Relay;
use server::{Shared, Upload, hex, serve};

const MIB: u64 = 1 << 20;

/// Writes a file whose parts all differ, piece by piece; gives the MD5 of each part.
fn write_file(path: &Path, size: u64, part_size: u64) -> Vec<String> {
    let mut file = std::io::BufWriter::new(std::fs::File::create(path).unwrap());
    let count = (size / part_size).max(1);
    (0..count)
        .map(|number| {
            let end = if number + 1 == count { size } else { (number + 1) * part_size };
            let mut sum = Md5::new();
            let mut at = number * part_size;
            while at < end {
                let piece: Vec<u8> = (at / 8..)
                    .flat_map(u64::to_le_bytes)
                    .take(usize::try_from(MIB.min(end - at)).unwrap())
                    .collect();
                sum.update(&piece);
                std::io::Write::write_all(&mut file, &piece).unwrap();
                at += piece.len() as u64;
            }
            hex(sum)
        })
        .collect()
}

/// Uploads a file while the process is killed so many times; the greatest memory of all runs must stay below 32 MiB.
fn upload_and_kill(size: u64, part_size: u64, kills: usize) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.bin");
    let sums = write_file(&path, size, part_size);
    let upload: Shared = Arc::new(Mutex::new(Upload { part_size, ..Upload::default() }));
    let url = serve(Arc::clone(&upload));
    let program = example("upload");
    let settings = [
        ("HOST", url.as_str()),
        ("PLUGIN_ID", "p"),
        ("PLUGIN_SECRET", "s"),
        ("USER_KEY", "u"),
        ("PROJECT_KEY", "demo"),
    ];
    let arrived = || upload.lock().unwrap().arrived;

    let mut most = 0;
    for kill in 1..=kills {
        let mut process = start(&program, settings, &[&path]);
        // Wherever it is when so many parts have arrived.
        let until = sums.len() * kill / (kills + 1);
        most = most.max(watch(&mut process, || arrived() >= until));
        assert!(
            process.try_wait().unwrap().is_none(),
            "it ended by itself: {:?}",
            process.wait_with_output()
        );
        process.kill().unwrap();
        process.wait().unwrap();
    }
    let (last, output) = finish(start(&program, settings, &[&path]));
    most = most.max(last);
    assert!(String::from_utf8_lossy(&output.stdout).contains("uploaded as t-1"));

    let upload = upload.lock().unwrap();
    assert_eq!(upload.sums.values().cloned().collect::<Vec<_>>(), sums);
    assert!(upload.finished);
    assert_eq!(upload.begun, 1, "it was resumed, not begun anew");
    // The five that were on their way when the process was killed may have arrived without its knowledge.
    assert!(upload.arrived <= sums.len() + 5 * kills, "{} parts for {}", upload.arrived, sums.len());
    assert!((MIB..32 * MIB).contains(&most), "{} MiB of memory", most / MIB);
    println!(
        "{} parts of {part_size} bytes, {} sent, {} MiB of memory",
        sums.len(),
        upload.arrived,
        most / MIB
    );
    assert!(!path.with_added_extension("upload.json").exists());
}

/// Uploads a file to the sandbox and downloads it again, while ten parts fail and the process is killed in the middle.
async fn there_and_back(size: u64, failing: std::ops::Range<usize>) {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("large.bin"), folder.path().join("copy.bin"));
    let sum = write_file(&path, size, size);
    let sandbox = Sandbox::start().await.unwrap();
    let mut failures = std::collections::BTreeSet::new();
    let mut random = paceline_test_support::Rng::new();
    while failures.len() < 10 {
        failures.insert(random.usize(failing.clone()));
    }
    println!("these part requests fail: {failures:?}");
    let relay = Relay::new(sandbox.url(), failures);
    let url = relay::serve(Arc::clone(&relay)).await;
    let upload_to: [(&'static str, String); 5] = [
        ("HOST", url),
        ("PLUGIN_ID", PLUGIN_ID.to_owned()),
        ("PLUGIN_SECRET", PLUGIN_SECRET.to_owned()),
        ("USER_KEY", USER_KEY.to_owned()),
        ("PROJECT_KEY", PROJECT_KEY.to_owned()),
    ];
    let settings = upload_to.clone();
    let (middle, watched, from) = (failing.end / 2, Arc::clone(&relay), path.clone());
    let (most, token) = tokio::task::spawn_blocking(move || {
        let (program, settings) =
            (example("upload"), settings.each_ref().map(|(name, value)| (*name, &**value)));
        let mut process = start(&program, settings, &[&from]);
        let first = watch(&mut process, || watched.taken.load(Ordering::SeqCst) >= middle);
        assert!(
            process.try_wait().unwrap().is_none(),
            "it ended by itself: {:?}",
            process.wait_with_output()
        );
        process.kill().unwrap();
        process.wait().unwrap();
        let (last, output) = finish(start(&program, settings, &[&from]));
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(said.contains("going on with the upload"), "{said}");
        (first.max(last), said.split("uploaded as ").nth(1).expect("a token").trim().to_owned())
    })
    .await
    .unwrap();
    assert_eq!(relay.failed.lock().unwrap().len(), 10);

    // Nobody can download it until a comment names it.
    let client = of_sandbox(&sandbox);
    let item = client.work_items().create(PROJECT_KEY, "story", "An item").send().await.unwrap();
    let file = FileContent::new(token.clone());
    client.comments().post(PROJECT_KEY, CommentOnItem::new("story", item), file).send().await.unwrap();
    let into = copy.clone();
    let (back, _) = tokio::task::spawn_blocking(move || {
        let settings = upload_to.each_ref().map(|(name, value)| (*name, &**value));
        finish(start(&example("download"), settings, &[token.as_ref(), into.as_os_str()]))
    })
    .await
    .unwrap();

    let mut copied = Md5::new();
    let mut reader = std::io::BufReader::with_capacity(1 << 20, std::fs::File::open(&copy).unwrap());
    loop {
        let piece = std::io::BufRead::fill_buf(&mut reader).unwrap();
        if piece.is_empty() {
            break;
        }
        copied.update(piece);
        let length = piece.len();
        std::io::BufRead::consume(&mut reader, length);
    }
    assert_eq!([hex(copied)], sum[..]);
    println!("up in {} MiB of memory, down in {}", most / MIB, back / MIB);
    assert!((MIB..32 * MIB).contains(&most) && (MIB..32 * MIB).contains(&back));
}

#[test]
fn an_upload_that_is_killed_goes_on_where_it_was() {
    upload_and_kill(48 * MIB + 7, MIB, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_comes_back_from_the_sandbox_although_parts_fail_and_the_process_is_killed() {
    there_and_back(130 * MIB + 7, 0..20).await;
}

/// `cargo test --release -p feishu-project --test calls -- --ignored --nocapture a_gigabyte`
#[test]
#[ignore = "a gigabyte takes a while"]
fn a_gigabyte_goes_up_in_little_memory_although_the_process_is_killed() {
    upload_and_kill(1_000_000_000, 20 * MIB, 10);
}

/// `cargo test --release -p feishu-project --test calls -- --ignored --nocapture a_gigabyte`
#[tokio::test(flavor = "multi_thread")]
#[ignore = "a gigabyte takes a while"]
async fn a_gigabyte_comes_back_from_the_sandbox() {
    there_and_back(1_000_000_000, 0..150).await;
}
