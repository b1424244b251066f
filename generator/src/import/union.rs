//! One of several types: objects, values of several JSON kinds, or anything.

use std::collections::BTreeSet;

use super::alternative::{Alternative, Alternatives};
use super::flat_schema::FlatSchema;
use super::importer::Importer;
use super::note::address;
use super::object_union::Plan;
use super::types::{Form, JsonKind, TypeDefinition, TypeUse, doc_of};

impl<'d> Importer<'d> {
    /// The type of `oneOf` or `anyOf`.
    pub(super) fn one_of(
        &mut self,
        flat: &FlatSchema<'d>,
        name_hint: &str,
        reference: Option<&str>,
    ) -> TypeUse {
        if let Some(known) = self.tagged.get(&address(flat.source())) {
            return known.clone();
        }
        let alternatives = self.alternatives(flat);
        let Alternatives { objects, lists, empty, mut others, nullable, discriminator } = alternatives;
        let plan = if objects.len() + empty.len() > 1 {
            self.plan(&objects, &[], discriminator.as_ref())
        } else {
            None
        };
        let mut members = Vec::new();
        match plan {
            Some(plan) => {
                if let (Plan::ByTag { by, .. }, Some(named)) = (&plan, &discriminator)
                    && *by == named.by
                {
                    named.count_as_read();
                }
                let is_alone = lists.is_empty() && others.is_empty();
                let made = self.object_union(plan, &empty, flat, name_hint, (reference, is_alone));
                if is_alone {
                    return TypeUse { nullable, ..made };
                }
                members.push(made);
            }
            None => others.extend(objects.into_iter().chain(empty)),
        }
        if lists.len() > 1 {
            members.push(self.list_of_several(&lists, name_hint));
        } else {
            others.extend(lists);
        }
        others.sort_by_key(|one| one.number);
        members.extend(
            others.into_iter().map(|one| self.type_of(one.schema, &format!("{name_hint}_{}", one.number))),
        );
        let made = self.union(members, flat, name_hint);
        TypeUse { nullable: made.nullable || nullable, ..made }
    }

    /// The type of objects for which there is a plan. If they do not stand alone, they are one type of a union of several kinds.
    fn object_union(
        &mut self,
        plan: Plan<'d>,
        empty: &[Alternative<'d>],
        flat: &FlatSchema<'d>,
        name_hint: &str,
        (reference, is_alone): (Option<&str>, bool),
    ) -> TypeUse {
        let source = address(flat.source());
        if let (false, Some(known)) = (is_alone, self.object_parts.get(&source)) {
            return known.clone();
        }
        for object in empty {
            let note = "an object without members among others; kept as it comes";
            self.notes.changed(note, name_hint, object.schema);
        }
        let plan = match plan {
            Plan::One(only) if !empty.is_empty() => Plan::ByMembers(vec![only]),
            plan => plan,
        };
        let name = if is_alone {
            self.claim_type_name(name_hint, reference.map(|_| flat.source()))
        } else {
            self.claim_type_name(&format!("{name_hint}_object"), None)
        };
        let made = TypeUse::named(&name, JsonKind::Object, false);
        // Known before its variants are read, which may hold it.
        let known = if is_alone { &mut self.tagged } else { &mut self.object_parts };
        known.insert(source, made.clone());
        let doc = doc_of(self.schema_doc(flat), name_hint);
        self.carry_out(plan, (name, name_hint, doc), &[]);
        made
    }

    /// The type of one of several lists: a list of all that the items of any of them are.
    fn list_of_several(&mut self, lists: &[Alternative<'d>], name_hint: &str) -> TypeUse {
        let Some(first) = lists.first() else { return TypeUse::any().list() };
        if !self.open_lists.insert(address(first.schema)) {
            let note = "a type that is a list of itself; imported as `any`";
            self.notes.changed(note, name_hint, first.schema);
            return TypeUse::any().list();
        }
        let note = "one of several lists; imported as a list of what the items of any of them are";
        self.notes.changed(note, name_hint, first.schema);
        let mut items = FlatSchema::of(first.schema);
        items.variants = lists.iter().filter_map(|list| list.flat.items).collect();
        let made = self.one_of(&items, &format!("{name_hint}_item"), None).list();
        self.open_lists.remove(&address(first.schema));
        made
    }

    /// One of several types: a union if their JSON kinds all differ, else `any`. Texts of several forms are one text, and numbers
    /// one number.
    pub(super) fn union(
        &mut self,
        mut members: Vec<TypeUse>,
        flat: &FlatSchema<'d>,
        name_hint: &str,
    ) -> TypeUse {
        let nullable = members.iter().any(|member| member.nullable);
        members.iter_mut().for_each(|member| member.nullable = false);
        let mut known = BTreeSet::new();
        members.retain(|member| known.insert(member.clone()));
        for kind in [JsonKind::Text, JsonKind::Number] {
            self.widen(kind, &mut members, flat, name_hint);
        }
        let kinds: BTreeSet<JsonKind> = members.iter().map(|member| member.kind).collect();
        let kinds_differ = kinds.len() == members.len() && !kinds.contains(&JsonKind::Any);
        let made = if members.is_empty() {
            let note = "one of several types that are all this one; imported as `any`";
            self.notes.changed(note, name_hint, flat.source());
            TypeUse::any()
        } else if members.len() == 1 {
            members.remove(0)
        } else if kinds_differ {
            let doc = doc_of(self.schema_doc(flat), name_hint);
            let def = TypeDefinition { form: Form::Union(members), doc, example: None };
            // Its members differ in kind, so the union has no single one.
            self.define(None, name_hint, def, JsonKind::Any, false)
        } else {
            let note = "one of several types of the same JSON kind; imported as `any`";
            self.notes.changed(note, name_hint, flat.source());
            TypeUse::any()
        };
        TypeUse { nullable: made.nullable || nullable, ..made }
    }

    /// Puts one type in the place of several of a kind, if it holds them all.
    fn widen(&self, kind: JsonKind, members: &mut Vec<TypeUse>, flat: &FlatSchema<'d>, name_hint: &str) {
        let same: Vec<TypeUse> = members.iter().filter(|member| member.kind == kind).cloned().collect();
        let Some(place) = members.iter().position(|member| member.kind == kind).filter(|_| same.len() > 1)
        else {
            return;
        };
        let has = |spec_text: &str| same.iter().any(|member| member.spec_text == spec_text);
        let wide = match kind {
            JsonKind::Text => "string",
            _ if has("f64") || has("u64") => "f64",
            _ => "i64",
        };
        self.note_widened(wide, &same, flat, name_hint);
        members.retain(|member| member.kind != kind);
        members.insert(place, TypeUse::scalar(wide, kind));
    }

    /// Notes that named types among the members are lost.
    fn note_widened(&self, wide: &str, members: &[TypeUse], flat: &FlatSchema<'d>, name_hint: &str) {
        if members.iter().any(|member| member.spec_text != wide && member.spec_text != "i64") {
            let note = "one of several types, one of which holds them all; imported as that one";
            self.notes.changed(note, name_hint, flat.source());
        }
    }
}
