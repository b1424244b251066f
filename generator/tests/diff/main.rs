//! Every kind of change between two specs, and whether it breaks callers.

mod of_endpoints;
mod of_links_and_events;
mod of_the_api;
mod of_types;

use paceline_generator::{
    Change, ChangeKind, SourceFile, diff, ir::Api, load, render_changes, render_diagnostics,
};

/// Every feature that can change, once.
const API: &str = include_str!("api.yaml");
const SHOP: &str = include_str!("shop.yaml");

#[track_caller]
fn api(texts: [&str; 2]) -> Api {
    let files: Vec<_> = texts
        .iter()
        .zip(["api.yaml", "shop.yaml"])
        .map(|(text, path)| SourceFile { path: path.to_owned(), text: (*text).to_owned() })
        .collect();
    load(&files).unwrap_or_else(|errors| panic!("{}", render_diagnostics(&errors, &files, false))).api
}

/// What is found when each of some texts is replaced by another, in whichever file holds it.
#[track_caller]
fn changes(replacements: &[(&str, &str)]) -> Vec<Change> {
    let (mut first, mut second) = (API.to_owned(), SHOP.to_owned());
    for (from, to) in replacements {
        let count = first.matches(from).count() + second.matches(from).count();
        assert_eq!(count, 1, "`{from}` must stand in the specs once");
        (first, second) = (first.replace(from, to), second.replace(from, to));
    }
    diff(&api([API, SHOP]), &api([&first, &second]))
}

/// The kinds of changes that are found, in their order, when each of some texts is replaced by another: text and replacement.
type Case<'a> = (&'a [ChangeKind], &'a [(&'a str, &'a str)]);

use ChangeKind as K;
use of_endpoints::{OF_ENDPOINTS, OF_FIELDS};
use of_links_and_events::{OF_EVENTS, OF_LINKS};
use of_the_api::{OF_ENVELOPES, OF_THE_API};
use of_types::{OF_CONVENIENCES, OF_TYPES};

/// All cases.
fn cases() -> Vec<Case<'static>> {
    [OF_THE_API, OF_ENVELOPES, OF_ENDPOINTS, OF_FIELDS, OF_TYPES, OF_CONVENIENCES, OF_LINKS, OF_EVENTS]
        .concat()
}

#[test]
fn each_kind_of_change_is_found_and_nothing_else() {
    let mut wrong = Vec::new();
    for (expected, replacements) in cases() {
        // Other changes come with it; a test of its own looks for it.
        if expected.contains(&K::TypeMoved) {
            continue;
        }
        let found = changes(replacements);
        let kinds: Vec<_> = found.iter().map(|change| change.kind).collect();
        if kinds != expected {
            wrong.push(format!("{replacements:?}: expected {expected:?}, found\n{}", render_changes(&found)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_type_in_another_module_has_moved() {
    let moved = SHOP.replace("resource: item\n", "resource: goods\n");
    let found = diff(&api([API, SHOP]), &api([API, &moved]));
    assert!(found.iter().any(|change| change.kind == K::TypeMoved && change.subject == "type `Item`"));
    assert!(found.iter().any(|change| change.kind == K::EndpointRenamed), "its endpoints have other ids");
}

/// The member that tells variants apart is called alike in unions that have nothing else in common.
#[test]
fn a_union_is_not_renamed_because_another_one_by_the_same_member_came() {
    let old = SHOP.replace("types:\n", "types:\n  Past: {doc: Past., union: {by: how, of: {made: Made}}}\n");
    let new =
        SHOP.replace("types:\n", "types:\n  Next: {doc: Next., union: {by: how, of: {bought: Bought}}}\n");
    let mut kinds: Vec<_> =
        diff(&api([API, &old]), &api([API, &new])).iter().map(|change| change.kind).collect();
    kinds.sort_by_key(|kind| kind.name());
    assert_eq!(kinds, [K::TypeAdded, K::TypeRemoved]);
}

#[test]
fn every_kind_of_change_has_a_case() {
    let all = cases();
    for kind in K::ALL {
        assert!(all.iter().any(|(kinds, _)| kinds.contains(kind)), "no case for `{}`", kind.name());
    }
}

#[test]
fn nothing_changes_between_a_spec_and_itself_in_any_order() {
    assert_eq!(diff(&api([API, SHOP]), &api([API, SHOP])), []);
}

#[test]
fn what_breaks_is_told_first_and_with_its_place() {
    let said = render_changes(&changes(&[("min: 1", "min: 2"), ("max_length: 20", "max_length: 30")]));
    let expected = "breaks callers:\n  endpoint `item.add`: parameter `price`: `min` was 1 and is 2 [bound-narrowed]\n    --> \
                    shop.yaml:15:7\n\nbreaks nobody:\n  endpoint `item.add`: parameter `name`: `max_length` was 20 and is 30 \
                    [bound-widened]\n    --> shop.yaml:14:7\n\n1 change breaks callers, 1 not\n";
    assert_eq!(said, expected);
}
