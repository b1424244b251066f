//! Types: those that the spec will define, and uses of them.

use std::collections::{BTreeMap, BTreeSet};

use super::write::{key, paragraph, quote, words_of};
use crate::untyped::Untyped;

/// The JSON kind of a type's values. `Any` where they are not all of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum JsonKind {
    Text,
    Number,
    Bool,
    List,
    Object,
    Any,
}

/// A reference to a type.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TypeUse {
    /// Its text in the spec.
    pub(super) spec_text: String,
    pub(super) kind: JsonKind,
    /// Whether values may be `null` as well. The spec text does not say so.
    pub(super) nullable: bool,
    /// Whether it can stand in a path or query: a scalar or an enum.
    pub(super) is_scalar: bool,
    /// Whether it is a list of scalars or enums.
    pub(super) items_are_scalar: bool,
    /// Whether it is the name of a type of the spec.
    pub(super) is_named_type: bool,
    /// The names of the types of the spec that its text contains.
    pub(super) type_names: BTreeSet<String>,
}

impl TypeUse {
    /// A built-in type.
    pub(super) fn scalar(spec_text: &str, kind: JsonKind) -> Self {
        Self {
            is_scalar: kind != JsonKind::Any,
            ..Self::composite(spec_text.to_owned(), kind, BTreeSet::new())
        }
    }

    /// Anything.
    pub(super) fn any() -> Self {
        Self::scalar("any", JsonKind::Any)
    }

    /// A list of this.
    pub(super) fn list(self) -> Self {
        let spec_text = format!("[{}]", self.spec_text);
        Self {
            items_are_scalar: self.is_scalar,
            ..Self::composite(spec_text, JsonKind::List, self.type_names)
        }
    }

    /// An object with arbitrary keys and these values.
    pub(super) fn map(self) -> Self {
        Self::composite(format!("{{map: {}}}", self.spec_text), JsonKind::Object, self.type_names)
    }

    /// A text that holds JSON of this.
    pub(super) fn json(self) -> Self {
        Self::composite(format!("{{json: {}}}", self.spec_text), JsonKind::Text, self.type_names)
    }

    /// A named type.
    pub(super) fn named(name: &str, kind: JsonKind, is_scalar: bool) -> Self {
        let type_names = BTreeSet::from([name.to_owned()]);
        Self { is_scalar, is_named_type: true, ..Self::composite(name.to_owned(), kind, type_names) }
    }

    /// A use of a type of which nothing is known but these three.
    fn composite(spec_text: String, kind: JsonKind, type_names: BTreeSet<String>) -> Self {
        Self {
            spec_text,
            kind,
            nullable: false,
            is_scalar: false,
            items_are_scalar: false,
            is_named_type: false,
            type_names,
        }
    }
}

/// A member of a type, or a parameter.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Field {
    pub(super) wire: String,
    pub(super) optional: bool,
    pub(super) ty: TypeUse,
    /// The name in Rust, where the wire name does not suit.
    pub(super) rename: Option<String>,
    /// Bounds and default, as they are written in the spec.
    pub(super) attributes: Vec<String>,
    pub(super) doc: Option<String>,
}

impl Field {
    /// The line of the spec that defines it.
    pub(super) fn line(&self, indent: usize) -> String {
        let mark = if self.optional { "?" } else { "" };
        let mut parts = vec![format!("type: {}", self.ty.spec_text)];
        parts.extend(self.rename.iter().map(|name| format!("name: {name}")));
        parts.extend(self.attributes.iter().cloned());
        let doc = self.doc.clone().unwrap_or_else(|| words_of(&self.wire));
        parts.push(format!("doc: {}", quote(&doc)));
        format!("{:indent$}{}: {{{}}}\n", "", key(&format!("{}{mark}", self.wire)), parts.join(", "))
    }
}

/// A value of an enum.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Value {
    /// Its text in the spec.
    pub(super) spec_text: String,
    /// The name in Rust, where the value itself does not serve.
    pub(super) name: Option<String>,
    pub(super) doc: String,
}

/// What a type is made of.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Form {
    Fields(Vec<Field>),
    /// An enum over `string` or, if not `is_text`, over `i64`.
    Enum {
        is_text: bool,
        values: Vec<Value>,
    },
    Union(Vec<TypeUse>),
}

/// A type of the spec.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TypeDefinition {
    pub(super) form: Form,
    pub(super) doc: String,
}

impl TypeDefinition {
    /// The names of the types that its members are made of.
    pub(super) fn type_names(&self) -> Vec<&String> {
        match &self.form {
            Form::Fields(fields) => fields.iter().flat_map(|field| &field.ty.type_names).collect(),
            Form::Union(members) => members.iter().flat_map(|member| &member.type_names).collect(),
            Form::Enum { .. } => Vec::new(),
        }
    }

    /// The lines of the spec that define it.
    pub(super) fn lines(&self, name: &str) -> String {
        let mut text = format!("  {name}:\n    doc: {}\n", quote(&self.doc));
        match &self.form {
            Form::Fields(fields) => {
                text.push_str("    fields:\n");
                fields.iter().for_each(|field| text.push_str(&field.line(6)));
            }
            Form::Enum { is_text, values } => {
                text.push_str(if *is_text { "    enum: string\n" } else { "    enum: i64\n" });
                text.push_str("    values:\n");
                for Value { spec_text, name, doc } in values {
                    let name = name.as_ref().map(|name| format!(", name: {name}")).unwrap_or_default();
                    text.push_str(&format!("      - {{value: {spec_text}{name}, doc: {}}}\n", quote(doc)));
                }
            }
            Form::Union(members) => {
                let members: Vec<_> = members.iter().map(|member| member.spec_text.clone()).collect();
                text.push_str(&format!("    union: [{}]\n", members.join(", ")));
            }
        }
        text
    }

    /// Whether it has a finite value, if the types in `finite` have one.
    fn is_finite(&self, finite: &BTreeSet<String>) -> bool {
        let has_finite = |ty: &TypeUse| has_finite_value(ty, finite);
        match &self.form {
            Form::Fields(fields) => fields.iter().all(|field| field.optional || has_finite(&field.ty)),
            Form::Union(members) => members.iter().any(has_finite),
            Form::Enum { .. } => true,
        }
    }
}

/// Makes members optional so that no type has to contain itself without end. Returns the changed members, as
/// `Type.member`.
pub(super) fn break_cycles(types: &mut BTreeMap<String, TypeDefinition>) -> Vec<String> {
    let mut changed = Vec::new();
    loop {
        let finite = find_finite(types);
        // One type at a time: fixing it may make others finite too.
        let Some((name, def)) = types.iter_mut().find(|(name, _)| !finite.contains(*name)) else { break };
        let Form::Fields(fields) = &mut def.form else { break };
        for field in
            fields.iter_mut().filter(|field| !field.optional && !has_finite_value(&field.ty, &finite))
        {
            field.optional = true;
            changed.push(format!("{name}.{}", field.wire));
        }
    }
    changed
}

/// The types that have a finite value.
fn find_finite(types: &BTreeMap<String, TypeDefinition>) -> BTreeSet<String> {
    let mut finite: BTreeSet<String> = BTreeSet::new();
    loop {
        let before = finite.len();
        let new = types.iter().filter(|(_, def)| def.is_finite(&finite)).map(|(name, _)| name.clone());
        finite.extend(new.collect::<Vec<_>>());
        if finite.len() == before {
            return finite;
        }
    }
}

/// Whether a use of a type has a finite value: lists, maps and scalars always have.
fn has_finite_value(ty: &TypeUse, finite: &BTreeSet<String>) -> bool {
    !ty.is_named_type || finite.contains(&ty.spec_text)
}

/// A description for people: the first paragraph, or the name in words.
pub(super) fn doc_of(schema: Option<&str>, name: &str) -> String {
    schema.map(paragraph).filter(|text| !text.is_empty()).unwrap_or_else(|| words_of(name))
}

/// A value as the spec writes it.
pub(super) fn literal(value: &Untyped) -> Option<String> {
    match value {
        Untyped::Str(text) if !text.contains(char::is_control) => Some(quote(text)),
        Untyped::Int(number) => Some(number.to_string()),
        Untyped::Bool(value) => Some(value.to_string()),
        _ => None,
    }
}
