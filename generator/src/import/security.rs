//! Security schemes → credentials and the headers that carry their tokens.

use std::collections::BTreeMap;

use super::importer::{Credential, Importer, TokenCarrier};
use super::name::{Case, Names};
use super::operation::FoundOperation;
use super::write::{doc_text, quote, word};
use crate::lower::reserved;
use crate::untyped::Untyped;

impl<'d> Importer<'d> {
    /// Reads the security schemes.
    pub(super) fn read_credentials(&mut self) {
        let schemes =
            self.document.get("components").map_or(&[][..], |parts| parts.members("securitySchemes"));
        let mut names = Names::new(Case::Snake, reserved::builder());
        for (scheme, spec) in schemes {
            let spec = self.resolve(spec);
            self.mark_kind(spec, "a security scheme");
            let Some(carrier) = self.token_carrier(scheme, spec) else { continue };
            let name = names.claim(scheme, "credential").name.snake().to_owned();
            let doc = spec
                .text("description")
                .and_then(doc_text)
                .unwrap_or_else(|| format!("The scheme `{scheme}`."));
            self.credentials.push(Credential { scheme: scheme.to_string(), name, doc, carrier });
        }
        if self.credentials.is_empty() {
            self.notes
                .open("no authentication scheme; write credentials by hand", "components.securitySchemes");
        }
    }

    /// How the token of a security scheme travels; `None`, with a note, if not in a header.
    fn token_carrier(&mut self, scheme: &str, spec: &'d Untyped) -> Option<TokenCarrier> {
        const HEADER: &str = "Authorization";
        let carrier =
            |header: &str, input, template| Some(TokenCarrier { header: header.to_owned(), input, template });
        let name = spec.text("name").unwrap_or(HEADER);
        let is_header_name =
            !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
        match (spec.text("type")?, spec.text("scheme").map(str::to_lowercase).as_deref(), spec.text("in")) {
            ("http", Some("bearer"), _) => carrier(HEADER, "access_token", "Bearer {access_token}"),
            ("http", Some("basic"), _) => {
                self.notes.changed("user name and password; callers give them in base64", scheme, spec);
                carrier(HEADER, "encoded", "Basic {encoded}")
            }
            ("oauth2" | "openIdConnect", ..) => {
                self.notes.changed("how to get a token; callers give one", scheme, spec);
                spec.count_as_read();
                carrier(HEADER, "access_token", "Bearer {access_token}")
            }
            ("apiKey", _, Some("header")) if is_header_name => carrier(name, "api_key", "{api_key}"),
            _ => {
                self.notes.left_out("a credential that is not sent in a header; left out", scheme, spec);
                spec.count_as_read();
                None
            }
        }
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
        if alternatives.iter().any(|alternative| alternative.entries().len() > 1) {
            let note = "several credentials at once; one of them is sent";
            self.notes.changed(note, found.route(), found.operation);
        }
        // An empty alternative means that no credential is needed, but one may be sent.
        if alternatives.iter().any(|alternative| alternative.entries().is_empty()) {
            return String::new();
        }
        let is_accepted = |credential: &&Credential| {
            alternatives.iter().any(|alternative| {
                alternative.entries().iter().any(|(scheme, _)| **scheme == *credential.scheme)
            })
        };
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

    /// The sections on headers and credentials.
    pub(super) fn security_sections(&self) -> String {
        // Names of headers are the same in any case.
        let mut headers: BTreeMap<String, (&str, Vec<&str>)> = BTreeMap::new();
        for credential in &self.credentials {
            let header = credential.carrier.header.as_str();
            headers
                .entry(header.to_ascii_lowercase())
                .or_insert((header, Vec::new()))
                .1
                .push(&credential.name);
        }
        let mut text = String::new();
        if !headers.is_empty() {
            text.push_str("\nheaders:\n");
        }
        for (header, credentials) in headers.into_values() {
            let credentials: Vec<String> = credentials.iter().map(|name| word(name)).collect();
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
        for credential in &self.credentials {
            let (name, doc, input, template) = (
                word(&credential.name),
                quote(&credential.doc),
                credential.carrier.input,
                credential.carrier.template,
            );
            text.push_str(&format!("    {name}:\n      doc: {doc}\n      inputs:\n"));
            text.push_str(&format!("        {input}: {{type: secret, doc: \"The secret itself.\"}}\n"));
            text.push_str(&format!("      token: \"{template}\"\n"));
        }
        text
    }
}
