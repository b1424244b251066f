//! Changes of links and of events.

use super::{Case, K};

pub(super) const OF_LINKS: &[Case<'_>] = &[
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

pub(super) const OF_EVENTS: &[Case<'_>] = &[
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
