// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `item` are read and written.

use client_runtime::codegen::{Decode, Object, Record, record};
use super::{
    Connection, CurrentNode, NodeCheck, NodeConclusion, NodeConclusionOption, NodeFinish,
    NodeOpinion, NodeOwner, NodeOwnerConclusion, NodeOwnerDepartment, NodeOwnerLeader,
    NodeOwnerOpinion, ParentWorkItem, RelatedWorkItem, RelationFieldDetail, RichText,
    RichTextField, StateFlowNode, StateTime, SubTask, SubTaskParent, WorkItem,
    WorkItemStatus, Workflow, WorkflowNode,
};

impl Record for WorkItemStatus {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "state_key" => &mut self.state_key,
            "is_archived_state" => &mut self.is_archived_state,
            "is_init_state" => &mut self.is_init_state,
            "updated_at" => &mut self.updated_at,
            "updated_by" => &mut self.updated_by,
            "history" => &mut self.history,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("state_key", &self.state_key);
        object.put("is_archived_state", &self.is_archived_state);
        object.put("is_init_state", &self.is_init_state);
        object.put("updated_at", &self.updated_at);
        object.put("updated_by", &self.updated_by);
        object.put("history", &self.history);
    }
}

record!(WorkItemStatus);

impl Record for WorkItem {
    fn required(&self) -> &'static [&'static str] {
        &["id"]
    }

    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "id" => &mut self.id,
            "name" => &mut self.name,
            "work_item_type_key" => &mut self.work_item_type_key,
            "project_key" => &mut self.project_key,
            "template_type" => &mut self.template_type,
            "pattern" => &mut self.pattern,
            "sub_stage" => &mut self.sub_stage,
            "current_nodes" => &mut self.current_nodes,
            "created_by" => &mut self.created_by,
            "updated_by" => &mut self.updated_by,
            "created_at" => &mut self.created_at,
            "updated_at" => &mut self.updated_at,
            "fields" => &mut self.fields,
            "work_item_status" => &mut self.work_item_status,
            "deleted_by" => &mut self.deleted_by,
            "deleted_at" => &mut self.deleted_at,
            "simple_name" => &mut self.simple_name,
            "template_id" => &mut self.template_id,
            "workflow_infos" => &mut self.workflow_infos,
            "state_times" => &mut self.state_times,
            "multi_texts" => &mut self.multi_texts,
            "relation_fields_detail" => &mut self.relation_fields_detail,
            "user_details" => &mut self.user_details,
            "sub_task_parent_info" => &mut self.sub_task_parent_info,
            "compound_field_extra" => &mut self.compound_field_extra,
            "parent_work_item" => &mut self.parent_work_item,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("id", &self.id);
        object.put("name", &self.name);
        object.put("work_item_type_key", &self.work_item_type_key);
        object.put("project_key", &self.project_key);
        object.put("template_type", &self.template_type);
        object.put("pattern", &self.pattern);
        object.put("sub_stage", &self.sub_stage);
        object.put("current_nodes", &self.current_nodes);
        object.put("created_by", &self.created_by);
        object.put("updated_by", &self.updated_by);
        object.put("created_at", &self.created_at);
        object.put("updated_at", &self.updated_at);
        object.put("fields", &self.fields);
        object.put("work_item_status", &self.work_item_status);
        object.put("deleted_by", &self.deleted_by);
        object.put("deleted_at", &self.deleted_at);
        object.put("simple_name", &self.simple_name);
        object.put("template_id", &self.template_id);
        object.put("workflow_infos", &self.workflow_infos);
        object.put("state_times", &self.state_times);
        object.put("multi_texts", &self.multi_texts);
        object.put("relation_fields_detail", &self.relation_fields_detail);
        object.put("user_details", &self.user_details);
        object.put("sub_task_parent_info", &self.sub_task_parent_info);
        object.put("compound_field_extra", &self.compound_field_extra);
        object.put("parent_work_item", &self.parent_work_item);
    }
}

record!(WorkItem);

impl Record for CurrentNode {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "id" => &mut self.id,
            "name" => &mut self.name,
            "owners" => &mut self.owners,
            "milestone" => &mut self.milestone,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("id", &self.id);
        object.put("name", &self.name);
        object.put("owners", &self.owners);
        object.put("milestone", &self.milestone);
    }
}

record!(CurrentNode);

impl Record for StateTime {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "state_key" => &mut self.state_key,
            "start_time" => &mut self.start_time,
            "end_time" => &mut self.end_time,
            "name" => &mut self.name,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("state_key", &self.state_key);
        object.put("start_time", &self.start_time);
        object.put("end_time", &self.end_time);
        object.put("name", &self.name);
    }
}

record!(StateTime);

impl Record for RichTextField {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "field_key" => &mut self.field_key,
            "field_value" => &mut self.field_value,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("field_key", &self.field_key);
        object.put("field_value", &self.field_value);
    }
}

record!(RichTextField);

impl Record for RichText {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "doc" => &mut self.doc,
            "doc_text" => &mut self.doc_text,
            "is_empty" => &mut self.is_empty,
            "notify_user_list" => &mut self.notify_user_list,
            "notify_user_type" => &mut self.notify_user_type,
            "doc_html" => &mut self.doc_html,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("doc", &self.doc);
        object.put("doc_text", &self.doc_text);
        object.put("is_empty", &self.is_empty);
        object.put("notify_user_list", &self.notify_user_list);
        object.put("notify_user_type", &self.notify_user_type);
        object.put("doc_html", &self.doc_html);
    }
}

record!(RichText);

impl Record for RelationFieldDetail {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "field_key" => &mut self.field_key,
            "detail" => &mut self.detail,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("field_key", &self.field_key);
        object.put("detail", &self.detail);
    }
}

record!(RelationFieldDetail);

impl Record for RelatedWorkItem {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "story_id" => &mut self.work_item_id,
            "work_item_type_key" => &mut self.work_item_type_key,
            "project_key" => &mut self.project_key,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("story_id", &self.work_item_id);
        object.put("work_item_type_key", &self.work_item_type_key);
        object.put("project_key", &self.project_key);
    }
}

record!(RelatedWorkItem);

impl Record for SubTaskParent {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "work_item_id" => &mut self.work_item_id,
            "work_item_name" => &mut self.work_item_name,
            "work_item_type_key" => &mut self.work_item_type_key,
            "node_id" => &mut self.node_id,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("work_item_id", &self.work_item_id);
        object.put("work_item_name", &self.work_item_name);
        object.put("work_item_type_key", &self.work_item_type_key);
        object.put("node_id", &self.node_id);
    }
}

record!(SubTaskParent);

impl Record for ParentWorkItem {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "relation_uuid" => &mut self.relation_uuid,
            "parent_work_item_id" => &mut self.parent_work_item_id,
            "parent_node_key" => &mut self.parent_node_key,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("relation_uuid", &self.relation_uuid);
        object.put("parent_work_item_id", &self.parent_work_item_id);
        object.put("parent_node_key", &self.parent_node_key);
    }
}

record!(ParentWorkItem);

impl Record for Workflow {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "workflow_nodes" => &mut self.workflow_nodes,
            "connections" => &mut self.connections,
            "state_flow_nodes" => &mut self.state_flow_nodes,
            "user_details" => &mut self.user_details,
            "template_id" => &mut self.template_id,
            "version" => &mut self.version,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("workflow_nodes", &self.workflow_nodes);
        object.put("connections", &self.connections);
        object.put("state_flow_nodes", &self.state_flow_nodes);
        object.put("user_details", &self.user_details);
        object.put("template_id", &self.template_id);
        object.put("version", &self.version);
    }
}

record!(Workflow);

impl Record for WorkflowNode {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "id" => &mut self.id,
            "state_key" => &mut self.state_key,
            "name" => &mut self.name,
            "status" => &mut self.status,
            "fields" => &mut self.fields,
            "owners" => &mut self.owners,
            "node_schedule" => &mut self.node_schedule,
            "schedules" => &mut self.schedules,
            "sub_tasks" => &mut self.sub_tasks,
            "actual_begin_time" => &mut self.actual_begin_time,
            "actual_finish_time" => &mut self.actual_finish_time,
            "role_assignee" => &mut self.role_assignee,
            "different_schedule" => &mut self.different_schedule,
            "sub_status" => &mut self.sub_status,
            "milestone" => &mut self.milestone,
            "participants" => &mut self.participants,
            "owner_roles" => &mut self.owner_roles,
            "owner_usage_mode" => &mut self.owner_usage_mode,
            "node_fields" => &mut self.node_fields,
            "finished_infos" => &mut self.finished_infos,
            "checker" => &mut self.checker,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("id", &self.id);
        object.put("state_key", &self.state_key);
        object.put("name", &self.name);
        object.put("status", &self.status);
        object.put("fields", &self.fields);
        object.put("owners", &self.owners);
        object.put("node_schedule", &self.node_schedule);
        object.put("schedules", &self.schedules);
        object.put("sub_tasks", &self.sub_tasks);
        object.put("actual_begin_time", &self.actual_begin_time);
        object.put("actual_finish_time", &self.actual_finish_time);
        object.put("role_assignee", &self.role_assignee);
        object.put("different_schedule", &self.different_schedule);
        object.put("sub_status", &self.sub_status);
        object.put("milestone", &self.milestone);
        object.put("participants", &self.participants);
        object.put("owner_roles", &self.owner_roles);
        object.put("owner_usage_mode", &self.owner_usage_mode);
        object.put("node_fields", &self.node_fields);
        object.put("finished_infos", &self.finished_infos);
        object.put("checker", &self.checker);
    }
}

record!(WorkflowNode);

impl Record for StateFlowNode {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "id" => &mut self.id,
            "name" => &mut self.name,
            "role_owners" => &mut self.role_owners,
            "status" => &mut self.status,
            "actual_begin_time" => &mut self.actual_begin_time,
            "actual_finish_time" => &mut self.actual_finish_time,
            "fields" => &mut self.fields,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("id", &self.id);
        object.put("name", &self.name);
        object.put("role_owners", &self.role_owners);
        object.put("status", &self.status);
        object.put("actual_begin_time", &self.actual_begin_time);
        object.put("actual_finish_time", &self.actual_finish_time);
        object.put("fields", &self.fields);
    }
}

record!(StateFlowNode);

impl Record for Connection {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "source_state_key" => &mut self.source_state_key,
            "target_state_key" => &mut self.target_state_key,
            "transition_id" => &mut self.transition_id,
            "fields" => &mut self.fields,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("source_state_key", &self.source_state_key);
        object.put("target_state_key", &self.target_state_key);
        object.put("transition_id", &self.transition_id);
        object.put("fields", &self.fields);
    }
}

record!(Connection);

impl Record for SubTask {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "id" => &mut self.id,
            "name" => &mut self.name,
            "schedules" => &mut self.schedules,
            "order" => &mut self.order,
            "details" => &mut self.details,
            "passed" => &mut self.passed,
            "owners" => &mut self.owners,
            "note" => &mut self.note,
            "actual_begin_time" => &mut self.actual_begin_time,
            "actual_finish_time" => &mut self.actual_finish_time,
            "assignee" => &mut self.assignee,
            "role_assignee" => &mut self.role_assignee,
            "deliverable" => &mut self.deliverable,
            "fields" => &mut self.fields,
            "owner_roles" => &mut self.owner_roles,
            "owner_usage_mode" => &mut self.owner_usage_mode,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("id", &self.id);
        object.put("name", &self.name);
        object.put("schedules", &self.schedules);
        object.put("order", &self.order);
        object.put("details", &self.details);
        object.put("passed", &self.passed);
        object.put("owners", &self.owners);
        object.put("note", &self.note);
        object.put("actual_begin_time", &self.actual_begin_time);
        object.put("actual_finish_time", &self.actual_finish_time);
        object.put("assignee", &self.assignee);
        object.put("role_assignee", &self.role_assignee);
        object.put("deliverable", &self.deliverable);
        object.put("fields", &self.fields);
        object.put("owner_roles", &self.owner_roles);
        object.put("owner_usage_mode", &self.owner_usage_mode);
    }
}

record!(SubTask);

impl Record for NodeCheck {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "checked_time" => &mut self.checked_time,
            "owner" => &mut self.owner,
            "status" => &mut self.status,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("checked_time", &self.checked_time);
        object.put("owner", &self.owner);
        object.put("status", &self.status);
    }
}

record!(NodeCheck);

impl Record for NodeFinish {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "summary_mode" => &mut self.summary_mode,
            "conclusion" => &mut self.conclusion,
            "opinion" => &mut self.opinion,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("summary_mode", &self.summary_mode);
        object.put("conclusion", &self.conclusion);
        object.put("opinion", &self.opinion);
    }
}

record!(NodeFinish);

impl Record for NodeConclusion {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "finished_conclusion_result" => &mut self.finished_conclusion_result,
            "owners_finished_conclusion_result" => {
                &mut self.owners_finished_conclusion_result
            }
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("finished_conclusion_result", &self.finished_conclusion_result);
        object
            .put(
                "owners_finished_conclusion_result",
                &self.owners_finished_conclusion_result,
            );
    }
}

record!(NodeConclusion);

impl Record for NodeConclusionOption {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "key" => &mut self.key,
            "label" => &mut self.label,
            "original_label" => &mut self.original_label,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("key", &self.key);
        object.put("label", &self.label);
        object.put("original_label", &self.original_label);
    }
}

record!(NodeConclusionOption);

impl Record for NodeOpinion {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "finished_opinion_result" => &mut self.finished_opinion_result,
            "owners_finished_opinion_result" => &mut self.owners_finished_opinion_result,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("finished_opinion_result", &self.finished_opinion_result);
        object
            .put("owners_finished_opinion_result", &self.owners_finished_opinion_result);
    }
}

record!(NodeOpinion);

impl Record for NodeOwnerConclusion {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "owner" => &mut self.owner,
            "node_owner" => &mut self.node_owner,
            "finished_conclusion_result" => &mut self.finished_conclusion_result,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("owner", &self.owner);
        object.put("node_owner", &self.node_owner);
        object.put("finished_conclusion_result", &self.finished_conclusion_result);
    }
}

record!(NodeOwnerConclusion);

impl Record for NodeOwnerOpinion {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "owner" => &mut self.owner,
            "node_owner" => &mut self.node_owner,
            "finished_opinion_result" => &mut self.finished_opinion_result,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("owner", &self.owner);
        object.put("node_owner", &self.node_owner);
        object.put("finished_opinion_result", &self.finished_opinion_result);
    }
}

record!(NodeOwnerOpinion);

impl Record for NodeOwner {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "id" => &mut self.id,
            "username" => &mut self.username,
            "employeeId" => &mut self.employee_id,
            "email" => &mut self.email,
            "nickname" => &mut self.nickname,
            "avatar" => &mut self.avatar,
            "avatar_url" => &mut self.avatar_url,
            "en_name" => &mut self.en_name,
            "name" => &mut self.name,
            "larkOpenId" => &mut self.lark_open_id,
            "department" => &mut self.department,
            "leader" => &mut self.leader,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("id", &self.id);
        object.put("username", &self.username);
        object.put("employeeId", &self.employee_id);
        object.put("email", &self.email);
        object.put("nickname", &self.nickname);
        object.put("avatar", &self.avatar);
        object.put("avatar_url", &self.avatar_url);
        object.put("en_name", &self.en_name);
        object.put("name", &self.name);
        object.put("larkOpenId", &self.lark_open_id);
        object.put("department", &self.department);
        object.put("leader", &self.leader);
    }
}

record!(NodeOwner);

impl Record for NodeOwnerDepartment {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "id" => &mut self.id,
            "name" => &mut self.name,
            "en_name" => &mut self.en_name,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("id", &self.id);
        object.put("name", &self.name);
        object.put("en_name", &self.en_name);
    }
}

record!(NodeOwnerDepartment);

impl Record for NodeOwnerLeader {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let place: &mut dyn Decode = match name {
            "email" => &mut self.email,
            "employee_number" => &mut self.employee_number,
            "id" => &mut self.id,
            "name" => &mut self.name,
            "u_name" => &mut self.u_name,
            _ => return None,
        };
        Some(place)
    }

    fn members(&self, object: &mut Object<'_>) {
        object.put("email", &self.email);
        object.put("employee_number", &self.employee_number);
        object.put("id", &self.id);
        object.put("name", &self.name);
        object.put("u_name", &self.u_name);
    }
}

record!(NodeOwnerLeader);
