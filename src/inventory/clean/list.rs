//! Several values in one cell.

/// What separates values anywhere.
const SEPARATORS: [char; 5] = [';', ',', '\n', '|', '\t'];
/// What separates them only where all parts are known; names hold these too.
const WEAK: [&str; 4] = [" en ", " and ", " & ", " + "];
/// So many neighbours may form one name.
const LONGEST_NAME: usize = 8;
/// In a longer list no neighbours are joined: that is no list of names but a document.
const MOST_JOINED: usize = 200;

/// The values of a cell that may hold several: a JSON array, or texts between separators, behind bullets or numbers.
///
/// The whole cell goes first. Then the greatest run of neighbours that is known is one value, so a name with a comma in it is found
/// among commas. What is not known stands alone.
pub fn list(text: &str, mut known: impl FnMut(&str) -> bool) -> Vec<String> {
    if known(text.trim()) {
        return vec![text.trim().to_owned()];
    }
    if let Some(values) = json_array(text) {
        return values;
    }
    let pieces = pieces(text);
    let mut values = Vec::new();
    for part in joined(&pieces, &mut known) {
        let parts = if known(&part) { None } else { weakly_split(&part, &mut known) };
        values.extend(parts.unwrap_or_else(|| vec![part]));
    }
    values
}

fn json_array(text: &str) -> Option<Vec<String>> {
    let values: Vec<String> = serde_json::from_str(text.trim().strip_prefix('[').map(|_| text.trim())?).ok()?;
    Some(values.into_iter().map(|value| value.trim().to_owned()).filter(|value| !value.is_empty()).collect())
}

/// A piece between separators, with the separator before it.
struct Piece<'t> {
    separator: char,
    text: &'t str,
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let (mut start, mut separator, mut quoted) = (0, '\n', false);
    let has_pairs = text.matches('"').count().is_multiple_of(2);
    for (at, c) in text.char_indices() {
        quoted ^= c == '"' && has_pairs;
        if SEPARATORS.contains(&c) && !quoted {
            found.push(Piece { separator, text: &text[start..at] });
            (start, separator) = (at + 1, c);
        }
    }
    found.push(Piece { separator, text: &text[start..] });
    for piece in &mut found {
        piece.text = bare(piece.text);
    }
    found.retain(|piece| !piece.text.is_empty());
    found
}

/// Without bullets, numbering, and the quotes and brackets of a list that was almost JSON.
fn bare(text: &str) -> &str {
    let text = text.trim_matches(|c: char| c.is_whitespace() || "[]\"".contains(c));
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || "•·‣▪●○*–".contains(c));
    let text = text.strip_prefix("- ").unwrap_or(text);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = (1..=2)
        .contains(&digits)
        .then(|| &text[digits..])
        .and_then(|rest| rest.strip_prefix(['.', ')']))
        .filter(|rest| rest.starts_with(' '));
    numbered.unwrap_or(text).trim_matches(|c: char| c.is_whitespace() || c == '\'' || c == '"')
}

/// Neighbours joined to the greatest names that are known. A line break ends a name.
fn joined(pieces: &[Piece<'_>], known: &mut impl FnMut(&str) -> bool) -> Vec<String> {
    if pieces.len() > MOST_JOINED {
        return pieces.iter().map(|piece| piece.text.to_owned()).collect();
    }
    let mut values = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        let together = pieces[at + 1..].iter().take(LONGEST_NAME - 1).take_while(|piece| piece.separator != '\n').count() + 1;
        let greatest = (2..=together).rev().map(|count| (count, run(&pieces[at..at + count]))).find(|(_, name)| known(name));
        let (count, name) = greatest.unwrap_or_else(|| (1, pieces[at].text.to_owned()));
        values.push(name);
        at += count;
    }
    values
}

fn run(pieces: &[Piece<'_>]) -> String {
    let mut name = String::new();
    for (at, piece) in pieces.iter().enumerate() {
        if at > 0 {
            name.push(piece.separator);
            name.push(' ');
        }
        name.push_str(piece.text);
    }
    name
}

/// The parts around a stroke, when one of them is known, or around an *and*, when each is.
fn weakly_split(text: &str, known: &mut impl FnMut(&str) -> bool) -> Option<Vec<String>> {
    let parts = |separator: &str| -> Option<Vec<String>> {
        let parts: Vec<String> = text.split(separator).map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect();
        (parts.len() > 1).then_some(parts)
    };
    let around_stroke = parts("/").filter(|parts| parts.iter().any(|part| known(part)));
    around_stroke
        .or_else(|| WEAK.iter().find_map(|separator| parts(separator).filter(|parts| parts.iter().all(|part| known(part)))))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lists_split_at_every_separator_in_use() {
        for text in [
            "A; B",
            "A, B",
            "A\nB",
            "[\"A\", \"B\"]",
            " A ;; B; ",
            "A|B",
            "• A\n• B",
            "- A\n- B",
            "1. A\n2) B",
            "1) A\n2) B",
            "['A', 'B']",
            "\"A\", \"B\"",
            "A\tB",
            "[\"A\",\"B\"",
            "A\r\nB",
        ] {
            assert_eq!(list(text, |_| false), ["A", "B"], "{text}");
        }
    }

    #[test]
    fn the_greatest_name_that_is_known_is_one_value() {
        let names = ["Klant, zaak en meer", "Zaak", "Loket/balie", "Balie", "Meer"];
        let known = |text: &str| names.contains(&text);
        for (text, expected) in [
            ("Klant, zaak en meer", vec!["Klant, zaak en meer"]),
            ("Zaak, Klant, zaak en meer, Balie", vec!["Zaak", "Klant, zaak en meer", "Balie"]),
            ("Zaak/Balie", vec!["Zaak", "Balie"]),
            ("Loket/balie; Zaak", vec!["Loket/balie", "Zaak"]),
            ("Zaak en Balie", vec!["Zaak", "Balie"]),
            ("Zaak/Onbekend", vec!["Zaak", "Onbekend"]),
            ("Dit/Onbekend", vec!["Dit/Onbekend"]),
            ("Zaak en Onbekend", vec!["Zaak en Onbekend"]),
            ("Klant\nzaak en meer", vec!["Klant", "zaak en meer"]),
            ("[\"Klant, zaak en meer\", \"a \\\"b\\\" c\"]", vec!["Klant, zaak en meer", "a \"b\" c"]),
            ("\"Klant, zonder zaak\", Zaak", vec!["Klant, zonder zaak", "Zaak"]),
            ("3D-viewer; 4WOZ", vec!["3D-viewer", "4WOZ"]),
        ] {
            assert_eq!(list(text, known), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_value_of_a_list_is_a_list_of_itself(text in "(\\PC|[,;\\n|/\"\\[\\]. 0-9•-]){0,30}") {
            for value in list(&text, |_| false).into_iter().filter(|value| !value.contains([',', ';', '|', '\n', '\t', '"', '\'', '['])) {
                let again = list(&value, |known| known == value);
                prop_assert_eq!(again, vec![value]);
            }
        }
    }
}
