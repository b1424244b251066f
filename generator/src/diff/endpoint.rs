//! Endpoints.

use super::change::{Change, ChangeKind};
use super::envelope::{diff_empty_statuses, diff_endpoint_envelopes};
use super::field::Owner;
use super::limit::diff_uses;
use super::pair::pair;
use super::refusal::diff_refusals;
use super::request_word::{body_name, location_name, part_change};
use super::rule::spell_rules;
use super::type_text::render_type;
use crate::ir::{
    Api, CredentialRule, Effect, Endpoint, Field, Method, Param, ParamLocation, Presence, Response, Shape,
    StreamKind,
};

/// Compares all endpoints by their ids. One that is gone while a new one has its route was renamed.
pub(super) fn diff_endpoints(old: &Api, new: &Api, changes: &mut Vec<Change>) {
    let pairs = pair(&old.endpoints, &new.endpoints, |endpoint| endpoint.id.clone());
    let same_route = |one: &Endpoint, other: &Endpoint| route_pattern(one) == route_pattern(other);
    let added = || pairs.iter().filter_map(|(old, new)| if old.is_none() { *new } else { None });
    let gone = || pairs.iter().filter_map(|(old, new)| if new.is_none() { *old } else { None });
    for (before, after) in &pairs {
        match (before, after) {
            (Some(before), Some(after)) => EndpointPair { old, new, before, after }.diff(changes),
            (Some(before), None) => match added().find(|after| same_route(before, after)) {
                Some(after) => {
                    changes.push(change(
                        ChangeKind::EndpointRenamed,
                        before,
                        after,
                        format!("it is `{}` now", after.id),
                    ));
                    EndpointPair { old, new, before, after }.diff(changes);
                }
                None => {
                    changes.push(change(ChangeKind::EndpointRemoved, before, before, "it is gone".to_owned()))
                }
            },
            (None, Some(after)) if !gone().any(|before| same_route(before, after)) => {
                changes.push(change(ChangeKind::EndpointAdded, after, after, "it is new".to_owned()));
            }
            _ => {}
        }
    }
}

/// A change of the endpoint `about`, shown where `at` stands in the spec.
fn change(kind: ChangeKind, about: &Endpoint, at: &Endpoint, message: String) -> Change {
    Change { kind, subject: format!("endpoint `{}`", about.id), message, origin: Some(at.origin.clone()) }
}

/// A route without the names of its parameters.
fn route_pattern(endpoint: &Endpoint) -> (Method, String, Option<&str>) {
    (endpoint.method, endpoint.path.pattern(), endpoint.fragment.as_deref())
}

/// An endpoint before and after.
struct EndpointPair<'a> {
    old: &'a Api,
    new: &'a Api,
    before: &'a Endpoint,
    after: &'a Endpoint,
}

impl EndpointPair<'_> {
    /// Compares everything about the endpoint.
    fn diff(&self, changes: &mut Vec<Change>) {
        self.diff_call(changes);
        self.diff_credentials(changes);
        self.diff_limits(changes);
        self.diff_params(changes);
        let owner = self.owner();
        let rules = |endpoint: &Endpoint| {
            let names: Vec<_> = endpoint.params.iter().map(|param| &*param.field.wire).collect();
            spell_rules(&endpoint.rules, &names)
        };
        owner.diff_rules(&rules(self.before), &rules(self.after), &self.after.origin, changes);
    }

    /// Adds a change of the endpoint, shown where it stands now.
    fn push(&self, kind: ChangeKind, message: String, changes: &mut Vec<Change>) {
        changes.push(change(kind, self.after, self.after, message));
    }

    /// Compares route, kind of the body, effect, response, envelopes, paging and deprecation.
    fn diff_call(&self, changes: &mut Vec<Change>) {
        let (before, after) = (self.before, self.after);
        if route_pattern(before) != route_pattern(after) {
            let message = format!("the route was `{}` and is `{}`", before.route(), after.route());
            self.push(ChangeKind::RouteChanged, message, changes);
        }
        let host = |endpoint: &Endpoint, api: &Api| match endpoint.host {
            Some(index) => format!("`{}`", api.hosts[index].url),
            None => "the client's host".to_owned(),
        };
        let (was, is) = (host(before, self.old), host(after, self.new));
        if was != is {
            let message = format!("it was called at {was} and is called at {is}");
            self.push(ChangeKind::HostChanged, message, changes);
        }
        if before.body != after.body {
            let message = format!("the body was {} and is {}", body_name(before.body), body_name(after.body));
            self.push(ChangeKind::BodyKind, message, changes);
        }
        let media = |endpoint: &Endpoint| {
            let media = endpoint.media.as_deref().or(endpoint.body.usual_media());
            media.unwrap_or("no media type").to_owned()
        };
        if before.body == after.body && media(before) != media(after) {
            let message = format!("the body was `{}` and is `{}`", media(before), media(after));
            self.push(ChangeKind::BodyKind, message, changes);
        }
        let accepted = |endpoint: &Endpoint| {
            endpoint.accept.as_ref().map_or_else(|| "any media type".to_owned(), |media| format!("`{media}`"))
        };
        if before.accept != after.accept {
            let message = format!("it asked for {} and asks for {}", accepted(before), accepted(after));
            self.push(ChangeKind::AcceptChanged, message, changes);
        }
        if before.effect != after.effect {
            self.push(ChangeKind::EffectChanged, effect_message(before.effect, after.effect), changes);
        }
        let (was, is) = (response_text(before, self.old), response_text(after, self.new));
        if was != is {
            self.push(ChangeKind::ResponseChanged, format!("it returned {was} and returns {is}"), changes);
        }
        diff_endpoint_envelopes((self.old, before), (self.new, after), &mut |kind, message| {
            self.push(kind, message, changes);
        });
        diff_empty_statuses(before, after, &mut |kind, message| self.push(kind, message, changes));
        diff_refusals((self.old, before), (self.new, after), &mut |kind, message| {
            self.push(kind, message, changes);
        });
        let items = |endpoint: &Endpoint, api: &Api| {
            let paging = endpoint.paging.as_ref()?;
            Some(match &paging.list {
                Some(list) => format!("`{}`", render_type(&list.item, api)),
                None => "the whole data".to_owned(),
            })
        };
        match (items(before, self.old), items(after, self.new)) {
            (None, Some(_)) => self.push(ChangeKind::PagingAdded, "it is paged now".to_owned(), changes),
            (Some(_), None) => {
                self.push(ChangeKind::PagingRemoved, "it is paged no more".to_owned(), changes)
            }
            (Some(was), Some(is)) if was != is => {
                // The paging that callers knew is gone.
                let message = format!("its pages held {was} and hold {is}");
                self.push(ChangeKind::PagingRemoved, message, changes);
            }
            _ => self.diff_style(changes),
        }
        if let (None, Some(instead)) = (&before.deprecated, &after.deprecated) {
            self.push(ChangeKind::EndpointDeprecated, format!("it is deprecated: {instead}"), changes);
        }
    }

    /// Compares how the next page is asked for. Calls and pages stay as they are; a place where a walk was stopped does not fit.
    fn diff_style(&self, changes: &mut Vec<Change>) {
        let kind = |endpoint: &Endpoint, api: &Api| -> Option<&'static str> {
            Some(api[endpoint.paging.as_ref()?.style].kind.word())
        };
        if let (Some(was), Some(is)) = (kind(self.before, self.old), kind(self.after, self.new))
            && was != is
        {
            let message = format!("its pages were of the kind `{was}` and are of the kind `{is}`");
            self.push(ChangeKind::PagingChanged, message, changes);
        }
    }

    /// Compares the credentials that it accepts.
    fn diff_credentials(&self, changes: &mut Vec<Change>) {
        let names = |endpoint: &Endpoint, api: &Api| -> Option<Vec<String>> {
            let name = |credential: &crate::ir::Credential| credential.name.snake().to_owned();
            match &endpoint.credentials {
                CredentialRule::None => None,
                CredentialRule::Any => Some(api.credentials.iter().map(name).collect()),
                CredentialRule::Only(ids) => Some(ids.iter().map(|id| name(&api[*id])).collect()),
            }
        };
        match (names(self.before, self.old), names(self.after, self.new)) {
            (None, Some(_)) => {
                self.push(ChangeKind::AuthNarrowed, "it needs a credential now".to_owned(), changes)
            }
            (Some(_), None) => {
                self.push(ChangeKind::AuthWidened, "it needs no credential any more".to_owned(), changes)
            }
            (Some(was), Some(is)) => {
                // A credential that only one of the APIs has is reported as a change of the API.
                let known =
                    |api: &Api, name: &str| api.credentials.iter().any(|one| one.name.snake() == name);
                for removed in was.iter().filter(|name| !is.contains(name) && known(self.new, name)) {
                    self.push(
                        ChangeKind::AuthNarrowed,
                        format!("it does not take the credential `{removed}` any more"),
                        changes,
                    );
                }
                for added in is.iter().filter(|name| !was.contains(name) && known(self.old, name)) {
                    self.push(
                        ChangeKind::AuthWidened,
                        format!("it takes the credential `{added}` now"),
                        changes,
                    );
                }
            }
            (None, None) => {}
        }
    }

    /// Compares what its requests count in. What changed in a set is said of the set.
    fn diff_limits(&self, changes: &mut Vec<Change>) {
        let (was, is) = ((self.old, &*self.before.limits), (self.new, &*self.after.limits));
        if let Some((kind, message)) = diff_uses(was, is) {
            self.push(kind, message, changes);
        }
    }

    /// The endpoint as the owner of its parameters.
    fn owner(&self) -> Owner<'_> {
        let subject = format!("endpoint `{}`", self.after.id);
        Owner { subject, field_noun: "parameter", made_by_callers: true, old: self.old, new: self.new }
    }

    /// Compares the parameters themselves.
    fn diff_params(&self, changes: &mut Vec<Change>) {
        let owner = self.owner();
        let (old, new) = (self.uniquely_named(self.before), self.uniquely_named(self.after));
        let mut left: Vec<&Field> = old.iter().collect();
        let right: Vec<&Field> = new.iter().collect();
        // The names of path parameters are not sent, so one with another name at the same position is the same one.
        let in_path = |endpoint: &'_ Endpoint| -> Vec<Field> {
            let path = endpoint.params.iter().filter(|param| param.location == ParamLocation::Path);
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
        owner.diff_fields(&left, &right, changes);
        self.diff_locations(changes);
        self.diff_appends(changes);
        self.diff_order(changes);
    }

    /// The parameters. Where two have the same name in different locations, the location is added to their names.
    fn uniquely_named(&self, endpoint: &Endpoint) -> Vec<Field> {
        let rename = |param: &Param| {
            let mut field = param.field.clone();
            if param.in_optional_body && field.presence == Presence::Required {
                field.presence = Presence::Optional;
            }
            if self.is_repeated(&field.wire) {
                field.wire = format!("{} ({})", field.wire, location_name(param.location));
            }
            field
        };
        endpoint.params.iter().map(rename).collect()
    }

    /// Whether several parameters have this name on the wire, before or after.
    fn is_repeated(&self, wire: &str) -> bool {
        [self.before, self.after]
            .iter()
            .any(|endpoint| endpoint.params.iter().filter(|param| param.field.wire == wire).count() > 1)
    }

    /// Compares where its parameters are sent.
    fn diff_locations(&self, changes: &mut Vec<Change>) {
        for after in self.after.params.iter().filter(|param| !self.is_repeated(&param.field.wire)) {
            let before = self.before.params.iter().find(|param| param.field.wire == after.field.wire);
            if let Some(before) = before
                && before.location != after.location
            {
                let (was, is) = (location_name(before.location), location_name(after.location));
                let message = format!("parameter `{}` moved from the {was} to the {is}", after.field.wire);
                self.push(ChangeKind::FieldMoved, message, changes);
            } else if let Some(before) = before
                && before.style != after.style
            {
                let (was, is) = (before.style.word(), after.style.word());
                let message = format!("parameter `{}`: the style was {was} and is {is}", after.field.wire);
                self.push(ChangeKind::FieldStyle, message, changes);
            }
            if let Some(message) = before.and_then(|before| part_change(before, after)) {
                self.push(ChangeKind::FieldStyle, message, changes);
            }
            if before.is_some_and(|before| before.sends_default != after.sends_default) {
                let is = if after.sends_default { "is sent now" } else { "is no longer sent" };
                let message =
                    format!("parameter `{}`: the default {is} when nothing else is set", after.field.wire);
                self.push(ChangeKind::FieldDefault, message, changes);
            }
        }
    }

    /// Compares the setters that add one item of a list.
    fn diff_appends(&self, changes: &mut Vec<Change>) {
        let appends = |endpoint: &Endpoint, api: &Api| -> Vec<String> {
            let spell = |param: &Param| {
                let append = param.append.as_ref()?;
                let Shape::Struct { fields: members, .. } = &api[append.item].shape else { return None };
                let given = append.set.iter().map(|&index| members[index].name.snake());
                Some(format!("{}({})", append.name, given.collect::<Vec<_>>().join(", ")))
            };
            endpoint.params.iter().filter_map(spell).collect()
        };
        let (was, is) = (appends(self.before, self.old), appends(self.after, self.new));
        for removed in was.iter().filter(|one| !is.contains(one)) {
            self.push(ChangeKind::AppendRemoved, format!("the setter `{removed}` is gone"), changes);
        }
        for added in is.iter().filter(|one| !was.contains(one)) {
            self.push(ChangeKind::AppendAdded, format!("there is a setter `{added}` now"), changes);
        }
    }

    /// Callers give arguments by position, so a change of their order breaks them.
    fn diff_order(&self, changes: &mut Vec<Change>) {
        let arguments = |params: &[Param]| -> Vec<String> {
            let given = params.iter().filter(|param| param.is_argument());
            given.map(|param| param.field.name.snake().to_owned()).collect()
        };
        let (was, is) = (arguments(&self.before.params), arguments(&self.after.params));
        let also_in = |names: &[String], other: &[String]| -> Vec<String> {
            names.iter().filter(|name| other.contains(name)).cloned().collect()
        };
        if also_in(&was, &is) != also_in(&is, &was) {
            let message = format!("the arguments were ({}) and are ({})", was.join(", "), is.join(", "));
            self.push(ChangeKind::ParamOrder, message, changes);
        }
    }
}

/// What an endpoint returns, as a spec says it.
fn response_text(endpoint: &Endpoint, api: &Api) -> String {
    let text = |ty, optional: bool| format!("{}{}", render_type(ty, api), if optional { "?" } else { "" });
    match &endpoint.response {
        Response::Nothing => "nothing".to_owned(),
        Response::Bytes => "`bytes`".to_owned(),
        Response::Data(ty) => format!("`{}`", text(ty, false)),
        Response::Optional(ty) => format!("`{}`", text(ty, true)),
        Response::Stream(stream) => {
            let kind = match stream.kind {
                StreamKind::Events => "server-sent events",
                StreamKind::Lines => "lines",
            };
            let end = stream
                .end
                .as_ref()
                .map(|end| format!(" up to `{end}`{}", if stream.needs_end { "" } else { ", if it comes" }))
                .unwrap_or_default();
            format!("a stream of `{}` as {kind}{end}", text(&stream.item, false))
        }
        Response::ByStatus(cases) => {
            // Statuses without a body are compared by themselves.
            let with_data =
                cases.iter().filter_map(|case| Some((case.status, case.data.as_ref()?, case.optional)));
            let texts: Vec<String> =
                with_data.map(|(status, ty, optional)| format!("{status}: {}", text(ty, optional))).collect();
            format!("`{{{}}}`", texts.join(", "))
        }
    }
}

/// How another effect is told.
fn effect_message(before: Effect, after: Effect) -> String {
    let name = |effect| match effect {
        Effect::Read => "a read",
        Effect::Write => "a write",
        Effect::Destroy => "a write that destroys",
    };
    let so = match (before.is_write(), after.is_write()) {
        (true, false) => ", without an idempotency key",
        (false, true) => ", which is retried with more care",
        _ if after == Effect::Destroy => ", which clients may refuse to send",
        _ => ", which no client refuses that may write",
    };
    format!("it counted as {} and counts as {}{so}", name(before), name(after))
}
