//! Places where sources disagree on the shape of a response: every published one is read, and nothing is left out.

use feishu_project::chart::{ChartPoint, ChartSeries};
use feishu_project::project::BusinessRoles;
use feishu_project::resource_library::UserOrKey;
use feishu_project::search::{Conjunction, DataSource, SearchGroup};
use serde_json::{Value, json};

use crate::support::server::{Server, data};

/// Calls a server that responds with this data, and gives what was read of it. Nothing may be left out.
macro_rules! read {
    ($data:expr, $($call:tt)*) => {{
        let body: Value = $data;
        let server = Server::start(move |_, _| data(body.clone())).await;
        let client = server.client();
        let response = client.$($call)*.send_with_meta().await.expect("the response is read");
        assert_eq!(response.meta.left_out, [], "left out");
        response.data
    }};
}

fn point(day: &str, value: &Value) -> Value {
    json!({"dim": {"0": day}, "value": {"0": value}, "is_zero_spec": false})
}

/// The days of points with their values.
fn days(points: &[ChartPoint]) -> Vec<String> {
    let shown = |point: &ChartPoint| format!("{} {}", point.dim[&0], point.value[&0]);
    points.iter().map(shown).collect()
}

#[tokio::test]
async fn a_chart_may_hold_lists_of_points_or_points() {
    let (one, two) = (point("Mon", &json!("1.5")), point("Tue", &json!(2.5)));
    let nested = read!(json!({"chart_data_list": [[one, two], []]}), charts().get("demo", "c"));
    let flat = read!(json!({"chart_data_list": [one, two]}), charts().get("demo", "c"));
    let series = |series: &ChartSeries| match series {
        ChartSeries::List(points) => days(points),
        ChartSeries::Object(point) => days(std::slice::from_ref(point)),
        _ => panic!("another kind"),
    };
    let read = |chart: &[ChartSeries]| chart.iter().map(series).collect::<Vec<_>>();
    assert_eq!(read(&nested.chart_data_list), [vec!["Mon 1.5", "Tue 2.5"], vec![]]);
    assert_eq!(read(&flat.chart_data_list), [["Mon 1.5"], ["Tue 2.5"]]);
}

#[tokio::test]
async fn details_of_a_change_may_be_anything() {
    let extra = json!({"lists": ["a", "b"], "text": "c", "object": {"d": 1}, "flag": true, "nothing": null});
    let record = json!({"op_records": [{"record_contents": [{"extra": extra}]}]});
    let records = read!(record, work_items().op_records("demo", [5]));
    let extra = &records.items[0].record_contents[0].extra;
    assert_eq!(extra["lists"].as_texts().unwrap(), ["a", "b"]);
    assert_eq!(extra["object"].as_value(), &json!({"d": 1}));
    assert_eq!(extra.len(), 5);
}

#[tokio::test]
async fn a_relation_field_of_a_resource_shows_items_or_a_type() {
    let both = json!([{"relation_fields_detail": [
        {"field_key": "f", "detail": [{"story_id": 5}]},
        {"work_item_type_key": "story", "work_item_type_name": "Story", "project_key": "p", "project_name": "Demo"},
    ]}]);
    let found = read!(both, resource_library().query("demo", "story", [5]));
    let [items, ty] = &found[0].relation_fields_detail[..] else { panic!("two") };
    assert_eq!(items.detail.len(), 1);
    let shown = (&ty.work_item_type_key, &ty.work_item_type_name, &ty.project_key, &ty.project_name);
    assert!(matches!(shown, (Some(_), Some(_), Some(_), Some(_))), "{shown:?}");
}

#[tokio::test]
async fn role_owners_are_users_or_keys_by_role_or_in_a_list() {
    let business = json!([
        {"id": "b1", "role_owners": {"PM": {"role": "PM", "owners": ["7"]}}},
        {"id": "b2", "role_owners": [{"role": "PM", "owners": ["7"]}]},
    ]);
    let lines = read!(business, projects().business_lines("demo"));
    assert!(matches!(lines[0].role_owners, Some(BusinessRoles::Object(_))));
    assert!(matches!(lines[1].role_owners, Some(BusinessRoles::List(_))));

    let owners = json!([{"role_owners": [{"role": "PM", "owners": ["7", {"user_key": "7"}]}]}]);
    let condition = SearchGroup::new(Conjunction::And);
    let hits = read!(owners, resource_library().search([DataSource::new()], condition));
    let owners = &hits.items[0].role_owners[0].owners;
    assert!(matches!(owners[..], [UserOrKey::Text(_), UserOrKey::Object(_)]), "{owners:?}");
}

#[tokio::test]
async fn an_upload_s_address_comes_alone_or_in_a_list() {
    for addresses in [json!(["https://f/1"]), json!("https://f/1")] {
        let file = feishu_project::File::new("a.txt", "a");
        assert_eq!(read!(addresses, attachments().upload("demo", file)), ["https://f/1"]);
    }
}

#[tokio::test]
async fn a_write_without_data_takes_what_sources_show_instead() {
    for shown in [json!(null), json!(""), json!("done"), json!({}), json!({"relation_id": "r"}), json!([])] {
        read!(shown, relations().update("r", "demo", "story", "Name", []));
    }
    for shown in [json!(null), json!(""), json!("done")] {
        read!(shown, relations().delete("r", "demo"));
    }
    for shown in [json!(null), json!({"view_id": "v"})] {
        read!(shown, views().update_fixed_view("demo", "story", "v").add_work_item_ids([5]));
    }
}
