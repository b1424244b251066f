//! The client's rate limits are those of the official table: `data/limits.zh.txt` holds its rows as the manual's
//! overview of the Open API prints them. What the table does not list may be called 15 times a second.
#![cfg(feature = "all")]

use std::collections::BTreeMap;

use feishu_project::endpoints::ENDPOINTS;

const TABLE: &str = include_str!("data/limits.zh.txt");

/// The limits by method and path, as (requests, seconds), the shortest window first.
type Limits = BTreeMap<String, Vec<(u32, u64)>>;

fn official() -> Limits {
    TABLE.lines().filter(|line| !line.is_empty()).map(row).collect()
}

/// A row such as `[POST]/open_api/a/:b | 同时限制 15 QPS 和 450 QPM`.
fn row(line: &str) -> (String, Vec<(u32, u64)>) {
    let (endpoint, limits) = line.split_once('|').expect("a row has two columns");
    let (method, path) =
        endpoint.trim().trim_start_matches('[').split_once(']').expect("a method comes first");
    let words: Vec<&str> = limits.split_whitespace().collect();
    let limit = |pair: &[&str]| {
        let seconds = match pair[1] {
            "QPS" => 1,
            "QPM" => 60,
            _ => return None,
        };
        Some((pair[0].parse().expect("a unit follows a number"), seconds))
    };
    (format!("{method} {path}"), words.windows(2).filter_map(limit).collect())
}

fn ours() -> Limits {
    let endpoints = ENDPOINTS.iter().map(|endpoint| {
        let method = format!("{:?}", endpoint.method).to_uppercase();
        let limits = endpoint.limits.limits.iter().map(|limit| (limit.requests(), limit.window().as_secs()));
        (format!("{method} {}", endpoint.path), limits.collect())
    });
    endpoints.collect()
}

#[test]
fn every_row_of_the_table_holds_here() {
    let (official, ours) = (official(), ours());
    assert_eq!(official.len(), 7, "the table has seven rows");
    for (endpoint, limits) in &official {
        assert!(!limits.is_empty(), "{endpoint}: no limit was read");
        assert_eq!(ours.get(endpoint), Some(limits), "{endpoint}");
    }
}

#[test]
fn what_the_table_does_not_list_has_the_default() {
    let official = official();
    let ours = ours();
    let exceptions: Limits = ours.into_iter().filter(|(_, limits)| *limits != [(15, 1)]).collect();
    assert_eq!(exceptions, official);
}
