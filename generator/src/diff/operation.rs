//! Endpoints.

use super::change::{Change, ChangeKind};
use super::field::Owner;
use super::limit::{forbids_more, spell};
use super::rule::spell_rules;
use super::spell::spell_type;
use crate::ir::{
    Answer, Api, CredentialRule, Effect, Field, Operation, Param, PathTemplate, Place, Segment, Shape,
};

/// Compares all endpoints by their ids. One that is gone while a new one has its route was renamed.
pub(super) fn diff_operations(old: &Api, new: &Api, out: &mut Vec<Change>) {
    let pairs = super::pair(&old.operations, &new.operations, |operation| operation.id.clone());
    let same_route = |one: &Operation, other: &Operation| {
        one.method == other.method && shape(&one.path) == shape(&other.path)
    };
    let added = || pairs.iter().filter_map(|(old, new)| if old.is_none() { *new } else { None });
    let gone = || pairs.iter().filter_map(|(old, new)| if new.is_none() { *old } else { None });
    for (before, after) in &pairs {
        match (before, after) {
            (Some(before), Some(after)) => Pair { old, new, before, after }.diff(out),
            (Some(before), None) => match added().find(|after| same_route(before, after)) {
                Some(after) => {
                    out.push(change(
                        ChangeKind::EndpointRenamed,
                        before,
                        after,
                        format!("it is `{}` now", after.id),
                    ));
                    Pair { old, new, before, after }.diff(out);
                }
                None => {
                    out.push(change(ChangeKind::EndpointRemoved, before, before, "it is gone".to_owned()))
                }
            },
            (None, Some(after)) if !gone().any(|before| same_route(before, after)) => {
                out.push(change(ChangeKind::EndpointAdded, after, after, "it is new".to_owned()));
            }
            _ => {}
        }
    }
}

fn change(kind: ChangeKind, about: &Operation, at: &Operation, message: String) -> Change {
    Change { kind, subject: format!("endpoint `{}`", about.id), message, origin: Some(at.origin.clone()) }
}

/// A path without the names of its parameters.
fn shape(path: &PathTemplate) -> Vec<Option<&str>> {
    let segments = path.0.iter().map(|segment| match segment {
        Segment::Literal(text) => Some(text.as_str()),
        Segment::Param(_) => None,
    });
    segments.collect()
}

/// An endpoint before and after.
struct Pair<'a> {
    old: &'a Api,
    new: &'a Api,
    before: &'a Operation,
    after: &'a Operation,
}

impl Pair<'_> {
    fn diff(&self, out: &mut Vec<Change>) {
        self.diff_call(out);
        self.diff_credentials(out);
        self.diff_limits(out);
        self.diff_params(out);
        let owner = self.owner();
        let rules = |operation: &Operation| {
            let names: Vec<_> = operation.params.iter().map(|param| &*param.field.wire).collect();
            spell_rules(&operation.rules, &names)
        };
        owner.diff_rules(&rules(self.before), &rules(self.after), &self.after.origin, out);
    }

    fn push(&self, kind: ChangeKind, message: String, out: &mut Vec<Change>) {
        out.push(change(kind, self.after, self.after, message));
    }

    fn diff_call(&self, out: &mut Vec<Change>) {
        let (before, after) = (self.before, self.after);
        let route = |operation: &Operation| format!("{} {}", operation.method.as_str(), operation.path);
        if (before.method, shape(&before.path)) != (after.method, shape(&after.path)) {
            let message = format!("the route was `{}` and is `{}`", route(before), route(after));
            self.push(ChangeKind::RouteChanged, message, out);
        }
        if before.effect != after.effect {
            let message = match after.effect {
                Effect::Read => "it counted as a write and counts as a read, without an idempotency key",
                Effect::Write => {
                    "it counted as a read and counts as a write, which is retried with more care"
                }
            };
            self.push(ChangeKind::EffectChanged, message.to_owned(), out);
        }
        let answer = |operation: &Operation, api: &Api| match &operation.answer {
            Answer::Nothing => "nothing".to_owned(),
            Answer::Bytes => "`bytes`".to_owned(),
            Answer::Data(ty) => format!("`{}`", spell_type(ty, api)),
        };
        let (was, is) = (answer(before, self.old), answer(after, self.new));
        if was != is {
            self.push(ChangeKind::AnswerChanged, format!("it answered {was} and answers {is}"), out);
        }
        let items = |operation: &Operation, api: &Api| {
            let paging = operation.paging.as_ref()?;
            Some(match &paging.list {
                Some(list) => format!("`{}`", spell_type(&list.item, api)),
                None => "the whole data".to_owned(),
            })
        };
        match (items(before, self.old), items(after, self.new)) {
            (None, Some(_)) => self.push(ChangeKind::PagingAdded, "it is paged now".to_owned(), out),
            (Some(_), None) => self.push(ChangeKind::PagingRemoved, "it is paged no more".to_owned(), out),
            (Some(was), Some(is)) if was != is => {
                let message = format!("its pages held {was} and hold {is}");
                self.push(ChangeKind::PagingRemoved, message, out);
            }
            _ => {}
        }
        if let (None, Some(instead)) = (&before.deprecated, &after.deprecated) {
            self.push(ChangeKind::EndpointDeprecated, format!("it is deprecated: {instead}"), out);
        }
    }

    fn diff_credentials(&self, out: &mut Vec<Change>) {
        let names = |operation: &Operation, api: &Api| -> Option<Vec<String>> {
            let name = |credential: &crate::ir::Credential| credential.name.snake().to_owned();
            match &operation.credentials {
                CredentialRule::None => None,
                CredentialRule::Any => Some(api.credentials.iter().map(name).collect()),
                CredentialRule::Only(ids) => Some(ids.iter().map(|id| name(&api[*id])).collect()),
            }
        };
        match (names(self.before, self.old), names(self.after, self.new)) {
            (None, Some(_)) => {
                self.push(ChangeKind::AuthNarrowed, "it needs a credential now".to_owned(), out)
            }
            (Some(_), None) => {
                self.push(ChangeKind::AuthWidened, "it needs no credential any more".to_owned(), out)
            }
            (Some(was), Some(is)) => {
                // A credential that is gone altogether is a change of its own.
                let known =
                    |api: &Api, name: &str| api.credentials.iter().any(|one| one.name.snake() == name);
                for lost in was.iter().filter(|name| !is.contains(name) && known(self.new, name)) {
                    self.push(
                        ChangeKind::AuthNarrowed,
                        format!("it does not take the credential `{lost}` any more"),
                        out,
                    );
                }
                for won in is.iter().filter(|name| !was.contains(name) && known(self.old, name)) {
                    self.push(ChangeKind::AuthWidened, format!("it takes the credential `{won}` now"), out);
                }
            }
            (None, None) => {}
        }
    }

    fn diff_limits(&self, out: &mut Vec<Change>) {
        let (was, is) = (&self.old[self.before.limits], &self.new[self.after.limits]);
        let message = || format!("the rate limit was {} and is {}", spell(was), spell(is));
        if forbids_more(is, was) {
            self.push(ChangeKind::LimitLowered, message(), out);
        } else if forbids_more(was, is) {
            self.push(ChangeKind::LimitRaised, message(), out);
        }
    }

    fn owner(&self) -> Owner<'_> {
        let subject = format!("endpoint `{}`", self.after.id);
        Owner { subject, what: "parameter", sent: true, old: self.old, new: self.new }
    }

    fn diff_params(&self, out: &mut Vec<Change>) {
        let owner = self.owner();
        let (told, now) = (self.told_apart(self.before), self.told_apart(self.after));
        let mut left: Vec<&Field> = told.iter().collect();
        let right: Vec<&Field> = now.iter().collect();
        // Parameters of a path may be called otherwise on the wire, which knows no names there.
        let in_path = |operation: &'_ Operation| -> Vec<Field> {
            let path = operation.params.iter().filter(|param| param.place == Place::Path);
            path.map(|param| param.field.clone()).collect()
        };
        let (was, is) = (in_path(self.before), in_path(self.after));
        let mut renamed = Vec::new();
        if was.len() == is.len() {
            for (was, is) in was.iter().zip(&is).filter(|(was, is)| was.wire != is.wire) {
                renamed.push(Field { wire: is.wire.clone(), ..was.clone() });
                left.retain(|field| field.wire != was.wire);
            }
        }
        left.extend(&renamed);
        owner.diff_fields(&left, &right, out);
        self.diff_places(out);
        self.diff_appends(out);
        self.diff_order(out);
    }

    /// The parameters; those that have the name of another one in another place are told apart by their places.
    fn told_apart(&self, operation: &Operation) -> Vec<Field> {
        let tell = |param: &Param| {
            let mut field = param.field.clone();
            if self.is_repeated(&field.wire) {
                field.wire = format!("{} ({})", field.wire, place_name(param.place));
            }
            field
        };
        operation.params.iter().map(tell).collect()
    }

    fn is_repeated(&self, wire: &str) -> bool {
        [self.before, self.after]
            .iter()
            .any(|operation| operation.params.iter().filter(|param| param.field.wire == wire).count() > 1)
    }

    fn diff_places(&self, out: &mut Vec<Change>) {
        for after in self.after.params.iter().filter(|param| !self.is_repeated(&param.field.wire)) {
            let before = self.before.params.iter().find(|param| param.field.wire == after.field.wire);
            if let Some(before) = before
                && before.place != after.place
            {
                let (was, is) = (place_name(before.place), place_name(after.place));
                let message = format!("parameter `{}` moved from the {was} to the {is}", after.field.wire);
                self.push(ChangeKind::FieldMoved, message, out);
            }
        }
    }

    fn diff_appends(&self, out: &mut Vec<Change>) {
        let appends = |operation: &Operation, api: &Api| -> Vec<String> {
            let spell = |param: &Param| {
                let append = param.append.as_ref()?;
                let Shape::Struct(members) = &api[append.item].shape else { return None };
                let given = append.set.iter().map(|&index| members[index].name.snake());
                Some(format!("{}({})", append.name, given.collect::<Vec<_>>().join(", ")))
            };
            operation.params.iter().filter_map(spell).collect()
        };
        let (was, is) = (appends(self.before, self.old), appends(self.after, self.new));
        for lost in was.iter().filter(|one| !is.contains(one)) {
            self.push(ChangeKind::AppendRemoved, format!("the setter `{lost}` is gone"), out);
        }
        for won in is.iter().filter(|one| !was.contains(one)) {
            self.push(ChangeKind::AppendAdded, format!("there is a setter `{won}` now"), out);
        }
    }

    /// Arguments have no names where they are given, so that their order matters.
    fn diff_order(&self, out: &mut Vec<Change>) {
        let arguments = |params: &[Param]| -> Vec<String> {
            let given = params.iter().filter(|param| param.is_argument());
            given.map(|param| param.field.name.snake().to_owned()).collect()
        };
        let (was, is) = (arguments(&self.before.params), arguments(&self.after.params));
        let common = |of: &[String], other: &[String]| -> Vec<String> {
            of.iter().filter(|name| other.contains(name)).cloned().collect()
        };
        if common(&was, &is) != common(&is, &was) {
            let message = format!("the arguments were ({}) and are ({})", was.join(", "), is.join(", "));
            self.push(ChangeKind::ParamOrder, message, out);
        }
    }
}

fn place_name(place: Place) -> &'static str {
    match place {
        Place::Path => "path",
        Place::Query => "query",
        Place::Body => "body",
    }
}
