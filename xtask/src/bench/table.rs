//! The table of figures, and its place in the README.

use anyhow::{Result, bail};

use super::figure::Figure;

/// The lines of the README between which the table stands.
const MARKS: [&str; 2] =
    ["<!-- figures: written by `cargo xtask bench --readme` -->\n", "<!-- end of figures -->"];
const HEAD: &str =
    "| area | what | ours | peer | theirs | ratio | goal | holds |\n|---|---|---|---|---|---|---|---|\n";

/// The table, in Markdown.
pub(crate) fn render(figures: &[Figure]) -> String {
    let rows: String = figures.iter().map(row).collect();
    format!("{HEAD}{rows}")
}

/// A figure as a line of the table.
fn row(figure: &Figure) -> String {
    let value = |number| format!("{} {}", three_digits(number), figure.unit).trim_end().to_owned();
    let ratio =
        figure.theirs.filter(|theirs| *theirs != 0.0).map(|theirs| three_digits(figure.ours / theirs));
    let holds = figure.holds.map(|holds| if holds { "yes" } else { "**no**" }.to_owned());
    let cells = [
        Some(figure.area.clone()),
        Some(figure.what.clone()),
        Some(value(figure.ours)),
        figure.peer.clone(),
        figure.theirs.map(value),
        ratio,
        figure.goal.clone(),
        holds,
    ];
    let cells = cells.map(|cell| cell.unwrap_or_default().replace('|', "\\|"));
    format!("| {} |\n", cells.join(" | "))
}

/// A number with as many decimals as make three significant digits: at most three, and none from 100 on.
fn three_digits(number: f64) -> String {
    let decimals = match number.abs() {
        size if size >= 100.0 || size == 0.0 => 0,
        size if size >= 10.0 => 1,
        size if size >= 1.0 => 2,
        _ => 3,
    };
    format!("{number:.decimals$}")
}

/// The README with another table between the marks.
pub(crate) fn put_into(readme: &str, table: &str) -> Result<String> {
    let Some((before, rest)) = readme.split_once(MARKS[0]) else {
        bail!("the README lacks the mark {}", MARKS[0].trim_end());
    };
    let Some((_, after)) = rest.split_once(MARKS[1]) else {
        bail!("the README lacks the mark {}", MARKS[1]);
    };
    Ok(format!("{before}{}{table}{}{after}", MARKS[0], MARKS[1]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_says_ratios_and_which_goals_hold() {
        let figures = [
            Figure::new("limiter", "a round", "ns", 141.4).beside("governor", 18.0).at_most(150.0),
            Figure::new("generation", "growth", "", 1.234).at_most(1.05),
            Figure::new("call", "a | b", "ms", 0.5),
        ];
        let lines = [
            "| limiter | a round | 141 ns | governor | 18.0 ns | 7.86 | <= 150 ns | yes |",
            "| generation | growth | 1.23 |  |  |  | <= 1.05 | **no** |",
            "| call | a \\| b | 0.500 ms |  |  |  |  |  |",
        ];
        assert_eq!(render(&figures), format!("{HEAD}{}\n", lines.join("\n")));
    }

    #[test]
    fn the_readme_keeps_all_but_the_table() {
        let [start, end] = MARKS;
        let readme = format!("before\n{start}old\n{end}\nafter\n");
        assert_eq!(put_into(&readme, "new\n").unwrap(), format!("before\n{start}new\n{end}\nafter\n"));
        assert!(put_into("before\n", "new\n").unwrap_err().to_string().contains("lacks the mark"));
        assert!(put_into(&format!("{start}old"), "new\n").is_err());
    }

    #[test]
    fn the_readme_of_the_project_has_the_marks() {
        put_into(include_str!("../../../README.md"), "").unwrap();
    }
}
