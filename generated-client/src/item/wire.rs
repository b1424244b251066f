// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `item` are read and written.

use client_runtime::codegen::{Decode, Object, Record, position, record};
use super::{
    Connection, CurrentNode, NodeCheck, NodeConclusion, NodeConclusionOption, NodeFinish,
    NodeOpinion, NodeOwner, NodeOwnerConclusion, NodeOwnerDepartment, NodeOwnerLeader,
    NodeOwnerOpinion, ParentWorkItem, RelatedWorkItem, RelationFieldDetail, RichText,
    RichTextField, StateFlowNode, StateTime, SubTask, SubTaskParent, WorkItem,
    WorkItemStatus, Workflow, WorkflowNode,
};

impl Record for WorkItemStatus {
    fn place(&mut self, name: &str) -> Option<&mut dyn Decode> {
        let index = position(
            name,
            &[
                "state_key",
                "is_archived_state",
                "is_init_state",
                "updated_at",
                "updated_by",
                "history",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.state_key,
            Some(1) => &mut self.is_archived_state,
            Some(2) => &mut self.is_init_state,
            Some(3) => &mut self.updated_at,
            Some(4) => &mut self.updated_by,
            Some(5) => &mut self.history,
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
        let index = position(
            name,
            &[
                "id",
                "name",
                "work_item_type_key",
                "project_key",
                "template_type",
                "pattern",
                "sub_stage",
                "current_nodes",
                "created_by",
                "updated_by",
                "created_at",
                "updated_at",
                "fields",
                "work_item_status",
                "deleted_by",
                "deleted_at",
                "simple_name",
                "template_id",
                "workflow_infos",
                "state_times",
                "multi_texts",
                "relation_fields_detail",
                "user_details",
                "sub_task_parent_info",
                "compound_field_extra",
                "parent_work_item",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.id,
            Some(1) => &mut self.name,
            Some(2) => &mut self.work_item_type_key,
            Some(3) => &mut self.project_key,
            Some(4) => &mut self.template_type,
            Some(5) => &mut self.pattern,
            Some(6) => &mut self.sub_stage,
            Some(7) => &mut self.current_nodes,
            Some(8) => &mut self.created_by,
            Some(9) => &mut self.updated_by,
            Some(10) => &mut self.created_at,
            Some(11) => &mut self.updated_at,
            Some(12) => &mut self.fields,
            Some(13) => &mut self.work_item_status,
            Some(14) => &mut self.deleted_by,
            Some(15) => &mut self.deleted_at,
            Some(16) => &mut self.simple_name,
            Some(17) => &mut self.template_id,
            Some(18) => &mut self.workflow_infos,
            Some(19) => &mut self.state_times,
            Some(20) => &mut self.multi_texts,
            Some(21) => &mut self.relation_fields_detail,
            Some(22) => &mut self.user_details,
            Some(23) => &mut self.sub_task_parent_info,
            Some(24) => &mut self.compound_field_extra,
            Some(25) => &mut self.parent_work_item,
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
        let index = position(name, &["id", "name", "owners", "milestone"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.id,
            Some(1) => &mut self.name,
            Some(2) => &mut self.owners,
            Some(3) => &mut self.milestone,
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
        let index = position(name, &["state_key", "start_time", "end_time", "name"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.state_key,
            Some(1) => &mut self.start_time,
            Some(2) => &mut self.end_time,
            Some(3) => &mut self.name,
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
        let index = position(name, &["field_key", "field_value"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.field_key,
            Some(1) => &mut self.field_value,
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
        let index = position(
            name,
            &[
                "doc",
                "doc_text",
                "is_empty",
                "notify_user_list",
                "notify_user_type",
                "doc_html",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.doc,
            Some(1) => &mut self.doc_text,
            Some(2) => &mut self.is_empty,
            Some(3) => &mut self.notify_user_list,
            Some(4) => &mut self.notify_user_type,
            Some(5) => &mut self.doc_html,
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
        let index = position(name, &["field_key", "detail"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.field_key,
            Some(1) => &mut self.detail,
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
        let index = position(name, &["story_id", "work_item_type_key", "project_key"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.work_item_id,
            Some(1) => &mut self.work_item_type_key,
            Some(2) => &mut self.project_key,
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
        let index = position(
            name,
            &["work_item_id", "work_item_name", "work_item_type_key", "node_id"],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.work_item_id,
            Some(1) => &mut self.work_item_name,
            Some(2) => &mut self.work_item_type_key,
            Some(3) => &mut self.node_id,
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
        let index = position(
            name,
            &["relation_uuid", "parent_work_item_id", "parent_node_key"],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.relation_uuid,
            Some(1) => &mut self.parent_work_item_id,
            Some(2) => &mut self.parent_node_key,
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
        let index = position(
            name,
            &[
                "workflow_nodes",
                "connections",
                "state_flow_nodes",
                "user_details",
                "template_id",
                "version",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.workflow_nodes,
            Some(1) => &mut self.connections,
            Some(2) => &mut self.state_flow_nodes,
            Some(3) => &mut self.user_details,
            Some(4) => &mut self.template_id,
            Some(5) => &mut self.version,
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
        let index = position(
            name,
            &[
                "id",
                "state_key",
                "name",
                "status",
                "fields",
                "owners",
                "node_schedule",
                "schedules",
                "sub_tasks",
                "actual_begin_time",
                "actual_finish_time",
                "role_assignee",
                "different_schedule",
                "sub_status",
                "milestone",
                "participants",
                "owner_roles",
                "owner_usage_mode",
                "node_fields",
                "finished_infos",
                "checker",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.id,
            Some(1) => &mut self.state_key,
            Some(2) => &mut self.name,
            Some(3) => &mut self.status,
            Some(4) => &mut self.fields,
            Some(5) => &mut self.owners,
            Some(6) => &mut self.node_schedule,
            Some(7) => &mut self.schedules,
            Some(8) => &mut self.sub_tasks,
            Some(9) => &mut self.actual_begin_time,
            Some(10) => &mut self.actual_finish_time,
            Some(11) => &mut self.role_assignee,
            Some(12) => &mut self.different_schedule,
            Some(13) => &mut self.sub_status,
            Some(14) => &mut self.milestone,
            Some(15) => &mut self.participants,
            Some(16) => &mut self.owner_roles,
            Some(17) => &mut self.owner_usage_mode,
            Some(18) => &mut self.node_fields,
            Some(19) => &mut self.finished_infos,
            Some(20) => &mut self.checker,
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
        let index = position(
            name,
            &[
                "id",
                "name",
                "role_owners",
                "status",
                "actual_begin_time",
                "actual_finish_time",
                "fields",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.id,
            Some(1) => &mut self.name,
            Some(2) => &mut self.role_owners,
            Some(3) => &mut self.status,
            Some(4) => &mut self.actual_begin_time,
            Some(5) => &mut self.actual_finish_time,
            Some(6) => &mut self.fields,
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
        let index = position(
            name,
            &["source_state_key", "target_state_key", "transition_id", "fields"],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.source_state_key,
            Some(1) => &mut self.target_state_key,
            Some(2) => &mut self.transition_id,
            Some(3) => &mut self.fields,
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
        let index = position(
            name,
            &[
                "id",
                "name",
                "schedules",
                "order",
                "details",
                "passed",
                "owners",
                "note",
                "actual_begin_time",
                "actual_finish_time",
                "assignee",
                "role_assignee",
                "deliverable",
                "fields",
                "owner_roles",
                "owner_usage_mode",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.id,
            Some(1) => &mut self.name,
            Some(2) => &mut self.schedules,
            Some(3) => &mut self.order,
            Some(4) => &mut self.details,
            Some(5) => &mut self.passed,
            Some(6) => &mut self.owners,
            Some(7) => &mut self.note,
            Some(8) => &mut self.actual_begin_time,
            Some(9) => &mut self.actual_finish_time,
            Some(10) => &mut self.assignee,
            Some(11) => &mut self.role_assignee,
            Some(12) => &mut self.deliverable,
            Some(13) => &mut self.fields,
            Some(14) => &mut self.owner_roles,
            Some(15) => &mut self.owner_usage_mode,
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
        let index = position(name, &["checked_time", "owner", "status"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.checked_time,
            Some(1) => &mut self.owner,
            Some(2) => &mut self.status,
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
        let index = position(name, &["summary_mode", "conclusion", "opinion"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.summary_mode,
            Some(1) => &mut self.conclusion,
            Some(2) => &mut self.opinion,
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
        let index = position(
            name,
            &["finished_conclusion_result", "owners_finished_conclusion_result"],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.finished_conclusion_result,
            Some(1) => &mut self.owners_finished_conclusion_result,
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
        let index = position(name, &["key", "label", "original_label"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.key,
            Some(1) => &mut self.label,
            Some(2) => &mut self.original_label,
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
        let index = position(
            name,
            &["finished_opinion_result", "owners_finished_opinion_result"],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.finished_opinion_result,
            Some(1) => &mut self.owners_finished_opinion_result,
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
        let index = position(
            name,
            &["owner", "node_owner", "finished_conclusion_result"],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.owner,
            Some(1) => &mut self.node_owner,
            Some(2) => &mut self.finished_conclusion_result,
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
        let index = position(name, &["owner", "node_owner", "finished_opinion_result"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.owner,
            Some(1) => &mut self.node_owner,
            Some(2) => &mut self.finished_opinion_result,
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
        let index = position(
            name,
            &[
                "id",
                "username",
                "employeeId",
                "email",
                "nickname",
                "avatar",
                "avatar_url",
                "en_name",
                "name",
                "larkOpenId",
                "department",
                "leader",
            ],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.id,
            Some(1) => &mut self.username,
            Some(2) => &mut self.employee_id,
            Some(3) => &mut self.email,
            Some(4) => &mut self.nickname,
            Some(5) => &mut self.avatar,
            Some(6) => &mut self.avatar_url,
            Some(7) => &mut self.en_name,
            Some(8) => &mut self.name,
            Some(9) => &mut self.lark_open_id,
            Some(10) => &mut self.department,
            Some(11) => &mut self.leader,
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
        let index = position(name, &["id", "name", "en_name"]);
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.id,
            Some(1) => &mut self.name,
            Some(2) => &mut self.en_name,
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
        let index = position(
            name,
            &["email", "employee_number", "id", "name", "u_name"],
        );
        let place: &mut dyn Decode = match index {
            Some(0) => &mut self.email,
            Some(1) => &mut self.employee_number,
            Some(2) => &mut self.id,
            Some(3) => &mut self.name,
            Some(4) => &mut self.u_name,
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
