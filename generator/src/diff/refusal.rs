//! What refusals hold.

use super::change::ChangeKind;
use super::type_text::render_type;
use crate::ir::{Api, Endpoint, RefusalBody, Statuses};

/// Compares what the refusals of an endpoint hold, for each of the statuses that one of the two specs names.
pub(super) fn diff_refusals(
    (old, before): (&Api, &Endpoint),
    (new, after): (&Api, &Endpoint),
    push: &mut dyn FnMut(ChangeKind, String),
) {
    let mut all: Vec<Statuses> =
        before.refusals.iter().chain(&after.refusals).map(|refusal| refusal.statuses).collect();
    all.sort_unstable();
    all.dedup();
    for statuses in all {
        let text = statuses.text();
        match (held(old, &before.refusals, statuses), held(new, &after.refusals, statuses)) {
            (Some(was), Some(is)) if was != is => {
                let message = format!("refusals with `{text}` held `{was}` and hold `{is}`");
                push(ChangeKind::RefusalChanged, message);
            }
            (Some(was), None) => {
                let message = format!("refusals with `{text}` held `{was}`, and nothing is said of them now");
                push(ChangeKind::RefusalChanged, message);
            }
            (None, Some(is)) => {
                push(
                    ChangeKind::RefusalAdded,
                    format!("refusals with `{text}` hold `{is}`, as is known now"),
                );
            }
            _ => {}
        }
    }
}

/// The type of what refusals with these statuses hold, as a spec writes it.
fn held(api: &Api, refusals: &[RefusalBody], statuses: Statuses) -> Option<String> {
    let refusal = refusals.iter().find(|refusal| refusal.statuses.includes(statuses))?;
    Some(render_type(&refusal.ty, api))
}
