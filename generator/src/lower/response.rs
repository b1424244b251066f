//! What endpoints return.

use super::context::Context;
use super::type_ref::{check_parts, lower_type_ref};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{Name, Response, Scalar, StatusResponse, TypeRef};
use crate::parse::{EndpointSpec, ReturnsSpec, TypeExpr};

/// The statuses that bring the data, where there is one type of it.
pub(super) fn data_statuses(spec: &EndpointSpec) -> Vec<u16> {
    let only = spec.returns.as_ref().and_then(ReturnsSpec::only_data);
    only.iter().flat_map(|data| &data.statuses).map(|status| status.value).collect()
}

/// The statuses whose responses have no body.
pub(super) fn empty_statuses(spec: &EndpointSpec) -> Vec<u16> {
    spec.returns.iter().flat_map(|returns| &returns.empty_statuses).map(|status| status.value).collect()
}

/// What an endpoint returns.
pub(super) fn lower_response(
    spec: &EndpointSpec,
    context: &Context<'_>,
    diagnostics: &mut Diagnostics,
) -> Response {
    let Some(returns) = &spec.returns else { return Response::Nothing };
    if returns.is_by_status() {
        return Response::ByStatus(lower_statuses(returns, context, diagnostics));
    }
    let Some(data) = returns.only_data() else { return Response::Nothing };
    if data.is_bytes() {
        return Response::Bytes;
    }
    let ty = lower_body_type(&data.ty, "did you mean `bytes`?", context, diagnostics);
    if data.optional { Response::Optional(ty) } else { Response::Data(ty) }
}

/// Why there is no data whose members could be named: to stand after the endpoint's id.
pub(super) fn why_no_data(response: &Response) -> &'static str {
    match response {
        Response::ByStatus(_) => "returns what its status decides",
        Response::Optional(_) => "may return no data",
        Response::Stream(_) => "returns a stream",
        _ => "returns no data",
    }
}

/// What each status returns.
fn lower_statuses(
    returns: &ReturnsSpec,
    context: &Context<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<StatusResponse> {
    let case = |status: u16, data: Option<TypeRef>, optional: bool| {
        // The words are those of the standard, which are names.
        let name = Name::new(&status_word(status)).ok()?;
        Some(StatusResponse { status, name, data, optional })
    };
    let mut all = Vec::new();
    for data in &returns.data {
        if data.is_bytes() {
            let message =
                "`bytes` cannot stand beside other data: a file is not read before it is known to be one";
            let finding = Diagnostic::new(Code::TypeMisplaced, &data.ty.origin, message);
            diagnostics.push(finding.help("return `bytes` alone, or only the other data"));
            continue;
        }
        let ty = lower_body_type(&data.ty, "did you mean `bytes`?", context, diagnostics);
        all.extend(
            data.statuses.iter().filter_map(|status| case(status.value, Some(ty.clone()), data.optional)),
        );
    }
    all.extend(returns.empty_statuses.iter().filter_map(|status| case(status.value, None, false)));
    all.sort_by_key(|case| case.status);
    all
}

/// The type of what a response holds; any value in place of one that it cannot hold. `no_file` says what to write in place
/// of a file to upload.
pub(super) fn lower_body_type(
    expr: &TypeExpr,
    no_file: &str,
    context: &Context<'_>,
    diagnostics: &mut Diagnostics,
) -> TypeRef {
    let any = TypeRef::Scalar(Scalar::Any);
    match lower_type_ref(expr, context.scope, diagnostics) {
        Some(TypeRef::Scalar(Scalar::File)) => {
            let message = "a response cannot be a `file`";
            diagnostics.push(Diagnostic::new(Code::TypeMisplaced, &expr.origin, message).help(no_file));
            any
        }
        Some(ty) => {
            check_parts(&ty, context.types, &expr.origin, diagnostics);
            ty
        }
        None => any,
    }
}

/// What a status of a success is called, as the registry of HTTP statuses has it.
fn status_word(status: u16) -> String {
    let word = match status {
        200 => "ok",
        201 => "created",
        202 => "accepted",
        203 => "non_authoritative",
        204 => "no_content",
        205 => "reset_content",
        206 => "partial_content",
        207 => "multi_status",
        208 => "already_reported",
        226 => "im_used",
        _ => return format!("status_{status}"),
    };
    word.to_owned()
}
