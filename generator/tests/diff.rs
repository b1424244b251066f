//! Every kind of change between two specs, and whether it breaks callers.

use paceline_generator::{
    Change, ChangeKind, SourceFile, diff, ir::Api, load, render_changes, render_diagnostics,
};

/// Every feature that can change, once.
const API: &str = include_str!("diff/api.yaml");
const SHOP: &str = include_str!("diff/shop.yaml");

#[track_caller]
fn api(texts: [&str; 2]) -> Api {
    let files: Vec<_> = texts
        .iter()
        .zip(["api.yaml", "shop.yaml"])
        .map(|(text, path)| SourceFile { path: path.to_owned(), text: (*text).to_owned() })
        .collect();
    load(&files).unwrap_or_else(|errors| panic!("{}", render_diagnostics(&errors, &files, false))).api
}

/// What is found when each of some texts is replaced by another, in whichever file holds it.
#[track_caller]
fn changes(replacements: &[(&str, &str)]) -> Vec<Change> {
    let (mut first, mut second) = (API.to_owned(), SHOP.to_owned());
    for (from, to) in replacements {
        let count = first.matches(from).count() + second.matches(from).count();
        assert_eq!(count, 1, "`{from}` must stand in the specs once");
        (first, second) = (first.replace(from, to), second.replace(from, to));
    }
    diff(&api([API, SHOP]), &api([&first, &second]))
}

type Case<'a> = (&'a [ChangeKind], &'a [(&'a str, &'a str)]);

use ChangeKind as K;

const OF_THE_API: &[Case<'_>] = &[
    (&[K::CrateRenamed], &[("crate: shop-client", "crate: store-client")]),
    (&[K::HostRemoved], &[("  test: {url: \"https://test.shop.example\"}\n", "")]),
    (
        &[K::HostAdded],
        &[(
            "hosts:\n  live: {url: \"https://shop.example\"}\n",
            "hosts:\n  live: {url: \"https://shop.example\"}\n  spare: {url: \"https://spare.example\"}\n",
        )],
    ),
    (&[K::HostDefault], &[("https://shop.example", "https://shop2.example")]),
    (
        &[K::VariableRemoved, K::VariableAdded, K::HeaderChanged],
        &[("  tenant: {type", "  tenant_key: {type"), ("\"{tenant}\"", "\"{tenant_key}\"")],
    ),
    (&[K::VariableType], &[("tenant: {type: string", "tenant: {type: ItemId")]),
    (
        &[K::CredentialRemoved, K::CredentialAdded],
        &[("  card: {inputs", "  badge: {inputs"), ("auth: [key, card]", "auth: [key, badge]")],
    ),
    (
        &[K::CredentialInputs],
        &[("card: {inputs: {number: {type: string", "card: {inputs: {number: {type: secret")],
    ),
    (
        &[K::ErrorRemoved],
        &[("  7: {name: sold_out, category: conflict, retry: never, meaning: Gone., advice: Wait.}\n", "")],
    ),
    (
        &[K::ErrorAdded],
        &[(
            "errors:\n",
            "errors:\n  8: {name: closed, category: conflict, retry: never, meaning: Closed., advice: Wait.}\n",
        )],
    ),
    (&[K::ErrorRenamed], &[("name: sold_out", "name: out_of_stock")]),
    (&[K::ErrorChanged], &[("category: conflict, retry: never", "category: quota, retry: never")]),
    (&[K::AccessorChanged], &[("accessor: items", "accessor: things")]),
];

const OF_ENVELOPES: &[Case<'_>] = &[
    (&[K::EnvelopeChanged], &[("data: result", "data: answer")]),
    (&[K::EnvelopeChanged], &[("message: msg, data: result", "message: msg")]),
    // What was data is a refusal, if it happens to have such a member.
    (
        &[K::EnvelopeChanged, K::SuccessNarrowed],
        &[("plain: {data: data}", "plain: {code: code, data: data}")],
    ),
    (&[K::EnvelopeChanged], &[("code: error.code", "code: code")]),
    (&[K::EnvelopeDetail], &[("message: msg", "message: message")]),
    (&[K::EnvelopeDetail], &[("message: msg", "message: msg, detail: err")]),
    (&[K::EnvelopeDetail], &[("message: msg", "message: msg, log_id: err.log_id")]),
    (&[K::SuccessNarrowed], &[("plain: {data: data}", "plain: {success: {ok: true}, data: data}")]),
    (&[K::SuccessNarrowed], &[("message: msg", "message: msg, success: {ok: true}")]),
    (&[K::SuccessWidened], &[("message: msg", "message: msg, success: status")]),
    (&[K::FallbackRemoved], &[(", fallback: true", "")]),
    (&[K::FallbackRemoved], &[("  gateway: {code: error.code, fallback: true}\n", "")]),
    (&[K::FallbackRemoved, K::FallbackAdded], &[("gateway: {code", "proxy: {code")]),
    (&[K::FallbackAdded], &[("message: msg", "message: msg, fallback: true")]),
    (&[K::EnvelopeRemoved], &[("envelope: [coded, plain]", "envelope: coded")]),
    (&[K::EnvelopeAdded], &[("envelope: [coded, plain]", "envelope: [coded, plain, gateway]")]),
    (&[K::EnvelopeChanged], &[("envelope: [coded, plain]", "envelope: [plain, coded]")]),
    (&[K::EnvelopeChanged], &[("envelope: [coded, plain]", "envelope: gateway")]),
    // The first envelope is that of endpoints which name none.
    (
        &[K::EnvelopeChanged; 9],
        &[("  plain: {data: data}\n", ""), ("  gateway: {", "  plain: {data: data}\n  gateway: {")],
    ),
    (&[], &[("  coded: {", "  dressed: {"), ("[coded, plain]", "[dressed, plain]")]),
    (&[K::EmptyStatusRemoved, K::EmptyStatusAdded], &[("204: nothing", "205: nothing")]),
    (&[K::EmptyStatusAdded], &[("204: nothing", "202: nothing, 204: nothing")]),
    (&[K::ResponseChanged, K::EmptyStatusRemoved], &[("{200: ItemId, 204: nothing}", "ItemId")]),
    (&[K::EmptyStatusRemoved], &[("{200: ItemId, 204: nothing}", "ItemId?")]),
    (
        &[K::ResponseChanged, K::EmptyStatusAdded],
        &[("returns: Item\n", "returns: {200: Item, 204: nothing}\n")],
    ),
    (&[K::ResponseChanged], &[("returns: Item\n", "returns: Item?\n")]),
];

const OF_ENDPOINTS: &[Case<'_>] = &[
    (
        &[K::EndpointRemoved],
        &[(
            "  drop:\n    route: DELETE /items/:item_id\n    summary: Deletes an item.\n    effect: write\n    path: {item_id: {type: ItemId, doc: Which.}}\n",
            "",
        )],
    ),
    (
        &[K::EndpointAdded],
        &[(
            "endpoints:\n",
            "endpoints:\n  ping:\n    route: GET /ping\n    summary: Answers.\n    effect: read\n",
        )],
    ),
    (&[K::EndpointRenamed], &[("  drop:\n", "  delete:\n")]),
    (
        &[K::EndpointDeprecated],
        &[("summary: Deletes an item.", "summary: Deletes an item.\n    deprecated: Hide it instead.")],
    ),
    (&[K::RouteChanged], &[("DELETE /items/:item_id", "DELETE /v2/items/:item_id")]),
    (
        &[K::EffectChanged],
        &[("summary: Lists items.\n    effect: read", "summary: Lists items.\n    effect: write")],
    ),
    (&[K::AuthNarrowed], &[("auth: [key, card]", "auth: [key]")]),
    (&[K::AuthNarrowed], &[("    auth: none\n", "")]),
    (&[K::AuthWidened], &[("auth: [key, card]", "auth: none")]),
    (&[K::AuthWidened], &[("auth: [key, card]", "auth: [key, card, fixed]")]),
    (&[K::ResponseChanged], &[("returns: Item\n", "returns: any\n")]),
    (&[K::ResponseChanged], &[("    returns: Item\n", "")]),
    (&[K::PagingRemoved], &[("    pagination: counted\n", "")]),
    (&[K::PagingAdded], &[("# unpaged", "pagination: counted")]),
    (&[K::LimitLowered], &[("    limits: quick\n", "    limits: slow\n")]),
    (&[K::LimitLowered], &[("quick: 10/s", "quick: [10/s, 500/min]")]),
    (&[K::LimitRaised], &[("quick: 10/s", "quick: 20/s")]),
    (&[], &[("quick: 10/s", "quick: [10/s, 600/min]")]),
    (
        &[K::RuleAdded],
        &[(
            "      - {at_most_one: [color, size]}\n",
            "      - {at_most_one: [color, size]}\n      - {at_least_one: [color, size]}\n",
        )],
    ),
    (&[K::RuleRemoved], &[("    rules:\n      - {at_most_one: [color, size]}\n", "")]),
    (&[K::RuleRemoved], &[("{at_most_one: [color, size]}", "{at_most_one: [color, size], evidence: weak}")]),
    (
        &[K::ParamOrder],
        &[(
            "      name: {type: string, max_length: 20, doc: Name.}\n      price: {type: i64, min: 1, doc: Price.}\n",
            "      price: {type: i64, min: 1, doc: Price.}\n      name: {type: string, max_length: 20, doc: Name.}\n",
        )],
    ),
    (
        &[],
        &[
            ("/items/:item_id/copy", "/items/:id/copy"),
            (
                "path: {item_id: {type: ItemId, doc: Source.}}",
                "path: {id: {type: ItemId, name: item_id, doc: Source.}}",
            ),
        ],
    ),
];

const OF_FIELDS: &[Case<'_>] = &[
    (&[K::FieldRemoved], &[("      note?: {type: string, doc: Note.}\n", "")]),
    (
        &[K::FieldRemoved],
        &[(
            "      price: {type: i64, min: 1, doc: Price.}",
            "      price: {type: i64, constant: 5, doc: Price.}",
        )],
    ),
    (
        &[K::FieldAdded],
        &[(
            "      note?: {type: string, doc: Note.}\n",
            "      note?: {type: string, doc: Note.}\n      more?: {type: string, doc: More.}\n",
        )],
    ),
    (
        &[K::FieldAddedRequired],
        &[(
            "      note?: {type: string, doc: Note.}\n",
            "      note?: {type: string, doc: Note.}\n      more: {type: string, doc: More.}\n",
        )],
    ),
    (
        &[K::FieldAddedRequired],
        &[("      kind: {type: string, constant: plain}", "      kind: {type: string, doc: Kind.}")],
    ),
    (&[K::FieldRenamed], &[("note?: {type: string", "note?: {type: string, name: remark")]),
    (
        &[K::FieldMoved],
        &[
            ("    query: {dry?: {type: bool, doc: Try.}}\n", ""),
            ("    body: # of add\n", "    body:\n      dry?: {type: bool, doc: Try.}\n"),
        ],
    ),
    (&[K::FieldType], &[("note?: {type: string", "note?: {type: any")]),
    (&[K::FieldType], &[("rank?: {type: RankId", "rank?: {type: {text: RankId}")]),
    (&[K::FieldRequired], &[("note?: {type: string", "note: {type: string")]),
    (&[K::FieldOptional], &[("price: {type: i64, min: 1", "price?: {type: i64, min: 1")]),
    (&[K::FieldDefault], &[("size?: {type: i64, default: 1", "size?: {type: i64, default: 2")]),
    (&[K::BoundNarrowed], &[("min: 1", "min: 2")]),
    (&[K::BoundNarrowed], &[("max_length: 20", "max_length: 10")]),
    (&[K::BoundNarrowed], &[("one_of: [red, green]", "one_of: [red]")]),
    (&[K::BoundNarrowed], &[("note?: {type: string", "note?: {type: string, one_of: [a]")]),
    (&[K::BoundWidened], &[("max_length: 20", "max_length: 30")]),
    (&[K::BoundWidened], &[("max_length: 20", "max_length: 20, evidence: weak")]),
    (&[], &[("max_length: 20", "max_length: 20, evidence: strong")]),
    (&[K::BoundWidened], &[("one_of: [red, green]", "one_of: [red, green, blue]")]),
    // Of a response: what is gone or changes its type is missed, what is new is not.
    (&[K::FieldRemoved], &[("      stock?: {type: i64, doc: Stock.}\n", "")]),
    (&[K::FieldRequired], &[("stock?: {type", "stock: {type")]),
    (
        &[K::FieldAdded],
        &[(
            "      stock?: {type: i64, doc: Stock.}\n",
            "      stock?: {type: i64, doc: Stock.}\n      weight: {type: i64, doc: Weight.}\n",
        )],
    ),
    (&[], &[("stock?: {type: i64, doc: Stock.}", "stock?: {type: i64, max: 5, doc: Other words.}")]),
];

const OF_TYPES: &[Case<'_>] = &[
    (
        &[K::FieldType, K::TypeRemoved],
        &[
            ("state?: {type: State", "state?: {type: string"),
            (
                "  State:\n    doc: State.\n    enum: string\n    values:\n      - {value: new, doc: New.}\n      - {value: used, doc: Used.}\n",
                "",
            ),
        ],
    ),
    (&[K::TypeAdded], &[("types:\n", "types:\n  Spare: {id: string, doc: Spare.}\n")]),
    (
        &[K::FieldType, K::TypeRenamed],
        &[("state?: {type: State", "state?: {type: Condition"), ("  State:\n", "  Condition:\n")],
    ),
    (&[K::TypeMoved], &[("resource: item\n", "resource: goods\n")]),
    (&[K::TypeShape], &[("ItemId: {id: string", "ItemId: {id: i64")]),
    (&[K::EnumValueRemoved], &[("      - {value: used, doc: Used.}\n", "")]),
    (
        &[K::EnumValueAdded],
        &[(
            "      - {value: used, doc: Used.}\n",
            "      - {value: used, doc: Used.}\n      - {value: broken, doc: Broken.}\n",
        )],
    ),
    (&[K::EnumValueRenamed], &[("{value: used, doc", "{value: used, name: worn, doc")]),
    (&[K::TypeShape], &[("by: how", "by: why")]),
    (&[K::VariantRenamed], &[("name: purchase", "name: import")]),
    (&[K::VariantType], &[("MADE: Made", "MADE: {type: Bought, name: made}")]),
    (&[K::VariantAdded], &[("MADE: Made,", "MADE: Made, FOUND: {type: Made, name: found},")]),
    (&[K::VariantRemoved], &[("MADE: Made,", "")]),
];

const OF_EVENTS: &[Case<'_>] = &[
    (&[K::CallbackRemoved, K::CallbackAdded], &[("  sale:\n", "  trade:\n")]),
    (&[K::CallbackInputs], &[("shop_id: {type: string", "shop_id: {type: secret")]),
    (&[K::CallbackChanged], &[("{input: shop_id}, {member: at}, ", "{member: at}, {input: shop_id}, ")]),
    (&[K::CallbackChanged], &[("at: sign", "at: signature")]),
    (&[K::CallbackChanged], &[("event_type: kind", "event_type: sold.kind")]),
    (&[K::CallbackChanged], &[("    sent_at: at\n", "")]),
    (&[K::CallbackChanged], &[("    sent_at: at\n", "    sent_at: at\n    delivery_id: id\n")]),
    (&[K::CallbackChanged], &[("    sent_at: at\n", "    sent_at: at\n    actor: who\n")]),
    (
        &[K::CallbackChanged],
        &[("    sent_at: at\n", "    sent_at: at\n    cause: {at: by, through_api: [api]}\n")],
    ),
    (&[K::CallbackChanged], &[("    payload: sold\n", "")]),
    (&[K::EventTypeRemoved], &[(", 2: {name: taken_back, doc: Taken back.}", "")]),
    (&[K::EventTypeAdded], &[(", 2: {name", ", 3: {name: lost, doc: Lost.}, 2: {name")]),
    (&[K::EventTypeRenamed], &[("name: taken_back", "name: returned")]),
    (&[K::EventTypePayload], &[("name: taken_back,", "name: taken_back, type: Bought,")]),
    (&[K::EventTypePayload; 2], &[("payload_type: Made", "payload_type: Bought")]),
    (&[K::EventTextRemoved], &[("[SOLD, \"sold-*\"]", "[SOLD]")]),
    (&[K::EventTextAdded], &[("[SOLD, \"sold-*\"]", "[SOLD, sold, \"sold-*\"]")]),
    (&[], &[("doc: Taken back.", "doc: Somebody gave it back.")]),
];

const OF_CONVENIENCES: &[Case<'_>] = &[
    (&[K::HeaderRequired], &[("\"{tenant}\"}", "\"{tenant}\", required: true}")]),
    (&[K::HeaderChanged], &[("\"{tenant}\"}", "\"{tenant}\", effect: write}")]),
    (
        &[K::HeaderChanged],
        &[("  X-Tenant: {value", "  X-Version: {value: \"2\", required: true}\n  X-Tenant: {value")],
    ),
    // Rules of a type that is sent.
    (
        &[K::RuleAdded],
        &[(
            "      - {at_most_one: [word, amount]}\n",
            "      - {at_most_one: [word, amount]}\n      - {at_least_one: [word, amount]}\n",
        )],
    ),
    (&[K::RuleRemoved], &[("    rules:\n      - {at_most_one: [word, amount]}\n", "")]),
    (&[K::BoundNarrowed], &[("min_length: 2", "min_length: 3")]),
    (&[K::BoundWidened], &[("min_length: 2, ", "")]),
    (&[K::BoundNarrowed], &[("without: [how]", "without: [how, key]")]),
    (&[K::BoundWidened], &[(", without: [how]", "")]),
    (&[K::AppendRemoved], &[(" append: {name: tag, set: [label], doc: Adds a tag.},", "")]),
    (&[K::AppendRemoved, K::AppendAdded], &[("set: [label], doc: Adds", "set: [label, word], doc: Adds")]),
    (
        &[K::LookupRemoved],
        &[("    lookups:\n      label: {in: labels, by: [label], value: amount, doc: A label.}\n", "")],
    ),
    (
        &[K::LookupAdded],
        &[("    lookups:\n", "    lookups:\n      tag: {in: labels, by: [label], doc: A tag.}\n")],
    ),
    (&[K::LookupChanged], &[("by: [label], value: amount", "by: [label], value: word")]),
    (&[K::LookupChanged], &[("by: [label], value: amount", "by: [word], value: amount")]),
    (&[], &[("value: amount, doc: A label.", "value: amount, doc: Other words.")]),
    (&[K::FormRemoved], &[("      count: {type: i64, doc: Count.}\n", "")]),
    (
        &[K::FormAdded],
        &[(
            "      count: {type: i64, doc: Count.}\n",
            "      count: {type: i64, doc: Count.}\n      flag: {type: bool, doc: Flag.}\n",
        )],
    ),
    (&[K::FormChanged], &[("count: {type: i64", "count: {type: f64")]),
    (&[K::FormChanged], &[("count: {type: i64", "count: {type: i64, read: string")]),
    (&[K::FormChanged], &[("count: {type", "count?: {type")]),
    (&[K::SpellingRemoved], &[("also: [\"==\"], ", "")]),
    (&[K::SpellingAdded], &[("also: [\"==\"]", "also: [\"==\", eq]")]),
    (&[K::FilterRemoved, K::FilterAdded], &[("filters:\n  search:", "filters:\n  finder:")]),
    (&[K::FilterNarrowed], &[("operators: [is, is_null], value", "operators: [is], value")]),
    (&[K::FilterWidened], &[("operators: [is], value", "operators: [is, is_null], value")]),
    (&[K::FilterNarrowed, K::FilterWidened], &[("value: [string], doc: Owner", "value: string, doc: Owner")]),
    (
        &[K::FilterNarrowed, K::FilterWidened],
        &[("operators: [is], value: [string]", "operators: [is], single: [is], value: [string]")],
    ),
    (&[K::FilterNarrowed, K::FilterWidened], &[("key: the_owner", "key: owned_by")]),
    (&[K::FilterNarrowed, K::FilterNarrowed], &[("    field_types: Sort\n", ""), ("types: [text], ", "")]),
    (&[K::FilterNarrowed], &[(", quantifier: how", "")]),
    (
        &[K::FilterNarrowed; 2],
        &[
            (
                "      owner: {key: the_owner, operators: [is], value: [string], doc: Owner.}\n",
                "      # none\n",
            ),
            ("    keys:\n", "    keys: {}\n"),
        ],
    ),
    (&[K::FilterWidened; 3], &[("    keys:\n", "    keys:\n      state: {kind: text, doc: State.}\n")]),
    (&[], &[("doc: Conditions.\n    group", "doc: Other words.\n    group")]),
    (&[K::UploadRemoved, K::UploadAdded], &[("  take_photo:\n", "  snap:\n")]),
    (&[K::FieldRemoved, K::UploadNarrowed], &[("      album?: {type: string, doc: Album.}\n", "")]),
    (
        &[K::FieldAdded, K::UploadWidened],
        &[("doc: Place.}}", "doc: Place.}, mood?: {type: string, doc: Mood.}}")],
    ),
    (&[K::UploadSteps], &[("up_to: 1000", "up_to: 2000")]),
];

const OF_LINKS: &[Case<'_>] = &[
    (
        &[K::LinkRemoved],
        &[(
            "    shelf: {address: /shelves/:shelf, path: {shelf: {type: string, doc: Which.}}, doc: A shelf.}\n",
            "",
        )],
    ),
    (&[K::LinkAdded], &[("  pages:\n", "  pages:\n    help: {address: /help, doc: Help.}\n")]),
    (&[K::LinkRemoved, K::LinkAdded], &[("    shelf: {address", "    rack: {address")]),
    (&[K::LinkChanged], &[("item: {type: i64, doc: Its number.", "item: {type: string, doc: Its number.")]),
    (&[K::LinkChanged], &[("address: /shelves/:shelf/:item", "address: /shelf/:shelf/:item")]),
    (&[K::LinkHostRemoved], &[(", \"https://*.store.example\"", "")]),
    (
        &[K::LinkHostAdded],
        &[(", \"https://*.store.example\"]", ", \"https://*.store.example\", \"https://a.example\"]")],
    ),
    (
        &[K::LinkHostAdded, K::LinkHostDefault],
        &[(
            "hosts: [\"https://www.store.example\"",
            "hosts: [\"https://a.example\", \"https://www.store.example\"",
        )],
    ),
    (&[], &[("doc: A shelf.", "doc: Other words."), ("doc: Its number.", "doc: Another word.")]),
];

/// All cases.
fn cases() -> Vec<Case<'static>> {
    [OF_THE_API, OF_ENVELOPES, OF_ENDPOINTS, OF_FIELDS, OF_TYPES, OF_CONVENIENCES, OF_LINKS, OF_EVENTS]
        .concat()
}

#[test]
fn each_kind_of_change_is_found_and_nothing_else() {
    let mut wrong = Vec::new();
    for (expected, replacements) in cases() {
        if expected.contains(&K::TypeMoved) {
            continue;
        }
        let found = changes(replacements);
        let kinds: Vec<_> = found.iter().map(|change| change.kind).collect();
        if kinds != expected {
            wrong.push(format!("{replacements:?}: expected {expected:?}, found\n{}", render_changes(&found)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_type_in_another_module_has_moved() {
    let moved = SHOP.replace("resource: item\n", "resource: goods\n");
    let found = diff(&api([API, SHOP]), &api([API, &moved]));
    assert!(found.iter().any(|change| change.kind == K::TypeMoved && change.subject == "type `Item`"));
    assert!(found.iter().any(|change| change.kind == K::EndpointRenamed), "its endpoints have other ids");
}

#[test]
fn every_kind_of_change_has_a_case() {
    let all = cases();
    for kind in K::ALL {
        assert!(all.iter().any(|(kinds, _)| kinds.contains(kind)), "no case for `{}`", kind.name());
    }
}

#[test]
fn nothing_changes_between_a_spec_and_itself_in_any_order() {
    assert_eq!(diff(&api([API, SHOP]), &api([API, SHOP])), []);
}

#[test]
fn what_breaks_is_told_first_and_with_its_place() {
    let said = render_changes(&changes(&[("min: 1", "min: 2"), ("max_length: 20", "max_length: 30")]));
    let expected = "breaks callers:\n  endpoint `item.add`: parameter `price`: `min` was 1 and is 2 [bound-narrowed]\n    --> \
                    shop.yaml:15:7\n\nbreaks nobody:\n  endpoint `item.add`: parameter `name`: `max_length` was 20 and is 30 \
                    [bound-widened]\n    --> shop.yaml:14:7\n\n1 change breaks callers, 1 not\n";
    assert_eq!(said, expected);
}
