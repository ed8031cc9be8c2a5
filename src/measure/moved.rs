//! Which verdicts differ from those of an earlier report: from what to what, on which grounds, in how many municipalities.
//!
//! For trying a changed rule, or comparing months system by system. Not the decomposition of a change in a share (METHOD §4).

use std::collections::{BTreeMap, BTreeSet};

use crate::classify::{Classified, Verdict};
use crate::terms::Month;

/// A system's verdicts as an earlier report has them, in published words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Before {
    pub counted: bool,
    pub level: String,
    pub level_ground: String,
    pub distinguishing: String,
    pub distinguishing_ground: String,
}

/// What an earlier report says of its systems.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Earlier {
    /// The report's month, as it is written in it.
    pub month: String,
    pub fingerprint: String,
    /// By municipality code and system id.
    pub systems: BTreeMap<(String, String), Before>,
}

/// What a verdict is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Axis {
    Level,
    Distinguishing,
    /// Whether the system counts at all.
    Counted,
}

impl Axis {
    /// The value as it is published.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::Distinguishing => "distinguishing",
            Self::Counted => "counted",
        }
    }
}

/// Systems that moved in the same way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    pub axis: Axis,
    pub from: String,
    pub to: String,
    /// What decided before, and what decides now; empty where nothing did.
    pub ground_before: String,
    pub ground_now: String,
    pub systems: u64,
    pub municipalities: u64,
}

/// All that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Movement {
    pub month: Month,
    /// Month and fingerprint of the report that was compared with.
    pub before: (String, String),
    /// The most systems first.
    pub moved: Vec<Moved>,
    /// Systems in both with any other verdict, and their municipalities.
    pub systems: u64,
    pub municipalities: u64,
    /// Systems in both reports, in this one only, in the earlier one only.
    pub both: u64,
    pub added: u64,
    pub gone: u64,
}

type Way = (Axis, String, String, String, String);

/// Compares the systems of a month with those of an earlier report. Systems that count in neither are left out.
#[must_use]
pub fn movement(month: Month, classified: &[Classified], earlier: &Earlier) -> Movement {
    let mut ways: BTreeMap<Way, Vec<&str>> = BTreeMap::new();
    let (mut both, mut added, mut systems) = (0, 0, 0);
    let mut municipalities = BTreeSet::new();
    let mut seen = BTreeSet::new();
    for one in classified {
        let key = (one.system.municipality.to_string(), one.system.id.clone());
        let before = earlier.systems.get(&key);
        seen.insert(key);
        match before {
            None => added += u64::from(one.counted()),
            Some(before) if !before.counted && !one.counted() => {}
            Some(before) => {
                both += 1;
                let differences = differences(before, one);
                if !differences.is_empty() {
                    systems += 1;
                    municipalities.insert(&one.system.municipality);
                }
                for way in differences {
                    ways.entry(way).or_default().push(&one.system.municipality);
                }
            }
        }
    }
    let gone = earlier.systems.iter().filter(|(key, before)| before.counted && !seen.contains(*key)).count() as u64;
    let mut moved: Vec<Moved> = ways.into_iter().map(moved).collect();
    moved.sort_by(|a, b| (a.axis, b.systems).cmp(&(b.axis, a.systems)));
    let before = (earlier.month.clone(), earlier.fingerprint.clone());
    Movement { month, before, moved, systems, municipalities: municipalities.len() as u64, both, added, gone }
}

fn differences(before: &Before, now: &Classified) -> Vec<Way> {
    let verdicts = &now.verdicts;
    let way = |axis: Axis, from: &str, to: &str, was: &str, is: String| {
        (from != to).then(|| (axis, from.to_owned(), to.to_owned(), was.to_owned(), is))
    };
    let counts = |counted: bool| if counted { "yes" } else { "no" };
    [
        way(Axis::Counted, counts(before.counted), counts(now.counted()), "", String::new()),
        way(Axis::Level, &before.level, verdicts.level.value.as_str(), &before.level_ground, ground(&verdicts.level)),
        way(
            Axis::Distinguishing,
            &before.distinguishing,
            verdicts.distinguishing.value.as_str(),
            &before.distinguishing_ground,
            ground(&verdicts.distinguishing),
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The grounds of a verdict, or its source where that is all there is.
fn ground<V>(verdict: &Verdict<V>) -> String {
    verdict.grounds().unwrap_or_else(|| verdict.source.map_or_else(String::new, |source| source.as_str().to_owned()))
}

fn moved((way, municipalities): (Way, Vec<&str>)) -> Moved {
    let (axis, from, to, ground_before, ground_now) = way;
    let systems = municipalities.len() as u64;
    let municipalities = municipalities.into_iter().collect::<BTreeSet<_>>().len() as u64;
    Moved { axis, from, to, ground_before, ground_now, systems, municipalities }
}
