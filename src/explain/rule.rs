//! The story of one rule: what it decides in a report, where it only fires, and what it nearly fires on.

use std::collections::BTreeSet;

use serde::Serialize;

use super::ground::Asked;
use crate::classify::{Bench, Missed, Rule, Source, Verdict, Verdicts};
use crate::report::archive::{ArchivedSystem, Report};
use crate::run::Definitions;

/// How many examples of a kind are told.
const EXAMPLES: usize = 5;

/// All that is told about a rule.
#[derive(Debug, Clone, Serialize)]
pub struct RuleStory {
    pub id: String,
    pub file: String,
    pub text: String,
    pub because: String,
    pub source: String,
    pub certainty: &'static str,
    pub since: Option<String>,
    pub until: Option<String>,
    /// Its own examples of what it must leave alone, with the reason where one is given.
    pub own_near_misses: Vec<(String, Option<String>)>,
    /// What it does in a report, when there is one.
    pub seen: Option<Seen>,
}

/// What a rule does in one report.
#[derive(Debug, Clone, Serialize)]
pub struct Seen {
    pub report: String,
    pub month: String,
    pub synthetic: bool,
    /// Whether the report was made with the definitions at hand; otherwise it is told with these.
    pub same_definitions: bool,
    pub decides: Reach,
    /// Where it fires and something else decides.
    pub fires_only: Reach,
    /// Where one thing keeps it from firing.
    pub near_misses: Reach,
    pub nearly: Vec<NearMiss>,
}

/// How many systems, in how many municipalities, and some of them.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Reach {
    pub systems: usize,
    pub municipalities: usize,
    pub examples: Vec<String>,
    #[serde(skip)]
    codes: BTreeSet<String>,
}

/// A system that a rule nearly fires on.
#[derive(Debug, Clone, Serialize)]
pub struct NearMiss {
    pub system: String,
    /// The condition that does not hold, or the exception that does.
    pub condition: Asked,
}

impl Reach {
    fn count(&mut self, system: &ArchivedSystem<'_>) {
        self.systems += 1;
        self.codes.insert(system.text("municipality_code").unwrap_or_default().to_owned());
        self.municipalities = self.codes.len();
        let name = named(system);
        if self.examples.len() < EXAMPLES && !self.examples.contains(&name) {
            self.examples.push(name);
        }
    }
}

/// Tells of a rule, and of what it does in a report.
#[must_use]
pub fn rule_story(rule: &Rule, report: Option<&Report>, definitions: &Definitions) -> RuleStory {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
    RuleStory {
        id: rule.id.to_string(),
        file: format!("data/rules/{}.toml", rule.id),
        text: rule.text.clone(),
        because: rule.because.clone(),
        source: rule.source.clone(),
        certainty: rule.certainty.as_str(),
        since: day(rule.validity.since),
        until: day(rule.validity.until),
        own_near_misses: rule.near_misses.iter().map(|example| (example.shown(), example.why.clone())).collect(),
        seen: report.map(|report| seen(rule, report, definitions)),
    }
}

fn seen(rule: &Rule, report: &Report, definitions: &Definitions) -> Seen {
    let mut bench = Bench::new(&definitions.book, &definitions.reference, report.month);
    let holds = rule.validity.holds_on(report.month.first_day());
    let mut seen = Seen {
        report: report.folder.display().to_string(),
        month: report.month.to_string(),
        synthetic: report.synthetic,
        same_definitions: report.fingerprint == definitions.reference.fingerprint,
        decides: Reach::default(),
        fires_only: Reach::default(),
        near_misses: Reach::default(),
        nearly: Vec::new(),
    };
    for archived in report.systems().filter(|_| holds) {
        look_at(&archived, rule, &mut bench, &mut seen);
    }
    seen
}

fn look_at<'a>(archived: &ArchivedSystem<'_>, rule: &'a Rule, bench: &mut Bench<'a>, seen: &mut Seen) {
    let system = archived.system();
    let trial = bench.trial(&system, rule);
    if trial.fires() {
        let decides = decides(rule, &bench.verdicts(&system));
        return if decides { seen.decides.count(archived) } else { seen.fires_only.count(archived) };
    }
    let Some(missed) = trial.missed() else { return };
    seen.near_misses.count(archived);
    let system = named(archived);
    if seen.nearly.len() < EXAMPLES && seen.nearly.iter().all(|near| near.system != system) {
        let condition = match missed {
            Missed::Lacks(condition) => Asked::of(condition, None),
            Missed::KeptOut(condition, held) => Asked::of(condition, Some(&held)),
        };
        seen.nearly.push(NearMiss { system, condition });
    }
}

/// Whether a verdict rests on it, or it shows a facet. A rule that is contradicted decides nothing.
fn decides(rule: &Rule, verdicts: &Verdicts) -> bool {
    fn rests<V>(verdict: &Verdict<V>, rule: &Rule) -> bool {
        verdict.source == Some(Source::Rule) && verdict.grounds.contains(&rule.id)
    }
    !rule.gives.facets.is_empty()
        || rests(&verdicts.role, rule)
        || rests(&verdicts.distinguishing, rule)
        || rests(&verdicts.level, rule)
}

fn named(system: &ArchivedSystem<'_>) -> String {
    let text = |column: &str| system.text(column).unwrap_or_default();
    format!("{}/{}", text("municipality"), text("name"))
}
