//! Callbacks that tell of events.

use super::auth::lower_input;
use super::event_type::lower_event_types;
use super::json_path::lower_json_path;
use super::name::{Case, Namespace, lower_own_name};
use super::reserved;
use super::scope::Scope;
use super::type_def::claim_emitted;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, closest, join_words};
use crate::ir::{Callback, Cause, Input, JsonPath, Name, Proof, ProofPart, ResourceId, TypeDef};
use crate::parse::{CallbackSpec, ProofKindSpec, ProofPartSpec, Text};

const RENAME: &str = "give the callback another name; it has none on the wire";

/// Lowers the callbacks of all resources.
pub(super) fn lower_callbacks(
    scope: &Scope<'_>,
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) -> Vec<Callback> {
    let mut names = Namespace::new("callback", Case::Pascal, reserved::TYPES);
    // What is wrong with these names was reported when types were lowered.
    let quiet = &mut Diagnostics::default();
    claim_emitted(scope, &mut names, quiet);
    for (_, spec) in scope.type_specs() {
        if let Ok(name) = Name::new(&spec.name.value) {
            names.claim_as("type", &name, &spec.name, "", quiet);
        }
    }
    let mut callbacks = Vec::new();
    for (index, resource) in scope.resources.iter().enumerate() {
        for spec in &resource.events {
            let mut lowerer = CallbackLowerer { spec, scope, types, diagnostics };
            callbacks.extend(lowerer.lower(ResourceId(index), &mut names));
        }
    }
    callbacks
}

struct CallbackLowerer<'a, 'd> {
    spec: &'a CallbackSpec,
    scope: &'a Scope<'d>,
    types: &'a [TypeDef],
    diagnostics: &'a mut Diagnostics,
}

impl CallbackLowerer<'_, '_> {
    fn lower(&mut self, resource: ResourceId, names: &mut Namespace) -> Option<Callback> {
        let (spec, scope, types) = (self.spec, self.scope, self.types);
        let name = lower_own_name(&spec.name, "a callback", RENAME, self.diagnostics);
        names.claim(&name, &spec.name, RENAME, self.diagnostics);
        if spec.doc.is_none() {
            let message = format!("the callback `{}` has no `doc`", spec.name.value);
            self.diagnostics.push(Diagnostic::new(Code::Undocumented, &spec.name.origin, message));
        }
        let mut input_names = Namespace::new("input", Case::Snake, &[]);
        let inputs: Vec<Input> = (spec.inputs.iter())
            .map(|input| lower_input(input, &mut input_names, scope, types, self.diagnostics))
            .collect();
        let proof = self.lower_proof();
        let [sent_at, delivery_id, actor] =
            [&spec.sent_at, &spec.delivery_id, &spec.actor].map(|text| self.path(text.as_ref()));
        let referrer = format!("the callback `{}`", spec.name.value);
        let sources = (spec.sources.iter())
            .filter_map(|source| scope.sources.find(source, &referrer, self.diagnostics))
            .collect();
        Some(Callback {
            docs: spec
                .doc
                .as_ref()
                .map_or_else(|| format!("`{}`.", spec.name.value).into(), |doc| doc.value.clone()),
            resource,
            event_type: lower_json_path(&spec.event_type, self.diagnostics),
            sent_at,
            delivery_id,
            actor,
            cause: self.lower_cause(),
            payload: self.path(spec.payload.as_ref()).unwrap_or_default(),
            types: lower_event_types(spec, scope, types, self.diagnostics),
            sources,
            origin: spec.name.origin.clone(),
            name,
            inputs,
            proof: proof?,
        })
    }

    fn path(&mut self, text: Option<&Text>) -> Option<JsonPath> {
        text.map(|text| lower_json_path(text, self.diagnostics))
    }

    /// The cause, which is of no use without a value to look for.
    fn lower_cause(&mut self) -> Option<Cause> {
        let spec = self.spec.cause.as_ref()?;
        let through_api: Vec<String> = spec.through_api.iter().map(|text| text.value.clone()).collect();
        if through_api.is_empty() {
            let message = "no value of the cause stands for changes through the API";
            let finding = Diagnostic::new(Code::ListEmpty, &spec.at.origin, message);
            self.diagnostics.push(finding.help("add `through_api: [value]`, or take the cause out"));
        }
        Some(Cause { at: lower_json_path(&spec.at, self.diagnostics), through_api })
    }

    fn lower_proof(&mut self) -> Option<Proof> {
        let spec = &self.spec.proof;
        let at = lower_json_path(&spec.at, self.diagnostics);
        let proof = match &spec.kind {
            ProofKindSpec::Token(input) => Proof::Token { input: self.find_input(input)?, at },
            ProofKindSpec::Sha256(key, specs) => {
                let mut parts = Vec::new();
                for part in specs {
                    parts.push(match part {
                        ProofPartSpec::Input(input) => ProofPart::Input(self.find_input(input)?),
                        ProofPartSpec::Member(member) => {
                            ProofPart::Member(lower_json_path(member, self.diagnostics))
                        }
                    });
                }
                if !parts.iter().any(|part| matches!(part, ProofPart::Input(_))) {
                    let message = "the proof holds nothing that only the service and the receiver know";
                    let finding = Diagnostic::new(Code::EventMismatch, &key.origin, message);
                    self.diagnostics
                        .push(finding.help("anyone could make it; add `{input: …}` to its parts"));
                    return None;
                }
                Proof::Sha256 { parts, at }
            }
        };
        self.check_inputs_used(&proof);
        Some(proof)
    }

    fn find_input(&mut self, text: &Text) -> Option<usize> {
        let words = || self.spec.inputs.iter().map(|input| &*input.wire.value);
        let found = words().position(|word| word == text.value);
        if found.is_none() {
            let help = match closest(&text.value, words()) {
                Some(near) => format!("did you mean `{near}`?"),
                None if self.spec.inputs.is_empty() => "there is none under `inputs` yet".to_owned(),
                None => format!("its inputs are {}", join_words(words())),
            };
            let message = format!("the callback `{}` has no input `{}`", self.spec.name.value, text.value);
            self.diagnostics.push(Diagnostic::new(Code::EventMismatch, &text.origin, message).help(help));
        }
        found
    }

    /// Complains about inputs that the proof does not need: a receiver would have to be given them for nothing.
    fn check_inputs_used(&mut self, proof: &Proof) {
        for (index, input) in self.spec.inputs.iter().enumerate() {
            let is_used = match proof {
                Proof::Token { input, .. } => *input == index,
                Proof::Sha256 { parts, .. } => parts.contains(&ProofPart::Input(index)),
            };
            if !is_used {
                let message = format!("the proof makes no use of the input `{}`", input.wire.value);
                let finding = Diagnostic::new(Code::EventMismatch, &input.wire.origin, message);
                self.diagnostics.push(finding.help("add it to the proof, or take it out"));
            }
        }
    }
}
