//! "Did you mean".

/// The candidate that `text` is most likely a slip of, if one is near enough.
pub(crate) fn closest<'a>(text: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // A third of the letters may be wrong, as in rustc; the shortest words are no slips of anything.
    let limit = text.chars().count() / 3;
    let folded = text.to_lowercase().replace('-', "_");
    candidates
        .into_iter()
        .filter(|candidate| *candidate != text)
        .map(|candidate| (distance(&folded, &candidate.to_lowercase().replace('-', "_")), candidate))
        .filter(|(distance, _)| *distance <= limit)
        // Ties go to the first in alphabetical order, whatever the order of the candidates.
        .min()
        .map(|(_, candidate)| candidate)
}

/// The candidates in backticks, joined by commas; shortened when there are many.
pub(crate) fn listed<'a>(candidates: impl IntoIterator<Item = &'a str>) -> String {
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
    // Texts this long are no slips of one another, and the table below must stay small.
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
    }
}
