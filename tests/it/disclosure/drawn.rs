//! Made-up months: municipalities with regions that nest, cross and coincide, and weights from one to a great many.

use std::collections::BTreeMap;

use proptest::prelude::*;
use tachtig::measure::{Basis, Contingency, Coverage, Entry, Group, Roll, SIZE_SCHEME, Size, Unit, Weight};
use tachtig::terms::{Distinguishing, Level, Month};

/// One municipality: where it is, how large, what it counts, and whether it answered.
#[derive(Debug, Clone)]
pub struct Place {
    province: u8,
    /// A region inside the province; of one province the only one, and equal to it.
    inner: u8,
    /// A region across provinces.
    across: u8,
    size: u8,
    weights: [u64; 2],
    answers: bool,
    carried: bool,
}

/// A month.
#[derive(Debug, Clone)]
pub struct Drawn(Vec<Place>);

/// Any month of some dozens of municipalities.
pub fn drawn() -> impl Strategy<Value = Drawn> {
    let weights = (prop_oneof![4 => 1..60_u64, 1 => 60..2_000_u64], 0..4_u64, 0..100_u64);
    let place = (0..4_u8, 0..3_u8, 0..3_u8, 1..4_u8, weights, 0..10_u8);
    let place = place.prop_map(|(province, inner, across, size, (systems, cells, more), answer)| Place {
        province,
        inner: if province == 3 { 0 } else { inner },
        across,
        size,
        // A quarter lists no components, and so has no cells.
        weights: [systems, if cells == 0 { 0 } else { systems + more }],
        answers: answer < 8,
        carried: false,
    });
    prop::collection::vec(place, 6..40).prop_map(Drawn)
}

/// The month after: some answer anew, some stop, some start, the others are carried forward as they were.
pub fn later(month: &Drawn, changes: &[u8]) -> Drawn {
    let change = |(place, change): (&Place, &u8)| {
        let mut place = place.clone();
        place.carried = place.answers;
        match change {
            0 => (place.answers, place.carried) = (!place.answers, false),
            1 => (place.weights[0], place.carried) = (place.weights[0] + 2, false),
            _ => {}
        }
        place
    };
    Drawn(month.0.iter().zip(changes.iter().cycle()).map(change).collect())
}

impl Drawn {
    /// Provinces of so many equal municipalities that answer, and one more in each that does not.
    pub fn even(provinces: u8, each: u8) -> Self {
        let place = |province, index| Place {
            province,
            inner: 0,
            across: index % 2,
            size: 1 + index % 2,
            weights: [20, 30],
            answers: index < each,
            carried: false,
        };
        Self((0..provinces).flat_map(|province| (0..=each).map(move |index| place(province, index))).collect())
    }

    /// Lets the first silent municipality of a province answer, a month later, in which the others of it are carried forward.
    pub fn join(&mut self, province: u8) {
        self.0.iter_mut().for_each(|place| place.carried = place.answers && place.province == province);
        let silent = self.0.iter_mut().find(|place| place.province == province && !place.answers);
        silent.expect("one is silent").answers = true;
    }

    /// The municipalities and their groups as the measuring stage gives them.
    pub fn roll(&self) -> Roll {
        let is_later = self.0.iter().any(|place| place.carried);
        let month = if is_later { Month::EXAMPLE } else { Month::EXAMPLE.minus(1) };
        let mut membership: BTreeMap<Group, Vec<u32>> = BTreeMap::new();
        for (place, at) in self.0.iter().zip(0_u32..) {
            for group in place.groups() {
                membership.entry(group).or_default().push(at);
            }
        }
        let entry = |(place, at): (&Place, u32)| Entry {
            code: format!("GM{at:04}").as_str().into(),
            weights: if place.answers { place.weights } else { [0, 0] },
            carried_from: place.carried.then(|| month.minus(1)),
        };
        Roll { month, entries: self.0.iter().zip(0..).map(entry).collect(), membership }
    }
}

impl Place {
    fn groups(&self) -> Vec<Group> {
        let region = |scheme: &str, code: String| Group::region(scheme, &code, &code);
        let size = Size { scheme: SIZE_SCHEME.to_owned(), class: self.size, name: String::new() };
        let province = region("provincie", format!("P{}", self.province));
        vec![
            Group::national(),
            Group::national().sized(size.clone()),
            province.sized(size),
            province,
            region("corop", format!("C{}{}", self.province, self.inner)),
            region("veiligheidsregio", format!("V{}", self.across)),
        ]
    }
}

/// Coverage of all groups: some of the weight of each municipality is collective, some unknown.
pub fn coverage(roll: &Roll) -> Vec<Coverage> {
    let line = |group: &Group, members: &Vec<u32>, unit: Unit| {
        let mut weights = Contingency::default();
        let all = members.iter().map(|at| roll.entries[*at as usize].weights[unit as usize]);
        let answered: Vec<u64> = all.filter(|weight| *weight > 0).collect();
        for weight in &answered {
            weights.add(Level::Regionaal, Distinguishing::NietOnderscheidend, weight / 3);
            weights.add(Level::Onbekend, Distinguishing::NietOnderscheidend, weight / 5);
            weights.add(Level::Decentraal, Distinguishing::NietOnderscheidend, weight - weight / 3 - weight / 5);
        }
        Coverage {
            units: weights.total(),
            units_known: weights.total(),
            municipalities: answered.len() as u64,
            municipalities_frame: members.len() as u64,
            weights,
            ..Coverage::empty(group.clone(), Basis { unit, weight: Weight::Count })
        }
    };
    roll.membership.iter().flat_map(|(group, members)| Unit::ALL.map(|unit| line(group, members, unit))).collect()
}
