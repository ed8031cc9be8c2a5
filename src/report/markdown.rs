//! Words of a report as Markdown: `samenvatting.md` and `kwaliteit.md`. Not for what they say.

use std::fmt::Write as _;

use super::charts::{Row, Table};
use super::summary::Summary;

/// Title, warning, headline, and each paragraph or table under its heading.
#[must_use]
pub fn markdown(summary: &Summary) -> String {
    let mut text = format!("# {}\n", plain(&summary.title));
    if let Some(warning) = &summary.warning {
        let _ = write!(text, "\n> **{}**\n", plain(warning));
    }
    let _ = write!(text, "\n**{}**\n", plain(&summary.headline));
    for paragraph in &summary.paragraphs {
        let _ = write!(text, "\n## {}\n", plain(&paragraph.heading));
        if !paragraph.text.is_empty() {
            let _ = write!(text, "\n{}\n", plain(&paragraph.text));
        }
        if let Some(table) = &paragraph.table {
            let _ = write!(text, "\n{}", rows(table));
        }
    }
    text
}

/// Numbers stand to the right.
fn rows(Table { columns, rows, .. }: &Table) -> String {
    let line = |cells: &mut dyn Iterator<Item = &String>| {
        let cells: Vec<String> = cells.map(|cell| plain(cell).replace('|', "\\|")).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let mut text = line(&mut columns.iter());
    let _ = writeln!(text, "|---|{}", "---:|".repeat(columns.len().saturating_sub(1)));
    for Row { name, cells } in rows {
        text += &line(&mut std::iter::once(name).chain(cells));
    }
    text
}

/// Text that Markdown takes as it is.
fn plain(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '<' | '*' | '_' | '[' | ']' | '`') {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_keeps_names_as_they_are() {
        assert_eq!(plain("a_b *c* <1% [d]"), "a\\_b \\*c\\* \\<1% \\[d\\]");
        let columns = vec!["a|b".to_owned(), "n".to_owned()];
        let table = Table { caption: String::new(), columns, rows: vec![Row::new("<5", vec!["1".to_owned()])] };
        assert_eq!(rows(&table), "| a\\|b | n |\n|---|---:|\n| \\<5 | 1 |\n");
    }
}
