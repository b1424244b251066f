//! One of several types: told apart by a member, by their JSON kinds, or not at all.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::flat_schema::FlatSchema;
use super::importer::{Importer, PendingObject};
use super::name::{Case, Names};
use super::note::address;
use super::reference::name_in;
use super::types::{Form, JsonKind, TaggedVariant, TypeDefinition, TypeUse, doc_of};
use crate::lower::reserved;
use crate::untyped::Untyped;

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
        if let Some(tagged) = self.tagged_union(flat, name_hint, reference) {
            return tagged;
        }
        if let Some(told) = self.told_by_members(flat, name_hint, reference) {
            return told;
        }
        let numbered = (1..).zip(&flat.variants);
        let members = numbered.map(|(n, schema)| self.type_of(schema, &format!("{name_hint}_{n}"))).collect();
        self.union(members, flat, name_hint)
    }

    /// The type of objects that the members they have tell apart; `None` if they do not, or something else is no object. What
    /// stands beside them is a variant of another kind, and the objects are one of a union's types.
    fn told_by_members(
        &mut self,
        flat: &FlatSchema<'d>,
        name_hint: &str,
        reference: Option<&str>,
    ) -> Option<TypeUse> {
        let mut objects: Vec<(&'d Untyped, usize)> = Vec::new();
        let mut others: Vec<(usize, &'d Untyped)> = Vec::new();
        let mut members: BTreeSet<BTreeSet<&str>> = BTreeSet::new();
        for (n, schema) in (1..).zip(&flat.variants) {
            let flat = self.flatten(schema);
            if flat.properties.is_empty() || !flat.variants.is_empty() {
                others.push((n, schema));
                continue;
            }
            // Two that look alike cannot be told apart. Which members are needed is not enough: what may be `null` need not be.
            if !members.insert(flat.properties.iter().map(|(wire, _)| *wire).collect()) {
                return None;
            }
            objects.push((schema, n));
        }
        if objects.len() < 2 {
            return None;
        }
        let alone = others.is_empty();
        let name = if alone {
            self.claim_type_name(name_hint, reference.map(|_| flat.source()))
        } else {
            self.claim_type_name(&format!("{name_hint}_object"), None)
        };
        let made = TypeUse::named(&name, JsonKind::Object, false);
        if alone {
            // Known before its variants are read, which may hold it.
            self.tagged.insert(address(flat.source()), made.clone());
        }
        let mut names = Names::new(Case::Pascal, reserved::VARIANTS);
        let mut variants = Vec::new();
        for (schema, n) in objects {
            let ty = self.type_of(schema, &format!("{name_hint}_{n}"));
            let ty = TypeUse { nullable: false, ..ty };
            if ty.kind != JsonKind::Object {
                self.notes.left_out(
                    "an object of several that is imported as something else; left out",
                    name_hint,
                    schema,
                );
                continue;
            }
            let said = names.claim(&ty.spec_text, &format!("variant_{n}")).name;
            variants.push(TaggedVariant { tag: said.snake().to_owned(), name: None, ty });
        }
        let form = Form::Tagged { by: None, variants };
        self.types.insert(name, TypeDefinition { form, doc: doc_of(flat.doc, name_hint) });
        if alone {
            return Some(made);
        }
        let mut all = vec![made];
        for (n, schema) in others {
            all.push(self.type_of(schema, &format!("{name_hint}_{n}")));
        }
        Some(self.union(all, flat, name_hint))
    }

    /// The type of objects that one of their members tells apart; `None` if there is no such member.
    fn tagged_union(
        &mut self,
        flat: &FlatSchema<'d>,
        name_hint: &str,
        reference: Option<&str>,
    ) -> Option<TypeUse> {
        let variants: Vec<(&'d Untyped, Rc<FlatSchema<'d>>)> =
            flat.variants.iter().map(|variant| (*variant, self.flatten(variant))).collect();
        if variants.iter().any(|(_, flat)| flat.properties.is_empty() || !flat.variants.is_empty()) {
            return None;
        }
        let discriminator = flat.peek("discriminator");
        let named = discriminator.and_then(|said| said.peek("propertyName")).and_then(Untyped::as_str);
        // Where the document names no tag, a member that is a constant of its own in each of the objects is one.
        let candidates = match named {
            Some(named) => vec![named],
            None => variants.first()?.1.properties.iter().map(|(wire, _)| *wire).collect(),
        };
        let mut mapping: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        let said = discriminator.and_then(|said| said.peek("mapping")).map_or(&[][..], Untyped::peek_entries);
        for (tag, target) in said {
            mapping.entry(target.as_str().unwrap_or_default()).or_default().push(tag);
        }
        let (by, tags) = candidates.into_iter().find_map(|by| {
            let tags: Option<Vec<Vec<String>>> = variants
                .iter()
                .map(|(schema, flat)| self.tags_of(schema, flat, by, &mapping, named.is_some()))
                .collect();
            let tags = tags?;
            let all: BTreeSet<&String> = tags.iter().flatten().collect();
            (all.len() == tags.iter().flatten().count()).then_some((by, tags))
        })?;
        if by.trim().is_empty() || by.contains(char::is_control) {
            return None;
        }
        if let Some(said) = discriminator {
            flat.count_key_as_read("discriminator");
            said.count_as_read();
        }
        // The union is named before its variants, which may hold it.
        let name = self.claim_type_name(name_hint, reference.map(|_| flat.source()));
        let mut names = Names::new(Case::Pascal, reserved::VARIANTS);
        let mut made = Vec::new();
        for ((schema, flat), tags) in variants.into_iter().zip(tags) {
            for (wire, member) in &flat.properties {
                if *wire == by {
                    member.count_as_read();
                }
            }
            let object = self.variant(schema, by, || {
                format!("{name_hint}_{}", tags.first().map_or("variant", String::as_str))
            });
            let ty = TypeUse::named(&object, JsonKind::Object, false);
            for tag in tags {
                let name = names.claim_wire(&tag, &tag, "variant").rename;
                made.push(TaggedVariant { tag, name, ty: ty.clone() });
            }
        }
        let form = Form::Tagged { by: Some(by.to_owned()), variants: made };
        self.types.insert(name.clone(), TypeDefinition { form, doc: doc_of(flat.doc, name_hint) });
        let made = TypeUse::named(&name, JsonKind::Object, false);
        self.tagged.insert(address(flat.source()), made.clone());
        Some(made)
    }

    /// The name of the type of a variant: an object like its schema, but without the tag. Unions share it.
    fn variant(&mut self, schema: &'d Untyped, by: &str, hint: impl FnOnce() -> String) -> String {
        let reference = self.alias(schema);
        let target = reference.and_then(|reference| self.follow(reference)).unwrap_or(schema);
        let known = (address(target), by.to_owned());
        if let Some(name) = self.variants.get(&known) {
            return name.clone();
        }
        let name_hint = match reference {
            Some(reference) => name_in(reference).to_owned(),
            None => hint(),
        };
        let name = self.claim_type_name(&name_hint, None);
        self.variants.insert(known, name.clone());
        let without = Some(by.to_owned());
        self.pending.push(PendingObject { name: name.clone(), name_hint, schema: target, without });
        name
    }

    /// The values of the tag that stand for a variant: the constants that its member has, else what the document maps to
    /// it, else the name of its schema.
    fn tags_of(
        &self,
        schema: &'d Untyped,
        flat: &FlatSchema<'d>,
        by: &str,
        mapping: &BTreeMap<&str, Vec<&str>>,
        is_named: bool,
    ) -> Option<Vec<String>> {
        let member = flat.properties.iter().find(|(wire, _)| *wire == by).map(|(_, member)| *member);
        let values = member.map(|member| self.flatten(member).values.clone()).unwrap_or_default();
        let texts: Option<Vec<String>> =
            values.iter().map(|value| value.as_str().map(str::to_owned)).collect();
        let texts = texts.filter(|texts| !texts.is_empty());
        if !is_named {
            // Only a member that is there for sure can tell apart what nobody said it does.
            return texts.filter(|texts| texts.len() == 1 && flat.required.contains(by)).filter(usable);
        }
        let reference = self.alias(schema);
        let name = reference.map(name_in);
        // A value is mapped to a reference or to the name of a schema, each of which may be the other.
        let targets: BTreeSet<&str> = reference.into_iter().chain(name).collect();
        let tags = targets.iter().filter_map(|target| mapping.get(target)).flatten();
        let mapped: Vec<String> = tags.map(|tag| (*tag).to_owned()).collect();
        if !mapped.is_empty() {
            return Some(mapped).filter(usable);
        }
        texts.or_else(|| Some(vec![name?.to_owned()])).filter(usable)
    }

    /// One of several types: a union if their JSON kinds all differ, a scalar if they share its kind, else `any`.
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
        let kinds: BTreeSet<JsonKind> = members.iter().map(|member| member.kind).collect();
        let all_are = |kind| kinds.iter().eq([&kind]);
        let kinds_differ = kinds.len() == members.len() && !kinds.contains(&JsonKind::Any);
        let made = if members.len() == 1 {
            members.remove(0)
        } else if all_are(JsonKind::Text) {
            self.note_widened("string", &members, flat, name_hint);
            TypeUse::scalar("string", JsonKind::Text)
        } else if all_are(JsonKind::Number) {
            let whole = members.iter().all(|member| member.spec_text != "f64");
            let whole = whole && members.iter().all(|member| member.spec_text != "u64");
            let wide = if whole { "i64" } else { "f64" };
            self.note_widened(wide, &members, flat, name_hint);
            TypeUse::scalar(wide, JsonKind::Number)
        } else if kinds_differ {
            let doc = doc_of(flat.doc, name_hint);
            let def = TypeDefinition { form: Form::Union(members), doc };
            // Its members differ in kind, so the union has no single one.
            self.define(None, name_hint, def, JsonKind::Any, false)
        } else {
            let note = "one of several types of the same JSON kind; imported as `any`";
            self.notes.changed(note, name_hint, flat.source());
            TypeUse::any()
        };
        TypeUse { nullable: made.nullable || nullable, ..made }
    }

    /// Notes that named types among the members are lost.
    fn note_widened(&self, wide: &str, members: &[TypeUse], flat: &FlatSchema<'d>, name_hint: &str) {
        if members.iter().any(|member| member.spec_text != wide && member.spec_text != "i64") {
            let note = "one of several types, one of which holds them all; imported as that one";
            self.notes.changed(note, name_hint, flat.source());
        }
    }
}

/// Whether these texts can be written as tags.
#[expect(clippy::ptr_arg, reason = "the filter of an option of such a list")]
fn usable(tags: &Vec<String>) -> bool {
    tags.iter().all(|tag| !tag.trim().is_empty() && !tag.contains(char::is_control))
}
