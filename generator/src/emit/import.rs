//! The `use` items of a module: exactly what its other items name.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::{root, runtime};
use crate::ir::{Api, ResourceId, TypeId};

/// The traits that emitted code derives.
const DERIVED: [&str; 9] =
    ["Clone", "Copy", "Debug", "Default", "Eq", "Hash", "Ord", "PartialEq", "PartialOrd"];

/// Collects names while a module is emitted.
pub(super) struct Imports<'a> {
    api: &'a Api,
    /// The resource whose module is emitted, and the path from there to the resource's root module.
    module_of: Option<(ResourceId, &'static str)>,
    /// What the module itself defines, to which imported names give way.
    own: BTreeSet<String>,
    /// By module: names, and what they are called here.
    names: RefCell<BTreeMap<String, BTreeMap<String, Ident>>>,
}

impl<'a> Imports<'a> {
    /// For a module at the crate's root.
    pub(super) fn new(api: &'a Api) -> Self {
        Self { api, module_of: None, own: BTreeSet::new(), names: RefCell::default() }
    }

    /// For a module that itself defines some names.
    pub(super) fn beside(self, own: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { own: own.into_iter().map(Into::into).collect(), ..self }
    }

    /// For the root module of a resource.
    pub(super) fn in_resource(api: &'a Api, resource: ResourceId) -> Self {
        Self { module_of: Some((resource, "self")), ..Self::new(api) }
    }

    /// For a module below the root module of a resource.
    pub(super) fn below_resource(api: &'a Api, resource: ResourceId) -> Self {
        Self { module_of: Some((resource, "super")), ..Self::new(api) }
    }

    /// Names something of a module.
    pub(super) fn from(&self, module: &str, name: &str) -> Ident {
        // A type of the API keeps its name against one of the standard library, as against one of the runtime.
        if module.starts_with("std::") {
            self.of_runtime(module, name)
        } else {
            self.unless_taken(module, name, |_| false)
        }
    }

    /// Names something of a module in the crate's root.
    pub(super) fn of_root(&self, module: &str, name: &str) -> Ident {
        self.from(&root::path(self.api, module), name)
    }

    /// Names something under another name where its own one is taken.
    pub(super) fn unless_taken(&self, module: &str, name: &str, taken: impl Fn(&str) -> bool) -> Ident {
        self.import_as(module, name, "Api", |name| self.own.contains(name) || taken(name))
    }

    /// Names something under its own name, which is one of those that the module keeps for itself.
    pub(super) fn exactly(&self, module: &str, name: &str) -> Ident {
        self.import_as(module, name, "", |_| false)
    }

    /// Imports a name, with a prefix for as long as it is taken, and gives what it is called here.
    fn import_as(&self, module: &str, name: &str, prefix: &str, taken: impl Fn(&str) -> bool) -> Ident {
        let mut modules = self.names.borrow_mut();
        let names = modules.entry(module.to_owned()).or_default();
        let free = || {
            let prefix = match name {
                _ if name.starts_with(|c: char| c.is_ascii_lowercase()) => "base_",
                _ if !name.contains(|c: char| c.is_ascii_lowercase()) => "BASE_",
                _ => prefix,
            };
            let mut free = name.to_owned();
            while taken(&free) || (free != name && self.api.used_names.types.contains(&free)) {
                free.insert_str(0, prefix);
            }
            Ident::new(&free, Span::call_site())
        };
        names.entry(name.to_owned()).or_insert_with(free).clone()
    }

    /// Names something of the runtime. Where the API has a type of that name, the type keeps it.
    fn of_runtime(&self, module: &str, name: &str) -> Ident {
        self.import_as(module, name, "Runtime", |name| {
            self.own.contains(name) || self.api.used_names.types.contains(name)
        })
    }

    /// Names something that the runtime offers to emitted code.
    pub(super) fn codegen(&self, name: &str) -> Ident {
        self.of_runtime(runtime::CODEGEN, name)
    }

    /// Names something that the runtime offers to emitted code, under another name where its own one is taken.
    pub(super) fn codegen_unless(&self, name: &str, taken: impl Fn(&str) -> bool) -> Ident {
        self.unless_taken(runtime::CODEGEN, name, taken)
    }

    /// The whole path of something that the runtime offers to emitted code, for where its name is taken.
    pub(super) fn codegen_path(&self, name: &str) -> syn::Path {
        syn::parse_str(&format!("{}::{name}", runtime::CODEGEN))
            .expect("module paths are made of identifiers")
    }

    /// Names something that the runtime offers to people.
    pub(super) fn public(&self, name: &str) -> Ident {
        self.of_runtime(runtime::PUBLIC, name)
    }

    /// Names something of a public module of the runtime.
    pub(super) fn public_in(&self, module: &str, name: &str) -> Ident {
        self.of_runtime(&format!("{}::{module}", runtime::PUBLIC), name)
    }

    /// Names a type of the API.
    pub(super) fn def(&self, id: TypeId) -> Ident {
        let def = &self.api[id];
        let name = def.name.pascal();
        match self.module_of {
            // The root of a resource exports its own types, so they are in scope there.
            Some((resource, "self")) if resource == def.resource => self.local(id),
            Some((resource, path)) if resource == def.resource => self.of_api(path, name),
            _ => self.of_api(&format!("crate::{}", self.api[def.resource].name.snake()), name),
        }
    }

    /// Names a type of another module. One that is called like a trait to derive is called otherwise here: what a module
    /// gives on is not known before its macros are, and until then `#[derive]` would not know which of the two is meant.
    fn of_api(&self, module: &str, name: &str) -> Ident {
        self.unless_taken(module, name, |name| DERIVED.contains(&name))
    }

    /// Names a type of the API that stands in the same module.
    pub(super) fn local(&self, id: TypeId) -> Ident {
        self.api[id].name.pascal_ident()
    }

    /// The `use` items, in the order that rustfmt keeps: std, other crates, own modules.
    pub(super) fn items(&self) -> Vec<TokenStream> {
        let names = self.names.borrow();
        let mut paths: Vec<&String> = names.keys().collect();
        paths.sort_by_key(|path| (rank(path), path.as_str()));
        let mut items = Vec::new();
        for path in paths {
            let names: Vec<TokenStream> = names[path].iter().map(|(name, here)| import(name, here)).collect();
            let path: syn::Path = syn::parse_str(path).expect("module paths are made of identifiers");
            items.push(match &names[..] {
                [name] => quote!(use #path::#name;),
                names => quote!(use #path::{#(#names),*};),
            });
        }
        items
    }
}

/// A name in a `use` item, with `as` where it is called something else here.
fn import(name: &str, here: &Ident) -> TokenStream {
    let name = Ident::new(name, Span::call_site());
    if name == *here { quote!(#name) } else { quote!(#name as #here) }
}

/// The place of a path among `use` items.
fn rank(path: &str) -> u8 {
    match path.split("::").next() {
        Some("std") => 0,
        Some("crate") => 2,
        Some("super") => 3,
        Some("self") => 4,
        _ => 1,
    }
}
