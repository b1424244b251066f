//! Fields, their bounds, and rules over several of them.

use serde_json::{Map, Value, json};

use super::types::{Kind, Member, Ty};
use super::{HOSTILE, Maker, chance, pick, put};

/// Names on the wire that no Rust name can be made of, or the same one.
const WIRES: &[&str] = &[
    "type", "self", "fn", "crate", "userId", "user_id", "UserID", "USER-ID", "🦀", "名", "a b", "\"", "'",
    "\\", "#", "$ref", "{x}", "2fa", "-", "async", "Self", "_", "a[]", "%41", "x.y/z",
];

/// The keys that bound a value.
const BOUNDS: &[&str] =
    &["min", "max", "min_items", "max_items", "min_length", "max_length", "without", "one_of"];

impl Maker<'_> {
    /// Adds a field; gives what others may refer to, unless callers do not see it. `role` says what the field's name is for;
    /// with `odd` its name on the wire may be one that Rust cannot have.
    pub(super) fn field(
        &mut self,
        fields: &mut Map<String, Value>,
        role: &'static str,
        ty: &Ty,
        optional: bool,
        odd: bool,
    ) -> Option<Member> {
        let name = self.name(role);
        let odd = odd && chance(&mut self.rng, 40);
        let mut wire = if odd { pick(&mut self.rng, WIRES).to_owned() } else { name.clone() };
        if fields.contains_key(&wire) || fields.contains_key(&format!("{wire}?")) {
            self.count += 1;
            wire = format!("{wire}{}", self.count);
        }
        let key = format!("{wire}{}", if optional { "?" } else { "" });
        let may_be_text = role == "member" && optional && self.kind(ty) == Some(Kind::NumberId);
        if may_be_text {
            // As text in this place; what others say of it would be said of a number.
            fields.insert(key, json!({"type": {"text": self.expression(ty)}, "name": name}));
            return None;
        }
        if !odd && chance(&mut self.rng, 20) {
            fields.insert(key, self.expression(ty));
            return Some(Member { wire, ty: ty.clone(), required: !optional });
        }
        let mut long = json!({"type": self.expression(ty)});
        let long = long.as_object_mut().expect("an object");
        if odd {
            long.insert("name".into(), json!(name));
        }
        let doc = self.doc();
        put(long, "doc", doc);
        let bare = if let Ty::Nullable(inner) = ty { inner } else { ty };
        let constant = self.bound(long, bare, optional);
        let example = self.example(bare).filter(|_| !constant && chance(&mut self.rng, 40));
        put(long, "example", example);
        self.weigh(long, BOUNDS);
        fields.insert(key, Value::Object(long.clone()));
        (!constant).then(|| Member { wire, ty: ty.clone(), required: !optional })
    }

    /// Adds bounds or values that fit the type; tells whether the field is a constant now.
    fn bound(&mut self, long: &mut Map<String, Value>, ty: &Ty, optional: bool) -> bool {
        let one = self.values(ty);
        let item = if let Ty::List(item) = ty { item } else { ty };
        let countable = *item != Ty::Scalar("bool");
        match self.rng.usize(..8) {
            0..=2 => self.bound_by_size(long, ty),
            3 if countable => {
                let some = if item == ty { one.clone() } else { self.values(item) };
                put(long, "one_of", (!some.is_empty()).then(|| json!(some)));
                if optional && !one.is_empty() {
                    long.insert("default".into(), one[0].clone());
                }
            }
            4 if optional && !one.is_empty() => put(long, "default", Some(one[0].clone())),
            4 if !one.is_empty() => {
                long.insert("constant".into(), one[0].clone());
                return true;
            }
            5 if !self.is_plain(ty) => put(long, "without", Some(json!(["type", "\"odd\""]))),
            _ => {}
        }
        false
    }

    /// Says now and then how well bounds or a rule are known.
    fn weigh(&mut self, of: &mut Map<String, Value>, keys: &[&str]) {
        if keys.iter().any(|key| of.contains_key(*key)) && chance(&mut self.rng, 30) {
            of.insert("evidence".into(), json!(pick(&mut self.rng, &["weak", "strong"])));
        }
    }

    fn bound_by_size(&mut self, long: &mut Map<String, Value>, ty: &Ty) {
        let (least, most) = match (ty, self.kind(ty)) {
            (Ty::Scalar("i64" | "timestamp" | "unix_seconds"), _) | (_, Some(Kind::NumberId)) => {
                (("min", json!(-3)), ("max", json!(9_223_372_036_854_775_807_i64)))
            }
            (Ty::Scalar("f64"), _) => (("min", json!(-1.5e300)), ("max", json!(0.1))),
            (Ty::Scalar("string" | "secret"), _) | (_, Some(Kind::TextId)) => {
                (("min_length", json!(1)), ("max_length", json!(u32::MAX)))
            }
            (Ty::List(_) | Ty::Scalar("any"), _) | (_, Some(Kind::Any)) => {
                (("min_items", json!(0)), ("max_items", json!(u32::MAX)))
            }
            _ => return,
        };
        for (key, bound) in [least, most] {
            if chance(&mut self.rng, 60) {
                long.insert(key.into(), bound);
            }
        }
    }

    fn is_plain(&self, ty: &Ty) -> bool {
        match ty {
            Ty::Scalar(name) => !["any", "secret", "file"].contains(name),
            Ty::Def(id) => !matches!(self.defs[*id].kind, Kind::Object | Kind::Union | Kind::Any),
            _ => false,
        }
    }

    /// Some values of a type, if there are any that a spec can say.
    fn values(&mut self, ty: &Ty) -> Vec<Value> {
        match (ty, self.kind(ty)) {
            (Ty::Scalar("string"), _) | (_, Some(Kind::TextId)) => {
                vec![json!(self.text()), json!("other than all"), json!("")]
            }
            (Ty::Scalar("i64"), _) | (_, Some(Kind::NumberId)) => vec![json!(i64::MAX), json!(-5)],
            (Ty::Scalar("f64"), _) => vec![json!(0.1), json!(2), json!(-1.0e300)],
            (Ty::Scalar("bool"), _) => vec![json!(true)],
            (Ty::Def(id), Some(Kind::TextEnum | Kind::NumberEnum)) => self.defs[*id].values.clone(),
            _ => Vec::new(),
        }
    }

    /// A value of a type that keeps whatever bounds are made here.
    pub(super) fn example(&mut self, ty: &Ty) -> Option<Value> {
        let example = match (ty, self.kind(ty)) {
            (Ty::Scalar("string"), _) | (_, Some(Kind::TextId)) => json!("other than all"),
            (Ty::Scalar("i64" | "timestamp" | "unix_seconds"), _) | (_, Some(Kind::NumberId)) => {
                json!(i64::MAX)
            }
            (Ty::Scalar("f64"), _) => json!(0.1),
            (Ty::Scalar("bool"), _) => json!(true),
            (Ty::Scalar("any"), _) | (_, Some(Kind::Any)) => json!([1, {"\"odd": null}]),
            (Ty::Def(id), Some(Kind::TextEnum | Kind::NumberEnum)) => self.defs[*id].values.first()?.clone(),
            (Ty::List(item), _) => json!([self.example(item)?]),
            (Ty::Map(None, value), _) => json!({HOSTILE[0]: self.example(value)?}),
            (Ty::Json(inner), _) => self.example(inner)?,
            (Ty::Nullable(_), _) => Value::Null,
            _ => return None,
        };
        Some(example)
    }

    /// Rules over fields that are not always there.
    pub(super) fn rules(&mut self, members: &[Member]) -> Option<Value> {
        // A name that stands in the path and in the body alike means the first.
        let once = |member: &&Member| members.iter().filter(|other| other.wire == member.wire).count() == 1;
        let free: Vec<_> = members.iter().filter(once).filter(|member| !member.required).collect();
        let lists = members.iter().filter(once).filter(|member| matches!(member.ty, Ty::List(_)));
        let lists: Vec<_> = lists.map(|list| &list.wire).collect();
        let mut rules = Vec::new();
        if let [first, second, ..] = free[..] {
            let kind = pick(&mut self.rng, &["exactly_one", "at_least_one", "at_most_one", "all_or_none"]);
            rules.push(json!({kind: [first.wire, second.wire]}));
            let kind = pick(&mut self.rng, &["required", "forbidden"]);
            let values = self.values(&second.ty);
            if !values.is_empty() {
                rules.push(json!({kind: [first.wire], "when": {second.wire.clone(): values}}));
            }
        }
        if let [first, second, ..] = lists[..] {
            rules.push(json!({"together": [first, second], "max_items": 10}));
        }
        for rule in rules.iter_mut().filter_map(Value::as_object_mut) {
            let keys: Vec<String> = rule.keys().cloned().collect();
            self.weigh(rule, &keys.iter().map(String::as_str).collect::<Vec<_>>());
        }
        (!rules.is_empty()).then(|| json!(rules))
    }
}
