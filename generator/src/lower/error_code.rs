//! Error codes.

use super::name::{Case, Namespace, lower_own_name};
use super::reserved;
use super::scope::Scope;
use super::service::lower_status;
use crate::diagnostic::Diagnostics;
use crate::ir::ErrorCode;

/// Lowers the error codes, in ascending order.
pub(super) fn lower_errors(scope: &Scope<'_>, diagnostics: &mut Diagnostics) -> Vec<ErrorCode> {
    let mut names = Namespace::new("error code", Case::Pascal, reserved::VARIANTS);
    let help = "give the error code another name";
    let mut errors = Vec::new();
    for spec in &scope.errors_by_code {
        let name = lower_own_name(&spec.name, "an error code", help, diagnostics);
        names.claim(&name, &spec.name, help, diagnostics);
        errors.push(ErrorCode {
            code: spec.code.value,
            name,
            title: spec.title.as_ref().map(|title| title.value.clone()),
            status: spec.status.as_ref().and_then(|status| lower_status(status, diagnostics)),
            category: spec.category,
            retry: spec.retry,
            meaning: spec.meaning.value.clone(),
            advice: spec.advice.value.clone(),
            origin: spec.code.origin.clone(),
        });
    }
    errors
}
