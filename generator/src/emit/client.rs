//! `client.rs`: the client and its builder.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};

use super::feature::Features;
use super::import::Imports;
use super::module::Module;
use super::value::{Argument, argument};
use super::{docs, root};
use crate::ir::{Api, Credential, Input, Name, Resource, Scalar, TokenSource, TypeRef, Variable};

/// What the module defines.
const OWN: [&str; 2] = ["Client", "ClientBuilder"];

/// The methods of every client: what is emitted where nothing is known of an API, and the one by which clients are shared.
pub(crate) fn client_methods() -> Vec<String> {
    let of_traits = ["clone".to_owned()];
    methods_of(OWN[0]).chain(of_traits).collect()
}

/// The methods of the builder of every client.
pub(crate) fn builder_methods() -> Vec<String> {
    methods_of(OWN[1]).collect()
}

/// The methods that a type has whatever the API.
fn methods_of(ty: &str) -> impl Iterator<Item = String> {
    let items = emit_client(&Api::default(), true).items;
    let items = items.into_iter().filter_map(|tokens| syn::parse2(tokens).ok());
    let implemented = items.filter_map(move |item| match item {
        syn::Item::Impl(item) if item.self_ty.to_token_stream().to_string() == ty => Some(item.items),
        _ => None,
    });
    implemented.flatten().filter_map(|item| match item {
        syn::ImplItem::Fn(function) => Some(function.sig.ident.to_string()),
        _ => None,
    })
}

/// The method that gives the same client with another value, or acting as another user.
pub(crate) fn with_method(name: &Name) -> String {
    format!("with_{name}")
}

pub(super) fn emit_client(api: &Api, in_crate: bool) -> Module {
    let imports = Imports::new(api).beside(OWN);
    let own = [emit_client_struct(&imports, api), emit_client_methods(api, &imports), emit_builder_struct()];
    let own = own.into_iter().chain([emit_builder_methods(api, &imports, in_crate)]);
    let own: Vec<_> = own.collect();
    let mut items = imports.items();
    items.extend(own);
    let about = "The client and its builder.";
    Module { path: root::file(api, "client"), docs: docs::inner(&[about.into()]), items }
}

fn emit_client_struct(imports: &Imports<'_>, api: &Api) -> TokenStream {
    imports.public("codegen");
    let about = format!("A client of {}.", docs::text(&api.name));
    let shared = "Clones are cheap and share connections, tokens and limits. Each method leads to a resource; the \
                  resource's methods start calls.";
    let docs = docs::outer(&[about, shared.into()]);
    quote! {
        #docs
        #[derive(Clone, Debug)]
        pub struct Client(codegen::Client);
    }
}

fn emit_client_methods(api: &Api, imports: &Imports<'_>) -> TokenStream {
    let service = imports.of_root("service", "API");
    let limiter = imports.public_in("limiter", "Limiter");
    let accessors = api.resources.iter().filter(|resource| !resource.endpoints.is_empty());
    let features = Features::of(api);
    let accessors = accessors.map(|resource| emit_accessor(&features, resource));
    let variables = api.variables.iter().map(|variable| emit_client_variable(api, imports, variable));
    let (call, method) = (imports.public("Call"), imports.public("Method"));
    let cow = imports.from("std::borrow", "Cow");
    let (tokens, effect) = (imports.public("TokenCache"), imports.public("Effect"));
    let grants = api.credentials.iter().filter_map(|credential| emit_grant(api, imports, credential));
    quote! {
        impl Client {
            #[doc = " Starts a client."]
            #[inline]
            pub fn builder() -> ClientBuilder {
                ClientBuilder(codegen::Client::builder(&#service))
            }

            #(#accessors)*

            #(#variables)*

            #(#grants)*

            #[doc = " The rate limiter, to watch or close it."]
            #[must_use]
            #[inline]
            pub fn limiter(&self) -> &#limiter {
                self.0.limiter()
            }

            #[doc = " A call by method and path, for endpoints that this crate does not know: with the same tokens, headers,"]
            #[doc = " retries and limits. The path holds parameters as `:name`, to be set by [`Call::path`], or their values."]
            pub fn raw(&self, method: #method, path: impl Into<#cow<'static, str>>) -> #call {
                self.0.raw(method, path)
            }

            #[doc = " The same client for calls of no graver effect than this: with `Effect::Read` it only reads. It may never do"]
            #[doc = " more than this one, and refuses other calls before anything is sent."]
            #[must_use]
            #[inline]
            pub fn effects_up_to(&self, gravest: #effect) -> Self {
                Self(self.0.effects_up_to(gravest))
            }

            #[doc = " The tokens, to share them with another client."]
            #[must_use]
            #[inline]
            pub fn tokens(&self) -> &#tokens {
                self.0.tokens()
            }
        }
    }
}

/// The method that leads to a resource's client.
fn emit_accessor(features: &Features<'_>, resource: &Resource) -> TokenStream {
    let cfg = features.cfg_attribute(resource);
    let docs = docs::outer(&docs::said(&resource.docs));
    let (name, module, client) =
        (resource.accessor.snake_ident(), resource.name.snake_ident(), resource.accessor.pascal_ident());
    quote! {
        #docs
        #cfg
        #[must_use]
        #[inline]
        pub fn #name(&self) -> crate::#module::#client {
            crate::#module::#client(self.0.clone())
        }
    }
}

/// `with_…`: the same client under another value of a variable.
fn emit_client_variable(api: &Api, imports: &Imports<'_>, variable: &Variable) -> TokenStream {
    let name = variable.name.snake();
    let ident = variable.name.snake_ident();
    let with = format_ident!("{}", with_method(&variable.name));
    let about = format!("The same client, with calls made under another `{name}`.");
    let docs = docs::outer(&[vec![about], docs::said(&variable.docs)].concat());
    let Argument { ty, value } = argument(api, imports, &variable.ty, &ident, &|id| imports.def(id));
    quote! {
        #docs
        #[must_use]
        pub fn #with(&self, #ident: #ty) -> Self {
            Self(self.0.with_variable(#name, &#value))
        }
    }
}

/// `with_…`: the same client with a credential that is a refresh token; `None` for other kinds of credentials.
fn emit_grant(api: &Api, imports: &Imports<'_>, credential: &Credential) -> Option<TokenStream> {
    let TokenSource::Exchange(exchange) = &credential.token else { return None };
    // A refresh token is the one input, and each exchange replaces it.
    let ([_], [_]) = (credential.inputs.as_slice(), exchange.rotates.as_slice()) else { return None };
    let name = credential.name.snake();
    let ident = credential.name.snake_ident();
    let with = format_ident!("{}", with_method(&credential.name));
    let needs = exchange.with.map_or_else(String::new, |id| {
        format!("\n\n# Errors\nWhen the client has no `{}` credential.", api[id].name)
    });
    let about = format!(
        "The same client, acting as another `{name}`, by a refresh token and the token that came with it."
    );
    let docs = docs::outer(&[about, docs::text(&credential.docs) + &needs]);
    let (grant, result) = (imports.public("Grant"), imports.public("Result"));
    Some(quote! {
        #docs
        pub fn #with(&self, #ident: #grant) -> #result<Self> {
            self.0.with_grant(#name, #ident).map(Self)
        }
    })
}

fn emit_builder_struct() -> TokenStream {
    quote! {
        #[doc = " Sets up a [`Client`]."]
        #[derive(Debug)]
        #[must_use = "a builder does nothing until `build` is called"]
        pub struct ClientBuilder(codegen::ClientBuilder);
    }
}

fn emit_builder_methods(api: &Api, imports: &Imports<'_>, in_crate: bool) -> TokenStream {
    let credentials = api.credentials.iter().map(|credential| emit_credential(api, imports, credential));
    let variables = api.variables.iter().map(|variable| emit_builder_variable(api, imports, variable));
    let options = emit_options(api, imports, in_crate);
    let result = imports.public("Result");
    quote! {
        impl ClientBuilder {
            #(#credentials)*

            #(#variables)*

            #options

            #[doc = " Makes the client. Nothing is sent yet."]
            #[doc = ""]
            #[doc = " # Errors"]
            #[doc = " When the URL is not usable, or a credential needs another one that was not given."]
            pub fn build(self) -> #result<Client> {
                self.0.build().map(Client)
            }
        }
    }
}

/// The builder's method that sets a credential.
fn emit_credential(api: &Api, imports: &Imports<'_>, credential: &Credential) -> TokenStream {
    let inputs: Vec<String> = (credential.inputs.iter())
        .map(|input| format!("- `{}`: {}", input.name, docs::text(&input.docs)))
        .collect();
    let arguments = format!("# Arguments\n\n{}", inputs.join("\n"));
    let docs = docs::outer(&[docs::said(&credential.docs), vec![arguments]].concat());
    let (ident, name) = (credential.name.snake_ident(), credential.name.snake());
    let arguments = credential.inputs.iter().map(|input| {
        let (ident, ty) = (input.name.snake_ident(), input_type(api, imports, input));
        quote!(#ident: #ty)
    });
    let values = credential.inputs.iter().map(|input| {
        let ident = input.name.snake_ident();
        match input.ty {
            TypeRef::Scalar(Scalar::Secret) => quote!(#ident.into()),
            TypeRef::Scalar(_) => quote!(#ident.into().into()),
            _ => quote!(#ident.into().to_string().into()),
        }
    });
    quote! {
        #docs
        pub fn #ident(self, #(#arguments),*) -> Self {
            Self(self.0.credential(#name, vec![#(#values),*]))
        }
    }
}

fn input_type(api: &Api, imports: &Imports<'_>, input: &Input) -> TokenStream {
    argument(api, imports, &input.ty, &input.name.snake_ident(), &|id| imports.def(id)).ty
}

/// The builder's method that sets a variable.
fn emit_builder_variable(api: &Api, imports: &Imports<'_>, variable: &Variable) -> TokenStream {
    let name = variable.name.snake();
    let ident = variable.name.snake_ident();
    let docs = docs::outer(&docs::said(&variable.docs));
    let Argument { ty, value } = argument(api, imports, &variable.ty, &ident, &|id| imports.def(id));
    quote! {
        #docs
        pub fn #ident(self, #ident: #ty) -> Self {
            Self(self.0.variable(#name, &#value))
        }
    }
}

/// Options that every client has, whatever its API.
fn emit_options(api: &Api, imports: &Imports<'_>, in_crate: bool) -> TokenStream {
    let duration = imports.from("std::time", "Duration");
    let (retry, effect) = (imports.public("RetryPolicy"), imports.public("Effect"));
    let limiter = imports.public_in("limiter", "Limiter");
    let shared_limits = in_crate.then(|| emit_shared_limits(api));
    let http = imports.public("reqwest");
    let export = root::export(api, "reqwest");
    let exported = format!(
        " A prepared HTTP client of the crate `reqwest`, which is exported as [`{export}`](crate::{export}): for a"
    );
    let own_hosts = api.endpoints.iter().any(|endpoint| endpoint.host.is_some()).then(|| {
        quote! {
            #[doc = ""]
            #[doc = " Endpoints with a host of their own keep it if this is one of the known hosts. Any other URL stands for all."]
        }
    });
    let [tokens, store, observer] = ["TokenCache", "TokenStore", "Observer"].map(|name| imports.public(name));
    quote! {
        #[doc = " Another host than the default, one of [`hosts`](crate::hosts) or any URL."]
        #own_hosts
        pub fn base_url(self, url: impl Into<String>) -> Self {
            Self(self.0.base_url(url))
        }

        #[doc = " Allows plain `http` to hosts other than this machine. Tokens then travel unprotected."]
        #[inline]
        pub fn allow_plain_http(self) -> Self {
            Self(self.0.allow_plain_http())
        }

        #[doc = " How long one attempt may take, from its sending to the end of its response; 30 seconds by default."]
        #[doc = ""]
        #[doc = " Time spent waiting for the limiter does not count; for that, a call has a deadline."]
        #[inline]
        pub fn timeout(self, timeout: #duration) -> Self {
            Self(self.0.timeout(timeout))
        }

        #[doc = " How long connecting may take; 10 seconds by default."]
        #[inline]
        pub fn connect_timeout(self, timeout: #duration) -> Self {
            Self(self.0.connect_timeout(timeout))
        }

        #[doc = " The largest response that is read into memory, in bytes; 32 MiB by default. Downloads are not bound by it."]
        #[inline]
        pub fn max_body(self, bytes: usize) -> Self {
            Self(self.0.max_body(bytes))
        }

        #[doc = " When and how often failed attempts are repeated."]
        #[inline]
        pub fn retry(self, policy: #retry) -> Self {
            Self(self.0.retry(policy))
        }

        #[doc = " The gravest effect that calls may have, any by default: with `Effect::Read` the client only reads, with"]
        #[doc = " `Effect::Write` it also changes what can be changed back. A call that does more is refused before anything"]
        #[doc = " is sent. The exchanges of tokens do not count."]
        #[inline]
        pub fn effects_up_to(self, gravest: #effect) -> Self {
            Self(self.0.effects_up_to(gravest))
        }

        #[doc = " A limiter to use, shared with other clients of the same credentials in this process."]
        #[inline]
        pub fn limiter(self, limiter: #limiter) -> Self {
            Self(self.0.limiter(limiter))
        }

        #shared_limits

        #[doc = " Tokens to use, shared with other clients of the same credentials in this process."]
        #[inline]
        pub fn tokens(self, tokens: #tokens) -> Self {
            Self(self.0.tokens(tokens))
        }

        #[doc = " Where refresh tokens are kept when the server replaces them: an async closure will do."]
        pub fn token_store(self, store: impl #store) -> Self {
            Self(self.0.token_store(store))
        }

        #[doc = #exported]
        #[doc = " proxy, certificates or headers of your own."]
        #[doc = ""]
        #[doc = " Redirects stay off, since they would carry tokens elsewhere, and so do its repetitions, which would not"]
        #[doc = " keep the limits. The connect timeout and the user agent are those of this client."]
        pub fn http(self, http: #http::ClientBuilder) -> Self {
            Self(self.0.http(http))
        }

        #[doc = " Is called for every attempt of every call, for metrics of your own."]
        pub fn observer(self, observer: impl #observer) -> Self {
            Self(self.0.observer(observer))
        }
    }
}

/// The option that a crate has with its feature `redis`; a module in somebody's crate has no features.
fn emit_shared_limits(api: &Api) -> TokenStream {
    // By its path: what is compiled with a feature only cannot be imported for all.
    let limits = format_ident!("{}", root::export(api, "limiter"));
    let shared_limits = quote!(crate::#limits::RedisLimits);
    quote! {
        #[doc = " Shares all limits with other processes that share them on the same Redis server. Clients of one credential in"]
        #[doc = " this process should be clones of one client, or be given the limiter of one."]
        #[doc = ""]
        #[doc = " # Panics"]
        #[doc = " Outside of a tokio runtime."]
        #[cfg(feature = "redis")]
        pub fn shared_limits(self, limits: #shared_limits) -> Self {
            Self(self.0.shared_limits(limits))
        }
    }
}
