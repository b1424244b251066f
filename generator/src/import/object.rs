//! Objects with known members.

use super::flat_schema::FlatSchema;
use super::importer::{Importer, PendingObject, UnnamedObject};
use super::name::{Case, Names};
use super::note::address;
use super::types::{Field, Form, JsonKind, TypeDefinition, TypeUse, doc_of};
use crate::lower::reserved;
use crate::untyped::Untyped;

impl<'d> Importer<'d> {
    /// The type of an object with known members. One that a reference leads to is named now and read later, as it may
    /// contain itself.
    pub(super) fn object(
        &mut self,
        flat: &FlatSchema<'d>,
        name_hint: &str,
        reference: Option<&str>,
    ) -> TypeUse {
        if reference.is_some() {
            let name = self.claim_type_name(name_hint, Some(flat.source()));
            let known = TypeUse::named(&name, JsonKind::Object, false);
            let schema = flat.source();
            self.pending.push(PendingObject {
                name,
                name_hint: name_hint.to_owned(),
                schema,
                without: Vec::new(),
            });
            return known;
        }
        self.unnamed_object(flat, name_hint)
    }

    /// The type of an object that nothing names. It is read once, however many others take its members over, and may stand
    /// inside itself by way of those.
    fn unnamed_object(&mut self, flat: &FlatSchema<'d>, name_hint: &str) -> TypeUse {
        let schema = address(flat.source());
        match self.unnamed_objects.get(&schema).cloned() {
            Some(UnnamedObject::Read(known)) => return known,
            Some(UnnamedObject::Open(Some(name))) => return TypeUse::named(&name, JsonKind::Object, false),
            Some(UnnamedObject::Open(None)) => {
                let name = self.claim_type_name(name_hint, None);
                self.unnamed_objects.insert(schema, UnnamedObject::Open(Some(name.clone())));
                return TypeUse::named(&name, JsonKind::Object, false);
            }
            None => {}
        }
        self.unnamed_objects.insert(schema, UnnamedObject::Open(None));
        let def = self.object_definition(flat, name_hint, &[]);
        let made = match self.unnamed_objects.get(&schema).cloned() {
            Some(UnnamedObject::Open(Some(name))) => {
                self.types.insert(name.clone(), def);
                TypeUse::named(&name, JsonKind::Object, false)
            }
            _ => self.define(None, name_hint, def, JsonKind::Object, false),
        };
        self.unnamed_objects.insert(schema, UnnamedObject::Read(made.clone()));
        made
    }

    /// Reads the objects that were named so far, and those that they lead to.
    pub(super) fn read_pending(&mut self) {
        while let Some(PendingObject { name, name_hint, schema, without }) = self.pending.pop() {
            let flat = self.flatten(schema);
            let def = self.object_definition(&flat, &name_hint, &without);
            self.types.insert(name, def);
        }
    }

    /// The definition of an object, without those of its members that are tags that unions write.
    fn object_definition(
        &mut self,
        flat: &FlatSchema<'d>,
        name_hint: &str,
        without: &[String],
    ) -> TypeDefinition {
        let mut varies = flat.variants.iter().any(|variant| !self.flatten(variant).properties.is_empty());
        let variant = if varies { self.further_members(flat, name_hint, without) } else { None };
        varies &= variant.is_none();
        let tag = variant.as_ref().and_then(|(_, tag)| *tag);
        if varies {
            let note = "an object with further members in variants; those are kept, whatever they hold";
            self.notes.changed(note, name_hint, flat.source());
        }
        if !flat.values.is_empty() {
            self.notes.changed(
                "an object with a list of values; any members are allowed",
                name_hint,
                flat.source(),
            );
        }
        let mut names = Names::new(Case::Snake, reserved::MEMBERS);
        let mut fields = Vec::new();
        let is_own = |wire: &str| tag != Some(wire) && !without.iter().any(|tag| tag == wire);
        for (wire, schema) in flat.properties.iter().filter(|(wire, _)| is_own(wire)) {
            let required = flat.required.contains(wire);
            if let Some(mut field) = self.field(wire, schema, required, name_hint, &mut names) {
                field.attributes = self.constraints_and_default(schema, &field);
                fields.push(field);
            }
        }
        let free = (varies || flat.allows_other_members).then(|| match flat.additional {
            Some(schema) if !varies => self.type_of(schema, &format!("{name_hint}_value")).with_null(),
            _ => TypeUse::any(),
        });
        let variant = variant.map(|(variant, _)| variant);
        let example = self.own_example(flat.source());
        TypeDefinition {
            form: Form::Fields { fields, free, variant },
            doc: doc_of(self.schema_doc(flat), name_hint),
            example,
        }
    }

    /// A member or parameter; `None` where its wire name cannot be written.
    pub(super) fn field(
        &mut self,
        wire: &'d str,
        schema: &'d Untyped,
        required: bool,
        name_hint: &str,
        names: &mut Names,
    ) -> Option<Field> {
        if !is_wire_name(wire) {
            self.notes.left_out(
                "a member with a name that cannot be written; left out",
                format!("{name_hint}.{wire:?}"),
                schema,
            );
            schema.count_as_read();
            return None;
        }
        let ty = self.type_of(schema, &format!("{name_hint}_{wire}"));
        let flat = self.flatten(schema);
        if flat.doc.is_none() {
            self.undocumented += 1;
        }
        let optional = !required || ty.nullable;
        let claimed = if optional {
            names.claim_wire(wire, wire, "value")
        } else {
            names.claim_required(wire, wire, "value")
        };
        if let (true, Some(name)) = (claimed.collided, &claimed.rename) {
            let place = format!("{name_hint} `{wire}` → `{name}`");
            self.notes.changed("a member with a name that another one has in Rust; renamed", place, schema);
        }
        Some(Field {
            wire: wire.to_owned(),
            optional,
            must_be_sent: required,
            rename: claimed.rename,
            ty,
            attributes: Vec::new(),
            doc: self.schema_doc(&flat),
        })
    }
}

/// Whether the spec can write a name: a `?` at its end would say that the member is optional.
pub(super) fn is_wire_name(wire: &str) -> bool {
    !wire.is_empty() && !wire.contains(char::is_control) && !wire.ends_with('?')
}
