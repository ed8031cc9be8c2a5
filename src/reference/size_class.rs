//! Size classes of municipalities by number of inhabitants.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;

use super::DataDir;
use super::table::{Complaints, Table};

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

impl SizeClass {
    /// The scheme that charts and strata go by: the eight classes of CBS. Others are roll-ups of it.
    pub const MAIN_SCHEME: &str = "cbs8";
}

/// The classes of each scheme, smallest first.
#[derive(Debug, Clone, Default)]
pub struct SizeClasses {
    schemes: BTreeMap<String, Vec<Arc<SizeClass>>>,
}

impl SizeClasses {
    pub(super) fn read(data: &DataDir, complaints: &mut Complaints) -> Self {
        let mut table = Table::new("reference/size_classes.csv", complaints);
        let mut rows = table.rows::<SizeClass>(data);
        table.unique(&rows, |row| format!("{} {}", row.scheme, row.class));
        rows.sort_by(|a, b| (&a.value.scheme, a.value.class).cmp(&(&b.value.scheme, b.value.class)));
        for pair in rows.windows(2).filter(|pair| pair[0].value.scheme == pair[1].value.scheme) {
            if pair[0].value.upper != Some(pair[1].value.lower) {
                table.complain(pair[1].line, "does not begin where the class before it ends");
            }
        }
        let main: Vec<u64> =
            rows.iter().filter(|row| row.value.scheme == SizeClass::MAIN_SCHEME).map(|row| row.value.lower).collect();
        for row in rows.iter().filter(|row| !main.contains(&row.value.lower)) {
            let what = format!(
                "begins at {}, within a class of {}, of which it must hold whole ones",
                row.value.lower,
                SizeClass::MAIN_SCHEME
            );
            table.complain(row.line, what);
        }
        let mut schemes: BTreeMap<String, Vec<Arc<SizeClass>>> = BTreeMap::new();
        for class in rows.into_iter().map(|row| row.value) {
            schemes.entry(class.scheme.clone()).or_default().push(Arc::new(class));
        }
        Self { schemes }
    }

    /// The class of a municipality with so many inhabitants in each scheme, in order of scheme.
    #[must_use]
    pub fn all_of(&self, inhabitants: u64) -> Vec<Arc<SizeClass>> {
        let fits = |class: &&Arc<SizeClass>| class.lower <= inhabitants && class.upper.is_none_or(|upper| inhabitants < upper);
        self.schemes.values().filter_map(|classes| classes.iter().find(fits).cloned()).collect()
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
        let of = |inhabitants: u64| -> Vec<(String, u8)> {
            classes.all_of(inhabitants).iter().map(|class| (class.scheme.clone(), class.class)).collect()
        };
        let both = |cbs: u8, four: u8| vec![("cbs8".to_owned(), cbs), ("samengevoegd4".to_owned(), four)];
        assert_eq!([0, 4_999, 5_000, 19_999].map(of), [both(1, 1), both(1, 1), both(2, 1), both(3, 1)]);
        assert_eq!([20_000, 99_999, 100_000, 250_000].map(of), [both(4, 2), both(5, 3), both(6, 4), both(8, 4)]);
    }
}
