//! What the headers of a form's parts say.

use super::body::lower_media_type;
use super::header::check_token;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{FormPart, TypeRef};
use crate::parse::FieldSpec;

/// Lowers what is said of a part. `is_part` tells whether the field is one.
pub(super) fn lower_part(
    spec: &FieldSpec,
    ty: &TypeRef,
    is_part: bool,
    diagnostics: &mut Diagnostics,
) -> FormPart {
    let Some(part) = &spec.part else { return FormPart::default() };
    if !is_part {
        refuse_part(spec, diagnostics);
        return FormPart::default();
    }
    if let Some(style) = &spec.style {
        let message =
            format!("`{}` has a `style`, and the members that become parts have no headers", spec.wire.value);
        let help = "remove `style`, or `part`";
        diagnostics.push(Diagnostic::new(Code::KeyConflict, &style.origin, message).help(help));
    }
    let made = FormPart {
        media: part.value.media.as_ref().and_then(|media| lower_media_type(media, diagnostics)),
        file_name: part.value.file_name.as_ref().map(|name| name.value.clone()),
        headers: part
            .value
            .headers
            .iter()
            .map(|(name, value)| (name.value.clone(), value.value.clone()))
            .collect(),
    };
    if let (Some(media), Some(text)) = (&part.value.media, &made.media) {
        if text.contains('*') {
            let message = format!("a part has one media type, and `{text}` is several");
            let help = "of a file, leave it out: the file says it";
            diagnostics.push(Diagnostic::new(Code::ValueInvalid, &media.origin, message).help(help));
        } else if let (true, TypeRef::JsonText(_)) = (made.is_json(), ty) {
            let message =
                format!("a part of `{text}` is written as JSON already, and this is JSON text within it");
            let help = "write the type without `json`";
            diagnostics.push(Diagnostic::new(Code::TypeMisplaced, &spec.ty.origin, message).help(help));
        }
    }
    if let (Some(name), Some(text)) = (&part.value.file_name, &made.file_name)
        && text.contains(char::is_control)
    {
        let message = "the name of a file stands on one line";
        diagnostics.push(Diagnostic::new(Code::ValueInvalid, &name.origin, message));
    }
    for (name, value) in &part.value.headers {
        check_token(name, "a header", diagnostics);
        let help = match name.value.to_ascii_lowercase().as_str() {
            "content-type" => "say it with `media`",
            "content-disposition" => "it is made of the name of the part and of `file_name`",
            _ => "",
        };
        if !help.is_empty() {
            let message = format!("the header `{}` is written by the form itself", name.value);
            diagnostics.push(Diagnostic::new(Code::NameReserved, &name.origin, message).help(help));
        }
        if value.value.chars().any(|c| !(' '..='~').contains(&c)) {
            let message = "the value of a header is visible ASCII on one line";
            diagnostics.push(Diagnostic::new(Code::ValueInvalid, &value.origin, message));
        }
    }
    made
}

/// Complains about a `part` where there is no form with parts.
pub(super) fn refuse_part(spec: &FieldSpec, diagnostics: &mut Diagnostics) {
    if let Some(part) = &spec.part {
        let message =
            format!("`part` is for a part of a `multipart` body, and `{}` is none", spec.wire.value);
        diagnostics.push(Diagnostic::new(Code::KeyConflict, &part.origin, message).help("remove it"));
    }
}
