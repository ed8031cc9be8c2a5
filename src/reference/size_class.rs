//! Size classes of municipalities by number of inhabitants.

use serde::Deserialize;

use super::DataDir;
use super::table::{Complaints, Table};
use crate::terms::Lang;

/// The scheme that figures are published by: the eight classes of CBS.
const SCHEME: &str = "cbs8";

/// One class: from `lower` inhabitants up to, not including, `upper`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SizeClass {
    pub scheme: String,
    pub class: u8,
    pub label_nl: String,
    pub label_en: String,
    pub lower: u64,
    pub upper: Option<u64>,
}

/// The classes of the scheme in use, smallest first.
#[derive(Debug, Clone, Default)]
pub struct SizeClasses {
    classes: Vec<SizeClass>,
}

impl SizeClasses {
    pub(super) fn read(data: &DataDir, complaints: &mut Complaints) -> Self {
        let mut table = Table::new("reference/size_classes.csv", complaints);
        let mut rows = table.rows::<SizeClass>(data);
        table.unique(&rows, |row| format!("{} {}", row.scheme, row.class));
        rows.retain(|row| row.value.scheme == SCHEME);
        rows.sort_by_key(|row| row.value.class);
        for pair in rows.windows(2) {
            if pair[0].value.upper != Some(pair[1].value.lower) {
                table.complain(pair[1].line, "does not begin where the class before it ends");
            }
        }
        Self { classes: rows.into_iter().map(|row| row.value).collect() }
    }

    /// The class of a municipality with so many inhabitants.
    #[must_use]
    pub fn of(&self, inhabitants: u64) -> Option<u8> {
        let fits = |class: &&SizeClass| class.lower <= inhabitants && class.upper.is_none_or(|upper| inhabitants < upper);
        self.classes.iter().find(fits).map(|class| class.class)
    }

    /// The name of a class; empty for a class that does not exist.
    #[must_use]
    pub fn label(&self, class: u8, lang: Lang) -> &str {
        self.classes
            .iter()
            .find(|candidate| candidate.class == class)
            .map_or("", |class| lang.pick(&class.label_nl, &class.label_en))
    }

    /// All classes, smallest first.
    pub fn iter(&self) -> std::slice::Iter<'_, SizeClass> {
        self.classes.iter()
    }
}

impl<'a> IntoIterator for &'a SizeClasses {
    type Item = &'a SizeClass;
    type IntoIter = std::slice::Iter<'a, SizeClass>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_belongs_to_the_class_above_it() {
        let mut complaints = Complaints::default();
        let classes = SizeClasses::read(&DataDir::embedded(), &mut complaints);
        complaints.into_result().unwrap();
        let of: Vec<Option<u8>> = [0, 4_999, 5_000, 19_999, 20_000, 249_999, 250_000].map(|n| classes.of(n)).into();
        assert_eq!(of, [1, 1, 2, 3, 4, 7, 8].map(Some));
        assert_eq!(classes.label(8, Lang::Nl), "250.000 of meer inwoners");
        assert_eq!(classes.label(9, Lang::En), "");
    }
}
