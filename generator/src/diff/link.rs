//! Web addresses of pages.

use super::change::{Change, ChangeKind};
use super::pair::pair;
use super::type_text::render_type;
use crate::ir::{Api, LinkPage};

/// Compares the pages whose addresses the client reads and builds.
pub(super) fn diff_links(old: &Api, new: &Api, changes: &mut Vec<Change>) {
    let hosts = [old, new].map(|api| api.links.as_ref().map_or(&[][..], |links| &links.hosts));
    let host = |kind, host: &str, message: &str| Change {
        kind,
        subject: "the links".to_owned(),
        message: format!("pages at `{host}` {message}"),
        origin: None,
    };
    for sides in pair(hosts[0], hosts[1], Clone::clone) {
        match sides {
            (Some(gone), None) => changes.push(host(ChangeKind::LinkHostRemoved, gone, "are read no more")),
            (None, Some(added)) => changes.push(host(ChangeKind::LinkHostAdded, added, "are read now")),
            _ => {}
        }
    }
    if let [Some(was), Some(is)] = [hosts[0].first(), hosts[1].first()]
        && was != is
    {
        let message = format!("addresses were built at `{was}` and are at `{is}`");
        let subject = "the links".to_owned();
        changes.push(Change { kind: ChangeKind::LinkHostDefault, subject, message, origin: None });
    }
    let pages = [old, new].map(|api| api.links.as_ref().map_or(&[][..], |links| &links.pages));
    for sides in pair(pages[0], pages[1], |page| page.name.clone()) {
        let (page, kind, message) = match sides {
            (Some(gone), None) => (gone, ChangeKind::LinkRemoved, "it is gone".to_owned()),
            (None, Some(added)) => (added, ChangeKind::LinkAdded, "it is new".to_owned()),
            (Some(before), Some(after)) => {
                let (was, is) = (spell(before, old), spell(after, new));
                if was == is {
                    continue;
                }
                (after, ChangeKind::LinkChanged, format!("it was {was} and is {is}"))
            }
            (None, None) => continue,
        };
        let subject = format!("page `{}`", page.name);
        changes.push(Change { kind, subject, message, origin: Some(page.origin.clone()) });
    }
}

/// The address of a page and the types of its ids.
fn spell(page: &LinkPage, api: &Api) -> String {
    let params: Vec<_> =
        page.params.iter().map(|param| format!("{}: {}", param.name, render_type(&param.ty, api))).collect();
    format!("`{}` with ({})", page.address, params.join(", "))
}
