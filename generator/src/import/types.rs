//! Types: those that the spec will define, and uses of them.

use std::collections::{BTreeMap, BTreeSet};

use super::write::{key, paragraph, quote, words_of};
use crate::untyped::Untyped;

/// What JSON tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
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
    /// As it is written in the spec.
    pub(super) written: String,
    pub(super) kind: Kind,
    pub(super) nullable: bool,
    /// Whether it can stand in a path or query: a scalar or an enum.
    pub(super) plain: bool,
    /// Whether it is a list of such.
    pub(super) plain_items: bool,
    /// Whether it is the name of a type of the spec.
    pub(super) named: bool,
    /// The types of the spec that it names.
    pub(super) parts: BTreeSet<String>,
}

impl TypeUse {
    /// A built-in type.
    pub(super) fn scalar(written: &str, kind: Kind) -> Self {
        Self { plain: kind != Kind::Any, ..Self::composite(written.to_owned(), kind, BTreeSet::new()) }
    }

    /// Anything.
    pub(super) fn any() -> Self {
        Self::scalar("any", Kind::Any)
    }

    /// A list of this.
    pub(super) fn list(self) -> Self {
        let written = format!("[{}]", self.written);
        Self { plain_items: self.plain, ..Self::composite(written, Kind::List, self.parts) }
    }

    /// An object with arbitrary keys and these values.
    pub(super) fn map(self) -> Self {
        Self::composite(format!("{{map: {}}}", self.written), Kind::Object, self.parts)
    }

    /// A text that holds JSON of this.
    pub(super) fn json(self) -> Self {
        Self::composite(format!("{{json: {}}}", self.written), Kind::Text, self.parts)
    }

    /// A named type.
    pub(super) fn named(name: &str, kind: Kind, plain: bool) -> Self {
        let parts = BTreeSet::from([name.to_owned()]);
        Self { plain, named: true, ..Self::composite(name.to_owned(), kind, parts) }
    }

    fn composite(written: String, kind: Kind, parts: BTreeSet<String>) -> Self {
        Self { written, kind, nullable: false, plain: false, plain_items: false, named: false, parts }
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
    pub(super) extras: Vec<String>,
    pub(super) doc: Option<String>,
}

impl Field {
    /// The line of the spec that defines it.
    pub(super) fn line(&self, indent: usize) -> String {
        let mark = if self.optional { "?" } else { "" };
        let mut parts = vec![format!("type: {}", self.ty.written)];
        parts.extend(self.rename.iter().map(|name| format!("name: {name}")));
        parts.extend(self.extras.iter().cloned());
        let doc = self.doc.clone().unwrap_or_else(|| words_of(&self.wire));
        parts.push(format!("doc: {}", quote(&doc)));
        format!("{:indent$}{}: {{{}}}\n", "", key(&format!("{}{mark}", self.wire)), parts.join(", "))
    }
}

/// A value of an enum.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Value {
    /// As it is written in the spec.
    pub(super) written: String,
    /// The name in Rust, where the value itself does not serve.
    pub(super) name: Option<String>,
    pub(super) doc: String,
}

/// What a type is made of.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Form {
    Fields(Vec<Field>),
    /// Whether the values are texts; the values.
    Enum(bool, Vec<Value>),
    Union(Vec<TypeUse>),
}

/// A type of the spec.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TypeDefinition {
    pub(super) form: Form,
    pub(super) doc: String,
}

impl TypeDefinition {
    /// The types that it is made of.
    pub(super) fn parts(&self) -> Vec<&String> {
        match &self.form {
            Form::Fields(fields) => fields.iter().flat_map(|field| &field.ty.parts).collect(),
            Form::Union(members) => members.iter().flat_map(|member| &member.parts).collect(),
            Form::Enum(..) => Vec::new(),
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
            Form::Enum(texts, values) => {
                text.push_str(if *texts { "    enum: string\n" } else { "    enum: i64\n" });
                text.push_str("    values:\n");
                for Value { written, name, doc } in values {
                    let name = name.as_ref().map(|name| format!(", name: {name}")).unwrap_or_default();
                    text.push_str(&format!("      - {{value: {written}{name}, doc: {}}}\n", quote(doc)));
                }
            }
            Form::Union(members) => {
                let members: Vec<_> = members.iter().map(|member| member.written.clone()).collect();
                text.push_str(&format!("    union: [{}]\n", members.join(", ")));
            }
        }
        text
    }

    /// Whether a value of it can be finite, when those of `finite` are.
    fn is_finite(&self, finite: &BTreeSet<String>) -> bool {
        let good = |ty: &TypeUse| is_good(ty, finite);
        match &self.form {
            Form::Fields(fields) => fields.iter().all(|field| field.optional || good(&field.ty)),
            Form::Union(members) => members.iter().any(good),
            Form::Enum(..) => true,
        }
    }
}

/// Makes members optional where types would hold themselves without end; gives the members.
pub(super) fn end_circles(types: &mut BTreeMap<String, TypeDefinition>) -> Vec<String> {
    let mut changed = Vec::new();
    loop {
        let finite = find_finite(types);
        // One type at a time: with it, others may have come to an end too.
        let Some((name, def)) = types.iter_mut().find(|(name, _)| !finite.contains(*name)) else { break };
        let Form::Fields(fields) = &mut def.form else { break };
        for field in fields.iter_mut().filter(|field| !field.optional && !is_good(&field.ty, &finite)) {
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

fn is_good(ty: &TypeUse, finite: &BTreeSet<String>) -> bool {
    !ty.named || finite.contains(&ty.written)
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
