//! Types: those that the spec will define, and uses of them.

use std::collections::BTreeSet;

use super::write::{key, quote, word, words_of};
use crate::untyped::Untyped;

/// The JSON kind of a type's values. `Any` where they are not all of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum JsonKind {
    Text,
    Number,
    Bool,
    List,
    Object,
    Any,
}

/// A reference to a type.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct TypeUse {
    /// Its text in the spec.
    pub(super) spec_text: String,
    pub(super) kind: JsonKind,
    /// Whether values may be `null` as well, and the spec text does not say so.
    pub(super) nullable: bool,
    /// Whether it can stand in a path or query: a scalar or an enum.
    pub(super) is_scalar: bool,
    /// Whether it is a list of scalars or enums.
    pub(super) items_are_scalar: bool,
    /// Whether it is the name of a type of the spec.
    pub(super) is_named_type: bool,
    /// Whether it holds a type of the spec without a list or map in between.
    pub(super) holds_named_type: bool,
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

    /// This, or `null`, if values may be that and anything is said of them.
    pub(super) fn with_null(self) -> Self {
        if !self.nullable || self.spec_text == "any" || self.spec_text == "file" {
            return self;
        }
        let spec_text = format!("{{nullable: {}}}", self.spec_text);
        // A type that holds this, or `null`, of itself is as endless to Rust as one that holds this.
        let (is_named_type, holds_named_type) = (self.is_named_type, self.holds_named_type);
        Self { is_named_type, holds_named_type, ..Self::composite(spec_text, self.kind, self.type_names) }
    }

    /// A list of this; items may be `null` if it may be.
    pub(super) fn list(self) -> Self {
        let this = self.clone().with_null();
        let spec_text = format!("[{}]", this.spec_text);
        Self {
            items_are_scalar: self.is_scalar,
            ..Self::composite(spec_text, JsonKind::List, this.type_names)
        }
    }

    /// This list as text can hold it: without items that are `null`. `None` if it never had any.
    pub(super) fn without_null_items(&self) -> Option<Self> {
        let item = self.spec_text.strip_prefix("[{nullable: ")?.strip_suffix("}]")?;
        self.items_are_scalar.then(|| Self { spec_text: format!("[{item}]"), ..self.clone() })
    }

    /// An object with arbitrary keys and these values.
    pub(super) fn map(self) -> Self {
        let this = self.with_null();
        Self::composite(format!("{{map: {}}}", this.spec_text), JsonKind::Object, this.type_names)
    }

    /// A text that holds JSON of this.
    pub(super) fn json(self) -> Self {
        let holds_named_type = self.holds_named_type;
        let spec_text = format!("{{json: {}}}", self.spec_text);
        Self { holds_named_type, ..Self::composite(spec_text, JsonKind::Text, self.type_names) }
    }

    /// A named type.
    pub(super) fn named(name: &str, kind: JsonKind, is_scalar: bool) -> Self {
        let type_names = BTreeSet::from([name.to_owned()]);
        let named = Self::composite(word(name), kind, type_names);
        Self { is_scalar, is_named_type: true, holds_named_type: true, ..named }
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
            holds_named_type: false,
            type_names,
        }
    }
}

/// A member of a type, or a parameter.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Field {
    pub(super) wire: String,
    pub(super) optional: bool,
    /// Whether the document wants it to be there, be it as `null`.
    pub(super) must_be_sent: bool,
    pub(super) ty: TypeUse,
    /// The name in Rust, where the wire name does not suit.
    pub(super) rename: Option<String>,
    /// Bounds and default, as they are written in the spec.
    pub(super) attributes: Vec<String>,
    /// What the document says of it, as the spec writes it.
    pub(super) doc: Option<String>,
}

impl Field {
    /// The field as it is in requests, where `null` is not absence: a type that takes `null` says so.
    pub(super) fn sent(mut self) -> Self {
        let ty = self.ty.clone().with_null();
        // An `any` takes `null` without saying so.
        if ty != self.ty || (self.ty.nullable && ty.spec_text == "any") {
            self.ty = ty;
            self.optional = !self.must_be_sent;
            // What is always sent has no default.
            self.attributes.retain(|text| self.optional || !text.starts_with("default: "));
        }
        self
    }

    /// Whether it is always sent with one value.
    pub(super) fn is_constant(&self) -> bool {
        self.attributes.iter().any(|text| text.starts_with("constant: "))
    }

    /// The line of the spec that defines it.
    pub(super) fn line(&self, indent: usize) -> String {
        let mark = if self.optional { "?" } else { "" };
        let mut parts = vec![format!("type: {}", self.ty.spec_text)];
        parts.extend(self.rename.iter().map(|name| format!("name: {}", word(name))));
        parts.extend(self.attributes.iter().cloned());
        parts.push(format!("doc: {}", doc_of(self.doc.clone(), &self.wire)));
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
    /// As the spec writes it.
    pub(super) doc: String,
}

/// What a type is made of.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Form {
    /// An object: its members, and what others beside them hold if there may be such.
    Fields {
        fields: Vec<Field>,
        free: Option<TypeUse>,
        /// The objects of which one has the further members.
        variant: Option<TypeUse>,
    },
    /// An enum over `string` or, if not `is_text`, over `i64`.
    Enum {
        is_text: bool,
        values: Vec<Value>,
    },
    Union(Vec<TypeUse>),
    /// Objects that the member `by` tells apart, which they do not have themselves; without it, the members that they have.
    Tagged {
        by: Option<String>,
        variants: Vec<TaggedVariant>,
    },
}

/// A variant of objects that a member tells apart.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TaggedVariant {
    /// The value of that member.
    pub(super) tag: String,
    /// The name in Rust, where the tag does not suit.
    pub(super) name: Option<String>,
    pub(super) ty: TypeUse,
}

/// A type of the spec.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TypeDefinition {
    pub(super) form: Form,
    /// As the spec writes it.
    pub(super) doc: String,
    /// One of its values, as the spec writes it.
    pub(super) example: Option<String>,
}

impl TypeDefinition {
    /// The names of the types that its members are made of.
    pub(super) fn type_names(&self) -> Vec<&String> {
        match &self.form {
            Form::Fields { fields, free, variant } => {
                let all = fields.iter().map(|field| &field.ty).chain(free).chain(variant);
                all.flat_map(|ty| &ty.type_names).collect()
            }
            Form::Union(members) => members.iter().flat_map(|member| &member.type_names).collect(),
            Form::Tagged { variants, .. } => {
                variants.iter().flat_map(|variant| &variant.ty.type_names).collect()
            }
            Form::Enum { .. } => Vec::new(),
        }
    }

    /// The lines of the spec that define it.
    pub(super) fn lines(&self, name: &str) -> String {
        let mut text = format!("  {}:\n    doc: {}\n", word(name), self.doc);
        text.extend(self.example.iter().map(|example| format!("    {example}\n")));
        match &self.form {
            Form::Fields { fields, free, variant } => {
                text.push_str(if fields.is_empty() { "    fields: {}\n" } else { "    fields:\n" });
                fields.iter().for_each(|field| text.push_str(&field.line(6)));
                free.iter().for_each(|free| text.push_str(&format!("    free: {}\n", free.spec_text)));
                let lines = variant.iter().map(|variant| format!("    variant: {}\n", variant.spec_text));
                text.extend(lines);
            }
            Form::Enum { is_text, values } => {
                text.push_str(if *is_text { "    enum: string\n" } else { "    enum: i64\n" });
                text.push_str("    values:\n");
                for Value { spec_text, name, doc } in values {
                    let name =
                        name.as_ref().map(|name| format!(", name: {}", word(name))).unwrap_or_default();
                    text.push_str(&format!("      - {{value: {spec_text}{name}, doc: {doc}}}\n"));
                }
            }
            Form::Union(members) => {
                let members: Vec<_> = members.iter().map(|member| member.spec_text.clone()).collect();
                text.push_str(&format!("    union: [{}]\n", members.join(", ")));
            }
            Form::Tagged { by, variants } => {
                text.push_str("    union:\n");
                text.extend(by.as_ref().map(|by| format!("      by: {}\n", key(by))));
                text.push_str("      of:\n");
                for TaggedVariant { tag, name, ty } in variants {
                    let ty = &ty.spec_text;
                    let written = match name {
                        Some(name) => format!("{{type: {ty}, name: {}}}", word(name)),
                        None => ty.clone(),
                    };
                    text.push_str(&format!("        {}: {written}\n", key(tag)));
                }
            }
        }
        text
    }
}

/// A description for people, or the name in words, as the spec writes it.
pub(super) fn doc_of(said: Option<String>, name: &str) -> String {
    said.unwrap_or_else(|| quote(&words_of(name)))
}

/// A value as the spec writes it.
pub(super) fn literal(value: &Untyped) -> Option<String> {
    match value {
        Untyped::Str(text) if !text.contains(char::is_control) => Some(quote(text)),
        Untyped::Int(number) => Some(number.to_string()),
        Untyped::Bool(value) => Some(value.to_string()),
        // Others may be written with an exponent, which not every reader of YAML takes for a number.
        Untyped::Float(value) if value.abs() < 1e15 && (*value == 0.0 || value.abs() > 1e-5) => {
            Some(format!("{value:?}"))
        }
        _ => None,
    }
}
