//! `<resource>/events.rs`: what may happen, and the receiver of each callback.

use proc_macro2::TokenStream;
use quote::quote;

use super::descriptor::{json_path, optional_json_path};
use super::docs;
use super::import::Imports;
use super::module::Module;
use super::unknown::unknown_variant;
use super::value::rust_type;
use crate::ir::{Api, Callback, EventType, Proof, ProofPart, Resource, TypeRef};

/// The module of a resource's events; `None` if it has none.
pub(super) fn emit_events(api: &Api, resource: &Resource) -> Option<Module> {
    let imports = Imports::below_resource(api, resource.id);
    let own: Vec<_> =
        api.callbacks_of(resource.id).flat_map(|callback| emit_callback(api, &imports, callback)).collect();
    if own.is_empty() {
        return None;
    }
    let mut items = imports.items();
    items.extend(own);
    let about = format!("Events of `{}`.", resource.name);
    Some(Module { path: format!("src/{}/events.rs", resource.name), docs: docs::inner(&[about]), items })
}

fn emit_callback(api: &Api, imports: &Imports<'_>, callback: &Callback) -> Vec<TokenStream> {
    let (name, value, unknown) = (callback.name.pascal_ident(), imports.public("Value"), unknown_variant());
    let mut about = docs::said(&callback.docs);
    about.extend(docs::sources(api, &callback.sources));
    let docs = docs::outer(&about);
    let variants = callback.types.iter().map(|event| {
        let docs = docs::outer(&[vec![variant_docs(event)], docs::others(&event.docs)].concat());
        let (ident, ty) = (event.name.pascal_ident(), payload_type(imports, event));
        quote!(#docs #ident(#ty))
    });
    vec![
        quote! {
            #docs
            #[derive(Clone, Debug, PartialEq)]
            #[non_exhaustive]
            pub enum #name {
                #(#variants,)*
                #[doc = " An event whose type is not documented, or whose payload is no such object: the payload exactly as it came."]
                #unknown(#value),
            }
        },
        emit_receiver(api, imports, callback),
        emit_reading(imports, callback),
        emit_descriptor(imports, callback),
    ]
}

/// How a payload becomes one of the events. The texts that an event type has as a whole are compared first, then those that
/// are only known by how they begin.
fn emit_reading(imports: &Imports<'_>, callback: &Callback) -> TokenStream {
    let [event_data, error, value] = ["EventData", "DecodeError", "Value"].map(|name| imports.public(name));
    let (name, read, unknown) =
        (callback.name.pascal_ident(), imports.codegen("read_payload"), unknown_variant());
    let whole = callback.types.iter().map(|event| {
        let (ident, wire, also) = (event.name.pascal_ident(), &event.wire, &event.also);
        quote!(#wire #(| #also)* => #read(payload, Self::#ident, Self::#unknown))
    });
    let beginnings = callback.beginnings().into_iter().map(|(start, event)| {
        let ident = event.name.pascal_ident();
        quote!(text if text.starts_with(#start) => #read(payload, Self::#ident, Self::#unknown))
    });
    quote! {
        impl #event_data for #name {
            fn read(event_type: &str, payload: &#value) -> (Self, Vec<#error>) {
                match event_type {
                    #(#whole,)*
                    #(#beginnings,)*
                    _ => (Self::#unknown(payload.clone()), Vec::new()),
                }
            }
        }
    }
}

fn payload_type(imports: &Imports<'_>, event: &EventType) -> TokenStream {
    rust_type(imports, &event.payload, &|id| imports.def(id))
}

fn variant_docs(event: &EventType) -> String {
    let also = event
        .also
        .iter()
        .map(|text| docs::code(text))
        .chain(event.also_starting.iter().map(|start| docs::code(&format!("{start}…"))));
    let also: Vec<String> = also.collect();
    let also = if also.is_empty() { String::new() } else { format!(", also {}", also.join(", ")) };
    format!("{} {}{also}.", docs::text(&event.docs), docs::code(&event.wire))
}

/// The function that starts a receiver.
fn emit_receiver(api: &Api, imports: &Imports<'_>, callback: &Callback) -> TokenStream {
    let [receiver, builder] = ["Receiver", "ReceiverBuilder"].map(|name| imports.public(name));
    let (name, descriptor) = (callback.name.pascal_ident(), callback.name.shouty_ident());
    let docs = docs::outer(&receiver_docs(api, callback));
    let (arguments, secrets): (Vec<_>, Vec<_>) = (callback.inputs.iter())
        .map(|input| {
            let (text, ident) = (input.name.snake(), input.name.snake_ident());
            match input.ty {
                TypeRef::Def(id) => {
                    let ty = imports.def(id);
                    let value = quote!(#ty::to_string(&#ident.into()));
                    (quote!(#ident: impl Into<#ty>), quote!(.secret(#text, #value)))
                }
                _ => {
                    let secret = imports.public("Secret");
                    (quote!(#ident: impl Into<#secret>), quote!(.secret(#text, #ident)))
                }
            }
        })
        .unzip();
    quote! {
        impl #name {
            #docs
            pub fn receiver(#(#arguments),*) -> #builder<Self> {
                #receiver::builder(&#descriptor) #(#secrets)*
            }
        }
    }
}

fn receiver_docs(api: &Api, callback: &Callback) -> Vec<String> {
    let mut paragraphs = vec![
        "Starts a receiver, which takes the bodies of requests that the service sends and gives the events in them that \
         are genuine and new."
            .to_owned(),
        proof_docs(callback),
    ];
    let place = |path: &[String]| docs::code(&path.join("."));
    let mut guards = Vec::new();
    if let Some(path) = &callback.sent_at {
        guards.push(format!(
            "A body whose {} is further from now than [`ReceiverBuilder::max_age`](crate::ReceiverBuilder::max_age) is \
             refused; that number may count seconds or milliseconds, which its size tells.",
            place(path)
        ));
    }
    guards.push(match &callback.delivery_id {
        Some(path) => format!("What has the {} of an earlier delivery is a repeat.", place(path)),
        None => "What is the same, byte by byte, as an earlier delivery is a repeat.".to_owned(),
    });
    if let Some(cause) = &callback.cause {
        let values: Vec<String> = cause.through_api.iter().map(|value| docs::code(value)).collect();
        guards.push(format!(
            "Changes made through the API, whose {} is {}, are no events either, so that a program that also writes does \
             not go round in circles; [`ReceiverBuilder::take_echoes`](crate::ReceiverBuilder::take_echoes) takes them.",
            place(&cause.at),
            values.join(" or ")
        ));
    }
    paragraphs.push(guards.join(" "));
    let lines: Vec<String> = (callback.inputs.iter())
        .map(|input| format!("- `{}`: {}", input.name, docs::text(&input.docs)))
        .collect();
    paragraphs.push(format!("# Arguments\n\n{}", lines.join("\n")));
    paragraphs.extend(example(api, callback));
    paragraphs
}

/// What the proof proves, and what not.
fn proof_docs(callback: &Callback) -> String {
    match &callback.proof {
        Proof::Token { .. } => {
            "Each body holds the token itself, so whoever sees one can make others: have the address served over TLS."
                .to_owned()
        }
        Proof::Sha256 { parts, .. } => {
            let covered: Vec<String> = (parts.iter())
                .filter_map(|part| match part {
                    ProofPart::Member(path) => Some(docs::code(&path.join("."))),
                    ProofPart::Input(_) => None,
                })
                .collect();
            let covered = match &covered[..] {
                [] => "nothing of the body".to_owned(),
                covered => format!("{} alone, not the rest of the body", covered.join(" and ")),
            };
            format!(
                "The signature is compared in constant time. It covers {covered}: it tells who signed, and whoever sees a \
                 signature can send another body with it until it is too old. Have the address served over TLS, and read \
                 anew through the API what matters."
            )
        }
    }
}

fn example(api: &Api, callback: &Callback) -> Option<String> {
    let first = callback.types.first()?;
    let (krate, module) = (api.crate_name.replace('-', "_"), &api[callback.resource].name);
    let name = callback.name.pascal();
    let inputs: Vec<String> = callback.inputs.iter().map(|input| format!("\"{}\"", input.name)).collect();
    Some(format!(
        "```\nuse {krate}::{module}::{name};\n\nlet receiver = {name}::receiver({}).build()?;\nlet status = |body: \
         &[u8]| match receiver.receive(body) {{\n    Ok(event) => {{\n        if let {name}::{}(data) = event.data() \
         {{\n            println!(\"{{data:?}}\");\n        }}\n        200\n    }}\n    Err(error) => error.status(), \
         // 200 for what is genuine, and not to be acted on\n}};\nassert_eq!(status(b\"no JSON\"), 400);\n# Ok::<(), \
         {krate}::Error>(())\n```",
        inputs.join(", "),
        first.name.pascal(),
    ))
}

/// What the runtime must know of the callback.
fn emit_descriptor(imports: &Imports<'_>, callback: &Callback) -> TokenStream {
    let [ty, proof_ty] = ["Callback", "Proof"].map(|name| imports.codegen(name));
    let constant = callback.name.shouty_ident();
    let name = format!("receivers of `{}`", callback.name.pascal());
    let input = |index: usize| callback.inputs[index].name.snake();
    let proof = match &callback.proof {
        Proof::Token { input: index, at } => {
            let (secret, member) = (input(*index), json_path(at));
            quote!(#proof_ty::Token { secret: #secret, member: #member })
        }
        Proof::Sha256 { parts, at } => {
            let part_ty = imports.codegen("ProofPart");
            let parts = parts.iter().map(|part| match part {
                ProofPart::Input(index) => {
                    let secret = input(*index);
                    quote!(#part_ty::Secret(#secret))
                }
                ProofPart::Member(path) => {
                    let path = json_path(path);
                    quote!(#part_ty::Member(#path))
                }
            });
            let signature = json_path(at);
            quote!(#proof_ty::Sha256Hex { parts: &[#(#parts),*], signature: #signature })
        }
    };
    let (event_type, payload) = (json_path(&callback.event_type), json_path(&callback.payload));
    let [sent_at, delivery_id, actor] = [&callback.sent_at, &callback.delivery_id, &callback.actor]
        .map(|path| optional_json_path(path.as_ref()));
    let cause = match &callback.cause {
        Some(cause) => {
            let (ty, path, through_api) =
                (imports.codegen("CauseMember"), json_path(&cause.at), &cause.through_api);
            quote!(Some(#ty { path: #path, through_api: &[#(#through_api),*] }))
        }
        None => quote!(None),
    };
    quote! {
        static #constant: #ty = #ty {
            name: #name,
            proof: #proof,
            event_type: #event_type,
            sent_at: #sent_at,
            delivery_id: #delivery_id,
            actor: #actor,
            cause: #cause,
            payload: #payload,
        };
    }
}
