//! `examples/first_call.rs` and `tests/first_call.rs` of a crate that stands alone: a call that reads something and asks for
//! little, with what the client needs to be built.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::feature::Features;
use super::module::{OfferedFile, OfferedPart};
use super::root;
use super::sample::{ExampleDetail, Samples};
use super::sample_source::SampleSource;
use crate::ir::{
    Api, Credential, CredentialId, CredentialRule, Effect, Endpoint, IdRepr, Method, Presence, Response,
    Scalar, Shape, TemplatePart, TokenSource, TypeRef, Variable,
};

/// The call, and what its client is built with.
pub(super) struct FirstCall<'a> {
    pub(super) api: &'a Api,
    pub(super) endpoint: &'a Endpoint,
    /// The credential of the call, and those that it is exchanged with.
    credentials: Vec<&'a Credential>,
    /// The variables without which the call is not sent.
    variables: Vec<&'a Variable>,
}

impl<'a> FirstCall<'a> {
    /// The call with the fewest arguments among those that read something: `None` if the API only writes.
    pub(super) fn of(api: &'a Api) -> Option<Self> {
        let exchanges = |endpoint: &Endpoint| {
            let exchanged = api.credentials.iter().filter_map(|credential| match &credential.token {
                TokenSource::Exchange(exchange) => Some(&api[exchange.endpoint].id),
                TokenSource::Fixed(_) | TokenSource::None => None,
            });
            exchanged.into_iter().any(|id| *id == endpoint.id)
        };
        let simple = |endpoint: &&Endpoint| {
            endpoint.effect == Effect::Read
                && endpoint.deprecated.is_none()
                && endpoint.response != Response::Bytes
                && endpoint.response.stream().is_none()
                && !exchanges(endpoint)
                && asks_for_little(api, endpoint)
        };
        let cost = |endpoint: &&Endpoint| {
            let needed = endpoint.params.iter().filter(|param| param.field.presence == Presence::Required);
            let says_something = endpoint.response.types().next().is_some();
            let asks = needed.count() + endpoint.known_rules().len();
            (endpoint.host.is_some(), !says_something, asks, endpoint.method != Method::Get)
        };
        let endpoint = api.endpoints.iter().filter(simple).min_by_key(cost)?;
        let mut credentials = Vec::new();
        let mut next = match &endpoint.credentials {
            CredentialRule::None => None,
            CredentialRule::Any => api.credential_ids().next(),
            CredentialRule::Only(ids) => ids.first().copied(),
        };
        while let Some(id) = next.take() {
            let credential = &api[id];
            credentials.push(credential);
            if let TokenSource::Exchange(exchange) = &credential.token {
                next = exchange.with.filter(|with| !contains(&credentials, &api[*with]));
            }
        }
        let variables = needed_variables(api);
        Some(Self { api, endpoint, credentials, variables })
    }

    /// What the example reads from the environment: the name of each variable, and what it is for.
    pub(super) fn environment(&self) -> Vec<(String, &str)> {
        let inputs = self.credentials.iter().flat_map(|credential| &credential.inputs);
        let inputs = inputs.map(|input| (self.env(input.name.snake()), &*input.docs));
        let variables = self.variables.iter().filter(|variable| is_given(self.api, &variable.ty));
        let variables = variables.map(|variable| (self.env(variable.name.snake()), &*variable.docs));
        let mut seen = BTreeSet::new();
        inputs.chain(variables).filter(|(name, _)| seen.insert(name.clone())).collect()
    }

    /// The environment variable for a name: `MY_API_TOKEN`.
    pub(super) fn env(&self, name: &str) -> String {
        format!("{}_{name}", self.api.crate_name.replace('-', "_")).to_uppercase()
    }

    /// The expression of a builder that knows who calls; `value` gives that of each text, by its name.
    fn builder(&self, value: &dyn Fn(&str) -> TokenStream) -> TokenStream {
        let (krate, api) = (root::crate_ident(self.api), self.api);
        let given = |ty: &TypeRef, name: &str| {
            let text = value(name);
            if is_number(api, ty) { quote!(#text.parse::<i64>()?) } else { text }
        };
        let credentials = self.credentials.iter().map(|credential| {
            let name = credential.name.snake_ident();
            let inputs = credential.inputs.iter().map(|input| given(&input.ty, input.name.snake()));
            quote!(.#name(#(#inputs),*))
        });
        let variables = self.variables.iter().map(|variable| {
            let name = variable.name.snake_ident();
            let value = if is_given(api, &variable.ty) {
                given(&variable.ty, variable.name.snake())
            } else {
                self.samples().sample(&variable.ty, variable.name.snake())
            };
            quote!(.#name(#value))
        });
        quote!(#krate::Client::builder() #(#credentials)* #(#variables)*)
    }

    fn samples(&self) -> Samples<'a> {
        let (detail, source) = (ExampleDetail::Minimal, SampleSource::Invented);
        Samples { api: self.api, krate: root::crate_ident(self.api), detail, source }
    }

    /// The expression of the call itself.
    fn call(&self) -> TokenStream {
        let (samples, resource) = (self.samples(), &self.api[self.endpoint.resource]);
        let (accessor, method) = (resource.accessor.snake_ident(), self.endpoint.name.snake_ident());
        let (arguments, setters) = (samples.arguments(self.endpoint), samples.setters(self.endpoint));
        quote!(client.#accessor().#method(#(#arguments),*) #(#setters)*.send().await)
    }

    /// The call, and the printing of what it brings.
    pub(super) fn printed_call(&self) -> TokenStream {
        let call = self.call();
        if self.endpoint.response.types().next().is_none() {
            return quote!(#call?; println!("it worked"););
        }
        let form = "{response:#?}";
        quote!(let response = #call?; println!(#form);)
    }

    /// The client, built from environment variables.
    pub(super) fn built_client(&self) -> TokenStream {
        let builder = self.builder(&|name| {
            let name = self.env(name);
            quote!(env(#name)?)
        });
        let url = self.env("url");
        quote! {
            let mut builder = #builder;
            if let Ok(url) = std::env::var(#url) { builder = builder.base_url(url); }
            let client = builder.build()?;
        }
    }

    /// The resource's feature, if it is one.
    pub(super) fn feature(&self) -> Option<&'a str> {
        let resource = &self.api[self.endpoint.resource];
        Features::of(self.api).has(resource).then(|| resource.name.snake())
    }

    /// `examples/first_call.rs`
    pub(super) fn emit_example(&self) -> OfferedFile {
        let route = self.endpoint.route();
        let reads_environment = !self.environment().is_empty();
        let before = format!(
            "//! A first call: `{route}`, with what README.md says that the environment holds.\n\n#[tokio::main(flavor = \
             \"current_thread\")]\nasync fn main() -> Result<(), Box<dyn std::error::Error>> {{\n"
        );
        let env = "\n/// The value of an environment variable.\nfn env(name: &str) -> Result<String, String> {\n    \
                   std::env::var(name).map_err(|_| format!(\"the environment lacks {name}\"))\n}\n";
        let after = format!("    Ok(())\n}}\n{}", if reads_environment { env } else { "" });
        let parts = vec![
            OfferedPart::Text(before),
            OfferedPart::Statements { indent: 4, tokens: self.built_client() },
            OfferedPart::Text("\n".into()),
            OfferedPart::Statements { indent: 4, tokens: self.printed_call() },
            OfferedPart::Text(after),
        ];
        OfferedFile { path: "examples/first_call.rs", parts }
    }

    /// `tests/first_call.rs`
    pub(super) fn emit_test(&self) -> OfferedFile {
        let gate = self.feature().map(|feature| format!("#![cfg(feature = \"{feature}\")]\n"));
        let before = format!(
            "//! The first call on a plain socket: what is sent is what the API takes.\n{}\nuse std::io::{{Read as _, Write \
             as _}};\nuse std::net::{{TcpListener, TcpStream}};\nuse std::thread;\n\n/// Takes one request and gives its head. It is \
             refused, so that nothing follows.\nfn take_request(listener: &TcpListener) -> String {{\n    let (mut stream, _) \
             = listener.accept().expect(\"a connection\");\n    let mut head = Vec::new();\n    let mut byte = [0];\n    \
             while !head.ends_with(b\"\\r\\n\\r\\n\") && stream.read(&mut byte).is_ok_and(|read| read > 0) {{\n        \
             head.extend(byte);\n    }}\n    let refusal = b\"HTTP/1.1 404 Not Found\\r\\nContent-Length: \
             0\\r\\nConnection: close\\r\\n\\r\\n\";\n    drop(stream.write_all(refusal));\n    \
             String::from_utf8_lossy(&head).into_owned()\n}}\n\n#[tokio::test]\nasync fn \
             the_first_call_is_sent_as_the_api_takes_it() -> Result<(), Box<dyn std::error::Error>> {{\n",
            gate.unwrap_or_default()
        );
        // Digits are a text as well as a number.
        let builder = self.builder(&|_| quote!("1"));
        let setup = quote! {
            let listener = TcpListener::bind("127.0.0.1:0")?;
            let address = listener.local_addr()?;
            let server = thread::spawn(move || take_request(&listener));
            let client = #builder.base_url(format!("http://{address}")).build()?;
        };
        let call = self.call();
        let sent = quote! {
            let outcome = #call;
            drop(TcpStream::connect(address));
            let head = server.join().expect("the server took a request");
        };
        let (start, header) = self.expected();
        let mut checks = quote!(assert!(head.starts_with(#start), "{head}{outcome:?}"););
        if let Some(header) = header {
            let header = format!("\r\n{}: ", header.to_lowercase());
            checks.extend(quote!(assert!(head.to_lowercase().contains(#header), "{head}");));
        }
        checks.extend(quote!(assert!(outcome.is_err(), "{outcome:?}");));
        let parts = vec![
            OfferedPart::Text(before),
            OfferedPart::Statements { indent: 4, tokens: setup },
            OfferedPart::Text("\n".into()),
            OfferedPart::Text(
                "    // The second connection ends the wait of a server that was sent nothing.\n".into(),
            ),
            OfferedPart::Statements { indent: 4, tokens: sent },
            OfferedPart::Statements { indent: 4, tokens: checks },
            OfferedPart::Text("    Ok(())\n}\n".into()),
        ];
        OfferedFile { path: "tests/first_call.rs", parts }
    }

    /// How the first request begins, and a header that it has: it asks for a token where that has to be fetched.
    fn expected(&self) -> (String, Option<&'a str>) {
        let last = self.credentials.last();
        let exchange = last.and_then(|credential| match &credential.token {
            TokenSource::Exchange(exchange) => Some(exchange.endpoint),
            TokenSource::Fixed(_) | TokenSource::None => None,
        });
        if let Some(endpoint) = exchange {
            return (start_of(&self.api[endpoint]), None);
        }
        let is_mine = |id: &CredentialId| last.is_some_and(|known| self.api[*id] == **known);
        let header = self.api.headers.iter().enumerate().find(|(index, header)| {
            let excepted = self.endpoint.header_exceptions.iter().any(|(id, _)| id.index() == *index);
            let sent = header.credentials.as_ref().is_none_or(|ids| ids.iter().any(is_mine));
            let for_reads = header.effect.is_none_or(|effect| effect == Effect::Read);
            header.value.0.contains(&TemplatePart::Token) && sent && for_reads && !excepted
        });
        let header = header.filter(|_| last.is_some()).map(|(_, header)| header.name.as_str());
        let own = last.and_then(|credential| credential.headers.first()).map(|(name, _)| name.as_str());
        (start_of(self.endpoint), header.or(own))
    }
}

/// Whether all that a call must be given is a text, a number, an id, a word of a list, or a list of such.
fn asks_for_little(api: &Api, endpoint: &Endpoint) -> bool {
    let has_rules = !endpoint.known_rules().is_empty();
    let mut given = endpoint.params.iter().filter(|param| match param.field.presence {
        Presence::Required => true,
        // Which optional ones a rule asks for is not looked at.
        Presence::Optional => has_rules,
        Presence::Constant(_) => false,
    });
    given.all(|param| param.append.is_none() && is_plain(api, &param.field.ty))
}

/// Whether a value is written down in a word.
fn is_plain(api: &Api, ty: &TypeRef) -> bool {
    match ty {
        TypeRef::Scalar(scalar) => !matches!(scalar, Scalar::Any | Scalar::File),
        TypeRef::List(item) => is_plain(api, item),
        TypeRef::TextId(_) => true,
        TypeRef::Def(id) => match &api[*id].shape {
            Shape::Id(_) => true,
            Shape::Enum { values, .. } => !values.is_empty(),
            _ => false,
        },
        TypeRef::Map { .. } | TypeRef::JsonText(_) | TypeRef::Nullable(_) => false,
    }
}

/// How a request of an endpoint begins, up to the first character that depends on what is sent or how it is written.
fn start_of(endpoint: &Endpoint) -> String {
    let path = endpoint.path.with_params(|_| "\0".to_owned());
    let plain = |c: char| c.is_ascii_alphanumeric() || "/-._~".contains(c);
    let known = path.find(|c| !plain(c)).map_or(&*path, |end| &path[..end]);
    format!("{} {known}", endpoint.method.as_str())
}

fn contains(credentials: &[&Credential], wanted: &Credential) -> bool {
    credentials.iter().any(|credential| credential.name == wanted.name)
}

/// The variables that a required header is made of.
fn needed_variables(api: &Api) -> Vec<&Variable> {
    let parts = api.headers.iter().filter(|header| header.required).flat_map(|header| &header.value.0);
    let ids: BTreeSet<usize> = parts
        .filter_map(|part| match part {
            TemplatePart::Variable(id) => Some(id.index()),
            _ => None,
        })
        .collect();
    ids.into_iter().map(|index| &api.variables[index]).collect()
}

/// Whether a value is a text or a number that a person has, not one of a list of words.
fn is_given(api: &Api, ty: &TypeRef) -> bool {
    match ty {
        TypeRef::Def(id) => matches!(api[*id].shape, Shape::Id(_)),
        _ => true,
    }
}

/// Whether a value is made of a number.
fn is_number(api: &Api, ty: &TypeRef) -> bool {
    matches!(ty, TypeRef::Def(id) if matches!(api[*id].shape, Shape::Id(IdRepr::Int)))
}
