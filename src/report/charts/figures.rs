//! The groups that charts and summary speak of, picked from the publication.

use std::collections::BTreeMap;

use crate::measure::disclosure::Reason;
use crate::measure::{Coverage, Group, Measure, NATIONAL_SCHEME, PROVINCE_SCHEME, Unit};
use crate::report::Publication;
use crate::report::words::{ChartWords, Numerals, reason_name};
use crate::terms::{Lang, Level};

/// One province, or the nation, with or without figures.
#[derive(Debug, Clone, Copy)]
pub struct Region<'a> {
    pub code: &'a str,
    pub name: &'a str,
    /// Absent when the group is not public, or has no municipalities.
    pub coverage: Option<&'a Coverage>,
    /// Why it is not public.
    pub withheld: Option<Reason>,
    /// Municipalities in the frame.
    pub frame: u64,
}

impl Region<'_> {
    /// Municipalities with an inventory, of all; how many there are of a group that is not public is not told.
    #[must_use]
    pub fn response(&self, numerals: &Numerals) -> (String, String) {
        let answered = self.coverage.map_or_else(|| "?".to_owned(), |coverage| numerals.count(coverage.municipalities));
        (answered, numerals.count(self.frame))
    }
}

/// The part of a whole; absent for a part of nothing.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
pub fn part(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// The nation's coverage in systems, also when nobody responded.
#[must_use]
pub fn nation(publication: &Publication) -> Option<&Coverage> {
    publication.national(Unit::Systems)
}

/// The nation's coverage in systems, when there are systems.
#[must_use]
pub fn nation_with_systems(publication: &Publication) -> Option<&Coverage> {
    nation(publication).filter(|nation| nation.weights.total() > 0)
}

/// The share of the systems whose level is unknown.
#[must_use]
pub fn level_unknown(coverage: &Coverage) -> Option<f64> {
    part(coverage.weights.level(Level::Onbekend), coverage.weights.total())
}

/// Codes and names of all provinces, public or not, in order of code.
fn province_names(publication: &Publication) -> BTreeMap<&str, &str> {
    let published = publication.coverage.iter().map(|coverage| &coverage.group);
    let groups = published.chain(publication.withheld.iter().map(|withheld| &withheld.group));
    let provinces = groups.filter(|group| group.dimension.as_str() == PROVINCE_SCHEME && !group.code.is_empty());
    provinces.map(|group| (group.code.as_str(), group.name.as_str())).collect()
}

/// All provinces in order of code, for all sizes or one size class.
#[must_use]
pub fn provinces(publication: &Publication, size_class: Option<u8>) -> Vec<Region<'_>> {
    let names = province_names(publication);
    names.into_iter().map(|(code, name)| region(publication, PROVINCE_SCHEME, code, name, size_class)).collect()
}

/// The nation as a region, for all sizes or one size class.
#[must_use]
pub fn whole_nation(publication: &Publication, size_class: Option<u8>) -> Region<'_> {
    region(publication, NATIONAL_SCHEME, "NL", "", size_class)
}

fn region<'a>(publication: &'a Publication, scheme: &str, code: &'a str, name: &'a str, size_class: Option<u8>) -> Region<'a> {
    let wanted = |group: &Group| group.is_at(scheme, code, size_class);
    let coverage = publication.coverage_of(Unit::Systems, wanted);
    let withheld = publication.withheld.iter().find(|line| line.unit == Unit::Systems && wanted(&line.group));
    let frame = coverage.map(|line| line.municipalities_frame).or_else(|| withheld.map(|line| line.municipalities_frame));
    Region { code, name, coverage, withheld: withheld.map(|line| line.reason), frame: frame.unwrap_or_default() }
}

/// The demonstrable shares of the provinces that have one, in order of code.
#[must_use]
pub fn province_shares(publication: &Publication, measure: Measure) -> Vec<(Region<'_>, f64)> {
    let share = |region: &Region| region.coverage.and_then(|coverage| coverage.share(measure).lower);
    provinces(publication, None).into_iter().filter_map(|region| share(&region).map(|share| (region, share))).collect()
}

/// The least and the greatest of the shares.
#[must_use]
pub fn ends(shares: &[(Region, f64)]) -> (Option<f64>, Option<f64>) {
    let values = || shares.iter().map(|(_, share)| *share);
    (values().min_by(f64::total_cmp), values().max_by(f64::total_cmp))
}

/// The names of provinces that are not public.
#[must_use]
pub fn not_public(publication: &Publication) -> Vec<String> {
    let absent = provinces(publication, None).into_iter().filter(|region| region.coverage.is_none());
    absent.map(|region| region.name.to_owned()).collect()
}

/// Why a group shows no figure, in words.
#[must_use]
pub const fn why_absent(region: &Region, lang: Lang) -> &'static str {
    match region.withheld {
        Some(reason) => reason_name(reason, lang),
        None => ChartWords::of(lang).no_systems,
    }
}
