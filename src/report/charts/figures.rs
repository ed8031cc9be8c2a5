//! The groups that charts and summary speak of, picked from the publication.

use std::collections::BTreeMap;

use crate::measure::{Coverage, Measure, NATIONAL_SCHEME, PROVINCE_SCHEME, Unit};
use crate::report::Publication;
use crate::terms::Level;

/// One province, or the nation, with or without figures.
#[derive(Debug, Clone, Copy)]
pub struct Region<'a> {
    pub code: &'a str,
    pub name: &'a str,
    /// Absent when no municipality of the group has an inventory.
    pub coverage: Option<&'a Coverage>,
    /// Municipalities with an inventory.
    pub municipalities: u64,
    /// Municipalities in the frame.
    pub frame: u64,
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

/// Codes and names of all provinces that the figures or the frame know, in order of code.
fn province_names(publication: &Publication) -> BTreeMap<&str, &str> {
    let groups = publication.coverage.iter().map(|coverage| &coverage.group);
    let provinces = groups.filter(|group| group.dimension.as_str() == PROVINCE_SCHEME);
    let known = provinces.map(|group| (group.code.as_str(), group.name.as_str()));
    let frame = publication.response.iter().map(|line| (line.province_code.as_str(), line.province.as_str()));
    frame.chain(known).filter(|(code, _)| !code.is_empty()).collect()
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
    let coverage = publication.coverage_of(Unit::Systems, |group| group.is_at(scheme, code, size_class));
    let in_group = |province: &str, size: Option<u8>| {
        (scheme == NATIONAL_SCHEME || province == code) && (size_class.is_none() || size == size_class)
    };
    let lines = || publication.response.iter().filter(|line| in_group(&line.province_code, line.size_class));
    let listed = lines().count() as u64;
    let answered = lines().filter(|line| line.answer.is_given()).count() as u64;
    Region {
        code,
        name,
        coverage: coverage.filter(|coverage| coverage.municipalities > 0),
        municipalities: coverage.map_or(answered, |coverage| coverage.municipalities),
        frame: coverage.map_or(listed, |coverage| coverage.municipalities_frame),
    }
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

/// The names of provinces without any inventory.
#[must_use]
pub fn without_inventory(publication: &Publication) -> Vec<String> {
    let absent = provinces(publication, None).into_iter().filter(|region| region.coverage.is_none());
    absent.map(|region| region.name.to_owned()).collect()
}
