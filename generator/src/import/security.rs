//! Security schemes → credentials and the headers that carry their tokens.

use std::collections::BTreeMap;

use super::importer::{Credential, Importer};
use super::name::{Case, Names};
use super::operation::FoundOperation;
use super::write::{paragraph, quote};
use crate::lower::reserved;
use crate::untyped::Untyped;

impl<'d> Importer<'d> {
    /// Reads the security schemes.
    pub(super) fn credentials(&mut self) {
        let schemes =
            self.document.get("components").map_or(&[][..], |parts| parts.members("securitySchemes"));
        let mut names = Names::new(Case::Snake, reserved::BUILDER);
        for (scheme, spec) in schemes {
            let spec = self.resolve(spec);
            let Some((header, input, token)) = self.token_of(scheme, spec) else { continue };
            let name = names.claim(scheme, "credential").snake().to_owned();
            let doc =
                spec.text("description").map(paragraph).unwrap_or_else(|| format!("The scheme `{scheme}`."));
            self.credentials.push(Credential { scheme: scheme.clone(), name, header, doc, input, token });
        }
        if self.credentials.is_empty() {
            self.notes
                .add("no authentication scheme; write credentials by hand", "components.securitySchemes");
        }
    }

    /// The header that carries a token, what the caller must have, and how the token is made of it.
    fn token_of(&mut self, scheme: &str, spec: &'d Untyped) -> Option<(String, &'static str, &'static str)> {
        const HEADER: &str = "Authorization";
        let name = spec.text("name").unwrap_or(HEADER);
        let plain = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
        match (spec.text("type")?, spec.text("scheme").map(str::to_lowercase).as_deref(), spec.text("in")) {
            ("http", Some("bearer"), _) => Some((HEADER.into(), "access_token", "Bearer {access_token}")),
            ("http", Some("basic"), _) => {
                self.notes.add("user name and password; the credential takes them in base64 already", scheme);
                Some((HEADER.into(), "encoded", "Basic {encoded}"))
            }
            ("oauth2" | "openIdConnect", ..) => {
                self.notes.add("how a token is had; the credential takes one as it is", scheme);
                Some((HEADER.into(), "access_token", "Bearer {access_token}"))
            }
            ("apiKey", _, Some("header")) if plain => Some((name.into(), "api_key", "{api_key}")),
            _ => {
                self.notes.add("a secret that travels elsewhere than in a header; left out", scheme);
                None
            }
        }
    }

    /// The line on the credentials that an operation takes, if it departs from all of them.
    pub(super) fn auth(&mut self, found: &FoundOperation<'d>) -> String {
        let rule = found.operation.get("security").or_else(|| self.document.get("security"));
        let Some(rule) = rule.filter(|_| !self.credentials.is_empty()) else { return String::new() };
        let ways = rule.items();
        if ways.is_empty() || ways.iter().all(|way| way.entries().is_empty()) {
            return "    auth: none\n".to_owned();
        }
        if ways.iter().any(|way| way.entries().len() > 1) {
            self.notes.add("several secrets at once; one of them is sent", found.route());
        }
        if ways.iter().any(|way| way.entries().is_empty()) {
            return String::new();
        }
        let asked = |credential: &&Credential| {
            ways.iter().any(|way| way.entries().iter().any(|(scheme, _)| *scheme == credential.scheme))
        };
        let names: Vec<&str> = self.credentials.iter().filter(asked).map(|one| one.name.as_str()).collect();
        if names.is_empty() || names.len() == self.credentials.len() {
            return String::new();
        }
        format!("    auth: [{}]\n", names.join(", "))
    }

    /// The sections on headers and credentials.
    pub(super) fn security_sections(&self) -> String {
        let mut headers: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for credential in &self.credentials {
            headers.entry(&credential.header).or_default().push(&credential.name);
        }
        let mut text = String::from(
            "\nheaders:\n  Content-Type: {value: application/json, doc: \"How bodies are written.\"}\n",
        );
        for (header, credentials) in headers {
            let credentials = credentials.join(", ");
            text.push_str(&format!(
                "  {}: {{value: \"{{token}}\", credentials: [{credentials}], doc: \"The secret.\"}}\n",
                quote(header)
            ));
        }
        if self.credentials.is_empty() {
            return text;
        }
        text.push_str("\nauth:\n  credentials:\n");
        for one in &self.credentials {
            let (name, doc, input, token) = (&one.name, quote(&one.doc), one.input, one.token);
            text.push_str(&format!("    {name}:\n      doc: {doc}\n      inputs:\n"));
            text.push_str(&format!("        {input}: {{type: secret, doc: \"The secret itself.\"}}\n"));
            text.push_str(&format!("      token: \"{token}\"\n"));
        }
        text
    }
}
