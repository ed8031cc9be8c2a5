//! The month in sentences, made from the same figures as the charts. A target is compared unrounded (R1).

use super::charts::Table;
use super::charts::figures::{self, ends, part, province_shares};
use super::words::{ChangeWords, Numerals, SummaryWords, fill, listing, month_name, target_name};
use super::{Publication, Settings, change_text, estimated};
use crate::measure::{Coverage, Measure, Unit};
use crate::terms::{Distinguishing, Lang, Level};

/// The summary of a month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    pub title: String,
    /// Says that the figures are made up, when they are.
    pub warning: Option<String>,
    /// The month in one sentence.
    pub headline: String,
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph with its heading, or a table that is its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    pub heading: String,
    pub text: String,
    pub table: Option<Table>,
}

impl Paragraph {
    /// Words alone; nothing when there are none.
    #[must_use]
    pub fn of(heading: &str, text: String) -> Option<Self> {
        (!text.is_empty()).then(|| Self { heading: heading.to_owned(), text, table: None })
    }
}

/// Puts a publication into words.
#[must_use]
pub fn summary(publication: &Publication) -> Summary {
    let words = SummaryWords::of(publication.settings.lang);
    let month = month_name(publication.month, publication.settings.lang);
    Summary {
        title: fill(words.title, &[("month", &month)]),
        warning: publication.synthetic.then(|| words.synthetic.to_owned()),
        headline: Writer::new(publication).headline(&month),
        paragraphs: Writer::new(publication).paragraphs(),
    }
}

struct Writer<'a> {
    publication: &'a Publication,
    words: &'static SummaryWords,
    numerals: Numerals,
}

impl<'a> Writer<'a> {
    fn new(publication: &'a Publication) -> Self {
        let Settings { lang, .. } = publication.settings;
        Self { publication, words: SummaryWords::of(lang), numerals: Numerals::new(&publication.settings) }
    }

    const fn lang(&self) -> Lang {
        self.publication.settings.lang
    }

    fn headline(&self, month: &str) -> String {
        figures::nation_with_systems(self.publication)
            .map_or_else(|| fill(self.words.headline_none, &[("month", month)]), |nation| self.shares(self.words.headline, nation))
    }

    fn paragraphs(&self) -> Vec<Paragraph> {
        let words = self.words;
        let nation = figures::nation_with_systems(self.publication);
        let about = |write: fn(&Self, &Coverage) -> String| nation.map_or_else(String::new, |nation| write(self, nation));
        // Who answered comes right after the figures: all that follows holds for them only.
        [
            (words.state, about(Self::state)),
            (words.response, self.response()),
            estimated::paragraph(self.publication).unwrap_or_default(),
            (ChangeWords::of(self.lang()).heading, self.change()),
            (words.target, about(Self::target)),
            (words.potential, about(Self::potential)),
            (words.provinces, about(|writer, _| writer.provinces())),
            (words.unknown, about(Self::unknown)),
            (words.definition, self.definition()),
        ]
        .into_iter()
        .filter_map(|(heading, text)| Paragraph::of(heading, text))
        .collect()
    }

    /// A sentence with broad and strict in it: always both, always with their bounds.
    fn shares(&self, text: &str, coverage: &Coverage) -> String {
        let (broad, strict) = (coverage.share(Measure::CollectiveShare), coverage.share(Measure::NationalShare));
        let fine = |share| self.numerals.fine(share);
        fill(
            text,
            &[
                ("units", &self.numerals.count(coverage.units)),
                ("known_units", &self.numerals.count(coverage.units - coverage.weights.level(Level::Onbekend))),
                ("broad", &fine(broad.lower)),
                ("strict", &fine(strict.lower)),
                ("broad_upper", &fine(broad.upper)),
                ("strict_upper", &fine(strict.upper)),
                ("broad_known", &fine(broad.known)),
                ("strict_known", &fine(strict.known)),
            ],
        )
    }

    fn state(&self, nation: &Coverage) -> String {
        let systems = self.shares(self.words.state_systems, nation);
        let cells = self.publication.national(Unit::Cells).filter(|cells| cells.weights.total() > 0);
        let cells = cells.map(|cells| self.shares(self.words.state_cells, cells));
        joined([Some(systems), cells, self.spread(nation)])
    }

    /// The municipalities beside the pooled figure, when there are several.
    fn spread(&self, nation: &Coverage) -> Option<String> {
        let [broad, strict, _] = nation.distribution?.map(|measure| measure.lower);
        let ([q1, median, q3], [_, strict_median, _]) = (broad.quartiles?, strict.quartiles?);
        let fine = |share| self.numerals.fine(share);
        let text = fill(
            self.words.state_spread,
            &[
                ("n", &self.numerals.count(broad.municipalities)),
                ("median", &fine(Some(median))),
                ("strict_median", &fine(Some(strict_median))),
                ("q1", &fine(Some(q1))),
                ("q3", &fine(Some(q3))),
                ("mean", &fine(broad.mean)),
                ("strict_mean", &fine(strict.mean)),
            ],
        );
        (broad.municipalities > 1).then_some(text)
    }

    fn change(&self) -> String {
        let Publication { change, settings, fingerprint, .. } = self.publication;
        change.as_ref().map(|change| change_text::sentences(change, settings, fingerprint).join(" ")).unwrap_or_default()
    }

    fn target(&self, nation: &Coverage) -> String {
        let weights = &nation.weights;
        let text = match self.reached(weights.broad(), weights.level(Level::Onbekend), weights.total()) {
            Reached::Yes => self.words.target_met,
            Reached::Perhaps => self.words.target_maybe,
            Reached::No => self.words.target_missed,
        };
        fill(text, &[("target", &target_name(&self.publication.settings))])
    }

    const fn reached(&self, sure: u64, unknown: u64, whole: u64) -> Reached {
        let settings = &self.publication.settings;
        if settings.target.met(sure, whole) {
            Reached::Yes
        } else if settings.target.met(sure + unknown, whole) {
            Reached::Perhaps
        } else {
            Reached::No
        }
    }

    fn potential(&self, nation: &Coverage) -> String {
        let weights = &nation.weights;
        let (sure, unknown) =
            (weights.distinguishing(Distinguishing::NietOnderscheidend), weights.distinguishing(Distinguishing::Onbekend));
        let reach = match self.reached(sure, unknown, weights.total()) {
            Reached::Yes => self.words.reach_yes,
            Reached::Perhaps => self.words.reach_maybe,
            Reached::No => self.words.reach_no,
        };
        let reach = fill(reach, &[("target", &target_name(&self.publication.settings))]);
        let share = self.bounds(self.words.potential_share, nation, Measure::NonDistinguishingShare);
        let conversion = match nation.share(Measure::Conversion).lower {
            Some(_) => self.bounds(self.words.conversion, nation, Measure::Conversion),
            None => self.words.conversion_none.to_owned(),
        };
        joined([Some(share), Some(reach), Some(conversion)])
    }

    fn bounds(&self, text: &str, coverage: &Coverage, measure: Measure) -> String {
        let share = coverage.share(measure);
        let fine = |share| self.numerals.fine(share);
        fill(text, &[("lower", &fine(share.lower)), ("upper", &fine(share.upper)), ("known", &fine(share.known))])
    }

    fn provinces(&self) -> String {
        let broad = province_shares(self.publication, Measure::CollectiveShare);
        let strict = province_shares(self.publication, Measure::NationalShare);
        let ((least, most), (strict_least, strict_most)) = (ends(&broad), ends(&strict));
        let values = [least, most, strict_least, strict_most].map(|share| self.numerals.fine(share));
        let n = self.numerals.count(broad.len() as u64);
        let text = match broad.as_slice() {
            [] => None,
            [_] => Some(self.words.spread_one),
            _ => Some(self.words.spread),
        };
        let spread = text.map(|text| {
            let province = broad.first().map_or("", |(region, _)| region.name);
            let [least, most, strict_least, strict_most] = &values;
            let places =
                [("least", least), ("most", most), ("strict_least", strict_least), ("strict_most", strict_most), ("n", &n)];
            fill(&fill(text, &places.map(|(place, value)| (place, value.as_str()))), &[("province", province)])
        });
        let absent = figures::not_public(self.publication);
        let without = (!absent.is_empty()).then(|| fill(self.words.without, &[("provinces", &listing(&absent, self.lang()))]));
        joined([spread, without])
    }

    fn response(&self) -> String {
        let Some(nation) = figures::nation(self.publication) else { return String::new() };
        let count = |number| self.numerals.count(number);
        let responded = fill(
            self.words.responded,
            &[
                ("n", &count(nation.municipalities)),
                ("all", &count(nation.municipalities_frame)),
                ("inhabitants", &count(nation.inhabitants)),
                ("inhabitants_all", &count(nation.inhabitants_frame)),
                ("share", &self.numerals.fine(part(nation.inhabitants, nation.inhabitants_frame))),
            ],
        );
        let carried = match (nation.municipalities, nation.municipalities_carried) {
            (0, _) => None,
            (_, 0) => Some(self.words.carried_none.to_owned()),
            (_, n) => Some(fill(self.words.carried, &[("n", &count(n))])),
        };
        let partial = (nation.municipalities < nation.municipalities_frame).then(|| self.words.not_representative.to_owned());
        joined([Some(responded), carried, partial])
    }

    fn unknown(&self, nation: &Coverage) -> String {
        let weights = &nation.weights;
        let share = |unknown| self.numerals.fine(part(unknown, weights.total()));
        let (level, distinguishing) =
            (share(weights.level(Level::Onbekend)), share(weights.distinguishing(Distinguishing::Onbekend)));
        fill(self.words.unknown_shares, &[("level", &level), ("distinguishing", &distinguishing)])
    }

    fn definition(&self) -> String {
        let vintage = fill(
            self.words.vintage,
            &[
                ("month", &month_name(self.publication.month, self.lang())),
                ("fingerprint", self.publication.short_fingerprint()),
                ("version", &self.publication.version),
            ],
        );
        joined([Some(self.words.definition_text.to_owned()), Some(vintage)])
    }
}

/// Whether a bound meets the target.
enum Reached {
    /// Whatever the unknown turns out to be.
    Yes,
    /// If enough of the unknown turns out in favour.
    Perhaps,
    No,
}

/// The sentences that are there, as one text.
#[must_use]
pub fn joined<const N: usize>(sentences: [Option<String>; N]) -> String {
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::made_up::{Case, publication};
    use crate::report::markdown::markdown;

    fn text_of(publication: &Publication) -> String {
        markdown(&summary(publication))
    }

    #[test]
    fn broad_and_strict_stand_together_with_their_bounds() {
        let text = text_of(&publication(Case::ThreeMonths, Lang::Nl));
        for part in ["breed", "strikt", "ten hoogste", "cellen", "niveau bekend", "Provincies worden niet gerangschikt", "1f0c9a7b"]
        {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert!(text.contains("zou prijsgeven: Flevoland en Limburg."), "{text}");
        assert!(text.contains("> **Synthetische voorbeeldgegevens"), "{text}");
    }

    #[test]
    fn a_month_without_inventories_says_so_and_nothing_else() {
        let summary = summary(&publication(Case::Nothing, Lang::En));
        assert_eq!(summary.headline, "Nothing can be said about November 2026 yet: too few municipalities sent an inventory.");
        let headings: Vec<&str> = summary.paragraphs.iter().map(|paragraph| paragraph.heading.as_str()).collect();
        assert_eq!(headings, ["Definition"]);
    }

    /// One nation of a hundred thousand systems with so many collective, and so many not distinguishing.
    fn nation(collective: u64, not_distinguishing: u64) -> Publication {
        let mut publication = publication(Case::FullResponse, Lang::Nl);
        for coverage in &mut publication.coverage {
            let mut weights = crate::measure::Contingency::default();
            weights.add(Level::Regionaal, Distinguishing::NietOnderscheidend, collective.min(not_distinguishing));
            weights.add(Level::Regionaal, Distinguishing::Onderscheidend, collective.saturating_sub(not_distinguishing));
            weights.add(Level::Decentraal, Distinguishing::NietOnderscheidend, not_distinguishing.saturating_sub(collective));
            weights.add(Level::Decentraal, Distinguishing::Onderscheidend, 100_000 - collective.max(not_distinguishing));
            coverage.weights = weights;
        }
        publication
    }

    #[test]
    fn the_target_is_compared_unrounded() {
        let exactly = text_of(&nation(80_000, 80_000));
        assert!(exactly.contains("Dat is niet gehaald") && exactly.contains("buiten bereik"), "{exactly}");
        assert!(exactly.contains("aantoonbaar 80,0% breed"), "{exactly}");
        let over = text_of(&nation(80_001, 80_001));
        assert!(over.contains("aantoonbaar gehaald") && over.contains("binnen bereik"), "{over}");
        assert!(over.contains("80,001%") && !over.contains("80,0%"), "{over}");
        let under = text_of(&nation(79_999, 79_999));
        assert!(under.contains("79,999%") && !under.contains("80,0%"), "{under}");
    }
}
