//! Some operations of a document.

use paceline_generator::{ImportError, Imported, NoteKind, import_some_of_openapi, load};
use serde_json::{Value, json};

use super::{document, json_body};

fn import(document: &Value, only: &[&str]) -> Result<Imported, ImportError> {
    let mut no_files = |path: &str| Err(format!("there is no file `{path}`"));
    let only: Vec<_> = only.iter().map(|only| only.parse().unwrap()).collect();
    import_some_of_openapi(&document.to_string(), "10/s", &only, &mut no_files)
}

/// Three operations by two tags, with types of their own and one that two of them share.
fn shop() -> Value {
    let operation = |id: &str, tag: &str, schema: &str| {
        let schema = json!({"$ref": format!("#/components/schemas/{schema}")});
        json!({"operationId": id, "tags": [tag, "all"], "responses": {"200": json_body(&schema)}, "x-odd": 1})
    };
    let object = |member: &str, ty: &Value| json!({"type": "object", "properties": {member: ty}, "odd": 1});
    let shared = json!({"$ref": "#/components/schemas/Shared"});
    let schemas = json!({
        "Item": object("shared", &shared), "Order": object("shared", &shared), "User": object("name", &json!({"type": "string"})),
        "Shared": object("id", &json!({"type": "integer"})), "Unused": object("x", &json!({})),
    });
    let mut document = document(
        &json!({
            "/items/{id}": {
                "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "integer"}}],
                "get": operation("get_item", "items", "Item"),
                "put": operation("put_item", "items", "Order"),
            },
            "/users": {"get": operation("get_users", "users", "User"), "query": {}},
        }),
        &json!({"schemas": schemas}),
    );
    document["tags"] =
        json!([{"name": "items", "description": "Items."}, {"name": "users", "description": "Users."}]);
    document["webhooks"] = json!({"changed": {"post": {}}});
    document
}

#[test]
fn chosen_operations_come_with_what_they_need_and_nothing_is_told_of_the_rest() {
    for (only, endpoints, types) in [
        (&["tag:items"][..], 2, &["Item", "Order", "Shared"][..]),
        (&["id:get_item"], 1, &["Item", "Shared"]),
        (&["path:/u*"], 1, &["User"]),
        (&["id:put_*", "path:/users"], 2, &["Order", "Shared", "User"]),
        (&["tag:all"], 3, &["Item", "Order", "Shared", "User"]),
    ] {
        let imported = import(&shop(), only).unwrap();
        let api = load(&imported.files).unwrap().api;
        let names: Vec<_> = api.types.iter().map(|def| def.name.pascal()).collect();
        assert_eq!((api.endpoints.len(), imported.operations), (endpoints, endpoints), "{only:?}");
        let mut wanted = types.to_vec();
        wanted.sort_by_key(|name| names.iter().position(|known| known == name));
        assert_eq!(names, wanted, "{only:?}");
        // What belongs to them is told of, and nothing else is.
        let places =
            imported.notes.iter().filter(|note| note.kind != NoteKind::Open).flat_map(|note| &note.places);
        let pointers: Vec<&str> = places.filter_map(|place| place.pointer.as_deref()).collect();
        for pointer in &pointers {
            let needed = types.iter().any(|ty| pointer.contains(&format!("/schemas/{ty}/")))
                || pointer.contains("/paths/");
            assert!(needed, "{only:?}: {pointer}");
        }
        let is_told = |of: &str| pointers.iter().any(|pointer| pointer.contains(of));
        assert_eq!(
            is_told("users"),
            only.contains(&"path:/users") || only.contains(&"path:/u*") || *only == ["tag:all"],
            "{only:?}: {pointers:?}"
        );
        assert!(is_told("x-odd") && is_told("odd"), "{only:?}: {pointers:?}");
    }
}

#[test]
fn a_choice_of_nothing_is_an_error() {
    for (only, words) in [
        ("tag:itms", "did you mean `tag:items`?"),
        ("id:nothing", "there are `get_item`, `get_users`, `put_item`"),
        ("path:/items", "`path:/items` chooses no operation"),
    ] {
        let refused = import(&shop(), &["tag:users", only]).unwrap_err();
        assert!(refused.message.contains(words), "{only}: {}", refused.message);
    }
    let odd = "items".parse::<paceline_generator::Only>().unwrap_err();
    assert!(odd.contains("`path:/items/*`"), "{odd}");
}
