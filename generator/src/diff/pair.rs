//! Old and new, side by side.

/// Pairs what stands under the same key in two lists. What is only in one is paired with nothing: first all of the old
/// list, then what is only in the new one.
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
