//! `links.rs`: the pages of the service, read from their web addresses and built again.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::import::Imports;
use super::module::Module;
use super::{docs, root, runtime};
use crate::ir::{Api, EnumRepr, IdRepr, LinkPage, LinkParam, Links, Scalar, Segment, Shape, TypeRef};

/// What the module defines.
const OWN: [&str; 2] = ["Link", "LinkError"];

pub(super) fn emit_links(api: &Api, links: &Links) -> Module {
    let imports = Imports::new(api).beside(OWN);
    let variants: Vec<_> = links.pages.iter().map(|page| emit_variant(api, &imports, page)).collect();
    let docs =
        docs::outer(&[format!("A page of {}, with the ids in its web address.", docs::text(&api.name))]);
    let enumeration = quote! {
        #docs
        #[derive(Clone, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Link {
            #(#variants,)*
        }
    };
    let methods = emit_methods(links);
    let from_str = imports.from("std::str", "FromStr");
    let trait_impl = quote! {
        impl #from_str for Link {
            type Err = LinkError;

            fn from_str(text: &str) -> Result<Self, LinkError> {
                Self::parse(text)
            }
        }
    };
    let patterns = emit_patterns(api, &imports, links);
    let error: syn::Path = syn::parse_str(&format!("{}::LinkError", runtime::PUBLIC))
        .expect("module paths are made of identifiers");
    let mut items = imports.items();
    items.push(quote!(pub use #error;));
    items.extend([enumeration, methods, trait_impl, patterns]);
    Module { path: root::file(api, "links"), docs: docs::inner(&front_page(api, links)), items }
}

/// What the module is for, with an example.
fn front_page(api: &Api, links: &Links) -> Vec<String> {
    let mut page = vec![
        "Web addresses of pages and the ids in them, which calls take as they are. Nothing is asked of the service.".into(),
    ];
    // One with ids, if there is one, shows more.
    let (with_ids, without): (Vec<_>, Vec<_>) = links.pages.iter().partition(|page| !page.params.is_empty());
    page.extend(with_ids.into_iter().chain(without).find_map(|page| example(api, links, page)));
    page
}

/// An address that is read and built again, where its ids may be anything.
fn example(api: &Api, links: &Links, page: &LinkPage) -> Option<String> {
    let mut params = page.params.iter();
    let mut segments = Vec::new();
    for segment in &page.address.0 {
        segments.push(match segment {
            Segment::Literal(text) => text.clone(),
            Segment::Param(name) => match kind(api, &params.next()?.ty) {
                Kind::Text { is_enum: false } => format!("some-{name}"),
                Kind::Number { is_enum: false } => "7".to_owned(),
                _ => return None,
            },
            Segment::Mixed(_) => return None,
        });
    }
    let url = format!("{}/{}", links.hosts[0].replace('"', ""), segments.join("/"));
    let krate = api.crate_name.replace('-', "_");
    Some(format!(
        "```\nuse {krate}::links::Link;\n\nlet link = Link::parse(\"{url}?from=chat\")?;\nassert!(matches!(link, \
         Link::{variant} {{ .. }}));\nassert_eq!(link.to_url()?, \"{url}\");\n# Ok::<(), {krate}::links::LinkError>(())\n```",
        variant = page.name.pascal(),
    ))
}

fn emit_variant(api: &Api, imports: &Imports<'_>, page: &LinkPage) -> TokenStream {
    let mut about = docs::text(&page.docs);
    if page.is_weak {
        about.push_str(" Its address is known from one weak source alone.");
    }
    let address = format!("Address: `{}`.", page.address);
    let mut paragraphs = vec![about, address];
    paragraphs.extend(docs::sources(api, &page.sources));
    paragraphs.extend(docs::others(&page.docs));
    let docs = docs::outer(&paragraphs);
    let name = page.name.pascal_ident();
    let fields = page.params.iter().map(|param| {
        let (docs, ident) = (docs::outer(&docs::said(&param.docs)), param.name.snake_ident());
        let ty = param_type(imports, &param.ty);
        quote!(#docs #ident: #ty)
    });
    if page.params.is_empty() { quote!(#docs #name) } else { quote!(#docs #name { #(#fields,)* }) }
}

fn param_type(imports: &Imports<'_>, ty: &TypeRef) -> TokenStream {
    match ty {
        TypeRef::Def(id) => {
            let name = imports.def(*id);
            quote!(#name)
        }
        TypeRef::Scalar(Scalar::Int) => quote!(i64),
        _ => quote!(String),
    }
}

/// Reading and building.
fn emit_methods(links: &Links) -> TokenStream {
    // The argument gives way to the ids that stand beside it.
    let mut host = "host".to_owned();
    while links.pages.iter().flat_map(|page| &page.params).any(|param| param.name.snake() == host) {
        host.insert_str(0, "own_");
    }
    let host = format_ident!("{host}");
    let arms = links.pages.iter().map(|page| {
        let (name, address) = (page.name.pascal_ident(), page.address.to_string());
        let fields: Vec<_> = page.params.iter().map(|param| param.name.snake_ident()).collect();
        let pattern = if fields.is_empty() { quote!() } else { quote!({ #(#fields),* }) };
        quote!(Self::#name #pattern => PAGES.to_url(#host, #address, &[#(#fields),*]))
    });
    let known: Vec<String> = links.hosts.iter().map(|host| format!("`{}`", host.replace('`', ""))).collect();
    let parse = docs::outer(&[
        format!(
            "Reads the web address of a page at {}. What stands behind the path does not matter.",
            either(&known)
        ),
        "# Errors".into(),
        "When the text is no address, its host is another one, or no kind of page has its path.".into(),
    ]);
    let parse_at = docs::outer(&[
        "The same, and the pages of these hosts are read, too: `https://tenant.example`, or `https://*.tenant.example` \
         for every host one label below."
            .into(),
        "# Errors".into(),
        "As those of [`parse`](Self::parse), and when one of `hosts` is none.".into(),
    ]);
    let to_url = docs::outer(&[
        format!("The web address of the page at `{}`.", links.hosts[0].replace('`', "")),
        "# Errors".into(),
        "When an id is empty, `.` or `..`, which no address can hold, or when with these ids the address is that of \
         another kind of page. Whatever is built is read as it was by [`parse`](Self::parse)."
            .into(),
    ]);
    let to_url_at = docs::outer(&[
        "The web address of the page at a host of your own, such as `https://tenant.example`.".into(),
        "# Errors".into(),
        "As those of [`to_url`](Self::to_url), and when the host is none.".into(),
    ]);
    quote! {
        impl Link {
            #parse
            pub fn parse(text: &str) -> Result<Self, LinkError> {
                PAGES.parse(&[], text)
            }

            #parse_at
            pub fn parse_at(hosts: &[&str], text: &str) -> Result<Self, LinkError> {
                PAGES.parse(hosts, text)
            }

            #to_url
            pub fn to_url(&self) -> Result<String, LinkError> {
                self.to_url_at(PAGES.host())
            }

            #to_url_at
            pub fn to_url_at(&self, #host: &str) -> Result<String, LinkError> {
                match self {
                    #(#arms,)*
                }
            }
        }
    }
}

/// Some words, one of which is meant.
fn either(words: &[String]) -> String {
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => words.concat(),
    }
}

/// The patterns of all pages, and what makes a page of the ids.
fn emit_patterns(api: &Api, imports: &Imports<'_>, links: &Links) -> TokenStream {
    let (patterns, pattern) = (imports.codegen("LinkPatterns"), imports.codegen("LinkPattern"));
    let hosts = &links.hosts;
    let each = links.pages.iter().map(|page| {
        let (name, address) = (page.name.pascal_ident(), page.address.to_string());
        let fields = page.params.iter().map(|param| emit_read(api, param));
        let (values, fields) = match page.params.as_slice() {
            [] => (quote!(_), quote!()),
            _ => (quote!(values), quote!({ #(#fields),* })),
        };
        quote!(#pattern { address: #address, read: |#values| Some(Link::#name #fields) })
    });
    quote! {
        static PAGES: #patterns<Link> = #patterns {
            hosts: &[#(#hosts),*],
            patterns: &[#(#each),*],
        };
    }
}

/// A member of a page, read from the address.
fn emit_read(api: &Api, param: &LinkParam) -> TokenStream {
    let ident = param.name.snake_ident();
    let read = match kind(api, &param.ty) {
        Kind::Text { .. } => quote!(values.text()?),
        Kind::Number { .. } => quote!(values.integer()?),
    };
    match param.ty {
        TypeRef::Def(_) => quote!(#ident: #read.into()),
        _ => quote!(#ident: #read),
    }
}

/// What a parameter is in an address.
enum Kind {
    Text { is_enum: bool },
    Number { is_enum: bool },
}

fn kind(api: &Api, ty: &TypeRef) -> Kind {
    let shape = if let TypeRef::Def(id) = ty { Some(&api[*id].shape) } else { None };
    match shape {
        Some(Shape::Enum { repr: EnumRepr::Int, .. }) => Kind::Number { is_enum: true },
        Some(Shape::Enum { .. }) => Kind::Text { is_enum: true },
        Some(Shape::Id(IdRepr::Int)) => Kind::Number { is_enum: false },
        _ => match ty {
            TypeRef::Scalar(Scalar::Int) => Kind::Number { is_enum: false },
            _ => Kind::Text { is_enum: false },
        },
    }
}
