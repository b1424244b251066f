//! Two documents, one of which was made of the other: what the second one does not say as the first one does.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::document::{DocumentValue, Operation, operations};
use crate::schema::{has_variants, inner, kinds, members, parts, values};

/// Something that differs.
#[derive(Debug)]
pub(crate) struct Difference {
    /// The pointers of the place, those of the references that lead to it first.
    pub(crate) pointers: Vec<String>,
    pub(crate) what: String,
}

/// Which direction values go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Direction {
    /// In an address, a header or a form, where `null` is no value.
    Written,
    /// In a body.
    Sent,
    Received,
}

/// All differences, in the order of the first document.
pub(crate) fn differences(before: &Value, after: &Value) -> Vec<Difference> {
    let mut comparison =
        Comparison { before, after, found: Vec::new(), seen: BTreeSet::new(), elsewhere: BTreeSet::new() };
    let exported = operations(after);
    for (key, all) in operations(before) {
        let mut open: Vec<&Operation<'_>> = exported.get(&key).into_iter().flatten().collect();
        // Those that are told by something find their own before the others take what is left.
        let mut all: Vec<&Operation<'_>> = all.iter().collect();
        all.sort_by_key(|operation| operation.told_by.is_empty());
        for operation in all {
            let is_twin = |found: &&Operation<'_>| {
                found.told_by == operation.told_by
                    || operation.fixed_query().any(|name| found.has_query(name))
            };
            let twin = open.iter().position(is_twin).or((!open.is_empty()).then_some(0));
            match twin.map(|index| open.remove(index)) {
                // What travels in other media types may be operations of their own, by the same route.
                Some(found) => {
                    let all = exported.get(&key).into_iter().flatten();
                    let others = all.filter(|other| !std::ptr::eq(*other, found)).collect();
                    comparison.operation(operation, found, others);
                }
                None => comparison.differ(&operation.place, format!("{} {} is missing", key.0, key.1)),
            }
        }
    }
    comparison.found
}

impl Operation<'_> {
    /// The names of parameters that the path itself holds.
    fn fixed_query(&self) -> impl Iterator<Item = &str> {
        let query = self.told_by.strip_prefix('?').unwrap_or_default();
        query.split('&').filter_map(|pair| pair.split('=').next()).filter(|name| !name.is_empty())
    }

    fn has_query(&self, name: &str) -> bool {
        self.parameters.contains_key(&("query".to_owned(), name.to_owned()))
    }
}

struct Comparison<'d> {
    before: &'d Value,
    after: &'d Value,
    found: Vec<Difference>,
    /// Schemas that were compared: each once for each direction and for each schema that stands for it.
    seen: BTreeSet<(String, String, Direction)>,
    /// The members of a body that other operations by the same route have: each sends its own value of what tells them apart.
    elsewhere: BTreeSet<String>,
}

impl<'d> Comparison<'d> {
    fn differ(&mut self, place: &DocumentValue<'_>, what: String) {
        self.found.push(Difference { pointers: place.pointers.clone(), what });
    }

    fn operation(&mut self, before: &Operation<'d>, after: &Operation<'d>, others: Vec<&Operation<'d>>) {
        for (host, place) in &before.hosts {
            if !after.hosts.contains_key(host) {
                self.differ(place, format!("the server `{host}` is missing"));
            }
        }
        if before.security != after.security {
            self.differ(
                &before.security_place,
                format!("security {:?} became {:?}", before.security, after.security),
            );
        }
        self.parameters(before, after);
        match (&before.body, &after.body) {
            (Some(body), Some(found)) => {
                let others: Vec<_> = others.iter().filter_map(|other| other.body.as_ref()).collect();
                self.body(body, found, &others);
            }
            (Some(body), None) if self.says_nothing(body) => {}
            (Some(body), None) => self.differ(body, "the body is missing".to_owned()),
            (None, Some(_)) => self.differ(&before.place, "a body that is not in the document".to_owned()),
            (None, None) => {}
        }
        self.responses(before, after, &others);
    }

    fn parameters(&mut self, before: &Operation<'d>, after: &Operation<'d>) {
        // The names of path parameters are not seen on the wire: they are compared in their order.
        let (in_path, rest): (Vec<_>, Vec<_>) =
            before.parameters.iter().partition(|((location, _), _)| location == "path");
        let found_in_path = after.parameters.iter().filter(|((location, _), _)| location == "path").count();
        if in_path.len() != found_in_path {
            self.differ(&before.place, format!("{} path parameters became {found_in_path}", in_path.len()));
        }
        for ((location, name), parameter) in rest {
            let Some(found) = after.parameters.get(&(location.clone(), name.clone())) else {
                // A secret may be described as a parameter, and headers of bodies are nobody's to choose.
                let ignored = ["accept", "content-type", "authorization"];
                let is_secret =
                    after.security.iter().flatten().any(|secret| *secret == format!("{location} {name}"));
                if !(location == "header" && ignored.contains(&name.as_str()) || is_secret) {
                    self.differ(parameter, format!("the parameter `{name}` in `{location}` is missing"));
                }
                continue;
            };
            if parameter.says("required") != found.says("required") {
                self.differ(parameter, format!("`{name}`: required became {}", found.says("required")));
            }
            let schema = |document: &'d Value, place: &DocumentValue<'d>| place.get(document, "schema");
            if let (Some(one), Some(other)) = (schema(self.before, parameter), schema(self.after, found)) {
                let (wanted, made) = (style(parameter), style(found));
                let matters = kinds(self.before, &one).iter().any(|kind| kind == "array" || kind == "object");
                if matters && wanted != made {
                    self.differ(parameter, format!("`{name}`: the style {wanted} became {made}"));
                }
                self.schema(&one, &other, Direction::Written, 0);
            }
        }
        for key @ (location, name) in after.parameters.keys() {
            let is_fixed = before.fixed_query().any(|fixed| fixed == name);
            if location == "query" && !before.parameters.contains_key(key) && !is_fixed {
                self.differ(&before.place, format!("the parameter `{name}` in `{location}` is invented"));
            }
        }
    }

    fn body(&mut self, before: &DocumentValue<'d>, after: &DocumentValue<'d>, others: &[&DocumentValue<'d>]) {
        // A body is always sent, so one that the server must have cannot be lacking.
        if !before.says("required") && after.says("required") {
            self.differ(before, "the body must be sent".to_owned());
        }
        let contents =
            |body: &DocumentValue<'d>| body.get(self.after, "content").map(|all| all.each(self.after));
        let made: Vec<(String, DocumentValue<'d>)> =
            [&after].into_iter().chain(others).filter_map(|body| contents(body)).flatten().collect();
        for (media, content) in
            before.get(self.before, "content").map(|all| all.each(self.before)).unwrap_or_default()
        {
            let Some(found) = in_media(&made, &media) else {
                self.differ(&content, format!("the body `{media}` is missing"));
                continue;
            };
            if let (Some(one), Some(other)) =
                (content.get(self.before, "schema"), found.get(self.after, "schema"))
            {
                // A part of a form is text, which `null` is not.
                let direction = if media.contains("json") { Direction::Sent } else { Direction::Written };
                let twins = made.iter().filter(|(other, _)| same_media(&media, other));
                let schemas = twins.filter_map(|(_, twin)| twin.get(self.after, "schema"));
                self.elsewhere =
                    schemas.flat_map(|schema| members(self.after, &schema).into_keys()).collect();
                self.schema(&one, &other, direction, 0);
                self.elsewhere.clear();
            }
        }
    }

    /// Whether a body need not be sent, and would be an empty object if it was.
    fn says_nothing(&self, body: &DocumentValue<'d>) -> bool {
        let contents = body.get(self.before, "content").map(|all| all.each(self.before)).unwrap_or_default();
        !body.says("required")
            && contents.iter().all(|(_, content)| {
                content.get(self.before, "schema").is_some_and(|schema| {
                    kinds(self.before, &schema).iter().eq(["object"])
                        && members(self.before, &schema).is_empty()
                        && inner(self.before, &schema, "additionalProperties").is_none()
                })
            })
    }

    fn responses(&mut self, before: &Operation<'d>, after: &Operation<'d>, others: &[&Operation<'d>]) {
        let contents = |document, response: &DocumentValue<'d>| {
            response.get(document, "content").map(|all| all.each(document)).unwrap_or_default()
        };
        for (status, response) in &before.responses {
            let wanted = contents(self.before, response);
            // A class of statuses, `2XX`, may have become any of it.
            let is_same = |other: &str| match status.strip_suffix("XX") {
                Some(class) if status.starts_with('2') => other.starts_with(class),
                _ => other == status,
            };
            let found: Vec<_> = after.responses.iter().filter(|(other, _)| is_same(other)).collect();
            if !status.starts_with('2') {
                // Only what a refusal holds can be lost; a status alone says nothing more than its number.
                if !wanted.is_empty() && found.is_empty() {
                    self.differ(response, format!("what a response of the status {status} holds is missing"));
                }
                continue;
            }
            let beside = others.iter().flat_map(|other| &other.responses).filter(|(other, _)| is_same(other));
            let made: Vec<(String, DocumentValue<'d>)> = found
                .iter()
                .copied()
                .chain(beside)
                .flat_map(|(_, response)| contents(self.after, response))
                .collect();
            if wanted.is_empty()
                && !found.iter().any(|(_, response)| contents(self.after, response).is_empty())
            {
                self.differ(response, format!("the status {status} without a body is missing"));
            }
            for (media, content) in wanted {
                let Some(found) = in_media(&made, &media) else {
                    self.differ(
                        &content,
                        format!("the response `{media}` of the status {status} is missing"),
                    );
                    continue;
                };
                if let (Some(one), Some(other)) =
                    (content.get(self.before, "schema"), found.get(self.after, "schema"))
                {
                    self.schema(&one, &other, Direction::Received, 0);
                }
            }
        }
    }

    fn schema(
        &mut self,
        before: &DocumentValue<'d>,
        after: &DocumentValue<'d>,
        direction: Direction,
        depth: usize,
    ) {
        let key = (before.pointer().to_owned(), after.pointer().to_owned(), direction);
        if depth > 12 || !self.seen.insert(key) {
            return;
        }
        let (mut wanted, mut made) = (kinds(self.before, before), kinds(self.after, after));
        // An optional member that comes as `null` counts as absent, and a required one may be optional.
        if direction != Direction::Sent {
            wanted.remove("null");
            made.remove("null");
        }
        // A number may be whole: the wider of the two holds both.
        if wanted.contains("number") && wanted.contains("integer") {
            wanted.remove("integer");
        }
        if wanted != made {
            // A note may stand at any of the schemas that it is made of.
            let all = parts(self.before, before).into_iter().flat_map(|part| part.pointers);
            let what = format!("values that are {wanted:?} became {made:?}");
            self.found.push(Difference { pointers: all.collect(), what });
            return;
        }
        let (listed, found) = (values(self.before, before), values(self.after, after));
        if listed != found && !(listed.is_empty() && has_variants(self.before, before)) {
            let shown = |all: &BTreeSet<String>| all.iter().take(4).cloned().collect::<Vec<_>>().join(", ");
            self.differ(before, format!("the values {} became {}", shown(&listed), shown(&found)));
        }
        for key in ["items", "additionalProperties"] {
            match (inner(self.before, before, key), inner(self.after, after, key)) {
                (Some(one), Some(other)) => self.schema(&one, &other, direction, depth + 1),
                (Some(one), None) => {
                    self.differ(&one, format!("`{key}` is missing"));
                }
                _ => {}
            }
        }
        self.members(before, after, direction, depth);
    }

    fn members(
        &mut self,
        before: &DocumentValue<'d>,
        after: &DocumentValue<'d>,
        direction: Direction,
        depth: usize,
    ) {
        if has_variants(self.before, before) {
            return;
        }
        let found = members(self.after, after);
        for (name, member) in members(self.before, before) {
            if member.read_only && direction != Direction::Received
                || member.write_only && direction == Direction::Received
            {
                continue;
            }
            let Some(other) = found.get(&name) else {
                if depth == 0 && self.elsewhere.contains(&name) {
                    continue;
                }
                self.differ(&member.schema, format!("the member `{name}` is missing"));
                continue;
            };
            // What a response lacks, it lacks: members of responses may always be taken for optional.
            if direction != Direction::Received && member.required != other.required {
                self.differ(&member.schema, format!("`{name}`: required became {}", other.required));
            }
            self.schema(&member.schema, &other.schema, direction, depth + 1);
        }
    }
}

/// How a list or an object is written: style, and whether it is taken apart.
fn style(parameter: &DocumentValue<'_>) -> String {
    let location = parameter.text("in").unwrap_or_default();
    let usual = if location == "query" || location == "cookie" { "form" } else { "simple" };
    let style = parameter.text("style").unwrap_or(usual);
    let explode = parameter.value.get("explode").and_then(Value::as_bool).unwrap_or(style == "form");
    format!("{style}, exploded: {}", explode || style == "deepObject")
}

/// What is sent as a media type says: the same one before one that says the same.
fn in_media<'a, 'd>(made: &'a [(String, DocumentValue<'d>)], media: &str) -> Option<&'a DocumentValue<'d>> {
    let same = made.iter().find(|(other, _)| other == media);
    same.or_else(|| made.iter().find(|(other, _)| same_media(media, other))).map(|(_, found)| found)
}

/// Whether what is sent as the one is what the other one says.
fn same_media(before: &str, after: &str) -> bool {
    let plain = |media: &str| media.split(';').next().unwrap_or_default().trim().to_lowercase();
    let (before, after) = (plain(before), plain(after));
    let is_json = |media: &str| media == "application/json" || media.ends_with("+json");
    before == after
        || before == "*/*"
        || after == "*/*" && !is_json(&before)
        || is_json(&before) && is_json(&after)
}
