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

/// Sets a parameter that may be there several times; the last values count.
pub(super) fn put_all<T>(parameters: &mut Vec<(&'static str, T)>, name: &'static str, values: Vec<T>) {
    parameters.retain(|(known, _)| *known != name);
    parameters.extend(values.into_iter().map(|value| (name, value)));
}

/// Adds an item to a list, each as JSON.
pub(super) fn append_item(lists: &mut Vec<(&'static str, Vec<u8>)>, name: &'static str, item: &[u8]) {
    match lists.iter_mut().find(|(known, _)| *known == name) {
        Some((_, list)) if list.ends_with(b"]") => {
            list.pop();
            if list.len() > 1 {
                list.push(b',');
            }
            list.extend_from_slice(item);
            list.push(b']');
        }
        _ => put(lists, name, [b"[", item, b"]"].concat()),
    }
}

/// JSON as text outside of JSON: strings without quotes, all else as it is.
pub(crate) fn plain(json: &str) -> String {
    serde_json::from_str(json).unwrap_or_else(|_| json.to_owned())
}
