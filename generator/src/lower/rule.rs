//! Conditions over several parameters of an endpoint, or over several members of a type.

use super::context::Context;
use super::literal::{fit_literal, lower_literal};
use super::type_ref::render_type;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, closest, join_words};
use crate::ir::{Field, Literal, Param, Presence, Rule, Scalar, Shape, TypeDef, TypeRef};
use crate::parse::{
    EndpointSpec, EvidenceSpec, RuleKind, RuleSpec, Scalar as YamlScalar, Spanned, Text, TypeSpec,
};

/// Rules that are checked, and those that are not, since one weak source alone tells of them.
#[derive(Default)]
pub(super) struct Rules {
    pub(super) strong: Vec<Rule>,
    pub(super) weak: Vec<Rule>,
}

impl Rules {
    fn of<'s>(specs: &'s [RuleSpec], mut lower: impl FnMut(&'s RuleSpec) -> Option<Rule>) -> Self {
        let mut rules = Self::default();
        for spec in specs {
            let list = match spec.evidence {
                EvidenceSpec::Strong => &mut rules.strong,
                EvidenceSpec::Weak => &mut rules.weak,
            };
            list.extend(lower(spec));
        }
        rules
    }
}

/// Lowers the rules of an endpoint.
pub(super) fn lower_rules(
    spec: &EndpointSpec,
    params: &[Param],
    context: &Context<'_>,
    diagnostics: &mut Diagnostics,
) -> Rules {
    let fields: Vec<&Field> = params.iter().map(|param| &param.field).collect();
    Rules::of(&spec.rules, |rule| {
        lower_rule(rule, "parameter of the endpoint", &fields, context.types, diagnostics)
    })
}

/// Lowers the rules of a type, once all types are known.
pub(super) fn lower_type_rules(
    spec: &TypeSpec,
    def: &TypeDef,
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) -> Rules {
    let Shape::Struct { fields, .. } = &def.shape else { return Rules::default() };
    let fields: Vec<&Field> = fields.iter().collect();
    Rules::of(&spec.rules, |rule| lower_rule(rule, "member of the type", &fields, types, diagnostics))
}

fn lower_rule(
    spec: &RuleSpec,
    what: &str,
    params: &[&Field],
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) -> Option<Rule> {
    let indices: Vec<_> =
        spec.params.iter().map(|name| find_param(name, what, params, diagnostics)).collect();
    let indices: Vec<usize> = indices.into_iter().collect::<Option<_>>()?;
    check_params(spec, &indices, params, diagnostics);
    match spec.kind {
        RuleKind::ExactlyOne => Some(Rule::ExactlyOne(indices)),
        RuleKind::AtLeastOne => Some(Rule::AtLeastOne(indices)),
        RuleKind::AtMostOne => Some(Rule::AtMostOne(indices)),
        RuleKind::AllOrNone => Some(Rule::AllOrNone(indices)),
        RuleKind::Together => {
            check_lists(spec, &indices, params, types, diagnostics);
            Some(Rule::Together { params: indices, max_items: spec.max_items.as_ref()?.value })
        }
        RuleKind::Required | RuleKind::Forbidden => {
            let (name, values) = spec.when.as_ref()?;
            let field = find_param(name, what, params, diagnostics)?;
            if indices.contains(&field) {
                let message = format!("`{}` cannot decide over itself", name.value);
                diagnostics.push(Diagnostic::new(Code::RuleInvalid, &name.origin, message));
            }
            if values.is_empty() {
                let message = format!("`when` names no value of `{}`, so the rule never applies", name.value);
                diagnostics.push(Diagnostic::new(Code::RuleInvalid, &name.origin, message));
            }
            let values =
                values.iter().map(|value| lower_value(value, params[field], types, diagnostics)).collect();
            Some(if spec.kind == RuleKind::Required {
                Rule::RequiredWhen { params: indices, field, values }
            } else {
                Rule::ForbiddenWhen { params: indices, field, values }
            })
        }
    }
}

/// The index of a parameter or member. Complains if callers do not see one of that name: there is none, or it is a constant.
fn find_param(name: &Text, what: &str, params: &[&Field], diagnostics: &mut Diagnostics) -> Option<usize> {
    let visible = |field: &&&Field| !matches!(field.presence, Presence::Constant(_));
    let found = params.iter().position(|field| field.wire == name.value && visible(&field));
    if found.is_none() {
        let wires = || params.iter().filter(visible).map(|field| &*field.wire);
        let help = match closest(&name.value, wires()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("there are {}", join_words(wires())),
        };
        let message = format!("the rule names `{}`, which is no {what}", name.value);
        diagnostics.push(Diagnostic::new(Code::ParamUnknown, &name.origin, message).help(help));
    }
    found
}

/// Checks that a rule is about enough parameters or members, about none twice, and about none that is always there, over which
/// it would decide nothing. Only `together` may be about one that is always there: it decides how many items a list has.
fn check_params(spec: &RuleSpec, indices: &[usize], params: &[&Field], diagnostics: &mut Diagnostics) {
    let least = if matches!(spec.kind, RuleKind::Required | RuleKind::Forbidden) { 1 } else { 2 };
    if indices.len() < least {
        let message = "the rule is about too few fields to decide anything";
        let finding = Diagnostic::new(Code::RuleInvalid, &spec.origin, message);
        diagnostics.push(finding.help(format!("it needs {least} or more")));
    }
    for (position, (index, name)) in indices.iter().zip(&spec.params).enumerate() {
        if indices[..position].contains(index) {
            let message = format!("the rule names `{}` twice", name.value);
            diagnostics.push(Diagnostic::new(Code::RuleInvalid, &name.origin, message));
        }
        if params[*index].presence == Presence::Required && spec.kind != RuleKind::Together {
            let message = format!("`{}` is always there, so the rule cannot decide over it", name.value);
            diagnostics.push(
                Diagnostic::new(Code::RuleInvalid, &name.origin, message)
                    .note_at(&params[*index].origin, "it is required here")
                    .help(format!("write `{}?` to make it optional", name.value)),
            );
        }
    }
}

/// Checks that parameters are lists, which have items to count.
fn check_lists(
    spec: &RuleSpec,
    indices: &[usize],
    params: &[&Field],
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) {
    for (index, name) in indices.iter().zip(&spec.params) {
        let ty = &params[*index].ty;
        if !matches!(ty, TypeRef::List(_)) {
            let message =
                format!("`{}` is `{}`, which has no items to count", name.value, render_type(ty, types));
            diagnostics.push(Diagnostic::new(Code::RuleInvalid, &name.origin, message));
        }
    }
}

/// A value at which a rule matters, as one of the field's type.
fn lower_value(
    value: &Spanned<YamlScalar>,
    field: &Field,
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) -> Literal {
    let literal = lower_literal(&value.value);
    // Every value fits `any`. A type that is not defined stands here as `any`, too, and was complained about.
    if field.ty == TypeRef::Scalar(Scalar::Any) {
        return literal;
    }
    fit_literal(&literal, &field.ty, types).unwrap_or_else(|| {
        let rendered = render_type(&field.ty, types);
        let message = format!("{} is no value of `{}`, which is `{rendered}`", value.value, field.wire);
        diagnostics.push(Diagnostic::new(Code::ValueMisfit, &value.origin, message));
        literal
    })
}
