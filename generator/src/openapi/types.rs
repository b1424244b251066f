//! Types → schemas.

use super::schema::{Schema, example, literal};
use super::translation::{add_values, translations};
use crate::ir::{
    Api, EnumRepr, EnumValue, Field, IdRepr, Presence, Scalar, Shape, TaggedUnion, TypeDef, TypeId, TypeRef,
};

/// The name of a type among the document's components.
pub(super) fn name(api: &Api, id: TypeId) -> &str {
    api[id].name.pascal()
}

/// The schema of a named type.
pub(super) fn definition(api: &Api, def: &TypeDef) -> Schema {
    let schema = match &def.shape {
        Shape::Id(IdRepr::Str) => Schema::of("string"),
        Shape::Id(IdRepr::Int) => Schema::formatted("integer", "int64"),
        Shape::Struct { fields, variant: Some(variant), .. } => {
            Schema { all_of: vec![object(api, fields), of(api, &variant.ty)], ..Schema::default() }
        }
        Shape::Struct { fields, free, variant: None } => {
            let free = free.as_ref().map(|free| Box::new(of(api, &free.ty)));
            Schema { additional_properties: free, ..object(api, fields) }
        }
        Shape::Enum { repr, values } => enumeration(*repr, values),
        Shape::Union(variants) => {
            let variants = variants.iter().map(|ty| of(api, ty)).collect();
            Schema { any_of: variants, ..Schema::default() }
        }
        Shape::Tagged(union) => tagged_union(api, union),
        Shape::Any(_) => Schema::default(),
    };
    let mut translations = translations(api, &[("description", Some(&def.docs))]);
    if let Shape::Enum { values, .. } = &def.shape {
        add_values(api, values, &mut translations);
    }
    let schema = Schema { examples: def.example.iter().map(example).collect(), translations, ..schema };
    match def.shape {
        Shape::Enum { .. } | Shape::Tagged(_) => {
            let text = format!("{} Other values may come.", def.docs.trim_end());
            schema.described(&text)
        }
        Shape::Any(ref forms) => {
            // What values of any kind are known to look like, `text` or `list` for instance.
            let forms: Vec<&str> = forms.iter().map(|form| form.name.snake()).collect();
            schema.described(&format!("{} Known forms: {}.", def.docs.trim_end(), forms.join(", ")))
        }
        _ => schema.described(&def.docs),
    }
}

/// Objects that one of their members tells apart, or the members that they have.
fn tagged_union(api: &Api, union: &TaggedUnion) -> Schema {
    let Some(by) = &union.by else {
        let variants = union.variants.iter().map(|variant| of(api, &variant.ty));
        return Schema { any_of: variants.collect(), ..Schema::default() };
    };
    let variants = union.variants.iter().map(|variant| {
        let constant = Some(serde_json::Value::from(variant.tag.as_str()));
        let add_tag = |mut object: Schema| {
            object.required.push(by.clone());
            object.properties.insert(by.clone(), Schema { constant, ..Schema::of("string") });
            object
        };
        match &variant.ty {
            // What is said of free members would hold for the tag, too, if it did not stand beside the fields.
            TypeRef::Def(id) if api[*id].free().is_some() => add_tag(definition(api, &api[*id])),
            ty => Schema { all_of: vec![add_tag(Schema::of("object")), of(api, ty)], ..Schema::default() },
        }
    });
    Schema { one_of: variants.collect(), ..Schema::default() }
}

/// An object with known members; others may come.
pub(super) fn object<'a>(api: &Api, fields: impl IntoIterator<Item = &'a Field>) -> Schema {
    let mut schema = Schema::of("object");
    for field in fields {
        if field.presence != Presence::Optional {
            schema.required.push(field.wire.clone());
        }
        schema.properties.insert(field.wire.clone(), member(api, field));
    }
    schema
}

/// The schema of a field: its type, bounds, default and meaning.
pub(super) fn member(api: &Api, field: &Field) -> Schema {
    let mut text = field.docs.trim().to_owned();
    if matches!(field.ty, TypeRef::Scalar(Scalar::Timestamp)) {
        text.push_str(" In milliseconds since 1970-01-01 UTC.");
    }
    let mut schema = of(api, &field.ty).bounded(&field.constraints).described(&text);
    schema.default = field.default.as_ref().map(literal);
    schema.translations = translations(api, &[("description", Some(&field.docs))]);
    schema.examples = field.example.iter().map(example).collect();
    if !field.weak_constraints.is_empty() {
        // On a list, a choice is that of each item.
        let has_item_choice = schema.items.is_some() && !field.weak_constraints.one_of.is_empty();
        let items = has_item_choice.then(Box::default);
        let weak = Schema { items, ..Schema::default() }.bounded(&field.weak_constraints);
        schema.weak = Some(Box::new(weak));
    }
    if let Presence::Constant(constant) = &field.presence {
        schema.constant = Some(literal(constant));
    }
    schema
}

/// The schema of a type reference.
pub(super) fn of(api: &Api, ty: &TypeRef) -> Schema {
    match ty {
        TypeRef::Scalar(scalar) => of_scalar(*scalar),
        TypeRef::List(item) => Schema { items: Some(Box::new(of(api, item))), ..Schema::of("array") },
        TypeRef::Map { key, value } => Schema {
            property_names: key_names(api, key).map(Box::new),
            additional_properties: Some(Box::new(of(api, value))),
            ..Schema::of("object")
        },
        TypeRef::JsonText(inner) => Schema {
            content_media_type: Some("application/json"),
            content_schema: Some(Box::new(of(api, inner))),
            ..Schema::of("string")
        },
        TypeRef::Nullable(inner) => {
            Schema { any_of: vec![of(api, inner), Schema::of("null")], ..Schema::default() }
        }
        TypeRef::TextId(_) => Schema::of("string"),
        TypeRef::Def(id) => Schema::named(name(api, *id)),
    }
}

/// The schema of a scalar.
fn of_scalar(scalar: Scalar) -> Schema {
    match scalar {
        Scalar::Str => Schema::of("string"),
        Scalar::Bool => Schema::of("boolean"),
        Scalar::Int | Scalar::Timestamp => Schema::formatted("integer", "int64"),
        Scalar::UnixSeconds => Schema::formatted("integer", "unixtime"),
        Scalar::Formatted(format) => Schema::formatted("string", format.openapi()),
        Scalar::UInt => {
            Schema { minimum: Some(serde_json::Value::from(0)), ..Schema::formatted("integer", "uint64") }
        }
        Scalar::Float => Schema::formatted("number", "double"),
        Scalar::Secret => Schema::formatted("string", "password"),
        Scalar::Any => Schema::default(),
        // `format` is the word of OpenAPI 3.0, which most tools still look for.
        Scalar::File => Schema {
            content_media_type: Some("application/octet-stream"),
            ..Schema::formatted("string", "binary")
        },
    }
}

/// What the keys of a map look like; `None` for any text. Keys are strings in JSON, whatever their type.
fn key_names(api: &Api, key: &TypeRef) -> Option<Schema> {
    let whole_number = Some(Schema { pattern: Some("^-?[0-9]+$"), ..Schema::default() });
    match key {
        TypeRef::Scalar(scalar) if scalar.is_integer() => whole_number,
        TypeRef::Def(id) => match api[*id].shape {
            Shape::Id(IdRepr::Int) | Shape::Enum { repr: EnumRepr::Int, .. } => whole_number,
            _ => Some(Schema::named(name(api, *id))),
        },
        _ => None,
    }
}

/// The schema of an enum. Other values may come, so the known ones stand under `x-extensible-enum`: `enum` would forbid the
/// others.
fn enumeration(repr: EnumRepr, values: &[EnumValue]) -> Schema {
    let schema = match repr {
        EnumRepr::Str => Schema::of("string"),
        EnumRepr::Int => Schema::formatted("integer", "int64"),
    };
    Schema {
        known_values: values.iter().map(|value| literal(&value.value)).collect(),
        value_names: values.iter().map(|value| value.name.pascal().to_owned()).collect(),
        value_docs: values.iter().map(|value| value.docs.to_string()).collect(),
        ..schema
    }
}
