//! Changes of the API as a whole: hosts, variables, credentials, headers and error codes; and of envelopes.

use super::{Case, K};

pub(super) const OF_THE_API: &[Case<'_>] = &[
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
    (&[K::CredentialSent], &[("token: \"{key}\"}", "token: \"{key}\", query: {k: \"{key}\"}}")]),
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
    (&[K::HeaderRequired], &[("\"{tenant}\"}", "\"{tenant}\", required: true}")]),
    (&[K::HeaderChanged], &[("\"{tenant}\"}", "\"{tenant}\", effect: write}")]),
    (
        &[K::HeaderChanged],
        &[("  X-Tenant: {value", "  X-Version: {value: \"2\", required: true}\n  X-Tenant: {value")],
    ),
];

pub(super) const OF_ENVELOPES: &[Case<'_>] = &[
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
        &[K::EnvelopeChanged; 10],
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
    (&[K::RefusalChanged], &[("404: string", "404: [string]")]),
    // What is said of all holds where nothing more particular is said.
    (&[K::RefusalChanged], &[("404: string, default", "default")]),
    (&[K::RefusalChanged], &[("404: string, default", "404: string, 410: string, default")]),
    (&[K::RefusalChanged], &[(", default: Item", "")]),
    (&[K::RefusalAdded], &[("returns: Item\n", "returns: Item\n    refusals: {4xx: string}\n")]),
    (&[], &[("404: string, default: Item", "default: Item, 404: string, 409: Item")]),
    (&[K::ResponseChanged], &[("returns: Item\n", "returns: {200: Item, 202: ItemId}\n")]),
    (&[], &[("returns: Item\n", "returns: {200: Item, 201: Item}\n")]),
];
