//! Mistakes of meaning: names, routes, references and values.

use super::Mistake;

/// Where `«` stands the finding must point.
pub(super) const MEANING: &[Mistake] = &[
    Mistake::new(
        "Two members get the same name",
        "integrated_search.yaml",
        "name-taken",
        "name: needs_config,",
        "name: «need_empty,",
    ),
    Mistake::new(
        "Two resources have the same name",
        "comment.yaml",
        "name-taken",
        "resource: comment\n\
",
        "resource: view\n\
",
    )
    .pointing_at(
        "view.yaml",
        "view\n\
accessor",
    ),
    Mistake::new(
        "A parameter has the name of a Rust keyword",
        "auth.yaml",
        "name-invalid",
        "type?: {type: PluginTokenKind, name: kind,",
        "«type?: {type: PluginTokenKind,",
    ),
    Mistake::new(
        "A parameter has a name that every call needs",
        "user.yaml",
        "name-reserved",
        r#"query?: {type: string, doc: "Words"#,
        r#"«deadline?: {type: string, doc: "Words"#,
    ),
    Mistake::new(
        "A parameter of the route is misspelt",
        "view.yaml",
        "path-mismatch",
        "route: DELETE /open_api/:project_key/fix_view/:view_id",
        "route: «DELETE /open_api/:project_key/fix_view/:view",
    ),
    Mistake::new(
        "A parameter is missing in the route",
        "view.yaml",
        "path-mismatch",
        "route: DELETE /open_api/:project_key/fix_view/:view_id\n\
\x20   summary: Deletes a view.\n\
\x20   title: {zh: 删除视图}\n\
\x20   effect: destroy\n\
\x20   path:\n\
\x20     view_id",
        "route: DELETE /open_api/:project_key/fix_view\n\
\x20   summary: Deletes a view.\n\
\x20   title: {zh: 删除视图}\n\
\x20   effect: destroy\n\
\x20   path:\n\
\x20     «view_id",
    ),
    Mistake::new(
        "A parameter of the route stands in braces",
        "work_item.yaml",
        "route-syntax",
        "route: POST /open_api/:project_key/work_item/filter",
        "route: «POST /open_api/{project_key}/work_item/filter",
    ),
    Mistake::new(
        "Two endpoints have the same route",
        "comment.yaml",
        "route-taken",
        "  list_file_comments:\n\
\x20   route: GET /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/file_comments",
        "  «list_file_comments:\n\
\x20   route: GET /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/comments",
    ),
    Mistake::new(
        "The method is left out",
        "work_item.yaml",
        "route-syntax",
        "route: GET /open_api/task_result",
        "route: «/open_api/task_result",
    ),
    Mistake::new(
        "A rate limit set is misspelt",
        "work_item.yaml",
        "limit-unknown",
        "    limits: slow",
        "    limits: «slwo",
    ),
    Mistake::new(
        "An error code is not defined",
        "auth.yaml",
        "error-unknown",
        "errors: [10204]",
        "errors: [«10240]",
    ),
    Mistake::new(
        "A header is not defined",
        "user.yaml",
        "header-unknown",
        "headers: {X-USER-KEY: optional}\n\
\x20   rules:\n\
\x20     - {at_least_one: [user_keys, out_ids",
        "headers: {«X-USER-ID: optional}\n\
\x20   rules:\n\
\x20     - {at_least_one: [user_keys, out_ids",
    ),
    Mistake::new(
        "A header's template names a variable that is not there",
        "api.yaml",
        "placeholder-unknown",
        r#"value: "{user_key}""#,
        r#"value: «"{user_id}""#,
    ),
    Mistake::new(
        "A header's template lacks a brace",
        "api.yaml",
        "template-syntax",
        r#"value: "{idempotency_key}""#,
        r#"value: «"{idempotency_key""#,
    ),
    Mistake::new(
        "A source is not defined",
        "search.yaml",
        "source-unknown",
        "    doc: A work item type of a space.\n\
\x20   sources: [go_v2]",
        "    doc: A work item type of a space.\n\
\x20   sources: [«go_v3]",
    ),
    Mistake::new(
        "A rule names no parameter of its endpoint",
        "view.yaml",
        "param-unknown",
        "{exactly_one: [add_work_item_ids, remove_work_item_ids], evidence: weak}",
        "{exactly_one: [add_work_item_ids, «remove_work_items]}",
    ),
    Mistake::new(
        "A token exchange sends what the endpoint does not take",
        "api.yaml",
        "param-unknown",
        "endpoint: auth.refresh_token\n\
\x20       send: {refresh_token: ",
        "endpoint: auth.refresh_token\n\
\x20       send: {«refreshToken: ",
    ),
    Mistake::new(
        "A question mark is missing on a field with a default",
        "work_item.yaml",
        "key-conflict",
        "required_mode?: {type: RequiredMode, default: 0",
        "required_mode: {type: RequiredMode, default: «0",
    ),
    Mistake::new(
        "A question mark is missing on a field that a rule decides over",
        "work_item.yaml",
        "rule-invalid",
        "reason?: {type: string",
        "reason: {type: string",
    )
    .pointing_at("work_item.yaml", "reason], when:"),
    Mistake::new(
        "A bound does not fit its type",
        "work_item.yaml",
        "constraint-misfit",
        r#"name: {type: string, doc: "Title"#,
        r#"name: {type: string, max: «100, doc: "Title"#,
    ),
    Mistake::new(
        "Bounds leave no value",
        "view.yaml",
        "bounds-empty",
        "name: work_item_ids, max_items: 200",
        "name: work_item_ids, min_items: «300, max_items: 200",
    ),
    Mistake::new(
        "A default is none of the enum's values",
        "work_item.yaml",
        "value-misfit",
        "required_mode?: {type: RequiredMode, default: 0",
        "required_mode?: {type: RequiredMode, default: «strict",
    ),
    Mistake::new(
        "The list of a page is misspelt",
        "work_item.yaml",
        "member-unknown",
        "items: op_records",
        "items: «op_record",
    ),
    Mistake::new(
        "A pagination style lacks its parameter",
        "comment.yaml",
        "paging-mismatch",
        "      page_num?: {type: i64, default: 1, doc: \"Number of the page, counted from 1.\"}\n\
\x20   returns: [Comment]\n\
\x20   pagination: page",
        "      page?: {type: i64, default: 1, doc: \"Number of the page, counted from 1.\"}\n\
\x20   returns: [Comment]\n\
\x20   pagination: «page",
    ),
    Mistake::new(
        "A rate limit has an unknown unit",
        "api.yaml",
        "limit-syntax",
        "slow: 10/s",
        "slow: «10/sec",
    ),
    Mistake::new(
        "A duration has no unit",
        "api.yaml",
        "duration-syntax",
        "renew_before_expiry: 180s",
        "renew_before_expiry: «180",
    ),
    Mistake::new(
        "A summary has no full stop",
        "work_item.yaml",
        "summary-style",
        "summary: Deletes a work item.",
        "summary: «Deletes a work item",
    ),
    Mistake::new(
        "A host ends with a slash",
        "api.yaml",
        "value-invalid",
        r#"url: "https://project.feishu.cn""#,
        r#"url: «"https://project.feishu.cn/""#,
    ),
];
