// This file is written by `cargo xtask codegen` from spec/. Change the spec, not the file.

//! How the objects of `flow_role` are read and written.

use paceline_runtime::codegen::{Rule, record};
use super::{FlowRole, FlowRoleUpdate, NewFlowRole};

record!(
    FlowRole { id, name, is_owner, role_appear_mode, deletable, auto_enter_group,
    member_assign_mode, members, key, allow_delete, authorization_role_keys,
    is_member_multi, is_required, role_alias, lock_app_id, lock_scope }
);

record!(
    NewFlowRole { id, name, is_owner, auto_enter_group, member_assign_mode, members,
    is_member_multi, role_alias, lock_scope }
    weak_rules[Rule::OneOf("member_assign_mode", & ["1", "2", "3"]),
    Rule::RequiredWhen("member_assign_mode", & ["2"], & ["members"])]
);

record!(
    FlowRoleUpdate { name, is_owner, auto_enter_group, member_assign_mode, members,
    is_member_multi, role_alias, lock_scope }
    weak_rules[Rule::OneOf("member_assign_mode", & ["1", "2", "3"]),
    Rule::RequiredWhen("member_assign_mode", & ["2"], & ["members"])]
);
