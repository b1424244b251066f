//! Suggestions for misspelt names.

/// The candidate that `text` is most likely a misspelling of, if one is near enough; else the one candidate that begins
/// with `text` or that `text` begins with, if there is only one.
pub(crate) fn closest<'a>(text: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // A third of the letters may be wrong, as in rustc. For words of one or two letters that is none.
    let limit = text.chars().count() / 3;
    let fold = |text: &str| text.to_lowercase().replace('-', "_");
    let folded = fold(text);
    let others: Vec<_> = candidates.into_iter().filter(|other| *other != text).collect();
    let near = others
        .iter()
        .map(|other| (distance(&folded, &fold(other)), *other))
        .filter(|(distance, _)| *distance <= limit)
        // Ties go to the first in alphabetical order, whatever the order of the candidates.
        .min();
    if let Some((_, near)) = near {
        return Some(near);
    }
    let is_prefix_of_long = |short: &str, long: &str| short.len() >= 3 && long.starts_with(short);
    let mut alike = others.into_iter().filter(|other| {
        let other = fold(other);
        is_prefix_of_long(&folded, &other) || is_prefix_of_long(&other, &folded)
    });
    alike.next().filter(|_| alike.next().is_none())
}

/// The candidates in backticks, joined by commas; shortened when there are many.
pub(crate) fn join_words<'a>(candidates: impl IntoIterator<Item = &'a str>) -> String {
    const SHOWN: usize = 30;
    let all: Vec<_> = candidates.into_iter().map(|candidate| format!("`{candidate}`")).collect();
    let shown = all[..all.len().min(SHOWN)].join(", ");
    match all.len().checked_sub(SHOWN) {
        None | Some(0) => shown,
        Some(more) => format!("{shown} and {more} more"),
    }
}

/// Edits between two texts: insertions, deletions, replacements and swaps of neighbours.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    // Texts this long are not misspelt names, and the table below must stay small.
    if a.len().max(b.len()) > 100 {
        return usize::MAX;
    }
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let replaced = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = replaced.min(rows[i - 1][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            row.push(best);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_recognised_and_other_words_are_not() {
        let names = ["search", "standard", "batch"];
        assert_eq!(closest("serach", names), Some("search"));
        assert_eq!(closest("Standard", names), Some("standard"));
        assert_eq!(closest("other", names), None);
        assert_eq!(closest("", names), None);
        assert_eq!(closest("searching", names), Some("search"));
        assert_eq!(closest("sta", ["start", "state"]), None, "either may be meant");
    }
}
