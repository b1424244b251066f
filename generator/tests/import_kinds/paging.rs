//! Pages, inferred from names.

use paceline_generator::{NoteKind, load};
use serde_json::{Value, json};

use super::{document, file, holds, import, json_body, places};

fn query(name: &str, schema: &Value) -> Value {
    json!({"name": name, "in": "query", "schema": schema})
}

/// A document with one list operation.
fn listing(params: &[Value], response: &Value) -> Value {
    let get = json!({"operationId": "list", "tags": ["t"], "parameters": params, "responses": {"200": json_body(response)}});
    document(&json!({"/t": {"get": get}}), &json!({}))
}

#[test]
fn pages_are_inferred_from_the_names_of_parameters_and_members() {
    let (text, number) = (json!({"type": "string"}), json!({"type": "integer"}));
    let items = json!({"type": "array", "items": {"type": "string"}});
    let object = |members: Value| json!({"type": "object", "properties": members});
    let things = json!({"type": "array", "items": object(json!({"id": text}))});
    for (params, response, style, at) in [
        (
            vec![query("page", &number), query("per_page", &number)],
            items.clone(),
            "number: {kind: number, page: page, size: per_page}",
            "    pagination: number\n",
        ),
        (
            vec![query("Page", &json!({"type": "integer", "minimum": 0}))],
            object(json!({"records": items, "total": number})),
            "number: {kind: number, page: \"Page\", first: 0, total: total}",
            "    pagination: number\n    items: records\n",
        ),
        (
            vec![query("offset", &number), query("limit", &number), query("page", &number)],
            object(json!({"items": items})),
            "offset: {kind: offset, offset: offset, size: limit}",
            "    pagination: offset\n    items: items\n",
        ),
        (
            vec![query("page_token", &json!({"type": ["string", "null"]})), query("limit", &number)],
            object(json!({"items": items, "next_page": {"type": ["string", "null"]}})),
            "cursor: {kind: cursor, next: {page_token: next_page}, size: limit}",
            "    pagination: cursor\n    items: items\n",
        ),
        (
            vec![query("after", &text), query("limit", &number)],
            object(json!({"data": items, "last_id": text, "has_more": {"type": "boolean"}})),
            "cursor: {kind: cursor, next: {after: last_id}, size: limit, has_more: has_more}",
            "    pagination: cursor\n    items: data\n",
        ),
        (
            vec![query("starting_after", &text), query("limit", &number)],
            object(json!({"data": things, "has_more": {"type": "boolean"}})),
            "last_item: {kind: last_item, after: starting_after, id: id, size: limit, has_more: has_more}",
            "    pagination: last_item\n    items: data\n",
        ),
        (
            vec![query("$top", &number), query("$skip", &number)],
            object(json!({"value": items, "@odata.nextLink": {"type": ["string", "null"]}})),
            "next_url: {kind: next_url, next: \"@odata\\\\.nextLink\", size: \"$top\"}",
            "    pagination: next_url\n    items: value\n",
        ),
        (
            // A service that can count and gives addresses is asked by these.
            vec![query("PageSize", &number), query("Page", &number)],
            object(json!({"messages": items, "next_page_uri": {"type": "string", "nullable": true}})),
            "next_url: {kind: next_url, next: next_page_uri, size: \"PageSize\"}",
            "    pagination: next_url\n    items: messages\n",
        ),
        (
            vec![query("offset", &number)],
            object(
                json!({"count": number, "next": {"type": "string", "format": "uri"}, "previous": text, "results": items}),
            ),
            "next_url: {kind: next_url, next: next}",
            "    pagination: next_url\n    items: results\n",
        ),
        (
            vec![],
            object(json!({"results": items, "next": {"type": ["string", "null"], "format": "uri"}})),
            "next_url: {kind: next_url, next: next}",
            "    pagination: next_url\n    items: results\n",
        ),
        (
            vec![],
            object(json!({"data": items, "links": object(json!({"next": text, "prev": text}))})),
            "next_url: {kind: next_url, next: \"links.next\"}",
            "    pagination: next_url\n    items: data\n",
        ),
    ] {
        let imported = import(&listing(&params, &response));
        holds(file(&imported, "api.yaml"), &["\npagination:\n", style]);
        holds(file(&imported, "t.yaml"), &[at]);
        assert_eq!(places(&imported, NoteKind::Changed, "paging inferred"), ["#/paths/~1t/get"]);
        assert!(load(&imported.files).unwrap().api.endpoints[0].paging.is_some());
    }
}

#[test]
fn what_does_not_show_that_it_is_paged_is_not() {
    let (text, number) = (json!({"type": "string"}), json!({"type": "integer"}));
    let items = json!({"type": "array", "items": {"type": "string"}});
    let object = |members: Value| json!({"type": "object", "properties": members});
    for (why, params, response) in [
        ("no list", vec![query("page", &number)], object(json!({"a": text}))),
        ("two lists", vec![query("page", &number)], object(json!({"a": items, "b": items}))),
        ("a page that is a text", vec![query("page", &text)], items.clone()),
        ("a size alone", vec![query("limit", &number)], items.clone()),
        ("a cursor that nothing gives", vec![query("cursor", &text)], object(json!({"a": items}))),
        ("a next cursor without a parameter", vec![], object(json!({"a": items, "next": text}))),
        (
            "a last item without an id",
            vec![query("starting_after", &text)],
            object(json!({"a": items, "has_more": {"type": "boolean"}})),
        ),
        // The client would have a setter and a method of one name.
        (
            "a parameter called like a method",
            vec![query("page", &number), query("items", &number)],
            items.clone(),
        ),
        (
            "a list that may be missing",
            vec![query("page", &number)],
            json!({"type": ["array", "null"], "items": text}),
        ),
    ] {
        let imported = import(&listing(&params, &response));
        assert!(!file(&imported, "t.yaml").contains("pagination"), "{why}");
        assert!(!file(&imported, "api.yaml").contains("pagination:"), "{why}");
    }
}

#[test]
fn a_link_in_a_header_leads_to_the_next_page() {
    let items = json!({"type": "array", "items": {"type": "string"}});
    let number = json!({"type": "integer"});
    let mut listed = listing(&[query("page", &number), query("per_page", &number)], &items);
    let ok = &mut listed["paths"]["/t"]["get"]["responses"]["200"];
    ok["headers"] = json!({"link": {"$ref": "#/components/headers/link"}});
    listed["components"]["headers"] =
        json!({"link": {"example": "<x>; rel=next", "schema": {"type": "string"}}});
    let imported = import(&listed);
    holds(file(&imported, "api.yaml"), &["\n  link: {kind: link, size: per_page}\n"]);
    holds(file(&imported, "t.yaml"), &["    pagination: link\n", "      page?: "]);
    assert_eq!(places(&imported, NoteKind::Changed, "paging inferred"), ["#/paths/~1t/get"]);
    assert!(load(&imported.files).unwrap().api.endpoints[0].paging.is_some());
    // What is no list is not paged by it.
    listed["paths"]["/t"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] = number;
    assert!(!file(&import(&listed), "t.yaml").contains("pagination"));
}
