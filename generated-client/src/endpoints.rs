// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! The whole table of endpoints as data.

use paceline_runtime::api::Endpoint;

/// Every endpoint of the enabled features, in the order of their numbers, with path, effect and
/// limits.
pub static ENDPOINTS: &[&Endpoint] = &[
    #[cfg(feature = "account")]
    &crate::account::endpoints::CREATE,
    #[cfg(feature = "account")]
    &crate::account::endpoints::UPDATE,
    #[cfg(feature = "account")]
    &crate::account::endpoints::ACTIVATE,
    #[cfg(feature = "account")]
    &crate::account::endpoints::STOP,
    #[cfg(feature = "ai")]
    &crate::ai::endpoints::QUERY_NODE,
    #[cfg(feature = "ai")]
    &crate::ai::endpoints::EDIT_NODE,
    #[cfg(feature = "ai")]
    &crate::ai::endpoints::CONFIRM_NODE,
    #[cfg(feature = "ai")]
    &crate::ai::endpoints::UPDATE_FIELD,
    #[cfg(feature = "ai")]
    &crate::ai::endpoints::DELETE_FIELD_FILES,
    #[cfg(feature = "attachment")]
    &crate::attachment::endpoints::UPLOAD,
    #[cfg(feature = "attachment")]
    &crate::attachment::endpoints::ADD,
    #[cfg(feature = "attachment")]
    &crate::attachment::endpoints::DOWNLOAD,
    #[cfg(feature = "attachment")]
    &crate::attachment::endpoints::DELETE,
    &crate::auth::endpoints::PLUGIN_TOKEN,
    &crate::auth::endpoints::AUTH_CODE,
    &crate::auth::endpoints::USER_PLUGIN_TOKEN,
    &crate::auth::endpoints::REFRESH_TOKEN,
    #[cfg(feature = "chart")]
    &crate::chart::endpoints::GET,
    #[cfg(feature = "chart")]
    &crate::chart::endpoints::LIST,
    #[cfg(feature = "chat")]
    &crate::chat::endpoints::INVITE_BOTS,
    #[cfg(feature = "comment")]
    &crate::comment::endpoints::CREATE,
    #[cfg(feature = "comment")]
    &crate::comment::endpoints::LIST,
    #[cfg(feature = "comment")]
    &crate::comment::endpoints::UPDATE,
    #[cfg(feature = "comment")]
    &crate::comment::endpoints::DELETE,
    #[cfg(feature = "comment")]
    &crate::comment::endpoints::CREATE_FILE_COMMENT,
    #[cfg(feature = "comment")]
    &crate::comment::endpoints::LIST_FILE_COMMENTS,
    #[cfg(feature = "comment")]
    &crate::comment::endpoints::POST,
    #[cfg(feature = "comment")]
    &crate::comment::endpoints::QUERY,
    #[cfg(feature = "comment")]
    &crate::comment::endpoints::EDIT,
    #[cfg(feature = "comment")]
    &crate::comment::endpoints::REMOVE,
    #[cfg(feature = "deliverable")]
    &crate::deliverable::endpoints::QUERY,
    #[cfg(feature = "department")]
    &crate::department::endpoints::CREATE,
    #[cfg(feature = "department")]
    &crate::department::endpoints::UPDATE,
    #[cfg(feature = "department")]
    &crate::department::endpoints::DELETE,
    #[cfg(feature = "department")]
    &crate::department::endpoints::QUERY,
    #[cfg(feature = "field")]
    &crate::field::endpoints::LIST,
    #[cfg(feature = "field")]
    &crate::field::endpoints::CREATE,
    #[cfg(feature = "field")]
    &crate::field::endpoints::UPDATE,
    #[cfg(feature = "field")]
    &crate::field::endpoints::OPTIONS,
    #[cfg(feature = "file")]
    &crate::file::endpoints::UPLOAD_FORM,
    #[cfg(feature = "file")]
    &crate::file::endpoints::DOWNLOAD,
    #[cfg(feature = "file")]
    &crate::file::endpoints::BEGIN_UPLOAD,
    #[cfg(feature = "file")]
    &crate::file::endpoints::UPLOAD_PART,
    #[cfg(feature = "file")]
    &crate::file::endpoints::FINISH_UPLOAD,
    #[cfg(feature = "file")]
    &crate::file::endpoints::ABORT_UPLOAD,
    #[cfg(feature = "flow_role")]
    &crate::flow_role::endpoints::LIST,
    #[cfg(feature = "flow_role")]
    &crate::flow_role::endpoints::CREATE,
    #[cfg(feature = "flow_role")]
    &crate::flow_role::endpoints::UPDATE,
    #[cfg(feature = "flow_role")]
    &crate::flow_role::endpoints::DELETE,
    #[cfg(feature = "project")]
    &crate::project::endpoints::LIST,
    #[cfg(feature = "project")]
    &crate::project::endpoints::QUERY,
    #[cfg(feature = "project")]
    &crate::project::endpoints::BUSINESS_LINES,
    #[cfg(feature = "project")]
    &crate::project::endpoints::TEAMS,
    #[cfg(feature = "project_relation")]
    &crate::project_relation::endpoints::RULES,
    #[cfg(feature = "project_relation")]
    &crate::project_relation::endpoints::WORK_ITEMS,
    #[cfg(feature = "project_relation")]
    &crate::project_relation::endpoints::BIND,
    #[cfg(feature = "project_relation")]
    &crate::project_relation::endpoints::UNBIND,
    #[cfg(feature = "relation")]
    &crate::relation::endpoints::LIST,
    #[cfg(feature = "relation")]
    &crate::relation::endpoints::CREATE,
    #[cfg(feature = "relation")]
    &crate::relation::endpoints::UPDATE,
    #[cfg(feature = "relation")]
    &crate::relation::endpoints::DELETE,
    #[cfg(feature = "relation")]
    &crate::relation::endpoints::CREATE_STORY_RELATIONS,
    #[cfg(feature = "relation")]
    &crate::relation::endpoints::QUERY_STORY_RELATIONS,
    #[cfg(feature = "resource_library")]
    &crate::resource_library::endpoints::CREATE_ELEMENT,
    #[cfg(feature = "resource_library")]
    &crate::resource_library::endpoints::QUERY_ELEMENTS,
    #[cfg(feature = "resource_library")]
    &crate::resource_library::endpoints::CREATE,
    #[cfg(feature = "resource_library")]
    &crate::resource_library::endpoints::QUERY,
    #[cfg(feature = "resource_library")]
    &crate::resource_library::endpoints::SEARCH,
    #[cfg(feature = "resource_library")]
    &crate::resource_library::endpoints::UPDATE,
    #[cfg(feature = "resource_library")]
    &crate::resource_library::endpoints::CREATE_INSTANCE,
    #[cfg(feature = "review")]
    &crate::review::endpoints::QUERY,
    #[cfg(feature = "review")]
    &crate::review::endpoints::CONCLUSION_OPTIONS,
    #[cfg(feature = "review")]
    &crate::review::endpoints::UPDATE,
    #[cfg(feature = "sub_task")]
    &crate::sub_task::endpoints::SEARCH,
    #[cfg(feature = "sub_task")]
    &crate::sub_task::endpoints::LIST,
    #[cfg(feature = "sub_task")]
    &crate::sub_task::endpoints::CREATE,
    #[cfg(feature = "sub_task")]
    &crate::sub_task::endpoints::UPDATE,
    #[cfg(feature = "sub_task")]
    &crate::sub_task::endpoints::OPERATE,
    #[cfg(feature = "sub_task")]
    &crate::sub_task::endpoints::DELETE,
    #[cfg(feature = "tenant")]
    &crate::tenant::endpoints::QUERY,
    #[cfg(feature = "user")]
    &crate::user::endpoints::QUERY,
    #[cfg(feature = "user")]
    &crate::user::endpoints::SEARCH,
    #[cfg(feature = "user")]
    &crate::user::endpoints::QUERY_FOR_TENANT_PLUGIN,
    #[cfg(feature = "user_group")]
    &crate::user_group::endpoints::CREATE,
    #[cfg(feature = "user_group")]
    &crate::user_group::endpoints::UPDATE_MEMBERS,
    #[cfg(feature = "user_group")]
    &crate::user_group::endpoints::MEMBERS,
    #[cfg(feature = "view")]
    &crate::view::endpoints::CREATE_FIXED_VIEW,
    #[cfg(feature = "view")]
    &crate::view::endpoints::UPDATE_FIXED_VIEW,
    #[cfg(feature = "view")]
    &crate::view::endpoints::DELETE,
    #[cfg(feature = "view")]
    &crate::view::endpoints::WORK_ITEMS,
    #[cfg(feature = "view")]
    &crate::view::endpoints::PANORAMA_WORK_ITEMS,
    #[cfg(feature = "view")]
    &crate::view::endpoints::LIST,
    #[cfg(feature = "view")]
    &crate::view::endpoints::CREATE_CONDITION_VIEW,
    #[cfg(feature = "view")]
    &crate::view::endpoints::UPDATE_CONDITION_VIEW,
    #[cfg(feature = "view")]
    &crate::view::endpoints::AGGREGATED_FIELDS,
    #[cfg(feature = "wbs_draft")]
    &crate::wbs_draft::endpoints::QUERY,
    #[cfg(feature = "wbs_draft")]
    &crate::wbs_draft::endpoints::RESET,
    #[cfg(feature = "wbs_draft")]
    &crate::wbs_draft::endpoints::PATCH,
    #[cfg(feature = "wbs_draft")]
    &crate::wbs_draft::endpoints::PUBLISH,
    #[cfg(feature = "wbs_draft")]
    &crate::wbs_draft::endpoints::PUBLISH_COMMIT,
    #[cfg(feature = "wbs_draft")]
    &crate::wbs_draft::endpoints::SWITCH_BACK,
    #[cfg(feature = "wbs_draft")]
    &crate::wbs_draft::endpoints::UPDATE_FROZEN_ROWS,
    #[cfg(feature = "wbs_draft")]
    &crate::wbs_draft::endpoints::COMPLETE_CREATE_AUDIT,
    #[cfg(feature = "wbs_draft")]
    &crate::wbs_draft::endpoints::SUB_WORK_ITEM_CONFIG,
    #[cfg(feature = "work_hour")]
    &crate::work_hour::endpoints::LIST,
    #[cfg(feature = "work_hour")]
    &crate::work_hour::endpoints::CREATE,
    #[cfg(feature = "work_hour")]
    &crate::work_hour::endpoints::UPDATE,
    #[cfg(feature = "work_hour")]
    &crate::work_hour::endpoints::DELETE,
    #[cfg(feature = "work_item")]
    &crate::work_item::endpoints::CREATE,
    #[cfg(feature = "work_item")]
    &crate::work_item::endpoints::QUERY,
    #[cfg(feature = "work_item")]
    &crate::work_item::endpoints::UPDATE,
    #[cfg(feature = "work_item")]
    &crate::work_item::endpoints::DELETE,
    #[cfg(feature = "work_item")]
    &crate::work_item::endpoints::ABORT,
    #[cfg(feature = "work_item")]
    &crate::work_item::endpoints::FREEZE,
    #[cfg(feature = "work_item")]
    &crate::work_item::endpoints::META,
    #[cfg(feature = "work_item")]
    &crate::work_item::endpoints::BATCH_UPDATE,
    #[cfg(feature = "work_item")]
    &crate::work_item::endpoints::TASK_RESULT,
    #[cfg(feature = "work_item")]
    &crate::work_item::endpoints::OP_RECORDS,
    #[cfg(feature = "work_item")]
    &crate::work_item::endpoints::UPDATE_MULTI_SIGNAL,
    #[cfg(feature = "work_item")]
    &crate::work_item::endpoints::UPDATE_COMPOUND_FIELD,
    #[cfg(feature = "work_item")]
    &crate::work_item::endpoints::FILTER,
    #[cfg(feature = "work_item")]
    &crate::work_item::endpoints::FILTER_ACROSS_PROJECTS,
    #[cfg(feature = "work_item")]
    &crate::work_item::endpoints::SEARCH,
    #[cfg(feature = "work_item")]
    &crate::work_item::endpoints::SEARCH_BY_RELATION,
    #[cfg(feature = "work_item")]
    &crate::work_item::endpoints::COMPOSITE_SEARCH,
    #[cfg(feature = "work_item")]
    &crate::work_item::endpoints::INTEGRATE_SEARCH,
    #[cfg(feature = "work_item")]
    &crate::work_item::endpoints::UNIVERSAL_SEARCH,
    #[cfg(feature = "work_item_type")]
    &crate::work_item_type::endpoints::LIST,
    #[cfg(feature = "work_item_type")]
    &crate::work_item_type::endpoints::GET,
    #[cfg(feature = "work_item_type")]
    &crate::work_item_type::endpoints::UPDATE,
    #[cfg(feature = "workflow")]
    &crate::workflow::endpoints::QUERY,
    #[cfg(feature = "workflow")]
    &crate::workflow::endpoints::WBS_VIEW,
    #[cfg(feature = "workflow")]
    &crate::workflow::endpoints::UPDATE_NODE,
    #[cfg(feature = "workflow")]
    &crate::workflow::endpoints::OPERATE_NODE,
    #[cfg(feature = "workflow")]
    &crate::workflow::endpoints::CHANGE_STATE,
    #[cfg(feature = "workflow")]
    &crate::workflow::endpoints::REQUIRED_INFO,
    #[cfg(feature = "workflow")]
    &crate::workflow::endpoints::UPDATE_ACTUAL_TIME,
    #[cfg(feature = "workflow_template")]
    &crate::workflow_template::endpoints::LIST,
    #[cfg(feature = "workflow_template")]
    &crate::workflow_template::endpoints::GET,
    #[cfg(feature = "workflow_template")]
    &crate::workflow_template::endpoints::CREATE,
    #[cfg(feature = "workflow_template")]
    &crate::workflow_template::endpoints::UPDATE,
    #[cfg(feature = "workflow_template")]
    &crate::workflow_template::endpoints::DELETE,
    #[cfg(feature = "workflow_template")]
    &crate::workflow_template::endpoints::GET_WBS,
];
