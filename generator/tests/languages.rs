//! Texts in several languages, all of them and one alone.

use paceline_generator::{
    CrateLayout, Loaded, SourceFile, generate, import_openapi, load, openapi, render_diagnostics,
};

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
      parcels: {type: [Parcel], append: {name: parcel, set: [size], doc: {en: Adds en-append., zh: zh-append。}}, doc: {en: An en-list., zh: zh-list。}}
    returns: Parcel
    errors: [7]
    sources: [manual]
types:
  Parcel:
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
    let file = |path: &str, text: &str| SourceFile { path: path.into(), text: text.into() };
    let files = [file("api.yaml", API), file("parcel.yaml", PARCELS)];
    load(&files).unwrap_or_else(|errors| panic!("{}", render_diagnostics(&errors, &files, false)))
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
    let files = generate(&loaded().api, &CrateLayout::Workspace);
    let client = files.iter().find(|file| file.path == "src/parcel.rs").unwrap();
    assert!(client.text.contains("#[doc(alias = \"zh-title\")]"), "{}", client.text);
    assert!(client.text.contains("#[doc(alias = \"de-title\")]"), "{}", client.text);
}

#[test]
fn a_document_has_the_main_language_and_the_others_beside_it() {
    let loaded = loaded();
    let text = openapi(&loaded.api);
    let document: serde_json::Value = serde_json::from_str(&text).unwrap();
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
    let size = &document["components"]["schemas"]["Parcel"]["properties"]["size"];
    assert_eq!(size["x-translations"]["zh"]["description"], "zh-member。");
    // The document carries its spec, which comes back in all languages.
    let mut no_files = |path: &str| Err(format!("no file `{path}`"));
    let back = import_openapi(&text, "9/s", &mut no_files).unwrap();
    let again = load(&back.files).unwrap();
    assert_eq!(openapi(&again.api), text);
    // Without it, the languages and the titles are read.
    let mut bare = document.clone();
    bare.as_object_mut().unwrap().remove("x-spec");
    let back = import_openapi(&bare.to_string(), "9/s", &mut no_files).unwrap();
    assert!(back.files[0].text.contains("languages: [en, zh, de]\n"), "{}", back.files[0].text);
    let spec = &back.files.iter().find(|file| file.path == "parcel.yaml").unwrap().text;
    assert!(spec.contains(r#"title: {zh: "zh-title", de: "de-title"}"#), "{spec}");
}
