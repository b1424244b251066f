//! One of several objects: told apart by a member, or by the members that they have.

use std::collections::{BTreeMap, BTreeSet};

use super::alternative::{Alternative, Discriminator};
use super::importer::{Importer, PendingObject};
use super::name::{Case, Names};
use super::note::address;
use super::reference::name_in;
use super::types::{Form, JsonKind, TaggedVariant, TypeDefinition, TypeUse, doc_of};
use crate::lower::reserved;

/// Members that tell groups of objects apart stand at most so deep inside one another.
const MOST_TAGS: usize = 2;
/// So many members are tried.
const MOST_TRIED: usize = 8;
/// A member that tells objects apart has at most so many values in all.
const MOST_VALUES: usize = 500;

/// How objects are told apart.
#[derive(Debug)]
pub(super) enum Plan<'d> {
    /// It is one object, or several that look the same.
    One(Vec<Alternative<'d>>),
    /// A member has a value for each.
    ByTag { by: &'d str, groups: Vec<(String, Plan<'d>)> },
    /// The members that they have; each stands for others that look the same.
    ByMembers(Vec<Vec<Alternative<'d>>>),
}

/// Which values of a member count.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Constants {
    /// One in each object, where it is always there, and in no other one.
    OfItsOwn,
    /// Some, where it is always there.
    Needed,
    /// Some.
    Any,
}

impl<'d> Importer<'d> {
    /// How some objects are told apart; `None` if they are not. `taken` are members that are not theirs.
    pub(super) fn plan(
        &self,
        objects: &[Alternative<'d>],
        taken: &[&'d str],
        named: Option<&Discriminator<'d>>,
    ) -> Option<Plan<'d>> {
        self.plan_within(objects, taken, named, 0)
    }

    /// The same for what so many tags told from others.
    fn plan_within(
        &self,
        objects: &[Alternative<'d>],
        taken: &[&'d str],
        named: Option<&Discriminator<'d>>,
        tags: usize,
    ) -> Option<Plan<'d>> {
        let [first, _, ..] = objects else {
            return objects.first().map(|only| Plan::One(vec![only.clone()]));
        };
        let by_named = |named: &Discriminator<'d>| {
            self.by_tag(objects, (taken, tags), named.by, true, |object| self.named_tags(object, named))
        };
        if let Some(plan) = named.and_then(by_named) {
            return Some(plan);
        }
        let candidates: Vec<&'d str> = (first.flat.properties.iter().map(|(wire, _)| *wire))
            .filter(|wire| !taken.contains(wire) && tags < MOST_TAGS)
            .filter(|wire| self.constants(first, wire, Constants::Any).is_some())
            .take(MOST_TRIED)
            .collect();
        let by_constants = |which| {
            candidates.iter().copied().find_map(|by| {
                let is_shared = which != Constants::OfItsOwn;
                self.by_tag(objects, (taken, tags), by, is_shared, |object| self.constants(object, by, which))
            })
        };
        by_constants(Constants::OfItsOwn)
            .or_else(|| by_constants(Constants::Needed))
            .or_else(|| self.by_members(objects, taken))
            .or_else(|| by_constants(Constants::Any))
    }

    /// Objects by the values of a member, of which some may share one if it can be told on which they are.
    fn by_tag(
        &self,
        objects: &[Alternative<'d>],
        (taken, tags): (&[&'d str], usize),
        by: &'d str,
        is_shared: bool,
        tags_of: impl Fn(&Alternative<'d>) -> Option<Vec<String>>,
    ) -> Option<Plan<'d>> {
        if taken.contains(&by) || by.trim().is_empty() || by.contains(char::is_control) {
            return None;
        }
        let mut groups: Vec<(String, Vec<Alternative<'d>>)> = Vec::new();
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        for object in objects {
            for tag in tags_of(object)? {
                let place = *places.entry(tag.clone()).or_insert(groups.len());
                match groups.get_mut(place) {
                    Some(_) if !is_shared => return None,
                    Some((_, group)) => group.push(object.clone()),
                    None => groups.push((tag, vec![object.clone()])),
                }
            }
        }
        if groups.len() < 2 || groups.len() > MOST_VALUES {
            return None;
        }
        let taken = [taken, &[by]].concat();
        let planned = groups
            .into_iter()
            .map(|(tag, group)| Some((tag, self.plan_within(&group, &taken, None, tags + 1)?)));
        Some(Plan::ByTag { by, groups: planned.collect::<Option<_>>()? })
    }

    /// Objects that have different members, or of which one has another kind of values, or all of which look the same.
    fn by_members(&self, objects: &[Alternative<'d>], taken: &[&'d str]) -> Option<Plan<'d>> {
        let mut groups: Vec<Vec<Alternative<'d>>> = Vec::new();
        let mut places: BTreeMap<BTreeSet<&str>, Vec<usize>> = BTreeMap::new();
        for object in objects {
            let others = object.flat.properties.iter().map(|(wire, _)| *wire);
            let members = others.filter(|wire| !taken.contains(wire)).collect();
            let same = places.entry(members).or_default();
            // Which members are needed is not enough: what may be `null` need not be.
            let alike = same.iter().find(|place| self.are_alike(groups[**place][0].schema, object.schema, 0));
            if let Some(place) = alike {
                groups[*place].push(object.clone());
                continue;
            }
            if !same.iter().all(|place| self.are_told(&groups[*place][0], object)) {
                return None;
            }
            same.push(groups.len());
            groups.push(vec![object.clone()]);
        }
        let only = groups.len() == 1;
        if only { groups.pop().map(Plan::One) } else { Some(Plan::ByMembers(groups)) }
    }

    /// Whether a member has another kind of values in one object than in the other.
    fn are_told(&self, one: &Alternative<'d>, other: &Alternative<'d>) -> bool {
        one.flat.properties.iter().any(|(wire, schema)| {
            let found = other.flat.properties.iter().find(|(name, _)| name == wire);
            found.is_some_and(|(_, found)| self.exclude_each_other(schema, found, 0))
        })
    }

    /// The values of the member that a document names: those that it maps to the object, else the constants that the member
    /// has, else the name of its schema.
    fn named_tags(&self, object: &Alternative<'d>, named: &Discriminator<'d>) -> Option<Vec<String>> {
        let reference = self.alias(object.schema);
        let name = reference.map(name_in);
        // A value is mapped to a reference or to the name of a schema, each of which may be the other.
        let targets: BTreeSet<&str> = reference.into_iter().chain(name).collect();
        let tags = targets.iter().filter_map(|target| named.mapping.get(target)).flatten();
        let mapped: Vec<String> = tags.map(|tag| (*tag).to_owned()).collect();
        if !mapped.is_empty() {
            return Some(mapped).filter(usable);
        }
        let constants = self.constants(object, named.by, Constants::Any);
        constants.or_else(|| Some(vec![name?.to_owned()])).filter(usable)
    }

    /// The texts that are all that a member of an object can be.
    fn constants(&self, object: &Alternative<'d>, by: &str, which: Constants) -> Option<Vec<String>> {
        // Only a member that is there for sure can tell apart what nobody said it does.
        if which != Constants::Any && !object.flat.required.contains(by) {
            return None;
        }
        let (_, member) = object.flat.properties.iter().find(|(wire, _)| *wire == by)?;
        let values = self.flatten(member).values.clone();
        let texts: Option<Vec<String>> =
            values.iter().map(|value| value.as_str().map(str::to_owned)).collect();
        let enough = |texts: &Vec<String>| match which {
            Constants::OfItsOwn => texts.len() == 1,
            _ => !texts.is_empty() && texts.len() <= MOST_VALUES,
        };
        texts.filter(enough).filter(usable)
    }

    /// The type that a plan makes, under a name that was claimed for it. `without` are the members that unions around it
    /// write.
    pub(super) fn carry_out(
        &mut self,
        plan: Plan<'d>,
        (name, name_hint, doc): (String, &str, String),
        without: &[&'d str],
    ) {
        let mut names = Names::new(Case::Pascal, reserved::VARIANTS);
        let mut variants = Vec::new();
        let by = match plan {
            Plan::One(alike) => {
                let Some(first) = alike.first() else { return };
                self.note_alike(&alike, name_hint);
                let without = without.iter().map(|wire| (*wire).to_owned()).collect();
                let (name_hint, schema) = (name_hint.to_owned(), first.schema);
                self.pending.push(PendingObject { name, name_hint, schema, without });
                return;
            }
            Plan::ByTag { by, groups } => {
                let without = [without, &[by]].concat();
                for (tag, plan) in groups {
                    let hint = format!("{name_hint}_{tag}");
                    let ty = self.group(plan, by, &hint, &without);
                    let name = names.claim_wire(&tag, &tag, "variant").rename;
                    variants.push(TaggedVariant { tag, name, ty });
                }
                Some(by.to_owned())
            }
            Plan::ByMembers(groups) => {
                for group in groups {
                    let Some(first) = group.first() else { continue };
                    let hint = format!("{name_hint}_{}", first.number);
                    let ty = if group.len() == 1 && without.is_empty() {
                        self.type_of(first.schema, &hint)
                    } else {
                        self.group(Plan::One(group.clone()), "", &hint, without)
                    };
                    let ty = TypeUse { nullable: false, ..ty };
                    if ty.kind != JsonKind::Object {
                        self.notes.left_out(
                            "an object of several that is imported as something else; left out",
                            name_hint,
                            first.schema,
                        );
                        continue;
                    }
                    let said = names.claim(&ty.spec_text, &format!("variant_{}", first.number)).name;
                    variants.push(TaggedVariant { tag: said.snake().to_owned(), name: None, ty });
                }
                None
            }
        };
        self.types.insert(name, TypeDefinition { form: Form::Tagged { by, variants }, doc, example: None });
    }

    /// The type of the objects of a variant, without the members that unions write.
    fn group(&mut self, plan: Plan<'d>, by: &str, hint: &str, without: &[&'d str]) -> TypeUse {
        let is_told = |object: &Alternative<'d>| {
            for (_, member) in object.flat.properties.iter().filter(|(wire, _)| *wire == by) {
                member.count_as_read();
            }
        };
        match plan {
            Plan::One(alike) => {
                alike.iter().for_each(is_told);
                self.note_alike(&alike, hint);
                let name = self.variant(&alike, without, hint);
                TypeUse::named(&name, JsonKind::Object, false)
            }
            plan => {
                plan.objects().into_iter().for_each(is_told);
                let name = self.claim_type_name(hint, None);
                let doc = doc_of(None, hint);
                self.carry_out(plan, (name.clone(), hint, doc), without);
                TypeUse::named(&name, JsonKind::Object, false)
            }
        }
    }

    fn note_alike(&self, alike: &[Alternative<'d>], name_hint: &str) {
        if let [first, _, ..] = alike {
            let note = "objects of several that look the same; imported as one";
            self.notes.changed(note, name_hint, first.schema);
        }
    }

    /// The name of the type of a variant: an object like its schema, but without what unions write. Unions share it, unless it
    /// stands for several schemas.
    fn variant(&mut self, alike: &[Alternative<'d>], without: &[&'d str], hint: &str) -> String {
        let Some(schema) = alike.first().map(|first| first.schema) else {
            return self.claim_type_name(hint, None);
        };
        let is_shared = alike.len() == 1;
        let reference = self.alias(schema);
        let target = reference.and_then(|reference| self.follow(reference)).unwrap_or(schema);
        let without: Vec<String> = without.iter().map(|wire| (*wire).to_owned()).collect();
        let known = (address(target), without.clone());
        if let Some(name) = self.variants.get(&known).filter(|_| is_shared) {
            return name.clone();
        }
        let name_hint = match reference.filter(|_| is_shared) {
            Some(reference) => name_in(reference).to_owned(),
            None => hint.to_owned(),
        };
        let name = self.claim_type_name(&name_hint, None);
        if is_shared {
            self.variants.insert(known, name.clone());
        }
        self.pending.push(PendingObject { name: name.clone(), name_hint, schema: target, without });
        name
    }
}

impl<'d> Plan<'d> {
    /// All objects that it tells apart.
    fn objects(&self) -> Vec<&Alternative<'d>> {
        match self {
            Self::One(alike) => alike.iter().collect(),
            Self::ByTag { groups, .. } => groups.iter().flat_map(|(_, plan)| plan.objects()).collect(),
            Self::ByMembers(groups) => groups.iter().flatten().collect(),
        }
    }
}

/// Whether these texts can be written as tags.
#[expect(clippy::ptr_arg, reason = "the filter of an option of such a list")]
fn usable(tags: &Vec<String>) -> bool {
    tags.iter().all(|tag| !tag.trim().is_empty() && !tag.contains(char::is_control))
}
