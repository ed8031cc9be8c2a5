//! Numbers as people read them: decimal comma and thousands point in Dutch, the other way round in English.
//!
//! No rounded share ever touches the target, nothing or everything when the unrounded one does not.

use crate::report::Settings;
use crate::terms::{Lang, Month};

/// More decimals than these are never shown.
const MOST_DECIMALS: usize = 6;

/// Writes numbers in a language, with the target in mind.
#[derive(Debug, Clone, Copy)]
pub struct Numerals {
    lang: Lang,
    target: f64,
}

impl Numerals {
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a target is a whole percentage")]
    pub const fn new(settings: &Settings) -> Self {
        Self { lang: settings.lang, target: settings.target.percent as f64 / 100.0 }
    }

    /// A whole number: `12.345` or `12,345`.
    #[must_use]
    pub fn count(&self, number: u64) -> String {
        let digits = number.to_string();
        let mut shown = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                shown.push_str(self.lang.pick(".", ","));
            }
            shown.push(digit);
        }
        shown
    }

    /// A share in whole percents, for charts and titles.
    #[must_use]
    pub fn whole(&self, share: Option<f64>) -> String {
        self.percent(share, 0)
    }

    /// A share with one decimal, for text and tables.
    #[must_use]
    pub fn fine(&self, share: Option<f64>) -> String {
        self.percent(share, 1)
    }

    /// How far two shares lie apart, in percentage points with one decimal and without a sign; none where that reads as nothing.
    #[must_use]
    pub fn points(&self, difference: f64) -> Option<String> {
        let shown = format!("{:.1}", difference.abs() * 100.0);
        (!reads_as(&shown, 0.0)).then(|| self.local(&shown))
    }

    fn percent(&self, share: Option<f64>, decimals: usize) -> String {
        let Some(share) = share.filter(|share| share.is_finite()) else {
            return self.lang.pick("niet beschikbaar", "not available").to_owned();
        };
        let least = 0.1_f64.powi(i32::try_from(decimals).unwrap_or(0));
        match self.digits(share, decimals) {
            shown if share > 0.0 && reads_as(&shown, 0.0) => self.local(&format!("<{least:.decimals$}%")),
            shown if share < 1.0 && reads_as(&shown, 100.0) => self.local(&format!(">{:.decimals$}%", 100.0 - least)),
            shown => self.local(&format!("{shown}%")),
        }
    }

    /// As many decimals as it takes to tell the share from the target.
    fn digits(&self, share: f64, decimals: usize) -> String {
        let target = self.target * 100.0;
        (decimals..=MOST_DECIMALS)
            .map(|decimals| format!("{:.*}", decimals, share * 100.0))
            .find(|shown| !reads_as(shown, target) || share.to_bits() == self.target.to_bits())
            .unwrap_or_else(|| format!("{:.MOST_DECIMALS$}", share * 100.0))
    }

    fn local(&self, shown: &str) -> String {
        match self.lang {
            Lang::Nl => shown.replace('.', ","),
            Lang::En => shown.to_owned(),
        }
    }
}

fn reads_as(shown: &str, value: f64) -> bool {
    shown.parse::<f64>().is_ok_and(|read| (read - value).abs() < f64::EPSILON)
}

const MONTHS_NL: [&str; 12] =
    ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];
const MONTHS_EN: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const SHORT_NL: [&str; 12] = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
const SHORT_EN: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

fn of_month(month: Month, names: &[&'static str; 12]) -> &'static str {
    usize::try_from(month.number()).ok().and_then(|number| names.get(number - 1)).copied().unwrap_or_default()
}

/// `november 2026`.
#[must_use]
pub fn month_name(month: Month, lang: Lang) -> String {
    let names = if lang == Lang::Nl { &MONTHS_NL } else { &MONTHS_EN };
    format!("{} {}", of_month(month, names), month.year())
}

/// `nov`.
#[must_use]
pub fn short_month(month: Month, lang: Lang) -> &'static str {
    of_month(month, if lang == Lang::Nl { &SHORT_NL } else { &SHORT_EN })
}

/// `a, b en c`.
#[must_use]
pub fn listing(names: &[String], lang: Lang) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} {} {last}", most.join(", "), lang.pick("en", "and")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numerals(lang: Lang) -> Numerals {
        Numerals::new(&Settings { lang, ..Settings::default() })
    }

    #[test]
    fn numbers_are_written_as_the_reader_writes_them() {
        let (nl, en) = (numerals(Lang::Nl), numerals(Lang::En));
        assert_eq!([nl.count(7), nl.count(1234), nl.count(17_942_942)], ["7", "1.234", "17.942.942"]);
        assert_eq!(en.count(1_234_567), "1,234,567");
        assert_eq!([nl.fine(Some(0.4123)), en.fine(Some(0.4123))], ["41,2%", "41.2%"]);
        assert_eq!([nl.whole(None), en.fine(Some(f64::NAN))], ["niet beschikbaar", "not available"]);
    }

    #[test]
    fn differences_are_in_points_and_none_is_shown_as_nothing() {
        let (nl, en) = (numerals(Lang::Nl), numerals(Lang::En));
        assert_eq!([nl.points(0.0042), en.points(-0.1)], [Some("0,4".to_owned()), Some("10.0".to_owned())]);
        assert_eq!([nl.points(0.0004), nl.points(-0.0), nl.points(0.000_51)], [None, None, Some("0,1".to_owned())]);
    }

    #[test]
    fn a_share_near_the_target_never_reads_as_the_target() {
        let nl = numerals(Lang::Nl);
        assert_eq!([nl.fine(Some(0.8)), nl.whole(Some(0.8))], ["80,0%", "80%"], "exactly on it");
        assert_eq!([nl.fine(Some(0.8001)), nl.fine(Some(0.79999))], ["80,01%", "79,999%"]);
        assert_eq!([nl.whole(Some(0.796)), nl.whole(Some(0.804))], ["79,6%", "80,4%"]);
        assert_eq!([nl.fine(Some(4.0 / 5.0)), nl.fine(Some(812.0 / 1015.0))], ["80,0%", "80,0%"]);
    }

    #[test]
    fn little_is_not_nothing_and_nearly_all_is_not_all() {
        let nl = numerals(Lang::Nl);
        assert_eq!([nl.whole(Some(0.0)), nl.whole(Some(0.001)), nl.fine(Some(0.0001))], ["0%", "<1%", "<0,1%"]);
        assert_eq!([nl.whole(Some(1.0)), nl.whole(Some(0.999)), nl.fine(Some(0.9999))], ["100%", ">99%", ">99,9%"]);
    }

    #[test]
    fn months_and_lists_have_names() {
        let month = Month::new(2026, 3).unwrap();
        assert_eq!([month_name(month, Lang::Nl), month_name(month, Lang::En)], ["maart 2026", "March 2026"]);
        assert_eq!(short_month(month, Lang::Nl), "mrt");
        let names = ["Drenthe", "Flevoland", "Zeeland"].map(str::to_owned);
        assert_eq!(listing(&names, Lang::Nl), "Drenthe, Flevoland en Zeeland");
        assert_eq!(listing(&names[..1], Lang::En), "Drenthe");
    }
}
