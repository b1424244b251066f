//! Checks of values before they are sent.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::literal::json;
use crate::ir::{Constraints, Rule};

/// The checks of a field's bounds, as variants of the runtime's `Rule`.
pub(super) fn bound_checks(name: &str, constraints: &Constraints) -> Vec<TokenStream> {
    let Constraints { min, max, min_items, max_items, min_length, max_length, one_of, without } = constraints;
    let mut checks = Vec::new();
    if min_items.is_some() || max_items.is_some() {
        let (min, max) =
            (bound(*min_items, 0), max_items.map_or(quote!(u32::MAX), |max| bound(Some(max), 0)));
        checks.push(quote!(Items(#name, #min, #max)));
    }
    if min.is_some() || max.is_some() {
        let min = min.map_or(quote!(f64::NEG_INFINITY), float);
        let max = max.map_or(quote!(f64::INFINITY), float);
        checks.push(quote!(Range(#name, #min, #max)));
    }
    if min_length.is_some() || max_length.is_some() {
        let (min, max) =
            (bound(*min_length, 0), max_length.map_or(quote!(u32::MAX), |max| bound(Some(max), 0)));
        checks.push(quote!(Length(#name, #min, #max)));
    }
    if !one_of.is_empty() {
        let values = one_of.iter().map(json);
        checks.push(quote!(OneOf(#name, &[#(#values),*])));
    }
    if !without.is_empty() {
        checks.push(quote!(Without(#name, &[#(#without),*])));
    }
    checks
}

/// A bound of a count, or `absent` without one.
fn bound(value: Option<u32>, absent: u32) -> TokenStream {
    let value = value.unwrap_or(absent);
    let value = grouped(&Literal::u32_unsuffixed(value));
    quote!(#value)
}

/// A floating point number as a token.
fn float(value: f64) -> TokenStream {
    let value = grouped(&Literal::f64_unsuffixed(value));
    quote!(#value)
}

/// A number with its digits in groups of three, as people write those of more than five.
fn grouped(number: &Literal) -> Literal {
    let text = number.to_string();
    let end = text.find('.').unwrap_or(text.len());
    let (sign, digits) = text[..end].split_at(usize::from(text.starts_with('-')));
    if digits.len() <= 5 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return number.clone();
    }
    let mut written = sign.to_owned();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            written.push('_');
        }
        written.push(digit);
    }
    format!("{written}{}", &text[end..]).parse().unwrap_or_else(|_| number.clone())
}

/// The check of a rule over several fields, as a variant of the runtime's `Rule`. `wire` gives the wire name of a field.
pub(super) fn rule_check<'a>(rule: &Rule, wire: &dyn Fn(usize) -> &'a String) -> TokenStream {
    let names = |indices: &[usize]| {
        let names = indices.iter().map(|&index| wire(index));
        quote!(&[#(#names),*])
    };
    match rule {
        Rule::ExactlyOne(params) => {
            let names = names(params);
            quote!(ExactlyOne(#names))
        }
        Rule::AtLeastOne(params) => {
            let names = names(params);
            quote!(AtLeastOne(#names))
        }
        Rule::AtMostOne(params) => {
            let names = names(params);
            quote!(AtMostOne(#names))
        }
        Rule::AllOrNone(params) => {
            let names = names(params);
            quote!(AllOrNone(#names))
        }
        Rule::Together { params, max_items } => {
            let (names, max) = (names(params), bound(Some(*max_items), 0));
            quote!(Together(#names, #max))
        }
        Rule::ForbiddenWhen { params, field, values } => {
            let (names, field) = (names(params), wire(*field));
            let values = values.iter().map(json);
            quote!(ForbiddenWhen(#field, &[#(#values),*], #names))
        }
        Rule::RequiredWhen { params, field, values } => {
            let (names, field) = (names(params), wire(*field));
            let values = values.iter().map(json);
            quote!(RequiredWhen(#field, &[#(#values),*], #names))
        }
    }
}
