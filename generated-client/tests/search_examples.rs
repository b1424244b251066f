//! The common searches that the manual works through, put together with the builder.

use feishu_project::filter::{self, Clause, all, any};
use feishu_project::search::{NodeMoment, SearchNodeOwners, SearchNodeTime, SearchRoleOwners};
use feishu_project::{SearchGroup, Value};
use serde_json::json;

const FROM: i64 = 1_696_089_600_000;
const TO: i64 = 1_698_767_999_000;

#[track_caller]
fn gives(clause: Clause, wanted: Value) {
    assert_eq!(serde_json::to_value(SearchGroup::from(clause)).unwrap(), wanted);
}

/// One condition in a group of its own.
#[track_caller]
fn gives_one(clause: Clause, condition: Value) {
    gives(all([clause]), json!({"conjunction": "AND", "search_params": [condition]}));
}

#[test]
fn a_status_and_a_span_of_creation() {
    let search = all([
        filter::created_at().greater(FROM),
        filter::created_at().less(TO),
        filter::work_item_status().equal(["start"]),
    ]);
    gives(
        search,
        json!({"conjunction": "AND", "search_params": [
            {"param_key": "created_at", "operator": ">", "value": FROM},
            {"param_key": "created_at", "operator": "<", "value": TO},
            {"param_key": "work_item_status", "operator": "=", "value": ["start"]},
        ]}),
    );
}

#[test]
fn people_ids_links_templates_and_states() {
    gives_one(
        filter::people().has_any_of(["71"]),
        json!({"param_key": "people", "operator": "HAS ANY OF", "value": ["71"]}),
    );
    gives_one(
        filter::work_item_id().has_any_of([12_345, 45_678]),
        json!({"param_key": "work_item_id", "operator": "HAS ANY OF", "value": [12_345, 45_678]}),
    );
    gives_one(
        filter::linked_story().equal([12_345]),
        json!({"param_key": "_field_linked_story", "operator": "=", "value": [12_345]}),
    );
    gives_one(
        filter::template_id().has_any_of([123, 456]),
        json!({"param_key": "template_id", "operator": "HAS ANY OF", "value": [123, 456]}),
    );
    gives_one(
        filter::work_item_status().not_equal(["end"]),
        json!({"param_key": "work_item_status", "operator": "!=", "value": ["end"]}),
    );
    gives_one(
        filter::owner().has_any_of(["71"]),
        json!({"param_key": "owner", "operator": "HAS ANY OF", "value": ["71"]}),
    );
}

#[test]
fn owners_of_two_roles_and_of_two_nodes() {
    let roles = ["A", "B"].map(|role| SearchRoleOwners::new(role).owners(["71"]));
    gives_one(
        filter::role_owners().has_any_of(roles),
        json!({"param_key": "role_owners", "operator": "HAS ANY OF",
            "value": [{"role": "A", "owners": ["71"]}, {"role": "B", "owners": ["71"]}]}),
    );
    let nodes = ["开始", "进行中"].map(|node| SearchNodeOwners::new(node).owners(["71"]));
    gives_one(
        filter::node_owners().has_any_of(nodes),
        json!({"param_key": "node_owners", "operator": "HAS ANY OF",
            "value": [{"state_name": "开始", "owners": ["71"]}, {"state_name": "进行中", "owners": ["71"]}]}),
    );
}

#[test]
fn a_priority_or_a_business_line_with_its_manager() {
    let manager = [SearchRoleOwners::new("pm").owners(["71"])];
    let search = any([
        filter::priority().has_none_of(["2"]),
        all([filter::business().equal(["line"]), filter::role_owners().equal(manager)]),
    ]);
    gives(
        search,
        json!({"conjunction": "OR",
        "search_params": [{"param_key": "priority", "operator": "HAS NONE OF", "value": ["2"]}],
        "search_groups": [{"conjunction": "AND", "search_params": [
            {"param_key": "business", "operator": "=", "value": ["line"]},
            {"param_key": "role_owners", "operator": "=", "value": [{"role": "pm", "owners": ["71"]}]},
        ]}]}),
    );
}

#[test]
fn one_of_two_spans_beside_a_priority() {
    let started = || [filter::start_time().greater_or_equal(FROM), filter::start_time().less_or_equal(TO)];
    let updated = || [filter::updated_at().greater_or_equal(FROM), filter::updated_at().less_or_equal(TO)];
    let search = all([filter::priority().has_none_of(["2"]), any(started()), all(updated())]);
    gives(
        search,
        json!({"conjunction": "AND",
        "search_params": [{"param_key": "priority", "operator": "HAS NONE OF", "value": ["2"]}],
        "search_groups": [
            {"conjunction": "OR", "search_params": [
                {"param_key": "start_time", "operator": ">=", "value": FROM},
                {"param_key": "start_time", "operator": "<=", "value": TO},
            ]},
            {"conjunction": "AND", "search_params": [
                {"param_key": "updated_at", "operator": ">=", "value": FROM},
                {"param_key": "updated_at", "operator": "<=", "value": TO},
            ]},
        ]}),
    );
}

#[test]
fn the_time_of_a_node() {
    let at = |moment, time: i64| SearchNodeTime::new("Build", moment).time(time);
    let search = all([
        filter::node_time().greater_or_equal(at(NodeMoment::Begin, FROM)),
        filter::node_time().less_or_equal(at(NodeMoment::End, TO)),
    ]);
    let value = |time: i64, moment: i64| json!({"state_name": "Build", "state_timestamp": time, "state_condition": moment});
    gives(
        search,
        json!({"conjunction": "AND", "search_params": [
            {"param_key": "feature_state_time", "operator": ">=", "value": value(FROM, 0)},
            {"param_key": "feature_state_time", "operator": "<=", "value": value(TO, 1)},
        ]}),
    );
}

#[test]
fn compound_fields() {
    gives_one(filter::compound("field_c").is_null(), json!({"param_key": "field_c", "operator": "IS NULL"}));
    let inner = || filter::text("field_t").equal("1");
    for (clause, quantifier) in [
        (filter::compound("field_c").every().meet(inner()), "EVERY"),
        (filter::compound("field_c").any().meet(inner()), "ANY"),
    ] {
        gives_one(
            clause,
            json!({"param_key": "field_c", "operator": "MEET", "pre_operator": quantifier,
            "value_search_groups": {"conjunction": "AND", "search_params": [
                {"param_key": "field_t", "operator": "=", "value": "1"},
            ]}}),
        );
    }
    gives_one(
        filter::text("field_t").every().equal("1"),
        json!({"param_key": "field_t", "operator": "=", "pre_operator": "EVERY", "value": "1"}),
    );
}
