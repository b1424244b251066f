//! Filters: builders of conditions on the fields of what callers search for. A *subject* is what a condition is about: a
//! kind of fields, or one field with a fixed key.

use super::lookup::find_member;
use super::name::{Case, Namespace, lower_name};
use super::reserved;
use super::scope::Scope;
use super::type_ref::{check_parts, lower_type_ref, render_type};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, closest, join_words};
use crate::ir::{
    Comparison, Condition, ConditionBuilder, ConditionGroup, ConditionStart, EnumValue, Field, Filter, Name,
    Prose, ResourceId, Scalar, Shape, Takes, TypeDef, TypeId, TypeRef,
};
use crate::parse::{ConditionSpec, FilterSpec, GroupSpec, Scalar as YamlScalar, Spanned, SubjectSpec, Text};

/// What to do about a name that cannot be taken.
const RENAME: &str = "give it another name; say with `key` what it is called on the wire";

/// Lowers all filters, resource by resource.
pub(super) fn lower_filters(
    scope: &Scope<'_>,
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) -> Vec<Filter> {
    let mut filters = Vec::new();
    for (index, resource) in scope.resources.iter().enumerate() {
        let mut names = Namespace::new("filter", Case::Snake, reserved::filters());
        for spec in &resource.filters {
            filters.extend(lower_filter(spec, ResourceId(index), &mut names, scope, types, diagnostics));
        }
    }
    filters
}

fn lower_filter(
    spec: &FilterSpec,
    resource: ResourceId,
    names: &mut Namespace,
    scope: &Scope<'_>,
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) -> Option<Filter> {
    let help = "give the filter another name";
    let name = lower_name(&spec.name, "a filter", help, diagnostics);
    names.claim(&name, &spec.name, help, diagnostics);
    let group = lower_condition_group(&spec.group, scope, types, diagnostics);
    let condition = lower_condition(&spec.condition, scope, types, diagnostics);
    let (group, condition) = (group?, condition?);
    check_members(spec, &group, &condition, types, diagnostics);
    let operators = enum_values(&field(&types[condition.ty.index()], condition.operator).ty, types)?;
    let field_types = match &spec.field_types {
        Some(text) => Some(scope.types.find(text, "a filter", diagnostics)?),
        None => None,
    };
    let type_values = field_types.and_then(|id| enum_values(&TypeRef::Def(id), types)).unwrap_or_default();
    let mut lowerer = SubjectLowerer {
        spec,
        scope,
        types,
        operators,
        field_types: type_values,
        builders: Vec::new(),
        starts: Vec::new(),
    };
    lowerer.lower_subjects(diagnostics);
    let docs =
        spec.doc.as_ref().map_or_else(|| format!("`{}`.", spec.name.value).into(), |doc| doc.value.clone());
    let (builders, starts) = (lowerer.builders, lowerer.starts);
    let origin = spec.name.origin.clone();
    Some(Filter { name, resource, docs, group, condition, field_types, builders, starts, origin })
}

fn lower_condition_group(
    spec: &GroupSpec,
    scope: &Scope<'_>,
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) -> Option<ConditionGroup> {
    let (ty, fields) = find_struct(&spec.ty, scope, types, diagnostics)?;
    let owner = format!("the type `{}`", spec.ty.value);
    let mut find = |text: &Text| find_member(text, fields, &owner, diagnostics);
    let members = [&spec.conjunction, &spec.conditions, &spec.groups].map(&mut find);
    let [conjunction, conditions, groups] = members;
    let (conjunction, conditions, groups) = (conjunction?, conditions?, groups?);
    let values = expect_enum(&fields[conjunction], &spec.conjunction, types, diagnostics)?;
    let all = find_value(&spec.all, values, diagnostics);
    let any = find_value(&spec.any, values, diagnostics);
    Some(ConditionGroup { ty, conjunction, all: all?, any: any?, conditions, groups })
}

/// Checks that a group holds conditions, and groups like itself, and that what is inside of a condition is a group.
fn check_members(
    spec: &FilterSpec,
    group: &ConditionGroup,
    condition: &Condition,
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) {
    let list = |item: TypeId| TypeRef::List(Box::new(TypeRef::Def(item)));
    let inner = condition.inner.zip(spec.condition.inner.as_ref());
    let members = [
        (group.ty, group.conditions, &spec.group.conditions, list(condition.ty)),
        (group.ty, group.groups, &spec.group.groups, list(group.ty)),
    ];
    let inner = inner.map(|(index, text)| (condition.ty, index, text, TypeRef::Def(group.ty)));
    for (owner, index, text, wanted) in members.into_iter().chain(inner) {
        let Shape::Struct { fields, .. } = &types[owner.index()].shape else { continue };
        if fields[index].ty != wanted {
            let message = format!("`{}` is `{}`", text.value, render_type(&fields[index].ty, types));
            let finding = Diagnostic::new(Code::TypeMisplaced, &text.origin, message);
            let wanted = render_type(&wanted, types);
            diagnostics.push(finding.help(format!("a filter needs a member of type `{wanted}` here")));
        }
    }
}

fn lower_condition(
    spec: &ConditionSpec,
    scope: &Scope<'_>,
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) -> Option<Condition> {
    let (ty, fields) = find_struct(&spec.ty, scope, types, diagnostics)?;
    let owner = format!("the type `{}`", spec.ty.value);
    let mut find = |text: &Text| find_member(text, fields, &owner, diagnostics);
    let [key, operator, value] = [&spec.key, &spec.operator, &spec.value].map(&mut find);
    let quantifier = spec.quantifier.as_ref().map(&mut find);
    let inner = spec.inner.as_ref().map(&mut find);
    let (key, operator, value) = (key?, operator?, value?);
    expect_enum(&fields[operator], &spec.operator, types, diagnostics)?;
    if let (Some(text), Some(Some(index))) = (&spec.quantifier, quantifier) {
        expect_enum(&fields[index], text, types, diagnostics)?;
    }
    for (index, text, scalar) in [(key, &spec.key, Scalar::Str), (value, &spec.value, Scalar::Any)] {
        if fields[index].ty != TypeRef::Scalar(scalar) {
            let wanted = render_type(&TypeRef::Scalar(scalar), types);
            let message = format!("`{}` is `{}`", text.value, render_type(&fields[index].ty, types));
            let finding = Diagnostic::new(Code::TypeMisplaced, &text.origin, message);
            diagnostics.push(finding.help(format!("a filter needs a member of type `{wanted}` here")));
        }
    }
    Some(Condition { ty, key, operator, value, quantifier: quantifier.flatten(), inner: inner.flatten() })
}

/// What the subjects of a filter are lowered with, and to.
struct SubjectLowerer<'a, 'd> {
    spec: &'a FilterSpec,
    scope: &'a Scope<'d>,
    types: &'a [TypeDef],
    /// The values of the enum of operators.
    operators: &'a [EnumValue],
    /// The values of the enum of field types.
    field_types: &'a [EnumValue],
    builders: Vec<ConditionBuilder>,
    starts: Vec<ConditionStart>,
}

impl SubjectLowerer<'_, '_> {
    /// Lowers kinds, then keys, which may refer to kinds.
    fn lower_subjects(&mut self, diagnostics: &mut Diagnostics) {
        let mut functions =
            Namespace::new("subject", Case::Snake, reserved::subjects(self.spec.field_types.is_some()));
        let spec = self.spec;
        self.check_sets(diagnostics);
        let kinds = spec.kinds.iter().map(|kind| (kind, false));
        for (subject, fixed) in kinds.chain(spec.keys.iter().map(|key| (key, true))) {
            let name = lower_name(&subject.name, "a subject of conditions", RENAME, diagnostics);
            functions.claim(&name, &subject.name, RENAME, diagnostics);
            if subject.doc.is_none() {
                let message = format!("`{}` has no `doc`", subject.name.value);
                diagnostics.push(Diagnostic::new(Code::Undocumented, &subject.name.origin, message));
            }
            let docs = subject.doc.as_ref();
            let docs =
                docs.map_or_else(|| format!("`{}`.", subject.name.value).into(), |doc| doc.value.clone());
            let Some(builder) = self.builder_of(subject, &name, &docs, fixed, diagnostics) else { continue };
            let key = fixed.then(|| subject.key.as_ref().unwrap_or(&subject.name).value.clone());
            self.starts.push(ConditionStart { name, docs, key, builder });
        }
    }

    /// The builder of a subject: that of its kind, or a new one.
    fn builder_of(
        &mut self,
        spec: &SubjectSpec,
        name: &Name,
        docs: &Prose,
        fixed: bool,
        diagnostics: &mut Diagnostics,
    ) -> Option<usize> {
        if let Some(kind) = &spec.kind {
            let found = self.builders.iter().position(|known| known.name.snake() == kind.value);
            if found.is_none() {
                let names = self.builders.iter().map(|known| known.name.snake()).collect();
                diagnostics.push(unknown(kind, "the filter", "kind", names));
            }
            return found;
        }
        let comparisons = self.lower_comparisons(spec, diagnostics);
        let types =
            spec.types.iter().filter_map(|ty| find_value(ty, self.field_types, diagnostics)).collect();
        self.builders.push(ConditionBuilder {
            name: name.clone(),
            docs: docs.clone(),
            is_kind: !fixed,
            types,
            comparisons,
        });
        Some(self.builders.len() - 1)
    }

    /// The operators that a subject takes, and what each compares with.
    fn lower_comparisons(&self, spec: &SubjectSpec, diagnostics: &mut Diagnostics) -> Vec<Comparison> {
        let value = spec.value.as_ref().and_then(|expr| {
            let ty = lower_type_ref(expr, self.scope, diagnostics)?;
            check_parts(&ty, self.types, &expr.origin, diagnostics);
            Some(ty)
        });
        let operators = self.resolve(&spec.operators, diagnostics);
        let [single, with_value] =
            [&spec.single, &spec.with_value].map(|names| self.resolve(names, diagnostics));
        // Mistakes in these two were reported for the whole filter.
        let quiet = &mut Diagnostics::default();
        let nothing = self.resolve(&self.spec.takes_nothing, quiet);
        let group = self.resolve(&self.spec.takes_group, quiet);
        let mut comparisons: Vec<Comparison> = Vec::new();
        for operator in operators {
            let takes = if group.contains(&operator) {
                Some(Takes::Group)
            } else if nothing.contains(&operator) && !with_value.contains(&operator) {
                Some(Takes::Nothing)
            } else {
                match (&value, single.contains(&operator)) {
                    (Some(TypeRef::List(item)), true) => Some(Takes::Single((**item).clone())),
                    (Some(ty), _) => Some(Takes::Value(ty.clone())),
                    (None, _) => None,
                }
            };
            if comparisons.iter().any(|known| known.operator == operator) {
                continue;
            }
            comparisons.extend(takes.map(|takes| Comparison { operator, takes }));
        }
        if spec.value.is_none() && self.needs_value(spec, &nothing, &group) {
            let message =
                format!("operators of `{}` compare with a value, yet no `value` is given", spec.name.value);
            diagnostics.push(Diagnostic::new(Code::KeyMissing, &spec.name.origin, message));
        }
        comparisons
    }

    /// Whether an operator of a subject compares with a value.
    fn needs_value(&self, spec: &SubjectSpec, nothing: &[usize], group: &[usize]) -> bool {
        let operators = self.resolve(&spec.operators, &mut Diagnostics::default());
        operators.iter().any(|operator| !nothing.contains(operator) && !group.contains(operator))
    }

    /// The operators that names of operators and of sets stand for.
    fn resolve(&self, names: &[Text], diagnostics: &mut Diagnostics) -> Vec<usize> {
        let mut found = Vec::new();
        for name in names {
            let set = self.spec.sets.iter().find(|(set, _)| set.value == name.value);
            let one = self.operators.iter().position(|known| known.name.snake() == name.value);
            match (set, one) {
                (_, Some(index)) => found.push(index),
                (Some((_, members)), None) => {
                    found.extend(members.iter().filter_map(|name| {
                        self.operators.iter().position(|known| known.name.snake() == name.value)
                    }));
                }
                (None, None) => {
                    let sets = self.spec.sets.iter().map(|(set, _)| &*set.value);
                    let all = self.operator_names().into_iter().chain(sets).collect();
                    diagnostics.push(unknown(name, "the filter", "operator or set", all));
                }
            }
        }
        found
    }

    /// Complains about names that are not those of operators, once for the whole filter.
    fn check_sets(&self, diagnostics: &mut Diagnostics) {
        for member in self.spec.sets.iter().flat_map(|(_, members)| members) {
            if !self.operators.iter().any(|known| known.name.snake() == member.value) {
                diagnostics.push(unknown(member, "the enum of operators", "operator", self.operator_names()));
            }
        }
        self.resolve(&self.spec.takes_nothing, diagnostics);
        self.resolve(&self.spec.takes_group, diagnostics);
    }

    /// The names of all operators.
    fn operator_names(&self) -> Vec<&str> {
        self.operators.iter().map(|known| known.name.snake()).collect()
    }
}

/// The complaint about a name that is not among those that are known.
fn unknown(name: &Text, owner: &str, what: &str, known: Vec<&str>) -> Diagnostic {
    let help = match closest(&name.value, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("there are {}", join_words(known.into_iter())),
    };
    let message = format!("{owner} has no {what} `{}`", name.value);
    Diagnostic::new(Code::ValueUnknown, &name.origin, message).help(help)
}

/// A struct by its name, and its members.
fn find_struct<'t>(
    text: &Text,
    scope: &Scope<'_>,
    types: &'t [TypeDef],
    diagnostics: &mut Diagnostics,
) -> Option<(TypeId, &'t [Field])> {
    let id = scope.types.find(text, "a filter", diagnostics)?;
    let Shape::Struct { fields, .. } = &types[id.index()].shape else {
        let message = format!("the type `{}` has no members", text.value);
        diagnostics.push(Diagnostic::new(Code::TypeMisplaced, &text.origin, message));
        return None;
    };
    Some((id, fields))
}

/// A field of a struct by its index.
fn field(def: &TypeDef, index: usize) -> &Field {
    match &def.shape {
        Shape::Struct { fields, .. } => &fields[index],
        _ => unreachable!("filters are made of structs"),
    }
}

/// The values of an enum; `None` for other types.
fn enum_values<'t>(ty: &TypeRef, types: &'t [TypeDef]) -> Option<&'t [EnumValue]> {
    match ty {
        TypeRef::Def(id) => match &types[id.index()].shape {
            Shape::Enum { values, .. } => Some(values),
            _ => None,
        },
        _ => None,
    }
}

/// The values of a field's enum; complains if it is none.
fn expect_enum<'t>(
    field: &Field,
    text: &Text,
    types: &'t [TypeDef],
    diagnostics: &mut Diagnostics,
) -> Option<&'t [EnumValue]> {
    let values = enum_values(&field.ty, types);
    if values.is_none() {
        let message = format!("`{}` is `{}`, which is no enum", text.value, render_type(&field.ty, types));
        diagnostics.push(Diagnostic::new(Code::TypeMisplaced, &text.origin, message));
    }
    values
}

/// The index of an enum's value; complains if there is no such value.
fn find_value(
    written: &Spanned<YamlScalar>,
    values: &[EnumValue],
    diagnostics: &mut Diagnostics,
) -> Option<usize> {
    let literal = super::literal::lower_literal(&written.value);
    let found = values.iter().position(|known| known.value == literal);
    if found.is_none() {
        let message = format!("{} is none of the enum's values", written.value);
        diagnostics.push(Diagnostic::new(Code::ValueMisfit, &written.origin, message));
    }
    found
}
