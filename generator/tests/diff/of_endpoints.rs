//! Changes of endpoints and of fields.

use super::{Case, K};

pub(super) const OF_ENDPOINTS: &[Case<'_>] = &[
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
    (&[K::RouteChanged], &[("DELETE /items/:item_id", "DELETE /items/{item_id}.json")]),
    (&[K::RouteChanged], &[("DELETE /items/:item_id", "DELETE /items/:item_id/")]),
    (&[K::RouteChanged], &[("DELETE /items/:item_id", "\"DELETE /items/:item_id#all\"")]),
    (&[K::HostChanged], &[("summary: Deletes an item.", "summary: Deletes an item.\n    host: test")]),
    (&[K::HostChanged; 11], &[("resource: item\n", "resource: item\nhost: test\n")]),
    (
        &[K::EffectChanged],
        &[("summary: Lists items.\n    effect: read", "summary: Lists items.\n    effect: write")],
    ),
    (
        &[K::EffectChanged],
        &[("summary: Deletes an item.\n    effect: write", "summary: Deletes an item.\n    effect: destroy")],
    ),
    (&[K::AuthNarrowed], &[("auth: [key, card]", "auth: [key]")]),
    (&[K::AuthNarrowed], &[("    auth: none\n", "")]),
    (&[K::AuthWidened], &[("auth: [key, card]", "auth: none")]),
    (&[K::AuthWidened], &[("auth: [key, card]", "auth: [key, card, fixed]")]),
    (&[K::ResponseChanged], &[("returns: Item\n", "returns: any\n")]),
    (&[K::ResponseChanged], &[("    returns: Item\n", "")]),
    (&[K::ResponseChanged], &[("    returns: Item\n", "    returns: Item\n    stream: lines\n")]),
    (&[K::ResponseChanged], &[("    stream: {kind: events, end: done}\n", "")]),
    (&[K::ResponseChanged], &[("{kind: events, end: done}", "{kind: lines, end: done}")]),
    (&[K::ResponseChanged], &[("{kind: events, end: done}", "events")]),
    (&[K::ResponseChanged], &[("end: done}", "end?: done}")]),
    (&[K::PagingRemoved], &[("    pagination: counted\n", "")]),
    (&[K::PagingAdded], &[("# unpaged", "pagination: counted")]),
    (&[K::PagingChanged], &[("{kind: number, page: page}", "{kind: offset, offset: page}")]),
    (&[K::PagingChanged], &[("{kind: number, page: page}", "{kind: link}")]),
    (&[K::LimitLowered], &[("    limits: [quick, account]\n", "    limits: [slow, account]\n")]),
    (&[K::LimitRaised], &[("    limits: [quick, account]\n", "    limits: quick\n")]),
    (&[K::LimitRaised], &[("    limits: [quick, account]\n", "    limits: none\n")]),
    (&[K::LimitLowered], &[("    limits: [quick, account]\n", "    limits: [quick, {account: 2}]\n")]),
    // Once for the set, however many endpoints count in it.
    (&[K::LimitLowered], &[("standard: 5/s", "standard: 4/s")]),
    (&[K::LimitLowered], &[("limits: 100/h", "limits: 99/h")]),
    (&[K::LimitLowered], &[("concurrent: 4", "concurrent: 3")]),
    (&[K::LimitRaised], &[("concurrent: 4, ", "")]),
    (&[K::LimitRaised], &[("gap: 100ms", "gap: 50ms")]),
    // Shared by more, so that each has less.
    (&[K::LimitLowered], &[("per: credential, limits", "per: all, limits")]),
    (&[K::LimitRaised], &[("per: credential, limits", "per: [credential, endpoint], limits")]),
    // What only has another name, or is told, changes nothing.
    (&[], &[("    quick: 10/s\n", "    fast: 10/s\n"), ("[quick, account]", "[fast, account]")]),
    (&[], &[("concurrent: 4", "told: {policy: a}, concurrent: 4")]),
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

pub(super) const OF_FIELDS: &[Case<'_>] = &[
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
            ("    query: {dry?: {type: [bool], style: pipe, doc: Try.}}\n", ""),
            ("    body: # of add\n", "    body:\n      dry?: {type: [bool], doc: Try.}\n"),
        ],
    ),
    (
        &[K::BodyKind],
        &[("    summary: Deletes an item.\n", "    summary: Deletes an item.\n    body_kind: json\n")],
    ),
    (&[K::BodyKind], &[("    body: # of add\n", "    media: application/x+json\n    body: # of add\n")]),
    (
        &[K::AcceptChanged],
        &[("    body: # of add\n", "    accept: application/x+json\n    body: # of add\n")],
    ),
    (&[K::FieldStyle], &[("dry?: {type: [bool], style: pipe", "dry?: {type: [bool], style: comma")]),
    (&[K::FieldStyle], &[("{picture: {type: file", "{picture: {type: file, part: {media: image/png}")]),
    (&[K::FieldType], &[("note?: {type: string", "note?: {type: any")]),
    (&[K::FieldType], &[("rank?: {type: RankId", "rank?: {type: {text: RankId}")]),
    (&[K::FieldRequired], &[("note?: {type: string", "note: {type: string")]),
    (&[K::FieldOptional], &[("price: {type: i64, min: 1", "price?: {type: i64, min: 1")]),
    (&[K::FieldDefault], &[("size?: {type: i64, default: 1", "size?: {type: i64, default: 2")]),
    (&[K::BoundNarrowed], &[("min: 1", "min: 2")]),
    (&[K::BoundNarrowed], &[("max_length: 20", "max_length: 10")]),
    (&[K::BoundNarrowed], &[("one_of: [red, green]", "one_of: [red]")]),
    (&[K::BoundNarrowed], &[("note?: {type: string", "note?: {type: string, one_of: [a]")]),
    (&[K::BoundNarrowed], &[("min_length: 2", "min_length: 3")]),
    (&[K::BoundWidened], &[("min_length: 2, ", "")]),
    (&[K::BoundNarrowed], &[("without: [how]", "without: [how, key]")]),
    (&[K::BoundWidened], &[(", without: [how]", "")]),
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
