//! `error_code.rs`: the documented error codes.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::import::Imports;
use super::module::Module;
use super::unknown::unknown_variant;
use super::{docs, root};
use crate::ir::{Api, Category, ErrorCode, Retry};

pub(super) fn emit_error_codes(api: &Api) -> Module {
    let imports = Imports::new(api).beside(["ErrorCode"]);
    let own = [emit_enum(api), emit_methods(api, &imports)];
    let mut items = imports.items();
    items.extend(own);
    let about = "The documented error codes, as an enum.";
    Module { path: root::file(api, "error_code"), docs: docs::inner(&[about.into()]), items }
}

pub(super) fn emit_error_table(api: &Api) -> Module {
    let imports = Imports::new(api);
    let table = emit_table(api, &imports);
    let mut items = imports.items();
    items.push(table);
    let about = "What is documented about each error code, as data.";
    Module { path: root::file(api, "errors"), docs: docs::inner(&[about.into()]), items }
}

fn emit_enum(api: &Api) -> TokenStream {
    let variants = api.errors.iter().map(|error| {
        let (docs, name) = (docs::outer(&variant_docs(error)), error.name.pascal_ident());
        quote!(#docs #name)
    });
    let unknown = unknown_variant();
    let docs = docs::outer(&[
        "An error code of the API. Codes that are not documented are kept as they came.".into(),
    ]);
    quote! {
        #docs
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum ErrorCode {
            #(#variants,)*
            #[doc = " A code that is not documented."]
            #unknown(i64),
        }
    }
}

fn variant_docs(error: &ErrorCode) -> Vec<String> {
    let titles: Vec<String> = docs::titles(error.title.as_ref()).into_iter().map(docs::text).collect();
    let title = if titles.is_empty() { String::new() } else { format!(" ({})", titles.join("; ")) };
    let status = error.status.map(|status| format!(", status {status}")).unwrap_or_default();
    let meaning = format!("{}{title}{status}: {}", error.code, docs::text(&error.meaning));
    [vec![meaning], docs::said(&error.advice), docs::others(&error.meaning)].concat()
}

fn emit_methods(api: &Api, imports: &Imports<'_>) -> TokenStream {
    let (error, unknown) = (imports.public("Error"), unknown_variant());
    let codes: Vec<_> = api.errors.iter().map(|error| Literal::i64_unsuffixed(error.code)).collect();
    let names: Vec<_> = api.errors.iter().map(|error| error.name.pascal_ident()).collect();
    let (to_code, from_code) = if names.is_empty() {
        (quote!(let Self::#unknown(code) = self; code), quote!(Self::#unknown(code)))
    } else {
        (
            quote! {
                match self {
                    #(Self::#names => #codes,)*
                    Self::#unknown(code) => code,
                }
            },
            quote! {
                match code {
                    #(#codes => Self::#names,)*
                    other => Self::#unknown(other),
                }
            },
        )
    };
    quote! {
        impl ErrorCode {
            #[doc = " The code of an error, if the server gave one."]
            #[must_use]
            #[inline]
            pub fn of(error: &#error) -> Option<Self> {
                error.code().map(Self::from)
            }

            #[doc = " The number on the wire."]
            #[must_use]
            pub fn code(self) -> i64 {
                #to_code
            }
        }

        impl From<i64> for ErrorCode {
            fn from(code: i64) -> Self {
                #from_code
            }
        }
    }
}

fn emit_table(api: &Api, imports: &Imports<'_>) -> TokenStream {
    let ty = imports.codegen("KnownError");
    let rows = api.errors.iter().map(|error| emit_row(imports, error));
    let docs = docs::outer(&["Every documented code, in ascending order.".into()]);
    quote! {
        #docs
        pub static ERRORS: &[#ty] = &[#(#rows),*];
    }
}

fn emit_row(imports: &Imports<'_>, error: &ErrorCode) -> TokenStream {
    let [ty, category_ty, retry_ty] = ["KnownError", "Category", "Retry"].map(|name| imports.codegen(name));
    let code = Literal::i64_unsuffixed(error.code);
    let category = match error.category {
        Category::Auth => quote!(Auth),
        Category::Permission => quote!(Permission),
        Category::NotFound => quote!(NotFound),
        Category::Validation => quote!(Validation),
        Category::RateLimit => quote!(RateLimit),
        Category::Idempotency => quote!(Idempotency),
        Category::Conflict => quote!(Conflict),
        Category::Quota => quote!(Quota),
        Category::Server => quote!(Server),
        Category::Unknown => quote!(Unknown),
    };
    let retry = match error.retry {
        Retry::Never => quote!(Never),
        Retry::AfterRenewal => quote!(AfterRenewal),
        Retry::AfterWait => quote!(AfterWait),
        Retry::Maybe => quote!(Maybe),
    };
    let (meaning, advice) = (&*error.meaning, &*error.advice);
    quote! {
        #ty {
            code: #code,
            category: #category_ty::#category,
            retry: #retry_ty::#retry,
            meaning: #meaning,
            advice: #advice,
        }
    }
}
