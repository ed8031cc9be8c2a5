//! The quality statement of a month: what its figures rest on and what they do not say, in sentences and one table.
//!
//! For everybody, so from what is public alone. Not for the figures themselves: those are in the summary.

mod classes;

use std::collections::BTreeMap;

use super::charts::figures::{nation, part};
use super::estimated;
use super::summary::{Paragraph, Summary, joined};
use super::words::{
    EstimateWords, Numerals, QualityWords, SummaryWords, fill, listing, month_name, part_name, reason_name, target_name,
};
use super::{Publication, Reached};
use crate::measure::{Bound, Coverage, Item, Measure, Quality, Restated, Unit};
use crate::terms::{Distinguishing, Lang, Level};

/// Puts what a publication rests on into words.
#[must_use]
pub fn statement(publication: &Publication) -> Summary {
    let writer = Writer::new(publication);
    let words = writer.words;
    let paragraphs = [
        Paragraph::of(words.purpose, writer.purpose()),
        Paragraph::of(words.population, writer.population()),
        Paragraph::of(words.response, writer.of_quality(Writer::response)),
        classes::classes(publication),
        Paragraph::of(words.items, writer.of_quality(Writer::items)),
        Paragraph::of(words.verdicts, writer.of_quality(Writer::verdicts)),
        Paragraph::of(words.accuracy, writer.accuracy()),
        Paragraph::of(words.estimate, writer.estimate()),
        Paragraph::of(words.comparability, writer.comparability()),
        Paragraph::of(words.revisions, writer.revisions()),
        Paragraph::of(words.confidentiality, writer.confidentiality()),
        Paragraph::of(words.coverage, words.coverage_text.to_owned()),
        Paragraph::of(words.contact, words.contact_text.to_owned()),
    ];
    Summary {
        title: fill(words.title, &[("month", &month_name(publication.month, writer.lang()))]),
        warning: publication.synthetic.then(|| SummaryWords::of(writer.lang()).synthetic.to_owned()),
        headline: words.intro.to_owned(),
        paragraphs: paragraphs.into_iter().flatten().collect(),
    }
}

struct Writer<'a> {
    publication: &'a Publication,
    words: &'static QualityWords,
    numerals: Numerals,
}

impl<'a> Writer<'a> {
    fn new(publication: &'a Publication) -> Self {
        let words = QualityWords::of(publication.settings.lang);
        Self { publication, words, numerals: Numerals::new(&publication.settings) }
    }

    const fn lang(&self) -> Lang {
        self.publication.settings.lang
    }

    fn share(&self, count: u64, whole: u64) -> String {
        self.numerals.fine(part(count, whole))
    }

    /// A count as a share, or that it is not public.
    fn told(&self, count: Option<u64>, whole: u64) -> String {
        count.map_or_else(|| self.words.not_public.to_owned(), |count| self.share(count, whole))
    }

    /// What stands on the nation's quality; nothing where the nation is not public.
    fn of_quality(&self, write: fn(&Self, &Quality, &Coverage) -> String) -> String {
        let both = self.publication.quality.as_ref().zip(nation(self.publication));
        both.map(|(quality, nation)| write(self, quality, nation)).unwrap_or_default()
    }

    fn month_before(&self) -> String {
        month_name(self.publication.comparison.before, self.lang())
    }

    fn purpose(&self) -> String {
        let Publication { version, settings, .. } = self.publication;
        let places = [
            ("target", target_name(settings)),
            ("fingerprint", self.publication.short_fingerprint().to_owned()),
            ("version", version.clone()),
        ];
        filled(self.words.purpose_text, &places)
    }

    fn population(&self) -> String {
        // The first day of the month (METHOD §1).
        let day = format!("1 {}", month_name(self.publication.month, self.lang()));
        let all = self.numerals.count(self.publication.comparison.frame);
        fill(self.words.population_text, &[("all", &all), ("day", &day)])
    }

    fn response(&self, quality: &Quality, nation: &Coverage) -> String {
        let answers = quality.answers;
        let count = |number| self.numerals.count(number);
        let places = [
            ("given", count(answers.responded + answers.partial + answers.carried_forward)),
            ("all", count(answers.frame)),
            ("responded", count(answers.responded)),
            ("partial", count(answers.partial)),
            ("carried", count(answers.carried_forward)),
            ("old", count(answers.too_old)),
            ("partnership", count(answers.only_through_partnership)),
            ("none", count(answers.none)),
        ];
        let text = filled(self.words.response_text, &places);
        let carried = quality.carried.filter(|systems| *systems > 0).map(|systems| self.share(systems, quality.systems));
        let all_answered = nation.municipalities == nation.municipalities_frame;
        joined([
            Some(text),
            carried.map(|share| fill(self.words.carried_systems, &[("share", &share)])),
            (!all_answered).then(|| self.words.response_skew.to_owned()),
        ])
    }

    fn items(&self, quality: &Quality, _: &Coverage) -> String {
        let item = |(item, known): &(Item, Option<u64>)| {
            fill(self.words.item, &[("item", self.item_name(*item)), ("share", &self.told(*known, quality.systems))])
        };
        let items: Vec<String> = quality.items.iter().map(item).collect();
        let systems = self.numerals.count(quality.systems);
        fill(self.words.items_text, &[("systems", &systems), ("items", &listing(&items, self.lang()))])
    }

    const fn item_name(&self, item: Item) -> &'static str {
        match item {
            Item::Vendor => self.words.vendor,
            Item::Component => self.words.component,
            Item::Cost => self.words.cost,
            Item::Users => self.words.users,
            Item::ContractEnd => self.words.contract_end,
            Item::Status => self.words.status,
        }
    }

    fn verdicts(&self, quality: &Quality, nation: &Coverage) -> String {
        let (weights, systems) = (&nation.weights, quality.systems);
        let unknown = [weights.level(Level::Onbekend), weights.distinguishing(Distinguishing::Onbekend)]
            .map(|unknown| self.share(unknown, weights.total()));
        let contested = [quality.level_contested, quality.distinguishing_contested].map(|count| self.told(count, systems));
        let axes = |text: &str, [level, distinguishing]: [String; 2]| {
            fill(text, &[("level", &level), ("distinguishing", &distinguishing)])
        };
        let of = |count: Option<u64>, text, hidden: &str| {
            count.map_or_else(|| hidden.to_owned(), |count| fill(text, &[("share", &self.share(count, systems))]))
        };
        joined([
            Some(axes(self.words.unknown, unknown)),
            Some(axes(self.words.contested, contested)),
            Some(of(quality.presumed, self.words.presumed, self.words.presumed_hidden)),
            Some(self.words.presumed_means.to_owned()),
            Some(of(quality.reviewed, self.words.reviewed, self.words.reviewed_hidden)),
            Some(self.words.not_reviewed.to_owned()),
        ])
    }

    fn accuracy(&self) -> String {
        let Some(accuracy) = &self.publication.accuracy else { return self.words.accuracy_other.to_owned() };
        let right = |axis: &Reached| self.share(axis.right, axis.given);
        let given = |axis: &Reached| self.share(axis.given, axis.rows);
        let places = [
            ("rows", self.numerals.count(accuracy.level.rows)),
            ("level", right(&accuracy.level)),
            ("level_given", given(&accuracy.level)),
            ("distinguishing", right(&accuracy.distinguishing)),
            ("distinguishing_given", given(&accuracy.distinguishing)),
        ];
        filled(self.words.accuracy_text, &places)
    }

    fn estimate(&self) -> String {
        if nation(self.publication).is_some_and(|nation| nation.municipalities == nation.municipalities_frame) {
            return self.words.estimate_full.to_owned();
        }
        let of = |measure| self.publication.estimate(Unit::Systems, measure, Bound::Lower);
        let both = of(Measure::CollectiveShare).zip(of(Measure::NationalShare));
        let Some((broad, strict)) = both.filter(|(broad, _)| broad.share.is_some()) else {
            return self.words.estimate_none.to_owned();
        };
        let shown = |estimate| estimated::shown(estimate, EstimateWords::of(self.lang()), self.numerals);
        joined([
            Some(fill(self.words.estimate_text, &[("broad", &shown(broad)), ("strict", &shown(strict))])),
            [broad, strict].iter().any(|one| one.interval.is_some()).then(|| self.words.interval.to_owned()),
        ])
    }

    fn comparability(&self) -> String {
        let before = self.month_before();
        let about = |text: &str| fill(text, &[("before", &before)]);
        let definitions = match &self.publication.change {
            None => self.words.change_none,
            Some(change) if change.basis == Restated::SameDefinitions.as_str() => self.words.change_same,
            Some(change) if change.basis == Restated::NotToldApart.as_str() => self.words.change_mixed,
            Some(_) => self.words.change_other,
        };
        let comparison = &self.publication.comparison;
        let ended = listing(&comparison.ended, self.lang());
        let mergers = if comparison.ended.is_empty() { self.words.mergers_none } else { self.words.mergers };
        joined([
            Some(about(definitions)),
            Some(fill(&about(mergers), &[("ended", &ended)])),
            self.respondents().map(|text| about(&text)),
            (self.publication.series.len() > 1).then(|| self.words.series_same.to_owned()),
        ])
    }

    /// How many answered in the month before, where that is in the public series.
    fn respondents(&self) -> Option<String> {
        let before = self.publication.comparison.before;
        let (_, then) = self.publication.series.iter().find(|(month, _)| *month == before)?;
        let count = |coverage: &Coverage| self.numerals.count(coverage.municipalities);
        Some(fill(self.words.response_before, &[("then", &count(then)), ("now", &count(nation(self.publication)?))]))
    }

    fn revisions(&self) -> String {
        let told = self.publication.revised.as_ref().map_or_else(
            || self.words.revisions_none.to_owned(),
            |revised| {
                let because: Vec<String> = revised.because.iter().map(|part| part_name(part, self.lang()).to_owned()).collect();
                let because = listing(&because, self.lang());
                fill(self.words.revisions_text, &[("because", &because), ("vintage", &revised.vintage)])
            },
        );
        joined([Some(told), Some(self.words.revisions_policy.to_owned())])
    }

    fn confidentiality(&self) -> String {
        let Publication { coverage, withheld, .. } = self.publication;
        let shown = coverage.iter().filter(|line| line.unit == Unit::Systems).count() as u64;
        let mut reasons: BTreeMap<_, u64> = BTreeMap::new();
        for line in withheld.iter().filter(|line| line.unit == Unit::Systems) {
            *reasons.entry(line.reason).or_default() += 1;
        }
        let hidden: u64 = reasons.values().sum();
        let reason = |(reason, n): (_, u64)| {
            fill(self.words.reason, &[("n", &self.numerals.count(n)), ("reason", reason_name(reason, self.lang()))])
        };
        let told: Vec<String> = reasons.into_iter().map(reason).collect();
        if told.is_empty() {
            return String::new();
        }
        let places = [
            ("all", self.numerals.count(shown + hidden)),
            ("shown", self.numerals.count(shown)),
            ("withheld", self.numerals.count(hidden)),
            ("reasons", listing(&told, self.lang())),
        ];
        filled(self.words.confidentiality_text, &places)
    }
}

fn filled<const N: usize>(text: &str, places: &[(&str, String); N]) -> String {
    fill(text, &places.each_ref().map(|(place, value)| (*place, value.as_str())))
}

#[cfg(test)]
mod tests;
