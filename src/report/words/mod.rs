//! All texts of the report, Dutch and English side by side.
//!
//! A text may hold places such as `{share}`, filled by [`fill`]. Not for figures: those come from [`Numerals`].

mod change;
mod charts;
mod estimate;
mod metadata;
mod names;
mod numerals;
mod page;
mod quality;
mod sensitivity;
mod summary;

pub use change::ChangeWords;
pub use charts::ChartWords;
pub use estimate::EstimateWords;
pub use metadata::MetadataWords;
pub use names::{distinguishing_name, level_name, part_name, reason_name, size_class_name, target_name};
pub use numerals::{Numerals, listing, month_name, short_month};
pub use page::PageWords;
pub use quality::QualityWords;
pub use sensitivity::SensitivityWords;
pub use summary::SummaryWords;

/// Declares a struct of texts with one constant per language, so that no text can be missing in either.
macro_rules! texts {
    ($(#[$meta:meta])* $name:ident { $($field:ident: $nl:literal, $en:literal;)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name { $(pub $field: &'static str,)* }

        impl $name {
            const NL: Self = Self { $($field: $nl,)* };
            const EN: Self = Self { $($field: $en,)* };
            /// Field, Dutch and English.
            #[cfg(test)]
            pub(super) const PAIRS: &[(&str, &str, &str)] = &[$((stringify!($field), $nl, $en),)*];

            /// The texts in a language.
            #[must_use]
            pub const fn of(lang: $crate::terms::Lang) -> &'static Self {
                match lang {
                    $crate::terms::Lang::Nl => &Self::NL,
                    $crate::terms::Lang::En => &Self::EN,
                }
            }
        }
    };
}
use texts;

/// A text with its places filled.
#[must_use]
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(text.to_owned(), |text, (place, value)| text.replace(&format!("{{{place}}}"), value))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn places(text: &str) -> BTreeSet<&str> {
        text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(place, _)| place).collect()
    }

    #[test]
    fn both_languages_have_the_same_places() {
        let all = [
            ChartWords::PAIRS,
            EstimateWords::PAIRS,
            MetadataWords::PAIRS,
            SummaryWords::PAIRS,
            PageWords::PAIRS,
            QualityWords::PAIRS,
            SensitivityWords::PAIRS,
            ChangeWords::PAIRS,
        ]
        .concat();
        assert!(all.len() > 60);
        for (field, nl, en) in all {
            assert_eq!(places(nl), places(en), "{field}");
            assert!(!nl.contains("  ") && !en.contains("  "), "{field}");
        }
    }

    #[test]
    fn places_are_filled_by_name() {
        assert_eq!(fill("{n} van {all}", &[("n", "3"), ("all", "12")]), "3 van 12");
    }
}
