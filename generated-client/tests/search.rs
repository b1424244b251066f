//! Searches: what conditions look like on the wire, which operators each field has, and that they find.

mod support;

use feishu_project::filter::{self, Clause, all, any};
use feishu_project::search::{NodeMoment, SearchNodeOwners, SearchNodeTime, SearchRoleOwners, SearchSignal};
use feishu_project::{ErrorKind, FieldTypeKey, FieldValue, SearchGroup, SearchOperator, Value};
use serde_json::json;
use support::sandbox::start;

/// A group as a call sends it.
fn sent(clause: Clause) -> Value {
    serde_json::to_value(SearchGroup::from(clause)).unwrap()
}

/// The one condition of a clause as a call sends it.
fn condition(clause: Clause) -> Value {
    let group = sent(clause);
    assert_eq!((&group["conjunction"], group.get("search_groups")), (&json!("AND"), None));
    group["search_params"][0].clone()
}

/// Items of a span that some people have to do with: two conditions make the span.
#[test]
fn conditions_side_by_side_share_a_group() {
    let group = all([
        filter::people().has_any_of(["7100000000000000001", "7100000000000000002"]),
        filter::created_at().greater_or_equal(1_577_808_000_000),
        filter::created_at().less(1_580_486_400_000),
        filter::work_item_status().not_equal(["closed"]),
    ]);
    let wanted = json!({
        "conjunction": "AND",
        "search_params": [
            {"param_key": "people", "operator": "HAS ANY OF", "value": ["7100000000000000001", "7100000000000000002"]},
            {"param_key": "created_at", "operator": ">=", "value": 1_577_808_000_000_i64},
            {"param_key": "created_at", "operator": "<", "value": 1_580_486_400_000_i64},
            {"param_key": "work_item_status", "operator": "!=", "value": ["closed"]},
        ],
    });
    assert_eq!(sent(group), wanted);
}

/// Groups within groups: the conditions of a group and the groups in it share its conjunction.
#[test]
fn groups_within_groups_have_conjunctions_of_their_own() {
    let group = all([
        filter::text("field_a1").matches("release"),
        any([
            filter::priority().has_any_of(["0", "1"]),
            all([filter::owner().equal(["71"]), filter::start_time().greater(1)]),
        ]),
        any([filter::business().is_null(), filter::template_id().has_none_of([12, 13])]),
    ]);
    let wanted = json!({
        "conjunction": "AND",
        "search_params": [{"param_key": "field_a1", "operator": "~", "value": "release"}],
        "search_groups": [
            {
                "conjunction": "OR",
                "search_params": [{"param_key": "priority", "operator": "HAS ANY OF", "value": ["0", "1"]}],
                "search_groups": [{
                    "conjunction": "AND",
                    "search_params": [
                        {"param_key": "owner", "operator": "=", "value": ["71"]},
                        {"param_key": "start_time", "operator": ">", "value": 1},
                    ],
                }],
            },
            {
                "conjunction": "OR",
                "search_params": [
                    {"param_key": "business", "operator": "IS NULL"},
                    {"param_key": "template_id", "operator": "HAS NONE OF", "value": [12, 13]},
                ],
            },
        ],
    });
    assert_eq!(sent(group), wanted);
}

/// Compound fields: inner conditions form one group, and a quantifier says how many rows must meet it.
#[test]
fn inner_conditions_of_a_compound_field_form_one_group() {
    let inner = all([filter::number("sub_1").greater(3.0), filter::select("sub_2").equal(["a"])]);
    let wanted = json!({
        "param_key": "field_c1",
        "operator": "MEET",
        "pre_operator": "EVERY",
        "value_search_groups": {
            "conjunction": "AND",
            "search_params": [
                {"param_key": "sub_1", "operator": ">", "value": 3.0},
                {"param_key": "sub_2", "operator": "=", "value": ["a"]},
            ],
        },
    });
    assert_eq!(condition(filter::compound("field_c1").every().meet(inner)), wanted);
    // A single condition is a group of one.
    let one = condition(filter::compound("field_c1").any().not_meet(filter::bool("sub_3").equal(true)));
    assert_eq!(one["value_search_groups"]["search_params"][0]["value"], json!(true));
    assert_eq!(one["pre_operator"], json!("ANY"));
    // A field inside used directly.
    let direct = condition(filter::text("sub_4").every().is_not_null());
    assert_eq!(direct, json!({"param_key": "sub_4", "operator": "IS NOT NULL", "pre_operator": "EVERY"}));
}

/// Values that name a node or role along with what is compared; the tests for emptiness carry them, too.
#[test]
fn values_may_name_a_node_or_a_role() {
    let owners = condition(filter::node_owners().has_any_of([SearchNodeOwners::new("Build").owners(["71"])]));
    assert_eq!(owners["value"], json!([{"state_name": "Build", "owners": ["71"]}]));
    let empty = condition(filter::node_owners().is_null(["Build"]));
    assert_eq!(
        empty,
        json!({"param_key": "node_owners", "operator": "IS NULL", "value": [{"state_name": "Build"}]})
    );
    let roles =
        condition(filter::role_owners().contains([SearchRoleOwners::new("dev").owners(["71", "72"])]));
    assert_eq!(roles["operator"], json!("CONTAINS"));
    assert_eq!(roles["value"], json!([{"role": "dev", "owners": ["71", "72"]}]));
    let time = condition(filter::node_time().less(SearchNodeTime::new("Build", NodeMoment::End).time(5)));
    let value = json!({"state_name": "Build", "state_condition": 1, "state_timestamp": 5});
    assert_eq!(time, json!({"param_key": "feature_state_time", "operator": "<", "value": value}));
    let nodes = condition(filter::all_nodes().not_contains(["Build", "Ship"]));
    assert_eq!(
        nodes,
        json!({"param_key": "all_states", "operator": "NOT CONTAINS", "value": ["Build", "Ship"]})
    );
}

#[test]
fn each_operator_is_spelled_as_the_server_knows_it() {
    let field = || filter::field("f");
    let spelled = [
        (field().matches("a"), "~"),
        (field().not_matches("a"), "!~"),
        (field().equal("a"), "="),
        (field().not_equal("a"), "!="),
        (field().less(1), "<"),
        (field().greater(1), ">"),
        (field().less_or_equal(1), "<="),
        (field().greater_or_equal(1), ">="),
        (field().has_any_of(vec!["a"]), "HAS ANY OF"),
        (field().has_none_of(vec!["a"]), "HAS NONE OF"),
        (field().is_null(), "IS NULL"),
        (field().is_not_null(), "IS NOT NULL"),
        (field().contains(vec!["a"]), "CONTAINS"),
        (field().not_contains(vec!["a"]), "NOT CONTAINS"),
        (field().meet(all([])), "MEET"),
        (field().not_meet(all([])), "NOT MEET"),
    ];
    for (clause, operator) in spelled {
        assert_eq!(condition(clause)["operator"], json!(operator));
    }
}

#[test]
fn values_have_the_shape_that_their_field_wants() {
    let shapes = [
        (filter::signal("s").equal(SearchSignal::Passed), json!(["true"])),
        (
            filter::signal("s").has_any_of([SearchSignal::Running, SearchSignal::NotStarted]),
            json!(["null", "undefined"]),
        ),
        (filter::work_item_id().equal([5]), json!([5])),
        (filter::linked_story().has_any_of([5]), json!([5])),
        (filter::bool("b").not_equal(false), json!(false)),
        (filter::date("d").less(5), json!(5)),
        (filter::multi_select("m").contains(["a"]), json!(["a"])),
        (filter::users("u").not_contains(["71"]), json!(["71"])),
        (filter::updated_at().equal(5), json!(5)),
        (filter::name().matches("x"), json!("x")),
    ];
    for (clause, value) in shapes {
        assert_eq!(condition(clause)["value"], value);
    }
}

/// Stands in for operators that a field does not have: were there one, these calls would lack its value.
trait Lacks: Sized {
    fn equal(self) {}
    fn contains(self) {}
    fn matches(self) {}
    fn is_null(&self) {}
    fn less(self) {}
    fn every(self) {}
}

impl Lacks for filter::DateCondition {}
impl Lacks for filter::SelectCondition {}
impl Lacks for filter::SignalCondition {}
impl Lacks for filter::RichTextCondition {}
impl Lacks for filter::CompoundCondition {}
impl Lacks for filter::CreatedAtCondition {}

#[test]
fn operators_that_a_field_does_not_take_do_not_exist() {
    filter::date("d").equal();
    filter::date("d").contains();
    filter::select("s").contains();
    filter::select("s").less();
    filter::signal("s").is_null();
    filter::rich_text("r").equal();
    filter::compound("c").equal();
    filter::created_at().is_null();
    filter::created_at().every();
    filter::created_at().matches();
}

#[tokio::test]
async fn conditions_go_into_every_search() {
    let (_sandbox, client) = start().await;
    let items = client.work_items();
    for (name, priority) in [("Alpha one", "0"), ("Alpha two", "1"), ("Beta", "0")] {
        items
            .create("demo", "story", name)
            .field("priority", FieldValue::select(priority))
            .send()
            .await
            .unwrap();
    }
    let found = |clause: Clause| {
        let call = items.search("demo", "story", clause);
        async move {
            let page = call.send().await.unwrap();
            page.into_iter().filter_map(|item| item.name).collect::<Vec<_>>()
        }
    };
    let alpha = || filter::name().matches("Alpha");
    assert_eq!(found(all([alpha(), filter::priority().has_any_of(["0"])])).await, ["Alpha one"]);
    assert_eq!(found(alpha()).await, ["Alpha one", "Alpha two"]);
    let either = any([filter::name().equal("Beta"), all([alpha(), filter::priority().equal(["1"])])]);
    assert_eq!(found(either).await, ["Alpha two", "Beta"]);

    let mut all_found = items.universal_search(paceline_sandbox::PROJECT_KEY, "story", alpha()).items();
    let mut count = 0;
    while all_found.try_next().await.unwrap().is_some() {
        count += 1;
    }
    assert_eq!(count, 2);
}

/// Where the type of a field is only known at run time, a wrong operator is refused before anything is sent.
#[test]
fn operators_are_looked_up_where_the_type_comes_at_run_time() {
    let date = FieldTypeKey::from("date");
    let clause = filter::typed("field_1", &date, SearchOperator::Less, 5).unwrap();
    assert_eq!(clause, filter::date("field_1").less(5));
    let empty = filter::typed("field_1", &date, SearchOperator::IsNull, Value::Null).unwrap();
    assert_eq!(empty, filter::date("field_1").is_null());
    let error = filter::typed("field_1", &date, SearchOperator::Equal, 5).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Invalid);
    assert!(error.to_string().contains("does not take `=`; it takes `<`, `>`, `<=`, `>=`"), "{error}");
    assert!(filter::operators(&FieldTypeKey::Formula).is_empty());
    assert!(filter::operators(&FieldTypeKey::from("multi-select")).contains(&SearchOperator::Contains));
}
