//! Conditions over several fields.

use super::mapping::{Companions, EVIDENCE, Entries, Item, Key, Mapping, SCALAR, Value};

pub(crate) static RULE: Mapping = Mapping::new(
    "rule",
    "a rule",
    "A condition over several fields; one key says of which kind.",
    &[
        EXACTLY_ONE,
        AT_LEAST_ONE,
        AT_MOST_ONE,
        ALL_OR_NONE,
        TOGETHER,
        REQUIRED,
        FORBIDDEN,
        WHEN.left_out("only of `required` and `forbidden`, which need it"),
        MAX_ITEMS.left_out("only of `together`, which needs it"),
        RULE_EVIDENCE,
    ],
)
.kinds({
    static EXACTLY: Mapping =
        kind("rule_exactly_one", "One of these, and only one.", &[EXACTLY_ONE.needed(), RULE_EVIDENCE]);
    static LEAST: Mapping =
        kind("rule_at_least_one", "One of these or more.", &[AT_LEAST_ONE.needed(), RULE_EVIDENCE]);
    static MOST: Mapping =
        kind("rule_at_most_one", "One of these or none.", &[AT_MOST_ONE.needed(), RULE_EVIDENCE]);
    static ALL: Mapping =
        kind("rule_all_or_none", "All of these or none.", &[ALL_OR_NONE.needed(), RULE_EVIDENCE]);
    static SUM: Mapping = kind(
        "rule_together",
        "Lists that hold no more than so many items taken together.",
        &[TOGETHER.needed(), MAX_ITEMS.needed(), RULE_EVIDENCE],
    );
    static ABSENT: Mapping = kind(
        "rule_forbidden",
        "Left out when another field has one of some values.",
        &[FORBIDDEN.needed(), WHEN.needed(), RULE_EVIDENCE],
    );
    static PRESENT: Mapping = kind(
        "rule_required",
        "Needed when another field has one of some values.",
        &[REQUIRED.needed(), WHEN.needed(), RULE_EVIDENCE],
    );
    &[&EXACTLY, &LEAST, &MOST, &ALL, &SUM, &ABSENT, &PRESENT]
})
.companions(&[Companions::ExactlyOne(&[
    "exactly_one",
    "at_least_one",
    "at_most_one",
    "all_or_none",
    "together",
    "required",
    "forbidden",
])]);

const fn kind(name: &'static str, doc: &'static str, keys: &'static [Key]) -> Mapping {
    Mapping::new(name, "a rule", doc, keys)
}

const PARAM: Item = Item { doc: "The wire name of a parameter.", value: Value::Text };
const ONE_OR_MORE: Value = Value::List(&PARAM, 1);
const TWO_OR_MORE: Value = Value::List(&PARAM, 2);

const EXACTLY_ONE: Key = Key::new("exactly_one", "One of these, and only one.", TWO_OR_MORE);
const AT_LEAST_ONE: Key = Key::new("at_least_one", "One of these or more.", TWO_OR_MORE);
const AT_MOST_ONE: Key = Key::new("at_most_one", "One of these or none.", TWO_OR_MORE);
const ALL_OR_NONE: Key = Key::new("all_or_none", "All of these or none.", TWO_OR_MORE);
const TOGETHER: Key = Key::new("together", "The lists whose items are counted together.", TWO_OR_MORE);
const REQUIRED: Key = Key::new("required", "What is needed then.", ONE_OR_MORE);
const FORBIDDEN: Key = Key::new("forbidden", "What must not be there then.", ONE_OR_MORE);
const WHEN: Key = Key::new(
    "when",
    "The field that decides, and the values at which the others are needed or forbidden.",
    Value::Entries(
        &Entries::any(Value::List(&Item { doc: "", value: SCALAR }, 1))
            .entry("Values.")
            .at_least(1)
            .at_most(1),
    ),
);
const MAX_ITEMS: Key = Key::new(
    "max_items",
    "The greatest number of items in all of them.",
    Value::IntWithin(0, u32::MAX as i64),
)
.aliases(&["maxlength", "maxcount"]);
const RULE_EVIDENCE: Key = Key::new(
    "evidence",
    "How well the rule is known; one that a weak source alone tells of is not enforced.",
    EVIDENCE,
)
.left_out("`strong`");
