//! Values of parameters.

/// The items that a setter was given, converted to the type that is sent.
pub fn list<T, U: Into<T>>(items: impl IntoIterator<Item = U>) -> Vec<T> {
    items.into_iter().map(Into::into).collect()
}

/// Sets a parameter; the last value counts.
pub(crate) fn put<T>(parameters: &mut Vec<(&'static str, T)>, name: &'static str, value: T) {
    match parameters.iter_mut().find(|(known, _)| *known == name) {
        Some((_, old)) => *old = value,
        None => parameters.push((name, value)),
    }
}

/// JSON as text outside of JSON: strings without quotes, all else as it is.
pub(crate) fn plain(json: &str) -> String {
    serde_json::from_str(json).unwrap_or_else(|_| json.to_owned())
}
