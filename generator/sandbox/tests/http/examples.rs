//! Examples in the place of invented values.

use serde_json::{Value, json};

use crate::caller::acted_out;

const API: &str = r#"
api: {name: Depot, crate: depot-client, version: 0.1.0, doc: Keeps parcels.}
hosts: {main: {url: "https://depot.example", doc: "The depot."}}
rate_limits: {per: [credential, endpoint], default: standard, sets: {standard: 1000/s}}
envelopes: {plain: {}}
pagination: {after: {kind: last_item, doc: "After the last one.", after: after, id: id}}
"#;

const PARCELS: &str = r#"
resource: parcel
accessor: parcels
doc: Parcels.
endpoints:
  list:
    route: GET /parcels
    summary: Lists parcels.
    effect: read
    query: {after?: {type: i64, doc: "After which."}}
    returns: [Parcel]
    pagination: after
types:
  ParcelId: {id: i64, doc: "Number on the label.", example: 2071}
  Address:
    doc: An address.
    example: {street: 1 Long Lane, floor: 3}
    fields:
      street: {type: string, doc: "The street."}
      floor?: {type: i64, max: 90, doc: "How high."}
      kind: {type: string, constant: street}
  Parcel:
    doc: A parcel.
    fields:
      id: {type: ParcelId, doc: "Its number."}
      other: {type: ParcelId, doc: "The one beside it."}
      weight?: {type: f64, doc: "In kilograms.", example: 2}
      from: {type: Address, doc: "Where from."}
      to: {type: Address, doc: "Where to.", example: {street: 2 Short Lane}}
      text?: {type: {json: Address}, doc: "Where to, as text.", example: {street: 3 Old Lane}}
      note?: {type: {nullable: string}, doc: "A note.", example: null}
"#;

#[tokio::test]
async fn a_member_with_an_example_shows_it() {
    let sandbox = acted_out(&[("api.yaml", API), ("parcel.yaml", PARCELS)]).await;
    let list: Value = reqwest::get(format!("{}/parcels", sandbox.url())).await.unwrap().json().await.unwrap();
    let parcels = list.as_array().unwrap();
    assert_eq!(parcels.len(), 20);
    for parcel in parcels {
        assert_eq!(parcel["other"], 2071);
        assert_eq!(parcel["weight"], 2.0);
        assert_eq!(parcel["from"], json!({"street": "1 Long Lane", "floor": 3, "kind": "street"}));
        assert_eq!(parcel["to"], json!({"street": "2 Short Lane", "kind": "street"}));
        let text: Value = serde_json::from_str(parcel["text"].as_str().unwrap()).unwrap();
        assert_eq!(text, json!({"street": "3 Old Lane", "kind": "street"}));
    }
    // Pages that begin after an item need ids of their own, whatever an example says.
    assert_ne!(parcels[0]["id"], parcels[1]["id"]);
}
