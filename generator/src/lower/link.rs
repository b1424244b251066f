//! Web addresses of the service's pages.

use super::name::{Case, Namespace, lower_own_name};
use super::route::{check_path_params, lower_segments, path_params};
use super::scope::Scope;
use super::type_ref::{lower_type_ref, render_type};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{
    EnumRepr, IdRepr, LinkPage, LinkParam, Links, PathTemplate, Scalar, Segment, Shape, TypeDef, TypeRef,
};
use crate::parse::{EvidenceSpec, FieldSpec, LinksSpec, Text};

const RENAME: &str = "give it another name; it stands nowhere but in the spec";

/// Lowers the pages whose addresses are known.
pub(super) fn lower_links(
    scope: &Scope<'_>,
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) -> Option<Links> {
    let spec = scope.document.api.links.as_ref()?;
    let hosts = lower_hosts(spec, diagnostics);
    if spec.pages.value.is_empty() {
        diagnostics.push(Diagnostic::new(Code::ListEmpty, &spec.pages.origin, "the links have no pages"));
    }
    let mut names = Namespace::new("page", Case::Pascal, &[]);
    let mut pages = Vec::new();
    for page in &spec.pages.value {
        let name = lower_own_name(&page.name, "a page", RENAME, diagnostics);
        names.claim(&name, &page.name, RENAME, diagnostics);
        let referrer = format!("the page `{}`", page.name.value);
        let sources = page
            .sources
            .iter()
            .filter_map(|source| scope.sources.find(source, &referrer, diagnostics))
            .collect();
        if page.doc.is_none() {
            let message = format!("the page `{}` has no `doc`", page.name.value);
            diagnostics.push(Diagnostic::new(Code::Undocumented, &page.name.origin, message));
        }
        let Some(address) = lower_address(&page.address, diagnostics) else {
            // Mistakes in its parameters are reported in the same run.
            lower_params(&page.path.iter().collect::<Vec<_>>(), scope, types, diagnostics);
            continue;
        };
        let specs = path_params(&address, &page.path, &scope.document.api.parameters);
        let params = lower_params(&specs, scope, types, diagnostics);
        check_path_params("address", &address, &specs, &page.address, diagnostics);
        pages.push(LinkPage {
            name,
            params: in_order(&address, params),
            address,
            docs: page
                .doc
                .as_ref()
                .map_or_else(|| format!("`{}`.", page.name.value).into(), |doc| doc.value.clone()),
            is_weak: page.evidence.as_ref().is_some_and(|evidence| evidence.value == EvidenceSpec::Weak),
            sources,
            origin: page.address.origin.clone(),
        });
    }
    check_taken(&pages, types, diagnostics);
    Some(Links { hosts, pages })
}

/// The hosts that serve the pages.
fn lower_hosts(spec: &LinksSpec, diagnostics: &mut Diagnostics) -> Vec<String> {
    let hosts = &spec.hosts.value;
    if hosts.is_empty() {
        diagnostics.push(Diagnostic::new(Code::ListEmpty, &spec.hosts.origin, "the links have no hosts"));
    }
    for (index, host) in hosts.iter().enumerate() {
        if let Some(help) = problem_of_host(&host.value, index == 0) {
            let message = format!("`{}` is not a host that serves pages", host.value.escape_debug());
            diagnostics.push(Diagnostic::new(Code::AddressSyntax, &host.origin, message).help(help));
        }
    }
    hosts.iter().map(|host| host.value.clone()).collect()
}

/// What to do about a text that is no host; `None` if it is one. The first host is the one at which addresses are built.
fn problem_of_host(host: &str, is_first: bool) -> Option<&'static str> {
    let Some(authority) = host.strip_prefix("https://").or_else(|| host.strip_prefix("http://")) else {
        return Some("write `https://` before it, like `https://example.com`");
    };
    let domain = authority.strip_prefix("*.");
    let name = domain.unwrap_or(authority);
    let (name, port) = name.split_once(':').map_or((name, None), |(name, port)| (name, Some(port)));
    let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let labels: Vec<&str> = name.split('.').collect();
    let is_number = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    if authority.contains(['/', '?', '#']) {
        Some("remove what stands behind the host")
    } else if domain.is_some() && (labels.len() < 2 || is_number(labels[labels.len() - 1])) {
        Some(
            "a `*` stands before two names at least, like `https://*.example.com`: hosts below `com` are anybody's",
        )
    } else if domain.is_some() && is_first {
        Some(
            "the first host is the one at which addresses are built, so it is one host; move another one to the front",
        )
    } else if labels.iter().any(|label| label.is_empty() || !label.chars().all(good))
        || port.is_some_and(|port| port.parse::<u16>().is_err())
    {
        Some(
            "such a host is a scheme and a name in small letters, like `https://example.com` or `https://*.example.com`",
        )
    } else {
        None
    }
}

/// The path of an address; `None` after a complaint.
fn lower_address(address: &Text, diagnostics: &mut Diagnostics) -> Option<PathTemplate> {
    let segments = lower_segments(&address.value, address, Code::AddressSyntax, diagnostics)?;
    let bad = segments.iter().enumerate().find_map(|(index, segment)| match segment {
        Segment::Literal(text) if text.contains('%') => Some((
            text.clone(),
            "write segments without `%`; what stands in an address is decoded before it is compared",
        )),
        Segment::Literal(text) if text.is_empty() && index > 0 => {
            Some((text.clone(), "leave out the final `/`; addresses are read with and without it"))
        }
        Segment::Mixed(_) => Some((
            PathTemplate(vec![segment.clone()]).to_string().split_off(1),
            "a parameter of an address is a whole segment",
        )),
        _ => None,
    });
    if let Some((text, help)) = bad {
        let message = match text.as_str() {
            "" => format!("the address `{}` ends with `/`", address.value),
            text => format!("`{text}` cannot be a segment of an address"),
        };
        diagnostics.push(Diagnostic::new(Code::AddressSyntax, &address.origin, message).help(help));
        return None;
    }
    Some(PathTemplate(segments))
}

/// The parameters of an address, with their names in the spec.
fn lower_params<'s>(
    specs: &[&'s FieldSpec],
    scope: &Scope<'_>,
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) -> Vec<(&'s str, LinkParam)> {
    let mut names = Namespace::new("parameter", Case::Snake, &[]);
    specs
        .iter()
        .map(|spec| {
            let wire = &spec.wire;
            let name = lower_own_name(wire, "a parameter", RENAME, diagnostics);
            names.claim(&name, wire, RENAME, diagnostics);
            if spec.doc.is_none() {
                let message = format!("the parameter `{}` has no `doc`", wire.value);
                let help = "write `{type: …, doc: \"…\"}`";
                diagnostics.push(Diagnostic::new(Code::Undocumented, &wire.origin, message).help(help));
            }
            let docs = spec
                .doc
                .as_ref()
                .map_or_else(|| format!("`{}`.", wire.value).into(), |doc| doc.value.clone());
            let ty = lower_param_type(spec, scope, types, diagnostics);
            (&*wire.value, LinkParam { name, ty: ty.unwrap_or(TypeRef::Scalar(Scalar::Str)), docs })
        })
        .collect()
}

/// The type of a parameter; `None` after a complaint.
fn lower_param_type(
    spec: &FieldSpec,
    scope: &Scope<'_>,
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) -> Option<TypeRef> {
    let ty = lower_type_ref(&spec.ty, scope, diagnostics)?;
    let fits = match &ty {
        TypeRef::Scalar(Scalar::Str | Scalar::Int) => true,
        TypeRef::Def(id) => matches!(types[id.index()].shape, Shape::Id(_) | Shape::Enum { .. }),
        _ => false,
    };
    if !fits {
        let message = format!("a parameter of an address cannot be `{}`", render_type(&ty, types));
        let help = "it is a `string`, an `i64`, an id or an enum";
        diagnostics.push(Diagnostic::new(Code::TypeMisplaced, &spec.ty.origin, message).help(help));
    }
    fits.then_some(ty)
}

/// The parameters in the order in which they stand in the address.
fn in_order(address: &PathTemplate, mut params: Vec<(&str, LinkParam)>) -> Vec<LinkParam> {
    params.sort_by_key(|(wanted, _)| address.params().position(|name| name == *wanted));
    params.into_iter().map(|(_, param)| param).collect()
}

/// Checks that every page can be read from its address: of two that fit, the first one is meant.
fn check_taken(pages: &[LinkPage], types: &[TypeDef], diagnostics: &mut Diagnostics) {
    for (index, page) in pages.iter().enumerate() {
        let Some(first) = pages[..index].iter().find(|first| covers(first, page, types)) else { continue };
        let message = format!("an address of the page `{}` is read as one of `{}`", page.name, first.name);
        diagnostics.push(
            Diagnostic::new(Code::AddressTaken, &page.origin, message)
                .note_at(&first.origin, format!("`{}` has the address `{}`", first.name, first.address))
                .help("correct one of the two; the names of parameters do not tell addresses apart"),
        );
    }
}

/// Whether whatever is an address of a page is one of the first page, too.
fn covers(first: &LinkPage, page: &LinkPage, types: &[TypeDef]) -> bool {
    let (mut own, mut other) = (first.params.iter(), page.params.iter());
    first.address.0.len() == page.address.0.len()
        && first.address.0.iter().zip(&page.address.0).all(|pair| match pair {
            (Segment::Literal(a), Segment::Literal(b)) => a == b,
            (Segment::Param(_), Segment::Param(_)) => {
                let numbers = [own.next(), other.next()]
                    .map(|param| param.is_some_and(|param| is_number(&param.ty, types)));
                !numbers[0] || numbers[1]
            }
            _ => false,
        })
}

/// Whether a parameter is a whole number.
fn is_number(ty: &TypeRef, types: &[TypeDef]) -> bool {
    match ty {
        TypeRef::Def(id) => matches!(
            types[id.index()].shape,
            Shape::Id(IdRepr::Int) | Shape::Enum { repr: EnumRepr::Int, .. }
        ),
        _ => *ty == TypeRef::Scalar(Scalar::Int),
    }
}
