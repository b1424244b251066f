//! Whether an example fits the type that it stands at.

use super::constraint::out_of_bounds;
use super::example_rule::broken_rule;
use super::literal::{lower_literal, spell};
use super::text_form::is_of_form;
use super::type_ref::render_type;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, closest, join_words};
use crate::ir::{
    Constraints, EnumValue, Example, Field, FreeMembers, IdRepr, Literal, Presence, Scalar, Shape,
    SourceLocation, TaggedUnion, TypeDef, TypeRef,
};
use crate::parse::{Kind, Node, Scalar as YamlScalar, Text};
use crate::untyped::Untyped;

/// Reads a value by its type.
pub(super) struct ExampleReader<'t> {
    types: &'t [TypeDef],
    /// What does not fit.
    pub(super) findings: Diagnostics,
}

impl<'t> ExampleReader<'t> {
    pub(super) fn new(types: &'t [TypeDef]) -> Self {
        Self { types, findings: Diagnostics::default() }
    }

    /// A value of a type within bounds.
    pub(super) fn value(&mut self, node: &Node, ty: &TypeRef, bounds: &Constraints) -> Example {
        if let (TypeRef::Nullable(_), Kind::Scalar(YamlScalar::Null)) = (ty, &node.kind) {
            return Example::Null;
        }
        self.refuse_members(node, &bounds.without);
        match (ty.non_null(), &node.kind) {
            (TypeRef::List(item), Kind::List(items)) => {
                let count = items.len();
                let (least, most) = (bounds.min_items.unwrap_or(0), bounds.max_items.unwrap_or(u32::MAX));
                if count < least as usize || count > most as usize {
                    self.complain(
                        node,
                        format!("the example has {count} items, which its bounds do not allow"),
                        None,
                    );
                }
                let of_item = Constraints { one_of: bounds.one_of.clone(), ..Constraints::default() };
                Example::List(items.iter().map(|node| self.value(node, item, &of_item)).collect())
            }
            (TypeRef::Map { key, value }, Kind::Map(entries)) => {
                let entry = |(name, node): &(Text, Node)| {
                    self.key(name, key);
                    (name.value.clone(), self.value(node, value, &Constraints::default()))
                };
                Example::Object(entries.iter().map(entry).collect())
            }
            // What the text holds is written, not the text.
            (TypeRef::JsonText(inner), _) => {
                let value = self.value(node, inner, &Constraints::default());
                Example::Literal(Literal::Str(Untyped::from(&value).to_string()))
            }
            (TypeRef::Def(id), _) => {
                let types: &'t [TypeDef] = self.types;
                self.named(node, &types[id.index()], ty.non_null(), bounds)
            }
            (TypeRef::Scalar(Scalar::Any), _) => any(node),
            (ty @ (TypeRef::Scalar(_) | TypeRef::TextId(_)), _) => self.scalar(node, ty, bounds),
            _ => self.misfit(node, ty),
        }
    }

    /// A value of a named type.
    fn named(&mut self, node: &Node, def: &TypeDef, ty: &TypeRef, bounds: &Constraints) -> Example {
        match (&def.shape, &node.kind) {
            (Shape::Id(IdRepr::Str), _) => self.scalar(node, &TypeRef::Scalar(Scalar::Str), bounds),
            (Shape::Id(IdRepr::Int), _) => self.scalar(node, &TypeRef::Scalar(Scalar::Int), bounds),
            (Shape::Enum { values, .. }, Kind::Scalar(scalar)) => {
                self.of_enum(node, scalar, def, values, bounds)
            }
            (Shape::Struct { .. }, Kind::Map(entries)) => self.object_of(node, def, entries, None),
            (Shape::Tagged(union), Kind::Map(entries)) => self.tagged(node, union, ty, entries),
            (Shape::Any(_), _) => any(node),
            (Shape::Union(members), _) => {
                let own = |member: &&TypeRef| !matches!(member, TypeRef::Def(id) if self.is_union(*id));
                self.first_that_fits(node, ty, members.iter().filter(own).cloned().collect())
            }
            _ => self.misfit(node, ty),
        }
    }

    /// Unions of unions are refused elsewhere; following them here could go on for ever.
    fn is_union(&self, id: crate::ir::TypeId) -> bool {
        matches!(self.types[id.index()].shape, Shape::Union(_) | Shape::Tagged(_))
    }

    /// The value as the first of some types that it fits.
    fn first_that_fits(&mut self, node: &Node, ty: &TypeRef, candidates: Vec<TypeRef>) -> Example {
        for candidate in &candidates {
            let mut attempt = ExampleReader::new(self.types);
            let example = attempt.value(node, candidate, &Constraints::default());
            if !attempt.findings.has_errors() {
                return example;
            }
        }
        self.misfit(node, ty)
    }

    /// An object of a union.
    fn tagged(
        &mut self,
        node: &Node,
        union: &TaggedUnion,
        ty: &TypeRef,
        entries: &[(Text, Node)],
    ) -> Example {
        let Some(by) = &union.by else {
            let variants = union.variants.iter().map(|variant| variant.ty.clone());
            let is_object = |ty: &TypeRef| matches!(ty, TypeRef::Def(id) if !self.is_union(*id));
            return self.first_that_fits(node, ty, variants.filter(is_object).collect());
        };
        let Some((_, tag)) = entries.iter().find(|(name, _)| name.value == *by) else {
            let message = format!("the example lacks the member `{by}`, which tells the objects apart");
            return self.complain(node, message, None);
        };
        let known = || union.variants.iter().map(|variant| variant.tag.as_str());
        let word = match &tag.kind {
            Kind::Scalar(YamlScalar::Str(word)) => word.as_str(),
            _ => "",
        };
        let variant = union.variants.iter().find(|variant| variant.tag == word);
        match variant.map(|variant| &variant.ty) {
            Some(TypeRef::Def(id)) => {
                let types: &'t [TypeDef] = self.types;
                self.object_of(node, &types[id.index()], entries, Some((by, word)))
            }
            Some(_) => Example::Null,
            None => {
                let message =
                    format!("{} is no value of `{by}`, which tells the objects apart", tag.describe());
                self.complain(tag, message, Some(proposal(word, known().collect())))
            }
        }
    }

    /// An object of a type, with the members that depend on what it is.
    fn object_of(
        &mut self,
        node: &Node,
        def: &TypeDef,
        entries: &[(Text, Node)],
        tag: Option<(&str, &str)>,
    ) -> Example {
        let Shape::Struct { fields, free, variant } = &def.shape else { return Example::Null };
        let Some(variant) = variant else {
            return self.object(node, def, fields, free.as_ref(), entries, tag);
        };
        let is_own = |name: &Text| {
            fields.iter().any(|field| field.wire == name.value) || tag.is_some_and(|(by, _)| name.value == by)
        };
        let (own, further): (Vec<_>, Vec<_>) = entries.iter().cloned().partition(|(name, _)| is_own(name));
        let further = Node { kind: Kind::Map(further), ..node.clone() };
        let further = self.value(&further, &variant.ty, &Constraints::default());
        match (self.object(node, def, fields, free.as_ref(), &own, tag), further) {
            (Example::Object(own), Example::Object(further)) => {
                Example::Object(own.into_iter().chain(further).collect())
            }
            (own, _) => own,
        }
    }

    /// An object with known members. `tag` is the member that tells objects of a union apart, and its value.
    fn object(
        &mut self,
        node: &Node,
        def: &TypeDef,
        fields: &[Field],
        free: Option<&FreeMembers>,
        entries: &[(Text, Node)],
        tag: Option<(&str, &str)>,
    ) -> Example {
        let mut members: Vec<(String, Example)> = Vec::new();
        // Members that were probably meant by others, so that they are not said to be missing, too.
        let mut meant: Vec<&str> = Vec::new();
        members.extend(tag.map(|(by, word)| (by.to_owned(), text(word))));
        for (name, value) in entries.iter().filter(|(name, _)| tag.is_none_or(|(by, _)| name.value != by)) {
            let field = fields.iter().find(|field| field.wire == name.value);
            let example = match (field, free) {
                (Some(field), _) => self.member(value, field),
                (None, Some(free)) => self.value(value, &free.ty, &Constraints::default()),
                (None, None) => {
                    let message = format!("the type `{}` has no member `{}`", def.name.pascal(), name.value);
                    let known: Vec<&str> = fields.iter().map(|field| field.wire.as_str()).collect();
                    meant.extend(closest(&name.value, known.iter().copied()));
                    self.find(Code::MemberUnknown, &name.origin, message, Some(proposal(&name.value, known)));
                    continue;
                }
            };
            members.push((name.value.clone(), example));
        }
        for field in fields {
            if members.iter().any(|(name, _)| *name == field.wire) || meant.contains(&&*field.wire) {
                continue;
            }
            match &field.presence {
                Presence::Constant(value) => {
                    members.push((field.wire.clone(), Example::Literal(value.clone())));
                }
                Presence::Required => {
                    let message =
                        format!("the example of `{}` lacks the member `{}`", def.name.pascal(), field.wire);
                    self.complain(node, message, None);
                }
                Presence::Optional => {}
            }
        }
        if let Some(rule) = broken_rule(&def.rules, fields, &members)
            && !self.findings.has_errors()
        {
            let message = format!("the example breaks a rule of the type `{}`: {rule}", def.name.pascal());
            self.complain(node, message, None);
        }
        Example::Object(members)
    }

    /// The value of a member.
    fn member(&mut self, node: &Node, field: &Field) -> Example {
        let example = self.value(node, &field.ty, &field.constraints);
        if let Presence::Constant(constant) = &field.presence
            && example != Example::Literal(constant.clone())
        {
            let message = format!("`{}` is always `{}`", field.wire, spell(constant));
            return self.complain(node, message, Some("leave it out".to_owned()));
        }
        example
    }

    /// A value of an enum.
    fn of_enum(
        &mut self,
        node: &Node,
        scalar: &YamlScalar,
        def: &TypeDef,
        values: &[EnumValue],
        bounds: &Constraints,
    ) -> Example {
        let literal = lower_literal(scalar);
        if !values.iter().any(|known| known.value == literal) {
            let known: Vec<String> = values.iter().map(|known| spell(&known.value)).collect();
            let help = proposal(&spell(&literal), known.iter().map(String::as_str).collect());
            let message = format!("the enum `{}` has no value `{}`", def.name.pascal(), spell(&literal));
            return self.complain(node, message, Some(help));
        }
        self.keep_bounds(node, &literal, bounds);
        Example::Literal(literal)
    }

    /// A text, a number, `true` or `false`.
    fn scalar(&mut self, node: &Node, ty: &TypeRef, bounds: &Constraints) -> Example {
        let scalar = if let TypeRef::Scalar(scalar) = ty { *scalar } else { Scalar::Str };
        match scalar {
            Scalar::Secret => {
                let message = "a secret has no example".to_owned();
                let help =
                    "remove it: a made-up one would be taken for real, and a real one would be known to all";
                return self.complain(node, message, Some(help.to_owned()));
            }
            Scalar::File => {
                let message = "a file has no example".to_owned();
                return self.complain(node, message, Some("say under `doc` what it holds".to_owned()));
            }
            _ => {}
        }
        let literal = match &node.kind {
            Kind::Scalar(YamlScalar::Null) | Kind::List(_) | Kind::Map(_) => return self.misfit(node, ty),
            Kind::Scalar(value) => lower_literal(value),
        };
        let Some(literal) = super::literal::fit_literal(&literal, ty, self.types) else {
            return self.misfit(node, ty);
        };
        if let (Scalar::Formatted(format), Literal::Str(text)) = (scalar, &literal)
            && !is_of_form(format, text)
        {
            let message = format!("{} is no `{}`", node.describe(), format.word());
            return self.complain(node, message, Some(format!("one is written like `{}`", format.sample())));
        }
        self.keep_bounds(node, &literal, bounds);
        Example::Literal(literal)
    }

    fn keep_bounds(&mut self, node: &Node, literal: &Literal, bounds: &Constraints) {
        if let Some(reason) = out_of_bounds(literal, bounds) {
            self.complain(node, format!("the example breaks the bounds of its field: {reason}"), None);
        }
    }

    /// Checks the key of a map.
    fn key(&mut self, name: &Text, key: &TypeRef) {
        let is_whole = match key {
            TypeRef::Scalar(scalar) => scalar.is_integer(),
            TypeRef::Def(id) => matches!(self.types[id.index()].shape, Shape::Id(IdRepr::Int)),
            _ => false,
        };
        if is_whole && name.value.parse::<i64>().is_err() {
            let message = format!("`{}` is no whole number, and the keys of the map are", name.value);
            self.find(Code::ValueMisfit, &name.origin, message, None);
        }
    }

    /// Complains about members that no object inside may have.
    fn refuse_members(&mut self, node: &Node, without: &[String]) {
        if without.is_empty() {
            return;
        }
        match &node.kind {
            Kind::Scalar(_) => {}
            Kind::List(items) => items.iter().for_each(|item| self.refuse_members(item, without)),
            Kind::Map(entries) => {
                for (name, value) in entries {
                    if without.contains(&name.value) {
                        let message = format!("no object inside may have the member `{}`", name.value);
                        self.find(Code::ValueMisfit, &name.origin, message, Some("remove it".to_owned()));
                    }
                    self.refuse_members(value, without);
                }
            }
        }
    }

    /// Complains that a value is none of a type.
    fn misfit(&mut self, node: &Node, ty: &TypeRef) -> Example {
        let is_text = |ty: &TypeRef| super::value_kind::ValueKind::Text.is_kind_of(ty, self.types);
        let help = match (&node.kind, ty.non_null()) {
            (Kind::Scalar(YamlScalar::Int(value)), ty) if is_text(ty) => Some(format!("write `\"{value}\"`")),
            (Kind::Scalar(YamlScalar::Bool(value)), ty) if is_text(ty) => {
                Some(format!("write `\"{value}\"`"))
            }
            (Kind::Scalar(YamlScalar::Float(_)), ty) if is_text(ty) => Some("write it in quotes".to_owned()),
            (Kind::Scalar(YamlScalar::Str(text)), _) if text.parse::<f64>().is_ok() => {
                Some(format!("write `{text}` without quotes"))
            }
            (Kind::Scalar(_), TypeRef::List(_)) => Some("write it in brackets".to_owned()),
            _ => None,
        };
        let message =
            format!("{} is no value of the type `{}`", node.describe(), render_type(ty, self.types));
        self.complain(node, message, help)
    }

    fn complain(&mut self, node: &Node, message: String, help: Option<String>) -> Example {
        self.find(Code::ValueMisfit, &node.origin, message, help);
        Example::Null
    }

    fn find(&mut self, code: Code, origin: &SourceLocation, message: String, help: Option<String>) {
        self.findings.push(Diagnostic::new(code, origin, message).help_maybe(help));
    }
}

/// What may have been meant in place of a word.
fn proposal(word: &str, known: Vec<&str>) -> String {
    match closest(word, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None if known.is_empty() => "remove it: there are none".to_owned(),
        None => format!("there are {}", join_words(known.into_iter())),
    }
}

fn text(text: &str) -> Example {
    Example::Literal(Literal::Str(text.to_owned()))
}

/// A value of any kind.
fn any(node: &Node) -> Example {
    match &node.kind {
        Kind::Scalar(YamlScalar::Null) => Example::Null,
        Kind::Scalar(scalar) => Example::Literal(lower_literal(scalar)),
        Kind::List(items) => Example::List(items.iter().map(any).collect()),
        Kind::Map(entries) => {
            Example::Object(entries.iter().map(|(name, node)| (name.value.clone(), any(node))).collect())
        }
    }
}
