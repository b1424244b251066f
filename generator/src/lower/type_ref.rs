//! Type expressions, resolved.

use super::scope::Scope;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, closest};
use crate::ir::{IdRepr, Scalar, Shape, SourceLocation, TypeDef, TypeRef};
use crate::parse::{TypeExpr, TypeExprKind};

/// What to do about a type of which nothing is known.
pub(super) const DEFINE: &str = "define it under `types` of any file of a resource";

/// What other languages call the built-in types.
const FOREIGN_NAMES: [(&str, &str); 24] = [
    ("String", "string"),
    ("str", "string"),
    ("text", "string"),
    ("boolean", "bool"),
    ("int", "i64"),
    ("integer", "i64"),
    ("int64", "i64"),
    ("int32", "i64"),
    ("i32", "i64"),
    ("u32", "i64"),
    ("uint64", "u64"),
    ("usize", "u64"),
    ("long", "i64"),
    ("float", "f64"),
    ("double", "f64"),
    ("number", "f64"),
    ("object", "any"),
    ("json", "any"),
    ("date_time", "datetime"),
    ("date-time", "datetime"),
    ("url", "uri"),
    ("guid", "uuid"),
    ("byte", "base64"),
    ("time", "string"),
];

/// Resolves a type expression; `None` after a complaint.
pub(super) fn lower_type_ref(
    expr: &TypeExpr,
    scope: &Scope<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<TypeRef> {
    match &expr.kind {
        TypeExprKind::Name(name) => lower_type_name(name, &expr.origin, scope, diagnostics),
        TypeExprKind::List(item) => {
            let item = lower_type_ref(item, scope, diagnostics)?;
            refuse_file(&item, &expr.origin, diagnostics)?;
            Some(TypeRef::List(Box::new(item)))
        }
        TypeExprKind::Json(inner) => {
            let inner = lower_type_ref(inner, scope, diagnostics)?;
            refuse_file(&inner, &expr.origin, diagnostics)?;
            Some(TypeRef::JsonText(Box::new(inner)))
        }
        TypeExprKind::Nullable(inner) => {
            let inner = lower_type_ref(inner, scope, diagnostics)?;
            refuse_file(&inner, &expr.origin, diagnostics)?;
            if matches!(inner, TypeRef::Nullable(_) | TypeRef::Scalar(Scalar::Any)) {
                let message = "the type in `nullable` takes `null` by itself";
                let help = "write it without `nullable`";
                diagnostics.push(Diagnostic::new(Code::TypeMisplaced, &expr.origin, message).help(help));
                return None;
            }
            Some(TypeRef::Nullable(Box::new(inner)))
        }
        TypeExprKind::Text(inner) => match lower_type_ref(inner, scope, diagnostics)? {
            TypeRef::Def(id) => Some(TypeRef::TextId(id)),
            _ => {
                diagnostics.push(no_text_id(&expr.origin));
                None
            }
        },
        TypeExprKind::Map { value, key } => {
            let key = match key {
                Some(key) => lower_type_ref(key, scope, diagnostics),
                None => Some(TypeRef::Scalar(Scalar::Str)),
            };
            let value = lower_type_ref(value, scope, diagnostics);
            let (key, value) = (key?, value?);
            refuse_file(&value, &expr.origin, diagnostics)?;
            Some(TypeRef::Map { key: Box::new(key), value: Box::new(value) })
        }
    }
}

/// Resolves the type of a field, which may also be a list of files; `None` after a complaint.
pub(super) fn lower_field_type(
    expr: &TypeExpr,
    scope: &Scope<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<TypeRef> {
    let is_file =
        |item: &TypeExpr| matches!(&item.kind, TypeExprKind::Name(name) if name == Scalar::File.word());
    match &expr.kind {
        TypeExprKind::List(item) if is_file(item) => {
            Some(TypeRef::List(Box::new(TypeRef::Scalar(Scalar::File))))
        }
        _ => lower_type_ref(expr, scope, diagnostics),
    }
}

/// The complaint about a `{text: T}` whose `T` is no id over whole numbers.
fn no_text_id(origin: &SourceLocation) -> Diagnostic {
    let message = "`{text: T}` is for an id over `i64` that travels as text in this place";
    let help = "name a type that is written `{id: i64}`; what is text everywhere is a `string`, or an id over `string`";
    Diagnostic::new(Code::TypeMisplaced, origin, message).help(help)
}

/// Complains about a `file` inside another type; `None` if so.
pub(super) fn refuse_file(
    inner: &TypeRef,
    origin: &SourceLocation,
    diagnostics: &mut Diagnostics,
) -> Option<()> {
    if *inner == TypeRef::Scalar(Scalar::File) {
        let message =
            "a `file` is a part of a `multipart` body by itself or in a list, not within another type";
        diagnostics.push(Diagnostic::new(Code::TypeMisplaced, origin, message));
        return None;
    }
    Some(())
}

/// Resolves the name of a type.
fn lower_type_name(
    name: &str,
    origin: &SourceLocation,
    scope: &Scope<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<TypeRef> {
    if let Some((_, scalar)) = Scalar::WORDS.iter().find(|(word, _)| *word == name) {
        return Some(TypeRef::Scalar(*scalar));
    }
    if let Some(id) = scope.types.get(name) {
        return Some(TypeRef::Def(id));
    }
    if name == "bytes" {
        let message = "`bytes` stands alone, under `returns`";
        let help = "a file to upload is a `file`; text that encodes bytes is a `string`";
        diagnostics.push(Diagnostic::new(Code::TypeMisplaced, origin, message).help(help));
        return None;
    }
    let foreign = FOREIGN_NAMES.iter().find(|(word, _)| *word == name).map(|(_, builtin)| *builtin);
    let near = || closest(name, Scalar::WORDS.iter().map(|(word, _)| *word).chain(scope.types.names()));
    let help = match foreign.or_else(near) {
        Some(near) => format!("did you mean `{near}`?"),
        None => DEFINE.to_owned(),
    };
    diagnostics.push(
        Diagnostic::new(Code::TypeUnknown, origin, format!("the type `{name}` is not defined")).help(help),
    );
    None
}

/// Whether a type expression can be resolved. If not, there was a complaint already, and one is enough.
pub(super) fn resolves(expr: &TypeExpr, scope: &Scope<'_>) -> bool {
    lower_type_ref(expr, scope, &mut Diagnostics::default()).is_some()
}

/// The same of the type of a field.
pub(super) fn field_resolves(expr: &TypeExpr, scope: &Scope<'_>) -> bool {
    lower_field_type(expr, scope, &mut Diagnostics::default()).is_some()
}

/// How a type is written in the spec.
pub(super) fn render_type(ty: &TypeRef, types: &[TypeDef]) -> String {
    match ty {
        TypeRef::Scalar(scalar) => scalar.word().to_owned(),
        TypeRef::List(item) => format!("[{}]", render_type(item, types)),
        TypeRef::JsonText(inner) => format!("{{json: {}}}", render_type(inner, types)),
        TypeRef::Nullable(inner) => format!("{{nullable: {}}}", render_type(inner, types)),
        TypeRef::Map { value, .. } => format!("{{map: {}}}", render_type(value, types)),
        TypeRef::TextId(id) => format!("{{text: {}}}", types[id.index()].name.pascal()),
        TypeRef::Def(id) => types[id.index()].name.pascal().to_owned(),
    }
}

/// Whether values of the type are plain text or numbers, so that they can stand in a path, a query or a header.
pub(super) fn is_plain(ty: &TypeRef, types: &[TypeDef]) -> bool {
    match ty {
        TypeRef::Scalar(Scalar::Secret) => false,
        TypeRef::Scalar(scalar) => scalar.is_text() || scalar.is_number() || *scalar == Scalar::Bool,
        TypeRef::Def(id) => matches!(types[id.index()].shape, Shape::Id(_) | Shape::Enum { .. }),
        TypeRef::TextId(_) => true,
        _ => false,
    }
}

/// Complains about maps whose keys cannot be written as text, and about `{text: T}` whose `T` is no id, anywhere in a type.
pub(super) fn check_parts(
    ty: &TypeRef,
    types: &[TypeDef],
    origin: &SourceLocation,
    diagnostics: &mut Diagnostics,
) {
    match ty {
        TypeRef::Map { key, value } => {
            let good = match &**key {
                TypeRef::Scalar(Scalar::Str | Scalar::Int) => true,
                TypeRef::Def(id) => {
                    matches!(
                        types[id.index()].shape,
                        Shape::Id(IdRepr::Str | IdRepr::Int) | Shape::Enum { .. }
                    )
                }
                _ => false,
            };
            if !good {
                let message = format!("`{}` cannot be the key of a map", render_type(key, types));
                let help = "keys are `string`, `i64`, an id or an enum";
                diagnostics.push(Diagnostic::new(Code::TypeMisplaced, origin, message).help(help));
            }
            check_parts(value, types, origin, diagnostics);
        }
        TypeRef::List(inner) | TypeRef::JsonText(inner) | TypeRef::Nullable(inner) => {
            check_parts(inner, types, origin, diagnostics)
        }
        TypeRef::TextId(id) if types[id.index()].shape != Shape::Id(IdRepr::Int) => {
            diagnostics.push(no_text_id(origin));
        }
        TypeRef::TextId(_) => {}
        TypeRef::Scalar(_) | TypeRef::Def(_) => {}
    }
}
