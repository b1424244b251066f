//! Security schemes → credentials. What an operation takes at once is one credential, which says by itself what it sends.

use std::collections::BTreeSet;

use super::importer::{Carrier, CarrierKind, Credential, Importer};
use super::name::{Case, Names, name_of};
use super::operation::FoundOperation;
use super::tag::TaggedOperations;
use super::write::{doc_text, key, quote, word};
use crate::lower::reserved;
use crate::untyped::Untyped;

/// A security scheme that can be said.
struct Scheme<'d> {
    name: &'d str,
    doc: String,
    carrier: Carrier,
}

impl<'d> Importer<'d> {
    /// Reads the security schemes, and makes a credential of each set of them that some operation takes at once, and of each
    /// that none names.
    pub(super) fn read_credentials(&mut self, groups: &[TaggedOperations<'d>]) {
        let schemes =
            self.document.get("components").map_or(&[][..], |parts| parts.members("securitySchemes"));
        let mut known: Vec<Scheme<'d>> = Vec::new();
        for (scheme, spec) in schemes {
            let spec = self.resolve(spec);
            self.remember_kind(spec, "a security scheme");
            let Some(carrier) = self.carrier(scheme, spec) else { continue };
            let doc = spec
                .text("description")
                .and_then(doc_text)
                .unwrap_or_else(|| format!("The scheme `{}`.", &**scheme));
            known.push(Scheme { name: scheme, doc, carrier });
        }
        let operations = groups.iter().flat_map(|group| &group.operations);
        let rules = operations.filter_map(|(_, found)| found.operation.peek("security"));
        let rules = rules.chain(self.document.peek("security"));
        let mut sets: Vec<BTreeSet<&str>> = Vec::new();
        for alternative in rules.flat_map(Untyped::items) {
            let names = alternative.peek_entries().iter().map(|(name, _)| &**name);
            let set: BTreeSet<&str> =
                names.filter(|name| known.iter().any(|one| one.name == *name)).collect();
            if !set.is_empty() && !sets.contains(&set) {
                sets.push(set);
            }
        }
        for scheme in &known {
            if !sets.iter().any(|set| set.contains(scheme.name)) {
                sets.push(BTreeSet::from([scheme.name]));
            }
        }
        // In the order of the document.
        let place = |set: &BTreeSet<&str>| -> Vec<usize> {
            known.iter().enumerate().filter(|(_, one)| set.contains(one.name)).map(|(at, _)| at).collect()
        };
        sets.sort_by_key(|set| (set.len(), place(set)));
        let mut names = Names::new(Case::Snake, reserved::builder());
        for set in sets {
            let parts: Vec<&Scheme<'d>> = known.iter().filter(|one| set.contains(one.name)).collect();
            let credential = self.credential(&parts, &mut names);
            self.credentials.push(credential);
        }
        if self.credentials.is_empty() {
            self.notes
                .open("no authentication scheme; write credentials by hand", "components.securitySchemes");
        }
    }

    /// The credential of schemes that are sent at once.
    fn credential(&self, parts: &[&Scheme<'d>], names: &mut Names) -> Credential {
        let base = parts.iter().map(|part| part.name).collect::<Vec<_>>().join("_and_");
        let name = names.claim(&base, "credential").name.snake().to_owned();
        let schemes = parts.iter().map(|part| part.name.to_owned()).collect();
        let mut docs: Vec<&str> = Vec::new();
        let mut made =
            Credential { schemes, name, doc: String::new(), inputs: Vec::new(), carriers: Vec::new() };
        let mut input_names = Names::new(Case::Snake, &[]);
        for part in parts {
            if made.sends(part.carrier.kind, &part.carrier.name) {
                let note = "two secrets in one place, sent at once; the first is sent";
                self.notes.changed(note, format!("{base}: {}", part.carrier.name), self.document);
                continue;
            }
            if !docs.contains(&&*part.doc) {
                docs.push(&part.doc);
            }
            let mut carrier = part.carrier.clone();
            for (own, is_secret) in &part.carrier.inputs {
                // Of several, each is called after its scheme.
                let wish = match (parts.len(), part.carrier.inputs.len()) {
                    (1, _) => (*own).to_owned(),
                    (_, 1) => name_of(part.name).snake().to_owned(),
                    _ => format!("{}_{own}", name_of(part.name).snake()),
                };
                let input = input_names.claim(&wish, "input").name.snake().to_owned();
                carrier.template = carrier.template.replace(&format!("<{own}>"), &input);
                made.inputs.push((input, *is_secret));
            }
            made.carriers.push(carrier);
        }
        Credential { doc: docs.join(" "), ..made }
    }

    /// How the secret of a security scheme travels; `None`, with a note, if it cannot be said.
    fn carrier(&mut self, scheme: &str, spec: &'d Untyped) -> Option<Carrier> {
        const HEADER: &str = "Authorization";
        let carrier = |kind, name: &str, inputs: &[(&'static str, bool)], template: &str| {
            let (name, template) = (name.to_owned(), template.to_owned());
            Some(Carrier { kind, name, inputs: inputs.to_vec(), template })
        };
        let bearer =
            || carrier(CarrierKind::Header, HEADER, &[("access_token", true)], "Bearer {<access_token>}");
        let name = spec.text("name").unwrap_or(HEADER);
        let is_header_name =
            !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
        let is_plain = !name.is_empty() && !name.contains(|c: char| c.is_control() || "{}".contains(c));
        let api_key = [("api_key", true)];
        match (spec.text("type")?, spec.text("scheme").map(str::to_lowercase).as_deref(), spec.text("in")) {
            ("http", Some("bearer"), _) => bearer(),
            ("http", Some("basic"), _) => {
                let inputs = [("username", false), ("password", true)];
                carrier(CarrierKind::Header, HEADER, &inputs, "Basic {basic:<username>:<password>}")
            }
            ("oauth2" | "openIdConnect", ..) => {
                self.notes.changed("how to get a token; callers give one", scheme, spec);
                spec.count_as_read();
                bearer()
            }
            ("apiKey", _, Some("header")) if is_header_name => {
                carrier(CarrierKind::Header, name, &api_key, "{<api_key>}")
            }
            ("apiKey", _, Some("query")) if is_plain => {
                carrier(CarrierKind::Query, name, &api_key, "{<api_key>}")
            }
            ("apiKey", _, Some("cookie")) if is_header_name => {
                carrier(CarrierKind::Header, "Cookie", &api_key, &format!("{name}={{<api_key>}}"))
            }
            _ => {
                self.notes.left_out("a credential that cannot be sent; left out", scheme, spec);
                spec.count_as_read();
                None
            }
        }
    }

    /// Whether a scheme is part of a credential.
    fn is_known(&self, scheme: &str) -> bool {
        self.credentials.iter().any(|credential| credential.schemes.iter().any(|own| own == scheme))
    }

    /// Whether a credential is one of some alternatives, but for what cannot be sent.
    fn accepts(&self, alternatives: &[Untyped], credential: &Credential) -> bool {
        let schemes: BTreeSet<&str> = credential.schemes.iter().map(String::as_str).collect();
        let mut sets = alternatives.iter().map(|alternative| scheme_names(alternative));
        sets.any(|set| set.into_iter().filter(|scheme| self.is_known(scheme)).eq(schemes.iter().copied()))
    }

    /// Whether an operation can be called with a credential that sends something under this name, which is no parameter then.
    pub(super) fn is_sent_by_credential(
        &self,
        found: &FoundOperation<'d>,
        kind: CarrierKind,
        name: &str,
    ) -> bool {
        let rule = found.operation.peek("security").or_else(|| self.document.peek("security"));
        let mut all = self.credentials.iter().filter(|credential| credential.sends(kind, name));
        all.any(|credential| rule.is_none_or(|rule| self.accepts(rule.items(), credential)))
    }

    /// The line `auth:` of an operation; empty if it accepts every credential, which is the default.
    pub(super) fn auth_line(&mut self, found: &FoundOperation<'d>) -> String {
        let rule = found.operation.get("security").or_else(|| self.document.get("security"));
        let Some(rule) = rule.filter(|_| !self.credentials.is_empty()) else { return String::new() };
        let alternatives = rule.items();
        if alternatives.is_empty() || alternatives.iter().all(|alternative| alternative.entries().is_empty())
        {
            return "    auth: none\n".to_owned();
        }
        // An empty alternative means that no credential is needed, but one may be sent.
        if alternatives.iter().any(|alternative| alternative.entries().is_empty()) {
            return String::new();
        }
        let sets = alternatives.iter().map(|alternative| scheme_names(alternative));
        if sets.into_iter().any(|set| set.len() > 1 && set.iter().any(|scheme| !self.is_known(scheme))) {
            let note = "several credentials at once, of which one cannot be sent";
            self.notes.changed(note, found.route(), found.operation);
        }
        let is_accepted = |credential: &&Credential| self.accepts(alternatives, credential);
        let names: Vec<String> =
            self.credentials.iter().filter(is_accepted).map(|one| word(&one.name)).collect();
        if names.is_empty() {
            let note = "an operation with a credential that cannot be sent; every one is accepted";
            self.notes.changed(note, found.route(), found.operation);
        }
        if names.is_empty() || names.len() == self.credentials.len() {
            return String::new();
        }
        format!("    auth: [{}]\n", names.join(", "))
    }

    /// The section on credentials.
    pub(super) fn security_section(&self) -> String {
        if self.credentials.is_empty() {
            return String::new();
        }
        let mut text = String::from("\nauth:\n  credentials:\n");
        for Credential { name, doc, inputs, carriers, .. } in &self.credentials {
            text.push_str(&format!("    {}:\n      doc: {}\n      inputs:\n", word(name), quote(doc)));
            for (input, is_secret) in inputs {
                let (ty, doc) = if *is_secret { ("secret", "The secret.") } else { ("string", "Who asks.") };
                text.push_str(&format!("        {}: {{type: {ty}, doc: {}}}\n", word(input), quote(doc)));
            }
            for (section, kind) in [("headers", CarrierKind::Header), ("query", CarrierKind::Query)] {
                let mut here = carriers.iter().filter(|one| one.kind == kind).peekable();
                if here.peek().is_some() {
                    text.push_str(&format!("      {section}:\n"));
                }
                for Carrier { name, template, .. } in here {
                    text.push_str(&format!("        {}: {}\n", key(name), quote(template)));
                }
            }
        }
        text
    }
}

/// The schemes that are sent at once.
fn scheme_names(alternative: &Untyped) -> BTreeSet<&str> {
    alternative.entries().iter().map(|(scheme, _)| &**scheme).collect()
}
