//! The known name that is most like a text: a hint for people, never a decision.

use super::Memo;

/// Names with the forms in which they are compared.
#[derive(Debug, Clone, Default)]
pub struct Nearest {
    names: Vec<(String, String)>,
    least: f64,
    asked: Memo<Option<usize>>,
}

impl Nearest {
    /// Takes the names, each with the key that it is compared by. Only names at least this alike (0 to 1) are a hint.
    #[must_use]
    pub fn new(names: Vec<(String, String)>, least: f64) -> Self {
        Self { names, least, asked: Memo::default() }
    }

    /// The name whose key is most like this one; of equally like ones the first.
    #[must_use]
    pub fn to(&self, key: &str) -> Option<&str> {
        self.asked.get(key, || self.search(key)).map(|at| self.names[at].1.as_str())
    }

    fn search(&self, key: &str) -> Option<usize> {
        let scored = self.names.iter().enumerate().map(|(at, (known, _))| (strsim::jaro_winkler(key, known), at));
        let alike = scored.filter(|(score, _)| *score >= self.least);
        alike.max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(&a.1))).map(|(_, at)| at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_alike_name_is_found_again_and_again() {
        let names = ["zwolle", "zundert", "goes"].map(|name| (name.to_owned(), name.to_uppercase()));
        let nearest = Nearest::new(names.to_vec(), 0.85);
        for _ in 0..2 {
            assert_eq!(nearest.to("zwole"), Some("ZWOLLE"));
            assert_eq!(nearest.to("maastricht"), None);
        }
    }
}
