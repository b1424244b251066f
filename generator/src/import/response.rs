//! What operations return.

use std::collections::{BTreeMap, BTreeSet};

use super::flat_schema::FlatSchema;
use super::importer::Importer;
use super::operation::{FoundOperation, Variant};
use super::types::{JsonKind, TypeUse};
use crate::ir::StreamKind;
use crate::lower::is_media_type;
use crate::untyped::{Key, Untyped};

/// What an endpoint returns.
#[derive(Debug)]
pub(super) struct Returns {
    /// The types of the spec that it names.
    pub(super) type_names: BTreeSet<String>,
    /// The value of `returns`, as the spec writes it.
    pub(super) text: String,
    /// The media type to ask for, where the server has a choice or the type is one of its own.
    pub(super) accept: Option<String>,
    /// The value of `stream`, if it is one.
    pub(super) stream: Option<String>,
}

/// A response to a success that has a body.
struct Body<'d> {
    status: &'d str,
    /// Its schema if it is JSON with a schema.
    schema: Option<&'d Untyped>,
    is_json: bool,
    /// Its media type, if that is worth asking for.
    accept: Option<&'d str>,
    response: &'d Untyped,
}

/// Statuses with the same body.
struct Group<'d> {
    statuses: Vec<&'d str>,
    body: Body<'d>,
}

impl<'d> Importer<'d> {
    /// What an operation returns beside a stream: what the bodies of its successes have. A body that is not JSON is `bytes`.
    pub(super) fn returns(&mut self, found: &FoundOperation<'d>, name_hint: &str) -> Option<Returns> {
        let all = found.operation.get("responses").unwrap_or(&Untyped::Null);
        let responses = all.peek_entries();
        let is_success = |(status, _): &&(Key, Untyped)| status.starts_with('2');
        let own = self.other_responses(found);
        let (mut empty, mut bodies): (BTreeSet<u16>, Vec<Body<'d>>) = (BTreeSet::new(), Vec::new());
        for (status, response) in responses.iter().filter(is_success) {
            all.count_key_as_read(status);
            let response = self.resolve(response);
            self.remember_kind(response, "a response");
            // The response to `HEAD` has no body, though documents describe that of `GET`.
            let content = if found.method == "HEAD" { &[] } else { response.members("content") };
            let may_be_stream = content.iter().any(|(kind, _)| StreamKind::of_media(kind).is_some());
            let content = without_streams(content);
            if may_be_stream && content.is_empty() {
                continue;
            }
            let wanted = match found.variant {
                Variant::Response(wanted) => content.iter().copied().find(|(kind, _)| **kind == *wanted),
                Variant::First | Variant::Body(_) => first_of(&content),
            };
            let Some((kind, media)) = wanted else {
                // What another endpoint asks for does not come.
                empty.extend(status_of(status).filter(|_| content.is_empty()));
                continue;
            };
            self.remember_kind(media, "a media type");
            let is_json = is_json(kind);
            // The endpoint that is called like the operation tells what none of them asks for.
            let is_lost =
                |other: &str| found.variant == Variant::First && *other != **kind && !own.contains(&other);
            for (other, media) in content.iter().filter(|(other, _)| is_lost(other)) {
                let place = format!("{} {status} `{}`", found.route(), &**other);
                let note = if is_json {
                    "a response in another media type beside JSON; left out"
                } else {
                    "a response in another media type beside the first one, which is asked for; left out"
                };
                self.notes.left_out(note, place, media);
                media.count_as_read();
            }
            if !is_json {
                content.iter().for_each(|(_, media)| media.count_as_read());
            }
            let schema = media.get("schema").filter(|_| is_json);
            let has_choice = content.len() > 1 || may_be_stream;
            let is_usual = name_of_media(kind) == "application/json" && !has_choice;
            let accept = Some(&**kind).filter(|_| !is_usual && (is_json || has_choice));
            let accept = accept.filter(|kind| is_media_type(kind) && !kind.contains('*'));
            bodies.push(Body { status, schema, is_json, accept, response });
        }
        if responses.iter().all(|(status, _)| &**status == "default") && !responses.is_empty() {
            let note = "only a `default` response, which is that of a refusal; nothing is returned";
            self.notes.changed(note, found.route(), found.operation);
        }
        if bodies.is_empty() {
            let text = returns_text(Vec::new(), &empty);
            return (!empty.is_empty()).then(|| Returns {
                type_names: BTreeSet::new(),
                text,
                accept: None,
                stream: None,
            });
        }
        let accept = bodies[0].accept.map(str::to_owned);
        let groups = self.alike(found, bodies);
        let numbers =
            |group: &Group<'d>| group.statuses.iter().filter_map(|status| status_of(status)).collect();
        let mut type_names = BTreeSet::new();
        let mut data: Vec<(String, BTreeSet<u16>)> = Vec::new();
        for (index, group) in groups.iter().enumerate() {
            let statuses: BTreeSet<u16> = numbers(group);
            let hint = match statuses.first() {
                Some(status) if index > 0 => format!("{name_hint}_{status}"),
                _ => name_hint.to_owned(),
            };
            let ty = self.returned_type(&group.body, &hint);
            type_names.extend(ty.type_names.iter().cloned());
            // What may be `null` may be missing.
            let missing = ty.nullable && ty.is_named_type;
            let text = if missing { optional(&ty.spec_text) } else { ty.with_null().spec_text };
            match data.iter_mut().find(|(known, _)| *known == text) {
                Some((_, known)) => known.extend(statuses),
                None => data.push((text, statuses)),
            }
        }
        // A document may say a status twice, as `200` and `0200` or in full; the one with a body counts.
        empty.retain(|status| !data.iter().any(|(_, statuses)| statuses.contains(status)));
        if data[0].0 == "bytes" && !empty.is_empty() {
            let note = "a download that may have no body; it is an empty one then";
            self.notes.changed(note, found.route(), all);
            empty.clear();
        }
        Some(Returns { text: returns_text(data, &empty), type_names, accept, stream: None })
    }

    /// The media types beside the first one in which a success says something of its own. What is JSON says it by its schema,
    /// anything else by being another file; the same in XML or as text is nothing new.
    pub(super) fn other_responses(&self, found: &FoundOperation<'d>) -> Vec<&'d str> {
        let mut others: Vec<(&'d str, Option<&'d Untyped>)> = Vec::new();
        if found.method == "HEAD" || found.is_stream {
            return Vec::new();
        }
        for (status, response) in found.operation.members("responses") {
            let content = without_streams(self.resolve(response).members("content"));
            let Some((first, media)) = first_of(&content).filter(|_| status.starts_with('2')) else {
                continue;
            };
            let known = media.get("schema");
            for (kind, media) in content.into_iter().filter(|(kind, _)| *kind != *first) {
                let schema = media.get("schema");
                let says_more = match (is_json(first), is_json(kind)) {
                    (_, true) | (true, false) => schema != known,
                    (false, false) => true,
                };
                // No file can be told from another of which no more is known.
                let is_new = others.iter().all(|(other, said)| {
                    *other != &**kind && !(is_json(other) && is_json(kind) && *said == schema)
                });
                if says_more && is_new && is_media_type(kind) && !kind.contains('*') {
                    others.push((kind, schema));
                }
            }
        }
        others.into_iter().map(|(kind, _)| kind).collect()
    }

    /// The bodies of successes by what they hold. Beside a file there is nothing else, and what differs needs a status of its
    /// own to be told by.
    fn alike(&self, found: &FoundOperation<'d>, bodies: Vec<Body<'d>>) -> Vec<Group<'d>> {
        let mut groups: Vec<Group<'d>> = Vec::new();
        for body in bodies {
            let is_same = |group: &&mut Group<'d>| {
                group.body.schema == body.schema && group.body.is_json == body.is_json
            };
            if let Some(group) = groups.iter_mut().find(is_same) {
                group.statuses.push(body.status);
                body.schema.into_iter().for_each(Untyped::count_as_read);
                continue;
            }
            let has_status = |status: &str| status_of(status).is_some();
            let is_told = |group: &Group<'d>| {
                let told = group.statuses.iter().any(|status| has_status(status)) && has_status(body.status);
                told && self.is_data(&group.body) && self.is_data(&body)
            };
            if groups.iter().all(is_told) {
                groups.push(Group { statuses: vec![body.status], body });
            } else {
                let note = "a response of another kind beside the first one; left out";
                self.notes.left_out(note, format!("{} {}", found.route(), body.status), body.response);
                body.schema.into_iter().for_each(Untyped::count_as_read);
            }
        }
        groups
    }

    /// Whether a body is data rather than a file.
    fn is_data(&self, body: &Body<'d>) -> bool {
        let is_file = |schema| is_file(&self.flatten(schema));
        body.is_json && !body.schema.is_some_and(is_file)
    }

    /// The type of the body of a success.
    fn returned_type(&mut self, body: &Body<'d>, name_hint: &str) -> TypeUse {
        if !body.is_json {
            return TypeUse::scalar("bytes", JsonKind::Any);
        }
        let Some(schema) = body.schema else { return TypeUse::any() };
        let flat = self.flatten(schema);
        if is_file(&flat) {
            flat.count_key_as_read("contentMediaType");
            return TypeUse::scalar("bytes", JsonKind::Any);
        }
        let response = self.type_of(schema, &format!("{name_hint}_response"));
        // `envelope` later checks that no member of a success is taken for an error's code or message.
        for (name, schema) in &flat.properties {
            let kind = self.flatten(schema).types.first().copied();
            self.success_members.insert(((*name).to_owned(), kind));
        }
        response
    }
}

/// A named type whose value may be missing; its name may stand in quotes.
fn optional(name: &str) -> String {
    name.strip_suffix('"').map_or_else(|| format!("{name}?"), |open| format!("{open}?\""))
}

/// The status of a success that a key of a document is; `None` for a class of them, `2XX`, and for what is none.
fn status_of(key: &str) -> Option<u16> {
    key.parse().ok().filter(|status| (200..300).contains(status))
}

/// The value of `returns`: one type, or types by their statuses.
fn returns_text(data: Vec<(String, BTreeSet<u16>)>, empty: &BTreeSet<u16>) -> String {
    if let ([(text, statuses)], true) = (data.as_slice(), empty.is_empty())
        && statuses.iter().all(|&status| status == 200)
    {
        return text.clone();
    }
    let mut all: BTreeMap<u16, String> = empty.iter().map(|&status| (status, "nothing".to_owned())).collect();
    for (text, statuses) in data {
        // A class of statuses, `2XX`, becomes one that is free.
        let free = || (200..300).find(|status| !all.contains_key(status));
        let statuses = if statuses.is_empty() { free().into_iter().collect() } else { statuses };
        all.extend(statuses.into_iter().map(|status| (status, text.clone())));
    }
    let all: Vec<String> = all.iter().map(|(status, text)| format!("{status}: {text}")).collect();
    format!("{{{}}}", all.join(", "))
}

/// Whether a schema of a body that is said to be JSON is that of a file.
pub(super) fn is_file(flat: &FlatSchema<'_>) -> bool {
    let is_other_media =
        flat.peek("contentMediaType").is_some_and(|media| !media.as_str().is_some_and(is_json))
            && flat.peek("contentEncoding").is_none();
    is_other_media || flat.types == ["string"] && flat.says("format", "binary")
}

/// The bodies of a response that are no streams.
fn without_streams(content: &[(Key, Untyped)]) -> Vec<&(Key, Untyped)> {
    content.iter().filter(|(kind, _)| StreamKind::of_media(kind).is_none()).collect()
}

/// The one that counts where nobody asks for another: JSON, else what the document names first.
fn first_of<'d>(content: &[&'d (Key, Untyped)]) -> Option<&'d (Key, Untyped)> {
    content.iter().find(|(kind, _)| is_json(kind)).or_else(|| content.first()).copied()
}

/// A media type without its parameters.
pub(super) fn name_of_media(media_type: &str) -> &str {
    media_type.split(';').next().unwrap_or_default().trim()
}

/// Whether a media type is JSON.
pub(super) fn is_json(media_type: &str) -> bool {
    let media_type = name_of_media(media_type);
    media_type.ends_with("/json") || media_type.ends_with("+json") || media_type == "*/*"
}
