//! Mistakes of form: in the text, its keys and its types.

use super::Mistake;

/// Where `«` stands the finding must point.
pub(super) const FORM: &[Mistake] = &[
    Mistake::new(
        "A key is indented one space too far",
        "view.yaml",
        "yaml-syntax",
        "    summary: Creates a fixed view from chosen work items.",
        "     «summary: Creates a fixed view from chosen work items.",
    ),
    Mistake::new(
        "A key is indented one space too little",
        "view.yaml",
        "yaml-syntax",
        "    doc: The items must all be of the given type.",
        "   «doc: The items must all be of the given type.",
    ),
    Mistake::new(
        "A line is indented with a tab",
        "comment.yaml",
        "yaml-syntax",
        "    body:\n\
\x20     file_token?",
        "    body:\n\
«	file_token?",
    ),
    Mistake::new(
        "A text with a colon is not quoted",
        "attachment.yaml",
        "yaml-syntax",
        "doc: A file may have up to 100 MB. Use the address in rich text.",
        "doc: A file may have this size«: up to 100 MB. Use the address in rich text.",
    ),
    Mistake::new(
        "A quote is not closed",
        "view.yaml",
        "yaml-syntax",
        "      view_id: {type: ViewId, doc: \"The view.\"}\n\
\x20   errors: [20011",
        "      view_id: {type: ViewId, doc: «\"The view.}\n\
\x20   errors: [20011",
    ),
    Mistake::new(
        "A brace is not closed",
        "comment.yaml",
        "yaml-syntax",
        r#"file_token?: {type: FileToken, doc: "Token of the uploaded file."}"#,
        r#"file_token?: «{type: FileToken, doc: "Token of the uploaded file.""#,
    ),
    Mistake::new(
        "A text with a comma is not quoted",
        "comment.yaml",
        "key-unknown",
        r#"doc: "Token of the uploaded file."}"#,
        "doc: Token of the uploaded file, «as the upload answered it}",
    ),
    Mistake::new(
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
    Mistake::new(
        "A key is misspelt",
        "work_item.yaml",
        "key-unknown",
        "    title: {zh: 冻结/解冻工作项}\n\
\x20   effect: write",
        "    title: {zh: 冻结/解冻工作项}\n\
\x20   «efect: write",
    ),
    Mistake::new(
        "A key is left out",
        "work_item.yaml",
        "key-missing",
        "  query:\n\
\x20   route: POST /open_api/:project_key/work_item/:work_item_type_key/query\n\
\x20   summary: Reads work items of one type by their ids.\n\
\x20   title: {zh: 获取工作项详情}\n\
\x20   effect: read\n\
",
        "  «query:\n\
\x20   route: POST /open_api/:project_key/work_item/:work_item_type_key/query\n\
\x20   summary: Reads work items of one type by their ids.\n\
\x20   title: {zh: 获取工作项详情}\n\
",
    ),
    Mistake::new(
        "A member stands twice",
        "comment.yaml",
        "key-duplicate",
        "creator?: {type",
        "«status?: {type",
    ),
    Mistake::new(
        "An endpoint stands twice",
        "comment.yaml",
        "key-duplicate",
        "  create_file_comment:",
        "  «create:",
    ),
    Mistake::new(
        "A key of another section is used",
        "work_item.yaml",
        "key-unknown",
        "    limits: slow",
        "    «rate_limit: slow",
    ),
    Mistake::new(
        "A boolean is written as a word",
        "api.yaml",
        "value-kind",
        "    credentials: [plugin, virtual_plugin]\n\
\x20   required: true",
        "    credentials: [plugin, virtual_plugin]\n\
\x20   required: «yes",
    ),
    Mistake::new(
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
    Mistake::new(
        "One value is given in place of a list",
        "auth.yaml",
        "value-kind",
        "    returns: UserToken\n\
\x20   auth: [plugin, virtual_plugin]",
        "    returns: UserToken\n\
\x20   auth: «plugin",
    ),
    Mistake::new(
        "A type is misspelt",
        "work_item.yaml",
        "type-unknown",
        r#"template_id?: {type: TemplateId, doc: "Workflow"#,
        r#"template_id?: {type: «TemplatId, doc: "Workflow"#,
    ),
    Mistake::new(
        "A type is renamed, but not where it is used",
        "common.yaml",
        "type-unknown",
        "  TimeInterval:",
        "  TimeSpan:",
    )
    .pointing_at("sub_task.yaml", r#"TimeInterval, doc: "When the sub-tasks were created"#),
    Mistake::new(
        "A list is written as in other languages",
        "comment.yaml",
        "type-syntax",
        "    returns: [Comment]",
        "    returns: «Comment[]",
    ),
    Mistake::new(
        "A type has the name that another language gives it",
        "comment.yaml",
        "type-unknown",
        "page_size?: {type: i64, max: 200",
        "page_size?: {type: «int, max: 200",
    ),
    Mistake::new(
        "An optional type is written as in another language",
        "work_item.yaml",
        "type-syntax",
        r#"reason?: {type: string, doc: "The reason in words"#,
        r#"reason: {type: «string?, doc: "The reason in words"#,
    ),
    Mistake::new(
        "A file is sent in a body of JSON",
        "attachment.yaml",
        "type-misplaced",
        "      file: {type: file, doc: \"The file, one per call; its media type decides whether the web page can preview it.\"}\n\
\x20   body_kind: multipart\n\
",
        "      file: {type: «file, doc: \"The file, one per call; its media type decides whether the web page can preview it.\"}\n\
",
    ),
];
