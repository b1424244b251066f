//! What refusals hold.

use super::context::Context;
use super::response::lower_body_type;
use crate::diagnostic::Diagnostics;
use crate::ir::RefusalBody;
use crate::parse::{EndpointSpec, RefusalBodySpec};

/// What the refusals of an endpoint hold, the most particular statuses first.
pub(super) fn lower_refusals(
    spec: &EndpointSpec,
    context: &Context<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<RefusalBody> {
    let lower = |one: &RefusalBodySpec| RefusalBody {
        statuses: one.statuses.value,
        ty: lower_body_type(
            &one.ty,
            "only what is JSON can be read here: leave it out",
            context,
            diagnostics,
        ),
    };
    let mut all: Vec<RefusalBody> = spec.refusals.iter().map(lower).collect();
    all.sort_by_key(|one| one.statuses);
    all
}
