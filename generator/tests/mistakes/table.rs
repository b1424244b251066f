//! The mistakes.

use super::Mistake;

/// A mistake of which the finding points at what was put in.
const fn mistake(
    what: &'static str,
    file: &'static str,
    code: &'static str,
    replace: &'static str,
    by: &'static str,
) -> Mistake {
    Mistake { what, file, replace, by, points_at: None, code }
}

/// A mistake of which the finding points at another text.
const fn elsewhere(points_at: (&'static str, &'static str), mistake: Mistake) -> Mistake {
    Mistake { points_at: Some(points_at), ..mistake }
}

/// All of them. Where `«` stands the finding must point.
pub(super) const MISTAKES: &[Mistake] = &[
    mistake(
        "A key is indented one space too far",
        "view.yaml",
        "yaml-syntax",
        "    summary: Creates a fixed view from chosen work items.",
        "     «summary: Creates a fixed view from chosen work items.",
    ),
    mistake(
        "A key is indented one space too little",
        "view.yaml",
        "yaml-syntax",
        "    doc: The items must all be of the given type.",
        "   «doc: The items must all be of the given type.",
    ),
    mistake(
        "A line is indented with a tab",
        "comment.yaml",
        "yaml-syntax",
        "    body:\n\
\x20     file_token?",
        "    body:\n\
«	file_token?",
    ),
    mistake(
        "A text with a colon is not quoted",
        "attachment.yaml",
        "yaml-syntax",
        "doc: A file may have up to 100 MB. Use the address in rich text.",
        "doc: A file may have this size«: up to 100 MB. Use the address in rich text.",
    ),
    mistake(
        "A quote is not closed",
        "view.yaml",
        "yaml-syntax",
        "      view_id: {type: ViewId, doc: \"The view.\"}\n\
\x20   errors: [20011",
        "      view_id: {type: ViewId, doc: «\"The view.}\n\
\x20   errors: [20011",
    ),
    mistake(
        "A brace is not closed",
        "comment.yaml",
        "yaml-syntax",
        r#"file_token?: {type: FileToken, doc: "Token of the uploaded file."}"#,
        r#"file_token?: «{type: FileToken, doc: "Token of the uploaded file.""#,
    ),
    mistake(
        "A text with a comma is not quoted",
        "comment.yaml",
        "key-unknown",
        r#"doc: "Token of the uploaded file."}"#,
        "doc: Token of the uploaded file, «as the upload answered it}",
    ),
    mistake(
        "A space is missing after a colon",
        "user.yaml",
        "yaml-syntax",
        "    effect: read\n\
\x20   body:\n\
\x20     query?",
        "    «effect:read\n\
\x20   body:\n\
\x20     query?",
    ),
    mistake(
        "A key is misspelt",
        "work_item.yaml",
        "key-unknown",
        "    title_zh: 冻结/解冻工作项\n\
\x20   effect: write",
        "    title_zh: 冻结/解冻工作项\n\
\x20   «efect: write",
    ),
    mistake(
        "A key is left out",
        "work_item.yaml",
        "key-missing",
        "  query:\n\
\x20   route: POST /open_api/:project_key/work_item/:work_item_type_key/query\n\
\x20   summary: Reads work items of one type by their ids.\n\
\x20   title_zh: 获取工作项详情\n\
\x20   effect: read\n\
",
        "  «query:\n\
\x20   route: POST /open_api/:project_key/work_item/:work_item_type_key/query\n\
\x20   summary: Reads work items of one type by their ids.\n\
\x20   title_zh: 获取工作项详情\n\
",
    ),
    mistake("A member stands twice", "comment.yaml", "key-duplicate", "doc_text?: {type", "«doc?: {type"),
    mistake(
        "An endpoint stands twice",
        "comment.yaml",
        "key-duplicate",
        "  create_file_comment:",
        "  «create:",
    ),
    mistake(
        "A key of another section is used",
        "work_item.yaml",
        "key-unknown",
        "    limits: slow",
        "    «rate_limit: slow",
    ),
    mistake(
        "A boolean is written as a word",
        "api.yaml",
        "value-kind",
        "    credentials: [plugin, virtual_plugin]\n\
\x20   required: true",
        "    credentials: [plugin, virtual_plugin]\n\
\x20   required: «yes",
    ),
    mistake(
        "A word is misspelt",
        "errors.yaml",
        "value-unknown",
        "    title: \"Invalid Param\"\n\
\x20   status: 400\n\
\x20   category: validation\n\
\x20   retry: never\n\
\x20   meaning: \"The body is not the JSON",
        "    title: \"Invalid Param\"\n\
\x20   status: 400\n\
\x20   category: «validaton\n\
\x20   retry: never\n\
\x20   meaning: \"The body is not the JSON",
    ),
    mistake(
        "One value is given in place of a list",
        "auth.yaml",
        "value-kind",
        "    returns: UserToken\n\
\x20   auth: [plugin]",
        "    returns: UserToken\n\
\x20   auth: «plugin",
    ),
    mistake(
        "A type is misspelt",
        "work_item.yaml",
        "type-unknown",
        r#"template_id?: {type: TemplateId, doc: "Workflow"#,
        r#"template_id?: {type: «TemplatId, doc: "Workflow"#,
    ),
    elsewhere(
        ("sub_task.yaml", r#"TimeInterval, doc: "When the sub-tasks were created"#),
        mistake(
            "A type is renamed, but not where it is used",
            "common.yaml",
            "type-unknown",
            "  TimeInterval:",
            "  TimeSpan:",
        ),
    ),
    mistake(
        "A list is written as in other languages",
        "comment.yaml",
        "type-syntax",
        "    returns: [Comment]",
        "    returns: «Comment[]",
    ),
    mistake(
        "A type has the name that another language gives it",
        "comment.yaml",
        "type-unknown",
        "page_size?: {type: i64, max: 200",
        "page_size?: {type: «int, max: 200",
    ),
    mistake(
        "An optional type is written as in another language",
        "work_item.yaml",
        "type-syntax",
        r#"reason?: {type: string, doc: "The reason in words"#,
        r#"reason: {type: «string?, doc: "The reason in words"#,
    ),
    mistake(
        "A file is sent in a body of JSON",
        "attachment.yaml",
        "type-misplaced",
        "      file: {type: file, doc: \"The file, one per call; its media type decides whether the web page can preview it.\"}\n\
\x20   body_kind: multipart\n\
",
        "      file: {type: «file, doc: \"The file, one per call; its media type decides whether the web page can preview it.\"}\n\
",
    ),
    mistake(
        "Two members get the same name",
        "search.yaml",
        "name-taken",
        "name: needs_config,",
        "name: «need_empty,",
    ),
    elsewhere(
        (
            "view.yaml",
            "view\n\
accessor",
        ),
        mistake(
            "Two resources have the same name",
            "comment.yaml",
            "name-taken",
            "resource: comment\n\
",
            "resource: view\n\
",
        ),
    ),
    mistake(
        "A parameter has the name of a Rust keyword",
        "auth.yaml",
        "name-invalid",
        "type?: {type: PluginTokenKind, name: kind,",
        "«type?: {type: PluginTokenKind,",
    ),
    mistake(
        "A parameter has a name that every call needs",
        "user.yaml",
        "name-reserved",
        r#"query?: {type: string, doc: "Words"#,
        r#"«timeout?: {type: string, doc: "Words"#,
    ),
    mistake(
        "A parameter of the route is misspelt",
        "view.yaml",
        "path-mismatch",
        "route: DELETE /open_api/:project_key/fix_view/:view_id",
        "route: «DELETE /open_api/:project_key/fix_view/:view",
    ),
    mistake(
        "A parameter is missing in the route",
        "view.yaml",
        "path-mismatch",
        "route: DELETE /open_api/:project_key/fix_view/:view_id\n\
\x20   summary: Deletes a view.\n\
\x20   title_zh: 删除视图\n\
\x20   effect: write\n\
\x20   path:\n\
\x20     project_key: {type: ProjectKey, doc: \"The space, by key or by simple name.\"}\n\
\x20     view_id",
        "route: DELETE /open_api/:project_key/fix_view\n\
\x20   summary: Deletes a view.\n\
\x20   title_zh: 删除视图\n\
\x20   effect: write\n\
\x20   path:\n\
\x20     project_key: {type: ProjectKey, doc: \"The space, by key or by simple name.\"}\n\
\x20     «view_id",
    ),
    mistake(
        "A parameter of the route stands in braces",
        "work_item.yaml",
        "route-syntax",
        "route: POST /open_api/:project_key/work_item/filter",
        "route: «POST /open_api/{project_key}/work_item/filter",
    ),
    mistake(
        "Two endpoints have the same route",
        "comment.yaml",
        "route-taken",
        "  list_file_comments:\n\
\x20   route: GET /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/file_comments",
        "  «list_file_comments:\n\
\x20   route: GET /open_api/:project_key/work_item/:work_item_type_key/:work_item_id/comments",
    ),
    mistake(
        "The method is left out",
        "work_item.yaml",
        "route-syntax",
        "route: GET /open_api/task_result",
        "route: «/open_api/task_result",
    ),
    mistake(
        "A rate limit set is misspelt",
        "work_item.yaml",
        "limit-unknown",
        "    limits: slow",
        "    limits: «slwo",
    ),
    mistake(
        "An error code is not defined",
        "auth.yaml",
        "error-unknown",
        "errors: [10204]",
        "errors: [«10240]",
    ),
    mistake(
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
    mistake(
        "A header's template names a variable that is not there",
        "api.yaml",
        "placeholder-unknown",
        r#"value: "{user_key}""#,
        r#"value: «"{user_id}""#,
    ),
    mistake(
        "A header's template lacks a brace",
        "api.yaml",
        "template-syntax",
        r#"value: "{idempotency_key}""#,
        r#"value: «"{idempotency_key""#,
    ),
    mistake(
        "A source is not defined",
        "search.yaml",
        "source-unknown",
        "    doc: A work item type of a space.\n\
\x20   sources: [go_v2]",
        "    doc: A work item type of a space.\n\
\x20   sources: [«go_v3]",
    ),
    mistake(
        "A rule names no parameter of its endpoint",
        "view.yaml",
        "param-unknown",
        "{exactly_one: [add_work_item_ids, remove_work_item_ids]}",
        "{exactly_one: [add_work_item_ids, «remove_work_items]}",
    ),
    mistake(
        "A token exchange sends what the endpoint does not take",
        "api.yaml",
        "param-unknown",
        "endpoint: auth.refresh_token\n\
\x20       send: {refresh_token: ",
        "endpoint: auth.refresh_token\n\
\x20       send: {«refreshToken: ",
    ),
    mistake(
        "A question mark is missing on a field with a default",
        "work_item.yaml",
        "key-conflict",
        "required_mode?: {type: RequiredMode, default: 0",
        "required_mode: {type: RequiredMode, default: «0",
    ),
    elsewhere(
        ("work_item.yaml", "reason], when:"),
        mistake(
            "A question mark is missing on a field that a rule decides over",
            "work_item.yaml",
            "rule-invalid",
            "reason?: {type: string",
            "reason: {type: string",
        ),
    ),
    mistake(
        "A bound does not fit its type",
        "work_item.yaml",
        "constraint-misfit",
        r#"name: {type: string, doc: "Title"#,
        r#"name: {type: string, max: «100, doc: "Title"#,
    ),
    mistake(
        "Bounds leave no value",
        "view.yaml",
        "bounds-empty",
        "name: work_item_ids, max_items: 200",
        "name: work_item_ids, min_items: «300, max_items: 200",
    ),
    mistake(
        "A default is none of the enum's values",
        "work_item.yaml",
        "value-misfit",
        "required_mode?: {type: RequiredMode, default: 0",
        "required_mode?: {type: RequiredMode, default: «strict",
    ),
    mistake(
        "The list of a page is misspelt",
        "work_item.yaml",
        "member-unknown",
        "items: op_records",
        "items: «op_record",
    ),
    mistake(
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
    mistake("A rate limit has an unknown unit", "api.yaml", "limit-syntax", "slow: 10/s", "slow: «10/sec"),
    mistake(
        "A duration has no unit",
        "api.yaml",
        "duration-syntax",
        "renew_before_expiry: 180s",
        "renew_before_expiry: «180",
    ),
    mistake(
        "A summary has no full stop",
        "work_item.yaml",
        "summary-style",
        "summary: Deletes a work item.",
        "summary: «Deletes a work item",
    ),
    mistake(
        "A host ends with a slash",
        "api.yaml",
        "value-invalid",
        r#"url: "https://project.feishu.cn""#,
        r#"url: «"https://project.feishu.cn/""#,
    ),
];
