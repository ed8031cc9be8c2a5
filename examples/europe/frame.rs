//! Municipalities of thirty countries that do not exist, from villages to cities.

use std::collections::BTreeMap;

use tachtig::measure::estimate::Stream;
use tachtig::measure::{Answer, Response};
use tachtig::reference::{Frame, Municipality, Region, SizeClass, SizeClasses};
use tachtig::terms::{Month, Validity};

pub const COUNTRIES: usize = 30;
const REGIONS: usize = 240;
const SEED: u64 = 39;

/// The frame, in order of code; the municipalities of a country stand together.
pub fn frame(count: u32, sizes: &SizeClasses) -> Frame {
    let mut random = Stream::new(SEED, 0);
    let municipality = |at: u32| {
        let inhabitants = inhabitants(&mut random);
        let sizes = sizes.all_of(inhabitants);
        let share = |parts: usize| at as usize * parts / count as usize;
        let (country, region) = (region("land", share(COUNTRIES)), region("regio", share(REGIONS)));
        Municipality {
            code: format!("XX{at:06}").into(),
            name: format!("Plaats {at}").into(),
            province: country.clone(),
            regions: BTreeMap::from([("provincie".to_owned(), country), ("corop".to_owned(), region)]),
            inhabitants: Some(inhabitants),
            size_class: sizes.iter().find(|size| size.scheme == SizeClass::MAIN_SCHEME).map(|size| size.class),
            sizes,
            validity: Validity::default(),
        }
    };
    Frame { month: Month::EXAMPLE, municipalities: (0..count).map(municipality).collect() }
}

fn region(kind: &str, number: usize) -> Region {
    Region { code: format!("{kind}{number:03}"), name: format!("Verzonnen {kind} {number}") }
}

/// Many villages, few cities: most have some thousands, one in a thousand more than half a million.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few millions at the most")]
fn inhabitants(random: &mut Stream) -> u64 {
    (1_500.0 / (1.0 - random.unit()).powf(0.85)).min(4_000_000.0) as u64
}

/// A municipality that answered.
pub fn response(of: &Municipality, answer: Answer) -> Response {
    Response {
        municipality_code: of.code.to_string(),
        municipality: of.name.to_string(),
        province_code: of.province.code.clone(),
        province: of.province.name.clone(),
        size_class: of.size_class,
        inhabitants: of.inhabitants,
        answer,
        carried_from: None,
        last_sent: None,
        months_since: None,
        files: Vec::new(),
        files_left_out: Vec::new(),
        predecessors: Vec::new(),
        partnerships: Vec::new(),
        rows: 0,
        systems: 0,
        systems_in_use: 0,
        systems_counted: 0,
        systems_registered: 0,
        level_unknown: 0,
        distinguishing_unknown: 0,
        problems: Default::default(),
    }
}
