//! Types, and their uses.

use paceline_generator::ir::Scalar;
use serde_json::{Map, Value, json};

use super::{Maker, chance, pick, put};

/// A type in the making.
pub(crate) struct Def {
    pub(super) name: String,
    pub(super) resource: usize,
    pub(super) kind: Kind,
    /// Of an object.
    pub(super) fields: Vec<Member>,
    /// Of an enum.
    pub(super) values: Vec<Value>,
    /// Whether it is an object with members of a variant.
    pub(super) has_variant: bool,
}

/// A member or parameter, as far as others refer to it.
#[derive(Clone)]
pub(crate) struct Member {
    pub(super) wire: String,
    pub(super) ty: Ty,
    pub(super) required: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    TextId,
    NumberId,
    TextEnum,
    NumberEnum,
    Object,
    Union,
    Tagged,
    Any,
}

/// The use of a type.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Ty {
    Scalar(&'static str),
    List(Box<Ty>),
    Map(Option<Box<Ty>>, Box<Ty>),
    Json(Box<Ty>),
    Nullable(Box<Ty>),
    Def(usize),
}

/// The built-in types that stand anywhere, by their words: all but files.
fn scalars() -> Vec<&'static str> {
    let words = Scalar::WORDS.iter().filter(|(_, scalar)| *scalar != Scalar::File);
    words.map(|(word, _)| *word).collect()
}

/// Those that can stand in a path.
fn plain_scalars() -> Vec<&'static str> {
    scalars().into_iter().filter(|word| !["any", "secret"].contains(word)).collect()
}

impl Maker<'_> {
    /// Names and kinds first, so that types can refer to one another in any order.
    pub(super) fn make_types(&mut self) {
        use Kind::{Any, NumberEnum, NumberId, Object, Tagged, TextEnum, TextId, Union};
        let kinds = [
            TextId, NumberId, TextEnum, NumberEnum, Object, Object, Object, Object, Union, Tagged, Any,
            Object, Union, Tagged,
        ];
        for kind in kinds {
            let resource = self.rng.usize(..self.resources.len());
            self.define(resource, kind);
        }
        for index in 0..self.defs.len() {
            let value = self.type_value(index);
            let def = &self.defs[index];
            self.resources[def.resource].types.insert(def.name.clone(), value);
        }
        for index in 0..self.defs.len() {
            self.add_lookups(index);
        }
    }

    pub(super) fn define(&mut self, resource: usize, kind: Kind) -> usize {
        let name = self.named("type", |word| {
            paceline_generator::ir::Name::new(word)
                .map_or_else(|_| "T".to_owned(), |name| name.pascal().to_owned())
        });
        self.defs.push(Def {
            name,
            resource,
            kind,
            fields: Vec::new(),
            values: Vec::new(),
            has_variant: false,
        });
        self.defs.len() - 1
    }

    fn type_value(&mut self, index: usize) -> Value {
        let mut map = Map::new();
        let doc = self.doc();
        put(&mut map, "doc", doc);
        if chance(&mut self.rng, 20) {
            map.insert("sources".into(), json!(["manual"]));
        }
        if !matches!(self.defs[index].kind, Kind::TextEnum | Kind::NumberEnum) {
            let example = self.example(&Ty::Def(index)).filter(|_| chance(&mut self.rng, 40));
            put(&mut map, "example", example);
        }
        match self.defs[index].kind {
            Kind::TextId => put(&mut map, "id", Some(json!("string"))),
            Kind::NumberId => put(&mut map, "id", Some(json!("i64"))),
            Kind::TextEnum | Kind::NumberEnum => self.enum_value(index, &mut map),
            Kind::Object => self.object_value(index, &mut map),
            Kind::Union => {
                let members = self.union_members(index);
                let members: Vec<_> = members.iter().map(|ty| self.expression(ty)).collect();
                map.insert("union".into(), json!(members));
            }
            Kind::Tagged => {
                let union = self.tagged_union(index);
                map.insert("union".into(), union);
            }
            Kind::Any => {
                let mut forms = Map::new();
                for _ in 0..self.rng.usize(1..=4) {
                    let mut form = Map::new();
                    let (write, read) = (self.form_type(), self.form_type());
                    let written = chance(&mut self.rng, 70);
                    if written {
                        form.insert("type".into(), self.expression(&write));
                    }
                    if !written || chance(&mut self.rng, 30) {
                        form.insert("read".into(), self.expression(&read));
                    }
                    let doc = self.doc();
                    put(&mut form, "doc", doc);
                    let mark = if chance(&mut self.rng, 40) { "?" } else { "" };
                    forms.insert(self.name("form") + mark, Value::Object(form));
                }
                map.insert("any".into(), Value::Object(forms));
            }
        }
        Value::Object(map)
    }

    pub(super) fn form_type(&mut self) -> Ty {
        loop {
            let ty = self.ty(0, None);
            if ty != Ty::Scalar("secret") {
                return ty;
            }
        }
    }

    fn enum_value(&mut self, index: usize, map: &mut Map<String, Value>) {
        let text = self.defs[index].kind == Kind::TextEnum;
        let mut values = Vec::new();
        for number in 0..self.rng.usize(1..=4) {
            let value = if text {
                json!(format!("{}{number}", pick(&mut self.rng, &["V", "a b ", "\"", "名 🦀", "\\", "new"])))
            } else {
                json!(
                    pick(&mut self.rng, &[-9_223_372_036_854_775_807_i64, -1, 0, 7, 1 << 53])
                        .wrapping_add(i64::try_from(number).expect("few"))
                )
            };
            if self.defs[index].values.contains(&value) {
                continue;
            }
            self.defs[index].values.push(value.clone());
            let mut entry = json!({"value": value, "name": self.name("value")});
            let entry = entry.as_object_mut().expect("an object");
            let doc = self.doc();
            put(entry, "doc", doc);
            if chance(&mut self.rng, 30) {
                let also = if text { json!(format!("also {number}")) } else { json!(1000 + number) };
                entry.insert("also".into(), json!([also]));
            }
            values.push(Value::Object(entry.clone()));
        }
        map.insert("enum".into(), json!(if text { "string" } else { "i64" }));
        map.insert("values".into(), Value::Array(values));
    }

    fn object_value(&mut self, index: usize, map: &mut Map<String, Value>) {
        let mut fields = Map::new();
        let mut members = Vec::new();
        let union = (0..index).rev().find(|&other| self.defs[other].kind == Kind::Tagged);
        let union = union.filter(|_| chance(&mut self.rng, 60));
        self.defs[index].has_variant = union.is_some();
        for _ in 0..self.rng.usize(0..=6) {
            let optional = chance(&mut self.rng, 50);
            // A required member must not lead back here.
            let ty = match self.rng.usize(..10) {
                0 | 1 => Ty::Scalar("string"),
                2 | 3 => Ty::List(Box::new(Ty::Def(self.some_object()))),
                4 => self.of_kind(Kind::NumberId).map_or(Ty::Scalar("i64"), Ty::Def),
                _ => self.ty(0, (!optional).then_some(index)),
            };
            // An odd name may be that of a member of the variant, too.
            members.extend(self.field(&mut fields, "member", &ty, optional, union.is_none()));
        }
        let rules = self.rules(&members);
        put(map, "rules", rules);
        map.insert("fields".into(), Value::Object(fields));
        if let Some(union) = union {
            map.insert("variant".into(), json!(self.defs[union].name));
        } else if chance(&mut self.rng, 30) {
            // A map of the type itself is as good as any other.
            let ty = self.ty(0, None);
            map.insert("free".into(), self.expression(&ty));
        }
        self.defs[index].fields = members;
    }

    fn union_members(&mut self, index: usize) -> Vec<Ty> {
        let object = (0..index).rev().find(|&other| self.defs[other].kind == Kind::Object);
        let text = match self.of_kind(Kind::TextId) {
            Some(id) if chance(&mut self.rng, 50) => Ty::Def(id),
            _ => Ty::Scalar(pick(&mut self.rng, &["string", "secret"])),
        };
        let number = match self.of_kind(Kind::NumberEnum) {
            Some(id) if chance(&mut self.rng, 50) => Ty::Def(id),
            _ => Ty::Scalar(pick(&mut self.rng, &["i64", "f64", "timestamp"])),
        };
        let object = match object {
            Some(id) if chance(&mut self.rng, 70) => Ty::Def(id),
            _ => Ty::Map(None, Box::new(self.ty(1, None))),
        };
        let list = Ty::List(Box::new(self.ty(1, None)));
        let mut members = vec![text, number, object, list, Ty::Scalar("bool")];
        while members.len() > 2 && chance(&mut self.rng, 40) {
            members.remove(self.rng.usize(..members.len()));
        }
        members
    }

    /// A tagged union of objects before it.
    fn tagged_union(&mut self, index: usize) -> Value {
        let objects = objects_before(&self.defs, index);
        // No member has one of these names.
        let by = pick(&mut self.rng, &["the tag", "the \"tag\"", "名 🦀 tag", "tag\\"]);
        let mut of = Map::new();
        for number in 0..self.rng.usize(1..=3) {
            let tag = format!("{}{number}", pick(&mut self.rng, &["TAG", "a b ", "\"", "名 🦀", "\\"]));
            let ty = self.defs[pick(&mut self.rng, &objects)].name.clone();
            let mut variant = json!({"type": ty, "name": self.name("variant")});
            let variant = variant.as_object_mut().expect("an object");
            let doc = self.doc();
            put(variant, "doc", doc);
            of.insert(tag, Value::Object(variant.clone()));
        }
        if chance(&mut self.rng, 70) {
            return json!({"by": by, "of": of});
        }
        // One object can be told from what it is not.
        let mut objects = Map::new();
        let ty = self.defs[pick(&mut self.rng, &objects_before(&self.defs, index))].name.clone();
        objects.insert(self.name("object"), json!(ty));
        json!({ "of": objects })
    }

    pub(super) fn some_object(&mut self) -> usize {
        let objects: Vec<_> = (0..self.defs.len()).filter(|&id| self.defs[id].kind == Kind::Object).collect();
        pick(&mut self.rng, &objects)
    }

    pub(super) fn of_kind(&self, kind: Kind) -> Option<usize> {
        self.defs.iter().position(|def| def.kind == kind)
    }

    /// Any type of a member. Those that are held directly have an index below `limit`, if there is one.
    pub(super) fn ty(&mut self, depth: usize, limit: Option<usize>) -> Ty {
        match self.rng.usize(..if depth > 2 { 8 } else { 13 }) {
            0..=4 => Ty::Scalar(pick(&mut self.rng, &scalars())),
            5..=7 => match limit.unwrap_or(self.defs.len()) {
                0 => Ty::Scalar("string"),
                limit => Ty::Def(self.rng.usize(..limit)),
            },
            8 | 9 => Ty::List(Box::new(self.ty(depth + 1, None))),
            10 => {
                let key = [Kind::TextId, Kind::NumberId, Kind::TextEnum, Kind::NumberEnum];
                let kind = pick(&mut self.rng, &key);
                let key = self.of_kind(kind).map(|id| Box::new(Ty::Def(id)));
                let key = key.filter(|_| chance(&mut self.rng, 50));
                Ty::Map(key, Box::new(self.ty(depth + 1, None)))
            }
            11 => match self.ty(depth + 1, limit) {
                ty @ (Ty::Nullable(_) | Ty::Scalar("any")) => ty,
                ty => Ty::Nullable(Box::new(ty)),
            },
            _ => Ty::Json(Box::new(self.ty(depth + 1, limit))),
        }
    }

    /// A type that can stand in a path.
    pub(super) fn plain(&mut self) -> Ty {
        let kind = pick(&mut self.rng, &[Kind::TextId, Kind::NumberId, Kind::TextEnum, Kind::NumberEnum]);
        match self.of_kind(kind) {
            Some(id) if chance(&mut self.rng, 50) => Ty::Def(id),
            _ => Ty::Scalar(pick(&mut self.rng, &plain_scalars())),
        }
    }

    /// A type that can stand in a query or a form.
    pub(super) fn listed_type(&mut self) -> Ty {
        match self.rng.usize(..4) {
            0 => Ty::List(Box::new(self.plain())),
            1 => Ty::Json(Box::new(self.ty(1, None))),
            _ => self.plain(),
        }
    }

    /// A type as it is written.
    pub(super) fn expression(&self, ty: &Ty) -> Value {
        match ty {
            Ty::Scalar(name) => json!(name),
            Ty::List(item) => json!([self.expression(item)]),
            Ty::Json(inner) => json!({"json": self.expression(inner)}),
            Ty::Nullable(inner) => json!({"nullable": self.expression(inner)}),
            Ty::Map(None, value) => json!({"map": self.expression(value)}),
            Ty::Map(Some(key), value) => {
                json!({"map": self.expression(value), "key": self.expression(key)})
            }
            Ty::Def(id) => json!(self.defs[*id].name),
        }
    }

    pub(super) fn kind(&self, ty: &Ty) -> Option<Kind> {
        if let Ty::Def(id) = ty { Some(self.defs[*id].kind) } else { None }
    }

    /// The object that a list holds.
    pub(super) fn object_in_list(&self, ty: &Ty) -> Option<usize> {
        match ty {
            Ty::List(item) => match **item {
                Ty::Def(id) if self.defs[id].kind == Kind::Object => Some(id),
                _ => None,
            },
            _ => None,
        }
    }

    fn add_lookups(&mut self, index: usize) {
        let mut lookups = Map::new();
        for member in self.defs[index].fields.clone() {
            let Some(item) = self.object_in_list(&member.ty) else { continue };
            let is_key = |ty: &Ty| *ty == Ty::Scalar("string") || self.kind(ty) == Some(Kind::TextId);
            let fields = &self.defs[item].fields;
            let by: Vec<_> =
                fields.iter().filter(|field| is_key(&field.ty)).map(|field| field.wire.clone()).collect();
            let wires: Vec<_> = fields.iter().map(|field| field.wire.clone()).collect();
            if by.is_empty() {
                continue;
            }
            let mut lookup = json!({"in": member.wire, "by": by});
            let lookup = lookup.as_object_mut().expect("an object");
            if chance(&mut self.rng, 60) {
                lookup.insert("value".into(), json!(pick(&mut self.rng, &wires)));
            }
            let doc = self.doc();
            put(lookup, "doc", doc);
            lookups.insert(self.name("lookup"), Value::Object(lookup.clone()));
        }
        if !lookups.is_empty() {
            let def = &self.defs[index];
            let value = self.resources[def.resource].types.get_mut(&def.name).expect("it was made");
            value.as_object_mut().expect("an object").insert("lookups".into(), Value::Object(lookups));
        }
    }
}

/// The objects before a type, without those that have a tag of their own.
fn objects_before(defs: &[Def], index: usize) -> Vec<usize> {
    (0..index).filter(|&other| defs[other].kind == Kind::Object && !defs[other].has_variant).collect()
}
