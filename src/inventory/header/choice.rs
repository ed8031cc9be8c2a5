//! Of two columns that mean one field the better one: filled, and worded closest to what the layout knows.

use super::Header;
use crate::sources::Row;

/// A column that means a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    pub column: u32,
    pub text: String,
    /// Smaller is closer.
    pub closeness: (usize, usize),
}

impl Header {
    /// Settles which column gives each field. A column with less than half as many values as another is not taken; then the
    /// closest wording, the most values, and the first column decide.
    pub fn choose(&mut self, rows: &[Row]) {
        self.columns.clear();
        self.duplicates.clear();
        for (field, candidates) in &self.candidates {
            let Some(best) = best(candidates, rows) else { continue };
            self.columns.insert(*field, best.column);
            let others = candidates.iter().filter(|candidate| candidate.column != best.column);
            self.duplicates.extend(others.map(|other| (other.column, other.text.clone(), *field)));
        }
        self.duplicates.sort();
        let used: Vec<u32> = self.columns.values().copied().collect();
        self.misspelt.retain(|(column, ..)| used.contains(column));
    }
}

fn best<'a>(candidates: &'a [Candidate], rows: &[Row]) -> Option<&'a Candidate> {
    if let [only] = candidates {
        return Some(only);
    }
    let values = |candidate: &Candidate| rows.iter().filter(|row| row.get(candidate.column).is_some()).count();
    let most = candidates.iter().map(values).max()?;
    let filled = candidates.iter().filter(|candidate| 2 * values(candidate) >= most);
    filled.min_by_key(|candidate| (candidate.closeness, most - values(candidate), candidate.column))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::Value;

    #[test]
    fn values_go_before_wording_and_wording_before_place() {
        let candidate = |column, closeness| Candidate { column, text: String::new(), closeness: (closeness, 0) };
        let row = |columns: &[u32]| Row { index: 0, cells: columns.iter().map(|column| (*column, Value::Number(1.0))).collect() };
        let candidates = [candidate(0, 2), candidate(1, 0), candidate(2, 0)];
        for (rows, expected) in [
            (vec![], 1),
            (vec![row(&[0, 1, 2])], 1),
            (vec![row(&[0, 2])], 2),
            (vec![row(&[0]), row(&[0]), row(&[0, 1])], 0),
            (vec![row(&[0, 1]), row(&[0, 2]), row(&[0, 2])], 2),
        ] {
            assert_eq!(best(&candidates, &rows).map(|best| best.column), Some(expected), "{rows:?}");
        }
    }
}
