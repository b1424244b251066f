//! What stands in the crate's root: its modules beside those of the resources, and what it hands on of the runtime.

use proc_macro2::{Ident, Span};

use crate::ir::Api;

/// A module in the root.
struct RootModule {
    name: &'static str,
    /// Whether callers see it. Otherwise its name gives way to a resource.
    is_public: bool,
}

/// The root itself, among the files of modules.
pub(super) const LIB: &str = "lib";

/// Files that compilers take for the root of a crate, wherever they are.
pub(crate) const CRATE_ROOTS: [&str; 2] = [LIB, "main"];

/// The modules, in alphabetical order.
const MODULES: [RootModule; 9] = [
    private("client"),
    private("defaults"),
    public("endpoints"),
    private("error_code"),
    public("errors"),
    public("hosts"),
    public("limits"),
    public(LINKS),
    private("service"),
];

/// The module of the service's pages, where the API has such.
const LINKS: &str = "links";

const fn public(name: &'static str) -> RootModule {
    RootModule { name, is_public: true }
}

const fn private(name: &'static str) -> RootModule {
    RootModule { name, is_public: false }
}

/// What the modules of an API are called, and whether callers see them.
pub(super) fn modules(api: &Api) -> impl Iterator<Item = (String, bool)> {
    let there = MODULES.iter().filter(|module| api.links.is_some() || module.name != LINKS);
    there.map(|module| (name(api, module.name), module.is_public))
}

/// The modules that keep their names, whatever resources are called.
pub(crate) fn fixed_modules(has_links: bool) -> impl Iterator<Item = &'static str> {
    let fixed = MODULES.iter().filter(move |module| module.is_public && (has_links || module.name != LINKS));
    fixed.map(|module| module.name)
}

/// What a module is called in the crate of an API.
fn name(api: &Api, module: &str) -> String {
    let known = MODULES.iter().find(|known| known.name == module).expect("a module of the root");
    if known.is_public { module.to_owned() } else { free(api, module, "own_") }
}

/// The emitted crate, as Rust code names it.
pub(super) fn crate_ident(api: &Api) -> Ident {
    Ident::new(&api.crate_name.replace('-', "_"), Span::call_site())
}

/// A module as an identifier.
pub(super) fn ident(api: &Api, module: &str) -> Ident {
    Ident::new(&name(api, module), Span::call_site())
}

/// The path of a module.
pub(super) fn path(api: &Api, module: &str) -> String {
    format!("crate::{}", name(api, module))
}

/// The file of a module.
pub(super) fn file(api: &Api, module: &str) -> String {
    format!("src/{}.rs", name(api, module))
}

/// What a module of the runtime is called where the root hands it on.
pub(super) fn export(api: &Api, module: &str) -> String {
    free(api, module, "runtime_")
}

/// Whether a resource has a name.
pub(super) fn is_resource(api: &Api, name: &str) -> bool {
    api.resources.iter().any(|resource| resource.name.snake() == name)
}

/// A name, with a prefix for as long as a resource has it.
fn free(api: &Api, name: &str, prefix: &str) -> String {
    let mut free = name.to_owned();
    while is_resource(api, &free) {
        free.insert_str(0, prefix);
    }
    free
}
