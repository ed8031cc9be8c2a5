//! How far two coders agree beyond chance: Cohen's kappa (J. Cohen, *A coefficient of agreement for nominal scales*, Educational and
//! Psychological Measurement 20, 1960, pp. 37–46).

use std::collections::BTreeMap;

/// Counts of doubly coded units by what each of two coders said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coded {
    first: BTreeMap<String, u64>,
    second: BTreeMap<String, u64>,
    pub units: u64,
    pub agreed: u64,
}

impl Coded {
    pub fn count(&mut self, first: &str, second: &str) {
        *self.first.entry(first.to_owned()).or_insert(0) += 1;
        *self.second.entry(second.to_owned()).or_insert(0) += 1;
        self.units += 1;
        self.agreed += u64::from(first == second);
    }

    /// The part on which both said the same; absent when nothing was doubly coded.
    #[must_use]
    pub fn observed(&self) -> Option<f64> {
        ratio(i128::from(self.agreed), i128::from(self.units))
    }

    /// Kappa: `(p_o − p_e) / (1 − p_e)`, with the expected agreement `p_e` from both coders' own frequencies. In integers until the
    /// last division: `(n·a − Σ f·s) / (n² − Σ f·s)`. Absent when nothing was doubly coded, and when both coders used one and the
    /// same value throughout: chance alone then agrees fully, and the quotient is 0 / 0.
    #[must_use]
    pub fn kappa(&self) -> Option<f64> {
        let units = i128::from(self.units);
        let by_chance =
            |(value, first): (&String, &u64)| i128::from(*first) * i128::from(self.second.get(value).copied().unwrap_or(0));
        let chance: i128 = self.first.iter().map(by_chance).sum();
        ratio(units * i128::from(self.agreed) - chance, units * units - chance)
    }
}

#[expect(clippy::cast_precision_loss, reason = "squares of counts of rows are far below 2^53")]
fn ratio(part: i128, whole: i128) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn coded(pairs: &[(&str, &str, u64)]) -> Coded {
        let mut coded = Coded::default();
        for (first, second, times) in pairs {
            (0..*times).for_each(|_| coded.count(first, second));
        }
        coded
    }

    #[test]
    fn a_table_worked_out_by_hand() {
        // Rows 50, 30, 20 and columns 60, 30, 10: chance agrees on (50·60 + 30·30 + 20·10) / 100² = 0.41; kappa = 0.29 / 0.59.
        let table = [
            ("a", "a", 44),
            ("a", "b", 5),
            ("a", "c", 1),
            ("b", "a", 7),
            ("b", "b", 20),
            ("b", "c", 3),
            ("c", "a", 9),
            ("c", "b", 5),
            ("c", "c", 6),
        ];
        let coded = coded(&table);
        assert_eq!((coded.units, coded.agreed), (100, 70));
        assert_eq!(coded.observed(), Some(0.7));
        assert_eq!(coded.kappa(), Some((7000.0 - 4100.0) / (10_000.0 - 4100.0)));
    }

    #[test]
    fn what_is_undefined_is_absent_and_disagreement_can_be_below_chance() {
        assert_eq!(Coded::default().kappa(), None);
        assert_eq!(Coded::default().observed(), None);
        let one_value = coded(&[("a", "a", 9)]);
        assert_eq!((one_value.observed(), one_value.kappa()), (Some(1.0), None));
        assert_eq!(coded(&[("a", "a", 4), ("b", "b", 4)]).kappa(), Some(1.0));
        assert_eq!(coded(&[("a", "b", 4), ("b", "a", 4)]).kappa(), Some(-1.0));
    }
}
