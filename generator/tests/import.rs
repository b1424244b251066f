//! OpenAPI documents and the specs that are made of them.

use paceline_generator::{Imported, import_openapi, load, render_diagnostics};
use serde_json::Value;

const SHOP: &str = include_str!("import/shop.json");
const CLOCK: &str = include_str!("import/clock.yaml");
const DEPOT: &str = include_str!("import/depot.yaml");

/// Documents of these tests consist of one file.
fn no_files(path: &str) -> Result<String, String> {
    Err(format!("there is no file `{path}`"))
}

fn import(text: &str) -> Imported {
    let imported = import_openapi(text, "10/s", &mut no_files).expect("the document can be read");
    let loaded = load(&imported.files);
    let loaded =
        loaded.unwrap_or_else(|errors| panic!("{}", render_diagnostics(&errors, &imported.files, false)));
    assert_eq!(loaded.warnings, [], "a new spec has no warnings");
    imported
}

#[track_caller]
fn snapshot(name: &str, text: &str) {
    let imported = import(text);
    let files = imported.files.iter().map(|file| format!("==> {} <==\n{}", file.path, file.text));
    insta::with_settings!({snapshot_path => "import/snapshots", prepend_module_to_snapshot => false, omit_expression => true}, {
        insta::assert_snapshot!(name, files.collect::<Vec<_>>().join("\n"));
    });
}

#[test]
fn what_the_dialect_can_say_is_taken_over_and_the_rest_is_noted() {
    snapshot("shop", SHOP);
}

#[test]
fn version_3_1_and_hostile_names_are_read() {
    snapshot("clock", CLOCK);
}

#[test]
fn swagger_gives_the_spec_of_the_same_document_in_openapi_3() {
    snapshot("depot", DEPOT);
    let spec = |text: &str| -> Vec<(String, String)> {
        let without_notes =
            |text: &str| text.lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n");
        import(text).files.into_iter().map(|file| (file.path, without_notes(&file.text))).collect()
    };
    assert_eq!(spec(DEPOT), spec(include_str!("import/depot-3.yaml")));
}

#[test]
fn what_is_no_such_document_is_refused_with_the_reason() {
    let refused = |text: &str| import_openapi(text, "10/s", &mut no_files).unwrap_err().message;
    assert!(refused("{").contains("not JSON"));
    assert!(refused("a: [").contains("not YAML"));
    assert!(refused("a: 1").contains("openapi: 3."));
    assert!(refused("swagger: '2.0'").contains("no operation"));
    assert!(refused("swagger: '1.2'").contains("1.2"));
    assert!(refused("openapi: 4.0.0").contains("4.0.0"));
    assert!(refused("openapi: 3.0.0\npaths: {}").contains("no operation"));
}

/// A code in a success would be read as an error's, and the success as a failure.
#[test]
fn a_code_of_unknown_type_in_a_success_keeps_the_code_out_of_the_envelope() {
    let envelope = |success: &str| {
        let json = "{content: {application/json: {schema: {properties: ";
        let error = "{code: {type: integer}, message: {type: string}}";
        let text = format!(
            "openapi: 3.0.0\ninfo: {{title: Clock, version: '1'}}\npaths:\n  /now:\n    get:\n      operationId: now\n      \
             responses:\n        '200': {json}{success}}}}}}}}}\n        '400': {json}{error}}}}}}}}}\n"
        );
        let api =
            import(&text).files.into_iter().find(|file| file.path.ends_with("api.yaml")).expect("a file");
        api.text.lines().find(|line| line.contains("message: message")).map(|line| line.trim().to_owned())
    };
    let with_code = Some("plain: {success: status, code: code, message: message}".to_owned());
    assert_eq!(envelope("{at: {type: integer}}"), with_code);
    let without_code = Some("plain: {message: message}".to_owned());
    assert_eq!(envelope("{code: {}}"), without_code);
    assert_eq!(envelope("{code: {type: integer}}"), without_code);
}

/// Whatever is broken in a document, what comes of it is a spec without errors, or a refusal.
#[test]
fn a_broken_document_gives_a_spec_or_a_refusal() {
    let shop: Value = serde_json::from_str(SHOP).expect("the fixture is JSON");
    let depot: Value = serde_yaml::from_str(DEPOT).expect("the fixture is YAML");
    let mut made = 0;
    for seed in 0..800_u64 {
        let whole = if seed % 2 == 0 { &shop } else { &depot };
        // The factor spreads a small seed over all bits; `| 1`, because from 0 only 0 follows.
        let mut random = Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        let mut broken = whole.clone();
        for _ in 0..1 + seed % 4 {
            let mut left = random.below(count(&broken));
            damage(&mut broken, &mut left, &mut random);
        }
        let text = broken.to_string();
        let Ok(imported) = import_openapi(&text, "10/s", &mut no_files) else { continue };
        made += 1;
        if let Err(errors) = load(&imported.files) {
            panic!("seed {seed}\n{}\n{text}", render_diagnostics(&errors, &imported.files, false));
        }
    }
    assert!(made > 600, "only {made} of 800 documents were read");
}

/// Numbers that look random, the same ones each time: a xorshift with its usual three shifts.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound.max(1) as u64).expect("less than the bound")
    }
}

fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(members) => members.values().map(count).sum(),
        _ => 0_usize,
    }
}

/// Puts something else in the place of one value.
fn damage(value: &mut Value, left: &mut usize, random: &mut Random) {
    if *left == 0 {
        let other = [
            Value::Null,
            true.into(),
            (-7).into(),
            1e300.into(),
            "".into(),
            "integer".into(),
            "#/components/schemas/Order".into(),
            "formData".into(),
            "type: [\n\u{85}'\"\\".into(),
            serde_json::json!([]),
            serde_json::json!({"$ref": "#/components/schemas/Tree"}),
            serde_json::json!({"type": "object", "properties": {"": {}, "a?": {}, "new": {"type": "file"}}}),
            serde_json::json!({"enum": ["a", "A", 1, null]}),
        ];
        *value = other[random.below(other.len())].clone();
        *left = usize::MAX;
        return;
    }
    *left -= 1;
    let children: Vec<&mut Value> = match value {
        Value::Array(items) => items.iter_mut().collect(),
        Value::Object(members) => members.values_mut().collect(),
        _ => Vec::new(),
    };
    for child in children {
        let size = count(child);
        if *left < size {
            damage(child, left, random);
            return;
        }
        *left -= size;
    }
}
