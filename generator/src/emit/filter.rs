//! `<resource>/<filter>.rs`: functions and methods that put conditions together.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::docs;
use super::filter_function::{CLAUSE, FUNCTIONS, TYPED_FUNCTIONS, builder_name, own_names};
use super::import::Imports;
use super::inline::inline;
use super::module::Module;
use super::value::{Argument, Holding, argument, holding};
use crate::ir::{
    Api, Comparison, ConditionBuilder, ConditionStart, EnumValue, Field, Filter, Resource, Shape, Takes,
    TypeId, TypeRef,
};

/// The module with the functions that start conditions, and the one with the builders that these return.
pub(super) fn emit_filter(api: &Api, resource: &Resource, filter: &Filter) -> [Module; 2] {
    // `name` is the path below the folder or file of the filter: empty, or that of a module inside it.
    let file = |name: &str, about: &str, parts: &dyn Fn(&Scope<'_>) -> Vec<TokenStream>| {
        let imports = Imports::new(api).beside(own_names(filter));
        let own = parts(&Scope { api, imports: &imports, filter });
        let mut items = if name.is_empty() { modules() } else { Vec::new() };
        items.extend(imports.items());
        items.extend(own);
        let path = format!("src/{}/{}{name}.rs", resource.name, filter.name);
        Module { path, docs: docs::inner(&[about.to_owned()]), items }
    };
    [
        file("", &docs::text(&filter.docs), &|scope| {
            let mut items = scope.emit_clause();
            items.extend(filter.starts.iter().map(|start| scope.emit_start(start)));
            items.extend(scope.emit_typed());
            items.push(scope.emit_on());
            items
        }),
        file("/condition", "Conditions that lack their operator.", &|scope| {
            let mut items: Vec<_> =
                filter.builders.iter().flat_map(|builder| scope.emit_builder(builder)).collect();
            items.extend(scope.emit_helpers());
            items
        }),
    ]
}

/// The module below, and what it exports.
fn modules() -> Vec<TokenStream> {
    vec![
        quote!(
            mod condition;
        ),
        quote!(
            pub use self::condition::*;
        ),
    ]
}

/// What a filter is emitted with.
struct Scope<'a> {
    api: &'a Api,
    imports: &'a Imports<'a>,
    filter: &'a Filter,
}

impl Scope<'_> {
    /// The members of a struct.
    fn members(&self, id: TypeId) -> &[Field] {
        match &self.api[id].shape {
            Shape::Struct { fields, .. } => fields,
            _ => unreachable!("conditions and groups are structs"),
        }
    }

    /// The enum that a field holds, and its values.
    fn values(&self, field: &Field) -> (Ident, &[EnumValue]) {
        if let TypeRef::Def(id) = field.ty
            && let Shape::Enum { values, .. } = &self.api[id].shape
        {
            return (self.imports.def(id), values);
        }
        unreachable!("conjunctions, operators and quantifiers are enums")
    }

    /// The name of the struct that is a condition, and its members.
    fn condition(&self) -> (Ident, &[Field]) {
        let id = self.filter.condition.ty;
        (self.imports.def(id), self.members(id))
    }

    /// A member of a struct's literal: an optional one is wrapped.
    fn set(&self, owner: TypeId, field: &Field, value: &TokenStream) -> TokenStream {
        let ident = field.name.snake_ident();
        match holding(self.api, &self.api[owner], field) {
            Holding::Plain | Holding::Empty if ident == value.to_string() => quote!(#ident),
            Holding::Plain | Holding::Empty => quote!(#ident: #value),
            Holding::Option => quote!(#ident: Some(#value)),
            Holding::OptionBox => quote!(#ident: Some(Box::new(#value))),
        }
    }

    /// `Clause`, and what joins clauses.
    fn emit_clause(&self) -> Vec<TokenStream> {
        let (shape, (condition, _)) = (&self.filter.group, self.condition());
        let (group, fields) = (self.imports.def(shape.ty), self.members(shape.ty));
        let runtime = self.imports.codegen_path(CLAUSE);
        let (conjunction, values) = self.values(&fields[shape.conjunction]);
        let (and, or) = (values[shape.all].name.pascal_ident(), values[shape.any].name.pascal_ident());
        let set = |index: usize, local: &str| {
            let (member, local) = (fields[index].name.snake_ident(), format_ident!("{local}"));
            let is_list = index != shape.conjunction;
            match holding(self.api, &self.api[shape.ty], &fields[index]) {
                Holding::Plain | Holding::Empty if is_list => quote!(#member: #local.unwrap_or_default()),
                _ if member == local => quote!(#member),
                _ => quote!(#member: #local),
            }
        };
        let members = [
            set(shape.conjunction, "conjunction"),
            set(shape.conditions, "conditions"),
            set(shape.groups, "groups"),
        ];
        // Members beside the three that are set, free ones among them.
        let rest = (self.api[shape.ty].parts().len() > 3).then(|| quote!(..Default::default()));
        let ([all, any], join) = (FUNCTIONS.map(|name| format_ident!("{name}")), self.helper("join"));
        let conversion = quote! {
            impl From<Clause> for #group {
                fn from(clause: Clause) -> Self {
                    match clause {
                        Clause::Group(group) => group,
                        condition @ Clause::Condition(_) => #join(#conjunction::#and, [condition]),
                    }
                }
            }
        };
        // Filters over the same types share it.
        let first = self.api.converting_filter(self.filter);
        let is_first = (&first.name, first.resource) == (&self.filter.name, self.filter.resource);
        let mut items = vec![
            quote! {
                #[doc = " A condition, or several that are joined."]
                pub type Clause = #runtime<#condition, #group>;
            },
            quote! {
                #[doc = " Joins clauses all of which must hold. Without any, everything is found."]
                pub fn #all(clauses: impl IntoIterator<Item = Clause>) -> Clause {
                    Clause::Group(#join(#conjunction::#and, clauses))
                }
            },
            quote! {
                #[doc = " Joins clauses one of which must hold, or more. Without any, everything is found."]
                pub fn #any(clauses: impl IntoIterator<Item = Clause>) -> Clause {
                    Clause::Group(#join(#conjunction::#or, clauses))
                }
            },
            quote! {
                fn #join(conjunction: #conjunction, clauses: impl IntoIterator<Item = Clause>) -> #group {
                    let (conditions, groups) = Clause::split(clauses);
                    #group { #(#members,)* #rest }
                }
            },
        ];
        items.extend(is_first.then_some(conversion));
        items
    }

    /// A function that starts a condition, on a fixed key or on one that the caller gives.
    fn emit_start(&self, start: &ConditionStart) -> TokenStream {
        let docs = docs::outer(&docs::said(&start.docs));
        let name = start.name.snake_ident();
        let (builder, on) = (builder_name(&self.filter.builders[start.builder]), self.helper("on"));
        match &start.key {
            Some(wire) => quote! {
                #docs
                #[inline]
                pub fn #name() -> #builder {
                    #builder(#on(#wire))
                }
            },
            None => quote! {
                #docs
                pub fn #name(key: impl Into<String>) -> #builder {
                    #builder(#on(key))
                }
            },
        }
    }

    /// Conditions on fields whose type is only known at run time.
    fn emit_typed(&self) -> Vec<TokenStream> {
        let Some(types) = self.filter.field_types else { return Vec::new() };
        let Shape::Enum { values: known, .. } = &self.api[types].shape else { return Vec::new() };
        let (shape, (condition, fields)) = (&self.filter.condition, self.condition());
        let (operators, values) = self.values(&fields[shape.operator]);
        let types = self.imports.def(types);
        let arms = self.filter.builders.iter().filter(|builder| !builder.types.is_empty()).map(|builder| {
            let patterns = builder.types.iter().map(|&index| {
                let variant = known[index].name.pascal_ident();
                quote!(#types::#variant)
            });
            let plain = builder.comparisons.iter().filter(|comparison| comparison.takes != Takes::Group);
            let names = plain.map(|comparison| values[comparison.operator].name.pascal_ident());
            quote!(#(#patterns)|* => &[#(#operators::#names),*])
        });
        let [result, value_ty] = ["Result", "Value"].map(|name| self.imports.public(name));
        let allowed = self.imports.codegen("allowed");
        let operator = self.set(shape.ty, &fields[shape.operator], &quote!(operator));
        let value = fields[shape.value].name.snake_ident();
        let value = match holding(self.api, &self.api[shape.ty], &fields[shape.value]) {
            Holding::Plain | Holding::Empty => quote!(#value: value.into()),
            Holding::Option | Holding::OptionBox => {
                quote!(#value: Some(value.into()).filter(|value| !value.is_null()))
            }
        };
        let ([operators_of, typed], on) =
            (TYPED_FUNCTIONS.map(|name| format_ident!("{name}")), self.helper("on"));
        let errors =
            "# Errors\n\nWhen fields of the type do not take the operator; the error names those they take.";
        let docs = docs::outer(&[
            "A condition on a field whose type is only known at run time, read from its configuration for instance. \
             The value stays out where it is `null`."
                .into(),
            errors.into(),
        ]);
        vec![
            quote! {
                #[doc = " The operators that fields of a type take, inner conditions apart; none where none is known."]
                #[must_use]
                pub fn #operators_of(field_type: &#types) -> &'static [#operators] {
                    match field_type {
                        #(#arms,)*
                        _ => &[],
                    }
                }
            },
            quote! {
                #docs
                pub fn #typed(
                    key: impl Into<String>,
                    field_type: &#types,
                    operator: #operators,
                    value: impl Into<#value_ty>,
                ) -> #result<Clause> {
                    #allowed(#operators_of(field_type), &operator)?;
                    Ok(Clause::Condition(#condition { #operator, #value, ..#on(key) }))
                }
            },
        ]
    }

    /// The helper with which all functions start a condition.
    fn emit_on(&self) -> TokenStream {
        let (condition, fields) = self.condition();
        let (key, on) = (fields[self.filter.condition.key].name.snake_ident(), self.helper("on"));
        quote! {
            fn #on(key: impl Into<String>) -> #condition {
                #condition { #key: key.into(), ..Default::default() }
            }
        }
    }

    /// A function that callers do not see. Its name gives way to that of a subject.
    fn helper(&self, name: &str) -> Ident {
        let mut free = name.to_owned();
        while self.filter.starts.iter().any(|start| start.name.snake() == free) {
            free.insert_str(0, "own_");
        }
        format_ident!("{free}")
    }

    /// A condition that lacks its operator, with a method for each operator.
    fn emit_builder(&self, builder: &ConditionBuilder) -> [TokenStream; 2] {
        let (name, (condition, _)) = (builder_name(builder), self.condition());
        let docs = docs::outer(&docs::said(&builder.docs));
        let quantifiers = if builder.is_kind { self.emit_quantifiers() } else { Vec::new() };
        let methods = builder.comparisons.iter().map(|comparison| self.emit_comparison(comparison));
        [
            quote! {
                #docs
                #[derive(Clone, Debug)]
                #[must_use = "a condition needs its operator"]
                pub struct #name(pub(super) #condition);
            },
            quote! {
                impl #name {
                    #(#quantifiers)*
                    #(#methods)*
                }
            },
        ]
    }

    /// A method for each quantifier, if conditions have one.
    fn emit_quantifiers(&self) -> Vec<TokenStream> {
        let Some(index) = self.filter.condition.quantifier else { return Vec::new() };
        let (ty, values) = self.values(&self.condition().1[index]);
        let methods = values.iter().map(|value| {
            let (name, variant) = (value.name.snake_ident(), value.name.pascal_ident());
            let docs = docs::outer(&docs::said(&value.docs));
            quote! {
                #docs
                #[inline]
                pub fn #name(self) -> Self {
                    Self(quantify(self.0, #ty::#variant))
                }
            }
        });
        methods.collect()
    }

    /// The method of a builder that is called like an operator.
    fn emit_comparison(&self, comparison: &Comparison) -> TokenStream {
        let (ty, values) = self.values(&self.condition().1[self.filter.condition.operator]);
        let value = &values[comparison.operator];
        let docs = docs::outer(&docs::said(&value.docs));
        let (name, variant) = (value.name.snake_ident(), value.name.pascal_ident());
        let clause = self.clause();
        let ident = format_ident!("value");
        let passed = |ty: &TypeRef| argument(self.api, self.imports, ty, &ident, &|id| self.imports.def(id));
        let (parameter, body) = match &comparison.takes {
            Takes::Nothing => (TokenStream::new(), quote!(test(self.0, #ty::#variant))),
            Takes::Value(of) => {
                let Argument { ty: parameter, value } = passed(of);
                (quote!(, value: #parameter), quote!(compare(self.0, #ty::#variant, &#value)))
            }
            Takes::Single(of) => {
                let Argument { ty: parameter, value } = passed(of);
                (quote!(, value: #parameter), quote!(compare(self.0, #ty::#variant, &vec![#value])))
            }
            Takes::Group => {
                let group = self.imports.def(self.filter.group.ty);
                (quote!(, group: impl Into<#group>), quote!(nest(self.0, #ty::#variant, group.into())))
            }
        };
        let inline = inline(&parameter);
        quote! {
            #docs
            #inline
            pub fn #name(self #parameter) -> #clause {
                #body
            }
        }
    }

    /// The functions that the methods are made of; those that are used.
    fn emit_helpers(&self) -> Vec<TokenStream> {
        let shape = &self.filter.condition;
        let (condition, fields) = self.condition();
        let (operators, _) = self.values(&fields[shape.operator]);
        let set = |index: usize, value: &TokenStream| self.set(shape.ty, &fields[index], value);
        let operator = self.set(shape.ty, &fields[shape.operator], &quote!(operator));
        let clause = self.clause();
        let takes = |wanted: fn(&Takes) -> bool| {
            let mut all = self.filter.builders.iter().flat_map(|builder| &builder.comparisons);
            all.any(|comparison| wanted(&comparison.takes))
        };
        let mut helpers = Vec::new();
        if takes(|takes| matches!(takes, Takes::Nothing)) {
            helpers.push(quote! {
                fn test(condition: #condition, operator: #operators) -> #clause {
                    #clause::Condition(#condition { #operator, ..condition })
                }
            });
        }
        if takes(|takes| matches!(takes, Takes::Value(_) | Takes::Single(_))) {
            let [encode, to_value] = ["Encode", "to_value"].map(|name| self.imports.codegen(name));
            let value = set(shape.value, &quote!(#to_value(value)));
            helpers.push(quote! {
                fn compare(condition: #condition, operator: #operators, value: &dyn #encode) -> #clause {
                    #clause::Condition(#condition { #operator, #value, ..condition })
                }
            });
        }
        if let Some(index) = shape.inner
            && takes(|takes| matches!(takes, Takes::Group))
        {
            let (group, inner) = (self.imports.def(self.filter.group.ty), set(index, &quote!(group)));
            helpers.push(quote! {
                fn nest(condition: #condition, operator: #operators, group: #group) -> #clause {
                    #clause::Condition(#condition { #operator, #inner, ..condition })
                }
            });
        }
        if let Some(index) = shape.quantifier
            && self.filter.builders.iter().any(|builder| builder.is_kind)
        {
            let ((ty, _), quantifier) = (self.values(&fields[index]), set(index, &quote!(quantifier)));
            helpers.push(quote! {
                fn quantify(condition: #condition, quantifier: #ty) -> #condition {
                    #condition { #quantifier, ..condition }
                }
            });
        }
        helpers
    }

    /// The name of what an operator makes, in the module beside the functions.
    fn clause(&self) -> Ident {
        self.imports.exactly("super", CLAUSE)
    }
}
