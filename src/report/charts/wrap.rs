//! Breaking text into lines that fit.

use crate::report::font;

/// The lines of a text, none wider than `room` pixels, unless a single word is.
///
/// The last line is not left with one short word when the line above can spare one.
#[must_use]
pub fn wrap(text: &str, room: f64, size: f64, bold: bool) -> Vec<String> {
    let lines = greedy(text, room, size, bold);
    // Even lines read better: the narrowest room that takes no more lines.
    let mut best = lines;
    let mut narrower = room;
    while narrower > room * 0.6 {
        narrower -= room * 0.05;
        let tried = greedy(text, narrower, size, bold);
        if tried.len() > best.len() || tried.iter().any(|line| font::width(line, size, bold) > narrower) {
            break;
        }
        best = tried;
    }
    best
}

/// Lines filled one after the other, for small print.
#[must_use]
pub fn greedy(text: &str, room: f64, size: f64, bold: bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let longer = lines.last().map(|line| format!("{line} {word}"));
        match longer.filter(|line| font::width(line, size, bold) <= room) {
            Some(line) => {
                lines.pop();
                lines.push(line);
            }
            None => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_wider_than_its_room_and_no_word_is_lost() {
        let text = "Nog in geen enkele combinatie van provincie en grootteklasse is aantoonbaar meer dan 80% collectief";
        for room in [120.0, 300.0, 680.0] {
            let lines = wrap(text, room, 28.0, true);
            assert_eq!(lines.join(" "), text);
            assert!(room < 200.0 || lines.iter().all(|line| font::width(line, 28.0, true) <= room), "{lines:?}");
        }
        assert!(wrap("", 100.0, 16.0, false).is_empty());
    }

    #[test]
    fn lines_are_about_as_long_as_each_other() {
        let lines = wrap("Aantoonbaar is 41% collectief georganiseerd; ten hoogste 63%", 680.0, 30.0, true);
        assert_eq!(lines.len(), 2, "{lines:?}");
        assert!(font::width(&lines[1], 30.0, true) > 250.0, "{lines:?}");
    }
}
