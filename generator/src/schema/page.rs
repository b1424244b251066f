//! The tables of spec/README.md that come from the dialect and from the catalogue of diagnostic codes.

use super::key_table::render_key_table;
use crate::diagnostic::render_catalogue;

/// The line that begins the table of diagnostic codes, and the one that ends it.
const CODES: [&str; 2] = ["<!-- codes: written by `cargo xtask schema` -->", "<!-- end of codes -->"];
/// What begins a table of keys, before and after the name of their mapping, and the line that ends it.
const KEYS: [&str; 3] = ["<!-- keys of ", ": written by `cargo xtask schema` -->", "<!-- end of keys -->"];

/// The page that explains the dialect, `spec/README.md`, with its tables as they should be. A table of the keys of a
/// mapping stands between the lines ``<!-- keys of upload: written by `cargo xtask schema` -->`` and `<!-- end of keys -->`,
/// the catalogue of diagnostic codes between ``<!-- codes: written by `cargo xtask schema` -->`` and
/// `<!-- end of codes -->`; all else stays as it is.
///
/// ```
/// let page = "# Codes\n<!-- codes: written by `cargo xtask schema` -->\n<!-- end of codes -->\n";
/// let page = paceline_generator::render_dialect_page(page)?;
/// assert!(page.contains("| `yaml-syntax` | error |"));
/// # Ok::<(), String>(())
/// ```
///
/// # Errors
/// When a table has no end, or the dialect has no such mapping; with the line.
pub fn render_dialect_page(page: &str) -> Result<String, String> {
    let mut renewed = String::new();
    let mut lines = page.split_inclusive('\n').enumerate();
    while let Some((index, line)) = lines.next() {
        renewed.push_str(line);
        let table = table_after(line.trim_end()).map_err(|error| format!("line {}: {error}", index + 1))?;
        let Some((table, end)) = table else { continue };
        match lines.find(|(_, line)| line.starts_with("<!-- ")) {
            Some((_, line)) if line.trim_end() == end => renewed.push_str(&format!("\n{table}\n{line}")),
            _ => {
                return Err(format!("line {}: the table that begins here lacks its end, `{end}`", index + 1));
            }
        }
    }
    Ok(renewed)
}

/// The table that a line begins, and the line that ends it; `None` if it begins none.
fn table_after(line: &str) -> Result<Option<(String, &'static str)>, String> {
    if line == CODES[0] {
        return Ok(Some((render_catalogue(), CODES[1])));
    }
    let Some(name) = line.strip_prefix(KEYS[0]).and_then(|rest| rest.strip_suffix(KEYS[1])) else {
        return Ok(None);
    };
    let table = render_key_table(name).ok_or_else(|| format!("the dialect has no mapping `{name}`"))?;
    Ok(Some((table, KEYS[2])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialect::{JSON_TYPE, MAP_TYPE, MAPPINGS, NULLABLE_TYPE, PLAIN_FIELD, TEXT_TYPE};
    use crate::schema::key_table::stands_once;

    #[test]
    fn a_table_without_an_end_and_one_of_nothing_are_errors() {
        let error =
            render_dialect_page("\n<!-- keys of upload: written by `cargo xtask schema` -->\n| a |\n")
                .unwrap_err();
        assert_eq!(error, "line 2: the table that begins here lacks its end, `<!-- end of keys -->`");
        let next = "<!-- keys of upload: written by `cargo xtask schema` -->\n<!-- end of codes -->\n<!-- end of keys -->\n";
        assert!(render_dialect_page(next).unwrap_err().starts_with("line 1: the table"));
        let error =
            render_dialect_page("<!-- keys of uplaod: written by `cargo xtask schema` -->\n").unwrap_err();
        assert_eq!(error, "line 1: the dialect has no mapping `uplaod`");
    }

    #[test]
    fn a_page_without_tables_stays_as_it_is() {
        for page in ["", "# Mine\r\n\r\n<!-- a note -->\r\nno end of line"] {
            assert_eq!(render_dialect_page(page).as_deref(), Ok(page));
        }
    }

    /// Type expressions and values with a type and a description have tables of their own kind on the page.
    #[test]
    fn every_mapping_is_on_the_page() {
        let page = include_str!("../../../spec/README.md");
        let elsewhere =
            [&MAP_TYPE, &JSON_TYPE, &TEXT_TYPE, &NULLABLE_TYPE, &PLAIN_FIELD].map(|mapping| mapping.name);
        for mapping in
            MAPPINGS.iter().filter(|mapping| !stands_once(mapping) && !elsewhere.contains(&mapping.name))
        {
            let mark = format!("{}{}{}\n", KEYS[0], mapping.name, KEYS[1]);
            assert!(page.contains(&mark), "spec/README.md has no table of the keys of {}", mapping.what);
        }
    }
}
