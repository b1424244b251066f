//! Uploads: the method that starts one, its builder, and what the runtime must know of its steps.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::argument::emit_part;
use super::descriptor::{json_path, optional_json_path};
use super::docs;
use super::import::Imports;
use super::inline::inline;
use super::value::{argument, rust_type};
use crate::ir::{Api, EndpointId, Param, Resource, Upload};

/// The argument that is the file.
pub(crate) const FILE: &str = "file";

/// The method of the resource's client.
pub(super) fn emit_upload_method(api: &Api, imports: &Imports<'_>, upload: &Upload) -> TokenStream {
    let docs = docs::outer(&method_docs(api, upload));
    let (name, call) = (upload.name.snake_ident(), upload.name.pascal_ident_with("Call"));
    let (ty, file, flow) = (imports.codegen("Upload"), imports.public("File"), upload.name.shouty_ident());
    let argument_ident = format_ident!("{FILE}");
    let arguments = upload.arguments.iter().map(|param| {
        let ident = param.field.name.snake_ident();
        let ty = argument(api, imports, &param.field.ty, &ident, &|id| imports.def(id)).ty;
        quote!(#ident: #ty)
    });
    let parts = upload.arguments.iter().map(|param| {
        emit_part(imports, param, &|ident| {
            argument(api, imports, &param.field.ty, ident, &|id| imports.def(id)).value
        })
    });
    quote! {
        #docs
        pub fn #name(&self, #(#arguments,)* #argument_ident: #file) -> #call {
            #call(#ty::new(&self.0, &endpoints::#flow, #argument_ident) #(#parts)*)
        }
    }
}

fn method_docs(api: &Api, upload: &Upload) -> Vec<String> {
    let link = |id: EndpointId| format!("[`{0}`](Self::{0})", api[id].name);
    let mut steps = format!(
        "A file goes in parts: {}, {} for each part, several at once, and {}.",
        link(upload.begin.endpoint),
        link(upload.part.endpoint),
        link(upload.finish)
    );
    if let Some(form) = &upload.form {
        let up_to = spell_size(form.up_to);
        steps = format!(
            "A file of up to {up_to} goes in one request, see {}. A larger one goes in parts: {}",
            link(form.endpoint),
            &steps["A file goes in parts: ".len()..]
        );
    }
    steps.push_str(
        " A part that fails is sent again by itself. Memory does not grow with the file, unless it is a \
         [`File::stream`](crate::File::stream), whose parts are in memory while they are on their way.",
    );
    if let Some(abort) = upload.abort {
        steps.push_str(&format!(
            " An upload that fails is given up, see {}, unless `on_begun` or `resume` says that it is kept for another try.",
            link(abort)
        ));
    }
    let mut paragraphs = docs::said(&upload.docs);
    paragraphs.push(steps);
    let lines: Vec<String> = (upload.arguments.iter())
        .map(|param| format!("- `{}`: {}", param.field.name, docs::field(&param.field).join(" ")))
        .chain([format!("- `{FILE}`: The file.")])
        .collect();
    paragraphs.push(format!("# Arguments\n\n{}", lines.join("\n")));
    paragraphs
}

/// A size in the largest unit that it is a whole number of.
fn spell_size(bytes: u64) -> String {
    let units = [("GB", 1_000_000_000), ("MB", 1_000_000), ("MiB", 1 << 20), ("kB", 1000), ("KiB", 1 << 10)];
    let unit = units.iter().find(|(_, unit)| bytes > 0 && bytes.is_multiple_of(*unit));
    unit.map_or_else(|| format!("{bytes} bytes"), |(name, unit)| format!("{} {name}", bytes / unit))
}

/// The builder.
pub(super) fn emit_upload_call(
    api: &Api,
    imports: &Imports<'_>,
    resource: &Resource,
    upload: &Upload,
) -> Vec<TokenStream> {
    let (ty, builder) = (imports.codegen("Upload"), imports.codegen("upload_builder"));
    let name = upload.name.pascal_ident_with("Call");
    let (client, method) = (resource.accessor.pascal(), &upload.name);
    let about = format!("An upload of [`{client}::{method}`](super::{client}::{method}), sent by `send`.");
    let docs = docs::outer(&[about]);
    let mut items = vec![quote! {
        #docs
        #[derive(Clone, Debug)]
        #[must_use = "an upload does nothing until it is sent"]
        pub struct #name(pub(super) #ty);
    }];
    if !upload.setters.is_empty() {
        let setters = upload.setters.iter().map(|param| emit_setter(api, imports, param));
        items.push(quote!(impl #name { #(#setters)* }));
    }
    let data = rust_type(imports, &upload.returns, &|id| imports.def(id));
    items.push(quote!(#builder!(#name returns #data);));
    items
}

fn emit_setter(api: &Api, imports: &Imports<'_>, param: &Param) -> TokenStream {
    let field = &param.field;
    let docs = docs::outer(&docs::field(field));
    let ident = field.name.snake_ident();
    let argument = argument(api, imports, &field.ty, &ident, &|id| imports.def(id));
    let ty = argument.ty;
    let part = emit_part(imports, param, &|_| argument.value.clone());
    let inline = inline(&ty);
    quote! {
        #docs
        #inline
        pub fn #ident(self, #ident: #ty) -> Self {
            Self(self.0 #part)
        }
    }
}

/// The descriptor of the steps.
pub(super) fn emit_upload_flow(api: &Api, imports: &Imports<'_>, upload: &Upload) -> TokenStream {
    let names =
        ["UploadFlow", "BeginStep", "PlanPaths", "PartStep", "UploadStep"].map(|name| imports.codegen(name));
    let [ty, begin_ty, plan_ty, part_ty, step_ty] = names;
    let name = upload.name.shouty_ident();
    let title = format!(
        "The steps of [`{}`](super::{}::{}).",
        upload.name,
        api[upload.resource].accessor.pascal(),
        upload.name
    );
    let docs = docs::outer(&[title]);
    let at = |id: EndpointId| {
        let name = api[id].name.shouty_ident();
        quote!(&#name)
    };
    let optional =
        |text: &Option<String>| text.as_ref().map_or_else(|| quote!(None), |text| quote!(Some(#text)));
    let form = upload.form.as_ref().map_or_else(
        || quote!(None),
        |form| {
            let ty = imports.codegen("FormStep");
            let (endpoint, file, up_to) =
                (at(form.endpoint), &form.file, Literal::u64_unsuffixed(form.up_to));
            quote!(Some(#ty { endpoint: #endpoint, file: #file, up_to: #up_to }))
        },
    );
    let (begin, part, plan) = (&upload.begin, &upload.part, &upload.plan);
    let (begin_at, part_at, finish_at) = (at(begin.endpoint), at(part.endpoint), at(upload.finish));
    let (size, file_name) = (&begin.size, &begin.file_name);
    let (media_type, resume) = (optional(&begin.media_type), optional(&begin.resume));
    let (planned_id, part_size) = (json_path(&plan.upload_id), json_path(&plan.part_size));
    let [in_parts, part_count, missing] =
        [&plan.in_parts, &plan.part_count, &plan.missing].map(|path| optional_json_path(path.as_ref()));
    let usual = plan.usual_part_size.map_or_else(
        || quote!(None),
        |size| {
            let size = Literal::u64_unsuffixed(size);
            quote!(Some(#size))
        },
    );
    let (number, md5, upload_id) = (&part.number, optional(&part.md5), &upload.upload_id);
    let abort = upload.abort.map_or_else(
        || quote!(None),
        |id| {
            let endpoint = at(id);
            quote!(Some(#step_ty { endpoint: #endpoint, upload_id: #upload_id }))
        },
    );
    quote! {
        #docs
        pub(crate) static #name: #ty = #ty {
            form: #form,
            begin: #begin_ty {
                endpoint: #begin_at,
                size: #size,
                file_name: #file_name,
                media_type: #media_type,
                upload_id: #resume,
            },
            plan: #plan_ty {
                upload_id: #planned_id,
                in_parts: #in_parts,
                part_size: #part_size,
                usual_part_size: #usual,
                part_count: #part_count,
                missing: #missing,
            },
            part: #part_ty { endpoint: #part_at, upload_id: #upload_id, number: #number, md5: #md5 },
            finish: #step_ty { endpoint: #finish_at, upload_id: #upload_id },
            abort: #abort,
        };
    }
}
