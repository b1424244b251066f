//! Objects whose members stand for themselves among the parameters of a query, or in a body.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{Param, Shape, TypeDef, TypeRef};

/// Checks that what stands beside an object's members has other names, and that one object alone may have members under
/// any names: nobody could tell the members of two apart.
pub(super) fn check_spread(params: &[Param], types: &[TypeDef], diagnostics: &mut Diagnostics) {
    for (index, param) in params.iter().enumerate().filter(|(_, param)| param.is_spread()) {
        let beside = || params.iter().enumerate().filter(|(_, other)| other.location == param.location);
        let mut complain = |code, message: String, other: &Param, help: &str| {
            diagnostics.push(
                Diagnostic::new(code, &param.field.origin, message)
                    .note_at(&other.field.origin, format!("`{}` stands here", other.field.wire))
                    .help(help),
            );
        };
        for name in own_names(param, types) {
            let twin = beside().find(|(at, other)| {
                *at != index
                    && if other.is_spread() {
                        *at < index && own_names(other, types).any(|own| own == name)
                    } else {
                        other.field.wire == name
                    }
            });
            if let Some((_, other)) = twin {
                let message =
                    format!("the member `{name}` of `{}` would stand there twice", param.field.wire);
                complain(Code::NameTaken, message, other, "leave one of them out, or write another `style`");
            }
        }
        let before =
            |(at, other): &(usize, &Param)| *at < index && other.is_spread() && is_open(other, types);
        if let Some((_, other)) = beside().find(|other| is_open(param, types) && before(other)) {
            let message = format!("the members of `{}` cannot be told from others", param.field.wire);
            let help = "one parameter alone may have members under any names: put both into one map";
            complain(Code::KeyConflict, message, other, help);
        }
    }
}

/// The names of the members that an object is known to have.
fn own_names<'t>(param: &Param, types: &'t [TypeDef]) -> impl Iterator<Item = &'t str> {
    let fields = match &param.field.ty {
        TypeRef::Def(id) => match &types[id.index()].shape {
            Shape::Struct { fields, .. } => fields.as_slice(),
            _ => &[],
        },
        _ => &[],
    };
    fields.iter().map(|field| field.wire.as_str())
}

/// Whether an object may have members under any names.
fn is_open(param: &Param, types: &[TypeDef]) -> bool {
    match &param.field.ty {
        TypeRef::Map { .. } => true,
        TypeRef::Def(id) => types[id.index()].free().is_some(),
        _ => false,
    }
}
