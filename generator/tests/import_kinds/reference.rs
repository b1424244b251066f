//! References into other files.

use std::collections::HashMap;

use paceline_generator::{ImportError, Imported, import_openapi, load};

use super::{file, holds};

/// Imports a document of several files; the first one is the document itself.
fn import(files: &[(&str, &str)]) -> Result<Imported, ImportError> {
    let others: HashMap<&str, &str> = files[1..].iter().copied().collect();
    let mut load_file = |path: &str| {
        others.get(path).map(|text| (*text).to_owned()).ok_or_else(|| format!("there is no file `{path}`"))
    };
    import_openapi(files[0].1, "10/s", &mut load_file)
}

const ROOT: &str = "
openapi: 3.1.0
info: {title: Split}
paths:
  /items: {$ref: paths/items.yml}
  /items/{id}:
    get: {$ref: './paths/item%20calls.json#/get'}
    put: {$ref: 'paths/item%20calls.json#/put'}
";

/// A path item that is a whole file, an operation in one, and from there on to further ones.
const FILES: &[(&str, &str)] = &[
    ("openapi.yml", ROOT),
    (
        "paths/items.yml",
        "post:\n  requestBody: {$ref: ../parts.yml#/bodies/item}\n  responses: {'200': {$ref: '../parts.yml#/answers/item'}}\n",
    ),
    (
        "paths/item calls.json",
        r##"{"get": {"parameters": [{"$ref": "#/id"}], "responses": {"200": {"$ref": "../parts.yml#/answers/item"}}},
            "put": {"parameters": [{"$ref": "#/id"}], "responses": {"204": {"description": "Done."}}},
            "id": {"name": "id", "in": "path", "required": true, "schema": {"$ref": "../schemas/id.yml"}}}"##,
    ),
    (
        "parts.yml",
        "bodies:\n  item: {content: {application/json: {schema: {$ref: schemas/item.yml}}}}\nanswers:\n  item: {content: \
         {application/json: {schema: {$ref: schemas/item.yml}}}}\n",
    ),
    (
        "schemas/item.yml",
        "type: object\nrequired: [id]\nproperties:\n  id: {$ref: id.yml}\n  parts: {type: array, items: {$ref: item.yml}}\n",
    ),
    ("schemas/id.yml", "{type: integer}"),
];

#[test]
fn references_lead_on_from_the_file_in_which_they_stand() {
    let imported = import(FILES).unwrap_or_else(|refused| panic!("{refused}"));
    load(&imported.files).unwrap_or_else(|errors| panic!("{errors:?}"));
    let text = file(&imported, "items.yaml");
    holds(text, &["\"POST /items\"", "GET /items/:id", "PUT /items/:id", "id: {type: i64"]);
    // Of one schema in a file of its own, one type is made, which holds itself.
    assert_eq!(text.matches("returns: Item\n").count(), 2, "{text}");
    holds(text, &["  Item:\n", "parts?: {type: [Item]"]);
}

#[test]
fn a_file_that_is_missing_is_named_wherever_it_is_needed() {
    for (missing, _) in &FILES[1..] {
        let files: Vec<_> = FILES.iter().copied().filter(|(path, _)| path != missing).collect();
        let refused = import(&files).unwrap_err().message;
        assert!(refused.contains(&format!("there is no file `{missing}`")), "{refused}");
    }
}
