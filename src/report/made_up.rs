//! Publications of made-up figures, from whole to nearly empty, for looking at and testing pictures and sentences.

use std::collections::BTreeMap;

use crate::measure::disclosure::{Reason, Withheld};
use crate::measure::estimate::{Estimate, Stratum, of_strata};
use crate::measure::{Basis, Contingency, Coverage, Group, Item, PROVINCE_SCHEME, Quality, SIZE_SCHEME, Size, Tally, Unit, Weight};
use crate::report::{Accuracy, Comparison, Publication, Settings};
use crate::terms::{Distinguishing, Lang, Level, Month};

/// What there is to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    ThreeMonths,
    TwelveMonths,
    /// A month in the middle without inventories.
    Gap,
    OneMonth,
    AllUnknown,
    Nothing,
    FullResponse,
    OneMunicipality,
}

impl Case {
    pub const ALL: [Self; 8] = [
        Self::ThreeMonths,
        Self::TwelveMonths,
        Self::Gap,
        Self::OneMonth,
        Self::AllUnknown,
        Self::Nothing,
        Self::FullResponse,
        Self::OneMunicipality,
    ];

    const fn months(self) -> u32 {
        match self {
            Self::ThreeMonths => 3,
            Self::TwelveMonths => 12,
            Self::Gap => 6,
            Self::Nothing => 0,
            _ => 1,
        }
    }

    /// How many of a group answer.
    const fn answering(self, frame: u64, province: usize, class: usize) -> u64 {
        match self {
            Self::FullResponse => frame,
            Self::Nothing => 0,
            Self::OneMunicipality => (province == 6 && class == 3) as u64,
            _ if province == 11 || province == 4 => 0,
            _ => (frame * 3).div_ceil(4 + class as u64 % 3),
        }
    }

    /// Systems of one municipality by level and distinguishing, in hundredths.
    const fn mix(self) -> [[u64; 3]; 5] {
        match self {
            Self::AllUnknown | Self::OneMunicipality => [[0, 0, 0], [1, 0, 0], [1, 0, 1], [3, 1, 2], [20, 4, 67]],
            Self::FullResponse => [[22, 1, 2], [28, 1, 1], [31, 2, 3], [4, 3, 2], [0, 0, 0]],
            _ => [[9, 1, 1], [11, 1, 1], [14, 2, 2], [22, 12, 3], [9, 3, 9]],
        }
    }
}

const PROVINCES: [(&str, &str); 12] = [
    ("PV20", "Groningen"),
    ("PV21", "Fryslân"),
    ("PV22", "Drenthe"),
    ("PV23", "Overijssel"),
    ("PV24", "Flevoland"),
    ("PV25", "Gelderland"),
    ("PV26", "Utrecht"),
    ("PV27", "Noord-Holland"),
    ("PV28", "Zuid-Holland"),
    ("PV29", "Zeeland"),
    ("PV30", "Noord-Brabant"),
    ("PV31", "Limburg"),
];

/// Municipalities per size class in a province of this number.
const fn frame(province: usize, class: usize) -> u64 {
    let base = [0, 1, 5, 14, 5, 1, 1, 0][class];
    match class {
        0 => (province == 1) as u64 * 3,
        7 => (province >= 6 && province <= 8) as u64,
        _ if base == 0 => 0,
        _ => base + ((province * 7 + class * 3) % 5) as u64 * base / 5,
    }
}

fn contingency(case: Case, municipalities: u64, shift: u64) -> Contingency {
    let mut weights = Contingency::default();
    for (level, row) in Level::ALL.into_iter().zip(case.mix()) {
        for (value, share) in Distinguishing::ALL.into_iter().zip(row) {
            let moved = if level.is_collective() { share * (100 + shift) / 100 } else { share };
            weights.add(level, value, municipalities * moved * 2);
        }
    }
    weights
}

/// All groups of one month, in order.
fn coverage(case: Case, months_ago: u32) -> Vec<Coverage> {
    let mut groups: BTreeMap<(Group, Unit), Coverage> = BTreeMap::new();
    for (province, (code, name)) in PROVINCES.into_iter().enumerate() {
        for class in 0..8 {
            let (all, n) = (frame(province, class), case.answering(frame(province, class), province, class));
            let shift = (province as u64 * 37 + class as u64 * 23) % 97 * 3 + 24 - 2 * u64::from(months_ago);
            for unit in Unit::ALL {
                let weights = contingency(case, n, if unit == Unit::Cells { shift + 20 } else { shift });
                for group in of(code, name, class) {
                    let line = groups
                        .entry((group.clone(), unit))
                        .or_insert_with(|| Coverage::empty(group, Basis { unit, weight: Weight::Count }));
                    line.weights.merge(&weights);
                    (line.units, line.units_known) = (line.weights.total(), line.weights.total());
                    line.municipalities += n;
                    line.municipalities_carried += n / 9;
                    line.municipalities_frame += all;
                    line.inhabitants += n * inhabitants(class);
                    line.inhabitants_frame += all * inhabitants(class);
                }
            }
        }
    }
    groups.into_values().filter(|line| line.municipalities_frame > 0).collect()
}

const fn inhabitants(class: usize) -> u64 {
    [3_100, 8_000, 16_000, 33_000, 68_000, 121_000, 190_000, 560_000][class]
}

fn of(code: &str, name: &str, class: usize) -> [Group; 4] {
    let class = u8::try_from(class + 1).unwrap_or_default();
    let size = || Size { scheme: SIZE_SCHEME.to_owned(), class, name: format!("klasse {class}") };
    let (province, nation) = (Group::region(PROVINCE_SCHEME, code, name), Group::national());
    [province.sized(size()), province, nation.sized(size()), nation]
}

/// Divides groups by number alone: enough for pictures and sentences.
fn divided(lines: Vec<Coverage>) -> (Vec<Coverage>, Vec<Withheld>) {
    let (published, few): (Vec<Coverage>, Vec<Coverage>) = lines.into_iter().partition(|line| line.municipalities > 2);
    let reasons = [Reason::TooFew, Reason::Secondary, Reason::Dominated, Reason::TooFew, Reason::Uniform];
    let withhold = |(line, reason): (Coverage, &Reason)| Withheld {
        group: line.group,
        unit: line.unit,
        weight: line.weight,
        municipalities_frame: line.municipalities_frame,
        inhabitants_frame: line.inhabitants_frame,
        reason: *reason,
    };
    (published, few.into_iter().zip(reasons.iter().cycle()).map(withhold).collect())
}

/// The estimates of this month; every municipality that answers is like the others of its province and size.
fn estimates(case: Case) -> Vec<Estimate> {
    let size_class = |class: usize| {
        let mut stratum = Stratum { classes: vec![u8::try_from(class + 1).ok()], frame: 0, respondents: Vec::new() };
        for province in 0..PROVINCES.len() {
            let all = frame(province, class);
            stratum.frame += usize::try_from(all).unwrap_or_default();
            let shift = (province as u64 * 37 + class as u64 * 23) % 97 * 3 + 24;
            stratum.respondents.extend((0..case.answering(all, province, class)).map(|_| tally(contingency(case, 1, shift))));
        }
        stratum
    };
    let strata = |unit| {
        of_strata(Basis { unit, weight: Weight::Count }, (0..8).map(size_class).filter(|stratum| stratum.frame > 0).collect())
    };
    Unit::ALL.into_iter().flat_map(strata).collect()
}

fn tally(weights: Contingency) -> Tally {
    Tally { units: weights.total(), units_known: weights.total(), weights, ..Tally::default() }
}

fn quality(case: Case) -> Quality {
    let told = |count| (case != Case::OneMunicipality).then_some(count);
    Quality {
        systems: 4_000,
        items: vec![(Item::Vendor, told(3_900)), (Item::Cost, None)],
        presumed: told(2_500),
        ..Quality::default()
    }
}

/// A publication of made-up figures.
#[must_use]
pub fn publication(case: Case, lang: Lang) -> Publication {
    let month = Month::new(2026, 11).unwrap_or_else(|| unreachable!("a month"));
    let national =
        |ago: u32| coverage(case, ago).into_iter().find(|line| line.unit == Unit::Systems && line.group == Group::national());
    let (coverage, withheld) = divided(coverage(case, 0));
    let series = (0..case.months())
        .rev()
        .filter(|ago| case != Case::Gap || *ago != 3)
        .filter_map(|ago| Some((month.minus(ago), national(ago)?)))
        .collect();
    Publication {
        month,
        settings: Settings { lang, ..Settings::default() },
        synthetic: case != Case::FullResponse,
        version: "0.1.0".to_owned(),
        fingerprint: "1f0c9a7be53d".repeat(6).chars().take(64).collect(),
        coverage,
        withheld,
        series,
        estimates: estimates(case),
        sensitivity: Vec::new(),
        change: None,
        quality: (case != Case::Nothing).then(|| quality(case)),
        accuracy: (case != Case::OneMonth).then(Accuracy::built_in).flatten(),
        comparison: Comparison { before: month.minus(1), frame: 342, ended: Vec::new() },
        revised: None,
    }
}
