//! Examples: of types, of their members, and of parameters.

use super::example_reader::ExampleReader;
use crate::diagnostic::Diagnostics;
use crate::ir::{Constraints, Example, Field, Shape, TypeDef, TypeId, TypeRef};
use crate::parse::{FieldSpec, Node, TypeSpec};

/// Lowers the examples of all types and of their members, once all else is known of types.
pub(super) fn lower_type_examples<'s>(
    specs: impl Iterator<Item = &'s TypeSpec>,
    types: &mut [TypeDef],
    diagnostics: &mut Diagnostics,
) {
    let mut found = Vec::new();
    for (index, spec) in specs.enumerate() {
        let own = spec.example.as_ref().map(|node| {
            let ty = TypeRef::Def(TypeId(index));
            read(node, &ty, &Constraints::default(), types, diagnostics)
        });
        let of_fields: Vec<Option<Example>> = match &types[index].shape {
            Shape::Struct { fields, .. } => {
                let fields = spec.fields().iter().zip(fields);
                fields.map(|(spec, field)| lower_example(spec, field, types, diagnostics)).collect()
            }
            _ => Vec::new(),
        };
        found.push((own, of_fields));
    }
    for (def, (own, of_fields)) in types.iter_mut().zip(found) {
        def.example = own;
        if let Shape::Struct { fields, .. } = &mut def.shape {
            fields.iter_mut().zip(of_fields).for_each(|(field, example)| field.example = example);
        }
    }
}

/// The example of a field. What does not fit is reported, and what is left of it does not matter then.
pub(super) fn lower_example(
    spec: &FieldSpec,
    field: &Field,
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) -> Option<Example> {
    let node = spec.example.as_ref()?;
    Some(read(node, &field.ty, &field.constraints, types, diagnostics))
}

fn read(
    node: &Node,
    ty: &TypeRef,
    bounds: &Constraints,
    types: &[TypeDef],
    diagnostics: &mut Diagnostics,
) -> Example {
    let mut reader = ExampleReader::new(types);
    let example = reader.value(node, ty, bounds);
    diagnostics.append(reader.findings);
    example
}
