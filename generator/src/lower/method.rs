//! The methods of objects: a constructor, setters and look-ups. Which of these an object has depends on whether it is sent.

use super::field;
use super::lookup;
use super::name::{Case, Namespace};
use super::reserved;
use super::scope::Scope;
use crate::diagnostic::Diagnostics;
use crate::emit::find_method;
use crate::ir::{Name, TypeDef};
use crate::parse::{FieldSpec, PresenceSpec, TypeFormSpec, TypeSpec};

/// Complains about methods of one type that have the same name. What types are used for must be known.
pub(super) fn check_methods(scope: &Scope<'_>, types: &[TypeDef], diagnostics: &mut Diagnostics) {
    for ((_, spec), def) in scope.type_specs().zip(types) {
        if let TypeFormSpec::Fields(fields) = &spec.form {
            check(spec, def.usage.requests.then_some(fields), diagnostics);
        }
    }
}

/// Checks one type. `sent` are its members if it is sent: only then it is made by a constructor and setters.
fn check(spec: &TypeSpec, sent: Option<&Vec<FieldSpec>>, diagnostics: &mut Diagnostics) {
    let reserved = if sent.is_some() { reserved::MEMBERS } else { &[] };
    let mut methods = Namespace::new("member", Case::Snake, reserved);
    // Setters take the value itself, look-ups borrow it.
    let look_ups = Namespace::new("look-up", Case::Snake, reserved::BORROWING_METHODS);
    // What is no name, and two members of one name, were reported before.
    let quiet = &mut Diagnostics::default();
    for member in sent.into_iter().flatten().filter(|member| member.presence == PresenceSpec::Optional) {
        let text = member.rename.as_deref().unwrap_or(&member.wire);
        if let Ok(name) = Name::new(&text.value) {
            methods.claim_as("setter", &name, text, "", quiet);
            methods.check_reserved("member", &name, text, field::RENAME, diagnostics);
        }
    }
    for text in spec.lookups.iter().map(|lookup| &lookup.name) {
        let Ok(name) = Name::new(&text.value) else { continue };
        methods.claim_as("look-up", &name, text, lookup::RENAME, diagnostics);
        methods.check_reserved("look-up", &name, text, lookup::RENAME, diagnostics);
        look_ups.check_reserved("look-up", &name, text, lookup::RENAME, diagnostics);
        if let Ok(find) = Name::new(&find_method(&name)) {
            methods.claim_as("look-up without an error", &find, text, lookup::RENAME, diagnostics);
        }
    }
}
