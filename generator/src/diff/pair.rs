//! Old and new, side by side.

/// Pairs the items of two lists that have the same key. An item that is in one list only is paired with `None`. The old
/// list comes first, in its order, then the items that are only in the new one.
pub(super) fn pair<'a, T, K: PartialEq>(
    old: &'a [T],
    new: &'a [T],
    key: impl Fn(&T) -> K,
) -> Vec<(Option<&'a T>, Option<&'a T>)> {
    let find = |list: &'a [T], wanted: &K| list.iter().find(|item| key(item) == *wanted);
    let kept = old.iter().map(|item| (Some(item), find(new, &key(item))));
    let added = new.iter().filter(|item| find(old, &key(item)).is_none()).map(|item| (None, Some(item)));
    kept.chain(added).collect()
}
