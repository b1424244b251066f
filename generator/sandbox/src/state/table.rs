//! The one list of endpoints that the sandbox keeps state for. Every other endpoint of the spec returns a
//! made-up value of its declared type, so a new endpoint needs an entry here only if it must remember something.

use paceline_generator::ir::Api;

use super::{
    Handler, batch, binding, comment, compound, file, filter, group, hour, item, login, meta, posted_comment,
    record, relation, review, role, search, signal, task, text, upload, view, workflow,
};

/// The ids of endpoints, and their handlers.
const HANDLERS: &[(&str, Handler)] = &[
    ("attachment.add", file::add),
    ("attachment.delete", file::delete),
    ("attachment.download", file::download),
    ("attachment.upload", file::upload_alone),
    ("auth.auth_code", login::auth_code),
    ("auth.plugin_token", login::plugin_token),
    ("auth.refresh_token", login::refresh),
    ("auth.user_plugin_token", login::exchange_code),
    ("comment.create", comment::create),
    ("comment.create_file_comment", comment::create_file),
    ("comment.delete", comment::delete),
    ("comment.edit", posted_comment::edit),
    ("comment.list", comment::list),
    ("comment.list_file_comments", comment::list_files),
    ("comment.post", posted_comment::post),
    ("comment.query", posted_comment::query),
    ("comment.remove", posted_comment::remove),
    ("comment.update", comment::update),
    ("field.list", meta::fields),
    ("field.options", meta::field_options),
    ("file.abort_upload", upload::abort),
    ("file.begin_upload", upload::begin),
    ("file.download", upload::download),
    ("file.finish_upload", upload::finish),
    ("file.upload_form", upload::form),
    ("file.upload_part", upload::part),
    ("flow_role.create", role::create),
    ("flow_role.delete", role::delete),
    ("flow_role.list", role::list),
    ("flow_role.update", role::update),
    ("project.business_lines", meta::business_lines),
    ("project.list", meta::projects),
    ("project.query", meta::project_details),
    ("project.teams", meta::teams),
    ("project_relation.bind", binding::bind),
    ("project_relation.rules", binding::rules),
    ("project_relation.unbind", binding::unbind),
    ("project_relation.work_items", binding::list),
    ("relation.create", relation::create),
    ("relation.create_story_relations", relation::link),
    ("relation.delete", relation::delete),
    ("relation.list", relation::list),
    ("relation.query_story_relations", relation::links),
    ("relation.update", relation::update),
    ("review.conclusion_options", review::options),
    ("review.query", review::query),
    ("review.update", review::update),
    ("sub_task.create", task::create),
    ("sub_task.delete", task::delete),
    ("sub_task.list", task::list),
    ("sub_task.operate", task::operate),
    ("sub_task.search", task::search),
    ("sub_task.update", task::update),
    ("user.query", meta::users),
    ("user.query_for_tenant_plugin", meta::users),
    ("user.search", meta::search_users),
    ("user_group.create", group::create),
    ("user_group.members", group::members),
    ("user_group.update_members", group::update_members),
    ("view.create_condition_view", view::create_condition),
    ("view.create_fixed_view", view::create_fixed),
    ("view.delete", view::delete),
    ("view.list", view::list),
    ("view.panorama_work_items", view::panorama),
    ("view.update_condition_view", view::update_condition),
    ("view.update_fixed_view", view::update_fixed),
    ("view.work_items", view::items),
    ("work_hour.create", hour::create),
    ("work_hour.delete", hour::delete),
    ("work_hour.list", hour::list),
    ("work_hour.update", hour::update),
    ("work_item.abort", item::abort),
    ("work_item.batch_update", batch::update),
    ("work_item.composite_search", text::search),
    ("work_item.create", item::create),
    ("work_item.delete", item::delete),
    ("work_item.filter", filter::filter),
    ("work_item.filter_across_projects", filter::filter_across),
    ("work_item.freeze", item::freeze),
    ("work_item.meta", meta::creation),
    ("work_item.op_records", record::list),
    ("work_item.query", item::query),
    ("work_item.search", search::search),
    ("work_item.search_by_relation", search::by_relation),
    ("work_item.task_result", batch::result),
    ("work_item.universal_search", search::universal),
    ("work_item.update", item::update),
    ("work_item.update_compound_field", compound::update),
    ("work_item.update_multi_signal", signal::update),
    ("work_item_type.get", meta::type_detail),
    ("work_item_type.list", meta::types),
    ("workflow.change_state", workflow::change_state),
    ("workflow.operate_node", workflow::operate_node),
    ("workflow.query", workflow::query),
    ("workflow.required_info", workflow::required_info),
    ("workflow.update_actual_time", workflow::update_actual_time),
    ("workflow.update_node", workflow::update_node),
    ("workflow_template.get", workflow::template),
    ("workflow_template.list", workflow::templates),
];

/// The handler of an endpoint, if it is stateful.
pub(crate) fn handler(endpoint: &str) -> Option<Handler> {
    HANDLERS.iter().find(|(id, _)| *id == endpoint).map(|(_, handler)| *handler)
}

/// Whether a spec is of the API that this list is for: whether it has most of the endpoints. A single id says little,
/// as an endpoint of another API may have the same one.
pub(crate) fn is_stateful(api: &Api) -> bool {
    let known = HANDLERS.iter().filter(|(id, _)| api.endpoints.iter().any(|endpoint| endpoint.id == *id));
    2 * known.count() > HANDLERS.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn every_entry_is_an_endpoint_of_the_spec() {
        let sandbox = crate::Sandbox::start().await.unwrap();
        let known = |id: &str| sandbox.api().endpoints.iter().any(|endpoint| endpoint.id == id);
        let stale: Vec<_> = HANDLERS.iter().map(|(id, _)| *id).filter(|id| !known(id)).collect();
        assert_eq!(stale, Vec::<&str>::new());
    }
}
