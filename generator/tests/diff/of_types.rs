//! Changes of types and their rules, and of what the client offers beside types and calls: setters that append, lookups,
//! the known forms of values, filters and uploads.

use super::{Case, K};

/// Types and the rules of their members.
pub(super) const OF_TYPES: &[Case<'_>] = &[
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
    // Not compared: endpoints move with the type. The test `a_type_in_another_module_has_moved` looks at this one.
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
    // Members that depend on what an object is.
    (&[K::FieldRemoved], &[("    variant: ItemKind\n", "")]),
    (&[K::FieldType], &[("    variant: ItemKind\n", "    variant: Origin\n")]),
    (&[K::FieldAdded], &[("Made: {doc: Made., fields", "Made: {doc: Made., variant: ItemKind, fields")]),
    (
        &[K::FieldRenamed, K::FieldAdded],
        &[(
            "    variant: ItemKind\n",
            "      variant?: {type: bool, doc: Whether.}\n    variant: ItemKind\n",
        )],
    ),
    // Free members, which have no names of their own.
    (&[K::FieldRemoved], &[("    free: i64\n", "")]),
    (&[K::FieldType], &[("    free: i64\n", "    free: any\n")]),
    (&[K::FieldAdded], &[("Made: {doc: Made., fields", "Made: {doc: Made., free: any, fields")]),
    // The field that holds the free members takes another name, because a declared one has it.
    (
        &[K::FieldRenamed, K::FieldAdded],
        &[("    free: i64\n", "      free?: {type: bool, doc: Whether it is free.}\n    free: i64\n")],
    ),
    (&[K::TypeShape], &[("by: how", "by: why")]),
    (&[K::VariantRenamed], &[("name: purchase", "name: import")]),
    (&[K::VariantType], &[("MADE: Made", "MADE: {type: Bought, name: made}")]),
    (&[K::VariantAdded], &[("MADE: Made,", "MADE: Made, FOUND: {type: Made, name: found},")]),
    (&[K::VariantRemoved], &[("MADE: Made,", "")]),
    // Rules of a type that is sent.
    (
        &[K::RuleAdded],
        &[(
            "      - {at_most_one: [word, amount]}\n",
            "      - {at_most_one: [word, amount]}\n      - {at_least_one: [word, amount]}\n",
        )],
    ),
    (&[K::RuleRemoved], &[("    rules:\n      - {at_most_one: [word, amount]}\n", "")]),
];

/// What the client offers beside types and calls.
pub(super) const OF_CONVENIENCES: &[Case<'_>] = &[
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
