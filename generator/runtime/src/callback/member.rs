//! Finding members of a body.

use serde_json::Value;

use crate::api::JsonPath;
use crate::json::HIDDEN;

/// The value at a path, unless it is absent or `null`.
pub(super) fn member(body: &Value, path: JsonPath) -> Option<&Value> {
    path.iter().try_fold(body, |value, name| value.get(name)).filter(|value| !value.is_null())
}

/// The text at a path, or the digits of a whole number: others cannot be given back as they stood in the body.
/// The error names the place.
pub(super) fn text_or_digits(body: &Value, path: JsonPath) -> Result<Option<String>, String> {
    let Some(value) = member(body, path) else { return Ok(None) };
    match value {
        Value::String(text) => Ok(Some(text.clone())),
        Value::Number(number) if !number.is_f64() => Ok(Some(number.to_string())),
        _ => Err(format!("`{}` is neither a text nor a whole number", path.join("."))),
    }
}

/// The same, of a member that every callback of its kind has.
pub(super) fn needed(body: &Value, path: JsonPath) -> Result<String, String> {
    text_or_digits(body, path)?.ok_or_else(|| format!("`{}` is missing", path.join(".")))
}

/// Puts [`HIDDEN`] in the place of a member, so that no log shows it.
pub(super) fn hide(body: &mut Value, path: JsonPath) {
    let found = path.iter().try_fold(body, |value, name| value.get_mut(name));
    if let Some(value) = found {
        *value = HIDDEN.into();
    }
}
