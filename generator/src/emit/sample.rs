//! Sample arguments: expressions that make a valid value of a type, for tests.
//!
//! What must exist on the server cannot be made up. So every id, text and whole number without bounds of its own is
//! asked of the test's fixture by name: an id by its type's name, anything else by its wire name.

use proc_macro2::{Ident, Literal as Token, Span, TokenStream};
use quote::quote;

use super::sample_source::{SampleSource, invented};
use super::union_kind::union_kind;
use super::value::{converts, holds_itself};
use crate::ir::{
    Api, Constraints, Endpoint, Field, FreeMembers, FurtherMembers, IdRepr, Literal, Param, Presence, Rule,
    Scalar, Shape, TypeId, TypeRef,
};

/// How deep optional members are filled.
const DEPTH: usize = 3;

/// Which optional fields a sample has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ExampleDetail {
    /// Only those that a rule asks for.
    Minimal,
    /// All that the rules allow.
    Full,
}

/// Makes samples.
pub(super) struct Samples<'a> {
    pub(super) api: &'a Api,
    /// The emitted crate, as tests name it.
    pub(super) krate: Ident,
    pub(super) detail: ExampleDetail,
    pub(super) source: SampleSource,
}

/// Where an expression stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ExprPosition {
    /// An argument that is converted: a text may stand for an id.
    Argument,
    /// Where the type is known and nothing is converted.
    Exact,
}

impl Samples<'_> {
    /// The arguments of an endpoint's method, in order.
    pub(super) fn arguments(&self, endpoint: &Endpoint) -> Vec<TokenStream> {
        let arguments = endpoint.params.iter().filter(|param| param.is_argument());
        arguments.map(|param| self.field(&param.field, &[])).collect()
    }

    /// A value of a type, by its name on the wire.
    pub(super) fn sample(&self, ty: &TypeRef, wire: &str) -> TokenStream {
        self.value(ty, wire, &Constraints::default(), &[], ExprPosition::Argument)
    }

    /// The setters that are called, in order.
    pub(super) fn setters(&self, endpoint: &Endpoint) -> Vec<TokenStream> {
        let chosen = self.chosen(endpoint);
        let must = |param: &Param| {
            let left_out = param.in_optional_body && self.detail == ExampleDetail::Minimal;
            param.is_setter() && param.field.presence == Presence::Required && !left_out
        };
        let set = endpoint.params.iter().enumerate();
        let set = set.filter(|(index, param)| must(param) || chosen.contains(index));
        set.map(|(_, param)| self.setter(&param.field, &[])).collect()
    }

    /// The optional parameters to set, by index: as the detail says, within the rules.
    fn chosen(&self, endpoint: &Endpoint) -> Vec<usize> {
        let fields: Vec<&Field> = endpoint.params.iter().map(|param| &param.field).collect();
        let full = self.detail == ExampleDetail::Full;
        let wanted = |field: &Field| full && field.presence == Presence::Optional;
        within_rules(&fields, &endpoint.known_rules(), wanted, |_| true)
    }

    /// A call of the setter of a field.
    fn setter(&self, field: &Field, above: &[TypeId]) -> TokenStream {
        let (name, value) = (field.name.snake_ident(), self.field(field, above));
        quote!(.#name(#value))
    }

    /// An argument for a field.
    fn field(&self, field: &Field, above: &[TypeId]) -> TokenStream {
        self.value(&field.ty, &field.wire, field.known_constraints(), above, ExprPosition::Argument)
    }

    /// A value of a type. `above` are the types that it is part of, so that it ends.
    fn value(
        &self,
        ty: &TypeRef,
        wire: &str,
        bounds: &Constraints,
        above: &[TypeId],
        position: ExprPosition,
    ) -> TokenStream {
        if let (Some(choice), false) = (bounds.one_of.first(), matches!(ty, TypeRef::List(_))) {
            return self.converted(ty, literal(choice), position);
        }
        let exact =
            |ty, above: &[TypeId]| self.value(ty, wire, &Constraints::default(), above, ExprPosition::Exact);
        match ty {
            TypeRef::Scalar(scalar) => self.scalar(*scalar, wire, bounds, position),
            // A list that would lead back to what it is part of is empty.
            TypeRef::List(item) if leads_to(item, above) => match position {
                ExprPosition::Argument => quote!(Vec::new()),
                ExprPosition::Exact => quote!(vec![]),
            },
            TypeRef::List(item) => {
                let one_item = Constraints { min_items: None, max_items: None, ..bounds.clone() };
                let count = bounds.min_items.unwrap_or(1).max(1);
                let item_position = if position == ExprPosition::Argument && converts(self.api, item) {
                    ExprPosition::Argument
                } else {
                    ExprPosition::Exact
                };
                let items = (0..count).map(|_| self.value(item, wire, &one_item, above, item_position));
                if position == ExprPosition::Argument {
                    quote!([#(#items),*])
                } else {
                    quote!(vec![#(#items),*])
                }
            }
            TypeRef::Map { value, .. } if leads_to(value, above) => {
                let krate = &self.krate;
                quote!(#krate::Map::new())
            }
            TypeRef::Map { key, value } => {
                let (krate, key, value) = (&self.krate, exact(key, above), exact(value, above));
                quote!(#krate::Map::from([(#key, #value)]))
            }
            TypeRef::JsonText(inner) => {
                let (krate, inner) = (&self.krate, exact(inner, above));
                quote!(#krate::JsonText(#inner))
            }
            TypeRef::Nullable(inner) => {
                let (krate, inner) = (&self.krate, exact(inner, above));
                quote!(#krate::Nullable::Value(#inner))
            }
            TypeRef::TextId(id) => {
                let asked = self.api[*id].name.snake();
                self.converted(ty, self.source.whole(asked), position)
            }
            TypeRef::Def(id) => self.named(*id, above, position),
        }
    }

    /// A value of a defined type.
    fn named(&self, id: TypeId, above: &[TypeId], position: ExprPosition) -> TokenStream {
        let def = &self.api[id];
        let (krate, module, name) =
            (&self.krate, self.api[def.resource].name.snake_ident(), def.name.pascal_ident());
        let path = quote!(#krate::#module::#name);
        let asked = def.name.snake();
        match &def.shape {
            Shape::Id(IdRepr::Str) => self.converted(&TypeRef::Def(id), self.source.text(asked), position),
            Shape::Id(IdRepr::Int) => self.converted(&TypeRef::Def(id), self.source.whole(asked), position),
            Shape::Enum { values, .. } => match values.first() {
                Some(value) => {
                    let variant = value.name.pascal_ident();
                    quote!(#path::#variant)
                }
                None => quote!(#path::Unknown(Default::default())),
            },
            Shape::Struct { fields, free, variant } => {
                let inside = [above, &[id]].concat();
                let required = fields.iter().filter(|field| field.presence == Presence::Required);
                let variant = variant.as_ref().map(FurtherMembers::as_field);
                let arguments = required.chain(&variant).map(|field| self.field(field, &inside));
                let all: Vec<&Field> = fields.iter().collect();
                let ends = |field: &Field| !leads_to(&field.ty, &inside);
                let chosen =
                    within_rules(&all, &def.known_rules(), |field| self.is_set(field, &inside), ends);
                let set = fields.iter().enumerate().filter(|(index, _)| chosen.contains(index));
                let setters = set.map(|(_, field)| self.setter(field, &inside));
                let free = free.as_ref().and_then(|free| self.free_setter(free, fields, &inside));
                quote!(#path::new(#(#arguments),*) #(#setters)* #free)
            }
            Shape::Union(variants) => {
                let inside = [above, &[id]].concat();
                let Some(ty) = shortest(variants, &inside) else { unreachable!("a union has members") };
                let variant = Ident::new(union_kind(self.api, ty), Span::call_site());
                let value =
                    self.value(ty, def.name.snake(), &Constraints::default(), &inside, ExprPosition::Exact);
                quote!(#path::#variant(#value))
            }
            Shape::Tagged(union) => {
                let inside = [above, &[id]].concat();
                let straight = union.variants.iter().find(|variant| !leads_to(&variant.ty, &inside));
                match straight.or(union.variants.first()) {
                    Some(variant) => {
                        let (ident, wire) = (variant.name.pascal_ident(), def.name.snake());
                        let (bounds, exact) = (&Constraints::default(), ExprPosition::Exact);
                        let object = self.value(&variant.ty, wire, bounds, &inside, exact);
                        let is_boxed = holds_itself(self.api, def, &variant.ty);
                        let object = if is_boxed { quote!(Box::new(#object)) } else { object };
                        quote!(#path::#ident(#object))
                    }
                    None => quote!(#path::default()),
                }
            }
            Shape::Any(forms) => {
                let inside = [above, &[id]].concat();
                let mut written = forms.iter().filter_map(|form| Some((form, form.write.as_ref()?)));
                match written.find(|(_, ty)| !leads_to(ty, &inside)) {
                    Some((form, ty)) => {
                        let (maker, wire) = (form.name.snake_ident(), def.name.snake());
                        let value =
                            self.value(ty, wire, &Constraints::default(), &inside, ExprPosition::Argument);
                        quote!(#path::#maker(#value))
                    }
                    None => quote!(#path::default()),
                }
            }
        }
    }

    /// A call of the setter of free members, with one of them, where optional members are filled.
    fn free_setter(&self, free: &FreeMembers, fields: &[Field], inside: &[TypeId]) -> Option<TokenStream> {
        if !self.is_filled(&free.ty, inside) {
            return None;
        }
        let (krate, setter) = (&self.krate, free.name.snake_ident());
        let wire = free.sample_wire(fields, &self.api.types);
        let value = self.value(&free.ty, &wire, &Constraints::default(), inside, ExprPosition::Exact);
        Some(quote!(.#setter(#krate::Map::from([(#wire.to_owned(), #value)]))))
    }

    /// Whether an optional member of a struct is filled: not below [`DEPTH`], and not if it leads back to a type that it is
    /// part of.
    fn is_set(&self, field: &Field, inside: &[TypeId]) -> bool {
        field.presence == Presence::Optional && self.is_filled(&field.ty, inside)
    }

    /// The same of what may be left out, by its type.
    fn is_filled(&self, ty: &TypeRef, inside: &[TypeId]) -> bool {
        self.detail == ExampleDetail::Full && inside.len() <= DEPTH && !leads_to(ty, inside)
    }

    /// A value of a built-in type.
    fn scalar(
        &self,
        scalar: Scalar,
        wire: &str,
        bounds: &Constraints,
        position: ExprPosition,
    ) -> TokenStream {
        let bounded = bounds.min.is_some() || bounds.max.is_some();
        let value = match scalar {
            Scalar::Str if self.source == SampleSource::Invented => {
                let text = invented(wire, bounds);
                quote!(#text)
            }
            Scalar::Str if bounds.max_length.is_some() => quote!("a"),
            // The fixture gives a `String`, which nothing has to convert.
            Scalar::Str => return self.source.text(wire),
            Scalar::Secret => self.source.text(wire),
            Scalar::Any => quote!("anything"),
            Scalar::Bool => quote!(true),
            Scalar::UInt if bounded => number(bounds, false),
            Scalar::UInt if self.source == SampleSource::Invented => quote!(1_u64),
            Scalar::UInt => quote!(18_446_744_073_709_551_615_u64),
            Scalar::Int if bounded => number(bounds, false),
            Scalar::Int => self.source.whole(wire),
            Scalar::Float => number(bounds, true),
            // The first moment of 2025.
            Scalar::Timestamp => quote!(1_735_689_600_000_i64),
            Scalar::UnixSeconds => quote!(1_735_689_600_i64),
            Scalar::Formatted(format) => {
                let text = format.sample();
                quote!(#text)
            }
            Scalar::File => {
                let krate = &self.krate;
                quote!(#krate::File::new("sample.txt", "sample"))
            }
        };
        self.converted(&TypeRef::Scalar(scalar), value, position)
    }

    /// An expression of a simpler type, with `.into()` where the callee does not convert it itself.
    fn converted(&self, ty: &TypeRef, value: TokenStream, position: ExprPosition) -> TokenStream {
        let is_done = position == ExprPosition::Argument || !converts(self.api, ty);
        if is_done { value } else { quote!(#value.into()) }
    }
}

/// Whether a type names one of those that it is part of.
fn leads_to(ty: &TypeRef, above: &[TypeId]) -> bool {
    ty.named_types().iter().any(|id| above.contains(id))
}

/// The type whose value leads back to none of `above`; without one, a list or map, which is left empty then; else the
/// first.
fn shortest<'t>(types: &'t [TypeRef], above: &[TypeId]) -> Option<&'t TypeRef> {
    let is_cut_off = |ty: &&TypeRef| matches!(ty, TypeRef::List(_) | TypeRef::Map { .. });
    let straight = types.iter().find(|ty| !leads_to(ty, above));
    straight.or_else(|| types.iter().find(is_cut_off)).or(types.first())
}

/// The optional fields to set, by index: those that are wanted, as far as the rules allow, and those that a rule asks
/// for, if their values come to an end.
fn within_rules(
    fields: &[&Field],
    rules: &[Rule],
    wanted: impl Fn(&Field) -> bool,
    ends: impl Fn(&Field) -> bool,
) -> Vec<usize> {
    let first = |list: &[usize]| list.iter().copied().find(|index| ends(fields[*index]));
    let is_optional = |index: &usize| fields[*index].presence == Presence::Optional;
    let mut chosen: Vec<usize> = (0..fields.len()).filter(|&index| wanted(fields[index])).collect();
    for rule in rules {
        match rule {
            Rule::ExactlyOne(list) => {
                chosen.retain(|index| !list.contains(index));
                chosen.extend(first(list));
            }
            Rule::AtMostOne(list) => {
                let kept = list.iter().copied().find(|index| chosen.contains(index));
                chosen.retain(|index| !list.contains(index) || kept == Some(*index));
            }
            Rule::AtLeastOne(list) => {
                if !list.iter().any(|index| chosen.contains(index)) {
                    chosen.extend(first(list));
                }
            }
            Rule::AllOrNone(list) => {
                if !list.iter().all(|index| chosen.contains(index)) {
                    chosen.retain(|index| !list.contains(index));
                }
            }
            // Every list of a sample holds one item.
            Rule::Together { params, max_items } => {
                let mut left = *max_items;
                chosen.retain(|index| {
                    !params.contains(index) || left.checked_sub(1).map(|rest| left = rest).is_some()
                });
            }
            // Whatever value the deciding field has, it does not forbid what is not there.
            Rule::ForbiddenWhen { params, .. } => chosen.retain(|index| !params.contains(index)),
            // An optional deciding field is left out of a minimal call, and then asks for nothing. The value of a required
            // one is not looked at: what it may ask for is given.
            Rule::RequiredWhen { params, field, .. } => {
                if !is_optional(field) {
                    chosen.extend(params.iter().filter(|index| is_optional(index) && ends(fields[**index])));
                }
            }
        }
    }
    chosen
}

/// The number nearest to 1 within the bounds.
fn number(bounds: &Constraints, fraction: bool) -> TokenStream {
    let value = 1.0_f64.max(bounds.min.unwrap_or(f64::MIN)).min(bounds.max.unwrap_or(f64::MAX));
    let token = if fraction {
        Token::f64_suffixed(value)
    } else {
        #[expect(clippy::cast_possible_truncation, reason = "bounds of whole numbers are whole and small")]
        Token::i64_suffixed(value.ceil() as i64)
    };
    quote!(#token)
}

/// A constant of the spec as an expression.
fn literal(literal: &Literal) -> TokenStream {
    let token = match literal {
        Literal::Bool(value) => return quote!(#value),
        Literal::Int(value) => Token::i64_suffixed(*value),
        Literal::Float(value) => Token::f64_suffixed(*value),
        Literal::Str(text) => Token::string(text),
    };
    quote!(#token)
}
