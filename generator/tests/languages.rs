//! Texts in several languages, all of them and one alone.

use std::collections::BTreeMap;

use paceline_generator::{
    CrateLayout, Loaded, SourceFile, diff, generate, import_openapi, load, openapi, render_diagnostics,
};
use serde_json::Value;

const API: &str = r#"
api: {name: Depot, crate: depot-client, version: 0.1.0, doc: {en: Keeps en-api., zh: 保管zh-api。}}
languages: [en, zh, de]
sources: {manual: {en: the en-source, zh: zh-source}}
hosts: {main: {url: "https://depot.example", doc: {en: An en-host., zh: zh-host。}}}
variables: {user: {type: string, doc: {en: An en-variable., zh: zh-variable。}}}
headers: {X-User: {value: "{user}", doc: {en: An en-header., zh: zh-header。}}}
auth: {credentials: {key: {doc: {en: An en-credential., zh: zh-credential。}, inputs: {key: {type: secret, doc: {en: An en-input., zh: zh-input。}}}, token: "{key}"}}}
rate_limits: {default: standard, sets: {standard: {doc: {en: An en-limit., zh: zh-limit。}, limits: 9/s}}}
envelopes: {plain: {}}
errors: {7: {name: lost, title: {zh: zh-wording}, category: not_found, retry: never, meaning: {en: An en-meaning., zh: zh-meaning。}, advice: {en: An en-advice., zh: zh-advice。}}}
"#;

const PARCELS: &str = r#"
resource: parcel
accessor: parcels
doc: {en: An en-resource., zh: zh-resource。}
endpoints:
  send:
    route: POST /parcels
    summary: {zh: zh-summary。, en: Does en-summary.}
    doc: {en: An en-doc., zh: zh-doc。}
    title: {zh: zh-title, de: de-title}
    effect: write
    permission: {en: en-permission, zh: zh-permission}
    query: {name?: {type: string, doc: {en: An en-field., zh: zh-field。}}}
    body:
      parcels: {type: [Item], append: {name: parcel, set: [size], doc: {en: Adds en-append., zh: zh-append。}}, doc: {en: An en-list., zh: zh-list。}}
    returns: Item
    errors: [7]
    sources: [manual]
types:
  Item:
    doc: {en: An en-type., zh: zh-type。}
    fields:
      size: {type: Size, doc: {en: An en-member., zh: zh-member。}}
      alone?: {type: string, doc: Said en-once.}
  Size:
    doc: {en: An en-enum., zh: zh-enum。}
    enum: string
    values: [{value: s, doc: {en: An en-value., zh: zh-value。}}]
"#;

fn loaded() -> Loaded {
    load_both(API, PARCELS)
}

#[track_caller]
fn load_both(api: &str, parcels: &str) -> Loaded {
    let file = |path: &str, text: &str| SourceFile { path: path.into(), text: text.into() };
    let files = [file("api.yaml", api), file("parcel.yaml", parcels)];
    load(&files).unwrap_or_else(|errors| panic!("{}", render_diagnostics(&errors, &files, false)))
}

/// The file of the calls.
fn client(loaded: &Loaded) -> String {
    let files = generate(&loaded.api, &CrateLayout::Workspace);
    files.into_iter().find(|file| file.path == "src/parcel.rs").expect("the resource has a file").text
}

/// The marked words of a language in the Rust files of the client.
fn words(loaded: &Loaded, language: &str) -> Vec<String> {
    let files = generate(&loaded.api, &CrateLayout::Workspace);
    let rust = files.iter().filter(|file| file.path.ends_with(".rs"));
    let is_letter = |c: char| c.is_ascii_lowercase() || c == '-';
    let mark = format!("{language}-");
    let mut found: Vec<String> = rust
        .flat_map(|file| file.text.split(|c| !is_letter(c)).map(str::to_owned).collect::<Vec<_>>())
        .filter(|word| word.starts_with(&mark) && word.len() > mark.len())
        .map(|word| word[mark.len()..].to_owned())
        .collect();
    found.sort();
    found.dedup();
    found
}

#[test]
fn all_languages_are_in_the_docs_or_one_alone() {
    let all = loaded();
    assert_eq!(words(&all, "de"), ["title"]);
    let english = words(&all, "en");
    for wanted in
        ["summary", "doc", "field", "member", "value", "type", "resource", "api", "permission", "advice"]
    {
        assert!(english.iter().any(|word| word == wanted), "{wanted}: {english:?}");
        let chinese = words(&all, "zh");
        // What stands in the middle of a sentence is in the language of the sentence.
        assert!(wanted == "permission" || chinese.iter().any(|word| word == wanted), "{wanted}: {chinese:?}");
    }
    let mut chinese = loaded();
    chinese.api.keep_one_language("zh");
    assert_eq!(words(&chinese, "en"), ["once"], "what has one language alone keeps it");
    assert!(words(&chinese, "zh").len() >= english.len(), "{:?}", words(&chinese, "zh"));
    let mut english_alone = loaded();
    english_alone.api.keep_one_language("en");
    assert_eq!(
        words(&english_alone, "zh"),
        ["title", "wording"],
        "titles are in the language that they have"
    );
    assert_eq!(words(&english_alone, "en"), english);
}

#[test]
fn a_title_is_found_by_the_search_of_the_docs() {
    let client = client(&loaded());
    assert!(client.contains("#[doc(alias = \"zh-title\")]"), "{client}");
    assert!(client.contains("#[doc(alias = \"de-title\")]"), "{client}");
}

#[test]
fn a_document_has_the_main_language_and_the_others_beside_it() {
    let loaded = loaded();
    let text = openapi(&loaded.api);
    let document: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(document["info"]["x-languages"], serde_json::json!(["en", "zh", "de"]));
    let operation = &document["paths"]["/parcels"]["post"];
    assert_eq!(operation["summary"], "Does en-summary.");
    assert_eq!(
        operation["x-translations"],
        serde_json::json!({
            "zh": {"summary": "zh-summary。", "x-title": "zh-title", "description": "zh-doc。"},
            "de": {"x-title": "de-title"}
        })
    );
    assert_eq!(operation["parameters"][0]["x-translations"]["zh"]["description"], "zh-field。");
    let size = &document["components"]["schemas"]["Item"]["properties"]["size"];
    assert_eq!(size["x-translations"]["zh"]["description"], "zh-member。");
    // The document carries its spec, which comes back in all languages.
    let mut no_files = |path: &str| Err(format!("no file `{path}`"));
    let back = import_openapi(&text, "9/s", &mut no_files).unwrap();
    let again = load(&back.files).unwrap();
    assert_eq!(openapi(&again.api), text);
}

/// Every text of a document, by the place of what it is a text of.
fn translations(value: &Value, place: &str, found: &mut BTreeMap<String, Value>) {
    let members = value.as_object().into_iter().flatten().map(|(key, value)| (key.clone(), value));
    let items = value.as_array().into_iter().flatten().enumerate();
    for (key, value) in members.chain(items.map(|(index, value)| (index.to_string(), value))) {
        if key == "x-translations" {
            found.insert(place.to_owned(), value.clone());
        }
        translations(value, &format!("{place}/{key}"), found);
    }
}

#[test]
fn a_document_without_its_spec_is_read_in_all_its_languages() {
    let mut document: Value = serde_json::from_str(&openapi(&loaded().api)).unwrap();
    document.as_object_mut().unwrap().remove("x-spec");
    let mut no_files = |path: &str| Err(format!("no file `{path}`"));
    let back = import_openapi(&document.to_string(), "9/s", &mut no_files).unwrap();
    let again = load(&back.files)
        .unwrap_or_else(|errors| panic!("{}", render_diagnostics(&errors, &back.files, false)));
    let again: Value = serde_json::from_str(&openapi(&again.api)).unwrap();
    assert_eq!(again["info"]["x-languages"], document["info"]["x-languages"]);
    let [mut before, mut after] = [BTreeMap::new(), BTreeMap::new()];
    translations(&document, "", &mut before);
    translations(&again, "", &mut after);
    // Headers come back as members of calls, or not at all where a credential sends them.
    before.retain(|place, _| !place.starts_with("/components/parameters"));
    after.retain(|place, _| before.contains_key(place));
    assert_eq!(before, after);
    assert!(before.len() >= 9, "{before:#?}");
    let unread: Vec<_> = back.notes.iter().filter(|note| note.message.contains("x-translations")).collect();
    assert!(unread.is_empty(), "{unread:?}");
}

#[test]
fn a_changed_translation_changes_docs_alone() {
    let changed = [API, PARCELS].map(|text| text.replace("zh: zh-", "zh: other-").replace("de-", "other-"));
    let other = load_both(&changed[0], &changed[1]);
    assert_ne!(openapi(&other.api), openapi(&loaded().api));
    let changes = diff(&loaded().api, &other.api);
    assert!(changes.is_empty(), "{changes:?}");
}

#[test]
fn a_title_that_rustc_takes_for_no_alias_is_none() {
    let titles =
        [("de: de-title", "de: zh-title"), ("de: de-title", "de: send"), ("de: de-title", "de: \"a\\\"b\"")];
    for (from, to) in titles {
        let client = client(&load_both(API, &PARCELS.replace(from, to)));
        assert_eq!(client.matches("#[doc(alias = ").count(), 1, "{to}: {client}");
    }
}
